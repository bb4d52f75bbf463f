"""Parquet files of texts in, Parquet files of findings out, by Apache Spark: extract_batch through mapInArrow."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from directives.scale.batch import cables_of, directives_of, extract_batch
from directives.scale.schema import CABLES, DIRECTIVES, FINDINGS

ROWS_A_BATCH = 500


def find(texts: list[str], findings: Path, workers: int) -> None:
    """Write the findings of Parquet files of texts to the folder `findings`."""
    session = _session(workers)
    rows = session.read.parquet(*texts)
    rows.mapInArrow(_each(extract_batch), ddl(FINDINGS)).write.parquet(str(findings))


def divide(findings: Path, cables: Path, directives: Path) -> None:
    """Write the rows of `cables/` and `directives/` from a folder of findings."""
    rows = _session(1).read.parquet(str(findings))
    rows.mapInArrow(_each(cables_of), ddl(CABLES)).write.parquet(str(cables))
    rows.mapInArrow(_each(directives_of), ddl(DIRECTIVES)).write.parquet(str(directives))


def ddl(schema: pa.Schema) -> Any:
    """A schema of Arrow as Spark's."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)


def _session(workers: int) -> Any:
    """The session that is there, or a local one with its servers on loopback and without its web page."""
    from pyspark.sql import SparkSession

    if session := SparkSession.getActiveSession():
        return session
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    local = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(ROWS_A_BATCH),
        "spark.sql.files.maxPartitionBytes": "4m",
        "spark.sql.files.openCostInBytes": "0",
    }
    builder = SparkSession.builder.master(f"local[{workers}]").appName("directives")
    for name, value in local.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def _each(function: Callable[[pa.RecordBatch], pa.RecordBatch]) -> Callable[..., Iterator[pa.RecordBatch]]:
    def batches(found: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in found:
            yield function(batch)

    return batches
