"""The first lines of a cable in, its Header out, and where the running text begins.

A line is taken for a header line only where it looks like one at a glance, and the grammar then understands all of it;
what it does not understand is text.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from directives.model import Header
from directives.reading.header_facts import HeaderFacts
from directives.reading.lines import Line

_LONGEST: Final = 320  # characters: no header line is longer
_LONGEST_TITLE: Final = 160  # characters: nor is a title that the grammar does not know
_DEEPEST: Final = 14  # lines: no header is deeper
_PROSE_WORD: Final = re.compile(r"\b[a-z]{2,}\b")
_PROSE: Final = 7  # words in small letters near its beginning: a line with as many is no header line, but for a title
_BEGINNING: Final = 160


class HeaderReading(NamedTuple):
    """A header, how many lines it took, and where the text begins in the line after them (0: at its start)."""

    header: Header
    lines: int
    text_from: int


def read_header(text: str, lines: list[Line]) -> HeaderReading:
    """The header that `lines` begin with; a cable without one gives an empty Header and takes no lines."""
    found = HeaderFacts(text)
    if not lines:
        return HeaderReading(found.header(), 0, 0)
    text_from = found.take_running(lines[0].start, min(lines[0].end, lines[0].start + _LONGEST))
    if text_from:
        return HeaderReading(found.header(), 0, text_from)
    at = size = 0
    title_to_come = 0
    while at < min(len(lines), _DEEPEST):
        size = _take(text, lines, at, found)
        if not size:
            if at or not _could_be_title(text, lines[0]):
                break
            size = title_to_come = _wrapped(lines, at, found)
        else:
            title_to_come = 0
        at += size
    at -= title_to_come
    text_from = found.take_leading_number(lines[at].start, lines[at].end) if at < len(lines) else 0
    return HeaderReading(found.header(), at, text_from)


def _take(text: str, lines: list[Line], at: int, found: HeaderFacts) -> int:
    """How many lines from `at` on are one header line: a block that is wrapped, a single line, or none."""
    start, block = lines[at].start, _wrapped(lines, at, found)
    sizes = [size for size in ((block, 1) if block > 1 else (1,)) if lines[at + size - 1].end - start <= _LONGEST]
    for size in sizes if found.awaits_title() else ():
        last = lines[at + size - 1]
        if (at == 0 or _could_be_title(text, last)) and found.take_title(start, last.end):
            return size
    for size in sizes:
        end = lines[at + size - 1].end
        prose = len(_PROSE_WORD.findall(text, start, min(end, start + _BEGINNING))) >= _PROSE
        if not prose and found.take_facts(start, end, among_labels=block < _block(lines, at)):
            return size
    return 0


def _wrapped(lines: list[Line], at: int, found: HeaderFacts) -> int:
    """How many lines from `at` on may be one that is wrapped: those of the block, where none has a label of its own."""
    block = _block(lines, at)
    if block == 1 or any(found.has_label(line.start, line.end) for line in lines[at : at + min(block, _DEEPEST)]):
        return 1
    return block


def _block(lines: list[Line], at: int) -> int:
    """How many lines follow one another from `at` on without a blank line."""
    size = 1
    while at + size < len(lines) and not lines[at + size].opens_block:
        size += 1
    return size


def _could_be_title(text: str, line: Line) -> bool:
    """Whether a line that need not be a title may still be one: short, and no sentence."""
    return line.end - line.start <= _LONGEST_TITLE and text[line.end - 1] not in ".!?:;"
