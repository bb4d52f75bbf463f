"""A place behind "and" or a comma in; out, whether the verb of a further act stands there."""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.kinds import LISTED_VERBS, MODALS, OBJECT_NEXT, OBLIQUE, VERBS
from directives.forms.segments import opener_at
from directives.forms.verbs import verb_ahead
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

# Behind "have" these make a perfect ("are or *have been* included").
PERFECT: Final = frozenset({"PAST", "HAD", "BEEN", "PARTICIPLE", "GIVEN"})


def begins_act(sentence: Sentence, place: int, end: int) -> bool:
    """True where a base form after "and" is a verb with an object of its own, not a noun in a list."""
    kind = sentence.kinds[place]
    if kind not in ("VERB", "NVERB") and sentence.kinds[place + 1 : place + 2] == ["OF"]:
        return False  # "the need *and value of* it"
    if kind != "NVERB":
        return kind != "HAVE" or (place + 1 < end and sentence.kinds[place + 1] not in PERFECT)
    if _beside_noun(sentence, place, end):
        return False
    word, known = sentence.words[place], act_words()
    if word in known.answering and _answers(sentence, place, end):
        return True
    if _prepositional(sentence, place, end):
        return True
    if word in known.counted and sentence.kinds[place - 2] != "NVERB":
        return place + 1 < end and sentence.kinds[place + 1] not in ("STOP", "AND", "COMMA", "OF")
    return (
        place + 1 < end
        and sentence.kinds[place + 1] in OBJECT_NEXT
        and sentence.kinds[place + 1] not in ("STOP", "PREP")
        and (sentence.kinds[place + 1] != "TO" or verb_ahead(sentence, place + 2, end))
    )


def _prepositional(sentence: Sentence, place: int, end: int) -> bool:
    """True where a word that is verb or noun is a verb, a phrase behind it ("and *place before him* it", "omit it
    altogether, *and rest on* the first")."""
    kinds = sentence.kinds
    if place + 2 >= end or kinds[place + 1] not in ("PREP", "SUB", "TO") or kinds[place - 1] not in ("AND", "COMMA"):
        return False
    if kinds[place + 2] in ("OBJECT_PRONOUN", "US", "IT"):
        return True
    lone = (
        kinds[place - 1] == "AND"
        and kinds[place - 2] == "COMMA"
        and "COMMA" not in kinds[max(0, place - 12) : place - 2]
    )
    return lone and kinds[place + 1] == "PREP"


def _beside_noun(sentence: Sentence, place: int, end: int) -> bool:
    """True where a word that is verb or noun shares a noun, or is part of a name: "import and *export* duties",
    "contempt of and *resort* to arms", "Army and *Service* heads"."""
    kinds = sentence.kinds
    if place < 2 or kinds[place - 1] != "AND":
        return False
    capital = sentence.text[sentence.starts[place]].isupper() and sentence.text[sentence.starts[place] + 1].islower()
    if capital or kinds[place - 2] in ("OF", "FOR"):
        return True
    words = sentence.words
    if place + 1 >= end or kinds[place + 1] != "N" or words[place] in act_words().answering:
        return False
    free = kinds[place - 3] in OBLIQUE or words[place - 3] in ("all", "any")
    paired = kinds[place - 2] == "NVERB" or (free and words[place - 2] in lexicon().verbs_or_nouns)
    return paired or words[place] in words[max(0, place - 4) : place - 1]


def _answers(sentence: Sentence, place: int, end: int) -> bool:
    """True where nothing, or the sender, or a limit stands behind a verb of answering ("and report *to us*")."""
    after = place + 1
    if sentence.words[place - 2] in lexicon().verbs_or_nouns:  # "your comment and report"
        return False
    if after >= end or sentence.kinds[after] == "STOP":
        return True
    if sentence.kinds[after] == "TO":
        return after + 1 < end and sentence.words[after + 1] in ("me", "us")
    return _limit_at(sentence, after)


def _limit_at(sentence: Sentence, at: int) -> bool:
    """True where a constraint of time or manner stands at a token."""
    found = opener_at(sentence, at, lexicon())
    return found is not None and found[0].type in ("time", "manner") and found[0].words != ("via",)


def one_verb(sentence: Sentence, at: int, place: int, head: int) -> bool:
    """True where "and" binds two verbs into one, or two under an infinitive or modal of their own: "*try and see*
    him", "refuse to *support or oppose* it", "which might *cause or help* delay"."""
    kinds = sentence.kinds
    if kinds[place] in MODALS and kinds[at - 1] in MODALS:
        return True  # "a step which *would or might* delay it"
    if kinds[place] not in VERBS or place > at + 1:
        return False
    if at == head + 1:
        return sentence.words[head] in act_words().light
    if sentence.words[place] in act_words().answering:
        return False
    return at > head + 2 and kinds[at - 1] in VERBS - {"BE", "HAVE"} and kinds[at - 2] in MODALS | {"TO"}


def list_goes_on(sentence: Sentence, place: int, end: int) -> bool:
    """True where a list of verbs that a comma parts is closed by "and" and one more verb."""
    kinds = sentence.kinds
    return any(kinds[at] == "AND" and kinds[at + 1] in VERBS for at in range(place + 1, min(end - 1, place + 40)))


def singled_out(sentence: Sentence, place: int, end: int) -> int:
    """The verb of a further act that a comma and words like "in particular" single out ("…, *in particular avoid*
    comment"); 0 where none stands behind the comma."""
    words, kinds, singling = sentence.words, sentence.kinds, act_words().singling
    for size in (1, 2, 3, 4):
        if tuple(words[place : place + size]) in singling and place + size < end:
            verb = place + size + (kinds[place + size] == "COMMA")
            if verb < end and kinds[verb] in LISTED_VERBS and begins_act(sentence, verb, end):
                return verb
    return 0


def comes_back(sentence: Sentence, at: int, place: int, content: bool) -> bool:
    """True where the verb behind "and" is one of answering to the sender, though it may go with an infinitive or
    modal before it; not with one of what is told ("tell him that the agent *must* wait *and report*")."""
    words, kinds = sentence.words, sentence.kinds
    if words[place] not in act_words().answering:
        return False
    told = content and kinds[at - 1] != "COMMA" and {"me", "us"}.isdisjoint(words[place + 1 : place + 3])
    return not told or MODALS.isdisjoint(kinds[max(0, at - 12) : at])
