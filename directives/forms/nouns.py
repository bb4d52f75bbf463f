"""A noun phrase in; out, its head, and whom or what it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from directives.forms.act_words import act_words
from directives.forms.kinds import OBLIQUE
from directives.grammar_files import grammar_table
from directives.language.lexicon import lexicon, phrases_of
from directives.language.mending import is_common
from directives.language.tokens import Sentence

COMMON_ENDING: Final = re.compile(r"(?:s|ive|line|ion|ment|ness|ity|ing|ance|ence|al|ism|ship|ure|age|acy|ty|ory|ary)$")
PLURAL_ENDING: Final = re.compile(
    r"(?:er|or|ist|ice|ie|ive|line|ion|ment|nes|ing|ance|ence|al|ship|ure|age|ate|ant|ent)s$"
)
HEAD_ENDS: Final = frozenset({
    "PREP", "OF", "WH", "THAT", "FOR", "PAST", "PARTICIPLE", "GERUND", "TO", "OPEN", "AS", "COMMA",
})  # fmt: skip
# A list of names that share one noun is no longer than this.
LONGEST_PAIR: Final = 12


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
    table = grammar_table("lexicon/parties.toml")
    return PartyWords(frozenset(map(" ".join, phrases_of(table["sender"]["exact"]))),
                      frozenset(table["agents"]["words"].split()),
                      frozenset(table["states"]["words"].split()),
                      frozenset(table["partitives"]["words"].split()),
                      frozenset(table["participles"]["particles"].split()),
                      frozenset(table["participles"]["unchanged"].split()),
                      frozenset(table["occasions"]["words"].split()))  # fmt: skip


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
    known = act_words()
    if first != head or first != 0 or sentence.words[0] in lexicon().classes:
        return False
    if sentence.words[0] in known.in_hand or sentence.words[0] in known.asked_for:
        return False  # "*Text* to be kept secret"
    word = sentence.text[sentence.starts[0] : sentence.ends[0]]
    named = word.endswith("s") and not (PLURAL_ENDING.search(word) or is_common(sentence.words[0]))  # "Ferris"
    return word[:1].isupper() and not word.isupper() and (named or not COMMON_ENDING.search(word))


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
