"""A source's text in, its lines that are not blank out: the units that pages, headers and paragraphs are made from."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\s](?:[^\n\r\f]*[^\s])?")
_BREAK = re.compile(r"\r\n|\n|\r|\f")


class Line(NamedTuple):
    """A line without the white space at its ends: offsets, and the line breaks between it and the line before."""

    start: int
    end: int
    breaks: int
    page_break: bool

    @property
    def opens_block(self) -> bool:
        """Whether a blank line stands before it."""
        return self.breaks > 1


def split_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of text[start:end] that are not blank, in order. The first one always opens a block."""
    lines: list[Line] = []
    last = start
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        at = match.start()
        gap = text[last:at]
        page_break = "\f" in gap
        breaks = len(_BREAK.findall(gap)) if "\r" in gap else gap.count("\n")
        lines.append(Line(at, match.end(), breaks if lines and not page_break else 9, page_break))
        last = match.end()
    return lines
