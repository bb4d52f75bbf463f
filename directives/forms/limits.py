"""A token of an act in; out, the constraint that begins there, if one does."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from directives.forms.act_words import act_words
from directives.forms.contents import opens_question
from directives.forms.kinds import (
    AUXILIARIES,
    CLAUSE_BOUNDS,
    FINITES,
    MODALS,
    OBLIQUE,
    PARTICIPLES,
    PRONOUN_SUBJECTS,
    SUBJECT_PARTS,
    VERBS,
)
from directives.forms.marks import abbreviates, behind_brackets, letter_at, quotations
from directives.forms.reach import adjectival, reach
from directives.forms.segments import Segment, front_opener_at, likens, opener_at, with_degree
from directives.forms.verbs import base_form, clause_ahead, finite_near, is_passive, own_verb, verb_of
from directives.language.lexicon import Lexicon, Opener, lexicon
from directives.language.tokens import Sentence

# "Before the Council" tells the time with one of these behind it ("before the Council *meets*").
BEHIND_BODY: Final = FINITES | {"VERB", "NVERB", "HAVE", "PAST", "N", "OF"}
# Where a clause begins: behind one of these.
CLAUSE_HEADS: Final = frozenset({"COMMA", "COLON", "AND", "START"})
BEHIND_PRONOUN: Final = VERBS | {"PAST", "HOPE", "PRESUME"}
ONE_FINITE: Final = (["WOULD"], ["IS"], ["WAS"], ["MIGHT"], ["COULD"], ["MAY"], ["WILL"])
# Behind "and" a clause of its own begins with one of these.
ACTS_ANEW: Final = VERBS | MODALS | {"PLEASE", "YOU", "WE", "IT", "THEY"}
# "By *the first available* aircraft", "by *your next* bag".
IN_CARRIER: Final = frozenset({"DET", "N", "NVERB", "VERB", "ADVERB", "YOUR", "THIS", "NUM", "POSSIBLE", "MAY", "PAST"})
# Right behind a verb these measure its object.
MEASURES: Final = (("up", "to"), ("not", "more", "than"), ("no", "more", "than"), ("not", "less", "than"))
MEASURED: Final = VERBS | {"NUM", "NUMBER"}
# "He *has always* pressed for it".
TOLD_BEHIND: Final = frozenset({"IS", "WAS", "HAS", "HAD"})
CLAUSE_FINITES: Final = MODALS | TOLD_BEHIND
# Behind an adjective that stands for an adverb.
FLAT_ENDS: Final = frozenset({"PREP", "TO", "STOP", "COMMA", "COLON", "ADVERB", "AND", "SUB"})
# "A copy *is to be* sent to remind him".
VERB_GROUP: Final = frozenset({"BE", "BEEN", "IS", "WAS", "NEED"})
# Of these the subject of a clause is made behind "immediately".
SHORT_SUBJECT: Final = SUBJECT_PARTS | {"THEY", "WE", "YOU", "IT"}


class LimitReader:
    """Reads the constraints inside the acts of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.lex: Lexicon = lexicon()
        self.known = act_words()
        self.quotes = quotations(sentence) if "QUOTE" in sentence.kinds else {}

    def read(self, at: int, head: int, end: int, relative: bool) -> Segment | None:
        """The constraint that begins at a token of the act whose verb is `head` and which ends before `end`; in a
        `relative` clause little limits the act."""
        sentence = self.sentence
        if at and sentence.words[at - 1] in self.known.no_limit_behind.get(sentence.words[at], ()):
            return None
        found = opener_at(sentence, at, self.lex)
        if found is not None:
            opener, after = found
            if opener.words[0] == "as" and opener.kind == "phrases" and _clause_behind(sentence, at + 1, end):
                opener, after = _alone(sentence, at, self.lex) or found
            if _opens(sentence, opener, at, after, head, end, relative):
                if opener.words == ("throughout",) and sentence.kinds[after] in OBLIQUE:
                    opener = replace(opener, kind="whole")  # "remain responsible *throughout* for the islands"
                if opener.kind == "whole" and _as_soon_as(sentence, opener, after, end):
                    opener = replace(opener, kind="clauses")
                whole = opener.kind == "whole"
                last = _both_ends(sentence, opener, after) if whole else self._reach(opener, at, after, end, head)
                last = _explained(sentence, last, end)
                first = with_degree(sentence, at) if opener.kind == "whole" and after == at + 1 else at
                if sentence.words[at - 2 : at] == ["not", "only"]:
                    first = at - 2  # "*not only* for your own use but for ours"
                return Segment(opener.behind if at > head else opener.type, first, last, opener.kind)
        if found is None and sentence.kinds[at] == "TO" and not relative and _moved(sentence, at, head, end):
            aim = front_opener_at(sentence, at, self.lex)
            if aim is not None:
                return Segment("purpose", at, self._reach(aim[0], at, aim[1], end, head), "clauses")
        if found is None and sentence.words[at] == "by" and at > head and not relative:
            carrier = _carrier_behind(sentence, at, head, end)
            if carrier:
                return Segment("manner", at, carrier, "phrases")
        if sentence.words[at] in self.known.flat and not relative and _stands_flat(sentence, at, head, end):
            return Segment("manner", at, at, "adverb")
        told = at > head and sentence.kinds[at - 1] in TOLD_BEHIND  # "pointing out he *has always* pressed for it"
        if sentence.kinds[at] == "ADVERB" and not (relative or told or _in_noun_phrase(sentence, at, end)):
            kind = self.lex.adverbs.get(sentence.words[at])
            if kind is not None:
                first, last = with_degree(sentence, at), self._adverbs_beside(at, end, kind)
                if last > at:  # "*either* formally or informally"
                    first -= sentence.words[first - 1] in ("either", "both")
                return Segment(kind, first, last, "adverb")  # type: ignore[arg-type]
        return None

    def _adverbs_beside(self, at: int, end: int, kind: str) -> int:
        """The last of the adverbs of a kind that "and" joins to one: "informally, *freely and frankly*"."""
        kinds, words, known = self.sentence.kinds, self.sentence.words, self.lex.adverbs
        place = at
        while place + 2 < end and kinds[place + 1] in ("COMMA", "AND") and kinds[place + 2] == "ADVERB":
            word = words[place + 2]
            if known.get(word) != kind and not (word.endswith("ly") and word not in known) and word != "otherwise":
                return at
            place += 2
            if kinds[place - 1] == "AND":
                return place
        return at

    def _reach(self, opener: Opener, at: int, after: int, end: int, head: int) -> int:
        return reach(self.sentence, self.quotes, opener, at, after, end, head)

    def in_front(self, first: int, end: int) -> list[Segment]:
        """The constraints that stand before a noun asked for ("receive *by telegraph* your views", "have*, by
        Friday,* your views")."""
        found: list[Segment] = []
        commas, verb = self.sentence.kinds[first] == "COMMA", first - 1
        first += commas
        while first < end:
            segment = self.read(first, verb if commas else first - 1, end, False)
            if segment is None or segment.first != first or segment.last + 1 >= end:
                break
            found.append(segment)
            first = segment.last + 1
            if commas and self.sentence.kinds[first] == "COMMA" and first + 1 < end:
                first += 1
        return found

    def enclosed(self, at: int, head: int, end: int) -> Segment | None:
        """The constraint that fills a parenthesis ("call on him *(preferably at your level)*"), if any does."""
        close = behind_brackets(self.sentence, at, end) - 1
        if letter_at(self.sentence, at) or self.sentence.kinds[close] != "CLOSE":
            return None
        first = at + 1
        while first < close and self.sentence.kinds[first] == "ADVERB":
            first += 1
        segment = self.read(first, head, close, False) if first < close else None
        if segment is None or segment.last != close - 1:
            return None
        return replace(segment, first=at + 1)


