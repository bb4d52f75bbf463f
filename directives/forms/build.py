"""Candidates in, drafted directives out: the act, the actor, the modality and the constraints of each."""

from __future__ import annotations

from typing import Final

from directives.forms.act_words import act_words
from directives.forms.acts import Act, ActReader, left_to
from directives.forms.clauses import Clause, by_agent, read_clause
from directives.forms.clauses_anew import if_anew
from directives.forms.draft import Candidate, Draft
from directives.forms.grammar import forms
from directives.forms.judge import hoped
from directives.forms.kinds import MODALS, WISHING
from directives.forms.modality import affirmed, denied, modality_of
from directives.forms.nouns import head_of, party_words
from directives.forms.segments import Segment, discourse_at, with_degree
from directives.forms.stream import Stream
from directives.forms.verbs import base_form, is_passive, past_enabling
from directives.language.lexicon import OpenerType, lexicon
from directives.model import Modality, Role

# Behind one of these may stand what belongs to the noun phrase in front.
ASKED: Final = frozenset({"REQUESTED", "DESIRED", "APPRECIATED"})
COMPLEMENT: Final = (["PREP"], ["OF"], ["TO"])
# No adjective of the first noun stands behind one of these.
ADJECTIVES_END: Final = frozenset({
    "PREP", "OF", "TO", "FOR", "THAT", "WH", "COMMA", "COLON", "STOP", "IF", "SUB", "AND", "AS",
})  # fmt: skip
# Behind a word that may be verb or noun these are its objects or limits.
BEHIND_VERB: Final = frozenset({"DET", "YOUR", "US", "OBJECT_PRONOUN", "THIS", "ADVERB", "THAT"})
# A name at the head of a clause has no more words.
LONGEST_NAME: Final = 5
# None of these stands in a name.
REFERRING: Final = frozenset({"YOUR", "NUM", "NUMBER"})
# "Say *no*" answers where one of these follows, "say *no word*" denies.
BEHIND_ANSWER: Final = frozenset({"END", "STOP", "COMMA", "COLON", "IF", "SUB", "PREP", "TO", "AND"})
GOTTEN: Final = frozenset({"have", "receive", "get", "obtain"})


def _not_in(adverbs: list[Segment], found: list[Segment]) -> list[Segment]:
    """The adverbs that do not stand inside a constraint already found."""
    return [a for a in adverbs if not any(s.first <= a.first and a.last <= s.last for s in found)]


