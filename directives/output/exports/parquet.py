"""Findings in, a Parquet file out: one row a directive, nested exactly as the JSON records are.

`pyarrow.parquet.read_table(path).to_pylist()` gives the records of `directives extract --format jsonl`;
`Table.flatten()` gives columns such as "action.text".
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from directives.model import CONSTRAINT_TYPES, Findings
from directives.output.escaping import encodable
from directives.output.exports import Options
from directives.output.fields import pruned
from directives.output.records import Record, directive_records

VERSION = "1"  # of the schema, in the metadata of each file as directives.schema
_ROWS_A_GROUP = 10_000
_QUOTE: list[tuple[str, pa.DataType]] = [("text", pa.string()), ("start", pa.int64()), ("end", pa.int64())]
_CONSTRAINT = pa.struct([("type", pa.string()), *_QUOTE, ("value", pa.string())])
_TYPES: dict[str, pa.DataType] = {
    "page": pa.int32(),
    "start": pa.int64(),
    "end": pa.int64(),
    "addressees": pa.list_(pa.string()),
}


def write(findings: Iterable[Findings], target: Path, options: Options) -> None:
    """Write the file, a group of rows at a time."""
    schema = _schema(options.columns)
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        for records in _groups(findings, options.columns):
            writer.write_table(pa.Table.from_pylist(records, schema))


def _groups(findings: Iterable[Findings], columns: tuple[str, ...]) -> Iterator[list[Record]]:
    records: list[Record] = []
    for found in findings:
        records += (_encodable(pruned(record, columns)) for record in directive_records(found))
        if len(records) >= _ROWS_A_GROUP:
            yield records
            records = []
    yield records


def _encodable(value: Any) -> Any:
    """The value with all its texts as UTF-8 can hold them."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, list):
        return [_encodable(one) for one in value]
    return {name: _encodable(one) for name, one in value.items()} if isinstance(value, dict) else value


def _schema(columns: tuple[str, ...]) -> pa.Schema:
    """The schema of records that have these columns alone."""
    groups: dict[str, list[tuple[str, pa.DataType]]] = {}
    fields: dict[str, pa.DataType] = {}
    for column in columns:
        group, _, inner = column.rpartition(".")
        if column in CONSTRAINT_TYPES:
            fields["constraints"] = pa.list_(_CONSTRAINT)
        elif group:
            groups.setdefault(group, []).append((inner, _TYPES.get(inner, pa.string())))
            fields[group] = pa.struct(groups[group])
        else:
            fields[column] = _TYPES.get(column, pa.string())
    return pa.schema(list(fields.items()), metadata={"directives.schema": VERSION})
