"""A candidate with its surroundings in; out, whether it is a directive of this cable, and why not where it is none.

The reasons follow the OUT list of the guidelines: reports, informing formulas, predictions and courtesy, opinions,
undertakings, questions, clauses under "if" or in a relative clause.
"""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.acts import left_to
from directives.forms.draft import Candidate
from directives.forms.kinds import MODALS, VERBS
from directives.forms.marks import quotations
from directives.forms.nouns import head_of, somebody_at
from directives.forms.refused_acts import refused_act
from directives.forms.segments import discourse_at, opener_at
from directives.forms.subjects import topic_before
from directives.forms.verbs import base_of, is_passive, past_enabling
from directives.language.lexicon import lexicon
from directives.language.tokens import Sentence

UNDERTAKING: Final = "an undertaking of the sender"
INFORMING_FORMS: Final = frozenset({
    "you_will", "you_may", "you_might", "you_may_wish", "hope_you_will", "will_you", "you_will_not",
    "take_it_you_will", "no_doubt_you_will", "you_may_be_able", "you_would_do", "others_hope",
})  # fmt: skip
ME_TO: Final = (["me", "to"], ["us", "to"])
FORETELLING: Final = frozenset({
    "you_will", "you_may", "you_might", "hope_you_will", "you_may_not", "you_will_not", "take_it_you_will",
    "no_doubt_you_will", "you_would_do", "others_hope",
})  # fmt: skip
WISHING_TO: Final = frozenset({"glad_to_have", "would_like_to", "desire_to_know", "hope_to_have", "let_me_know"})
# These hold of some nouns and verbs only.
OF_SOME_WORDS: Final = frozenset({
    "our_hope_is", "duty_of", "leave_thing_to_you", "insist_on", "rely_on_you", "rely_on_yours", "excused_from",
    "in_order",
})  # fmt: skip
# Under these "be seeing", "have a word" are acts to come.
HOPING: Final = frozenset({"hope_you_will", "take_it_you_will", "confident_that", "you_might", "others_hope"})
THING_HAD: Final = frozenset({"DET", "THIS", "IT", "OBJECT_PRONOUN", "YOUR"})
# "Have *this in mind*" is no longer.
WIDEST_MIND: Final = 8
QUESTIONS: Final = frozenset({"will_you", "may_i_ask", "would_somebody", "wonder_if"})
# "It would strengthen my hand *if you could*".
SUPPOSED: Final = frozenset({"if_you_could", "if_we_could"})
# "I wonder *whether the best course would not be to*…".
PROPOSED_AS_QUESTION: Final = frozenset({"course_might_be", "it_may_be_possible"})
# "There *can* be no publicity", "there is *to* be no delay"; "there is no time" tells what is.
LACKING: Final = frozenset({"CAN", "CANNOT", "SHOULD", "MUST", "SHALL", "TO"})
GLADNESS: Final = frozenset({"glad_of", "glad_to_have", "glad_if", "appreciate"})
# A thing, no more than an opinion, is accepted with one of these behind ("accept the offer", not "accept that…").
TAKEN: Final = frozenset({"DET", "YOUR", "N", "THIS", "NUM", "NUMBER", "OBJECT_PRONOUN"})
REFERENCES: Final = frozenset({"see", "refer", "reference", "following", "re", "note"})
PERFECT: Final = (["PAST"], ["PARTICIPLE"], ["BEEN"], ["GIVEN"])
BEFORE_CLAUSE: Final = frozenset({"NUM", "ADVERB", "OPEN", "CLOSE", "QUOTE", "COLON", "AND"})
VERBAL: Final = (["VERB"], ["NVERB"], ["MAKE"], ["ADVISE"], ["ASK"])
OPEN_NOUNS: Final = frozenset({"anything", "everything", "whatever"})
MODAL_FORMS: Final = frozenset({"should_do", "should_not_do", "we_should", "we_should_not", "we_might", "need_not_do"})
OPINIONS: Final = frozenset({
    "thing_should", "thing_should_not", "party_should", "party_should_not", "thing_may", "thing_may_not",
    "thing_might", "thing_may_do", "thing_might_do", "party_may", "party_might", "thing_need_not",
})  # fmt: skip


