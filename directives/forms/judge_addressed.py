"""A form that tells the addressee of himself in; out, why it is no directive: he is informed, foretold, thanked."""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.draft import Candidate
from directives.forms.grammar import Form
from directives.forms.kinds import MODALS
from directives.forms.nouns import somebody_at
from directives.forms.verbs import past_enabling
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

THING_HAD: Final = frozenset({"DET", "THIS", "IT", "OBJECT_PRONOUN", "YOUR"})
# "Have *this in mind*" is no longer.
WIDEST_MIND: Final = 8
# Nor is who is made to act: "get *the whole staff* to come".
WIDEST_CAUSED: Final = 8
# A thing, no more than an opinion, is accepted with one of these behind ("accept the offer", not "accept that…").
TAKEN: Final = frozenset({"DET", "YOUR", "N", "THIS", "NUM", "NUMBER", "OBJECT_PRONOUN"})
OPEN_NOUNS: Final = frozenset({"anything", "everything", "whatever"})


def not_told_to(candidate: Candidate, form: Form) -> str | None:
    """Why what is said of the addressee ("you will…", "hope you will…") does not bind him, or None where it may."""
    sentence, cue = candidate.sentence, candidate.cue
    words = sentence.words
    if cue.terminals[0] == "YOU" and candidate.first and words[candidate.first - 1] in OPEN_NOUNS:
        return "a relative clause"  # "anything *you can do*"
    if cue.terminals[0] == "YOU" and _belongs_to_noun(sentence, candidate):
        return "a relative clause"  # "such news *as you may request will* be sent"
    if "informs" in form.traits and cue.verb and _informs(sentence, candidate):
        return f'an informing formula ("{words[candidate.act]}")'
    if cue.terminals[:2] == ("YOU", "IS") and words[candidate.at[1]] not in ("are", "were"):
        return "said of something else"  # "my aim in writing to *you is* to"
    if form.name == "you_are_to" and _heard(sentence, candidate.first):
        return "what the sender has heard"
    if cue.terminals[0] == "YOU" and _wondered_at(candidate):
        return "what the sender wonders at"
    return _foretells(sentence, candidate, form) if "foretells" in form.traits and cue.verb else None


def _belongs_to_noun(sentence: Sentence, candidate: Candidate) -> bool:
    """True where a clause of the addressee belongs to the noun in front of it, whose own verb follows: "the news *you
    may request will* be sent"."""
    kinds, at = sentence.kinds, candidate.act + 1
    behind = candidate.first > 0 and kinds[candidate.first - 1] in ("N", "NVERB")
    return behind and at < len(kinds) and kinds[at] in MODALS


def _heard(sentence: Sentence, first: int) -> bool:
    """True where the sender tells what it has heard: "we *understand that you are to* be moved"."""
    words = sentence.words
    before = first - 1 - (words[first - 1 : first] == ["that"])
    return before > 0 and words[before] in act_words().hearing


def _wondered_at(candidate: Candidate) -> bool:
    """True where "that you should" tells what the sender finds strange: "it seems *strange that you should* wait"."""
    words, first = candidate.sentence.words, candidate.first
    return (
        first > 1
        and words[first - 1] == "that"
        and not act_words().wondering.isdisjoint(words[max(0, first - 5) : first])
    )


def _informs(sentence: Sentence, candidate: Candidate) -> bool:
    if "MUST" in candidate.cue.terminals or "HAVE" in candidate.cue.terminals[:-1]:
        return False
    act = past_enabling(sentence, candidate.act, len(sentence), candidate.cue.terminals)
    verb = sentence.words[act]
    if _agrees_to(sentence, act) or sentence.words[act : act + 2] == ["find", "out"]:
        return False
    if verb == "see" and act + 1 < len(sentence):
        told = "SHOULD" in candidate.cue.terminals and sentence.kinds[act + 1] in ("WH", "THAT", "IF")
        return not told and not somebody_at(sentence, act + 1)  # "you should *see how* the debate goes"
    if verb == "be" and act + 1 < len(sentence):
        return sentence.words[act + 1] in act_words().informed
    return verb in lexicon().informing


def _agrees_to(sentence: Sentence, act: int) -> bool:
    """Whether an act is to agree to a thing, or not to do one, and no opinion."""
    to = act + 2 if sentence.kinds[act + 1 : act + 2] in (["ADVERB"], ["NOT"]) else act + 1
    return sentence.words[act] == "agree" and sentence.kinds[to : to + 1] == ["TO"]


def _foretells(sentence: Sentence, candidate: Candidate, form: Form) -> str | None:
    words, kinds, cue = sentence.words, sentence.kinds, candidate.cue
    act = past_enabling(sentence, candidate.act, len(words), cue.terminals)
    verb = words[act]
    following = kinds[act + 1] if act + 1 < len(sentence) else "END"
    if verb == "have":
        if following in ("PAST", "PARTICIPLE", "BEEN", "GIVEN", "ADVERB", "HAD"):
            return "a prediction (perfect tense)"
        thing = "hopes" in form.traits and following in THING_HAD
        if (
            thing
            or "mind" in words[act + 1 : act + WIDEST_MIND]
            or (act + 1 < len(sentence) and words[act + 1] in ("regard", "discussions", "talks", "ready"))
        ):
            return None
        return "a prediction, not an act" if "MUST" not in cue.terminals else None
    if verb == "be":
        if "MUST" in cue.terminals or "ABLE" in cue.terminals or form.modality == "prohibition":
            return None
        if "SHOULD" in cue.terminals or "HAVE" in cue.terminals[:-1]:
            return None
        if "hopes" in form.traits and following == "GERUND":
            return None  # "we presume you will *be seeing* him"
        if words[act + 1 : act + 2] and words[act + 1] in act_words().being:
            return None  # "you will *be guided* by his advice"
        return "a state foretold, not an act"
    if verb == "receive" and "SHOULD" in cue.terminals and not somebody_at(sentence, act + 1):
        return "a prediction, not an act"  # "you *should receive* it by Friday"
    if {"MUST", "SHOULD"} & set(cue.terminals) or "HAVE" in cue.terminals[:-1]:
        return None
    if (verb == "see" and somebody_at(sentence, act + 1)) or _agrees_to(sentence, act):
        return None
    if verb == "accept" and following in TAKEN and act_words().courtesies.isdisjoint(words[act:]):
        return None
    if verb in act_words().causing and somebody_at(sentence, act + 1) and "TO" in kinds[act + 2 : act + WIDEST_CAUSED]:
        return None  # "hope you will *get him to* come"
    if verb in ("think", "consider") and form.name == "you_might" and "COULD" in kinds[act:]:
        return None  # "you might *think* the order could be reconsidered"
    if verb in act_words().foretold:
        return "a prediction or a courtesy, not an act"
    return None
