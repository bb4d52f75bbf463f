"""The opener of a constraint and its place in; out, the last token that the constraint reaches to."""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.contents import tells_or_asks
from directives.forms.further_acts import begins_act, one_verb, singled_out
from directives.forms.kinds import (
    BEHIND_PARTICIPLE,
    CONTENT_WORDS,
    FINITES,
    MODALS,
    NOUN_HEADS,
    OBLIQUE,
    PARTICIPLES,
    PRESENT,
    PRONOUN_SUBJECTS,
    SUBJECT_PARTS,
    VERBS,
    WISHING,
    modal_at,
)
from directives.forms.marks import abbreviates, behind_brackets, letter_at, opens_item
from directives.forms.segments import PHRASE_ENDS, discourse_at, opener_at
from directives.forms.verbs import (
    base_form,
    clause_ahead,
    clause_behind_that,
    finite_between,
    finite_near,
    is_passive,
    own_verb,
    verb_ahead,
    wish_at,
)
from directives.language.lexicon import Opener, lexicon
from directives.language.tokens import Sentence

CLAUSE_SUBJECTS: Final = PRONOUN_SUBJECTS | {"THIS"}
# No question begins with one of these behind a noun.
RELATIVES: Final = (["which"], ["who"])
RELATIVE_ENDS: Final = frozenset({"COMMA", "COLON", "STOP", "AND", "IF", "SUB", "OPEN", "CLOSE"})
# Whoever is bidden to do something ends with one of these: "ask *the Board*", "authorise *me*".
BIDDEN: Final = frozenset({"N", "US", "OBJECT_PRONOUN", "NUM", "COMMA"})
CLAUSE_VERBS: Final = FINITES | VERBS | PRESENT | {"PAST"}
# The object of a verb begins with one of these.
AWAITED: Final = frozenset({"DET", "YOUR", "N", "NO", "NUM", "NUMBER", "THIS", "WH", "QUOTE"})
# A reason of these words goes on with what is ("*as* others ask too and we *are* not free").
GROUNDS: Final = frozenset({"as", "since", "because", "that"})
IS: Final = (["IS"], ["WAS"])
ARTICLES: Final = (["a"], ["an"])
SENDER: Final = (["me"], ["us"])
# A phrase is whole that ends with one of these.
NAMED: Final = frozenset({"N", "MONTH", "DAY"})
# And a clause put in behind it begins anew behind one of these ("by *Friday* who comes").
ENDED: Final = NAMED | {"NUM", "NVERB"}
# No constraint ends with one of these.
TRAILING: Final = frozenset({"COMMA", "AND", "STOP", "COLON"})
CLAUSE_MARKS: Final = frozenset({"AND", "PLEASE", "YOU", "GERUND", "THAT"})


def reach(sentence: Sentence, quotes: dict[int, int], opener: Opener, at: int, after: int, end: int, head: int) -> int:
    """Last token of a constraint whose opener at `at` takes a phrase or clause, which begins at `after`."""
    kinds, words = sentence.kinds, sentence.words
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
        if (
            kind == "AND"
            and not opened
            and kinds[place + 1 : place + 2] == ["OPEN"]
            and opens_item(sentence, place + 1)
        ):
            break  # "to win them over *and (c)* propose"
        if kind == "OPEN":
            opened = True
            lettered = letter_at(sentence, place)
            if lettered and not listed and kinds[place - 1] in ("COMMA", "AND", "COLON") and place > after:
                break
            listed = listed or lettered
            place = behind_brackets(sentence, place, end)
            continue
        if kind == "QUOTE" and quotes.get(place, end) < end:
            place = quotes[place] + 1
            continue
        if words[place : place + 2] == ["the", "following"] and kinds[place - 1] == "N":
            break
        if words[place : place + 3] == ["of", "the", "following"] and place > after:
            break  # "bring to him before his return *the following* message"
        if opener.kind == "phrases":
            if _phrase_over(sentence, opener, at, place, after, end, head):
                break
        elif kind == "COMMA" and _parts_verb(sentence, place, after) and "COMMA" in kinds[place + 1 : end]:
            place = kinds.index("COMMA", place + 1)  # "so that, *if this is so,* we can"
        elif _clause_over(sentence, opener, at, place, after, end, head):
            break
        if kind == "AND" and _asked_too(sentence, place + 1, head) and finite_between(sentence, after, place):
            break
        place += 1
    last = (_behind_relative(sentence, place, end) if opener.kind == "phrases" else place) - 1
    while last > at and (kinds[last] in TRAILING or _only_closes(kinds, at, last)):
        last -= 1
    return last


