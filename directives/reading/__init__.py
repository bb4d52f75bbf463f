"""Sources in, cables out: bytes are decoded, pages and header found, and the running text cut into paragraphs."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from directives.model import Cable, Page
from directives.reading.copies import mark_copies
from directives.reading.decoding import decode
from directives.reading.enclosures import mark_enclosures
from directives.reading.header import read_header
from directives.reading.legibility import ILLEGIBLE, legibility
from directives.reading.lines import split_lines
from directives.reading.notes import without_notes
from directives.reading.pages import split_pages
from directives.reading.paragraphs import make_paragraphs
from directives.reading.problems import ReadingProblem
from directives.reading.references import find_references

_STRETCH = 20_000  # characters

__all__ = ["ReadingProblem", "read_path", "read_text"]


def read_path(path: Path) -> list[Cable]:
    """The cables of a file. Raises ReadingProblem, with one clear line, where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadingProblem((error.strerror or str(error)).lower()) from None
    return read_text(decode(data), str(path))


def read_text(text: str, source: str = "text") -> list[Cable]:
    """The cables of a text; offsets count in exactly this `text`. One without a header is a cable all the same."""
    lines = split_lines(text)
    header, taken, text_from = read_header(text, lines)
    if text_from:
        lines[taken] = lines[taken]._replace(start=text_from)
    pages, body = split_pages(text, lines[taken:])
    pages = mark_copies(text, [_judged(text, page) for page in pages])
    legible = {page.number for page in pages if page.legibility >= ILLEGIBLE and page.copy_of is None}
    body = without_notes(text, [line for line in body if line.page in legible], str(header.sender or ""))
    receiver = " ".join(f"{party.name or ''} {party.office or ''}" for party in header.addressees)
    paragraphs = mark_enclosures(text, make_paragraphs(text, body), receiver)
    references = find_references(text, body[0].start, body[-1].end) if body else ()
    name = Path(source).stem or source
    return [Cable(name, source, text, 0, len(text), header, tuple(paragraphs), references, tuple(pages))]


def _judged(text: str, page: Page) -> Page:
    """The page with its legibility; of a very long one, its beginning, middle and end are judged."""
    starts = [page.start]
    if page.end - page.start > 3 * _STRETCH:
        starts += [(page.start + page.end - _STRETCH) // 2, page.end - _STRETCH]
    length = _STRETCH if len(starts) > 1 else page.end - page.start
    return evolve(page, legibility=min(legibility(text[start : start + length].split()) for start in starts))
