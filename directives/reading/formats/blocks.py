"""Pieces of marked-up text in, plain text out: white space run together, blocks with a blank line between them."""

from __future__ import annotations

import re

_SPACE = re.compile(r"[ \t\r\n\v]+")


class Blocks:
    """Gathers text; white space is one blank, save where a line, a block or a page ends."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._gap = ""  # what stands before the next word: "", " ", "\n", "\n\n" or form feeds
        self.length = 0

    def add(self, words: str) -> None:
        """Text as it comes, with any white space."""
        flat = _SPACE.sub(" ", words)
        if flat.startswith(" "):
            self._widen(" ")
        core = flat.strip(" ")
        if core:
            self._put(core)
            if flat.endswith(" "):
                self._widen(" ")

    def add_as_is(self, words: str) -> None:
        """Text whose lines and blanks are to stay (HTML's `pre`)."""
        if words:
            self._put(words.replace("\r\n", "\n"))

    def _put(self, words: str) -> None:
        if self.length:
            self._pieces.append(self._gap)
            self.length += len(self._gap)
        self._pieces.append(words)
        self.length += len(words)
        self._gap = ""

    def line(self) -> None:
        """End the line."""
        self._widen("\n")

    def block(self) -> None:
        """End the paragraph."""
        self._widen("\n\n")

    def page(self) -> bool:
        """End the page; False at the very beginning, where no page ends."""
        if self.length:
            self._gap = self._gap.replace(" ", "") + "\f" if "\f" in self._gap else "\f"
        return bool(self.length)

    def _widen(self, gap: str) -> None:
        if "\f" not in self._gap and len(gap) >= len(self._gap) and self._gap != "\n":
            self._gap = gap
        elif self._gap == "\n" and gap != " ":
            self._gap = gap if gap == "\n\n" else self._gap

    def text(self) -> str:
        """All of it."""
        return "".join(self._pieces)
