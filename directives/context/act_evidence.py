"""A drafted directive in its sentence and cable in, out what is observed of its act: verb, subject, object, limits.

Each observation is a short string an analyst can read ("subject head minister", "verb inform"). Their weights stand in
grammar/evidence.toml.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from directives.context.setting import Setting
from directives.forms.act_words import act_words
from directives.forms.draft import Draft
from directives.forms.grammar import forms
from directives.forms.modality import BY_CUE
from directives.forms.nouns import head_of, party_words, somebody_at
from directives.grammar_files import grammar_text
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

FAMILY = {name: form.family for name, form in forms().items()}
OPENS_NOUN = frozenset({"DET", "YOUR", "THIS", "ADVERB", "NUM", "OBJECT_PRONOUN"})


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
    found = _wished(draft)
    found += _named(draft, setting)
    found += _classes(draft, sentence, form)
    found += _verb(draft, sentence, form)
    found += _subject(draft, sentence, form)
    found += _company(draft, sentence, form, setting)
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


def _named(draft: Draft, setting: Setting) -> list[str]:
    """Whether the subject is the addressee or the sender by name."""
    found: list[str] = []
    span = draft.actor or draft.candidate.subject
    if span is None or setting.parties is None:
        return found
    words = set(draft.candidate.sentence.words[span[0] : span[1] + 1])
    family = FAMILY[draft.candidate.cue.form]
    if words & setting.parties.addressee_words:
        found += ["the subject names the addressee", f"{family}, the subject names the addressee"]
    if words & setting.parties.sender_words:
        found += ["the subject names the sender", f"{family}, the subject names the sender"]
    return found


def _classes(draft: Draft, sentence: Sentence, form: str) -> list[str]:
    """What class the verb and the nouns of the act belong to: of a post, of a state, in the post's hands."""
    known = act_words()
    family = FAMILY[form]
    act = "no verb"
    if draft.verb is not None:
        base, _ = _deed(draft, sentence)
        act = "of a post" if base in known.post_acts else "of a state" if base in known.state_acts else "of neither"
    span = draft.candidate.subject or (
        draft.first,
        draft.last if draft.verb is None else max(draft.first, draft.verb - 1),
    )
    head = sentence.words[head_of(sentence, *span)] if span[0] <= span[1] else ""
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


def _verb(draft: Draft, sentence: Sentence, form: str) -> list[str]:
    found: list[str] = []
    if draft.verb is None:
        found.append(f"{form}, a noun phrase")
        return found
    word = sentence.words[draft.verb]
    following = draft.verb + 1
    while following < len(sentence) and sentence.kinds[following] == "ADVERB":
        following += 1
    if word == "be" and following < len(sentence):
        participle = sentence.words[following]
        found += ["a passive or a state", f"verb be {participle}", f"{form}, be {sentence.kinds[following]}"]
        return found
    base = lexicon().verb_forms.get(word, ("", word))[1]
    if base == "see" and somebody_at(sentence, following):
        base = "see somebody"
    found.append(f"verb {base}")
    if following < len(sentence):
        found.append(f"{form}, before {sentence.kinds[following]}")
    return found


def _subject(draft: Draft, sentence: Sentence, form: str) -> list[str]:
    found: list[str] = []
    candidate = draft.candidate
    span = candidate.subject
    if span is None and candidate.cue.introducer is not None and draft.first < (draft.verb or draft.first):
        span = (draft.first, draft.verb - 1) if draft.verb else None
    if span is None:
        found.append(f"{form}, no subject of its own")
        if draft.verb is None:
            found.append(f"asked for: {sentence.words[head_of(sentence, draft.first, draft.last)]}")
        return found
    first, last = span
    head = head_of(sentence, first, last)
    found += [f"subject head {sentence.words[head]}", f"{form}, subject begins {sentence.words[first]}"]
    return found


def _company(draft: Draft, sentence: Sentence, form: str, setting: Setting) -> list[str]:
    """What is known of the verb, its subject and its object from where such words stand in other texts."""
    found: list[str] = []
    known = company()
    family = FAMILY[form]
    verb, subject, thing = _act_words(draft, sentence)
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


def _act_words(draft: Draft, sentence: Sentence) -> tuple[str, str, str]:
    """The verb of the act, the head of its subject and of what stands behind it; each "" where there is none."""
    words, kinds = sentence.words, sentence.kinds
    subject = ""
    verb, after = _deed(draft, sentence)
    span = draft.candidate.subject
    if span is None and draft.verb is not None and draft.first < draft.verb:
        span = (draft.first, draft.verb - 1)
    if span is not None:
        subject = words[head_of(sentence, *span)]
    while after < draft.last and kinds[after] in OPENS_NOUN:
        after += 1
    thing = words[head_of(sentence, after, draft.last)] if after <= draft.last else ""
    return verb, subject, thing


def _deed(draft: Draft, sentence: Sentence) -> tuple[str, int]:
    """The verb of the act (of a passive, its participle) in its base form, and the place behind it; "" where there is
    none."""
    if draft.verb is None:
        return "", draft.first
    words, kinds = sentence.words, sentence.kinds
    at = draft.verb
    if words[at] == "be":
        at += 1
        while at < len(sentence) - 1 and kinds[at] == "ADVERB":
            at += 1
    return lexicon().verb_forms.get(words[at], ("", words[at]))[1] if at < len(sentence) else "", at + 1
