"""The place of an "and" or comma in an act in; out, what it joins: a further act, a clause of its own, a part."""

from __future__ import annotations

from typing import Final, NamedTuple

from directives.forms.act_words import act_words
from directives.forms.contents import tells_or_asks, told_of_sender, told_on
from directives.forms.further_acts import begins_act, comes_back, list_goes_on, one_verb, singled_out
from directives.forms.kinds import (
    CLAUSE_BOUNDS,
    CLAUSE_OPENS,
    DENIAL,
    FINITES,
    LISTED_VERBS,
    MODALS,
    NOUN_HEADS,
    OBJECT_NEXT,
    OBLIQUE,
    PARTICIPLES,
    PRESENT,
    PRONOUN_SUBJECTS,
    VERBS,
    WISHING,
    modal_at,
)
from directives.forms.marks import opens_item
from directives.forms.segments import Segment, discourse_at, opener_at, with_degree
from directives.forms.verbs import base_form, clause_ahead, clause_behind_that, finite_near, past_enabling, wish_at
from directives.language.lexicon import Opener, lexicon
from directives.language.tokens import Sentence

NOUN_ENDS: Final = frozenset({"N", "QUOTE", "OBJECT_PRONOUN", "PRONOUN"})
# Behind a word that may be verb or noun these are objects.
OBJECTS: Final = frozenset({"DET", "YOUR", "US", "OBJECT_PRONOUN", "THIS"})
# Behind "and" a clause of its own begins with one of these.
IN_WHICH_CASE: Final = (["in", "which", "case"], ["in", "which", "event"])
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
    sentence: Sentence, at: int, end: int, head: int, introducer: str | None, content: bool, infinitive: bool
) -> Joined | bool:
    """What "and" (or a comma) does at a token: a joined act, True where the act ends, False where it goes on."""
    kinds, words = sentence.kinds, sentence.words
    singled = kinds[at] == "COMMA" and singled_out(sentence, at + 1, end) > 0
    if kinds[at] == "COMMA" and not singled:
        ending = _behind_comma(sentence, at + 1, end, introducer)
        if ending is not None:
            return ending
    if introducer == "IF" and not content and if_anew(sentence, at, end):
        return True
    if words[at + 1 : at + 4] in IN_WHICH_CASE:
        return True
    front = _front(sentence, at, end, singled)
    if front is None:
        return True
    place, before, commas = front
    if place >= end or one_verb(sentence, at, place, head):
        return False
    if kinds[at - 1] in ("YOU", "WE") and kinds[at - 2] == "WH" and kinds[place] not in VERBS:
        return False  # "the terms on which *you and the Board* agree"
    verb = _behind_not(kinds, place, end)
    if verb >= end:
        return False
    negated = verb > place
    place = verb
    if kinds[place : place + 3] == DENIAL and place + 3 < end and not content:
        negated = True  # "and *on no account* show it"
        place += 3
        if kinds[place] in MODALS:
            return kinds[at] == "AND"
    kind = kinds[place]
    if kind == "PLEASE":
        return True
    if content and told_on(sentence, at, place, head):
        return False
    if kinds[at] == "AND" and not content and not negated:
        again = _modal_again(sentence, place, head, end)
        if again is not None:
            return again
    parted = bool(before) and before[-1].kind == "inserted" and commas > 1
    anew = _clause_anew(sentence, at, place, end, head, content, parted)
    if anew is not None:
        return anew
    if kind == "THAT" and introducer == "THAT" and not content:
        return True
    if kind in WISHING and _of_sender(sentence, place, end):
        return True
    if kind == "TO" and not content:
        if introducer == "TO" and place + 1 < end and kinds[place + 1] in VERBS:
            return Joined(place + 1, place + 1, negated, tuple(before)) if not infinitive else False
        if kinds[at] == "AND" and _infinitive_anew(sentence, place, head, end):
            return Joined(place + 1, place + 1, negated, tuple(before))
    if kinds[head] == "GERUND" and not content and _same_gerund(sentence, at, head, end):
        gerund = at + 1 + (kind != "GERUND")
        return Joined(gerund, gerund, negated, tuple(before))
    if kind in VERBS and begins_act(sentence, place, end):
        inner = _nonfinite(sentence, head, at) if content else infinitive and not commas and kinds[at - 1] != "COMMA"
        denied = negated and not (content and words[at : at + 2] == ["and", "not"])
        lettered = kinds[place - 1] == "CLOSE"
        if inner and not denied and not lettered and not comes_back(sentence, at, place, content):
            return False
        if kinds[head] in NOUN_HEADS or kinds[head] in PARTICIPLES:
            return True  # "we are glad of your answer *and note* that": no verb to share the cue with
        return Joined(place, place, negated, tuple(before))
    if content:
        own = kind == "WE" and words[at] == "but" and kinds[at - 1] == "COMMA"
        if own and not tells_or_asks(base_form(sentence, head)):
            return True  # "do not take it as a sign that he is tired, *but we feel*…"
        if words[at] == "but" and _denied_anew(sentence, place, head, end):
            return True
        parted = kinds[at - 1] == "COMMA" or place > at + 1 or words[at] == "but"  # "and *therefore* you should"
        return kind == "YOU" and place + 1 < end and kinds[place + 1] in MODALS and parted
    return _clause_of_its_own(sentence, at, place, end) and not (
        kinds[at] == "AND" and _awaits_verb(sentence, at, head, introducer)
    )


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


