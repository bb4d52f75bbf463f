"""Words for a date or a clock time in, ISO forms out: "29 0ctober 1947" is "1947-10-29", "8.33 p.m." is "20:33"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import Final

from directives.grammar_files import grammar_text

_FIGURES: Final = str.maketrans("iIlLoO", "111100")
_DAY: Final = re.compile(r"(?<!\d)(?<!\d\.)([\dIlLoO]?\d|[IlL][oO])(?:st|nd|rd|th|ST|ND|RD|TH)?(?![a-z\d_])")
_YEAR: Final = re.compile(r"(?<!\d)(1[89]\d[\diIlLoO]|20\d\d|[19]\d\d|19\d)1?(?!\d)")
_ISO: Final = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_CLOCK: Final = re.compile(r"(\d{1,2})(?:\s?[.:,]\s?(\d\d))?")


@cache
def _months() -> re.Pattern[str]:
    """The month terminals of time.lark as one pattern whose group is named by the month."""
    spellings = re.findall(r"^([A-Z]+): /(\(\?:.*)/i$", grammar_text("time.lark"), re.M)
    return re.compile(
        rf"(?<![A-Za-z])(?:{'|'.join(rf'(?P<{name}>{pattern})' for name, pattern in spellings if name in MONTHS)})",
        re.I,
    )


MONTHS: Final = (
    "JANUARY",
    "FEBRUARY",
    "MARCH",
    "APRIL",
    "MAY",
    "JUNE",
    "JULY",
    "AUGUST",
    "SEPTEMBER",
    "OCTOBER",
    "NOVEMBER",
    "DECEMBER",
)


def month_number(word: str) -> int | None:
    """Number of the month that a word names, or None."""
    month = _months().fullmatch(word)
    return MONTHS.index(str(month.lastgroup)) + 1 if month else None


@lru_cache(maxsize=4096)
def iso_date(words: str) -> str | None:
    """ISO form of a date in words: "1941-11-04", or "1941-11" without a day; None where month or year cannot be told.

    A year that has lost a figure is restored where that can be done in one way ("945", "146": 1945, 1946).
    """
    month = _months().search(words)
    if month is None:
        return _written_iso(words)
    years = [y for m in _YEAR.finditer(words) if m.start() > month.start() and (y := _whole_year(m[1]))]
    if not years:
        return None
    prefix = f"{years[-1]}-{MONTHS.index(str(month.lastgroup)) + 1:02}"
    days = [m[1] for m in _DAY.finditer(words, 0, month.start())][-1:] or [
        m[1] for m in _DAY.finditer(words, month.end()) if len(m[1]) < 3
    ]
    day = int(days[0].translate(_FIGURES)) if days else 0
    return f"{prefix}-{day:02}" if 1 <= day <= 31 else prefix


def _written_iso(words: str) -> str | None:
    """The date that stands in `words` in its ISO form; None without one, or where the calendar has no such day."""
    written = _ISO.search(words)
    try:
        return date.fromisoformat(written[0]).isoformat() if written else None
    except ValueError:
        return None


def _whole_year(figures: str) -> int | None:
    if len(figures) == 4:
        return int(figures.translate(_FIGURES))
    if figures[0] == "9":
        return int("1" + figures)
    return int(f"19{figures[1:]}") if figures[1] != "9" else None


@lru_cache(maxsize=4096)
def iso_clock(words: str) -> str | None:
    """24-hour form of a clock time in words: "8.33 p.m." is "20:33"; None where it is no time of day."""
    low = words.lower()
    if "midnight" in low:
        return "00:00"
    clock = _CLOCK.search(words)
    if clock is None:
        return "12:00" if re.search(r"\bnoon\b", low) else None
    whole = re.search(r"\b([0-2]\d)([0-5]\d)\b", words)
    if whole:
        hour, minute = int(whole[1]), int(whole[2])
    else:
        hour, minute = int(clock[1]), int(clock[2] or 0)
        if re.search(r"p\W{0,3}(?:m|rn)", low) and hour < 12:
            hour += 12
        elif re.search(r"a\W{0,3}(?:m|rn)", low) and hour == 12:
            hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
