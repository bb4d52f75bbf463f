"""A sentence and the place where an act begins in; the acts (one each conjunct) with their constraints out."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from directives.forms.nouns import PRESENT
from directives.forms.segments import (
    PHRASE_ENDS,
    Segment,
    abbreviates,
    discourse_at,
    front_opener_at,
    likens,
    opener_at,
    quotations,
)
from directives.grammar_files import grammar_text
from directives.language.lexicon import Lexicon, Opener, lexicon
from directives.language.tokens import Sentence

VERBS = frozenset({
    "VERB", "NVERB", "BE", "HAVE", "DO", "LET", "ASK", "ADVISE", "REQUEST", "SUGGEST", "ORDER", "DESIRE",
    "EXPECT", "PERMIT", "AGREE", "CONSIDER", "APPRECIATE", "TAKE", "LEAVE", "HELP", "FIND", "MAKE", "INSIST",
})  # fmt: skip
MODALS = frozenset({"WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "CANNOT"})
OBJECT_NEXT = frozenset(
    {
        "DET",
        "YOUR",
        "US",
        "OBJECT_PRONOUN",
        "THAT",
        "IT",
        "THIS",
        "NO",
        "N",
        "NUM",
        "NUMBER",
        "ADVERB",
        "QUOTE",
        "PREP",
        "WH",
        "STOP",
        "TO",
        "YOU",
        "MYSELF",
        "ORDERED",
        "DESIRED",
        "IMPORTANCE",
        "ESSENTIAL",
        "AUTHORITY",
    }
)
PARTICIPLES = frozenset({
    "PAST", "PARTICIPLE", "GIVEN", "LEFT", "ORDERED", "DESIRED", "REQUESTED", "SUGGESTED", "APPRECIATED",
    "APPROVED", "CONSIDERED", "PERMITTED", "EXPECTED", "URGED", "HOPED", "PRESUMED",
})  # fmt: skip
# What is asked for is a thing, no act, where it begins with one of these.
NOUN_HEADS = frozenset({"DET", "YOUR", "N", "NO", "THIS", "NUM", "NUMBER", "QUOTE", "IT", "ADVERB"})
NOUN_ENDS = frozenset({"N", "QUOTE", "OBJECT_PRONOUN", "PRONOUN"})
# A further act of a list, behind a comma, begins with one of these.
LISTED_VERBS = frozenset({
    "VERB", "NVERB", "ASK", "ADVISE", "REQUEST", "TAKE", "MAKE", "HAVE", "LEAVE", "LET", "FIND", "CONSIDER", "HELP",
    "INSIST",
})  # fmt: skip
# What stands behind a participle that is a verb, no adjective ("and *referred* to Hull", not "and related matters").
BEHIND_PARTICIPLE = frozenset(
    {"PREP", "OF", "TO", "FOR", "AS", "THAT", "ADVERB", "STOP", "COMMA", "AND", "WH", "IF", "SUB"}
)
# Behind a word that may be verb or noun these are objects.
OBJECTS = frozenset({"DET", "YOUR", "US", "OBJECT_PRONOUN", "THIS"})
# Of these a short subject is made.
SUBJECT_PARTS = frozenset({"DET", "N", "NUM", "NUMBER", "YOUR", "NO", "THIS", "QUOTE", "OF", "ADVERB"})
# "… and would suggest", "… but should be glad": a wish of the sender begins.
WISHES = frozenset({"SUGGEST", "APPRECIATE", "LIKE", "HOPE", "WELCOMING"})
# A cue with one of these hopes or presumes, or would be glad.
HOPES = frozenset({"HOPE", "HOPED", "PRESUME", "PRESUMED", "WELCOMING", "APPRECIATE"})
SUBJECTS = frozenset({"WE", "THEY", "IT", "THERE", "YOU"})
CLAUSE_SUBJECTS = SUBJECTS | {"THIS"}
FINITES = MODALS | {"IS", "WAS", "HAS", "HAD", "DO", "DID", "SEEMS", "FINITE"}
# Verbs of the sender's own wishes: the addressee does not do them where he stands behind them ("and urge that you…").
WISHING = frozenset({"SUGGEST", "ADVISE", "DESIRE", "HOPE", "EXPECT", "ASK", "REQUEST", "AGREE", "CONSIDER"})
# "And *under no circumstances* show him", "you should *on no account* say": read as "not".
DENIAL = ["PREP", "NO", "N"]
# No subject reaches over one of these to its verb.
CLAUSE_BOUNDS = frozenset({"COMMA", "COLON", "THAT", "WH", "SUB", "IF", "STOP", "OPEN", "AND", "AS"})
# "Before the Council" tells the time with one of these behind it ("before the Council *meets*").
BEHIND_BODY = FINITES | {"VERB", "NVERB", "HAVE", "PAST", "N", "OF"}
# A pronoun behind one of these is no subject.
OBLIQUE = frozenset({"PREP", "OF", "TO", "FOR"})
# Between a subject and the head of its verb.
BEFORE_HEAD = MODALS | {"BE", "NOT", "ADVERB", "TO", "COMMA", "IS", "HAVE"}
# Where a clause begins: behind one of these.
CLAUSE_HEADS = frozenset({"COMMA", "COLON", "AND", "START"})
# Behind what the sender asks to be told, these give his reason: "let me know whether he will come, *as*…".
REASONS = frozenset({"as", "because", "since"})
CONTENT_WORDS = frozenset({"what", "why", "whether", "how"})
AUXILIARIES = frozenset({"IS", "WAS", "HAS", "HAVE", "HAD"})
# No question begins with one of these behind a noun.
RELATIVES = (["which"], ["who"])
RELATIVE_ENDS = frozenset({"COMMA", "COLON", "STOP", "AND", "IF", "SUB", "OPEN", "CLOSE"})
ONE_FINITE = (["WOULD"], ["IS"], ["WAS"], ["MIGHT"], ["COULD"], ["MAY"], ["WILL"])
# Behind "and" a clause of its own begins with one of these.
IN_THAT_CASE = (["in", "which", "case"], ["in", "that", "case"], ["in", "which", "event"], ["in", "that", "event"])
JUDGED = frozenset({"ADVISABLE", "ESSENTIAL"})
JUDGED_OF = (["FOR"], ["THAT"], ["TO"], ["IF"])
# Behind "have" these make a perfect ("are or *have been* included").
PERFECT = frozenset({"PAST", "HAD", "BEEN", "PARTICIPLE", "GIVEN"})
# Behind a relative clause the verb of its sentence.
MAIN_VERBS = AUXILIARIES | MODALS | {"FINITE", "SEEMS"}
# Behind "and" a clause of its own begins with one of these.
ACTS_ANEW = MODALS | {"PLEASE", "YOU", "WE", "IT", "THEY"}
# What is told reaches no further, in tokens, where a wish of the sender follows.
LONGEST_TOLD = 40
# Whoever is bidden to do something ends with one of these: "ask *the Board*", "authorise *me*".
BIDDEN = frozenset({"N", "US", "OBJECT_PRONOUN", "NUM", "COMMA"})
CLAUSE_VERBS = FINITES | VERBS | PRESENT | {"PAST"}
DEGREES = frozenset({"most", "very", "more"})
# A clause behind "and" may begin with one of these ("and *urgent* advice would help").
CLAUSE_OPENS = frozenset({"DET", "N", "THIS", "YOUR", "NO", "GERUND", "QUOTE", "ESSENTIAL"})
CLAUSE_MARKS = frozenset({"AND", "PLEASE", "YOU", "GERUND", "THAT"})


@dataclass(frozen=True)
class ActWords:
    """What the verbs of acts tell, from grammar/lexicon/acts.toml."""

    asking: frozenset[str]
    moving: frozenset[str]
    timely: frozenset[str]
    telling: frozenset[str]
    stressing: frozenset[str]
    told_of: frozenset[str]
    thought_of: frozenset[str]
    borne: frozenset[str]
    causing: frozenset[str]
    opining: frozenset[str]
    measured: frozenset[str]
    taking_infinitive: frozenset[str]
    answering: frozenset[str]
    light: frozenset[str]
    counted: frozenset[str]
    purposes: frozenset[str]
    conceding: frozenset[str]
    placing: frozenset[str]
    foretold: frozenset[str]
    bare: frozenset[str]
    denying: frozenset[str]
    denying_from: frozenset[str]
    undoing: frozenset[str]
    assuming: frozenset[str]
    explaining: frozenset[str]
    likening: frozenset[str]
    taking_in: frozenset[str]
    being: frozenset[str]
    getting: frozenset[str]
    going_on: frozenset[str]
    wished: frozenset[str]
    relying: frozenset[str]
    freed: frozenset[str]
    advised: frozenset[str]
    passing_on: frozenset[str]
    agreed: frozenset[str]
    duties: frozenset[str]
    courtesies: frozenset[str]
    sender_states: frozenset[str]
    post_acts: frozenset[str]
    state_acts: frozenset[str]
    in_hand: frozenset[str]
    asked_for: frozenset[str]
    asked_after: frozenset[str]
    bidding: frozenset[str]
    light_objects: frozenset[str]
    bodies: frozenset[str]
    beside_immediately: frozenset[str]
    enabling: frozenset[tuple[str, ...]]
    enabling_hoped: frozenset[tuple[str, ...]]
    singling: frozenset[tuple[str, ...]]
    light_participles: frozenset[str]
    light_nouns: frozenset[str]
    adding: frozenset[str]
    no_limit_behind: dict[str, frozenset[str]]


@cache
def act_words() -> ActWords:
    """The word lists of acts, read once."""
    lists: dict[str, str] = tomllib.loads(grammar_text("lexicon/acts.toml"))
    enabling, enabling_hoped, singling = (
        frozenset(tuple(phrase.split()) for phrase in lists.pop(name).replace("\n", "|").split("|") if phrase.strip())
        for name in ("enabling", "enabling_hoped", "singling")
    )
    behind = dict(line.split(":") for line in lists.pop("no_limit_behind").strip().splitlines())
    return ActWords(
        enabling=enabling,
        enabling_hoped=enabling_hoped,
        singling=singling,
        no_limit_behind={word.strip(): frozenset(before.split()) for word, before in behind.items()},
        **{name: frozenset(words.split()) for name, words in lists.items()},
    )


# What is left to somebody is named in no more words.
LONGEST_LEFT = 25


class Joined(NamedTuple):
    """A further act under the same cue: its first token, its verb, whether it is denied ("but not"), and the
    constraints between the word that joins it and its verb ("and *in due course* tell him")."""

    first: int
    verb: int
    negated: bool = False
    inserted: tuple[Segment, ...] = ()


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
        self.lex: Lexicon = lexicon()
        self.known = act_words()
        self.quotes = quotations(sentence) if "QUOTE" in sentence.kinds else {}

    def read(self, first: int, head: int, end: int, introducer: str | None = None) -> Act:
        """The act from token `first`, whose verb (or first noun) is `head`, to before `end` at the most."""
        kinds, words = self.sentence.kinds, self.sentence.words
        found: list[Segment] = []
        at = first
        content = told = relative = infinitive = within = listing = False
        asked = head + 1 < end and words[head] in self.known.answering and words[head + 1] in ("me", "us")
        joined: Joined | None = None
        stop = end
        passive = self.passive(head, end)
        does = kinds[head] not in NOUN_HEADS and not (passive and first < head)  # no thing, nothing to be done
        conceded, relates = self._conceded(first), self._relates(first)
        modal = self._subject_end(first, head)
        while at < end:
            kind = kinds[at]
            if kind == "STOP" and (at + 1 >= end or words[at] != "."):
                stop = at
                break
            if kind == "COLON":
                opens = at + 1 + (kinds[at + 1 : at + 2] == ["COLON"])  # ":-"
                if kinds[opens : opens + 1] == ["OPEN"]:
                    listing = listing or self._waits(at, opens, head)
                    if listing and self._letters(opens):
                        at = opens
                        continue
            if kind == "COLON" and introducer != "THAT" and self._tells_on(at, head, end):
                content = True
                at += 1
                continue
            if (kind == "COLON" and self._breaks_off(at, head, end)) or kind == "CLOSE":
                stop = at
                break
            if kind == "WH" and at > head + 1 and not content and not relative and self._commented(at, end):
                stop = at
                break
            ends = MAIN_VERBS if kinds[first] == "WH" else ("IS", "WAS")
            if relates and kind in ends and at > head and not (content or relative or infinitive):
                stop = at
                break
            if conceded and not content and at > head + 1 and self._main_clause_at(at, end):
                stop = at
                break
            if kind == "PLEASE" and at > head + 1 and not content and kinds[at + 1 : at + 2] != ["STOP"]:
                stop = at
                break
            if kind == "ADVERB" and words[at] in self.known.adding and not content and not relative:
                further = at > head and self._adds(at, end)
                if further:
                    stop, joined = at, Joined(at + 1, at + 1) if does else None
                    break
            if kind == "AND" and relates and at > head and "WH" in kinds[at + 1 : at + 3] and not relative:
                stop = at  # "which you should look at *but which* cannot be changed"
                break
            if kind == "WE" and at > head + 1 and not content and not relative and self._gladly(at + 1, end):
                stop = at
                break
            if kind == "OPEN":
                segment = None if content or relative or at <= head else self._enclosed(at, head, end)
                if segment is not None:
                    found.append(segment)
                at = self._closed(at, end)
                continue
            if kind == "QUOTE" and at > head and self.quotes.get(at, end) < end:
                at = self.quotes[at] + 1
                continue
            if kind == "AND" and relative and at + 1 < end and kinds[at - 1] in MODALS and kinds[at + 1] in MODALS:
                at += 1  # "a step which would *or* might"
                continue
            if at > head and (kind == "AND" or (kind == "COMMA" and not content)):
                ending: Joined | bool | None = None
                if passive and not content:
                    ending = self._passive_conjunct(at, end, head, relative)
                if not ending and not does and not content:
                    ending = self._sender_goes_on(at + 1, end)
                ending = ending or self._conjunct(at, end, head, introducer, content and not told, within)
                ending = ending or (kind == "AND" and not content and self._answered(at + 1, end))
                if ending:
                    stop, joined = at, ending if isinstance(ending, Joined) else None
                    break
            if content:
                segment = self._segment(at, head, end, False) if asked and self._gives_reason(at) else None
                if segment is not None and segment.type == "reason":
                    found.append(segment)
                    at = segment.last
                at += 1
                continue
            asks = kind == "IF" and not relative and self._asks(at, head) and not self._whole_at(at)
            if at > head and (kind == "THAT" or words[at] in CONTENT_WORDS or asks) and not relative:
                content = self._is_content(at) and not (at == head + 1 and self._points(at, end))
            elif kind == "QUOTE" and kinds[at - 1] == "COLON" and at > head:
                at = self._quoted(at, end)
                continue
            elif not relative and at > head and self._tells(at, head, end):
                content = told = True
            elif kind == "WH":
                relative = not self._whole_at(at)
            elif kind == "COMMA":
                relative = relative and (kinds[at - 1] == "WH" or kinds[at - 1] in MODALS)
            elif (
                kind == "TO"
                and at > head
                and at + 1 < end
                and kinds[at + 1] in VERBS
                and kinds[at + 1] != "NVERB"
                and words[at - 1] != "as"
            ):
                infinitive = True
                within = within or passive or at > head + 1  # what goes with "try *to see*" goes with "try"
            if at == head:
                relative = False
            elif not content:
                relative = relative and at != modal  # "papers which came late *should now* be sent"
                bound = end if at > head else self._subject_end(at, head)
                segment = self._segment(at, head, bound, relative or (infinitive and kinds[at] == "ADVERB"))
                if segment is not None:
                    if found and found[-1].type == segment.type == "time" and found[-1].last + 1 == segment.first:
                        segment = Segment("time", found.pop().first, segment.last, segment.kind)
                    found.append(segment)
                    at = segment.last + 1
                    continue
            at += 1
        return self._trimmed(first, head, stop, found, joined)

    def _adds(self, at: int, end: int) -> bool:
        """True where "also" joins a further act without "and": "send your views *also advise* whether he comes"."""
        kinds = self.sentence.kinds
        verb = at + 1
        if verb + 1 >= end or kinds[verb] not in LISTED_VERBS - {"NVERB"} or kinds[at - 1] in VERBS | MODALS | SUBJECTS:
            return False
        return kinds[verb + 1] in OBJECTS | {"WH", "THAT", "IF", "N"}

    def _conceded(self, first: int) -> bool:
        """True where an act stands in a clause of concession in front: "*while* you may *see* him you should…"."""
        kinds = self.sentence.kinds
        while first > 1 and kinds[first - 1] in BEFORE_HEAD | {"YOU"}:
            first -= 1
        return first > 0 and self.sentence.words[first - 1] in self.known.conceding

    def _relates(self, first: int) -> bool:
        """True where an act stands in a relative clause of a subject: "the line *which* you should *take* is"."""
        kinds = self.sentence.kinds
        if kinds[first] == "WH":
            return True
        while first > 2 and kinds[first - 1] in BEFORE_HEAD | WISHING | {"YOU", "WE"}:
            first -= 1
        return first > 1 and kinds[first - 1] == "WH" and kinds[first - 2] in ("N", "NVERB", "REQUEST", "NUM")

    def _main_clause_at(self, at: int, end: int) -> bool:
        """True where the clause begins that one in front belongs to, no comma between: "…the talks *you should*"."""
        kinds = self.sentence.kinds
        if kinds[at - 1] not in ("N", "NUM", "NVERB"):
            return False
        place = at + 1
        while kinds[at] == "DET" and place < min(end, at + 6) and kinds[place] == "N":
            place += 1
        return kinds[at] in ("YOU", "WE", "DET") and place < end and kinds[place] in ("SHOULD", "MUST")

    def _gives_reason(self, at: int) -> bool:
        """True where the sender tells why he asks, not in the middle of it ("whether, *as I hope*, he will")."""
        return self.sentence.words[at] in REASONS and self.sentence.words[at - 2] not in CONTENT_WORDS

    def _breaks_off(self, at: int, head: int, end: int) -> bool:
        """True where a colon ends the act: not that of "reply: we agree", nor a dash within it."""
        sentence = self.sentence
        if sentence.words[at] in ";:":
            return at > head + 1 or (at == head + 1 and sentence.words[at] == ";")
        starts, ends = sentence.starts, sentence.ends
        if at + 2 < end and sentence.kinds[at + 1] == "QUOTE" and sentence.text[starts[at + 2]].isupper():
            return at > head + 1
        if at + 1 >= end or starts[at] != ends[at - 1] or starts[at + 1] == ends[at]:
            return False
        opening = sentence.text[starts[at + 1]]
        return at > head and (opening == "(" or opening.isupper())

    def _waits(self, at: int, opens: int, head: int) -> bool:
        """True where the list behind a colon is the object itself: "ascertain: (i) whether…", "say that: (a) …", "give
        notice: (a) that…", "bear in mind: (1) …"."""
        kinds, words = self.sentence.kinds, self.sentence.words
        if kinds[at - 1] in ("THAT", "PREP", "TO", "OF", "FOR") or words[at - 1] in CONTENT_WORDS:
            return True
        item = opens + 3  # behind the letter in brackets
        if self._letters(opens) and item < len(kinds) and (kinds[item] == "THAT" or words[item] in CONTENT_WORDS):
            return True
        last = at - 1
        borne = last == head + 2 and kinds[head + 1] == "PREP" and words[last] in self.known.borne
        return borne or all(kind in ("ADVERB", "COLON") for kind in kinds[head + 1 : at])

    def _tells_on(self, at: int, head: int, end: int) -> bool:
        """True where a semicolon parts two things told, no two acts: "say that he has gone*; and that*…"."""
        kinds = self.sentence.kinds
        place = at + 1 + (kinds[at + 1 : at + 2] == ["AND"])
        if self.sentence.words[at] != ";" or place + 1 >= end or kinds[place] != "THAT" or kinds[place + 1] == "YOU":
            return False
        return "THAT" in kinds[max(head + 1, at - 2 * LONGEST_TOLD) : at]

    def _quoted(self, at: int, end: int) -> int:
        """The place behind what is quoted from a token on."""
        kinds = self.sentence.kinds
        return next((place + 1 for place in range(at + 1, end) if kinds[place] == "QUOTE"), end)

    def _tells(self, at: int, head: int, end: int) -> bool:
        """True where what is told begins without "that": "say *he has gone*", "stress the *importance* of…"."""
        kinds, words = self.sentence.kinds, self.sentence.words
        if words[at] in self.known.told_of and words[head] in self.known.stressing:
            return True
        if words[at] in self.known.thought_of:
            return kinds[at + 1 : at + 2] == ["OF"] and at + 2 < end and words[at + 2].endswith("ing")
        return (
            (kinds[at] in SUBJECTS or words[at] in ("he", "she"))
            and at + 1 < end
            and (kinds[at + 1] in FINITES or (kinds[at] == "WE" and kinds[at + 1] == "BE"))
            and words[head] in self.known.telling
            and at <= head + 4
        )

    def _commented(self, at: int, end: int) -> bool:
        """True where a relative clause adds a comment of the sender's ("*which, of course,* could be changed")."""
        kinds, words = self.sentence.kinds, self.sentence.words
        if words[at] not in ("which", "who") or kinds[at - 1] in ("PREP", "OF", "TO") or at + 2 >= end:
            return False
        if kinds[at + 1] == "COMMA":
            return kinds[at + 2] not in ("SUB", "IF")
        return kinds[at + 1] in MODALS and kinds[at + 2] == "COMMA"

    def _closed(self, at: int, end: int) -> int:
        for place in range(at + 1, min(end, at + 80)):
            if self.sentence.kinds[place] == "CLOSE":
                return place + 1
        return at + 1

    def _enclosed(self, at: int, head: int, end: int) -> Segment | None:
        """The constraint that fills a parenthesis ("call on him *(preferably at your level)*"), if any does."""
        close = self._closed(at, end) - 1
        if self._letters(at) or self.sentence.kinds[close] != "CLOSE":
            return None
        first = at + 1
        while first < close and self.sentence.kinds[first] == "ADVERB":
            first += 1
        segment = self._segment(first, head, close, False) if first < close else None
        if segment is None or segment.last != close - 1:
            return None
        return replace(segment, first=at + 1)

    def _is_content(self, at: int) -> bool:
        """True where "that" opens what is said, not where it points ("that matter")."""
        if self.sentence.kinds[at] != "THAT":
            return True
        if self.sentence.words[at - 2 : at] == ["above", "all"]:
            return True
        if self.sentence.words[at - 1] in ("all", "everything", "anything", "something", "much", "so", "such"):
            return False
        previous = self.sentence.kinds[at - 1]
        return previous not in ("PREP", "OF", "TO", "AND") or self.sentence.words[at - 1] in ("effect",)

    def _points(self, that: int, end: int) -> bool:
        """True where "that" points to a thing right behind a verb that tells nothing ("keep *that* option open")."""
        kinds, known, word = self.sentence.kinds, self.known, self.sentence.words[that - 1]
        if that + 1 >= end or kinds[that + 1] != "N" or word in self.lex.saying | known.telling | known.asking:
            return False
        for kind in kinds[that + 2 : end]:
            if kind in ("AND", "COMMA", "STOP", "PREP", "OF", "TO", "IF", "SUB"):
                return True
            if kind != "N":
                return False
        return True

    # --- constraints -------------------------------------------------------------------------------------------

    def _segment(self, at: int, head: int, end: int, relative: bool) -> Segment | None:
        sentence = self.sentence
        if at and sentence.words[at - 1] in self.known.no_limit_behind.get(sentence.words[at], ()):
            return None
        found = opener_at(sentence, at, self.lex)
        if found is not None:
            opener, after = found
            if self._opens(opener, at, after, head, end, relative):
                if opener.words == ("throughout",) and sentence.kinds[after] in OBLIQUE:
                    opener = replace(opener, kind="whole")  # "remain responsible *throughout* for the islands"
                if opener.kind == "whole" and self._as_soon_as(opener, after, end):
                    opener = replace(opener, kind="clauses")
                whole = opener.kind == "whole"
                last = self._both_ends(opener, after) if whole else self._reach(opener, at, after, end, head)
                last = self._explained(last, end)
                first = self.with_degree(at) if opener.kind == "whole" and after == at + 1 else at
                return Segment(opener.behind if at > head else opener.type, first, last, opener.kind)
        if found is None and sentence.kinds[at] == "TO" and not relative and self._moved(at, head, end):
            aim = front_opener_at(sentence, at, self.lex)
            if aim is not None:
                return Segment("purpose", at, self._reach(aim[0], at, aim[1], end, head), "clauses")
        if sentence.kinds[at] == "ADVERB" and not relative and not self._in_noun_phrase(at, end):
            kind = self.lex.adverbs.get(sentence.words[at])
            if kind is not None:
                last = at
                beside = self.lex.adverbs.get(sentence.words[at + 2]) if last + 2 < end else None
                if beside == kind and sentence.kinds[at + 1] == "AND":
                    last = at + 2  # "formally or informally"
                return Segment(kind, self.with_degree(at), last, "adverb")  # type: ignore[arg-type]
        return None

    def _explained(self, last: int, end: int) -> int:
        """The last token of a limit with what explains it: "on the same lines as before, *that is, by letter*"."""
        kinds, words = self.sentence.kinds, self.sentence.words
        if kinds[last + 1 : last + 2] != ["COMMA"] or last + 3 >= end:
            return last
        if words[last + 2] not in ("i.e.", "namely", "viz", "viz.") and words[last + 2 : last + 4] != ["that", "is"]:
            return last
        for at in range(last + 3, end):
            goes_on = kinds[at] == "AND" and kinds[at + 1 : at + 2] and kinds[at + 1] not in VERBS | ACTS_ANEW
            if kinds[at] in ("COLON", "STOP", "AND") and not goes_on and not abbreviates(self.sentence, at):
                return at - 1
        return end - 1

    def _both_ends(self, opener: Opener, after: int) -> int:
        """The last token of a constraint of fixed wording, a second purpose with it ("for your information *and
        guidance*")."""
        words = self.sentence.words
        twice = opener.type == "purpose" and words[after : after + 1] == ["and"]
        return after + 1 if twice and not self.known.purposes.isdisjoint(words[after + 1 : after + 2]) else after - 1

    def _as_soon_as(self, opener: Opener, after: int, end: int) -> bool:
        """True where "immediately" opens a clause that tells when: "advise *immediately he has left*"."""
        if opener.words not in (("immediately",), ("directly",)) or after + 1 >= end:
            return False
        kinds = self.sentence.kinds
        for at in range(after, min(end, after + 7)):
            if kinds[at] in AUXILIARIES:
                return at > after
            if kinds[at] not in SUBJECT_PARTS | {"THEY", "WE", "YOU", "IT", "THIS", "OF"}:
                return False
        return False

    def _moved(self, at: int, head: int, end: int) -> bool:
        """True where an infinitive tells what somebody or something is sent, called or brought together for."""
        kinds, words = self.sentence.kinds, self.sentence.words
        return (
            head + 1 < at < end - 1
            and kinds[at + 1] in VERBS
            and self.base(head) in self.known.moving
            and words[at - 1] not in self.known.taking_infinitive
            and self.known.bidding.isdisjoint(words[head + 1 : at])
            and self.known.explaining.isdisjoint(words[max(head + 1, at - 12) : at])  # "*asking* him to wait"
            and words[at - 1] != "on"  # "go on to say"
            and kinds[at - 1] not in VERBS
        )

    def _subject_end(self, at: int, head: int) -> int:
        """Where the subject ends that a constraint before the verb stands in: before its modal, else at the verb."""
        while head > at + 1 and self.sentence.kinds[head - 1] in BEFORE_HEAD:
            head -= 1
        return head

    def _in_noun_phrase(self, at: int, end: int) -> bool:
        """True where an adverb belongs to a noun: "the *first* meeting", "the machines *now* on their way"."""
        kinds = self.sentence.kinds
        after = kinds[at + 1] if at + 1 < end else "STOP"
        if self.sentence.words[at] == "immediately" and after != "STOP":
            return self.sentence.words[at + 1] in self.known.beside_immediately
        if self.sentence.words[at] == "first" and after in ("N", "NVERB", "GERUND", "SUB"):
            return True
        if kinds[at - 1] in ("DET", "YOUR", "THIS") and after in ("N", "NVERB", "NUM", "PAST", "PARTICIPLE"):
            return True
        at_time = self.lex.adverbs.get(self.sentence.words[at]) == "time"
        return at_time and kinds[at - 1] == "N" and (after in ("PREP", "PAST") or self.sentence.words[at + 1] == "en")

    def with_degree(self, at: int) -> int:
        """Where a word begins with its degree: "*most* urgently", "*very* early"."""
        return at - 1 if at and self.sentence.words[at - 1] in DEGREES else at

    def _opens(self, opener: Opener, at: int, after: int, head: int, end: int, relative: bool) -> bool:
        words, kinds, known = self.sentence.words, self.sentence.kinds, self.known
        word, before = words[at], words[at - 1] if at else ""
        if relative and (opener.kind != "clauses" or opener.type == "reason"):
            return False
        if after >= end and opener.kind != "whole":
            return False
        if kinds[at - 1] in ("TO", "OF", "PREP") and word in ("when", "where", "whether", "how") and at > head:
            return False
        verb = self.base(head)
        if opener.kind == "clauses" and self._asks(at, head):
            return False
        if 0 < at < head and opener.kind == "clauses" and opener.type == "time" and kinds[at - 1] != "COMMA":
            return False  # "the line we took *when he called* should"
        if word == "when" and opener.kind == "clauses" and at > head and self._foretells(after, end):
            return False
        if word in ("before", "after") and verb in known.placing and "TO" not in kinds[head:at]:
            return False
        if word == "to" and opener.type == "purpose" and opener.words[0] == "to" and opener.kind == "clauses":
            nouns = (words[n] for n in range(max(0, head - 5), head - 1) if kinds[n] not in ("BE", "BEEN", "IS", "WAS"))
            parted = kinds[at - 1] in ("COMMA", "ADVERB") and self.passive(head, end)
            return (
                (at > head + 1 or kinds[head] in PARTICIPLES)
                and (verb not in known.causing or parted)
                and before not in known.taking_infinitive
                and known.taking_infinitive.isdisjoint(nouns)
                and kinds[at - 1] not in VERBS
            )
        if opener.kind == "phrases" and verb in known.likening and self._as_what(opener, at):
            return words[head + 1] in known.light_objects  # "take place *as part of* the talks"
        if at > head + 1 and (kinds[at - 1] == "NOT" or self._asks(at - 1, head)):
            return False  # "made not *through* him but direct", "enquire when *after* the talks he left"
        if at < head and word == "as" and opener.type == "manner" and kinds[at - 1] == "N":
            return False  # "action *as requested* be taken"
        if opener.words[-1] == "as" and opener.type == "reason" and self._compares(after, end):
            return False
        if opener.words == ("as",) and self._measured(at):
            return False
        if opener.words[0] == "before" and self._in_front_of_body(after, end):
            return False
        if opener.words == ("as", "to") and at > head:
            return False
        if self._adjectival(opener, after, end):
            return False
        if opener.words == ("immediately",) and after < end and words[after] in known.beside_immediately:
            return False
        if opener.words == ("by", "NUMBER") and words[at + 1].isalpha() and kinds[at + 1] in ("NUM", "NUMBER"):
            return False
        if opener.at_head and at > 0 and kinds[at - 1] not in CLAUSE_HEADS:
            return opener.behind == "condition" and (kinds[after] in SUBJECTS or opener.words[-1] == "that")
        if word == "in" and opener.type == "condition" and before in known.taking_in:
            return False
        if opener.words == ("as",):
            return (
                kinds[at - 1] == "COMMA" and kinds[after] != "GERUND" and not likens(self.sentence, after, end)
            ) or (
                (kinds[after] in ("WE", "THEY", "IT", "THERE") and self._finite(after, end))
                or (kinds[after] in ("WE", "THEY") and kinds[after + 1] in VERBS | {"PAST", "HOPE", "PRESUME"})
                or (kinds[after] in ("DET", "THIS") and self._own_verb(after, end))
                or kinds[after] in ("HAVE", "SHOULD")
                or (kinds[after] == "THAT" and kinds[after + 1 : after + 2] in ONE_FINITE)
                or (kinds[after] == "N" and self._clause_ahead(after, end))
            )
        return not (opener.words == ("since",) and kinds[after] in ("NUM", "NUMBER"))

    def _foretells(self, at: int, end: int) -> bool:
        """True where "when" tells what will be, no time to act at ("see him on Monday *when he will* be back")."""
        kinds = self.sentence.kinds
        modal = next((place for place in range(at, min(end, at + 7)) if kinds[place] in FINITES), None)
        return modal is not None and kinds[modal] in ("WILL", "SHALL")

    def _asks(self, at: int, head: int) -> bool:
        """True where "if", "when" or "where" opens what is asked or told: "ascertain *if* he will", told *when*."""
        words, kinds, asking = self.sentence.words, self.sentence.kinds, self.known.asking
        if words[at] not in ("if", "when", "where") or at <= head:
            return False
        if words[at] == "if" and words[at - 1] in self.known.asked_after and kinds[head] in NOUN_HEADS:
            return kinds[at + 1] in CLAUSE_OPENS and "SHOULD" not in kinds[at:]  # "grateful for advice *if* any ship"
        if words[at - 1] in asking and kinds[at - 2] == "TO" and at - 2 > head:
            return True  # "try to ascertain *if* he"
        if self.base(head) not in asking:
            return False
        place = at - 1
        while place > head and kinds[place] == "ADVERB":  # "ascertain also if"
            place -= 1
        told = kinds[place] in PARTICIPLES and all(kind in ("BE", "ADVERB") for kind in kinds[head:place])
        return told or words[place] in asking or words[place] in ("me", "us", "know", "him", "them")

    def _adjectival(self, opener: Opener, after: int, end: int) -> bool:
        """True where a word that may tell when belongs to a noun ("*later* changes")."""
        return opener.words == ("later",) and after < end and self.sentence.kinds[after] in ("N", "NVERB")

    def _as_what(self, opener: Opener, at: int) -> bool:
        """True where "as" tells what a thing is taken for ("treat it *as a* refusal"), not how it
        was told ("*as suggested* by Farrow")."""
        place = at + (opener.words[0] == "only")
        return self.sentence.words[place] == "as" and self.sentence.kinds[place + 1] not in PARTICIPLES

    def _own_verb(self, at: int, end: int) -> bool:
        """True where a finite verb follows that stands in no clause under the noun ("as *the talks will fail*", not "as
        *a sign that* the talks will fail")."""
        for kind in self.sentence.kinds[at : min(end, at + 9)]:
            if kind in FINITES or kind == "HAVE":
                return True
            if kind in ("THAT", "WH", "COLON", "SUB", "IF"):
                break
        return self._clause_ahead(at, end)

    def _compares(self, after: int, end: int) -> bool:
        """True where "as" only sets beside, or opens a topic ("as *well as*", "as *near as*", "as *to*")."""
        words = self.sentence.words
        beside = after + 1 < end and (words[after] in ("well", "regards", "concerns") or words[after + 1] == "as")
        return beside or self.sentence.kinds[after] == "TO"

    def _measured(self, at: int) -> bool:
        """True where "as" closes a measure ("as *near* to the port *as* the Board allows")."""
        kinds, words = self.sentence.kinds, self.sentence.words
        for place in range(at - 2, max(0, at - 8), -1):
            if words[place] == "as":
                return kinds[place + 1] not in PARTICIPLES and words[place + 1] in self.known.measured
            if kinds[place] in CLAUSE_BOUNDS:
                return False
        return False

    def _in_front_of_body(self, at: int, end: int) -> bool:
        """True where "before" tells the place, not the time ("before *the Council*", not "before *it meets*")."""
        kinds, words = self.sentence.kinds, self.sentence.words
        for place in range(at, min(end, at + 4)):
            if words[place] in self.known.bodies:
                return place + 1 >= end or kinds[place + 1] not in BEHIND_BODY
            if kinds[place] not in ("DET", "N"):
                return False
        return False

    def _verb_of(self, head: int) -> int:
        """The token of the verb itself: of "be instructed", that of "instructed"."""
        place = head
        while place + 1 < len(self.sentence) and self.sentence.kinds[place] in ("BE", "ADVERB"):
            place += 1
        return place

    def base(self, head: int) -> str:
        """The verb of an act as one word: of "be instructed", "instruct"."""
        words, place = self.sentence.words, self._verb_of(head)
        if not self.passive(head, len(words)):
            return words[head]
        return self.lex.verb_forms.get(words[place], ("", words[head]))[1]

    def _finite(self, at: int, end: int) -> bool:
        return any(k in FINITES or k == "HAVE" for k in self.sentence.kinds[at : min(end, at + 9)])

    def _reach(self, opener: Opener, at: int, after: int, end: int, head: int) -> int:
        """Last token of a constraint that takes a phrase or clause."""
        kinds, words = self.sentence.kinds, self.sentence.words
        place = after
        # "with a view to: (a) …; (b) …"
        listed = after < end and kinds[after] in ("COLON", "OPEN") and opener.words[-1] != "as"
        if listed and opener.kind == "phrases" and kinds[after : after + 2] != ["COLON", "OPEN"]:
            return after - 1  # "on the following lines: we agree"
        opened = False
        while place < end:
            kind = kinds[place]
            if listed and kind == "COLON" and (place == after or kinds[place + 1 : place + 2] == ["OPEN"]):
                place += 1
                continue
            if kind in ("COLON", "STOP") and words[place] in ";:?!." and (words[place] != "." or place + 1 >= end):
                break
            if kind == "AND" and not opened and kinds[place + 1 : place + 2] == ["OPEN"] and self._lettered(place + 1):
                break  # "to win them over *and (c)* propose"
            if kind == "OPEN":
                opened = True
                lettered = self._letters(place)
                if lettered and not listed and kinds[place - 1] in ("COMMA", "AND", "COLON") and place > after:
                    break
                listed = listed or lettered
                place = self._closed(place, end)
                continue
            if kind == "QUOTE" and self.quotes.get(place, end) < end:
                place = self.quotes[place] + 1
                continue
            if words[place : place + 2] == ["the", "following"] and kinds[place - 1] == "N":
                break
            if words[place : place + 3] == ["of", "the", "following"] and place > after:
                break  # "bring to him before his return *the following* message"
            if opener.kind == "phrases":
                if kind in PHRASE_ENDS and self._ends_phrase(opener, place, after, end):
                    break
                if words[place] in self.known.explaining and kinds[place - 1] in ("N", "NUM", "MONTH", "DAY"):
                    break  # "on his return *advising that*…"
                if kind == "AND" and self._verb_ahead(place + 1, end) and not self._one_verb(place, place + 1, at):
                    break
                if kind == "AND" and place + 1 < end and kinds[place + 1] in MODALS:
                    break
                if kind == "AND" and place + 2 < end and self._subject_and_verb(place + 1):
                    break
                if (
                    kind == "AND"
                    and kinds[place + 1 : place + 3] == ["OF", "GERUND"]
                    and "GERUND" not in kinds[max(at, place - 20) : place]
                ):
                    break
                if kind == "AND" and words[place + 1 : place + 2] in (["a"], ["an"]) and self._gapped(place + 1, end):
                    break
                bare = place == after and (opener.type != "time" or self._whole_phrase(at, place, head, end))
                if (place > after + 1 or bare) and kind in ("DET", "YOUR", "WH") and kinds[place - 1] == "N":
                    break  # "by urgent cable *the* text"
                inner = opener_at(self.sentence, place, self.lex)
                limited = inner is not None and not self._adjectival(inner[0], inner[1], end)
                limited = limited and inner is not None and inner[0].words != ("as", "to")
                if inner is not None and limited and (place > after or inner[0].kind == "whole"):
                    break
                infinitive = kind == "TO" and place + 1 < end and kinds[place + 1] in VERBS
                if infinitive and (place > after or opener.words[-1] in ("background", "earliest")):
                    break
            elif kind == "COMMA" and self._parts_verb(place, after) and "COMMA" in kinds[place + 1 : end]:
                place = kinds.index("COMMA", place + 1)  # "so that, *if this is so,* we can"
            elif kind == "COMMA" and words[after] == "only" and not self._finite_between(after, place):
                break  # "even if only in part, *as*…"
            elif kind == "COMMA" and kinds[at - 1] == "COMMA" and opener.type in ("condition", "time"):
                if self._finite_between(after, place) or kinds[place + 1 : place + 2] == ["THAT"]:
                    break
            elif kind == "COMMA" and place + 1 < end:
                if words[place + 1] == "but" and self._clause_ahead(place + 2, end):
                    break
                if self._singled_out(place + 1, end):
                    break
                if (kinds[place + 1] in CLAUSE_MARKS and not self._listed(place, end)) or opener_at(
                    self.sentence, place + 1, self.lex
                ):
                    break
            elif self._clause_ends(opener, at, place, after, end) or self._back_to_act(opener, at, place, head, after):
                break
            elif (
                kind == "AND"
                and place + 1 < end
                and kinds[place + 1] in VERBS
                and (kinds[place + 1] != "NVERB" or words[place + 1] in self.known.answering)
                and self._acts(place + 1, end)
                and opener.words[-1] != "to"
                and not self._one_verb(place, place + 1, at)
            ):
                if (
                    kinds[place - 1] == "COMMA"
                    or (words[place + 1] in self.known.answering and words[place] != "or")
                    or words[place + 2 : place + 3] in (["me"], ["us"])
                    or kinds[place - 1] in MODALS  # "as far as you can and"
                    or not self._finite_between(after, place)
                ):
                    break
            elif kind == "PLEASE" or (kind == "AND" and self._begins_anew(place + 1, end)):
                break
            if kind == "AND" and self._asked_too(place + 1, head) and self._finite_between(after, place):
                break
            place += 1
        asked = words[place + 1 : place + 2] and words[place + 1] in CONTENT_WORDS  # "ascertain, by cable, *what*"
        if opener.kind == "phrases" and kinds[place : place + 2] == ["COMMA", "WH"] and not asked:
            place = next((p for p in range(place + 2, end) if kinds[p] in ("COMMA", "COLON", "STOP")), end)
        elif opener.kind == "phrases" and words[place : place + 1] in RELATIVES and kinds[place - 1] in ("N", "ADVERB"):
            place = next((p for p in range(place + 1, end) if self._ends_relative(p, end)), end)
        last = place - 1
        while last > at and kinds[last] in ("COMMA", "AND", "STOP", "COLON"):
            last -= 1
        return last

    def _parts_verb(self, comma: int, after: int) -> bool:
        """True where a comma parts the opener from its clause, no opener that is a clause itself ("*as you propose*,"),
        or an auxiliary from its verb ("as he *might*, you will see, *refuse*")."""
        before = self.sentence.kinds[comma - 1]
        if comma == after:
            return before not in WISHING | {"VERB", "PAST"}
        return before in MODALS | {"IS", "WAS", "HAS", "HAD", "BE"}

    def _ends_relative(self, at: int, end: int) -> bool:
        """True where a relative clause ends: at no "and" between two nouns of it ("approved by *Hull and Casey*")."""
        kinds = self.sentence.kinds
        between = kinds[at] == "AND" and kinds[at - 1] == "N" and kinds[at + 1 : at + 2] == ["N"]
        return kinds[at] in RELATIVE_ENDS and not (between and not self._clause_ahead(at + 1, end))

    def _gapped(self, place: int, end: int) -> bool:
        """True where a subject and a participle stand at a token, "be" left out ("and *a copy sent* to him")."""
        kinds = self.sentence.kinds
        at = place + 1
        while at < min(end - 1, place + 5) and kinds[at] in ("N", "ADVERB"):
            at += 1
        return at > place + 1 and at + 1 < end and kinds[at] in PARTICIPLES and kinds[at + 1] in BEHIND_PARTICIPLE

    def _answered(self, place: int, end: int) -> bool:
        """True where a condition with its own main clause stands behind "and" ("but *if you wish I shall* do so")."""
        found = opener_at(self.sentence, place, self.lex) if place < end else None
        if found is None or found[0].type != "condition" or found[0].kind != "clauses":
            return False
        kinds = self.sentence.kinds
        finite = found[1] < end and kinds[found[1]] in SUBJECTS
        for at in range(found[1] + 1, min(end - 1, place + 25)):
            if kinds[at] == "COMMA" and finite and kinds[at + 1] in SUBJECTS and kinds[at + 2] in MODALS:
                return True
            if kinds[at] in ("COMMA", "COLON", "AND"):
                return False
            if finite and kinds[at] in SUBJECTS and kinds[at + 1] in MODALS:
                return True
            finite = finite or kinds[at] in FINITES
        return False

    def _letters(self, at: int) -> bool:
        """True where the letter of an item in a list stands at a token: "(b)", not "(see paragraph 3)"."""
        letter = self.sentence.words[at + 1 : at + 2]
        if self.sentence.kinds[at + 2 : at + 3] != ["CLOSE"] or not letter:
            return False
        return len(letter[0]) == 1 or set(letter[0]) <= set("ivx")

    def _subject_and_verb(self, at: int) -> bool:
        """True where a pronoun and its verb stand at a token ("as set out in his note but *this might* be altered")."""
        kinds = self.sentence.kinds
        return kinds[at] in CLAUSE_SUBJECTS and (kinds[at + 1] in FINITES or kinds[at + 1] == "HAVE")

    def _asked_too(self, place: int, head: int) -> bool:
        """True where a further thing asked for stands behind the clause of a limit: "an estimate as the matter develops
        *and early advice*"."""
        words = self.sentence.words
        asked = (
            self.sentence.kinds[head] in NOUN_HEADS and words[place : place + 1] and words[place] in self.known.timely
        )
        return bool(asked) and not self.known.asked_for.isdisjoint(words[place + 1 : place + 3])

    def _whole_phrase(self, at: int, place: int, head: int, end: int) -> bool:
        """True where a phrase of time ends with its opener, the object behind it ("keep *in your reply* the tone")."""
        return at == head + 1 and self.sentence.kinds[place - 1] in ("N", "NVERB") and not self._own_verb(place, end)

    def _ends_phrase(self, opener: Opener, place: int, after: int, end: int) -> bool:
        """True where a mark or a clause ends the phrase of a constraint: no stop of an abbreviation ("my telegram
        No*.* 36"), no comma in a date ("of 21st October*,* 1939")."""
        kinds, words = self.sentence.kinds, self.sentence.words
        if abbreviates(self.sentence, place):
            return False
        if kinds[place] == "THAT" and kinds[place - 1] in OBLIQUE and kinds[place + 1 : place + 2] == ["N"]:
            return False  # "as set out in *that telegram*"
        if kinds[place] == "COMMA" and place + 1 < end and kinds[place + 1] == "NUM":
            year = len(words[place + 1]) == 4 and "MONTH" in kinds[place - 2 : place]
            return not year and kinds[place - 1] != "DAY"
        return place > after or (kinds[place] == "COMMA" and len(opener.words) > 1)

    def _back_to_act(self, opener: Opener, at: int, place: int, head: int, after: int) -> bool:
        """True where what the verb of the act waits for follows a clause put in behind it: "ask Hull if he calls on you
        *to wait*", "let us know without telling the Board *what* it will do"."""
        kinds, words = self.sentence.kinds, self.sentence.words
        if at <= head or place <= after + 1:
            return False
        if kinds[place] == "TO" and kinds[place - 1] in ("VERB", "NVERB", "PAST", "ADVERB"):
            return (
                self.base(head) in self.known.causing
                and "TO" not in kinds[head + 1 : at]
                and kinds[at - 1] in BIDDEN
                and kinds[place + 1] in VERBS
                and words[place - 1] not in self.known.causing | self.known.taking_infinitive
                and not SUBJECTS.isdisjoint(kinds[after:place])
            )
        if kinds[place] == "THAT" and kinds[place - 1] not in OBLIQUE:
            return self._still_to_say(head, at) and self.lex.saying.isdisjoint(words[after:place])
        meets = kinds[place - 2] == "DET"  # "before the *meeting*"
        ends = ("N", "NUM", "CLOSE", "COMMA", "DAY", "MONTH", "NVERB", *(("GERUND",) if meets else ()))
        if kinds[place - 1] not in ends:
            return False
        if (
            kinds[place] in ("DET", "YOUR")
            and opener.type == "time"
            and "COMMA" not in (kinds[at - 1], kinds[place - 1])
        ):
            return self._without_object(head, at) and not self._finite_between(after, place)
        if kinds[place] == "TO" and kinds[place + 1 : place + 2] and kinds[place + 1] in VERBS:
            waits = self.base(head) in self.known.causing and "TO" not in kinds[head + 1 : at]
            return waits and kinds[at - 1] in BIDDEN and not CLAUSE_VERBS.isdisjoint(kinds[after:place])
        return words[at - 1] in self.known.asking and words[place] in CONTENT_WORDS

    def _still_to_say(self, head: int, at: int) -> bool:
        """True where what is said is still to come at a token: "point out *…*", "make sure *…*", "say to him *…*"."""
        if "THAT" in self.sentence.kinds[head + 1 : at]:
            return False
        said = self.base(head) in self.lex.saying and at <= head + 7 and self._without_object(head, at)
        return said or self.sentence.words[at - 1] in ("out", "sure", "certain", "clear")

    def _without_object(self, head: int, at: int) -> bool:
        """True where nothing, or only somebody spoken to, stands between a verb and a token ("raise *with Hull*")."""
        kinds = self.sentence.kinds
        if self.passive(head, at) or kinds[head] not in VERBS:
            return False
        place = head + 1
        if self.sentence.words[place] in ("out", "up"):
            place += 1
        if place < at and kinds[place] in ("PREP", "TO") and not self._verb_ahead(place + 1, at):
            place += 1
            while place < at and kinds[place] in ("DET", "N", "OF", "OBJECT_PRONOUN", "YOUR", "ADVERB", "PAST"):
                place += 1
        while place < at and kinds[place] in ("ADVERB", "COMMA"):
            place += 1
        return place == at

    def _clause_ends(self, opener: Opener, at: int, place: int, after: int, end: int) -> bool:
        """True where a limit or a clause of its own begins behind the clause of a constraint."""
        kinds = self.sentence.kinds
        if kinds[place] == "AND" and self._turns(place + 1, after, end):
            return True
        if place == after:
            return False
        if opener.type == "time" and kinds[place - 1] in MODALS and kinds[place] in ("DET", "YOUR", "WH"):
            return True  # "as soon as you can *the text*"
        if kinds[place : place + 2] == ["AND", "THAT"] and opener.type != "manner" and "THAT" not in kinds[at:place]:
            return place + 2 < end and self._clause_behind_that(place + 2, end)
        return (opener.type == "time" and self._next_time(place, end)) or self._limits_clause(opener, place)

    def _next_time(self, at: int, end: int) -> bool:
        """True where "and" joins a further time, or a clause of its own, to one of time ("as soon as the talks end *and
        before* the Assembly", "before it appears, *and that* you will…")."""
        kinds = self.sentence.kinds
        if kinds[at] != "AND" or at + 1 >= end:
            return False
        found = opener_at(self.sentence, at + 1, self.lex)
        if found is not None and found[0].type == "time":
            return found[0].words[0] in ("before", "after", "not", "within")
        return kinds[at - 1] == "COMMA" and (kinds[at + 1] == "THAT" or self._clause_ahead(at + 1, end))

    def _limits_clause(self, opener: Opener, place: int) -> bool:
        """True where a limit on the act itself stands behind a clause of time, no comma between ("before it meets *to
        enable* us")."""
        found = opener_at(self.sentence, place, self.lex)
        if found is None or len(found[0].words) < 2:
            return False
        if opener.type == "time" and self.sentence.kinds[place - 1] in MODALS:
            return True
        if found[0].kind != "clauses":
            return False
        if self.sentence.kinds[place] == "GERUND":
            return found[0].type == "manner"
        of_act = opener.type == "time" or (opener.type == "manner" and len(found[0].words) > 3)
        return of_act and found[0].type == "purpose" and self.sentence.kinds[place - 1] not in VERBS

    def _begins_anew(self, place: int, end: int) -> bool:
        """True where a wish with its own subject stands behind "and": "until he comes *but I should* like"."""
        kinds = self.sentence.kinds
        return place < end and (self._wish(place, end) or (kinds[place] == "WE" and self._wish(place + 1, end)))

    def _turns(self, place: int, after: int, end: int) -> bool:
        """True where a clause or constraint of its own begins behind "and" ("if he asks, *and we hope*…")."""
        if place < end and self.sentence.kinds[place] == "WE":
            return place + 1 < end and (self._finite(place + 1, end) or self.sentence.kinds[place + 1] in WISHING)
        inner = opener_at(self.sentence, place, self.lex) if place < end else None
        if inner is None or inner[0].kind != "clauses" or inner[0].type == "aside":
            return False
        return self._finite_between(after, place) or len(inner[0].words) > 2

    def _verb_ahead(self, place: int, end: int) -> bool:
        """True where a base verb stands at a token, behind adverbs and "to"."""
        kinds = self.sentence.kinds
        while place < end and kinds[place] in ("ADVERB", "TO"):
            place += 1
        return place < end and kinds[place] in VERBS

    def _finite_between(self, first: int, last: int) -> bool:
        """True where a clause with a finite verb, not a bare phrase, stands between two tokens."""
        kinds = self.sentence.kinds
        if any(k in FINITES or k in ("PAST", "HAVE") for k in kinds[first:last]):
            return True
        return any(kinds[at] in ("WE", "THEY") and kinds[at + 1] == "VERB" for at in range(first, last - 1))

    def _listed(self, comma: int, end: int) -> bool:
        """True where the comma stands in a list of nouns or clauses that goes on."""
        if self.sentence.kinds[comma + 1] != "AND" or comma + 2 >= end:
            return False
        place = self._behind_connectives(comma + 2, end)
        return place >= end or self.sentence.kinds[place] not in VERBS | {"PLEASE", "YOU", "WE", "TO"}

    def _behind_connectives(self, place: int, end: int) -> int:
        """The first token from `place` on that is no connective."""
        while place < end:
            size = discourse_at(self.sentence, place, self.lex)
            if not size and self.sentence.kinds[place] != "ADVERB":
                break
            place += size or 1
        return place

    def _singled_out(self, place: int, end: int) -> int:
        """The verb of a further act that a comma and words like "in particular" single out ("…, *in particular avoid*
        comment"); 0 where none stands behind the comma."""
        words, kinds = self.sentence.words, self.sentence.kinds
        for size in (1, 2, 3, 4):
            if tuple(words[place : place + size]) in self.known.singling and place + size < end:
                verb = place + size + (kinds[place + size] == "COMMA")
                if verb < end and kinds[verb] in LISTED_VERBS and self._acts(verb, end):
                    return verb
        return 0

    # --- conjuncts ---------------------------------------------------------------------------------------------

    def _conjunct(
        self, at: int, end: int, head: int, introducer: str | None, content: bool, infinitive: bool
    ) -> Joined | bool:
        """What "and" (or a comma) does at a token: a joined act, True where the act ends, False where it goes on."""
        kinds, words = self.sentence.kinds, self.sentence.words
        place = at + 1
        singled = kinds[at] == "COMMA" and self._singled_out(place, end) > 0
        if kinds[at] == "COMMA" and not singled:
            if place < end and kinds[place] == "AND":
                return False
            if place < end and kinds[place] == "THAT" and introducer == "THAT":
                return True
            verb = place < end and kinds[place] in LISTED_VERBS and self._acts(place, end)
            verb = verb and kinds[place + 1 : place + 2] not in (["AND"], ["COMMA"])  # "A, *pay* and finance"
            if not verb or words[place] == "say" or not self._list_goes_on(place, end):
                return place < end and (
                    (kinds[place] in ("PLEASE", "WE") and self._finite(place, end))
                    or (kinds[place] in ("DET", "N", "IT", "THIS") and self._clause_ahead(place, end))
                )
        if introducer == "IF" and not content and self.if_anew(at, end):
            return True
        commas = int(singled)
        before: list[Segment] = []
        while place < end:
            inserted = opener_at(self.sentence, place, self.lex)
            connective = discourse_at(self.sentence, place, self.lex)
            if connective:
                place += connective
            elif inserted is not None and inserted[0].kind == "whole":
                before.append(Segment(inserted[0].behind, place, inserted[1] - 1, "inserted"))
                place = inserted[1]
            elif kinds[place] == "OPEN" and self._lettered(place):
                place += 3
            elif kinds[place] in ("ADVERB", "COMMA"):
                commas += kinds[place] == "COMMA"
                known = self.lex.adverbs.get(words[place])
                if known is not None:
                    before.append(Segment(known, self.with_degree(place), place, "adverb"))  # type: ignore[arg-type]
                place += 1
            elif inserted is not None and (further := self._behind_limit(inserted, place, end)):
                last = further - 1 - (kinds[further - 1] == "COMMA")
                before.append(Segment(inserted[0].behind, place, last, "inserted"))
                commas += 1
                place = further
            elif (inserted is not None and place > at + 1 and kinds[place - 1] == "COMMA") or (
                inserted is not None and inserted[0].type in ("condition", "limit")
            ):
                closing = next((p for p in range(inserted[1], min(end, place + 25)) if kinds[p] == "COMMA"), None)
                if closing is None:
                    if kinds[at] == "AND" and self._bids(inserted[1], end):
                        return True  # "and failing this *you should*"
                    break
                commas += 1
                before.append(Segment(inserted[0].behind, place, closing - 1, "inserted"))
                place = closing + 1
            else:
                break
        if place >= end or self._one_verb(at, place, head):
            return False
        if kinds[at - 1] in ("YOU", "WE") and kinds[at - 2] == "WH" and kinds[place] not in VERBS:
            return False  # "the terms on which *you and the Board* agree"
        negated = False
        if kinds[place] == "NOT" or (kinds[place] == "DO" and place + 1 < end and kinds[place + 1] == "NOT"):
            negated = True
            place += 1 if kinds[place] == "NOT" else 2
            while place < end and kinds[place] in ("ADVERB",):
                place += 1
            if place >= end:
                return False
        if kinds[place : place + 3] == DENIAL and place + 3 < end and not content:
            negated = True  # "and *on no account* show it"
            place += 3
            if kinds[place] in MODALS:
                return kinds[at] == "AND"
        stands_before = tuple(before)
        kind = kinds[place]
        if kind == "PLEASE":
            return True
        if content and self._told_on(at, place, head):
            return False
        told = content and self._told_of_sender(head, at) and "YOUR" not in kinds[place : place + 8]
        if kind == "IS" and kinds[at] == "AND" and kinds[place + 1 : place + 2] == ["TO"] and not content:
            return "WH" not in kinds[head:at]  # "he is to see it *and is to* report"
        if kinds[at] == "AND" and words[place : place + 3] in IN_THAT_CASE:
            return True
        if kinds[at] == "AND" and not content and kind in JUDGED and kinds[place + 1 : place + 2] in JUDGED_OF:
            return True  # "it can wait *but desirable for* you to"
        if kinds[at] == "AND" and not content and words[place] in ("which", "who") and "WH" not in kinds[head:at]:
            return kinds[at - 1] != "COMMA" or kinds[place + 1] in FINITES  # "which you should see *but which* will"
        inserted_first = kinds[at] == "AND" and bool(before) and before[-1].kind == "inserted" and commas > 1
        if (
            inserted_first
            and not content
            and kind in CLAUSE_OPENS
            and not FINITES.isdisjoint(kinds[place : place + 24])
        ):
            return True  # "and, apart from this, the *Board could* meet"
        if kind in MODALS and kinds[at] == "AND" and (not content or (self._wish(place, end) and not told)):
            return True
        if kind == "IS" and kinds[at] == "AND" and not content and self._is_to(place, end):
            return True
        if kind == "HOPE" or (kind == "WE" and self._wish(place + 1, end) and not told):
            return True
        if kinds[at] == "AND" and self._other_wishes(place, end, content):
            return True
        if kind in PRESENT and words[place][-1] == "s" != words[place][-2]:  # "…, and suggests that"
            return True
        if not content and kinds[place + (kind == "WE") :][:1] == ["DESIRE"] and kinds[at - 1] != "TO":
            return True
        if kind == "THAT" and kinds[at] == "AND" and not content and self._clause_behind_that(place + 1, end):
            return self.known.explaining.isdisjoint(words[head + 1 : at])  # "*pointing* out it has gone and that"
        if kind == "TO" and introducer == "TO" and place + 1 < end and kinds[place + 1] in VERBS and not content:
            return Joined(place + 1, place + 1, negated, stands_before) if not infinitive else False
        if kind == "TO" and kinds[at] == "AND" and not content and self._infinitive_anew(place, head, end):
            return Joined(place + 1, place + 1, negated, stands_before)
        if kind == "THAT" and introducer == "THAT" and not content:
            return True
        if kind in WISHING and self._of_sender(place, end):
            return True
        if kinds[head] == "GERUND" and not content and self._same_gerund(at, head, end):
            return Joined(at + 1 + (kind != "GERUND"), at + 1 + (kind != "GERUND"), negated, stands_before)
        if kind in VERBS and self._acts(place, end):
            inner = self._nonfinite(head, at) if content else infinitive and not commas and kinds[at - 1] != "COMMA"
            denied = negated and not (content and words[at : at + 2] == ["and", "not"])
            lettered = kinds[place - 1] == "CLOSE"
            if inner and not denied and not lettered and not self._comes_back(at, place, content):
                return False
            if kinds[head] in NOUN_HEADS or kinds[head] in PARTICIPLES:
                return True  # "we are glad of your answer *and note* that": no verb to share the cue with
            return Joined(place, place, negated, stands_before)
        if content:
            parted = kinds[at - 1] == "COMMA" or place > at + 1  # "and *therefore* you should"
            return kind == "YOU" and place + 1 < end and kinds[place + 1] in MODALS and parted
        if kind in SUBJECTS and place + 1 < end and kinds[place + 1] != "COMMA" and self._finite(place + 1, end):
            return kinds[at] != "AND" or not self._awaits_verb(at, head, introducer)
        opens = kinds[at] == "AND" and kind in CLAUSE_OPENS
        return opens and self._clause_ahead(place, end) and not self._awaits_verb(at, head, introducer)

    def if_anew(self, at: int, end: int) -> bool:
        """True where "and if" goes on with what one would be glad of ("grateful if you would wait *and if the Board
        could be told*"), no condition ("and if he agrees tell him")."""
        kinds = self.sentence.kinds
        if kinds[at : at + 2] != ["AND", "IF"]:
            return False
        if kinds[at + 2 : at + 3] == ["WE"]:
            return True
        behind = (k for k in kinds[at + 2 : min(end, at + 16)] if k in FINITES or k in CLAUSE_BOUNDS)
        return next(behind, "") in ("WOULD", "COULD", "MIGHT")

    def _behind_limit(self, inserted: tuple[Opener, int], place: int, end: int) -> int:
        """The verb of a further act behind a limit that begins right behind "and" ("and *in view of the delay* send
        him back", "and *before he leaves,* ask him"); 0 where no act stands there."""
        kinds = self.sentence.kinds
        opener, after = inserted
        clause = opener.kind == "clauses" and opener.words[-1] not in ("of", "to", "for", "with")
        if kinds[place - 1] not in ("AND", "ADVERB"):
            return 0
        for at in range(after + 1, min(end - 1, place + 25)):
            kind = kinds[at]
            if kind == "COMMA":
                return at + 1 if kinds[at + 1] in LISTED_VERBS and self._acts(at + 1, end) else 0
            if kind in CLAUSE_BOUNDS or (not clause and kind in FINITES):
                return 0
            if kind in ("VERB", "NVERB") and not clause and kinds[at - 1] in NOUN_ENDS | {"NUM", "ADVERB", "THIS"}:
                objects = OBJECT_NEXT - {"STOP"} if kind == "VERB" else OBJECTS
                if kinds[at + 1] in objects:
                    return at
        return 0

    def _awaits_verb(self, at: int, head: int, introducer: str | None) -> bool:
        """True where "and" joins two nouns that are the subject of a clause begun before it: "ask which *ships and
        ports* are meant", "that the *drafts and notes* are kept"."""
        kinds = self.sentence.kinds
        for place in range(at - 1, max(head, at - 12) - 1, -1):
            kind = kinds[place]
            if place == head:
                return introducer == "THAT" and kind in NOUN_HEADS
            if kind in FINITES or kind in VERBS or kind in ("HAVE", "PAST", "COMMA", "COLON"):
                return False
            if kind in ("WH", "SUB", "THAT"):
                return kinds[place - 1] not in OBLIQUE
        return False

    def _is_to(self, place: int, end: int) -> bool:
        """True where "is to", "are not to" and a verb stand at a token."""
        kinds = self.sentence.kinds
        to = place + 1 + (kinds[place + 1 : place + 2] == ["NOT"])
        return to + 1 < end and kinds[to] == "TO" and kinds[to + 1] in VERBS

    def _told_of_sender(self, head: int, at: int) -> bool:
        """True where what is told is about the sender: in "tell him *that we* agree and would welcome talks" the wish
        is told too."""
        kinds = self.sentence.kinds
        that = next((place for place in range(max(head, at - LONGEST_TOLD), at) if kinds[place] == "THAT"), None)
        return that is not None and kinds[that + 1] == "WE"

    def _told_on(self, at: int, place: int, head: int) -> bool:
        """True where what is told goes on behind "and" with a verb of the same form, or a hope of him who is told of:
        "say that they *would* wait and *would* suggest…", "that they agree *and hope it will* last"."""
        kinds = self.sentence.kinds
        if kinds[at] != "AND" or kinds[at - 1] == "COMMA":
            return False
        if kinds[place] == "HOPE":
            return not {"YOU", "YOUR"} & set(kinds[place + 1 : place + 4])
        last = next((kind for kind in reversed(kinds[max(head + 1, at - 20) : at]) if kind in FINITES), "")
        return kinds[place] in MODALS and kinds[place] == last and "YOU" not in kinds[place + 1 : place + 6]

    def _clause_behind_that(self, place: int, end: int) -> bool:
        """True where a clause begins behind "that": one of the addressee's, one behind a limit, or one with a finite
        verb."""
        opens = place < end and self.sentence.kinds[place] in ("YOU", "COMMA")
        named = (
            place < end and self.sentence.kinds[place] == "N" and self.sentence.kinds[place + 1 : place + 2] == ["AND"]
        )
        return opens or named or self._finite(place, end) or "BE" in self.sentence.kinds[place : min(end, place + 9)]

    def _lettered(self, place: int) -> bool:
        """True where a letter or number in brackets opens a further act: "and *(c)* propose"."""
        kinds = self.sentence.kinds
        return kinds[place + 2 : place + 3] == ["CLOSE"] and kinds[place + 3 : place + 4] != ["STOP"]

    def _infinitive_anew(self, to: int, head: int, end: int) -> bool:
        """True where "to" and a verb go with the cue, no infinitive before them: "asks him wait *and to hear*"."""
        kinds = self.sentence.kinds
        if to + 1 >= end or kinds[to + 1] not in VERBS - {"NVERB"} or kinds[head] not in VERBS:
            return False
        return not any(kinds[at] == "TO" and kinds[at + 1] in VERBS for at in range(max(head, to - 40), to))

    def _one_verb(self, at: int, place: int, head: int) -> bool:
        """True where "and" binds two verbs into one, or two under an infinitive or modal of their own: "*try and see*
        him", "refuse to *support or oppose* it", "which might *cause or help* delay"."""
        kinds = self.sentence.kinds
        if kinds[place] in MODALS and kinds[at - 1] in MODALS:
            return True  # "a step which *would or might* delay it"
        if kinds[place] not in VERBS or place > at + 1:
            return False
        if at == head + 1:
            return self.sentence.words[head] in self.known.light
        if self.sentence.words[place] in self.known.answering:
            return False
        return at > head + 2 and kinds[at - 1] in VERBS - {"BE", "HAVE"} and kinds[at - 2] in MODALS | {"TO"}

    def _bids(self, place: int, end: int) -> bool:
        """True where the addressee is told what to do behind a phrase that begins before a token."""
        kinds = self.sentence.kinds
        for at in range(place, min(end - 1, place + 12)):
            if kinds[at] == "YOU":
                return kinds[at + 1] in ("SHOULD", "MUST", "MAY", "MIGHT") and kinds[at - 1] not in ("WH", "THAT")
            if kinds[at] in FINITES or kinds[at] in CLAUSE_BOUNDS:
                return False
        return False

    def _other_wishes(self, place: int, end: int, content: bool) -> bool:
        """True where somebody's wish stands at a token, its subject with it: "and *I recommend* that…", "and *it
        requests* that…"; in what is told only one of "I" does."""
        kinds, words = self.sentence.kinds, self.sentence.words
        own = words[place] == "i" or (kinds[place] in ("WE", "IT") and not content)
        place += 1
        while place < end and kinds[place] == "ADVERB":
            place += 1
        return own and place + 1 < end and kinds[place] in WISHING | {"PRESUME"} and kinds[place + 1] != "COMMA"

    def _sender_goes_on(self, place: int, end: int) -> bool:
        """True where the sender's own verb stands behind "and", the act before it being none that somebody does: "we
        agree to the plan *and consider that*…", "it should be dropped *but urge that*…"."""
        kinds = self.sentence.kinds
        while place < end and kinds[place] == "ADVERB":
            place += 1
        if place + 1 >= end:
            return False
        goes_on = kinds[place] in WISHING and kinds[place + 1] == "THAT"
        return goes_on or (kinds[place] == "HAVE" and kinds[place + 1] in ("PAST", "HAD"))

    def _same_gerund(self, at: int, head: int, end: int) -> bool:
        """True where "and" joins a gerund to the one asked for: "the need of pressing for it *and of telling us*"."""
        kinds, words = self.sentence.kinds, self.sentence.words
        same = at + 2 < end and words[at + 1] == words[head - 1] and kinds[at + 1] in OBLIQUE
        if at + 2 >= end or (not same and "GERUND" in kinds[max(head + 1, at - 30) : at]):
            return False
        return kinds[at + 1 + same] == "GERUND" and kinds[at + 2 + same : at + 3 + same] != ["AND"]

    def _of_sender(self, place: int, end: int) -> bool:
        """True where a verb of wishing at a token is the sender's own: "and *suggests*…", "and *urge* that you…"."""
        at = place + 1
        word = self.sentence.words[place]
        if word.endswith("s") and not word.endswith("ss"):
            return True
        if at < end and self.sentence.kinds[at] == "THAT":
            at += 1
        return at < end and self.sentence.kinds[at] == "YOU"

    def in_front(self, first: int, end: int) -> list[Segment]:
        """The constraints that stand before a noun asked for ("receive *by telegraph* your views")."""
        found: list[Segment] = []
        while first < end:
            segment = self._segment(first, first - 1, end, False)
            if segment is None or segment.first != first or segment.last + 1 >= end:
                break
            found.append(segment)
            first = segment.last + 1
        return found

    def left_to(self, first: int) -> int:
        """Where "to you", "to your discretion" begins behind what is left so ("leave *the date of the talks* to you"),
        0 where it does not."""
        kinds = self.sentence.kinds
        for at in range(first + 1, min(len(kinds) - 1, first + LONGEST_LEFT)):
            if kinds[at] in ("TO", "FOR") and kinds[at + 1] in ("YOU", "YOUR"):
                return at
            if kinds[at] in ("COMMA", "COLON", "STOP", "SUB"):
                return 0
        return 0

    def past_enabling(self, head: int, end: int, terminals: tuple[str, ...] = ()) -> int:
        """The verb of an act behind words that only enable it ("feel able to *support*"); `head` where none stand.

        `terminals` are those of its cue: more enables what is hoped for ("hope he may be prepared to *support*").
        """
        words, kinds = self.sentence.words, self.sentence.kinds
        hoped = not HOPES.isdisjoint(terminals)
        for size in (3, 2, 4, 5):
            place = head + size
            run = tuple(words[head:place])
            if place < end and (run in self.known.enabling or (hoped and run in self.known.enabling_hoped)):
                while place < end and kinds[place] == "ADVERB":
                    place += 1
                told = VERBS | {"GERUND"} if words[place - 1] == "by" else VERBS
                return place if place < end and kinds[place] in told else head
        return head

    def passive(self, head: int, end: int) -> bool:
        """True where the verb of an act is a passive: "be handed over", "(be) told"."""
        kinds = self.sentence.kinds
        at = head
        while at < end and kinds[at] in ("BE", "ADVERB"):
            at += 1
        if at >= end:
            return False
        return kinds[at] in PARTICIPLES or (kinds[at] == "VERB" and at > 0 and kinds[at - 1] == "BE")  # "be put off"

    def _wish(self, place: int, end: int) -> bool:
        """True where "would suggest", "should be glad" stands at a token."""
        kinds = self.sentence.kinds
        if place >= end or kinds[place] not in ("WOULD", "SHOULD"):
            return False
        place += 1
        while place < end and kinds[place] in ("BE", "ADVERB"):
            place += 1
        return place < end and kinds[place] in WISHES

    def _gladly(self, place: int, end: int) -> bool:
        """True where "should be glad", "would appreciate" stands at a token."""
        kinds = self.sentence.kinds
        if not self._wish(place, end):
            return False
        place += 1
        while kinds[place] in ("BE", "ADVERB"):
            place += 1
        return kinds[place] in ("WELCOMING", "APPRECIATE")

    def _passive_conjunct(self, at: int, end: int, head: int, relative: bool) -> Joined | None:
        """The passive that "and" joins to a passive act, its auxiliary left out: "should be warned *and told* …",
        "should be deferred *and the draft (be) returned*"; behind a `relative` clause only one that nothing else can
        be ("and *action taken*")."""
        kinds = self.sentence.kinds
        if kinds[at] != "AND":
            return None
        if relative:
            return self._light_passive(at + 1, end)
        place = at + 1
        while place < end and kinds[place] == "ADVERB":
            place += 1
        negated = place < end and kinds[place] == "NOT"
        first = place = place + negated
        if place < end and kinds[place] == "BE" and self.passive(place, end):
            return Joined(place, place, negated)
        if place < end and kinds[place] in PARTICIPLES:
            goes_on = kinds[place + 1] if place + 1 < end else "STOP"
            given = kinds[place] == "GIVEN" and goes_on == "DET" and "COMMA" not in kinds[at - 1 : min(end, place + 8)]
            return Joined(place, place, negated) if given or goes_on in BEHIND_PARTICIPLE else None
        light = None if negated else self._light_passive(first, end)
        if light is not None:
            return light
        told = kinds[first : first + 1] == ["NO"] or self.sentence.words[first : first + 1] in (["a"], ["an"])
        bare = told or not any(kind in ("PREP", "OF", "TO") for kind in kinds[head:at])
        parts = SUBJECT_PARTS | {"PREP", "TO", "PRONOUN"} if kinds[first : first + 1] == ["NO"] else SUBJECT_PARTS
        while place < min(end, first + 12) and (
            kinds[place] in parts or (kinds[place] == "PAST" and kinds[place - 1] == "DET")
        ):
            place += 1  # "the *United* Kingdom", "the *proposed* visit"
        if place >= end or place == first:
            return None
        last, negated = place, kinds[place] == "NOT"
        place += negated
        if place < end and kinds[place] == "BE" and self.passive(place, end):
            return Joined(first, place, negated)
        if bare and place + 1 < end and kinds[place] in PARTICIPLES and kinds[place + 1] in BEHIND_PARTICIPLE:
            return Joined(first, place, negated) if kinds[last - 1] in NOUN_ENDS else None
        return None

    def _light_passive(self, place: int, end: int) -> Joined | None:
        """A bare noun and what is done to it, "be" left out ("and perhaps *reference made* to it")."""
        kinds = self.sentence.kinds
        while place < end and kinds[place] == "ADVERB":
            place += 1
        first = place
        while place < min(end, first + 4) and kinds[place] in ("N", "GERUND", "NVERB"):
            place += 1
        words = self.sentence.words
        if place == first or place + 1 >= end or words[place - 1] not in self.known.light_nouns:
            return None
        if words[place] not in self.known.light_participles:
            return None
        return Joined(first, place) if kinds[place + 1] in BEHIND_PARTICIPLE else None

    def _list_goes_on(self, place: int, end: int) -> bool:
        """True where a list of verbs that a comma parts is closed by "and" and one more verb."""
        kinds = self.sentence.kinds
        return any(kinds[at] == "AND" and kinds[at + 1] in VERBS for at in range(place + 1, min(end - 1, place + 40)))

    def _acts(self, place: int, end: int) -> bool:
        """True where a base form after "and" is a verb with an object of its own, not a noun in a list."""
        kind = self.sentence.kinds[place]
        if kind not in ("VERB", "NVERB") and self.sentence.kinds[place + 1 : place + 2] == ["OF"]:
            return False  # "the need *and value of* it"
        if kind != "NVERB":
            return kind != "HAVE" or (place + 1 < end and self.sentence.kinds[place + 1] not in PERFECT)
        if self._beside_noun(place, end):
            return False
        word = self.sentence.words[place]
        if word in self.known.answering and self._answers(place, end):
            return True
        if self._prepositional(place, end):
            return True
        if word in self.known.counted and self.sentence.kinds[place - 2] != "NVERB":
            return place + 1 < end and self.sentence.kinds[place + 1] not in ("STOP", "AND", "COMMA", "OF")
        return (
            place + 1 < end
            and self.sentence.kinds[place + 1] in OBJECT_NEXT
            and self.sentence.kinds[place + 1] not in ("STOP", "PREP")
            and (self.sentence.kinds[place + 1] != "TO" or self._verb_ahead(place + 2, end))
        )

    def _prepositional(self, place: int, end: int) -> bool:
        """True where a word that is verb or noun is a verb, a phrase behind it ("and *place before him* it", "omit it
        altogether, *and rest on* the first")."""
        kinds = self.sentence.kinds
        if (
            place + 2 >= end
            or kinds[place + 1] not in ("PREP", "SUB", "TO")
            or kinds[place - 1] not in ("AND", "COMMA")
        ):
            return False
        if kinds[place + 2] in ("OBJECT_PRONOUN", "US", "IT"):
            return True
        lone = (
            kinds[place - 1] == "AND"
            and kinds[place - 2] == "COMMA"
            and "COMMA" not in kinds[max(0, place - 12) : place - 2]
        )
        return lone and kinds[place + 1] == "PREP"

    def _beside_noun(self, place: int, end: int) -> bool:
        """True where a word that is verb or noun shares a noun, or is part of a name: "import and *export* duties",
        "contempt of and *resort* to arms", "Army and *Service* heads"."""
        kinds, sentence = self.sentence.kinds, self.sentence
        if place < 2 or kinds[place - 1] != "AND":
            return False
        capital = (
            sentence.text[sentence.starts[place]].isupper() and sentence.text[sentence.starts[place] + 1].islower()
        )
        if capital or kinds[place - 2] in ("OF", "FOR"):
            return True
        words = sentence.words
        if place + 1 >= end or kinds[place + 1] != "N" or words[place] in self.known.answering:
            return False
        free = kinds[place - 3] in OBLIQUE or words[place - 3] in ("all", "any")
        paired = kinds[place - 2] == "NVERB" or (free and words[place - 2] in self.lex.verbs_or_nouns)
        return paired or words[place] in words[max(0, place - 4) : place - 1]

    def _whole_at(self, at: int) -> bool:
        """True where a constraint of fixed wording stands at a token ("where possible")."""
        found = opener_at(self.sentence, at, self.lex)
        return found is not None and found[0].kind == "whole"

    def _answers(self, place: int, end: int) -> bool:
        """True where nothing, or the sender, or a limit stands behind a verb of answering ("and report *to us*")."""
        after = place + 1
        if self.sentence.words[place - 2] in self.lex.verbs_or_nouns:  # "your comment and report"
            return False
        if after >= end or self.sentence.kinds[after] == "STOP":
            return True
        if self.sentence.kinds[after] == "TO":
            return after + 1 < end and self.sentence.words[after + 1] in ("me", "us")
        return self._limit_at(after)

    def _comes_back(self, at: int, place: int, content: bool) -> bool:
        """True where the verb behind "and" is one of answering to the sender, though it may go with an infinitive or
        modal before it; not with one of what is told ("tell him that the agent *must* wait *and report*")."""
        words, kinds = self.sentence.words, self.sentence.kinds
        if words[place] not in self.known.answering:
            return False
        told = content and kinds[at - 1] != "COMMA" and {"me", "us"}.isdisjoint(words[place + 1 : place + 3])
        return not told or MODALS.isdisjoint(kinds[max(0, at - 12) : at])

    def _limit_at(self, at: int) -> bool:
        """True where a constraint of time or manner stands at a token."""
        found = opener_at(self.sentence, at, self.lex)
        return found is not None and found[0].type in ("time", "manner") and found[0].words != ("via",)

    def _nonfinite(self, head: int, at: int) -> bool:
        """True where the last verb before a token is an infinitive or under a modal: a base form goes with it."""
        kinds = self.sentence.kinds
        for place in range(at - 1, head, -1):
            kind = kinds[place]
            if kind in MODALS or (kind == "TO" and kinds[place + 1] in VERBS):
                return True
            if kind == "WH":
                return kinds[place + 1] in VERBS  # "those *who live* there and pay"
            if kind in FINITES or (kind == "PAST" and kinds[place - 1] != "BE"):
                return False
        return False

    def _clause_ahead(self, place: int, end: int) -> bool:
        """True where a subject and a finite verb follow before the next boundary, relative clauses passed over."""
        kinds = self.sentence.kinds
        relative = False
        for at in range(place, min(end, place + 16)):
            kind = kinds[at]
            if kind == "THAT" and kinds[at - 1] in OBLIQUE and kinds[at + 1 : at + 2] == ["N"]:
                continue  # "a vote on *that text* should"
            if kind == "STOP" and self.sentence.words[at] == "." and at + 1 < end:
                continue  # "the ship *viz.* the ferry should"
            if kind == "AS" and self.sentence.words[at - 1] == "such":
                continue
            if kind == "NVERB" and at > place:
                continue  # "the reduced *force* should"
            if kind == "COMMA" and kinds[at + 1 : at + 2] and kinds[at + 1] in MODALS | {"IS"}:
                continue  # "any step, such as a strike, *should*"
            if kind in WISHING and kinds[at + 1 : at + 2] == ["THAT"] and kinds[at - 1] == "N" and at > place:
                return True
            if kind == "FINITE" and kinds[at + 1 : at + 2] == ["WH"] and not relative:
                return True  # "and the question *arises whether*"
            if kind in MODALS or kind in ("IS", "WAS", "HAS", "HAD", "DO") or (relative and kind == "HAVE"):
                if not relative:
                    return True
                relative = False
            elif kind == "WH" and at > place and kinds[at - 1] in ("N", "NUM", "PREP"):
                relative = True
            elif kind in CLAUSE_BOUNDS or kind in VERBS:
                return False
            if (
                kind in ("YOU", "WE", "THEY") and at > place and not relative and kinds[at - 1] not in OBLIQUE
            ):  # "or comments *you may have*"
                return False
        return False

    # --- edges -------------------------------------------------------------------------------------------------

    def _completes(self, head: int, segment: Segment) -> bool:
        """True where a verb says nothing without the phrase of manner behind it ("*act* on these lines")."""
        fixed = segment.kind in ("phrases", "whole") and segment.last > segment.first
        return segment.type == "manner" and fixed and self.base(head) in self.known.bare

    def _trimmed(self, first: int, head: int, stop: int, found: list[Segment], joined: Joined | None) -> Act:
        """The act with the constraints at its edges taken off its action."""
        kinds = self.sentence.kinds
        last = stop - 1
        begin = first
        if kinds[head] == "BE" and not self.passive(head, stop):  # "the reply should be *on these lines*"
            found = [s for s in found if s.first != head + 1 or s.kind == "adverb"]
        by_last = {s.last: s for s in found}
        by_first = {s.first: s for s in found}
        while last > begin:
            closes = kinds[last] == "CLOSE" and last - 1 in by_last and kinds[by_last[last - 1].first - 1] == "OPEN"
            if closes and by_last[last - 1].first - 1 > head:
                last = by_last[last - 1].first - 2
                continue
            segment = by_last.get(last)
            if segment is not None and segment.first == self._verb_of(head) + 1 and self._completes(head, segment):
                break
            if segment is not None and segment.first > head:
                last = segment.first - 1
            elif kinds[last] == "NUM" and kinds[last - 1] == "COLON":  # "the following points- 1"
                last -= 2
            elif kinds[last] in ("COMMA", "AND", "STOP", "COLON", "QUOTE") or (
                kinds[last] == "ADVERB" and last > head and kinds[last - 1] in ("COMMA", "OPEN")
            ):
                last -= 1
            else:
                break
        while begin < head and (begin in by_first or kinds[begin] == "COMMA"):
            begin = by_first[begin].last + 1 if begin in by_first else begin + 1
        return Act(min(begin, head), max(last, head), tuple(found), stop, joined)
