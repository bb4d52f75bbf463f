"""Rows of a table in, a document a row out: one column holds the text, others hold what is known of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from directives.reading.formats.source import Document, Say, Source
from directives.reading.metadata import column_of, facts_of, not_there, unread
from directives.reading.problems import ReadingProblem

_MOST_NAMED = 12


def text_column(columns: list[str], source: Source) -> str:
    """The column that holds the text; raises ReadingProblem, with the columns that there are, where none does."""
    found = column_of("text", columns, source.options.columns)
    if found is not None:
        return found
    raise _no_column("text", source.options.columns.get("text", "text"), columns)


def check_columns(columns: list[str], source: Source) -> None:
    """Raises ReadingProblem where no column holds the text, or one that was chosen for a fact is not there."""
    text_column(columns, source)
    for fact, name in source.options.columns.items():
        if name not in columns:
            raise _no_column(fact, name, columns)


def _no_column(fact: str, name: str, columns: list[str]) -> ReadingProblem:
    more = f" and {len(columns) - _MOST_NAMED} more" if len(columns) > _MOST_NAMED else ""
    there = ", ".join(columns[:_MOST_NAMED]) or "none"
    return ReadingProblem(
        f"it has no column {name!r}; its columns: {there}{more} (name yours with --column {fact}=NAME)"
    )


class PassedOver:
    """The rows of a source that are passed over, and those read without a part of them: each kind of trouble is told
    once, with the first row and the count.

    As a context, it tells when the source has been read.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._kinds: dict[str, tuple[Say, str]] = {}  # kind of trouble → whom to tell, and what of the first row
        self._counts: Counter[str] = Counter()

    def add(self, part: str, why: str) -> None:
        """Count a row that is passed over; what `why` says behind a semicolon is told of the first one only."""
        self._count(self._source.problem, part, why)

    def doubt(self, part: str, why: str) -> None:
        """Count a row that is read, but for what `why` names; as in add."""
        self._count(self._source.note, part, why)

    def _count(self, say: Say, part: str, why: str) -> None:
        kind = why.split(";")[0]
        self._kinds.setdefault(kind, (say, f"{part}: {why}"))
        self._counts[kind] += 1

    def __enter__(self) -> PassedOver:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is GeneratorExit:  # nobody reads on
            return
        for why, (say, line) in self._kinds.items():
            more = self._counts[why] - 1
            say(f"{line}{f' (and {more} more like it)' if more else ''}; the rest was read")


def documents_of(
    rows: Iterable[tuple[str, Mapping[str, object]]], source: Source, passed_over: PassedOver, vary: bool = False
) -> Iterator[Document]:
    """The documents of rows, each with what it is called ("row 3"); a row without text is counted and passed over.

    Where the columns `vary` from row to row, so is one without the text column; else that raises ReadingProblem. A date
    or time that tells none is told of, and so is a chosen column that no row has, and a table without rows.
    """
    names: set[str] = set()
    for part, values in rows:
        names.update(values)
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
        for doubt in unread(facts):
            passed_over.doubt(part, doubt)
        yield Document(text, part, facts.pop("id", ""), facts)
    if not names and not vary:
        source.note("it has columns, but no row")
    for name in not_there(names, source.options.columns) if names else ():
        source.problem(f"no row has the key {name}")
