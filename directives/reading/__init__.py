"""Sources in, cables out: bytes told apart by format and decoded, each text cut into header, pages, paragraphs."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from attrs import evolve

from directives.model import Cable
from directives.reading.cables import read_document
from directives.reading.formats import Document, Options, Source, documents
from directives.reading.ids import Ids
from directives.reading.problems import ReadingProblem, reason

__all__ = ["Ids", "Options", "ReadingProblem", "read_bytes", "read_path", "read_stream", "read_text"]


def read_path(path: Path, options: Options | None = None) -> list[Cable]:
    """The cables of a file of any format. Raises ReadingProblem, with one clear line, where it cannot be read.

    What cannot be read inside it (a file in a zip, a row) is a Python warning where anything else was read.
    """
    try:
        with path.open("rb") as stream:
            return _all(stream, str(path), options)
    except OSError as error:
        raise ReadingProblem(reason(error)) from None


def read_bytes(data: bytes, source: str, options: Options | None = None) -> list[Cable]:
    """The cables in the bytes of a file of any format, named `source`; as read_path."""
    return _all(io.BytesIO(data), source, options)


def read_text(text: str, source: str = "text") -> list[Cable]:
    """The cables of a text; offsets count in exactly this `text`. One without a header is a cable all the same."""
    return read_document(Document(text, many=True), Path(source).stem or source, source)


def read_stream(
    stream: BinaryIO,
    name: str,
    options: Options | None = None,
    report: Callable[[str, str], None] | None = None,
    note: Callable[[str, str], None] | None = None,
    ids: Ids | None = None,
) -> Iterator[Cable]:
    """The cables of an opened file that can be wound back, each as soon as it is read.

    No two of them have the same id; nor have those of several files that are read with the same `ids`. `report` is
    called with the name of a part and one line that says why it was passed over, `note` with what is good to know of
    one; without them, both are Python warnings. Raises ReadingProblem where the file itself cannot be read.
    """
    source = Source(stream, name, Path(name).name, options or Options(), report or _warn, note or _warn)
    ids = ids or Ids()
    for found, document in documents(source):
        for cable in read_document(document, found.id_of(document), found.name_of(document)):
            free = ids.free(cable.id)
            yield cable if free == cable.id else evolve(cable, id=free)


def _all(stream: BinaryIO, name: str, options: Options | None) -> list[Cable]:
    problems: list[str] = []
    cables: list[Cable] = []

    def report(part: str, line: str) -> None:
        problems.append(f"{part}: {line}" if part != name else line)

    try:
        cables.extend(read_stream(stream, name, options, report))
    except ReadingProblem as problem:
        problems.append(str(problem))
    if problems and not cables:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise ReadingProblem(f"{problems[0]}{more}")
    for line in problems:
        _warn(name, line)
    return cables


def _warn(name: str, line: str) -> None:
    warnings.warn(f"{name}: {line}", stacklevel=3)
