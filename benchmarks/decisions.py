"""Decisions on candidates: what annotators say of an act that the program is not sure about, kept without its text.

A round takes whole cables. Here only those acts of further cables were asked about that the weights found hard to tell,
each with the head of the cable and the words around it: "is this the act of a directive?". `tests/gold/decisions.jsonl`
has one cable a line: the digest of its corpus id; for each act its span and the answer (true, false, null for one that
the guidelines leave open); and the spans of the acts that the weights had kept without being asked about.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from rounds import ROUNDS, by_digest

KEPT = ROUNDS / "decisions.jsonl"
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_SAME = 0.5  # of the words of the shorter span: the same act

Span = tuple[int, int]


def cables() -> Iterator[tuple[str, dict[str, Any]]]:
    """The text of each cable and what was asked about it: {"asked": [[start, end, answer]], "kept": [[start, end]]}."""
    for line in KEPT.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield by_digest()[record["document"]], record


def answer(record: dict[str, Any], acts: Sequence[Span], text: str) -> tuple[bool | None, bool]:
    """The answer for a candidate by the spans of its acts (None: nobody was asked), and whether it counts as kept."""
    for start, end, said in record["asked"]:
        if any(_same((start, end), act, text) for act in acts):
            return said, said is not False
    return None, any(_same((start, end), act, text) for start, end in record["kept"] for act in acts)


def _same(one: Span, other: Span, text: str) -> bool:
    if one[1] <= other[0] or other[1] <= one[0]:
        return False
    a, b = ({m.start() for m in _WORD.finditer(text, *span)} for span in (one, other))
    return len(a & b) >= _SAME * min(len(a), len(b)) > 0
