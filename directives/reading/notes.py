"""Lines of a cable's body in, the lines that are its text out: signatures and editors' notes are left aside."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Final

from directives.grammar_files import grammar_text
from directives.reading.pages import TextLine

_NUMBERED: Final = re.compile(r"\[?(\d{1,3})\]?\s+(?=[A-Z'‘\"“(\d])")
_PARAGRAPH: Final = re.compile(r"\(?\d{1,2}\s?[.)]\s+[A-Z]")
_SIGNED: Final = re.compile(r"\(?(?:sgd\.?|signed)\)?\s", re.I)
_INITIALS: Final = re.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z][\w'’-]+\.?$")
_SURNAME: Final = re.compile(r"[A-Z][A-Z'’-]{2,}$")
_LONGEST_RUN: Final = 6  # lines of one note
_MOST_MISSING: Final = 3  # notes that may be missing between two
_SHORTEST_TEXT: Final = 60  # characters that stand before notes
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_LONGEST_SIGNATURE: Final = 40
_LONGEST_NOTE: Final = 300  # characters; a longer note has a number


def without_notes(text: str, lines: list[TextLine], sender: str = "") -> list[TextLine]:
    """`lines` without the notes and signatures at their end, and without lines that say what an editor left out.

    `sender` is what the header calls the sender: a last line of its words alone is a signature.
    """
    names = frozenset(_WORD.findall(sender.lower()))
    notes, omissions = _patterns()
    end = _first_numbered_note(text, lines)
    while end > 1:
        line = lines[end - 1]
        words = text[line.start : line.end]
        if (
            (line.opens_block and len(words) <= _LONGEST_NOTE and notes.search(words))
            or omissions.match(words)
            or _is_signature(words, names, lines[end - 1])
        ):
            end -= 1
        else:
            break
    kept = lines[:end]
    return [line for line in kept if line.end - line.start > 60 or not omissions.match(text[line.start : line.end])]


def _first_numbered_note(text: str, lines: list[TextLine]) -> int:
    """Where the numbered notes at the end begin ("1 Document 367.", "[2] Not printed."); len(lines) without any.

    They are numbered downwards from the end to 1; a first note with another number (the mark of note 1 stands in a
    title that is not here) counts only where every line after it is a note with a number of its own.
    """
    first, number = len(lines), 0
    continued = False
    for n in range(len(lines) - 1, 0, -1):
        line = lines[n]
        note = _NUMBERED.match(text, line.start, line.end)
        if note is None:
            if _PARAGRAPH.match(text, line.start, line.end) or first - n > _LONGEST_RUN:
                break
            continue
        if number and not number - _MOST_MISSING <= int(note[1]) < number:
            break
        continued = continued or n + 1 < first
        first, number = n, int(note[1])
        if number <= 1:
            break
    if number == 0 or number > _MOST_MISSING + 6 or (number > 1 and continued):
        return len(lines)
    return first if sum(line.end - line.start for line in lines[:first]) > _SHORTEST_TEXT else len(lines)


def _is_signature(words: str, names: frozenset[str], line: TextLine) -> bool:
    """Whether a last line is a name: a surname in capitals, one with initials, or the sender's."""
    if len(words) > _LONGEST_SIGNATURE or not line.opens_block:
        return False
    if _SIGNED.match(words) or _INITIALS.match(words) or _SURNAME.match(words):
        return True
    letters = _WORD.findall(words.lower())
    return bool(letters) and names.issuperset(letters)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = tomllib.loads(grammar_text("lexicon/notes.toml"))
    return re.compile("|".join(table["notes"]), re.I), re.compile("|".join(table["omissions"]), re.I)
