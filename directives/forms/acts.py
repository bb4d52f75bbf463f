"""A sentence and the place where an act begins in; the acts (one each conjunct) with their constraints out."""

from __future__ import annotations

from typing import Final, NamedTuple

from directives.forms.act_words import act_words
from directives.forms.conjuncts import Joined, adds, answered, conjunct, sender_goes_on, turned
from directives.forms.contents import gives_reason, is_content, opens_question, points, quoted, tells, tells_on, waits
from directives.forms.kinds import AUXILIARIES, CONTENT_WORDS, LISTED_VERBS, MODALS, NOUN_HEADS, VERBS, WISHING
from directives.forms.limits import LimitReader
from directives.forms.marks import behind_brackets, item_before, letter_at, next_item
from directives.forms.passive_conjuncts import passive_conjunct
from directives.forms.segments import Segment, opener_at
from directives.forms.verbs import base_form, clause_ahead, gladly_at, is_passive, verb_of
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

# Between a subject and the head of its verb.
BEFORE_HEAD: Final = MODALS | {"BE", "NOT", "ADVERB", "TO", "COMMA", "IS", "HAVE"}
BEFORE_CONCEDED: Final = BEFORE_HEAD | {"YOU"}
BEFORE_RELATIVE: Final = BEFORE_HEAD | WISHING | {"YOU", "WE"}
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
        sentence, limits, known = self.sentence, self.limits, act_words()
        kinds, words, quotes = sentence.kinds, sentence.words, limits.quotes
        found: list[Segment] = []
        at = first
        content = told = relative = infinitive = within = listing = False
        asked = head + 1 < end and words[head] in known.answering and words[head + 1] in ("me", "us")
        joined: Joined | None = None
        ending: Joined | bool | None
        stop = end
        passive = is_passive(sentence, head, end)
        does = kinds[head] not in NOUN_HEADS and not (passive and first < head)  # no thing, nothing to be done
        conceded, relates = _conceded(sentence, first), _relates(sentence, first)
        main_verbs = MAIN_VERBS if kinds[first] == "WH" else BARE_COPULAS
        modal = _subject_end(sentence, first, head)
        item = item_before(sentence, first)
        while at < end:
            kind = kinds[at]
            if item and at > head and kind in LIST_MARKS:
                verb = next_item(sentence, at, item, end)
                if verb and kinds[verb] in LISTED_VERBS:
                    stop, joined = at, Joined(verb, verb)
                    break
            if kind in TURNS and at > head and not (content or relative):
                ending = turned(sentence, at, end)
                if ending:
                    stop, joined = at, ending if isinstance(ending, Joined) else None
                    break
            if kind == "COLON":
                opens = at + 1 + (kinds[at + 1 : at + 2] == ["COLON"])  # ":-"
                if kinds[opens : opens + 1] == ["OPEN"]:
                    listing = listing or waits(sentence, at, opens, head)
                    if listing and letter_at(sentence, opens):
                        at = opens
                        continue
                if introducer != "THAT" and tells_on(sentence, at, head, end):
                    content = True
                    at += 1
                    continue
            if kind in MAY_END and _ends(sentence, at, head, end, content, relative):
                stop = at
                break
            if relates and at > head and not relative and _main_verb_at(kinds, at, main_verbs, content or infinitive):
                stop = at
                break
            if conceded and not content and at > head + (kind != "COMMA") and _main_clause_at(sentence, at, end):
                stop = at
                break
            if kind == "ADVERB" and words[at] in known.adding and not (content or relative) and at > head:
                if adds(sentence, at, end):
                    stop, joined = at, Joined(at + 1, at + 1) if does else None
                    break
            elif kind == "OPEN":
                segment = None if content or relative or at <= head else limits.enclosed(at, head, end)
                if segment is not None:
                    found.append(segment)
                at = behind_brackets(sentence, at, end)
                continue
            elif kind == "QUOTE" and at > head and quotes.get(at, end) < end:
                at = quotes[at] + 1
                continue
            elif kind == "AND" and relative and at + 1 < end and kinds[at - 1] in MODALS and kinds[at + 1] in MODALS:
                at += 1  # "a step which would *or* might"
                continue
            elif at > head and (kind == "AND" or (kind == "COMMA" and not content)):
                ending = None
                if passive and not content:
                    ending = passive_conjunct(sentence, at, end, head, relative)
                if not ending and not does and not content:
                    ending = sender_goes_on(sentence, at + 1, end)
                ending = ending or conjunct(sentence, at, end, head, introducer, content and not told, within)
                ending = ending or (kind == "AND" and not content and answered(sentence, at + 1, end))
                if ending:
                    stop, joined = at, ending if isinstance(ending, Joined) else None
                    break
            if content:
                segment = self._behind_told(at, head, end, asked)
                if segment is not None:
                    found.append(segment)
                    at = segment.last
                at += 1
                continue
            asks = kind == "THAT" or words[at] in CONTENT_WORDS or (kind == "IF" and _asks_if(sentence, at, head))
            if asks and not relative and at > head:
                content = is_content(sentence, at) and not (at == head + 1 and points(sentence, at, end))
            elif kind == "QUOTE" and kinds[at - 1] == "COLON" and at > head:
                at = quoted(sentence, at, end)
                continue
            elif not relative and at > head and tells(sentence, at, head, end):
                content = told = True
            elif kind == "WH":
                relative = not _whole_at(sentence, at)
            elif at > head + 1 and _told_of_past(kinds, at):
                relative = True
            elif kind == "COMMA":
                relative = relative and (kinds[at - 1] == "WH" or kinds[at - 1] in MODALS)
            elif kind == "TO" and at > head and _infinitive_at(sentence, at, end):
                infinitive = True
                within = within or passive or at > head + 1  # what goes with "try *to see*" goes with "try"
            if at == head:
                relative = False
            elif not content:
                relative = relative and at != modal  # "papers which came late *should now* be sent"
                bound = end if at > head else _subject_end(sentence, at, head)
                segment = limits.read(at, head, bound, relative or (infinitive and kind == "ADVERB"))
                if segment is not None:
                    if found and found[-1].type == segment.type == "time" and found[-1].last + 1 == segment.first:
                        segment = Segment("time", found.pop().first, segment.last, segment.kind)
                    found.append(segment)
                    at = segment.last + 1
                    continue
            at += 1
        return _trimmed(sentence, quotes, first, head, stop, found, joined)

    def _behind_told(self, at: int, head: int, end: int, asked: bool) -> Segment | None:
        """The limit of an act that begins behind what is told or asked: the sender's reason for asking, or what he asks
        for behind a comma ("advise whether he comes, *so that* a berth can be kept")."""
        words, kinds = self.sentence.words, self.sentence.kinds
        sender = kinds[at - 1] == "COMMA" and kinds[at + 1 : at + 2] == ["WE"] and "THAT" not in kinds[head:at]
        if (asked or (sender and words[head] in act_words().asking)) and gives_reason(self.sentence, at):
            wanted = "reason"  # "ascertain whether he comes, *as I* must send word"
        elif kinds[at - 1] == "COMMA" and words[at] in ("so", "in") and words[head] in act_words().answering:
            wanted = "purpose"
        else:
            return None
        segment = self.limits.read(at, head, end, False)
        return segment if segment is not None and segment.type == wanted else None


