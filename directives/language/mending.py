"""A sentence's words as they stand in the source in, the words as they were meant out, with the offsets they had.

Only words that no list of the lexicon knows are looked at. One is mended where the lexicon has a word that a scan may
have made it from (grammar/lexicon/confusions.toml), so frequent, or so like it, that no other comes near: "p1ease",
"yon will", "d irected"; or cut in two where a small word runs into its neighbour: "thatyou", "directedto". The source
keeps its own letters: a mended word has the offsets of those that it was read from.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from math import log10
from typing import Final, NamedTuple

from directives.grammar_files import grammar_text
from directives.language.lexicon import lexicon

_UNLISTED: Final = 0.3  # times in a million words: a word that only the lexicon has
_STEP: Final = -1.5  # log10 of how much less likely one more damaged letter makes a word
_MARGIN: Final = 0.5  # log10 by which a word must be likelier than the next best
_LEAST: Final = -2.5  # log10 of the likelihood under which an unknown word is left alone
_LEAST_OF_LONG: Final = -4.5  # the same for a long word, which few others are like
_LONG: Final = 8  # letters; a word with a capital that is as long is mended in any text, a shorter one is a name
_ODD: Final = 1.0  # log10 by which a blank in a word is likelier where one of its halves is no word
_BOTH_ODD: Final = 2.0  # the same, further, where both are none
_SHORT: Final = 5  # letters: shorter words are not taken to have two damaged ones
_LONGEST: Final = 24  # letters: longer words are left alone
_UNSAFE_ALONE: Final = 2  # letters: of so few, only one that is confused is mended, none put in or taken out
_DAMAGED_SHARE: Final = 0.05  # of the small words in a stretch
_FEWEST: Final = 5  # words: no fewer unknown ones say that a stretch is damaged
_STRETCH: Final = 8000  # characters
_SAMPLE: Final = 4  # one word in so many is looked at first
_CLEAN_SHARE: Final = 0.01  # of the words of the sample
_MOST_STEPS: Final = 3
_DOUBLED: Final = re.compile(r"(.)\1+")
_KEPT: Final = 200_000  # words remembered


class _Rule(NamedTuple):
    read: str
    after: frozenset[str]
    before: frozenset[str]
    inside: bool


class _Knowledge(NamedTuple):
    plain: frozenset[str]
    frequency: dict[str, float]
    confused: dict[str, tuple[str, ...]]
    meant: dict[str, tuple[str, ...]]
    fold: dict[int, str]
    lost: float
    doubled: float
    blank: float
    neighbours: dict[str, tuple[_Rule, ...]]
    run_together: frozenset[str]
    hyphenated: frozenset[str]


class Meant(NamedTuple):
    """The word that a damaged one can be, and the log10 of how likely it is."""

    word: str
    likelihood: float


@cache
def _known() -> _Knowledge:
    table = tomllib.loads(grammar_text("lexicon/confusions.toml"))
    frequency = dict.fromkeys(filter(str.isalpha, lexicon().classes), log10(_UNLISTED))
    for band in tomllib.loads(grammar_text("lexicon/frequent.toml"))["band"]:
        frequency.update(dict.fromkeys(band["words"].split(), log10(band["per_million"])))
    confused = {letter: tuple(forms.split()) for letter, forms in table["confused"].items()}
    meant: dict[str, tuple[str, ...]] = {}
    for letter, forms in confused.items():
        for form in forms:
            meant[form] = (*meant.get(form, ()), letter)
    neighbours: dict[str, tuple[_Rule, ...]] = {}
    for rule in table["neighbours"]:
        after, before = (frozenset(rule.get(side, "").split()) for side in ("after", "before"))
        made = _Rule(rule["read"], after, before, rule.get("inside", False))
        neighbours[rule["for"]] = (*neighbours.get(rule["for"], ()), made)
    lost, doubled, blank = (log10(table["damage"][kind]) for kind in ("lost", "doubled", "blank"))
    run_together = frozenset(table["run_together"]["words"].split())
    hyphenated = frozenset(table["run_together"]["hyphenated"].split())
    plain = frozenset(frequency.keys() - neighbours.keys()) | frozenset(".,;:!?()'\"-–—")
    return _Knowledge(
        plain, frequency, confused, meant, _fold(confused), lost, doubled, blank, neighbours, run_together, hyphenated
    )


def is_common(word: str) -> bool:
    """Whether a word, or that which it is the plural of, stands among the words of the lexicon."""
    known, verbs = _known().frequency, lexicon().verb_forms
    singular = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y")
    return any(form in known or form in verbs for form in singular)


def is_plain(word: str) -> bool:
    """Whether a word, or a stop, is read as it stands; nothing in a sentence of such words is to be mended. A hyphen is
    not: it may stand between the halves of a word."""
    return word in _known().plain and word != "-"


def mend(text: str, words: list[str], starts: list[int], ends: list[int], odd: list[int]) -> bool:
    """Mend the words of a sentence in place; tokens that are one word become one, from first to last. `odd` are the
    places of those that are not plain (`is_plain`). False where all are left as they were."""
    before = words.copy()
    known = _known()
    if "-" in words:
        _join_hyphenated(text, words, starts, ends)
        odd = [at for at, word in enumerate(words) if word not in known.plain]
    frequency = known.frequency
    boldly: bool | None = None
    size = len(words)
    done = 0
    for place in odd:
        at = place + len(words) - size  # words before it may have been joined or cut
        if at < done:
            continue
        word = words[at]
        if word in frequency:
            words[at] = _by_neighbours(words, at, known)
        elif word[0].isalnum():
            if boldly is None:
                boldly = _is_damaged(text, starts[0] // _STRETCH)
            done = _mend_at(text, words, starts, ends, at, boldly)
    return words != before


def _mend_at(text: str, words: list[str], starts: list[int], ends: list[int], at: int, boldly: bool) -> int:
    """Mend the unknown word at a place; gives the place to go on from."""
    last = len(words) - 1
    if (
        not boldly
        and 0 < at < last
        and _is_name(text, words, starts, at)
        and _stands_apart(text, words, starts, ends, at)
    ):
        return at + 1
    # Letters and figures that touch are one word: "p1ease", "t0".
    first, end = at, at
    while first > 0 and starts[first] == ends[first - 1] and words[first - 1][-1].isalnum():
        first -= 1
    while end < last and starts[end + 1] == ends[end] and words[end + 1][0].isalnum():
        end += 1
    if first < end or words[at][0].isdigit():
        whole = "".join(words[first : end + 1])
        found = meant(whole, boldly) if sum(map(str.isalpha, whole)) * 2 >= len(whole) else None
        if found:
            _join(words, starts, ends, first, end, found.word)
            return first + 1
        return at + 1
    word = words[at]
    best = meant(word, boldly) if _may_change(text, words, starts, ends, at, boldly) else None
    # A blank in the word: with the one before, or the one after.
    place = (at, at)
    for one, other in ((at - 1, at), (at, at + 1)):
        if one < 0 or other > last or not _one_blank(text, ends[one], starts[other]):
            continue
        if not (words[one].isalpha() and words[other].isalpha() and words[other][0] == text[starts[other]]):
            continue
        joined = _joined(words[one], words[other], boldly)
        if joined and (best is None or joined.likelihood > best.likelihood):
            best, place = joined, (one, other)
    if best is None:
        if boldly and word in _known().neighbours:
            words[at] = _by_neighbours(words, at, _known())
        elif (parts := apart(word)) and ends[at] - starts[at] == len(word) and not _is_name(text, words, starts, at):
            cut = starts[at] + len(parts[0])
            words[at : at + 1], starts[at : at + 1], ends[at : at + 1] = parts, (starts[at], cut), (cut, ends[at])
            return at + 2
        return at + 1
    _join(words, starts, ends, *place, best.word)
    return place[0] + 1


def _stands_apart(text: str, words: list[str], starts: list[int], ends: list[int], at: int) -> bool:
    """Whether a short word of letters, not in capitals, has blanks on both sides."""
    return (
        words[at].isalpha()
        and 1 < ends[at] - starts[at] < _LONG
        and starts[at] > ends[at - 1]
        and ends[at] < starts[at + 1]
        and not text[starts[at] + 1].isupper()
    )


def _joined(one: str, other: str, boldly: bool) -> Meant | None:
    """The word that two are which a blank parts; one of them is known by no list."""
    known = _known()
    whole = one + other
    if whole in known.frequency:
        both = _BOTH_ODD if one not in known.frequency and other not in known.frequency else 0.0
        return Meant(whole, known.frequency[whole] + known.blank + _STEP + _ODD + both)
    if boldly and len(whole) > _SHORT:
        found = meant(whole, False)
        return found and Meant(found.word, found.likelihood + known.blank + _STEP + _ODD)
    return None


def _one_blank(text: str, start: int, end: int) -> bool:
    return end - start == 1 and text[start] in " \n"


def _may_change(text: str, words: list[str], starts: list[int], ends: list[int], at: int, boldly: bool) -> bool:
    """Whether the word is none that writers spell as they like: a name, an initial, a word in capitals."""
    start, end = starts[at], ends[at]
    if end - start == 1:
        return words[at] == "l" and text[end : end + 1] == " "
    letters = text[start:end]
    if letters.isupper() and any(text[a:b].islower() for a, b in zip(starts, ends, strict=True) if b - a > 1):
        return False
    if letters[0].isupper() and at and (words[at - 1][-1].isalnum() or words[at - 1] == ","):
        return end - start >= (_SHORT + 1 if boldly else _LONG)
    return True


def _is_name(text: str, words: list[str], starts: list[int], at: int) -> bool:
    """Whether a word with a capital stands where only a name has one."""
    return text[starts[at]].isupper() and at > 0 and words[at - 1][-1].isalnum()


@lru_cache(maxsize=_KEPT)
def apart(word: str) -> tuple[str, str] | None:
    """The two words that `word` is where a small one has run into another; both are in the lexicon."""
    small, classes = _known().run_together, lexicon().classes
    for cut in range(len(word) - 2, 1, -1):
        one, other = word[:cut], word[cut:]
        if one not in classes or other not in classes or small.isdisjoint((one, other)):
            continue
        if min(cut, len(other)) > 2 or (other in small and (one in small or len(one) > _SHORT)):
            return one, other
    return None


def may_mend_to(words: Sequence[str], wanted: frozenset[str]) -> bool:
    """Whether one of a sentence's words (in small letters) may be the damage of a wanted one, or of a part of it."""
    frequency = _known().frequency
    for n, word in enumerate(words):
        if word in frequency:
            continue
        found = meant(word, False)
        if found and found.word in wanted:
            return True
        if (n and words[n - 1] + word in wanted) or (n + 1 < len(words) and word + words[n + 1] in wanted):
            return True
        parts = apart(word)
        if parts and not wanted.isdisjoint(parts):
            return True
    return False


