"""Rows of a table in, a document a row out: one column holds the text, others hold what is known of it."""

from __future__ import annotations

from collections import Counter
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


class PassedOver:
    """The rows of a source that are passed over: each kind of trouble is told once, with the first row and the count.

    As a context, it tells when the source has been read.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._kinds: dict[str, tuple[str, str]] = {}  # kind of trouble → the first row, and what is said of it
        self._counts: Counter[str] = Counter()

    def add(self, part: str, why: str) -> None:
        """Count a row; what `why` says behind a semicolon is told of the first one only."""
        kind = why.split(";")[0]
        self._kinds.setdefault(kind, (part, why))
        self._counts[kind] += 1

    def __enter__(self) -> PassedOver:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is GeneratorExit:  # nobody reads on
            return
        for why, (part, line) in self._kinds.items():
            more = self._counts[why] - 1
            self._source.problem(f"{part}: {line}{f' (and {more} more like it)' if more else ''}; the rest was read")


def documents_of(
    rows: Iterable[tuple[str, Mapping[str, object]]], source: Source, passed_over: PassedOver, vary: bool = False
) -> Iterator[Document]:
    """The documents of rows, each with what it is called ("row 3"); a row without text is counted and passed over.

    Where the columns `vary` from row to row, so is one without the text column; else that raises ReadingProblem.
    """
    for part, values in rows:
        try:
            text = values[text_column(list(values), source)]
        except ReadingProblem as problem:
            if not vary:
                raise
            passed_over.add(part, str(problem).replace("column", "key").replace("--key", "--column"))
            continue
        if not isinstance(text, str) or not text.strip():
            passed_over.add(part, "it has no text")
            continue
        facts = facts_of(values, source.options.columns)
        yield Document(text, part, facts.pop("id", ""), facts)
