"""A constraint of time and the day on which its cable was sent in; out, the day that the constraint names, if any."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from directives.grammar_files import grammar_text
from directives.reading.times import iso_date, month_number

_WORD: Final = re.compile(r"[a-z][a-z.’'-]*|\d+(?:st|nd|rd|th)?\b(?:[.:]\d\d)?")
_DAY: Final = re.compile(r"([0-3]?\d)(?:st|nd|rd|th)?")
_CLOCK: Final = re.compile(r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?\s?m\b\.?|noon)|\b\d{4}\s?(?:hours|hrs|h)\b")
_HALF_A_YEAR: Final = timedelta(days=183)


class _Words(NamedTuple):
    beside: frozenset[str]
    after_sending: dict[str, int]
    months_after: dict[str, int]
    days: dict[str, int]


@cache
def _words() -> _Words:
    table = tomllib.loads(grammar_text("lexicon/deadlines.toml"))
    return _Words(frozenset(table["beside"].split()), table["after_sending"], table["months_after"], table["days"])


def day_named(words: str, sent: str | None) -> str | None:
    """The one day that a constraint names, as an ISO date ("by Friday next", "not later than 5th May"), or None.

    `sent` is the date of the cable, as an ISO date; without it, or where it lacks its day, only a date with its year is
    told. A date without a year is the one nearest to that day, a day of the week the first behind it.
    """
    known, parts = _words(), _WORD.findall(_CLOCK.sub(" ", words.lower()))
    told = [part.rstrip(".") for part in parts if part.rstrip(".") not in known.beside]
    if not told or len(told) > 3:
        return None
    whole = iso_date(words) if any(map(month_number, told)) else None
    try:
        if whole is not None:
            return date.fromisoformat(whole).isoformat() if _is_date(told) else None
        return _told_from(told, date.fromisoformat(sent or ""))
    except ValueError:  # no such day, or no date to tell it from
        return None


def _is_date(told: list[str]) -> bool:
    """Whether words are a day, a month and a year, nothing else."""
    figures = sum(part[0].isdigit() for part in told)
    return len(told) == 3 and figures == 2 and sum(month_number(part) is not None for part in told) == 1


def _told_from(told: list[str], sent: date) -> str | None:
    """The day that is told without its year; raises ValueError for one that the calendar does not have."""
    known = _words()
    if len(told) == 2 and told[1] == "next" and told[0] in known.days:
        told = told[:1]
    if len(told) == 1:
        if told[0] in known.after_sending:
            return (sent + timedelta(days=known.after_sending[told[0]])).isoformat()
        if told[0] in known.days:
            return (sent + timedelta(days=(known.days[told[0]] - sent.weekday() - 1) % 7 + 1)).isoformat()
        return None
    figures = [_DAY.fullmatch(part) for part in told]
    numbers = [figure for figure in figures if figure]
    if len(told) != 2 or len(numbers) != 1:
        return None
    day, other = int(numbers[0][1]), told[figures.index(None)]
    if other in known.months_after:
        month = sent.year * 12 + sent.month - 1 + known.months_after[other]
        return date(month // 12, month % 12 + 1, day).isoformat()
    named = month_number(other)
    return _nearest(named, day, sent).isoformat() if named else None


def _nearest(month: int, day: int, sent: date) -> date:
    """The day of a month that is nearest to another."""
    named = date(sent.year, month, day)
    if named - sent > _HALF_A_YEAR:
        return date(sent.year - 1, month, day)
    return date(sent.year + 1, month, day) if sent - named > _HALF_A_YEAR else named
