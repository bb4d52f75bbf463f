"""The evidence: why a candidate was kept or left out is told, follows from the weights, and is the same every time."""

import pytest

from conftest import CABLE, Process
from directives.context.weigh import Weights, strongest, weights
from directives.examination import by_weight, examine
from directives.forms.draft import Draft
from directives.model import Cable, Findings
from directives.reading import read_text

# Orders, wishes, opinions, reports and courtesies.
MIXED = """\
Farrant to Ashdown

Cablegram 204 KESTREL BAY, 12 August 1941

SECRET

1. You will recall that the claim lapsed last year. Dorrell said that the Dutch should lower the tariff.
2. You should call on Farrow before Friday and tell him of it. Please report by cable. The text should be kept secret.
3. We appreciate your difficulties. We hope that the Soviet Government will yield. The Republic must withdraw its guns.
4. Will you be in Norburg in May? It is desired that we be informed of any change. He has asked us to wait.
"""


def mixed() -> Cable:
    (cable,) = read_text(MIXED)
    return cable


def test_a_directive_tells_what_speaks_for_it() -> None:
    directives = examine(mixed()).directives
    assert "call on Farrow" in [str(directive.action) for directive in directives]
    for directive in directives:
        total, *grounds = directive.because
        assert float(total.removeprefix("log-odds ")) >= round(weights().threshold, 2)
        assert grounds and all("(+" in ground for ground in grounds)


@pytest.mark.parametrize(
    ("text", "form", "reason"),
    [
        ("You will recall that the claim lapsed.", "you_will", 'an informing formula ("recall")'),
        ("You will be tired after your journey.", "you_will", "a state foretold"),
        ("You may rest assured of our support.", "you_may", "a prediction or a courtesy"),
        ("Will you be in Norburg in May?", "will_you", "a plain question"),
        ("Please accept my warm thanks.", "please", "a courtesy"),
        ("See my telegram 55.", "imperative", "a reference"),
        ("I should be glad to help Quill.", "glad_to_have", "what the sender would like to do itself"),
        ("Quill asked if you could send him a clerk.", "you_might", 'under "if"'),
    ],
)
def test_a_near_miss_tells_the_rule_that_left_it_out(text: str, form: str, reason: str) -> None:
    (cable,) = read_text(MIXED.partition("1. ")[0] + text)
    findings = examine(cable)
    assert findings.directives == ()
    (miss,) = (miss for miss in findings.near_misses if miss.form == form and miss.reason.startswith(reason))
    assert str(miss.sentence) == text
    assert str(miss.quote) in text


def test_candidates_are_kept_exactly_where_the_weights_say_so() -> None:
    seen: list[tuple[list[str], str | None]] = []

    def decide(drafts: list[Draft], cue: list[str], act: list[str]) -> str | None:
        seen.append((cue + act, by_weight(drafts, cue, act)))
        return seen[-1][1]

    examine(mixed(), decide)
    assert {reason is None for _, reason in seen} == {True, False}, "the cable has candidates of both kinds"
    for observations, reason in seen:
        assert len(observations) == len(set(observations))
        assert (reason is None) == (weights().total(observations) >= weights().threshold)
        if reason is not None:
            heading, _, grounds = reason.partition(": ")
            assert heading == "the evidence is against it"
            assert all(ground.rpartition(" (")[0] in observations for ground in grounds.split("; "))


def test_an_act_that_is_not_read_could_not_have_decided() -> None:
    """Every candidate that its cue alone left out is left out by cue and act together."""
    kept_by_all_evidence = examine(mixed(), decide=by_weight)
    assert examine(mixed()).directives == kept_by_all_evidence.directives


def test_what_is_decided_against_is_a_near_miss_with_the_reason_given() -> None:
    kept = examine(mixed(), decide=lambda drafts, cue, act: None)
    dropped = examine(mixed(), decide=lambda drafts, cue, act: "not today")
    assert kept.directives and not [miss for miss in kept.near_misses if miss.reason == "not today"]
    assert dropped.directives == ()
    assert [str(miss.quote) for miss in dropped.near_misses if miss.reason == "not today"]


@pytest.mark.parametrize(
    ("text", "observed"),
    [
        ("It is hoped that this report will be read by the Board.", "subject head report"),
        ("I suggest that the preamble should also not be printed.", "subject head preamble"),
        ("The claim must not be pressed.", "verb be pressed"),
        ("It would be convenient if the sale were not deferred.", "verb be deferred"),
        ("Please refrain from any comment on the loan.", "verb refrain"),
        ("We hope the Minister will feel able to support the motion.", "subject head minister"),
    ],
)
def test_what_is_observed_of_an_act_is_its_verb_and_its_nouns(text: str, observed: str) -> None:
    (cable,) = read_text(MIXED.partition("1. ")[0] + text)
    observations: list[str] = []
    examine(cable, decide=lambda drafts, cue, act: observations.extend(act))
    assert observed in observations


def test_the_strongest_observations_come_first_and_only_those_on_the_side_asked_for() -> None:
    known = Weights(
        bias=-1.0, threshold=0.0, threshold_sure=-1.0, of={"a": 0.5, "b": 2.0, "c": -0.7, "d": -3.0}, most_of_act={}
    )
    observations = ["a", "b", "c", "d", "never seen"]
    weighed = known.weighed(observations)
    assert known.total(observations) == known.total(observations[:2], observations[2:]) == pytest.approx(-2.2)
    assert strongest(weighed, against=False) == ["b (+2.00)", "a (+0.50)"]
    assert strongest(weighed, against=True) == ["d (-3.00)", "c (-0.70)"]
    assert strongest(weighed, against=True, most=1) == ["d (-3.00)"]


def test_the_same_cable_gives_the_same_findings() -> None:
    first: Findings = examine(mixed())
    assert examine(mixed()) == first


def test_hash_seeds_make_no_difference(process: Process) -> None:
    text = (MIXED + "\n\n" + CABLE).encode()
    outputs = {process("explain", "-", stdin=text, PYTHONHASHSEED=seed).stdout for seed in ("1", "2", "3")}
    assert len(outputs) == 1
    assert b"log-odds" in outputs.pop()
