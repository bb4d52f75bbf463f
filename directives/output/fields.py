"""Names of columns in, records with these columns alone out: what `--fields` chooses.

A field is a column of the flat record ("action.text", "cable.date", "time") or a group of them ("action", "cable",
"constraints").
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from directives.model import CONSTRAINT_TYPES
from directives.output.records import CSV_COLUMNS, Record, flat

_GROUPS = {
    **{
        group: tuple(column for column in CSV_COLUMNS if column.startswith(f"{group}."))
        for group in dict.fromkeys(column.split(".")[0] for column in CSV_COLUMNS if "." in column)
    },
    "constraints": CONSTRAINT_TYPES,
}
FIELDS: tuple[str, ...] = (*CSV_COLUMNS, *_GROUPS)


class UnknownField(ValueError):
    """A field that no record has; the message names those that there are."""


def choose(names: str | None, known: Sequence[str] = CSV_COLUMNS) -> tuple[str, ...]:
    """The columns that a list of fields, parted by commas, stands for, in its order and each once; all for None.

    `known` are the columns of the table in question. Raises UnknownField for a name that is neither a column nor a
    group of them, and for a list that names none.
    """
    if names is None:
        return tuple(known)
    chosen: list[str] = []
    for name in (part.strip() for part in names.split(",")):
        if name in known:
            chosen.append(name)
        elif columns := [column for column in _GROUPS.get(name, ()) if column in known]:
            chosen += columns
        else:
            near = get_close_matches(name, (*known, *_GROUPS), n=1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            raise UnknownField(f"unknown field {name!r}{hint}; known are {', '.join(known)}")
    return tuple(dict.fromkeys(chosen))


def cells(record: Record, columns: Iterable[str]) -> list[str | int | None]:
    """The values of these columns of a directive's record, in their order."""
    values = flat(record)
    return [values[column] for column in columns]


def pruned(record: Record, columns: Iterable[str]) -> Record:
    """A directive's record, nested as it is, with these columns alone; its keys keep their order.

    Of the constraints those stay whose type is among the columns.
    """
    kept = set(columns)
    if kept.issuperset(CSV_COLUMNS):
        return record
    return _pruned(record, kept, "")


def _pruned(record: Record, kept: set[str], prefix: str) -> Record:
    out: Record = {}
    for name, value in record.items():
        if name == "constraints" and not prefix:
            if kept.intersection(CONSTRAINT_TYPES):
                out[name] = [constraint for constraint in value if constraint["type"] in kept]
        elif isinstance(value, dict):
            if inner := _pruned(value, kept, f"{prefix}{name}."):
                out[name] = inner
        elif prefix + name in kept:
            out[name] = value
    return out
