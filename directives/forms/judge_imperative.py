"""A verb that may be an order in; out, why it is none."""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.draft import Candidate
from directives.forms.kinds import MODALS
from directives.forms.nouns import somebody_at
from directives.forms.segments import discourse_at, opener_at
from directives.forms.subjects import topic_before
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

REFERENCES: Final = frozenset({"see", "refer", "reference", "following", "re", "note"})
BEFORE_CLAUSE: Final = frozenset({"NUM", "ADVERB", "OPEN", "CLOSE", "QUOTE", "COLON", "AND"})
VERBAL: Final = (["VERB"], ["NVERB"], ["MAKE"], ["ADVISE"], ["ASK"])


def no_imperative(candidate: Candidate, fronted: bool) -> str | None:
    """Why a verb at the head of a clause orders nothing; `fronted` where a constraint or directive stands before."""
    sentence = candidate.sentence
    begins = fronted or opens_sentence(sentence, candidate.first) or topic_before(sentence, candidate.first)
    if candidate.first > 0 and not begins:
        return "no clause of its own"
    before = candidate.first - 1
    while before > 0 and sentence.kinds[before] == "ADVERB":
        before -= 1
    if before > 0 and sentence.kinds[before] in MODALS | {"THEY", "WE"}:
        return "the verb of a clause in front"  # "if so *he could* advise"
    act = candidate.act
    words, kinds = sentence.words, sentence.kinds
    following = kinds[act + 1] if act + 1 < len(sentence) else "END"
    if act + 1 >= len(sentence):
        return "one word alone"
    if candidate.cue.form == "imperative" and opener_at(sentence, act, lexicon()) is not None:
        return "a constraint, not an act"
    if words[act] == "do" and following not in ("YOUR", "PRONOUN", "WH"):
        return "a question"
    forbids = candidate.cue.form == "do_not"
    if words[act] in REFERENCES and not forbids and not (words[act] == "see" and _sees_to(sentence, act + 1)):
        return "a reference"
    if words[act] in act_words().sender_states and words[act] != "see" and not (forbids and _gives_way(sentence, act)):
        return "a statement of the sender, its subject left out"
    paired = following == "AND" and words[act] not in lexicon().verbs_or_nouns and kinds[act + 2 : act + 3] in VERBAL
    if following in ("SHOULD", "MUST", "WILL", "WOULD", "MAY", "MIGHT", "CAN", "COULD", "OF", "AND") and not paired:
        return "a noun, not a verb"
    if following == "PAST" and kinds[act] == "NVERB":
        return "the subject of a statement"
    if following not in ("DET", "YOUR", "OBJECT_PRONOUN", "US", "THIS", "WH", "THAT", "IF", "TO"):
        for kind in kinds[act + 1 : act + 8]:
            if kind in ("WH", "THAT", "IF", "SUB", "COMMA", "TO"):
                break
            if kind in ("IS", "WAS", "HAS", "HAD"):
                return "the subject of a statement"
    return None


def _sees_to(sentence: Sentence, at: int) -> bool:
    """True where "see" has no text as its object: "see *Hull*", "see *to it*", "see *that*"; not "see *Volume* 4"."""
    if sentence.words[at] in act_words().printed:
        return False
    return somebody_at(sentence, at) or sentence.kinds[at : at + 1] in (["TO"], ["THAT"])


def _gives_way(sentence: Sentence, act: int) -> bool:
    """True where a verb says what may be done, no view of the sender's: "do not *agree to a date*", not "do not *agree
    to your* date", "do not *agree that*"."""
    kinds = sentence.kinds[act + 1 : act + 3]
    return kinds[:1] in (["TO"], ["PREP"]) and kinds[1:] != ["YOUR"]


def opens_sentence(sentence: Sentence, first: int) -> bool:
    """True where nothing but a number, marks and connectives stand before a token ("2. Accordingly, inform…")."""
    at = 0
    connective = False
    while at < first:
        size = discourse_at(sentence, at, lexicon())
        if at == 1 and sentence.kinds[:2] == ["NUM", "STOP"]:
            at += 1
            continue
        if not size and sentence.kinds[at] not in BEFORE_CLAUSE and not (connective and sentence.kinds[at] == "COMMA"):
            return False
        connective = size > 0 or sentence.kinds[at] == "ADVERB"
        at += size or 1
    return at == first
