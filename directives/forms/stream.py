"""A sentence of typed tokens in; out, the terminals that a cue may be made of, without what is put in between."""

from __future__ import annotations

from typing import Final, NamedTuple

from directives.forms.act_words import act_words
from directives.forms.insertions import (
    AWAITING,
    IMPERATIVE,
    before_main_clause,
    behind_and,
    behind_companion,
    behind_phrase,
    behind_regard,
    closing_bracket,
    closing_comma,
    half_parted,
    joined_segments,
    type_inside,
)
from directives.forms.kinds import DENIAL, PLAIN_MODALS
from directives.forms.segments import Segment, discourse_at, likens, opener_at
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

# A cue may go on behind one of these, whatever is put in between.
INSIDE: Final = frozenset({
    "YOU", "WE", "IT", "WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "IS", "BE",
    "THAT", "TO", "SENDER", "PLEASE", "DESIRED", "REQUESTED", "APPRECIATE", "IF", "FOR", "HOPE", "SUGGEST",
    "REQUEST", "NOT", "ADVISE", "ASK", "DESIRE", "AND", "WELCOMING", "ESSENTIAL", "ADVISABLE", "APPRECIATED",
    "SUGGESTED", "URGED", "EXPECTED", "HOPED", "PRESUME", "CONSIDER", "AGREE", "ORDERED", "PERMITTED", "UNWISE", "LIKE",
})  # fmt: skip
# These go on with a cue, though a constraint may open with the same word ("direct", "to").
GOES_ON: Final = frozenset({"THAT", "VERB", "ADVISABLE", "TO", "ORDER"})
COMPARED: Final = (["ESSENTIAL"], ["ADVISABLE"], ["CONVENIENT"], ["UNWISE"], ["HELP"])
# "*Far* better", "it is becoming *more* important".
DEGREES: Final = frozenset({"more", "far", "much"})
FORESEEN: Final = frozenset({"certain", "sure", "likely", "bound"})
# What is judged may say for whom, in what regard: "essential *to our success* that".
REGARDED: Final = frozenset({"ESSENTIAL", "ADVISABLE", "UNWISE", "CONVENIENT", "IMPORTANCE", "HELP"})
# "It may be *as well* to", "that", "if": no connective.
JUDGED_OF: Final = (["TO"], ["THAT"], ["IF"], ["FOR"])
# After a modal a verb is awaited, after these the addressee ("I hope that *in this case* you will").
VERBAL: Final = frozenset({
    "VERB", "NVERB", "BE", "HAVE", "TAKE", "MAKE", "NOT", "LIKE", "APPRECIATE", "HOPE", "SUGGEST", "ASK", "REQUEST",
    "DESIRE", "ADVISE", "LEAVE", "FIND", "HELP", "AGREE", "CONSIDER", "LET", "DO", "INSIST", "PERMIT", "ORDER",
})  # fmt: skip
AWAITED: Final = frozenset({"YOU", "IT", "THEY"})
# A phrase put in behind one of these is passed over where the cue goes on behind it.
BEFORE_PHRASE: Final = PLAIN_MODALS | AWAITING | {"PLEASE", "NOT"}
# All else goes into the stream, unless it stands behind one that a cue goes on from, or begins a connective.
PASSED_OVER: Final = frozenset({"ADVERB", "NOT", "AND"})
# A clause or phrase may stand in front of what one of these waits for.
BEFORE_FRONT: Final = frozenset({"SUGGEST", "IF", "THAT"})
WATCHED: Final = INSIDE | PLAIN_MODALS | AWAITING | {
    "CONVENIENT", "IMPORTANCE", "HELP", "SEEMS", "US", "ABLE", "POSSIBLE", "ANXIOUS",
}  # fmt: skip
# A clause or phrase in front, behind the word that a cue ends with, begins with one of these.
FRONTED: Final = frozenset({"SUB", "IF", "PREP", "AS", "ADVERB", "SHOULD"})
BEFORE_REGARD: Final = REGARDED | {"ABLE", "POSSIBLE", "ANXIOUS"}
REGARDED_PAIRS: Final = (("FOR", "YOU"), ("TO", "US"), ("HELP", "US"))
# What is judged behind one of these belongs to the cue that holds both.
PREDICATING: Final = frozenset({"IS", "BE", "SEEMS", "IT"})
# "You may *as a gesture of help* agree".
LIKENING: Final = (["AS", "DET"], ["AS", "YOUR"])
# "Glad if *on your return* the Board could".
BEFORE_IF: Final = frozenset({"WELCOMING", "ADVISABLE", "APPRECIATED", "ESSENTIAL", "CONVENIENT", "HELP", "IT"})
_JUDGED: Final = (["ADVISABLE"], ["ESSENTIAL"], ["CONVENIENT"], ["POSSIBLE"])
BESIDE: Final = {"HOPE": (["HOPE"], ["CONSIDER"], ["EXPECT"]), "ADVISABLE": _JUDGED, "ESSENTIAL": _JUDGED}


