"""Records in, cells of text out: what the formats for tables share."""

from collections.abc import Iterable

from directives.model import Findings
from directives.output.fields import cells
from directives.output.records import Record, directive_records


def text_cells(record: Record, columns: Iterable[str]) -> list[str]:
    """The values of these columns as text, "" for what is not known."""
    return ["" if value is None else str(value) for value in cells(record, columns)]


def text_rows(findings: Iterable[Findings], columns: Iterable[str]) -> list[list[str]]:
    """A row of text a directive."""
    kept = tuple(columns)
    return [text_cells(record, kept) for found in findings for record in directive_records(found)]
