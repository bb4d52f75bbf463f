"""A verb of telling or asking and a token behind it in; out, whether what is told or asked begins or goes on there."""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.kinds import (
    CLAUSE_OPENS,
    CONTENT_WORDS,
    FINITES,
    MODALS,
    NOUN_HEADS,
    PARTICIPLES,
    PRONOUN_SUBJECTS,
)
from directives.forms.marks import letter_at
from directives.forms.verbs import base_form
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

# Behind what the sender asks to be told, these give his reason: "let me know whether he will come, *as*…".
REASONS: Final = frozenset({"as", "because", "since"})
# What is told reaches no further, in tokens, where a wish of the sender follows.
LONGEST_TOLD: Final = 40


def is_content(sentence: Sentence, at: int) -> bool:
    """True where "that" opens what is said, not where it points ("that matter")."""
    if sentence.kinds[at] != "THAT":
        return True
    if sentence.words[at - 2 : at] == ["above", "all"]:
        return True
    if sentence.words[at - 1] in ("all", "everything", "anything", "something", "much", "so", "such"):
        return False
    previous = sentence.kinds[at - 1]
    return previous not in ("PREP", "OF", "TO", "AND") or sentence.words[at - 1] in ("effect",)


def tells_or_asks(verb: str) -> bool:
    """True for a verb that says or asks something: a clause behind it may be what is told."""
    known = act_words()
    return verb in lexicon().saying or verb in known.telling or verb in known.asking


def points(sentence: Sentence, that: int, end: int) -> bool:
    """True where "that" points to a thing right behind a verb that tells nothing ("keep *that* option open")."""
    kinds = sentence.kinds
    if that + 1 >= end or kinds[that + 1] != "N" or tells_or_asks(sentence.words[that - 1]):
        return False
    for kind in kinds[that + 2 : end]:
        if kind in ("AND", "COMMA", "STOP", "PREP", "OF", "TO", "IF", "SUB"):
            return True
        if kind != "N":
            return False
    return True


def tells(sentence: Sentence, at: int, head: int, end: int) -> bool:
    """True where what is told begins without "that": "say *he has gone*", "stress the *importance* of…"."""
    kinds, words, known = sentence.kinds, sentence.words, act_words()
    if words[at] in known.told_of and words[head] in known.stressing:
        return True
    if words[at] in known.thought_of:
        return kinds[at + 1 : at + 2] == ["OF"] and at + 2 < end and words[at + 2].endswith("ing")
    return (
        (kinds[at] in PRONOUN_SUBJECTS or words[at] in ("he", "she"))
        and at + 1 < end
        and (kinds[at + 1] in FINITES or (kinds[at] == "WE" and kinds[at + 1] == "BE"))
        and words[head] in known.telling
        and at <= head + 4
    )


def tells_on(sentence: Sentence, at: int, head: int, end: int) -> bool:
    """True where a semicolon parts two things told, no two acts: "say that he has gone*; and that*…"."""
    kinds = sentence.kinds
    place = at + 1 + (kinds[at + 1 : at + 2] == ["AND"])
    if sentence.words[at] != ";" or place + 1 >= end or kinds[place] != "THAT" or kinds[place + 1] == "YOU":
        return False
    return "THAT" in kinds[max(head + 1, at - 2 * LONGEST_TOLD) : at]


def waits(sentence: Sentence, at: int, opens: int, head: int) -> bool:
    """True where the list behind a colon is the object itself: "ascertain: (i) whether…", "say that: (a) …", "give
    notice: (a) that…", "bear in mind: (1) …"."""
    kinds, words = sentence.kinds, sentence.words
    if kinds[at - 1] in ("THAT", "PREP", "TO", "OF", "FOR") or words[at - 1] in CONTENT_WORDS:
        return True
    item = opens + 3  # behind the letter in brackets
    if letter_at(sentence, opens) and item < len(kinds) and (kinds[item] == "THAT" or words[item] in CONTENT_WORDS):
        return True
    last = at - 1
    borne = last == head + 2 and kinds[head + 1] == "PREP" and words[last] in act_words().borne
    return borne or all(kind in ("ADVERB", "COLON") for kind in kinds[head + 1 : at])


def opens_question(sentence: Sentence, at: int, head: int) -> bool:
    """True where "if", "when" or "where" opens what is asked or told: "ascertain *if* he will", told *when*."""
    words, kinds = sentence.words, sentence.kinds
    if words[at] not in ("if", "when", "where") or at <= head:
        return False
    asking = act_words().asking
    if words[at] == "if" and words[at - 1] in act_words().asked_after and kinds[head] in NOUN_HEADS:
        return kinds[at + 1] in CLAUSE_OPENS and "SHOULD" not in kinds[at:]  # "grateful for advice *if* any ship"
    if words[at - 1] in asking and kinds[at - 2] == "TO" and at - 2 > head:
        return True  # "try to ascertain *if* he"
    if base_form(sentence, head) not in asking:
        return False
    place = at - 1
    while place > head and kinds[place] == "ADVERB":  # "ascertain also if"
        place -= 1
    if place == head + 1 and words[place] == "out":
        return True  # "find out *when*"
    told = kinds[place] in PARTICIPLES and all(kind in ("BE", "ADVERB") for kind in kinds[head:place])
    return told or words[place] in asking or words[place] in ("me", "us", "know", "him", "them")


def gives_reason(sentence: Sentence, at: int) -> bool:
    """True where the sender tells why he asks, not in the middle of it ("whether, *as I hope*, he will")."""
    return sentence.words[at] in REASONS and sentence.words[at - 2] not in CONTENT_WORDS


def quoted(sentence: Sentence, at: int, end: int) -> int:
    """The place behind what is quoted from a token on."""
    kinds = sentence.kinds
    return next((place + 1 for place in range(at + 1, end) if kinds[place] == "QUOTE"), end)


def told_of_sender(sentence: Sentence, head: int, at: int) -> bool:
    """True where what is told is about the sender: in "tell him *that we* agree and would welcome talks" the wish
    is told too."""
    kinds = sentence.kinds
    that = next((place for place in range(max(head, at - LONGEST_TOLD), at) if kinds[place] == "THAT"), None)
    return that is not None and kinds[that + 1] == "WE"


def told_on(sentence: Sentence, at: int, place: int, head: int) -> bool:
    """True where what is told goes on behind "and" with a verb of the same form, or a hope of him who is told of:
    "say that they *would* wait and *would* suggest…", "that they agree *and hope it will* last"."""
    kinds = sentence.kinds
    if kinds[at] != "AND" or kinds[at - 1] == "COMMA":
        return False
    if kinds[place] == "HOPE":
        return not {"YOU", "YOUR"} & set(kinds[place + 1 : place + 4])
    if sentence.words[place] in act_words().holding and "WE" in kinds[max(head + 1, at - 20) : at]:
        return True  # "say that Hull and I have read it *and support* it"
    last = next((kind for kind in reversed(kinds[max(head + 1, at - 20) : at]) if kind in FINITES), "")
    return kinds[place] in MODALS and kinds[place] == last and "YOU" not in kinds[place + 1 : place + 6]
