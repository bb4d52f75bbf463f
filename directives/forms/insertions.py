"""A place inside a cue in; out, where what is put in there ends, and the constraints that it holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from directives.forms.kinds import BASES, FINITE_OR_HAVE, PLAIN_MODALS, PRESENT
from directives.forms.segments import Segment, opener_at
from directives.forms.subjects import subject_before
from directives.language.lexicon import Opener, OpenerType, lexicon
from directives.language.tokens import Sentence

# An imperative opens a clause.
IMPERATIVE: Final = frozenset(
    {"VERB", "NVERB", "BE", "LET", "ASK", "INSIST", "ADVISE", "MAKE", "HELP", "HAVE", "LEAVE", "TAKE", "DO"}
)
REGARD_ENDS: Final = FINITE_OR_HAVE | {"COMMA", "COLON", "STOP", "WH", "SUB", "YOU", "WE", "VERB"}
FINITE_CLAUSE: Final = FINITE_OR_HAVE | PRESENT | {"VERB", "PAST", "GERUND"}
AWAITING: Final = frozenset({
    "THAT", "HOPE", "SUGGEST", "REQUEST", "PRESUME", "SUGGESTED", "REQUESTED", "DESIRED", "HOPED", "IF",
})  # fmt: skip
IN_PHRASE: Final = frozenset({
    "DET", "N", "ADVERB", "THIS", "YOUR", "OF", "PREP", "POSSIBLE", "GERUND", "DISCRETION", "ADVISABLE", "ESSENTIAL",
    "NUMBER",
})  # fmt: skip
VERB_BEHIND: Final = (["VERB"], ["NVERB"])
# "I suggest that *as a first step* you", "*as soon as* he comes you".
AS_WHAT: Final = (["AS", "DET"], ["AS", "ADVERB"])
# What goes on behind a connective that has a comma on one side only ("I suggest, therefore that").
CONNECTED: Final = frozenset({"THAT", "TO", "YOU", "IF"})
# No verb of a clause stands behind these without one of its own.
CLAUSE_CLOSES: Final = frozenset({"THAT", "WH", "IF", "SUB", "COMMA", "COLON", "STOP"})
# A main clause behind one in front begins with one of these.
MAIN_CLAUSE: Final = frozenset({"YOU", "WE", "IT", "THEY", "THERE", "DET", "N", "THIS", "YOUR", "NO"})
ONE_FINITE: Final = PLAIN_MODALS | {"IS", "WAS", "HAS", "HAVE", "NOT"}
DETERMINERS: Final = frozenset({"DET", "YOUR", "THIS", "NO"})
PHRASE_OVER: Final = frozenset({"N", "NUM", "PAST", "ADVERB"})
PRONOUNS: Final = frozenset({"WE", "THEY", "THERE", "IT", "YOU", "THIS"})
WIDEST_INSERT: Final = 25
WIDEST_REGARD: Final = 14


def behind_regard(sentence: Sentence, at: int) -> int | None:
    """Where what is judged goes on behind a phrase that says for whom or in what regard ("essential *to our success*
    that", "would help *the Committee* if"), or None."""
    kinds = sentence.kinds
    opener = opener_at(sentence, at, lexicon())
    if (
        at + 1 >= len(sentence)
        or kinds[at] not in ("PREP", "FOR", "TO", "DET", "N", "YOUR", "OBJECT_PRONOUN")
        or (kinds[at] == "TO" and kinds[at + 1] in BASES)
        or (opener is not None and opener[0].kind == "clauses")
        or (kinds[at] not in ("PREP", "FOR", "TO") and kinds[at - 1] != "HELP")
    ):
        return None
    for place in range(at + 1, min(len(sentence) - 1, at + WIDEST_REGARD)):
        kind = kinds[place]
        if kinds[at] == "FOR" and kind in ("IF", "TO"):
            return None  # "desirable *for him to*"
        if kind == "IF" or (
            kinds[at - 1] != "HELP"
            and (kind == "THAT" or (kind in ("TO", "NOT") and kinds[place + 1] in BASES | {"TO"}))
        ):
            return place
        if kind in REGARD_ENDS:
            return None
    return None


def behind_phrase(sentence: Sentence, at: int, awaited: frozenset[str]) -> int | None:
    """What a cue waits for behind a phrase put in ("you should *in this case* say"), or None."""
    kinds = sentence.kinds
    for place in range(at + 1, min(len(sentence), at + 8)):
        kind = kinds[place]
        if kind == "NVERB" and (kinds[place - 1] in DETERMINERS or kinds[place + 1 : place + 2] in VERB_BEHIND):
            continue  # "as a last *resort* offer"
        if kind in awaited:
            return place if place > at + 1 else None
        if kind not in IN_PHRASE:
            return None
    return None


def behind_companion(sentence: Sentence, at: int) -> int | None:
    """Where "you and Hodgson" ends, counted from its "and"; None where no other subject stands there."""
    kinds = sentence.kinds
    place = at + 1
    while place < min(len(sentence), at + 8) and kinds[place] in ("N", "DET", "ADVERB", "PREP", "OF"):
        place += 1
    if (
        place > at + 1
        and place < len(sentence)
        and kinds[place] in ("TO", "WILL", "SHOULD", "MUST", "MAY", "MIGHT", "COULD", "CAN", "WOULD", "IS")
    ):
        return place
    return None


def closing_comma(sentence: Sentence, comma: int) -> int | None:
    """The closing comma of what is put in between commas ("you should, if asked, say"), or None."""
    kinds = sentence.kinds
    if comma + 1 >= len(sentence):
        return None
    opens = opener_at(sentence, behind_and(sentence, comma + 1), lexicon()) is not None
    for at in range(comma + 1, min(len(sentence), comma + WIDEST_INSERT)):
        kind = kinds[at]
        if kind == "COMMA":
            return at if opens or all(k == "ADVERB" for k in kinds[comma + 1 : at]) or at - comma <= 4 else None
        if kind in ("STOP", "COLON") or (kind == "YOU" and not opens):
            return None
    return None


def behind_and(sentence: Sentence, at: int) -> int:
    """A token, or the one behind where it is "and" ("you should, *or in his absence* Farrow should, …")."""
    return at + 1 if sentence.kinds[at : at + 1] == ["AND"] and at + 1 < len(sentence) else at


def half_parted(sentence: Sentence, comma: int) -> bool:
    """True where nothing but connectives stand between a comma and the word that a cue goes on with ("I suggest,
    *therefore* that you", "we hope, that you")."""
    kinds = sentence.kinds
    at = comma + 1
    while at < len(sentence) and kinds[at] == "ADVERB":
        at += 1
    if at >= len(sentence) or kinds[at] not in CONNECTED or kinds[comma - 1] not in AWAITING:
        return False
    return at > comma + 1 or kinds[at] == "THAT"


def closing_bracket(sentence: Sentence, opening: int) -> int | None:
    """The bracket that closes what is put in between brackets ("we hope (your 12 refers) that"), or None."""
    kinds = sentence.kinds
    found = (at for at in range(opening + 2, min(len(sentence), opening + WIDEST_INSERT)) if kinds[at] == "CLOSE")
    return next(found, None)


def before_main_clause(sentence: Sentence, at: int) -> int | None:
    """Where a clause or phrase in front, behind "that", ends before the clause it belongs to, its comma with it ("I
    suggest that *while we wait for him,* you write", "that *after consultation with him* you write"), or None."""
    kinds = sentence.kinds
    opener = opener_at(sentence, at, lexicon())
    as_what = kinds[at : at + 2] in AS_WHAT
    if opener is None and not as_what and (kinds[at] != "PREP" or kinds[at + 1 : at + 2] == ["NO"]):
        return None
    if opener is not None and opener[0].kind == "whole":
        return None
    begin = opener[1] if opener is not None else at + 1
    clause = opener is not None and opener[0].kind == "clauses"
    closed = not clause  # what it takes may be at an end
    within = False
    bare: int | None = None  # before "you" and a verb without modal
    for place in range(begin, min(len(sentence) - 1, at + WIDEST_INSERT)):
        if kinds[place] == "COMMA" and kinds[place + 1] in MAIN_CLAUSE:
            return place
        glad = (
            kinds[place] == "AND" and kinds[place + 1] in PLAIN_MODALS and "WELCOMING" in kinds[place + 2 : place + 4]
        )
        if glad or kinds[place] in ("COMMA", "STOP", "COLON"):
            unparted = _unparted(sentence, at, begin, place, clause)
            if unparted is not None or kinds[place] != "COMMA":
                return unparted
        if kinds[place] in ("THAT", "WH", "IF", "SUB"):
            within = True
        elif (
            not within
            and kinds[place] in ("YOU", "IT")
            and kinds[place - 1] in ("N", "NUM", "ADVERB", "DET")
            and _goes_on(sentence, place + 1, closed)
        ):
            return place - 1
        elif closed and not within and bare is None and kinds[place : place + 2] == ["YOU", "VERB"]:
            bare = place - 1 if kinds[place - 1] in ("N", "NUM") else None
        closed = closed or kinds[place] in FINITE_CLAUSE
    return bare or _unparted(sentence, at, begin, min(len(sentence), at + WIDEST_INSERT), clause)


def _goes_on(sentence: Sentence, verb: int, closed: bool) -> bool:
    """True where the verb behind "you" may be that of the clause which one in front belongs to; a base form behind a
    phrase only where no other verb can be ("that *as a first step* you ask them", not "on the terms *you ask*
    should")."""
    kinds = sentence.kinds
    if not closed or kinds[verb] in PLAIN_MODALS | {"IS"}:
        return kinds[verb] in (PLAIN_MODALS | {"IS"} if closed else ("VERB", "SHOULD"))
    regards = kinds[verb] == "CONSIDER" and kinds[verb - 2] != "ADVERB"  # "on the terms *you consider* fair"
    if regards or kinds[verb] not in IMPERATIVE | {"CONSIDER"}:
        return False
    behind = (kind for kind in kinds[verb + 1 : verb + WIDEST_INSERT] if kind in ONE_FINITE or kind in CLAUSE_CLOSES)
    return next(behind, "STOP") in CLAUSE_CLOSES


def _unparted(sentence: Sentence, at: int, begin: int, end: int, clause: bool) -> int | None:
    """Where a clause or phrase in front ends that nothing parts from the subject of the clause it belongs to ("that *on
    reflection* the Board may", "that *if he refuses* the text will"), or None."""
    kinds = sentence.kinds
    floor = at
    waits = clause  # for a verb of its own
    for place in range(begin + 1, end):
        if kinds[place] in ("THAT", "WH", "IF", "SUB"):
            return None
        if kinds[place] in ONE_FINITE and kinds[place - 1] not in ONE_FINITE:
            if not waits:
                first = place - 1 if kinds[place - 1] in PRONOUNS else subject_before(sentence, place, floor)
                if first is None or first <= at:
                    return None
                behind = (p for p in range(first + 1, place) if kinds[p] in DETERMINERS and kinds[p - 1] in PHRASE_OVER)
                return next(behind, first) - 1
            waits, floor = False, place + 1
    return None


def joined_segments(sentence: Sentence, first: int, end: int) -> Iterator[Segment]:
    """The constraints that "and" joins in front of a clause ("after your talks and subject to his views, …")."""
    lex, ands = lexicon(), (at for at in range(first + 1, end - 1) if sentence.kinds[at] == "AND")
    firsts = [first, *(at + 1 for at in ands if opener_at(sentence, at + 1, lex) is not None), end + 1]
    for begin, following in pairwise(firsts):
        opener = opener_at(sentence, begin, lex)
        yield Segment(type_inside(opener[0]) if opener is not None else "manner", begin, following - 2, "inserted")


def type_inside(opener: Opener) -> OpenerType:
    """The type of a constraint put into a cue: what is an aside in front limits the act there."""
    return opener.behind if opener.type == "aside" and opener.kind != "clauses" else opener.type
