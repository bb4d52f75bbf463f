"""One side of a title or a From/To line in, the parties named there out: name, office and place apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from directives.reading.header_words import is_place, words
from directives.reading.parsing import Node, Token

_IN_PLACE: Final = re.compile(r"(?P<office>.*)[\s,]+(?:in|at|to)\s+(?P<place>(?:the\s+)?\S.*)$", re.I | re.S)
_FOR: Final = re.compile(r"\s+for\s+", re.I)
_WHERE: Final = re.compile(r"^\(\s*(?:in|at|en route(?: to)?)\s+|\s*\)$", re.I)
_NAMED_AT: Final = re.compile(r"(.+) \((.+)\)")


class Side(NamedTuple):
    """One party: what it is called, and its span in the line."""

    name: str | None
    office: str | None
    place: str | None
    start: int
    end: int


def parties_of(side: Node) -> tuple[Side, ...]:
    """The parties of one side: a name takes the offices that follow it, a body or another name begins the next one."""
    parties: list[Side] = []
    joined = ""
    for token in side.tokens():
        if token.kind in ("COMMA", "AND", "VIA"):
            joined += token.kind
            continue
        party = _party(token)
        last = parties[-1] if parties else None
        if last and _belongs(last, party, token.kind, joined):
            parties[-1] = _together(last, party, token.kind)
        else:
            parties.append(party)
        joined = ""
    return tuple(parties)


def at_its_place(side: Side) -> Side:
    """A party of a From/To line: in brackets stands a place behind a titled name, else a name behind a place."""
    named = _NAMED_AT.fullmatch(side.name or "")
    if named is None:
        return side
    name, place = (named[1], named[2]) if words().title.match(named[1]) else (named[2], named[1])
    return side._replace(name=name, place=place)


def _party(token: Token) -> Side:
    text, start, end = " ".join(token.text.split()), token.start, token.end
    if token.kind == "WHERE":
        return Side(None, None, _WHERE.sub("", text), start, end)
    if token.kind == "NICKNAME":
        name = text.strip("() ")
        return Side(None, None, name, start, end) if is_place(name) else Side(name, None, None, start, end)
    return Side(*_chunk(text), start, end)


def _belongs(last: Side, party: Side, kind: str, joined: str) -> bool:
    """Whether `party` says more of the party `last` rather than being another one."""
    if kind != "CHUNK" or joined == "VIA":
        return True
    if joined != "COMMA":
        return False
    titled = last.name is not None and words().title.match(last.name) is not None
    if party.office:
        return last.name is not None and (titled or words().person.search(party.office) is not None)
    return party.place is not None and (titled or (last.office is not None and last.name is None))


def _together(last: Side, more: Side, kind: str) -> Side:
    if kind == "NICKNAME" and last.name and more.name:  # "Lindenau (Harada)": at_its_place() tells them apart
        last, more = last._replace(name=None), more._replace(name=f"{last.name} ({more.name})")
    offices = ", ".join(filter(None, (last.office, more.office)))
    return Side(last.name or more.name, offices or None, last.place or more.place, last.start, more.end)


@lru_cache(maxsize=8192)
def _chunk(text: str) -> tuple[str | None, str | None, str | None]:
    """Name, office and place in the words between two separators of a title."""
    known = words()
    low = text.lower()
    if low.removeprefix("the ") in known.places:
        return None, None, text
    if known.title.match(text) or low in known.surnames:
        return text, None, None
    office, body = known.person.search(text), known.body.search(text)
    if office and not (body and body.start() < office.start() and office.end() <= body.end()):
        return None, *_office(text)
    through = _FOR.search(text)
    if through and (body is None or body.end() <= through.start()):
        name = text[through.end() :]
        return (name, *_office(text[: through.start()])) if body else (text[: through.start()], None, None)
    return (None, *_office(text)) if body else (text, None, None)


def _office(text: str) -> tuple[str, str | None]:
    """An office and the place it is held in: ("High Commissioner", "London")."""
    match = _IN_PLACE.match(text)
    return (match["office"], match["place"]) if match else (text, None)