def _on_date(sentence: Sentence, at: int, end: int) -> bool:
    """True where a number behind "on" is of a date ("on *3rd* May", "on *12/6/47*"), not of a paragraph."""
    word = sentence.words[at]
    dated = not {"MONTH", "DAY"}.isdisjoint(sentence.kinds[at : min(end, at + 4)])
    return dated or not (word.isdigit() or (word[:-1].isdigit() and word[-1].isalpha()))  # "on *2 (c)*", "on *2c*"


def _stands_flat(sentence: Sentence, at: int, head: int, end: int) -> bool:
    """True where an adjective stands for an adverb of the act: "write *direct* to him", "raise it *direct*"."""
    kinds = sentence.kinds
    if at <= head or "TO" in kinds[head + 1 : at] or kinds[at - 1] in ("DET", "YOUR", "AND", "ADVERB", "BE"):
        return False
    return at + 1 >= end or (kinds[at + 1] in FLAT_ENDS and sentence.words[at + 1] not in ("from", "via"))


def _clause_behind(sentence: Sentence, at: int, end: int) -> bool:
    """True where a noun and its finite verb stand from a token on, no boundary between."""
    for kind in sentence.kinds[at : min(end, at + 13)]:
        if kind in CLAUSE_FINITES:
            return True
        if kind in CLAUSE_BOUNDS or kind == "COMMA":
            return False
    return False


