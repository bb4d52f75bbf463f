"""A batch of texts in, a batch of findings out: the one function that every engine calls.

It keeps nothing between two calls but the compiled grammar, so it can be pickled and run anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from directives.examination import examine
from directives.language.english import is_english
from directives.model import Cable
from directives.output.records import cable_record, directive_records
from directives.reading import Options
from directives.reading.cables import read_document
from directives.reading.problems import NOT_ENGLISH, reason
from directives.scale.inputs import Item, item_of_row, items_in
from directives.scale.schema import CABLES, DIRECTIVES, FINDINGS, checked_findings, checked_texts

Row = dict[str, Any]
_USUAL = Options()


def extract_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The findings of a batch of texts, in the order of its rows.

    Takes columns of TEXTS, of which `source` and `text` are needed. Gives the columns of FINDINGS: one row
    a cable, and one row with `source` and `failure` alone for a text in which no cable could be read. Raises
    SchemaProblem for a batch with other columns.
    """
    checked_texts(batch.schema)
    items = (item_of_row(row, "") for row in batch.to_pylist())
    return findings_batch([row for item in items for row in rows_of(item).rows])


def findings_batch(rows: list[Row]) -> pa.RecordBatch:
    """Rows of findings as a batch with the schema FINDINGS."""
    return pa.RecordBatch.from_pylist(rows, schema=FINDINGS)


class Reading(NamedTuple):
    """What one source gave: its rows of findings, and the number of its words."""

    rows: list[Row]
    words: int = 0


def rows_of(item: Item, options: Options = _USUAL) -> Reading:
    """The rows of findings of an item. Whatever goes wrong with it becomes a row with the reason."""
    if item.path is not None:
        readings = [rows_of(inner) for inner in items_in(Path(item.path), options)]
        return Reading([row for reading in readings for row in reading.rows], sum(r.words for r in readings))
    if item.document is None:
        return failed(item.source, item.failure or "it has no text")
    try:
        cables = read_document(item.document, item.id, item.source)
        return Reading([row for cable in cables for row in _rows(cable)], len(item.document.text.split()))
    except Exception as error:  # one document must not cost a whole series
        return failed(item.source, reason(error))


def _rows(cable: Cable) -> Iterator[Row]:
    if not is_english(cable.text[cable.start : cable.end]):
        yield from failed(cable.source, NOT_ENGLISH).rows
        return
    findings = examine(cable, near_misses=False)
    yield {**cable_record(findings), "found": directive_records(findings), "failure": None}


def failed(source: str, reason: str) -> Reading:
    """The row of a source that gave no cable."""
    return Reading([{"source": source, "failure": reason}])


def cables_of(findings: pa.RecordBatch) -> pa.RecordBatch:
    """The rows of `cables/`: those of the findings that are cables, with the columns of CABLES."""
    checked_findings(findings.schema)
    kept = findings.filter(findings.column("failure").is_null())
    return kept.select(CABLES.names).cast(CABLES)


def directives_of(findings: pa.RecordBatch) -> pa.RecordBatch:
    """The rows of `directives/`: one a directive, in the order of the cables, with the columns of DIRECTIVES."""
    checked_findings(findings.schema)
    found: Any = findings.column("found").cast(FINDINGS.field("found").type)
    return pa.RecordBatch.from_arrays(found.flatten().flatten(), schema=DIRECTIVES)


def failures_of(findings: pa.RecordBatch) -> list[Row]:
    """The lines of `failures.jsonl`: source and reason of each text that gave no cable."""
    checked_findings(findings.schema)
    kept = findings.filter(findings.column("failure").is_valid())
    pairs = zip(kept.column("source").to_pylist(), kept.column("failure").to_pylist(), strict=True)
    return [{"source": source, "reason": reason} for source, reason in pairs]