def meant(word: str, boldly: bool) -> Meant | None:
    """The word that `word` can be; None where there is none, or none that is much likelier than another.

    `boldly` takes letters to be lost as well, and in longer words two to be damaged.
    """
    memory = _BOLD if boldly else _CAUTIOUS
    if word in memory:
        return memory[word]
    if len(memory) >= _KEPT:
        memory.clear()
    found = memory[word] = _likeliest(_intended(word, boldly)) if 1 < len(word) <= _LONGEST or word == "l" else None
    return found


_BOLD: Final[dict[str, Meant | None]] = {}
_CAUTIOUS: Final[dict[str, Meant | None]] = {}


def _likeliest(found: dict[str, float]) -> Meant | None:
    ranked = sorted(found, key=lambda word: (-found[word], word))[:2]
    if not ranked or found[ranked[0]] < (_LEAST if len(ranked[0]) < _LONG else _LEAST_OF_LONG):
        return None
    if len(ranked) > 1 and found[ranked[0]] - found[ranked[1]] < _MARGIN:
        return None
    return Meant(ranked[0], found[ranked[0]])


def _intended(word: str, boldly: bool) -> dict[str, float]:
    """The words that `word` may be, each with the log10 of how likely it is."""
    frequency, lost = _known().frequency, _known().lost + _STEP
    once = _undamaged(word)
    found = {w: frequency[w] + cost for w, cost in once if w in frequency}
    if not boldly:
        return found
    if len(word) > _UNSAFE_ALONE:
        for w in _by_loss().get(word, ()):
            found.setdefault(w, frequency[w] + lost)
    if not found and (len(word) > _SHORT or (len(word) == _SHORT and not word.isalpha() and word[0].isalpha())):
        for w in _by_fold().get(_folded(word), ()):
            steps = _steps(word, w) if abs(len(w) - len(word)) <= _MOST_STEPS else _MOST_STEPS + 1
            if steps <= _MOST_STEPS:
                found[w] = frequency[w] + steps * _STEP
        for between, cost in once:
            for w in _by_loss().get(between, ()):
                found.setdefault(w, cost + lost + frequency[w])
    return found


