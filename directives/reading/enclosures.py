"""Paragraphs in; out, the same with those marked "enclosed" that are a message for somebody else or a text in full.

A cable that is as a whole a message for its receiver ("Following for Prime Minister:") is not enclosed.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from attrs import evolve

from directives.grammar_files import grammar_text
from directives.model import Paragraph

_QUOTE_OPENS = re.compile(r"[\"'‘“`]")
_QUOTE_CLOSES = re.compile(r"[\"'’”`][.)\]]*$|[.!?][\"'’”`]")
# Letters that each of these patterns must match, and how far around them it may reach.
_BEGIN_HINTS = "egin", "EGIN"
_END_HINTS = "nds", "NDS", "nd of", "nquote", "NQUOTE", "nd)", "nd.", "nd:"
_HANDED_HINTS = "ollowing", "OLLOWING"
_REACH = 100
_COLON = re.compile(r"[:\-–—]\s*$")
_INLINE = re.compile(r"[^.]{0,160}?\s?[-–—:]+\s+(?=[A-Z'‘“\"])")  # the message begins in the same paragraph
_SENTENCE_AFTER = re.compile(r"[.!?]['’”\")]*\s+\S")
_INTRODUCTION = 400  # characters before a message or a quotation that may introduce it
_COLON_REACH = 4
_NO_WORDS = 2  # characters: a piece as short holds none
_WORD = re.compile(r"[^\W\d_]{2,}")
_TRAILING_WORD = re.compile(r"(?:\s+(?:for|of|the|and))+$")


class _Patterns(NamedTuple):
    begins: re.Pattern[str]
    ends: re.Pattern[str]
    handing_on: re.Pattern[str]
    for_whom: re.Pattern[str]
    full_text: re.Pattern[str]
    for_the_receiver: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    table = tomllib.loads(grammar_text("lexicon/enclosures.toml"))
    return _Patterns(
        re.compile("|".join(table["begins"]), re.I | re.M),
        re.compile("|".join(table["ends"]), re.I | re.M),
        re.compile(table["handing_on"], re.I),
        re.compile(table["for_whom"]),
        re.compile(table["full_text"], re.I),
        re.compile(table["for_the_receiver"], re.I),
    )


def mark_enclosures(text: str, paragraphs: Sequence[Paragraph], receiver: str = "") -> list[Paragraph]:
    """Paragraphs in reading order; one that an enclosure begins or ends in is cut in two there.

    `receiver` is what the header calls the addressees: a message to hand on to them is this cable's own text.
    """
    if not paragraphs:
        return []
    marks = _Marks(text, paragraphs[0].start, paragraphs[-1].end)
    own = frozenset(_WORD.findall(receiver.lower()))
    done: list[Paragraph] = []
    todo = list(reversed(paragraphs))
    while todo:
        paragraph = todo.pop()
        if begin := marks.begin(paragraph):
            introduction = text[max(paragraph.start, begin[0] - _INTRODUCTION) : begin[0]].strip()
            introduction = introduction or (_last_words(text, done[-1]) if done else "")
            done += _cut(paragraph, 0, begin[0])
            todo += _cut(paragraph, begin[1], len(text))
            if not _is_for(own, introduction):
                _take_until_end(text, marks, todo, done, _addressee(introduction))
            continue
        handed = marks.handed(paragraph)
        if not handed and not _COLON.search(text, paragraph.end - _COLON_REACH, paragraph.end):
            done.append(paragraph)
            continue
        inline = _INLINE.match(text, handed[1], paragraph.end) if handed else None
        cut_at = inline.end() if inline else paragraph.end
        done += _cut(paragraph, 0, cut_at) if inline else [paragraph]
        todo += _cut(paragraph, cut_at, len(text))
        if not todo:
            break
        following = todo[-1]
        introduction = text[max(paragraph.start, (handed or paragraph.pieces[-1])[0] - _INTRODUCTION) : cut_at]
        quoted = _QUOTE_OPENS.match(text, following.start)
        if quoted and (handed or _patterns().full_text.search(_last_words(text, paragraph))):
            _take_quoted(text, todo, done, _addressee(introduction))
        elif (
            handed
            and (inline or not _SENTENCE_AFTER.search(text, handed[1], paragraph.end))
            and not (marks.begins_with(following) or _is_for(own, introduction))
        ):
            _take_until_end(text, marks, todo, done, _addressee(introduction))
    return done


class _Marks:
    """Where the words stand that begin or end an enclosure, or hand one on; each paragraph asks for its own."""

    def __init__(self, text: str, start: int, end: int) -> None:
        known = _patterns()
        self._begins = _around(known.begins, _BEGIN_HINTS, text, start, end)
        self._handed = _around(known.handing_on, _HANDED_HINTS, text, start, end)
        self._ends = _around(known.ends, _END_HINTS, text, start, end) if self._begins or self._handed else []

    def begin(self, paragraph: Paragraph) -> tuple[int, int] | None:
        """The first words in a paragraph that begin an enclosure."""
        return _first(self._begins, paragraph)

    def begins_with(self, paragraph: Paragraph) -> bool:
        """Whether such words open a paragraph."""
        begin = self.begin(paragraph)
        return begin is not None and begin[0] == paragraph.start

    def end(self, paragraph: Paragraph) -> tuple[int, int] | None:
        """The first words in a paragraph that end an enclosure."""
        return _first(self._ends, paragraph)

    def handed(self, paragraph: Paragraph) -> tuple[int, int] | None:
        """The first request in a paragraph to hand a message on."""
        return _first(self._handed, paragraph)


def _around(pattern: re.Pattern[str], hints: Iterable[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of a pattern in text[start:end], looked for where one of the hints stands."""
    spans: set[tuple[int, int]] = set()
    for hint in hints:
        at = text.find(hint, start, end)
        while at >= 0:
            around = pattern.finditer(text, max(start, at - _REACH), min(end, at + _REACH))
            spans.update(match.span() for match in around)
            at = text.find(hint, at + 1, end)
    apart: list[tuple[int, int]] = []
    for span in sorted(spans):
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return apart


