"""A paragraph's spans of source text in, its sentences as spans out.

A sentence longer than LONGEST characters (lists without a full stop, damaged pages) is read in windows, each as a
sentence of its own, so that the time for a text grows with its length alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from directives.language.lexicon import lexicon
from directives.reading.abbreviations import abbreviations, any_of

# A sentence begins with a capital or a figure, or with an I that a scan made a small l or i: "lt is", "if you".
# The mark of a footnote ("[^2]") stands with the sentence before it.
_CLOSES: Final = r"[\"'”’)\]]*(?:\[\^?\d{1,3}\])?"
_BEHIND_STOP: Final = _CLOSES + r"(?=\s+[\"'“‘(\[]*(?:[A-Z0-9]|l[fnst]?\s|i[fnt]\s)|\s*\(?[a-z]{1,3}\)|\s*$|\s+[-–—]\s)"
AFTER_CLOSING: Final = re.compile(r"\s+[\"'“‘(]?[A-Z][a-z]")
SMALL_I: Final = re.compile(r"\s+[\"'“‘(\[]*i[fnt]\s")
LONGEST: Final = 3_000  # characters of a sentence; the longest in seven million words of cables has 2,833


class _Marks(NamedTuple):
    """What tells of a mark whether it ends a sentence, with the words of grammar/lexicon/abbreviations.toml."""

    breaks: re.Pattern[str]
    abbreviated: frozenset[str]
    abbreviation: re.Pattern[str]
    closing: tuple[str, ...]
    references: frozenset[str]
    openers: re.Pattern[str]
    measures: re.Pattern[str]
    lettered: re.Pattern[str]


@cache
def _marks() -> _Marks:
    known = abbreviations()
    shortened = (*known.titles, *known.references, *known.leading, *known.others, *known.closing)
    run_on = rf"(?<=[a-z]{{3}}\.)(?=(?:{any_of(known.run_on)})\s)"
    stops = sorted(lexicon().stops)
    spoken = [form for word in stops for form in (word, word.capitalize(), word.upper(), rf"\({word}\)")]
    # Each branch begins with a letter or stop of its own: so the engine passes over all others at once.
    branches = [
        *(stop + _BEHIND_STOP for stop in (rf"\.{run_on}|\.", "!", r"\?")),
        *(rf"{word}(?<=\s{word})(?=\s|$)" for word in (*spoken, r"\(\.\)")),
    ]
    return _Marks(
        re.compile("|".join(branches)),
        frozenset(shortened),
        re.compile(rf"\b(?:[A-Za-z]|{any_of(shortened)})$"),
        known.closing,
        frozenset(known.references),
        re.compile(rf"\s+(?:{any_of(known.openers)})\b"),
        re.compile(rf"(?:\b(?:{any_of(known.measures)}|[a-z]{{1,2}})|\W)$", re.I),
        re.compile(rf"\b(?:{any_of(known.lettered)})s?\s+[A-Z]$", re.I),
    )


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences in text[start:end], without white space at their edges; none is longer than LONGEST."""
    spans: list[tuple[int, int]] = []
    for begin, sentence_end in _sentences(text, start, end):
        while sentence_end - begin > LONGEST:
            cut = _last_gap(text, begin + LONGEST // 2, begin + LONGEST)
            _add_trimmed(spans, text, begin, cut)
            begin = cut
        _add_trimmed(spans, text, begin, sentence_end)
    return spans


def _last_gap(text: str, start: int, end: int) -> int:
    """Where a sentence that is too long is best cut: behind a semicolon, else a comma, else a word; else at `end`."""
    for gap in ("; ", ", ", " ", "\n"):
        if (at := text.rfind(gap, start, end)) >= 0:
            return at + len(gap)
    return end


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    marks = _marks()
    begin = start
    for mark in marks.breaks.finditer(text, start, end):
        if mark.group()[0] == "." and not _ends_sentence(marks, text, begin, mark):
            continue
        _add_trimmed(spans, text, begin, mark.end())
        begin = mark.end()
    _add_trimmed(spans, text, begin, end)
    return spans


def _ends_sentence(marks: _Marks, text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends the sentence that begins at `begin`; else it shortens a word ("Mr. Orley", "No. 12")."""
    at, behind = stop.start(), stop.end()
    if SMALL_I.match(text, behind) and marks.measures.search(text, max(begin, at - 6), at):
        return False
    word = _shortened(marks, text, max(begin, at - 10), at)
    if word and not (
        (word in marks.closing and AFTER_CLOSING.match(text, behind))
        or marks.lettered.search(text, max(begin, at - 14), at)
        or (word not in marks.references and marks.openers.match(text, behind))
    ):
        return False
    return begin != at and not text[begin:at].strip().isdigit()


def _shortened(marks: _Marks, text: str, start: int, end: int) -> str:
    """The abbreviation, or the single letter, that text[start:end] ends with; "" where it ends with another word."""
    word = text[max(start, text.rfind(" ", start, end) + 1) : end]
    if len(word) > 1 and word.isalpha() and word not in marks.abbreviated:
        return ""  # an ordinary word: most sentences end with one
    found = marks.abbreviation.search(text, start, end)
    return found[0] if found else ""


def _add_trimmed(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add the span without white space at its edges, unless there is nothing else in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