class Stream(NamedTuple):
    """The tokens of a sentence that the parser reads: their places, their terminals, and what was passed over."""

    places: list[int]
    terminals: list[str]
    skipped: tuple[Segment, ...]


def stream_of(sentence: Sentence) -> Stream:
    """Leave out adverbs, constraints of fixed wording, and what stands between commas inside a cue."""
    kinds, words, size, discourse = sentence.kinds, sentence.words, len(sentence), lexicon().discourse
    wished = act_words().wished
    places: list[int] = []
    skipped: list[Segment] = []
    denials: list[int] = []
    at = 0
    previous = "START"  # the terminal before
    while at < size:
        kind = kinds[at]
        if kind == "ADVERB" and previous not in BEFORE_FRONT:
            at += 1
            continue
        watched = kind in PASSED_OVER or previous in WATCHED or words[at] in discourse
        if watched or (kind == "COMMA" and previous == "N" and words[at - 1] in wished and _goes_on(sentence, at)):
            behind = _behind_front(sentence, at, previous, places, skipped) if previous in BEFORE_FRONT else 0
            behind = behind or _behind_words(sentence, at, previous, places)
            if not behind and kind == "PREP" and previous in PLAIN_MODALS and kinds[at : at + 3] == DENIAL:
                denials.append(len(places))
                places.append(at)
                previous = "NOT"
                at += 3
                continue
            behind = behind or _behind_insert(sentence, at, previous, places, skipped)
            if behind:
                at = behind
                continue
        places.append(at)
        previous = kind
        at += 1
    terminals = [kinds[p] for p in places]
    for n in denials:
        terminals[n] = "NOT"
    return Stream(places, terminals, tuple(skipped))


# Each of these has the place behind what is passed over at a token, 0 where nothing is; `previous` is the terminal
# before, `places` are those of all before it.


def _behind_front(sentence: Sentence, at: int, previous: str, places: list[int], skipped: list[Segment]) -> int:
    """Behind a clause or phrase in front of the one that a cue waits for ("I suggest that *if he asks* you")."""
    kinds, kind = sentence.kinds, sentence.kinds[at]
    waits = kind in FRONTED
    if previous == "SUGGEST":
        waits = kind in ("SUB", "IF")  # "suggest *when he comes* you ask"
    elif previous == "IF":
        waits = waits and len(places) > 1 and kinds[places[-2]] in BEFORE_IF
    end = before_main_clause(sentence, at) if waits else None
    if end is None:
        return 0
    skipped += joined_segments(sentence, at, end + (kinds[end] != "COMMA"))
    return end + 1


def _behind_words(sentence: Sentence, at: int, previous: str, places: list[int]) -> int:
    """Behind an adverb, a connective, brackets, a word beside the one before it."""
    kinds, words, lex = sentence.kinds, sentence.words, lexicon()
    kind = kinds[at]
    if kind == "ADVERB":
        return at + 1
    if kind == "COLON" and previous in PLAIN_MODALS and kinds[at + 1 : at + 2] == ["OPEN"]:
        return at + 1  # "you should- (a) inform him"
    if kind == "OPEN" and (previous in INSIDE or previous == "POSSIBLE"):
        end = closing_bracket(sentence, at)
        if end is not None:
            return end + 1
    if kind == "AND" and kinds[at + 1 : at + 2] in BESIDE.get(previous, ()):
        return at + 2  # "hope *and believe*", "useful *and necessary*"
    if kind == "NOT" and opener_at(sentence, at, lex) is not None:
        return at + 1
    if kind == "ADVISABLE" and previous in PLAIN_MODALS and kinds[at + 1 : at + 2] == ["BE"]:
        return at + 1  # "might *well* be"
    if kind == "AND" and 0 < at < len(sentence) - 1 and kinds[at - 1] == kinds[at + 1] == "ADVERB":
        return at + 1  # "frankly but firmly"
    discourse = discourse_at(sentence, at, lex) if words[at] in lex.discourse else 0
    if discourse and not (previous == "BE" and kinds[at + discourse : at + discourse + 1] in JUDGED_OF):
        return at + discourse
    himself = previous == "YOU" or (previous in PLAIN_MODALS and words[at] != "you")
    if kind == "YOU" and himself and places[-1] == at - 1:
        return at + 1  # "you yourself", "you might yourself"
    if kind == "AND" and previous == "YOU" and places[-1] == at - 1:
        return behind_companion(sentence, at) or 0
    return 0