def _front(sentence: Sentence, at: int, end: int, singled: bool) -> tuple[int, list[Segment], int] | None:
    """Where what "and" joins begins, behind connectives, adverbs and limits; those that limit it, and how many commas
    were passed (`singled` counts for one). None where the addressee is told anew behind a limit ("and failing this *you
    should*")."""
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
    return place, before, commas


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


def _clause_anew(
    sentence: Sentence, at: int, place: int, end: int, head: int, content: bool, parted: bool
) -> bool | None:
    """True where a clause that shares no cue begins behind "and": one with a finite verb of its own, a wish of the
    sender's; False where one goes on with a relative clause; None for all else. `parted` where a limit between commas
    stands before it."""
    kinds, words = sentence.kinds, sentence.words
    kind, joins = kinds[place], kinds[at] == "AND"
    if joins and words[place : place + 3] in IN_THAT_CASE:
        return True
    if joins and not content:
        if kind == "IS" and kinds[place + 1 : place + 2] == ["TO"]:
            return "WH" not in kinds[head:at]  # "he is to see it *and is to* report"
        if modal_at(kinds, place) or (kind == "IS" and _is_to(sentence, place, end)):
            return True
        if kind in JUDGED and kinds[place + 1 : place + 2] in JUDGED_OF:
            return True  # "it can wait *but desirable for* you to"
        if words[place] in ("which", "who") and "WH" not in kinds[head:at]:
            return kinds[at - 1] != "COMMA" or kinds[place + 1] in FINITES  # "which you should see *but which* will"
        if parted and kind in CLAUSE_OPENS and not FINITES.isdisjoint(kinds[place : place + 24]):
            return True  # "and, apart from this, the *Board could* meet"
        if kind == "THAT" and clause_behind_that(sentence, place + 1, end):
            return act_words().explaining.isdisjoint(words[head + 1 : at])  # "*pointing* out it has gone and that"
    if kind == "HOPE" or (joins and _other_wishes(sentence, place, end, content)):
        return True
    if kind == "WE" or (joins and kind in MODALS):
        told = content and told_of_sender(sentence, head, at) and "YOUR" not in kinds[place : place + 8]
        if not told and wish_at(sentence, place + (kind == "WE"), end):
            return True
    if kind in PRESENT and words[place][-1] == "s" != words[place][-2] and kinds[place + 1 : place + 2] not in BARE:
        return True  # "…, and suggests that", not "your views *and wishes* so that"
    desire = place + (kind == "WE")
    return True if not content and kinds[desire : desire + 1] == ["DESIRE"] and kinds[at - 1] != "TO" else None


def _denied_anew(sentence: Sentence, place: int, head: int, end: int) -> bool:
    """True where a denied duty behind "but" is the addressee's, not his of whom is told: "tell him that the loan is
    granted *but should not name* the rate", not "that he may stay *but should not speak*"."""
    kinds = sentence.kinds
    if place + 3 >= end or kinds[place] not in ("SHOULD", "MUST", "NEED") or kinds[place + 1] != "NOT":
        return False
    told = next((kind for kind in reversed(kinds[max(head + 1, place - 40) : place]) if kind in FINITES), "")
    acts = kinds[place + 2] in VERBS - {"BE", "HAVE"} and kinds[place + 3] in OBJECTS | {"N", "THAT"}
    return acts and told not in MODALS


