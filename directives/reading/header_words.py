"""The grammar and word lists of headers in; out, the parser, the patterns made from it, and the words it goes by."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from directives.grammar_files import grammar_text
from directives.lalr import Grammar
from directives.reading.mending import Vocabulary
from directives.reading.parsing import Parser
from directives.reading.times import MONTHS

_LETTERS: Final = re.compile(r"[^\W_]+")
_LONG_WORD: Final = re.compile(r"[^\W_]{7,}")


def grammar() -> Grammar:
    """grammar/header.lark, with the terminals that are made from word lists."""
    marks = _lexicon("marks")
    made = {
        "MARK.5": [*marks["classification"], *marks["precedence"], *marks["handling"]],
        "_LABEL_WORDS": marks["labels"],
        "_PLACE_NAME": [*chain(*_lexicon("places").values())],
        "_PORTFOLIO": _lexicon("offices")["portfolios"],
    }
    terminals = (f"{name}: /[\\[(]?(?:{_any_of(words)})(?!\\w)[\\])]?/i\n" for name, words in made.items())
    source = "\n".join([grammar_text("header.lark"), *terminals])
    return Grammar("header.table", source, ("title", "facts", "running", "glance"))


@cache
def parser() -> Parser:
    """The parser of headers."""
    return Parser(grammar().ready())


class Patterns(NamedTuple):
    """Terminals of header.lark that tell at a glance what a line may be, as patterns."""

    title: re.Pattern[str]
    label: re.Pattern[str]
    one_a_line: re.Pattern[str]
    facts: re.Pattern[str]
    particulars: re.Pattern[str]
    document: re.Pattern[str]
    lone_number: re.Pattern[str]
    leading_number: re.Pattern[str]
    for_whom: re.Pattern[str]
    number_words: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """The patterns, made once from the grammar."""
    known = parser().patterns
    labels = f"{known['FROM_LABEL']}|{known['TO_LABEL']}"
    name = known["NAME_WORDS"]
    first = "|".join(known[key] for key in ("KIND", "RECEIVED", "FOR_WHOM", "FOR_WHOM_CAPITALS", "LABEL"))
    anywhere = "|".join(
        known[key] for key in ("CIPHER", "DOCUMENT", "DATE", "UNNUMBERED", "MARK", "FROM_LABEL", "TO_LABEL")
    )
    return Patterns(
        title=re.compile(rf"{known['TO']}|^\W*{known['KIND']}"),
        label=re.compile(labels),
        one_a_line=re.compile(rf"{labels}|{known['LABEL']}|#\d|\[|{known['CIPHER']}|{known['DOCUMENT']}"),
        facts=re.compile(rf"\A(?:\W*(?:{first})|#)|(?<![^\W_])(?!\s)(?:{anywhere})"),
        particulars=re.compile(known["PARTICULARS"]),
        document=re.compile(known["DOCUMENT"]),
        lone_number=re.compile(known["LONE_NUMBER"]),
        leading_number=re.compile(known["LEADING_NUMBER"]),
        for_whom=re.compile(
            rf"(?i:for) (?i:the )?(?P<addressee>{name}?)(?: (?i:from) (?i:the )?(?P<sender>{name}))?[.:\s—–-]*$"
        ),
        number_words=re.compile(known["NUMBER_WORDS"]),
    )


class Words(NamedTuple):
    """Words for offices and bodies, titles of persons, other words of titles, places, and marks with what they say."""

    person: re.Pattern[str]
    body: re.Pattern[str]
    title: re.Pattern[str]
    small: frozenset[str]
    surnames: frozenset[str]
    places: frozenset[str]
    marks: dict[str, str]


@cache
def words() -> Words:
    """The words, read once from grammar/lexicon."""
    offices = _lexicon("offices")
    person, body = (
        re.compile(rf"(?<!\w)(?:{_any_of(offices[group])})(?![\w'’])", re.I) for group in ("held_by_a_person", "bodies")
    )
    title = re.compile(rf"(?:{_any_of(offices['titles'])})(?:\.|(?=\s))(?!\s(?:of|for|in|to)\b)", re.I)
    places = frozenset(name.lower() for group in _lexicon("places").values() for name in group)
    marks = {word: kind for kind in ("classification", "precedence") for word in _lexicon("marks")[kind]}
    return Words(person, body, title, frozenset(offices["small_words"]), frozenset(offices["surnames"]), places, marks)


@cache
def title_vocabulary() -> Vocabulary:
    """The longer words of offices and bodies, that damaged ones in titles are mended to."""
    offices = _lexicon("offices")
    return Vocabulary(
        word for name in (*offices["held_by_a_person"], *offices["bodies"]) for word in _LONG_WORD.findall(name)
    )


@cache
def vocabulary() -> Vocabulary:
    """The words of other header lines, that damaged ones are mended to."""
    marks = _lexicon("marks")
    groups = chain((marks[kind] for kind in marks if kind != "labels"), _lexicon("places").values(), [MONTHS])
    return Vocabulary((word for group in groups for name in group for word in _LETTERS.findall(name)), marks["labels"])


def is_place(line: str) -> bool:
    """Whether a whole line is the name of a place that places.toml knows."""
    return " ".join(line.lower().split()) in words().places


@cache
def _lexicon(name: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = tomllib.loads(grammar_text(f"lexicon/{name}.toml"))
    return table


def _any_of(names: Iterable[str]) -> str:
    """A pattern for any of `names`, the longest first."""
    return "|".join(
        re.escape(name).replace("/", r"\/").replace(r"\ ", r"\s+")
        for name in sorted(set(names), key=lambda name: (-len(name), name))
    )