def refusal(candidate: Candidate, hanging: str, fronted: bool, follows: bool = False) -> str | None:
    """Why a candidate is no directive, or None where nothing speaks against it; `follows` where it stands right behind
    another."""
    sentence, cue = candidate.sentence, candidate.cue
    words, known = sentence.words, act_words()
    form = cue.form
    if "QUOTE" in sentence.kinds and _quoted(candidate):
        return "inside a quotation"
    asked = (
        form in SUPPOSED
        or (hanging == "if" and _would_help_if(candidate))
        or (hanging == "whether" and form in PROPOSED_AS_QUESTION)
    )
    if hanging in ("if", "whether", "verb group") and cue.terminals[0] != "PLEASE" and not asked:
        return f'under "{hanging}": part of another clause'
    if hanging == "purpose" and {"SHOULD", "MUST"}.isdisjoint(cue.terminals):
        return "a purpose, not an act"
    refused = refused_act(candidate)
    if refused:
        return refused
    if form == "we_will":
        return UNDERTAKING if {"WILL", "SHALL"} & set(cue.terminals) else "what the sender must do itself"
    verb = words[candidate.act]
    asks_of = verb in ("find", "get", "note") or (verb == "see" and somebody_at(sentence, candidate.act + 1))
    if form in QUESTIONS and verb in known.foretold and not asks_of:
        return "a plain question"
    if cue.terminals[0] == "YOU" and candidate.first and words[candidate.first - 1] in OPEN_NOUNS:
        return "a relative clause"  # "anything *you can do*"
    if cue.terminals[0] == "YOU" and _belongs_to_noun(sentence, candidate):
        return "a relative clause"  # "such news *as you may request will* be sent"
    if form in INFORMING_FORMS and cue.verb and _informs(sentence, candidate):
        return f'an informing formula ("{verb}")'
    if cue.terminals[:2] == ("YOU", "IS") and words[candidate.at[1]] not in ("are", "were"):
        return "said of something else"  # "my aim in writing to *you is* to"
    if form == "you_are_to" and _heard(sentence, candidate.first):
        return "what the sender has heard"
    if cue.terminals[0] == "YOU" and _wondered_at(candidate):
        return "what the sender wonders at"
    if form == "no_objection" and "MAY" in cue.terminals:
        return "what might be"
    if form == "desired_for" and words[candidate.act : candidate.act + 2] in ME_TO:
        gets = words[candidate.act + 2 : candidate.act + 3]
        return None if known.getting.intersection(gets) else "what the sender would do itself"
    if form == "desire_that" and _verb_of_another(sentence, candidate):
        return "the verb of a clause in front"
    if form in FORETELLING and cue.verb:
        reason = _foretells(sentence, candidate)
        if reason:
            return reason
    if form == "post_passes_on" and not (
        verb in known.passing_on
        and sentence.kinds[candidate.first] == "N"
        and _opens_sentence(sentence, candidate.first)
    ):
        return "no clause of its own"
    if form == "thing_approved" and candidate.cue.terminals[-1] == "TO" and words[candidate.at[-2]] not in known.agreed:
        return "no approval"
    if form in OF_SOME_WORDS:
        return _not_said(sentence, candidate)
    if form in WISHING_TO and verb in known.going_on and sentence.kinds[candidate.act + 1 :][:1] == ["TO"]:
        verb = words[candidate.act + 2] if candidate.act + 2 < len(words) else verb  # "glad to continue to *receive*"
    enabled = form in WISHING_TO and past_enabling(sentence, candidate.act, len(words)) > candidate.act
    if enabled or (form in WISHING_TO and verb not in known.getting and verb not in known.denying):
        return "what the sender would like to do itself"
    if form == "desire_to_know" and cue.terminals[0] == "DESIRE" and not _opens_sentence(sentence, candidate.first):
        return "the verb of a clause in front"
    if form in ("imperative", "do_not"):
        return _no_imperative(sentence, candidate, fronted or follows)
    if (form in OPINIONS or form in MODAL_FORMS) and _perfect(sentence, candidate.act):
        return "told of the past (perfect tense)"
    if form in OPINIONS:
        return _opinion(candidate)
    if form == "there_should_not" and LACKING.isdisjoint(cue.terminals):
        return "told of what there is not"
    if form in ("thing_is_requested", "thing_is_unwise"):
        return _not_requested(sentence, candidate)
    if (
        form in GLADNESS
        and not (form == "glad_if" and "BE" in sentence.kinds[candidate.act :])  # "glad that this *be* done"
        and cue.terminals[0] in ("WE", "SENDER", "PARTY", "IS")
        and not {"WOULD", "SHOULD", "WILL", "SHALL", "IF", "MIGHT", "MAY"} & set(cue.terminals)
    ):
        return "gladness at what is, not a wish"
    if form in QUESTIONS and candidate.first and "nor" in words[max(0, candidate.first - 4) : candidate.first]:
        return "no question"  # "*nor* surely *would you* ask it"
    if form == "to_be_done" and not is_passive(sentence, candidate.act, len(words)):
        return "a purpose, not an act"  # "*to be successful* such a plan must"
    if form == "desired_to" and "too" in words[candidate.first : candidate.act]:
        return "told of what is too much"  # "it is *too important to* be left"
    if form == "please" and verb in ("accept", "find") and not known.courtesies.isdisjoint(words[candidate.act :]):
        return "a courtesy"
    return None