def _alone(sentence: Sentence, at: int, lex: Lexicon) -> tuple[Opener, int] | None:
    """The opener that a single word is, where more words open there too: "as" of "*as* a strike would harm us"."""
    by_second = lex.openers.get(sentence.words[at], {})
    return (by_second[""][0], at + 1) if "" in by_second else None


def _opens(sentence: Sentence, opener: Opener, at: int, after: int, head: int, end: int, relative: bool) -> bool:
    """True where the words of an opener open a constraint of the act, nothing else that they may mean."""
    words, known = sentence.words, act_words()
    if relative and (opener.kind != "clauses" or opener.type == "reason"):
        return False
    if after >= end and opener.kind != "whole":
        return False
    if _other_wording(sentence, opener, at, after, end) or _other_clause(sentence, opener, at, after, head, end):
        return False
    verb = base_form(sentence, head)
    if opener.words[0] == words[at] == "to" and opener.type == "purpose" and opener.kind == "clauses":
        return _aims(sentence, at, head, end, verb)
    if opener.kind == "phrases" and verb in known.likening and _as_what(sentence, opener, at):
        return not known.light_objects.isdisjoint(words[head + 1 : head + 2])  # "take place *as part of* the talks"
    if _taken(sentence, opener, at, after, head, verb) or _belongs(sentence, opener, at, after, head, end, verb):
        return False
    return not _sets_beside(sentence, opener, at, after, head, end) and _stands(sentence, opener, at, after, end)


def _other_wording(sentence: Sentence, opener: Opener, at: int, after: int, end: int) -> bool:
    """True where the words of an opener are part of another wording ("our *en clair* telegram", "*up to* date")."""
    words, kinds = sentence.words, sentence.kinds
    if opener.words == ("on", "NUMBER"):
        return not _on_date(sentence, at + 1, end)  # "rest *on 4*"
    if opener.words == ("by", "NUMBER"):
        return words[at + 1].isalpha() and kinds[at + 1] in ("NUM", "NUMBER")
    if opener.words == ("rather", "than"):
        return kinds[after] in PARTICIPLES  # "deferred *rather than rejected*"
    if opener.words == ("up", "to"):
        return words[after] == "date"  # "a final and *up to date* list"
    if opener.words == ("en", "clair"):
        return after < end and kinds[after] == "N"  # "our *en clair* telegram"
    return opener.words == ("immediately",) and after < end and words[after] in act_words().beside_immediately


def _other_clause(sentence: Sentence, opener: Opener, at: int, after: int, head: int, end: int) -> bool:
    """True where a clause tells what is asked, what somebody did at a time, or what will be; none of these limits."""
    kinds, word = sentence.kinds, sentence.words[at]
    if kinds[at - 1] in ("TO", "OF", "PREP") and word in ("when", "where", "whether", "how") and at > head:
        return True
    if opener.kind != "clauses":
        return False
    if opens_question(sentence, at, head):
        return True
    if 0 < at < head and opener.type == "time" and kinds[at - 1] != "COMMA":
        return True  # "the line we took *when he called* should"
    return word == "when" and at > head and _foretells(sentence, after, end)


