"""Filters in, the records of directives that pass all of them out, and counts of them.

The records are those of `directives extract`, whether they come from sources or from a database.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from attrs import field, frozen

from directives.output.records import Record
from directives.output.tables import table_of

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_BEGINS, _ENDS = "0000-01-01", "9999-12-31"


def earliest(date: str) -> str:
    """The first day that an ISO date may mean which lacks its day, or its month too."""
    return date + _BEGINS[len(date) :]


def latest(date: str) -> str:
    """The last day that an ISO date may mean (31 stands for the end of any month)."""
    return date + _ENDS[len(date) :]


def is_date(text: str) -> bool:
    """True for YYYY, YYYY-MM and YYYY-MM-DD with a month and a day that there can be."""
    if not _DATE.fullmatch(text):
        return False
    return all(1 <= int(part) <= most for part, most in zip(text.split("-")[1:], (12, 31), strict=False))


@frozen
class Selection:
    """What a directive must be; an empty filter lets all pass.

    `actor` and `text` are looked for in the actor's name, words and role, and in sentence and action: from the start of
    a word, without regard to case or line breaks. `since` and `until` are ISO dates, both inclusive, which may lack day
    or month; a cable whose own date lacks them passes where it may lie between the two, one without a date does not.
    """

    actor: str | None = None
    modalities: Sequence[str] = ()
    text: str | None = None
    since: str | None = None
    until: str | None = None
    constraints: Sequence[str] = ()
    statuses: Sequence[str] = field(default=("issued",))
    forms: Sequence[str] = ()

    @property
    def asks_for_date(self) -> bool:
        """True where cables without a date are left out."""
        return bool(self.since or self.until)

    @property
    def spans_time(self) -> bool:
        """False where `since` is later than `until`."""
        return not (self.since and self.until) or earliest(self.since) <= latest(self.until)

    def passes(self, record: Record) -> bool:
        """True for a record that all filters let pass."""
        return self.passes_but_date(record) and self._in_time(record["cable"]["date"])

    def passes_but_date(self, record: Record) -> bool:
        """True for a record that all filters let pass but that of the date, which is not asked."""
        actor = record["actor"]
        return (
            (not self.statuses or record["status"] in self.statuses)
            and (not self.modalities or record["modality"] in self.modalities)
            and (not self.forms or record["form"] in self.forms)
            and (not self.constraints or any(limit["type"] in self.constraints for limit in record["constraints"]))
            and _holds(self.actor, actor["name"] or "", actor["text"], actor["role"].replace("_", " "))
            and _holds(self.text, record["sentence"]["text"], record["action"]["text"])
        )

    def _in_time(self, date: str | None) -> bool:
        if not self.asks_for_date:
            return True
        return (
            date is not None
            and (self.since is None or latest(date) >= earliest(self.since))
            and (self.until is None or earliest(date) <= latest(self.until))
        )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _holds(words: str | None, *texts: str) -> bool:
    """True where a text has the words, from the start of a word: "press" is in "pressed", not in "express"."""
    if words is None:
        return True
    plain = _plain(words)
    wanted = re.compile((r"(?<!\w)" if plain[:1].isalnum() else "") + re.escape(plain))
    return any(wanted.search(_plain(text)) for text in texts)


def actor_of(record: Record) -> str:
    """What to call the actor of a record: as Actor.label does."""
    actor = record["actor"]
    said = actor["text"] if actor["role"] == "third_party" else ""
    return str(actor["name"] or said or actor["role"].replace("_", " "))


def _date(record: Record, length: int) -> list[str]:
    date = record["cable"]["date"]
    return [date[:length] if date and len(date) >= length else "?"]


# What can be counted by: each gives the values of a record, more than one where it belongs to several.
COUNTABLE: dict[str, Callable[[Record], list[str]]] = {
    "actor": lambda record: [actor_of(record)],
    "modality": lambda record: [record["modality"]],
    "constraint": lambda record: sorted({limit["type"] for limit in record["constraints"]}) or ["none"],
    "status": lambda record: [record["status"]],
    "form": lambda record: [record["form"]],
    "verb": lambda record: [record["action"]["verb"] or "none"],
    "cable": lambda record: [record["cable"]["id"]],
    "source": lambda record: [record["source"]],
    "sender": lambda record: [record["cable"]["sender"] or "?"],
    "addressee": lambda record: record["cable"]["addressees"] or ["?"],
    "year": lambda record: _date(record, len("1941")),
    "month": lambda record: _date(record, len("1941-11")),
}


def crosstab(records: Iterable[Record], by: Sequence[str], format: str) -> str:
    """How many directives there are of each kind, as a table: one name of COUNTABLE a dimension.

    The last of several dimensions goes across the table. A directive with constraints of two types counts for each.
    The sums count each directive once.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    rows: Counter[tuple[str, ...]] = Counter()
    across: Counter[str] = Counter()
    total = 0
    for record in records:
        places = _places(record, by)
        counts.update(places)
        rows.update({place[:-1] for place in places})
        across.update({place[-1] for place in places})
        total += 1
    if len(by) == 1:
        lines = [[*place, str(count)] for place, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
        return table_of([*lines, ["all", str(total)]], [by[0], "directives"], format, None)
    columns = sorted(across)
    lines = [
        [*row, *(str(counts[(*row, column)] or "") for column in columns), str(count)]
        for row, count in sorted(rows.items(), key=lambda item: (-item[1], item[0]))
    ]
    blank = [""] * (len(by) - 2)
    lines.append(["all", *blank, *(str(across[column]) for column in columns), str(total)])
    return table_of(lines, [*by[:-1], *columns, "all"], format, None)


def _places(record: Record, by: Sequence[str]) -> set[tuple[str, ...]]:
    """The cells of the crosstab that a record belongs to."""
    places: set[tuple[str, ...]] = {()}
    for name in by:
        places = {(*place, value) for place in places for value in COUNTABLE[name](record)}
    return places
