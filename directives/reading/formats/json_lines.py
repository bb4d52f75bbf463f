"""JSON Lines in, a document an object out: its text under one key, what is known of it under others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from directives.reading.formats.source import Document, Source
from directives.reading.formats.tables import documents_of
from directives.reading.problems import ReadingProblem

SUFFIXES = (".jsonl", ".ndjson", ".json")
_LONGEST = 64 << 20  # bytes of a line
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"(?:[^\"\\]|\\.)*\"\s*:")


def matches(head: bytes) -> bool:
    """Whether its first line begins like an object."""
    return _OBJECT.match(head) is not None


def read(source: Source) -> Iterator[Document]:
    """The documents of a JSON Lines file; a line that is damaged, or has no text, is reported and passed over."""
    for part, values in _objects(source):
        try:
            yield from documents_of([(part, values)], source)
        except ReadingProblem as problem:
            source.problem(f"{part}: {str(problem).replace('column', 'key')}".replace("--key", "--column"))


def _objects(source: Source) -> Iterator[tuple[str, dict[str, object]]]:
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
            source.problem(f"line {number} is no JSON; the rest was read")
            continue
        if not isinstance(values, dict):
            source.problem(f"line {number} is no JSON object; the rest was read")
            continue
        good += 1
        yield f"line {number}", values
