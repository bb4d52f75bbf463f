"""The stream of a sentence in; out, every place where a cue stands, with its subject."""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.cues import Cue, cues
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
# What may have been asked if "if" goes on with it ("it *would* help if").
HYPOTHETICAL: Final = frozenset({"WOULD", "SHOULD", "MIGHT", "COULD", "WILL", "SHALL"})
# Before "please" no name begins with one of these, or behind one.
NO_NAME: Final = frozenset({"IF", "SUB", "PREP", "MAKE", "VERB"})
BEFORE_NO_NAME: Final = frozenset({
    "IF", "SUB", "PREP", "TO", "BEEN", "ADVERB", "HAS", "HAVE", "VERB", "NVERB",
})  # fmt: skip
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
        hypothetical = hypothetical or kind in HYPOTHETICAL
        if kind == "IF":  # "it would strengthen my hand *if you could*"
            opens = hypothetical and not (found and found[-1].act > places[n])
        else:
            opens = _may_open(sentence, stream, n)
        if opens or (kind in IMPERATIVE and _may_order(sentence, stream, n, fronted)):
            cue = reader.longest(terminals, n)
            if cue is not None and not (kind in IMPERATIVE and _no_order(sentence, places[n])):
                found.append(Candidate(sentence, cue, tuple(places[n : n + len(cue.terminals)])))
        if _may_bind(sentence, stream, n) and _true_previous(sentence, stream, n) not in NO_NOUN:
            candidate = _with_subject(sentence, stream, n)
            if candidate is not None:
                found.append(candidate)
    if len(found) > 1:
        found.sort(key=lambda c: (c.first, -c.act))
        found = _outermost(found)
    return found


def _may_open(sentence: Sentence, stream: Stream, n: int) -> bool:
    """True where a cue may open with the nth terminal: some only at the head of a clause ("*no* action is needed")."""
    terminals = stream.terminals
    kind = terminals[n]
    if kind not in OPENING or (kind == "TO" and n > 0):
        return False
    previous = terminals[n - 1] if n else "START"
    if previous in BEFORE_CLAUSE:
        return True
    if kind == "PREP":
        return terminals[n + 1 : n + 2] == ["NO"]
    if kind == "WH":
        return terminals[n + 1 : n + 2] in BOUND_TO and _relative(sentence, stream.places[n])
    if kind == "ESSENTIAL" and terminals[n + 1 : n + 2] == ["TO"]:
        return False  # "the steps *necessary to* save it"
    return kind not in ONLY_AT_HEAD and not (kind in JUDGING and previous in PREDICATING)


def _may_order(sentence: Sentence, stream: Stream, n: int, fronted: bool) -> bool:
    """True where an order may begin with the verb that is the nth terminal: at the head of a clause, or behind what
    stands `fronted` in its sentence."""
    previous, place = stream.terminals[n - 1] if n else "START", stream.places[n]
    if previous in BEFORE_CLAUSE or previous == "NUM":
        return True
    return (fronted and _after_condition(sentence, place)) or _put_behind(sentence, place, stream.terminals[n])


def _may_bind(sentence: Sentence, stream: Stream, n: int) -> bool:
    """True where the nth terminal may bind a noun phrase in front of it as subject ("the Board *should*")."""
    terminals, place = stream.terminals, stream.places[n]
    kind = terminals[n]
    if kind in BOUND or kind in WISHED_BY:
        return True
    if kind == "FINITE":  # "this *gives you* authority", "this *calls for you to*"
        return terminals[n + 1 : n + 2] in GIVEN_TO or terminals[n + 1 : n + 4] == CALLS_FOR_YOU
    if kind == "VERB":
        return 0 < place < LONGEST_ADDRESS and sentence.words[place] in act_words().passing_on
    return kind in ("TO", "NOT") and "BE" in terminals[n + 1 : n + 3]


