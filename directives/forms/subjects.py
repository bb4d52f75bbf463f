"""A verb in its sentence in; out, where the subject before it begins."""

from __future__ import annotations

from typing import Final

from directives.forms.kinds import BASES, FINITE_OR_HAVE, OBLIQUE, PRESENT, PRONOUN_SUBJECTS
from directives.forms.marks import abbreviates
from directives.forms.nouns import is_name, party_words
from directives.forms.postmodifiers import (
    BOUNDARY,
    WIDEST_RELATIVE,
    appositive,
    before_contact,
    before_infinitive,
    before_own_verb,
    before_relative,
    comment,
    conditional,
    timed,
)
from directives.forms.segments import discourse_at, opener_at
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

# Said of a noun in front, without a verb.
JUDGED: Final = frozenset({"ESSENTIAL", "ADVISABLE", "UNWISE", "DESIRED"})
AUXILIARIES: Final = frozenset({"IS", "WAS", "HAS", "HAVE", "HAD", "BE"})
# The rest of a verb group behind its auxiliary ("is *not standing*", "has *been sent*").
BEHIND_AUXILIARY: Final = frozenset({"NOT", "ADVERB", "BEEN", "PAST", "PARTICIPLE", "GERUND"})
INFINITIVE_BEHIND_NOUN: Final = (["N", "TO"], ["NVERB", "TO"])
NOT_IN_PHRASE: Final = frozenset({"WE", "YOU", "THERE", "VERB", "TO", "BE", "LET"})
# A clause or phrase in front of a subject begins with one of these.
FRONTED: Final = frozenset({"AS", "IF", "SUB"})
# A subject that holds clauses is no longer than this.
WIDEST_SUBJECT: Final = 60
SUBJECT_OPENS: Final = frozenset({"DET", "YOUR", "NO", "THIS", "NUMBER", "N"})
# The rest of a verb behind its first word ("*might be expected* to take").
BEHIND_FINITE: Final = frozenset({"NOT", "ADVERB", "BE", "BEEN", "HAVE", "PAST", "PARTICIPLE", "EXPECTED", "GIVEN"})
# Of these a phrase in front of an order is made.
IN_TOPIC: Final = frozenset(
    {"DET", "N", "NUM", "NUMBER", "OF", "YOUR", "THIS", "PREP", "OPEN", "CLOSE", "FOR", "GERUND"}
)
# "As *set out*", "as *given*".
TOLD: Final = frozenset({"PAST", "VERB", "NVERB", "GIVEN"})
VERB_PAST: Final = frozenset({"PAST", "HAD", "DID", "LEFT", "GIVEN"})


def subject_before(sentence: Sentence, verb: int, floor: int) -> int | None:
    """First token of the subject that ends right before a verb, not left of `floor`; None where there is none."""
    first = _subject_near(sentence, verb, floor)
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


def _own_past(kinds: list[str], first: int, end: int) -> bool:
    """True where a clause has a past form as its verb, no participle with a phrase behind it."""
    return any(kinds[at] == "PAST" and kinds[at - 1] == "N" and kinds[at + 1] == "AND" for at in range(first + 1, end))


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


