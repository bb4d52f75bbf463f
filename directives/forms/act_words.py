"""The word lists of acts in (grammar/lexicon/acts.toml); what each verb tells of its act out."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from directives.grammar_files import grammar_text
from directives.language.lexicon import phrases_of


@dataclass(frozen=True)
class ActWords:
    """What the verbs of acts tell, from grammar/lexicon/acts.toml."""

    asking: frozenset[str]
    moving: frozenset[str]
    timely: frozenset[str]
    hours: frozenset[str]
    periodic: frozenset[str]
    carriers: frozenset[str]
    telling: frozenset[str]
    stressing: frozenset[str]
    told_of: frozenset[str]
    thought_of: frozenset[str]
    borne: frozenset[str]
    causing: frozenset[str]
    opining: frozenset[str]
    flat: frozenset[str]
    holding: frozenset[str]
    measured: frozenset[str]
    taking_infinitive: frozenset[str]
    answering: frozenset[str]
    light: frozenset[str]
    counted: frozenset[str]
    purposes: frozenset[str]
    conceding: frozenset[str]
    placing: frozenset[str]
    foretold: frozenset[str]
    knowing: frozenset[str]
    bare: frozenset[str]
    denying: frozenset[str]
    denying_from: frozenset[str]
    undoing: frozenset[str]
    assuming: frozenset[str]
    explaining: frozenset[str]
    likening: frozenset[str]
    taking_in: frozenset[str]
    informed: frozenset[str]
    being: frozenset[str]
    officers: frozenset[str]
    getting: frozenset[str]
    going_on: frozenset[str]
    wished: frozenset[str]
    relying: frozenset[str]
    appealing: frozenset[str]
    freed: frozenset[str]
    advised: frozenset[str]
    passing_on: frozenset[str]
    agreed: frozenset[str]
    duties: frozenset[str]
    praised: frozenset[str]
    hearing: frozenset[str]
    printed: frozenset[str]
    wondering: frozenset[str]
    courtesies: frozenset[str]
    sender_states: frozenset[str]
    post_acts: frozenset[str]
    state_acts: frozenset[str]
    in_hand: frozenset[str]
    asked_for: frozenset[str]
    asked_after: frozenset[str]
    bidding: frozenset[str]
    light_objects: frozenset[str]
    bodies: frozenset[str]
    resuming: frozenset[str]
    beside_immediately: frozenset[str]
    enabling: frozenset[tuple[str, ...]]
    enabling_hoped: frozenset[tuple[str, ...]]
    singling: frozenset[tuple[str, ...]]
    turning: frozenset[tuple[str, ...]]
    light_participles: frozenset[str]
    light_nouns: frozenset[str]
    adding: frozenset[str]
    touching: frozenset[str]
    no_limit_behind: dict[str, frozenset[str]]
    governing: dict[str, frozenset[str]]


@cache
def act_words() -> ActWords:
    """The word lists of acts, read once."""
    lists: dict[str, str] = tomllib.loads(grammar_text("lexicon/acts.toml"))
    enabling, enabling_hoped, singling, turning = (
        frozenset(phrases_of(lists.pop(name))) for name in ("enabling", "enabling_hoped", "singling", "turning")
    )
    behind, governing = (_by_word(lists.pop(name)) for name in ("no_limit_behind", "governing"))
    return ActWords(
        enabling=enabling,
        enabling_hoped=enabling_hoped,
        singling=singling,
        turning=turning,
        no_limit_behind=behind,
        governing=governing,
        **{name: frozenset(words.split()) for name, words in lists.items()},
    )


def _by_word(lines: str) -> dict[str, frozenset[str]]:
    """Lists of words by the word before the colon of their line."""
    parted = (line.split(":") for line in lines.strip().splitlines())
    return {word.strip(): frozenset(listed.split()) for word, listed in parted}
