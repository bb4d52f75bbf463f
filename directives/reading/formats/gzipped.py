"""A .gz in, the source inside it out, unpacked as it is read."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator

from directives.reading.formats.limits import bounded
from directives.reading.formats.source import Source

SUFFIXES = (".gz",)


def matches(head: bytes) -> bool:
    """Whether it is gzip."""
    return head.startswith(b"\x1f\x8b\x08")


def read(source: Source) -> Iterator[Source]:
    """The source inside; it keeps the name of the file."""
    packed = source.stream.seek(0, os.SEEK_END)
    source.stream.seek(0)
    with gzip.GzipFile(fileobj=source.stream, mode="rb") as stream:
        yield source.inside(bounded(stream, packed), source.file_name.removesuffix(".gz"))
