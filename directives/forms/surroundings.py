"""A candidate in its sentence in; out, what governs the clause it stands in, and the constraints in front of it."""

from __future__ import annotations

from directives.forms.kinds import WISHING
from directives.forms.marks import abbreviates
from directives.forms.segments import Segment, discourse_at, front_opener_at, likens, opener_at
from directives.language.lexicon import Opener, lexicon
from directives.language.tokens import Sentence

SUBORDINATORS = frozenset({"IF", "SUB", "WH"})
FINITES = frozenset({
    "IS", "WAS", "HAS", "HAD", "HAVE", "WILL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD",
    "CANNOT", "SHALL", "SEEMS", "FINITE", "PAST",
})  # fmt: skip
AUXILIARIES = FINITES - {"PAST", "FINITE", "SEEMS"}
VERB_GROUP = frozenset({
    "WE", "THEY", "IT", "THERE", "SENDER", "WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN",
    "COULD", "CANNOT", "IS", "WAS", "BE", "TO", "NOT", "HAVE", "HAS", "HAD", "DO", "DID", "BEEN", "SEEMS",
    "YOU", "YOUR", "DET", "OF", "PREP",
})  # fmt: skip
VERBS = frozenset({"VERB", "NVERB", "BE", "HAVE", "MAKE", "TAKE"})
BIDDING = WISHING | {"INSIST"}
CLAUSE_SUBJECTS = frozenset({"YOU", "WE", "IT", "THEY", "THERE", "THIS", "DET", "N", "YOUR", "NO"})
BREAKS = frozenset({"COLON", "STOP"})
# "It *seems* that", "it would be *desirable* that": a view of the sender.
SEEMING = frozenset({"SEEMS", "CONSIDERED", "SUGGESTED", "DESIRED", "ADVISABLE", "ESSENTIAL"})
WISHED = (["WE", "SHOULD"], ["WE", "WOULD"], ["WE", "SHALL"])
WISHING_WORD = (["WELCOMING"], ["APPRECIATE"], ["LIKE"])
# A clause under one of these may direct ("*while* the point should be made, we would not insist").
CONCEDING = frozenset({"while", "whilst", "although", "though"})
# Behind one of these a constraint of fixed wording is at an end ("if asked, …", not "if asked about bases, …").
CLOSES_WHOLE = frozenset({"COMMA", "ADVERB", "SUB", "IF"})


def governor(sentence: Sentence, first: int, floor: int, fronted: list[Segment]) -> str:
    """What the clause that begins at a token hangs on: "main", "that", "if", "when", "which", a word that says so.

    `floor` is the token left of which nothing is looked at (the end of the directive before); `fronted` are the
    constraints in front of the clause.
    """
    kinds, words = sentence.kinds, sentence.words
    at = first - 1
    while at >= floor and kinds[at] == "ADVERB" and not (fronted and fronted[-1].first < fronted[-1].last == at):
        at -= 1  # not back into "if *so* you should"
    ends = (at,) if at == first - 1 else (at, first - 1)  # "*of course* you will"
    phrases = ((end, size) for size in (2, 3) for end in ends)
    at = next((e - size for e, size in phrases if e + 1 - size >= floor and _connects(sentence, e, size)), at)
    if at < floor:
        return "main"
    if fronted and fronted[0].first > floor and kinds[fronted[0].first - 1] == "THAT":
        at = fronted[0].first - 1  # "we feel that, if asked, you should…"
    if fronted and _inside(sentence, fronted[-1], first):
        return "if"
    kind = kinds[at]
    if kind in ("IF", "SUB") and fronted and (fronted[0].first < at or words[at] in CONCEDING):
        return "main"
    if kind == "THAT":
        if fronted and fronted[-1].last == at and kinds[fronted[-1].first] == "IF":
            return "if"  # "if he proposes that *you should go*, …"
        if at > floor and kinds[at - 1] in ("PREP", "GERUND", "OF"):
            return "main"
        if _conditional(sentence, at, floor):
            return "if"
        return "own view" if _own_view(sentence, at, floor) else "that"
    if kind in SUBORDINATORS:
        return words[at]
    if kind == "AS":
        return "as"
    if kind in BREAKS or kind in ("OPEN", "CLOSE"):
        return "main"
    if fronted:
        return "main"
    if kind in ("COMMA", "AND", "QUOTE"):
        return _coordinated(sentence, at, floor)
    if kind in VERB_GROUP:
        return "verb group"
    if kind == "N" and at > floor and kinds[at - 1] == "WH":
        return words[at - 1]  # "at what stage *we should* go"
    if words[at] in lexicon().saying:
        return "zero that"
    return "topic" if _topic(sentence, at, floor) else "noun"