def _steps(word: str, intended: str) -> int:
    """How many letters of `intended` are confused or doubled in `word`; a large number where it is no damage of it."""
    confused = _known().confused
    reached = {0: 0}
    for letter in intended:
        after: dict[int, int] = {}
        for at, steps in reached.items():
            for form, more in ((letter, 0), (letter * 2, 1), *((form, 1) for form in confused.get(letter, ()))):
                if word.startswith(form, at):
                    end = at + len(form)
                    if steps + more <= _MOST_STEPS:
                        after[end] = min(after.get(end, steps + more), steps + more)
        if not after:
            break
        reached = after
    else:
        return reached.get(len(word), _MOST_STEPS + 1)
    return _MOST_STEPS + 1


def _folded(word: str) -> str:
    """The word with letters that are confused written the same, and doubled ones once."""
    return _DOUBLED.sub(r"\1", word.translate(_known().fold))


@cache
def _by_fold() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in _known().frequency:
        if len(word) >= _SHORT:
            form = _folded(word)
            found[form] = (*found.get(form, ()), word)
    return found


def _fold(confused: dict[str, tuple[str, ...]]) -> dict[int, str]:
    """Each letter → the first of all letters that are confused with it or with one another."""
    first: dict[str, str] = {}

    def of(letter: str) -> str:
        while first.get(letter, letter) != letter:
            letter = first[letter]
        return letter

    for letter, forms in confused.items():
        for form in filter(lambda form: len(form) == 1, forms):
            one, other = sorted((of(letter), of(form)))
            first[other] = one
    fold = {letter: of(letter) for letter in {*first, *confused}}
    for letter, forms in confused.items():
        if all(len(form) > 1 for form in forms):
            fold[letter] = "".join(fold.get(part, part) for part in forms[0])
    return {ord(letter): form for letter, form in fold.items()}


