"""A sentence of typed tokens in; out, the terminals that a cue may be made of, without what is put in between."""

from __future__ import annotations

from typing import NamedTuple

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
INSIDE = frozenset({
    "YOU", "WE", "IT", "WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "IS", "BE",
    "THAT", "TO", "SENDER", "PLEASE", "DESIRED", "REQUESTED", "APPRECIATE", "IF", "FOR", "HOPE", "SUGGEST",
    "REQUEST", "NOT", "ADVISE", "ASK", "DESIRE", "AND", "WELCOMING", "ESSENTIAL", "ADVISABLE", "APPRECIATED",
    "SUGGESTED", "URGED", "EXPECTED", "HOPED", "PRESUME", "CONSIDER", "AGREE", "ORDERED", "PERMITTED", "UNWISE",
})  # fmt: skip
# These go on with a cue, though a constraint may open with the same word ("direct", "to").
GOES_ON = frozenset({"THAT", "VERB", "ADVISABLE", "TO", "ORDER"})
COMPARED = (["ESSENTIAL"], ["ADVISABLE"], ["CONVENIENT"], ["UNWISE"], ["HELP"])
# "*Far* better", "it is becoming *more* important".
DEGREES = frozenset({"more", "far", "much"})
FORESEEN = frozenset({"certain", "sure", "likely", "bound"})
# What is judged may say for whom, in what regard: "essential *to our success* that".
REGARDED = frozenset({"ESSENTIAL", "ADVISABLE", "UNWISE", "CONVENIENT", "IMPORTANCE", "HELP"})
# "It may be *as well* to", "that", "if": no connective.
JUDGED_OF = (["TO"], ["THAT"], ["IF"], ["FOR"])
# After a modal a verb is awaited, after these the addressee ("I hope that *in this case* you will").
VERBAL = frozenset({
    "VERB", "NVERB", "BE", "HAVE", "TAKE", "MAKE", "NOT", "LIKE", "APPRECIATE", "HOPE", "SUGGEST", "ASK", "REQUEST",
    "DESIRE", "ADVISE", "LEAVE", "FIND", "HELP", "AGREE", "CONSIDER", "LET", "DO", "INSIST", "PERMIT", "ORDER",
})  # fmt: skip
AWAITED = frozenset({"YOU", "IT", "THEY"})
# A phrase put in behind one of these is passed over where the cue goes on behind it.
BEFORE_PHRASE = PLAIN_MODALS | AWAITING | {"PLEASE", "NOT"}
# All else follows its terminal into the stream, unless it stands behind one that a cue goes on from.
PASSED_OVER = frozenset({"ADVERB", "NOT", "AND", "COMMA", "PREP", "FOR", "OPEN"})
WATCHED = INSIDE | PLAIN_MODALS | AWAITING | {
    "CONVENIENT", "IMPORTANCE", "HELP", "SEEMS", "US", "ABLE", "POSSIBLE", "ANXIOUS",
}  # fmt: skip
# "You may *as a gesture of help* agree".
LIKENING = (["AS", "DET"], ["AS", "YOUR"])
# "Glad if *on your return* the Board could".
BEFORE_IF = frozenset({"WELCOMING", "ADVISABLE", "APPRECIATED", "ESSENTIAL", "CONVENIENT", "HELP", "IT"})
_JUDGED = (["ADVISABLE"], ["ESSENTIAL"], ["CONVENIENT"], ["POSSIBLE"])
BESIDE = {"HOPE": (["HOPE"], ["CONSIDER"], ["EXPECT"]), "ADVISABLE": _JUDGED, "ESSENTIAL": _JUDGED}


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
            end = before_main_clause(sentence, at)
            if end is not None:
                skipped += joined_segments(sentence, at, end + (kinds[end] != "COMMA"))
                at = end + 1
                continue
        if kind == "COLON" and previous in PLAIN_MODALS and kinds[at + 1 : at + 2] == ["OPEN"]:
            at += 1  # "you should- (a) inform him"
            continue
        if kind == "OPEN" and (previous in INSIDE or previous == "POSSIBLE"):
            end = closing_bracket(sentence, at)
            if end is not None:
                at = end + 1
                continue
        if kind == "AND" and kinds[at + 1 : at + 2] in BESIDE.get(previous, ()):
            at += 2  # "hope *and believe*", "useful *and necessary*"
            continue
        if kind == "ADVERB" or (kind == "NOT" and opener_at(sentence, at, lex) is not None):
            at += 1
            continue
        if kind == "ADVISABLE" and previous in PLAIN_MODALS and kinds[at + 1 : at + 2] == ["BE"]:
            at += 1  # "might *well* be"
            continue
        if kind == "AND" and 0 < at < size - 1 and kinds[at - 1] == kinds[at + 1] == "ADVERB":  # "frankly but firmly"
            at += 1
            continue
        discourse = discourse_at(sentence, at, lex) if words[at] in lex.discourse else 0
        if discourse and not (previous == "BE" and kinds[at + discourse : at + discourse + 1] in JUDGED_OF):
            at += discourse
            continue
        if (
            kind == "YOU"
            and (previous in PLAIN_MODALS or previous == "YOU")
            and places[-1] == at - 1
            and words[at] != "you"
        ):
            at += 1  # "you yourself", "you might yourself"
            continue
        if kind == previous == "YOU" and places[-1] == at - 1:
            at += 1
            continue
        if kind == "AND" and previous == "YOU" and places[-1] == at - 1:
            beside = behind_companion(sentence, at)
            if beside:
                at = beside
                continue
        if kind == "COMMA" and previous in INSIDE:
            end = closing_comma(sentence, at)
            if end is not None:
                found = opener_at(sentence, behind_and(sentence, at + 1), lex)
                if found is not None and not (found[0].words == ("as",) and likens(sentence, found[1], size)):
                    skipped.append(Segment(type_inside(found[0]), at + 1, end - 1, found[0].kind))
                beside = behind_and(sentence, end + 1)
                opened = opener_at(sentence, beside, lex)
                closes = opened is not None and (opened[0].kind == "phrases" or beside > end + 1)
                closes = closes and closing_comma(sentence, end) is not None
                at = end if closes else end + 1  # "we agree, however, *subject to his views*, in"
                continue
            if places and all(k == "ADVERB" for k in kinds[places[-1] + 1 : at]) and places[-1] + 1 < at:
                at += 1
                continue
            if half_parted(sentence, at):
                at += 1
                continue
        elif previous in PLAIN_MODALS and kinds[at : at + 3] == DENIAL:
            places.append(at)
            denials.append(len(places) - 1)
            previous = "NOT"
            at += 3
            continue
        elif (previous in BEFORE_PHRASE and (kind == "PREP" or kinds[at : at + 2] in LIKENING)) or (
            kind in ("FOR", "AS") and (previous in PLAIN_MODALS or previous == "NOT")
        ):
            awaited = AWAITED if previous in AWAITING else IMPERATIVE if previous == "PLEASE" else VERBAL
            after = behind_phrase(sentence, at, awaited)
            if after is not None:
                found = opener_at(sentence, at, lex)
                if previous != "NOT" or words[at + 1] != "any":  # "not *in any circumstances*" denies the more strongly
                    skipped.append(Segment(type_inside(found[0]) if found else "manner", at, after - 1, "inserted"))
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
            after = behind_regard(sentence, at)
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
                skipped.append(Segment(type_inside(found[0]), at, found[1] - 1, "whole"))
                at = found[1]
                continue
        places.append(at)
        previous = kind
        at += 1
    terminals = [kinds[p] for p in places]
    for n in denials:
        terminals[n] = "NOT"
    return Stream(places, terminals, tuple(skipped))
