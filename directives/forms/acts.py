"""A sentence and the place where an act begins in; the acts (one each conjunct) with their constraints out."""

from __future__ import annotations

from typing import Final, NamedTuple

from directives.forms.act_ends import breaks_to_main_verb, conceded, ends, main_clause_at, relates, subject_end
from directives.forms.act_words import act_words
from directives.forms.clauses_anew import answered, sender_goes_on
from directives.forms.conjuncts import Joined, conjunct
from directives.forms.contents import gives_reason, is_content, opens_question, points, quoted, tells, tells_on, waits
from directives.forms.kinds import AUXILIARIES, CONTENT_WORDS, LISTED_VERBS, MODALS, NOUN_HEADS, VERBS
from directives.forms.limits import LimitReader
from directives.forms.marks import behind_brackets, item_before, letter_at, next_item
from directives.forms.passive_conjuncts import passive_conjunct
from directives.forms.segments import Segment, opener_at
from directives.forms.turns import adds, turned
from directives.forms.verbs import base_form, is_passive, verb_of
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

# Behind a relative clause the verb of its sentence.
MAIN_VERBS: Final = AUXILIARIES | MODALS | {"FINITE", "SEEMS"}
BARE_COPULAS: Final = frozenset({"IS", "WAS"})
# An act may end by itself at one of these.
MAY_END: Final = frozenset({"STOP", "COLON", "CLOSE", "PLEASE", "WH", "WE"})
# One of these parts the items of a list.
LIST_MARKS: Final = frozenset({"COMMA", "COLON", "AND"})
# At one of these words may turn to what else is to be done ("*failing which* keep it").
TURNS: Final = frozenset({"COMMA", "GERUND", "PREP"})
# "The promise *he gave* in May", "the note *you had* from him".
PRONOUNS: Final = frozenset({"THEY", "WE", "YOU", "IT"})
PAST: Final = (["PAST"], ["HAD"], ["WAS"])
# What is left to somebody is named in no more words.
LONGEST_LEFT: Final = 25


class Act(NamedTuple):
    """One act: the first and last token of its action, its constraints, and what comes after it.

    `after` is the place behind all that belongs to it; `joined` the further act that shares its cue.
    """

    first: int
    last: int
    constraints: tuple[Segment, ...]
    after: int
    joined: Joined | None = None


