"""One sentence's spans of source text in, its tokens out: words with their offsets, and the class of each."""

from __future__ import annotations

import re
from typing import Final

from directives.language.lexicon import BEFORE_VERB, Lexicon, lexicon, phrase_before
from directives.language.mending import is_plain, mend

_LETTERS: Final = r"[^\W\d_]"
_MORE: Final = rf"(?:(?:['’]|-\s*\n\s*|-){_LETTERS}+)*"  # hyphened words, words broken at a line end
TOKEN: Final = re.compile(
    rf"{_LETTERS}{{2,}}{_MORE}"
    r"|(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?"  # U.K., p.m.
    rf"|{_LETTERS}{_MORE}"
    r"|\d[\w.,/:’']*\w|\d"  # numbers, dates, times
    r"|[^\w\s]"
)
LINE_BREAK: Final = re.compile(r"-\s*\n\s*")
MOST_KEPT: Final = 32_768  # runs of characters
LONGEST_KEPT: Final = 40  # characters of one
PUNCTUATION: Final = {
    **dict.fromkeys(".?!", "STOP"),
    **dict.fromkeys(";:-–—", "COLON"),
    **dict.fromkeys("'\"‘’“”", "QUOTE"),
    ",": "COMMA",
    "(": "OPEN",
    ")": "CLOSE",
}
TRANSPARENT: Final = frozenset("[]*_")
ENDINGS: Final = frozenset(".,;:")

