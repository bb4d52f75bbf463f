"""The lines of a source in; out, its pages, and the lines that are running text: no page headings or numbers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from directives.grammar_files import grammar_text
from directives.model import Page
from directives.reading.lines import Line

_LONGEST_HEADING: Final = 60  # characters
_MOST_WORDS: Final = 9
_LONG: Final = 5  # letters: shorter headings must not be damaged
_MOST_LOST: Final = 4  # letters more or fewer than in the heading as it should be
_ALIKE: Final = 0.7  # share of letters that a damaged page heading has in common with a known one
_TRAILING: Final = 4  # lines at the end of a source among which marks of its translators may stand
_BARE_NUMBER: Final = re.compile(r"[-–—\s]*\d{1,3}[-–—\s]*$")
_FIGURE: Final = re.compile(r"\d")
_EDGE: Final = 2  # lines at the top and at the foot of a page that may be a running head or foot
_BOUNDS_OF_TWO_PAGES: Final = 3
_FEWEST: Final = 30  # different words: pages with less are not compared
_SAME: Final = 0.6  # share of the words of one page that are on another: the same page taken twice
_CONFUSED: Final = str.maketrans("015", "ols")
_NOT_LETTER: Final = re.compile(r"[\W\d_]+")


class TextLine:
    """A line of running text: offsets, its page, whether a blank line stands before it, or a page heading."""

    def __init__(self, start: int, end: int, page: int, opens_block: bool, after_heading: bool) -> None:
        self.start = start
        self.end = end
        self.page = page
        self.opens_block = opens_block
        self.after_heading = after_heading


def split_pages(
    text: str,
    lines: list[Line],
    start: int = 0,
    end: int | None = None,
    first: int = 1,
    heads: frozenset[int] = frozenset(),
) -> tuple[list[Page], list[TextLine]]:
    """Pages begin at form feeds and at lines that are page headings with text below; they cover text[start:end].

    `first` is the number of the first of them. `heads` are offsets at which running heads and feet are known to begin.
    """
    starts = [start]
    kept: list[TextLine] = []
    skipped = False
    opening: int | None = None  # where a heading stands that the next line of text makes a new page
    repeated = running_lines(text, lines)
    before = start
    for n, line in enumerate(lines):
        if line.page_break or not n:  # a page may be blank
            breaks = [before + at + 1 for at, letter in enumerate(text[before : line.start]) if letter == "\f"]
            starts += breaks
            if breaks:
                opening, skipped = None, n > 0
        before = line.end
        kind = None
        if line.end - line.start <= _LONGEST_HEADING:
            ends_page = n + 1 == len(lines) or lines[n + 1].page_break
            at_edge = line.page_break or ends_page
            alone = line.opens_block and (ends_page or lines[n + 1].opens_block)
            if (alone or at_edge) and _is_heading(text[line.start : line.end]):
                kind = "heading"
        if n + _TRAILING >= len(lines) and _known().trailing.search(text, line.start, min(line.end, line.start + 80)):
            kind = "trailing"
        if kind is None and (n in repeated or line.start in heads):
            kind = "edge"
        if kind:
            if kind == "heading" and opening is None and kept and kept[-1].start >= starts[-1]:
                opening = line.start
            skipped = True
            continue
        if opening is not None:
            starts.append(opening)
            opening = None
        kept.append(TextLine(line.start, line.end, first + len(starts) - 1, line.opens_block, skipped))
        skipped = False
    ends = [*starts[1:], len(text) if end is None else end]
    return [Page(n, *span) for n, span in enumerate(zip(starts, ends, strict=True), first)], kept


def running_lines(text: str, lines: list[Line]) -> set[int]:
    """The places in `lines` of running heads and feet: short lines that, but for figures, stand on two pages or more
    among the first lines of the page, or among its last ones; a page that was taken twice is one."""
    starts = [0, *(n for n, line in enumerate(lines) if n and line.page_break), len(lines)]
    if len(starts) < _BOUNDS_OF_TWO_PAGES:
        return set()
    seen: dict[tuple[bool, str], dict[int, tuple[int, int]]] = {}  # place and words → each place with its page's lines
    for page in pairwise(starts):
        depth = min(_EDGE, (page[1] - page[0]) // 2)
        for is_top, places in (True, range(page[0], page[0] + depth)), (False, range(page[1] - depth, page[1])):
            for n in places:
                if lines[n].end - lines[n].start <= _LONGEST_HEADING:
                    words = text[lines[n].start : lines[n].end].split()
                    key = is_top, "".join(map(_letters, words)).replace("i", "l")
                    seen.setdefault(key, {})[n] = page
    return {
        n for found in seen.values() if len(found) > 1 and _differ(text, lines, list(found.values())) for n in found
    }


def _differ(text: str, lines: list[Line], pages: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the pages has another text than the first."""

    def words(page: tuple[int, int]) -> set[str]:
        return set(text[lines[page[0]].start : lines[page[1] - 1].end].lower().split())

    first = words(pages[0])
    for other in map(words, pages[1:]):
        fewer = min(len(first), len(other))
        if fewer < _FEWEST or len(first & other) < _SAME * fewer:
            return True
    return False


def _is_heading(words: str) -> bool:
    """Whether a line is the heading of a page, be it damaged: "Doc. No. 12-B Page 3", "- 3 -"."""
    if not _FIGURE.search(words):
        return False
    split = words.split()
    return _BARE_NUMBER.match(words) is not None or (
        len(split) <= _MOST_WORDS and _like_heading("".join(map(_letters, split)))
    )


def _letters(word: str) -> str:
    """The letters of a word, with those that a scan took for figures; none of a number or document number."""
    figures = len(_FIGURE.findall(word))
    if figures * 2 >= len(word.strip(".,:;()-")):
        return ""
    return _NOT_LETTER.sub("", word.translate(_CONFUSED)).lower()


@lru_cache(maxsize=4096)
def _like_heading(letters: str) -> bool:
    return bool(letters) and any(
        letters == known
        or (len(known) >= _LONG and abs(len(letters) - len(known)) <= _MOST_LOST and _are_alike(letters, known))
        for known in _known().headings
    )


def _are_alike(letters: str, known: str) -> bool:
    """Whether a heading has enough letters of a known one, in their order; that is told fast where it has not."""
    matcher = SequenceMatcher(None, letters, known, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


class _Furniture(NamedTuple):
    headings: tuple[str, ...]
    trailing: re.Pattern[str]


@cache
def _known() -> _Furniture:
    table = tomllib.loads(grammar_text("lexicon/furniture.toml"))
    headings = tuple(_NOT_LETTER.sub("", words).lower() for words in table["page_headings"])
    return _Furniture(headings, re.compile("|".join(table["trailing_marks"])))
