"""A verb in its sentence in; out, where the subject before it begins."""

from __future__ import annotations

from typing import Final

from directives.forms.kinds import BASES, FINITE_OR_HAVE, OBLIQUE, PRESENT, PRONOUN_SUBJECTS
from directives.forms.marks import abbreviates
from directives.forms.nouns import is_name
from directives.forms.postmodifiers import WIDEST_RELATIVE, timed
from directives.forms.segments import discourse_at, opener_at
from directives.forms.subject_back import AUXILIARIES, subject_near
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

# A subject that holds clauses is no longer than this.
WIDEST_SUBJECT: Final = 60
SUBJECT_OPENS: Final = frozenset({"DET", "YOUR", "NO", "THIS", "NUMBER", "N"})
# The rest of a verb behind its first word ("*might be expected* to take").
BEHIND_FINITE: Final = frozenset({"NOT", "ADVERB", "BE", "BEEN", "HAVE", "PAST", "PARTICIPLE", "EXPECTED", "GIVEN"})
# Of these a phrase in front of an order is made.
IN_TOPIC: Final = frozenset(
    {"DET", "N", "NUM", "NUMBER", "OF", "YOUR", "THIS", "PREP", "OPEN", "CLOSE", "FOR", "GERUND"}
)
VERB_PAST: Final = frozenset({"PAST", "HAD", "DID", "LEFT", "GIVEN"})


def subject_before(sentence: Sentence, verb: int, floor: int) -> int | None:
    """First token of the subject that ends right before a verb, not left of `floor`; None where there is none."""
    first = subject_near(sentence, verb, floor)
    if first is not None and (first <= floor or sentence.kinds[first - 1] == "AND"):
        return first
    whole = _subject_with_clauses(sentence, verb, floor)
    return first if whole is None or (first is not None and whole >= first) else whole


def _subject_with_clauses(sentence: Sentence, verb: int, floor: int) -> int | None:
    """First token of a subject that holds clauses of its own and begins its sentence ("the *line we took when he raised
    it* might"), where each finite verb before `verb` belongs to one of them; None where there is no such subject."""
    kinds = sentence.kinds
    first = floor
    for at in range(verb - 1, max(floor, verb - WIDEST_SUBJECT) - 1, -1):
        if kinds[at] == "COLON" or (kinds[at] == "STOP" and not abbreviates(sentence, at)):
            first = at + 1
            break
    else:
        if verb - WIDEST_SUBJECT > floor:
            return None
    first = _behind_front(sentence, first, verb)
    if first >= verb - 1 or kinds[first] not in SUBJECT_OPENS or opener_at(sentence, first, lexicon()) is not None:
        return None
    return first if main_modal(sentence, first, verb + 1) == verb else None


def main_modal(sentence: Sentence, first: int, end: int) -> int | None:
    """The finite verb of the clause that a noun phrase with clauses of its own begins at a token ("the *line* we took
    when he raised it *might*"), before `end`; None where there is no such phrase."""
    kinds = sentence.kinds
    waiting = holds = 0  # clauses that have no verb yet, clauses at all
    told = False  # a past form by itself may be the verb of the clause, or "and" may join a second to one of time
    at = first + 1
    while at < end:
        kind, before = kinds[at], kinds[at - 1]
        if kind == "AND" and told and not waiting:
            return None
        if kind == "COMMA" and kinds[at + 1 : at + 2] == ["IF"] and "COMMA" in kinds[at + 2 : at + 5]:
            at = kinds.index("COMMA", at + 2) + 1  # ", if any,"
            continue
        if kind in ("WH", "SUB") or (kind == "THAT" and before not in OBLIQUE):
            if not (kind == "SUB" and timed(kinds, at)):
                waiting, holds, told = waiting + 1, holds + 1, told or kind == "SUB"
        elif kind == "OPEN" and "CLOSE" in kinds[at : min(end, at + WIDEST_RELATIVE)]:
            at = kinds.index("CLOSE", at)
        elif kind in ("IF", "OPEN", "QUOTE", "PLEASE") or (kind in PRESENT and not waiting):
            return None
        elif kind in PRONOUN_SUBJECTS and before not in OBLIQUE and not waiting:
            if before not in ("N", "NVERB", "NUM"):
                return None
            waiting, holds = 1, holds + 1  # "the line *we* took"
        elif kind in FINITE_OR_HAVE or (kind in VERB_PAST and waiting and before not in AUXILIARIES):
            if not waiting:
                return at if holds else None
            waiting -= 1
            while at + 1 < end and kinds[at + 1] in BEHIND_FINITE:
                at += 1
        elif kind == "PAST" and before == "N":
            told = True
        elif waiting and kind in BASES | PRESENT and before in PRONOUN_SUBJECTS | {"WH"}:
            waiting -= 1  # "the views *they hold*"
        elif kind == "COLON" or (kind == "STOP" and not abbreviates(sentence, at)):
            return None
        at += 1
    return None


def _behind_front(sentence: Sentence, at: int, verb: int) -> int:
    """Where a clause begins behind its number, connectives and a limit in front of it ("at this stage, *the* line")."""
    kinds, lex = sentence.kinds, lexicon()
    while at < verb:
        opener = opener_at(sentence, at, lex)
        connective = discourse_at(sentence, at, lex)
        if opener is not None and opener[0].kind == "whole":
            at = opener[1]
        elif connective:
            at += connective
        elif kinds[at] in ("ADVERB", "AND", "COMMA"):
            at += 1
        elif kinds[at : at + 2] == ["NUM", "STOP"]:
            at += 2
        else:
            break
    if at < verb and (opener_at(sentence, at, lex) is not None or kinds[at] in ("PREP", "FOR")):
        commas = (p for p in range(at + 1, verb - 1) if kinds[p] == "COMMA")
        comma = next(commas, None)
        if comma is not None and kinds[comma + 1] in SUBJECT_OPENS - {"N"}:
            return comma + 1
    return at


def topic_before(sentence: Sentence, verb: int) -> bool:
    """True where nothing but one phrase stands before a verb ("*In the Assembly* follow our line")."""
    kinds, words = sentence.kinds, sentence.words
    if verb < 2 or kinds[0] != "PREP" or kinds[verb - 1] not in ("N", "NUM", "CLOSE"):
        return False
    if not all(kind in IN_TOPIC for kind in kinds[1:verb]):
        return False
    governed = kinds[verb - 2] in ("PREP", "OF", "FOR", "YOUR", "THIS")  # no "in London *ministers take*"
    return governed or is_name(sentence, verb - 1) or not words[verb - 1].endswith("s")
