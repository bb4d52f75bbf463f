"""A sentence's text in; out, whether any cue can stand in it, be it damaged: most sentences are never tokenised.

The words come from the lexicon: a cue needs a word that asks, orders, allows or judges, a modal, or a verb at its head.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from directives.grammar_files import grammar_table
from directives.language.lexicon import lexicon, phrase_before, phrases_of
from directives.language.mending import may_mend_to
from directives.language.tokens import STATES, kind_alone

AFTER_COMMA: Final = re.compile(r",\s+([^\W\d_]+)")
VERBS: Final = frozenset({"VERB", "NVERB", "BE", "LET", "ASK", "DO", "MAKE", "TAKE", "LEAVE", "HELP"})
WORDS: Final = re.compile(r"[a-z]+")
FIGURE: Final = re.compile(r"[0-9]")
LETTERS_AND_FIGURES: Final = re.compile(r"[a-z0-9]*[a-z][a-z0-9]*")
# "In the Assembly follow…": the topic in front of an order has no more words.
LONGEST_TOPIC: Final = 8
# "we will", "I shall": an undertaking.
PROMISERS: Final = frozenset({"we", "i"})


@cache
def _binding() -> frozenset[str]:
    """All words that can bind, from the classes named in words.toml."""
    classes = frozenset(grammar_table("lexicon/words.toml")["binding"]["classes"].split())
    return frozenset(word for word, kind in lexicon().classes.items() if kind in classes)


@cache
def _states() -> frozenset[str]:
    """The words behind which some others judge: "be *right*", "seems *ideal*"."""
    return frozenset(word for word, kind in lexicon().classes.items() if kind in STATES)


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """The runs of common words that bind only together, with a blank at either end, by their first words."""
    found: dict[str, tuple[str, ...]] = {}
    for words in phrases_of(grammar_table("lexicon/words.toml")["binding"]["phrases"]):
        found[words[0]] = (*found.get(words[0], ()), f" {' '.join(words)} ")
    return found


def may_hold_cue(text: str, start: int, end: int) -> bool:
    """True where text[start:end] may hold a cue; false only where no form of the grammar can be found."""
    lower = text[start:end].lower()
    if not _binding().isdisjoint(lower.split()):
        return True
    words = WORDS.findall(lower)
    if not _binding().isdisjoint(words) or ("will" in words and not PROMISERS.isdisjoint(words)):
        return True
    phrases = _phrases()
    opening = phrases.keys() & words
    if opening:
        running = f" {' '.join(words)} "
        if any(phrase in running for first in opening for phrase in phrases[first]):
            return True
    lex = lexicon()
    if _judges(words):
        return True
    classes = lex.classes
    opened = bool(words) and (words[0] in lex.openers or words[0] in lex.adverbs)  # "In view of this, postpone…"
    if opened and any(classes.get(m[1].lower()) in VERBS for m in AFTER_COMMA.finditer(text, start, end)):
        return True
    if _after_phrase(words) or _after_topic(words):
        return True
    head = next((word for word in words if kind_alone(word) != "ADVERB"), "")
    if head == "to" or classes.get(head) in VERBS:
        return True  # "*inform* Hull", "immediately *inform* Hull"
    return may_mend_to(LETTERS_AND_FIGURES.findall(lower) if FIGURE.search(lower) else words, _binding())


def _judges(words: list[str]) -> bool:
    """True where a word stands that judges behind "be" alone ("it would be most *suitable* to")."""
    judging = lexicon().after_be.keys()
    if judging.isdisjoint(words):
        return False
    places = (words.index(word) for word in judging & words)
    return any(not _states().isdisjoint(words[max(0, at - 3) : at]) for at in places)


def _after_phrase(words: list[str]) -> bool:
    """True where a verb stands right behind a connective or limit of fixed wording ("in the meantime report")."""
    lex = lexicon()
    behind = (at for at in range(2, len(words)) if words[at - 1] in lex.closing and lex.classes.get(words[at]) in VERBS)
    return any(phrase_before(words, at, lex) < at for at in behind)


def _after_topic(words: list[str]) -> bool:
    """True where a verb may stand behind the topic that a sentence begins with ("In the Assembly follow…")."""
    classes = lexicon().classes
    topic = bool(words) and classes.get(words[0]) == "PREP"
    return topic and any(classes.get(word) == "VERB" for word in words[2:LONGEST_TOPIC])
