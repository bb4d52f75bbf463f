"""Findings in, the data of the page out: JSON in pieces, safe to stand inside a script element.

A source's text stands in it once and everything else points into it with offsets (characters, end exclusive), so a
page is not much larger than the texts. Words that repeat (forms, reasons, names) stand once in a table of strings.
The scripts read it in `scripts/model.js`; the rows' order is the same there.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from directives.model import CONSTRAINT_TYPES, MODALITIES, Cable, Directive, Findings, NearMiss, Quote, Undertaking
from directives.output.escaping import json_line
from directives.output.records import cable_record
from directives.reading.ids import Ids
from directives.reading.legibility import ILLEGIBLE

STATUSES = ("issued", "reported", "enclosed")
_ENDS_AN_ELEMENT = re.compile("[<>&]")


class NoCablesError(Exception):
    """There is no cable to show."""


def safe_json(value: object) -> str:
    """JSON in which no character can end the script element that it stands in, or hide in it."""
    encoded = json_line(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return _ENDS_AN_ELEMENT.sub(lambda found: f"\\u{ord(found[0]):04x}", encoded)


class _Numbered(dict[str, int]):
    """Texts in the order in which they came, each with its number."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


class _Rows:
    """The rows of the page, as they gather cable by cable."""

    def __init__(self) -> None:
        self.strings = _Numbered()
        self.ids = Ids()  # those of cables and of directives: each is a place on the page
        self.cables: list[dict[str, Any]] = []

    def string(self, text: str | None) -> int | None:
        return None if text is None else self.strings[text]

    def add(self, found: Findings, text: int) -> None:
        """Take in one cable, whose text is the one of that number."""
        cable = found.cable
        record = cable_record(found)
        header = {name: value for name, value in record.items() if name in _HEADER and value not in (None, [])}
        self.cables.append(
            {
                "id": self.ids.free(cable.id),
                "source": cable.source,
                "text": text,
                "span": _reach(found),
                "header": header,
                "legibility": cable.legibility,
                "pages": [[p.number, p.start, p.end, round(p.legibility, 3), p.copy_of] for p in cable.pages],
                "directives": [self.directive(directive) for directive in found.directives],
                "near_misses": [self.near_miss(miss) for miss in _widest(found.near_misses)],
                "undertakings": [self.undertaking(undertaking) for undertaking in found.undertakings],
            }
        )

    def directive(self, directive: Directive) -> list[Any]:
        actor = directive.actor
        return [
            self.ids.free(directive.id),
            MODALITIES.index(directive.modality),
            STATUSES.index(directive.status),
            self.string(directive.form),
            self.string(directive.verb),
            self.string(actor.role),
            self.string(actor.name),
            directive.page,
            self.string(directive.paragraph),
            _span(directive.sentence),
            _span(directive.action),
            _span(directive.cue),
            _span(actor.quote),
            [
                [CONSTRAINT_TYPES.index(limit.type), limit.quote.start, limit.quote.end, self.string(limit.value)]
                for limit in directive.constraints
            ],
            [self.strings[words] for words in directive.because],
        ]

    def near_miss(self, miss: NearMiss) -> list[Any]:
        return [_span(miss.quote), _span(miss.sentence), self.string(miss.form), self.string(miss.reason)]

    def undertaking(self, undertaking: Undertaking) -> list[Any]:
        return [_span(undertaking.action), _span(undertaking.sentence), undertaking.page]


_HEADER = (
    "number",
    "sender",
    "addressees",
    "date",
    "time",
    "place",
    "classification",
    "precedence",
    "document_number",
)


def _span(quote: Quote | None) -> list[int] | None:
    return [quote.start, quote.end] if quote else None


def _widest(misses: Sequence[NearMiss]) -> list[NearMiss]:
    """The near misses without those whose words are part of another's, of the same form in the same sentence."""
    alike: dict[tuple[str, int], list[NearMiss]] = {}
    for miss in misses:
        alike.setdefault((miss.form, miss.sentence.start), []).append(miss)
    inside = {
        id(miss)
        for group in alike.values()
        for miss in group
        if any(
            other.quote.start <= miss.quote.start and miss.quote.end <= other.quote.end and other.quote != miss.quote
            for other in group
        )
    }
    return [miss for miss in misses if id(miss) not in inside]


def _reach(found: Findings) -> tuple[int, int]:
    """The span of source text that shows the cable: its own, its pages, and all that was found in it."""
    cable = found.cable
    shown = [
        (cable.start, cable.end),
        *((p.start, p.end) for p in cable.pages),
        *((d.sentence.start, d.sentence.end) for d in found.directives),
    ]
    return min(start for start, _ in shown), max(end for _, end in shown)


def pieces(findings: Iterable[Findings], messages: Iterable[str]) -> Iterator[str]:
    """The data of the page as JSON, piece by piece: each text as soon as its cables come, all the rest at the end.

    `messages` are lines on what could not be read; they are asked for after the last of the findings. Raises
    NoCablesError where there is none.
    """
    rows = _Rows()
    before: Cable | None = None
    texts = 0
    yield '{"texts":['
    for found in findings:
        cable = found.cable
        # The cables of a source come one after the other and share its text.
        if before is None or before.source != cable.source or before.text != cable.text:
            yield ("," if texts else "") + safe_json(cable.text) + "\n"
            texts += 1
        rows.add(found, texts - 1)
        before = cable
    if not texts:
        raise NoCablesError("there is no cable to show")
    rest = {
        "modalities": MODALITIES,
        "statuses": STATUSES,
        "constraint_types": CONSTRAINT_TYPES,
        "illegible": ILLEGIBLE,
        "messages": list(messages),
        "strings": list(rows.strings),
    }
    for name, value in rest.items():
        yield f"{',' if name != 'modalities' else '],'}{safe_json(name)}:{safe_json(value)}"
    yield ',"cables":['
    for number, row in enumerate(rows.cables):
        yield ("," if number else "") + safe_json(row) + "\n"
    yield "]}"
