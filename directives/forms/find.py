"""A sentence of typed tokens in; its drafted directives and what was left out, in reading order, out."""

from __future__ import annotations

from typing import Final

from directives.forms.acts import ActReader
from directives.forms.build import Builder
from directives.forms.candidates import candidates
from directives.forms.draft import Candidate, Draft, Rejected
from directives.forms.fronting import fronting
from directives.forms.governor import governor, wish_above
from directives.forms.judge import UNDERTAKING, refusal
from directives.forms.segments import Segment
from directives.forms.stream import stream_of
from directives.language.tokens import Sentence

# Between one directive and the next.
JOINTS: Final = frozenset({"AND", "COMMA", "COLON", "ADVERB"})


class Weigher:
    """Asked about each candidate of a sentence whether it is a directive: why it is left out, or None to keep it."""

    def of_cue(self, candidate: Candidate, hanging: str) -> str | None:
        """By its cue and what its clause hangs on, before its act is read."""
        raise NotImplementedError

    def of_act(self, drafts: list[Draft]) -> str | None:
        """By the drafts of the candidate that was asked about last, one each conjunct."""
        raise NotImplementedError


def find(sentence: Sentence, weigher: Weigher) -> tuple[list[Draft], list[Rejected]]:
    """All directives that the forms find in a sentence, one each conjunct, and every candidate that was left out."""
    stream = stream_of(sentence)
    acts = ActReader(sentence)
    builder = Builder(acts, stream)
    found: list[Draft] = []
    left_out: list[Rejected] = []
    floor = joint = 0
    read: Draft | None = None  # the last that was drafted, kept or not
    shared: list[Segment] = []
    for candidate in candidates(sentence, stream):
        if candidate.first < floor:
            continue
        fronted = fronting(sentence, floor, candidate.first)
        hanging = governor(sentence, candidate.first, floor, fronted)
        if not fronted and shared and _shares(sentence, floor, candidate, found):
            fronted = shared
        follows = read is not None and _follows(sentence, read, joint, candidate.first)
        reason = refusal(candidate, hanging, bool(fronted), follows)
        if reason is not None:
            left_out.append(Rejected(candidate, reason, undertaking=reason == UNDERTAKING))
            continue
        reason = weigher.of_cue(candidate, hanging)
        if reason is not None:
            left_out.append(Rejected(candidate, reason))
            continue
        drafts, after = builder.build(candidate, fronted, wish_above(sentence, candidate.first, floor, fronted))
        read, joint = drafts[-1], after
        reason = weigher.of_act(drafts)
        if reason is not None:
            left_out.append(Rejected(candidate, reason))
            continue
        found += drafts
        floor, shared = after, fronted
    return found, left_out


def _follows(sentence: Sentence, before: Draft, joint: int, first: int) -> bool:
    """True where an order may stand right behind what is asked for before it: behind a colon, or where it has no verb
    that could share its cue ("your views would help *and advise* us")."""
    kinds = sentence.kinds
    beside = 0 < first - joint < 4 and all(kinds[at] in JOINTS for at in range(joint, first))
    return beside and (before.verb is None or kinds[joint] == "COLON")


def _shares(sentence: Sentence, joint: int, candidate: Candidate, found: list[Draft]) -> bool:
    """True where a clause shares the limits in front of the one before it: "if asked, you should say A *and therefore*
    you may add B", "if need be the Board should be told*,* the text should be sent and…"."""
    kinds = sentence.kinds
    if kinds[joint] == "COMMA":
        same = bool(found) and found[-1].candidate.cue.form == candidate.cue.form
        return same and candidate.first - 1 == joint
    return kinds[joint] == "AND" and all(kinds[at] == "ADVERB" for at in range(joint + 1, candidate.first))
