"""The place of an "and" behind a passive act in; out, the further passive that it joins, its auxiliary left out."""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.conjunct_front import NOUN_ENDS
from directives.forms.conjuncts import Joined
from directives.forms.kinds import BEHIND_PARTICIPLE, OBLIQUE, PARTICIPLES, SUBJECT_PARTS
from directives.forms.verbs import is_passive
from directives.language.tokens import Sentence

# A subject that denies its act may hold these too ("and *no reference to it* made").
DENIED_PARTS: Final = SUBJECT_PARTS | {"PREP", "TO", "PRONOUN"}


def passive_conjunct(sentence: Sentence, at: int, end: int, head: int, relative: bool) -> Joined | None:
    """The passive that "and" joins to a passive act, its auxiliary left out: "should be warned *and told* …",
    "should be deferred *and the draft (be) returned*"; behind a `relative` clause only one that nothing else can
    be ("and *action taken*")."""
    kinds = sentence.kinds
    if kinds[at] != "AND" or kinds[at - 1] in OBLIQUE:  # "prominent in *or* connected with"
        return None
    if relative:
        return _light_passive(sentence, at + 1, end)
    place = at + 1
    while place < end and kinds[place] == "ADVERB":
        place += 1
    negated = place < end and kinds[place] == "NOT"
    first = place = place + negated
    if place < end and kinds[place] == "BE" and is_passive(sentence, place, end):
        return Joined(place, place, negated)
    if place < end and kinds[place] in PARTICIPLES:
        goes_on = kinds[place + 1] if place + 1 < end else "STOP"
        given = kinds[place] == "GIVEN" and goes_on == "DET" and "COMMA" not in kinds[at - 1 : min(end, place + 8)]
        return Joined(place, place, negated) if given or goes_on in BEHIND_PARTICIPLE else None
    light = None if negated else _light_passive(sentence, first, end)
    if light is not None:
        return light
    told = kinds[first : first + 1] == ["NO"] or sentence.words[first : first + 1] in (["a"], ["an"])
    bare = told or not any(kind in ("PREP", "OF", "TO") for kind in kinds[head:at])
    parts = DENIED_PARTS if kinds[first : first + 1] == ["NO"] else SUBJECT_PARTS
    while place < min(end, first + 12) and (
        kinds[place] in parts or (kinds[place] == "PAST" and kinds[place - 1] == "DET")
    ):
        place += 1  # "the *United* Kingdom", "the *proposed* visit"
    if place >= end or place == first:
        return None
    last, negated = place, kinds[place] == "NOT"
    place += negated
    if place < end and kinds[place] == "BE" and is_passive(sentence, place, end):
        return Joined(first, place, negated)
    if bare and place + 1 < end and kinds[place] in PARTICIPLES and kinds[place + 1] in BEHIND_PARTICIPLE:
        return Joined(first, place, negated) if kinds[last - 1] in NOUN_ENDS else None
    return None


def _light_passive(sentence: Sentence, place: int, end: int) -> Joined | None:
    """A bare noun and what is done to it, "be" left out ("and perhaps *reference made* to it")."""
    kinds = sentence.kinds
    while place < end and kinds[place] == "ADVERB":
        place += 1
    first = place
    while place < min(end, first + 4) and kinds[place] in ("N", "GERUND", "NVERB"):
        place += 1
    words = sentence.words
    if place == first or place + 1 >= end or words[place - 1] not in act_words().light_nouns:
        return None
    if words[place] not in act_words().light_participles:
        return None
    return Joined(first, place) if kinds[place + 1] in BEHIND_PARTICIPLE else None
