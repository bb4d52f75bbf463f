"""A Word document (.docx) in, one document out: its paragraphs, and table rows as lines.

Footnotes and what was deleted are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from directives.reading.formats.blocks import Blocks
from directives.reading.formats.limits import bounded
from directives.reading.formats.plain_text import at_hand
from directives.reading.formats.source import Document, Source
from directives.reading.formats.xml_events import xml_events
from directives.reading.problems import ReadingProblem

SUFFIXES = (".docx",)
_BODY = "word/document.xml"
_LEFT_OUT = {"Fallback", "delText", "instrText"}  # Fallback repeats a text box


def matches(head: bytes) -> bool:
    """Whether it is a zip whose first entries are those of an Office document."""
    return head.startswith(b"PK\x03\x04") and (b"[Content_Types].xml" in head[:200] or b"word/" in head)


def read(source: Source) -> Iterator[Document]:
    """The document of a .docx. Raises ReadingProblem where it is damaged or none."""
    try:
        with ZipFile(at_hand(source)) as archive:
            if _BODY not in archive.namelist():
                raise ReadingProblem(f"it is no Word document: there is no {_BODY} in it")
            entry = archive.getinfo(_BODY)
            if entry.flag_bits & 1:
                raise ReadingProblem("it is encrypted")
            with archive.open(entry) as stream:
                text = _text(bounded(stream, entry.compress_size))
    except (BadZipFile, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise ReadingProblem(f"it is no Word document, or a damaged one: {error}") from None
    if not text.strip():
        raise ReadingProblem("the document has no text")
    yield Document(text, many=True)


def _text(stream: BinaryIO) -> str:
    blocks = Blocks()
    left_out = 0
    in_text = False
    in_row = 0
    for kind, name, attributes in xml_events(stream):
        if kind == "text":
            if in_text and not left_out:
                blocks.add(name)
            continue
        step = 1 if kind == "start" else -1
        if name in _LEFT_OUT:
            left_out += step
        elif name == "t":
            in_text = kind == "start"
        elif name == "tr":
            in_row += step
            blocks.line()
        elif name == "p":
            if in_row:
                blocks.add(" ")
            else:
                blocks.block()
        elif kind == "start" and name == "tab":
            blocks.add(" ")
        elif kind == "start" and name in ("br", "cr"):
            if attributes.get("type") == "page":
                blocks.page()
            else:
                blocks.line()
    return blocks.text()