def _clause_of_its_own(sentence: Sentence, at: int, place: int, end: int) -> bool:
    """True where a clause with a subject of its own begins at a token: behind "and" with a noun, or a pronoun."""
    kinds = sentence.kinds
    pronoun = kinds[place] in PRONOUN_SUBJECTS and place + 1 < end and kinds[place + 1] != "COMMA"
    if pronoun and finite_near(sentence, place + 1, end):
        return True
    return kinds[at] == "AND" and kinds[place] in CLAUSE_OPENS and clause_ahead(sentence, place, end)


def if_anew(sentence: Sentence, at: int, end: int) -> bool:
    """True where "and if" goes on with what one would be glad of ("grateful if you would wait *and if the Board
    could be told*"), no condition ("and if he agrees tell him")."""
    kinds = sentence.kinds
    if kinds[at : at + 2] != ["AND", "IF"]:
        return False
    if kinds[at + 2 : at + 3] == ["WE"]:
        return True
    behind = (k for k in kinds[at + 2 : min(end, at + 16)] if k in FINITES or k in CLAUSE_BOUNDS)
    return next(behind, "") in ("WOULD", "COULD", "MIGHT")


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


def _awaits_verb(sentence: Sentence, at: int, head: int, introducer: str | None) -> bool:
    """True where "and" joins two nouns that are the subject of a clause begun before it: "ask which *ships and
    ports* are meant", "that the *drafts and notes* are kept"."""
    kinds = sentence.kinds
    for place in range(at - 1, max(head, at - 12) - 1, -1):
        kind = kinds[place]
        if place == head:
            return introducer == "THAT" and kind in NOUN_HEADS
        if kind in FINITES or kind in VERBS or kind in ("HAVE", "PAST", "COMMA", "COLON"):
            return False
        if kind in ("WH", "SUB", "THAT"):
            return kinds[place - 1] not in OBLIQUE
    return False


def _is_to(sentence: Sentence, place: int, end: int) -> bool:
    """True where "is to", "are not to" and a verb stand at a token."""
    kinds = sentence.kinds
    to = place + 1 + (kinds[place + 1 : place + 2] == ["NOT"])
    return to + 1 < end and kinds[to] == "TO" and kinds[to + 1] in VERBS


def _infinitive_anew(sentence: Sentence, to: int, head: int, end: int) -> bool:
    """True where "to" and a verb go with the cue, no infinitive before them: "asks him wait *and to hear*"."""
    kinds = sentence.kinds
    if to + 1 >= end or kinds[to + 1] not in VERBS - {"NVERB"} or kinds[head] not in VERBS:
        return False
    return not any(kinds[at] == "TO" and kinds[at + 1] in VERBS for at in range(max(head, to - 40), to))


def _bids(sentence: Sentence, place: int, end: int) -> bool:
    """True where the addressee is told what to do behind a phrase that begins before a token."""
    kinds = sentence.kinds
    for at in range(place, min(end - 1, place + 12)):
        if kinds[at] == "YOU":
            return kinds[at + 1] in ("SHOULD", "MUST", "MAY", "MIGHT") and kinds[at - 1] not in ("WH", "THAT")
        if kinds[at] in FINITES or kinds[at] in CLAUSE_BOUNDS:
            return False
    return False


def _other_wishes(sentence: Sentence, place: int, end: int, content: bool) -> bool:
    """True where somebody's wish stands at a token, its subject with it: "and *I recommend* that…", "and *it
    requests* that…"; in what is told only one of "I" does."""
    kinds, words = sentence.kinds, sentence.words
    own = words[place] == "i" or (kinds[place] in ("WE", "IT") and not content)
    place += 1
    while place < end and kinds[place] == "ADVERB":
        place += 1
    return own and place + 1 < end and kinds[place] in WISHING | {"PRESUME"} and kinds[place + 1] != "COMMA"


