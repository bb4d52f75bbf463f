"""Typed tokens in; out, the noun phrase that is the subject of a verb, and what it stands for."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from directives.forms.segments import abbreviates, discourse_at, opener_at
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
AUXILIARIES = frozenset({"IS", "WAS", "HAS", "HAVE", "HAD", "BE"})
# The rest of a verb group behind its auxiliary ("is *not standing*", "has *been sent*").
BEHIND_AUXILIARY = frozenset({"NOT", "ADVERB", "BEEN", "PAST", "PARTICIPLE", "GERUND"})
INFINITIVE_BEHIND_NOUN = (["N", "TO"], ["NVERB", "TO"])
NOT_IN_PHRASE = frozenset({"WE", "YOU", "THERE", "VERB", "TO", "BE", "LET"})
HEAD_ENDS = frozenset({
    "PREP", "OF", "WH", "THAT", "FOR", "PAST", "PARTICIPLE", "GERUND", "TO", "OPEN", "AS", "COMMA",
})  # fmt: skip


@dataclass(frozen=True)
class PartyWords:
    """What words tell of a noun phrase: the sender's side, somebody who acts, a state."""

    sender: frozenset[str]
    agents: frozenset[str]
    states: frozenset[str]
    partitives: frozenset[str]


@cache
def party_words() -> PartyWords:
    """The words of grammar/lexicon/parties.toml, read once."""
    table = tomllib.loads(grammar_text("lexicon/parties.toml"))
    exact = (p.strip() for line in table["sender"]["exact"].splitlines() for p in line.split("|"))
    return PartyWords(frozenset(filter(None, exact)), frozenset(table["agents"]["words"].split()),
                      frozenset(table["states"]["words"].split()),
                      frozenset(table["partitives"]["words"].split()))  # fmt: skip


WIDEST_COMMENT = 30
# A list of names that share one noun is no longer than this.
LONGEST_PAIR = 12
INSERTING = frozenset({"not", "particularly", "especially", "including", "notably"})
# A relative clause inside a subject is no longer than this.
WIDEST_RELATIVE = 18


def subject_before(sentence: Sentence, verb: int, floor: int) -> int | None:
    """First token of the subject that ends right before a verb, not left of `floor`; None where there is none."""
    kinds = sentence.kinds
    at = verb - 1
    while at >= floor and kinds[at] == "ADVERB":
        at -= 1
    last = at
    joined = second = None
    while at >= floor:
        kind = kinds[at]
        if kind == "DET" and second is None and at > floor and _noun_ends(kinds, at - 1):
            second = at
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
        if kind in BOUNDARY or kind == "OPEN":
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
            if kind in ("IF", "SUB") and second is not None:
                return second  # "if the Minister demurs at the plan *the point* could"
            break
        if (
            kind in PRESENT
            and at < last
            and at > floor
            and kinds[at - 1] in ("WE", "THEY", "SENDER", "N", "ADVERB", "AND", "COMMA")
            and kinds[at + 1] != "OF"
        ):
            return at + 1
        if kind == "POSSIBLE" and joined == at + 1:
            return joined + 1  # "as soon as possible and *the plan* should"
        if kind == "AND":
            fixed = opener_at(sentence, at + 1, lexicon())
            if joined is None and fixed is not None and fixed[0].kind == "whole" and fixed[1] < last:
                return fixed[1]  # "it has not come but in the meantime *two points* should"
            joined = at
        elif kind in FINITE or kind in NOT_IN_PHRASE:
            if kind == "TO" and at + 1 <= last and kinds[at + 1] not in BASES:
                at -= 1
                continue
            if kind == "VERB" and at == last:  # a noun that the lexicon knows as a verb only
                at -= 1
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
            noun = _before_relative(sentence, at, floor)
            if noun is None and joined is None and at + 1 >= last:
                noun = _before_contact(sentence, at, floor)
            if noun is None and joined is None and second is None:
                noun = _before_infinitive(sentence, at + (kind == "TO"), floor)
            if noun is not None:
                at = noun
                continue
            if joined is None:
                if second is not None and kind not in ("WE", "YOU", "THERE"):
                    return second  # "while it must be kept under control *the Board* should"
                return None if kind in ("WE", "YOU", "THERE") and at == last else _after(sentence, at, last)
            return joined + 1 if joined < last else None
        at -= 1
    return _without_topic(sentence, at + 1, last) if at < last else None


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
        if kind == "WH" or (
            kind == "THAT" and (kinds[place + 1] in FINITE or words[place - 1] not in lexicon().saying)
        ):
            noun = place - 1 if kinds[place - 1] not in ("PREP", "OF", "FOR", "TO") else place - 2
            if kinds[noun] == "AS":
                noun -= 1  # "advice *as to* what he has done"
            if words[place - 1] == "now":  # "any move *now that* he has left"
                noun = place - 2
            return noun if noun >= floor and kinds[noun] in ("N", "NUM", "NVERB", "THIS", "GERUND", "DET") else None
    return None


def _before_contact(sentence: Sentence, at: int, floor: int) -> int | None:
    """The noun whose relative clause without pronoun ends at a token ("any *comments* you may have"), or None."""
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


def phrase_terminal(sentence: Sentence, first: int, last: int) -> tuple[str, int]:
    """What a subject stands for (SENDER, PARTY, NOTHING or THING), and its first token: a phrase for the sender may end
    a longer run of words."""
    words = sentence.words
    known = party_words()
    if words[first] in ("no", "nothing", "none", "nobody", "neither"):
        return "NOTHING", first
    for begin in range(max(first, last - 8), last + 1):
        if " ".join(words[begin : last + 1]) in known.sender and (
            begin == first or sentence.kinds[begin - 1] in ("COMMA", "N", "PAST", "NUM", "ADVERB", "AND")
        ):
            return "SENDER", begin
    head = head_of(sentence, first, last)
    if words[head] in known.partitives and head + 1 < last and sentence.kinds[head + 1] == "OF":
        head = head_of(sentence, head + 2, last)
    if words[head] in known.agents or words[head] in known.states:
        return "PARTY", first
    if sentence.kinds[head] == "N" and (is_name(sentence, head) or _name_at_head(sentence, first, head)):
        return "PARTY", first
    return "THING", first
