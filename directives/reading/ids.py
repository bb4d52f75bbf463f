"""Ids that cables ask for in, ids that no two of them share out."""

from __future__ import annotations


class Ids:
    """The ids given out so far: each that is asked for again gets a number of its own ("31", "31~2", "31~3")."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}  # id → the last number under which it was given

    def free(self, wanted: str) -> str:
        """This id, or where it is given already, the next that is free."""
        name, number = wanted, self._given.get(wanted, 0)
        while name in self._given:
            number += 1
            name = f"{wanted}~{number}"
        self._given[wanted] = max(number, 1)
        self._given.setdefault(name, 1)
        return name
