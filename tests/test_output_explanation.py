"""How `directives explain` and `directives forms` show what they are given."""

import io
from types import SimpleNamespace

from directives.forms.grammar import Form
from directives.model import Quote
from directives.output.catalogue import Entry, Example
from directives.output.explanation import console, explain, list_forms

TEXT = "You will inform Marlow.\x1b[2J"
SENTENCE = SimpleNamespace(
    sentence=Quote.cut(TEXT, 0, len(TEXT)),
    tokens=[("You", "YOU"), ("will", "WILL"), ("inform", "VERB"), ("Marlow", "N"), ("\x1b[2J", "OTHER")] * 9,
    readings=[
        SimpleNamespace(
            form="you_will", tree="you_modal\n  YOU\n  WILL", outcome="directive", reason="", features=["an act"]
        ),
        SimpleNamespace(form="you_know", tree="", outcome="left out", reason="an informing formula [x]", features=[]),
    ],
)


def shown(sentences: list[SimpleNamespace], width: int = 60) -> str:
    out = io.StringIO()
    explain(sentences, console(out, width))  # type: ignore[arg-type]
    return out.getvalue()


def test_a_sentence_is_shown_with_its_place_its_tokens_and_what_came_of_it() -> None:
    said = shown([SENTENCE])
    for words in (
        f"0–{len(TEXT)}",
        "directive  form you_will",
        "an act",
        "left out  form you_know  an informing formula [x]",
    ):
        assert words in said
    assert "    you_modal\n      YOU\n" in said


def test_each_token_stands_above_its_name() -> None:
    lines = shown([SENTENCE]).splitlines()
    words, names = lines[1:3]
    assert words.index("inform") == names.index("VERB")


def test_lines_are_no_wider_than_the_terminal_and_hold_no_control_character() -> None:
    said = shown([SENTENCE], width=44)
    assert max(map(len, said.splitlines())) <= 44
    assert "\x1b" not in said


def test_a_sentence_without_cue_says_so() -> None:
    assert "no cue" in shown([SimpleNamespace(sentence=Quote("Rain.", 0, 5), tokens=[("Rain", "N")], readings=[])])


def test_a_form_is_listed_with_examples_and_near_misses() -> None:
    example = Example(
        "You will inform Marlow before Friday.",
        ({"modality": "obligation", "action": "inform Marlow", "constraints": [["time", "before Friday"]]},),
    )
    form = Form("you_will", "you_modal", "obligation", "you will [do]")
    out = io.StringIO()
    list_forms([Entry(form, (example,), (("You will recall it.", "only informs"),))], console(out, 100))
    said = out.getvalue()
    assert said.startswith("you_will  you will [do]  obligation, family you_modal\n")
    assert "e.g. You will inform Marlow before Friday.\n       obligation: inform Marlow; time: before Friday\n" in said
    assert "not  You will recall it.  (only informs)" in said
