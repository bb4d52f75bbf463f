"""Deadlines: the day that a constraint of time names."""

import pytest

from directives.context.deadlines import day_named
from factory import read_sentence

SENT = "1941-08-12"  # a Tuesday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by Friday", "1941-08-15"),
        ("by Friday next", "1941-08-15"),
        ("by noon on Tuesday", "1941-08-19"),
        ("by 10 a.m. on Wednesday", "1941-08-13"),
        ("before 1800 hours on Monday", "1941-08-18"),
        ("today", "1941-08-12"),
        ("by to-morrow morning", "1941-08-13"),
        ("not later than 5th September", "1941-09-05"),
        ("by Sept. 5", "1941-09-05"),
        ("by the 3rd of January", "1942-01-03"),
        ("since 25 July", None),
        ("on 25 July", "1941-07-25"),
        ("by 5th May, 1943", "1943-05-05"),
        ("on 5th instant", "1941-08-05"),
        ("by the 3rd proximo", "1941-09-03"),
    ],
)
def test_a_constraint_that_names_a_day_has_its_date(words: str, day: str | None) -> None:
    assert day_named(words, SENT) == day


@pytest.mark.parametrize(
    "words",
    [
        "at once",
        "before the end of May",
        "by May 1942",
        "on 31st February",
        "on 31st November 1941",
        "between 5 and 10 May",
        "after receipt of your telegram of 5th May",
        "last Friday",
        "next Friday",
    ],
)
def test_no_day_is_made_up(words: str) -> None:
    assert day_named(words, SENT) is None


@pytest.mark.parametrize("sent", [None, "1941-08", "1941"])
def test_without_the_day_of_sending_only_whole_dates_are_told(sent: str | None) -> None:
    assert day_named("by Friday", sent) is None
    assert day_named("by 5th May 1943", sent) == "1943-05-05"


def test_the_year_is_the_one_that_makes_the_day_nearest() -> None:
    assert day_named("on 20th December", "1942-01-05") == "1941-12-20"
    assert day_named("by 20th January", "1941-12-28") == "1942-01-20"


def test_a_directive_tells_the_day_of_its_deadline() -> None:
    (found,) = read_sentence("If he asks, please reply by Friday.")
    assert [(limit.type, limit.value) for limit in found.constraints] == [("condition", None), ("time", "1941-08-15")]
