"""A clause in its sentence in; out, the constraints in front of it."""

from __future__ import annotations

from typing import Final, NamedTuple

from directives.forms.marks import abbreviates
from directives.forms.segments import Segment, discourse_at, front_opener_at, likens, opener_at
from directives.language.lexicon import Opener, OpenerType, lexicon
from directives.language.tokens import Sentence

SUBORDINATORS: Final = frozenset({"IF", "SUB", "WH"})
FINITE_OR_PAST: Final = frozenset({
    "IS", "WAS", "HAS", "HAD", "HAVE", "WILL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD",
    "CANNOT", "SHALL", "SEEMS", "FINITE", "PAST",
})  # fmt: skip
AUXILIARIES: Final = FINITE_OR_PAST - {"PAST", "FINITE", "SEEMS"}
PLAIN_VERBS: Final = frozenset({"VERB", "NVERB", "BE", "HAVE", "MAKE", "TAKE"})
CLAUSE_SUBJECTS: Final = frozenset({"YOU", "WE", "IT", "THEY", "THERE", "THIS", "DET", "N", "YOUR", "NO"})
BREAKS: Final = frozenset({"COLON", "STOP"})
# "It *seems* that", "it would be *desirable* that": a view of the sender.
SEEMING: Final = frozenset({"SEEMS", "CONSIDERED", "SUGGESTED", "DESIRED", "ADVISABLE", "ESSENTIAL"})
# These tell the time where they tell where somebody is.
WHILE: Final = (("while",), ("whilst",))
# These are passed at the beginning, before any constraint.
MARKS: Final = frozenset({"AND", "ADVERB", "NUM", "COMMA", "CLOSE", "OPEN", "QUOTE"})
# Behind one of these a constraint may begin.
BEFORE_OPENER: Final = frozenset({"START", "COMMA", "AND"})
# Behind one of these a constraint of fixed wording is at an end ("if asked, …", not "if asked about bases, …").
CLOSES_WHOLE: Final = frozenset({"COMMA", "ADVERB", "SUB", "IF"})
# Not with an adverb that goes on with it ("if you agree *generally with* this").
GOES_ON: Final = (["PREP"], ["TO"])


class _Opened(NamedTuple):
    """A constraint in front that has begun, its end not yet found: its first token, its type, whether it is no clause
    itself ("in view of"), and where it goes on behind what is put into it."""

    first: int
    type: OpenerType
    phrase: bool
    goes_on: int


def fronting(sentence: Sentence, floor: int, first: int) -> list[Segment]:
    """Constraints that stand in front of a clause ("If asked, …", "In view of this, and having regard to that, …")."""
    if first and sentence.kinds[first - 1] == "OPEN":
        return []
    return _Front(sentence, floor, first).constraints()


