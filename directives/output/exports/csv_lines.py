"""Findings in, one row a directive out, as CSV that a spreadsheet opens without running anything from a source."""

from collections.abc import Iterable
from typing import TextIO

from directives.model import Findings
from directives.output.exports import Options
from directives.output.exports.rows import text_cells
from directives.output.records import directive_records, to_csv


def write(findings: Iterable[Findings], target: TextIO, options: Options) -> None:
    """Write the names of the columns, and a line a directive."""
    target.write(to_csv([options.columns]))
    for found in findings:
        target.write(to_csv(text_cells(record, options.columns) for record in directive_records(found)))
