"""JSON Lines in, a document an object out: its text under one key, what is known of it under others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from directives.reading.formats.source import Document, Source
from directives.reading.formats.tables import PassedOver, documents_of
from directives.reading.problems import ReadingProblem

SUFFIXES = (".jsonl", ".ndjson", ".json")
_LONGEST = 64 << 20  # bytes of a line
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"(?:[^\"\\]|\\.)*\"\s*:")


def matches(head: bytes) -> bool:
    """Whether its first line begins like an object."""
    return _OBJECT.match(head) is not None


def read(source: Source) -> Iterator[Document]:
    """The documents of a JSON Lines file; lines that are damaged, or have no text, are counted and passed over."""
    with PassedOver(source) as passed_over:
        yield from documents_of(_objects(source, passed_over), source, passed_over, vary=True)


def _objects(source: Source, passed_over: PassedOver) -> Iterator[tuple[str, dict[str, object]]]:
    number = good = 0
    while line := source.stream.readline(_LONGEST):
        number += 1
        if not line.strip():
            continue
        if len(line) == _LONGEST:
            raise ReadingProblem(f"line {number} is longer than {_LONGEST >> 20} MB")
        try:
            values = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            if not good and number == 1 and not line.rstrip().endswith(b"}"):
                raise ReadingProblem("it is not JSON Lines: the first line is no whole object") from None
            passed_over.add(f"line {number}", "it is no JSON")
            continue
        if not isinstance(values, dict):
            passed_over.add(f"line {number}", "it is no JSON object")
            continue
        good += 1
        yield f"line {number}", values
