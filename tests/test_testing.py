"""`directives.testing`: what people assert about their own cables."""

from pathlib import Path

import pytest

import directives
from directives.testing import (
    Expected,
    assert_directives,
    exemption,
    obligation,
    permission,
    prohibition,
    recommendation,
    request,
)
from factory import make_cable, make_directive, make_findings

FOUND = make_findings()
MARLOW = obligation("inform Marlow")
VIEWS = request("send his views to us")


def refused(*expected: Expected) -> str:
    with pytest.raises(AssertionError) as raised:
        assert_directives(FOUND, *expected)
    return str(raised.value)


def rows(message: str) -> list[list[str]]:
    """The cells of each line of the message's table."""
    lines = [line for line in message.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_what_is_as_expected_passes() -> None:
    assert_directives(FOUND, MARLOW, VIEWS)
    assert_directives(
        FOUND,
        obligation("inform  Marlow", actor="Pell", cue="You will", verb="act", time="before Friday", condition=()),
        request("send his\nviews to us", actor="addressee", time=()),
    )


def test_it_takes_a_text_a_path_a_cable_and_directives(cable: Path) -> None:
    for given in (cable, str(cable), cable.read_text(), directives.read(cable)[0], directives.extract(cable)):
        assert_directives(given, MARLOW, VIEWS)
    assert_directives("The weather in Harwick has been mild for a week.")


def test_a_missing_one() -> None:
    message = refused(MARLOW, prohibition("see the Consul"), VIEWS)
    assert message.startswith("directives: 1 missing\n")
    assert ["missing", "modality: prohibition", ""] in rows(message)
    assert ["", "action: see the Consul", ""] in rows(message)


def test_an_extra_one() -> None:
    message = refused(MARLOW)
    assert message.startswith("directives: 1 extra\n")
    assert ["extra", "", "modality: request"] in rows(message)
    assert ["", "", "cue: Please"] in rows(message)


def test_differing_ones_stand_side_by_side_with_a_mark_where_they_differ() -> None:
    message = refused(prohibition("inform Marlow", time="before Monday", manner="by hand"), VIEWS)
    assert message.startswith("directives: 1 differs\n")
    assert ["differs", "* modality: prohibition", "* modality: obligation"] in rows(message)
    assert ["", "action: inform Marlow", "action: inform Marlow"] in rows(message)
    assert ["", "* time: before Monday", "* time: before Friday"] in rows(message)
    assert ["", "* manner: by hand", "* manner: none"] in rows(message)


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        (obligation("inform Marlow", actor="Ashby"), ["", "* actor: Ashby", "* actor: Pell"]),
        (obligation("inform Marlow", cue="You must"), ["", "* cue: You must", "* cue: You will"]),
        (obligation("inform Marlow", verb="inform"), ["", "* verb: inform", "* verb: act"]),
        (obligation("inform Marlow at once"), ["", "* action: inform Marlow at once", "* action: inform Marlow"]),
        (obligation("inform Marlow", time=()), ["", "* time: none", "* time: before Friday"]),
        (obligation("inform Marlow", status="reported"), ["", "* status: reported", "* status: issued"]),
    ],
)
def test_each_fact_is_compared(expected: Expected, line: list[str]) -> None:
    assert line in rows(refused(expected, VIEWS))


def test_the_order_counts() -> None:
    assert "1 missing, 1 extra" in refused(VIEWS, MARLOW)


def test_what_is_not_issued_is_looked_at_only_where_it_is_expected() -> None:
    cable = make_cable()
    reported = make_directive(cable, "inform Marlow", "You will", status="reported")
    assert_directives([reported])
    assert_directives([reported], obligation("inform Marlow", status="reported"))
    with pytest.raises(AssertionError, match="1 extra"):
        assert_directives([reported], statuses=("issued", "reported"))


def test_there_is_one_for_each_modality() -> None:
    makers = (obligation, request, recommendation, permission, prohibition, exemption)
    assert [make("go").modality for make in makers] == [*directives.model.MODALITIES]


def test_a_mistyped_constraint_is_an_error() -> None:
    with pytest.raises(TypeError, match="tme"):
        obligation("inform Marlow", tme="before Friday")  # type: ignore[call-arg]


def test_a_message_holds_no_control_character_of_the_text() -> None:
    cable = make_cable("You will inform Mar\x1b[2Jlow.")
    with pytest.raises(AssertionError) as raised:
        assert_directives([make_directive(cable, "inform Mar\x1b[2Jlow", "You will")])
    assert "\x1b" not in str(raised.value)