def _behind_insert(sentence: Sentence, at: int, previous: str, places: list[int], skipped: list[Segment]) -> int:
    """Behind what is put into a cue and limits it, or says in what regard."""
    kinds, words, lex = sentence.kinds, sentence.words, lexicon()
    kind = kinds[at]
    if kind == "COMMA":
        return _behind_comma(sentence, at, places, skipped) if previous in INSIDE or previous == "N" else 0
    if (previous in BEFORE_PHRASE and (kind == "PREP" or kinds[at : at + 2] in LIKENING)) or (
        kind in ("FOR", "AS") and (previous in PLAIN_MODALS or previous == "NOT")
    ):
        awaited = AWAITED if previous in AWAITING else IMPERATIVE if previous == "PLEASE" else VERBAL
        after = behind_phrase(sentence, at, awaited)
        if after is not None:
            found = opener_at(sentence, at, lex)
            if previous != "NOT" or words[at + 1] != "any":  # "not *in any circumstances*" denies the more strongly
                skipped.append(Segment(type_inside(found[0]) if found else "manner", at, after - 1, "inserted"))
            return after
    if words[at] in DEGREES and previous in PREDICATING and kinds[at + 1 : at + 2] in COMPARED:
        return at + 1  # "more advisable"
    if (
        previous == "SUGGEST"
        and kinds[at : at + 3] == ["FOR", "YOUR", "N"]
        and kinds[at + 3 : at + 4] in (["THAT"], ["DET"])
    ):
        return at + 3  # "I suggest *for your consideration* that"
    if previous in BEFORE_REGARD or (len(places) > 1 and (kinds[places[-2]], previous) in REGARDED_PAIRS):
        after = behind_regard(sentence, at)
        if after is not None:
            limit = opener_at(sentence, at, lex)
            if limit is not None:  # "preferable *at this stage* to", "anxious *for reasons of security* that"
                skipped.append(Segment(limit[0].type, at, after - 1, "inserted"))
            return after
    if previous in ("IS", "BE"):
        if words[at] in FORESEEN and kinds[at + 1 : at + 3] == ["TO", "BE"]:
            return at + 3  # "it would be *certain to be* helpful"
        if kind == "WE" and at + 2 < len(sentence) and kinds[at + 1] == "CONSIDER":
            return at + 2  # "it is, I think, advisable", its commas left out
    if previous in INSIDE and kind not in GOES_ON and (previous, kind) != ("WELCOMING", "FOR"):
        found = opener_at(sentence, at, lex) if words[at] in lex.openers else None
        if found is not None and found[0].kind == "whole" and found[1] < len(sentence):
            skipped.append(Segment(type_inside(found[0]), at, found[1] - 1, "whole"))
            return found[1]
    return 0


def _goes_on(sentence: Sentence, comma: int) -> bool:
    """True where commas part a noun of wishing from what is wished: "it is our hope*, therefore, that*"."""
    end = closing_comma(sentence, comma)
    return end is not None and sentence.kinds[end + 1 : end + 2] == ["THAT"]


def _behind_comma(sentence: Sentence, at: int, places: list[int], skipped: list[Segment]) -> int:
    """Behind what stands between commas ("you should, *if asked,* say"), or connectives with one at their side."""
    kinds, lex = sentence.kinds, lexicon()
    end = closing_comma(sentence, at)
    if end is not None:
        found = opener_at(sentence, behind_and(sentence, at + 1), lex)
        if found is not None and not (found[0].words == ("as",) and likens(sentence, found[1], len(sentence))):
            skipped.append(Segment(type_inside(found[0]), at + 1, end - 1, found[0].kind))
        beside = behind_and(sentence, end + 1)
        opened = opener_at(sentence, beside, lex) if beside < len(sentence) else None
        closes = opened is not None and (opened[0].kind == "phrases" or beside > end + 1)
        closes = closes and closing_comma(sentence, end) is not None
        return end if closes else end + 1  # "we agree, however, *subject to his views*, in"
    if places and places[-1] + 1 < at and all(k == "ADVERB" for k in kinds[places[-1] + 1 : at]):
        return at + 1
    return at + 1 if half_parted(sentence, at) else 0