def _only_closes(kinds: list[str], first: int, last: int) -> bool:
    """True at a bracket or quotation mark that closes what was opened before a phrase."""
    if kinds[last] == "CLOSE":
        return "OPEN" not in kinds[first:last]
    return kinds[last] == "QUOTE" and "QUOTE" not in kinds[first:last]


def _phrase_over(sentence: Sentence, opener: Opener, at: int, place: int, after: int, end: int, head: int) -> bool:
    """True where the phrase of a constraint is over: at a mark, a further act, the object of the act, the next
    constraint."""
    kinds, words = sentence.kinds, sentence.words
    kind = kinds[place]
    if kind in PHRASE_ENDS and _ends_phrase(sentence, opener, place, after, end):
        return True
    if words[place] in act_words().explaining and kinds[place - 1] in ("N", "NUM", "MONTH", "DAY"):
        return True  # "on his return *advising that*…"
    if kind == "AND" and (_joins_more(sentence, at, place, end) or _infinitive_too(sentence, at, place, end, head)):
        return True
    if kind in ("DET", "YOUR", "WH") and kinds[place - 1] in NAMED:  # "by urgent cable *the* text", "in May *the*"
        bare = place == after and (opener.type != "time" or _whole_phrase(sentence, at, place, head, end))
        if place > after or bare:
            return True
    if opener.type == "time" and _dated(sentence, place) and _without_object(sentence, head, at):
        return True
    inner = opener_at(sentence, place, lexicon())
    if inner is not None and (place > after or inner[0].kind == "whole" or opener.words[-1] == "behalf"):
        return inner[0].words != ("as", "to") and not adjectival(sentence, inner[0], inner[1], end)
    infinitive = kind == "TO" and place + 1 < end and kinds[place + 1] in VERBS
    return infinitive and (place > after or opener.words[-1] in ("background", "earliest"))


def _dated(sentence: Sentence, place: int) -> bool:
    """True where a noun stands behind a day, a date or an hour, to which it cannot belong ("by Tuesday *names* of the
    crew", not "by Tuesday *evening*")."""
    kinds, words, hours = sentence.kinds, sentence.words, act_words().hours
    if kinds[place] != "N" or words[place] in hours:
        return False
    dated = "MONTH" in (kinds[place - 1], kinds[place - 2]) and "NUM" in (kinds[place - 1], kinds[place - 2])
    return dated or kinds[place - 1] == "DAY" or words[place - 1] in hours


def _joins_more(sentence: Sentence, at: int, place: int, end: int) -> bool:
    """True where "and" joins more to a phrase than a second noun: a verb, a clause, a further phrase of the act."""
    kinds, words = sentence.kinds, sentence.words
    if verb_ahead(sentence, place + 1, end) and not one_verb(sentence, place, place + 1, at):
        return True
    if place + 1 < end and modal_at(kinds, place + 1):
        return True
    if place + 2 < end and _subject_and_verb(sentence, place + 1):
        return True
    if kinds[place + 1 : place + 3] == ["OF", "GERUND"] and "GERUND" not in kinds[max(at, place - 20) : place]:
        return True
    return words[place + 1 : place + 2] in ARTICLES and _gapped(sentence, place + 1, end)


