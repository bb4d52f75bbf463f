"""The lines of a text that may hold several cables in; out, where each of them begins.

A cable begins where a header does: below a line that separates documents or at the top of a page, a header that tells
the date and the number or the parties; elsewhere only one that tells date, sender and addressee, in a text that itself
begins with such a header. Nothing between two headers is lost: it belongs to the cable before it.
"""

from __future__ import annotations

import re
from typing import Final

from directives.model import Header
from directives.reading.header import HeaderReading, read_header
from directives.reading.header_lines import looks_like_facts
from directives.reading.header_words import patterns
from directives.reading.lines import Line

_SEPARATOR: Final = re.compile(r"(?:\W\s?){3,}$|[-=_*~#]{3,}.{0,40}[-=_*~#]{3,}$")
_PROSE_WORD: Final = re.compile(r"\b[a-z]{2,}\b")
_PROSE: Final = 7
_LONGEST: Final = 200  # characters of the first line of a header
_REACH: Final = 16  # lines in which the header is over
_LEAST_LINES: Final = 2  # of a header that stands in the middle of a page


def cable_starts(text: str, lines: list[Line]) -> tuple[list[int], HeaderReading | None]:
    """The places in `lines` at which cables begin, the first of them 0; and the header that the text begins with, where
    it had to be read to tell."""
    starts = [0]
    first: HeaderReading | None = None  # the header that the text begins with
    is_whole = False  # that header
    over = 0  # where the last header that was found ends
    for n in range(1, len(lines)):
        if n < over:
            continue
        line = lines[n]
        separated = line.page_break or _is_separator(text, lines[n - 1])
        if not (separated or line.opens_block):
            continue
        if first is None:
            first = read_header(text, lines)
            over = first.lines
            is_whole = _is_whole(first)
        if n < over or not (separated or is_whole) or not _may_begin(text, line):
            continue
        reading = read_header(text, lines[n : n + _REACH])
        if _is_whole(reading) or (separated and _is_header(reading)):
            starts.append(n)
            over = n + reading.lines
    return starts, first


def _is_separator(text: str, line: Line) -> bool:
    if line.end - line.start > _LONGEST or text[line.start].isalnum():
        return False
    return _SEPARATOR.match(text, line.start, line.end) is not None


def _may_begin(text: str, line: Line) -> bool:
    """Whether a line may be the first of a header, at a glance."""
    if line.end - line.start > _LONGEST or not (text[line.start].isupper() or text[line.start] in "[(#"):
        return False
    words = text[line.start : line.end]
    if len(_PROSE_WORD.findall(words)) >= _PROSE:
        return False
    return may_tell_header_facts(words)


def may_tell_header_facts(words: str) -> bool:
    """Whether a line may be one of a header, at a glance."""
    return looks_like_facts(words) or patterns().title.search(words) is not None


def _is_header(reading: HeaderReading) -> bool:
    header = reading.header
    return reading.lines > 0 and header.date is not None and (header.number is not None or _has_parties(header))


def _is_whole(reading: HeaderReading) -> bool:
    return reading.lines >= _LEAST_LINES and reading.header.date is not None and _has_parties(reading.header)


def _has_parties(header: Header) -> bool:
    """Whether sender and addressee are told, the sender by more than the place that the cable comes from."""
    sender, place = header.sender, header.place
    return sender is not None and (place is None or sender.quote != place.quote) and bool(header.addressees)
