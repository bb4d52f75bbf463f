"""Typed tokens in; out, where constraints and connectives open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from directives.language.lexicon import Lexicon, Opener, OpenerType
from directives.language.tokens import Sentence

CLASSES: Final = {
    "NUMBER": frozenset({"NUM", "NUMBER", "MONTH", "DAY"}),
    "DAY": frozenset({"DAY"}),
    "MONTH": frozenset({"MONTH"}),
    "GERUND": frozenset({"GERUND"}),
    "ADVERB": frozenset({"ADVERB"}),
    "PAST": frozenset({"PAST", "PARTICIPLE", "GIVEN", "REQUESTED", "CONSIDERED", "APPROVED"}),
    "VERB": frozenset(
        {
            "VERB",
            "NVERB",
            "BE",
            "HAVE",
            "CONSIDER",
            "MAKE",
            "TAKE",
            "ASK",
            "ADVISE",
            "FIND",
            "HELP",
            "LET",
        }
    ),
    "POSSESSIVE": frozenset({"N"}),
}
GENITIVE: Final = ("'s", "’s", "s'", "s’")
# "As *agreed*", "as *requested*".
TOLD: Final = frozenset(
    {
        "PAST",
        "PARTICIPLE",
        "GIVEN",
        "ORDERED",
        "REQUESTED",
        "SUGGESTED",
        "DESIRED",
        "APPROVED",
        "EXPECTED",
        "URGED",
        "PRESUMED",
    }
)
NOUN_PHRASE: Final = frozenset({"DET", "N", "NUM", "NUMBER", "YOUR", "NO", "THIS", "QUOTE", "OF", "ADVERB", "PREP"})
# Where a phrase ends, whatever stands in it.
PHRASE_ENDS: Final = frozenset({"COMMA", "COLON", "STOP", "OPEN", "CLOSE", "THAT", "IF", "SUB", "WH"})
DEGREES: Final = frozenset({"most", "very", "more", "quite", "extremely"})


@dataclass(frozen=True)
class Segment:
    """A constraint in a sentence: its type, the first and last of its tokens, and how it opens ("whole", "phrases",
    "clauses", as constraints.toml has it) or where it was found ("fronted", "inserted", "adverb", "adjective")."""

    type: OpenerType
    first: int
    last: int
    kind: str


def likens(sentence: Sentence, after: int, end: int) -> bool:
    """True where "as" between commas, or at the end, tells what a thing is or how it was told, not why ("we ask, *as a
    first condition*, that", "*as already agreed*, you should"). `after` is the place behind "as"."""
    kinds = sentence.kinds
    at = after
    while at < end and kinds[at] == "ADVERB":
        at += 1
    if at < end and kinds[at] in TOLD:
        return True
    while at < min(end, after + 8) and kinds[at] in NOUN_PHRASE:
        at += 1
    closed = at > after and (at >= end or kinds[at] in ("COMMA", "STOP"))
    return closed and kinds[after] in ("DET", "YOUR", "NUM", "NUMBER", "ADVERB")


def discourse_at(sentence: Sentence, at: int, lex: Lexicon) -> int:
    """Number of tokens of a connective of several words ("of course", "in any case") that stands at a token, or 0."""
    words = sentence.words
    for phrase in lex.discourse.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def opener_at(sentence: Sentence, at: int, lex: Lexicon) -> tuple[Opener, int] | None:
    """The longest constraint opener whose words stand at a token, with the place after it; or None."""
    by_second = lex.openers.get(sentence.words[at])
    if by_second is None:
        return None
    found = _matched(sentence, at, by_second)
    if found is None:
        for size in (1, 2):
            if sentence.kinds[at + size : at + size + 3] == ["COMMA", "ADVERB", "COMMA"]:
                return _parted(sentence, at, at + size, by_second)
    return found


def _parted(
    sentence: Sentence, at: int, comma: int, by_second: dict[str, tuple[Opener, ...]]
) -> tuple[Opener, int] | None:
    """An opener whose words a connective between commas parts ("in view, *however*, of")."""
    words = sentence.words
    for openers in by_second.values():
        for opener in openers:
            after = at + len(opener.words) + 3
            if at + len(opener.words) > comma and (*words[at:comma], *words[comma + 3 : after]) == opener.words:
                return opener, after
    return None


def front_opener_at(sentence: Sentence, at: int, lex: Lexicon) -> tuple[Opener, int] | None:
    """The same in front of a clause, where more words open a constraint ("*to meet* this point, …")."""
    found = opener_at(sentence, at, lex)
    if found is not None:
        return found
    by_second = lex.fronted.get(sentence.words[at])
    return _matched(sentence, at, by_second) if by_second is not None else None


def _matched(sentence: Sentence, at: int, by_second: dict[str, tuple[Opener, ...]]) -> tuple[Opener, int] | None:
    words, kinds = sentence.words, sentence.kinds
    if at + 1 < len(words):
        for opener in by_second.get(words[at + 1], ()):
            after = at + len(opener.words)
            if after <= len(words) and _stands(opener.words, words, kinds, at):
                return opener, after
        for name in CLASSES:
            if name in by_second and _is(name, words[at + 1], kinds[at + 1]):
                for opener in by_second[name]:
                    after = at + len(opener.words)
                    if after <= len(words) and _stands(opener.words, words, kinds, at):
                        return opener, after
    alone = by_second.get("")
    return (alone[0], at + 1) if alone else None


def _is(name: str, word: str, kind: str) -> bool:
    """True where a word is of a class that a pattern names."""
    return kind in CLASSES[name] and (name != "POSSESSIVE" or word.endswith(GENITIVE))


def _stands(pattern: tuple[str, ...], words: list[str], kinds: list[str], at: int) -> bool:
    """True where the words of a pattern stand at a token, the first two of them taken as read."""
    for place in range(2, len(pattern)):
        expected = pattern[place]
        if expected in CLASSES:
            if not _is(expected, words[at + place], kinds[at + place]):
                return False
        elif words[at + place] != expected:
            return False
    return True


def with_degree(sentence: Sentence, at: int) -> int:
    """Where a word begins with its degree: "*most* urgently", "*very* early"."""
    return at - 1 if at and sentence.words[at - 1] in DEGREES else at
