"""A cable in, an account of each of its sentences out: tokens, the forms that were tried, and what came of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Literal

from attrs import frozen
from lark import Lark, Token, Tree

from directives.examination import Step, examine
from directives.forms.cues import Cue
from directives.forms.draft import Candidate, Draft, Rejected
from directives.forms.grammar import cue_grammar
from directives.lark_tables import parser_of
from directives.model import Cable, Quote

Outcome = Literal["directive", "undertaking", "left out"]


@frozen
class Reading:
    """A form that was tried on a sentence.

    `reason` says why it was left out; `features` what was found with it, and the evidence; `tree` is the parse of its
    cue, a node a line, each terminal with its words.
    """

    form: str
    outcome: Outcome
    reason: str
    features: tuple[str, ...]
    tree: str


@frozen
class Explained:
    """A sentence with its words and their terminals, and the readings that were tried, in the order of the words."""

    sentence: Quote
    tokens: tuple[tuple[str, str], ...]
    readings: tuple[Reading, ...]


def explain(cable: Cable) -> list[Explained]:
    """What was made of each sentence of the cable, in reading order."""
    steps: list[Step] = []
    examine(cable, steps=steps)
    return [_explained(cable, step) for step in steps]


def _explained(cable: Cable, step: Step) -> Explained:
    sentence = step.sentence
    words = (cable.text[start:end] for start, end in zip(sentence.starts, sentence.ends, strict=True))
    found = [(drafts[0].candidate.first, _kept(drafts)) for drafts in _by_candidate(step.drafts)]
    found += [(rejected.candidate.first, _left_out(rejected)) for rejected in step.left_out]
    found.sort(key=lambda placed: placed[0])
    return Explained(
        Quote.cut(cable.text, step.pieces[0][0], step.pieces[-1][1]),
        tuple(zip(words, sentence.kinds, strict=True)),
        tuple(reading for _, reading in found),
    )


def _by_candidate(drafts: list[Draft]) -> Iterator[list[Draft]]:
    """The drafts in groups, those of one cue together."""
    for _, conjuncts in groupby(drafts, key=lambda draft: id(draft.candidate)):
        yield list(conjuncts)


def _kept(drafts: list[Draft]) -> Reading:
    candidate = drafts[0].candidate
    features = [line for draft in drafts for line in _features(draft)]
    return Reading(candidate.cue.form, "directive", "", (*features, *drafts[0].because), _tree(candidate))


def _features(draft: Draft) -> Iterator[str]:
    """What a draft says, a line a part."""
    yield f"{draft.modality}, {draft.role.replace('_', ' ')}: {_words(draft.candidate, draft.first, draft.last)}"
    for segment in draft.constraints:
        yield f"{segment.type}: {_words(draft.candidate, segment.first, segment.last)}"


def _left_out(rejected: Rejected) -> Reading:
    outcome: Outcome = "undertaking" if rejected.undertaking else "left out"
    return Reading(rejected.candidate.cue.form, outcome, rejected.reason, (), _tree(rejected.candidate))


def _words(candidate: Candidate, first: int, last: int) -> str:
    """The tokens first to last, both inclusive, as they stand in the source, on one line."""
    start, end = candidate.sentence.span(first, last)
    return " ".join(candidate.sentence.text[start:end].split())


def _tree(candidate: Candidate) -> str:
    return "\n".join(_branch(_parsed(candidate.cue), candidate, 0))


def _branch(node: Tree[Token] | Token, candidate: Candidate, depth: int) -> Iterator[str]:
    if isinstance(node, Tree):
        yield f"{'  ' * depth}{node.data}"
        for child in node.children:
            yield from _branch(child, candidate, depth + 1)
    else:
        place = int(node)  # the cue's parser is fed the place of each terminal as its text
        whole = candidate.subject if place == 0 and candidate.subject else (candidate.at[place], candidate.at[place])
        yield f"{'  ' * depth}{node.type} {_words(candidate, *whole)}"


def _parsed(cue: Cue) -> Tree[Token]:
    """Lark's tree of a cue, its tokens holding their places in the run."""
    parser = _parser().parse_interactive("")
    for place, terminal in enumerate(cue.terminals):
        parser.feed_token(Token(terminal, str(place)))
    tree: Tree[Token] = parser.feed_eof()  # type: ignore[no-untyped-call]
    return tree


@cache
def _parser() -> Lark:
    return parser_of(cue_grammar())