class _Front:
    """The reading of what stands in front of the clause that begins at `first`, token by token: the constraints found,
    and the one that is open."""

    def __init__(self, sentence: Sentence, floor: int, first: int) -> None:
        self.sentence, self.lex, self.first = sentence, lexicon(), first
        self.last = _without_adverbs(sentence, first - 1, floor)
        begin = _begin(sentence, self.last, floor)
        self.begin = begin + (discourse_at(sentence, begin, self.lex) if begin < self.last else 0)
        self.at = self.begin
        self.found: list[Segment] = []
        self.open: _Opened | None = None

    def constraints(self) -> list[Segment]:
        """The constraints, in reading order."""
        while self.at <= self.last:
            if self.at == self.begin and self._passes_mark():
                continue
            previous = self._previous()
            if previous == "THAT":
                self._close_before_view()
            if previous in BEFORE_OPENER or (previous == "THAT" and self.open is None) or self.at == self.begin:
                if self._opens(previous):
                    continue
                if previous == "COMMA" and self._parted():
                    return self.found
            self.at += 1
        return self._at_clause()

    def _passes_mark(self) -> bool:
        """Pass a mark, "and" or adverb at the very beginning, one that limits the act with it ("*Orally* and…")."""
        sentence, at = self.sentence, self.at
        kinds = sentence.kinds
        if self.open is not None or kinds[at] not in MARKS:
            return False
        if kinds[at] == "ADVERB":
            if opener_at(sentence, at, self.lex):
                return False
            told = self.lex.adverbs.get(sentence.words[at]) if kinds[at + 1 : at + 2] == ["AND"] else None
            if told is not None:
                self.found.append(Segment(told, at, at, "fronted"))  # type: ignore[arg-type]
        self.begin = self.at = at + 1
        return True

    def _previous(self) -> str:
        """The kind of the token before the one read, "START" at the beginning."""
        kinds, before = self.sentence.kinds, self.at - 1
        if before < self.begin:
            return "START"
        if kinds[before] == "ADVERB" and before > self.begin and kinds[before - 1] == "COMMA":
            return "COMMA"  # "…, *nevertheless in view of* this"
        return kinds[before]

    def _close(self, last: int) -> None:
        """Close the constraint that is open, if one is, at a token, or before the comma or "and" there."""
        opened, self.open = self.open, None
        if opened is not None:
            self.found.append(Segment(opened.type, opened.first, _before(self.sentence, last), "fronted"))

    def _close_before_view(self) -> None:
        """Close what is conceded before a view of the sender up to "that" ("while I sympathise *I feel that*")."""
        if self.open is not None and self.open.type == "aside":
            view = _view_before(self.sentence, self.at - 1, self.open.first)
            if view is not None:
                self._close(view - 1)

    def _opens(self, previous: str) -> bool:
        """Pass the words that open a constraint, what is put into the open one, or a constraint of fixed wording; False
        where none stands at the token read."""
        sentence, at = self.sentence, self.at
        found = front_opener_at(sentence, at, self.lex)
        if found is None or not _in_front(found[0], previous) or found[1] > self.last + 1:
            return False
        opener, after = found
        if self.open is not None:
            closing = _aside(sentence, at, found, self.open.first, self.last) if previous == "COMMA" else None
            if closing is not None:
                self.open, self.at = self.open._replace(goes_on=closing), closing
                return True
            if not (self.open.phrase and previous == "AND" and _states(sentence, self.open.first, at)):
                self._close(at - 1)
        if opener.kind == "whole" and (after > self.last or _closes_whole(sentence.kinds, after)):
            self.found.append(Segment(opener.type, at, after - 1, "fronted"))
            self.open = None
        else:
            phrase = opener.kind != "clauses" or opener.words[-1] in ("of", "to", "reasons")
            self.open = _Opened(at, _type_in_front(sentence, opener, after, self.last), phrase, at)
        self.at = after
        return True

    def _parted(self) -> bool:
        """True where a comma parts the open constraint from a view of the sender or a government, which ends it; one
        that a main clause follows belongs to that clause, with all before it."""
        sentence, at, opened = self.sentence, self.at, self.open
        if opened is None or not _complete(sentence, opened.first, opened.goes_on, at):
            return False
        if _own_opinion(sentence, at, self.last) or _view_of_government(sentence, at, self.last):
            self._close(at - 1)
            return True
        if _main_clause(sentence, at, self.last):
            self.found.clear()
            self.open = None
        return False

    def _at_clause(self) -> list[Segment]:
        """The constraints found, once the clause that they stand in front of is come to."""
        sentence, last, found = self.sentence, self.last, self.found
        kinds = sentence.kinds
        if self.open is not None:
            if self.open.first > self.begin and kinds[last - 1 : last + 1] == ["COMMA", "AND"]:
                return []  # "it would go to the Court, *as suggested by Lima,* but you need not"
            front = Segment(self.open.type, self.open.first, last, "fronted")
            return _with_open(sentence, found, front, self.open.phrase, self.first)
        if not found or found[-1].last >= last:
            return found
        after = found[-1].last + 1
        while after < last and kinds[after] in ("COMMA", "ADVERB"):
            after += 1
        return found if _own_opinion(sentence, after, last) else []


def _type_in_front(sentence: Sentence, opener: Opener, after: int, last: int) -> OpenerType:
    """The type of a constraint whose words open in front: "as" may only tell how a thing was told, "while" the time."""
    if opener.words == ("as",) and likens(sentence, after, last + 1):
        return "aside"
    return "time" if opener.words in WHILE and _is_somewhere(sentence.kinds, after) else opener.type


