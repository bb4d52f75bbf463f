"""Decisions on candidates: what annotators say of an act that the program is not sure about, kept without its text.

A round takes whole cables. Here only those acts of further cables were asked about that the weights found hard to tell,
each with the head of the cable and the words around it: "is this the act of a directive?". `tests/gold/decisions.jsonl`
has one cable a line: the digest of its corpus id; for each act its span and the answer (true, false, null for one that
the guidelines leave open); and the spans of the acts that the weights had kept without being asked about.

Cables of up to 650 words were also read whole for directives that had no candidate: an act that a later wording of the
grammar makes a candidate of is true where a reader had noted it, and false where none had.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from rounds import DECISIONS, by_digest, same_act, words

Span = tuple[int, int]


def cables() -> Iterator[tuple[str, dict[str, Any]]]:
    """The text of each cable and what was asked about it: {"asked": [[start, end, answer]], "kept": [[start, end]]}."""
    for line in DECISIONS.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield by_digest()[record["document"]], record


def answer(record: dict[str, Any], acts: Sequence[Span], text: str) -> tuple[bool | None, bool]:
    """The answer for a candidate by the spans of its acts (None: nobody was asked), and whether it counts as kept."""
    mine = [words(text, *act) for act in acts]
    for start, end, said in record["asked"]:
        asked = words(text, start, end)
        if any(same_act(asked, act) for act in mine):
            return said, said is not False
    return None, any(same_act(words(text, *kept), act) for kept in record["kept"] for act in mine)
