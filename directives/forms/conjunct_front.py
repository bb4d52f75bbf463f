"""The place of an "and" or comma in an act in; out, where what it joins begins, and the constraints before it."""

from __future__ import annotations

from typing import Final, NamedTuple

from directives.forms.further_acts import begins_act
from directives.forms.kinds import CLAUSE_BOUNDS, FINITES, LISTED_VERBS, OBJECT_NEXT
from directives.forms.marks import opens_item
from directives.forms.segments import Segment, discourse_at, opener_at, with_degree
from directives.language.lexicon import Opener, lexicon
from directives.language.tokens import Sentence

NOUN_ENDS: Final = frozenset({"N", "QUOTE", "OBJECT_PRONOUN", "PRONOUN"})
# Behind a word that may be verb or noun these are objects.
OBJECTS: Final = frozenset({"DET", "YOUR", "US", "OBJECT_PRONOUN", "THIS"})


class Front(NamedTuple):
    """What stands before a conjunct ("and, *in due course,* tell him"): the place behind it, where the conjunct begins,
    its constraints, and how many commas were passed."""

    place: int
    before: list[Segment]
    commas: int


def behind_front(sentence: Sentence, at: int, end: int, singled: bool) -> Front | None:
    """What stands between "and" and what it joins: connectives, adverbs and limits; `singled` where a comma stands for
    "and", and words behind it single out what it joins. None where the addressee is told anew behind a limit ("and
    failing this *you should*")."""
    kinds, lex = sentence.kinds, lexicon()
    place, commas = at + 1, int(singled)
    before: list[Segment] = []
    while place < end:
        inserted = opener_at(sentence, place, lex)
        connective = discourse_at(sentence, place, lex)
        if connective:
            place += connective
        elif inserted is not None and inserted[0].kind == "whole":
            before.append(Segment(inserted[0].behind, place, inserted[1] - 1, "inserted"))
            place = inserted[1]
        elif kinds[place] == "OPEN" and opens_item(sentence, place):
            place += 3
        elif kinds[place] in ("ADVERB", "COMMA"):
            commas += kinds[place] == "COMMA"
            known = lex.adverbs.get(sentence.words[place])
            if known is not None:
                before.append(Segment(known, with_degree(sentence, place), place, "adverb"))  # type: ignore[arg-type]
            place += 1
        elif inserted is None:
            break
        elif further := _behind_limit(sentence, inserted, place, end):
            last = further - 1 - (kinds[further - 1] == "COMMA")
            before.append(Segment(inserted[0].behind, place, last, "inserted"))
            commas += 1
            place = further
        elif (place > at + 1 and kinds[place - 1] == "COMMA") or inserted[0].type in ("condition", "limit"):
            closing = next((p for p in range(inserted[1], min(end, place + 25)) if kinds[p] == "COMMA"), None)
            if closing is None:
                if kinds[at] == "AND" and _bids(sentence, inserted[1], end):
                    return None
                break
            commas += 1
            before.append(Segment(inserted[0].behind, place, closing - 1, "inserted"))
            place = closing + 1
        else:
            break
    return Front(place, before, commas)


def _behind_limit(sentence: Sentence, inserted: tuple[Opener, int], place: int, end: int) -> int:
    """The verb of a further act behind a limit that begins right behind "and" ("and *in view of the delay* send
    him back", "and *before he leaves,* ask him"); 0 where no act stands there."""
    kinds = sentence.kinds
    opener, after = inserted
    clause = opener.kind == "clauses" and opener.words[-1] not in ("of", "to", "for", "with")
    if kinds[place - 1] not in ("AND", "ADVERB"):
        return 0
    for at in range(after + 1, min(end - 1, place + 25)):
        kind = kinds[at]
        if kind == "COMMA":
            return at + 1 if kinds[at + 1] in LISTED_VERBS and begins_act(sentence, at + 1, end) else 0
        if kind in CLAUSE_BOUNDS or (not clause and kind in FINITES):
            return 0
        if kind in ("VERB", "NVERB") and not clause and kinds[at - 1] in NOUN_ENDS | {"NUM", "ADVERB", "THIS"}:
            objects = OBJECT_NEXT - {"STOP"} if kind == "VERB" else OBJECTS
            if kinds[at + 1] in objects:
                return at
    return 0


def _bids(sentence: Sentence, place: int, end: int) -> bool:
    """True where the addressee is told what to do behind a phrase that begins before a token."""
    kinds = sentence.kinds
    for at in range(place, min(end - 1, place + 12)):
        if kinds[at] == "YOU":
            return kinds[at + 1] in ("SHOULD", "MUST", "MAY", "MIGHT") and kinds[at - 1] not in ("WH", "THAT")
        if kinds[at] in FINITES or kinds[at] in CLAUSE_BOUNDS:
            return False
    return False
