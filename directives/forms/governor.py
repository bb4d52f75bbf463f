"""A candidate in its sentence in; out, what governs the clause that it stands in."""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.fronting import BREAKS, FINITE_OR_PAST, PLAIN_VERBS, SUBORDINATORS
from directives.forms.kinds import WISHING
from directives.forms.segments import Segment, discourse_at, opener_at
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

VERB_GROUP: Final = frozenset({
    "WE", "THEY", "IT", "THERE", "SENDER", "WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN",
    "COULD", "CANNOT", "IS", "WAS", "BE", "TO", "NOT", "HAVE", "HAS", "HAD", "DO", "DID", "BEEN", "SEEMS",
    "YOU", "YOUR", "DET", "OF", "PREP",
})  # fmt: skip
BIDDING: Final = WISHING | {"INSIST"}
WISHED: Final = (["WE", "SHOULD"], ["WE", "WOULD"], ["WE", "SHALL"])
WISHING_WORD: Final = (["WELCOMING"], ["APPRECIATE"], ["LIKE"])
# With "that" these open a purpose, or a result.
PURPOSES: Final = frozenset({"so", "order"})


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
    if kind in ("IF", "SUB") and fronted and (fronted[0].first < at or words[at] in act_words().conceding):
        return "main"  # "*while* the point should be made, we would not insist"
    if kind == "THAT":
        if at > floor and words[at - 1] in PURPOSES:
            return "purpose"  # "I write so that *you may know*"
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
    he has gone and that you will…"), "" where it is no clause of another; what is assumed otherwise counts as presumed
    ("*doubtless* you will…")."""
    kinds = sentence.kinds
    if first > floor and sentence.words[first - 1] in act_words().assuming:
        return "PRESUME"
    at = _without_marks(sentence, (fronted[0].first if fronted else first) - 1, floor)
    if at > floor and kinds[at] == "THAT":
        before = _without_marks(sentence, at - 1, floor)
        if kinds[before] == "AND":
            at = next((place for place in range(before - 1, floor, -1) if kinds[place] == "THAT"), floor)
            if not BREAKS.isdisjoint(kinds[at:before]):
                return ""
            before = _without_marks(sentence, at - 1, floor)
        at = before
    if at >= floor and sentence.words[at] in act_words().assuming:
        return "PRESUME"
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
    if kinds[first - 1] == "AND" and (kinds[first] in PLAIN_VERBS or kinds[first] == "DO"):
        return True
    opener = opener_at(sentence, front.first, lexicon())
    if opener is not None and opener[0].kind == "whole" and opener[1] == front.last + 1:
        return False  # "*failing which* you should"
    if kinds[front.last] == "WH" or (kinds[front.last] == "N" and kinds[front.last - 1] == "WH"):
        return True  # "that we may know at what stage *we should* go, …"
    unparted = front.last > front.first and "COMMA" not in kinds[front.first : front.last]
    if kinds[front.last] in ("IF", "SUB") and unparted:
        return front.last + 1 == first  # "with a view to holding it until *he should* go, …"
    if opener is None or opener[0].type == "aside" or opener[0].kind != "clauses":
        return False
    if kinds[front.first] not in ("IF", "SUB", "AS") or not FINITE_OR_PAST.isdisjoint(
        kinds[front.first + 1 : front.last + 1]
    ):
        return False
    within = opener_at(sentence, front.first + 1, lexicon())
    waits = within is not None and len(within[0].words) > 1  # "if *owing to frost* you cannot"
    if waits or all(kind in ("ADVERB", "COMMA") for kind in kinds[front.first + 1 : front.last + 1]):
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
        if (kind in FINITE_OR_PAST and kind != "PAST") or kind in ("WE", "THEY", "THAT", "WH", "SUB", "IF"):
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
