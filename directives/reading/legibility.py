"""The words of a page in, a score from 0 to 1 out: the share of them that look like words, and like written text.

Two kinds of word count against a page. Words that no writer spells ("tlc", "c0nfcr", "qwrt"): figures among the
letters, no vowel, six consonants running. And words in a phrase that the page has said a moment before: a program that
cannot read a scan guesses, and its guesses run in circles ("to the part of the same to the part of"). Pages of cables
score above 0.93, with every fifth word damaged above 0.85; articles of treaties, which repeat themselves, down to
0.77. Guessed text stays below 0.74.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import count
from typing import Final

ILLEGIBLE: Final = 0.75  # a page under it gives no paragraphs

_SAMPLE: Final = 50  # words of a page that are looked at one by one, unless many of them are odd
_ODD_SHARE: Final = 0.1
_FEWEST: Final = 60  # words: a page with less is not judged by its repetitions
_REPEATED_SHARE: Final = 0.04
_NEAR: Final = 25  # words within which a phrase comes back when the text runs in circles
_PHRASE: Final = 3  # words
_ORDINARY: Final = re.compile(
    r"\W*[A-Za-z]?[a-z]{0,3}[aeiouy](?:[b-df-hj-np-tv-xz]{0,4}[aeiouy])*[b-df-hj-np-tv-xz]{0,4}\W*"
)
_VOWEL: Final = re.compile(r"[aeiouyàâäéèêëîïôöùûüAEIOUY]")
_PLAIN: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\W*[\d\W]*[a-zA-Z]{0,2}")
_CONSONANTS: Final = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}")
_EDGES: Final = ".,;:!?()[]{}'\"‘’“”…*-–—/&"
_SHORT_WORDS: Final = 3
_KEPT: Final = 24  # characters: whether a longer word is odd is not kept


def legibility(words: list[str]) -> float:
    """The score of a page's words (as split at white space); 1.0 for a page without words."""
    if not words:
        return 1.0
    odd = _odd_share(words[:: len(words) // _SAMPLE + 1])
    if odd > _ODD_SHARE:
        odd = _odd_share(words)
    return round(max(0.0, 1.0 - odd - _circling_share(words)), 3)


def _odd_share(words: list[str]) -> float:
    return sum([_is_odd_short(word) if len(word) <= _KEPT else _is_odd(word) for word in words]) / len(words)


def _is_odd(word: str) -> bool:
    """Whether no writer spells a word so; abbreviations, numbers and words in capitals are not odd."""
    if _ORDINARY.fullmatch(word):
        return False
    bare = word.strip(_EDGES)
    if len(bare) < 2 or bare.isupper() or "." in bare:
        return False
    if not _PLAIN.fullmatch(bare):
        return (
            any(letter.islower() for letter in bare) and not bare[0].isdigit() and "/" not in bare and "-" not in bare
        )
    return (
        len(bare) > _SHORT_WORDS - 1
        and bare.isalpha()
        and ((bare.islower() and not _VOWEL.search(bare)) or _CONSONANTS.search(bare) is not None)
    )


_is_odd_short = lru_cache(maxsize=8192)(_is_odd)  # of words that come again


def _circling_share(words: list[str]) -> float:
    """The share of words that belong to a phrase which the last words have said already."""
    if len(words) < _FEWEST:
        return 0.0
    said = len(words) - _PHRASE + 1
    if said - len(set(zip(words, words[1:], words[2:], strict=False))) < said * _REPEATED_SHARE:
        return 0.0
    first: dict[tuple[str, str, str], int] = {}  # where a phrase was first said
    phrases = list(map(first.setdefault, zip(words, words[1:], words[2:], strict=False), count()))
    circling: set[int] = set()
    last: dict[int, int] = {}
    for n, phrase in enumerate(phrases):
        if phrase == n:
            continue
        if n - last.get(phrase, phrase) <= _NEAR and max(map(len, words[n : n + _PHRASE])) > _SHORT_WORDS:
            circling.update(range(n, n + _PHRASE))
        last[phrase] = n
    return len(circling) / len(words)
