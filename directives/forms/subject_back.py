"""A verb in its sentence in; out, the subject before it, read back from the verb to the nearest boundary."""

from __future__ import annotations

from typing import Final

from directives.forms.kinds import BASES, FINITE_OR_HAVE, OBLIQUE, PRESENT, PRONOUN_SUBJECTS
from directives.forms.marks import abbreviates
from directives.forms.nouns import is_name, party_words
from directives.forms.postmodifiers import (
    BOUNDARY,
    appositive,
    before_contact,
    before_infinitive,
    before_own_verb,
    before_relative,
    comment,
    conditional,
    timed,
)
from directives.forms.segments import discourse_at, opener_at
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

# Said of a noun in front, without a verb.
JUDGED: Final = frozenset({"ESSENTIAL", "ADVISABLE", "UNWISE", "DESIRED"})
AUXILIARIES: Final = frozenset({"IS", "WAS", "HAS", "HAVE", "HAD", "BE"})
# The rest of a verb group behind its auxiliary ("is *not standing*", "has *been sent*").
BEHIND_AUXILIARY: Final = frozenset({"NOT", "ADVERB", "BEEN", "PAST", "PARTICIPLE", "GERUND"})
INFINITIVE_BEHIND_NOUN: Final = (["N", "TO"], ["NVERB", "TO"])
# What encloses words of a subject, or may stand inside one ("before *then*", "*till* January", "*Dr.*").
ENCLOSING: Final = frozenset({"CLOSE", "QUOTE", "SUB", "STOP"})
BOUNDARIES: Final = BOUNDARY | {"OPEN"}
# A clause or phrase in front of a subject begins with one of these.
FRONTED: Final = frozenset({"AS", "IF", "SUB"})
# What may be said of all before it, the subject behind "and" or behind it ("we *suggest* the text should").
SAID: Final = PRESENT | {"POSSIBLE", "ADVISABLE", "PAST"}
# No part of a phrase, unless of a clause or infinitive in it.
NOT_IN_PHRASE: Final = FINITE_OR_HAVE | {"WE", "YOU", "THERE", "VERB", "TO", "BE", "LET"}
# These stand before a verb of their own.
SUBJECT_PRONOUNS: Final = frozenset({"WE", "YOU", "THERE"})
BEFORE_PRESENT: Final = frozenset({"WE", "THEY", "SENDER", "N", "ADVERB", "AND", "COMMA"})
# "As *set out*", "as *given*".
TOLD: Final = frozenset({"PAST", "VERB", "NVERB", "GIVEN"})
# A quotation in a subject is no longer than this.
WIDEST_QUOTATION: Final = 15


def subject_near(sentence: Sentence, verb: int, floor: int) -> int | None:
    """First token of the subject right before a verb, read back to a boundary ("we agree, *his note* should");
    not left of `floor`; None where there is none."""
    return _Backward(sentence, verb, floor).first()