def _infinitive_too(sentence: Sentence, at: int, place: int, end: int, head: int) -> bool:
    """True where "and" joins an infinitive to that of the act ("to call on him *before Friday* and to ask"), and not to
    one in the limit ("in view of his wish to help *and to pay*")."""
    kinds = sentence.kinds
    if place + 2 >= end or kinds[place + 1] != "TO" or kinds[place + 2] not in VERBS:
        return False
    return kinds[head - 1] == "TO" and "TO" not in kinds[at + 1 : place]


def _clause_over(sentence: Sentence, opener: Opener, at: int, place: int, after: int, end: int, head: int) -> bool:
    """True where the clause of a constraint is over: at a comma, a further act, what the verb of the act waits for."""
    kinds, words = sentence.kinds, sentence.words
    kind = kinds[place]
    if kind == "AND" and _infinitive_too(sentence, at, place, end, head):
        return True
    if words[place] == "or" and verb_ahead(sentence, place + 1, end):
        return False  # "since if we wait *or urge* our claims"
    joins = place + (kind == "COMMA")
    anew = kinds[joins : joins + 1] == ["AND"] and joins + 1 < end and modal_at(kinds, joins + 1)
    if anew and not finite_between(sentence, after, place):
        return True  # "except Farrow, *and need not* leave it"
    if kind == "COMMA":
        if words[after] == "only" and not finite_between(sentence, after, place):
            return True  # "even if only in part, *as*…"
        if kinds[at - 1] == "COMMA" and _object_behind(sentence, place, at, after, head):
            return True
        if kinds[at - 1] == "COMMA" and opener.type in ("condition", "time"):
            again = place + 1 < end and opener_at(sentence, place + 1, lexicon())
            return finite_between(sentence, after, place) or bool(again) or kinds[place + 1 : place + 2] == ["THAT"]
        if place + 1 < end:
            return _comma_parts(sentence, place, end)
    if _clause_ends(sentence, opener, at, place, after, end):
        return True
    if _back_to_act(sentence, opener, at, place, head, after):
        return True
    if kind != "AND":
        return kind == "PLEASE"
    if _act_behind(sentence, opener, at, place, end):
        return _parts_act(sentence, place, after)
    return _begins_anew(sentence, place + 1, end)


def _comma_parts(sentence: Sentence, comma: int, end: int) -> bool:
    """True where what stands behind a comma does not belong to the clause before it."""
    if sentence.words[comma + 1] == "but" and clause_ahead(sentence, comma + 2, end):
        return True
    if singled_out(sentence, comma + 1, end):
        return True
    if sentence.kinds[comma + 1] in CLAUSE_MARKS and not _listed(sentence, comma, end):
        return True
    return opener_at(sentence, comma + 1, lexicon()) is not None


def _act_behind(sentence: Sentence, opener: Opener, at: int, place: int, end: int) -> bool:
    """True where the verb of a further act stands behind "and", no second verb of the constraint itself."""
    kinds, verb = sentence.kinds, place + 1
    return (
        verb < end
        and kinds[verb] in VERBS
        and (kinds[verb] != "NVERB" or sentence.words[verb] in act_words().answering)
        and begins_act(sentence, verb, end)
        and opener.words[-1] != "to"
        and not one_verb(sentence, place, verb, at)
    )


def _parts_act(sentence: Sentence, place: int, after: int) -> bool:
    """True where the verb behind "and" goes with the act, not with the clause of its constraint: behind a comma, as an
    answer to the sender, behind a clause that has no verb or ends with its modal ("as far as you can *and tell*")."""
    kinds, words = sentence.kinds, sentence.words
    return (
        kinds[place - 1] == "COMMA"
        or (words[place + 1] in act_words().answering and words[place] != "or")
        or words[place + 2 : place + 3] in SENDER
        or kinds[place - 1] in MODALS
        or _other_person(sentence, after, place)
        or not finite_between(sentence, after, place)
    )


