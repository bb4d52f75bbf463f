"""A place behind a noun in; out, the noun that the clause, infinitive or insertion there belongs to."""

from __future__ import annotations

from typing import Final

from directives.forms.kinds import BASES, FINITE_OR_HAVE
from directives.forms.segments import opener_at
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

# Left of a subject stands one of these.
BOUNDARY: Final = frozenset({"COMMA", "COLON", "STOP", "THAT", "IF", "SUB", "WH", "QUOTE", "PLEASE", "AS"})
# "*Anything* you can do", "*any* help you can give".
LEFT_OPEN: Final = frozenset({"any", "anything", "everything", "all", "whatever"})
WIDEST_COMMENT: Final = 30
INSERTING: Final = frozenset({"not", "particularly", "especially", "including", "notably"})
# A relative clause inside a subject is no longer than this.
WIDEST_RELATIVE: Final = 18


def before_relative(sentence: Sentence, at: int, floor: int) -> int | None:
    """The noun whose relative clause holds the verb at a token ("any *information* which would help us"), or None."""
    kinds, words = sentence.kinds, sentence.words
    for place in range(at, max(floor, at - WIDEST_RELATIVE), -1):
        kind = kinds[place]
        if kind in ("COMMA", "COLON", "STOP", "IF", "OPEN", "CLOSE", "QUOTE"):
            return None
        if kind == "THAT" and _opens_limit(sentence, place):
            return None
        if kind == "WH" or (
            kind == "THAT" and (kinds[place + 1] in FINITE_OR_HAVE or words[place - 1] not in lexicon().saying)
        ):
            noun = place - 1 if kinds[place - 1] not in ("PREP", "OF", "FOR", "TO") else place - 2
            if kinds[place - 1] == "TO" and words[place - 2] == "as":
                noun = place - 3  # "advice *as to what* he has done"
            if words[place - 1] == "now":  # "any move *now that* he has left"
                noun = place - 2
            return noun if noun >= floor and kinds[noun] in ("N", "NUM", "NVERB", "THIS", "GERUND", "DET") else None
    return None


def _opens_limit(sentence: Sentence, that: int) -> bool:
    """True where "that" is the last word of what opens a limit ("in the event *that*", "on condition *that*")."""
    for at in range(max(0, that - 4), that):
        opener = opener_at(sentence, at, lexicon())
        if opener is not None and opener[1] == that + 1:
            return True
    return False


def before_contact(sentence: Sentence, at: int, floor: int) -> int | None:
    """What is left open in front of a clause with "you" or "we" ("any *help* you can give", "anything we may do to
    help"), or None."""
    kinds, words = sentence.kinds, sentence.words
    if kinds[at] in BASES and at - 4 > floor and kinds[at - 1] == "TO" and kinds[at - 2] in BASES:
        at -= 2
    if kinds[at] in BASES and at > floor and kinds[at - 1] in FINITE_OR_HAVE:
        at -= 1
    noun = at - 2
    if noun < floor or kinds[at] not in FINITE_OR_HAVE or kinds[at - 1] not in ("YOU", "WE"):
        return None
    return noun if words[noun] in LEFT_OPEN or (noun > floor and words[noun - 1] in LEFT_OPEN) else None


def before_own_verb(sentence: Sentence, at: int, floor: int) -> int | None:
    """The noun whose relative clause without pronoun ends at a token ("the *comments* you may have" would), or None."""
    kinds = sentence.kinds
    while at > floor and kinds[at] in FINITE_OR_HAVE:
        at -= 1
    contact = at - 1 > floor and kinds[at] in ("YOU", "THEY", "WE") and kinds[at - 1] in ("N", "NVERB", "PRONOUN")
    return at - 1 if contact else None


def before_infinitive(sentence: Sentence, at: int, floor: int) -> int | None:
    """The noun whose infinitive a base verb is ("any *attempt* to delay the talks"), or None; what is said or seen to
    ("we ask Farrow to say the text") has a subject of its own behind it."""
    kinds, words = sentence.kinds, sentence.words
    if kinds[at] not in BASES or words[at] in lexicon().saying or words[at] in lexicon().informing:
        return None
    to = at - 1
    while to > floor and kinds[to] == "ADVERB":
        to -= 1
    noun = to - 1
    opener = opener_at(sentence, noun - 1, lexicon()) if noun > floor else None
    if opener is not None and opener[1] > noun:
        return None  # "in *order* to delay the talks Farrow should"
    return noun if noun >= floor and kinds[to] == "TO" and kinds[noun] in ("N", "NVERB", "GERUND", "CARE") else None


def appositive(sentence: Sentence, comma: int, floor: int) -> int:
    """Where a comma closes an apposition of few words ("the draft, para 3, should", "notes, if any, should"): its first
    comma, else 0."""
    for at in range(comma - 1, max(floor, comma - 6), -1):
        kind = sentence.kinds[at]
        if kind == "COMMA":
            connects = all(inner == "ADVERB" for inner in sentence.kinds[at + 1 : comma])
            return 0 if connects and sentence.kinds[comma + 1] in ("THIS", "DET", "YOUR", "NO") else at
        if kind == "IF" and sentence.kinds[at - 1] == "COMMA":
            return at - 1
        if kind in BOUNDARY or kind in FINITE_OR_HAVE:
            return 0
    return 0


def comment(sentence: Sentence, comma: int, floor: int) -> int:
    """Where a comma before the verb closes a clause or phrase put behind the noun ("the loan, *which was made in May,*
    should", "all risks, *not only of war, but of famine,* should"): its first comma, else 0."""
    kinds, words = sentence.kinds, sentence.words
    for at in range(comma - 1, max(floor, comma - WIDEST_COMMENT), -1):
        if kinds[at] == "COMMA" and (kinds[at + 1] in ("WH", "PREP") or words[at + 1] in INSERTING):
            return at if kinds[at - 1] in ("N", "NUM") else 0
        if kinds[at] in ("COLON", "STOP", "IF", "THAT", "YOU"):
            return 0
    return 0


def conditional(kinds: list[str], at: int, last: int) -> bool:
    """True where "if" and a participle stand between a noun and its verb ("any reply *if sent* should")."""
    parted = kinds[at - 1] in ("N", "NVERB", "NUM") and kinds[last] in ("PAST", "PARTICIPLE", "GIVEN", "APPROVED")
    return parted and all(kind in ("ADVERB", "NOT") for kind in kinds[at + 1 : last])


def timed(kinds: list[str], at: int) -> bool:
    """True where "till" or "before" has a date behind it, no clause ("*till January*", "*after* 5th *May*")."""
    place = at + 1
    while place < len(kinds) and kinds[place] in ("NUM", "NUMBER", "OF", "DET", "ADVERB"):
        place += 1
    return place < len(kinds) and (kinds[place] in ("MONTH", "DAY") or kinds[place - 1] == "NUM")