def _verb_of_another(sentence: Sentence, candidate: Candidate) -> bool:
    """True where a bare verb of wishing goes with an infinitive before "and" that is not the sender's: "it has the duty
    *to look into it and recommend* a course"."""
    kinds, first = sentence.kinds, candidate.first
    if kinds[first - 1 : first] != ["AND"] or "YOU" in kinds[first : first + 5] or sentence.words[first].endswith("s"):
        return False
    before = kinds[max(0, first - 15) : first - 1]
    infinitive = any(before[n] == "TO" and before[n + 1] in VERBS for n in range(len(before) - 1))
    return infinitive and "COMMA" not in before and "WE" not in kinds[:first]


def _heard(sentence: Sentence, first: int) -> bool:
    """True where the sender tells what it has heard: "we *understand that you are to* be moved"."""
    words = sentence.words
    before = first - 1 - (words[first - 1 : first] == ["that"])
    return before > 0 and words[before] in act_words().hearing


def _wondered_at(candidate: Candidate) -> bool:
    """True where "that you should" tells what the sender finds strange: "it seems *strange that you should* wait"."""
    words, first = candidate.sentence.words, candidate.first
    return (
        first > 1
        and words[first - 1] == "that"
        and not act_words().wondering.isdisjoint(words[max(0, first - 5) : first])
    )


def _belongs_to_noun(sentence: Sentence, candidate: Candidate) -> bool:
    """True where a clause of the addressee belongs to the noun in front of it, whose own verb follows: "the news *you
    may request will* be sent"."""
    kinds, at = sentence.kinds, candidate.act + 1
    behind = candidate.first > 0 and kinds[candidate.first - 1] in ("N", "NVERB")
    return behind and at < len(kinds) and kinds[at] in MODALS


def _quoted(candidate: Candidate) -> bool:
    """True where a cue stands inside a quotation of its sentence, which says whose words: he said "*you must* wait"."""
    found = quotations(candidate.sentence).items()
    return any(0 < opening < candidate.at[0] and candidate.act < closing for opening, closing in found)


def _would_help_if(candidate: Candidate) -> bool:
    """True under an "if" behind the clause it belongs to, which says what would be ("it would improve matters *if the
    Board could be told*")."""
    kinds, first = candidate.sentence.kinds, candidate.first
    if candidate.subject is None or candidate.cue.terminals[1] not in ("COULD", "MIGHT") or kinds[first - 1] != "IF":
        return False
    return first > 2 and kinds[first - 2] not in ("COMMA", "AND", "STOP", "COLON") and "WOULD" in kinds[: first - 1]


def _not_said(sentence: Sentence, candidate: Candidate) -> str | None:
    """Why what a form says of any noun does not hold of this one: "it is our *view* that", "it will be the *day* of…",
    "we leave *London*"."""
    words, kinds, act, known = sentence.words, sentence.kinds, candidate.act, act_words()
    if candidate.cue.form == "leave_thing_to_you":
        to_whom = "TO" in candidate.cue.terminals[2:] and "YOU" in "".join(candidate.cue.terminals)
        return None if to_whom or left_to(sentence, act) else "what the sender leaves"
    if candidate.cue.form == "rely_on_yours":
        return None if base_of(sentence, candidate.at[-3]) in known.relying else "no reliance"
    if candidate.cue.form == "rely_on_you":
        told = base_of(sentence, candidate.at[candidate.cue.terminals.index("YOU") - 2])
        return None if told in known.relying or told in known.appealing else "no reliance"
    if candidate.cue.form == "excused_from":
        freed = words[candidate.at[2]] in known.freed
        return None if freed and not {"from", "of"}.isdisjoint(words[candidate.at[2] + 1 : act]) else "no release"
    if candidate.cue.form == "in_order":
        return None if "order" in words[candidate.first : act] else "no permission"
    if candidate.cue.form == "insist_on":
        against = "ADVISE" in candidate.cue.terminals and words[act - 1] == "against"
        return None if against or "INSIST" in candidate.cue.terminals else "said of something else"
    if candidate.cue.form == "our_hope_is":
        return None if words[hoped(candidate)] in known.wished else "no wish"
    if "FOR" in candidate.cue.terminals:
        return None if "TO" in kinds[act : act + WIDEST_MIND] else "no duty"
    return None if not known.duties.isdisjoint(words[candidate.first : act]) else "no duty"


