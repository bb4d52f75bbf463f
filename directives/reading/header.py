"""The first lines of a cable in, its Header out, and the lines that are left for the running text.

A line is taken for a header line only where it looks like one at a glance, and the grammar then understands all of it;
what it does not understand is text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from attrs import evolve

from directives.model import Fact, Header, Party, Quote
from directives.reading.header_lines import LineFacts, Side, is_place, looks_like_facts, read_facts, read_title, vocabulary
from directives.reading.lines import Line
from directives.reading.mending import Mended, mended, unhyphenated
from directives.reading.times import iso_clock, iso_date

_LONGEST_TITLE = 60  # words
_DOCUMENT_WORDS = re.compile(r"(?i)^.*\bno\.\s*|\s*:\s*telegram$")
_LONGEST = 320  # characters: no header line is longer
_DEEPEST = 14  # lines: no header is deeper
_FOOTNOTE_MARK = re.compile(r"\[\d{1,2}\](?!\s?\d)")
_CABLE_IN_TITLE = re.compile(
    r"\s(?=(?i:(?:circular |draft )?(?:cablegrams?|telegram|savingram)\s+(?:\[?[A-Z]*[ ]?\d|unnumbered))|[A-Z][A-Z ]{3,}, \[?\d)")
_FOR_WHOM = re.compile(
    r"\b(?i:for) (?i:the )?(?P<addressee>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*?)(?: (?i:from) (?i:the )?(?P<sender>[A-Z].*?))?[.:\s—–-]*$")
_NO_BRACKETS = str.maketrans("", "", "[]")
_PROSE_WORD = re.compile(r"\b[a-z]{2,}\b")
_LONE_NUMBER = re.compile(r"((?:No\.? ?)?(?:[A-Z0]\.)?[A-Z]{0,4} ?\d{2,7})\s*\.?$")
_LEADING_NUMBER = re.compile(r"(\d{2,5})\.\s+(?=[A-Z])")
_MANY_PARAGRAPHS = 30  # a higher number at the beginning of the text is the cable's, not a paragraph's
_PROSE = 7  # words in small letters near its beginning: a line with as many is no header line, but for a title
_TITLE = re.compile(r"\bto\b", re.I)
_TITLE_BEFORE = re.compile(r"\W*(?:extracts? from )?(?:cable|tele|saving)", re.I)
_RUNNING = re.compile(
    r"(?P<document>(?:[A-Z]\w+\. )?Doc(?:ument|\.) No\. [\w-]+)\s+From\s+(?P<sender>[A-Z][\w .()'-]{0,60}?)\s+to\s+"
    r"(?P<addressee>[A-Z][\w .()'-]{0,60}?)\s+(?P<date>\d{1,2} \w{3,9}\.?,? \d{4}|\w{3,9}\.? \d{1,2}, \d{4})"
    r"(?:\s+(?P<number>(?:No\.|#) ?[\w-]+))?\s+")


class HeaderReading(NamedTuple):
    """A header, how many lines it took, and where the text begins in the first line after them."""

    header: Header
    lines: int
    text_from: int


def read_header(text: str, lines: Sequence[Line]) -> HeaderReading:
    """The header that `lines` begin with; a cable without one gives an empty Header and no lines."""
    if not lines:
        return HeaderReading(Header(), 0, 0)
    running = _RUNNING.match(text, lines[0].start, min(lines[0].end, lines[0].start + _LONGEST))
    if running:
        return HeaderReading(_running_header(text, running), 0, running.end())
    found = _Facts(text)
    at = 0
    pending = 0
    while at < len(lines) and at < _DEEPEST:
        size = _block(lines, at)
        taken = found.take(lines[at].start, lines[at + size - 1].end, first=at == 0)
        if not taken and size > 1:
            size = 1
            taken = found.take(lines[at].start, lines[at].end, first=at == 0)
        if not taken:
            if at == 0 and found.could_be_title(lines[0]):
                pending = size
                at += size
                continue
            break
        pending = 0
        at += size
    text_from = found.take_leading_number(lines[at]) if at < len(lines) and not pending else 0
    return HeaderReading(found.header(), at - pending, text_from)


def _block(lines: Sequence[Line], at: int) -> int:
    """How many lines follow one another from `at` on without a blank line."""
    size = 1
    while at + size < len(lines) and not lines[at + size].opens_block:
        size += 1
    return size


def _running_header(text: str, match: re.Match[str]) -> Header:
    def quote(name: str) -> Quote:
        return Quote.cut(text, *match.span(name))

    date = iso_date(match["date"])
    number = match["number"]
    return Header(
        number=Fact(re.sub(r"^\D*", "", number), quote("number")) if number else None,
        sender=Party(match["sender"], quote=quote("sender")),
        addressees=(Party(match["addressee"], quote=quote("addressee")),),
        date=Fact(date, quote("date")) if date else None,
        document_number=Fact(_DOCUMENT_WORDS.sub("", match["document"]), quote("document")))


class _Facts:
    """Gathers the facts of header lines as they are read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.facts: dict[str, Fact] = {}
        self.number: Fact | None = None
        self.sender_name: str | None = None
        self.unnumbered = False
        self.cable_line = False
        self.senders: tuple[Party, ...] = ()
        self.addressees: tuple[Party, ...] = ()

    def could_be_title(self, line: Line) -> bool:
        """Whether a first line that is no known title may still be one: short, and no sentence."""
        return line.end - line.start <= 160 and self.text[line.end - 1] not in ".!?:;"

    def take(self, start: int, end: int, first: bool) -> bool:
        """Read text[start:end] as one header line; False where it is not one."""
        if end - start > _LONGEST:
            return False
        if not first and len(_PROSE_WORD.findall(self.text, start, min(end, start + 160))) >= _PROSE:
            return False
        line = unhyphenated(_FOOTNOTE_MARK.sub(lambda m: " " * len(m[0]), self.text[start:end]))
        if first and (_TITLE.search(line.text) or _TITLE_BEFORE.match(line.text)):
            cable = _CABLE_IN_TITLE.search(line.text)
            title = read_title(line.text[:cable.start()] if cable else line.text)
            if title and len(line.text.split()) < _LONGEST_TITLE:
                self.senders = tuple(self._party(side, line, start) for side in title.senders)
                self.addressees = tuple(self._party(side, line, start) for side in title.addressees)
                if cable:
                    at = line.span(cable.end(), len(line.text))[0]
                    self._take_facts(self.text[start + at:end], start + at)
                return True
        return self._take_facts(self.text[start:end], start)

    def _take_facts(self, damaged: str, start: int) -> bool:
        line = mended(_FOOTNOTE_MARK.sub(lambda m: " " * len(m[0]), damaged), vocabulary())
        if not looks_like_facts(line.text):
            return self._take_lone_fact(line, start)
        facts = read_facts(line.text)
        if not _is_header_line(facts):
            return False
        for fact in facts.facts:
            if fact[0] == "for_whom":
                self._name_parties(line.text[fact[1]:fact[2]])
            elif fact[0] != "number":
                self._add(fact, line, start)
        self._add_numbers(facts, line, start)
        self.cable_line = self.cable_line or facts.has_kind or facts.unnumbered
        if facts.senders and not self.senders:
            self.senders = tuple(self._party(side, line, start) for side in facts.senders)
        if facts.addressees and not self.addressees:
            self.addressees = tuple(self._party(side, line, start) for side in facts.addressees)
        return True

    def _take_lone_fact(self, line: Mended, start: int) -> bool:
        """A line below the date that holds only the number ("4508.") or the place ("TOKYO")."""
        if "date" not in self.facts:
            return False
        number = _LONE_NUMBER.match(line.text) if not self.number and not self.cable_line else None
        if number:
            self._set_number(line, start, *number.span(1))
        elif "place" not in self.facts and len(line.text) < 30 and is_place(line.text):
            self._add(("place", 0, len(line.text)), line, start)
        else:
            return False
        return True

    def take_leading_number(self, line: Line) -> int:
        """Where the text begins in a first line that opens with the cable's number ("736. For the Ambassador"); else 0."""
        if self.number or self.cable_line or "date" not in self.facts:
            return 0
        number = _LEADING_NUMBER.match(self.text, line.start, line.end)
        if number is None or int(number[1]) < _MANY_PARAGRAPHS:
            return 0
        self.number = Fact(number[1], Quote.cut(self.text, *number.span(1)))
        return number.end()

    def _add(self, fact: tuple[str, int, int], line: Mended, offset: int) -> None:
        """Keep a fact unless one of its kind is known; its value is read from the mended line, its quote from the source."""
        kind, start, end = fact
        words = line.text[start:end]
        value: str | None = " ".join(words.split()).strip("[]")
        if kind == "date":
            value = iso_date(words)
        elif kind == "time":
            value = iso_clock(words)
        elif kind in ("classification", "precedence"):
            value = words.strip("[]").title()
        elif kind == "document":
            value = _DOCUMENT_WORDS.sub("", words)
        if value and kind not in self.facts:
            self.facts[kind] = Fact(value, self._quote(line, offset, start, end))

    def _name_parties(self, words: str) -> None:
        """Give the names in "For Smith from Jones" to parties of which only the place is known."""
        names = _FOR_WHOM.search(words)
        if names and len(self.addressees) == 1 and not self.addressees[0].name and not self.addressees[0].office:
            self.addressees = (evolve(self.addressees[0], name=names["addressee"]),)
        if names and names["sender"] and not self.senders:
            self.sender_name = names["sender"]

    def _add_numbers(self, facts: LineFacts, line: Mended, offset: int) -> None:
        """The numbers of a line that stand before its date; a line that says "unnumbered" has none."""
        if self.number or self.unnumbered:
            return
        self.unnumbered = facts.unnumbered
        spans = []
        for kind, start, end in facts.facts:
            if kind in ("date", "time") or self.unnumbered:
                break
            if kind == "number":
                spans.append((start, end))
        if spans:
            self._set_number(line, offset, spans[0][0], spans[-1][1])

    def _set_number(self, line: Mended, offset: int, start: int, end: int) -> None:
        value = re.sub(r"(?i)^(?:nos?\.?\s?|#)", "", line.text[start:end]).strip(" .#").translate(_NO_BRACKETS)
        self.number = Fact(" ".join(value.split()), self._quote(line, offset, start, end))

    def _quote(self, line: Mended, offset: int, start: int, end: int) -> Quote:
        begin, stop = line.span(start, end)
        return Quote.cut(self.text, offset + begin, offset + stop)

    def _party(self, side: Side, line: Mended, offset: int) -> Party:
        return Party(side.name, side.office, side.place, self._quote(line, offset, side.start, side.end))

    def _together(self, senders: tuple[Party, ...]) -> Party | None:
        """One party for all who send: their names joined, their quote from the first to the last."""
        if len(senders) < 2:
            return senders[0] if senders else None
        quotes = [party.quote for party in senders if party.quote]
        return Party(" and ".join(map(str, senders)), senders[0].office, senders[0].place,
                     Quote.cut(self.text, quotes[0].start, quotes[-1].end))

    def header(self) -> Header:
        """All that was gathered."""
        place = self.facts.get("place")
        senders = self.senders or ((Party(self.sender_name, place=place.value, quote=place.quote),) if place else ())
        return Header(number=self.number, sender=self._together(senders), addressees=self.addressees, place=place,
                      date=self.facts.get("date"), time=self.facts.get("time"),
                      classification=self.facts.get("classification"), precedence=self.facts.get("precedence"),
                      document_number=self.facts.get("document"))


def _is_header_line(facts: LineFacts) -> bool:
    kinds = {kind for kind, _, _ in facts.facts}
    if facts.others:
        return facts.has_kind and facts.others <= (6 if "date" in kinds else 0)
    return facts.has_kind or facts.marks > 0 or bool(facts.senders or facts.addressees)
