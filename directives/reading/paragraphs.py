"""Lines of running text in, paragraphs out, with their numbers as printed.

A blank line does not always end a paragraph: some sources have one after every line, and a page heading may stand in
the middle of a sentence. What decides is how the text before it ends and how the text after it begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from directives.model import Paragraph
from directives.reading.pages import TextLine

_LABEL = re.compile(
    r"[-–—•*]?\s*(?:\(\s?(?P<inside>\d{1,2}|[a-zA-Z]|[ivxIVX]{2,4})\s?\)|(?P<figure>\d{1,2})\s?[.)](?!\d)|(?P<letter>[a-h]|[ivx]{1,4})[.)](?=\s))"
    r"[-–—\s]*(?=\S)")
_ENDED = re.compile(r"[.!?:;…][\"'’”)\]]*$")
_OPEN_END = re.compile(r"(?:\b(?:the|an?|of|to|and|or|in|on|at|by|for|from|with|that|which|as|is|are|was|were|be|been|has|have|had|will|"
                       r"would|should|this|our|your|his|their|its|if|not|nor|but|than)|[-–—,])$", re.I)
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Messrs|Dr|Drs|St|Sir|Gen|Col|Lt|Capt|Cmdr|Nos?|vol|cf|viz|i\.e|e\.g|H\.M)|(?:^|\s)[A-Z](?:\.\s?[A-Z])?)\.$")
_NUMBER_NEXT = re.compile(r"\b(?:Nos?\.?|paragraphs?|paras?\.?|articles?|and|to|of|in|telegrams?|cablegrams?|your|my|our|clauses?|section)$", re.I)
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$")
_WIDEST = 100  # characters: longer lines are not wrapped ones


def make_paragraphs(text: str, lines: Sequence[TextLine]) -> list[Paragraph]:
    """The paragraphs of the running text `lines`; every character of them is in one paragraph, but for the labels."""
    paragraphs: list[Paragraph] = []
    width = _width(lines)
    spaced = _spaced(text, lines)
    pieces: list[tuple[int, int]] = []
    label: str | None = None
    page = 1
    before: TextLine | None = None
    for line in lines:
        mark = _LABEL.match(text, line.start, line.end)
        if before is None or not _continues(text, before, line, mark is not None, spaced, width):
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


def _width(lines: Sequence[TextLine]) -> int:
    """The column at which the lines are wrapped, or 0 where they are not."""
    longest = max((line.end - line.start for line in lines), default=0)
    return longest if longest <= _WIDEST else 0


def _spaced(text: str, lines: Sequence[TextLine]) -> bool:
    """Whether a blank line stands after every line, wherever the sentence is."""
    if len(lines) < 4 or not all(line.opens_block for line in lines) or not _width(lines):
        return False
    unfinished = sum(not _ENDED.search(text, max(line.start, line.end - 3), line.end) for line in lines)
    return unfinished * 2 > len(lines)


def _continues(text: str, before: TextLine, line: TextLine, labelled: bool, spaced: bool, width: int) -> bool:
    """Whether `line` goes on with the paragraph that `before` belongs to."""
    tail = text[max(before.start, before.end - 24):before.end]
    ended = _ENDED.search(tail) is not None and not _ABBREVIATION.search(tail)
    if labelled:
        return not ended and _NUMBER_NEXT.search(tail) is not None
    first = text[line.start]
    if not line.opens_block:
        if not width:
            return not ended
        return not ended or before.end - before.start > width * 0.7
    if line.after_heading and not ended:
        return True
    if first.islower() and tail[-1] not in ":;!?":
        return not ended or _INITIALS.search(tail) is not None or spaced
    if ended:
        return False
    return spaced or _ABBREVIATION.search(tail) is not None or (
        _OPEN_END.search(tail) is not None and tail[-1] != "," and not _is_heading(text, before))


def _is_heading(text: str, line: TextLine) -> bool:
    words = text[line.start:line.end]
    return words.isupper() or len(words) < 30