def hoped(candidate: Candidate) -> int:
    """The noun of a wish: "our *hope* is that", "it is our *hope* that"."""
    if candidate.subject is not None:
        return head_of(candidate.sentence, *candidate.subject)
    that = max(n for n, terminal in enumerate(candidate.cue.terminals) if terminal == "THAT")
    return candidate.at[that - 1]


def _informs(sentence: Sentence, candidate: Candidate) -> bool:
    if "MUST" in candidate.cue.terminals or "HAVE" in candidate.cue.terminals[:-1]:
        return False
    act = past_enabling(sentence, candidate.act, len(sentence), candidate.cue.terminals)
    verb = sentence.words[act]
    if _agrees_to(sentence, act) or sentence.words[act : act + 2] == ["find", "out"]:
        return False
    if verb == "see" and act + 1 < len(sentence):
        told = "SHOULD" in candidate.cue.terminals and sentence.kinds[act + 1] in ("WH", "THAT", "IF")
        return not told and not somebody_at(sentence, act + 1)  # "you should *see how* the debate goes"
    if verb == "be" and act + 1 < len(sentence):
        return sentence.words[act + 1] in act_words().informed
    return verb in lexicon().informing


def _agrees_to(sentence: Sentence, act: int) -> bool:
    """Whether an act is to agree to a thing, or not to do one, and no opinion."""
    to = act + 2 if sentence.kinds[act + 1 : act + 2] in (["ADVERB"], ["NOT"]) else act + 1
    return sentence.words[act] == "agree" and sentence.kinds[to : to + 1] == ["TO"]


def _foretells(sentence: Sentence, candidate: Candidate) -> str | None:
    words, kinds, cue = sentence.words, sentence.kinds, candidate.cue
    act = past_enabling(sentence, candidate.act, len(words), cue.terminals)
    verb = words[act]
    following = kinds[act + 1] if act + 1 < len(sentence) else "END"
    if verb == "have":
        if following in ("PAST", "PARTICIPLE", "BEEN", "GIVEN", "ADVERB", "HAD"):
            return "a prediction (perfect tense)"
        thing = candidate.cue.form in HOPING and following in THING_HAD
        if (
            thing
            or "mind" in words[act + 1 : act + WIDEST_MIND]
            or (act + 1 < len(sentence) and words[act + 1] in ("regard", "discussions", "talks", "ready"))
        ):
            return None
        return "a prediction, not an act" if "MUST" not in cue.terminals else None
    if verb == "be":
        if "MUST" in cue.terminals or "ABLE" in cue.terminals or cue.form.endswith("_not"):
            return None
        if "SHOULD" in cue.terminals or "HAVE" in cue.terminals[:-1]:
            return None
        if cue.form in HOPING and following == "GERUND":
            return None  # "we presume you will *be seeing* him"
        if words[act + 1 : act + 2] and words[act + 1] in act_words().being:
            return None  # "you will *be guided* by his advice"
        return "a state foretold, not an act"
    if verb == "receive" and "SHOULD" in cue.terminals and not somebody_at(sentence, act + 1):
        return "a prediction, not an act"  # "you *should receive* it by Friday"
    if {"MUST", "SHOULD"} & set(cue.terminals) or "HAVE" in cue.terminals[:-1]:
        return None
    if (verb == "see" and somebody_at(sentence, act + 1)) or _agrees_to(sentence, act):
        return None
    if verb == "accept" and following in TAKEN and act_words().courtesies.isdisjoint(words[act:]):
        return None
    if verb in act_words().causing and somebody_at(sentence, act + 1) and "TO" in kinds[act + 2 : act + WIDEST_MIND]:
        return None  # "hope you will *get him to* come"
    if verb in ("think", "consider") and cue.form == "you_might" and "COULD" in kinds[act:]:
        return None  # "you might *think* the order could be reconsidered"
    if verb in act_words().foretold and cue.form != "you_may_wish":
        return "a prediction or a courtesy, not an act"
    return None


