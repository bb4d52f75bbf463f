"""The stream of a sentence in; out, every place where a cue stands, with its subject."""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.cues import cues
from directives.forms.draft import Candidate
from directives.forms.insertions import FINITE_CLAUSE, IMPERATIVE
from directives.forms.kinds import BASES, FINITE_OR_HAVE, OBLIQUE
from directives.forms.nouns import head_of, party_words, phrase_terminal
from directives.forms.segments import opener_at
from directives.forms.stream import PREDICATING, Stream
from directives.forms.subjects import subject_before, topic_before
from directives.language.lexicon import lexicon, phrase_before
from directives.language.tokens import Sentence

# A cue may open with one of these.
OPENING: Final = frozenset({
    "PLEASE", "YOU", "WE", "IT", "THERE", "WILL", "WOULD", "SHOULD", "MAY", "MIGHT", "COULD", "CAN", "MUST",
    "WELCOMING", "APPRECIATE", "REQUEST", "DESIRE", "SUGGEST", "EXPECT", "ADVISE", "HOPE", "PRESUME", "TAKE",
    "CONSIDER", "ESSENTIAL", "ADVISABLE", "DESIRED", "REQUESTED", "SUGGESTED", "NO", "ORDERED", "PERMITTED",
    "EXPECTED", "URGED", "IS", "AGREE", "TO", "SEEMS", "THEY", "SHALL", "INSIST", "PREP", "AUTHORITY", "BE", "NOT",
    "ANXIOUS", "UNWISE", "WH", "IF", "CONFIDENT", "NEED",
})  # fmt: skip
# These only at the head of a clause.
ONLY_AT_HEAD: Final = frozenset({
    "NO", "IS", "TO", "NOT", "SHOULD", "MUST", "SHALL", "SEEMS", "AGREE", "PREP", "AUTHORITY", "BE", "ANXIOUS", "WH",
    "CONFIDENT", "NEED",
})  # fmt: skip
# "This *gives you* authority".
GIVEN_TO: Final = (["YOU"], ["YOUR"])
CALLS_FOR_YOU: Final = ["FOR", "YOU", "TO"]
# Before one of these a noun phrase may be the subject of a cue.
BOUND: Final = frozenset({
    "WILL", "SHALL", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "CANNOT", "IS", "HAS", "HAVE", "NEED",
    "WOULD", "REQUESTED", "APPRECIATED", "DESIRED", "ESSENTIAL", "ADVISABLE", "UNWISE", "SEEMS", "OUGHT", "PLEASE",
    "ANXIOUS",
})  # fmt: skip
# What is judged without a verb: "early reply *essential*".
JUDGING: Final = frozenset({"ESSENTIAL", "ADVISABLE", "UNWISE"})
# Somebody's wish, behind the noun phrase that says whose ("the Board *desire* that").
WISHED_BY: Final = frozenset({
    "DESIRE", "REQUEST", "ASK", "SUGGEST", "HOPE", "APPRECIATE", "EXPECT", "WOULD", "CONSIDER", "IS", "ORDER", "PERMIT",
    "ADVISE", "PRESUME", "INSIST", "AGREE", "ACCEPTABLE",
})  # fmt: skip
# Where no candidate's cue begins or binds, nothing is asked.
LOOKED_AT: Final = OPENING | IMPERATIVE | BOUND | WISHED_BY | {"FINITE"}
# What a noun phrase as subject is to the parser.
SUBJECTS: Final = ("THING", "PARTY", "SENDER", "NOTHING", "OCCASION")
NO_NOUN: Final = frozenset({"YOU", "WE", "IT", "THERE", "START", "WH", "AND"})
# What a verb before it waits for, so that no new clause begins there.
CONDITION_GOES_ON: Final = FINITE_OR_HAVE | {
    "TO", "NOT", "WE", "YOU", "THEY", "LET", "HELP", "DET", "YOUR", "THIS", "PREP", "OF", "FOR", "AND", "WH", "THAT",
}  # fmt: skip
ACT_GOES_ON: Final = frozenset({"DET", "YOUR", "OBJECT_PRONOUN", "US", "THIS", "IT", "N", "ADVERB", "TO", "NUM"})
BEFORE_CLAUSE: Final = frozenset({"START", "COMMA", "COLON", "STOP", "AND", "CLOSE", "OPEN", "QUOTE"})
PASSIVES: Final = frozenset({"PAST", "PARTICIPLE", "GIVEN", "ORDERED", "REQUESTED", "PERMITTED"})
OBJECT_BEHIND: Final = (["DET"], ["YOUR"], ["US"], ["OBJECT_PRONOUN"], ["THIS"], ["N"], ["NO"], ["ADVERB"])
BOUND_TO: Final = (["SHOULD"], ["MUST"])
# Names at the head of a sentence are no more words.
LONGEST_ADDRESS: Final = 16


