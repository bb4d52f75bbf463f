"""The word lists of grammar/lexicon in, one Lexicon out: word → class, verb forms, and how constraints open."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from directives.grammar_files import grammar_table, grammar_text
from directives.model import ConstraintType

VOWELS: Final = "aeiou"
# Verb or noun, and what makes a verb of an unknown word after it.
BEFORE_VERB: Final = frozenset(
    {"WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "COULD", "PLEASE", "CANNOT"}
)
UNSETTLED: Final = BEFORE_VERB | {"VERB", "NVERB", "MYSELF"}
OPENER_KINDS: Final = ("whole", "phrases", "clauses")
# "aside": reaches like a constraint but limits nothing ("while we see the difficulty, …").
OpenerType = ConstraintType | Literal["aside"]


@dataclass(frozen=True)
class Opener:
    """How a constraint opens: its words (capitals for classes), its type, what it takes after it, and its type when
    it stands behind the verb, and whether it opens only where a clause begins."""

    words: tuple[str, ...]
    type: OpenerType
    kind: str
    behind: OpenerType
    at_head: bool = False


@dataclass(frozen=True)
class Lexicon:
    """All word knowledge, keyed by lower-case word.

    `classes` gives the terminal of a word; `unsettled` holds the words whose terminal, or that of the word after them,
    their neighbours settle; `after_be` the terminal of a word behind "be" where it has another there;
    `verbs` its verb form (base, third, past, participle, gerund) and base;
    `openers` the constraint openers by first and second word, longest first; `fronted` those that open only in front
    of a clause.
    """

    classes: dict[str, str]
    also_nouns: frozenset[str]
    plural_nouns: frozenset[str]
    after_be: Mapping[str, str]
    unsettled: frozenset[str]
    verbs_or_nouns: frozenset[str]
    verb_forms: dict[str, tuple[str, str]]
    adverbs: dict[str, str | None]
    saying: frozenset[str]
    informing: frozenset[str]
    stops: frozenset[str]
    openers: dict[str, dict[str, tuple[Opener, ...]]]
    fronted: dict[str, dict[str, tuple[Opener, ...]]]
    discourse: dict[str, tuple[tuple[str, ...], ...]]
    closing: dict[str, tuple[tuple[str, ...], ...]]


def _listed(text: str) -> list[str]:
    return text.split()


def _gerund(base: str, doubled: bool) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and len(base) > 2:
        return base[:-1] + "ing"
    return base + (base[-1] if doubled else "") + "ing"


def _past(base: str, doubled: bool) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if doubled else "") + "ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def inflected(base: str) -> dict[str, str]:
    """Regular forms of a verb → which form each is. A final consonant is taken doubled and single alike."""
    forms = {_third(base): "third"}
    single_vowel = len(base) > 2 and base[-1] not in VOWELS + "wxy" and base[-2] in VOWELS and base[-3:-2] not in VOWELS
    for doubled in (False, True) if single_vowel else (False,):
        forms[_past(base, doubled)] = "past"
        forms[_gerund(base, doubled)] = "gerund"
    return forms


def _verb_forms(bases: Iterable[str], irregular: str) -> dict[str, tuple[str, str]]:
    known: dict[str, tuple[str, str]] = {}
    for base in sorted(bases):
        for form, kind in inflected(base).items():
            known.setdefault(form, (kind, base))
    for line in irregular.strip().splitlines():
        base, past, participle = line.split()
        known.pop(_past(base, False), None)
        known[past] = ("past", base)
        known[participle] = ("past" if participle == past else "participle", base)
        known[_third(base)] = ("third", base)
        known.update({form: (kind, base) for form, kind in inflected(base).items() if kind == "gerund"})
    known.update({base: ("base", base) for base in bases if base not in known})
    return known


def _openers(tables: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, tuple[Opener, ...]]]:
    """Openers by their first word, then by their second ("" where they have one word only), longest first.

    Raises ValueError where the grammar lists one twice: the second would never be found.
    """
    listed: set[tuple[str, ...]] = set()
    found: dict[str, dict[str, list[Opener]]] = {}
    behind = {words: kind for kind, table in tables.items() for words in phrases_of(table.get("behind", ""))}
    at_head = {words for table in tables.values() for words in phrases_of(table.get("at_head", ""))}
    for constraint_type, kinds in tables.items():
        for kind in OPENER_KINDS:
            for words in phrases_of(kinds.get(kind, "")):
                if words in listed:
                    raise ValueError(f"constraints.toml: {' '.join(words)!r} is listed twice")
                listed.add(words)
                second = words[1] if len(words) > 1 else ""
                then = behind.get(words, constraint_type)
                opener = Opener(words, constraint_type, kind, then, words in at_head)  # type: ignore[arg-type]
                found.setdefault(words[0], {}).setdefault(second, []).append(opener)
    rank = {kind: n for n, kind in enumerate(OPENER_KINDS)}
    return {
        first: {
            second: tuple(sorted(openers, key=lambda o: (-len(o.words), rank[o.kind])))
            for second, openers in by_second.items()
        }
        for first, by_second in found.items()
    }


def phrases_of(text: str) -> list[tuple[str, ...]]:
    """The phrases of a list in the grammar, parted by bars or lines, each as its words."""
    return [tuple(phrase.split()) for line in text.splitlines() for phrase in line.split("|") if phrase.strip()]


def _by_first(text: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases of several words by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in phrases_of(text):
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}


def _by_last(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases of several words by their last word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in phrases:
        if len(words) > 1:
            found.setdefault(words[-1], []).append(words)
    return {last: tuple(sorted(phrases, key=len, reverse=True)) for last, phrases in found.items()}


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    cues = grammar_table("lexicon/cues.toml")
    words = grammar_table("lexicon/words.toml")
    verbs = tomllib.loads(grammar_text("lexicon/verbs.toml"))
    adverbs = tomllib.loads(grammar_text("lexicon/adverbs.toml"))
    constraints = tomllib.loads(grammar_text("lexicon/constraints.toml"))
    fronted = constraints.pop("fronted")
    both = frozenset(_listed(verbs["verbs_or_nouns"]))
    irregular_bases = {line.split()[0] for line in verbs["irregular"].strip().splitlines()}
    bases = frozenset(_listed(verbs["verbs"])) | both | irregular_bases
    forms = _verb_forms(bases, verbs["irregular"])
    classes: dict[str, str] = {}
    endings = {"base": "VERB", "third": "FINITE", "past": "PAST", "participle": "PARTICIPLE", "gerund": "GERUND"}
    for word, (form, _) in forms.items():
        classes[word] = "N" if form == "third" and forms[word][1] in both else endings[form]
    for base in bases:
        classes[base] = "NVERB" if base in both else "VERB"
    known_adverbs: dict[str, str | None] = dict.fromkeys(_listed(adverbs["discourse"]))
    for constraint_type in ("time", "manner", "limit"):
        known_adverbs.update(dict.fromkeys(_listed(adverbs[constraint_type]), constraint_type))
    classes.update(dict.fromkeys(known_adverbs, "ADVERB"))
    for terminal, entry in {**words, **cues}.items():
        if terminal.isupper():
            classes.update(dict.fromkeys(_listed(entry["words"]), terminal))
            classes.update(dict.fromkeys(_listed(entry.get("also_nouns", "")), terminal))
    also_nouns = frozenset(w for entry in cues.values() for w in _listed(entry.get("also_nouns", "")))
    plural_nouns = frozenset(w for entry in cues.values() for w in _listed(entry.get("plural_nouns", "")))
    after_be = {w: kind for kind, entry in cues.items() if kind.isupper() for w in _listed(entry.get("after_be", ""))}
    return Lexicon(
        classes=classes,
        also_nouns=also_nouns,
        plural_nouns=plural_nouns,
        after_be=after_be,
        unsettled=also_nouns
        | {w for w, kind in classes.items() if kind in UNSETTLED}
        | plural_nouns
        | frozenset(after_be)
        | {"further", "more", "no"},
        verbs_or_nouns=both,
        verb_forms=forms,
        adverbs=known_adverbs,
        saying=frozenset(_listed(words["saying"]["words"])),
        informing=frozenset(_listed(words["informing"]["words"])),
        stops=frozenset(_listed(words["stops"]["words"])),
        discourse=_by_first(adverbs["phrases"]),
        closing=_by_last(
            [
                *phrases_of(adverbs["phrases"]),
                *(p for kinds in constraints.values() for p in phrases_of(kinds.get("whole", ""))),
            ]
        ),
        openers=_openers(constraints),
        fronted=_openers(fronted),
    )


def phrase_before(words: list[str], at: int, lex: Lexicon) -> int:
    """Where a connective or constraint of fixed wording begins that ends right before a token ("*in the meantime*
    report"); the token itself where none does."""
    for phrase in lex.closing.get(words[at - 1], ()) if at else ():
        if len(phrase) <= at and tuple(words[at - len(phrase) : at]) == phrase:
            return at - len(phrase)
    return at
