"""Mentions of other messages: their numbers, and whose they are."""

from __future__ import annotations

import pytest

from directives.reading import read_text


def references(text: str) -> list[tuple[str, str | None, str]]:
    cable = read_text(f"{text}\n\nPlease inform Dorrell.")[0]
    return [(r.number, r.direction, r.quote.text) for r in cable.references]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reference to my telegram No. 309.", [("309", "mine", "my telegram No. 309")]),
        ("I refer to your 1067 and to our 88.", [("1067", "yours", "your 1067"), ("88", "mine", "our 88")]),
        (
            "See separate telegrams Nos. 313 and 314.",
            [("313", None, "telegrams Nos. 313 and 314"), ("314", None, "telegrams Nos. 313 and 314")],
        ),
        ("As said in Circular Z.291.", [("Z.291", None, "Circular Z.291")]),
        ("YOUR TELEGRAM 52 REACHED US.", [("52", "yours", "YOUR TELEGRAM 52")]),
        (
            "We thank you for your telegram of 31st July, No. 250.",
            [("250", "yours", "your telegram of 31st July, No. 250")],
        ),
        ("Your D.434, 435 and 436.", [(n, "yours", "Your D.434, 435 and 436") for n in ("D.434", "435", "436")]),
        ("We have your cable\nNo. 12 now.", [("12", "yours", "your cable\nNo. 12")]),
    ],
)
def test_numbers_and_direction(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert references(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We lost our 48 bombers.",
        "He thanked your Minister on 5 March.",
        "I spent my 30 days there.",
        "The figure was 1067.",
        "Our exports rose by 20 per cent.",
    ],
)
def test_figures_that_count_or_date_something_are_no_references(text: str) -> None:
    assert references(text) == []
