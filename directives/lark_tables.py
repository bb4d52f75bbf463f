"""A grammar in, Lark's parser and the table that Lark makes of it out. Slow to load, and needed only to make tables and
to draw the tree of a cue."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lark import Lark
from lark.lexer import Lexer, TerminalDef
from lark.parsers.lalr_analysis import Shift

from directives.grammar_files import grammar_folder
from directives.lalr import Grammar, Rule, Table, Terminal


class TypedTokens(Lexer):
    """The parser is fed with tokens that are typed already; there is nothing left to lex."""

    def __init__(self, lexer_conf: Any) -> None:
        pass

    def lex(self, *_: Any) -> Iterator[Any]:
        """Nothing: the tokens are fed by hand."""
        return iter(())


def parser_of(grammar: Grammar, debug: bool = False) -> Lark:
    """Lark's LALR(1) parser; with `debug` it logs where a rule was preferred to a shift or the other way round."""
    return Lark(
        grammar.source,
        parser="lalr",
        lexer=TypedTokens if grammar.typed else "contextual",
        start=list(grammar.start),
        import_paths=[str(grammar_folder())],
        keep_all_tokens=grammar.typed,
        debug=debug,
    )


def made_by_lark(grammar: Grammar) -> Table:
    """The table of the grammar as it is now: the states numbered in the order in which a walk from the starts finds
    them, so that the same grammar gives the same table."""
    parser = parser_of(grammar)
    numbers: dict[int, int] = {}
    order: list[int] = []

    def number(state: int) -> int:
        if state not in numbers:
            numbers[state] = len(order)
            order.append(state)
        return numbers[state]

    starts = {}
    for start in grammar.start:
        configuration = parser.parse_interactive("", start=start).parser_state.parse_conf
        starts[start] = number(configuration.start_state)
    states = configuration.parse_table.states
    rules: dict[Rule, int] = {}
    names: dict[str, int] = {}
    rows: list[str] = []
    for state in order:  # grows while it is walked
        row: list[int] = []
        for name in sorted(states[state]):
            action, argument = states[state][name]
            row.append(names.setdefault(name, len(names)))
            if action is Shift:
                row.append(number(argument))
            else:
                rule = Rule(argument.origin.name, len(argument.expansion), argument.alias or argument.origin.name)
                row.append(-1 - rules.setdefault(rule, len(rules)))
        rows.append(json.dumps(row, separators=(",", ":")))
    terminals = [] if grammar.typed else sorted(parser.terminals, key=_order)
    ignored = frozenset(parser.ignore_tokens)
    return Table(
        starts,
        [Terminal(t.name, t.pattern.to_regexp(), t.name in ignored) for t in terminals],
        list(rules),
        list(names),
        rows,
    )


def _order(terminal: TerminalDef) -> tuple[int, int, int, str]:
    """The order in which Lark tries terminals: by priority, then the longer ones first."""
    pattern = terminal.pattern
    return (-terminal.priority, -pattern.max_width, -len(pattern.value), terminal.name)