def _ends(sentence: Sentence, at: int, head: int, end: int, content: bool, relative: bool) -> bool:
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


def _main_verb_at(kinds: list[str], at: int, main_verbs: frozenset[str], within: bool) -> bool:
    """True where the verb comes that the relative clause of an act belongs to ("the line which you should take *is*"),
    not `within` what is told or wanted there; or a second one ("which you should look at *but which* cannot be
    changed")."""
    if kinds[at] == "AND":
        return "WH" in kinds[at + 1 : at + 3]
    return kinds[at] in main_verbs and not within


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


def _conceded(sentence: Sentence, first: int) -> bool:
    """True where an act stands in a clause of concession in front: "*while* you may *see* him you should…"."""
    kinds = sentence.kinds
    while first > 1 and kinds[first - 1] in BEFORE_CONCEDED:
        first -= 1
    return first > 0 and sentence.words[first - 1] in act_words().conceding


def _relates(sentence: Sentence, first: int) -> bool:
    """True where an act stands in a relative clause of a subject: "the line *which* you should *take* is"."""
    kinds = sentence.kinds
    if kinds[first] == "WH":
        return True
    while first > 2 and kinds[first - 1] in BEFORE_RELATIVE:
        first -= 1
    return first > 1 and kinds[first - 1] == "WH" and kinds[first - 2] in ("N", "NVERB", "REQUEST", "NUM")


def _main_clause_at(sentence: Sentence, at: int, end: int) -> bool:
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


def _subject_end(sentence: Sentence, at: int, head: int) -> int:
    """Where the subject ends that a constraint before the verb stands in: before its modal, else at the verb."""
    while head > at + 1 and sentence.kinds[head - 1] in BEFORE_HEAD:
        head -= 1
    return head


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
