"""The values every stage hands to the next: quotes, cables with their headers, and the directives found in them.

Offsets count characters of the source's text as decoded, end exclusive, and `source_text[start:end] == text` holds for
every Quote. The words are those of the field: deontic modality, actor, constraint, undertaking.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from html import escape
from typing import Literal

from attrs import Attribute, field, frozen

Modality = Literal["obligation", "request", "recommendation", "permission", "prohibition", "exemption"]
Role = Literal["addressee", "sender", "third_party"]
ConstraintType = Literal["time", "condition", "manner", "purpose", "limit", "reason"]
Status = Literal["issued", "reported", "enclosed"]
Direction = Literal["mine", "yours"]

MODALITIES: tuple[Modality, ...] = ("obligation", "request", "recommendation", "permission", "prohibition", "exemption")
CONSTRAINT_TYPES: tuple[ConstraintType, ...] = ("time", "condition", "manner", "purpose", "limit", "reason")


def _html_table(facts: Mapping[str, object]) -> str:
    """A small HTML table of what is known; every text in it escaped."""
    rows = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(str(value))}</td></tr>"
        for name, value in facts.items()
        if value not in (None, "")
    )
    return f"<table>{rows}</table>"


@frozen
class Quote:
    """A piece of source text with its character offsets (end exclusive).

    Raises ValueError where the offsets do not fit the text.
    """

    text: str
    start: int
    end: int = field()

    @end.validator
    def _fits(self, attribute: Attribute[int], end: int) -> None:
        if self.start < 0 or end - self.start != len(self.text):
            raise ValueError(f"a quote of {len(self.text)} characters cannot lie at {self.start}:{end}")

    @classmethod
    def cut(cls, source_text: str, start: int, end: int) -> Quote:
        """The quote source_text[start:end]; raises ValueError for a span outside the text."""
        if not 0 <= start <= end <= len(source_text):
            raise ValueError(f"no span {start}:{end} in a text of {len(source_text)} characters")
        return cls(source_text[start:end], start, end)

    def __str__(self) -> str:
        return self.text


@frozen
class Fact:
    """A header fact: its normalised value and the words it was read from (None where it came from metadata)."""

    value: str
    quote: Quote | None = None

    def __str__(self) -> str:
        return self.value


@frozen
class Party:
    """Who sends or receives a cable: "Mr S. M. Bruce" / "High Commissioner" / "London", each None where unknown."""

    name: str | None = None
    office: str | None = None
    place: str | None = None
    quote: Quote | None = None

    @property
    def label(self) -> str:
        """What to call the party in a table: its name, else its office, else its place, else ""."""
        return self.name or self.office or self.place or ""

    def __str__(self) -> str:
        return self.label


@frozen
class Reference:
    """A mention of another message ("my telegram No. 722"): its words, one number each, and whose it is."""

    quote: Quote
    number: str
    direction: Direction | None = None


@frozen
class Header:
    """What stands above the text of a cable. What is not known is None (no addressee: an empty tuple).

    `date.value` is ISO ("1941-11-04", or "1941-11" where the day is missing); `time.value` is 24-hour "HH:MM".
    """

    number: Fact | None = None
    sender: Party | None = None
    addressees: tuple[Party, ...] = ()
    place: Fact | None = None
    date: Fact | None = None
    time: Fact | None = None
    classification: Fact | None = None
    precedence: Fact | None = None
    document_number: Fact | None = None


@frozen
class Page:
    """One page of a source.

    `legibility` is the share (0 to 1) of its words that look like words; `copy_of` the number of the page that it
    repeats, where it is a retaken or worse scan of one.
    """

    number: int
    start: int
    end: int
    legibility: float = 1.0
    copy_of: int | None = None


@frozen
class Paragraph:
    """A paragraph of a cable's running text.

    `pieces` are the spans of source text it consists of, in order: more than one where a page heading or another
    thing that is not text stands inside it. `label` is its number as printed, without brackets or stop ("5", "a").
    `status` is "enclosed" inside a message for somebody else. `addressee` and `sender` say for whom and from whom a
    message inside the cable is, or one that makes up the whole cable ("Following for Forde from Curtin"), where stated.
    """

    pieces: tuple[tuple[int, int], ...]
    label: str | None = None
    page: int = 1
    status: Status = "issued"
    addressee: str | None = None
    sender: str | None = None

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.pieces[-1][1]


@frozen
class Cable:
    """One message of a source: its header, and its running text as paragraphs.

    `text` is the whole text of the source (all offsets count in it); the cable is text[start:end].
    """

    id: str
    source: str
    text: str = field(repr=False)
    start: int
    end: int
    header: Header = Header()
    paragraphs: tuple[Paragraph, ...] = field(default=(), repr=False)
    references: tuple[Reference, ...] = ()
    pages: tuple[Page, ...] = ()

    @property
    def legibility(self) -> float:
        """Mean legibility of its pages, each weighted by its length in characters; 1.0 without any."""
        length = sum(p.end - p.start for p in self.pages)
        return round(sum(p.legibility * (p.end - p.start) for p in self.pages) / length, 3) if length else 1.0

    def page_at(self, offset: int) -> int:
        """Number of the page on which a character of the source stands; 1 for a cable without pages."""
        begun = bisect_right(self.pages, offset, key=lambda page: page.start)
        return self.pages[max(0, begun - 1)].number if self.pages else 1

    def __str__(self) -> str:
        h = self.header
        addressees = ", ".join(map(str, h.addressees)) or "?"
        return f"{self.id}: No. {h.number or '?'}, {h.sender or '?'} to {addressees}, {h.date or 'no date'}"

    def _repr_html_(self) -> str:
        h = self.header
        facts = {
            "cable": self.id,
            "number": h.number,
            "sender": h.sender,
            "addressees": ", ".join(map(str, h.addressees)),
            "place": h.place,
            "date": h.date,
            "time": h.time,
            "classification": h.classification,
            "precedence": h.precedence,
            "document number": h.document_number,
            "paragraphs": len(self.paragraphs),
        }
        return _html_table(facts)


@frozen
class Actor:
    """Who is to act: role, the words for the actor in the clause (None where unsaid), and whom they mean."""

    role: Role
    quote: Quote | None = None
    name: str | None = None

    @property
    def text(self) -> str:
        """The words for the actor, or ""."""
        return self.quote.text if self.quote else ""

    @property
    def label(self) -> str:
        """What to call the actor in a table: by name, a third party by the words for it, else by the role.

        "You" says no more than the role does.
        """
        said = self.text if self.role == "third_party" else ""
        return self.name or said or self.role.replace("_", " ")


@frozen
class Constraint:
    """A limit on how, when or whether to act.

    `value` is the day that a constraint of time names, as an ISO date ("1941-11-25" for "by 25 November" in a cable of
    that autumn), where it names one.
    """

    type: ConstraintType
    quote: Quote
    value: str | None = None


@frozen
class Directive:
    """One act that a cable tells somebody to do, not to do, or lets them do.

    `form` names the wording that the grammar recognised; `verb` is the main verb of the action in its base form, or
    None for a noun phrase; `cue` is None for a bare imperative. `because` holds the evidence for keeping it, in
    words, in the order in which it was weighed.
    """

    id: str
    cable_id: str
    source: str
    modality: Modality
    form: str
    cue: Quote | None
    actor: Actor
    action: Quote
    sentence: Quote
    verb: str | None = None
    constraints: tuple[Constraint, ...] = ()
    status: Status = "issued"
    page: int = 1
    paragraph: str | None = None
    because: tuple[str, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        limits = "".join(f"; {c.type}: {c.quote}" for c in self.constraints)
        return " ".join(f"{self.modality} of {self.actor.label}: {self.action}{limits}".split())

    def _repr_html_(self) -> str:
        facts = {
            "directive": self.id,
            "modality": self.modality,
            "actor": self.actor.label,
            "cue": self.cue,
            "action": self.action,
            **{f"{c.type} {n}": c.quote for n, c in enumerate(self.constraints, 1)},
            "sentence": self.sentence,
        }
        return _html_table(facts)


@frozen
class Undertaking:
    """What the sender says it will do itself ("we will let you know"): kept apart from directives."""

    action: Quote
    sentence: Quote
    page: int = 1
    paragraph: str | None = None


@frozen
class NearMiss:
    """Words that look like a directive and were left out: where, which form, and why."""

    quote: Quote
    sentence: Quote
    form: str
    reason: str


@frozen
class Findings:
    """All that was found in one cable, in reading order."""

    cable: Cable
    directives: tuple[Directive, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()

    @property
    def issued(self) -> tuple[Directive, ...]:
        """The directives that the cable gives itself, in reading order: none that it only encloses or reports."""
        return tuple(directive for directive in self.directives if directive.status == "issued")