def wish_above(sentence: Sentence, first: int, floor: int, fronted: list[Segment]) -> str:
    """The class of the word whose clause begins at a token ("I *trust* that, if asked, you will…", "we *presume* that
    he has gone and that you will…"), "" where it is no clause of another."""
    kinds = sentence.kinds
    at = _without_marks(sentence, (fronted[0].first if fronted else first) - 1, floor)
    if at > floor and kinds[at] == "THAT":
        before = _without_marks(sentence, at - 1, floor)
        if kinds[before] == "AND":
            at = next((place for place in range(before - 1, floor, -1) if kinds[place] == "THAT"), floor)
            if not BREAKS.isdisjoint(kinds[at:before]):
                return ""
            before = _without_marks(sentence, at - 1, floor)
        at = before
    return kinds[at] if at >= floor else ""


def _without_marks(sentence: Sentence, at: int, floor: int) -> int:
    """The token left of adverbs and commas."""
    while at >= floor and sentence.kinds[at] in ("ADVERB", "COMMA"):
        at -= 1
    return at


def _inside(sentence: Sentence, front: Segment, first: int) -> bool:
    """True where a clause in front still waits for its verb, so that what begins at a token is a part of it ("if *you
    should decide* to go, …", "if he *proposes that*…", "if we can agree and *decide*…")."""
    kinds = sentence.kinds
    if kinds[first - 1] == "AND" and kinds[first] in VERBS:
        return True
    if kinds[front.last] == "WH" or (kinds[front.last] == "N" and kinds[front.last - 1] == "WH"):
        return True  # "that we may know at what stage *we should* go, …"
    unparted = front.last > front.first and "COMMA" not in kinds[front.first : front.last]
    if kinds[front.last] in ("IF", "SUB") and unparted:
        return front.last + 1 == first  # "with a view to holding it until *he should* go, …"
    opener = opener_at(sentence, front.first, lexicon())
    if opener is None or opener[0].type == "aside" or opener[0].kind != "clauses":
        return False
    if kinds[front.first] not in ("IF", "SUB", "AS") or not FINITES.isdisjoint(kinds[front.first + 1 : front.last + 1]):
        return False
    if all(kind in ("ADVERB", "COMMA") for kind in kinds[front.first + 1 : front.last + 1]):
        return kinds[first] in ("YOU", "WE", "IT", "THEY")
    return kinds[first] in BIDDING and front.last + 1 == first


def _connects(sentence: Sentence, last: int, size: int) -> bool:
    """True where a connective of so many words ends at a token ("above all")."""
    return discourse_at(sentence, last + 1 - size, lexicon()) == size


def _topic(sentence: Sentence, at: int, floor: int) -> bool:
    """True where nothing but a phrase without a finite verb stands before ("on the question of bases you should…")."""
    kinds = sentence.kinds
    for place in range(at, floor - 1, -1):
        kind = kinds[place]
        if kind in BREAKS or kind == "COMMA":
            return place < at
        if (kind in FINITES and kind != "PAST") or kind in ("WE", "THEY", "THAT", "WH", "SUB", "IF"):
            return False
    return True


def _conditional(sentence: Sentence, that: int, floor: int) -> bool:
    """True where "that" stands in a condition ("if Poland proposes *that*…")."""
    for at in range(that - 1, floor - 1, -1):
        if sentence.kinds[at] == "IF":
            return at == 0 or sentence.kinds[at - 1] in ("START", "COMMA", "STOP", "NUM", "COLON", "AND")
        if sentence.kinds[at] in ("COMMA", "STOP", "COLON", "WE", "THAT"):
            return False
    return False


def _own_view(sentence: Sentence, that: int, floor: int) -> bool:
    """True where "that" hangs on a present view of the sender ("we feel that", "I need not add that")."""
    kinds = sentence.kinds
    for at in range(that - 1, max(floor, that - 8) - 1, -1):
        kind = kinds[at]
        if kind == "WE":
            return True
        if (kind in ("PAST", "WAS", "HAD", "THEY", "COMMA", "COLON", "YOU", "HAS", "N") and at < that - 1) or kind in (
            "PAST",
            "HAD",
        ):
            return False
    return False


def _coordinated(sentence: Sentence, at: int, floor: int) -> str:
    """What a clause after "and" or a comma hangs on: what the clause before it hangs on, unless that is at an end."""
    kinds, words = sentence.kinds, sentence.words
    for place in range(at - 1, floor - 1, -1):
        kind = kinds[place]
        if kind in BREAKS:
            return "main"
        if (
            kind == "THAT"
            and place > floor
            and words[place - 1] in lexicon().saying
            and kinds[at] == "AND"
            and kinds[at - 1] != "COMMA"
        ):
            return "that"
        if (
            kind == "IF"
            and kinds[at] == "AND"
            and not _wished(sentence, at + 1)
            and not any(k == "COMMA" for k in kinds[place:at])
        ):
            return "if"
    return "main"


