"""One sentence's spans of source text in, its tokens out: words with their offsets, and the class of each."""

from __future__ import annotations

import re

from directives.language.lexicon import Lexicon, lexicon
from directives.language.mending import mend

TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?"  # U.K., p.m.
    r"|[^\W\d_]+(?:(?:['’]|-\s*\n\s*|-)[^\W\d_]+)*"  # words, hyphened words, words broken at a line end
    r"|\d[\w.,/:’']*\w|\d"  # numbers, dates, times
    r"|[^\w\s]"
)
LINE_BREAK = re.compile(r"-\s*\n\s*")
PUNCTUATION = {
    **dict.fromkeys(".?!", "STOP"),
    **dict.fromkeys(";:-–—", "COLON"),
    **dict.fromkeys("'\"‘’“”", "QUOTE"),
    ",": "COMMA",
    "(": "OPEN",
    ")": "CLOSE",
}
TRANSPARENT = frozenset("[]*_")

NOUN_AFTER = frozenset(
    {"DET", "YOUR", "THIS", "NO", "PREP", "OF", "NUM", "NUMBER", "POSSESSIVE", "ADJECTIVE", "OBJECT_PRONOUN"}
)
VERB_AFTER = frozenset({
    "TO", "WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "CANNOT", "NOT", "DO",
    "PLEASE", "YOU", "WE", "THEY", "LET", "DID", "NEED", "SENDER",
})  # fmt: skip
# After one of these an unknown word is a verb.
BEFORE_VERB = frozenset({"WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "COULD", "PLEASE", "CANNOT"})
ADJECTIVE = re.compile(r".+(?:al|ic|ive|ous|ful|able|ible|ary|ish|ese|ian|less|ent|ant)$")
POSSESSIVE = re.compile(r".+(?:['’]s|s['’])$")
NOUN_BEFORE = frozenset(
    {"OF", "IS", "WAS", "HAS", "HAVE", "HAD", "WILL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "BE"}
)


class Sentence:
    """A sentence as tokens: `words` in lower case, their offsets `starts` and `ends` in the source, and `kinds`.

    A kind is the terminal that the grammar reads: the word's class in the lexicon, settled by its neighbours where
    the word has two ("report" after "please" is a verb, after "the" a noun).
    """

    __slots__ = ("ends", "kinds", "starts", "text", "words")

    def __init__(self, text: str, words: list[str], starts: list[int], ends: list[int]) -> None:
        self.text = text
        self.words = words
        self.starts = starts
        self.ends = ends
        self.kinds = kinds_of(words, lexicon(), [text[start].isupper() for start in starts])
        if words and words[-1] in lexicon().stops:
            self.kinds[-1] = "STOP"

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the source of the tokens first to last, both inclusive."""
        return self.starts[first], self.ends[last]


def tokenise(text: str, pieces: list[tuple[int, int]]) -> Sentence:
    """The sentence that lies in these spans of the source text."""
    spans = [token.span() for piece in pieces for token in TOKEN.finditer(text, *piece)]
    raw = [text[start:end] for start, end in spans]
    if not TRANSPARENT.isdisjoint(raw):
        spans = [span for span, word in zip(spans, raw, strict=True) if word not in TRANSPARENT]
        raw = [word for word in raw if word not in TRANSPARENT]
    words = [LINE_BREAK.sub("", word).lower() if "\n" in word else word.lower() for word in raw]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    mend(text, words, starts, ends)
    return Sentence(text, words, starts, ends)


def kinds_of(words: list[str], lex: Lexicon, capitals: list[bool]) -> list[str]:
    """The terminal of each word, in its place; `capitals` tells which begin with one."""
    shouted = all(capital for capital, word in zip(capitals, words, strict=True) if word[0].isalpha())
    classes = lex.classes
    kinds: list[str] = []
    also_nouns = lex.also_nouns
    previous, before, last = "START", "", len(words) - 1
    for at, word in enumerate(words):
        kind = classes.get(word)
        if kind is None:
            kind = _unknown(word, lex)
            if (
                kind == "N"
                and previous in BEFORE_VERB
                and word[0].isalpha()
                and at < last
                and (shouted or not capitals[at])
            ):
                kind = "VERB"
        elif kind == "NVERB" or word in also_nouns:
            following = classes.get(words[at + 1], "N") if at < last else "END"
            kind = _verb_or_noun(kind, _neighbour(before, previous), following)
        elif kind == "VERB" and (
            _neighbour(before, previous) in ("DET", "YOUR", "POSSESSIVE")
            or (previous == "START" and at < last and classes.get(words[at + 1]) in NOUN_BEFORE)
        ):
            kind = "N"
        elif kind == "DET" and previous in VERB_AFTER and word in ("further", "more"):
            kind = "ADVERB"
        kinds.append(kind)
        if kind != "ADVERB":
            previous, before = kind, word
    return kinds


def _neighbour(word: str, kind: str) -> str:
    """The class of a word as far as it settles the word after it."""
    if kind == "N":
        return "POSSESSIVE" if POSSESSIVE.match(word) else "ADJECTIVE" if ADJECTIVE.match(word) else "N"
    return kind


def _unknown(word: str, lex: Lexicon) -> str:
    if word in PUNCTUATION:
        return PUNCTUATION[word]
    if word[0].isdigit():
        return "NUM"
    if "-" in word:
        return lex.classes.get(word.replace("-", ""), "N")
    if word.endswith("ly") and len(word) > 4:
        return "ADVERB"
    return "N"


def _verb_or_noun(kind: str, previous: str, following: str) -> str:
    """What a word that may be verb or noun is here: `kind` where it is a verb, NVERB where undecided, else N."""
    if previous in NOUN_AFTER:
        return "N"
    verb = "VERB" if kind == "NVERB" else kind
    if previous in VERB_AFTER:
        return verb
    if kind == "NVERB":
        return "N" if following in NOUN_BEFORE else "NVERB"
    if previous in ("START", "COMMA", "COLON", "STOP", "AND", "OPEN", "CLOSE", "QUOTE", "NUM"):
        return "N" if following in NOUN_BEFORE else verb
    return "N"
