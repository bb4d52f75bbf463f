"""A drafted directive in its sentence and cable in, out what is observed of its act: verb, subject, object, limits.

Each observation is a short string an analyst can read ("subject head minister", "verb inform"). Their weights stand in
grammar/evidence.toml.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final

from directives.context.act_parts import ActParts, act_parts
from directives.context.setting import Setting
from directives.forms.act_words import act_words
from directives.forms.draft import Draft
from directives.forms.grammar import forms
from directives.forms.modality import BY_CUE
from directives.forms.nouns import party_words, phrase_terminal, somebody_at
from directives.forms.verbs import base_of
from directives.grammar_files import grammar_text
from directives.language.tokens import Sentence

FAMILY: Final = {name: form.family for name, form in forms().items()}


@dataclass(frozen=True)
class Company:
    """What texts without annotations tell of words: the class of each; the verbs and nouns that are asked of
    addressees oftener or seldomer than chance would have it, with the degree ("+2")."""

    classes: dict[str, str]
    asked_to: dict[str, str]
    asked_for: dict[str, str]


@cache
def company() -> Company:
    """The table grammar/lexicon/word_classes.toml, read once."""
    table: dict[str, dict[str, str]] = tomllib.loads(grammar_text("lexicon/word_classes.toml"))
    return Company(
        **{
            part: {word: name for name, group in groups.items() for word in group.split()}
            for part, groups in table.items()
        }
    )


def of_act(draft: Draft, setting: Setting) -> list[str]:
    """Observations about the act of a draft, each at most once, in a fixed order."""
    sentence = draft.candidate.sentence
    form = draft.candidate.cue.form
    parts = act_parts(draft)
    found = _wished(draft)
    found += _named(draft, parts, setting)
    found += _classes(parts, sentence, form)
    found += _verb(parts, sentence, form)
    found += _subject(parts, sentence, form)
    found += _company(parts, sentence, form, setting)
    found += [f"{form}, {segment.type} limit" for segment in draft.constraints]
    return list(dict.fromkeys(found))


def _wished(draft: Draft) -> list[str]:
    """What is wished for, in which modality, of whom."""
    wish = next((t for t in draft.candidate.cue.terminals[:-1] if t in BY_CUE), "none")
    return [
        f"{draft.modality} by {FAMILY[draft.candidate.cue.form]}",
        f"wish {wish}, the act a {'verb' if draft.verb is not None else 'noun'}",
        f"{draft.modality} of {draft.role}",
    ]


def _named(draft: Draft, parts: ActParts, setting: Setting) -> list[str]:
    """Whether the subject is the addressee or the sender by name."""
    found: list[str] = []
    span = draft.actor or parts.subject or draft.candidate.subject
    if span is None or setting.parties is None:
        return found
    words = set(draft.candidate.sentence.words[span[0] : span[1] + 1])
    family = FAMILY[draft.candidate.cue.form]
    if words & setting.parties.addressee_words:
        found += ["the subject names the addressee", f"{family}, the subject names the addressee"]
    if words & setting.parties.sender_words:
        found += ["the subject names the sender", f"{family}, the subject names the sender"]
    return found


def _classes(parts: ActParts, sentence: Sentence, form: str) -> list[str]:
    """What class the verb and the nouns of the act belong to: of a post, of a state, in the post's hands."""
    known = act_words()
    family = FAMILY[form]
    act = "no verb"
    if parts.verb is not None:
        base = base_of(sentence, parts.verb)
        act = "of a post" if base in known.post_acts else "of a state" if base in known.state_acts else "of neither"
    place = parts.head if parts.head is not None else parts.thing
    head = sentence.words[place] if place is not None else ""
    noun = (
        "asked for"
        if head in known.asked_for
        else "in hand"
        if head in known.in_hand
        else "a state"
        if head in party_words().states
        else "another"
    )
    return [
        f"{family}, an act {act}",
        f"{form}, an act {act}",
        f"{family}, a noun {noun}",
        f"{form}, a noun {noun}",
        f"{family}, an act {act} on a noun {noun}",
    ]


def _verb(parts: ActParts, sentence: Sentence, form: str) -> list[str]:
    found: list[str] = []
    if parts.verb is None:
        found.append(f"{form}, a noun phrase")
        return found
    base = base_of(sentence, parts.verb)
    if base == "see" and somebody_at(sentence, parts.behind):
        base = "see somebody"
    if parts.passive or parts.state:
        found += [
            "a passive or a state",
            f"verb be {sentence.words[parts.verb]}",
            f"{form}, be {sentence.kinds[parts.verb]}",
        ]
        return found
    found.append(f"verb {base}")
    if parts.behind < len(sentence):
        found.append(f"{form}, before {sentence.kinds[parts.behind]}")
    return found


def _subject(parts: ActParts, sentence: Sentence, form: str) -> list[str]:
    found: list[str] = []
    if parts.subject is None or parts.head is None:
        found.append(f"{form}, no subject of its own")
        if parts.verb is None and parts.thing is not None:
            found.append(f"asked for: {sentence.words[parts.thing]}")
        return found
    first, last = parts.subject
    found += [f"subject head {sentence.words[parts.head]}", f"{form}, subject begins {sentence.words[first]}"]
    acting, _ = phrase_terminal(sentence, first, last)
    family = FAMILY[form]
    found += [f"acting: {acting}", f"{family}, acting: {acting}", f"{form}, acting: {acting}"]
    if parts.passive:
        found.append(f"{form}, passive of {acting}")
    return found


def _company(parts: ActParts, sentence: Sentence, form: str, setting: Setting) -> list[str]:
    """What is known of the verb, its subject and its object from where such words stand in other texts."""
    found: list[str] = []
    known = company()
    family = FAMILY[form]
    words = sentence.words
    verb = base_of(sentence, parts.verb) if parts.verb is not None else ""
    subject = words[parts.head] if parts.head is not None else ""
    thing = words[parts.thing] if parts.thing is not None else ""
    direction = setting.parties.direction if setting.parties else "unknown"
    if verb:
        found += [f"{family}, lemma {verb}", f"lemma {verb}, direction {direction}"]
    for place, word in (("verb", verb), ("subject", subject), ("object", thing)):
        if word in known.classes:
            found += [f"{place} like {known.classes[word]}", f"{family}, {place} like {known.classes[word]}"]
    degrees = (
        ("asked to do", known.asked_to.get(verb)),
        ("subject asked for", known.asked_for.get(subject)),
        ("object asked for", known.asked_for.get(thing)),
    )
    for name, degree in degrees:
        if degree:
            found += [f"{name} {degree}", f"{family}, {name} {degree}"]
    return found
