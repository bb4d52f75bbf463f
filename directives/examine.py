"""A cable in, everything found in it out: sentences, forms and context put together."""

from __future__ import annotations

from directives.context.resolve import Resolver
from directives.forms.find import find
from directives.language.cable_sentences import cable_sentences
from directives.language.tokens import tokenise
from directives.model import Cable, Directive, Findings, NearMiss, Undertaking


def examine(cable: Cable) -> Findings:
    """Find every directive of a cable, the sender's undertakings, and what was left out."""
    directives: list[Directive] = []
    near_misses: list[NearMiss] = []
    undertakings: list[Undertaking] = []
    resolver = Resolver(cable)
    for paragraph, pieces in cable_sentences(cable):
        sentence = tokenise(cable.text, pieces)
        if not len(sentence):
            continue
        drafts, left_out = find(sentence)
        for draft in drafts:
            directives.append(resolver.directive(draft, paragraph, pieces, len(directives) + 1))
        near_misses += (resolver.near_miss(r, pieces) for r in left_out if not r.undertaking)
        undertakings += (resolver.undertaking(r, paragraph, pieces) for r in left_out if r.undertaking)
    return Findings(cable, tuple(directives), tuple(undertakings), tuple(near_misses))
