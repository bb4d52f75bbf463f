"""The place of an "and" or comma in an act in; out, what it joins: a further act, a clause of its own, a part."""

from __future__ import annotations

from typing import Final, NamedTuple

from directives.forms.act_words import act_words
from directives.forms.clauses_anew import (
    awaits_verb,
    clause_of_its_own,
    denied_anew,
    if_anew,
    is_to,
    of_sender,
    other_wishes,
)
from directives.forms.conjunct_front import Front, behind_front
from directives.forms.contents import tells_or_asks, told_of_sender, told_on
from directives.forms.further_acts import begins_act, comes_back, list_goes_on, one_verb, singled_out
from directives.forms.kinds import (
    CLAUSE_OPENS,
    DENIAL,
    FINITES,
    LISTED_VERBS,
    MODALS,
    NOUN_HEADS,
    OBLIQUE,
    PARTICIPLES,
    PRESENT,
    PRONOUN_SUBJECTS,
    VERBS,
    WISHING,
    modal_at,
)
from directives.forms.segments import Segment
from directives.forms.verbs import base_form, clause_ahead, clause_behind_that, finite_near, past_enabling, wish_at
from directives.language.tokens import Sentence

# Behind "and" a clause of its own begins with one of these.
IN_THAT_CASE: Final = (["in", "that", "case"], ["in", "that", "event"])
# A word between these is one of a list of nouns.
LIST_MARKS: Final = (["AND"], ["COMMA"])
# No object of a verb.
BARE: Final = (["SUB"], ["STOP"], ["COMMA"], ["IF"])
JUDGED: Final = frozenset({"ADVISABLE", "ESSENTIAL"})
JUDGED_OF: Final = (["FOR"], ["THAT"], ["TO"], ["IF"])


class Joined(NamedTuple):
    """A further act under the same cue: its first token, its verb, whether it is denied ("but not"), and the
    constraints between the word that joins it and its verb ("and *in due course* tell him")."""

    first: int
    verb: int
    negated: bool = False
    inserted: tuple[Segment, ...] = ()


def conjunct(
    sentence: Sentence, at: int, end: int, head: int, introducer: str | None, told: bool, within: bool
) -> Joined | bool:
    """What "and" (or a comma) does at a token of the act whose verb is `head`: a joined act, True where the act ends,
    False where it goes on.

    `told` where the token stands in what is told or asked behind a word that opens it ("say *that* he is ill and…"),
    `within` behind an infinitive that what is joined may go with ("ask him *to wait* and report").
    """
    kinds = sentence.kinds
    singled = kinds[at] == "COMMA" and singled_out(sentence, at + 1, end) > 0
    if kinds[at] == "COMMA" and not singled:
        ending = _behind_comma(sentence, at + 1, end, introducer)
        if ending is not None:
            return ending
    if introducer == "IF" and not told and if_anew(sentence, at, end):
        return True
    if tuple(sentence.words[at + 1 : at + 4]) in act_words().turning:
        return True  # "see him, *and in which case* you should"
    front = behind_front(sentence, at, end, singled)
    if front is None:
        return True
    if front.place >= end or one_verb(sentence, at, front.place, head):
        return False
    if kinds[at - 1] in ("YOU", "WE") and kinds[at - 2] == "WH" and kinds[front.place] not in VERBS:
        return False  # "the terms on which *you and the Board* agree"
    return _Conjunct(sentence, at, end, head, introducer, told, within, front).read()