def candidates(sentence: Sentence, stream: Stream) -> list[Candidate]:
    """Candidates in the order of their first words; of two that begin together, the longer first."""
    found: list[Candidate] = []
    reader, terminals, places = cues(), stream.terminals, stream.places
    hypothetical = False
    fronted = bool(terminals) and (terminals[0] in ("IF", "SUB") or terminals[:2] == ["PREP", "GERUND"])
    for n, kind in enumerate(terminals):
        if kind not in LOOKED_AT:
            continue
        previous = terminals[n - 1] if n else "START"
        opens = kind in OPENING and (kind not in ONLY_AT_HEAD or previous in BEFORE_CLAUSE) and (kind != "TO" or n == 0)
        opens = opens or (kind == "PREP" and terminals[n + 1 : n + 2] == ["NO"])
        opens = opens or (kind == "WH" and terminals[n + 1 : n + 2] in BOUND_TO and _relative(sentence, places[n]))
        hypothetical = hypothetical or kind in ("WOULD", "SHOULD", "MIGHT", "COULD", "WILL", "SHALL")
        if kind in JUDGING and previous in PREDICATING:
            opens = False
        if kind == "ESSENTIAL" and terminals[n + 1 : n + 2] == ["TO"] and previous not in BEFORE_CLAUSE:
            opens = False  # "the steps *necessary to* save it"
        if kind == "IF":  # "it would strengthen my hand *if you could*"
            opens = hypothetical and not (found and found[-1].act > places[n])
        if opens or (
            kind in IMPERATIVE
            and (
                previous in BEFORE_CLAUSE
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
        gives = kind == "FINITE" and (
            terminals[n + 1 : n + 2] in GIVEN_TO or terminals[n + 1 : n + 4] == CALLS_FOR_YOU
        )  # "this *gives you* authority", "this *calls for you to*"
        passes = (
            kind == "VERB" and 0 < places[n] < LONGEST_ADDRESS and sentence.words[places[n]] in act_words().passing_on
        )
        if (kind in BOUND or kind in WISHED_BY or before_be or gives or passes) and previous not in NO_NOUN:
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
        return begin == 0 or kinds[begin - 1] in BEFORE_CLAUSE
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
    return verb - opening > 3 and opening > 0 and kinds[opening - 1] not in BEFORE_CLAUSE


def _after_condition(sentence: Sentence, verb: int) -> bool:
    """True where an imperative may follow a clause in front without a comma ("If he wishes to stay *tell him*…")."""
    kinds = sentence.kinds
    last = _behind_adverbs(sentence, verb)  # "if they still *press* for"
    if verb + 1 >= len(sentence) or kinds[last] in CONDITION_GOES_ON or kinds[verb + 1] not in ACT_GOES_ON:
        return False
    before, after = kinds[:verb], kinds[verb:]
    return not FINITE_CLAUSE.isdisjoint(before) and "COMMA" not in before and FINITE_OR_HAVE.isdisjoint(after)


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
    before = _behind_adverbs(sentence, place)
    if sentence.kinds[last] == "AND" and sentence.kinds[before] == "CLOSE":
        last = before
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
        or beside[0] in ("TO", "BEEN", "ADVERB", "HAS", "HAVE", "VERB", "NVERB")
    ):
        return None  # "in the light of this please…", "if free please…", "if you see Hull please…": no name
    if stream.terminals[n] == "WOULD" and (beside[-1] == "PREP" or beside[0] in ("SUB", "PREP")):
        return None  # "before going further would like": no subject, a constraint in front
    if stream.terminals[n] in WISHED_BY and not OBLIQUE.isdisjoint(beside):
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
    if stream.terminals[n] in ("TO", "NOT") and first and sentence.kinds[first - 1] not in BEFORE_CLAUSE:
        return None
    if stream.terminals[n] == "TO" and first == last and sentence.kinds[first] == "WELCOMING":
        return None  # "glad to be told": a wish
    return Candidate(sentence, cue, (first, *stream.places[n : n + len(cue.terminals) - 1]), (first, last))
