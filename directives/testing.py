"""For tests that assert on directives: what is expected in, an AssertionError that shows the differences out.

    from directives.testing import assert_directives, obligation, request

    def test_the_marlow_cable():
        assert_directives(
            "You will inform Marlow before Friday. Please send his views to us.",
            obligation("inform Marlow", actor="addressee", time="before Friday"),
            request("send his views to us"),
        )

Both are compared in reading order; facts that the test does not name are not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from os import PathLike

from attrs import field, frozen
from tabulate import tabulate

import directives
from directives.model import CONSTRAINT_TYPES, Cable, ConstraintType, Directive, Findings, Modality, Status
from directives.output.escaping import one_line

Given = str | PathLike[str] | Cable | Findings | Iterable[Directive]
Words = str | Sequence[str] | None

_LEAST_ALIKE = 0.5  # of two actions that are shown beside each other, as one row that differs
_WIDTH = 60  # characters of each side of the message


@frozen
class Expected:
    """A directive that must be found; made by `obligation` and its like. What is None is not compared.

    `actor` may be the actor's name, the words for it, or its role. `constraints` gives for a type the words of all
    constraints of that type, in their order; an empty tuple means that there must be none.
    """

    modality: Modality
    action: str
    actor: str | None = None
    cue: str | None = None
    verb: str | None = None
    status: Status = "issued"
    constraints: dict[ConstraintType, tuple[str, ...]] = field(factory=dict)


@frozen
class _Maker:
    modality: Modality

    def __call__(
        self,
        action: str,
        *,
        actor: str | None = None,
        cue: str | None = None,
        verb: str | None = None,
        status: Status = "issued",
        time: Words = None,
        condition: Words = None,
        manner: Words = None,
        purpose: Words = None,
        limit: Words = None,
        reason: Words = None,
    ) -> Expected:
        """What is expected of one directive; a type of constraint takes a text, several, or () for none at all."""
        given = zip(CONSTRAINT_TYPES, (time, condition, manner, purpose, limit, reason), strict=True)
        constraints = {
            kind: (words,) if isinstance(words, str) else tuple(words) for kind, words in given if words is not None
        }
        return Expected(self.modality, action, actor, cue, verb, status, constraints)


obligation = _Maker("obligation")
request = _Maker("request")
recommendation = _Maker("recommendation")
permission = _Maker("permission")
prohibition = _Maker("prohibition")
exemption = _Maker("exemption")


def assert_directives(found: Given, *expected: Expected, statuses: Sequence[Status] = ("issued",)) -> None:
    """Assert that exactly the expected directives were found, in reading order.

    `found` is a text, a path, a cable, its findings, or directives. Only directives with one of `statuses` and those
    with a status that is expected are looked at. Words are compared without regard to line breaks and double blanks.
    Raises AssertionError, whose message shows missing, extra and differing directives side by side, and ReadingProblem
    for what cannot be read.
    """
    __tracebackhide__ = True
    looked_at = {*statuses, *(one.status for one in expected)}
    rows = _aligned([one for one in _directives(found) if one.status in looked_at], list(expected))
    verdicts = [_verdict(want, have) for want, have in rows]
    if not any(verdicts):
        return
    counts = [(kind, verdicts.count(kind)) for kind in ("missing", "extra", "differs") if kind in verdicts]
    table = tabulate(
        [[verdict, *_sides(want, have)] for verdict, (want, have) in zip(verdicts, rows, strict=True)],
        ["", "expected", "found"],
        tablefmt="grid",
        disable_numparse=True,
        maxcolwidths=[None, _WIDTH, _WIDTH],
    )
    raise AssertionError(f"directives: {', '.join(f'{count} {kind}' for kind, count in counts)}\n{table}")


def _directives(found: Given) -> list[Directive]:
    if isinstance(found, Findings):
        return list(found.directives)
    if isinstance(found, str | PathLike | Cable):
        return directives.extract(found)
    return list(found)


def _plain(words: str) -> str:
    return " ".join(words.split())


def _differences(want: Expected, have: Directive) -> list[str]:
    """The names of the facts in which the two differ."""
    cue = have.cue.text if have.cue else ""
    actor = {have.actor.name or "", _plain(have.actor.text), have.actor.role, have.actor.role.replace("_", " ")}
    compared = {
        "modality": want.modality == have.modality,
        "action": _plain(want.action) == _plain(have.action.text),
        "actor": want.actor is None or _plain(want.actor) in actor,
        "cue": want.cue is None or _plain(want.cue) == _plain(cue),
        "verb": want.verb is None or want.verb == have.verb,
        "status": want.status == have.status,
    }
    for kind, words in want.constraints.items():
        compared[kind] = [*map(_plain, words)] == _limits(have, kind)
    return [name for name, same in compared.items() if not same]


def _limits(have: Directive, kind: ConstraintType) -> list[str]:
    return [_plain(limit.quote.text) for limit in have.constraints if limit.type == kind]


def _alike(want: Expected, have: Directive) -> float:
    """How much two directives have in common: 2 for no difference at all, else by the words of the action."""
    if not _differences(want, have):
        return 2.0
    return SequenceMatcher(None, _plain(want.action), _plain(have.action.text), autojunk=False).ratio()


def _aligned(have: list[Directive], want: list[Expected]) -> list[tuple[Expected | None, Directive | None]]:
    """Both lists side by side, in their order: the alignment that has most in common."""
    scores = [[_alike(one, other) for other in have] for one in want]
    best = [[0.0] * (len(have) + 1) for _ in range(len(want) + 1)]
    for i in reversed(range(len(want))):
        for j in reversed(range(len(have))):
            paired = scores[i][j] + best[i + 1][j + 1] if scores[i][j] >= _LEAST_ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    rows: list[tuple[Expected | None, Directive | None]] = []
    i = j = 0
    while i < len(want) and j < len(have):
        if scores[i][j] >= _LEAST_ALIKE and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            rows.append((want[i], have[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            rows.append((want[i], None))
            i += 1
        else:
            rows.append((None, have[j]))
            j += 1
    return [*rows, *((one, None) for one in want[i:]), *((None, one) for one in have[j:])]


def _verdict(want: Expected | None, have: Directive | None) -> str:
    if want is None or have is None:
        return "missing" if have is None else "extra"
    return "differs" if _differences(want, have) else ""


def _sides(want: Expected | None, have: Directive | None) -> tuple[str, str]:
    """What was expected and what was found, a fact a line; an asterisk before those that differ."""
    differing = _differences(want, have) if want and have else []
    left = _lines(_wanted(want), differing) if want else ""
    right = _lines(_had(have, want), differing) if have else ""
    return left, right


def _lines(facts: dict[str, str], differing: list[str]) -> str:
    return "\n".join(f"{'* ' if name in differing else ''}{name}: {one_line(words)}" for name, words in facts.items())


def _wanted(want: Expected) -> dict[str, str]:
    facts: dict[str, str | None] = {"modality": want.modality, "action": want.action, "actor": want.actor}
    facts |= {"cue": want.cue, "verb": want.verb, "status": None if want.status == "issued" else want.status}
    facts |= {kind: "; ".join(words) or "none" for kind, words in want.constraints.items()}
    return {name: words for name, words in facts.items() if words is not None}


def _had(have: Directive, want: Expected | None) -> dict[str, str]:
    """The facts of a directive: those that are expected, or where nothing is, all that one would write down."""
    actor = have.actor.name or have.actor.text or have.actor.role
    limits = {kind: "; ".join(_limits(have, kind)) for kind in CONSTRAINT_TYPES}
    facts = {"modality": have.modality, "action": have.action.text, "actor": actor}
    facts |= {"cue": have.cue.text if have.cue else "", "verb": have.verb or "none", "status": have.status}
    if want is None:
        facts |= {kind: words for kind, words in limits.items() if words}
        return {name: words for name, words in facts.items() if name != "verb" and words not in ("", "issued")}
    facts |= {kind: limits[kind] or "none" for kind in want.constraints}
    shown = {*_wanted(want), *_differences(want, have)}
    return {name: words for name, words in facts.items() if name in shown}
