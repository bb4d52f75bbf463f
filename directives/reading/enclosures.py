"""Paragraphs in; out, the same with those marked "enclosed" that are a message for somebody else or a text in full.

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
_INLINE = re.compile(r"[^.]{0,160}?\s?[-–—:]+\s+(?=[A-Z'‘“\"])")  # the message begins in the same paragraph
_SENTENCE_AFTER = re.compile(r"[.!?]['’”\")]*\s+\S")
_INTRODUCTION = 200  # characters before a quotation that may introduce it
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
    known = _patterns()
    own = frozenset(_WORD.findall(receiver.lower()))
    done: list[Paragraph] = []
    todo = list(reversed(paragraphs))
    while todo:
        paragraph = todo.pop()
        words = _words(text, paragraph)
        if not any(hint in words for hint in _HINTS) and not _COLON.search(words, len(words) - 4):
            done.append(paragraph)
            continue
        begin = known.begins.search(words)
        handed = known.handing_on.search(words)
        if begin:
            introduction = words[: begin.start()].strip() or (_words(text, done[-1]) if done else "")
            done += _cut(paragraph, 0, paragraph.start + begin.start())
            todo += _cut(paragraph, paragraph.start + begin.end(), len(text))
            if not _is_for(own, introduction):
                _take_until_end(text, todo, done, _addressee(introduction))
            continue
        after = _INLINE.match(words, handed.end()) if handed else None
        if after:
            done += _cut(paragraph, 0, paragraph.start + after.end())
            todo += _cut(paragraph, paragraph.start + after.end(), len(text))
        else:
            done.append(paragraph)
        introduction = words[: after.end()] if after else words
        following = _words(text, todo[-1]) if todo else ""
        if following and _QUOTE_OPENS.match(following) and (handed or known.full_text.search(words[-_INTRODUCTION:])):
            _take_quoted(text, todo, done, _addressee(introduction))
        elif (
            handed
            and following
            and (after or not _SENTENCE_AFTER.search(words, handed.end()))
            and not (known.begins.match(following) or _is_for(own, introduction))
        ):
            _take_until_end(text, todo, done, _addressee(introduction))
    return done


def _is_for(receiver: frozenset[str], introduction: str) -> bool:
    """Whether what is introduced is for the receiver of the cable himself."""
    addressee = frozenset(_WORD.findall((_addressee(introduction) or "").lower())) - {"the"}
    return _patterns().for_the_receiver.search(introduction) is not None or (bool(addressee) and addressee <= receiver)


def _words(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.start : paragraph.end]


def _take_until_end(text: str, todo: list[Paragraph], done: list[Paragraph], addressee: str | None) -> None:
    """Move paragraphs from `todo` to `done` as enclosed, up to the word that ends the enclosure, or all."""
    ends = _patterns().ends
    while todo:
        paragraph = todo.pop()
        end = ends.search(_words(text, paragraph))
        if not end:
            done.append(evolve(paragraph, status="enclosed", addressee=addressee))
            continue
        done += [
            evolve(part, status="enclosed", addressee=addressee)
            for part in _cut(paragraph, 0, paragraph.start + end.start())
        ]
        todo += _cut(paragraph, paragraph.start + end.end(), len(text))
        return


def _take_quoted(text: str, todo: list[Paragraph], done: list[Paragraph], addressee: str | None) -> None:
    """Move the paragraphs of a quotation from `todo` to `done`: to the one that closes it, or those that open one."""
    closing = next(
        (
            n
            for n in range(len(todo) - 1, -1, -1)
            if _QUOTE_CLOSES.search(_words(text, todo[n])) and not (n and _QUOTE_OPENS.match(_words(text, todo[n - 1])))
        ),
        None,
    )
    while todo and ((closing is not None and len(todo) > closing) or _QUOTE_OPENS.match(_words(text, todo[-1]))):
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
