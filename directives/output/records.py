"""Cables and directives in, records out: dictionaries with fixed keys in a fixed order, also as JSON and CSV lines.

What is not known is None. A bare imperative has an empty cue that stands where its action starts, so that the offsets
of every quote in a record give its text back.
"""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any, Final

from directives.model import CONSTRAINT_TYPES, Actor, Cable, Constraint, Directive, Fact, Findings, Quote
from directives.output.escaping import cell, json_line

Record = dict[str, Any]


def quote_record(quote: Quote) -> Record:
    """Text and offsets of a quote."""
    return {"text": quote.text, "start": quote.start, "end": quote.end}


def _constraint_record(constraint: Constraint) -> Record:
    return {"type": constraint.type, **quote_record(constraint.quote), "value": constraint.value}


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _parties(cable: Cable) -> Record:
    header = cable.header
    return {
        "number": _value(header.number),
        "sender": header.sender.label or None if header.sender else None,
        "addressees": [party.label for party in header.addressees],
    }


def directive_record(directive: Directive, cable: Cable) -> Record:
    """One directive as a line of `directives extract`; `cable` is the one it was found in."""
    cue = directive.cue or Quote("", directive.action.start, directive.action.start)
    return {
        "id": directive.id,
        "source": directive.source,
        "page": directive.page,
        "paragraph": directive.paragraph,
        "cable": {"id": cable.id, **_parties(cable), "date": _value(cable.header.date)},
        "modality": directive.modality,
        "status": directive.status,
        "form": directive.form,
        "cue": quote_record(cue),
        "actor": {"text": directive.actor.text, "role": directive.actor.role, "name": directive.actor.name},
        "action": {**quote_record(directive.action), "verb": directive.verb},
        "constraints": [_constraint_record(constraint) for constraint in directive.constraints],
        "sentence": quote_record(directive.sentence),
    }


def cable_record(findings: Findings) -> Record:
    """One cable as a line of `directives cables`: its header, and the number of directives that it issues."""
    cable, header = findings.cable, findings.cable.header
    return {
        "id": cable.id,
        "source": cable.source,
        **_parties(cable),
        "place": _value(header.place),
        "date": _value(header.date),
        "time": _value(header.time),
        "classification": _value(header.classification),
        "precedence": _value(header.precedence),
        "document_number": _value(header.document_number),
        "references": [
            {**quote_record(reference.quote), "number": reference.number, "direction": reference.direction}
            for reference in cable.references
        ],
        "pages": len(cable.pages),
        "legibility": cable.legibility,
        "directives": len(findings.issued),
    }


def directive_records(findings: Findings) -> list[Record]:
    """The records of all directives of a cable, in reading order."""
    return [directive_record(directive, findings.cable) for directive in findings.directives]


def to_json_line(record: Record) -> str:
    """A record as one line of JSON with its line end; control characters stand in it as JSON escapes."""
    return json_line(json.dumps(record, ensure_ascii=False)) + "\n"


def flat(record: Record) -> Record:
    """A directive's record without nesting: names joined ("action.text"), a column a constraint type, None unknown."""
    cells: Record = {}
    for name, value in record.items():
        if name == "constraints":
            for kind in CONSTRAINT_TYPES:
                cells[kind] = "; ".join(constraint["text"] for constraint in value if constraint["type"] == kind)
        elif isinstance(value, dict):
            cells |= {f"{name}.{inner}": cell for inner, cell in flat(value).items()}
        elif isinstance(value, list):
            cells[name] = "; ".join(value)
        else:
            cells[name] = value
    return cells


def _flat(record: Record) -> dict[str, str]:
    """A directive's record as cells of text."""
    return {name: "" if value is None else str(value) for name, value in flat(record).items()}


# The columns do not depend on the data: they are those of this record.
_SPECIMEN: Final = Directive(
    id="",
    cable_id="",
    source="",
    modality="obligation",
    form="",
    cue=None,
    actor=Actor("addressee"),
    action=Quote("", 0, 0),
    sentence=Quote("", 0, 0),
)
CSV_COLUMNS: Final = tuple(_flat(directive_record(_SPECIMEN, Cable("", "", "", 0, 0))))


def to_csv(rows: Iterable[Iterable[str]], delimiter: str = ",") -> str:
    """Rows as CSV lines that a spreadsheet can open without running anything from a source."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows([cell(text) for text in row] for row in rows)
    return out.getvalue()


def to_csv_line(record: Record) -> str:
    """A directive's record as a line of CSV, its cells in the order of CSV_COLUMNS."""
    return to_csv([_flat(record).values()])