def _is_somewhere(kinds: list[str], at: int) -> bool:
    """True where a clause tells where somebody is, not what is conceded ("while *you are in* Tarn")."""
    return kinds[at] in ("YOU", "THEY", "WE") and kinds[at + 1 : at + 3] == ["IS", "PREP"]


def _closes_whole(kinds: list[str], at: int) -> bool:
    """True where a constraint of fixed wording is at an end: not before an adverb that goes on with it ("if you agree
    *generally with* this")."""
    return kinds[at] in CLOSES_WHOLE and not (kinds[at] == "ADVERB" and kinds[at + 1 : at + 2] in GOES_ON)


def _begin(sentence: Sentence, last: int, floor: int) -> int:
    """Where the clause that ends at a token begins: behind the last stop, colon or semicolon before it."""
    for at in range(last, floor - 1, -1):
        if sentence.kinds[at] in BREAKS and sentence.words[at] in ";:.!?" and not abbreviates(sentence, at):
            return at + 1
    return floor


def _with_open(sentence: Sentence, found: list[Segment], front: Segment, phrase: bool, first: int) -> list[Segment]:
    """The constraints in front of the clause that begins at `first`, the last of them with these, where nothing closes
    it but that clause; `phrase` where it is no clause itself."""
    kinds, opened, last = sentence.kinds, front.first, front.last
    if phrase and kinds[last] in ("AND", "COMMA") and _states(sentence, opened, last):
        return found
    joins = kinds[last] == "AND" or kinds[last - 1 : last + 1] == ["AND", "THAT"]
    if joins and kinds[opened] == "TO" and kinds[first] in CLAUSE_SUBJECTS:
        return found  # "it is hard, however, *to set a rate* and you should": of the clause before
    end = _end_before_clause(sentence, opened, last, phrase)
    return [] if end is None else [*found, Segment(front.type, opened, _before(sentence, end), "fronted")]


def _in_front(opener: Opener, previous: str) -> bool:
    """True where a constraint may stand in front: one that sets a limit only with a gerund, at the very beginning
    ("*without naming* the source, you may…")."""
    return opener.type != "limit" or (previous == "START" and "GERUND" in opener.words)


def _states(sentence: Sentence, first: int, end: int) -> bool:
    """True where the sender states something of its own behind a phrase ("in the meantime *I consider*… and")."""
    kinds, words = sentence.kinds, sentence.words
    return any(
        (kinds[at] == "WE" and (words[at + 1] in lexicon().saying or kinds[at - 1] != "N"))
        or (kinds[at] in ("IT", "THERE") and kinds[at + 1] in AUXILIARIES)
        for at in range(first + 1, end - 1)
    )


def _without_adverbs(sentence: Sentence, last: int, floor: int) -> int:
    """The token left of the marks and adverbs that part a constraint from its clause ("if he asks, *however, orally*
    you should"); an adverb that no comma parts from the constraint is its last word ("if this is *so*, you should"),
    and so is one that a preposition takes ("in the *meantime* you should")."""
    kinds = sentence.kinds
    parted = False
    while last >= floor:
        kind = kinds[last]
        if kind == "COLON" and sentence.words[last] in ";:":
            break
        if (
            kind == "ADVERB"
            and last > floor
            and ((parted and kinds[last - 1] != "COMMA") or kinds[last - 1] in ("PREP", "DET"))
        ):
            break
        if kind not in ("COMMA", "ADVERB", "COLON") or sentence.words[last] == "so":
            break
        parted = parted or kind != "ADVERB"
        last -= 1
    return last


def _before(sentence: Sentence, at: int) -> int:
    while sentence.kinds[at] in ("COMMA", "AND"):
        at -= 1
    return at


