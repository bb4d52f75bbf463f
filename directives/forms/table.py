"""The LALR(1) table of the cue grammar, as Lark makes it, in plain numbers: what a cue reader walks.

It is kept ready one state a line, and a line is read when the state is first met: the numbers of names, each followed
by where it leads.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache

from lark.parsers.lalr_analysis import Shift

from directives.compiled import keep, kept
from directives.forms.grammar import cue_grammar, cue_parser

NAME = "cues.table"
END = "$END"


@dataclass(frozen=True)
class Rule:
    """A rule of the grammar: what it makes, of how many parts, and its name where it is one of several that make it."""

    origin: str
    size: int
    name: str


@dataclass
class Table:
    """States by number, each a line of JSON: they lead, by the name of a terminal or of a rule's origin, to a state (0
    and up), or to the reduction by a rule (its number n as -1 - n)."""

    start: int
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


def made_by_lark() -> Table:
    """The table of the grammar as it is now: the states numbered in the order in which a walk from the start finds
    them, so that the same grammar gives the same table."""
    configuration = cue_parser().parse_interactive("").parser_state.parse_conf
    states = configuration.parse_table.states
    numbers = {configuration.start_state: 0}
    order = [configuration.start_state]
    rules: dict[Rule, int] = {}
    names: dict[str, int] = {}
    rows: list[str] = []
    for state in order:  # grows while it is walked
        row: list[int] = []
        for name in sorted(states[state]):
            action, argument = states[state][name]
            row.append(names.setdefault(name, len(names)))
            if action is Shift:
                if argument not in numbers:
                    numbers[argument] = len(order)
                    order.append(argument)
                row.append(numbers[argument])
            else:
                rule = Rule(argument.origin.name, len(argument.expansion), argument.alias or argument.origin.name)
                row.append(-1 - rules.setdefault(rule, len(rules)))
        rows.append(json.dumps(row, separators=(",", ":")))
    return Table(0, list(rules), list(names), rows)


def to_lines(table: Table) -> bytes:
    """The table as it is kept."""
    rules = json.dumps([[rule.origin, rule.size, rule.name] for rule in table.rules])
    return "\n".join([rules, json.dumps(table.names), *table.rows]).encode()


def from_lines(body: bytes) -> Table:
    """The table that was kept."""
    rules, names, *rows = body.decode().split("\n")
    return Table(0, [Rule(*rule) for rule in json.loads(rules)], json.loads(names), rows)


def keep_table() -> None:
    """Make the table and keep it; raises OSError where the folder cannot be written to."""
    keep(NAME, cue_grammar(), to_lines(made_by_lark()))


@cache
def table() -> Table:
    """The table of the cue grammar: the one kept ready, or one made now."""
    body = kept(NAME, cue_grammar())
    return from_lines(body) if body else made_by_lark()
