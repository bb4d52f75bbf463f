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
    joined = "\n".join(text[start:end] for start, end in paragraph.pieces)
    for start, end in sentence_spans(joined, 0, len(joined)):
        pieces: Pieces = []
        offset = 0
        for piece_start, piece_end in paragraph.pieces:
            length = piece_end - piece_start
            a, b = max(start - offset, 0), min(end - offset, length)
            if a < b:
                pieces.append((piece_start + a, piece_start + b))
            offset += length + 1
        yield pieces
