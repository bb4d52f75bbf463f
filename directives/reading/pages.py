"""The lines of a source in, its pages out, and the lines that are running text: page headings and numbers are left aside."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import NamedTuple

from directives.grammar_files import grammar_text
from directives.model import Page
from directives.reading.lines import Line

_LONGEST_HEADING = 60
_ALIKE = 0.7  # share of letters that a damaged page heading has in common with a known one
_BARE_NUMBER = re.compile(r"[-–—\s]*\d{1,3}[-–—\s]*$")
_FIGURE = re.compile(r"\d")
_NUMBERED_WORD = re.compile(r"\S*\d\S*")
_NOT_LETTER = re.compile(r"[\W\d_]+")


class TextLine(NamedTuple):
    """A line of running text: offsets, its page, whether a blank line stands before it, or a page heading."""

    start: int
    end: int
    page: int
    opens_block: bool
    after_heading: bool


def split_pages(text: str, lines: Sequence[Line]) -> tuple[list[Page], list[TextLine]]:
    """Pages begin at form feeds and at lines that are page headings. The pages cover the whole text."""
    starts = [0]
    kept: list[TextLine] = []
    has_text = False
    skipped = False
    repeated = _repeated_at_page_tops(text, lines)
    for n, line in enumerate(lines):
        if line.page_break and n:
            starts.append(line.start)
            has_text = False
            skipped = True
        alone = line.opens_block and (n + 1 == len(lines) or lines[n + 1].opens_block or lines[n + 1].page_break)
        kind = _furniture(text[line.start:line.end]) if alone or line.page_break else None
        if kind is None and line.page_break and _folded(text, line) in repeated:
            kind = "page_headings"
        if kind:
            if kind == "page_headings" and has_text and not line.page_break:
                starts.append(line.start)
                has_text = False
            skipped = True
            continue
        kept.append(TextLine(line.start, line.end, len(starts), line.opens_block, skipped))
        has_text, skipped = True, False
    ends = [*starts[1:], len(text)]
    return [Page(n, start, end) for n, (start, end) in enumerate(zip(starts, ends), 1)], kept


def _folded(text: str, line: Line) -> str:
    return _FIGURE.sub("#", text[line.start:line.end])


def _repeated_at_page_tops(text: str, lines: Sequence[Line]) -> set[str]:
    """Short lines, but for their figures the same, that stand first on two pages or more."""
    tops = [_folded(text, line) for line in lines if line.page_break and line.end - line.start <= _LONGEST_HEADING]
    return {top for top in tops if tops.count(top) > 1} if len(tops) < 5000 else set(tops)


def _furniture(words: str) -> str | None:
    """Which group of furniture.toml a line belongs to, or None where it is text."""
    if len(words) > _LONGEST_HEADING or not _FIGURE.search(words):
        return None
    if _BARE_NUMBER.match(words):
        return "page_headings"
    return _like_furniture(_NOT_LETTER.sub("", _NUMBERED_WORD.sub(" ", words)).lower(), len(words.split()))


@lru_cache(maxsize=4096)
def _like_furniture(letters: str, words: int) -> str | None:
    if not letters or words > 9:
        return None
    for kind, known in _known():
        if letters == known:
            return kind
        if len(known) > 6 and abs(len(letters) - len(known)) <= 4 and len(set(letters) & set(known)) * 3 >= len(set(known)) * 2 and (
                SequenceMatcher(None, letters, known, autojunk=False).ratio() >= _ALIKE):
            return kind
    return None


@cache
def _known() -> tuple[tuple[str, str], ...]:
    table = tomllib.loads(grammar_text("lexicon/furniture.toml"))
    return tuple((kind, _NOT_LETTER.sub("", words).lower()) for kind, group in table.items() for words in group)
