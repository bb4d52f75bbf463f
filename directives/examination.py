"""A cable in, everything found in it out: sentences, forms and context put together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from directives.context.evidence import Setting, evidence, manner_of
from directives.context.resolve import Resolver
from directives.context.weigh import strongest, weights
from directives.forms.draft import Draft, Rejected
from directives.forms.find import find
from directives.forms.grammar import forms
from directives.language.cable_sentences import Pieces, cable_sentences
from directives.language.scan import may_hold_cue
from directives.language.tokens import Sentence, tokenise
from directives.model import Cable, Directive, Findings, NearMiss, Paragraph, Undertaking

# Legibility from which on a sentence without a cue word is passed over unread.
LEGIBLE = 0.97
Decide = Callable[[list[Draft], list[str]], str | None]


def by_weight(drafts: list[Draft], observations: list[str], telling: bool = True) -> str | None:
    """Keep what the evidence is for; else, where it is `telling`, the observations that speak most against it."""
    known = weights()
    weighed = known.weighed(observations)
    total = known.total(weighed)
    if not known.suffices(total, forms()[drafts[0].candidate.cue.form].sure):
        most = strongest(weighed, against=True) if telling else []
        return ": ".join(["the evidence is against it", *(["; ".join(most)] if most else [])])
    because = [f"log-odds {total:+.2f}", *strongest(weighed, against=False)]
    for draft in drafts:
        draft.because = because
    return None


class Step(NamedTuple):
    """What was made of one sentence: kept for `explain`."""

    pieces: Pieces
    sentence: Sentence
    drafts: list[Draft]
    left_out: list[Rejected]


def examine(
    cable: Cable, decide: Decide | None = None, steps: list[Step] | None = None, near_misses: bool = True
) -> Findings:
    """Find every directive of a cable, the sender's undertakings, and the near misses, unless they are not wanted.

    `decide` is asked about each candidate, by_weight where it is not given. `steps`, where given, takes an account of
    each sentence.
    """
    directives: list[Directive] = []
    missed: list[NearMiss] = []
    decide = decide or partial(by_weight, telling=near_misses)
    undertakings: list[Undertaking] = []
    resolver = Resolver(cable)
    manner = manner_of(cable)
    skim = steps is None and cable.legibility >= LEGIBLE  # on damaged pages a cue word may be damaged too
    sentences: list[tuple[Paragraph, Pieces]] = list(cable_sentences(cable))
    paragraph_before: Paragraph | None = None
    in_paragraph = after_directive = False
    for number, (paragraph, pieces) in enumerate(sentences):
        if paragraph is not paragraph_before:
            in_paragraph = False
            paragraph_before = paragraph
        if skim and not any(may_hold_cue(cable.text, start, end) for start, end in pieces):
            after_directive = False
            continue
        sentence = tokenise(cable.text, pieces)
        if not len(sentence):
            continue
        place = (number + 1) / len(sentences)
        setting = Setting(place, len(sentences), after_directive, in_paragraph, manner, resolver.parties)
        drafts, left_out = find(sentence, partial(_weigh, decide, setting))
        if steps is not None:
            steps.append(Step(pieces, sentence, drafts, left_out))
        after_directive = bool(drafts)
        in_paragraph = in_paragraph or after_directive
        for draft in drafts:
            directives.append(resolver.directive(draft, paragraph, pieces, len(directives) + 1))
        if near_misses:
            missed += (resolver.near_miss(r, pieces) for r in left_out if not r.undertaking)
        undertakings += (resolver.undertaking(r, paragraph, pieces) for r in left_out if r.undertaking)
    return Findings(cable, tuple(directives), tuple(undertakings), tuple(missed))


def _weigh(decide: Decide, setting: Setting, drafts: list[Draft], hanging: str) -> str | None:
    return decide(drafts, evidence(drafts[0], setting, hanging))