class _Conjunct:
    """The reading of what one "and" or comma of an act joins, behind connectives, limits and "not"."""

    def __init__(
        self,
        sentence: Sentence,
        at: int,
        end: int,
        head: int,
        introducer: str | None,
        told: bool,
        within: bool,
        front: Front,
    ) -> None:
        self.sentence, self.at, self.end, self.head = sentence, at, end, head
        self.introducer, self.told, self.within = introducer, told, within
        self.front, self.joins = front, sentence.kinds[at] == "AND"
        self.place, self.negated = _behind_denial(sentence.kinds, front.place, end, told)
        self.kind = sentence.kinds[self.place] if self.place < end else ""

    def read(self) -> Joined | bool:
        """The act joined, True where a clause of its own begins, False where a part of the act or of what is told."""
        sentence, at, place, told = self.sentence, self.at, self.place, self.told
        if place >= self.end:
            return False
        if self.kind == "PLEASE":
            return True
        if told and told_on(sentence, at, place, self.head):
            return False
        if self.joins and not told and not self.negated:
            again = _modal_again(sentence, place, self.head, self.end)
            if again is not None:
                return again
        ending: Joined | bool | None = self._behind_and() if self.joins else None
        if ending is None:
            ending = self._wished() or self._same_cue()
        if ending is not None:
            return ending
        if told:
            return self._told_anew()
        own = clause_of_its_own(sentence, at, place, self.end)
        return own and not (self.joins and awaits_verb(sentence, at, self.head, self.introducer))

    def _behind_and(self) -> bool | None:
        """True where a clause that shares no cue begins behind "and", one with a finite verb of its own; False where a
        relative clause goes on; None for all else."""
        sentence, at, place, head, end, kind = self.sentence, self.at, self.place, self.head, self.end, self.kind
        kinds, words = sentence.kinds, sentence.words
        if words[place : place + 3] in IN_THAT_CASE:
            return True
        if self.told:
            return None
        if kind == "IS" and kinds[place + 1 : place + 2] == ["TO"]:
            return "WH" not in kinds[head:at]  # "he is to see it *and is to* report"
        if modal_at(kinds, place) or (kind == "IS" and is_to(sentence, place, end)):
            return True
        if kind in JUDGED and kinds[place + 1 : place + 2] in JUDGED_OF:
            return True  # "it can wait *but desirable for* you to"
        if words[place] in ("which", "who") and "WH" not in kinds[head:at]:
            return kinds[at - 1] != "COMMA" or kinds[place + 1] in FINITES  # "which you should see *but which* will"
        if kind in CLAUSE_OPENS and self._parted() and not FINITES.isdisjoint(kinds[place : place + 24]):
            return True  # "and, apart from this, the *Board could* meet"
        if kind == "THAT" and clause_behind_that(sentence, place + 1, end):
            return act_words().explaining.isdisjoint(words[head + 1 : at])  # "*pointing* out it has gone and that"
        return None

    def _parted(self) -> bool:
        """True where a limit between commas stands before what is joined."""
        before = self.front.before
        return self.front.commas > 1 and bool(before) and before[-1].kind == "inserted"

    def _wished(self) -> bool:
        """True where a wish of the sender's begins, or what is wished goes on with "that"."""
        sentence, at, place, end, told, kind = self.sentence, self.at, self.place, self.end, self.told, self.kind
        kinds, words = sentence.kinds, sentence.words
        if kind == "HOPE" or (self.joins and other_wishes(sentence, place, end, told)):
            return True
        if kind == "WE" or (self.joins and kind in MODALS):
            of_sender_told = told and told_of_sender(sentence, self.head, at) and "YOUR" not in kinds[place : place + 8]
            if not of_sender_told and wish_at(sentence, place + (kind == "WE"), end):
                return True
        if kind in PRESENT and words[place][-1] == "s" != words[place][-2] and kinds[place + 1 : place + 2] not in BARE:
            return True  # "…, and suggests that", not "your views *and wishes* so that"
        desire = place + (kind == "WE")
        if not told and kinds[desire : desire + 1] == ["DESIRE"] and kinds[at - 1] != "TO":
            return True
        if not told and kind == "THAT" and self.introducer == "THAT":
            return True
        return kind in WISHING and of_sender(sentence, place, end)

    def _same_cue(self) -> Joined | bool | None:
        """The infinitive, gerund or verb that shares the cue of the act; False where it goes with another verb before
        it, True where the act has no verb to share a cue with, None where none stands there."""
        sentence, at, place, head, end = self.sentence, self.at, self.place, self.head, self.end
        kinds = sentence.kinds
        if self.kind == "TO" and not self.told:
            if self.introducer == "TO" and place + 1 < end and kinds[place + 1] in VERBS:
                return False if self.within else self._act(place + 1)
            if self.joins and _infinitive_anew(sentence, place, head, end):
                return self._act(place + 1)
        if kinds[head] == "GERUND" and not self.told and _same_gerund(sentence, at, head, end):
            return self._act(at + 1 + (self.kind != "GERUND"))
        if self.kind not in VERBS or not begins_act(sentence, place, end):
            return None
        if self._of_inner_verb():
            return False
        if kinds[head] in NOUN_HEADS or kinds[head] in PARTICIPLES:
            return True  # "we are glad of your answer *and note* that": no verb to share the cue with
        return self._act(place)

    def _of_inner_verb(self) -> bool:
        """True where a verb goes with an infinitive or modal inside the act, not with its cue ("ask him to wait *and
        see*")."""
        sentence, at, place, told = self.sentence, self.at, self.place, self.told
        kinds = sentence.kinds
        if told:
            inner = _nonfinite(sentence, self.head, at)
        else:
            inner = self.within and not self.front.commas and kinds[at - 1] != "COMMA"
        denied = self.negated and not (told and sentence.words[at : at + 2] == ["and", "not"])
        lettered = kinds[place - 1] == "CLOSE"
        return inner and not denied and not lettered and not comes_back(sentence, at, place, told)

    def _act(self, verb: int) -> Joined:
        """The act joined that begins with a verb."""
        return Joined(verb, verb, self.negated, tuple(self.front.before))

    def _told_anew(self) -> bool:
        """True where what is told or asked ends, and the sender speaks to the addressee anew."""
        sentence, at, place, end = self.sentence, self.at, self.place, self.end
        kinds = sentence.kinds
        but, comma = sentence.words[at] == "but", kinds[at - 1] == "COMMA"
        if but and comma and self.kind == "WE" and not tells_or_asks(base_form(sentence, self.head)):
            return True  # "do not take it as a sign that he is tired, *but we feel*…"
        if but and denied_anew(sentence, place, self.head, end):
            return True
        parted = but or comma or place > at + 1  # "and *therefore* you should"
        return parted and self.kind == "YOU" and place + 1 < end and kinds[place + 1] in MODALS