def _other_person(sentence: Sentence, first: int, place: int) -> bool:
    """True where the base form behind "and" is no verb of the clause before it, whose own verb is of the third person
    ("when the House *meets* and *arrange* for copies"), nor behind "to" or a modal in it."""
    kinds, words = sentence.kinds, sentence.words
    verbs = lexicon().verb_forms
    third = any(
        kinds[at] in PRESENT | {"FINITE"} and words[at].endswith("s") and words[at] in verbs
        for at in range(first + 1, place)
    )
    return third and MODALS.isdisjoint(kinds[first:place]) and "TO" not in kinds[first:place]


def _behind_relative(sentence: Sentence, place: int, end: int) -> int:
    """Where a phrase ends, the relative clause behind it with it ("by the cable *which he sent*")."""
    kinds, words = sentence.kinds, sentence.words
    asked = words[place + 1 : place + 2] and words[place + 1] in CONTENT_WORDS  # "ascertain, by cable, *what*"
    if kinds[place : place + 2] == ["COMMA", "WH"] and not asked:
        return next((p for p in range(place + 2, end) if kinds[p] in ("COMMA", "COLON", "STOP")), end)
    if words[place : place + 1] in RELATIVES and kinds[place - 1] in ("N", "ADVERB"):
        return next((p for p in range(place + 1, end) if _ends_relative(sentence, p, end)), end)
    return place


def _parts_verb(sentence: Sentence, comma: int, after: int) -> bool:
    """True where a comma parts the opener from its clause, no opener that is a clause itself ("*as you propose*,"),
    or an auxiliary from its verb ("as he *might*, you will see, *refuse*")."""
    before = sentence.kinds[comma - 1]
    if comma == after:
        return before not in WISHING | {"VERB", "PAST"}
    return before in MODALS | {"IS", "WAS", "HAS", "HAD", "BE"}


def _ends_relative(sentence: Sentence, at: int, end: int) -> bool:
    """True where a relative clause ends: at no "and" between two nouns of it ("approved by *Hull and Casey*")."""
    kinds = sentence.kinds
    between = kinds[at] == "AND" and kinds[at - 1] == "N" and kinds[at + 1 : at + 2] == ["N"]
    return kinds[at] in RELATIVE_ENDS and not (between and not clause_ahead(sentence, at + 1, end))


def _gapped(sentence: Sentence, place: int, end: int) -> bool:
    """True where a subject and a participle stand at a token, "be" left out ("and *a copy sent* to him")."""
    kinds = sentence.kinds
    at = place + 1
    while at < min(end - 1, place + 5) and kinds[at] in ("N", "ADVERB"):
        at += 1
    return at > place + 1 and at + 1 < end and kinds[at] in PARTICIPLES and kinds[at + 1] in BEHIND_PARTICIPLE


def _subject_and_verb(sentence: Sentence, at: int) -> bool:
    """True where a pronoun and its verb stand at a token ("as set out in his note but *this might* be altered")."""
    kinds = sentence.kinds
    return kinds[at] in CLAUSE_SUBJECTS and (kinds[at + 1] in FINITES or kinds[at + 1] == "HAVE")


def _asked_too(sentence: Sentence, place: int, head: int) -> bool:
    """True where a further thing asked for stands behind the clause of a limit: "an estimate as the matter develops
    *and early advice*"."""
    words = sentence.words
    asked = sentence.kinds[head] in NOUN_HEADS and words[place : place + 1] and words[place] in act_words().timely
    return bool(asked) and not act_words().asked_for.isdisjoint(words[place + 1 : place + 3])


def _whole_phrase(sentence: Sentence, at: int, place: int, head: int, end: int) -> bool:
    """True where a phrase of time ends with its opener, the object behind it ("keep *in your reply* the tone")."""
    return at == head + 1 and sentence.kinds[place - 1] in ("N", "NVERB") and not own_verb(sentence, place, end)