def _taken(sentence: Sentence, opener: Opener, at: int, after: int, head: int, verb: str) -> bool:
    """True where the verb of the act takes what the words of an opener open ("*thank* him *for his* message")."""
    words, kinds, known = sentence.words, sentence.kinds, act_words()
    if words[at] in ("before", "after") and verb in known.placing and "TO" not in kinds[head:at]:
        return True
    governed = at > head and opener.kind != "clauses" and verb in known.governing.get(words[at], ())
    if governed and known.light_objects.isdisjoint(words[head + 1 : at]):
        return True  # "*thank* him *for his* message", not "*take* the steps *through* the Palace"
    given = at == head + 2 and kinds[head + 1] == "OBJECT_PRONOUN"  # "advance him *up to forty* pounds"
    # "Spend *up to two hundred* pounds on it", "do *no more than wait*".
    return (at == head + 1 or given) and opener.words in MEASURES and kinds[after] in MEASURED


def _belongs(sentence: Sentence, opener: Opener, at: int, after: int, head: int, end: int, verb: str) -> bool:
    """True where the words of an opener belong to a noun, to "not" or to a question, or tell a place."""
    if at > head + 1 and (sentence.kinds[at - 1] == "NOT" or opens_question(sentence, at - 1, head)):
        return True  # "made not *through* him but direct", "enquire when *after* the talks he left"
    if opener.words[0] == "before" and _in_front_of_body(sentence, after, end):
        return True
    if opener.type == "condition" and opener.kind == "clauses" and _of_noun(sentence, at, head, verb):
        return True
    return adjectival(sentence, opener, after, end)


def _sets_beside(sentence: Sentence, opener: Opener, at: int, after: int, head: int, end: int) -> bool:
    """True where "as" sets a thing beside another, measures or names it, or tells how it was told."""
    if at < head and sentence.words[at] == "as" and opener.type == "manner" and sentence.kinds[at - 1] == "N":
        return True  # "action *as requested* be taken"
    if opener.words[-1] == "as" and opener.type == "reason" and _compares(sentence, after, end):
        return True
    return (opener.words == ("as",) and _measured(sentence, at)) or (opener.words == ("as", "to") and at > head)


def _stands(sentence: Sentence, opener: Opener, at: int, after: int, end: int) -> bool:
    """True where the words of an opener stand in a place where they open a constraint: some only at the head of a
    clause, "as" before a clause."""
    words, kinds, known = sentence.words, sentence.kinds, act_words()
    before = words[at - 1] if at else ""
    if opener.at_head and at > 0 and kinds[at - 1] not in CLAUSE_HEADS:
        if opener.words == ("in", "GERUND") and before in known.borne:
            return True  # "bear it in mind *in drafting* the reply"
        return opener.behind == "condition" and (kinds[after] in PRONOUN_SUBJECTS or opener.words[-1] == "that")
    if words[at] == "in" and opener.type == "condition" and before in known.taking_in:
        return False
    if opener.words == ("as",):
        return _as_clause(sentence, at, after, end)
    return not (opener.words == ("since",) and kinds[after] in ("NUM", "NUMBER"))


def _of_noun(sentence: Sentence, at: int, head: int, verb: str) -> bool:
    """True where a condition belongs to what is to be done with a noun: "your views on the line *to be taken if* he
    declines"; not "ask for the note *to be sent if* he declines"."""
    kinds = sentence.kinds
    if at - 4 <= head or kinds[at - 3 : at - 1] != ["TO", "BE"] or kinds[at - 1] not in PARTICIPLES:
        return False
    return kinds[at - 4] in ("N", "NVERB") and "FOR" not in kinds[head + 1 : at] and verb not in act_words().causing


def _carrier_behind(sentence: Sentence, at: int, head: int, end: int) -> int:
    """The last word of what carries a thing: "by *the first available aircraft*"; 0 where nothing that does stands
    behind "by", and where that belongs to a noun ("the points raised *by this cable*")."""
    if sentence.kinds[at - 1] in PARTICIPLES and at - 1 != verb_of(sentence, head):
        return 0
    for place in range(at + 1, min(end, at + 7)):
        if sentence.words[place] in act_words().carriers:
            return place
        if sentence.kinds[place] not in IN_CARRIER:
            return 0
    return 0


