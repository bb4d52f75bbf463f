"""A sentence of typed tokens in, every place where a cue stands out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from directives.forms.act_words import act_words
from directives.forms.cues import cues
from directives.forms.draft import Candidate
from directives.forms.kinds import DENIAL
from directives.forms.nouns import (
    BASES,
    FINITE,
    PRESENT,
    head_of,
    party_words,
    phrase_terminal,
    subject_before,
    topic_before,
)
from directives.forms.segments import Segment, discourse_at, likens, opener_at
from directives.language.lexicon import Opener, OpenerType, lexicon, phrase_before
from directives.language.tokens import Sentence

# A cue may open with one of these.
OPENING = frozenset({
    "PLEASE", "YOU", "WE", "IT", "THERE", "WILL", "WOULD", "SHOULD", "MAY", "MIGHT", "COULD", "CAN", "MUST",
    "WELCOMING", "APPRECIATE", "REQUEST", "DESIRE", "SUGGEST", "EXPECT", "ADVISE", "HOPE", "PRESUME", "TAKE",
    "CONSIDER", "ESSENTIAL", "ADVISABLE", "DESIRED", "REQUESTED", "SUGGESTED", "NO", "ORDERED", "PERMITTED",
    "EXPECTED", "URGED", "IS", "AGREE", "TO", "SEEMS", "THEY", "SHALL", "INSIST", "PREP", "AUTHORITY", "BE", "NOT",
    "ANXIOUS", "UNWISE", "WH", "IF", "CONFIDENT",
})  # fmt: skip
# These only at the head of a clause.
ONLY_AT_HEAD = frozenset({
    "NO", "IS", "TO", "NOT", "SHOULD", "MUST", "SHALL", "SEEMS", "AGREE", "PREP", "AUTHORITY", "BE", "ANXIOUS", "WH",
    "CONFIDENT",
})  # fmt: skip
# An imperative opens a clause.
IMPERATIVE = frozenset(
    {"VERB", "NVERB", "LET", "ASK", "INSIST", "ADVISE", "MAKE", "HELP", "HAVE", "LEAVE", "TAKE", "DO"}
)
GIVEN_TO = (["YOU"], ["YOUR"])
# Before one of these a noun phrase may be the subject of a cue.
BOUND = frozenset({
    "WILL", "SHALL", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "CANNOT", "IS", "HAS", "HAVE", "NEED",
    "WOULD", "REQUESTED", "APPRECIATED", "DESIRED", "ESSENTIAL", "ADVISABLE", "UNWISE", "SEEMS", "OUGHT", "PLEASE",
    "ANXIOUS",
})  # fmt: skip
# What is judged without a verb: "early reply *essential*".
JUDGING = frozenset({"ESSENTIAL", "ADVISABLE", "UNWISE"})
# What is judged behind one of these belongs to the cue that holds both.
PREDICATING = frozenset({"IS", "BE", "SEEMS", "IT"})
WISHING = frozenset(
    {
        "DESIRE",
        "REQUEST",
        "ASK",
        "SUGGEST",
        "HOPE",
        "APPRECIATE",
        "EXPECT",
        "WOULD",
        "CONSIDER",
        "IS",
        "ORDER",
        "PERMIT",
        "ADVISE",
        "PRESUME",
        "INSIST",
        "AGREE",
        "ACCEPTABLE",
    }
)
INSIDE = frozenset({
    "YOU", "WE", "IT", "WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "IS", "BE",
    "THAT", "TO", "SENDER", "PLEASE", "DESIRED", "REQUESTED", "APPRECIATE", "IF", "FOR", "HOPE", "SUGGEST",
    "REQUEST", "NOT", "ADVISE", "ASK", "DESIRE", "AND", "WELCOMING", "ESSENTIAL", "ADVISABLE", "APPRECIATED",
    "SUGGESTED", "URGED", "EXPECTED", "HOPED", "PRESUME", "CONSIDER", "AGREE", "ORDERED", "PERMITTED", "UNWISE",
})  # fmt: skip
# These go on with a cue, though a constraint may open with the same word ("direct", "to").
GOES_ON = frozenset({"THAT", "VERB", "ADVISABLE", "TO", "ORDER"})
# What a noun phrase as subject is to the parser.
SUBJECTS = ("THING", "PARTY", "SENDER", "NOTHING", "OCCASION")
NO_NOUN = frozenset({"YOU", "WE", "IT", "THERE", "START", "WH", "AND"})
COMPARED = (["ESSENTIAL"], ["ADVISABLE"], ["CONVENIENT"], ["UNWISE"], ["HELP"])
# "*Far* better", "it is becoming *more* important".
DEGREES = frozenset({"more", "far", "much"})
FORESEEN = frozenset({"certain", "sure", "likely", "bound"})
# What is judged may say for whom, in what regard: "essential *to our success* that".
REGARDED = frozenset({"ESSENTIAL", "ADVISABLE", "UNWISE", "CONVENIENT", "IMPORTANCE", "HELP"})
# "It may be *as well* to", "that", "if": no connective.
JUDGED_OF = (["TO"], ["THAT"], ["IF"], ["FOR"])
REGARD_ENDS = FINITE | {"COMMA", "COLON", "STOP", "WH", "SUB", "YOU", "WE", "VERB"}
# What a verb before it waits for, so that no new clause begins there.
CONDITION_GOES_ON = FINITE | {
    "TO", "NOT", "WE", "YOU", "THEY", "LET", "HELP", "DET", "YOUR", "THIS", "PREP", "OF", "FOR", "AND", "WH", "THAT",
}  # fmt: skip
ACT_GOES_ON = frozenset({"DET", "YOUR", "OBJECT_PRONOUN", "US", "THIS", "IT", "N", "ADVERB", "TO", "NUM"})
FINITE_CLAUSE = FINITE | PRESENT | {"VERB", "PAST", "GERUND"}
CLAUSE_OPENS = frozenset({"START", "COMMA", "COLON", "STOP", "AND", "CLOSE", "OPEN", "QUOTE"})
MODALS = frozenset({"WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD"})
PASSIVES = frozenset({"PAST", "PARTICIPLE", "GIVEN", "ORDERED", "REQUESTED", "PERMITTED"})
OBLIQUE = frozenset({"PREP", "TO", "OF", "FOR"})
# After a modal a verb is awaited, after these the addressee ("I hope that *in this case* you will").
VERBAL = frozenset({
    "VERB", "NVERB", "BE", "HAVE", "TAKE", "MAKE", "NOT", "LIKE", "APPRECIATE", "HOPE", "SUGGEST", "ASK", "REQUEST",
    "DESIRE", "ADVISE", "LEAVE", "FIND", "HELP", "AGREE", "CONSIDER", "LET", "DO", "INSIST", "PERMIT", "ORDER",
})  # fmt: skip
AWAITING = frozenset({
    "THAT", "HOPE", "SUGGEST", "REQUEST", "PRESUME", "SUGGESTED", "REQUESTED", "DESIRED", "HOPED", "IF",
})  # fmt: skip
AWAITED = frozenset({"YOU", "IT", "THEY"})
IN_PHRASE = frozenset({
    "DET", "N", "ADVERB", "THIS", "YOUR", "OF", "PREP", "POSSIBLE", "GERUND", "DISCRETION", "ADVISABLE", "ESSENTIAL",
    "NUMBER",
})  # fmt: skip
OBJECT_BEHIND = (["DET"], ["YOUR"], ["US"], ["OBJECT_PRONOUN"], ["THIS"], ["N"], ["NO"], ["ADVERB"])
BOUND_TO = (["SHOULD"], ["MUST"])
VERB_BEHIND = (["VERB"], ["NVERB"])
# What goes on behind a connective that has a comma on one side only ("I suggest, therefore that").
CONNECTED = frozenset({"THAT", "TO", "YOU", "IF"})
# No verb of a clause stands behind these without one of its own.
CLAUSE_CLOSES = frozenset({"THAT", "WH", "IF", "SUB", "COMMA", "COLON", "STOP"})
# A main clause behind one in front begins with one of these.
MAIN_CLAUSE = frozenset({"YOU", "WE", "IT", "THEY", "THERE", "DET", "N", "THIS", "YOUR", "NO"})
# A phrase put in behind one of these is passed over where the cue goes on behind it.
BEFORE_PHRASE = MODALS | AWAITING | {"PLEASE", "NOT"}
# All else follows its terminal into the stream, unless it stands behind one that a cue goes on from.
PASSED_OVER = frozenset({"ADVERB", "NOT", "AND", "COMMA", "PREP", "FOR", "OPEN"})
WATCHED = INSIDE | MODALS | AWAITING | {
    "CONVENIENT", "IMPORTANCE", "HELP", "SEEMS", "US", "ABLE", "POSSIBLE", "ANXIOUS",
}  # fmt: skip
# "You may *as a gesture of help* agree".
LIKENING = (["AS", "DET"], ["AS", "YOUR"])
ONE_FINITE = MODALS | {"IS", "WAS", "HAS", "HAVE", "NOT"}
# "Glad if *on your return* the Board could".
BEFORE_IF = frozenset({"WELCOMING", "ADVISABLE", "APPRECIATED", "ESSENTIAL", "CONVENIENT", "HELP", "IT"})
DETERMINERS = frozenset({"DET", "YOUR", "THIS", "NO"})
PHRASE_OVER = frozenset({"N", "NUM", "PAST", "ADVERB"})
_JUDGED = (["ADVISABLE"], ["ESSENTIAL"], ["CONVENIENT"], ["POSSIBLE"])
BESIDE = {"HOPE": (["HOPE"], ["CONSIDER"], ["EXPECT"]), "ADVISABLE": _JUDGED, "ESSENTIAL": _JUDGED}
PRONOUNS = frozenset({"WE", "THEY", "THERE", "IT", "YOU", "THIS"})
# Names at the head of a sentence are no more words.
LONGEST_ADDRESS = 16
WIDEST_INSERT = 25
WIDEST_REGARD = 14


class Stream(NamedTuple):
    """The tokens of a sentence that the parser reads: their places, their terminals, and what was passed over."""

    places: list[int]
    terminals: list[str]
    skipped: tuple[Segment, ...]


def stream_of(sentence: Sentence) -> Stream:
    """Leave out adverbs, constraints of fixed wording, and what stands between commas inside a cue."""
    kinds, words, size, lex = sentence.kinds, sentence.words, len(sentence), lexicon()
    places: list[int] = []
    skipped: list[Segment] = []
    denials: list[int] = []
    at = 0
    previous = "START"  # the terminal before
    while at < size:
        kind = kinds[at]
        if kind not in PASSED_OVER and previous not in WATCHED and words[at] not in lex.discourse:
            places.append(at)
            previous = kind
            at += 1
            continue
        wished = previous == "IF" and len(places) > 1 and kinds[places[-2]] in BEFORE_IF
        wished = wished or (previous == "SUGGEST" and kind in ("SUB", "IF"))  # "suggest *when he comes* you ask"
        if (previous == "THAT" or wished) and kind in ("SUB", "IF", "PREP", "AS", "ADVERB", "SHOULD"):
            end = _before_main_clause(sentence, at)
            if end is not None:
                skipped += _joined_segments(sentence, at, end + (kinds[end] != "COMMA"))
                at = end + 1
                continue
        if kind == "COLON" and previous in MODALS and kinds[at + 1 : at + 2] == ["OPEN"]:
            at += 1  # "you should- (a) inform him"
            continue
        if kind == "OPEN" and (previous in INSIDE or previous == "POSSIBLE"):
            end = _closing(sentence, at)
            if end is not None:
                at = end + 1
                continue
        if kind == "AND" and kinds[at + 1 : at + 2] in BESIDE.get(previous, ()):
            at += 2  # "hope *and believe*", "useful *and necessary*"
            continue
        if kind == "ADVERB" or (kind == "NOT" and opener_at(sentence, at, lex) is not None):
            at += 1
            continue
        if kind == "ADVISABLE" and previous in MODALS and kinds[at + 1 : at + 2] == ["BE"]:
            at += 1  # "might *well* be"
            continue
        if kind == "AND" and 0 < at < size - 1 and kinds[at - 1] == kinds[at + 1] == "ADVERB":  # "frankly but firmly"
            at += 1
            continue
        discourse = discourse_at(sentence, at, lex) if words[at] in lex.discourse else 0
        if discourse and not (previous == "BE" and kinds[at + discourse : at + discourse + 1] in JUDGED_OF):
            at += discourse
            continue
        if kind == "YOU" and (previous in MODALS or previous == "YOU") and places[-1] == at - 1 and words[at] != "you":
            at += 1  # "you yourself", "you might yourself"
            continue
        if kind == previous == "YOU" and places[-1] == at - 1:
            at += 1
            continue
        if kind == "AND" and previous == "YOU" and places[-1] == at - 1:
            beside = _companion(sentence, at)
            if beside:
                at = beside
                continue
        if kind == "COMMA" and previous in INSIDE:
            end = _insert(sentence, at)
            if end is not None:
                found = opener_at(sentence, _behind_and(sentence, at + 1), lex)
                if found is not None and not (found[0].words == ("as",) and likens(sentence, found[1], size)):
                    skipped.append(Segment(_inside(found[0]), at + 1, end - 1, found[0].kind))
                beside = _behind_and(sentence, end + 1)
                opened = opener_at(sentence, beside, lex)
                closes = opened is not None and (opened[0].kind == "phrases" or beside > end + 1)
                closes = closes and _insert(sentence, end) is not None
                at = end if closes else end + 1  # "we agree, however, *subject to his views*, in"
                continue
            if places and all(k == "ADVERB" for k in kinds[places[-1] + 1 : at]) and places[-1] + 1 < at:
                at += 1
                continue
            if _half_parted(sentence, at):
                at += 1
                continue
        elif previous in MODALS and kinds[at : at + 3] == DENIAL:
            places.append(at)
            denials.append(len(places) - 1)
            previous = "NOT"
            at += 3
            continue
        elif (previous in BEFORE_PHRASE and (kind == "PREP" or kinds[at : at + 2] in LIKENING)) or (
            kind in ("FOR", "AS") and (previous in MODALS or previous == "NOT")
        ):
            awaited = AWAITED if previous in AWAITING else IMPERATIVE if previous == "PLEASE" else VERBAL
            after = _behind_phrase(sentence, at, awaited)
            if after is not None:
                found = opener_at(sentence, at, lex)
                if previous != "NOT" or words[at + 1] != "any":  # "not *in any circumstances*" denies the more strongly
                    skipped.append(Segment(_inside(found[0]) if found else "manner", at, after - 1, "inserted"))
                at = after
                continue
        if words[at] in DEGREES and previous in ("IS", "BE", "SEEMS", "IT") and kinds[at + 1 : at + 2] in COMPARED:
            at += 1  # "more advisable"
            continue
        if (
            previous == "SUGGEST"
            and kinds[at : at + 3] == ["FOR", "YOUR", "N"]
            and kinds[at + 3 : at + 4] in (["THAT"], ["DET"])
        ):
            at += 3  # "I suggest *for your consideration* that"
            continue
        if previous in REGARDED | {"ABLE", "POSSIBLE", "ANXIOUS"} or (
            len(places) > 1 and (kinds[places[-2]], previous) in (("FOR", "YOU"), ("TO", "US"), ("HELP", "US"))
        ):
            after = _regard(sentence, at)
            if after is not None:
                limit = opener_at(sentence, at, lex)
                if limit is not None:  # "preferable *at this stage* to", "anxious *for reasons of security* that"
                    skipped.append(Segment(limit[0].type, at, after - 1, "inserted"))
                at = after
                continue
        if previous in ("IS", "BE") and words[at] in FORESEEN and kinds[at + 1 : at + 3] == ["TO", "BE"]:
            at += 3  # "it would be *certain to be* helpful"
            continue
        if previous in ("IS", "BE") and kind == "WE" and at + 2 < size and kinds[at + 1] == "CONSIDER":
            at += 2  # "it is, I think, advisable", its commas left out
            continue
        if previous in INSIDE and kind not in GOES_ON and (previous, kind) != ("WELCOMING", "FOR"):
            found = opener_at(sentence, at, lex) if words[at] in lex.openers else None
            if found is not None and found[0].kind == "whole" and found[1] < size:
                skipped.append(Segment(_inside(found[0]), at, found[1] - 1, "whole"))
                at = found[1]
                continue
        places.append(at)
        previous = kind
        at += 1
    terminals = [kinds[p] for p in places]
    for n in denials:
        terminals[n] = "NOT"
    return Stream(places, terminals, tuple(skipped))


def _inside(opener: Opener) -> OpenerType:
    """The type of a constraint put into a cue: what is an aside in front limits the act there."""
    return opener.behind if opener.type == "aside" and opener.kind != "clauses" else opener.type


def _regard(sentence: Sentence, at: int) -> int | None:
    """Where what is judged goes on behind a phrase that says for whom or in what regard ("essential *to our success*
    that", "would help *the Committee* if"), or None."""
    kinds = sentence.kinds
    opener = opener_at(sentence, at, lexicon())
    if (
        at + 1 >= len(sentence)
        or kinds[at] not in ("PREP", "FOR", "TO", "DET", "N", "YOUR", "OBJECT_PRONOUN")
        or (kinds[at] == "TO" and kinds[at + 1] in BASES)
        or (opener is not None and opener[0].kind == "clauses")
        or (kinds[at] not in ("PREP", "FOR", "TO") and kinds[at - 1] != "HELP")
    ):
        return None
    for place in range(at + 1, min(len(sentence) - 1, at + WIDEST_REGARD)):
        kind = kinds[place]
        if kinds[at] == "FOR" and kind in ("IF", "TO"):
            return None  # "desirable *for him to*"
        if kind == "IF" or (
            kinds[at - 1] != "HELP"
            and (kind == "THAT" or (kind in ("TO", "NOT") and kinds[place + 1] in BASES | {"TO"}))
        ):
            return place
        if kind in REGARD_ENDS:
            return None
    return None


def _behind_phrase(sentence: Sentence, at: int, awaited: frozenset[str]) -> int | None:
    """What a cue waits for behind a phrase put in ("you should *in this case* say"), or None."""
    kinds = sentence.kinds
    for place in range(at + 1, min(len(sentence), at + 8)):
        kind = kinds[place]
        if kind == "NVERB" and (kinds[place - 1] in DETERMINERS or kinds[place + 1 : place + 2] in VERB_BEHIND):
            continue  # "as a last *resort* offer"
        if kind in awaited:
            return place if place > at + 1 else None
        if kind not in IN_PHRASE:
            return None
    return None


def _companion(sentence: Sentence, at: int) -> int | None:
    """Where "you and Hodgson" ends, counted from its "and"; None where no other subject stands there."""
    kinds = sentence.kinds
    place = at + 1
    while place < min(len(sentence), at + 8) and kinds[place] in ("N", "DET", "ADVERB", "PREP", "OF"):
        place += 1
    if (
        place > at + 1
        and place < len(sentence)
        and kinds[place] in ("TO", "WILL", "SHOULD", "MUST", "MAY", "MIGHT", "COULD", "CAN", "WOULD", "IS")
    ):
        return place
    return None


def _insert(sentence: Sentence, comma: int) -> int | None:
    """The closing comma of what is put in between commas ("you should, if asked, say"), or None."""
    kinds = sentence.kinds
    if comma + 1 >= len(sentence):
        return None
    opens = opener_at(sentence, _behind_and(sentence, comma + 1), lexicon()) is not None
    for at in range(comma + 1, min(len(sentence), comma + WIDEST_INSERT)):
        kind = kinds[at]
        if kind == "COMMA":
            return at if opens or all(k == "ADVERB" for k in kinds[comma + 1 : at]) or at - comma <= 4 else None
        if kind in ("STOP", "COLON") or (kind == "YOU" and not opens):
            return None
    return None


def _behind_and(sentence: Sentence, at: int) -> int:
    """A token, or the one behind where it is "and" ("you should, *or in his absence* Farrow should, …")."""
    return at + 1 if sentence.kinds[at : at + 1] == ["AND"] and at + 1 < len(sentence) else at


def _half_parted(sentence: Sentence, comma: int) -> bool:
    """True where nothing but connectives stand between a comma and the word that a cue goes on with ("I suggest,
    *therefore* that you", "we hope, that you")."""
    kinds = sentence.kinds
    at = comma + 1
    while at < len(sentence) and kinds[at] == "ADVERB":
        at += 1
    if at >= len(sentence) or kinds[at] not in CONNECTED or kinds[comma - 1] not in AWAITING:
        return False
    return at > comma + 1 or kinds[at] == "THAT"


def _closing(sentence: Sentence, opening: int) -> int | None:
    """The bracket that closes what is put in between brackets ("we hope (your 12 refers) that"), or None."""
    kinds = sentence.kinds
    found = (at for at in range(opening + 2, min(len(sentence), opening + WIDEST_INSERT)) if kinds[at] == "CLOSE")
    return next(found, None)


def _before_main_clause(sentence: Sentence, at: int) -> int | None:
    """Where a clause or phrase in front, behind "that", ends before the clause it belongs to, its comma with it ("I
    suggest that *while we wait for him,* you write", "that *after consultation with him* you write"), or None."""
    kinds = sentence.kinds
    opener = opener_at(sentence, at, lexicon())
    as_what = kinds[at] == "AS" and kinds[at + 1] in ("DET", "ADVERB")  # "that *as a first step* you"
    if opener is None and not as_what and (kinds[at] != "PREP" or kinds[at + 1 : at + 2] == ["NO"]):
        return None
    if opener is not None and opener[0].kind == "whole":
        return None
    begin = opener[1] if opener is not None else at + 1
    clause = opener is not None and opener[0].kind == "clauses"
    closed = not clause  # what it takes may be at an end
    within = False
    bare: int | None = None  # before "you" and a verb without modal
    for place in range(begin, min(len(sentence) - 1, at + WIDEST_INSERT)):
        if kinds[place] == "COMMA" and kinds[place + 1] in MAIN_CLAUSE:
            return place
        glad = kinds[place] == "AND" and kinds[place + 1] in MODALS and "WELCOMING" in kinds[place + 2 : place + 4]
        if glad or kinds[place] in ("COMMA", "STOP", "COLON"):
            unparted = _unparted(sentence, at, begin, place, clause)
            if unparted is not None or kinds[place] != "COMMA":
                return unparted
        if kinds[place] in ("THAT", "WH", "IF", "SUB"):
            within = True
        elif (
            not within
            and kinds[place] in ("YOU", "IT")
            and kinds[place - 1] in ("N", "NUM", "ADVERB", "DET")
            and _goes_on(sentence, place + 1, closed)
        ):
            return place - 1
        elif closed and not within and bare is None and kinds[place : place + 2] == ["YOU", "VERB"]:
            bare = place - 1 if kinds[place - 1] in ("N", "NUM") else None
        closed = closed or kinds[place] in FINITE_CLAUSE
    return bare or _unparted(sentence, at, begin, min(len(sentence), at + WIDEST_INSERT), clause)


def _goes_on(sentence: Sentence, verb: int, closed: bool) -> bool:
    """True where the verb behind "you" may be that of the clause which one in front belongs to; a base form behind a
    phrase only where no other verb can be ("that *as a first step* you ask them", not "on the terms *you ask*
    should")."""
    kinds = sentence.kinds
    if not closed or kinds[verb] in MODALS | {"IS"}:
        return kinds[verb] in (MODALS | {"IS"} if closed else ("VERB", "SHOULD"))
    if kinds[verb] not in IMPERATIVE:
        return False
    behind = (kind for kind in kinds[verb + 1 : verb + WIDEST_INSERT] if kind in ONE_FINITE or kind in CLAUSE_CLOSES)
    return next(behind, "STOP") in CLAUSE_CLOSES


def _unparted(sentence: Sentence, at: int, begin: int, end: int, clause: bool) -> int | None:
    """Where a clause or phrase in front ends that nothing parts from the subject of the clause it belongs to ("that *on
    reflection* the Board may", "that *if he refuses* the text will"), or None."""
    kinds = sentence.kinds
    floor = at
    waits = clause  # for a verb of its own
    for place in range(begin + 1, end):
        if kinds[place] in ("THAT", "WH", "IF", "SUB"):
            return None
        if kinds[place] in ONE_FINITE and kinds[place - 1] not in ONE_FINITE:
            if not waits:
                first = place - 1 if kinds[place - 1] in PRONOUNS else subject_before(sentence, place, floor)
                if first is None or first <= at:
                    return None
                behind = (p for p in range(first + 1, place) if kinds[p] in DETERMINERS and kinds[p - 1] in PHRASE_OVER)
                return next(behind, first) - 1
            waits, floor = False, place + 1
    return None


def _joined_segments(sentence: Sentence, first: int, end: int) -> Iterator[Segment]:
    """The constraints that "and" joins in front of a clause ("after your talks and subject to his views, …")."""
    lex, ands = lexicon(), (at for at in range(first + 1, end - 1) if sentence.kinds[at] == "AND")
    firsts = [first, *(at + 1 for at in ands if opener_at(sentence, at + 1, lex) is not None), end + 1]
    for begin, following in pairwise(firsts):
        opener = opener_at(sentence, begin, lex)
        yield Segment(_inside(opener[0]) if opener is not None else "manner", begin, following - 2, "inserted")


def candidates(sentence: Sentence, stream: Stream) -> list[Candidate]:
    """Candidates in the order of their first words; of two that begin together, the longer first."""
    found: list[Candidate] = []
    reader, terminals, places = cues(), stream.terminals, stream.places
    hypothetical = False
    fronted = bool(terminals) and (terminals[0] in ("IF", "SUB") or terminals[:2] == ["PREP", "GERUND"])
    for n, kind in enumerate(terminals):
        previous = terminals[n - 1] if n else "START"
        opens = kind in OPENING and (kind not in ONLY_AT_HEAD or previous in CLAUSE_OPENS) and (kind != "TO" or n == 0)
        opens = opens or (kind == "PREP" and terminals[n + 1 : n + 2] == ["NO"])
        opens = opens or (kind == "WH" and terminals[n + 1 : n + 2] in BOUND_TO and _relative(sentence, places[n]))
        hypothetical = hypothetical or kind in ("WOULD", "SHOULD", "MIGHT", "COULD", "WILL", "SHALL")
        if kind in JUDGING and previous in PREDICATING:
            opens = False
        if kind == "ESSENTIAL" and terminals[n + 1 : n + 2] == ["TO"] and previous not in CLAUSE_OPENS:
            opens = False  # "the steps *necessary to* save it"
        if kind == "IF":  # "it would strengthen my hand *if you could*"
            opens = hypothetical and not (found and found[-1].act > places[n])
        if opens or (
            kind in IMPERATIVE
            and (
                previous in CLAUSE_OPENS
                or previous == "NUM"
                or (fronted and _after_condition(sentence, places[n]))
                or _put_behind(sentence, places[n], kind)
            )
        ):
            cue = reader.longest(terminals, n)
            if cue is not None and not (kind in IMPERATIVE and _no_order(sentence, places[n])):
                found.append(Candidate(sentence, cue, tuple(places[n : n + len(cue.terminals)])))
        if previous in ("YOU", "IT") and n > 1 and terminals[n - 2] in OBLIQUE and places[n - 1] - places[n - 2] == 1:
            previous = "N"  # "the text sent to you should"
        if previous == "THERE" and n > 1 and terminals[n - 2] == "N" and _at_that_place(terminals, n):
            previous = "N"  # "your consul there should be asked"
        if previous == "AND" and sentence.kinds[_behind_adverbs(sentence, places[n])] == "CLOSE":
            previous = "N"  # "points (a) and (b) may be used"
        before_be = kind in ("TO", "NOT") and "BE" in terminals[n + 1 : n + 3]
        gives = kind == "FINITE" and terminals[n + 1 : n + 2] in GIVEN_TO  # "this *gives you* authority"
        passes = (
            kind == "VERB" and 0 < places[n] < LONGEST_ADDRESS and sentence.words[places[n]] in act_words().passing_on
        )
        if (kind in BOUND or kind in WISHING or before_be or gives or passes) and previous not in NO_NOUN:
            candidate = _with_subject(sentence, stream, n)
            if candidate is not None:
                found.append(candidate)
    if len(found) > 1:
        found.sort(key=lambda c: (c.first, -c.act))
        found = _outermost(found)
    return found


def _outermost(found: list[Candidate]) -> list[Candidate]:
    """Without those whose cue is the end of a longer one before them ("suggest that the" in "I suggest that the")."""
    longest: dict[tuple[str, int], Candidate] = {}
    for candidate in found:
        longest.setdefault((candidate.cue.form, candidate.at[-1]), candidate)
    return [candidate for candidate in found if longest[candidate.cue.form, candidate.at[-1]] is candidate]


def _relative(sentence: Sentence, at: int) -> bool:
    """True where a relative clause of a noun begins ("the text, *which* should be")."""
    before = sentence.kinds[at - 1 - (sentence.kinds[at - 1] == "COMMA")] if at > 1 else "START"
    return sentence.words[at] in ("which", "who") and before in ("N", "NVERB", "NUM", "CLOSE", "GERUND", "QUOTE")


def _put_behind(sentence: Sentence, verb: int, kind: str) -> bool:
    """True where an imperative stands behind a phrase of fixed wording ("in the meantime *report*"), behind "also", or
    behind the topic of its sentence ("In the Assembly *follow*")."""
    kinds, words = sentence.kinds, sentence.words
    if not verb:
        return False
    if words[verb - 1] in act_words().adding:
        return True
    begin = phrase_before(words, verb, lexicon())
    if begin < verb:
        return begin == 0 or kinds[begin - 1] in CLAUSE_OPENS
    return kind != "NVERB" and kinds[verb + 1 : verb + 2] in OBJECT_BEHIND and topic_before(sentence, verb)


def _behind_adverbs(sentence: Sentence, verb: int) -> int:
    """The token in front of a verb, adverbs left out."""
    at = verb - 1
    while at > 0 and sentence.kinds[at] == "ADVERB":
        at -= 1
    return at


def _at_that_place(terminals: list[str], modal: int) -> bool:
    """True where "there" before a modal tells the place: what follows is no "be" with a noun."""
    behind = terminals[modal + 1 : modal + 3]
    return bool(behind) and (behind[0] in BASES - {"BE"} or (behind[0] == "BE" and not PASSIVES.isdisjoint(behind)))


def _no_order(sentence: Sentence, verb: int) -> bool:
    """True where no order can begin: at "does", and behind brackets that stand inside a phrase ("the (also military)
    *support*")."""
    kinds = sentence.kinds
    if verb == 0 or kinds[verb - 1] != "CLOSE":
        return sentence.words[verb] == "does"
    opening = next((at for at in range(verb - 2, max(-1, verb - 80), -1) if kinds[at] == "OPEN"), 0)
    return verb - opening > 3 and opening > 0 and kinds[opening - 1] not in CLAUSE_OPENS


def _after_condition(sentence: Sentence, verb: int) -> bool:
    """True where an imperative may follow a clause in front without a comma ("If he wishes to stay *tell him*…")."""
    kinds = sentence.kinds
    last = verb - 1
    while last > 0 and kinds[last] == "ADVERB":  # "if they still *press* for"
        last -= 1
    if verb + 1 >= len(sentence) or kinds[last] in CONDITION_GOES_ON or kinds[verb + 1] not in ACT_GOES_ON:
        return False
    before, after = kinds[:verb], kinds[verb:]
    return not FINITE_CLAUSE.isdisjoint(before) and "COMMA" not in before and FINITE.isdisjoint(after)


def _behind_condition(sentence: Sentence, first: int, last: int) -> int:
    """Where the subject begins that no comma parts from a condition in front ("If he demurs at going *the point* …",
    "if possible *delivery*…")."""
    opener = opener_at(sentence, first - 1, lexicon())
    if opener is not None and opener[0].kind == "whole" and opener[1] <= last:
        return opener[1]
    for at in range(last, first + 1, -1):
        if sentence.kinds[at] in ("DET", "YOUR", "NO") and sentence.kinds[at - 1] == "N":
            return at
    return first


def _with_subject(sentence: Sentence, stream: Stream, n: int) -> Candidate | None:
    """The cue whose subject is the noun phrase that ends before the nth token of the stream."""
    place, reader = stream.places[n], cues()
    for kind in SUBJECTS:
        if reader.longest(stream.terminals, n, after=kind) is not None:
            break
    else:
        return None
    first = subject_before(sentence, place, 0)
    if first is None or first >= place:
        return None
    last = stream.places[n - 1]
    if sentence.kinds[last] == "AND" and sentence.kinds[_behind_adverbs(sentence, place)] == "CLOSE":
        last = _behind_adverbs(sentence, place)
    if last < first:
        return None
    if stream.terminals[n] in JUDGING and (sentence.kinds[last] == "DET" or sentence.kinds[first] == "PREP"):
        return None  # "the advisable course", "in circumstances advisable": no predicate
    if first and sentence.kinds[first - 1] == "IF":
        first = _behind_condition(sentence, first, last)
    beside = (sentence.kinds[first - 1], sentence.kinds[first]) if first else (sentence.kinds[first],)
    if stream.terminals[n] == "PLEASE" and (
        opener_at(sentence, first, lexicon()) is not None
        or "IF" in beside
        or "SUB" in beside
        or "PREP" in beside
        or beside[-1] in ("MAKE", "VERB")
        or beside[0] in ("TO", "BEEN", "ADVERB", "HAS", "HAVE")
    ):
        return None  # "in the light of this please…", "if free please…": no name, a phrase in front
    if stream.terminals[n] == "WOULD" and (beside[-1] == "PREP" or beside[0] in ("SUB", "PREP")):
        return None  # "before going further would like": no subject, a constraint in front
    if stream.terminals[n] in WISHING and not OBLIQUE.isdisjoint(beside):
        return None  # "in the Board press the point": a topic in front
    terminal, first = phrase_terminal(sentence, first, last)
    cue = reader.longest(stream.terminals, n, after=terminal)
    if terminal == "THING" and sentence.words[head_of(sentence, first, last)] in party_words().occasions:
        cue = reader.longest(stream.terminals, n, after="OCCASION") or cue
    if terminal == "SENDER":
        as_party = reader.longest(stream.terminals, n, after="PARTY")
        if cue is None or (as_party is not None and len(as_party.terminals) > len(cue.terminals)):
            cue = as_party
    if cue is None:
        return None
    if stream.terminals[n] in ("TO", "NOT") and first and sentence.kinds[first - 1] not in CLAUSE_OPENS:
        return None
    if stream.terminals[n] == "TO" and first == last and sentence.kinds[first] == "WELCOMING":
        return None  # "glad to be told": a wish
    return Candidate(sentence, cue, (first, *stream.places[n : n + len(cue.terminals) - 1]), (first, last))
