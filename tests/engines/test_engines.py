"""The real engines, each on this machine alone: the same rows as the local run, from texts and from Parquet.

An engine that is not installed, or has no Java, is skipped; `make test-engines` installs both.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from directives.scale import directives_of, extract_batch  # noqa: E402

ENGINES = {"ray": "ray", "spark": "pyspark"}  # with the package that each needs
MOST_SECONDS = 300  # of a command: a busy machine takes one of them to start an engine
KILLED_AFTER = 8  # seconds: while the engine starts or works
Command = Callable[..., str]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of an engine that is here."""
    name: str = request.param
    pytest.importorskip(ENGINES[name])
    if name == "spark" and not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        pytest.skip("Spark needs Java")
    return name


def started(command: list[str], folder: Path) -> "subprocess.Popen[str]":
    """A process in a group of its own, with what it starts."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable}
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            text=True, start_new_session=True)  # fmt: skip


def finished(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    """Status, output and what it says on standard error; in time, or the whole group is ended."""
    try:
        output, said = process.communicate(timeout=MOST_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    return process.returncode, output, said


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Runs `directives run` in the folder of the test: command("texts", "-o", "out") -> what it says."""

    def command_(*arguments: object, status: int = 0) -> str:
        code, _, said = finished(started([*RUN, *map(str, arguments)], tmp_path))
        assert code == status, said
        return said

    return command_


RUN = [sys.executable, "-m", "directives", "run"]


def rows(folder: Path) -> list[str]:
    """The rows of a data set, whatever their order."""
    return sorted(json.dumps(row) for row in pq.read_table(folder).to_pylist())


def test_the_same_rows_as_the_local_run(engine: str, command: Command, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for file in (ROOT / "examples").glob("*.txt"):
        (texts / file.name).write_bytes(file.read_bytes())
    (texts / "void.txt").write_text("")
    (texts / "noise.txt").write_text("xq zzkj wvvq pqpq " * 50)
    command("texts", "-o", "here", "--workers", 2, status=1)
    there = ["texts", "-o", "there", "--engine", engine, "--workers", 2]
    killed = started([*RUN, *map(str, there)], tmp_path)
    time.sleep(KILLED_AFTER)
    killed.kill()  # what it started ends by itself, perhaps after the next start
    killed.communicate(timeout=MOST_SECONDS)
    command(*there, "--resume", status=1)
    for part in ("directives", "cables"):
        assert rows(tmp_path / "there" / part) == rows(tmp_path / "here" / part)
    failures = [(tmp_path / out / "failures.jsonl").read_text().splitlines() for out in ("here", "there")]
    assert sorted(failures[0]) == sorted(failures[1])
    # The engine's own input, Parquet with the columns of a batch of texts, read by both.
    ready = sorted((tmp_path / "there/_run/texts").glob("*.parquet"))
    command(*ready, "-o", "here-again", status=1)
    assert rows(tmp_path / "here-again/directives") == rows(tmp_path / "here/directives")
    assert "holds a run already" in command("texts", "-o", "there", "--engine", engine, status=2)


def test_the_example_of_the_documentation(engine: str, tmp_path: Path) -> None:
    page = (ROOT / "docs/scale.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {engine.capitalize()}\n")[1].split("\n## ")[0]
    lines = (line[4:] for line in section.splitlines() if line.startswith("    ") or not line)
    (tmp_path / "example.py").write_text("\n".join(lines))
    (tmp_path / "texts").mkdir()
    files = sorted((ROOT / "examples").glob("*.txt"))
    texts = pa.table({"source": [file.name for file in files], "text": [file.read_text() for file in files]})
    pq.write_table(texts, tmp_path / "texts/examples.parquet")
    code, _, said = finished(started([sys.executable, "example.py"], tmp_path))
    assert code == 0, said
    assert pq.read_table(tmp_path / "findings").num_rows == len(files)
    found = extract_batch(texts.to_batches()[0])
    wanted = sorted(json.dumps(row) for row in directives_of(found).to_pylist())
    assert rows(tmp_path / "directives") == wanted


def test_nothing_listens_but_on_loopback(engine: str, tmp_path: Path) -> None:
    code, output, said = finished(started([sys.executable, "-c", LISTENERS.format(engine=engine)], tmp_path))
    assert code == 0, said
    assert json.loads(output.splitlines()[-1]) == []


# Starts the engine as a run does, then lists the listening TCP sockets of its processes that are not on loopback.
LISTENERS = """
import json, os, sys, time
from pathlib import Path
from directives.scale import on_{engine} as engine
if "{engine}" == "ray":
    engine._data(1)
else:
    engine._session(1)
time.sleep(3)
parents = {{}}
for status in Path("/proc").glob("[0-9]*/status"):
    try:
        fields = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
    except OSError:
        continue
    parents[int(status.parent.name)] = int(fields["PPid"])
ours = {{os.getpid()}}
while more := {{child for child, parent in parents.items() if parent in ours}} - ours:
    ours |= more
sockets = set()
for process in ours:
    for link in Path(f"/proc/{{process}}/fd").glob("*"):
        try:
            sockets.add(os.readlink(link))
        except OSError:
            pass
open_to_others = []
for table, local in (("tcp", "0100007F"), ("tcp6", "00000000000000000000000001000000")):
    for line in Path(f"/proc/net/{{table}}").read_text().splitlines()[1:]:
        cells = line.split()
        mapped = cells[1].startswith("0000000000000000FFFF00000100007F")
        if cells[3] == "0A" and f"socket:[{{cells[9]}}]" in sockets and not cells[1].startswith(local) and not mapped:
            open_to_others.append(cells[1])
print(json.dumps(open_to_others))
"""