def _aims(sentence: Sentence, at: int, head: int, end: int, verb: str) -> bool:
    """True where "to" tells what an act is for, no infinitive that its verb, or a noun or verb before it, takes."""
    words, kinds, known = sentence.words, sentence.kinds, act_words()
    if at <= head + 1 and kinds[head] not in PARTICIPLES:
        return False
    if kinds[at - 1] == "AND" and "TO" in kinds[head + 1 : at]:
        return False
    if verb in known.causing and not (kinds[at - 1] in ("COMMA", "ADVERB") and is_passive(sentence, head, end)):
        return False
    if (at and words[at - 1] in known.taking_infinitive) or kinds[at - 1] in VERBS:
        return False
    taken = words[head + 1 : at]  # "take the *steps* by wire to"
    taking = verb == "take" and not known.taking_infinitive.isdisjoint(taken)
    if taking or not is_passive(sentence, head, end):
        return not taking
    nouns = (words[n] for n in range(max(0, head - 5), head - 1) if kinds[n] not in VERB_GROUP)
    return known.taking_infinitive.isdisjoint(nouns)


def _as_clause(sentence: Sentence, at: int, after: int, end: int) -> bool:
    """True where "as" opens a clause or stands by itself behind a comma, no phrase that tells what a thing is."""
    kinds = sentence.kinds
    if kinds[at - 1] == "COMMA" and kinds[after] != "GERUND" and not likens(sentence, after, end):
        return True
    kind, behind = kinds[after], kinds[after + 1] if after + 1 < len(kinds) else "END"
    if kind in ("WE", "THEY") and behind in BEHIND_PRONOUN:
        return True
    if kind in ("WE", "THEY", "IT", "THERE"):
        return finite_near(sentence, after, end)
    if kind == "GERUND" and behind in MODALS:
        return True  # "as *shipping must* be found"
    if kind in ("DET", "THIS", "NUM", "NUMBER"):
        return own_verb(sentence, after, end)
    if kind == "THAT":
        return kinds[after + 1 : after + 2] in ONE_FINITE
    return kind in ("HAVE", "SHOULD") or (kind == "N" and clause_ahead(sentence, after, end))


def _explained(sentence: Sentence, last: int, end: int) -> int:
    """The last token of a limit with what explains it: "on the same lines as before, *that is, by letter*"."""
    kinds, words = sentence.kinds, sentence.words
    if kinds[last + 1 : last + 2] != ["COMMA"] or last + 3 >= end:
        return last
    if words[last + 2] not in ("i.e.", "namely", "viz", "viz.") and words[last + 2 : last + 4] != ["that", "is"]:
        return last
    for at in range(last + 3, end):
        goes_on = kinds[at] == "AND" and kinds[at + 1 : at + 2] and kinds[at + 1] not in ACTS_ANEW
        if kinds[at] in ("COLON", "STOP", "AND") and not goes_on and not abbreviates(sentence, at):
            return at - 1
    return end - 1


def _both_ends(sentence: Sentence, opener: Opener, after: int) -> int:
    """The last token of a constraint of fixed wording, a second purpose with it ("for your information *and
    guidance*")."""
    words = sentence.words
    twice = opener.type == "purpose" and words[after : after + 1] == ["and"]
    return after + 1 if twice and not act_words().purposes.isdisjoint(words[after + 1 : after + 2]) else after - 1


def _as_soon_as(sentence: Sentence, opener: Opener, after: int, end: int) -> bool:
    """True where "immediately" opens a clause that tells when: "advise *immediately he has left*"."""
    if opener.words not in (("immediately",), ("directly",)) or after + 1 >= end:
        return False
    kinds = sentence.kinds
    if kinds[after] in ("YOU", "THEY", "WE") and kinds[after + 1] in VERBS:
        return True  # "see him *immediately you return*"
    for at in range(after, min(end, after + 7)):
        if kinds[at] in AUXILIARIES:
            return at > after
        if kinds[at] not in SHORT_SUBJECT:
            return False
    return False


