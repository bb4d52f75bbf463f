"""Sources in, a finished output folder out, by an engine that an institution has: Ray or Spark.

Parquet files with the columns of a batch of texts go to the engine as they are; all else is first written as such.
An engine makes up for lost workers itself. The three steps (texts, findings, data set) are each done once: a run that
was killed goes on behind the last that is finished. Each start has the engine write to a folder of its own, which gets
its final name when it is whole: an engine may go on for some seconds when the run that started it was killed.
"""

from __future__ import annotations

import json
import os
import shutil
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from directives.output.records import to_json_line
from directives.reading import Options
from directives.scale.batch import failures_of
from directives.scale.folder import Folder, RunProblem, RunStopped, Settings, Summary, write_whole
from directives.scale.inputs import Item, files_of, items_in, row_of_item
from directives.scale.schema import FINDINGS, TEXTS, SchemaProblem, checked_texts

ENGINES = {"ray": ("directives.scale.on_ray", "ray"), "spark": ("directives.scale.on_spark", "pyspark")}
_ROWS = 500


def run_on_engine(
    engine: str,
    sources: tuple[str, ...],
    out: Path,
    workers: int = 1,
    resume: bool = False,
    options: Options | None = None,
) -> Summary:
    """Find the directives of all sources on an engine, and write them to the folder `out`; as `run` does.

    `workers` is the number of cores where the engine is started for this run. Raises RunProblem.
    """
    if engine not in ENGINES:
        raise RunProblem(f"unknown engine {engine!r}: local, {' or '.join(ENGINES)}")
    module, package = ENGINES[engine]
    spec = find_spec(package)
    if spec is None or spec.origin is None:  # a folder of that name is no package
        raise RunProblem(f"the engine {engine} is not installed: pip install 'directives[{engine}]'")
    if engine == "spark" and not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise RunProblem("the engine spark needs Java 17 or newer: there is no command java, and no JAVA_HOME")
    options = options or Options()
    folder = Folder.begin(out, Settings.now(sources, options, engine=engine), resume)
    with folder:
        try:
            return _steps(import_module(module), sources, options, out, workers)
        except OSError as error:
            raise RunStopped(f"cannot write to {out}: {error.strerror or error}") from None
        except Exception as error:
            first = (str(error).strip() or type(error).__name__).splitlines()[0]
            raise RunStopped(f"the engine {engine} failed: {first}; --resume does its last step again") from None


def _steps(engine: Any, sources: tuple[str, ...], options: Options, out: Path, workers: int) -> Summary:
    work = out.resolve() / "_run"
    texts, findings, told = work / "texts", work / "findings", work / "texts.json"
    for left in work.glob("start-*"):
        shutil.rmtree(left, ignore_errors=True)
    start = work / f"start-{uuid4().hex}"
    start.mkdir()
    if not told.exists():
        shutil.rmtree(texts, ignore_errors=True)
        ready, failures = _prepare(sources, options, texts)
        write_whole(told, json.dumps({"files": ready, "failures": failures}).encode())
    known = json.loads(told.read_text(encoding="utf-8"))
    if not findings.exists():
        if known["files"]:
            engine.find(known["files"], start / findings.name, workers)
        (start / findings.name).mkdir(exist_ok=True)
        (start / findings.name).rename(findings)
    found = sorted(findings.glob("*.parquet"))
    if found and not (work / "divided").exists():
        divided = [start / "cables", start / "directives"]
        engine.divide(findings, *divided)
        for folder in divided:
            final = out / folder.name
            shutil.rmtree(final, ignore_errors=True)
            folder.rename(final)
        write_whole(work / "divided", b"")
    shutil.rmtree(start, ignore_errors=True)
    failures = known["failures"] + [
        failure
        for file in found
        for batch in pq.ParquetFile(file).iter_batches(columns=FINDINGS.names)
        for failure in failures_of(batch)
    ]
    write_whole(out / "failures.jsonl", "".join(map(to_json_line, failures)).encode())
    counts = [
        sum(pq.ParquetFile(file).metadata.num_rows for file in (out / name).glob("*.parquet"))
        for name in ("cables", "directives")
    ]
    return Summary(shards=len(found), cables=counts[0], directives=counts[1], failures=len(failures))


def _prepare(sources: tuple[str, ...], options: Options, texts: Path) -> tuple[list[str], list[dict[str, str]]]:
    """The Parquet files of texts that the sources are or are written to, and what of them could not be read."""
    texts.mkdir(parents=True)
    ready: list[str] = []
    failures: list[dict[str, str]] = []
    rows: list[dict[str, Any]] = []

    def flush() -> None:
        if rows:
            file = texts / f"part-{len(ready):05}.parquet"
            pq.write_table(pa.Table.from_pylist(rows, TEXTS), file, compression="zstd")
            ready.append(str(file))
            rows.clear()

    for file in files_of(sources):
        if isinstance(file, Path) and _is_ready(file):
            flush()
            ready.append(str(file.resolve()))
            continue
        for item in (file,) if isinstance(file, Item) else items_in(file, options):
            if item.document is None:
                failures.append({"source": item.source, "reason": item.failure or ""})
            else:
                rows.append(row_of_item(item))
            if len(rows) >= _ROWS:
                flush()
    flush()
    return ready, failures


def _is_ready(file: Path) -> bool:
    if file.suffix.lower() != ".parquet":
        return False
    try:
        checked_texts(pq.read_schema(file))
    except (pa.ArrowException, SchemaProblem, OSError):
        return False
    return True
