"""A candidate with its surroundings in; out, whether it is a directive of this cable, and why not where it is none.

The reasons follow the OUT list of the guidelines: reports, informing formulas, predictions and courtesy, opinions,
undertakings, questions, clauses under "if" or in a relative clause.
"""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.acts import left_to
from directives.forms.draft import Candidate
from directives.forms.grammar import Form, forms
from directives.forms.judge_addressed import not_told_to
from directives.forms.judge_imperative import no_imperative, opens_sentence
from directives.forms.kinds import VERBS
from directives.forms.marks import quotations
from directives.forms.nouns import head_of, somebody_at
from directives.forms.refused_acts import refused_act
from directives.forms.verbs import base_of, is_passive, past_enabling
from directives.language.tokens import Sentence

UNDERTAKING: Final = "an undertaking of the sender"
ME_TO: Final = (["me", "to"], ["us", "to"])
# These hold of some nouns and verbs only, each of its own (`_not_said`).
OF_SOME_WORDS: Final = frozenset({
    "our_hope_is", "duty_of", "leave_thing_to_you", "insist_on", "rely_on_you", "rely_on_yours", "excused_from",
    "in_order",
})  # fmt: skip
# Whose duty an act is takes no more tokens, "to" included: "it is for *the new Consul to* decide".
WIDEST_DOER: Final = 8
# The addressee, or what is his: "leave it to *your* discretion".
ADDRESSEE: Final = frozenset({"YOU", "YOUR"})
# "There *can* be no publicity", "there is *to* be no delay"; "there is no time" tells what is.
LACKING: Final = frozenset({"CAN", "CANNOT", "SHOULD", "MUST", "SHALL", "TO"})
PERFECT: Final = (["PAST"], ["PARTICIPLE"], ["BEEN"], ["GIVEN"])


def refusal(candidate: Candidate, hanging: str, fronted: bool, follows: bool = False) -> str | None:
    """Why a candidate is no directive, or None where nothing speaks against it; `follows` where it stands right behind
    another."""
    form = forms()[candidate.cue.form]
    reason = _of_another(candidate, form, hanging) or refused_act(candidate) or not_told_to(candidate, form)
    if reason is not None:
        return reason
    if "order" in form.traits:
        return no_imperative(candidate, fronted or follows)
    if "question" in form.traits:
        return _not_asked(candidate)
    if form.name in OF_SOME_WORDS:
        return _not_said(candidate.sentence, candidate)
    if "tells_past" in form.traits:
        return _opinion(candidate, form)
    return _not_wished(candidate, form) or _not_of_form(candidate, form)


def _of_another(candidate: Candidate, form: Form, hanging: str) -> str | None:
    """Why the words belong to somebody else, or to another clause."""
    cue = candidate.cue
    if "QUOTE" in candidate.sentence.kinds and _quoted(candidate):
        return "inside a quotation"
    asked = (
        "under_if" in form.traits
        or (hanging == "if" and _would_help_if(candidate))
        or (hanging == "whether" and "under_whether" in form.traits)
    )
    if hanging in ("if", "whether", "verb group") and cue.terminals[0] != "PLEASE" and not asked:
        return f'under "{hanging}": part of another clause'
    if hanging == "purpose" and {"SHOULD", "MUST"}.isdisjoint(cue.terminals):
        return "a purpose, not an act"
    return None


def _not_asked(candidate: Candidate) -> str | None:
    """Why a question asks for no act."""
    sentence, first = candidate.sentence, candidate.first
    words = sentence.words
    verb = words[candidate.act]
    asks_of = verb in ("find", "get", "note") or (verb == "see" and somebody_at(sentence, candidate.act + 1))
    if verb in act_words().foretold and not asks_of:
        return "a plain question"
    if first and "nor" in words[max(0, first - 4) : first]:
        return "no question"  # "*nor* surely *would you* ask it"
    return None