def _ends_phrase(sentence: Sentence, opener: Opener, place: int, after: int, end: int) -> bool:
    """True where a mark or a clause ends the phrase of a constraint: no stop of an abbreviation ("my telegram
    No*.* 36"), no comma in a date ("of 21st October*,* 1939")."""
    kinds, words = sentence.kinds, sentence.words
    if abbreviates(sentence, place):
        return False
    if kinds[place] == "THAT" and kinds[place - 1] in OBLIQUE and kinds[place + 1 : place + 2] == ["N"]:
        return False  # "as set out in *that telegram*"
    if kinds[place] == "COMMA" and place + 1 < end and kinds[place + 1] == "NUM":
        year = len(words[place + 1]) == 4 and "MONTH" in kinds[place - 2 : place]
        return not year and kinds[place - 1] != "DAY"
    whole = kinds[place] in ("WH", "THAT") and kinds[place - 1] in ENDED  # "by Friday *who* comes"
    return place > after or whole or (kinds[place] == "COMMA" and len(opener.words) > 1)


def _back_to_act(sentence: Sentence, opener: Opener, at: int, place: int, head: int, after: int) -> bool:
    """True where what the verb of the act waits for follows a clause put in behind it: "ask Hull if he calls on you
    *to wait*", "let us know without telling the Board *what* it will do"."""
    kinds, words = sentence.kinds, sentence.words
    if at <= head or place <= after:
        return False
    if _asked_behind(sentence, at, place, head, after):
        return True
    if place == after + 1:
        return False
    if kinds[place] == "TO" and kinds[place - 1] in ("VERB", "NVERB", "PAST", "ADVERB"):
        return (
            base_form(sentence, head) in act_words().causing
            and "TO" not in kinds[head + 1 : at]
            and kinds[at - 1] in BIDDEN
            and not VERBS.isdisjoint(kinds[place + 1 : place + 2])
            and words[place - 1] not in act_words().causing | act_words().taking_infinitive
            and not PRONOUN_SUBJECTS.isdisjoint(kinds[after:place])
        )
    if kinds[place] == "THAT" and kinds[place - 1] not in OBLIQUE:
        return _still_to_say(sentence, head, at) and lexicon().saying.isdisjoint(words[after:place])
    meets = kinds[place - 2] == "DET"  # "before the *meeting*"
    ends = ("N", "NUM", "CLOSE", "COMMA", "DAY", "MONTH", "NVERB", *(("GERUND",) if meets else ()))
    if kinds[place - 1] not in ends:
        return False
    third = words[place - 1].endswith("s") and words[place - 1] in lexicon().verb_forms
    if opener.kind == "clauses" and kinds[place - 2] == "N" and third:
        return False  # "at the same time as Mr. Hale *presents* the terms"
    if kinds[place] in ("DET", "YOUR") and opener.type == "time" and "COMMA" not in (kinds[at - 1], kinds[place - 1]):
        return _without_object(sentence, head, at) and not finite_between(sentence, after, place)
    if kinds[place] == "TO" and kinds[place + 1 : place + 2] and kinds[place + 1] in VERBS:
        waits = base_form(sentence, head) in act_words().causing and "TO" not in kinds[head + 1 : at]
        return waits and kinds[at - 1] in BIDDEN and not CLAUSE_VERBS.isdisjoint(kinds[after:place])
    return words[at - 1] in act_words().asking and words[place] in CONTENT_WORDS


def _asked_behind(sentence: Sentence, at: int, place: int, head: int, after: int) -> bool:
    """True where what is asked or told follows a limit: "let us know by Friday *who* comes", "tell him before the vote
    *what* it means"; not "before the meeting *which* opens"."""
    kinds, words, known = sentence.kinds, sentence.words, act_words()
    dated = kinds[place - 1] in ("DAY", "MONTH", "NUM") and words[place : place + 1] in RELATIVES
    if not dated and words[place] not in CONTENT_WORDS:
        return False
    asks = base_form(sentence, head) in known.asking or words[at - 1] in known.asking
    return asks and "WH" not in kinds[head + 1 : at] and not finite_between(sentence, after, place)


