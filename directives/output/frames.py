"""Directives in, a data frame of pandas or polars out; neither library is needed before one is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

from directives.model import Cable, Directive, Findings
from directives.output.fields import cells
from directives.output.records import CSV_COLUMNS, Record, directive_record, directive_records

Library = Literal["pandas", "polars"]
_LIBRARIES: tuple[Library, ...] = ("pandas", "polars")
_NUMBERS = ("page", "cue.start", "cue.end", "action.start", "action.end", "sentence.start", "sentence.end")


def frame(directives: Iterable[Directive | Findings], library: Library | None = None) -> Any:
    """A data frame with a row a directive, in the order given; its columns are those of `directives extract`'s CSV.

    Takes directives, or the findings of whole cables, which also tell the header's facts (cable.number, cable.sender,
    cable.addressees, cable.date; None for directives alone). `library` is "pandas" or "polars"; by default pandas where
    it is installed, else polars. Columns of numbers (page and offsets, in characters) are integers, all others texts;
    what is not known is missing. Raises ImportError where the library is not installed, ValueError for another one.
    """
    if library is None:
        library = next((name for name in _LIBRARIES if find_spec(name)), "pandas")
    if library not in _LIBRARIES:
        raise ValueError(f"unknown library {library!r}; known are {', '.join(_LIBRARIES)}")
    try:
        made = import_module(library)
    except ModuleNotFoundError:
        raise ImportError(f"frame needs {library}: pip install 'directives[{library}]'") from None
    rows = [cells(record, CSV_COLUMNS) for record in _records(directives)]
    values = {name: [row[n] for row in rows] for n, name in enumerate(CSV_COLUMNS)}
    if library == "polars":
        return made.DataFrame(values, schema={n: made.Int64 if n in _NUMBERS else made.String for n in CSV_COLUMNS})
    types = {name: "int64" if name in _NUMBERS else "string" for name in CSV_COLUMNS}
    return made.DataFrame(values).astype(types)


def _records(given: Iterable[Directive | Findings]) -> Iterator[Record]:
    for one in given:
        if isinstance(one, Findings):
            yield from directive_records(one)
        else:
            record = directive_record(one, Cable(one.cable_id, one.source, "", 0, 0))
            record["cable"]["addressees"] = None
            yield record
