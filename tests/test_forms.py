"""The examples beside the grammar are tests: what a form must find, what it must leave, and a sound grammar."""

import io
import logging
import re
import tomllib
from collections.abc import Mapping
from typing import Any

import pytest
from lark import logger

from directives.examination import examine
from directives.forms.grammar import cue_grammar, documented, families, forms, traits
from directives.forms.modality import BY_CUE, BY_WISH
from directives.grammar_files import grammar_folder, grammar_text
from directives.lalr import Grammar
from directives.lark_tables import parser_of
from directives.model import MODALITIES, Directive
from directives.reading import read_text

# The sentence stands in a cable, so that no part of it is taken for a header.
HEADER = "Farrant to Ashdown\n\nCablegram 204 KESTREL BAY, 12 August 1941\n\nSECRET\n\n"
# An undertaking gives no directive.
WITHOUT_EXAMPLE = frozenset({"we_will"})

# Form and reason, for each line of the grammar's table of refused acts.
REFUSED = [(form, reason) for reason, forms in tomllib.loads(grammar_text("refusals.toml")).items() for form in forms]

Case = Mapping[str, Any]


def beside(kind: str) -> list[Any]:
    """The examples or near misses of all families, each named by its form and its first words."""
    return [
        pytest.param(case, id=f"{case['form']}: {case['text'][:50]}")
        for path in sorted((grammar_folder() / "forms").iterdir(), key=lambda p: p.name)
        if path.name.endswith(".examples.toml")
        for case in tomllib.loads(path.read_text(encoding="utf-8")).get(kind, [])
    ]


def found(case: Case) -> list[Directive]:
    """The directives of the case's form in its sentence: by the grammar alone, or by the evidence as in daily use."""
    (cable,) = read_text(HEADER + case["text"])
    by_evidence = case.get("by") == "evidence"
    findings = examine(cable) if by_evidence else examine(cable, decide=lambda drafts, cue, act: None)
    return [directive for directive in findings.directives if directive.form == case["form"]]


def fields(directive: Directive) -> dict[str, object]:
    return {
        "modality": directive.modality,
        "role": directive.actor.role,
        "cue": str(directive.cue or ""),
        "action": str(directive.action),
        "constraints": [[limit.type, str(limit.quote)] for limit in directive.constraints],
    }


@pytest.mark.parametrize("case", beside("example"))
def test_an_example_gives_its_directives(case: Case) -> None:
    """A field that an example does not name is left open."""
    wanted = case["directive"]
    got = [fields(directive) for directive in found(case)]
    assert len(got) == len(wanted), got
    assert [{name: row[name] for name in fields_} for row, fields_ in zip(got, wanted, strict=True)] == wanted


@pytest.mark.parametrize("case", beside("near_miss"))
def test_a_near_miss_gives_no_directive_of_its_form(case: Case) -> None:
    assert [fields(directive) for directive in found(case)] == []


@pytest.mark.parametrize(("form", "reason"), REFUSED)
def test_an_act_of_which_its_form_says_nothing_is_a_near_miss_for_that_reason(form: str, reason: str) -> None:
    told = re.compile(re.escape(reason).replace(re.escape("{verb}"), r"\w+"))
    cases = (param.values[0] for param in beside("near_miss"))
    cables = (read_text(HEADER + case["text"])[0] for case in cases if case["form"] == form)
    left_out = [miss.reason for cable in cables for miss in examine(cable).near_misses if miss.form == form]
    assert any(map(told.fullmatch, left_out)), left_out


def test_every_form_has_an_example() -> None:
    shown = {param.values[0]["form"] for param in beside("example")}
    assert set(forms()) - shown == WITHOUT_EXAMPLE


@pytest.mark.parametrize("family", families())
def test_examples_stand_beside_the_family_that_has_the_form(family: str) -> None:
    beside_it = tomllib.loads(grammar_text(f"forms/{family}.examples.toml"))
    named = {case["form"] for kind in ("example", "near_miss") for case in beside_it.get(kind, [])}
    assert named <= {form.name for form in forms().values() if form.family == family}
    assert all(case["why"] for case in beside_it.get("near_miss", []))


@pytest.mark.parametrize("family", families())
def test_every_form_of_a_family_is_documented_and_used(family: str) -> None:
    text = grammar_text(f"forms/{family}.lark")
    rules = re.sub(r"//.*", "", text)
    assert set(re.findall(r"->\s*(\w+)", rules)) == {form.name for form in forms().values() if form.family == family}


def test_every_trait_belongs_to_a_form() -> None:
    assert set(traits()) == {trait for form in forms().values() for trait in form.traits}


def test_a_trait_that_the_grammar_does_not_list_is_refused_by_name() -> None:
    rule = "// it_behoves_you [obligation, sure, informz]: it behoves you to"
    with pytest.raises(ValueError, match=r"behoves\.lark: form it_behoves_you: grammar/traits\.toml .* informz$"):
        documented(rule, "behoves")


def test_a_modality_is_given_to_classes_that_the_lexicon_has() -> None:
    known = tomllib.loads(grammar_text("lexicon/cues.toml")).keys()
    assert {*BY_CUE, *BY_WISH} <= known
    assert {*BY_CUE.values(), *BY_WISH.values()} <= {*MODALITIES}


def conflicts(grammar: Grammar) -> list[str]:
    """What Lark logs about shift/reduce conflicts while it builds an LALR(1) parser."""
    log = io.StringIO()
    handler, level = logging.StreamHandler(log), logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        parser_of(grammar, debug=True)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
    return re.findall(r"Shift/Reduce conflict.*", log.getvalue())


def test_the_cue_grammar_has_no_conflicts() -> None:
    ambiguous = Grammar("none", "cue: wish | wish cue\nwish: A | A A\n%declare A\n", ("cue",), typed=True)
    assert conflicts(ambiguous), "Lark tells of a conflict where there is one"
    assert conflicts(cue_grammar()) == []