def _behind_denial(kinds: list[str], place: int, end: int, told: bool) -> tuple[int, bool]:
    """The token behind "not" or "on no account", and whether either stands there."""
    verb = _behind_not(kinds, place, end)
    if not told and verb + 3 < end and kinds[verb : verb + 3] == DENIAL:
        return verb + 3, True  # "and *on no account* show it"
    return verb, verb > place


def _behind_comma(sentence: Sentence, place: int, end: int, introducer: str | None) -> bool | None:
    """Whether an act ends at the comma before a token; None where the comma stands in a list of acts, as "and" would
    ("*wait*, tell him and report")."""
    if place >= end:
        return False
    if sentence.words[place] == "so" and place + 1 < end and sentence.kinds[place + 1] in PRONOUN_SUBJECTS:
        return finite_near(sentence, place + 2, end)  # "it must stay secret*, so I must* ask you"
    kind = sentence.kinds[place]
    if kind == "AND":
        return False
    if kind == "THAT" and introducer == "THAT":
        return True
    verb = kind in LISTED_VERBS and begins_act(sentence, place, end)
    verb = verb and sentence.kinds[place + 1 : place + 2] not in LIST_MARKS  # "A, *pay* and finance"
    if verb and sentence.words[place] != "say" and list_goes_on(sentence, place, end):
        return None
    if kind in ("PLEASE", "WE"):
        return finite_near(sentence, place, end)
    return kind in ("DET", "N", "IT", "THIS") and clause_ahead(sentence, place, end)


def _behind_not(kinds: list[str], place: int, end: int) -> int:
    """The token behind "not" or "do not" and adverbs; the token itself where neither stands there."""
    if kinds[place] == "NOT":
        place += 1
    elif kinds[place] == "DO" and place + 1 < end and kinds[place + 1] == "NOT":
        place += 2
    else:
        return place
    while place < end and kinds[place] == "ADVERB":
        place += 1
    return place


def _modal_again(sentence: Sentence, place: int, head: int, end: int) -> Joined | None:
    """The act behind a modal that is said again: "you will see him *and will* report", "*but will not* name it"."""
    kinds = sentence.kinds
    own = next((kinds[n] for n in range(head - 1, max(-1, head - 4), -1) if kinds[n] in MODALS), None)
    if kinds[place] != own:
        return None
    verb = place + 1
    while verb < end and kinds[verb] in ("ADVERB", "NOT"):
        verb += 1
    verb = past_enabling(sentence, verb, end, ("HOPE",))  # "hope he would agree *and would be prepared to* say so"
    acts = verb < end and kinds[verb] in VERBS and kinds[verb] not in ("BE", "HAVE")
    return Joined(verb, verb, "NOT" in kinds[place:verb]) if acts else None


def _infinitive_anew(sentence: Sentence, to: int, head: int, end: int) -> bool:
    """True where "to" and a verb go with the cue, no infinitive before them: "asks him wait *and to hear*"."""
    kinds = sentence.kinds
    if to + 1 >= end or kinds[to + 1] not in VERBS - {"NVERB"} or kinds[head] not in VERBS:
        return False
    return not any(kinds[at] == "TO" and kinds[at + 1] in VERBS for at in range(max(head, to - 40), to))


def _same_gerund(sentence: Sentence, at: int, head: int, end: int) -> bool:
    """True where "and" joins a gerund to the one asked for: "the need of pressing for it *and of telling us*"."""
    kinds, words = sentence.kinds, sentence.words
    same = at + 2 < end and words[at + 1] == words[head - 1] and kinds[at + 1] in OBLIQUE
    if at + 2 >= end or (not same and "GERUND" in kinds[max(head + 1, at - 30) : at]):
        return False
    return kinds[at + 1 + same] == "GERUND" and kinds[at + 2 + same : at + 3 + same] != ["AND"]


def _nonfinite(sentence: Sentence, head: int, at: int) -> bool:
    """True where the last verb before a token is an infinitive or under a modal: a base form goes with it."""
    kinds = sentence.kinds
    for place in range(at - 1, head, -1):
        kind = kinds[place]
        if kind in MODALS or (kind == "TO" and kinds[place + 1] in VERBS):
            return True
        if kind == "WH":
            return kinds[place + 1] in VERBS  # "those *who live* there and pay"
        if kind in FINITES or (kind == "PAST" and kinds[place - 1] != "BE"):
            return False
    return False
