"""A candidate in its sentence and cable in, out what is observed before its act is read: form, cue, surroundings.

Each observation is a short string an analyst can read ("form thing_should", "in the last third of the cable"). Their
weights stand in grammar/evidence.toml.
"""

from __future__ import annotations

import re
from typing import Final

from directives.context.setting import Setting
from directives.forms.draft import Candidate
from directives.forms.grammar import forms
from directives.forms.modality import BY_CUE
from directives.language.tokens import Sentence

HOLDERS: Final = {
    "WE": "the sender",
    "SENDER": "the sender's government",
    "IT": "nobody",
    "YOU": "the addressee",
    "PARTY": "somebody",
    "THING": "something",
}
CONDITIONAL: Final = frozenset({"WOULD", "SHOULD", "MIGHT", "COULD"})
FUTURE: Final = frozenset({"WILL", "SHALL"})
PAST: Final = frozenset({"PAST", "WAS", "HAD"})
VIEWS: Final = frozenset({"feel", "consider", "think", "believe", "suggest", "agree", "view", "opinion"})
SURE: Final = frozenset(name for name, form in forms().items() if form.sure)
# What stands before a sentence that is an item of a list, or opens a paragraph with a number.
ITEM_BEFORE: Final = re.compile(r"\(\s*(?:[a-z]{1,3}|\d+)\s*\)\s*\Z")
ITEM: Final = re.compile(r"\(?[a-z\d]{1,2}\)")
NUMBER_BEFORE: Final = re.compile(r"\d\.\s*\Z")
FURTHEST_BEFORE: Final = 12  # characters


def of_cue(candidate: Candidate, setting: Setting, hanging: str) -> list[str]:
    """Observations about a candidate, each at most once, in a fixed order; `hanging` is what its clause hangs on."""
    sentence = candidate.sentence
    form = candidate.cue.form
    found = [f"form {form}", f"hanging on {hanging}", f"{form}, hanging on {hanging}"]
    found += _held(candidate, hanging)
    found += _cue(candidate, sentence, form)
    found += _around(candidate, sentence, form)
    found += _listed(sentence)
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
    return list(dict.fromkeys(found))


def _held(candidate: Candidate, hanging: str) -> list[str]:
    """How the wish is held, whatever the form: by whom, in which mood, and who is to act."""
    terminals = candidate.cue.terminals[:-1]
    holder = HOLDERS.get(terminals[0], "nobody") if terminals else "nobody"
    mood = (
        "conditional"
        if not CONDITIONAL.isdisjoint(terminals)
        else "present"
        if FUTURE.isdisjoint(terminals)
        else "future"
    )
    actor = "you" if candidate.cue.you is not None else "unsaid" if candidate.subject is None else "a noun"
    wish = next((t for t in terminals if t in BY_CUE), "none")
    certainty = "sure" if candidate.cue.form in SURE else "open"
    return [
        f"the form is {certainty}",
        f"the form is {certainty}, hanging on {hanging}",
        f"the form is {certainty}, {mood}",
        f"the form is {certainty}, held by {holder}",
        f"held by {holder}, {mood}",
        f"to act: {actor}",
        f"to act: {actor}, hanging on {hanging}",
        f"wish {wish}, {mood}",
        f"wish {wish}, held by {holder}",
        f"wish {wish}, to act: {actor}",
    ]


def _cue(candidate: Candidate, sentence: Sentence, form: str) -> list[str]:
    found: list[str] = []
    terminals = candidate.cue.terminals[:-1]
    found.append(f"cue {' '.join(terminals[-6:])}")
    for place in candidate.at[:-1]:
        kind = sentence.kinds[place]
        if kind not in ("N", "DET", "PREP"):
            found.append(f"{form}, cue word {sentence.words[place]}")
    return found


def _around(candidate: Candidate, sentence: Sentence, form: str) -> list[str]:
    found: list[str] = []
    first = candidate.first
    kinds, words = sentence.kinds, sentence.words
    found.append(f"{form} after {kinds[first - 1] if first else 'nothing'}")
    if first:
        found.append(f"after the word {words[first - 1]}")
    before = set(kinds[:first])
    if "WE" in before:
        found.append(f"{form}, the sender speaks before it")
    for word in words[:first]:
        if word in VIEWS:
            found.append(f"{form}, under a view ({word})")
    if not PAST.isdisjoint(before):
        found.append(f"{form}, a past verb before it")
    if "QUOTE" in before:
        found.append(f"{form}, a quotation mark before it")
    if "YOU" in before or "YOUR" in before:
        found.append(f"{form}, the addressee named before it")
    if "YOU" in kinds[first:] or "YOUR" in kinds[first:]:
        found.append(f"{form}, the addressee named in or after it")
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