def _still_to_say(sentence: Sentence, head: int, at: int) -> bool:
    """True where what is said is still to come at a token: "point out *…*", "make sure *…*", "say to him *…*"."""
    if "THAT" in sentence.kinds[head + 1 : at]:
        return False
    said = tells_or_asks(base_form(sentence, head)) and at <= head + 7 and _without_object(sentence, head, at)
    return said or sentence.words[at - 1] in ("out", "sure", "certain", "clear")


def _object_behind(sentence: Sentence, comma: int, at: int, after: int, head: int) -> bool:
    """True where the object of a verb follows what commas part from it: "find out, *without naming us,* what they ask",
    not a list in the limit itself ("act, *without telling Farrow, the Board or the press*")."""
    kinds, words = sentence.kinds, sentence.words
    if comma + 1 >= len(kinds) or kinds[comma + 1] not in AWAITED or not after < comma:
        return False
    asked = words[comma + 1] in CONTENT_WORDS or base_form(sentence, head) in act_words().asking
    if kinds[comma + 1] == "WH" and not asked:
        return False  # "bearing in mind the lines below, *which* are"
    waits = kinds[after] in CLAUSE_SUBJECTS | SUBJECT_PARTS and kinds[at] in ("IF", "SUB", "AS")
    if at <= head or (waits and CLAUSE_VERBS.isdisjoint(kinds[after:comma]) and "DAY" not in kinds[after:comma]):
        return False
    listed = any(words[p] == "or" for p in range(comma + 1, min(len(kinds), comma + 8)))
    return (not listed or kinds[comma + 1] == "WH") and _without_object(sentence, head, at)


def _without_object(sentence: Sentence, head: int, at: int) -> bool:
    """True where nothing, or only somebody spoken to, stands between a verb and a token ("raise *with Hull*")."""
    kinds = sentence.kinds
    if is_passive(sentence, head, at) or kinds[head] not in VERBS:
        return False
    place = head + 1
    if sentence.words[place : place + 1] in (["out"], ["up"]):
        place += 1
    if sentence.words[place : place + 2] == ["at", "once"]:
        place += 2
    if place < at and kinds[place] in ("PREP", "TO") and not verb_ahead(sentence, place + 1, at):
        place += 1
        while place < at and kinds[place] in ("DET", "N", "OF", "OBJECT_PRONOUN", "YOUR", "ADVERB", "PAST"):
            place += 1
    while place < at and kinds[place] in ("ADVERB", "COMMA"):
        place += 1
    return place == at


def _clause_ends(sentence: Sentence, opener: Opener, at: int, place: int, after: int, end: int) -> bool:
    """True where a limit or a clause of its own begins behind the clause of a constraint."""
    kinds = sentence.kinds
    if kinds[place] == "AND" and _turns(sentence, opener, place + 1, after, end):
        return True
    if place == after:
        return False
    if opener.type == "time" and kinds[place - 1] in MODALS and kinds[place] in ("DET", "YOUR", "WH"):
        return True  # "as soon as you can *the text*"
    if kinds[place : place + 2] == ["AND", "THAT"] and opener.words[-1] in ("ensure", "show"):
        return False  # "to ensure a truce *and that the ships sail*"
    if kinds[place : place + 2] == ["AND", "THAT"] and opener.type != "manner" and "THAT" not in kinds[at:place]:
        return place + 2 < end and clause_behind_that(sentence, place + 2, end)
    return (opener.type == "time" and _next_time(sentence, place, end)) or _limits_clause(sentence, opener, place)


