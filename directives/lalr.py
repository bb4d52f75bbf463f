"""A grammar in, its LALR(1) table out, as Lark makes it, in plain numbers: what the readers of headers, of references
and of cues walk.

Lark takes seconds to make one, so each is kept ready, one state a line; a line is read when the state is first met.
Lark itself is loaded only where a table is to be made.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from directives.compiled import keep, kept

END: Final = "$END"  # what Lark calls the end of the input


class Rule(NamedTuple):
    """A rule of a grammar: what it makes, of how many parts, and its name where it is one of several that make it."""

    origin: str
    size: int
    name: str


class Terminal(NamedTuple):
    """A terminal of a grammar that reads text: its name, the pattern of its words, and whether it is passed over."""

    name: str
    pattern: str
    ignored: bool


@dataclass
class Table:
    """States by number, each a line of JSON: the numbers of names, each followed by where it leads.

    By the name of a terminal or of a rule's origin a state leads to another (0 and up), or to the reduction by a rule
    (its number n as -1 - n). `starts` has the state to begin in by the rule to be read. `terminals` are those of a
    grammar that reads text, in the order in which they are tried; there are none where the words come with theirs.
    """

    starts: dict[str, int]
    terminals: list[Terminal]
    rules: list[Rule]
    names: list[str]
    rows: list[str]
    _read: dict[int, dict[str, int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, state: int) -> dict[str, int]:
        """Where a state leads, by name."""
        read = self._read.get(state)
        if read is None:
            row, names = json.loads(self.rows[state]), self.names
            read = self._read[state] = dict(zip(map(names.__getitem__, row[::2]), row[1::2], strict=True))
        return read

    def to_lines(self) -> bytes:
        """The table as it is kept."""
        head = (self.starts, self.terminals, self.rules, self.names)
        return "\n".join([*map(json.dumps, head), *self.rows]).encode()


def from_lines(body: bytes) -> Table:
    """The table that was kept."""
    starts, terminals, rules, names, *rows = body.decode().split("\n")
    return Table(
        json.loads(starts),
        [Terminal(*terminal) for terminal in json.loads(terminals)],
        [Rule(*rule) for rule in json.loads(rules)],
        json.loads(names),
        rows,
    )


@dataclass(frozen=True)
class Grammar:
    """A grammar whose table is kept ready: the name of the table, the grammar's text, and the rules that may be read.

    `typed` says that the words come with their terminals, so that there is no text to find them in.
    """

    table: str
    source: str
    start: tuple[str, ...]
    typed: bool = False

    def made(self) -> Table:
        """Its table, made now by Lark; raises lark.exceptions.GrammarError for what is no LALR(1) grammar."""
        from directives.lark_tables import made_by_lark

        return made_by_lark(self)

    def ready(self) -> Table:
        """Its table: the one kept ready, or one made now."""
        body = kept(self.table, self.source)
        return from_lines(body) if body else self.made()

    def keep(self) -> None:
        """Make its table and keep it; raises OSError where the folder cannot be written to."""
        keep(self.table, self.source, self.made().to_lines())
