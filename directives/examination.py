"""A cable in, everything found in it out: sentences, forms and context put together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from directives.context.act_evidence import of_act
from directives.context.cue_evidence import of_cue
from directives.context.resolve import Resolver
from directives.context.setting import Setting, manner_of
from directives.context.weigh import strongest, weights
from directives.forms.draft import Candidate, Draft, Rejected
from directives.forms.find import Weigher, find
from directives.forms.grammar import forms
from directives.language.cable_sentences import Pieces, cable_sentences
from directives.language.scan import may_hold_cue
from directives.language.tokens import Sentence, tokenise
from directives.model import Cable, Directive, Findings, NearMiss, Paragraph, Undertaking

# Legibility from which on a sentence without a cue word is passed over unread.
LEGIBLE: Final = 0.97
# Asked about the drafts of a candidate, with what is observed of its cue and of its act: why it is left out, or None.
Decide = Callable[[list[Draft], list[str], list[str]], str | None]


def by_weight(drafts: list[Draft], cue: list[str], act: list[str], telling: bool = True) -> str | None:
    """Keep what the evidence is for; else, where it is `telling`, the observations that speak most against it."""
    known = weights()
    total = known.total(cue, act)
    if not known.suffices(total, forms()[drafts[0].candidate.cue.form].sure):
        return _against(cue + act, telling)
    because = [f"log-odds {total:+.2f}", *strongest(known.weighed(cue + act), against=False)]
    for draft in drafts:
        draft.because = because
    return None


def _against(observations: list[str], telling: bool) -> str:
    most = strongest(weights().weighed(observations), against=True) if telling else []
    return ": ".join(["the evidence is against it", *(["; ".join(most)] if most else [])])


class _Evidence(Weigher):
    """The evidence in one setting, weighed in two steps: an act is read only where it may still tip the scales. Where
    there is a `decide`, it is asked about all."""

    def __init__(self, setting: Setting, decide: Decide | None, telling: bool) -> None:
        self.setting = setting
        self.decide = decide
        self.telling = telling
        self.cue: list[str] = []

    def of_cue(self, candidate: Candidate, hanging: str) -> str | None:
        self.cue = of_cue(candidate, self.setting, hanging)
        if self.decide is not None:
            return None
        known, form = weights(), candidate.cue.form
        if known.suffices(known.most(known.total(self.cue), form), forms()[form].sure):
            return None
        return _against(self.cue, self.telling)

    def of_act(self, drafts: list[Draft]) -> str | None:
        act = of_act(drafts[0], self.setting)
        if self.decide is not None:
            return self.decide(drafts, self.cue, act)
        return by_weight(drafts, self.cue, act, self.telling)


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

    `decide` is asked about each candidate; where it is not given, the evidence is weighed. `steps`, where given, takes
    an account of each sentence.
    """
    directives: list[Directive] = []
    missed: list[NearMiss] = []
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
        drafts, left_out = find(sentence, _Evidence(setting, decide, telling=near_misses))
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
