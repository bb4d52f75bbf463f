"""A stream of terminals in, the longest cue that begins at its head out.

The reading of a cue depends on its terminals alone, so each run of terminals is parsed by Lark once and remembered in a
trie; a corpus of a million words has a few thousand different runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen
from lark import Token, Transformer, Tree
from lark.parsers.lalr_analysis import Shift

from directives.forms.grammar import cue_parser, forms

MOST_NODES = 100_000
END = "$END"


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
    """A run of terminals: the parser's states after it, whether a cue may end there, and the runs that go on from it.

    The cue itself is built when it is first asked for: of the runs of a corpus few are the longest.
    """

    __slots__ = ("cue", "ends", "following", "run", "states")

    def __init__(self, states: tuple[int, ...], run: tuple[str, ...], ends: bool) -> None:
        self.states = states
        self.run = run
        self.ends = ends
        self.cue: Cue | None = None
        self.following: dict[str, _Node | None] = {}


class Cues:
    """Reads cues; one instance serves a process."""

    def __init__(self) -> None:
        self._reader = CueReader()
        self._lark = cue_parser()
        configuration = self._lark.parse_interactive("").parser_state.parse_conf
        self._table = configuration.parse_table.states
        self._root = _Node((configuration.start_state,), (), False)
        self._nodes = 1

    def longest(self, stream: Sequence[str], start: int, after: str | None = None) -> Cue | None:
        """The longest cue whose terminals stand in the stream from `start` on, or None; `after` is a terminal put before
        them (a noun phrase as subject)."""
        node: _Node | None = self._root
        found: _Node | None = None
        if after is not None:
            node = self._step(self._root, after)
        for place in range(start, len(stream)):
            if node is None:
                break
            terminal = stream[place]
            try:
                node = node.following[terminal]
            except KeyError:
                node = self._step(node, terminal)
            if node is not None and node.ends:
                found = node
        if found is None:
            return None
        if found.cue is None:
            found.cue = self._built(found.run)
        return found.cue

    def _step(self, node: _Node, terminal: str) -> _Node | None:
        """The run one terminal longer, or None where the grammar has none such."""
        if terminal in node.following:
            return node.following[terminal]
        if self._nodes > MOST_NODES:
            self._root.following.clear()
            self._nodes = 1
        states = self._shifted(node.states, terminal)
        following = None
        if states is not None:
            following = _Node(states, (*node.run, terminal), self._shifted(states, END) is not None)
            self._nodes += 1
        node.following[terminal] = following
        return following

    def _shifted(self, states: tuple[int, ...], terminal: str) -> tuple[int, ...] | None:
        """The parser's states after a terminal, by its LALR(1) table; None where it takes none such here."""
        table, stack = self._table, list(states)
        while True:
            found = table[stack[-1]].get(terminal)
            if found is None:
                return None
            action, argument = found
            if action is Shift:
                stack.append(argument)
                return tuple(stack)
            size = len(argument.expansion)
            if size:
                del stack[-size:]
            stack.append(table[stack[-1]][argument.origin.name][1])
            if terminal == END and argument.origin.name == "cue":
                return tuple(stack)

    def _built(self, run: tuple[str, ...]) -> Cue:
        """The cue of a run that the grammar accepts, from Lark's tree."""
        parser = self._lark.parse_interactive("")
        for place, terminal in enumerate(run):
            parser.feed_token(Token(terminal, str(place)))
        return self._reader.read(parser.feed_eof(), run)


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
