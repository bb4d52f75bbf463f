"""Sources in, cables out: bytes are decoded, pages and header found, and the running text cut into paragraphs."""

from __future__ import annotations

from pathlib import Path

from directives.model import Cable
from directives.reading.decoding import decode
from directives.reading.enclosures import mark_enclosures
from directives.reading.header import read_header
from directives.reading.lines import split_lines
from directives.reading.notes import without_notes
from directives.reading.pages import split_pages
from directives.reading.paragraphs import make_paragraphs
from directives.reading.problems import ReadingProblem
from directives.reading.references import find_references

__all__ = ["ReadingProblem", "read_path", "read_text"]


def read_path(path: Path) -> list[Cable]:
    """The cables of a file. Raises ReadingProblem, with one clear line, where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadingProblem((error.strerror or str(error)).lower()) from None
    return read_text(decode(data), str(path))


def read_text(text: str, source: str = "text") -> list[Cable]:
    """The cables of a text; offsets count in exactly this `text`. A text without a header gives a cable all the same."""
    lines = split_lines(text)
    reading = read_header(text, lines)
    if reading.text_from:
        lines[reading.lines] = lines[reading.lines]._replace(start=reading.text_from)
    pages, body = split_pages(text, lines[reading.lines:])
    body = without_notes(text, body)
    paragraphs = mark_enclosures(text, make_paragraphs(text, body))
    start = body[0].start if body else len(text)
    references = find_references(text, start, body[-1].end) if body else ()
    name = Path(source).stem or source
    return [Cable(name, source, text, 0, len(text), reading.header, tuple(paragraphs), references, tuple(pages))]
