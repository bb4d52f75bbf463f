"""What holds for every text, sound or damaged: each quote that is handed out gives its text back from its offsets."""

import random
import tomllib
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from directives.examination import examine
from directives.grammar_files import grammar_folder
from directives.model import Directive, Findings, Quote
from directives.reading import read_text

HEADER = "Farrant to Ashdown\n\nCablegram 204 KESTREL BAY, 12 August 1941\n\nSECRET\n\n"
# Every example and near miss beside the grammar, so that each form is reached.
SENTENCES = [
    case["text"]
    for path in sorted((grammar_folder() / "forms").glob("*.examples.toml"))
    for cases in tomllib.loads(path.read_text(encoding="utf-8")).values()
    for case in cases
]
VOCABULARY = """
please you we it should will must not do desired that if before Friday and , . ; : ( ) ' “ ” — - the note Farrow inform
report grateful for your views no is are requested to be given may by on 25 November only STOP unless I hope would like
whether in view of U.K. p.m. a 3. Nos. 7 ſ İ ß \ufeff é
"""
WORDS = [*VOCABULARY.split(), "\n", "\n\n", "\f", "\u2028"]
CONFUSED = {"e": "c", "l": "1", "o": "0", "m": "rn", "n": "u", "h": "b", "i": "l", " ": "\n", ".": ",", ",": "."}

joints = st.sampled_from([" ", "\n", "\n\n", "\n\n2. ", " STOP ", "\fPage 2\n", "", "- ", '"', " ("])
sources = st.builds(
    lambda parts, header: (HEADER if header else "") + "".join(sentence + joint for sentence, joint in parts),
    st.lists(st.tuples(st.sampled_from(SENTENCES), joints), min_size=1, max_size=6),
    st.booleans(),
)


def damaged(text: str, seed: int, rate: float) -> str:
    """A copy as a bad scan gives it: characters confused, lost, doubled, or parted by a blank or a line end."""
    chance = random.Random(seed)
    return "".join(
        chance.choice([CONFUSED.get(c, c.upper()), "", c * 2, f"{c} ", f"{c}-\n"]) if chance.random() < rate else c
        for c in text
    )


def quotes(findings: Findings) -> Iterator[Quote]:
    """Every quote of every directive, near miss and undertaking."""
    for directive in findings.directives:
        yield from (directive.action, directive.sentence, *(limit.quote for limit in directive.constraints))
        yield from (quote for quote in (directive.cue, directive.actor.quote) if quote is not None)
    for miss in findings.near_misses:
        yield from (miss.quote, miss.sentence)
    for undertaking in findings.undertakings:
        yield from (undertaking.action, undertaking.sentence)


def inside(directive: Directive) -> bool:
    """True where the act, its cue and its limits lie in the directive's sentence."""
    whole = directive.sentence
    parts = (directive.action, directive.cue, directive.actor.quote, *(limit.quote for limit in directive.constraints))
    return all(whole.start <= part.start < part.end <= whole.end for part in parts if part is not None)


def check(text: str) -> None:
    for cable in read_text(text):
        for findings in (examine(cable), examine(cable, decide=lambda drafts, cue, act: None)):
            for quote in quotes(findings):
                assert text[quote.start : quote.end] == quote.text
                assert quote.text.strip()
            assert all(inside(directive) for directive in findings.directives)
            starts = [directive.sentence.start for directive in findings.directives]
            assert starts == sorted(starts), "directives stand in reading order"


@given(sources)
@settings(max_examples=150)
def test_quotes_of_cables_with_every_form(text: str) -> None:
    check(text)


@given(sources, st.integers(0, 10_000), st.sampled_from([0.01, 0.05, 0.2]))
@settings(max_examples=150)
def test_quotes_of_damaged_cables(text: str, seed: int, rate: float) -> None:
    check(damaged(text, seed, rate))


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.booleans())
@settings(max_examples=300)
def test_quotes_of_words_of_the_grammar_in_any_order(words: list[str], header: bool) -> None:
    check((HEADER if header else "") + " ".join(words))
