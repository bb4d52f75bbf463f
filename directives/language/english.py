"""A text in, whether it is English that can be read out: by how many of its words the lexicon knows."""

import re
from typing import Final

from directives.language.lexicon import lexicon

# Cables of the measured corpus have 0.3 to 0.9, damaged by OCR at 5 % of their letters still 0.37; texts in French,
# German, Spanish, Italian, Dutch, Latin, Russian or Indonesian stay under 0.1.
LEAST_KNOWN_SHARE: Final = 0.2
FEWEST_WORDS: Final = 20  # too few words to judge by
_HEAD: Final = 20_000  # characters, enough for nearly every text
_WORD: Final = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """True where at least one word in five is known, in the text or already in its first 20,000 characters.

    A text of fewer than 20 words is taken for English.
    """
    return _known(text[:_HEAD]) or (len(text) > _HEAD and _known(text))


def _known(text: str) -> bool:
    words = _WORD.findall(text.lower())
    classes = lexicon().classes
    return len(words) < FEWEST_WORDS or sum(word in classes for word in words) >= LEAST_KNOWN_SHARE * len(words)
