"""Findings in, BIO-tagged tokens out: a line a token, a blank line after each sentence, as CoNLL has it.

Columns, parted by tabs: the token, its start and end in the source, then a layer each for cue, actor, action and
constraint. Cue and action carry the modality (B-prohibition), a constraint its type (B-time), the actor its role.
Where two spans of a layer overlap, the earlier and of these the longer is tagged.
"""

from collections.abc import Iterable, Iterator
from typing import TextIO

from directives.language.cable_sentences import Pieces, cable_sentences
from directives.language.tokens import LINE_BREAK, TOKEN
from directives.model import Directive, Findings
from directives.output.escaping import one_line
from directives.output.exports import Options

LAYERS = ("cue", "actor", "action", "constraint")
_Span = tuple[int, int, str]


def write(findings: Iterable[Findings], target: TextIO, _options: Options) -> None:
    """Write all sentences of the cables, also those without a directive."""
    target.write(f"# columns = form start end {' '.join(LAYERS)}\n")
    for found in findings:
        cable = found.cable
        target.write(f"# cable = {one_line(cable.id)}\n# source = {one_line(cable.source)}\n")
        layers = [sorted(spans, key=lambda span: (span[0], -span[1])) for spans in _layers(found.directives)]
        for _, pieces in cable_sentences(cable):
            tokens = list(_tokens(cable.text, pieces))
            tags = [_tags(tokens, spans) for spans in layers]
            for (start, end), *named in zip(tokens, *tags, strict=True):
                form = one_line(LINE_BREAK.sub("", cable.text[start:end]))
                target.write("\t".join([form, str(start), str(end), *named]) + "\n")
            target.write("\n" if tokens else "")


def _layers(directives: Iterable[Directive]) -> tuple[set[_Span], ...]:
    """The spans of each layer with their labels."""
    cues, actors, actions, constraints = layers = tuple[set[_Span], ...]((set(), set(), set(), set()))
    for directive in directives:
        if directive.cue:
            cues.add((directive.cue.start, directive.cue.end, directive.modality))
        if directive.actor.quote:
            actors.add((directive.actor.quote.start, directive.actor.quote.end, directive.actor.role))
        actions.add((directive.action.start, directive.action.end, directive.modality))
        constraints.update((limit.quote.start, limit.quote.end, limit.type) for limit in directive.constraints)
    return layers


def _tokens(text: str, pieces: Pieces) -> Iterator[tuple[int, int]]:
    for start, end in pieces:
        yield from (token.span() for token in TOKEN.finditer(text, start, end))


def _tags(tokens: list[tuple[int, int]], spans: list[_Span]) -> list[str]:
    """The tag of each token in one layer."""
    tags = ["O"] * len(tokens)
    for start, end, label in spans:
        inside = [n for n, (first, last) in enumerate(tokens) if first < end and last > start]
        if inside and all(tags[n] == "O" for n in inside):
            for n in inside:
                tags[n] = f"I-{label}"
            tags[inside[0]] = f"B-{label}"
    return tags
