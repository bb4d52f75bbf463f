"""A sentence and a place in it in; out, the verb there: its base form, its voice, the clause that it heads."""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.kinds import CLAUSE_BOUNDS, FINITES, MODALS, OBLIQUE, PARTICIPLES, VERBS, WISHING
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

# "… and would suggest", "… but should be glad": a wish of the sender begins.
WISHES: Final = frozenset({"SUGGEST", "APPRECIATE", "LIKE", "HOPE", "WELCOMING"})
# A cue with one of these hopes or presumes, or would be glad.
HOPES: Final = frozenset({"HOPE", "HOPED", "PRESUME", "PRESUMED", "WELCOMING", "APPRECIATE"})


def is_passive(sentence: Sentence, head: int, end: int) -> bool:
    """True where the verb of an act is a passive: "be handed over", "(be) told"."""
    kinds = sentence.kinds
    at = head
    while at < end and kinds[at] in ("BE", "ADVERB"):
        at += 1
    if at >= end:
        return False
    return kinds[at] in PARTICIPLES or (kinds[at] == "VERB" and at > 0 and kinds[at - 1] == "BE")  # "be put off"


def verb_of(sentence: Sentence, head: int) -> int:
    """The token of the verb itself: of "be instructed", that of "instructed"."""
    place = head
    while place + 1 < len(sentence) and sentence.kinds[place] in ("BE", "ADVERB"):
        place += 1
    return place


def base_of(sentence: Sentence, at: int) -> str:
    """The base form of the verb at a token."""
    word = sentence.words[at]
    return lexicon().verb_forms.get(word, ("", word))[1]


def base_form(sentence: Sentence, head: int) -> str:
    """The verb of an act as one word: of "be instructed", "instruct"."""
    words, place = sentence.words, verb_of(sentence, head)
    if not is_passive(sentence, head, len(words)):
        return words[head]
    return lexicon().verb_forms.get(words[place], ("", words[head]))[1]


def past_enabling(sentence: Sentence, head: int, end: int, terminals: tuple[str, ...] = ()) -> int:
    """The verb of an act behind words that only enable it ("feel able to *support*"); `head` where none stand.

    `terminals` are those of its cue: more enables what is hoped for ("hope he may be prepared to *support*").
    """
    words, kinds = sentence.words, sentence.kinds
    known, hoped = act_words(), not HOPES.isdisjoint(terminals)
    for size in (3, 2, 4, 5):
        place = head + size
        run = tuple(words[head:place])
        if place < end and (run in known.enabling or (hoped and run in known.enabling_hoped)):
            while place < end and kinds[place] == "ADVERB":
                place += 1
            told = VERBS | {"GERUND"} if words[place - 1] == "by" else VERBS
            return place if place < end and kinds[place] in told else head
    return head


def verb_ahead(sentence: Sentence, place: int, end: int) -> bool:
    """True where a base verb stands at a token, behind adverbs and "to"."""
    kinds = sentence.kinds
    while place < end and kinds[place] in ("ADVERB", "TO"):
        place += 1
    return place < end and kinds[place] in VERBS


def finite_near(sentence: Sentence, at: int, end: int) -> bool:
    """True where a finite verb stands among the next words."""
    return any(k in FINITES or k == "HAVE" for k in sentence.kinds[at : min(end, at + 9)])


def finite_between(sentence: Sentence, first: int, last: int) -> bool:
    """True where a clause with a finite verb, not a bare phrase, stands between two tokens."""
    kinds, words = sentence.kinds, sentence.words
    if any(k in FINITES or k in ("PAST", "HAVE") for k in kinds[first:last]):
        return True
    return any(
        (kinds[at] in ("WE", "THEY", "YOU") and kinds[at + 1] == "VERB")
        or (words[at] in ("he", "she", "it") and words[at + 1].endswith("s"))
        for at in range(first, last - 1)
    )


def clause_ahead(sentence: Sentence, place: int, end: int) -> bool:
    """True where a subject and a finite verb follow before the next boundary, relative clauses passed over."""
    kinds = sentence.kinds
    relative = False
    for at in range(place, min(end, place + 16)):
        kind = kinds[at]
        if kind == "THAT" and kinds[at - 1] in OBLIQUE and kinds[at + 1 : at + 2] == ["N"]:
            continue  # "a vote on *that text* should"
        if kind == "STOP" and sentence.words[at] == "." and at + 1 < end:
            continue  # "the ship *viz.* the ferry should"
        if kind == "AS" and sentence.words[at - 1] == "such":
            continue
        if kind == "NVERB" and at > place:
            continue  # "the reduced *force* should"
        if kind == "COMMA" and kinds[at + 1 : at + 2] and kinds[at + 1] in MODALS | {"IS"}:
            continue  # "any step, such as a strike, *should*"
        if kind in WISHING and kinds[at + 1 : at + 2] == ["THAT"] and kinds[at - 1] == "N" and at > place:
            return True
        if kind == "FINITE" and kinds[at + 1 : at + 2] == ["WH"] and not relative:
            return True  # "and the question *arises whether*"
        if kind in MODALS or kind in ("IS", "WAS", "HAS", "HAD", "DO") or (relative and kind == "HAVE"):
            if not relative:
                return True
            relative = False
        elif kind == "WH" and at > place and kinds[at - 1] in ("N", "NUM", "PREP"):
            relative = True
        elif kind in CLAUSE_BOUNDS or kind in VERBS:
            return False
        if (
            kind in ("YOU", "WE", "THEY") and at > place and not relative and kinds[at - 1] not in OBLIQUE
        ):  # "or comments *you may have*"
            return False
    return False


def own_verb(sentence: Sentence, at: int, end: int) -> bool:
    """True where a finite verb follows that stands in no clause under the noun ("as *the talks will fail*", not "as
    *a sign that* the talks will fail")."""
    for kind in sentence.kinds[at : min(end, at + 9)]:
        if kind in FINITES or kind == "HAVE":
            return True
        if kind in ("THAT", "WH", "COLON", "SUB", "IF"):
            break
    return clause_ahead(sentence, at, end)


def clause_behind_that(sentence: Sentence, place: int, end: int) -> bool:
    """True where a clause begins behind "that": one of the addressee's, one behind a limit, or one with a finite
    verb."""
    opens = place < end and sentence.kinds[place] in ("YOU", "COMMA")
    named = place < end and sentence.kinds[place] == "N" and sentence.kinds[place + 1 : place + 2] == ["AND"]
    return opens or named or finite_near(sentence, place, end) or "BE" in sentence.kinds[place : min(end, place + 9)]


def wish_at(sentence: Sentence, place: int, end: int) -> bool:
    """True where "would suggest", "should be glad" stands at a token."""
    kinds = sentence.kinds
    if place >= end or kinds[place] not in ("WOULD", "SHOULD"):
        return False
    place += 1
    while place < end and kinds[place] in ("BE", "ADVERB"):
        place += 1
    return place < end and kinds[place] in WISHES


def gladly_at(sentence: Sentence, place: int, end: int) -> bool:
    """True where "should be glad", "would appreciate" stands at a token."""
    kinds = sentence.kinds
    if not wish_at(sentence, place, end):
        return False
    place += 1
    while kinds[place] in ("BE", "ADVERB"):
        place += 1
    return kinds[place] in ("WELCOMING", "APPRECIATE")