class Builder:
    """Drafts the directives of one sentence."""

    def __init__(self, acts: ActReader, stream: Stream) -> None:
        self.acts = acts
        self.sentence = acts.sentence
        self.known = act_words()
        self.skipped = stream.skipped
        self.wish = ""
        self.traits: frozenset[str] = frozenset()

    def build(self, candidate: Candidate, fronted: list[Segment], wish: str = "") -> tuple[list[Draft], int]:
        """The drafts of a candidate (one each conjunct), and the place after them; `wish` is the class of the word
        whose clause it stands in, "" for none."""
        self.wish = self._noun_of_wish(candidate) if candidate.cue.form == "our_hope_is" else wish
        self.traits = traits = forms()[candidate.cue.form].traits
        end = len(self.sentence)
        if "noun_in_front" in traits:
            return self._requested(candidate, fronted)
        if "passive" in traits:
            return self._passive(candidate, fronted, end)
        passive = "either_voice" in traits and is_passive(self.sentence, candidate.act, end)
        if ("whole_clause" in traits or passive) and candidate.subject:
            return self._subject(candidate, fronted, end)
        if candidate.cue.verb:
            return self._verb(candidate, fronted, end)
        return self._thing(candidate, fronted, end)

    def _noun_of_wish(self, candidate: Candidate) -> str:
        """The class of the noun that says what is wished: "our *hope* is that", "my *recommendation* is that"."""
        word = self.sentence.words[hoped(candidate)]
        return "SUGGEST" if word in self.known.advised else lexicon().classes.get(word, "")

    # --- one method for each way an act hangs on its cue -----------------------------------------------------------

    def _verb(self, candidate: Candidate, fronted: list[Segment], end: int) -> tuple[list[Draft], int]:
        """The act begins with its verb: "please *inform*", "you should *inform*"."""
        role, actor = self._doer(candidate)
        first = head = past_enabling(self.sentence, candidate.act, end, candidate.cue.terminals)
        cue_last = head - 1
        if candidate.cue.form == "let_me_know":
            first = candidate.first
        elif "gets" in self.traits and self.sentence.words[head] in GOTTEN and head + 1 < end:
            cue_last = head
            before = self.acts.limits.in_front(head + 1, end)
            first = self._behind_comma(before[-1].last + 1) if before else head + 1
            fronted = [*fronted, *before]
        previous = self.sentence.kinds[candidate.at[-2]] if len(candidate.at) > 1 else "START"
        introducer = "TO" if previous == "TO" else candidate.cue.introducer
        act = self.acts.read(first, max(first, head), end, introducer)
        drafts, after = self._drafts(
            candidate, fronted, act, head, role, actor, (candidate.first, cue_last), introducer
        )
        more, after = self._further(candidate, fronted, after, end)
        return drafts + more, after

    def _behind_comma(self, at: int) -> int:
        """The token itself, or the one behind where it is a comma ("glad to have, before Tuesday*,* your views")."""
        return at + 1 if self.sentence.kinds[at] == "COMMA" and at + 1 < len(self.sentence) else at

    def _subject(self, candidate: Candidate, fronted: list[Segment], end: int) -> tuple[list[Draft], int]:
        """The act is the whole clause: "*the text should be treated as secret*"."""
        assert candidate.subject is not None
        head = candidate.act
        act = self.acts.read(candidate.subject[0], head, end)
        role, by = self._doer_in_passive(head, end)
        cue = (candidate.at[1], candidate.at[1])
        return self._drafts(candidate, fronted, act, head, role, by, cue, None)

    def _passive(self, candidate: Candidate, fronted: list[Segment], end: int) -> tuple[list[Draft], int]:
        """The act is a passive whose subject is "it" or unsaid: "*it should be said that…*", "and should *be done*"."""
        head = candidate.act
        be = candidate.at[-2]
        kinds = self.sentence.kinds
        subject = next(
            (at for at in candidate.at[:-1] if kinds[at] in ("IT", "WH")), be
        )  # "we consider *it* should be…"
        first = candidate.first if kinds[candidate.first] == "TO" else subject
        act = self.acts.read(first, head, end)
        role, by = self._doer_in_passive(head, end)
        cue = (candidate.first, be - 1 if be > candidate.first else be)
        return self._drafts(candidate, fronted, act, head, role, by, cue, None)

    def _requested(self, candidate: Candidate, fronted: list[Segment]) -> tuple[list[Draft], int]:
        """The act is the noun phrase before the cue: "*early reply* is requested"."""
        assert candidate.subject is not None
        first, last = candidate.subject
        first = with_degree(self.sentence, first)  # "*very* early reply"
        act = self.acts.read(first, first, last + 1)
        after = self.acts.read(candidate.act, candidate.act, len(self.sentence))
        found = (
            *act.constraints,
            *(c for c in after.constraints if c.first > candidate.act),
        )
        kinds = self.sentence.kinds
        told_apart = kinds[candidate.act] in ASKED and kinds[candidate.act + 1 : candidate.act + 2] in COMPLEMENT
        last = (
            after.last if told_apart and after.last > candidate.act else act.last
        )  # "*reference* is requested *to paragraph 2*"
        whole = Act(act.first, last, found, max(after.after, candidate.act + 1))
        return self._drafts(candidate, fronted, whole, None, "addressee", None, (candidate.at[1], candidate.act), None)

    def _thing(self, candidate: Candidate, fronted: list[Segment], end: int) -> tuple[list[Draft], int]:
        """The act is a noun phrase or a clause of its own: "your *views*", "that *the note be handed over*"."""
        cue = candidate.cue
        begin = candidate.act
        cue_span = (candidate.first, begin - 1)
        infinitive = cue.introducer not in ("THAT", "IF")
        clause = read_clause(self.sentence, begin, end, infinitive, cue.introducer == "IF")
        if (
            clause is not None
            and cue.introducer not in ("THAT", "IF")
            and (clause.modal is not None or self.sentence.words[clause.verb - 1] == "also")
            and "wants_thing" in self.traits
        ):
            clause = None
        if clause is not None and cue.introducer is None and self._added(clause):
            clause = None
        kinds = self.sentence.kinds
        if clause is not None and kinds[begin] == "GERUND" and kinds[clause.verb - 1] == "TO":
            clause = None  # "the need of *having* the Board told to wait"
        if "noun_only" in self.traits:
            clause = None
        if clause is not None and "wants_thing" in self.traits and self._asked_for(clause):
            clause = None  # "glad of your views on *the line to be taken*"
        if clause is None or (cue.introducer is None and clause.modal is None and self._may_be_noun(clause)):
            drafts, after = self._noun(candidate, fronted, end)
            more, after = self._further(candidate, fronted, after, end) if cue.introducer == "THAT" else ([], after)
            return drafts + more, after
        drafts, after = self._clause(candidate, clause, fronted, end, cue_span)
        more, after = self._further(candidate, fronted, after, end, clausal=cue.introducer is None)
        return drafts + more, after

    def _asked_for(self, clause: Clause) -> bool:
        """True where the subject of an infinitive is what one asks somebody for: "your *views* on the line to be…",
        "your advice *whether* you want me to…"."""
        kinds, (first, last) = self.sentence.kinds, clause.subject
        asks = clause.passive or "WH" in kinds[first : last + 1]
        head = self.sentence.words[head_of(self.sentence, first, last)]
        return asks and kinds[clause.verb - 1] == "TO" and head in self.known.asked_for

    def _added(self, clause: Clause) -> bool:
        """True where the verb of a clause begins a further act ("your views *also advise* when he comes")."""
        return clause.modal is None and self.sentence.words[clause.verb - 1] in self.known.adding

    def _may_be_noun(self, clause: Clause) -> bool:
        """True where the verb of a clause without modal may be a noun beside a name ("request Harlow *report*"); not
        behind a single name, its object at its side ("desires Harlow *express* the view")."""
        kinds, (first, last), at = self.sentence.kinds, clause.subject, clause.verb + 1
        if kinds[clause.verb] != "NVERB":
            return False
        if first < last or at >= len(kinds):
            return True
        plural = kinds[at] == "N" and self.sentence.words[at].endswith("s") and kinds[at + 1 : at + 2] != ["BE"]
        return not plural and kinds[at] not in BEHIND_VERB

    def _further(
        self, candidate: Candidate, fronted: list[Segment], after: int, end: int, clausal: bool = False
    ) -> tuple[list[Draft], int]:
        """The drafts of the clauses that "and that" joins: "we ask that you see him *and that you tell Farrow*", what
        stands in front limiting each; `clausal` where the first is one without "that" ("we suggest you see him *and
        that*…")."""
        kinds, found = self.sentence.kinds, []
        introducer = "IF" if candidate.cue.introducer == "IF" else "THAT"
        while after < end and (clausal or introducer in candidate.cue.terminals):
            at = after
            while at < end and kinds[at] in ("COMMA", "AND", "ADVERB"):
                at += 1
            if at + 1 >= end or at == after or kinds[at] != introducer:
                break
            begin = self._behind_insert(at + 1)
            clause = read_clause(self.sentence, begin, end)
            conditional = kinds[at] == "IF" and not if_anew(self.sentence, at - 1, end)
            if clause is None or conditional or self._states(clause):
                break
            more, after = self._clause(candidate, clause, fronted, end, (at, at))
            found += more
        return found, after

    def _behind_insert(self, at: int) -> int:
        """Where a clause begins behind a limit put in between commas ("and that, *if possible,* the delay be cut")."""
        kinds = self.sentence.kinds
        if kinds[at] != "COMMA":
            return at
        return next((p + 1 for p in range(at + 1, min(len(kinds) - 1, at + 12)) if kinds[p] == "COMMA"), at)

    def _states(self, clause: Clause) -> bool:
        """True where a clause tells what somebody does: "and that he *considers*…"."""
        verb = self.sentence.words[clause.verb]
        return clause.modal is None and verb.endswith("s") and not verb.endswith("ss")

    def _clause(
        self, candidate: Candidate, clause: Clause, fronted: list[Segment], end: int, cue_span: tuple[int, int]
    ) -> tuple[list[Draft], int]:
        role: Role = "addressee"
        actor: tuple[int, int] | None = None
        first = clause.subject[0]
        if clause.passive:
            role, by = self._doer_in_passive(clause.verb, end)
            actor = by if role == "third_party" else None
        elif clause.agent == "YOU":
            actor, first = clause.subject, clause.verb
        elif clause.agent == "WE":
            role, actor, first = self._of_sender(clause.verb), clause.subject, clause.verb
            cue_span = (cue_span[0], clause.verb - 1)
        elif clause.agent in ("PARTY", "SENDER") and self.sentence.kinds[clause.verb] not in ("BE", "WAS"):
            role, actor, first = self._somebody(clause.subject), clause.subject, clause.verb
            cue_span = (cue_span[0], clause.subject[1])
        verb = past_enabling(self.sentence, clause.verb, end, candidate.cue.terminals)
        if verb != clause.verb:
            first, cue_span = verb, (cue_span[0], verb - 1)
        introducer = "TO" if self.sentence.kinds[clause.verb - 1] == "TO" else candidate.cue.introducer
        act = self.acts.read(first, verb, end, introducer)
        denies = clause.negated or clause.agent == "NOTHING"
        return self._drafts(candidate, fronted, act, verb, role, actor, cue_span, introducer, denies)

    def _noun(self, candidate: Candidate, fronted: list[Segment], end: int) -> tuple[list[Draft], int]:
        begin = candidate.act
        if candidate.cue.form == "leave_thing_to_you":
            end = left_to(self.sentence, begin) or end
        act = self.acts.read(begin, begin, end, "THAT" if candidate.cue.introducer == "THAT" else None)
        actor = (begin, begin) if self.sentence.kinds[begin] == "YOUR" else None
        against = self.sentence.words[begin - 1] == "against"  # "we advise *against* a reply"
        cue = (candidate.first, begin - 1)
        return self._drafts(candidate, fronted, act, None, "addressee", actor, cue, None, against)

    def _without_edges(self, cue: tuple[int, int]) -> tuple[int, int]:
        """The span of a cue without the commas and inserted constraints at its end ("You will, *thereupon*,")."""
        first, last = cue
        inserted = {s.last: s.first for s in self.skipped}
        while last > first:
            if last in inserted and inserted[last] > first:
                last = inserted[last] - 1
            elif self.sentence.kinds[last] in ("COMMA", "ADVERB") and not self._ends_phrase(last):
                last -= 1
            else:
                break
        return first, last

    def _ends_phrase(self, last: int) -> bool:
        """True where an adverb is the end of a phrase of two words ("You will *of course*")."""
        return discourse_at(self.sentence, last - 1, lexicon()) == 2

    # --- parts -----------------------------------------------------------------------------------------------------

    def _adjectives(self, first: int, last: int) -> list[Segment]:
        """Adjectives of time that stand before a noun asked for or worked on: "*early* reply", "take *early* steps"."""
        adjectives = self.known.timely
        words, found = self.sentence.words, []
        for at in range(first, min(last, len(words) - 1) + 1):
            if self.sentence.kinds[at] in ADJECTIVES_END:
                break
            if words[at] in adjectives:
                end = at + 1 if at < last and words[at + 1] == "possible" else at
                kind: OpenerType = "manner" if words[at] == "urgent" else "time"
                found.append(Segment(kind, with_degree(self.sentence, at), end, "adjective"))
        return found

    def _adverbs_before(self, place: int, of_cue: bool = False) -> list[Segment]:
        """Adverbs that limit the act, right before its cue or its verb ("*meanwhile* you should *orally* ask")."""
        found: list[Segment] = []
        adverbs = lexicon().adverbs
        wishes = of_cue and self.sentence.kinds[place] in WISHING  # "and *strongly* urge you to"
        place -= 1
        if self.sentence.kinds[place] == "AND":
            return found  # "he will call *soon* and you should": of the clause before
        while place >= 0 and self.sentence.kinds[place] in ("ADVERB", "COMMA", "AND"):
            kind = adverbs.get(self.sentence.words[place])
            if kind is not None and self.sentence.words[place] != "first" and not (wishes and kind == "manner"):
                found.append(Segment(kind, with_degree(self.sentence, place), place, "adverb"))  # type: ignore[arg-type]
            place -= 1
        return found

    def _adverbs_in_cue(self, first: int, verb: int) -> list[Segment]:
        """Adverbs of time behind the modal of a cue limit the act: "it would *now* be right to ask"."""
        words, kinds, adverbs = self.sentence.words, self.sentence.kinds, lexicon().adverbs
        behind = (at for at in range(first + 1, verb) if kinds[at] == "ADVERB" and kinds[at - 1] in MODALS)
        timely = (at for at in behind if adverbs.get(words[at]) == "time" and words[at] != "first")
        return [Segment("time", at, at, "adverb") for at in timely]

    def _doer(self, candidate: Candidate) -> tuple[Role, tuple[int, int] | None]:
        cue = candidate.cue
        if cue.you is not None:
            return "addressee", (candidate.at[cue.you], candidate.at[cue.you])
        if "own_side" in self.traits:
            if cue.terminals[0] == "WE":
                return self._of_sender(candidate.act), (candidate.at[0], candidate.at[0])
            return "third_party", candidate.subject
        if (
            candidate.subject is not None
            and cue.terminals[0] in ("PARTY", "SENDER", "THING")
            and ("named" in self.traits or (cue.form == "please" and self._addressed(*candidate.subject)))
        ):
            return self._somebody(candidate.subject), candidate.subject
        if cue.form == "would_somebody":  # "could *the Board* arrange…?"
            asked = (candidate.at[1], candidate.at[-2])
            return self._somebody(asked), asked
        return "addressee", None

    def _somebody(self, subject: tuple[int, int]) -> Role:
        """The role of somebody named: the addressee's where it is his own side ("your *Government*")."""
        own = self.sentence.kinds[subject[0]] == "YOUR" and not self._of_addressee(head_of(self.sentence, *subject))
        return "addressee" if own else "third_party"

    def _of_sender(self, verb: int) -> Role:
        """The role of who is to act where "we" are the subject: what we are to get or know the addressee gives."""
        return "addressee" if base_form(self.sentence, verb) in self.known.getting else "sender"

    def _addressed(self, first: int, last: int) -> bool:
        """True where a name may be that of the addressee: at the head of a clause ("*Washington* please…"), and neither
        a number, nor a reference ("*your No. 12* please…"), nor a heading in capitals."""
        if not REFERRING.isdisjoint(self.sentence.kinds[first : last + 1]):
            return False
        begins = first == 0 or self.sentence.kinds[first - 1] in ("COMMA", "COLON", "STOP", "AND", "CLOSE", "NUM")
        start, end = self.sentence.span(first, last)
        name, cue = self.sentence.text[start:end], self.sentence.text[end : end + 3]
        return begins and last - first < LONGEST_NAME and name[0].isalpha() and name.isupper() <= cue.isupper()

    def _doer_in_passive(self, verb: int, end: int) -> tuple[Role, tuple[int, int] | None]:
        """Who is to act in a passive, and the words of "by …" that say so: the addressee where nobody else is named."""
        by = by_agent(self.sentence, verb, end)
        other = by is not None and (self.sentence.kinds[by[0]] not in ("YOU", "YOUR") or self._of_addressee(by[1]))
        return ("third_party" if other else "addressee"), by

    def _of_addressee(self, last: int) -> bool:
        """True where a phrase with "your" names somebody under the addressee, not his side: "your own *staff*"."""
        known = party_words()
        return self.sentence.words[last] in known.agents - known.states

    def _drafts(
        self,
        candidate: Candidate,
        fronted: list[Segment],
        act: Act,
        verb: int | None,
        role: Role,
        actor: tuple[int, int] | None,
        cue: tuple[int, int],
        introducer: str | None,
        denies: bool = False,
    ) -> tuple[list[Draft], int]:
        """The draft of an act, and those of the acts joined to it; `denies` where the act's own clause denies it."""
        modality = modality_of(candidate.cue, self.wish)
        if candidate.cue.negated and candidate.first and self.sentence.words[candidate.first - 1] == "whether":
            modality = affirmed(candidate.cue)  # "whether the best course would not be to…"
        if denies:
            needless = verb is not None and "NEED" in self.sentence.kinds[max(0, verb - 3) : verb]
            modality = "exemption" if needless else denied(modality)  # "this we assume *need not be* told"
        span = None if "bare" in self.traits else self._without_edges(cue)
        begin = verb if verb is not None else act.first
        inserted = [s for s in self.skipped if candidate.first <= s.first < begin]
        kinds = self.sentence.kinds
        told = [s for s in fronted if s.first < s.last or kinds[s.first] not in ("IF", "SUB")]
        shared = [*told, *inserted]
        before = self._adverbs_before(candidate.first, of_cue=True)
        if fronted:
            before = [s for s in before if self.sentence.words[s.last] not in self.known.resuming]
        shared += _not_in(before, shared)
        passive = kinds[act.first] == "BE"  # "and should *now* be asked"
        own = _not_in(self._adverbs_before(act.first), shared) if begin == act.first or passive else []
        own += _not_in(self._adverbs_in_cue(candidate.first, begin), [*shared, *own, *act.constraints])
        drafts = [self._draft(candidate, modality, act, verb, role, actor, span, [*shared, *own])]
        while act.joined is not None:
            if act.joined.negated:
                modality = denied(modality)
            elif modality == "prohibition" and self.sentence.words[act.after] == "but":
                modality = affirmed(candidate.cue)
            verb, between = act.joined.verb, act.joined.inserted
            act = self.acts.read(act.joined.first, verb, len(self.sentence), introducer)
            own = [s for s in between if not any(c.first <= s.first <= c.last for c in shared)]
            drafts.append(self._draft(candidate, modality, act, verb, role, actor, span, [*shared, *own]))
        return drafts, act.after

    def _by_sense(self, candidate: Candidate, modality: Modality, verb: int) -> Modality:
        """The modality of an act whose own verb denies, or undoes a denial ("avoid comment", "say nothing", "do not
        hesitate to…")."""
        known, base, told = self.known, base_form(self.sentence, verb), self.sentence.words
        words = told[candidate.act : candidate.act + 1] + told[verb : verb + 3]
        if base in known.undoing or not known.undoing.isdisjoint(words):
            return affirmed(candidate.cue) if modality == "prohibition" else modality
        denies = base in known.denying or (base in known.denying_from and "from" in words)
        into = verb + 1 + (self.sentence.kinds[verb + 1 : verb + 2] == ["PREP"])  # "enter *into no* arrangement"
        kinds = [*self.sentence.kinds[into : into + 2], "END", "END"]
        least = told[into : into + 3] == ["no", "more", "than"]  # "do *no more than* wait"
        no = kinds[0] == "NO" and kinds[1] not in BEHIND_ANSWER and not least
        nothing = no or told[verb + 1 : verb + 2] == ["nothing"]
        if (denies or nothing) and modality != "permission":
            return denied(modality)
        return modality

    def _draft(
        self,
        candidate: Candidate,
        modality: Modality,
        act: Act,
        verb: int | None,
        role: Role,
        actor: tuple[int, int] | None,
        cue: tuple[int, int] | None,
        shared: list[Segment],
    ) -> Draft:
        constraints = [*shared, *act.constraints]
        noun = verb + 1 if verb is not None and act.first == verb else act.first
        for adjective in self._adjectives(noun, min(act.last, noun + 3)):
            if not any(c.first <= adjective.last and adjective.first <= c.last for c in constraints):
                constraints.append(adjective)
        if verb is not None:
            modality = self._by_sense(candidate, modality, verb)
        elif self.sentence.kinds[act.first] == "NO" and modality in ("obligation", "recommendation", "request"):
            modality = "prohibition"  # "we desire *no publicity*"
        return Draft(candidate, modality, role, actor, act.first, act.last, verb, cue, constraints)