def _true_previous(sentence: Sentence, stream: Stream, n: int) -> str:
    """The terminal before the nth, "N" where it ends a noun phrase though it looks like a subject or "and"."""
    terminals, places = stream.terminals, stream.places
    previous = terminals[n - 1] if n else "START"
    if previous in ("YOU", "IT"):
        oblique = n > 1 and terminals[n - 2] in OBLIQUE and places[n - 1] - places[n - 2] == 1
        return "N" if oblique else previous  # "the text sent to you should"
    if previous == "THERE":
        there = n > 1 and terminals[n - 2] == "N" and _at_that_place(terminals, n)
        return "N" if there else previous  # "your consul there should be asked"
    if previous == "AND" and sentence.kinds[_behind_adverbs(sentence, places[n])] == "CLOSE":
        return "N"  # "points (a) and (b) may be used"
    return previous


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
    kinds, kind = sentence.kinds, stream.terminals[n]
    reader = cues()
    if not any(reader.longest(stream.terminals, n, after=subject) is not None for subject in SUBJECTS):
        return None
    span = _subject(sentence, stream, n)
    if span is None:
        return None
    terminal, first = phrase_terminal(sentence, *span)
    last = span[1]
    cue = _cue_of(sentence, stream, n, terminal, first, last)
    if cue is None:
        return None
    if kind in ("TO", "NOT") and first and kinds[first - 1] not in BEFORE_CLAUSE:
        return None
    if kind == "TO" and first == last and kinds[first] == "WELCOMING":
        return None  # "glad to be told": a wish
    return Candidate(sentence, cue, (first, *stream.places[n : n + len(cue.terminals) - 1]), (first, last))


def _subject(sentence: Sentence, stream: Stream, n: int) -> tuple[int, int] | None:
    """The first and last token of the noun phrase that ends before the nth token of the stream; None where none does
    that may be its subject."""
    kinds, place = sentence.kinds, stream.places[n]
    first = subject_before(sentence, place, 0)
    if first is None or first >= place:
        return None
    last = stream.places[n - 1]
    before = _behind_adverbs(sentence, place)
    if kinds[last] == "AND" and kinds[before] == "CLOSE":
        last = before
    if last < first:
        return None
    if stream.terminals[n] in JUDGING and (kinds[last] == "DET" or kinds[first] == "PREP"):
        return None  # "the advisable course", "in circumstances advisable": no predicate
    if first and kinds[first - 1] == "IF":
        first = _behind_condition(sentence, first, last)
    return None if _no_subject(sentence, stream.terminals[n], first) else (first, last)


def _no_subject(sentence: Sentence, kind: str, first: int) -> bool:
    """True where what begins at a token is a constraint or topic in front, no subject of a terminal of this kind."""
    kinds = sentence.kinds
    opening = kinds[first]
    before = kinds[first - 1] if first else opening
    if kind == "PLEASE":  # "in the light of this please…", "if free please…", "if you see Hull please…": no name
        if opener_at(sentence, first, lexicon()) is not None:
            return True
        return opening in NO_NAME or before in BEFORE_NO_NAME
    if kind == "WOULD" and before == "SUB":
        return True  # "before going further would like"
    return kind in WISHED_BY and (opening in OBLIQUE or before in OBLIQUE)  # "in the Board press the point"


def _cue_of(sentence: Sentence, stream: Stream, n: int, terminal: str, first: int, last: int) -> Cue | None:
    """The longest cue that goes on at the nth token of the stream behind a subject, by what that stands for: a thing
    may be an occasion, and the sender a party like any other."""
    reader, terminals = cues(), stream.terminals
    cue = reader.longest(terminals, n, after=terminal)
    if terminal == "THING" and sentence.words[head_of(sentence, first, last)] in party_words().occasions:
        return reader.longest(terminals, n, after="OCCASION") or cue
    if terminal == "SENDER":
        as_party = reader.longest(terminals, n, after="PARTY")
        if cue is None or (as_party is not None and len(as_party.terminals) > len(cue.terminals)):
            return as_party
    return cue