def turned(sentence: Sentence, at: int, end: int) -> Joined | bool:
    """The act behind words that turn to what else is to be done ("send it, *failing which keep* it"); True where
    the addressee is told anew there ("*in which case you should*"), False where nothing turns."""
    kinds, words = sentence.kinds, sentence.words
    first = at + (kinds[at] == "COMMA")
    for size in (2, 3):
        verb = first + size
        if verb >= end or tuple(words[first:verb]) not in act_words().turning:
            continue
        verb += kinds[verb] == "COMMA"
        if verb < end and kinds[verb] in LISTED_VERBS and begins_act(sentence, verb, end):
            return Joined(verb, verb, False, (Segment("condition", first, first + size - 1, "inserted"),))
        return kinds[verb : verb + 1] == ["YOU"] and verb + 1 < end and kinds[verb + 1] in MODALS
    return False


def sender_goes_on(sentence: Sentence, place: int, end: int) -> bool:
    """True where the sender's own verb stands behind "and", the act before it being none that somebody does: "we
    agree to the plan *and consider that*…", "it should be dropped *but urge that*…"."""
    kinds = sentence.kinds
    while place < end and kinds[place] == "ADVERB":
        place += 1
    if place + 1 >= end:
        return False
    goes_on = kinds[place] in WISHING and kinds[place + 1] == "THAT"
    return goes_on or (kinds[place] == "HAVE" and kinds[place + 1] in ("PAST", "HAD"))


def _same_gerund(sentence: Sentence, at: int, head: int, end: int) -> bool:
    """True where "and" joins a gerund to the one asked for: "the need of pressing for it *and of telling us*"."""
    kinds, words = sentence.kinds, sentence.words
    same = at + 2 < end and words[at + 1] == words[head - 1] and kinds[at + 1] in OBLIQUE
    if at + 2 >= end or (not same and "GERUND" in kinds[max(head + 1, at - 30) : at]):
        return False
    return kinds[at + 1 + same] == "GERUND" and kinds[at + 2 + same : at + 3 + same] != ["AND"]


def _of_sender(sentence: Sentence, place: int, end: int) -> bool:
    """True where a verb of wishing at a token is the sender's own: "and *suggests*…", "and *urge* that you…"."""
    at = place + 1
    word = sentence.words[place]
    if word.endswith("s") and not word.endswith("ss"):
        return True
    if at < end and sentence.kinds[at] == "THAT":
        at += 1
    return at < end and sentence.kinds[at] == "YOU"


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


def answered(sentence: Sentence, place: int, end: int) -> bool:
    """True where a condition or time with its own main clause stands behind "and" ("but *if you wish I shall* do so",
    "and *before it is signed, the Board will* be asked")."""
    found = opener_at(sentence, place, lexicon()) if place < end else None
    if found is None or found[0].type not in ("condition", "time") or found[0].kind != "clauses":
        return False
    kinds = sentence.kinds
    comma = next((at for at in range(found[1], min(end - 1, place + 25)) if kinds[at] in ("COMMA", "COLON")), 0)
    if comma and kinds[comma + 1] in CLAUSE_OPENS and not FINITES.isdisjoint(kinds[found[1] : comma]):
        return clause_ahead(sentence, comma + 1, end)
    if found[0].type == "time":
        return False
    finite = found[1] < end and kinds[found[1]] in PRONOUN_SUBJECTS
    for at in range(found[1] + 1, min(end - 1, place + 25)):
        if kinds[at] == "COMMA" and finite and kinds[at + 1] in PRONOUN_SUBJECTS and kinds[at + 2] in MODALS:
            return True
        if kinds[at] in ("COMMA", "COLON", "AND"):
            return False
        if finite and kinds[at] in PRONOUN_SUBJECTS and kinds[at + 1] in MODALS:
            return True
        finite = finite or kinds[at] in FINITES
    return False


def adds(sentence: Sentence, at: int, end: int) -> bool:
    """True where "also" joins a further act without "and": "send your views *also advise* whether he comes"."""
    kinds = sentence.kinds
    verb = at + 1
    if (
        verb + 1 >= end
        or kinds[verb] not in LISTED_VERBS - {"NVERB"}
        or kinds[at - 1] in VERBS | MODALS | PRONOUN_SUBJECTS
    ):
        return False
    return kinds[verb + 1] in OBJECTS | {"WH", "THAT", "IF", "N"}
