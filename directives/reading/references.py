"""A cable's text in, the mentions of other messages out: their words, one record a number, and whose they are.

A quick look for the words that name a message finds the candidates; only those are parsed, by `grammar/reference.lark`.
The parse does not depend on which figures stand in a number, so it is kept by the candidate's shape ("your 0000").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from directives.grammar_files import grammar_text
from directives.lalr import Grammar
from directives.model import Direction, Quote, Reference
from directives.reading.parsing import Parser

_REACH: Final = 60  # characters between such a word and the number
_LONGEST: Final = 1_000  # characters of a candidate: a longer list of numbers is read so far
_FIGURE: Final = re.compile(r"\d")
_DIGITS: Final = str.maketrans("123456789", "000000000")
_DIRECTIONS: Final[dict[str, Direction]] = {"my": "mine", "our": "mine", "your": "yours"}


class _Shape(NamedTuple):
    """A parsed candidate: owner in small letters, spans of the numbers, where it ends."""

    owner: str
    numbers: tuple[tuple[int, int], ...]
    end: int


def find_references(text: str, start: int, end: int) -> tuple[Reference, ...]:
    """References in text[start:end], in reading order."""
    return tuple(_found(text, start, end))


def _found(text: str, start: int, end: int) -> Iterator[Reference]:
    done = start
    for at in _stems(text, start, end):
        if at < done or not _FIGURE.search(text, at, min(at + _REACH, end)):
            continue
        while at > done and text[at - 1].isalpha():
            at -= 1
        candidate = _extent().match(text, at, min(end, at + _LONGEST))
        shape = _parse(candidate[0].translate(_DIGITS)) if candidate else None
        if shape:
            quote = Quote.cut(text, at, at + shape.end)
            for begin, stop in shape.numbers:
                yield Reference(quote, " ".join(text[at + begin : at + stop].split()), _DIRECTIONS.get(shape.owner))
            done = quote.end


def _stems(text: str, start: int, end: int) -> list[int]:
    """Where the words stand that may begin a reference, in order."""
    low = text[start:end].lower()
    if len(low) != end - start:  # a few letters have a small form of two characters: offsets would shift
        low = "".join(letter.lower()[:1] for letter in text[start:end])
    found: list[int] = []
    for stem in _known_stems():
        at = low.find(stem)
        while at >= 0:
            found.append(start + at)
            at = low.find(stem, at + 1)
    return sorted(found)


@cache
def _known_stems() -> tuple[str, ...]:
    return tuple(tomllib.loads(grammar_text("lexicon/references.toml"))["stems"])


@lru_cache(maxsize=8192)
def _parse(words: str) -> _Shape | None:
    """The reference that `words` are, or None where they name neither an owner nor a message."""
    tree = _parser().tree(words, "reference")
    if tree is None:
        return None
    tokens = tree.tokens()
    owner = next((token.text.lower() for token in tokens if token.kind == "OWNER"), "")
    numbers = tuple((token.start, token.end) for token in tokens if token.kind == "NUMBER")
    if not numbers or not (owner or any(t.kind == "MESSAGE" or t.text.lower() == "circular" for t in tokens)):
        return None
    return _Shape(owner, numbers, numbers[-1][1])


def grammar() -> Grammar:
    """grammar/reference.lark."""
    return Grammar("references.table", grammar_text("reference.lark"), ("reference",))


@cache
def _parser() -> Parser:
    return Parser(grammar().ready())


@cache
def _extent() -> re.Pattern[str]:
    """How far a candidate reaches: words that may stand before a number, a number, and more numbers."""
    terminals = _parser().patterns
    before = "|".join(terminals[name] for name in ("OWNER", "KIND_WORD", "MESSAGE", "NO", "DATED", "COMMA"))
    between = "|".join(terminals[name] for name in ("COMMA", "AND", "THROUGH"))
    number = terminals["NUMBER"]
    more = rf"(?:\s*(?:{between})){{1,2}}\s*(?:{terminals['NO']})?\s*{number}"
    return re.compile(rf"(?:(?:{before})\s*){{1,6}}{number}(?:{more})*")
