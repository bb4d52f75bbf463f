"""A document in, its cables out: header, pages, running text in paragraphs, references."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

from attrs import evolve

from directives.model import Cable, Page, Paragraph
from directives.reading.copies import mark_copies
from directives.reading.enclosures import mark_enclosures
from directives.reading.formats.source import Document
from directives.reading.header import HeaderReading, read_header
from directives.reading.legibility import ILLEGIBLE, legibility
from directives.reading.lines import Line, split_lines
from directives.reading.metadata import filled_in
from directives.reading.notes import without_notes
from directives.reading.pages import running_lines, split_pages
from directives.reading.paragraphs import make_paragraphs
from directives.reading.references import find_references
from directives.reading.splitting import cable_starts, may_tell_header_facts

_STRETCH: Final = 20_000  # characters


def read_document(document: Document, id_: str, source: str) -> list[Cable]:
    """The cables of a document, in reading order; a text without a header is a cable all the same.

    They cover the document from its start to its end: what stands between two belongs to the first. Metadata tell of
    the first cable. Where there are several, their numbers are added to their ids.
    """
    text = document.text
    lines = split_lines(text, document.start)
    heads = _running_heads(text, lines) if "\f" in text else frozenset()
    clear = _without(heads, lines) if heads else lines
    places, reading = cable_starts(text, clear) if document.many else ([0], None)
    if len(places) > 1:
        reading = None  # its header may have been read beyond its end
    bounds = [document.start, *(clear[place].start for place in places[1:]), len(text)]
    cables: list[Cable] = []
    page = 1
    for n, (start, end) in enumerate(pairwise(bounds), 1):
        own, own_clear = (_between(part, start, end) for part in (lines, clear))
        name = f"{id_}-{n}" if len(places) > 1 else id_
        cables.append(_cable(document, own, own_clear, heads, name, source, start, end, page, reading))
        page = cables[-1].pages[-1].number + text.count("\f", own[-1].end if own else start, end)
        if n < len(places):
            document = evolve(document, facts={}, heading=0)
    return cables


def _between(lines: list[Line], start: int, end: int) -> list[Line]:
    """The lines that begin in text[start:end]."""
    first, after = (bisect_left(lines, offset, key=attrgetter("start")) for offset in (start, end))
    return lines[first:after]


def _running_heads(text: str, lines: list[Line]) -> frozenset[int]:
    """Where the running heads and feet begin that would hide a header: they tell none of its facts themselves."""
    found = (lines[n] for n in running_lines(text, lines))
    return frozenset(line.start for line in found if not may_tell_header_facts(text[line.start : line.end]))


def _without(heads: frozenset[int], lines: list[Line]) -> list[Line]:
    """The other lines; one that stands below a head at the top of a page stands there instead."""
    kept: list[Line] = []
    head: Line | None = None
    for n, line in enumerate(lines):
        if line.start in heads:
            head = line if line.page_break or not n else head
            continue
        kept.append(Line(line.start, line.end, max(line.breaks, head.breaks), head.page_break) if head else line)
        head = None
    return kept


def _cable(
    document: Document,
    lines: list[Line],
    clear: list[Line],
    heads: frozenset[int],
    id_: str,
    source: str,
    start: int,
    end: int,
    first_page: int,
    reading: HeaderReading | None,
) -> Cable:
    text = document.text
    header, taken, text_from = reading or read_header(text, clear)
    text_start = max(clear[taken].start if taken < len(clear) else end, document.heading)
    lines = [line for line in lines if line.start >= text_start]
    if text_from and lines:
        first = lines[0]
        lines[0] = Line(max(text_from, first.start), first.end, first.breaks, first.page_break)
    pages, body = split_pages(text, lines, start, end, first_page, heads)
    pages = mark_copies(text, [_judged(text, page) for page in pages])
    legible = {page.number for page in pages if page.legibility >= ILLEGIBLE and page.copy_of is None}
    header = filled_in(header, document.facts)
    body = without_notes(text, [line for line in body if line.page in legible], str(header.sender or ""))
    receiver = " ".join(f"{party.name or ''} {party.office or ''}" for party in header.addressees)
    paragraphs = mark_enclosures(text, make_paragraphs(text, body), receiver)
    references = find_references(text, body[0].start, body[-1].end) if body else ()
    pages, paragraphs = _as_printed(pages, paragraphs, document.pages)
    return Cable(id_, source, text, start, end, header, tuple(paragraphs), references, tuple(pages))


def _as_printed(
    pages: list[Page], paragraphs: list[Paragraph], numbers: Sequence[int]
) -> tuple[list[Page], list[Paragraph]]:
    """Pages and paragraphs with the printed numbers of the pages, where there is one for each."""
    if len(numbers) != len(pages) or len(set(numbers)) != len(numbers):
        return pages, paragraphs
    printed = {page.number: number for page, number in zip(pages, numbers, strict=True)}
    return [
        evolve(page, number=printed[page.number], copy_of=printed[page.copy_of] if page.copy_of else None)
        for page in pages
    ], [evolve(paragraph, page=printed[paragraph.page]) for paragraph in paragraphs]


def _judged(text: str, page: Page) -> Page:
    """The page with its legibility; of a very long one, its beginning, middle and end are judged."""
    starts = [page.start]
    if page.end - page.start > 3 * _STRETCH:
        starts += [(page.start + page.end - _STRETCH) // 2, page.end - _STRETCH]
    length = _STRETCH if len(starts) > 1 else page.end - page.start
    judged = min([legibility(text[start : start + length].split()) for start in starts])
    return Page(page.number, page.start, page.end, judged)
