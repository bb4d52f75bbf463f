"""A sentence and the place where a clause begins in; its subject, its verb and who is to act out."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from directives.forms.act_words import act_words
from directives.forms.kinds import MODALS, PARTICIPLES, VERBS
from directives.forms.marks import abbreviates
from directives.forms.nouns import is_name, party_words, phrase_terminal
from directives.forms.segments import opener_at
from directives.forms.subjects import main_modal
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence
from directives.reading.abbreviations import abbreviations

AFTER_BE: Final = PARTICIPLES | {"VERB", "MAKE"}
# Behind its subject the verb of a clause without modal.
BARE_VERBS: Final = frozenset({"VERB", "HAVE", "TAKE", "MAKE", "LEAVE", "CONSIDER", "ADVISE", "AGREE", "ASK", "INSIST"})
LONGEST_SUBJECT: Final = 40
NOUN_OR_MODAL: Final = MODALS | {"N", "NVERB"}
MAYBE_NOUN: Final = frozenset({"VERB", "ADVISE", "NVERB"})
BEHIND_PARTICIPLE: Final = frozenset({"PREP", "TO", "OF", "FOR", "ADVERB", "AS"})
# No modal behind one of these is that of the clause before it.
CLAUSE_STOPS: Final = frozenset(
    {"COMMA", "COLON", "WH", "SUB", "IF", "THAT", "YOU", "WE", "IT", "THEY", "IS", "WAS", "HAS"}
)
# Behind its first comma a list or apposition in a subject is no longer.
LONGEST_LIST: Final = 18
# Behind "by" begins the doer of a passive with one of these.
DOERS: Final = frozenset({"DET", "N", "YOU", "YOUR", "WE", "OBJECT_PRONOUN"})


class Clause(NamedTuple):
    """A clause under a cue: its subject, its verb, whether it is passive, and the modal before the verb.

    `agent` is what does the act: YOU, WE, SENDER, PARTY, THING or NOTHING.
    """

    subject: tuple[int, int]
    verb: int
    passive: bool
    agent: str
    modal: int | None = None
    negated: bool = False


def read_clause(
    sentence: Sentence, first: int, end: int, infinitive: bool = False, supposed: bool = False
) -> Clause | None:
    """The clause whose subject begins at a token: "the note be handed over", "Hodgson should see him"; None for a bare
    noun phrase. `infinitive` allows "N to V" ("for the note to be handed over"), `supposed` a past form ("if he
    saw Hull")."""
    limit = min(end, first + LONGEST_SUBJECT)
    found = _predicate(sentence, first, limit, infinitive, supposed)
    if found is None:
        return None
    kinds, (at, modal) = sentence.kinds, found
    last = at - 1
    while last > first and kinds[last] in ("ADVERB", "COMMA"):
        last -= 1
    if kinds[last] == "AND" and modal is None:
        return None  # "the points made *and* consider": a verb of another subject
    if modal is not None or kinds[at] == "TO":
        at += 1
    negated = False
    while at < limit and (kinds[at] in ("ADVERB", "NOT", "COMMA") or (negated and kinds[at] == "TO")):
        negated = negated or kinds[at] == "NOT"
        at += 1
    if at >= end:
        return None
    if modal is not None and kinds[at] in ("BE", "CONSIDER") and kinds[at + 1 : at + 3] == ["ABLE", "TO"]:
        at = min(at + 3, end - 1)  # "will feel able to"
    verb = at
    passive = False
    if kinds[at] in ("BE", "WAS"):
        after = at + 1
        while after < end and kinds[after] in ("ADVERB", "NOT"):
            negated = negated or kinds[after] == "NOT"  # "that it be *not* quoted"
            after += 1
        passive = after < end and (kinds[after] in AFTER_BE or sentence.words[after].endswith("ed"))
    return Clause((first, last), verb, passive, agent_of(sentence, first, last), modal, negated)


def _predicate(
    sentence: Sentence, first: int, limit: int, infinitive: bool, supposed: bool
) -> tuple[int, int | None] | None:
    """Where the predicate behind a subject begins (its modal, its verb, or "to"), and its modal; None if none does."""
    kinds = sentence.kinds
    at = first
    relative = False
    depth = 0
    while at < limit:
        kind = kinds[at]
        if kind == "OPEN":
            depth += 1
        elif kind == "CLOSE":
            depth = max(0, depth - 1)
        elif depth or (kind == "STOP" and abbreviates(sentence, at)):
            pass
        elif at > first and not relative and _limits(sentence, at):
            return None
        elif kind == "WH" and at > first:
            relative = True
        elif kind == "SUB" and at > first and (main := main_modal(sentence, first, limit)) and kinds[main] in MODALS:
            return main, main  # "that the line we took *when* he raised it should"
        elif kind == "HOPE" and at > first and kinds[at - 1] == "AND":
            return None
        elif kind == "STOP" and at > first and at + 1 < limit and _is_title(sentence.words[at - 1]):
            pass
        elif kind in ("COMMA", "COLON", "STOP", "SUB", "IF") or (kind == "THAT" and at > first):
            if kind == "COMMA" and relative:
                relative = False
            elif kind == "COMMA" and (closing := _parenthesis(sentence, at, limit)):
                at = closing
            elif kind != "COMMA" or not _comma_in_subject(sentence, at, limit):
                return None
        elif relative and kind in MODALS | {"IS", "WAS", "HAS", "HAVE", "HAD", "FINITE", "PAST"}:
            relative = False
            if kind in MODALS:
                at = _behind_group(kinds, at, limit) - 1  # "the line which you should *take*"
        elif kind in MODALS:
            return at, at
        elif _in_subject(sentence, at, first, limit):
            pass
        elif at > first and _verb_at(sentence, at, limit, supposed):
            return at, None
        elif kind in ("IS", "WAS", "HAS", "HAD"):
            return None
        elif kind == "TO" and at + 1 < limit:
            if infinitive and at > first and _after_adverbs(sentence, at + 1, limit) in VERBS:
                return at, None
            at += kinds[at + 1] in VERBS  # "the talks to come", inside the subject
        at += 1
    return None


def _verb_at(sentence: Sentence, at: int, limit: int, supposed: bool) -> bool:
    """True where the verb of a clause without modal stands at a token behind its subject; one that is `supposed` may
    be a past form."""
    kind = sentence.kinds[at]
    if kind == "BE" or kind in BARE_VERBS or (supposed and kind in ("PAST", "WAS")):
        return True
    if kind == "NOT":
        return _after_adverbs(sentence, at + 1, limit) in VERBS | {"TO"}
    return kind == "NVERB" and is_name(sentence, at - 1) and not is_name(sentence, at)


def _behind_group(kinds: list[str], modal: int, limit: int) -> int:
    """The place behind a modal and its verb."""
    at = modal + 1
    while at < limit and kinds[at] in ("NOT", "ADVERB", "BE", "BEEN", "HAVE"):
        at += 1
    return at + 1 if at < limit and kinds[at] in VERBS | PARTICIPLES else at


def _in_subject(sentence: Sentence, at: int, first: int, limit: int) -> bool:
    """True where what may be a verb stands inside a subject whose modal follows: a noun behind "any" or "and" ("any
    *press* comment could"), a participle ("the note *furnished* in May could", "the points *put* forward by him")."""
    kinds = sentence.kinds
    if at <= first or kinds[at] not in MAYBE_NOUN | {"PAST"} or at + 1 >= limit:
        return False
    if kinds[at] == "PAST":
        opens = kinds[at - 1] in ("N", "NUM", "NVERB") and kinds[at + 1] in BEHIND_PARTICIPLE
    elif sentence.words[at] in party_words().particles:
        opens = kinds[at - 1] in ("PAST", "VERB")
    elif sentence.words[at] in party_words().unchanged:
        opens = kinds[at - 1] in ("N", "NUM", "NVERB") and kinds[at + 1] in ("PREP", "VERB", "N", "ADVERB")
    else:
        opens = kinds[at - 1] in ("AND", "DET") and kinds[at + 1] in NOUN_OR_MODAL
    if not opens:
        return False
    for place in range(at + 1, min(limit, at + LONGEST_LIST)):
        if kinds[place] in MODALS:
            return place + 1 < limit and kinds[place + 1] in ("BE", "ADVERB", "NOT")
        if kinds[place] in CLAUSE_STOPS or (kinds[place] == "STOP" and not abbreviates(sentence, place)):
            return False
    return False


def _limits(sentence: Sentence, at: int) -> bool:
    """True where a clause of condition or reason begins at a token: "an answer *as the ships will leave*"."""
    opener = opener_at(sentence, at, lexicon())
    if opener is None or opener[0].kind != "clauses" or opener[0].type not in ("condition", "reason"):
        return False
    return sentence.kinds[at] != "AS" or sentence.kinds[at - 1] == "COMMA"


def agent_of(sentence: Sentence, first: int, last: int) -> str:
    """What a subject stands for: YOU, WE, or as nouns.phrase_terminal says."""
    kind = sentence.kinds[first]
    if kind == "YOU":
        return "YOU"
    if first == last and (kind == "WE" or sentence.words[first] in ("us", "me")):
        return "WE"
    if kind in ("THEY", "OBJECT_PRONOUN") and first == last:
        return "PARTY"
    return phrase_terminal(sentence, first, last)[0]


def by_agent(sentence: Sentence, verb: int, end: int) -> tuple[int, int] | None:
    """The span of the doer in a passive ("be handed over *by the Chargé*"), where it is somebody."""
    kinds = sentence.kinds
    head = verb
    while head + 1 < end and kinds[head] in ("BE", "WAS", "ADVERB"):
        head += 1
    for at in range(verb + 1, min(end, verb + 18)):
        if kinds[at] in ("COMMA", "COLON", "THAT", "STOP", "SUB", "IF", "WH"):
            return None
        if (
            sentence.words[at] == "by"
            and at + 1 < end
            and not (at - 1 > head and kinds[at - 1] in ("PAST", "PARTICIPLE"))  # "the officers *named by* Hull"
            and (kinds[at + 1] in DOERS or kinds[at + 2 : at + 3] == ["OF"])
        ):
            last = at + 1
            while (
                last + 1 < end
                and kinds[last + 1] in ("N", "DET", "OF")
                and sentence.words[last + 1] not in act_words().carriers
            ):
                last += 1
            if not act_words().carriers.isdisjoint(sentence.words[last : last + 2]):
                return None  # "by the Cape *route*"
            named = kinds[at + 1] in ("YOU", "YOUR", "OBJECT_PRONOUN")
            if named or phrase_terminal(sentence, at + 1, last)[0] in ("PARTY", "SENDER"):
                return at + 1, last
    return None


def _after_adverbs(sentence: Sentence, at: int, limit: int) -> str:
    while at < limit and sentence.kinds[at] == "ADVERB":
        at += 1
    return sentence.kinds[at] if at < limit else "END"


def _parenthesis(sentence: Sentence, comma: int, limit: int) -> int:
    """The comma that closes what one opens inside a subject, right before its modal or "be"; 0 where none does ("any
    change, *particularly when a ship is at sea,* should be told", "that Hull, *during the talks,* keep")."""
    kinds = sentence.kinds
    for at in range(comma + 2, min(limit, comma + 25) - 1):
        if kinds[at] in ("COLON", "STOP", "YOU", "PLEASE", "THAT"):
            return 0
        if kinds[at] == "COMMA":
            acts = kinds[at + 1] in MODALS | {"BE"} or (kinds[comma + 1] == "PREP" and kinds[at + 1] == "VERB")
            return at if acts else 0
    return 0


def _comma_in_subject(sentence: Sentence, comma: int, limit: int) -> bool:
    """True where a comma stands inside a subject (a list, an apposition): a modal or "be" follows before any stop."""
    if comma + 1 >= len(sentence) or sentence.kinds[comma + 1] == "AND":
        return False
    for at in range(comma + 1, min(limit, comma + LONGEST_LIST)):
        kind = sentence.kinds[at]
        if kind == "AS" and sentence.kinds[at + 1 : at + 2] != ["PAST"]:
            return False
        if kind in MODALS or kind == "BE":
            return kind == "BE" or at > comma + 1
        if kind in (
            "COLON",
            "STOP",
            "THAT",
            "IF",
            "SUB",
            "WH",
            "WE",
            "YOU",
            "IT",
            "THEY",
            "THERE",
            "IS",
            "WAS",
            "PLEASE",
        ):
            return False
    return False


def _is_title(word: str) -> bool:
    """True for a word that a full stop shortens in front of a name: "Mr. Marlow", "R. Quill"."""
    return word in _titles() or (len(word) == 1 and word.isalpha())


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.lower() for title in abbreviations().titles)
