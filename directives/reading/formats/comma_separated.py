"""CSV (or with semicolons, tabs or bars) in, a document a row out: its text in one column, metadata in others."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from directives.reading.formats.source import Document, Source
from directives.reading.formats.tables import PassedOver, check_columns, documents_of
from directives.reading.metadata import column_of
from directives.reading.problems import ReadingProblem

SUFFIXES = (".csv", ".tsv")
_DELIMITERS = ",;\t|"
_LONGEST = 64 << 20  # characters of a field
_SAMPLE = 1 << 20
_LEAST_FIELDS = 2


def matches(head: bytes) -> bool:
    """Whether its first line is a row of names among which is one that means the text."""
    first = head.split(b"\n", 1)[0].decode("utf-8-sig", errors="replace")
    names = [name.strip() for name in _names(first)]
    return len(names) >= _LEAST_FIELDS and b"\n" in head and column_of("text", names, {}) is not None


def _names(line: str) -> list[str]:
    delimiter = max(_DELIMITERS, key=line.count)
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def read(source: Source) -> Iterator[Document]:
    """The documents of a CSV file. Raises ReadingProblem where no column holds the text, or a row is damaged."""
    stream = io.TextIOWrapper(source.stream, _encoding(source), errors="replace", newline="")
    try:
        first = stream.readline(_SAMPLE)
        stream.seek(0)
        csv.field_size_limit(_LONGEST)
        rows = csv.reader(stream, delimiter=max(_DELIMITERS, key=first.count))
        try:
            names = [name.strip() for name in next(rows, [])]
            check_columns(names, source)
            named = ((f"row {n}", _row(names, row)) for n, row in enumerate(rows, 1) if row)
            with PassedOver(source) as passed_over:
                yield from documents_of(named, source, passed_over)
        except csv.Error as error:
            raise ReadingProblem(f"its table is damaged at line {rows.line_num}: {error}") from None
    finally:
        stream.detach()


def _row(names: list[str], row: list[str]) -> dict[str, object]:
    return dict(zip(names, row + [""] * (len(names) - len(row)), strict=False))


def _encoding(source: Source) -> str:
    sample = source.stream.read(_SAMPLE)
    source.stream.seek(0)
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"