def _next_time(sentence: Sentence, at: int, end: int) -> bool:
    """True where "and" joins a further time, or a clause of its own, to one of time ("as soon as the talks end *and
    before* the Assembly", "before it appears, *and that* you will…")."""
    kinds = sentence.kinds
    if kinds[at] != "AND" or at + 1 >= end:
        return False
    found = opener_at(sentence, at + 1, lexicon())
    if found is not None and found[0].type == "time":
        return found[0].words[0] in ("before", "after", "not", "within")
    return kinds[at - 1] == "COMMA" and (kinds[at + 1] == "THAT" or clause_ahead(sentence, at + 1, end))


def _limits_clause(sentence: Sentence, opener: Opener, place: int) -> bool:
    """True where a limit on the act itself stands behind a clause of time, no comma between ("before it meets *to
    enable* us")."""
    found = opener_at(sentence, place, lexicon())
    if found is None or len(found[0].words) < 2:
        return False
    if opener.type == "time" and sentence.kinds[place - 1] in MODALS:
        return True
    if found[0].kind != "clauses":
        return False
    if sentence.kinds[place] == "GERUND":
        return found[0].type == "manner"
    if found[0].type == "reason" and found[0].words[0] in ("particularly", "especially"):
        return True  # "to stop the strike *particularly in view of* the frost"
    of_act = opener.type == "time" or (opener.type == "manner" and len(found[0].words) > 3)
    return of_act and found[0].type == "purpose" and sentence.kinds[place - 1] not in VERBS


def _begins_anew(sentence: Sentence, place: int, end: int) -> bool:
    """True where a wish with its own subject stands behind "and": "until he comes *but I should* like"."""
    kinds = sentence.kinds
    return place < end and (
        wish_at(sentence, place, end) or (kinds[place] == "WE" and wish_at(sentence, place + 1, end))
    )


def _turns(sentence: Sentence, opener: Opener, place: int, after: int, end: int) -> bool:
    """True where a clause or constraint of its own begins behind "and" ("if he asks, *and we hope*…"); a reason goes on
    with what is ("as others ask too *and we are* not free")."""
    if place < end and sentence.kinds[place] == "WE":
        if opener.type == "reason" and opener.words[-1] in GROUNDS and sentence.kinds[place + 1 : place + 2] in IS:
            return False
        return place + 1 < end and (finite_near(sentence, place + 1, end) or sentence.kinds[place + 1] in WISHING)
    time_over = opener.type == "time" and sentence.words[place - 1] == "but" and finite_between(sentence, after, place)
    if time_over and clause_ahead(sentence, place, end):
        return True  # "until he comes *but the wider question might* wait"
    inner = opener_at(sentence, place, lexicon()) if place < end else None
    if inner is None or inner[0].kind != "clauses" or inner[0].type == "aside":
        return False
    if inner[0].words == opener.words and opener.type == "purpose":
        return False  # "so that we may load them *and so that* the crews may rest"
    return finite_between(sentence, after, place) or len(inner[0].words) > 2


def _listed(sentence: Sentence, comma: int, end: int) -> bool:
    """True where the comma stands in a list of nouns or clauses that goes on."""
    if sentence.kinds[comma + 1] != "AND" or comma + 2 >= end:
        return False
    place = _behind_connectives(sentence, comma + 2, end)
    return place >= end or sentence.kinds[place] not in VERBS | {"PLEASE", "YOU", "WE", "TO"}


def _behind_connectives(sentence: Sentence, place: int, end: int) -> int:
    """The first token from `place` on that is no connective."""
    while place < end:
        size = discourse_at(sentence, place, lexicon())
        if not size and sentence.kinds[place] != "ADVERB":
            break
        place += size or 1
    return place


def adjectival(sentence: Sentence, opener: Opener, after: int, end: int) -> bool:
    """True where a word that may tell when belongs to a noun ("*later* changes")."""
    return opener.words == ("later",) and after < end and sentence.kinds[after] in ("N", "NVERB")
