"""A sentence of typed tokens in, every place where a cue stands out."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from directives.forms.cues import cues
from directives.forms.draft import Candidate
from directives.forms.nouns import phrase_terminal, subject_before
from directives.forms.segments import Segment, discourse_at, opener_at
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

# A cue may open with one of these.
OPENING = frozenset({
    "PLEASE", "YOU", "WE", "IT", "THERE", "WILL", "WOULD", "SHOULD", "MAY", "MIGHT", "COULD", "CAN", "MUST",
    "WELCOMING", "APPRECIATE", "REQUEST", "DESIRE", "SUGGEST", "EXPECT", "ADVISE", "HOPE", "PRESUME", "TAKE",
    "CONSIDER", "ESSENTIAL", "ADVISABLE", "DESIRED", "REQUESTED", "SUGGESTED", "NO", "ORDERED", "PERMITTED",
    "EXPECTED", "URGED", "IS", "AGREE", "TO", "SEEMS",
})  # fmt: skip
# These only at the head of a clause.
ONLY_AT_HEAD = frozenset({"NO", "IS", "TO", "SHOULD", "MUST", "SEEMS"})
# An imperative opens a clause.
IMPERATIVE = frozenset({"VERB", "NVERB", "LET", "ASK", "ADVISE", "MAKE", "HELP", "HAVE", "LEAVE", "TAKE", "DO"})
# Before one of these a noun phrase may be the subject of a cue.
BOUND = frozenset({
    "WILL", "SHALL", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "CANNOT", "IS", "HAS", "HAVE", "NEED",
    "WOULD", "REQUESTED", "APPRECIATED", "DESIRED", "ESSENTIAL", "OUGHT", "PLEASE",
})  # fmt: skip
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
    }
)
INSIDE = frozenset({
    "YOU", "WE", "IT", "WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "IS", "BE",
    "THAT", "TO", "SENDER", "PLEASE", "DESIRED", "REQUESTED", "APPRECIATE", "IF", "FOR", "HOPE", "SUGGEST",
    "REQUEST", "NOT", "ADVISE", "ASK", "DESIRE", "AND", "WELCOMING", "ESSENTIAL", "ADVISABLE", "APPRECIATED",
    "SUGGESTED", "URGED", "EXPECTED", "HOPED", "PRESUME", "CONSIDER", "AGREE", "ORDERED", "PERMITTED",
})  # fmt: skip
CLAUSE_OPENS = frozenset({"START", "COMMA", "COLON", "STOP", "AND", "CLOSE", "OPEN", "QUOTE"})
MODALS = frozenset({"WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD"})
WIDEST_INSERT = 25


@frozen
class Stream:
    """The tokens of a sentence that the parser reads: their places, their terminals, and what was passed over."""

    places: list[int]
    terminals: list[str]
    skipped: tuple[Segment, ...]


def stream_of(sentence: Sentence) -> Stream:
    """Leave out adverbs, constraints of fixed wording, and what stands between commas inside a cue."""
    kinds, words, size, lex = sentence.kinds, sentence.words, len(sentence), lexicon()
    places: list[int] = []
    skipped: list[Segment] = []
    at = 0
    while at < size:
        kind = kinds[at]
        if kind == "ADVERB" or (kind == "NOT" and opener_at(sentence, at, lex) is not None):
            at += 1
            continue
        if kind == "AND" and 0 < at < size - 1 and kinds[at - 1] == kinds[at + 1] == "ADVERB":  # "frankly but firmly"
            at += 1
            continue
        discourse = discourse_at(sentence, at, lex) if words[at] in lex.discourse else 0
        if discourse:
            at += discourse
            continue
        previous = kinds[places[-1]] if places else "START"
        if kind == "AND" and previous == "YOU" and places[-1] == at - 1:
            beside = _companion(sentence, at)
            if beside:
                at = beside
                continue
        if kind == "COMMA" and previous in INSIDE:
            end = _insert(sentence, at)
            if end is not None:
                found = opener_at(sentence, at + 1, lex)
                if found is not None:
                    skipped.append(Segment(found[0].type, at + 1, end - 1, found[0].kind))
                at = end + 1
                continue
            if places and all(k == "ADVERB" for k in kinds[places[-1] + 1 : at]) and places[-1] + 1 < at:
                at += 1
                continue
        elif previous in MODALS and kind == "PREP":
            after = _before_verb(sentence, at)
            if after is not None:
                found = opener_at(sentence, at, lex)
                skipped.append(Segment(found[0].type if found else "manner", at, after - 1, "inserted"))
                at = after
                continue
        if previous in INSIDE and kind not in ("THAT", "VERB", "ADVISABLE", "TO"):
            found = opener_at(sentence, at, lex) if words[at] in lex.openers else None
            if found is not None and found[0].kind == "whole" and found[1] < size:
                skipped.append(Segment(found[0].type, at, found[1] - 1, "whole"))
                at = found[1]
                continue
        places.append(at)
        at += 1
    return Stream(places, [kinds[p] for p in places], tuple(skipped))


def _before_verb(sentence: Sentence, at: int) -> int | None:
    """The verb that a modal waits for behind a phrase put in ("you should in this case say"), or None."""
    for place in range(at + 1, min(len(sentence), at + 8)):
        kind = sentence.kinds[place]
        if kind in ("VERB", "BE", "HAVE", "TAKE", "MAKE"):
            return place
        if kind not in ("DET", "N", "ADVERB", "THIS", "YOUR", "OF", "PREP", "POSSIBLE"):
            return None
    return None


def _companion(sentence: Sentence, at: int) -> int | None:
    """Where "you and Hodgson" ends, counted from its "and"; None where no other subject stands there."""
    kinds = sentence.kinds
    place = at + 1
    while place < min(len(sentence), at + 6) and kinds[place] in ("N", "DET", "ADVERB"):
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
    opens = opener_at(sentence, comma + 1, lexicon()) is not None
    for at in range(comma + 1, min(len(sentence), comma + WIDEST_INSERT)):
        kind = kinds[at]
        if kind == "COMMA":
            return at if opens or all(k == "ADVERB" for k in kinds[comma + 1 : at]) or at - comma <= 4 else None
        if kind in ("STOP", "COLON") or (kind == "YOU" and not opens):
            return None
    return None


def candidates(sentence: Sentence, stream: Stream) -> Iterator[Candidate]:
    """Candidates in the order of their first words; of two that begin together, the longer first."""
    found: list[Candidate] = []
    reader, terminals, places = cues(), stream.terminals, stream.places
    for n, kind in enumerate(terminals):
        previous = terminals[n - 1] if n else "START"
        opens = kind in OPENING and (kind not in ONLY_AT_HEAD or previous in CLAUSE_OPENS) and (kind != "TO" or n == 0)
        if opens or (kind in IMPERATIVE and (previous in CLAUSE_OPENS or previous == "NUM")):
            cue = reader.longest(terminals, n)
            if cue is not None:
                found.append(Candidate(sentence, cue, tuple(places[n : n + len(cue.terminals)])))
        if (kind in BOUND or kind in WISHING) and previous not in ("YOU", "WE", "IT", "THERE", "START", "WH"):
            candidate = _with_subject(sentence, stream, n)
            if candidate is not None:
                found.append(candidate)
    found.sort(key=lambda c: (c.first, -c.act))
    yield from found


def _with_subject(sentence: Sentence, stream: Stream, n: int) -> Candidate | None:
    """The cue whose subject is the noun phrase that ends before the nth token of the stream."""
    place = stream.places[n]
    if not any(cues().longest(stream.terminals, n, after=kind) for kind in ("THING", "PARTY", "SENDER", "NOTHING")):
        return None
    first = subject_before(sentence, place, 0)
    if first is None or first >= place:
        return None
    last = stream.places[n - 1]
    if last < first:
        return None
    if stream.terminals[n] == "PLEASE" and sentence.kinds[first] in ("PREP", "IF", "SUB"):
        return None  # "in the light of this please…": no name, a phrase in front
    terminal, first = phrase_terminal(sentence, first, last)
    cue = cues().longest(stream.terminals, n, after=terminal)
    if cue is None and terminal == "SENDER":
        cue = cues().longest(stream.terminals, n, after="PARTY")
    if cue is None:
        return None
    return Candidate(sentence, cue, (first, *stream.places[n : n + len(cue.terminals) - 1]), (first, last))
