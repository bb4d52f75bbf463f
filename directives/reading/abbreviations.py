"""The lists of grammar/lexicon/abbreviations.toml in; words that a full stop shortens out, and what tells them apart.

All who ask whether a stop ends a sentence read them here: paragraphs, enclosures, sentences, clauses.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from directives.grammar_files import grammar_text


class Abbreviations(NamedTuple):
    """Lists of words as they are written, without their last stop; each is explained where it stands."""

    titles: tuple[str, ...]
    references: tuple[str, ...]
    leading: tuple[str, ...]
    others: tuple[str, ...]
    closing: tuple[str, ...]
    openers: tuple[str, ...]
    run_on: tuple[str, ...]
    measures: tuple[str, ...]
    lettered: tuple[str, ...]


@cache
def abbreviations() -> Abbreviations:
    """The lists, read once."""
    table: dict[str, str] = tomllib.loads(grammar_text("lexicon/abbreviations.toml"))
    return Abbreviations(**{name: tuple(words.split()) for name, words in table.items()})


def any_of(words: Iterable[str]) -> str:
    """A regular expression for one of these words: "No", "i.e" → `No|i\\.e`."""
    return "|".join(map(re.escape, words))
