"""`directives explain` and `directives forms`."""

from pathlib import Path

from conftest import Run
from directives.forms.grammar import forms


def test_what_was_found_is_shown_with_its_tokens_its_form_and_its_tree(run: Run) -> None:
    result = run("explain", "--text", "Please inform Marlow before Friday.")
    assert result.exit_code == 0
    for words in (
        "Please inform Marlow before Friday.  0–35",
        "PLEASE VERB",
        "directive  form please",
        "request, addressee: inform Marlow",
        "time: before Friday",
        "      PLEASE Please",
    ):
        assert words in result.stdout


def test_a_near_miss_is_shown_with_the_reason(run: Run) -> None:
    said = run("explain", "--text", "You will recall that the Consul was away.").stdout
    assert 'left out  form you_will  an informing formula ("recall")' in said


def test_a_sentence_without_a_cue_is_shown_too(run: Run) -> None:
    assert "no cue" in run("explain", "--text", "The weather in Harwick is mild.").stdout


def test_sources_are_explained_under_a_heading(run: Run, cable: Path) -> None:
    said = run("explain", cable).stdout
    assert said.startswith("No. 31 · Ashby to Pell · 1941-11-04")
    assert "inform Marlow" in said


def test_either_sources_or_a_text(run: Run, cable: Path) -> None:
    result = run("explain", cable, "--text", "Please inform Marlow.")
    assert result.exit_code == 2
    assert "either sources or --text" in result.stderr


def test_every_form_of_the_grammar_is_listed(run: Run) -> None:
    said = run("forms").stdout
    assert len(forms()) > 20
    for name, form in forms().items():
        assert f"\n{name}  {form.meaning[:20]}" in f"\n{said}"


def test_a_form_and_a_family_can_be_asked_for(run: Run) -> None:
    assert run("forms", "you_will").stdout.startswith("you_will  ")
    assert "you_may" in run("forms", "you_modal").stdout
    assert "please" not in run("forms", "you_will").stdout.split()


def test_an_unknown_form_is_wrong_usage(run: Run) -> None:
    result = run("forms", "thou_shalt")
    assert result.exit_code == 2
    assert "no form 'thou_shalt'" in result.stderr
