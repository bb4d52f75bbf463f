"""A cable in, its sentences with their paragraph out: sentences run over page breaks, never over paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from directives.language.sentences import sentence_spans
from directives.model import Cable, Paragraph

Pieces = list[tuple[int, int]]


def cable_sentences(cable: Cable) -> Iterator[tuple[Paragraph, Pieces]]:
    """Each sentence as the spans of source text it consists of, with its paragraph."""
    for paragraph in cable.paragraphs:
        if len(paragraph.pieces) == 1:
            start, end = paragraph.pieces[0]
            for span in sentence_spans(cable.text, start, end):
                yield paragraph, [span]
        else:
            yield from ((paragraph, pieces) for pieces in _over_pieces(cable.text, paragraph))


def _over_pieces(text: str, paragraph: Paragraph) -> Iterator[Pieces]:
    """Sentences of a paragraph that consists of several spans: split as one text, then cut at the seams again."""
    spans = paragraph.pieces
    joined = "\n".join(text[start:end] for start, end in spans)
    first = offset = 0  # the span that a sentence begins in, and its place in the joined text
    for start, end in sentence_spans(joined, 0, len(joined)):
        while offset + spans[first][1] - spans[first][0] < start:
            offset += spans[first][1] - spans[first][0] + 1
            first += 1
        pieces: Pieces = []
        n, at = first, offset
        while n < len(spans) and at < end:
            span_start, span_end = spans[n]
            a, b = max(start - at, 0), min(end - at, span_end - span_start)
            if a < b:
                pieces.append((span_start + a, span_start + b))
            at += span_end - span_start + 1
            n += 1
        yield pieces
