"""Whom "you" and "we" name, and which way a cable goes."""

from __future__ import annotations

import pytest

from directives.context.parties import parties
from directives.examination import examine
from directives.model import Header
from directives.reading import read_text


def header(title: str) -> Header:
    return read_text(f"{title}\n\nCablegram 7 3 June 1946\n\nPlease inform Dorrell.")[0].header


def test_names_are_what_a_table_calls_the_parties() -> None:
    found = parties(header("Farrant to Ashdown and Embassy in Lima"))
    assert (found.sender_name, found.addressee_name) == ("Farrant", "Ashdown and Embassy")
    assert found.addressee_words == {"ashdown", "embassy", "lima"}
    assert found.sender_words == {"farrant"}


def test_nothing_is_known_of_a_text_without_a_header() -> None:
    found = parties(Header())
    assert (found.sender_name, found.addressee_name, found.direction) == (None, None, "unknown")


@pytest.mark.parametrize(
    ("title", "direction"),
    [
        ("Department of Overseas Affairs to Embassy in Lima", "to_post"),
        ("Mr A. Farrant, Prime Minister, to Sir Hugh Ashdown, High Commissioner in London", "to_post"),
        ("Department of Overseas Affairs to Ashdown", "to_post"),
        ("Mr S. Orley, Minister to the United States, to Department of Overseas Affairs", "to_government"),
        ("Legation in Lima to Farrant", "to_government"),
        ("Cablegram from Ashdown to Canberra", "unknown"),
        ("Mr A. Farrant, Prime Minister, to Mr R. Dorrell, N.Z. Prime Minister", "between_governments"),
        ("Commonwealth Government to Dorrell", "between_governments"),
        ("Farrant to Ashdown", "unknown"),
    ],
)
def test_the_way_of_a_cable_is_told_by_offices(title: str, direction: str) -> None:
    found = parties(header(title))
    assert found.direction == direction
    assert found.evidence


def test_the_way_between_two_places_is_told_by_the_seat_of_government() -> None:
    text = "Cablegram to Kuala Lumpur\n\nCanberra, 21 May 1963\n\n364. Secret\n\nPlease inform Dorrell."
    assert parties(read_text(text)[0].header).direction == "to_post"


@pytest.mark.parametrize(
    ("title", "named", "role"),
    [
        ("Department of Overseas Affairs to Dorrell and Marlow", "Marlow", "addressee"),
        ("Department of Overseas Affairs to Dorrell and Marlow", "Brandt", "third_party"),
        ("Department of Overseas Affairs to Delegation in Lima", "Delegation", "addressee"),
        ("Farrant to Dorrell", "The Commonwealth Government", "addressee"),
        ("Commonwealth Government to Cranborne", "The United Kingdom Government", "addressee"),
        ("Commonwealth Government to Secretary of State for Dominion Affairs", "The United Kingdom", "addressee"),
        ("Commonwealth Government to Roosevelt", "The United Kingdom Government", "third_party"),
        ("Commonwealth Government to Dorrell", "The Commonwealth Government", "third_party"),
    ],
)
def test_the_addressee_is_known_where_he_is_named_in_the_third_person(title: str, named: str, role: str) -> None:
    """An analyst who counts what each addressee was told must not lose the rows that call him by his name."""
    text = f"{title}\n\nCablegram 7 3 June 1946\n\nWe hope that {named.removeprefix('The ')} will release the ships."
    (cable,) = read_text(text)
    (found,) = examine(cable, decide=lambda drafts, cue, act: None).directives
    assert (found.actor.role, str(found.actor.quote)) == (role, named.removeprefix("The "))
