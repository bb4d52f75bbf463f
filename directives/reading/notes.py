"""Lines of a cable's body in, the lines that are its text out: signatures and editors' notes are left aside."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache

from directives.grammar_files import grammar_text
from directives.reading.pages import TextLine

_NUMBERED = re.compile(r"\[?(\d{1,3})\]?\s+(?=[A-Z'‘\"“(\d])")
_SIGNATURE = re.compile(r"(?:\(?(?:sgd\.?|signed)\)?\s*)?(?:[A-Z][\w'’.-]*\.?,?\s?){1,4}\.?\)?$")
_LONGEST_SIGNATURE = 40


def without_notes(text: str, lines: Sequence[TextLine]) -> list[TextLine]:
    """`lines` without the notes and signatures at their end, and without lines that only say what an editor left out."""
    notes, omissions = _patterns()
    end = _first_numbered_note(text, lines)
    while end > 1:
        line = lines[end - 1]
        words = text[line.start:line.end]
        if (line.opens_block and notes.search(words)) or omissions.match(words) or _is_signature(words, end, lines):
            end -= 1
        else:
            break
    kept = lines[:end]
    return [line for line in kept if line.end - line.start > 60 or not omissions.match(text[line.start:line.end])]


def _first_numbered_note(text: str, lines: Sequence[TextLine]) -> int:
    """Where the numbered notes at the end begin ("1 Document 367.", "[2] Not printed."); len(lines) without any."""
    expected: int | None = None
    first = len(lines)
    for n in range(len(lines) - 1, 0, -1):
        match = _NUMBERED.match(text, lines[n].start, lines[n].end)
        if not match:
            if first - n > 6:
                break
            continue
        number = int(match[1])
        if expected is not None and not expected - 2 <= number <= expected:
            break
        first, expected = n, number - 1
        if number <= 1:
            break
    if expected is None or expected > 8:
        return len(lines)
    body = sum(line.end - line.start for line in lines[:first])
    return first if body > 60 else len(lines)


def _is_signature(words: str, end: int, lines: Sequence[TextLine]) -> bool:
    if len(words) > _LONGEST_SIGNATURE or end < 2 or not lines[end - 1].opens_block or not _SIGNATURE.match(words):
        return False
    return words.isupper() or (len(words.split()) <= 3 and words.count(".") >= 1)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = tomllib.loads(grammar_text("lexicon/notes.toml"))
    return re.compile("|".join(table["notes"]), re.I), re.compile("|".join(table["omissions"]), re.I)
