"""A token of an act in; out, whether the act ends there by itself, or the main clause of its sentence begins."""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.kinds import MODALS, WISHING
from directives.forms.segments import opener_at
from directives.forms.verbs import clause_ahead, gladly_at
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

# Between a subject and the head of its verb.
BEFORE_HEAD: Final = MODALS | {"BE", "NOT", "ADVERB", "TO", "COMMA", "IS", "HAVE"}
BEFORE_CONCEDED: Final = BEFORE_HEAD | {"YOU"}
BEFORE_RELATIVE: Final = BEFORE_HEAD | WISHING | {"YOU", "WE"}


def ends(sentence: Sentence, at: int, head: int, end: int, content: bool, relative: bool) -> bool:
    """True where an act ends by itself: at a stop, a comment on it, a new request."""
    kinds, kind = sentence.kinds, sentence.kinds[at]
    if kind == "STOP":
        return at + 1 >= end or sentence.words[at] != "."
    if kind == "COLON":
        return _breaks_off(sentence, at, head, end)
    if kind == "CLOSE":
        return True
    if content or at <= head + 1:
        return False
    if kind == "PLEASE":
        return kinds[at + 1 : at + 2] != ["STOP"]
    if relative:
        return False
    return _commented(sentence, at, end) if kind == "WH" else gladly_at(sentence, at + 1, end)


def conceded(sentence: Sentence, first: int) -> bool:
    """True where an act stands in a clause of concession in front: "*while* you may *see* him you should…"."""
    kinds = sentence.kinds
    while first > 1 and kinds[first - 1] in BEFORE_CONCEDED:
        first -= 1
    return first > 0 and sentence.words[first - 1] in act_words().conceding


def relates(sentence: Sentence, first: int) -> bool:
    """True where an act stands in a relative clause of a subject: "the line *which* you should *take* is"."""
    kinds = sentence.kinds
    if kinds[first] == "WH":
        return True
    while first > 2 and kinds[first - 1] in BEFORE_RELATIVE:
        first -= 1
    return first > 1 and kinds[first - 1] == "WH" and kinds[first - 2] in ("N", "NVERB", "REQUEST", "NUM")


def subject_end(sentence: Sentence, at: int, head: int) -> int:
    """Where the subject ends that a constraint before the verb stands in: before its modal, else at the verb."""
    while head > at + 1 and sentence.kinds[head - 1] in BEFORE_HEAD:
        head -= 1
    return head


def breaks_to_main_verb(sentence: Sentence, at: int, main_verbs: frozenset[str], within: bool) -> bool:
    """True where the verb comes that the relative clause of an act belongs to ("the line which you should take *is*"),
    not `within` what is told or wanted there; or a second one ("which you should look at *but which* cannot be
    changed")."""
    kinds = sentence.kinds
    if kinds[at] == "AND":
        return "WH" in kinds[at + 1 : at + 3]
    return kinds[at] in main_verbs and not within


def main_clause_at(sentence: Sentence, at: int, end: int) -> bool:
    """True where the clause begins that one in front belongs to: "…the talks *you should*", "…*, in order to win time
    you should*"."""
    kinds = sentence.kinds
    if kinds[at] == "COMMA" and at + 1 < end and opener_at(sentence, at + 1, lexicon()) is not None:
        return not MODALS.isdisjoint(kinds[at + 2 : end])
    if kinds[at] == "COMMA":
        addressed = kinds[at + 1 : at + 2] == ["YOU"] and (at + 2 >= end or kinds[at + 2] in MODALS | {"NEED"})
        return addressed or (kinds[at + 1 : at + 2] != ["AND"] and clause_ahead(sentence, at + 1, end))
    if kinds[at - 1] not in ("N", "NUM", "NVERB"):
        return False
    place = at + 1
    while kinds[at] == "DET" and place < min(end, at + 6) and kinds[place] == "N":
        place += 1
    return kinds[at] in ("YOU", "WE", "DET") and place < end and kinds[place] in ("SHOULD", "MUST")


def _breaks_off(sentence: Sentence, at: int, head: int, end: int) -> bool:
    """True where a colon ends the act: not that of "reply: we agree", nor a dash within it."""
    if sentence.words[at] in ";:":
        return at > head + 1 or (at == head + 1 and sentence.words[at] == ";")
    starts, ends = sentence.starts, sentence.ends
    if at + 2 < end and sentence.kinds[at + 1] == "QUOTE" and sentence.text[starts[at + 2]].isupper():
        return at > head + 1
    if at + 1 >= end or starts[at] != ends[at - 1] or starts[at + 1] == ends[at]:
        return False
    opening = sentence.text[starts[at + 1]]
    return at > head and (opening == "(" or opening.isupper())


def _commented(sentence: Sentence, at: int, end: int) -> bool:
    """True where a relative clause adds a comment of the sender's ("*which, of course,* could be changed")."""
    kinds, words = sentence.kinds, sentence.words
    if words[at] not in ("which", "who") or kinds[at - 1] in ("PREP", "OF", "TO") or at + 2 >= end:
        return False
    if kinds[at + 1] == "COMMA":
        return kinds[at + 2] not in ("SUB", "IF")
    return kinds[at + 1] in MODALS and kinds[at + 2] == "COMMA"
