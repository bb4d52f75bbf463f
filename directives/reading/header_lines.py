"""One line of a header in, its facts out, each with its place in the line: the Lark grammar of `grammar/header.lark`.

Lines repeat from cable to cable, so the reading of each is kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from directives.reading.header_sides import Side, at_its_place, parties_of
from directives.reading.header_words import parser, patterns, words
from directives.reading.parsing import Node, Token

# Terminals that are facts, by the name of the fact; those of MARK are told by lexicon/marks.toml.
_FACTS: Final = {
    "NUMBER": "number",
    "PLACE": "place",
    "DATE": "date",
    "CLOCK": "time",
    "DOCUMENT": "document",
    "FOR_WHOM": "for_whom",
}
_CERTAIN: Final = {
    "MARK",
    "FOR_WHOM",
    "FOR_WHOM_CAPITALS",
    "RECEIVED",
    "CIPHER",
    "DOCUMENT",
    "DATE",
    "UNNUMBERED",
    "LABEL",
}
_FIGURES: Final = re.compile(r"\d+")
_GLANCE: Final = 72  # characters at the beginning of a line in which what makes it a header line must stand
_SMALL_WORD: Final = re.compile(r"\b[a-z]{2,}\b")
_MOST_SMALL_WORDS: Final = 2


class TitleFacts(NamedTuple):
    """A title line: senders, addressees."""

    senders: tuple[Side, ...]
    addressees: tuple[Side, ...]


class LineFacts(NamedTuple):
    """A line of facts: (kind, start, end) in reading order, the parties of its labels, and how sure it is.

    `others` counts words that the grammar does not know, `certain` those that stand in header lines alone.
    """

    facts: tuple[tuple[str, int, int], ...]
    senders: tuple[Side, ...] = ()
    addressees: tuple[Side, ...] = ()
    others: int = 0
    certain: int = 0
    has_kind: bool = False
    unnumbered: bool = False


@lru_cache(maxsize=8192)
def read_title(line: str) -> TitleFacts | None:
    """The two sides of a title line ("Mr A, Minister for X, to Mr B, High Commissioner in Y"), or None for no title."""
    small = [word for word in _SMALL_WORD.findall(line) if word not in words().small]
    if len(small) > _MOST_SMALL_WORDS or (small and line.rstrip()[-1:] in ".!?:;"):
        return None
    tree = parser().tree(line, "title")
    if tree is None:
        return None
    senders: tuple[Side, ...] = ()
    addressees: tuple[Side, ...] = ()
    to_come = False
    for child in tree.children:
        if isinstance(child, Token):
            to_come = to_come or child.kind == "TO"
        elif to_come:
            addressees += parties_of(child)
        else:
            senders = parties_of(child)
    return TitleFacts(senders, addressees)


def read_running(line: str) -> LineFacts | None:
    """The facts of a header that runs straight into the text, read as far as it reaches; None where it is none."""
    tokens = parser().tokens(line, "running")
    sides = [
        Side(" ".join(token.text.split()), None, None, *_span(token)) for token in tokens if token.kind == "SHORT_NAME"
    ]
    if len(sides) < 2 or all(token.kind != "DATE" for token in tokens):
        return None
    facts = tuple((_FACTS[token.kind], *_span(token)) for token in tokens if token.kind in _FACTS)
    return LineFacts(facts, (sides[0],), (sides[1],))


def looks_like_facts(line: str) -> bool:
    """Whether a line may be one of facts, at a glance: it has a kind, a date, a party, or is secret or urgent."""
    return patterns().facts.search(line, 0, _GLANCE) is not None


def read_facts(line: str) -> LineFacts:
    """The facts of a header line other than a title.

    Which figures stand in a line does not change its reading, but for what makes a year: it is kept by its shape. A
    line that names parties is kept as it is, for names hold figures ("8th Army").
    """
    return _read_kept(line if patterns().label.search(line) else _FIGURES.sub(_shape, line))


def _shape(figures: re.Match[str]) -> str:
    text = figures[0]
    if len(text) in (4, 5) and text[:2] in ("18", "19", "20") and text[4:] in ("", "1"):
        return "1955" + text[4:]
    kept = (
        2
        if len(text) == 3 and text[:2] in ("18", "19")
        else 1
        if text[0] == "0" or (len(text) in (3, 4) and text[0] in "129")
        else 0
    )
    return text[:kept] + "5" * (len(text) - kept)


@lru_cache(maxsize=8192)
def _read_kept(line: str) -> LineFacts:
    tree = parser().tree(line, "facts")
    if tree is None:
        return LineFacts((), others=len(line.split()))
    facts: list[tuple[str, int, int]] = []
    sides: dict[str, tuple[Side, ...]] = {}
    kinds: list[str] = []
    for child in tree.children:
        if isinstance(child, Node):
            sides[child.rule] = tuple(map(at_its_place, parties_of(_side(child))))
            continue
        kinds.append("CIPHER" if child.kind == "NUMBER" and child.text.startswith("#") else child.kind)
        fact = _FACTS.get(child.kind) or (_mark(child) if child.kind == "MARK" else None)
        if fact:
            facts.append((fact, *_span(child)))
    return LineFacts(
        tuple(facts),
        sides.get("labelled_from", ()),
        sides.get("labelled_to", ()),
        others=kinds.count("OTHER"),
        certain=sum(kind in _CERTAIN for kind in kinds),
        has_kind=kinds[:1] == ["KIND"],
        unnumbered="UNNUMBERED" in kinds,
    )


def _side(labelled: Node) -> Node:
    side = labelled.children[-1]
    assert isinstance(side, Node)
    return side


def _mark(token: Token) -> str | None:
    """ "classification" or "precedence", or None for a mark that says who may handle the cable."""
    return words().marks.get(" ".join(token.text.lower().strip("[]()").split()))


def _span(token: Token) -> tuple[int, int]:
    """The span of a token without the brackets, stops and blanks at its edges."""
    text, start = token.text, token.start
    return start + len(text) - len(text.lstrip(" \t\r\n[(?.,#")), start + len(text.rstrip(" \t\r\n,;:"))
