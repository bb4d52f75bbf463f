"""A damaged header line in, the line as it was meant out, with the way back to the source's own letters.

A word is mended only where the vocabulary of headers has one word that it can be: letters that a scan confuses count
as the same ("SECRE1", "Cab1egrarn"), and one letter, in longer words two, may be wrong, lost or doubled ("Cblegram"). Words
broken in two ("SEC RET") or hyphenated at a line's end are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n\s*(?=[^\W\d_])")
# What scans confuse, each written as the form on the right.
_CONFUSED_PAIRS = ("rn", "m"), ("vv", "w"), ("cl", "d"), ("li", "h"), ("ii", "u")
_CONFUSED = str.maketrans("10586eiufhyq", "loselclntbvg")
_LONG = 7  # letters: a word as long may have two wrong ones


class Mended(NamedTuple):
    """A line as it was meant; `at[i]` is the offset in the damaged line of its character i, `at[-1]` the line's length."""

    text: str
    at: tuple[int, ...] | None

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
    """The line with its damaged words as the vocabulary has them; the same text, with at=None, where nothing is damaged."""
    words = list(_WORD.finditer(line))
    if all(vocabulary.knows(word[0]) or word[0].isdigit() for word in words):
        return Mended(line, None)
    changes: list[tuple[int, int, str]] = []
    n = 0
    while n < len(words):
        word = words[n]
        n += 1
        if vocabulary.knows(word[0]) or word[0].isdigit():
            continue
        if n < len(words) and words[n].start() - word.end() <= 2 and not words[n][0].isdigit() and not vocabulary.knows(words[n][0]):
            whole = vocabulary.meant(word[0] + words[n][0])
            if whole:
                changes.append((word.start(), words[n].end(), whole))
                n += 1
                continue
        whole = vocabulary.meant(word[0])
        if whole:
            changes.append((word.start(), word.end(), whole))
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


class Vocabulary:
    """Words that damaged ones are mended to, found by what is left of them when letters are taken out."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word.lower() for word in words)
        self._by_form: dict[str, str] = {}
        self._by_rest: dict[str, set[str]] = {}
        for word in sorted(self._words):
            form = folded(word)
            self._by_form.setdefault(form, word)
            if len(word) > 3:
                for rest in _rests(form):
                    self._by_rest.setdefault(rest, set()).add(word)
        self.meant = lru_cache(maxsize=8192)(self._meant)

    def knows(self, word: str) -> bool:
        """Whether the word stands in the vocabulary, in capitals or not."""
        return word.lower() in self._words

    def _meant(self, word: str) -> str | None:
        """The one word that `word` can be, in the capitals of `word`; None where there is none or more than one."""
        figures = sum(letter.isdigit() for letter in word)
        if figures * 4 > len(word):
            return None
        form = folded(word)
        found = self._by_form.get(form) if len(word) > 2 else None
        if found is None and len(form) > 3:
            candidates = {known for rest in _rests(form) for known in self._by_rest.get(rest, ())}
            near = sorted((_distance(form, folded(known)), known) for known in candidates if abs(len(known) - len(word)) <= 2)
            near = [(steps, known) for steps, known in near if steps <= (2 if len(known) >= _LONG else 1)]
            if near and (len(near) == 1 or near[0][0] < near[1][0]):
                found = near[0][1]
        if found is None:
            return None
        letters = [letter for letter in word if letter.isalpha()]
        if sum(letter.isupper() for letter in letters) * 2 > len(letters):
            return found.upper()
        return found.capitalize() if letters and letters[0].isupper() else found


@cache
def folded(word: str) -> str:
    """The form of a word in which letters that scans confuse are the same."""
    form = word.lower()
    for pair, letter in _CONFUSED_PAIRS:
        form = form.replace(pair, letter)
    return form.translate(_CONFUSED)


def _rests(form: str) -> Iterator[str]:
    """What is left of a form without none, one or (where it is long) two of its letters."""
    yield form
    for lost in range(1, 3 if len(form) >= _LONG - 1 else 2):
        for places in combinations(range(len(form)), lost):
            yield "".join(letter for n, letter in enumerate(form) if n not in places)


def _distance(one: str, other: str) -> int:
    """Letters to change, take out or put in to get from one to the other (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]
