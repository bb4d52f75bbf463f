"""The tables kept ready are those that the grammars make, and are read as Lark reads the grammars."""

import json
import tomllib
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark, Tree
from lark import Token as LarkToken
from lark.exceptions import LarkError

from directives.compiled import kept
from directives.context.weigh import FILE, KEPT
from directives.forms.grammar import cue_grammar
from directives.grammar_files import grammar_folder, grammar_text
from directives.lalr import Grammar, from_lines
from directives.lark_tables import parser_of
from directives.reading import header_words, references
from directives.reading.parsing import Node, Parser, Token

CHANGED = "run `make grammar`: a grammar or the weights have changed since they were kept"
GRAMMARS = {"cues": cue_grammar(), "headers": header_words.grammar(), "references": references.grammar()}
EXAMPLES = [path.read_text(encoding="utf-8") for path in sorted((grammar_folder().parent / "examples").glob("*.txt"))]
HEADER_LINES = [
    *sorted({line.strip() for text in EXAMPLES for line in text.splitlines()[:12]} - {""}),
    "Cablegram 31 LONDON, 4 November 1941, 6.30 p.m.",
    "Mr A. Ashby, Minister in Harwick, to Department of External Affairs and Mr B. Corle (at Elmouth)",
    "From: Lindenau (Harada) To: Tokyo",
    "Extract from Cablegram O.51, , unnumbered, [SECRET] FOR THE MINISTER ALONE",
    "Def. Doc. No. 318-B-2 From Okabe to Shimura 9 Sept. 1938 No. 311 We have your message",
]
MENTIONS = [
    "your telegrams Nos. 12 and 13",
    "my 44, 45 of 3rd March",
    "our Circular Z.17 and your 3",
    "telegram of the",
]
WORDS = sorted({word for line in (*HEADER_LINES, *MENTIONS) for word in line.split()})


@pytest.mark.parametrize("grammar", GRAMMARS.values(), ids=GRAMMARS)
def test_the_table_kept_is_that_of_the_grammar(grammar: Grammar) -> None:
    body = kept(grammar.table, grammar.source)
    assert body, CHANGED
    assert from_lines(body) == grammar.made()


@cache
def readers(name: str) -> tuple[Parser, Lark]:
    return Parser(GRAMMARS[name].ready()), parser_of(GRAMMARS[name])


def as_lists(node: Node | Token) -> object:
    if isinstance(node, Token):
        return [node.kind, node.text, node.start, node.end]
    return [node.rule, [as_lists(child) for child in node.children]]


def as_lark_has_it(node: Tree[LarkToken] | LarkToken) -> object:
    if isinstance(node, LarkToken):
        return [node.type, str(node), node.start_pos, node.end_pos]
    return [str(node.data), [as_lark_has_it(child) for child in node.children]]


def by_lark(parser: Lark, text: str, start: str) -> object:
    try:
        return as_lark_has_it(parser.parse(text, start=start))
    except LarkError:
        return None


def lexed_by_lark(parser: Lark, text: str, start: str) -> Iterator[object]:
    try:
        for token in parser.parse_interactive(text, start=start).iter_parse():
            yield as_lark_has_it(token)
    except LarkError:
        pass


@settings(deadline=None, max_examples=300)
@given(st.sampled_from([*HEADER_LINES, *MENTIONS]) | st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))
def test_a_line_is_read_as_lark_reads_it(line: str) -> None:
    for name in ("headers", "references"):
        ours, larks = readers(name)
        for start in GRAMMARS[name].start:
            tree = ours.tree(line, start)
            assert (tree and as_lists(tree)) == by_lark(larks, line, start), (start, line)
            assert [*map(as_lists, ours.tokens(line, start))] == [*lexed_by_lark(larks, line, start)], (start, line)


@pytest.mark.parametrize(
    ("name", "start", "line", "kinds"),
    [
        ("headers", "facts", "Cablegram 31 LONDON, 4 November 1941", ["KIND", "NUMBER", "PLACE", "COMMA", "DATE"]),
        (
            "references",
            "reference",
            "your telegrams Nos. 12 and 13",
            ["OWNER", "MESSAGE", "NO", "NUMBER", "AND", "NUMBER"],
        ),
    ],
)
def test_a_line_has_the_words_that_the_grammar_names(name: str, start: str, line: str, kinds: list[str]) -> None:
    tree = readers(name)[0].tree(line, start)
    assert tree
    assert [token.kind for token in tree.tokens()] == kinds


def test_a_line_that_the_grammar_does_not_know_has_no_tree() -> None:
    parser, _ = readers("references")
    assert parser.tree("the harbour is closed", "reference") is None
    assert parser.tree("your telegrams Nos.", "reference") is None
    assert [token.kind for token in parser.tokens("your telegrams Nos.", "reference")] == ["OWNER", "MESSAGE", "NO"]


def test_the_weights_kept_are_those_of_the_evidence() -> None:
    kept_ready = kept(KEPT, grammar_text(FILE))
    assert kept_ready, CHANGED
    assert json.loads(kept_ready) == tomllib.loads(grammar_text(FILE))


def test_what_was_made_from_another_text_is_passed_over() -> None:
    grammar = cue_grammar()
    assert kept(grammar.table, grammar.source + "// one word more") is None
    assert kept("never made", grammar.source) is None
