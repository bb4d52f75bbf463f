"""A drafted directive in its sentence and cable in, the evidence for and against it as named observations out.

Each observation is a short string an analyst can read ("form=thing_should", "subject is a state", "in the last third
of the cable"). Their weights stand in grammar/evidence.toml.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from directives.context.parties import Parties
from directives.forms.acts import act_words
from directives.forms.draft import Draft
from directives.forms.grammar import forms
from directives.forms.modality import BY_CUE
from directives.forms.nouns import head_of, party_words, somebody_at
from directives.grammar_files import grammar_text
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence
from directives.model import Cable

HOLDERS = {
    "WE": "the sender",
    "SENDER": "the sender's government",
    "IT": "nobody",
    "YOU": "the addressee",
    "PARTY": "somebody",
    "THING": "something",
}
SURE = frozenset(name for name, form in forms().items() if form.sure)
FAMILY = {name: form.family for name, form in forms().items()}
# What a cable does, told by how often these words stand in it.
MANNERS = {
    "asks": ("please", "grateful", "glad"),
    "orders": ("you should", "you must", "you will", "you may", "you are", "it is desired"),
    "reports": (" said", "told me", "replied", "stated that"),
    "speaks of itself": (" we ", " i ", " our ", " my "),
}
# What stands before a sentence that is an item of a list, or opens a paragraph with a number.
ITEM_BEFORE = re.compile(r"\(\s*(?:[a-z]{1,3}|\d+)\s*\)\s*\Z")
ITEM = re.compile(r"\(?[a-z\d]{1,2}\)")
NUMBER_BEFORE = re.compile(r"\d\.\s*\Z")
FURTHEST_BEFORE = 12  # characters
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


class Setting(NamedTuple):
    """Where a sentence stands: its place in the cable (0 to 1), what came before it, and who writes to whom."""

    place: float
    sentences: int
    after_directive: bool
    in_paragraph: bool
    manner: tuple[str, ...] = ()
    parties: Parties | None = None


def manner_of(cable: Cable) -> tuple[str, ...]:
    """What a cable as a whole looks like: how often it addresses its reader, asks and reports; where it comes from."""
    text = cable.text[cable.paragraphs[0].start : cable.paragraphs[-1].end].lower() if cable.paragraphs else ""
    found = []
    for kind, phrases in MANNERS.items():
        n = sum(map(text.count, phrases))
        found.append(
            f"the cable {kind} {'never' if n == 0 else 'once' if n == 1 else 'often' if n > 3 else 'sometimes'}"
        )
    if cable.header.place:
        found.append(f"sent from {cable.header.place.value.lower()}")
    if cable.header.sender and cable.header.sender.office:
        found.append(f"sender's office {cable.header.sender.office.lower()}"[:60])
    return tuple(found)


def evidence(draft: Draft, setting: Setting, hanging: str) -> list[str]:
    """Observations about the draft, each at most once, in a fixed order."""
    return list(dict.fromkeys(_observed(draft, setting, hanging)))


def _observed(draft: Draft, setting: Setting, hanging: str) -> list[str]:
    candidate = draft.candidate
    sentence = candidate.sentence
    form = candidate.cue.form
    found = [f"form {form}", f"hanging on {hanging}", f"{form}, hanging on {hanging}"]
    found += _held(draft, hanging)
    found += _named(draft, setting)
    found += _classes(draft, sentence, form)
    found += _verb(draft, sentence, form)
    found += _subject(draft, sentence, form)
    found += _cue(draft, sentence, form)
    found += _around(draft, sentence, form)
    found += _listed(sentence)
    found += _company(draft, sentence, form, setting)
    direction = setting.parties.direction if setting.parties else "unknown"
    found.append(f"direction {direction}")
    for manner in setting.manner:
        found += [manner, f"{form}, {manner}"]
    if setting.after_directive:
        found += ["right after a directive", f"{form} right after a directive"]
    if setting.in_paragraph:
        found.append(f"{form} in a paragraph with a directive")
    third = "first" if setting.place < 0.34 else "last" if setting.place > 0.66 else "middle"
    found.append(f"in the {third} third of the cable")
    if setting.place >= 1:
        found.append("the last sentence")
    if setting.sentences <= 4:
        found.append("a short cable")
    return found


def _held(draft: Draft, hanging: str) -> list[str]:
    """How the wish is held, whatever the form: by whom, in which mood, and who is to act."""
    terminals = draft.candidate.cue.terminals[:-1]
    holder = HOLDERS.get(terminals[0], "nobody") if terminals else "nobody"
    mood = (
        "conditional"
        if {"WOULD", "SHOULD", "MIGHT", "COULD"} & set(terminals)
        else "present"
        if not {"WILL", "SHALL"} & set(terminals)
        else "future"
    )
    actor = "you" if draft.candidate.cue.you is not None else "unsaid" if draft.candidate.subject is None else "a noun"
    wish = next((t for t in terminals if t in BY_CUE), "none")
    certainty = "sure" if draft.candidate.cue.form in SURE else "open"
    return [
        f"the form is {certainty}",
        f"the form is {certainty}, hanging on {hanging}",
        f"the form is {certainty}, {mood}",
        f"the form is {certainty}, held by {holder}",
        f"{draft.modality} by {FAMILY[draft.candidate.cue.form]}",
        f"held by {holder}, {mood}",
        f"to act: {actor}",
        f"to act: {actor}, hanging on {hanging}",
        f"wish {wish}, {mood}",
        f"wish {wish}, held by {holder}",
        f"wish {wish}, to act: {actor}",
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


def _cue(draft: Draft, sentence: Sentence, form: str) -> list[str]:
    found: list[str] = []
    terminals = draft.candidate.cue.terminals[:-1]
    found.append(f"cue {' '.join(terminals[-6:])}")
    for place in draft.candidate.at[:-1]:
        kind = sentence.kinds[place]
        if kind not in ("N", "DET", "PREP"):
            found.append(f"{form}, cue word {sentence.words[place]}")
    return found


def _around(draft: Draft, sentence: Sentence, form: str) -> list[str]:
    found: list[str] = []
    first = draft.candidate.first
    kinds, words = sentence.kinds, sentence.words
    found.append(f"{form} after {kinds[first - 1] if first else 'nothing'}")
    if first:
        found.append(f"after the word {words[first - 1]}")
    before = kinds[:first]
    if "WE" in before:
        found.append(f"{form}, the sender speaks before it")
    for word in words[:first]:
        if word in ("feel", "consider", "think", "believe", "suggest", "agree", "view", "opinion"):
            found.append(f"{form}, under a view ({word})")
    if any(k in ("PAST", "WAS", "HAD") for k in before):
        found.append(f"{form}, a past verb before it")
    if "QUOTE" in before:
        found.append(f"{form}, a quotation mark before it")
    if "YOU" in before or "YOUR" in before:
        found.append(f"{form}, the addressee named before it")
    if "YOU" in kinds[first:] or "YOUR" in kinds[first:]:
        found.append(f"{form}, the addressee named in or after it")
    for segment in draft.constraints:
        found.append(f"{form}, {segment.type} limit")
    if words[-1] == "?":
        found.append(f"{form}, a question")
    if sentence.text[sentence.ends[-1] - 1] == ":":
        found.append(f"{form}, a list follows")
    letters = sentence.text[sentence.starts[first] : sentence.starts[first] + 1]
    if letters.isupper() and first == 0:
        found.append(f"{form} opens the sentence")
    return found


def _listed(sentence: Sentence) -> list[str]:
    """Whether the sentence is an item of a list or opens a numbered paragraph."""
    found: list[str] = []
    text, start = sentence.text, sentence.starts[0]
    before = text[max(0, start - FURTHEST_BEFORE) : start]
    if ITEM_BEFORE.search(before) or ITEM.match(text, start):
        found.append("an item of a list")
    elif NUMBER_BEFORE.search(before):
        found.append("opens a numbered paragraph")
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
