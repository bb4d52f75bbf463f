"""The first lines of a cable in, its Header out, and the lines that are left for the running text.

A line is taken for a header line only where it looks like one at a glance, and the grammar then understands all of it;
what it does not understand is text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from directives.model import Fact, Header, Party, Quote
from directives.reading.header_lines import LineFacts, Side, looks_like_facts, read_facts, read_title
from directives.reading.lines import Line
from directives.reading.times import iso_clock, iso_date

_LONGEST = 320  # characters: no header line is longer
_DEEPEST = 14  # lines: no header is deeper
_FOOTNOTE_MARK = re.compile(r"\[\d{1,2}\](?!\s?\d)")
_CABLE_IN_TITLE = re.compile(
    r"\s(?=(?:circular |draft )?(?:cablegrams?|telegram|savingram)\s+(?:\[?[A-Z]*[ ]?\d|unnumbered))", re.I)
_PROSE_WORD = re.compile(r"\b[a-z]{2,}\b")
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
    return HeaderReading(found.header(), at - pending, 0)


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
        document_number=Fact(re.sub(r"^.*No\.\s*", "", match["document"]), quote("document")))


class _Facts:
    """Gathers the facts of header lines as they are read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.facts: dict[str, Fact] = {}
        self.numbers: list[tuple[int, int]] = []
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
        line = _FOOTNOTE_MARK.sub(lambda m: " " * len(m[0]), self.text[start:end])
        if first and (_TITLE.search(line) or _TITLE_BEFORE.match(line)):
            cable = _CABLE_IN_TITLE.search(line)
            title = read_title(line[:cable.start()] if cable else line)
            if title and (len(line.split()) < 60):
                self.senders = tuple(self._party(side, start) for side in title.senders)
                self.addressees = tuple(self._party(side, start) for side in title.addressees)
                return not cable or self._take_facts(line[cable.end():], start + cable.end()) or True
        return self._take_facts(line, start)

    def _take_facts(self, line: str, start: int) -> bool:
        if not looks_like_facts(line):
            return False
        facts = read_facts(line)
        if not _is_header_line(facts):
            return False
        for kind, begin, end in facts.facts:
            self._add(kind, start + begin, start + end)
        if facts.senders and not self.senders:
            self.senders = tuple(self._party(side, start) for side in facts.senders)
        if facts.addressees and not self.addressees:
            self.addressees = tuple(self._party(side, start) for side in facts.addressees)
        return True

    def _add(self, kind: str, start: int, end: int) -> None:
        words = self.text[start:end]
        if kind == "number":
            if "date" not in self.facts or not self.numbers:
                self.numbers.append((start, end))
            return
        value: str | None = " ".join(words.split()).strip("[]")
        if kind == "date":
            value = iso_date(words)
        elif kind == "time":
            value = iso_clock(words)
        elif kind in ("classification", "precedence"):
            value = words.title()
        if value and kind not in self.facts:
            self.facts[kind] = Fact(value, Quote.cut(self.text, start, end))

    def _party(self, side: Side, offset: int) -> Party:
        return Party(side.name, side.office, side.place, Quote.cut(self.text, offset + side.start, offset + side.end))

    def header(self) -> Header:
        """All that was gathered."""
        number = None
        if self.numbers:
            quote = Quote.cut(self.text, self.numbers[0][0], self.numbers[-1][1])
            value = ", ".join(_number(self.text[s:e]) for s, e in self.numbers)
            number = Fact(value, quote)
        place = self.facts.get("place")
        senders = self.senders or ((Party(place=place.value, quote=place.quote),) if place else ())
        return Header(number=number, sender=senders[0] if senders else None, addressees=self.addressees, place=place,
                      date=self.facts.get("date"), time=self.facts.get("time"),
                      classification=self.facts.get("classification"), precedence=self.facts.get("precedence"),
                      document_number=self.facts.get("document"))


def _number(words: str) -> str:
    return " ".join(re.sub(r"(?i)^(?:nos?\.?\s?|#)", "", words).strip(" .[]#").split())


def _is_header_line(facts: LineFacts) -> bool:
    kinds = {kind for kind, _, _ in facts.facts}
    if facts.others:
        return facts.has_kind and "date" in kinds and facts.others <= 2
    return facts.has_kind or facts.marks > 0 or bool(facts.senders or facts.addressees)
