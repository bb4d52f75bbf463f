"""A source's text in, its lines that are not blank out: the units that pages, headers and paragraphs are made from."""

from __future__ import annotations

import re
from typing import Final

_LINE: Final = re.compile(r"\S(?:.*\S)?")
_LINE_OF_ANY_BREAK: Final = re.compile(r"\S(?:[^\n\r\f]*\S)?")
_BREAK: Final = re.compile(r"\r\n|\n|\r|\f")


class Line:
    """A line without the white space at its ends: offsets, and the line breaks between it and the line before.

    A line opens a block where a blank line stands before it. (Native code is faster with a class than with a tuple.)
    """

    def __init__(self, start: int, end: int, breaks: int, page_break: bool) -> None:
        self.start = start
        self.end = end
        self.breaks = breaks
        self.page_break = page_break
        self.opens_block = breaks > 1


def split_lines(text: str, start: int = 0) -> list[Line]:
    """The lines of text[start:] that are not blank, in order. The first one always opens a block."""
    lines: list[Line] = []
    last = start
    line = _LINE_OF_ANY_BREAK if "\r" in text or "\f" in text else _LINE
    for match in line.finditer(text, start, len(text)):
        at = match.start()
        gap = text[last:at]
        page_break = "\f" in gap
        breaks = len(_BREAK.findall(gap)) if "\r" in gap else gap.count("\n")
        lines.append(Line(at, match.end(), breaks if lines and not page_break else 9, page_break))
        last = match.end()
    return lines
