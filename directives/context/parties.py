"""A cable's header in; out, whom "you" and "we" name in it, and which way the cable goes.

The way is guessed from offices and places alone: a government writing to its own post gives instructions, a post
writing to its government asks for them, one government can only ask another.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from directives.grammar_files import grammar_table, grammar_text
from directives.language.lexicon import phrases_of
from directives.model import Header, Party

Way = Literal["to_post", "to_government", "between_governments", "unknown"]
_End = Literal["seat", "abroad", "unknown"]


@dataclass(frozen=True)
class Parties:
    """Who writes to whom.

    `sender_words` and `addressee_words` are the words in small letters by which the header names each side; `evidence`
    says in a few words why `direction` was guessed.
    """

    sender_name: str | None = None
    addressee_name: str | None = None
    sender_words: frozenset[str] = frozenset()
    addressee_words: frozenset[str] = frozenset()
    direction: Way = "unknown"
    evidence: str = "no party is named"

    def names_addressee(self, phrase: str) -> bool:
        """True where a phrase speaks of the addressee in the third person: by the words of the header ("Delegation"),
        as the government of a minister whom the header names, or as that of the archive that the cable lies in, unless
        that government itself writes to another."""
        words = _told(phrase)
        if words and words <= self.addressee_words and words != {"government"}:
            return True
        home = _home()
        writes = self.direction == "between_governments" and not home.adjectives.isdisjoint(self.sender_words)
        government = " ".join(phrase.lower().removeprefix("the ").replace("’", "'").split())
        if any(government in names for names, ministers in _governments() if self._to_one_of(ministers)):
            return True
        return government in home.names and not writes

    def _to_one_of(self, ministers: tuple[frozenset[str], ...]) -> bool:
        return any(words <= self.addressee_words for words in ministers)


def parties(header: Header) -> Parties:
    """The parties of a header; several addressees are joined with " and "."""
    senders = (header.sender,) if header.sender else ()
    direction, evidence = _direction(header)
    return Parties(
        sender_name=header.sender.label or None if header.sender else None,
        addressee_name=" and ".join(party.label for party in header.addressees if party.label) or None,
        sender_words=_words(senders),
        addressee_words=_words(header.addressees),
        direction=direction,
        evidence=evidence,
    )


def _told(phrase: str) -> set[str]:
    """The words of a phrase that tell whom it means, in small letters."""
    return {word for word in re.findall(r"[^\W\d_]{3,}", phrase.lower()) if word not in ("the", "and", "for")}


def _words(named: tuple[Party, ...]) -> frozenset[str]:
    texts = (text for party in named for text in (party.name, party.office, party.place) if text)
    return frozenset(word for text in texts for word in re.findall(r"[^\W\d_]{3,}", text.lower()) if word != "the")


def _direction(header: Header) -> tuple[Way, str]:
    if header.sender is None or not header.addressees:
        return "unknown", "a party is not named"
    sender = _end(header.sender)
    ends = {_end(party) for party in header.addressees}
    addressee: _End = ends.pop() if len(ends) == 1 else "unknown"
    evidence = f"{_called(header.sender)} ({sender}) to {_called(header.addressees[0])} ({addressee})"
    if (sender, addressee) == ("seat", "seat"):
        return "between_governments", evidence
    if "seat" in (sender, addressee) and "unknown" in (sender, addressee):
        government = header.sender if sender == "seat" else header.addressees[0]
        if (
            "government" in (government.office or "").lower()
        ):  # "Commonwealth Government to Addison": no post of its own
            return "between_governments", evidence
    if (sender, addressee) in (("seat", "abroad"), ("seat", "unknown"), ("unknown", "abroad")):
        return "to_post", evidence
    if (sender, addressee) in (("abroad", "seat"), ("unknown", "seat"), ("abroad", "unknown")):
        return "to_government", evidence
    return _by_places(header) or ("unknown", evidence)


def _called(party: Party) -> str:
    return party.office or party.place or party.name or "?"


def _end(party: Party) -> _End:
    """Whether a party sits with a government or abroad, by its office; "unknown" for a bare name or place."""
    seat, abroad, _ = _ways()
    if not party.office:
        return "unknown"
    office = party.office.lower()
    if party.place and office.endswith("minister") and "prime" not in office:
        return "abroad"
    return "abroad" if abroad.search(office) else "seat" if seat.search(office) else "unknown"


def _by_places(header: Header) -> tuple[Way, str] | None:
    """The way of a cable between two places, one of which is likelier to be the seat of its government."""
    seats = _ways()[2]
    source = header.sender.place if header.sender else None
    target = header.addressees[0].place
    if source and not target and not (header.sender and header.sender.name) and source.lower() == seats[0]:
        return "to_post", f"from {source} to a named person"
    if not source or not target or source.lower() == target.lower():
        return None
    ranks = [seats.index(place.lower()) if place.lower() in seats else len(seats) for place in (source, target)]
    if ranks[0] == ranks[1]:
        return None
    return ("to_post" if ranks[0] < ranks[1] else "to_government"), f"from {source} to {target}"


class _Home(NamedTuple):
    """What the government of the archive is called, and by which words a header shows that it writes."""

    names: frozenset[str]
    adjectives: frozenset[str]


@cache
def _home() -> _Home:
    table = grammar_table("lexicon/parties.toml")["home"]
    return _Home(frozenset(map(" ".join, phrases_of(table["names"]))), frozenset(table["adjectives"].split()))


@cache
def _governments() -> list[tuple[frozenset[str], tuple[frozenset[str], ...]]]:
    """What each government is called, and the words of a header that together name a minister of it."""
    return [
        (frozenset(map(" ".join, phrases_of(entry["names"]))), tuple(map(frozenset, phrases_of(entry["ministers"]))))
        for entry in grammar_table("lexicon/parties.toml")["government"]
    ]


@cache
def _ways() -> tuple[re.Pattern[str], re.Pattern[str], list[str]]:
    table = tomllib.loads(grammar_text("lexicon/offices.toml"))
    seat, abroad = (
        re.compile(
            r"\b(?:" + "|".join(map(re.escape, sorted(table[name], key=len, reverse=True))) + r")(?![\w'’])", re.I
        )
        for name in ("at_the_seat", "abroad")
    )
    return seat, abroad, table["seats_of_government"]
