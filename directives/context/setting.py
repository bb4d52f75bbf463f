"""A cable in, out what is observed of it as a whole, and where each of its sentences stands in it."""

from __future__ import annotations

from typing import Final, NamedTuple

from directives.context.parties import Parties
from directives.model import Cable

# What a cable does, told by how often these words stand in it.
MANNERS: Final = {
    "asks": ("please", "grateful", "glad"),
    "orders": ("you should", "you must", "you will", "you may", "you are", "it is desired"),
    "reports": (" said", "told me", "replied", "stated that"),
    "speaks of itself": (" we ", " i ", " our ", " my "),
}


class Setting(NamedTuple):
    """Where a sentence stands: its place in the cable (0 to 1), what came before it, and who writes to whom."""

    place: float
    sentences: int
    after_directive: bool
    in_paragraph: bool
    manner: tuple[str, ...] = ()
    parties: Parties | None = None


def manner_of(cable: Cable) -> tuple[str, ...]:
    """What a cable as a whole looks like: how often it addresses its reader, asks and reports; where it comes from."""
    text = cable.text[cable.paragraphs[0].start : cable.paragraphs[-1].end].lower() if cable.paragraphs else ""
    found = []
    for kind, phrases in MANNERS.items():
        n = sum(map(text.count, phrases))
        found.append(
            f"the cable {kind} {'never' if n == 0 else 'once' if n == 1 else 'often' if n > 3 else 'sometimes'}"
        )
    if cable.header.place:
        found.append(f"sent from {cable.header.place.value.lower()}")
    if cable.header.sender and cable.header.sender.office:
        found.append(f"sender's office {cable.header.sender.office.lower()}"[:60])
    return tuple(found)
