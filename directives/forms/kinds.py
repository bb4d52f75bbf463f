"""Out: the sets of token kinds that more than one reader of a sentence asks about."""

from __future__ import annotations

from typing import Final

VERBS: Final = frozenset({
    "VERB", "NVERB", "BE", "HAVE", "DO", "LET", "ASK", "ADVISE", "REQUEST", "SUGGEST", "ORDER", "DESIRE",
    "EXPECT", "PERMIT", "AGREE", "CONSIDER", "APPRECIATE", "TAKE", "LEAVE", "HELP", "FIND", "MAKE", "INSIST",
})  # fmt: skip
MODALS: Final = frozenset({"WILL", "SHALL", "WOULD", "SHOULD", "MUST", "MAY", "MIGHT", "CAN", "COULD", "CANNOT"})
# Those that hold no denial, as "cannot" does.
PLAIN_MODALS: Final = MODALS - {"CANNOT"}
# Behind a verb its object, or what else it takes, begins with one of these.
OBJECT_NEXT: Final = frozenset({
    "DET", "YOUR", "US", "OBJECT_PRONOUN", "THAT", "IT", "THIS", "NO", "N", "NUM", "NUMBER", "ADVERB", "QUOTE", "PREP",
    "WH", "STOP", "TO", "YOU", "MYSELF", "ORDERED", "DESIRED", "IMPORTANCE", "ESSENTIAL", "AUTHORITY",
})  # fmt: skip
PARTICIPLES: Final = frozenset({
    "PAST", "PARTICIPLE", "GIVEN", "LEFT", "ORDERED", "DESIRED", "REQUESTED", "SUGGESTED", "APPRECIATED",
    "APPROVED", "CONSIDERED", "PERMITTED", "EXPECTED", "URGED", "HOPED", "PRESUMED",
})  # fmt: skip
# What is asked for is a thing, no act, where it begins with one of these.
NOUN_HEADS: Final = frozenset({"DET", "YOUR", "N", "NO", "THIS", "NUM", "NUMBER", "QUOTE", "IT", "ADVERB"})
# A further act of a list, behind a comma, begins with one of these.
LISTED_VERBS: Final = frozenset({
    "VERB", "NVERB", "ASK", "ADVISE", "REQUEST", "TAKE", "MAKE", "HAVE", "LEAVE", "LET", "FIND", "CONSIDER", "HELP",
    "INSIST",
})  # fmt: skip
# What stands behind a participle that is a verb, no adjective ("and *referred* to Hull", not "and related matters").
BEHIND_PARTICIPLE: Final = frozenset(
    {"PREP", "OF", "TO", "FOR", "AS", "THAT", "ADVERB", "STOP", "COMMA", "AND", "WH", "IF", "SUB"}
)
# Of these a short subject is made.
SUBJECT_PARTS: Final = frozenset({"DET", "N", "NUM", "NUMBER", "YOUR", "NO", "THIS", "QUOTE", "OF", "ADVERB"})
PRONOUN_SUBJECTS: Final = frozenset({"WE", "THEY", "IT", "THERE", "YOU"})
FINITES: Final = MODALS | {"IS", "WAS", "HAS", "HAD", "DO", "DID", "SEEMS", "FINITE"}
# "Have" may be an infinitive as well.
FINITE_OR_HAVE: Final = FINITES | {"HAVE"}
# A verb in the present tense with "we" or "they", else a base form.
PRESENT: Final = frozenset(
    {"CONSIDER", "HOPE", "SUGGEST", "DESIRE", "ASK", "REQUEST", "ADVISE", "AGREE", "PRESUME", "APPRECIATE", "EXPECT"}
)
# A base form behind "to", a modal or a subject.
BASES: Final = frozenset({
    "VERB", "NVERB", "BE", "HAVE", "DO", "LET", "ASK", "ADVISE", "LEAVE", "TAKE", "MAKE", "FIND", "HELP", "AGREE",
    "CONSIDER", "PERMIT",
})  # fmt: skip
# Verbs of the sender's own wishes: the addressee does not do them where he stands behind them ("and urge that you…").
WISHING: Final = frozenset({"SUGGEST", "ADVISE", "DESIRE", "HOPE", "EXPECT", "ASK", "REQUEST", "AGREE", "CONSIDER"})
# "And *under no circumstances* show him", "you should *on no account* say": read as "not".
DENIAL: Final = ["PREP", "NO", "N"]
# No subject reaches over one of these to its verb.
CLAUSE_BOUNDS: Final = frozenset({"COMMA", "COLON", "THAT", "WH", "SUB", "IF", "STOP", "OPEN", "AND", "AS"})
# A pronoun behind one of these is no subject.
OBLIQUE: Final = frozenset({"PREP", "OF", "TO", "FOR"})
CONTENT_WORDS: Final = frozenset({"what", "why", "whether", "how"})
AUXILIARIES: Final = frozenset({"IS", "WAS", "HAS", "HAVE", "HAD"})
# A clause behind "and" may begin with one of these ("and *urgent* advice would help").
CLAUSE_OPENS: Final = frozenset({"DET", "N", "THIS", "YOUR", "NO", "GERUND", "QUOTE", "ESSENTIAL"})


def modal_at(kinds: list[str], at: int) -> bool:
    """True where a modal, or "need not", stands at a token."""
    return kinds[at] in MODALS or kinds[at : at + 2] == ["NEED", "NOT"]
