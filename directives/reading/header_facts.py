"""Header lines of one cable in, one after the other; out, the Header that they make together."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from directives.model import Fact, Header, Party, Quote
from directives.reading.header_lines import (
    LineFacts,
    TitleFacts,
    looks_like_facts,
    read_facts,
    read_running,
    read_title,
)
from directives.reading.header_sides import Side
from directives.reading.header_words import is_place, patterns, title_vocabulary, vocabulary
from directives.reading.mending import Mended, mended, unhyphenated
from directives.reading.times import iso_clock, iso_date

_FOOTNOTE_MARK: Final = re.compile(r"\[\d{1,2}\](?!\s?\d)")
_NO_BRACKETS: Final = str.maketrans("", "", "[]()")
_MANY_PARAGRAPHS: Final = 30  # a higher number at the beginning of the text is the cable's, not a paragraph's
_LONGEST_TITLE: Final = 60  # words
_ABOVE_A_TITLE: Final = {"document", "classification", "precedence"}


class HeaderFacts:
    """Gathers the facts of header lines as they are read; each kind of fact is kept as it was first met."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._facts: dict[str, Fact] = {}
        self._senders: tuple[Party, ...] = ()
        self._sender_name: str | None = None
        self._addressees: tuple[Party, ...] = ()
        self._unnumbered = False
        self._cable_line = False  # a line that names its kind would have told the number

    def has_label(self, start: int, end: int) -> bool:
        """Whether text[start:end] has a label of its own ("From:", "To:") or another sign of one fact a line."""
        return patterns().one_a_line.match(self._text, start, end) is not None

    def awaits_title(self) -> bool:
        """Whether a title may come: nothing is told but what stands above one, as a file number, or "Secret"."""
        has_begun = self._senders or self._addressees or self._cable_line
        return not has_begun and all(kind in _ABOVE_A_TITLE for kind in self._facts)

    def take_title(self, start: int, end: int) -> bool:
        """Read text[start:end] as the title line; False where it is none."""
        line = unhyphenated(self._without_marks(start, end))
        if (":" in line.text and patterns().label.search(line.text)) or not patterns().title.search(line.text):
            return False
        more = patterns().particulars.search(line.text)
        title = read_title(line.text[: more.start()] if more else line.text)
        if title is None or len(line.text.split()) > _LONGEST_TITLE:
            return False
        if any(" of " in (side.name or "") for side in (*title.senders, *title.addressees)):
            line, title = self._mended_title(line, title)
        self._senders = tuple(self._party(side, line, start) for side in title.senders)
        self._addressees = tuple(self._party(side, line, start) for side in title.addressees)
        if more:
            self.take_facts(start + line.span(more.start(), len(line.text))[0], end)
        return True

    def _mended_title(self, line: Mended, title: TitleFacts) -> tuple[Mended, TitleFacts]:
        """A title read again with its damaged words mended ("Departrnent of External Affairs" is no name)."""
        again = mended(line.text, title_vocabulary()).of(line)
        reading = read_title(again.text) if again.text != line.text else None
        return (again, reading) if reading else (line, title)

    def take_running(self, start: int, end: int) -> int:
        """Read a header that runs straight into the text; the offset at which the text begins, or 0 for none."""
        if not patterns().document.match(self._text, start, end):
            return 0
        line = Mended(self._text[start:end], None)
        running = read_running(line.text)
        if running is None:
            return 0
        for fact in running.facts:
            self._add(fact, line, start)
        self._senders = tuple(self._party(side, line, start) for side in running.senders)
        self._addressees = tuple(self._party(side, line, start) for side in running.addressees)
        stop = start + max(span[2] for span in running.facts)
        return stop + len(self._text[stop:end]) - len(self._text[stop:end].lstrip())

    def take_facts(self, start: int, end: int, among_labels: bool = False) -> bool:
        """Read text[start:end] as a line of facts, which may stand in a block of such; False where it is none."""
        line = _mended_but_for_parties(self._without_marks(start, end))
        if not looks_like_facts(line.text):
            return self._take_lone_fact(line, start, among_labels)
        facts = read_facts(line.text)
        if not _is_header_line(facts):
            return False
        for fact in facts.facts:
            if fact[0] == "for_whom":
                self._name_parties(line.text[fact[1] : fact[2]])
            elif fact[0] != "number":
                self._add(fact, line, start)
        self._unnumbered = self._unnumbered or facts.unnumbered
        if not self._unnumbered:
            self._add_number(facts, line, start)
        self._cable_line = self._cable_line or facts.has_kind or facts.unnumbered
        self._senders = self._senders or tuple(self._party(side, line, start) for side in facts.senders)
        self._addressees = self._addressees or tuple(self._party(side, line, start) for side in facts.addressees)
        return True

    def _take_lone_fact(self, line: Mended, start: int, among_labels: bool) -> bool:
        """A line that holds only the number ("No. 77"; below the date also "4508.") or, below the date, the place."""
        number = patterns().lone_number.match(line.text)
        may_be_named = self._lacks_named_number(among_labels)
        if number and (self._number_is_missing() or (may_be_named and _is_named(number[1]))):
            self._add(("number", *number.span(1)), line, start)
        elif "date" in self._facts and "place" not in self._facts and is_place(line.text):
            self._add(("place", 0, len(line.text)), line, start)
        else:
            return False
        return True

    def take_leading_number(self, start: int, end: int) -> int:
        """Where the text begins after the cable's own number ("736. For the Ambassador"); 0 without one."""
        number = patterns().leading_number.match(self._text, start, end) if self._number_is_missing() else None
        if number is None or int(number[1]) < _MANY_PARAGRAPHS:
            return 0
        self._facts["number"] = Fact(number[1], Quote.cut(self._text, *number.span(1)))
        return number.end()

    def _number_is_missing(self) -> bool:
        return "date" in self._facts and "number" not in self._facts and not self._cable_line

    def _lacks_named_number(self, among_labels: bool) -> bool:
        """Whether a line that calls itself a number would tell the cable's: its header has begun, and told none."""
        has_begun = among_labels or bool(self._senders or self._addressees or self._facts)
        return has_begun and "number" not in self._facts and not self._unnumbered

    def _without_marks(self, start: int, end: int) -> str:
        """text[start:end] with blanks in place of the marks of footnotes."""
        line = self._text[start:end]
        return _FOOTNOTE_MARK.sub(lambda mark: " " * len(mark[0]), line) if "[" in line else line

    def _add(self, fact: tuple[str, int, int], line: Mended, offset: int) -> None:
        """Keep a fact unless one of its kind is known: its value from the mended line, its quote from the source."""
        kind, start, end = fact
        if kind in self._facts:
            return
        value = _value(kind, line.text[start:end])
        if value:
            self._facts[kind] = Fact(value, self._quote(line, offset, start, end))

    def _add_number(self, facts: LineFacts, line: Mended, offset: int) -> None:
        """The numbers of a line that stand before its date, else one behind it that is called so ("No. 77")."""
        before: list[tuple[int, int]] = []
        behind: list[tuple[int, int]] = []
        spans = before
        for kind, start, end in facts.facts:
            if kind in ("date", "time"):
                spans = behind
            elif kind == "number":
                spans.append((start, end))
        spans = before or [span for span in behind if _is_named(line.text[slice(*span)])][:1]
        if spans:
            self._add(("number", spans[0][0], spans[-1][1]), line, offset)

    def _name_parties(self, words: str) -> None:
        """Give the names in "For Smith from Jones" to parties of which only the place is known."""
        names = patterns().for_whom.search(words)
        if not names:
            return
        if len(self._addressees) == 1 and not self._senders and not self._addressees[0].office:
            there = self._addressees[0]  # "Cablegram to Kuala Lumpur", whether places.toml knows the place or not
            self._addressees = (evolve(there, name=names["addressee"].rstrip("."), place=there.place or there.name),)
        if names["sender"] and not self._senders:
            self._sender_name = names["sender"].rstrip(".")

    def _quote(self, line: Mended, offset: int, start: int, end: int) -> Quote:
        begin, stop = line.span(start, end)
        return Quote.cut(self._text, offset + begin, offset + stop)

    def _party(self, side: Side, line: Mended, offset: int) -> Party:
        return Party(side.name, side.office, side.place, self._quote(line, offset, side.start, side.end))

    def _sender(self) -> Party | None:
        """One party for all who send: their names joined, their quote from the first to the last; else the place."""
        if not self._senders:
            place = self._facts.get("place")
            return Party(self._sender_name, place=place.value, quote=place.quote) if place else None
        if len(self._senders) == 1:
            return self._senders[0]
        quotes = [party.quote for party in self._senders if party.quote]
        return Party(
            " and ".join(map(str, self._senders)),
            self._senders[0].office,
            self._senders[0].place,
            Quote.cut(self._text, quotes[0].start, quotes[-1].end),
        )

    def header(self) -> Header:
        """All that was gathered."""
        get = self._facts.get
        return Header(
            number=get("number"),
            sender=self._sender(),
            addressees=self._addressees,
            place=get("place"),
            date=get("date"),
            time=get("time"),
            classification=get("classification"),
            precedence=get("precedence"),
            document_number=get("document"),
        )


