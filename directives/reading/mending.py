"""A damaged header line in, the line as it was meant out, with the way back to the source's own letters.

A word is mended only where the vocabulary of headers has one word that it can be: letters that a scan confuses count as
the same ("SECRE1", "Cab1egrarn"), and one letter, in longer words two, may be wrong, lost or doubled ("Cblegram").
Words broken in two ("SEC RET") or hyphenated at a line's end are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[^\W_]+")
_HYPHENATED: Final = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n\s*(?=[^\W\d_])")
# What scans confuse, each written as the form on the right.
_CONFUSED_PAIRS: Final = ("rn", "m"), ("vv", "w"), ("cl", "d"), ("li", "h"), ("ii", "u")
_CONFUSED: Final = str.maketrans("10586eiufhyq", "loselclntbvg")
_LONG: Final = 7  # letters: a word as long may have two wrong ones
_MOST_STEPS: Final = 2


class Mended(NamedTuple):
    """A line as it was meant; `at[i]` is the offset in the damaged line of its character i, `at[-1]` its length."""

    text: str
    at: tuple[int, ...] | None

    def of(self, line: Mended) -> Mended:
        """The same, where what was mended is itself a mended line."""
        if self.at is None or line.at is None:
            return self if line.at is None else Mended(self.text, line.at)
        return Mended(self.text, tuple(line.at[place] for place in self.at))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the damaged line that `text[start:end]` was read from."""
        if self.at is None or start >= end:
            return start, end
        return self.at[start], self.at[end - 1] + 1 if self.at[end] > self.at[end - 1] + 1 else self.at[end]


def unhyphenated(line: str) -> Mended:
    """The line with words joined that are hyphenated at a line end."""
    if "-" not in line or "\n" not in line or not _HYPHENATED.search(line):
        return Mended(line, None)
    return _rebuilt(line, ((match.start(), match.end(), "") for match in _HYPHENATED.finditer(line)))


def mended(line: str, vocabulary: Vocabulary) -> Mended:
    """The line with its damaged words as the vocabulary has them; at=None where none is damaged."""
    words = list(_WORD.finditer(line))
    known = [word[0].isdigit() or vocabulary.knows(word[0]) for word in words]
    if all(known):
        return Mended(line, None)
    changes: list[tuple[int, int, str]] = []
    n = 0
    while n < len(words):
        word = words[n]
        n += 1
        if known[n - 1]:
            continue
        alone = vocabulary.meant(word[0])
        after = words[n] if n < len(words) and words[n].start() - word.end() <= 2 else None
        if after and not known[n] and (alone is None or alone.steps):
            joined = vocabulary.meant(word[0] + after[0])
            if joined and (alone is None or joined.steps < alone.steps):
                changes.append((word.start(), after.end(), joined.word))
                n += 1
                continue
        if alone:
            changes.append((word.start(), word.end(), alone.word))
    return _rebuilt(line, changes) if changes else Mended(line, None)


def _rebuilt(line: str, changes: Iterable[tuple[int, int, str]]) -> Mended:
    text: list[str] = []
    at: list[int] = []
    done = 0
    for start, end, new in changes:
        text += line[done:start], new
        at += range(done, start)
        at += (start + min(i, end - start - 1) for i in range(len(new)))
        done = end
    text.append(line[done:])
    at += range(done, len(line) + 1)
    return Mended("".join(text), tuple(at))


class Meant(NamedTuple):
    """The word that a damaged one can be, and how many letters are wrong beyond those that scans confuse."""

    word: str
    steps: int


class _Known(NamedTuple):
    """A word of a vocabulary as damaged ones are compared with it: its form, the letters of that, and how many of them
    may be wrong."""

    word: str
    form: str
    letters: frozenset[str]
    most: int


class Vocabulary:
    """Words that damaged ones are mended to; those that a word is compared with have its first or last two letters."""

    def __init__(self, words: Iterable[str], unmended: Iterable[str] = ()) -> None:
        """`unmended` are words that are right as they are, and that no other is mended to."""
        self._words = frozenset(word.lower() for word in words)
        self._right = self._words.union(unmended)
        self._by_form: dict[str, str] = {}
        self._by_end: dict[str, list[_Known]] = {}
        for word in sorted(self._words):
            form = folded(word)
            self._by_form.setdefault(form, word)
            if len(word) > 3:
                known = _Known(word, form, frozenset(form), _MOST_STEPS if len(word) >= _LONG else 1)
                for end in _ends(form):
                    self._by_end.setdefault(end, []).append(known)
        self.meant = lru_cache(maxsize=8192)(self._meant)

    def knows(self, word: str) -> bool:
        """Whether the word stands in the vocabulary, in capitals or not."""
        return word.lower() in self._right

    def _meant(self, word: str) -> Meant | None:
        """The one word that `word` can be, in the capitals of `word`; None where there is none or more than one."""
        letters = [letter for letter in word if letter.isalpha()]
        if len(word) < 3 or (len(word) - len(letters)) * 4 > len(word):
            return None
        form = folded(word)
        exact = self._by_form.get(form)
        if exact:
            return Meant(_like(exact, letters), 0)
        if len(form) < 4:
            return None
        near: set[tuple[int, str]] = set()
        for end in _ends(form):
            for known in self._by_end.get(end, ()):
                if _may_be(form, known) and (steps := _distance(form, known.form)) <= known.most:
                    near.add((steps, known.word))
        nearest = sorted(near)
        if not nearest or (len(nearest) > 1 and nearest[0][0] == nearest[1][0]):
            return None
        return Meant(_like(nearest[0][1], letters), nearest[0][0])


def _like(word: str, letters: list[str]) -> str:
    """`word` in capitals, with a capital or in small letters, as `letters` are."""
    if sum(letter.isupper() for letter in letters) * 2 > len(letters):
        return word.upper()
    return word.capitalize() if letters and letters[0].isupper() else word


def folded(word: str) -> str:
    """The form of a word in which letters that scans confuse are the same."""
    form = word.lower()
    for pair, letter in _CONFUSED_PAIRS:
        form = form.replace(pair, letter)
    return form.translate(_CONFUSED)


def _ends(form: str) -> tuple[str, str]:
    """The first and the last two letters, told apart by a hyphen."""
    return f"{form[:2]}-", f"-{form[-2:]}"


def _may_be(form: str, known: _Known) -> bool:
    """Whether a form is about as long as that of a known word, and has most of its letters."""
    if abs(len(form) - len(known.form)) > known.most:
        return False
    missing = len(known.letters.difference(form))
    return missing <= known.most and missing * 4 <= len(known.letters)


def _distance(one: str, other: str) -> int:
    """Letters to change, take out or put in to get from one to the other (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            steps = before if a == b else min(before, min(row[j], row[j - 1])) + 1
            before, row[j] = row[j], steps
    return row[-1]
