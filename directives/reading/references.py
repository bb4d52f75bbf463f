"""A cable's text in, the mentions of other messages out: their words, one record a number, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from lark import Lark, Token
from lark.exceptions import LarkError

from directives.grammar_files import grammar_folder, grammar_text
from directives.model import Direction, Quote, Reference

_CANDIDATE = re.compile(
    r"\b(?:[Mm]y|[Oo]ur|[Yy]our|[Tt]elegrams?|[Cc]ablegrams?|[Cc]ircular|[Ss]avingrams?|[Cc]ables?|[Dd]espatch(?:es)?|[Mm]essages?|MY|OUR|YOUR|TELEGRAMS?|CABLEGRAMS?)\b"
    r"[^\n.;,()]{0,60}?(?:\b(?:Nos?|NOS?)\.?\s?)?[\w.]*\d")
_MINE = {"my", "our"}


def find_references(text: str, start: int, end: int) -> tuple[Reference, ...]:
    """References in text[start:end], in reading order."""
    return tuple(_found(text, start, end))


def _found(text: str, start: int, end: int) -> Iterator[Reference]:
    at = start
    while candidate := _CANDIDATE.search(text, at, end):
        window = text[candidate.start():min(candidate.start() + 140, end)]
        read = _read(window)
        if read is None:
            at = candidate.start() + 1
            at = max(at, text.find(" ", at, end) if text.find(" ", at, end) >= 0 else at)
            continue
        owner, numbers, length = read
        quote = Quote.cut(text, candidate.start(), candidate.start() + length)
        direction: Direction | None = None
        if owner:
            direction = "mine" if owner in _MINE else "yours" if owner == "your" else None
        for number in numbers:
            yield Reference(quote, number, direction)
        at = quote.end


@lru_cache(maxsize=4096)
def _read(window: str) -> tuple[str, tuple[str, ...], int] | None:
    """Owner, numbers and length of the reference that `window` begins with, or None."""
    parser = _parser().parse_interactive(window)
    best: tuple[str, tuple[str, ...], int] | None = None
    owner = ""
    message = False
    numbers: list[str] = []
    try:
        for token in parser.iter_parse():
            if token.type == "OWNER":
                owner = token.lower()
            elif token.type in ("MESSAGE", "KIND_WORD"):
                message = message or token.type == "MESSAGE" or token.lower() == "circular"
            elif token.type == "NUMBER":
                numbers.append(" ".join(token.split()))
                if owner or message:
                    best = owner, tuple(numbers), int(token.end_pos or 0)
    except LarkError:
        pass
    return best


@cache
def _parser() -> Lark:
    return Lark(grammar_text("reference.lark"), parser="lalr", lexer="contextual", start="reference",
                import_paths=[str(grammar_folder())])
