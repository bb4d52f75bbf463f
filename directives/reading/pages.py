"""The lines of a source in; out, its pages, and the lines that are running text: no page headings or numbers."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import NamedTuple

from directives.grammar_files import grammar_text
from directives.model import Page
from directives.reading.lines import Line

_LONGEST_HEADING = 60  # characters
_MOST_WORDS = 9
_LONG = 5  # letters: shorter headings must not be damaged
_MOST_LOST = 4  # letters more or fewer than in the heading as it should be
_ALIKE = 0.7  # share of letters that a damaged page heading has in common with a known one
_TRAILING = 4  # lines at the end of a source among which marks of its translators may stand
_BARE_NUMBER = re.compile(r"[-–—\s]*\d{1,3}[-–—\s]*$")
_FIGURE = re.compile(r"\d")
_CONFUSED = str.maketrans("015", "ols")
_NOT_LETTER = re.compile(r"[\W\d_]+")


class TextLine(NamedTuple):
    """A line of running text: offsets, its page, whether a blank line stands before it, or a page heading."""

    start: int
    end: int
    page: int
    opens_block: bool
    after_heading: bool


def split_pages(
    text: str, lines: Sequence[Line], start: int = 0, end: int | None = None, first: int = 1
) -> tuple[list[Page], list[TextLine]]:
    """Pages begin at form feeds and at lines that are page headings; they cover text[start:end].

    `first` is the number of the first of them.
    """
    starts = [start]
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
        kind = None
        if (alone or line.page_break) and line.end - line.start <= _LONGEST_HEADING:
            kind = "heading" if _is_heading(text[line.start : line.end]) else None
        if n + _TRAILING >= len(lines) and _known().trailing.search(text, line.start, min(line.end, line.start + 80)):
            kind = "trailing"
        if kind is None and line.page_break and _folded(text, line) in repeated:
            kind = "heading"
        if kind:
            if kind == "heading" and has_text and not line.page_break:
                starts.append(line.start)
                has_text = False
            skipped = True
            continue
        kept.append(TextLine(line.start, line.end, first + len(starts) - 1, line.opens_block, skipped))
        has_text, skipped = True, False
    ends = [*starts[1:], len(text) if end is None else end]
    return [Page(n, *span) for n, span in enumerate(zip(starts, ends, strict=True), first)], kept


def _folded(text: str, line: Line) -> str:
    return _FIGURE.sub("#", text[line.start : line.end])


def _repeated_at_page_tops(text: str, lines: Sequence[Line]) -> set[str]:
    """Short lines, but for their figures the same, that stand first on two pages or more."""
    tops = [_folded(text, line) for line in lines if line.page_break and line.end - line.start <= _LONGEST_HEADING]
    return {top for top, times in Counter(tops).items() if times > 1}


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
        or (
            len(known) >= _LONG
            and abs(len(letters) - len(known)) <= _MOST_LOST
            and (SequenceMatcher(None, letters, known, autojunk=False).ratio() >= _ALIKE)
        )
        for known in _known().headings
    )


class _Furniture(NamedTuple):
    headings: tuple[str, ...]
    trailing: re.Pattern[str]


@cache
def _known() -> _Furniture:
    table = tomllib.loads(grammar_text("lexicon/furniture.toml"))
    headings = tuple(_NOT_LETTER.sub("", words).lower() for words in table["page_headings"])
    return _Furniture(headings, re.compile("|".join(table["trailing_marks"])))