class _Backward:
    """The reading of a subject from its verb to the left: each step passes what belongs to it, or ends the reading."""

    def __init__(self, sentence: Sentence, verb: int, floor: int) -> None:
        kinds, at = sentence.kinds, verb - 1
        while at >= floor and kinds[at] == "ADVERB":
            at -= 1
        self.sentence, self.verb, self.floor = sentence, verb, floor
        self.at, self.last = at, at  # the token read, the last of the subject
        self.joined: int | None = None  # the leftmost "and" passed
        self.second: int | None = None  # a determiner right behind another noun: a subject may begin there
        self.ended = False
        self.found: int | None = None

    def first(self) -> int | None:
        """The first token of the subject, or None."""
        kinds, floor = self.sentence.kinds, self.floor
        while self.at >= floor:
            kind = kinds[self.at]
            if kind in ENCLOSING and self._passes_enclosed(kind):
                continue
            if kind in BOUNDARIES:
                self._at_boundary(kind)
            elif kind in SAID:
                self._at_said(kind)
            elif kind == "AND":
                self._at_and()
            elif kind in NOT_IN_PHRASE:
                self._at_verb(kind)
            else:
                if kind == "DET":
                    self._note_determiner()
                self.at -= 1
            if self.ended:
                return self.found
        return self._behind_topic()

    def _end(self, found: int | None) -> None:
        """End the reading with the first token of the subject, or with none."""
        self.ended, self.found = True, found

    def _behind_topic(self) -> int | None:
        """The first token where the subject begins right behind the token read, a phrase in front of it left out."""
        return _without_topic(self.sentence, self.at + 1, self.last) if self.at < self.last else None

    def _note_determiner(self) -> None:
        """Keep the leftmost determiner behind a noun ("if they raise the note *the text* should"), as far as read."""
        kinds, at, floor = self.sentence.kinds, self.at, self.floor
        if self.second is None and at > floor:
            such = at - (at > floor + 1 and self.sentence.words[at - 1] == "such")  # "*such an* approach"
            self.second = such if _noun_ends(kinds, such - 1) else None

    def _passes_enclosed(self, kind: str) -> bool:
        """Pass what is enclosed in brackets or quotation marks, an abbreviation, a phrase of time; False where a token
        does not stand for one."""
        sentence, at, floor = self.sentence, self.at, self.floor
        kinds = sentence.kinds
        if kind == "CLOSE":
            while at > floor and kinds[at] != "OPEN":
                at -= 1
        elif kind == "QUOTE":
            places = range(at - 1, max(floor, at - WIDEST_QUOTATION) - 1, -1)
            opening = next((place for place in places if kinds[place] == "QUOTE"), None)
            if opening is None:
                return False
            at = opening
        elif kind == "STOP":
            if not abbreviates(sentence, at):
                return False
        elif not (at == self.last and at + 1 < self.verb) and not self._dated():  # "talks *before then* should"
            return False
        self.at = at - 1
        return True

    def _dated(self) -> bool:
        """True where a noun has a date behind it ("postponement *till January* should")."""
        kinds, at = self.sentence.kinds, self.at
        behind_noun = self.second is None and at > self.floor and kinds[at - 1] in ("N", "NVERB", "GERUND")
        return behind_noun and timed(kinds, at)

    def _at_boundary(self, kind: str) -> None:
        """Pass a boundary that stands inside the subject, else end there."""
        if kind == "COMMA" and self._passes_comma():
            return
        if kind in FRONTED:
            begun = self._behind_fronted(kind)
            if begun is not None:
                self._end(begun)
                return
            if self._of_noun(kind):
                self.at -= 1
                return
            if kind != "AS" and self.second is not None:
                self._end(self.second)  # "if the Minister demurs at the plan *the point* could"
                return
        self._end(self._behind_topic())

    def _passes_comma(self) -> bool:
        """Pass the comma of a list, or a comment or apposition that a comma closes; False where neither is there."""
        sentence, at, floor = self.sentence, self.at, self.floor
        kinds = sentence.kinds
        if self.joined is not None:
            if kinds[at + 1] not in ("N", "NVERB") or kinds[at - 1] not in ("N", "NUM", "NVERB"):
                return False
            self.at = at - 1
        elif at == self.last and (opening := comment(sentence, at, floor)):
            self.at = self.last = opening - 1
        elif opening := appositive(sentence, at, floor):
            self.at = opening - 1
        else:
            return False
        return True

    def _behind_fronted(self, kind: str) -> int | None:
        """Where the subject begins behind a clause or phrase in front of it that the token read opens; None where it
        cannot be told so."""
        kinds, at, joined, second = self.sentence.kinds, self.at, self.joined, self.second
        if kind == "AS":
            if kinds[at + 1] in TOLD and joined is not None and second is None:
                return joined + 1  # "the views as set out in his note and *every effort* must"
            if second is not None and second > at + 2:
                return second  # "as regards the text *the Board* should", "as first step *the Board* should"
        elif kind == "SUB" and joined is not None and second is None and _own_past(kinds, at + 1, joined):
            return joined + 1  # "he left before the note arrived and *copies* must"
        return None

    def _of_noun(self, kind: str) -> bool:
        """True where "if" or "as" and a participle belong to the noun before them."""
        kinds, at = self.sentence.kinds, self.at
        if at <= self.floor:
            return False
        if kind == "IF":
            return conditional(kinds, at, self.last)  # "any reply *if sent* should"
        return kind == "AS" and kinds[at + 1] in TOLD and kinds[at - 1] in ("N", "NVERB")  # "our views *as set out in*"

    def _at_said(self, kind: str) -> None:
        """End behind a verb or judgement that is said of another subject; pass any other."""
        kinds, at, joined = self.sentence.kinds, self.at, self.joined
        if kind in PRESENT:
            noun = at + 1 == self.last and kinds[at - 1 : at + 2] == ["AND", kind, "N"]  # "reaction or *press* comment"
            said = self.floor < at < self.last and kinds[at - 1] in BEFORE_PRESENT and kinds[at + 1] != "OF"
            if said and not noun:
                self._end(at + 1)
        elif joined is not None and kind == "PAST":
            if kinds[at - 1] in PRONOUN_SUBJECTS:
                self._end(joined + 1)  # "he heard of it and *notes* should"
        elif joined == at + 1:
            self._end(at + 2)  # "as soon as possible and *the plan* should", "undesirable but *notes* could"
        self.at -= 1

    def _at_and(self) -> None:
        """Note what "and" joins to the left; end where it begins the clause of the verb."""
        sentence, at, last = self.sentence, self.at, self.last
        kinds = sentence.kinds
        fixed = opener_at(sentence, at + 1, lexicon())
        if self.joined is None and fixed is not None and fixed[0].kind == "whole" and fixed[1] < last:
            self._end(fixed[1])  # "it has not come but in the meantime *two points* should"
        elif kinds[at - 1] in JUDGED and kinds[at + 1] not in JUDGED:
            self._end(at + 1 if at < last else None)  # "comment undesirable but *the text* may"
        else:
            self.joined = at
            self.at -= 1

    def _at_verb(self, kind: str) -> None:
        """Pass what may be a verb, or has one, and stands inside the subject; end behind a verb of another clause."""
        sentence, at, last, joined, second = self.sentence, self.at, self.last, self.joined, self.second
        inside = self._in_phrase(kind)
        if inside is None:
            inside = self._in_clause(kind)
        if inside is not None:
            self.at = inside
        elif joined is None:
            if second is not None and kind not in SUBJECT_PRONOUNS:
                self._end(second)  # "while it must be kept under control *the Board* should"
            else:
                self._end(None if kind in SUBJECT_PRONOUNS and at == last else _after(sentence, at, last))
        elif second is not None and second > joined + 1:
            self._end(second)  # "if they raise (a) and (b) of the note *such a text* should"
        else:
            self._end(joined + 1 if joined < last else None)

    def _in_phrase(self, kind: str) -> int | None:
        """The token left of what may be a verb, or its subject, and belongs to a phrase ("points put *forward*"), or
        None."""
        sentence, at, last, floor = self.sentence, self.at, self.last, self.floor
        kinds, words = sentence.kinds, sentence.words
        if kind == "TO" and at + 1 <= last and kinds[at + 1] not in BASES:
            return at - 1
        if kind == "VERB":
            if at == last:  # a noun that the lexicon knows as a verb only
                return at - 1
            if words[at] in party_words().particles and kinds[at - 1] in ("PAST", "VERB", "PARTICIPLE"):
                return at - 2  # "points put *forward* by him"
            if words[at] in party_words().unchanged and kinds[at - 1] in ("N", "NUM", "NVERB"):
                return at - 1  # "the terms *set* out in his note"
        if kind == "THERE" and kinds[at - 1] == "N":  # "your Minister *there* should"
            return at - 1
        if kind == "YOU" and at > floor and kinds[at - 1] in OBLIQUE:
            return at - 2
        if kind == "BE" and at + 1 == last and at - 2 >= floor and kinds[at - 2 : at] in INFINITIVE_BEHIND_NOUN:
            return at - 2  # "his claim *to be* heard must"
        return None

    def _in_clause(self, kind: str) -> int | None:
        """The noun of the subject whose relative clause or infinitive a verb, or its subject, stands in ("any *action*
        you take"), or None."""
        sentence, at, floor, alone = self.sentence, self.at, self.floor, self.joined is None
        near = alone and at + 2 >= self.last
        if near and kind in ("YOU", "WE") and at > floor and sentence.kinds[at - 1] == "N":
            return at - 1  # "any action *you take* should"
        noun = before_contact(sentence, at, floor)
        if noun is None:
            noun = before_relative(sentence, at, floor)
        if noun is None and alone and at + 1 >= self.last:
            noun = before_own_verb(sentence, at, floor)
        if noun is None and alone and self.second is None:
            noun = before_infinitive(sentence, at + (kind == "TO"), floor)
        return noun


