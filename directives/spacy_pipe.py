"""A spaCy document in, the same document with its directives out: as spans that displaCy draws, and as records.

    nlp = spacy.blank("en")
    nlp.add_pipe("directives")
    doc = nlp("Please inform Marlow before Friday.")
    spacy.displacy.render(doc, style="span", options={"spans_key": "directives"})

The component needs no other component and no model. It is found by its name wherever spaCy and this package are
installed; spaCy comes with the extra `directives[spacy]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

import directives
from directives.model import Directive, Findings, Quote
from directives.output.records import Record, directive_records
from directives.reading import ReadingProblem, read_text

NAME = "directives"


@Language.factory(
    NAME,
    assigns=["doc.spans", "doc._.directives", "span._.directive"],
    default_config={"spans_key": NAME},
)
def make(nlp: Language, name: str, spans_key: str) -> DirectiveFinder:  # noqa: ARG001  (what spaCy calls it with)
    """The component; `spans_key` is the name of its group in doc.spans."""
    return DirectiveFinder(spans_key)


class DirectiveFinder:
    """Puts into doc.spans[spans_key] a span for the parts of each directive, and into doc._.directives their records.

    A span's label is the modality for the action ("PROHIBITION"), "CUE", "ACTOR", or the constraint's type ("TIME");
    its id_ is that of the directive, and span._.directive the record. Spans reach out to whole tokens; the offsets in
    the records are exact.
    """

    def __init__(self, spans_key: str = NAME) -> None:
        self.spans_key = spans_key
        if not Doc.has_extension("directives"):
            Doc.set_extension("directives", default=[])
        if not Span.has_extension("directive"):
            Span.set_extension("directive", getter=_record)

    def __call__(self, doc: Doc) -> Doc:
        """Find the directives of the document's text; a text that cannot be read has none."""
        records: list[Record] = []
        spans: list[Span] = []
        for found in _examined(doc.text):
            records += directive_records(found)
            spans += (span for directive in found.directives for span in _spans(doc, directive))
        doc.spans[self.spans_key] = spans
        doc._.directives = records
        return doc


def _examined(text: str) -> Iterator[Findings]:
    try:
        cables = read_text(text) if text.strip() else []
    except ReadingProblem:
        return
    yield from map(directives.examine, cables)


def _spans(doc: Doc, directive: Directive) -> Iterator[Span]:
    parts: list[tuple[str, Quote | None]] = [
        ("CUE", directive.cue),
        ("ACTOR", directive.actor.quote),
        (directive.modality.upper(), directive.action),
        *((constraint.type.upper(), constraint.quote) for constraint in directive.constraints),
    ]
    for label, quote in parts:
        if quote and quote.text:
            span = doc.char_span(quote.start, quote.end, label, alignment_mode="expand", span_id=directive.id)
            if span is not None:
                yield span


def _record(span: Span) -> Record | None:
    return next((record for record in span.doc._.directives if record["id"] == span.id_), None)
