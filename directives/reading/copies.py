"""The pages of a source in, the same pages out, each that repeats another one marked as its copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from directives.model import Page
from directives.reading.legibility import ILLEGIBLE

_REACH: Final = 4  # pages: a page is taken again soon after it was taken
_FEWEST: Final = 30  # words: a shorter page is not compared
_MOST: Final = 3_000  # words of a page that are compared: no page has more, but a text without page ends may
_SHARED: Final = 0.4  # of the words of the smaller page: else the pages are not compared word by word
_SAME: Final = 0.8  # of the words in the same order: two good scans of one page
_SAME_IF_ILLEGIBLE: Final = 0.32  # the same, where one of the pages cannot be read anyway


def mark_copies(text: str, pages: Sequence[Page]) -> list[Page]:
    """`pages` with `copy_of` set to the number of the page that each repeats, where that is the more legible one."""
    marked = list(pages)
    if len(pages) < 2:
        return marked
    words = [text[page.start : page.end].lower().split(maxsplit=_MOST)[:_MOST] for page in pages]
    for later in range(1, len(pages)):
        for earlier in range(max(0, later - _REACH), later):
            if marked[earlier].copy_of is None and _alike(words[earlier], words[later], marked[earlier], marked[later]):
                worse, better = (
                    (earlier, later) if marked[later].legibility > marked[earlier].legibility else (later, earlier)
                )
                marked[worse] = evolve(marked[worse], copy_of=marked[better].number)
                break
    return marked


def _alike(earlier: list[str], later: list[str], one: Page, other: Page) -> bool:
    fewer, more = sorted((earlier, later), key=len)
    if len(fewer) < _FEWEST or len(more) > 3 * len(fewer):
        return False
    known = set(more)
    if sum(word in known for word in fewer) < _SHARED * len(fewer):
        return False
    from rapidfuzz.distance import LCSseq  # only here: most sources have one page

    least = _SAME_IF_ILLEGIBLE if min(one.legibility, other.legibility) < ILLEGIBLE else _SAME
    return LCSseq.similarity(fewer, more) >= least * len(fewer)
