"""Lines of running text in, paragraphs out, with their numbers as printed.

A blank line does not always end a paragraph: some sources have one after every line, and a page heading may stand in
the middle of a sentence. What decides is how the text before it ends and how the text after it begins.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Final, NamedTuple

from directives.grammar_files import grammar_text
from directives.model import Paragraph
from directives.reading.abbreviations import abbreviations, any_of
from directives.reading.pages import TextLine

_LABEL: Final = re.compile(
    r"[-–—•*]?\s*(?:\(\s?(?P<inside>\d{1,2}|[a-zA-Z]|[ivxIVX]{2,4})\s?\)|(?P<figure>\d{1,2})\s?[.)](?!\d)"
    r"|(?P<letter>[a-h]|[ivx]{1,4})[.)](?=\s))[-–—\s]*(?=\S)"
)
_STOPS: Final = ".", "!", "?", ":", ";", "…"
_INTRODUCING: Final = ":", ";", "!", "?"  # what follows one of these may begin with a small letter
_ENDED: Final = re.compile(r"(?:[.!?:;…][\"'’”)\]]*|:\s?[-–—])$")
_INITIALS: Final = re.compile(r"\b(?:[A-Z]\.){2,}$")
_TAIL: Final = 24  # characters at the end of a line that tell whether the sentence is over
_INTRODUCTION: Final = 60  # characters before a list that tell whether its sentence waits for it
_WIDEST: Final = 100  # characters: longer lines are not wrapped ones


def make_paragraphs(text: str, lines: list[TextLine]) -> list[Paragraph]:
    """The paragraphs of the running text `lines`; every character of them is in one paragraph, but for the labels."""
    paragraphs: list[Paragraph] = []
    width = _width(lines)
    spaced = _spaced(text, lines)
    pieces: list[tuple[int, int]] = []
    label: str | None = None
    page = 1
    before: TextLine | None = None
    listed = False  # whether the line before is an item of a list that its sentence waits for
    for line in lines:
        mark = None if text[line.start : line.start + 1].isupper() else _LABEL.match(text, line.start, line.end)
        listed = before is not None and mark is not None and _lists(text, before, mark, listed)
        if before is None or not (listed or _continues(text, before, line, mark is not None, spaced, width)):
            if pieces:
                paragraphs.append(Paragraph(tuple(pieces), label, page))
            start = mark.end() if mark and mark.end() < line.end else line.start
            label = (mark["inside"] or mark["figure"] or mark["letter"]) if mark and start > line.start else None
            pieces, page = [(start, line.end)], line.page
        elif line.after_heading:
            pieces.append((line.start, line.end))
        else:
            pieces[-1] = pieces[-1][0], line.end
        before = line
    if pieces:
        paragraphs.append(Paragraph(tuple(pieces), label, page))
    return paragraphs


def _width(lines: list[TextLine]) -> int:
    """The column at which the lines are wrapped, or 0 where they are not."""
    longest = max((line.end - line.start for line in lines), default=0)
    return longest if longest <= _WIDEST else 0


def _spaced(text: str, lines: list[TextLine]) -> bool:
    """Whether a blank line stands after every line, wherever the sentence is."""
    if len(lines) < 4 or not all(line.opens_block for line in lines) or not _width(lines):
        return False
    unfinished = sum(not _ENDED.search(text, max(line.start, line.end - 3), line.end) for line in lines)
    return unfinished * 2 > len(lines)


def _continues(text: str, before: TextLine, line: TextLine, labelled: bool, spaced: bool, width: int) -> bool:
    """Whether `line` goes on with the paragraph that `before` belongs to."""
    tail = text[max(before.start, before.end - _TAIL) : before.end]
    endings = _endings()
    shortened = tail.endswith(".") and endings.abbreviation.search(tail, max(0, len(tail) - endings.reach)) is not None
    ended = (tail.endswith(_STOPS) or _ENDED.search(tail) is not None) and not shortened
    if labelled:
        return not ended and endings.before_a_figure.search(tail) is not None
    first = text[line.start]
    if line.after_heading:
        return not ended or (first.islower() and not tail.endswith(_INTRODUCING))
    if not line.opens_block:
        if not width:
            return not ended
        return not ended or before.end - before.start > width * 0.7
    if first.islower() and not tail.endswith(_INTRODUCING):
        return not ended or _INITIALS.search(tail) is not None or spaced
    if ended:
        return False
    return spaced or shortened or (endings.unfinished.search(tail) is not None and not _is_heading(text, before))


def _lists(text: str, before: TextLine, mark: re.Match[str], listed: bool) -> bool:
    """Whether the item of a list that a mark opens goes on with the sentence before it, as its object ("advise on: (a)
    the cost; (b) …", "tell the Board: (i) that…")."""
    if mark["inside"] is None:
        return False
    tail = text[max(before.start, before.end - _INTRODUCTION) : before.end]
    endings = _endings()
    if listed and not endings.item_over.search(tail):
        return True
    if endings.awaiting_a_list.search(tail):
        return True
    told = endings.introduces.search(tail) and endings.opens_what_is_told.match(text, mark.end())
    return bool(told) and not endings.names_a_list.search(tail)


def _is_heading(text: str, line: TextLine) -> bool:
    words = text[line.start : line.end]
    return words.isupper() or len(words) < 30


class _Endings(NamedTuple):
    abbreviation: re.Pattern[str]
    reach: int  # characters of the longest of them
    unfinished: re.Pattern[str]
    before_a_figure: re.Pattern[str]
    awaiting_a_list: re.Pattern[str]
    opens_what_is_told: re.Pattern[str]
    names_a_list: re.Pattern[str]
    introduces: re.Pattern[str]
    item_over: re.Pattern[str]


@cache
def _endings() -> _Endings:
    table = tomllib.loads(grammar_text("lexicon/paragraphs.toml"))
    unfinished, before_a_figure, awaiting, opening, naming = (
        any_of(table[name]) for name in ("unfinished", "before_a_figure", "awaiting", "opening", "naming")
    )
    known = abbreviations()
    leading_on = (*known.titles, *known.references, *known.leading)
    return _Endings(
        re.compile(rf"(?:\b(?:{any_of(leading_on)})|(?:^|\s)[A-Z](?:\.\s?[A-Z])?)\.$"),
        max(len(" A. B."), *(len(f"{word}.") for word in leading_on)),
        re.compile(rf"(?:\b(?:{unfinished})|[-–—])$", re.I),
        re.compile(rf"\b(?:{before_a_figure})\.?$", re.I),
        re.compile(rf"\b(?:{awaiting})\s?(?::\s?[-–—]?|[-–—])$", re.I),
        re.compile(rf"(?:{opening})\b", re.I),
        re.compile(rf"\b(?:{naming})\b", re.I),
        re.compile(r":\s?[-–—]?$"),
        re.compile(r"[.!?:][\"'’”)\]]*$|:\s?[-–—]$"),
    )
