"""A candidate and the word whose content it is in, out whose words its clause gives: observations for the evidence.

"We think that the note should be sent" is the sender's word, "he told me that the note should be sent" a report; "we
have suggested that…" speaks of the past, "I shall ask that…" of what the sender is about to do.
"""

from __future__ import annotations

from directives.forms.draft import Candidate
from directives.forms.grammar import forms
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

SPEAKERS = {"WE": "us", "YOU": "you", "IT": "nobody", "THEY": "them"} | dict.fromkeys(("WH", "N", "NUM"), "somebody")
SPOKEN = frozenset({"PAST", "SUGGESTED", "REQUESTED", "CONSIDERED", "HOPED", "DESIRED", "ORDERED"})
HAS_SPOKEN = frozenset({"HAVE", "HAS", "HAD", "WAS", "BEEN", "DID"})
WILL_SPEAK = frozenset({"WILL", "SHALL"})
MIGHT_SPEAK = frozenset({"WOULD", "SHOULD", "MAY", "MIGHT", "CAN", "COULD", "MUST"})
BEFORE_VERB = HAS_SPOKEN | WILL_SPEAK | MIGHT_SPEAK | {"ADVERB", "NOT", "IS", "BE", "DO", "TO", "OBJECT_PRONOUN"}
# A wish is told as that of so many words at the end of its subject.
LONGEST_NAME = 4


def of_voice(candidate: Candidate, told_by: int | None) -> list[str]:
    """Who says what the clause of a candidate says, when, with which word; and the name of the one who wishes."""
    sentence, found = candidate.sentence, []
    if told_by is not None:
        speaker, when = _spoken(sentence, told_by)
        word = sentence.words[told_by]
        word = lexicon().verb_forms.get(word, ("", word))[1]
        family = forms()[candidate.cue.form].family
        found += [f"said by {speaker}, {when}", f"{family}, said by {speaker}, {when}", f"said with {word}"]
        found.append(f"said with {word} by {speaker}, {when}")
    if candidate.subject is not None and candidate.cue.terminals[0] in ("SENDER", "PARTY", "THING"):
        first, last = candidate.subject
        for size, told in ((LONGEST_NAME, "is called"), (2, "ends in")):
            name = sentence.words[max(first, last + 1 - size) : last + 1]
            found.append(f"the subject {told} {' '.join(name)}")
    return found


def _spoken(sentence: Sentence, verb: int) -> tuple[str, str]:
    """Who speaks, and when, by the words in front of the verb of saying."""
    kinds = sentence.kinds
    when = "past" if kinds[verb] in SPOKEN else "present"
    if kinds[verb] == "GERUND":
        return "a gerund", when
    at = verb - 1
    while at >= 0 and kinds[at] in BEFORE_VERB:
        if kinds[at] in HAS_SPOKEN:
            when = "past"
        elif kinds[at] in WILL_SPEAK:
            when = "future"
        elif kinds[at] in MIGHT_SPEAK:
            when = "conditional"
        elif kinds[at] == "TO":
            when = "infinitive"
        at -= 1
    if at < 0 or kinds[at] in ("COMMA", "AND", "THAT", "STOP", "COLON", "IF", "SUB"):
        return "unsaid", when
    return SPEAKERS.get(kinds[at], "a noun"), when
