"""A stream of terminals in, the longest cue that begins at its head out.

The reading of a cue depends on its terminals alone, so each run of terminals is parsed by Lark once and remembered in a
trie; a corpus of a million words has a few thousand different runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from attrs import frozen
from lark import Token, Transformer, Tree
from lark.exceptions import UnexpectedInput

from directives.forms.grammar import cue_parser, forms

MOST_NODES = 100_000


@frozen
class Cue:
    """A recognised cue: its form, and the places of its parts in the stream, counted from its head.

    `terminals` are the terminals of the whole run, the last of them the first of the act. `you` is the place of the
    addressee as subject of the act (None where it has none), `negated` whether the act is denied, `clause` whether the
    act is introduced by "that" or "if", `verb` whether it begins with its verb.
    """

    form: str
    terminals: tuple[str, ...]
    you: int | None
    negated: bool
    introducer: str | None
    verb: bool
    tree: Tree[Token]

    @property
    def act(self) -> int:
        """Place of the act's first token, counted from the head of the cue."""
        return len(self.terminals) - 1


class CueReader(Transformer[Token, Cue]):
    """Shapes the parse tree of a cue into a Cue."""

    def read(self, tree: Tree[Token], terminals: tuple[str, ...]) -> Cue:
        """The Cue of a parse tree over these terminals."""
        form = tree.children[0]
        while isinstance(form, Tree) and form.data not in forms():
            form = form.children[0]
        assert isinstance(form, Tree)
        act = form.children[-1]
        while isinstance(act, Tree) and act.data not in ("vp", "thing", "noun", "nothing"):
            act = act.children[-1]
        verb = isinstance(act, Tree) and act.data == "vp"
        last = len(terminals) - 1
        introducer = next((t for t in reversed(terminals[:last]) if t in ("THAT", "IF", "FOR", "OF")), None)
        you = max((n for n, t in enumerate(terminals[:last]) if t == "YOU"), default=None)
        return Cue(str(form.data), terminals, you, "NOT" in terminals[:last] or "CANNOT" in terminals[:last], introducer, verb, form)


class _Node:
    """A run of terminals: what Lark makes of it, and the runs that go on from it."""

    __slots__ = ("cue", "following", "parser")

    def __init__(self, parser: Any, cue: Cue | None) -> None:
        self.parser = parser
        self.cue = cue
        self.following: dict[str, _Node | None] = {}


class Cues:
    """Reads cues; one instance serves a process."""

    def __init__(self) -> None:
        self._reader = CueReader()
        self._root = _Node(cue_parser().parse_interactive(""), None)
        self._nodes = 1

    def longest(self, stream: Sequence[str], start: int) -> Cue | None:
        """The longest cue whose terminals stand in the stream from `start` on, or None."""
        node, found = self._root, None
        for place in range(start, len(stream)):
            terminal = stream[place]
            try:
                following = node.following[terminal]
            except KeyError:
                following = self._step(node, terminal, tuple(stream[start : place + 1]))
            if following is None:
                break
            node = following
            if node.cue is not None:
                found = node.cue
        return found

    def _step(self, node: _Node, terminal: str, run: tuple[str, ...]) -> _Node | None:
        if self._nodes > MOST_NODES:
            self._root.following.clear()
            self._nodes = 1
        parser = node.parser.copy()
        try:
            parser.feed_token(Token(terminal, str(len(run) - 1)))
        except (UnexpectedInput, KeyError):
            node.following[terminal] = None
            return None
        try:
            cue = self._reader.read(parser.copy().feed_eof(), run)
        except UnexpectedInput:
            cue = None
        following = node.following[terminal] = _Node(parser, cue)
        self._nodes += 1
        return following


@cache
def cues() -> Cues:
    """The process's cue reader."""
    return Cues()


def tree_lines(tree: Tree[Token], words: Sequence[str]) -> Iterator[str]:
    """The tree of a cue, indented, with the words that stand for its terminals (in the order of the stream)."""
    def walk(node: Tree[Token] | Token, depth: int) -> Iterator[str]:
        if isinstance(node, Token):
            yield f"{'  ' * depth}{node.type}  {words[int(node.value)]}"
            return
        yield f"{'  ' * depth}{node.data}"
        for child in node.children:
            yield from walk(child, depth + 1)

    return walk(tree, 0)
