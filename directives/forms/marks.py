"""Marks in a sentence in; out, what they open, enclose or shorten: brackets, quotations, letters, stops."""

from __future__ import annotations

from typing import Final

from directives.language.tokens import Sentence

ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def abbreviates(sentence: Sentence, at: int) -> bool:
    """True where a full stop ends an abbreviation inside a sentence ("telegram No*.* 36"), no number of a paragraph."""
    inside = sentence.words[at] == "." and 0 < at < len(sentence) - 1
    return inside and sentence.kinds[at - 1] != "NUM" and sentence.ends[at - 1] == sentence.starts[at]


def quotations(sentence: Sentence) -> dict[int, int]:
    """Where each quotation ends that opens in a sentence, by the token of its opening mark. An apostrophe behind a word
    ("the Ministers' views") opens none."""
    text, kinds, starts, ends = sentence.text, sentence.kinds, sentence.starts, sentence.ends
    found: dict[int, int] = {}
    opening: int | None = None
    for at, kind in enumerate(kinds):
        if kind != "QUOTE":
            continue
        parted = at == 0 or starts[at] > ends[at - 1] or kinds[at - 1] in ("OPEN", "COLON")
        if parted and text[ends[at] : ends[at] + 1].strip():
            opening = at
        elif opening is not None and not parted:
            found[opening] = at
            opening = None
    return found


def behind_brackets(sentence: Sentence, at: int, end: int) -> int:
    """The place behind the brackets that open at a token; the next one where they do not close."""
    for place in range(at + 1, min(end, at + 80)):
        if sentence.kinds[place] == "CLOSE":
            return place + 1
    return at + 1


def letter_at(sentence: Sentence, at: int) -> bool:
    """True where the letter of an item in a list stands at a token: "(b)", not "(see paragraph 3)"."""
    letter = sentence.words[at + 1 : at + 2]
    if sentence.kinds[at + 2 : at + 3] != ["CLOSE"] or not letter:
        return False
    return len(letter[0]) == 1 or set(letter[0]) <= set("ivx")


def opens_item(sentence: Sentence, place: int) -> bool:
    """True where a letter or number in brackets opens a further act: "and *(c)* propose"."""
    kinds = sentence.kinds
    return kinds[place + 2 : place + 3] == ["CLOSE"] and kinds[place + 3 : place + 4] != ["STOP"]


def item_before(sentence: Sentence, first: int) -> str:
    """The letter or number in brackets that stands right before a token; "" where none does."""
    lettered = first > 2 and sentence.kinds[first - 1] == "CLOSE" and sentence.kinds[first - 3] == "OPEN"
    return sentence.words[first - 2] if lettered else ""


def next_item(sentence: Sentence, at: int, item: str, end: int) -> int:
    """The token behind the letter that comes next after `item` in a list: "(a) see him*, (b)* tell him"; 0 where the
    list does not go on at a token."""
    kinds, words = sentence.kinds, sentence.words
    place = at + 1
    while place < end and kinds[place] in ("COMMA", "COLON", "AND", "ADVERB"):
        place += 1
    if place + 3 >= end or kinds[place] != "OPEN" or kinds[place + 2] != "CLOSE":
        return 0
    return place + 3 if words[place + 1] in _following(item) else 0


def _following(item: str) -> set[str]:
    """What may come next after a letter or number of a list."""
    if item.isdigit():
        return {str(int(item) + 1)}
    found = {chr(ord(item) + 1)} if len(item) == 1 else set()
    if item in ROMAN[:-1]:
        found.add(ROMAN[ROMAN.index(item) + 1])
    return found
