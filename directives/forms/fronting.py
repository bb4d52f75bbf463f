"""A clause in its sentence in; out, the constraints in front of it."""

from __future__ import annotations

from typing import Final

from directives.forms.marks import abbreviates
from directives.forms.segments import Segment, discourse_at, front_opener_at, likens, opener_at
from directives.language.lexicon import Opener, lexicon
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
# Behind one of these a constraint of fixed wording is at an end ("if asked, …", not "if asked about bases, …").
CLOSES_WHOLE: Final = frozenset({"COMMA", "ADVERB", "SUB", "IF"})
# Not with an adverb that goes on with it ("if you agree *generally with* this").
GOES_ON: Final = (["PREP"], ["TO"])


def fronting(sentence: Sentence, floor: int, first: int) -> list[Segment]:
    """Constraints that stand in front of a clause ("If asked, …", "In view of this, and having regard to that, …")."""
    kinds, lex = sentence.kinds, lexicon()
    found: list[Segment] = []
    if first and kinds[first - 1] == "OPEN":
        return found
    last = _without_adverbs(sentence, first - 1, floor)
    at = begin = _begin(sentence, last, floor)
    at = begin = begin + (discourse_at(sentence, begin, lex) if begin < last else 0)
    open_from: int | None = None
    goes_on = begin  # where the clause in front goes on behind what is put into it
    kind = ""
    phrase = False
    while at <= last:
        if (
            kinds[at] in ("AND", "ADVERB", "NUM", "COMMA", "CLOSE", "OPEN", "QUOTE")
            and open_from is None
            and at == begin
            and not (kinds[at] == "ADVERB" and opener_at(sentence, at, lex))
        ):
            told = lex.adverbs.get(sentence.words[at]) if kinds[at : at + 2] == ["ADVERB", "AND"] else None
            if told is not None:
                found.append(Segment(told, at, at, "fronted"))  # type: ignore[arg-type]
            begin = at = at + 1
            continue
        previous = kinds[at - 1] if at > begin else "START"
        if previous == "ADVERB" and at - 1 > begin and kinds[at - 2] == "COMMA":
            previous = "COMMA"  # "…, *nevertheless in view of* this"
        if open_from is not None and previous == "THAT" and kind == "aside":
            view = _view_before(sentence, at - 1, open_from)
            if view is not None:
                found.append(Segment(kind, open_from, _before(sentence, view - 1), "fronted"))  # type: ignore[arg-type]
                open_from = None
        if previous in ("START", "COMMA", "AND") or (previous == "THAT" and open_from is None) or at == begin:
            opened = front_opener_at(sentence, at, lex)
            if opened is not None and _in_front(opened[0], previous) and opened[1] <= last + 1:
                if open_from is not None and previous == "COMMA":
                    closing = _aside(sentence, at, opened, open_from, last)
                    if closing is not None:
                        at = goes_on = closing
                        continue
                if open_from is not None and not (phrase and previous == "AND" and _states(sentence, open_from, at)):
                    found.append(Segment(kind, open_from, _before(sentence, at - 1), "fronted"))  # type: ignore[arg-type]
                if opened[0].kind == "whole" and (opened[1] > last or _closes_whole(kinds, opened[1])):
                    found.append(Segment(opened[0].type, at, opened[1] - 1, "fronted"))
                    open_from, at = None, opened[1]
                    continue
                open_from, goes_on, kind = at, at, opened[0].type
                if opened[0].words == ("as",) and likens(sentence, opened[1], last + 1):
                    kind = "aside"
                if opened[0].words in WHILE and _is_somewhere(kinds, opened[1]):
                    kind = "time"
                phrase = opened[0].kind != "clauses" or opened[0].words[-1] in ("of", "to", "reasons")
                at = opened[1]
                continue
            if open_from is not None and previous == "COMMA" and _complete(sentence, open_from, goes_on, at):
                if _own_opinion(sentence, at, last) or _view_of_government(sentence, at, last):
                    return [*found, Segment(kind, open_from, _before(sentence, at - 1), "fronted")]  # type: ignore[arg-type]
                if _main_clause(sentence, at, last):  # what stood open before it belongs to that clause
                    found.clear()
                    open_from = None
        at += 1
    if open_from is not None and open_from > begin and kinds[last - 1 : last + 1] == ["COMMA", "AND"]:
        return []  # "it would go to the Court, *as suggested by Lima,* but you need not"
    if open_from is not None:
        return _with_open(sentence, found, Segment(kind, open_from, last, "fronted"), phrase, first)  # type: ignore[arg-type]
    if found and found[-1].last < last:
        after = found[-1].last + 1
        while after < last and kinds[after] in ("COMMA", "ADVERB"):
            after += 1
        if not _own_opinion(sentence, after, last):
            return []
    return found


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