def _perfect(sentence: Sentence, act: int) -> bool:
    return sentence.words[act] == "have" and sentence.kinds[act + 1 : act + 2] in PERFECT


def _opinion(candidate: Candidate) -> str | None:
    foretold = "WILL" in candidate.cue.terminals and not {"HAVE", "NEED"} & set(candidate.cue.terminals[:-1])
    if foretold and not _of_post(candidate):
        return "a prediction, not an instruction"
    return None


def _of_post(candidate: Candidate) -> bool:
    """True where an officer under the addressee is told what he will do: "the *Chargé* will deliver the note"."""
    if candidate.cue.form != "party_should" or candidate.subject is None:
        return False
    sentence, (first, last) = candidate.sentence, candidate.subject
    known = act_words()
    told = sentence.words[candidate.act] in known.post_acts
    return told and sentence.words[head_of(sentence, first, last)] in known.officers


def _not_requested(sentence: Sentence, candidate: Candidate) -> str | None:
    """Where the noun phrase is asked for by bare "requested", "required", it must end the clause."""
    terminals = candidate.cue.terminals
    if len(terminals) > 2:
        return None
    act = candidate.act
    following = sentence.kinds[act + 1] if act + 1 < len(sentence) else "STOP"
    if following not in ("STOP", "PREP", "COMMA", "ADVERB", "FOR", "TO", "AND", "COLON", "SUB", "IF", "AS"):
        return "a noun with its adjective, or a report"
    return None


def _opens_sentence(sentence: Sentence, first: int) -> bool:
    """True where nothing but a number, marks and connectives stand before a token ("2. Accordingly, inform…")."""
    at = 0
    connective = False
    while at < first:
        size = discourse_at(sentence, at, lexicon())
        if at == 1 and sentence.kinds[:2] == ["NUM", "STOP"]:
            at += 1
            continue
        if not size and sentence.kinds[at] not in BEFORE_CLAUSE and not (connective and sentence.kinds[at] == "COMMA"):
            return False
        connective = size > 0 or sentence.kinds[at] == "ADVERB"
        at += size or 1
    return at == first


def _sees_to(sentence: Sentence, at: int) -> bool:
    """True where "see" has no text as its object: "see *Hull*", "see *to it*", "see *that*"; not "see *Volume* 4"."""
    if sentence.words[at] in act_words().printed:
        return False
    return somebody_at(sentence, at) or sentence.kinds[at : at + 1] in (["TO"], ["THAT"])


def _no_imperative(sentence: Sentence, candidate: Candidate, fronted: bool) -> str | None:
    begins = fronted or _opens_sentence(sentence, candidate.first) or topic_before(sentence, candidate.first)
    if candidate.first > 0 and not begins:
        return "no clause of its own"
    before = candidate.first - 1
    while before > 0 and sentence.kinds[before] == "ADVERB":
        before -= 1
    if before > 0 and sentence.kinds[before] in MODALS | {"THEY", "WE"}:
        return "the verb of a clause in front"  # "if so *he could* advise"
    act = candidate.act
    words, kinds = sentence.words, sentence.kinds
    following = kinds[act + 1] if act + 1 < len(sentence) else "END"
    if act + 1 >= len(sentence):
        return "one word alone"
    if candidate.cue.form == "imperative" and opener_at(sentence, act, lexicon()) is not None:
        return "a constraint, not an act"
    if words[act] == "do" and following not in ("YOUR", "PRONOUN", "WH"):
        return "a question"
    if words[act] in REFERENCES and not (words[act] == "see" and _sees_to(sentence, act + 1)):
        return "a reference"
    if words[act] in act_words().sender_states and words[act] != "see":
        return "a statement of the sender, its subject left out"
    paired = following == "AND" and words[act] not in lexicon().verbs_or_nouns and kinds[act + 2 : act + 3] in VERBAL
    if following in ("SHOULD", "MUST", "WILL", "WOULD", "MAY", "MIGHT", "CAN", "COULD", "OF", "AND") and not paired:
        return "a noun, not a verb"
    if following == "PAST" and kinds[act] == "NVERB":
        return "the subject of a statement"
    if following not in ("DET", "YOUR", "OBJECT_PRONOUN", "US", "THIS", "WH", "THAT", "IF", "TO"):
        for kind in kinds[act + 1 : act + 8]:
            if kind in ("WH", "THAT", "IF", "SUB", "COMMA", "TO"):
                break
            if kind in ("IS", "WAS", "HAS", "HAD"):
                return "the subject of a statement"
    return None