def _undamaged(word: str) -> list[tuple[str, float]]:
    """What the word may have been before a letter was confused or doubled, with the log10 of how likely that is."""
    known = _known()
    meant_by, doubled = known.meant, known.doubled + _STEP
    found: list[tuple[str, float]] = []
    for figure in sorted({letter for letter in word if letter.isdigit() and word.count(letter) > 1}):  # "wi11"
        for intended in meant_by.get(figure, ()):
            found.append((word.replace(figure, intended), _STEP))
    for n, letter in enumerate(word):
        before, after = word[:n], word[n + 1 :]
        if n and letter == word[n - 1]:
            found.append((before + after, doubled))
        for intended in meant_by.get(letter, ()):
            found.append((before + intended + after, _STEP))
        for intended in meant_by.get(word[n : n + 2], ()) if after else ():
            found.append((before + intended + after[1:], _STEP))
    return found


@cache
def _by_loss() -> dict[str, tuple[str, ...]]:
    """The words by what is left of them when a letter is lost."""
    found: dict[str, tuple[str, ...]] = {}
    for word in _known().frequency:
        if len(word) > _UNSAFE_ALONE:
            for n in range(len(word)):
                if not n or word[n] != word[n - 1]:
                    rest = word[:n] + word[n + 1 :]
                    found[rest] = (*found.get(rest, ()), word)
    return found


@lru_cache(maxsize=4)  # stretches are asked for in order; what is kept holds its text
def _is_damaged(text: str, stretch: int) -> bool:
    """Whether so many small words of a stretch of the text are unknown that more damage is likely."""
    around = _STRETCH // 2
    part = text[max(0, stretch * _STRETCH - around) : (stretch + 1) * _STRETCH + around]
    words = part.replace("-\n", "").split()
    sample = words[::_SAMPLE]
    if len(_unknown(sample)) <= _CLEAN_SHARE * len(sample):
        return False
    unknown = len(_unknown(words))
    return unknown > _FEWEST and unknown > _DAMAGED_SHARE * len([word for word in words if _is_small(word)])


def _unknown(words: list[str]) -> list[str]:
    """The words in small letters that no list has."""
    frequency = _known().frequency
    return [word for word in words if word not in frequency and _is_small(word)]


def _is_small(word: str) -> bool:
    """Whether a word of more than one letter is written in small letters alone."""
    return word.isalpha() and word.islower() and len(word) > 1


def _by_neighbours(words: list[str], at: int, known: _Knowledge) -> str:
    classes = lexicon().classes
    before = words[at - 1] if at else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    for read, after, then, inside in known.neighbours[words[at]]:
        if (
            (not after or before in after or classes.get(before) in after)
            and (not then or following in then or classes.get(following) in then)
            and not (inside and (at < 2 or words[at - 2] == ","))
        ):
            return read
    return words[at]


def _join_hyphenated(text: str, words: list[str], starts: list[int], ends: list[int]) -> None:
    """Join words that are hyphenated at the end of a piece of the sentence, as before a page heading, and those that a
    blank parts behind their hyphen ("Secretary- General")."""
    at = 1
    while at + 1 < len(words):
        if words[at] != "-" or starts[at] != ends[at - 1]:
            at += 1
        elif words[at - 1] in _known().hyphenated and words[at + 1].isalpha() and starts[at + 1] - ends[at] == 1:
            _join(words, starts, ends, at - 1, at + 1, f"{words[at - 1]}-{words[at + 1]}")
        elif words[at - 1][-1].isalpha() and text[starts[at + 1]].islower() and "\n" in text[ends[at] : starts[at + 1]]:
            _join(words, starts, ends, at - 1, at + 1, words[at - 1] + words[at + 1])
        else:
            at += 1


def _join(words: list[str], starts: list[int], ends: list[int], first: int, last: int, word: str) -> None:
    words[first : last + 1] = [word]
    starts[first : last + 1] = [starts[first]]
    ends[first : last + 1] = [ends[last]]