class ActReader:
    """Reads the acts of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.limits = LimitReader(sentence)

    def read(self, first: int, head: int, end: int, introducer: str | None = None) -> Act:
        """The act from token `first`, whose verb (or first noun) is `head`, to before `end` at the most."""
        return _Reading(self.limits, first, head, end, introducer).act()


class _Reading:
    """The reading of one act, token by token: what it has come into so far, and the constraints found."""

    def __init__(self, limits: LimitReader, first: int, head: int, end: int, introducer: str | None) -> None:
        sentence = limits.sentence
        kinds, words = sentence.kinds, sentence.words
        self.sentence, self.limits = sentence, limits
        self.first, self.head, self.end, self.introducer = first, head, end, introducer
        self.found: list[Segment] = []
        self.content = self.told = False  # in what is told or asked, told without "that"
        self.relative = False  # in a relative clause
        self.infinitive = self.within = False  # behind an infinitive, one that what is joined may go with
        self.listing = False  # in a list that is what is told
        self.asked = head + 1 < end and words[head] in act_words().answering and words[head + 1] in ("me", "us")
        self.passive = is_passive(sentence, head, end)
        # Somebody does it: it is no thing, and nothing that is to be done.
        self.does = kinds[head] not in NOUN_HEADS and not (self.passive and first < head)
        self.conceded, self.relates = conceded(sentence, first), relates(sentence, first)
        self.main_verbs = MAIN_VERBS if kinds[first] == "WH" else BARE_COPULAS
        self.modal = subject_end(sentence, first, head)
        self.item = item_before(sentence, first)

    def act(self) -> Act:
        """The act, read to its end."""
        at = self.first
        ending: Joined | bool = False
        while at < self.end:
            ending = self._turning(at)
            if not ending:
                behind = self._behind_enclosed(at)
                if behind:
                    at = behind
                    continue
                ending = self._ending(at)
            if ending:
                break
            at = self._behind(at)
        joined = ending if isinstance(ending, Joined) else None
        stop = at if ending else self.end
        return _trimmed(self.sentence, self.limits.quotes, self.first, self.head, stop, self.found, joined)

    def _turning(self, at: int) -> Joined | bool:
        """The next item of a list of acts, or what words that turn to another act say is to be done."""
        kinds = self.sentence.kinds
        if at <= self.head:
            return False
        if self.item and kinds[at] in LIST_MARKS:
            verb = next_item(self.sentence, at, self.item, self.end)
            if verb and kinds[verb] in LISTED_VERBS:
                return Joined(verb, verb)
        if kinds[at] in TURNS and not (self.content or self.relative):
            return turned(self.sentence, at, self.end)
        return False

    def _behind_enclosed(self, at: int) -> int:
        """The place behind brackets, a quotation, the colon of a list or of what is told on; 0 where none is here."""
        sentence, head, end = self.sentence, self.head, self.end
        kinds, kind = sentence.kinds, sentence.kinds[at]
        if kind == "COLON":
            opens = at + 1 + (kinds[at + 1 : at + 2] == ["COLON"])  # ":-"
            if kinds[opens : opens + 1] == ["OPEN"]:
                self.listing = self.listing or waits(sentence, at, opens, head)
                if self.listing and letter_at(sentence, opens):
                    return opens
            if self.introducer != "THAT" and tells_on(sentence, at, head, end):
                self.content = True
                return at + 1
        elif kind == "OPEN":
            if at > head and not (self.content or self.relative):
                segment = self.limits.enclosed(at, head, end)
                if segment is not None:
                    self.found.append(segment)
            return behind_brackets(sentence, at, end)
        elif kind == "QUOTE" and at > head and self.limits.quotes.get(at, end) < end:
            return self.limits.quotes[at] + 1
        elif kind == "AND" and self.relative and at + 1 < end and kinds[at - 1] in MODALS and kinds[at + 1] in MODALS:
            return at + 1  # "a step which would *or* might"
        return 0

    def _ending(self, at: int) -> Joined | bool:
        """The further act joined at a token, True where the act ends there by itself, False where it goes on."""
        sentence, head, end = self.sentence, self.head, self.end
        kind = sentence.kinds[at]
        if kind in MAY_END and ends(sentence, at, head, end, self.content, self.relative):
            return True
        if at <= head:
            return False
        told_or_wanted = self.content or self.infinitive
        if self.relates and not self.relative and breaks_to_main_verb(sentence, at, self.main_verbs, told_or_wanted):
            return True
        if (
            self.conceded
            and not self.content
            and (kind == "COMMA" or at > head + 1)
            and main_clause_at(sentence, at, end)
        ):
            return True
        if kind == "ADVERB":
            more = sentence.words[at] in act_words().adding and not (self.content or self.relative)
            return more and adds(sentence, at, end) and (Joined(at + 1, at + 1) if self.does else True)
        if kind == "AND" or (kind == "COMMA" and not self.content):
            return self._joining(at)
        return False

    def _joining(self, at: int) -> Joined | bool:
        """What "and" or a comma joins: a further act, True for what is none of this cue, False for a part of it."""
        sentence, head, end = self.sentence, self.head, self.end
        ending: Joined | bool | None = None
        if self.passive and not self.content:
            ending = passive_conjunct(sentence, at, end, head, self.relative)
        if not ending and not self.does and not self.content:
            ending = sender_goes_on(sentence, at + 1, end)
        told = self.content and not self.told
        ending = ending or conjunct(sentence, at, end, head, self.introducer, told, self.within)
        return ending or (sentence.kinds[at] == "AND" and not self.content and answered(sentence, at + 1, end))

    def _behind(self, at: int) -> int:
        """The place behind a token of the act, or behind the constraint that begins with it."""
        sentence, head = self.sentence, self.head
        kinds, kind = sentence.kinds, sentence.kinds[at]
        if self.content:
            segment = self._behind_told(at)
        elif kind == "QUOTE" and kinds[at - 1] == "COLON" and at > head:
            return quoted(sentence, at, self.end)
        else:
            self._enter(at)
            if at == head:
                self.relative = False
            if at == head or self.content:
                return at + 1
            self.relative = self.relative and at != self.modal  # "papers which came late *should now* be sent"
            bound = self.end if at > head else subject_end(sentence, at, head)
            little = self.relative or (self.infinitive and kind == "ADVERB")
            segment = self.limits.read(at, head, bound, little)
        if segment is None:
            return at + 1
        self._add(segment)
        return segment.last + 1

    def _add(self, segment: Segment) -> None:
        """Keep a constraint; a time right behind another is one with it ("tomorrow *before noon*")."""
        before = self.found[-1] if self.found else None
        beside = before is not None and before.type == segment.type == "time" and before.last + 1 == segment.first
        if beside and not self.content:
            segment = Segment("time", self.found.pop().first, segment.last, segment.kind)
        self.found.append(segment)

    def _enter(self, at: int) -> None:
        """Note what begins at a token: what is told or asked, a relative clause or its end, an infinitive."""
        sentence, head = self.sentence, self.head
        kinds, words, kind = sentence.kinds, sentence.words, sentence.kinds[at]
        asks = kind == "THAT" or words[at] in CONTENT_WORDS or (kind == "IF" and _asks_if(sentence, at, head))
        if asks and not self.relative and at > head:
            self.content = is_content(sentence, at) and not (at == head + 1 and points(sentence, at, self.end))
        elif not self.relative and at > head and tells(sentence, at, head, self.end):
            self.content = self.told = True
        elif kind == "WH":
            self.relative = not _whole_at(sentence, at)
        elif at > head + 1 and _told_of_past(kinds, at):
            self.relative = True
        elif kind == "COMMA":
            self.relative = self.relative and (kinds[at - 1] == "WH" or kinds[at - 1] in MODALS)
        elif kind == "TO" and at > head and _infinitive_at(sentence, at, self.end):
            self.infinitive = True
            self.within = self.within or self.passive or at > head + 1  # what goes with "try *to see*" goes with "try"

    def _behind_told(self, at: int) -> Segment | None:
        """The limit of an act that begins behind what is told or asked: the sender's reason for asking, or what he asks
        for behind a comma ("advise whether he comes, *so that* a berth can be kept")."""
        words, kinds, head = self.sentence.words, self.sentence.kinds, self.head
        sender = kinds[at - 1] == "COMMA" and kinds[at + 1 : at + 2] == ["WE"] and "THAT" not in kinds[head:at]
        if (self.asked or (sender and words[head] in act_words().asking)) and gives_reason(self.sentence, at):
            wanted = "reason"  # "ascertain whether he comes, *as I* must send word"
        elif kinds[at - 1] == "COMMA" and words[at] in ("so", "in") and words[head] in act_words().answering:
            wanted = "purpose"
        else:
            return None
        segment = self.limits.read(at, head, self.end, False)
        return segment if segment is not None and segment.type == wanted else None


def _told_of_past(kinds: list[str], at: int) -> bool:
    """True where a clause of the past tells of the noun in front of it, "which" left out ("the promise *he gave*")."""
    return kinds[at] in PRONOUNS and kinds[at - 1] == "N" and kinds[at + 1 : at + 2] in PAST


def _asks_if(sentence: Sentence, at: int, head: int) -> bool:
    """True where "if" opens what is asked, no constraint ("if possible")."""
    return opens_question(sentence, at, head) and not _whole_at(sentence, at)


def _infinitive_at(sentence: Sentence, at: int, end: int) -> bool:
    """True where "to" begins an infinitive, no "so as to"."""
    kinds = sentence.kinds
    return at + 1 < end and kinds[at + 1] in VERBS and kinds[at + 1] != "NVERB" and sentence.words[at - 1] != "as"


def _whole_at(sentence: Sentence, at: int) -> bool:
    """True where a constraint of fixed wording stands at a token ("where possible")."""
    found = opener_at(sentence, at, lexicon())
    return found is not None and found[0].kind == "whole"


def _completes(sentence: Sentence, head: int, segment: Segment) -> bool:
    """True where a verb says nothing without the phrase of manner behind it ("*act* on these lines")."""
    fixed = segment.kind in ("phrases", "whole") and segment.last > segment.first
    return segment.type == "manner" and fixed and base_form(sentence, head) in act_words().bare


def _trimmed(
    sentence: Sentence,
    quotes: dict[int, int],
    first: int,
    head: int,
    stop: int,
    found: list[Segment],
    joined: Joined | None,
) -> Act:
    """The act with the constraints at its edges taken off its action."""
    kinds = sentence.kinds
    last = stop - 1
    begin = first
    if kinds[head] == "BE" and not is_passive(sentence, head, stop):  # "the reply should be *on these lines*"
        found = [s for s in found if s.first != head + 1 or s.kind == "adverb"]
    by_last = {s.last: s for s in found}
    by_first = {s.first: s for s in found}
    while last > begin:
        closes = kinds[last] == "CLOSE" and last - 1 in by_last and kinds[by_last[last - 1].first - 1] == "OPEN"
        if closes and by_last[last - 1].first - 1 > head:
            last = by_last[last - 1].first - 2
            continue
        segment = by_last.get(last)
        if segment is not None and segment.first == verb_of(sentence, head) + 1 and _completes(sentence, head, segment):
            break
        if segment is not None and segment.first > head:
            last = segment.first - 1
        elif kinds[last] == "NUM" and kinds[last - 1] == "COLON":  # "the following points- 1"
            last -= 2
        elif kinds[last] == "QUOTE" and any(first <= o < c == last for o, c in quotes.items()):
            break  # "with the words *'for record'*"
        elif kinds[last] in ("COMMA", "AND", "STOP", "COLON", "QUOTE") or (
            kinds[last] in ("ADVERB", "WH") and last > head and kinds[last - 1] in ("COMMA", "OPEN")
        ):
            last -= 1
        else:
            break
    while begin < head and (begin in by_first or kinds[begin] == "COMMA"):
        begin = by_first[begin].last + 1 if begin in by_first else begin + 1
    return Act(min(begin, head), max(last, head), tuple(found), stop, joined)


def left_to(sentence: Sentence, first: int) -> int:
    """Where "to you", "to your discretion" begins behind what is left so ("leave *the date of the talks* to you"),
    0 where it does not."""
    kinds = sentence.kinds
    for at in range(first + 1, min(len(kinds) - 1, first + LONGEST_LEFT)):
        if kinds[at] in ("TO", "FOR") and kinds[at + 1] in ("YOU", "YOUR"):
            return at
        if kinds[at] in ("COMMA", "COLON", "STOP", "SUB"):
            return 0
    return 0
