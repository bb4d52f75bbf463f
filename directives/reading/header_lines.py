"""One line of a header in, its facts out, each with its place in the line: the Lark grammar of `grammar/header.lark`.

Lines repeat from cable to cable, so the reading of each is kept.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from lark import Lark, Token, Tree
from lark.exceptions import LarkError

from directives.grammar_files import grammar_folder, grammar_text
from directives.reading.mending import Vocabulary
from directives.reading.times import MONTHS

FactKind = Literal["number", "place", "date", "time", "classification", "precedence", "document", "for_whom"]


class Side(NamedTuple):
    """One party of a title or a From/To line: what it is called, and its span in the line."""

    name: str | None
    office: str | None
    place: str | None
    start: int
    end: int


class TitleFacts(NamedTuple):
    """A title line: senders, addressees."""

    senders: tuple[Side, ...]
    addressees: tuple[Side, ...]


class LineFacts(NamedTuple):
    """A line of facts: (kind, start, end) in reading order, parties of From/To labels, and how much was not understood."""

    facts: tuple[tuple[str, int, int], ...]
    senders: tuple[Side, ...]
    addressees: tuple[Side, ...]
    others: int = 0
    marks: int = 0
    has_kind: bool = False
    unnumbered: bool = False


_FACTS: dict[str, FactKind] = {
    "NUMBER": "number", "PLACE": "place", "DATE": "date", "CLOCK": "time", "DOCUMENT": "document",
    "FOR_WHOM": "for_whom"}
_FIGURES = re.compile(r"\d+")
_GLANCE = 72  # characters at the beginning of a line in which what makes it a header line must stand
_KNOWN_MARKS = {"MARK", "FOR_WHOM", "FOR_WHOM_CAPITALS", "RECEIVED", "CIPHER", "DOCUMENT", "DATE", "UNNUMBERED"}
_IN_PLACE = re.compile(r"(?P<office>.*)[\s,]+(?:in|at|to)\s+(?P<place>(?:the\s+)?\S.*)$", re.I | re.S)
_FOR = re.compile(r"\s+for\s+", re.I)
_WHERE = re.compile(r"^\(\s*(?:in|at|en route(?: to)?)\s+|\s*\)$", re.I)


def _alternatives(names: Iterable[str]) -> str:
    """A pattern for any of `names`, the longest first."""
    return "|".join(re.escape(name).replace("/", r"\/").replace(r"\ ", r"\s+")
                    for name in sorted(set(names), key=lambda n: (-len(n), n)))


@cache
def _lexicon(name: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = tomllib.loads(grammar_text(f"lexicon/{name}.toml"))
    return table


@cache
def _parser() -> Lark:
    marks = _lexicon("marks")
    made = {"MARK.5": [*marks["classification"], *marks["precedence"], *marks["handling"]], "_PLACE_NAME": itertools.chain(*_lexicon("places").values()),
            "_PORTFOLIO": _lexicon("offices")["portfolios"]}
    terminals = (f"{name}: /\\[?(?:{_alternatives(words)})(?!\\w)\\]?/i\n" for name, words in made.items())
    return Lark("\n".join([grammar_text("header.lark"), *terminals]), parser="lalr", lexer="contextual",
                start=["title", "facts"], import_paths=[str(grammar_folder())])


class _Words(NamedTuple):
    """Words for offices, for bodies, before names; places; and the marks with what they say."""

    person: re.Pattern[str]
    body: re.Pattern[str]
    title: re.Pattern[str]
    places: frozenset[str]
    marks: dict[str, FactKind]


@cache
def _words() -> _Words:
    offices = _lexicon("offices")
    person, body = (re.compile(rf"(?<!\w)(?:{_alternatives(offices[group])})(?![\w'’])", re.I)
                    for group in ("held_by_a_person", "bodies"))
    title = re.compile(rf"(?:{_alternatives(offices['titles'])})(?:\.|(?=\s))(?!\s(?:of|for|in|to)\b)", re.I)
    places = frozenset(name.lower() for group in _lexicon("places").values() for name in group)
    marks: dict[str, FactKind] = {word: kind for kind in ("classification", "precedence") for word in _lexicon("marks")[kind]}
    return _Words(person, body, title, places, marks)


@lru_cache(maxsize=8192)
def read_title(line: str) -> TitleFacts | None:
    """The two sides of a title line ("Mr A, Minister for X, to Mr B, High Commissioner in Y"); None where it is no title."""
    try:
        tree = _parser().parse(line, start="title")
    except LarkError:
        return None
    senders: tuple[Side, ...] = ()
    addressees: tuple[Side, ...] = ()
    to_come = False
    for child in tree.children:
        if isinstance(child, Token):
            to_come = to_come or child.type == "TO"
        elif to_come:
            addressees += _sides(child)
        else:
            senders = _sides(child)
    return TitleFacts(senders, addressees)


def looks_like_facts(line: str) -> bool:
    """Whether a line may be one of facts, at a glance: it says its kind, how secret or urgent it is, a date or a party."""
    return _glance().search(line, 0, _GLANCE) is not None


@cache
def _glance() -> re.Pattern[str]:
    terminals = {terminal.name: terminal.pattern.to_regexp() for terminal in _parser().terminals}
    anywhere = ("CIPHER", "DOCUMENT", "DATE", "UNNUMBERED", "MARK", "FROM_LABEL", "TO_LABEL")
    first = ("KIND", "RECEIVED", "FOR_WHOM", "FOR_WHOM_CAPITALS")
    return re.compile("|".join([*(rf"\A\W*(?:{terminals[name]})" for name in first), r"\A#",
                                *(rf"(?<![^\W_])(?:{terminals[name]})" for name in anywhere)]))


@cache
def vocabulary() -> Vocabulary:
    """The words of header lines, that damaged ones are mended to."""
    groups = itertools.chain(_lexicon("marks").values(), _lexicon("places").values(), [MONTHS])
    return Vocabulary(word for group in groups for name in group for word in re.findall(r"[^\W_]+", name))


def is_place(line: str) -> bool:
    """Whether a whole line is the name of a place that places.toml knows."""
    return " ".join(line.lower().split()) in _words().places


def read_facts(line: str) -> LineFacts:
    """The facts of a header line other than a title; `others` counts the words that the grammar does not know.

    Which figures stand in a line does not change its reading, but for what makes a year: it is kept by the line's shape.
    """
    return _read_shape(_FIGURES.sub(_shape, line))


def _shape(figures: re.Match[str]) -> str:
    words = figures[0]
    if len(words) in (4, 5) and words[:2] in ("18", "19", "20") and words[4:] in ("", "1"):
        return "1955" + words[4:]
    first = words[0] if words[0] == "0" or (len(words) in (3, 4) and words[0] in "129") else "5"
    return first + "5" * (len(words) - 1)


@lru_cache(maxsize=8192)
def _read_shape(line: str) -> LineFacts:
    try:
        tree = _parser().parse(line, start="facts")
    except LarkError:
        return LineFacts((), (), (), others=99)
    facts: list[tuple[str, int, int]] = []
    senders: tuple[Side, ...] = ()
    addressees: tuple[Side, ...] = ()
    others = marks = 0
    has_kind = unnumbered = False
    for child in tree.children:
        token = child if isinstance(child, Token) else child.children[-1]
        if isinstance(token, Tree):
            assert isinstance(child, Tree)
            if child.data == "labelled_from":
                senders = _sides(token)
            else:
                addressees = _sides(token)
        else:
            kind = _FACTS.get(token.type) or (_words().marks.get(" ".join(token.lower().strip("[]").split())) if token.type == "MARK" else None)
            if kind:
                start, end = _trimmed(line, int(token.start_pos or 0), int(token.end_pos or 0))
                facts.append((kind, start, end))
        if isinstance(token, Token):
            others += token.type == "OTHER"
            marks += token.type in _KNOWN_MARKS
            unnumbered = unnumbered or token.type == "UNNUMBERED"
            has_kind = has_kind or (token.type == "KIND" and child is tree.children[0])
    return LineFacts(tuple(facts), senders, addressees, others, marks, has_kind, unnumbered)


def _sides(tree: Tree[Token]) -> tuple[Side, ...]:
    """The parties of one side: a name takes the offices that follow it, a body or another name begins the next party."""
    parties: list[Side] = []
    joined = ""
    for token in tree.children:
        assert isinstance(token, Token) and token.start_pos is not None and token.end_pos is not None
        if token.type in ("COMMA", "AND", "VIA"):
            joined += token.type
            continue
        last = parties[-1] if parties else None
        words = " ".join(token.split())
        if token.type == "WHERE":
            side = Side(None, None, _WHERE.sub("", words), token.start_pos, token.end_pos)
        elif token.type == "NICKNAME":
            side = Side(words.strip("() "), None, None, token.start_pos, token.end_pos)
        else:
            side = Side(*_chunk(words), token.start_pos, token.end_pos)
        if last and _belongs(last, side, token.type, joined):
            offices = ", ".join(filter(None, (last.office, side.office)))
            parties[-1] = Side(last.name or side.name, offices or None, last.place or side.place, last.start, side.end)
        else:
            parties.append(side)
        joined = ""
    return tuple(parties)


def _belongs(last: Side, side: Side, kind: str, joined: str) -> bool:
    """Whether `side` says more of the party `last` than being another party."""
    if kind != "CHUNK" or joined == "VIA":
        return True
    if joined != "COMMA":
        return False
    titled = last.name is not None and _words().title.match(last.name) is not None
    if side.office:
        return last.name is not None and (titled or _words().person.search(side.office) is not None)
    return side.place is not None and last.office is not None and (titled or last.name is None)


@lru_cache(maxsize=8192)
def _chunk(words: str) -> tuple[str | None, str | None, str | None]:
    """Name, office and place in the words between two separators of a title."""
    known = _words()
    low = words.lower()
    if low.removeprefix("the ") in known.places:
        return None, None, words
    if known.title.match(words):
        return words, None, None
    office = known.person.search(words) if low not in ("officer", "resident", "chief", "leader") else None
    held = known.body.search(words)
    if office and not (held and held.start() < office.start() and office.end() <= held.end()):
        return None, *_office(words)
    through = _FOR.search(words)
    if through and (held is None or held.end() <= through.start()):
        name = words[through.end():]
        return (name, *_office(words[:through.start()])) if held else (words[:through.start()], None, None)
    return (None, *_office(words)) if held else (words, None, None)


def _office(words: str) -> tuple[str, str | None]:
    """An office and the place it is held in: ("High Commissioner", "London")."""
    match = _IN_PLACE.match(words)
    return (match["office"], match["place"]) if match else (words, None)


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    """The span without the brackets, stops and blanks at its edges."""
    words = line[start:end]
    return start + len(words) - len(words.lstrip(" \t\n[(?.,#")), end - len(words) + len(words.rstrip(" \t\n,;:"))