def _aside(sentence: Sentence, at: int, opened: tuple[Opener, int], open_from: int, last: int) -> int | None:
    """The comma that closes a constraint put into a clause in front ("if, *as now seems likely*, he refuses, …",
    "in view of his statement that we must, *in future*, do more, …"), or None."""
    kinds = sentence.kinds
    if opened[0].kind == "whole":
        within = (
            opened[1] < last and kinds[opened[1]] == "COMMA" and kinds[opened[1] + 1] in FINITE_OR_PAST | PLAIN_VERBS
        )
        return opened[1] if within else None
    if _complete(sentence, open_from, open_from, at):
        return None
    return next((place for place in range(opened[1], last) if kinds[place] == "COMMA"), None)


def _complete(sentence: Sentence, opened: int, goes_on: int, at: int) -> bool:
    """False where a clause under "if" or "when" still waits for its verb ("if, however, *the talks fail*")."""
    kinds = sentence.kinds
    return kinds[opened] not in ("IF", "SUB", "AS") or any(k in FINITE_OR_PAST for k in kinds[goes_on + 1 : at])


def _end_before_clause(sentence: Sentence, opened: int, last: int, phrase: bool) -> int | None:
    """Where a constraint ends before a main clause that no comma parts from it ("in view of this *we think that*…");
    None where that clause has no beginning to be seen ("in view of this *the Board has left and*…")."""
    kinds = sentence.kinds
    allowed = 0 if phrase else 1
    finite = False
    for at in range(opened + 1, last + 1):
        kind = kinds[at]
        once = sentence.words[at] == "once" and kinds[at + 1] in CLAUSE_SUBJECTS
        if kind in SUBORDINATORS or kind in ("THAT", "AS") or once:
            allowed += 1
        elif kind == "WE" and _own_opinion(sentence, at, last):
            return at - 1
        elif kind in ("WE", "YOU", "THEY") and kinds[at - 1] == "N" and phrase:
            allowed += 1  # "in view of the attitude *you have taken*"
        elif kind in AUXILIARIES and kinds[at - 1] not in ("NUM", "NUMBER"):
            allowed -= not finite
            finite = True
            if allowed < 0 and (phrase or kinds[last] == "AND"):
                return None
        elif kind not in ("NOT", "ADVERB", "BE", "BEEN", "PAST"):
            finite = False
    return last


def _own_opinion(sentence: Sentence, at: int, last: int) -> bool:
    """True where nothing but a view of the sender stands from a token on ("in view of this, *we think that* …")."""
    if sentence.kinds[at] == "IT":
        seems = not SEEMING.isdisjoint(sentence.kinds[at:last]) or sentence.kinds[at + 1 : at + 3] == ["MAY", "BE"]
        return at < last <= at + 6 and sentence.kinds[last] == "THAT" and seems
    told = sentence.words[last - 1] if sentence.kinds[last] == "THAT" else sentence.words[last]
    if sentence.kinds[last] == "THAT" and sentence.kinds[last - 2] == "IT":  # "we think *it advisable that*"
        told = sentence.words[last - 3] if sentence.kinds[last - 1] in SEEMING else told
    return at < last <= at + 5 and sentence.kinds[at] == "WE" and told in lexicon().saying


def _view_before(sentence: Sentence, that: int, floor: int) -> int | None:
    """Where a view of the sender begins that ends at "that" ("while I sympathise *I feel that*…"), or None."""
    for at in range(that - 2, max(floor, that - 5), -1):
        if _own_opinion(sentence, at, that):
            return at
    return None


def _view_of_government(sentence: Sentence, at: int, last: int) -> bool:
    """True where nothing but the view of a government stands from a token on ("in view of this, *the Commonwealth
    Government feel that*…")."""
    kinds, words = sentence.kinds, sentence.words
    if kinds[last] != "THAT" or words[last - 1] not in lexicon().saying or not at < last <= at + 12:
        return False
    return "government" in words[at:last] and all(kind in ("DET", "N", "YOUR", "PREP") for kind in kinds[at : last - 1])


def _main_clause(sentence: Sentence, at: int, last: int) -> bool:
    """True where a subject and a finite verb stand from a token on."""
    kinds = sentence.kinds
    if kinds[at] not in ("WE", "IT", "THEY", "THERE", "DET", "N", "THIS", "YOUR", "NO"):
        return False
    return any(k in FINITE_OR_PAST and k != "PAST" for k in kinds[at + 1 : min(last + 1, at + 12)])