def _moved(sentence: Sentence, at: int, head: int, end: int) -> bool:
    """True where an infinitive tells what somebody or something is sent, called or brought together for."""
    kinds, words = sentence.kinds, sentence.words
    if not (head + 1 < at < end - 1 and kinds[at + 1] in VERBS):
        return False
    known = act_words()
    return (
        base_form(sentence, head) in known.moving
        and words[at - 1] not in known.taking_infinitive
        and known.bidding.isdisjoint(words[head + 1 : at])
        and known.explaining.isdisjoint(words[max(head + 1, at - 12) : at])  # "*asking* him to wait"
        and words[at - 1] != "on"  # "go on to say"
        and kinds[at - 1] not in VERBS
    )


def _in_noun_phrase(sentence: Sentence, at: int, end: int) -> bool:
    """True where an adverb belongs to a noun: "the *first* meeting", "the machines *now* on their way"."""
    kinds = sentence.kinds
    after = kinds[at + 1] if at + 1 < end else "STOP"
    if sentence.words[at] == "immediately" and after != "STOP":
        return sentence.words[at + 1] in act_words().beside_immediately
    if sentence.words[at] in act_words().periodic and after in ("N", "NVERB", "GERUND"):
        return True  # "a *monthly* return"
    if sentence.words[at] == "first" and after in ("N", "NVERB", "GERUND", "SUB", "NUM", "NUMBER"):
        return True
    if kinds[at - 1] in ("DET", "YOUR", "THIS") and after in ("N", "NVERB", "NUM", "PAST", "PARTICIPLE"):
        return True
    at_time = lexicon().adverbs.get(sentence.words[at]) == "time"
    return at_time and kinds[at - 1] == "N" and (after in ("PREP", "PAST") or sentence.words[at + 1 : at + 2] == ["en"])


def _foretells(sentence: Sentence, at: int, end: int) -> bool:
    """True where "when" tells what will be, no time to act at ("see him on Monday *when he will* be back")."""
    kinds = sentence.kinds
    modal = next((place for place in range(at, min(end, at + 7)) if kinds[place] in FINITES), None)
    return modal is not None and kinds[modal] in ("WILL", "SHALL")


def _as_what(sentence: Sentence, opener: Opener, at: int) -> bool:
    """True where "as" tells what a thing is taken for ("treat it *as a* refusal"), not how it
    was told ("*as suggested* by Farrow")."""
    place = at + (opener.words[0] == "only")
    return sentence.words[place] == "as" and sentence.kinds[place + 1] not in PARTICIPLES


def _compares(sentence: Sentence, after: int, end: int) -> bool:
    """True where "as" only sets beside, or opens a topic ("as *well as*", "as *near as*", "as *to*")."""
    words = sentence.words
    beside = after + 1 < end and (words[after] in ("well", "regards", "concerns") or words[after + 1] == "as")
    beside = beside or (after + 1 < end and words[after + 1] in act_words().touching)  # "particularly as it *affects*"
    return beside or sentence.kinds[after] == "TO"


def _measured(sentence: Sentence, at: int) -> bool:
    """True where "as" closes a measure ("as *near* to the port *as* the Board allows")."""
    kinds, words = sentence.kinds, sentence.words
    for place in range(at - 2, max(0, at - 8), -1):
        if words[place] == "as":
            return kinds[place + 1] not in PARTICIPLES and words[place + 1] in act_words().measured
        if kinds[place] in CLAUSE_BOUNDS:
            return False
    return False


def _in_front_of_body(sentence: Sentence, at: int, end: int) -> bool:
    """True where "before" tells the place, not the time ("before *the Council*", not "before *it meets*")."""
    kinds, words = sentence.kinds, sentence.words
    for place in range(at, min(end, at + 4)):
        if words[place] in act_words().bodies:
            return place + 1 >= end or kinds[place + 1] not in BEHIND_BODY
        if kinds[place] not in ("DET", "N"):
            return False
    return False
