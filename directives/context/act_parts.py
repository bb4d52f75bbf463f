"""A drafted directive in; out, the words that its act turns on: its verb, who or what does it, what it is done to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from directives.forms.draft import Draft
from directives.forms.grammar import forms
from directives.forms.kinds import MODALS, OBLIQUE, PARTICIPLES
from directives.forms.nouns import head_of
from directives.language.tokens import Sentence

# Of these and a modal the front of a verb group is made ("should *not have been* told", "will *be able to* say").
GROUP: Final = MODALS | {
    "NOT", "ADVERB", "BE", "BEEN", "IS", "WAS", "HAVE", "HAS", "HAD", "DO", "DID", "TO", "ABLE", "CONSIDER",
}  # fmt: skip
BEING: Final = frozenset({"BE", "BEEN", "IS", "WAS"})
# What may stand in front of the noun in an object.
OPENS_NOUN: Final = frozenset({"DET", "YOUR", "THIS", "ADVERB", "NUM", "NO"})
CLAUSES: Final = frozenset({"THAT", "WH", "IF"})


@dataclass(frozen=True)
class ActParts:
    """What an act turns on, in tokens of its sentence; None where it is unsaid.

    `verb` is the main verb (of a passive its participle, of "be" with an adjective the adjective), `behind` the first
    token behind it and its adverbs, `subject` the span of who or what comes before it and `head` its head, `thing`
    the head of its object, or of what a preposition or "to" links to it. `state`: the verb is such an adjective.
    """

    verb: int | None
    passive: bool
    state: bool
    behind: int
    subject: tuple[int, int] | None
    head: int | None
    thing: int | None


def act_parts(draft: Draft) -> ActParts:
    """The parts of the act of a draft."""
    sentence = draft.candidate.sentence
    kinds = sentence.kinds
    if draft.verb is None:
        return ActParts(None, False, False, draft.first, None, None, head_of(sentence, draft.first, draft.last))
    last = len(sentence) - 1
    verb = draft.verb
    copula = kinds[verb] in BEING
    while verb < last and (kinds[verb] in BEING or (copula and kinds[verb] in ("NOT", "ADVERB"))):
        verb += 1
    before = verb - 1
    while before > 0 and kinds[before] in ("ADVERB", "NOT"):
        before -= 1
    being = kinds[before] in BEING
    passive = being and kinds[verb] in PARTICIPLES
    if copula and kinds[verb] in ("DET", "PREP", "OF", "THAT", "TO", "STOP", "COMMA"):
        verb, passive = draft.verb, False
    behind = verb + 1
    while behind < last and kinds[behind] == "ADVERB":
        behind += 1
    subject = _subject(draft, draft.verb)
    head = head_of(sentence, *subject) if subject else None
    return ActParts(verb, passive, being and not passive, behind, subject, head, _object(sentence, behind, draft.last))


def _subject(draft: Draft, verb: int) -> tuple[int, int] | None:
    """The span of the subject of an act whose verb group ends with the token `verb`."""
    candidate = draft.candidate
    if draft.actor is not None and draft.actor[1] < verb:
        return draft.actor
    if candidate.subject is not None and forms()[candidate.cue.form].family == "subject":
        return candidate.subject
    kinds = candidate.sentence.kinds
    end = verb - 1
    while end >= draft.first and kinds[end] in GROUP:
        end -= 1
    return (draft.first, end) if end >= draft.first else None


def _object(sentence: Sentence, at: int, last: int) -> int | None:
    """The head of what a verb is done to, or of what a preposition links to it, from the token behind it."""
    kinds = sentence.kinds
    if at > last or kinds[at] in CLAUSES:
        return None
    if kinds[at] == "TO" and at < last and kinds[at + 1] not in OPENS_NOUN | {"N"}:
        return at + 1
    if kinds[at] in OBLIQUE or kinds[at] == "AS":
        at += 1
    while at < last and kinds[at] in OPENS_NOUN:
        at += 1
    return head_of(sentence, at, last) if at <= last else None
