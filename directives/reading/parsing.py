"""A line of text in, its tree out, by the LALR(1) table of a grammar: of two terminals that the parser would take, the
one that comes first in the table's order is tried first.

Lark reads the same from the same grammar (tests/test_compiled.py); this is what remains of a parser where nothing but
the kinds and places of the words is wanted.
"""

from __future__ import annotations

import re

from directives.lalr import END, Table


class Token:
    """A word or phrase that a terminal of the grammar has matched: the terminal's name, the text, and its span."""

    def __init__(self, kind: str, text: str, start: int, end: int) -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end


class Node:
    """A rule of the grammar and what it was made of, in order; rules whose names begin with "_" leave only that."""

    def __init__(self, rule: str, children: list[Token | Node]) -> None:
        self.rule = rule
        self.children = children

    def tokens(self) -> list[Token]:
        """The tokens among the children."""
        return [child for child in self.children if isinstance(child, Token)]


class Parser:
    """Reads text by one table; `patterns` has those of its terminals by name.

    What the grammar ignores is white space, which none of its other terminals begins with.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self.patterns = {terminal.name: terminal.pattern for terminal in table.terminals}
        self._by_state: dict[int, re.Pattern[str]] = {}
        self._compiled: dict[str, re.Pattern[str]] = {}  # by what it is compiled from

    def tree(self, text: str, start: str) -> Node | None:
        """The tree of the whole text, as what the rule `start` makes; None where it is no such thing."""
        return self._walk(text, start, [])

    def tokens(self, text: str, start: str) -> list[Token]:
        """The tokens of the text as far as it can be the beginning of what the rule `start` makes."""
        found: list[Token] = []
        self._walk(text, start, found)
        return found

    def _walk(self, text: str, start: str, met: list[Token]) -> Node | None:
        """The tree of the text, or None; the tokens up to where it fails are added to `met`."""
        table = self._table
        states = [table.starts[start]]
        made: list[Token | Node | list[Token | Node]] = []
        at, size = 0, len(text)
        while True:
            token: Token | None = None
            kind = END
            while at < size and text[at].isspace():
                at += 1
            if at < size:
                match = self._pattern(states[-1]).match(text, at)
                if match is None:
                    return None
                begin, at = at, match.end()
                name = match.lastgroup
                if name is None or begin == at:
                    return None
                kind, token = name, Token(name, match[0], begin, at)
                met.append(token)
            while True:
                leads = table.of(states[-1]).get(kind)
                if leads is None:
                    return None
                if leads >= 0:
                    break
                rule = table.rules[-1 - leads]
                children: list[Token | Node] = []
                if rule.size:
                    for part in made[-rule.size :]:
                        if isinstance(part, list):
                            children += part
                        else:
                            children.append(part)
                    del made[-rule.size :]
                    del states[-rule.size :]
                if kind == END and rule.origin == start and len(states) == 1:
                    return Node(start, children)
                made.append(children if rule.origin[0] == "_" else Node(rule.origin, children))
                states.append(table.of(states[-1])[rule.origin])
            states.append(leads)
            if token is None:
                return None
            made.append(token)

    def _pattern(self, state: int) -> re.Pattern[str]:
        """Any of the terminals that the parser takes in a state, each as a group of its name."""
        found = self._by_state.get(state)
        if found is None:
            taken = self._table.of(state)
            source = "|".join(
                f"(?P<{known.name}>{known.pattern})" for known in self._table.terminals if known.name in taken
            )
            found = self._compiled.get(source)
            if found is None:
                found = self._compiled[source] = re.compile(source)
            self._by_state[state] = found
        return found