def _first(spans: list[tuple[int, int]], paragraph: Paragraph) -> tuple[int, int] | None:
    at = bisect_left(spans, (paragraph.start, 0))
    return spans[at] if at < len(spans) and spans[at][0] < paragraph.end else None


def _is_for(receiver: frozenset[str], introduction: str) -> bool:
    """Whether what is introduced is for the receiver of the cable himself."""
    if _patterns().for_the_receiver.search(introduction):
        return True
    addressee = frozenset(_WORD.findall((_addressee(introduction) or "").lower())) - {"the"}
    return bool(addressee) and addressee <= receiver


def _last_words(text: str, paragraph: Paragraph) -> str:
    return text[max(paragraph.start, paragraph.end - _INTRODUCTION) : paragraph.end]


def _take_until_end(
    text: str, marks: _Marks, todo: list[Paragraph], done: list[Paragraph], addressee: str | None
) -> None:
    """Move paragraphs from `todo` to `done` as enclosed, up to the word that ends the enclosure, or all."""
    end = None
    while todo and not end:
        paragraph = todo.pop()
        end = marks.end(paragraph)
        enclosed = _cut(paragraph, 0, end[0]) if end else [paragraph]
        done += [evolve(part, status="enclosed", addressee=addressee) for part in enclosed]
        todo += _cut(paragraph, end[1], len(text)) if end else []


def _take_quoted(text: str, todo: list[Paragraph], done: list[Paragraph], addressee: str | None) -> None:
    """Move the paragraphs of a quotation from `todo` to `done`: to the one that closes it, or those that open one."""
    closing = None
    for n in range(len(todo) - 1, -1, -1):
        if _QUOTE_CLOSES.search(_last_words(text, todo[n])) and not (n and _QUOTE_OPENS.match(text, todo[n - 1].start)):
            closing = n
            break
    while todo and ((closing is not None and len(todo) > closing) or _QUOTE_OPENS.match(text, todo[-1].start)):
        done.append(evolve(todo.pop(), status="enclosed", addressee=addressee))


def _addressee(introduction: str) -> str | None:
    match = _patterns().for_whom.search(introduction)
    return _TRAILING_WORD.sub("", " ".join(match["addressee"].split())).strip(" ,.") if match else None


def _cut(paragraph: Paragraph, start: int, end: int) -> list[Paragraph]:
    """The part of a paragraph between two offsets, or nothing where it has no words."""
    pieces = tuple(
        (max(first, start), min(last, end)) for first, last in paragraph.pieces if first < end and last > start
    )
    return [evolve(paragraph, pieces=pieces)] if pieces and pieces[-1][1] - pieces[0][0] > _NO_WORDS else []