def _subject_near(sentence: Sentence, verb: int, floor: int) -> int | None:
    """The same, read from the verb back to the nearest boundary."""
    kinds = sentence.kinds
    at = verb - 1
    while at >= floor and kinds[at] == "ADVERB":
        at -= 1
    last = at
    joined = second = None
    while at >= floor:
        kind = kinds[at]
        if kind == "DET" and second is None and at > floor:
            such = at - (at > floor + 1 and sentence.words[at - 1] == "such")  # "*such an* approach"
            second = such if _noun_ends(kinds, such - 1) else None
        if kind == "CLOSE":
            while at > floor and kinds[at] != "OPEN":
                at -= 1
            at -= 1
            continue
        if kind == "QUOTE":
            opening = next((p for p in range(at - 1, max(floor, at - 15) - 1, -1) if kinds[p] == "QUOTE"), None)
            if opening is None:
                break
            at = opening - 1
            continue
        if kind == "SUB" and at == last and at + 1 < verb:
            at -= 1  # "discussion *before then* should"
            continue
        if kind == "STOP" and abbreviates(sentence, at):
            at -= 1
            continue
        if (
            kind == "SUB"
            and second is None
            and at > floor
            and kinds[at - 1] in ("N", "NVERB", "GERUND")
            and timed(kinds, at)
        ):
            at -= 1  # "postponement *till January* should"
            continue
        if kind in BOUNDARY or kind == "OPEN":
            if kind == "COMMA":
                if joined is not None:
                    if kinds[at + 1] in ("N", "NVERB") and kinds[at - 1] in ("N", "NUM", "NVERB"):
                        at -= 1
                        continue
                elif at == last and (opening := comment(sentence, at, floor)):
                    at = last = opening - 1
                    continue
                elif opening := appositive(sentence, at, floor):
                    at = opening - 1
                    continue
            elif kind in FRONTED:
                begun = _behind_fronted(kinds, at, joined, second)
                if begun is not None:
                    return begun
                if kind == "IF" and conditional(kinds, at, last) and at > floor:
                    at -= 1
                    continue  # "any reply *if sent* should"
                if kind == "AS" and at > floor and kinds[at + 1] in TOLD and kinds[at - 1] in ("N", "NVERB"):
                    at -= 1
                    continue  # "our views *as set out in* the note should"
                if kind in ("IF", "SUB") and second is not None:
                    return second  # "if the Minister demurs at the plan *the point* could"
            break
        if kind in PRESENT and at + 1 == last and kinds[at - 1 : at + 2] == ["AND", kind, "N"]:
            at -= 1  # "any reaction or *press* comment could"
            continue
        if (
            kind in PRESENT
            and at < last
            and at > floor
            and kinds[at - 1] in ("WE", "THEY", "SENDER", "N", "ADVERB", "AND", "COMMA")
            and kinds[at + 1] != "OF"
        ):
            return at + 1
        if kind in ("POSSIBLE", "ADVISABLE") and joined == at + 1:
            return joined + 1  # "as soon as possible and *the plan* should", "undesirable but *notes* could"
        if kind == "PAST" and joined is not None and kinds[at - 1] in PRONOUN_SUBJECTS:
            return joined + 1  # "he heard of it and *notes* should"
        if kind == "AND":
            fixed = opener_at(sentence, at + 1, lexicon())
            if joined is None and fixed is not None and fixed[0].kind == "whole" and fixed[1] < last:
                return fixed[1]  # "it has not come but in the meantime *two points* should"
            if kinds[at - 1] in JUDGED and kinds[at + 1] not in JUDGED:
                return at + 1 if at < last else None  # "comment undesirable but *the text* may"
            joined = at
        elif kind in FINITE_OR_HAVE or kind in NOT_IN_PHRASE:
            inside = _inside(sentence, at, last, floor, joined is not None, second is not None)
            if inside is not None:
                at = inside
                continue
            if joined is None:
                if second is not None and kind not in ("WE", "YOU", "THERE"):
                    return second  # "while it must be kept under control *the Board* should"
                return None if kind in ("WE", "YOU", "THERE") and at == last else _after(sentence, at, last)
            if second is not None and second > joined + 1:
                return second  # "if they raise (a) and (b) of the note *such a text* should"
            return joined + 1 if joined < last else None
        at -= 1
    return _without_topic(sentence, at + 1, last) if at < last else None


def _behind_fronted(kinds: list[str], at: int, joined: int | None, second: int | None) -> int | None:
    """Where a subject begins behind a clause or phrase in front of it that a word at a token opens; `joined` is an
    "and", `second` a determiner that stand behind it, the leftmost of each; None where it cannot be told so."""
    if kinds[at] == "AS":
        if kinds[at + 1] in TOLD and joined is not None and second is None:
            return joined + 1  # "the views as set out in his note and *every effort* must"
        if second is not None and second > at + 2:
            return second  # "as regards the text *the Board* should", "as first step *the Board* should"
    elif kinds[at] == "SUB" and joined is not None and second is None and _own_past(kinds, at + 1, joined):
        return joined + 1  # "he left before the note arrived and *copies* must"
    return None


