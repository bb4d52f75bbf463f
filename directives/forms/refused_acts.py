"""The acts of which a form says nothing (grammar/refusals.toml) in; out, the reason why a candidate is one of them."""

from __future__ import annotations

import tomllib
from functools import cache

from directives.forms.act_words import act_words
from directives.forms.draft import Candidate
from directives.grammar_files import grammar_text
from directives.language.lexicon import phrases_of

Tokens = tuple[frozenset[str], ...]  # for each of the first tokens of an act the words and kinds it may be, empty: any


def refused_act(candidate: Candidate) -> str | None:
    """Why the form of a candidate does not speak of its act, or None where it may."""
    sentence, at = candidate.sentence, candidate.act
    for tokens, reason in refused_acts().get(candidate.cue.form, ()):
        words, kinds = sentence.words[at : at + len(tokens)], sentence.kinds[at : at + len(tokens)]
        if len(words) == len(tokens) and all(map(_may_be, tokens, words, kinds)):
            return reason.format(verb=words[0])
    return None


@cache
def refused_acts() -> dict[str, list[tuple[Tokens, str]]]:
    """Form → the acts that it does not speak of, each with the reason; read once."""
    table: dict[str, dict[str, str]] = tomllib.loads(grammar_text("refusals.toml"))
    found: dict[str, list[tuple[Tokens, str]]] = {}
    for reason, forms in table.items():
        for form, acts in forms.items():
            for act in phrases_of(acts):
                found.setdefault(form, []).append((tuple(map(_allowed, act)), reason))
    return found


def _allowed(token: str) -> frozenset[str]:
    if token == ".":
        return frozenset()
    if token.startswith("<"):
        listed: frozenset[str] = getattr(act_words(), token[1:-1])
        return listed
    return frozenset({token})


def _may_be(allowed: frozenset[str], word: str, kind: str) -> bool:
    return not allowed or word in allowed or kind in allowed
