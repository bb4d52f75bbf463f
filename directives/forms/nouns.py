"""Typed tokens in; out, the noun phrase that is the subject of a verb, and what it stands for."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from directives.forms.marks import abbreviates
from directives.forms.segments import discourse_at, opener_at
from directives.grammar_files import grammar_text
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

COMMON_ENDING = re.compile(r"(?:s|ion|ment|ness|ity|ing|ance|ence|al|ism|ship|ure|age|acy|ty|ory|ary)$")

# Left of a subject stands one of these.
BOUNDARY = frozenset({"COMMA", "COLON", "STOP", "THAT", "IF", "SUB", "WH", "QUOTE", "PLEASE", "AS"})
FINITE = frozenset({
    "IS", "WAS", "HAS", "HAD", "HAVE", "WILL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD",
    "CANNOT", "SHALL", "DO", "DID", "SEEMS", "FINITE",
})  # fmt: skip
PRESENT = frozenset(
    {"CONSIDER", "HOPE", "SUGGEST", "DESIRE", "ASK", "REQUEST", "ADVISE", "AGREE", "PRESUME", "APPRECIATE", "EXPECT"}
)
BASES = frozenset(
    {
        "VERB",
        "NVERB",
        "BE",
        "HAVE",
        "DO",
        "LET",
        "ASK",
        "ADVISE",
        "LEAVE",
        "TAKE",
        "MAKE",
        "FIND",
        "HELP",
        "AGREE",
        "CONSIDER",
        "PERMIT",
    }
)
# "*Anything* you can do", "*any* help you can give".
LEFT_OPEN = frozenset({"any", "anything", "everything", "all", "whatever"})
# Said of a noun in front, without a verb.
JUDGED = frozenset({"ESSENTIAL", "ADVISABLE", "UNWISE", "DESIRED"})
AUXILIARIES = frozenset({"IS", "WAS", "HAS", "HAVE", "HAD", "BE"})
# The rest of a verb group behind its auxiliary ("is *not standing*", "has *been sent*").
BEHIND_AUXILIARY = frozenset({"NOT", "ADVERB", "BEEN", "PAST", "PARTICIPLE", "GERUND"})
INFINITIVE_BEHIND_NOUN = (["N", "TO"], ["NVERB", "TO"])
NOT_IN_PHRASE = frozenset({"WE", "YOU", "THERE", "VERB", "TO", "BE", "LET"})
# Of these a phrase in front of an order is made.
IN_TOPIC = frozenset({"DET", "N", "NUM", "NUMBER", "OF", "YOUR", "THIS", "PREP", "OPEN", "CLOSE", "FOR", "GERUND"})
HEAD_ENDS = frozenset({
    "PREP", "OF", "WH", "THAT", "FOR", "PAST", "PARTICIPLE", "GERUND", "TO", "OPEN", "AS", "COMMA",
})  # fmt: skip


@dataclass(frozen=True)
class PartyWords:
    """What words tell of a noun phrase: the sender's side, who acts, a state, a participle behind it, a time to
    act."""

    sender: frozenset[str]
    agents: frozenset[str]
    states: frozenset[str]
    partitives: frozenset[str]
    particles: frozenset[str]
    unchanged: frozenset[str]
    occasions: frozenset[str]


@cache
def party_words() -> PartyWords:
    """The words of grammar/lexicon/parties.toml, read once."""
    table = tomllib.loads(grammar_text("lexicon/parties.toml"))
    exact = (p.strip() for line in table["sender"]["exact"].splitlines() for p in line.split("|"))
    return PartyWords(frozenset(filter(None, exact)), frozenset(table["agents"]["words"].split()),
                      frozenset(table["states"]["words"].split()),
                      frozenset(table["partitives"]["words"].split()),
                      frozenset(table["participles"]["particles"].split()),
                      frozenset(table["participles"]["unchanged"].split()),
                      frozenset(table["occasions"]["words"].split()))  # fmt: skip


WIDEST_COMMENT = 30
# A list of names that share one noun is no longer than this.
LONGEST_PAIR = 12
INSERTING = frozenset({"not", "particularly", "especially", "including", "notably"})
# A relative clause inside a subject is no longer than this.
WIDEST_RELATIVE = 18
# A subject that holds clauses is no longer than this.
WIDEST_SUBJECT = 60
SUBJECT_OPENS = frozenset({"DET", "YOUR", "NO", "THIS", "NUMBER", "N"})
OBLIQUE = frozenset({"PREP", "OF", "TO", "FOR"})
PRONOUN_SUBJECTS = frozenset({"WE", "YOU", "THEY", "IT", "THERE"})
# The rest of a verb behind its first word ("*might be expected* to take").
BEHIND_FINITE = frozenset({"NOT", "ADVERB", "BE", "BEEN", "HAVE", "PAST", "PARTICIPLE", "EXPECTED", "GIVEN"})
VERB_PAST = frozenset({"PAST", "HAD", "DID", "LEFT", "GIVEN"})


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
            if not (kind == "SUB" and _timed(kinds, at)):
                waiting, holds, told = waiting + 1, holds + 1, told or kind == "SUB"
        elif kind == "OPEN" and "CLOSE" in kinds[at : min(end, at + WIDEST_RELATIVE)]:
            at = kinds.index("CLOSE", at)
        elif kind in ("IF", "OPEN", "QUOTE", "PLEASE") or (kind in PRESENT and not waiting):
            return None
        elif kind in PRONOUN_SUBJECTS and before not in OBLIQUE and not waiting:
            if before not in ("N", "NVERB", "NUM"):
                return None
            waiting, holds = 1, holds + 1  # "the line *we* took"
        elif kind in FINITE or (kind in VERB_PAST and waiting and before not in AUXILIARIES):
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


def _timed(kinds: list[str], at: int) -> bool:
    """True where "till" or "before" has a date behind it, no clause ("*till January*", "*after* 5th *May*")."""
    place = at + 1
    while place < len(kinds) and kinds[place] in ("NUM", "NUMBER", "OF", "DET", "ADVERB"):
        place += 1
    return place < len(kinds) and (kinds[place] in ("MONTH", "DAY") or kinds[place - 1] == "NUM")


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
            and _timed(kinds, at)
        ):
            at -= 1  # "postponement *till January* should"
            continue
        if kind in BOUNDARY or kind == "OPEN":
            told = kind == "AS" and kinds[at + 1] in ("PAST", "VERB", "NVERB", "GIVEN")
            if told and joined is not None and second is None:
                return joined + 1  # "the views as set out in his note and *every effort* must"
            if kind == "SUB" and joined is not None and second is None and _own_past(kinds, at + 1, joined):
                return joined + 1  # "he left before the note arrived and *copies* must"
            listed = joined is not None and kinds[at + 1] in ("N", "NVERB") and kinds[at - 1] in ("N", "NUM", "NVERB")
            if kind == "COMMA" and listed:
                at -= 1
                continue
            if kind == "COMMA" and joined is None and at == last and _comment(sentence, at, floor):
                at = last = _comment(sentence, at, floor) - 1
                continue
            if kind == "COMMA" and joined is None and _appositive(sentence, at, floor):
                at = _appositive(sentence, at, floor) - 1
                continue
            if kind == "AS" and second is not None and second > at + 2:
                return second  # "as regards the text *the Board* should", "as first step *the Board* should"
            if kind == "IF" and _conditional(kinds, at, last) and at > floor:
                at -= 1
                continue  # "any reply *if sent* should"
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
        elif kind in FINITE or kind in NOT_IN_PHRASE:
            if kind == "TO" and at + 1 <= last and kinds[at + 1] not in BASES:
                at -= 1
                continue
            if kind == "VERB" and at == last:  # a noun that the lexicon knows as a verb only
                at -= 1
                continue
            if (
                kind == "VERB"
                and sentence.words[at] in party_words().particles
                and kinds[at - 1] in ("PAST", "VERB", "PARTICIPLE")
            ):
                at -= 2  # "points put *forward* by him"
                continue
            if (
                kind == "VERB"
                and sentence.words[at] in party_words().unchanged
                and kinds[at - 1] in ("N", "NUM", "NVERB")
            ):
                at -= 1  # "the terms *set* out in his note"
                continue
            if kind == "THERE" and kinds[at - 1] == "N":  # "your Minister *there* should"
                at -= 1
                continue
            if kind == "YOU" and at > floor and kinds[at - 1] in ("PREP", "OF", "TO", "FOR"):
                at -= 2
                continue
            if kind == "BE" and at + 1 == last and at - 2 >= floor and kinds[at - 2 : at] in INFINITIVE_BEHIND_NOUN:
                at -= 2  # "his claim *to be* heard must"
                continue
            if joined is None and kind in ("YOU", "WE") and at + 2 >= last and at > floor and kinds[at - 1] == "N":
                at -= 1  # "any action *you take* should"
                continue
            noun = _before_contact(sentence, at, floor)
            if noun is None:
                noun = _before_relative(sentence, at, floor)
            if noun is None and joined is None and at + 1 >= last:
                noun = _before_own_verb(sentence, at, floor)
            if noun is None and joined is None and second is None:
                noun = _before_infinitive(sentence, at + (kind == "TO"), floor)
            if noun is not None:
                at = noun
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


def _conditional(kinds: list[str], at: int, last: int) -> bool:
    """True where "if" and a participle stand between a noun and its verb ("any reply *if sent* should")."""
    parted = kinds[at - 1] in ("N", "NVERB", "NUM") and kinds[last] in ("PAST", "PARTICIPLE", "GIVEN", "APPROVED")
    return parted and all(kind in ("ADVERB", "NOT") for kind in kinds[at + 1 : last])


def topic_before(sentence: Sentence, verb: int) -> bool:
    """True where nothing but one phrase stands before a verb ("*In the Assembly* follow our line")."""
    kinds, words = sentence.kinds, sentence.words
    if verb < 2 or kinds[0] != "PREP" or kinds[verb - 1] not in ("N", "NUM", "CLOSE"):
        return False
    if not all(kind in IN_TOPIC for kind in kinds[1:verb]):
        return False
    governed = kinds[verb - 2] in ("PREP", "OF", "FOR", "YOUR", "THIS")  # no "in London *ministers take*"
    return governed or is_name(sentence, verb - 1) or not words[verb - 1].endswith("s")


def _noun_ends(kinds: list[str], at: int) -> bool:
    """True where a noun stands at a token, one that could be a verb only behind a preposition ("for *control*")."""
    return kinds[at] == "N" or (at > 0 and kinds[at] == "NVERB" and kinds[at - 1] in ("OF", "FOR", "PREP"))


def _before_relative(sentence: Sentence, at: int, floor: int) -> int | None:
    """The noun whose relative clause holds the verb at a token ("any *information* which would help us"), or None."""
    kinds, words = sentence.kinds, sentence.words
    for place in range(at, max(floor, at - WIDEST_RELATIVE), -1):
        kind = kinds[place]
        if kind in ("COMMA", "COLON", "STOP", "IF", "OPEN", "CLOSE", "QUOTE"):
            return None
        if kind == "THAT" and _opens_limit(sentence, place):
            return None
        if kind == "WH" or (
            kind == "THAT" and (kinds[place + 1] in FINITE or words[place - 1] not in lexicon().saying)
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


def _before_contact(sentence: Sentence, at: int, floor: int) -> int | None:
    """What is left open in front of a clause with "you" or "we" ("any *help* you can give", "anything we may do"), or
    None."""
    kinds, words, noun = sentence.kinds, sentence.words, at - 2
    if noun < floor or kinds[at] not in FINITE or kinds[at - 1] not in ("YOU", "WE"):
        return None
    return noun if words[noun] in LEFT_OPEN or (noun > floor and words[noun - 1] in LEFT_OPEN) else None


def _before_own_verb(sentence: Sentence, at: int, floor: int) -> int | None:
    """The noun whose relative clause without pronoun ends at a token ("the *comments* you may have" would), or None."""
    kinds = sentence.kinds
    while at > floor and kinds[at] in FINITE:
        at -= 1
    contact = at - 1 > floor and kinds[at] in ("YOU", "THEY", "WE") and kinds[at - 1] in ("N", "NVERB", "PRONOUN")
    return at - 1 if contact else None


def _before_infinitive(sentence: Sentence, at: int, floor: int) -> int | None:
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
    for at in range(first + 2, last + 1):
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


def _appositive(sentence: Sentence, comma: int, floor: int) -> int:
    """Where a comma closes an apposition of few words ("the draft, para 3, should", "notes, if any, should"): its first
    comma, else 0."""
    for at in range(comma - 1, max(floor, comma - 6), -1):
        kind = sentence.kinds[at]
        if kind == "COMMA":
            connects = all(inner == "ADVERB" for inner in sentence.kinds[at + 1 : comma])
            return 0 if connects and sentence.kinds[comma + 1] in ("THIS", "DET", "YOUR", "NO") else at
        if kind == "IF" and sentence.kinds[at - 1] == "COMMA":
            return at - 1
        if kind in BOUNDARY or kind in FINITE:
            return 0
    return 0


def _comment(sentence: Sentence, comma: int, floor: int) -> int:
    """Where a comma before the verb closes a clause or phrase put behind the noun ("the loan, *which was made in May,*
    should", "all risks, *not only of war, but of famine,* should"): its first comma, else 0."""
    kinds, words = sentence.kinds, sentence.words
    for at in range(comma - 1, max(floor, comma - WIDEST_COMMENT), -1):
        if kinds[at] == "COMMA" and (kinds[at + 1] in ("WH", "PREP") or words[at + 1] in INSERTING):
            return at if kinds[at - 1] in ("N", "NUM") else 0
        if kinds[at] in ("COLON", "STOP", "IF", "THAT", "YOU"):
            return 0
    return 0


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The token that is the head of a noun phrase: the last one before a preposition, clause or participle."""
    kinds, words = sentence.kinds, sentence.words
    at = first
    while at < last and kinds[at + 1] != "AND":
        adjective = kinds[at] in ("DET", "YOUR") and kinds[at + 1] == "PAST"  # "the *United* Kingdom"
        if kinds[at + 1] in HEAD_ENDS and not adjective:
            break
        at += 1
    if at < last and kinds[at + 1] in ("AND", "COMMA") and last - first < LONGEST_PAIR:
        if words[last] in party_words().agents:
            return last  # "the French and Belgian *Governments*"
        if words[at + 2 : at + 3] == ["more"]:
            return head_of(sentence, at + 2, last)  # "one or more *advisers*"
    return at - 1 if at > first and words[at] in ("here", "there") else at


def is_name(sentence: Sentence, at: int) -> bool:
    """True for a word written with a capital that does not open the sentence, in a sentence that has small letters."""
    text, start, end = sentence.text, sentence.starts[at], sentence.ends[at]
    return (
        at > 0
        and text[start].isupper()
        and (text[start:end].islower() or not text[start : start + 2].isupper() or end - start < 6)
    )


def _name_at_head(sentence: Sentence, first: int, head: int) -> bool:
    """True for a single unknown word with a capital that opens a sentence and ends like no common noun."""
    if first != head or first != 0 or sentence.words[0] in lexicon().classes:
        return False
    word = sentence.text[sentence.starts[0] : sentence.ends[0]]
    return word[:1].isupper() and not word.isupper() and not COMMON_ENDING.search(word)


def somebody_at(sentence: Sentence, at: int) -> bool:
    """True where a person or body is named at a token: "Hull", "the Ambassador", "him"."""
    if at >= len(sentence):
        return False
    if sentence.kinds[at] == "OBJECT_PRONOUN":
        return True
    if sentence.kinds[at] == "DET" and at + 1 < len(sentence):
        at += 1
    return sentence.words[at] in party_words().agents or (is_name(sentence, at) and sentence.kinds[at] == "N")


def _owned(sentence: Sentence, first: int, at: int) -> bool:
    """True where a name stands at a token, behind the noun that is meant ("a reply to the *Dutch* side")."""
    ours = " ".join(sentence.words[at : at + 2]) in party_words().sender
    return not ours and is_name(sentence, at) and not OBLIQUE.isdisjoint(sentence.kinds[first:at])


def phrase_terminal(sentence: Sentence, first: int, last: int) -> tuple[str, int]:
    """What a subject stands for (SENDER, PARTY, NOTHING or THING), and its first token: a phrase for the sender may end
    a longer run of words."""
    words = sentence.words
    known = party_words()
    if words[first] in ("no", "nothing", "none", "nobody", "neither"):
        return "NOTHING", first
    for begin in range(max(first, last - 8), last + 1):
        if " ".join(words[begin : last + 1]) in known.sender and (
            begin == first
            or (
                sentence.kinds[begin - 1] in ("COMMA", "N", "PAST", "NUM", "ADVERB", "AND")
                and sentence.kinds[begin - 2 : begin] != ["DET", "N"]  # "the Prime *Minister*"
            )
        ):
            if begin == last > first and sentence.kinds[begin - 1] == "N" and _owned(sentence, first, begin - 1):
                break  # "a reply to the Japanese *Government*"
            return "SENDER", begin
    head = head_of(sentence, first, last)
    if words[head] in known.partitives and head + 1 < last and sentence.kinds[head + 1] == "OF":
        head = head_of(sentence, head + 2, last)
    if words[head] in known.agents or words[head] in known.states:
        return "PARTY", first
    if sentence.kinds[head] == "N" and (is_name(sentence, head) or _name_at_head(sentence, first, head)):
        return "PARTY", first
    return "THING", first