def _inside(sentence: Sentence, at: int, last: int, floor: int, joined: bool, second: bool) -> int | None:
    """Where a subject goes on to the left of what may be a verb, or has one, and stands inside it ("the points put
    *forward* by him", "any *action* you take"); None where it is a verb of another clause."""
    kinds, words, kind = sentence.kinds, sentence.words, sentence.kinds[at]
    if kind == "TO" and at + 1 <= last and kinds[at + 1] not in BASES:
        return at - 1
    if kind == "VERB":
        if at == last:  # a noun that the lexicon knows as a verb only
            return at - 1
        if words[at] in party_words().particles and kinds[at - 1] in ("PAST", "VERB", "PARTICIPLE"):
            return at - 2  # "points put *forward* by him"
        if words[at] in party_words().unchanged and kinds[at - 1] in ("N", "NUM", "NVERB"):
            return at - 1  # "the terms *set* out in his note"
    if kind == "THERE" and kinds[at - 1] == "N":  # "your Minister *there* should"
        return at - 1
    if kind == "YOU" and at > floor and kinds[at - 1] in OBLIQUE:
        return at - 2
    if kind == "BE" and at + 1 == last and at - 2 >= floor and kinds[at - 2 : at] in INFINITIVE_BEHIND_NOUN:
        return at - 2  # "his claim *to be* heard must"
    if not joined and kind in ("YOU", "WE") and at + 2 >= last and at > floor and kinds[at - 1] == "N":
        return at - 1  # "any action *you take* should"
    noun = before_contact(sentence, at, floor)
    if noun is None:
        noun = before_relative(sentence, at, floor)
    if noun is None and not joined and at + 1 >= last:
        noun = before_own_verb(sentence, at, floor)
    if noun is None and not joined and not second:
        noun = before_infinitive(sentence, at + (kind == "TO"), floor)
    return noun


def _noun_ends(kinds: list[str], at: int) -> bool:
    """True where a noun stands at a token, one that could be a verb only behind a preposition ("for *control*")."""
    return kinds[at] == "N" or (at > 0 and kinds[at] == "NVERB" and kinds[at - 1] in ("OF", "FOR", "PREP"))


def _without_topic(sentence: Sentence, first: int, last: int) -> int:
    """The first token of a subject, a phrase in front of it left out ("in handling the interview *Sandys* should")."""
    kinds = sentence.kinds
    while first < last and kinds[first] in ("ADVERB", "AND"):
        first += 1
    connective = discourse_at(sentence, first, lexicon())
    if connective and first + connective <= last:
        first += connective  # "in addition *the text* should"
    if kinds[first] not in ("PREP", "FOR", "AS", "GERUND", "PAST"):
        return first
    fixed = opener_at(sentence, first, lexicon())
    if fixed is not None and fixed[0].kind == "whole" and fixed[1] <= last and kinds[fixed[1]] != "COMMA":
        return fixed[1]  # "for the time being *no note* need"
    for at in range(first + 1, last + 1):
        if kinds[at] == "THEY" and kinds[at - 1] in ("GERUND", "N", "NVERB", "NUM"):
            return at  # "on his return *he* should", "before leaving *they* should"
        if at == first + 1:
            continue
        opens = kinds[at] in ("DET", "THIS", "YOUR", "NO") or (is_name(sentence, at) and not is_name(sentence, at - 1))
        opens = opens or (kinds[at] == "ADVISABLE" and kinds[at - 1] == "N")  # "in circumstances *best course*"
        if opens and kinds[at - 1] in ("N", "NUM", "CLOSE", "NVERB", "MONTH", "THIS", "ADVERB"):
            return at
    return first


def _after(sentence: Sentence, at: int, last: int) -> int | None:
    """Where a subject begins behind another verb group ("before they are sent *the orders* should"), or None."""
    kinds = sentence.kinds
    if kinds[at] in AUXILIARIES:
        while at + 1 < last and kinds[at + 1] in BEHIND_AUXILIARY:
            at += 1
    for place in range(at + 2, last):
        if kinds[place] in ("DET", "YOUR", "NO") and kinds[place - 1] in ("N", "NUM", "MONTH"):
            return place  # "as he will be leaving the islands *the text* should"
    return _without_topic(sentence, at + 1, last) if at < last else None


def topic_before(sentence: Sentence, verb: int) -> bool:
    """True where nothing but one phrase stands before a verb ("*In the Assembly* follow our line")."""
    kinds, words = sentence.kinds, sentence.words
    if verb < 2 or kinds[0] != "PREP" or kinds[verb - 1] not in ("N", "NUM", "CLOSE"):
        return False
    if not all(kind in IN_TOPIC for kind in kinds[1:verb]):
        return False
    governed = kinds[verb - 2] in ("PREP", "OF", "FOR", "YOUR", "THIS")  # no "in London *ministers take*"
    return governed or is_name(sentence, verb - 1) or not words[verb - 1].endswith("s")