def _wished(sentence: Sentence, at: int) -> bool:
    """True where a wish of the sender's begins, which no condition takes in ("and *we should be glad* if")."""
    kinds = sentence.kinds
    behind = at + 3 if kinds[at + 2 : at + 3] == ["BE"] else at + 2
    return kinds[at : at + 2] in WISHED and kinds[behind : behind + 1] in WISHING_WORD


def fronting(sentence: Sentence, floor: int, first: int) -> list[Segment]:
    """Constraints that stand in front of a clause ("If asked, …", "In view of this, and having regard to that, …")."""
    kinds, lex = sentence.kinds, lexicon()
    found: list[Segment] = []
    if first and kinds[first - 1] == "OPEN":
        return found
    last = _without_adverbs(sentence, first - 1, floor)
    # the clause's own region starts after the last hard break, or after ", and" with an opener
    begin = floor
    for at in range(last, floor - 1, -1):
        if kinds[at] in BREAKS and sentence.words[at] in ";:.!?" and not abbreviates(sentence, at):
            begin = at + 1
            break
    at = begin
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
                if opened[0].kind == "whole" and (opened[1] > last or kinds[opened[1]] in CLOSES_WHOLE):
                    found.append(Segment(opened[0].type, at, opened[1] - 1, "fronted"))
                    open_from, at = None, opened[1]
                    continue
                open_from, goes_on, kind = at, at, opened[0].type
                if opened[0].words == ("as",) and likens(sentence, opened[1], last + 1):
                    kind = "aside"
                phrase = opened[0].kind != "clauses" or opened[0].words[-1] in ("of", "to", "reasons")
                at = opened[1]
                continue
            if (
                open_from is not None
                and previous in ("COMMA",)
                and _complete(sentence, open_from, goes_on, at)
                and (_own_opinion(sentence, at, last) or _view_of_government(sentence, at, last))
            ):
                return [*found, Segment(kind, open_from, _before(sentence, at - 1), "fronted")]  # type: ignore[arg-type]
            if (
                open_from is not None
                and previous in ("COMMA",)
                and _complete(sentence, open_from, goes_on, at)
                and _main_clause(sentence, at, last)
            ):
                # a main clause has begun: what stood open before it belongs to that clause
                found.clear()
                open_from = None
        at += 1
    if open_from is not None:
        if phrase and kinds[last] in ("AND", "COMMA") and _states(sentence, open_from, last):
            return found
        joins = kinds[last] == "AND" or kinds[last - 1 : last + 1] == ["AND", "THAT"]
        if joins and kinds[open_from] == "TO" and kinds[first] in CLAUSE_SUBJECTS:
            return found  # "it is hard, however, *to set a rate* and you should": of the clause before
        end = _end_before_clause(sentence, open_from, last, phrase)
        if end is None:
            return []
        found.append(Segment(kind, open_from, _before(sentence, end), "fronted"))  # type: ignore[arg-type]
    elif found and found[-1].last < last:
        after = found[-1].last + 1
        while after < last and kinds[after] in ("COMMA", "ADVERB"):
            after += 1
        if not _own_opinion(sentence, after, last):
            found.clear()
    return found


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
        within = opened[1] < last and kinds[opened[1]] == "COMMA" and kinds[opened[1] + 1] in FINITES | VERBS
        return opened[1] if within else None
    if _complete(sentence, open_from, open_from, at):
        return None
    return next((place for place in range(opened[1], last) if kinds[place] == "COMMA"), None)


def _complete(sentence: Sentence, opened: int, goes_on: int, at: int) -> bool:
    """False where a clause under "if" or "when" still waits for its verb ("if, however, *the talks fail*")."""
    kinds = sentence.kinds
    return kinds[opened] not in ("IF", "SUB", "AS") or any(k in FINITES for k in kinds[goes_on + 1 : at])


def _end_before_clause(sentence: Sentence, opened: int, last: int, phrase: bool) -> int | None:
    """Where a constraint ends before a main clause that no comma parts from it ("in view of this *we think that*…");
    None where that clause has no beginning to be seen ("in view of this *the Board has left and*…")."""
    kinds = sentence.kinds
    allowed = 0 if phrase else 1
    finite = False
    for at in range(opened + 1, last + 1):
        kind = kinds[at]
        if kind in SUBORDINATORS or kind in ("THAT", "AS"):
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
        seems = not SEEMING.isdisjoint(sentence.kinds[at:last])
        return at < last <= at + 6 and sentence.kinds[last] == "THAT" and seems
    told = sentence.words[last - 1] if sentence.kinds[last] == "THAT" else sentence.words[last]
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
    return any(k in FINITES and k != "PAST" for k in kinds[at + 1 : min(last + 1, at + 12)])
