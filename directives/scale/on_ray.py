"""Parquet files of texts in, Parquet files of findings out, by Ray Data: extract_batch over blocks of rows."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

import pyarrow as pa

from directives.scale.batch import cables_of, directives_of, extract_batch
from directives.scale.schema import FINDINGS, TEXTS

ROWS_A_BATCH = 500


def find(texts: list[str], findings: Path, workers: int) -> None:
    """Write the findings of Parquet files of texts to the folder `findings`."""
    data = _data(workers)
    data.read_parquet(texts).map_batches(
        _extract, batch_format="pyarrow", batch_size=ROWS_A_BATCH, zero_copy_batch=True
    ).write_parquet(str(findings))


def divide(findings: Path, cables: Path, directives: Path) -> None:
    """Write the rows of `cables/` and `directives/` from a folder of findings."""
    import ray.data

    for rows_of, folder in ((_cables, cables), (_directives, directives)):
        found = ray.data.read_parquet(str(findings)).map_batches(rows_of, batch_format="pyarrow", batch_size=None)
        found.write_parquet(str(folder))


def _data(workers: int) -> Any:
    # Ray listens on the address of the network card unless it is told, before it is imported, that it has no cluster.
    os.environ.setdefault("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    import ray
    import ray.data

    if not ray.is_initialized():
        # A cluster of this one machine, reached from nowhere else; connect with ray.init() before for another.
        ray.init(
            num_cpus=workers,
            include_dashboard=False,
            log_to_driver=False,
            logging_level="error",
        )
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    ray.data.DataContext.get_current().enable_progress_bars = False
    return ray.data


def _each(table: pa.Table, function: Any, schema: pa.Schema) -> pa.Table:
    batches = [function(batch) for batch in table.to_batches()]
    return pa.Table.from_batches(batches, schema)


def _extract(table: pa.Table) -> pa.Table:
    table = table.select([name for name in TEXTS.names if name in table.schema.names])
    return _each(table, extract_batch, FINDINGS)


def _cables(table: pa.Table) -> pa.Table:
    from directives.scale.schema import CABLES

    return _each(table, cables_of, CABLES)


def _directives(table: pa.Table) -> pa.Table:
    from directives.scale.schema import DIRECTIVES

    return _each(table, directives_of, DIRECTIVES)