NOUN_AFTER: Final = frozenset(
    {"DET", "YOUR", "THIS", "NO", "PREP", "OF", "NUM", "NUMBER", "POSSESSIVE", "ADJECTIVE", "OBJECT_PRONOUN"}
)
VERB_AFTER: Final = frozenset({
    "TO", "WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "CANNOT", "NOT", "DO",
    "PLEASE", "YOU", "WE", "THEY", "LET", "DID", "NEED", "SENDER", "DOUBT",
})  # fmt: skip
# Behind one of these "himself" stresses who acts.
BEFORE_REFLEXIVE: Final = frozenset({
    "WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "CANNOT", "NOT", "WE", "THEY",
})  # fmt: skip
ADJECTIVE: Final = ("al", "ic", "ive", "ous", "ful", "able", "ible", "ary", "ish", "ese", "ian", "less", "ent", "ant")
POSSESSIVE: Final = ("'s", "’s", "s'", "s’")
# "The Board *request your* views", "they *hope that*": what is wished follows.
WISHED_THAT: Final = frozenset({"THAT", "YOU", "YOUR", "DET"})
BEFORE_MONTH: Final = frozenset({"in", "of", "during", "early", "late"})
# Behind one of these a word says what something is ("is *welcome*", "is considered *basic*").
STATES: Final = frozenset({"BE", "IS", "BEEN", "SEEMS", "CONSIDERED"})
NOUN_BEFORE: Final = frozenset(
    {"OF", "IS", "WAS", "HAS", "HAVE", "HAD", "WILL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "BE"}
)


class Sentence:
    """A sentence as tokens: `words` in lower case, their offsets `starts` and `ends` in the source, and `kinds`.

    A kind is the terminal that the grammar reads: the word's class in the lexicon, settled by its neighbours where
    the word has two ("report" after "please" is a verb, after "the" a noun).
    """

    __slots__ = ("ends", "kinds", "starts", "text", "words")

    def __init__(self, text: str, words: list[str], starts: list[int], ends: list[int], alone: list[str]) -> None:
        """`alone` is the terminal of each word by itself (`kind_alone`)."""
        self.text = text
        self.words = words
        self.starts = starts
        self.ends = ends
        self.kinds = _settled(alone, words, lexicon(), text, starts)
        if words and words[-1] in lexicon().stops:
            self.kinds[-1] = "STOP"

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the source of the tokens first to last, both inclusive."""
        return self.starts[first], self.ends[last]


# A word in lower case, its span in the run of characters that it stands in, its terminal by itself, and whether it is
# plain, as nothing else can be meant.
Token = tuple[str, int, int, str, bool]
_TOKENS: Final[dict[str, tuple[Token, ...]]] = {}  # of each run, since most runs come again and again


def tokenise(text: str, pieces: list[tuple[int, int]]) -> Sentence:
    """The sentence that lies in these spans of the source text."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[str] = []
    odd: list[int] = []  # the words that may have to be mended
    for start, end in pieces:
        part = text[start:end]
        runs = [part] if "-" in part and LINE_BREAK.search(part) else part.split()
        at = start
        for run in runs:
            at = text.find(run, at)  # only white space stands between two
            for word, first, after, kind, plain in _TOKENS.get(run) or _tokens(run):
                if not plain:
                    odd.append(len(words))
                words.append(word)
                starts.append(at + first)
                ends.append(at + after)
                kinds.append(kind)
            at += len(run)
    if odd and mend(text, words, starts, ends, odd):
        kinds = [kind_alone(word) for word in words]
    return Sentence(text, words, starts, ends, kinds)


def _tokens(run: str) -> tuple[Token, ...]:
    """The tokens of a run of characters without white space, or of a whole piece that has words broken at line ends."""
    size = len(run)
    found: tuple[Token, ...]
    if run.isalpha():
        found = (_token(run, 0, size),)
    elif run[-1] in ENDINGS and run[:-1].isalpha():
        found = (_token(run[:-1], 0, size - 1), _token(run[-1], size - 1, size))
    else:
        found = tuple(
            [
                _token(LINE_BREAK.sub("", match[0]), match.start(), match.end())
                for match in TOKEN.finditer(run)
                if match[0] not in TRANSPARENT
            ]
        )
    if size <= LONGEST_KEPT:
        if len(_TOKENS) >= MOST_KEPT:
            _TOKENS.clear()
        _TOKENS[run] = found
    return found


def _token(letters: str, start: int, end: int) -> Token:
    word = letters.lower()
    return word, start, end, kind_alone(word), is_plain(word)


def _settled(alone: list[str], words: list[str], lex: Lexicon, text: str, starts: list[int]) -> list[str]:
    """The terminal of each word in its place, from those by themselves."""
    classes, also_nouns, unsettled = lex.classes, lex.also_nouns, lex.unsettled
    kinds = alone.copy()
    last = len(words) - 1
    for at in [at for at, word in enumerate(words) if word in unsettled]:
        kind, word = kinds[at], words[at]
        if kind == "NO" and words[at + 1 : at + 2] == ["."] and at + 2 <= last and words[at + 2][0].isdigit():
            kinds[at] = "N"  # "your *No.* 12"
            continue
        if kind == "MAY" and _names_month(words, kinds, text, starts, at):
            kinds[at] = "MONTH"
            continue
        if kind == "MYSELF" and at and kinds[at - 1] in BEFORE_REFLEXIVE:
            kinds[at] = "ADVERB"  # "they should not *themselves* reply"
            continue
        if kind in BEFORE_VERB:  # the unknown word after it is a verb
            after = at + 1
            while after < last and kinds[after] in ("ADVERB", "MYSELF"):
                after += 1
            if (
                after < last
                and kinds[after] == "N"
                and words[after] not in classes
                and words[after][0].isalpha()
                and (not text[starts[after]].isupper() or _shouted(words, text, starts))
            ):
                kinds[after] = "VERB"
        before = phrase_before(words, at, lex) - 1
        while before >= 0 and kinds[before] == "ADVERB":
            before -= 1
            if before >= 0 and tuple(words[before : before + 2]) in lex.discourse.get(words[before], ()):
                before -= 1  # "you should *of course* report"
        previous = kinds[before] if before >= 0 else "START"
        if word in lex.after_be and previous in STATES:
            kinds[at] = lex.after_be[word]
        elif kind == "NVERB" or word in also_nouns:
            following = classes.get(words[at + 1], "N") if at < last else "END"
            kinds[at] = _verb_or_noun(kind, _neighbour(words[before], previous), following)
        elif word in lex.plural_nouns:
            if _neighbour(words[before], previous) in ("DET", "YOUR", "POSSESSIVE"):
                kinds[at] = "N"  # "in line with your *wishes*"
        elif kind == "VERB":
            if word == "repeat" and before >= 0 and words[at + 1 : at + 2] == [words[before]]:
                kinds[at] = kinds[at + 1] = "ADVERB"  # "not *repeat not*"
            elif _neighbour(words[before], previous) in ("DET", "YOUR", "POSSESSIVE") or (
                previous == "START" and at < last and classes.get(words[at + 1]) in NOUN_BEFORE
            ):
                kinds[at] = "N"
        elif kind == "DET" and (previous in VERB_AFTER or previous == "ONCE"):
            kinds[at] = "ADVERB"
    return kinds


def _names_month(words: list[str], kinds: list[str], text: str, starts: list[int], at: int) -> bool:
    """Whether "May" is the month: beside a figure, or behind "in" or "of", and written as a name."""
    if text[starts[at] : starts[at] + 3] != "May" or (at and kinds[at - 1] == "CLOSE"):
        return False
    if at + 1 < len(words) and words[at + 1][0].isdigit():
        return True
    return at > 0 and (words[at - 1][0].isdigit() or words[at - 1] in BEFORE_MONTH)


def _shouted(words: list[str], text: str, starts: list[int]) -> bool:
    """Whether every word begins with a capital."""
    return all(text[start].isupper() for start, word in zip(starts, words, strict=True) if word[0].isalpha())


def kind_alone(word: str) -> str:
    """The terminal of a word by itself."""
    known = lexicon()
    return known.classes.get(word) or _unknown(word, known)


def _neighbour(word: str, kind: str) -> str:
    """The class of a word as far as it settles the word after it."""
    if kind == "N":
        adjective = word.endswith(ADJECTIVE) and not word.endswith("ment")
        return "POSSESSIVE" if word.endswith(POSSESSIVE) else "ADJECTIVE" if adjective else "N"
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
    if previous in ("START", "COMMA", "COLON", "STOP", "AND", "OPEN", "CLOSE", "QUOTE", "NUM", "POSSIBLE"):
        return "N" if following in NOUN_BEFORE else verb
    if previous != "N":
        return "N"
    return verb if following in WISHED_THAT or (kind == "DESIRE" and following == "N") else "N"
