"""Typed tokens in; out, where constraints open and how far each reaches."""

from __future__ import annotations

from attrs import frozen

from directives.language.lexicon import Lexicon, Opener
from directives.language.tokens import Sentence
from directives.model import ConstraintType

CLASSES = {
    "NUMBER": frozenset({"NUM", "NUMBER", "MONTH", "DAY"}),
    "DAY": frozenset({"DAY"}),
    "MONTH": frozenset({"MONTH"}),
    "GERUND": frozenset({"GERUND"}),
    "VERB": frozenset({"VERB", "NVERB", "BE", "HAVE"}),
}
# Where a phrase ends, whatever stands in it.
PHRASE_ENDS = frozenset({"COMMA", "COLON", "STOP", "OPEN", "CLOSE", "THAT", "IF", "SUB", "WH"})


@frozen
class Segment:
    """A constraint in a sentence: its type and the first and last of its tokens."""

    type: ConstraintType
    first: int
    last: int
    kind: str


def discourse_at(sentence: Sentence, at: int, lex: Lexicon) -> int:
    """Number of tokens of a connective of several words ("of course", "in any case") that stands at a token, or 0."""
    words = sentence.words
    for phrase in lex.discourse.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def opener_at(sentence: Sentence, at: int, lex: Lexicon) -> tuple[Opener, int] | None:
    """The longest constraint opener whose words stand at a token, with the place after it; or None."""
    words, kinds = sentence.words, sentence.kinds
    found = lex.openers.get(words[at])
    if not found:
        return None
    size = len(words)
    for opener in found:
        pattern = opener.words
        after = at + len(pattern)
        if after > size:
            continue
        for place in range(1, len(pattern)):
            expected = pattern[place]
            if expected in CLASSES:
                if kinds[at + place] not in CLASSES[expected]:
                    break
            elif words[at + place] != expected:
                break
        else:
            return opener, after
    return None
