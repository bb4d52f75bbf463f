"""Plain text and OCR text in, one document out, its text just as decoded."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from directives.reading.decoding import decode
from directives.reading.formats.source import Document, Source
from directives.reading.problems import ReadingProblem

SUFFIXES = (".txt", ".text", ".asc", ".ocr")
LARGEST = 256 << 20  # bytes: what is read in one piece
AT_ONCE = 1 << 20  # bytes: more than most sources have
# Files that are text of a kind, or meant to be, and would give nonsense.
_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "it is an old Word file: save it as .docx"),
    (b"{\\rtf", "it is RTF: save it as .docx or plain text"),
)


def matches(head: bytes) -> bool:  # noqa: ARG001
    """True: this reader is asked last."""
    return True


def whole(source: Source) -> bytes:
    """All bytes of a source that is read in one piece; raises ReadingProblem for more than LARGEST."""
    data = source.stream.read(AT_ONCE)  # a stream makes room for all that it is asked for
    if len(data) == AT_ONCE:
        data += source.stream.read(LARGEST + 1 - AT_ONCE)
    if len(data) > LARGEST:
        raise ReadingProblem(f"it has more than {LARGEST >> 20} MB, which no cable has")
    return data


def at_hand(source: Source) -> BinaryIO:
    """A stream in which any place is reached at once, which one that is being unpacked is not."""
    return source.stream if source.depth == 0 else io.BytesIO(whole(source))


def read(source: Source) -> Iterator[Document]:
    """The one document of a text file. Raises ReadingProblem where it is no text."""
    data = whole(source)
    for mark, line in _REFUSED:
        if data.startswith(mark):
            raise ReadingProblem(line)
    yield Document(decode(data), many=True)
