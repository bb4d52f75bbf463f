"""Findings in, W3C Web Annotations out: a page of them as JSON-LD.

A directive is one annotation of its action, classified by its modality; its cue, its actor and each of its constraints
are annotations of their own that link to it. Each target has a text position selector (in characters of the source's
text) and a text quote selector.
"""

import json
from collections.abc import Iterable, Iterator
from typing import TextIO
from urllib.parse import quote as percent_encoded
from uuid import NAMESPACE_URL, uuid5

from directives.model import Cable, Directive, Findings, Quote
from directives.output.escaping import json_line, one_line
from directives.output.exports import Options
from directives.output.records import Record

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of text before and after a quote


def write(findings: Iterable[Findings], target: TextIO, _options: Options) -> None:
    """Write an AnnotationPage, one annotation a line."""
    target.write(f'{{"@context": "{CONTEXT}", "id": "urn:uuid:{uuid5(NAMESPACE_URL, "page")}", ')
    target.write('"type": "AnnotationPage", "items": [')
    separator = "\n"
    for found in findings:
        for directive in found.directives:
            for annotation in _annotations(directive, found.cable):
                target.write(separator + json_line(json.dumps(annotation, ensure_ascii=False)))
                separator = ",\n"
    target.write("\n]}\n")


def _annotations(directive: Directive, cable: Cable) -> Iterator[Record]:
    whole = _name(directive, "directive")
    yield {
        "id": whole,
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            _says("classifying", directive.modality),
            _says("tagging", directive.status),
            _says("identifying", directive.id),
            _says("describing", one_line(str(directive))),
        ],
        "target": _target(directive.action, cable),
    }
    parts = [("cue", directive.cue), ("actor", directive.actor.quote)]
    parts += [(constraint.type, constraint.quote) for constraint in directive.constraints]
    for number, (part, quote) in enumerate(parts):
        if quote:
            yield {
                "id": _name(directive, f"{part} {number}"),
                "type": "Annotation",
                "motivation": "tagging",
                "body": [
                    _says("tagging", part),
                    {"type": "SpecificResource", "purpose": "linking", "source": whole},
                ],
                "target": _target(quote, cable),
            }


def _name(directive: Directive, part: str) -> str:
    """The same IRI whenever the same source is read, and another one for everything else."""
    whole = f"{directive.source}\n{directive.id}\n{directive.action.start}\n{part}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, whole.encode('utf-8', 'replace').decode())}"


def _says(purpose: str, value: str) -> Record:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _target(quote: Quote, cable: Cable) -> Record:
    return {
        "type": "SpecificResource",
        "source": percent_encoded(cable.source, errors="replace"),
        "selector": [
            {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
            {
                "type": "TextQuoteSelector",
                "exact": quote.text,
                "prefix": cable.text[max(0, quote.start - _AROUND) : quote.start],
                "suffix": cable.text[quote.end : quote.end + _AROUND],
            },
        ],
    }
