"""A stream of terminals in, the longest cue that begins at its head out.

The reading of a cue depends on its terminals alone, so the LALR(1) table that Lark makes is walked once for each run
of terminals, and the outcome remembered in a trie; a corpus of a million words has a few thousand different runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from directives.forms.grammar import cue_table
from directives.lalr import END, Rule

MOST_NODES: Final = 100_000
INTRODUCERS: Final = ("THAT", "IF", "FOR", "OF")
VERB_RULES: Final = frozenset({"vp", "bare", "gerund", "supposed"})  # the act begins with its verb


@dataclass(frozen=True)
class Cue:
    """A recognised cue: its form, and the places of its parts in the stream, counted from its head.

    `terminals` are the terminals of the whole run, the last of them the first of the act. `you` is the place of the
    addressee as subject of the act (None where it has none), `negated` whether the act is denied, `introducer` the
    word of "that", "if", "for", "of" that introduces the act, `verb` whether it begins with its verb.
    """

    form: str
    terminals: tuple[str, ...]
    you: int | None
    negated: bool
    introducer: str | None
    verb: bool


def _cue(form: str, act: str, terminals: tuple[str, ...]) -> Cue:
    """The cue of a run of terminals whose form and kind of act the parser has found."""
    before = terminals[:-1]
    return Cue(
        form,
        terminals,
        you=max((n for n, t in enumerate(before) if t == "YOU"), default=None),
        negated="NOT" in before or "CANNOT" in before,
        introducer=next((t for t in reversed(before) if t in INTRODUCERS), None),
        verb=act in VERB_RULES,
    )


class _Node:
    """A run of terminals: the parser's states after it, the cue that may end there, and the runs that go on from it."""

    __slots__ = ("cue", "following", "run", "states")

    def __init__(self, states: tuple[int, ...], run: tuple[str, ...], cue: Cue | None) -> None:
        self.states = states
        self.run = run
        self.cue = cue
        self.following: dict[str, _Node | None] = {}


class Cues:
    """Reads cues; one instance serves a process."""

    def __init__(self) -> None:
        self._table = cue_table()
        self._root = _Node((self._table.starts["cue"],), (), None)
        self._nodes = 1

    def longest(self, stream: Sequence[str], start: int, after: str | None = None) -> Cue | None:
        """The longest cue whose terminals stand in the stream from `start` on, or None; `after` is a terminal put
        before them (a noun phrase as subject)."""
        node: _Node | None = self._root
        found: Cue | None = None
        if after is not None:
            node = self._step(self._root, after)
        for place in range(start, len(stream)):
            if node is None:
                break
            following, terminal = node.following, stream[place]
            node = following[terminal] if terminal in following else self._step(node, terminal)
            if node is not None and node.cue is not None:
                found = node.cue
        return found

    def _step(self, node: _Node, terminal: str) -> _Node | None:
        """The run one terminal longer, or None where the grammar has none such."""
        if terminal in node.following:
            return node.following[terminal]
        if self._nodes > MOST_NODES:
            self._root.following.clear()
            self._nodes = 1
        following = None
        states = self._moved(node.states, terminal, [])
        if states is not None:
            reduced: list[Rule] = []
            run = (*node.run, terminal)
            ends = self._moved(states, END, reduced) is not None
            # The first reduction is the act's, the one before the last the form's: cue → family → form.
            cue = _cue(reduced[-2].name, reduced[0].origin, run) if ends else None
            following = _Node(states, run, cue)
            self._nodes += 1
        node.following[terminal] = following
        return following

    def _moved(self, states: tuple[int, ...], terminal: str, reduced: list[Rule]) -> tuple[int, ...] | None:
        """The parser's states after a terminal, by its LALR(1) table; None where it takes none such here.

        The rules it reduces on the way are added to `reduced`, in order.
        """
        known, stack = self._table, list(states)
        while True:
            leads = known.of(stack[-1]).get(terminal)
            if leads is None:
                return None
            if leads >= 0:
                stack.append(leads)
                return tuple(stack)
            rule = known.rules[-1 - leads]
            reduced.append(rule)
            if rule.size:
                del stack[-rule.size :]
            stack.append(known.of(stack[-1])[rule.origin])
            if terminal == END and rule.origin == "cue":
                return tuple(stack)


@cache
def cues() -> Cues:
    """The process's cue reader."""
    return Cues()
