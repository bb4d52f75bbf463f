"""The place behind an "and" in an act in; out, whether a clause of its own begins there, which ends the act."""

from __future__ import annotations

from directives.forms.conjunct_front import OBJECTS
from directives.forms.kinds import (
    CLAUSE_BOUNDS,
    CLAUSE_OPENS,
    FINITES,
    MODALS,
    NOUN_HEADS,
    OBLIQUE,
    PRONOUN_SUBJECTS,
    VERBS,
    WISHING,
)
from directives.forms.segments import opener_at
from directives.forms.verbs import clause_ahead, finite_near
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence


def if_anew(sentence: Sentence, at: int, end: int) -> bool:
    """True where "and if" goes on with what one would be glad of ("grateful if you would wait *and if the Board
    could be told*"), no condition ("and if he agrees tell him")."""
    kinds = sentence.kinds
    if kinds[at : at + 2] != ["AND", "IF"]:
        return False
    if kinds[at + 2 : at + 3] == ["WE"]:
        return True
    behind = (k for k in kinds[at + 2 : min(end, at + 16)] if k in FINITES or k in CLAUSE_BOUNDS)
    return next(behind, "") in ("WOULD", "COULD", "MIGHT")


def answered(sentence: Sentence, place: int, end: int) -> bool:
    """True where a condition or time with its own main clause stands behind "and" ("but *if you wish I shall* do so",
    "and *before it is signed, the Board will* be asked")."""
    found = opener_at(sentence, place, lexicon()) if place < end else None
    if found is None or found[0].type not in ("condition", "time") or found[0].kind != "clauses":
        return False
    kinds = sentence.kinds
    comma = next((at for at in range(found[1], min(end - 1, place + 25)) if kinds[at] in ("COMMA", "COLON")), 0)
    if comma and kinds[comma + 1] in CLAUSE_OPENS and not FINITES.isdisjoint(kinds[found[1] : comma]):
        return clause_ahead(sentence, comma + 1, end)
    if found[0].type == "time":
        return False
    finite = found[1] < end and kinds[found[1]] in PRONOUN_SUBJECTS
    for at in range(found[1] + 1, min(end - 1, place + 25)):
        if kinds[at] == "COMMA" and finite and kinds[at + 1] in PRONOUN_SUBJECTS and kinds[at + 2] in MODALS:
            return True
        if kinds[at] in ("COMMA", "COLON", "AND"):
            return False
        if finite and kinds[at] in PRONOUN_SUBJECTS and kinds[at + 1] in MODALS:
            return True
        finite = finite or kinds[at] in FINITES
    return False


def sender_goes_on(sentence: Sentence, place: int, end: int) -> bool:
    """True where the sender's own verb stands behind "and", the act before it being none that somebody does: "we
    agree to the plan *and consider that*…", "it should be dropped *but urge that*…"."""
    kinds = sentence.kinds
    while place < end and kinds[place] == "ADVERB":
        place += 1
    if place + 1 >= end:
        return False
    goes_on = kinds[place] in WISHING and kinds[place + 1] == "THAT"
    return goes_on or (kinds[place] == "HAVE" and kinds[place + 1] in ("PAST", "HAD"))


def clause_of_its_own(sentence: Sentence, at: int, place: int, end: int) -> bool:
    """True where a clause with a subject of its own begins at a token: behind "and" with a noun, or a pronoun."""
    kinds = sentence.kinds
    pronoun = kinds[place] in PRONOUN_SUBJECTS and place + 1 < end and kinds[place + 1] != "COMMA"
    if pronoun and finite_near(sentence, place + 1, end):
        return True
    return kinds[at] == "AND" and kinds[place] in CLAUSE_OPENS and clause_ahead(sentence, place, end)


def awaits_verb(sentence: Sentence, at: int, head: int, introducer: str | None) -> bool:
    """True where "and" joins two nouns that are the subject of a clause begun before it: "ask which *ships and
    ports* are meant", "that the *drafts and notes* are kept"."""
    kinds = sentence.kinds
    for place in range(at - 1, max(head, at - 12) - 1, -1):
        kind = kinds[place]
        if place == head:
            return introducer == "THAT" and kind in NOUN_HEADS
        if kind in FINITES or kind in VERBS or kind in ("HAVE", "PAST", "COMMA", "COLON"):
            return False
        if kind in ("WH", "SUB", "THAT"):
            return kinds[place - 1] not in OBLIQUE
    return False


def denied_anew(sentence: Sentence, place: int, head: int, end: int) -> bool:
    """True where a denied duty behind "but" is the addressee's, not his of whom is told: "tell him that the loan is
    granted *but should not name* the rate", not "that he may stay *but should not speak*"."""
    kinds = sentence.kinds
    if place + 3 >= end or kinds[place] not in ("SHOULD", "MUST", "NEED") or kinds[place + 1] != "NOT":
        return False
    told = next((kind for kind in reversed(kinds[max(head + 1, place - 40) : place]) if kind in FINITES), "")
    acts = kinds[place + 2] in VERBS - {"BE", "HAVE"} and kinds[place + 3] in OBJECTS | {"N", "THAT"}
    return acts and told not in MODALS


def other_wishes(sentence: Sentence, place: int, end: int, content: bool) -> bool:
    """True where somebody's wish stands at a token, its subject with it: "and *I recommend* that…", "and *it
    requests* that…"; in what is told only one of "I" does."""
    kinds, words = sentence.kinds, sentence.words
    own = words[place] == "i" or (kinds[place] in ("WE", "IT") and not content)
    place += 1
    while place < end and kinds[place] == "ADVERB":
        place += 1
    return own and place + 1 < end and kinds[place] in WISHING | {"PRESUME"} and kinds[place + 1] != "COMMA"


def of_sender(sentence: Sentence, place: int, end: int) -> bool:
    """True where a verb of wishing at a token is the sender's own: "and *suggests*…", "and *urge* that you…"."""
    at = place + 1
    word = sentence.words[place]
    if word.endswith("s") and not word.endswith("ss"):
        return True
    if at < end and sentence.kinds[at] == "THAT":
        at += 1
    return at < end and sentence.kinds[at] == "YOU"


def is_to(sentence: Sentence, place: int, end: int) -> bool:
    """True where "is to", "are not to" and a verb stand at a token."""
    kinds = sentence.kinds
    to = place + 1 + (kinds[place + 1 : place + 2] == ["NOT"])
    return to + 1 < end and kinds[to] == "TO" and kinds[to + 1] in VERBS
