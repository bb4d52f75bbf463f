"""Paragraphs in, the same paragraphs out with those marked "enclosed" that are a message for somebody else or a text in full.

A cable that is as a whole a message for its receiver ("Following for Prime Minister:") is not enclosed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from attrs import evolve

from directives.grammar_files import grammar_text
from directives.model import Paragraph

_QUOTE_OPENS = re.compile(r"[\"'‘“`]")
_QUOTE_CLOSES = re.compile(r"[\"'’”`][.)\]]*$|[.!?][\"'’”`]")
_HINTS = "egin", "EGIN", "ollowing", "OLLOWING"
_COLON = re.compile(r"[:\-–—]\s*$")


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
    return _Patterns(re.compile("|".join(table["begins"]), re.I | re.M), re.compile("|".join(table["ends"]), re.I | re.M),
                     re.compile(table["handing_on"], re.I), re.compile(table["for_whom"]),
                     re.compile(table["full_text"], re.I), re.compile(table["for_the_receiver"], re.I))


def mark_enclosures(text: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs in reading order; one that an enclosure begins or ends in is cut in two there."""
    known = _patterns()
    done: list[Paragraph] = []
    todo = list(reversed(paragraphs))
    while todo:
        paragraph = todo.pop()
        words = text[paragraph.start:paragraph.end]
        if not any(hint in words for hint in _HINTS) and not _COLON.search(words, len(words) - 4):
            done.append(paragraph)
            continue
        begin = known.begins.search(words)
        if begin:
            before, after = _cut(paragraph, paragraph.start + begin.start()), _cut_after(paragraph, paragraph.start + begin.end())
            introduction = words[:begin.start()].strip() or (_words(text, done[-1]) if done else "")
            if before:
                done.append(before)
            if after:
                todo.append(after)
            if not known.for_the_receiver.search(introduction):
                _take_until_end(text, todo, done, _addressee(introduction))
            continue
        handed = known.handing_on.search(words)
        if (handed or known.full_text.search(words[-200:])) and todo:
            done.append(paragraph)
            following = _words(text, todo[-1])
            if _QUOTE_OPENS.match(following):
                _take_quoted(text, todo, done, _addressee(words))
            elif handed and not known.for_the_receiver.search(words) and not known.begins.match(following):
                _take_until_end(text, todo, done, _addressee(words))
            continue
        done.append(paragraph)
    return done


def _words(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.start:paragraph.end]


def _take_until_end(text: str, todo: list[Paragraph], done: list[Paragraph], addressee: str | None) -> None:
    """Move paragraphs from `todo` to `done` as enclosed, up to the word that ends the enclosure, or all."""
    ends = _patterns().ends
    while todo:
        paragraph = todo.pop()
        end = ends.search(_words(text, paragraph))
        if not end:
            done.append(evolve(paragraph, status="enclosed", addressee=addressee))
            continue
        before = _cut(paragraph, paragraph.start + end.start())
        after = _cut_after(paragraph, paragraph.start + end.end())
        if before:
            done.append(evolve(before, status="enclosed", addressee=addressee))
        if after:
            todo.append(after)
        return


def _take_quoted(text: str, todo: list[Paragraph], done: list[Paragraph], addressee: str | None) -> None:
    """Move the paragraphs of a quotation from `todo` to `done`: up to the one that closes it, or those that open with a mark."""
    closing = next((n for n in range(len(todo) - 1, -1, -1)
                    if _QUOTE_CLOSES.search(_words(text, todo[n])) and not (n and _QUOTE_OPENS.match(_words(text, todo[n - 1])))), None)
    while todo and (closing is not None and len(todo) > closing or _QUOTE_OPENS.match(_words(text, todo[-1]))):
        done.append(evolve(todo.pop(), status="enclosed", addressee=addressee))


def _addressee(introduction: str) -> str | None:
    match = _patterns().for_whom.search(introduction)
    return " ".join(match["addressee"].split()).strip(" ,") if match else None


def _cut(paragraph: Paragraph, at: int) -> Paragraph | None:
    """The part of a paragraph before offset `at`."""
    pieces = tuple((start, min(end, at)) for start, end in paragraph.pieces if start < at)
    return evolve(paragraph, pieces=pieces) if pieces and pieces[-1][1] - pieces[0][0] > 1 else None


def _cut_after(paragraph: Paragraph, at: int) -> Paragraph | None:
    """The part of a paragraph from offset `at` on."""
    pieces = tuple((max(start, at), end) for start, end in paragraph.pieces if end > at)
    return evolve(paragraph, pieces=pieces) if pieces and pieces[-1][1] - pieces[0][0] > 2 else None
