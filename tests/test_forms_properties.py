"""What holds for every sentence: cut off anywhere, its words in any order, it is read, and quotes give their text."""

from __future__ import annotations

import tomllib
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from directives import Directive, Quote, examine, read
from directives.language.lexicon import lexicon
from factory import HEADER

BESIDE = sorted((Path(__file__).parent.parent / "grammar/forms").glob("*.examples.toml"))
SENTENCES = [
    case["text"].split()
    for file in BESIDE
    for case in tomllib.loads(file.read_text(encoding="utf-8")).get("example", [])
]
WORDS = sorted(lexicon().classes)
OPENERS = sorted(
    {" ".join(opener.words) for second in lexicon().openers.values() for of in second.values() for opener in of}
)
MARKS = [*",.();:-'\""]
anything = st.lists(st.sampled_from(MARKS) | st.sampled_from(OPENERS) | st.sampled_from(WORDS), max_size=6)
parts = st.sampled_from(SENTENCES).flatmap(
    lambda words: st.tuples(st.integers(0, len(words)), st.integers(0, len(words))).map(
        lambda cut: words[min(cut) : max(cut)]
    )
)


def quotes(directive: Directive) -> list[Quote]:
    found = (directive.cue, directive.action, directive.sentence, *(c.quote for c in directive.constraints))
    return [quote for quote in found if quote is not None]


@given(parts, anything, parts, anything)
@example(["The pier should be closed , with its sheds , or , alternatively ,"], [], [], [])
@example(["We suggest that as"], [], [], [])
@example(["Please inform the other parties as we"], [], [], [])
@example(["Await your return then"], [], [], [])
@example(["Please ask Hull if he decided to"], [], [], [])
@example(["At the next session should reply"], [], [], [])
@example(["We concur in your proceeding to construed in Tarn as a hostile act"], [], [], [])
@settings(max_examples=400, deadline=None)
def test_a_sentence_cut_off_or_spliced_anywhere_is_read(
    before: list[str], between: list[str], after: list[str], end: list[str]
) -> None:
    text = HEADER + " ".join([*before, *between, *after, *end])
    for cable in read(text):
        for directive in examine(cable).directives:
            assert all(text[quote.start : quote.end] == quote.text for quote in quotes(directive))
