"""Metadata of a document in, header facts out: names of columns are understood, and what the text lacks is filled in.

Facts from metadata have no quote: their words stand nowhere in the text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from functools import cache
from typing import Final

from attrs import evolve

from directives.grammar_files import grammar_text
from directives.model import Fact, Header, Party
from directives.reading.header import read_header
from directives.reading.lines import split_lines
from directives.reading.times import iso_clock, iso_date

_ISO: Final = re.compile(r"\s*(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ](\d\d:\d\d))?")
_SHOWN: Final = 40  # characters of a value that tells nothing
_PLAIN_KEY: Final = re.compile(r"[\W_]+")
_PLAIN_FACTS: Final = ("number", "place", "classification", "precedence", "document_number")
_LEADING_NUMBER: Final = re.compile(r"(?i)^(?:no|nr)\.?\s*(?=\d)|^#\s*")


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Fact → the names that columns and entries with it go by, likeliest first, in plain small letters."""
    table = tomllib.loads(grammar_text("lexicon/columns.toml"))["columns"]
    return {fact: tuple(map(_plain, names)) for fact, names in table.items()}


def _plain(name: str) -> str:
    return _PLAIN_KEY.sub("", name.lower())


def column_of(fact: str, columns: list[str], chosen: Mapping[str, str]) -> str | None:
    """Which of `columns` holds a fact (or "text" or "id"): the chosen one, else one of a usual name, else None."""
    if fact in chosen:
        return chosen[fact] if chosen[fact] in columns else None
    plain = {_plain(name): name for name in reversed(columns)}
    return next((plain[name] for name in _names()[fact] if name in plain), None)


def facts() -> tuple[str, ...]:
    """The facts that metadata may give, with "text" and "id"."""
    return tuple(_names())


def facts_of(values: Mapping[str, object], chosen: Mapping[str, str]) -> dict[str, str]:
    """The facts among the values of a row or of front matter, as words; what is empty is left out."""
    columns = list(values)
    found = {fact: column_of(fact, columns, chosen) for fact in _names() if fact != "text"}
    return {fact: words for fact, name in found.items() if name and (words := _words(values[name]))}


def not_there(names: Collection[str], chosen: Mapping[str, str]) -> list[str]:
    """The names chosen for facts that are not among `names`, each in words; the text's has an error of its own."""
    return [
        f"{name!r}, which --column {fact}={name} asks for"
        for fact, name in chosen.items()
        if fact != "text" and name not in names
    ]


def unread(facts: Mapping[str, str]) -> list[str]:
    """The date and the time among the facts where their words tell none, each as a line; the words stand last."""
    readers: dict[str, Callable[[str], str | None]] = {"date": _date, "time": iso_clock}
    return [
        f"its {fact} cannot be read; it says {facts[fact][:_SHOWN]!r}"
        for fact, reader in readers.items()
        if fact in facts and reader(facts[fact]) is None
    ]


def _date(words: str) -> str | None:
    """ISO form of a date, in figures or in words; None where it cannot be told."""
    told = _ISO.match(words)
    if told is None:
        return iso_date(words)
    parts = [part for part in told.groups()[:3] if part]
    possible = all(1 <= int(part) <= most for part, most in zip(parts[1:], (12, 31), strict=False))
    return "-".join(parts) if possible else None


def _words(value: object) -> str:
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "; ".join(str(item) for item in value if isinstance(item, str | int))
    return str(value).strip()


def filled_in(header: Header, facts: Mapping[str, str]) -> Header:
    """`header`, and from metadata whatever it lacks. What the text says goes before what metadata say."""
    if not facts:
        return header
    title = _from_title(facts.get("title", ""))
    date_ = _date(facts.get("date", ""))
    time = iso_clock(facts["time"]) if "time" in facts else None
    known = {name: Fact(facts[name]) for name in _PLAIN_FACTS if name in facts}
    if "number" in known:
        known["number"] = Fact(_LEADING_NUMBER.sub("", facts["number"]))
    if date_:
        known["date"] = Fact(date_)
    if time:
        known["time"] = Fact(time)
    sender = Party(facts["sender"]) if "sender" in facts else title.sender
    addressees = tuple(Party(name.strip()) for name in facts.get("addressee", "").split(";") if name.strip())
    lacking = {
        name: known.get(name) or getattr(title, name)
        for name in (*_PLAIN_FACTS, "date", "time")
        if getattr(header, name) is None
    }
    return evolve(
        header,
        sender=_signed(_fuller(header.sender, sender), facts.get("signed", "")),
        addressees=header.addressees or addressees or title.addressees,
        **lacking,
    )


def _fuller(read: Party | None, told: Party | None) -> Party | None:
    """The party that the text tells of, unless it tells only the place and metadata tell who it is."""
    if read is None or (read.name is None and read.office is None and told is not None):
        return evolve(told, place=told.place or (read.place if read else None)) if told else read
    return read


def _signed(sender: Party | None, name: str) -> Party | None:
    """The sender with the name that the document is signed with, where it has none."""
    if not name or (sender and sender.name):
        return sender
    return evolve(sender, name=name) if sender else Party(name)


def _from_title(title: str) -> Header:
    """What a title that is not part of the text tells: its parties, their quotes left out."""
    if not title:
        return Header()
    header = read_header(title, split_lines(title)).header
    without = {
        name: Fact(fact.value) if (fact := getattr(header, name)) else None for name in (*_PLAIN_FACTS, "date", "time")
    }
    sender = evolve(header.sender, quote=None) if header.sender else None
    return Header(sender=sender, addressees=tuple(evolve(party, quote=None) for party in header.addressees), **without)
