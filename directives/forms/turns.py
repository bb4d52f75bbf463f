"""The place of a word in an act in; out, the further act that it turns to or adds without "and"."""

from __future__ import annotations

from directives.forms.act_words import act_words
from directives.forms.conjunct_front import OBJECTS
from directives.forms.conjuncts import Joined
from directives.forms.further_acts import begins_act
from directives.forms.kinds import LISTED_VERBS, MODALS, PRONOUN_SUBJECTS, VERBS
from directives.forms.segments import Segment
from directives.language.tokens import Sentence


def turned(sentence: Sentence, at: int, end: int) -> Joined | bool:
    """The act behind words that turn to what else is to be done ("send it, *failing which keep* it"); True where
    the addressee is told anew there ("*in which case you should*"), False where nothing turns."""
    kinds, words = sentence.kinds, sentence.words
    first = at + (kinds[at] == "COMMA")
    for size in (2, 3):
        verb = first + size
        if verb >= end or tuple(words[first:verb]) not in act_words().turning:
            continue
        verb += kinds[verb] == "COMMA"
        if verb < end and kinds[verb] in LISTED_VERBS and begins_act(sentence, verb, end):
            return Joined(verb, verb, False, (Segment("condition", first, first + size - 1, "inserted"),))
        return kinds[verb : verb + 1] == ["YOU"] and verb + 1 < end and kinds[verb + 1] in MODALS
    return False


def adds(sentence: Sentence, at: int, end: int) -> bool:
    """True where "also" joins a further act without "and": "send your views *also advise* whether he comes"."""
    kinds = sentence.kinds
    verb = at + 1
    if (
        verb + 1 >= end
        or kinds[verb] not in LISTED_VERBS - {"NVERB"}
        or kinds[at - 1] in VERBS | MODALS | PRONOUN_SUBJECTS
    ):
        return False
    return kinds[verb + 1] in OBJECTS | {"WH", "THAT", "IF", "N"}