def _not_wished(candidate: Candidate, form: Form) -> str | None:
    """Why a wish asks nobody for an act: the sender would do it itself, or is glad at what is."""
    sentence, cue, name = candidate.sentence, candidate.cue, form.name
    words, known, act = sentence.words, act_words(), candidate.act
    verb = words[act]
    if name == "desired_for" and words[act : act + 2] in ME_TO:
        gets = not known.getting.isdisjoint(words[act + 2 : act + 3])
        return None if gets else "what the sender would do itself"
    if "own_wish" in form.traits:
        if verb in known.going_on and sentence.kinds[act + 1 :][:1] == ["TO"]:
            verb = words[act + 2] if act + 2 < len(words) else verb  # "glad to continue to *receive*"
        enabled = past_enabling(sentence, act, len(words)) > act
        if enabled or (verb not in known.getting and verb not in known.denying):
            return "what the sender would like to do itself"
    if name == "desire_that" and _verb_of_another(sentence, candidate):
        return "the verb of a clause in front"
    if name == "desire_to_know" and cue.terminals[0] == "DESIRE" and not opens_sentence(sentence, candidate.first):
        return "the verb of a clause in front"
    if (
        "gladness" in form.traits
        and not (name == "glad_if" and "BE" in sentence.kinds[act:])  # "glad that this *be* done"
        and cue.terminals[0] in ("WE", "SENDER", "PARTY", "IS")
        and not {"WOULD", "SHOULD", "WILL", "SHALL", "IF", "MIGHT", "MAY"} & set(cue.terminals)
    ):
        return "gladness at what is, not a wish"
    if name == "please" and verb in ("accept", "find") and not known.courtesies.isdisjoint(words[act:]):
        return "a courtesy"
    return None


def _not_of_form(candidate: Candidate, form: Form) -> str | None:
    """Why what a form says of some acts does not hold of this one."""
    sentence, cue, name = candidate.sentence, candidate.cue, form.name
    words, known, first, act = sentence.words, act_words(), candidate.first, candidate.act
    if name == "we_will":
        return UNDERTAKING if {"WILL", "SHALL"} & set(cue.terminals) else "what the sender must do itself"
    if name == "no_objection" and "MAY" in cue.terminals:
        return "what might be"
    if name == "post_passes_on":
        passes = words[act] in known.passing_on and sentence.kinds[first] == "N" and opens_sentence(sentence, first)
        return None if passes else "no clause of its own"
    if name == "thing_approved" and cue.terminals[-1] == "TO" and words[candidate.at[-2]] not in known.agreed:
        return "no approval"
    if name == "others_agree" and "NOT" in sentence.kinds[max(0, candidate.at[1] - 1) : candidate.at[1]]:
        return "no approval"  # "do not *agree to* it"
    if name == "there_should_not" and LACKING.isdisjoint(cue.terminals):
        return "told of what there is not"
    if "ends_clause" in form.traits:
        return _not_requested(sentence, candidate)
    if name == "to_be_done" and not is_passive(sentence, act, len(words)):
        return "a purpose, not an act"  # "*to be successful* such a plan must"
    if name == "desired_to" and "too" in words[first:act]:
        return "told of what is too much"  # "it is *too important to* be left"
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
        to_whom = "TO" in candidate.cue.terminals[2:] and not ADDRESSEE.isdisjoint(candidate.cue.terminals)
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
        return None if "TO" in kinds[act : act + WIDEST_DOER] else "no duty"
    return None if not known.duties.isdisjoint(words[candidate.first : act]) else "no duty"


def hoped(candidate: Candidate) -> int:
    """The noun of a wish: "our *hope* is that", "it is our *hope* that"."""
    if candidate.subject is not None:
        return head_of(candidate.sentence, *candidate.subject)
    clause = next(n for n, terminal in enumerate(candidate.cue.terminals) if terminal in ("THAT", "YOU"))
    return candidate.at[clause - 1]


def _perfect(sentence: Sentence, act: int) -> bool:
    return sentence.words[act] == "have" and sentence.kinds[act + 1 : act + 2] in PERFECT


def _opinion(candidate: Candidate, form: Form) -> str | None:
    """Why a view of what should be is no instruction: it tells of the past, or foretells."""
    if _perfect(candidate.sentence, candidate.act):
        return "told of the past (perfect tense)"
    if "predicts" not in form.traits:
        return None
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
