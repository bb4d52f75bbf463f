"""The parsers kept ready are those that the grammars make."""

import json
import tomllib

import pytest

from directives.compiled import Grammar, kept
from directives.context.weigh import FILE, KEPT
from directives.forms.grammar import cue_grammar
from directives.forms.table import NAME, made_by_lark, table
from directives.grammar_files import grammar_text
from directives.reading import header_words, references

CHANGED = "run `make grammar`: a grammar, the weights or Lark have changed since they were kept"


def test_the_table_kept_is_that_of_the_cue_grammar() -> None:
    assert kept(NAME, cue_grammar()), CHANGED
    assert table() == made_by_lark()


@pytest.mark.parametrize(
    ("grammar", "start", "line"),
    [
        (header_words.grammar(), "facts", "Cablegram 31 LONDON, 4 November 1941, 6.30 p.m."),
        (header_words.grammar(), "title", "Mr A. Ashby, Minister in Harwick, to Department of External Affairs"),
        (references.grammar(), "reference", "your telegrams Nos. 12 and 13"),
    ],
)
def test_the_parsers_kept_read_as_those_of_the_grammars_do(grammar: Grammar, start: str, line: str) -> None:
    assert kept(grammar.name, grammar.source), CHANGED
    assert grammar.parser().parse(line, start=start) == grammar.made().parse(line, start=start)


def test_the_weights_kept_are_those_of_the_evidence() -> None:
    kept_ready = kept(KEPT, grammar_text(FILE))
    assert kept_ready, CHANGED
    assert json.loads(kept_ready) == tomllib.loads(grammar_text(FILE))


def test_what_was_made_from_another_text_is_passed_over() -> None:
    assert kept(NAME, cue_grammar() + "// one word more") is None
    assert kept("never made", cue_grammar()) is None
