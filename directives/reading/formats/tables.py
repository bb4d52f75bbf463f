"""Rows of a table in, a document a row out: one column holds the text, others hold what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from directives.reading.formats.source import Document, Source
from directives.reading.metadata import column_of, facts_of
from directives.reading.problems import ReadingProblem

_MOST_NAMED = 12


def text_column(columns: list[str], source: Source) -> str:
    """The column that holds the text; raises ReadingProblem, with the columns that there are, where none does."""
    found = column_of("text", columns, source.options.columns)
    if found is not None:
        return found
    asked = source.options.columns.get("text", "text")
    more = f" and {len(columns) - _MOST_NAMED} more" if len(columns) > _MOST_NAMED else ""
    there = ", ".join(columns[:_MOST_NAMED]) or "none"
    raise ReadingProblem(f"it has no column {asked!r}; its columns: {there}{more} (name yours with --column text=NAME)")


def documents_of(rows: Iterable[tuple[str, Mapping[str, object]]], source: Source) -> Iterator[Document]:
    """The documents of rows, each with what it is called ("row 3"); a row without text is counted and passed over."""
    empty: list[str] = []
    for part, values in rows:
        column = text_column(list(values), source)
        text = values[column]
        if not isinstance(text, str) or not text.strip():
            empty.append(part)
            continue
        facts = facts_of(values, source.options.columns)
        yield Document(text, part, facts.pop("id", ""), facts)
    if len(empty) == 1:
        source.problem(f"{empty[0]} has no text; the rest was read")
    elif empty:
        source.problem(f"{len(empty)} rows have no text, the first is {empty[0]}; the rest was read")