def _own_past(kinds: list[str], first: int, end: int) -> bool:
    """True where a clause has a past form as its verb, no participle with a phrase behind it."""
    return any(kinds[at] == "PAST" and kinds[at - 1] == "N" and kinds[at + 1] == "AND" for at in range(first + 1, end))


def _noun_ends(kinds: list[str], at: int) -> bool:
    """True where a noun stands at a token, one that could be a verb only behind a preposition ("for *control*")."""
    return kinds[at] == "N" or (at > 0 and kinds[at] == "NVERB" and kinds[at - 1] in ("OF", "FOR", "PREP"))


def _without_topic(sentence: Sentence, first: int, last: int) -> int:
    """The first token of a subject, a phrase in front of it left out ("in handling the interview *Sandys* should")."""
    kinds = sentence.kinds
    while first < last and kinds[first] in ("ADVERB", "AND"):
        first += 1
    connective = discourse_at(sentence, first, lexicon())
    if connective and first + connective <= last:
        first += connective  # "in addition *the text* should"
    if kinds[first] not in ("PREP", "FOR", "AS", "GERUND", "PAST"):
        return first
    fixed = opener_at(sentence, first, lexicon())
    if fixed is not None and fixed[0].kind == "whole" and fixed[1] <= last and kinds[fixed[1]] != "COMMA":
        return fixed[1]  # "for the time being *no note* need"
    for at in range(first + 1, last + 1):
        if kinds[at] == "THEY" and kinds[at - 1] in ("GERUND", "N", "NVERB", "NUM"):
            return at  # "on his return *he* should", "before leaving *they* should"
        if at == first + 1:
            continue
        opens = kinds[at] in ("DET", "THIS", "YOUR", "NO") or (is_name(sentence, at) and not is_name(sentence, at - 1))
        opens = opens or (kinds[at] == "ADVISABLE" and kinds[at - 1] == "N")  # "in circumstances *best course*"
        if opens and kinds[at - 1] in ("N", "NUM", "CLOSE", "NVERB", "MONTH", "THIS", "ADVERB"):
            return at
    return first


def _after(sentence: Sentence, at: int, last: int) -> int | None:
    """Where a subject begins behind another verb group ("before they are sent *the orders* should"), or None."""
    kinds = sentence.kinds
    if kinds[at] in AUXILIARIES:
        while at + 1 < last and kinds[at + 1] in BEHIND_AUXILIARY:
            at += 1
    for place in range(at + 2, last):
        if kinds[place] in ("DET", "YOUR", "NO") and kinds[place - 1] in ("N", "NUM", "MONTH"):
            return place  # "as he will be leaving the islands *the text* should"
    return _without_topic(sentence, at + 1, last) if at < last else None