def _mended_but_for_parties(line: str) -> Mended:
    """The line with its damaged words mended up to the first label of a party: who is named there is not guessed at."""
    label = patterns().label.search(line)
    if label is None:
        return mended(line, vocabulary())
    before = mended(line[: label.start()], vocabulary())
    if before.at is None:
        return Mended(line, None)
    return Mended(before.text + line[label.start() :], (*before.at[:-1], *range(label.start(), len(line) + 1)))


def _value(kind: str, words: str) -> str | None:
    """The normalised value of a fact in words; None for a date or time that cannot be told."""
    if kind == "date":
        return iso_date(words)
    if kind == "time":
        return iso_clock(words)
    value = " ".join(words.translate(_NO_BRACKETS).split())
    if kind in ("classification", "precedence"):
        return value.title()
    if kind in ("number", "document"):
        return patterns().number_words.sub("", value).strip(" .#:")
    return value


def _is_named(number: str) -> bool:
    """Whether a number is called one: "No. 77"."""
    return patterns().number_words.match(number) is not None


def _is_header_line(facts: LineFacts) -> bool:
    """Whether a line is understood well enough: to the last word, or but for a few where it names its kind and date."""
    if facts.others:
        return facts.has_kind and facts.others <= (6 if any(kind == "date" for kind, _, _ in facts.facts) else 0)
    return facts.has_kind or facts.certain > 0 or bool(facts.senders or facts.addressees)
