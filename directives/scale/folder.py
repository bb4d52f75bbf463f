"""Finished shards in, a folder out that is right at every moment: files appear whole, under their final names.

    OUT/directives/part-00000.parquet    one row a directive
    OUT/cables/part-00000.parquet        one row a cable
    OUT/jsonl/…                          the same as JSON Lines, on demand
    OUT/failures.jsonl                   what could not be read, with the reason
    OUT/_run/                            settings of the run, and a mark for each finished shard

The mark is written last: a shard without one is done again, and its files are written over with the same content.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import asdict, frozen

from directives import __version__
from directives.grammar_files import grammar_folder
from directives.output.records import to_json_line
from directives.reading import Options
from directives.scale.batch import cables_of, directives_of, failures_of
from directives.scale.schema import SCHEMA_VERSION

_OURS = ("directives", "cables", "jsonl", "failures.jsonl", "_run")


class RunProblem(Exception):
    """A run that cannot start or go on; `str(problem)` is one line that says why, and what helps."""


class RunStopped(RunProblem):
    """A run that was stopped on its way: what is finished stays readable, and --resume goes on behind it."""


@frozen
class Settings:
    """What must be the same when a run is taken up again, for its rows to be the same."""

    sources: tuple[str, ...]
    columns: tuple[tuple[str, str], ...] = ()
    language: str = ""
    jsonl: bool = False
    engine: str = "local"
    program: str = __version__
    schema: int = SCHEMA_VERSION
    grammar: str = ""

    @classmethod
    def now(cls, sources: tuple[str, ...], options: Options, jsonl: bool = False, engine: str = "local") -> Settings:
        """The settings of a run with the grammar as it is."""
        digest = hashlib.sha256()
        folder = grammar_folder()
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
        columns = tuple(sorted(options.columns.items()))
        return cls(sources, columns, options.language, jsonl, engine, grammar=digest.hexdigest()[:32])


@frozen
class Mark:
    """What a finished shard held."""

    shard: int
    fingerprint: str
    cables: int
    directives: int
    words: int
    failures: int


@frozen
class Summary:
    """What a run held in all, finished shards of an earlier start included."""

    shards: int = 0
    cables: int = 0
    directives: int = 0
    words: int = 0
    failures: int = 0


class Folder:
    """The output folder of a run. As a context manager it is held for this run alone; a worker only commits to it."""

    def __init__(self, path: Path, jsonl: bool) -> None:
        self.path, self.jsonl = path, jsonl
        self._marks = path / "_run" / "shards"
        self._lock: int | None = None

    @classmethod
    def begin(cls, path: Path, settings: Settings, resume: bool) -> Folder:
        """Make the folder ready, or find it ready. Raises RunProblem where it holds something else."""
        folder = cls(path, settings.jsonl)
        told = path / "_run" / "settings.json"
        try:
            if path.exists() and not path.is_dir():
                raise RunProblem(f"{path} is a file: name a folder to write to")
            if told.exists():
                if not resume:
                    raise RunProblem(f"{path} holds a run already: --resume goes on with it, or name another folder")
                _compare(path, json.loads(told.read_text(encoding="utf-8")), settings)
            elif path.exists() and any(path.iterdir()):
                if others := [entry.name for entry in path.iterdir() if entry.name not in _OURS]:
                    raise RunProblem(f"{path} holds something else ({sorted(others)[0]}): name a new folder")
                if not (path / "_run").is_dir():
                    raise RunProblem(f"{path} holds results, but not the record of a run: name a new folder")
            for name in ("directives", "cables", "_run/shards", *(_JSONL.values() if settings.jsonl else ())):
                (path / name).mkdir(parents=True, exist_ok=True)
            if not told.exists():
                write_whole(told, json.dumps(asdict(settings), indent=1).encode())
        except OSError as error:
            raise RunProblem(f"cannot write to {path}: {error.strerror}") from None
        except ValueError:
            raise RunProblem(f"{path} holds a run whose record is damaged: name a new folder") from None
        return folder

    def __enter__(self) -> Self:
        self._lock = os.open(self.path / "_run" / "lock", os.O_CREAT | os.O_RDWR)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._lock)
            raise RunProblem(f"another run is writing to {self.path}: wait for it, or name another folder") from None
        for left in self.path.rglob(".*.part"):
            left.unlink(missing_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            os.close(self._lock)

    def marks(self) -> dict[int, Mark]:
        """The marks of the finished shards, by number."""
        found = (json.loads(file.read_text(encoding="utf-8")) for file in self._marks.glob("shard-*.json"))
        return {mark["shard"]: Mark(**mark) for mark in found}

    def commit(self, number: int, fingerprint: str, findings: pa.RecordBatch, words: int) -> Mark:
        """Write the files of a shard, its mark last. Raises OSError."""
        cables, directives, failures = cables_of(findings), directives_of(findings), failures_of(findings)
        part = f"part-{number:05}"
        for name, batch in (("directives", directives), ("cables", cables)):
            write_whole(self.path / name / f"{part}.parquet", _parquet(batch))
            if self.jsonl:
                lines = "".join(map(to_json_line, batch.to_pylist()))
                write_whole(self.path / _JSONL[name] / f"{part}.jsonl", lines.encode())
        reasons = self._marks / f"failures-{number:05}.jsonl"
        if failures:
            write_whole(reasons, "".join(map(to_json_line, failures)).encode())
        mark = Mark(number, fingerprint, cables.num_rows, directives.num_rows, words, len(failures))
        write_whole(self._marks / f"shard-{number:05}.json", json.dumps(asdict(mark)).encode())
        return mark

    def write_failures(self) -> int:
        """Write failures.jsonl, those of all finished shards in their order; returns their number."""
        files = sorted(self._marks.glob("failures-*.jsonl"), key=lambda file: int(file.stem.rpartition("-")[2]))
        lines = b"".join(file.read_bytes() for file in files)
        write_whole(self.path / "failures.jsonl", lines)
        return lines.count(b"\n")


_SPOKEN = {
    "sources": "list of sources",
    "columns": "--column",
    "language": "--ocr-language",
    "jsonl": "--jsonl",
    "engine": "--engine",
    "program": "version of directives",
    "schema": "version of the schema",
}
_JSONL = {"directives": "jsonl/directives", "cables": "jsonl/cables"}


def _compare(path: Path, told: Any, now: Settings) -> None:
    """Raises RunProblem where the run in the folder was another one."""
    differing = [name for name, value in json.loads(json.dumps(asdict(now))).items() if told.get(name) != value]
    if differing:
        what = ", ".join(_SPOKEN.get(name, name) for name in differing)
        raise RunProblem(f"the run in {path} was begun with another {what}: its rows would not fit, name a new folder")


def _parquet(batch: pa.RecordBatch) -> bytes:
    sink = pa.BufferOutputStream()
    with pq.ParquetWriter(sink, batch.schema, compression="zstd") as writer:
        writer.write_batch(batch)
    return sink.getvalue().to_pybytes()


def write_whole(file: Path, data: bytes) -> None:
    """Write a file that appears whole: beside its place, to the disk, then renamed."""
    beside = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
