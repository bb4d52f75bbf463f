"""A batch of texts in, a batch of findings out: the one function that every engine calls.

It keeps nothing between two calls but the compiled grammar, so it can be pickled and run anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from directives.examination import examine
from directives.language.english import is_english
from directives.model import Cable
from directives.output.records import cable_record, directive_records
from directives.reading import ReadingProblem, read_path, read_text
from directives.scale.schema import CABLES, DIRECTIVES, FINDINGS, checked_findings, checked_texts

Row = dict[str, Any]


def extract_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The findings of a batch of texts, in the order of its rows.

    Takes the columns of TEXTS: `source` and `text`, both strings and never null. Gives the columns of FINDINGS: one row
    a cable, and one row with `source` and `failure` alone for a text in which no cable could be read. Raises
    SchemaProblem for a batch with other columns.
    """
    checked_texts(batch.schema)
    sources, texts = batch.column("source").to_pylist(), batch.column("text").to_pylist()
    return findings_batch([row for pair in zip(sources, texts, strict=True) for row in rows_of(*pair).rows])


def findings_batch(rows: list[Row]) -> pa.RecordBatch:
    """Rows of findings as a batch with the schema FINDINGS."""
    return pa.RecordBatch.from_pylist(rows, schema=FINDINGS)


class Reading(NamedTuple):
    """What one source gave: its rows of findings, and the number of its words."""

    rows: list[Row]
    words: int = 0


def rows_of(source: str | None, text: str | None) -> Reading:
    """The rows of findings of one text. Whatever goes wrong with it becomes a row with the reason."""
    if source is None or text is None:
        return failed(source or "", "it has no source name" if source is None else "it has no text")
    return _guarded(source, lambda: read_text(_not_blank(text), source))


def rows_of_file(path: Path, source: str) -> Reading:
    """The rows of findings of one file, read whole. Whatever goes wrong with it becomes a row with the reason."""
    return _guarded(source, lambda: read_path(path))


def failed(source: str, reason: str) -> Reading:
    """The row of a source that gave no cable."""
    return Reading([{"source": source, "failure": reason}])


def _guarded(source: str, read: Callable[[], list[Cable]]) -> Reading:
    try:
        return _rows(read())
    except ReadingProblem as problem:
        return failed(source, str(problem))
    except MemoryError:
        return failed(source, "there was not enough memory for it")
    except Exception as fault:  # one text must not cost a whole series
        return failed(source, f"passed over, for a fault of this program: {type(fault).__name__}: {fault}")


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ReadingProblem("the text is empty")
    return text


def _rows(cables: list[Cable]) -> Reading:
    rows: list[Row] = []
    words = 0
    judged: str | None = None
    english = False
    for cable in cables:
        if cable.text is not judged:
            judged = cable.text
            words += len(judged.split())
            english = is_english(judged)
            if not english:
                rows += failed(cable.source, "not English, or not legible: too few of its words are known").rows
        if english:
            findings = examine(cable)
            rows.append({**cable_record(findings), "found": directive_records(findings), "failure": None})
    return Reading(rows, words)


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
