"""Drafts in tokens in, model objects with quotes of the source out."""

from __future__ import annotations

from directives.context.deadlines import day_named
from directives.context.parties import parties
from directives.forms.draft import Draft, Rejected
from directives.forms.verbs import base_of
from directives.model import Actor, Cable, Constraint, Directive, NearMiss, Paragraph, Quote, Undertaking


class Resolver:
    """Turns the drafts of one cable into its directives."""

    def __init__(self, cable: Cable) -> None:
        self.cable = cable
        self.parties = parties(cable.header)
        self._sent = cable.header.date.value if cable.header.date else None
        self._quoted: tuple[list[tuple[int, int]], Quote] | None = None

    def _quote(self, start: int, end: int) -> Quote:
        return Quote.cut(self.cable.text, start, end)

    def _sentence(self, pieces: list[tuple[int, int]]) -> Quote:
        """The quote of a sentence, one for all that is found in it."""
        if self._quoted is None or self._quoted[0] is not pieces:
            self._quoted = pieces, self._quote(pieces[0][0], pieces[-1][1])
        return self._quoted[1]

    def directive(self, draft: Draft, paragraph: Paragraph, pieces: list[tuple[int, int]], number: int) -> Directive:
        """The directive of a draft; `number` is its place in the cable, from 1."""
        sentence = draft.candidate.sentence
        span = sentence.span
        verb = base_of(sentence, draft.verb) if draft.verb is not None else None
        actor_quote = self._quote(*span(*draft.actor)) if draft.actor else None
        role = draft.role
        if role == "third_party" and actor_quote and paragraph.status != "enclosed":
            role = "addressee" if self.parties.names_addressee(actor_quote.text) else role
        name = self._names(paragraph).get(role, actor_quote.text if actor_quote else None)
        seen: set[tuple[int, int]] = set()
        constraints = []
        for segment in sorted(draft.constraints, key=lambda s: s.first):
            if segment.type != "aside" and (segment.first, segment.last) not in seen:
                seen.add((segment.first, segment.last))
                quote = self._quote(*span(segment.first, segment.last))
                day = day_named(quote.text, self._sent) if segment.type == "time" else None
                constraints.append(Constraint(segment.type, quote, day))
        action = self._quote(*span(draft.first, draft.last))
        return Directive(
            id=f"{self.cable.id}-{number}",
            cable_id=self.cable.id,
            source=self.cable.source,
            modality=draft.modality,
            form=draft.candidate.cue.form,
            cue=self._quote(*span(*draft.cue)) if draft.cue and draft.cue[0] <= draft.cue[1] else None,
            actor=Actor(role, actor_quote, name),
            action=action,
            sentence=self._sentence(pieces),
            verb=verb,
            constraints=tuple(constraints),
            status=paragraph.status,
            page=self.cable.page_at(action.start),
            paragraph=paragraph.label,
            because=tuple(draft.because),
        )

    def _names(self, paragraph: Paragraph) -> dict[str, str | None]:
        """Whom "you" and "we" name in a paragraph, by role: in an enclosed message only those that it states."""
        own = paragraph.status != "enclosed"
        return {
            "addressee": paragraph.addressee or (self.parties.addressee_name if own else None),
            "sender": paragraph.sender or (self.parties.sender_name if own else None),
        }

    def near_miss(self, rejected: Rejected, pieces: list[tuple[int, int]]) -> NearMiss:
        """What was left out, with its reason."""
        candidate = rejected.candidate
        quote = self._quote(*candidate.sentence.span(candidate.first, candidate.act))
        return NearMiss(quote, self._sentence(pieces), candidate.cue.form, rejected.reason)

    def undertaking(self, rejected: Rejected, paragraph: Paragraph, pieces: list[tuple[int, int]]) -> Undertaking:
        """What the sender will do itself."""
        candidate = rejected.candidate
        quote = self._quote(*candidate.sentence.span(candidate.act, len(candidate.sentence) - 1))
        return Undertaking(quote, self._sentence(pieces), self.cable.page_at(quote.start), paragraph.label)
