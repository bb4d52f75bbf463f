"""Opened sources in, their documents out: one module a format, and this one, which knows them all.

To add a format, write a module that offers what `source.Reader` says, and name it in READERS. The bytes decide which
reader gets a source, and where they do not, its name. Each module imports what it needs only when it reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import cast

from directives.reading.formats.source import Document, Options, Reader, Say, Source
from directives.reading.problems import ReadingProblem

# In the order in which they are asked about the bytes; plain text, the last, takes what no other knows.
READERS = (
    "pdf",
    "parquet",
    "gzipped",
    "docx",
    "zipped",
    "tei",
    "html",
    "json_lines",
    "markdown",
    "comma_separated",
    "plain_text",
)
HEAD = 4096  # bytes of a source by which its format is told
DEEPEST = 4  # archives inside one another

__all__ = [
    "READERS",
    "Document",
    "Options",
    "Reader",
    "Say",
    "Source",
    "documents",
    "is_hidden",
    "is_readable",
    "suffixes",
]


@cache
def readers() -> tuple[Reader, ...]:
    """The modules of READERS."""
    return tuple(cast(Reader, import_module(f"{__name__}.{name}")) for name in READERS)


@cache
def suffixes() -> tuple[str, ...]:
    """The endings of file names that some reader knows, with their dot, in small letters."""
    return tuple(sorted({suffix for reader in readers() for suffix in reader.SUFFIXES}))


def is_readable(file_name: str) -> bool:
    """Whether a file met in a folder or an archive is read: by its ending, and not where it is hidden."""
    path = PurePath(file_name)
    return path.suffix.lower() in suffixes() and not any(map(is_hidden, path.parts))


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is hidden, or of those that a Mac adds to an archive."""
    return name.startswith((".", "__MACOSX")) and name not in (".", "..")


def reader_of(source: Source) -> Reader:
    """The reader of a source: by its first bytes, then by its name."""
    head = source.stream.read(HEAD)
    source.stream.seek(0)
    if not head:
        raise ReadingProblem("the file is empty")
    ending = PurePath(source.file_name).suffix.lower()
    *known, plain = readers()
    said_by_bytes = [reader for reader in known if reader.matches(head)]
    for reader in said_by_bytes:
        if ending in reader.SUFFIXES:  # a .docx is a .zip too
            return reader
    for reader in said_by_bytes:
        return reader
    for reader in known:
        if ending in reader.SUFFIXES:
            return reader
    return plain


def documents(source: Source) -> Iterator[tuple[Source, Document]]:
    """The documents of a source and of the sources inside it, each with the source that it stands in.

    What cannot be read inside it is reported and passed over; raises ReadingProblem for the source itself.
    """
    if source.depth > DEEPEST:
        raise ReadingProblem(f"more than {DEEPEST} archives lie inside one another")
    for found in reader_of(source).read(source):
        if isinstance(found, Document):
            yield source, found
            continue
        try:
            yield from documents(found)
        except ReadingProblem as problem:
            if found.name == source.name:
                raise
            found.problem(str(problem))
