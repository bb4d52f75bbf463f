"""The real engines, each on this machine alone: the same rows as the local run, from texts and from Parquet."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT

pq = pytest.importorskip("pyarrow.parquet")
ENGINES = ("ray", "spark")
Command = Callable[..., str]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Runs `directives run` in the folder of the test: command("texts", "-o", "out") -> what it says."""

    def command_(*arguments: object, status: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "directives", "run", *map(str, arguments)],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
            text=True,
            timeout=600,
            check=False,
        )
        assert done.returncode == status, done.stderr
        return done.stderr

    return command_


def rows(folder: Path) -> list[str]:
    """The rows of a data set, whatever their order."""
    return sorted(json.dumps(row) for row in pq.read_table(folder).to_pylist())


@pytest.mark.parametrize("engine", ENGINES)
def test_the_same_rows_as_the_local_run(engine: str, command: Command, tmp_path: Path) -> None:
    pytest.importorskip({"ray": "ray", "spark": "pyspark"}[engine])
    texts = tmp_path / "texts"
    texts.mkdir()
    for file in (ROOT / "examples").glob("*.txt"):
        (texts / file.name).write_bytes(file.read_bytes())
    (texts / "void.txt").write_text("")
    (texts / "noise.txt").write_text("xq zzkj wvvq pqpq " * 50)
    command("texts", "-o", "here", "--workers", 2, status=1)
    command("texts", "-o", "there", "--engine", engine, "--workers", 2, status=1)
    for part in ("directives", "cables"):
        assert rows(tmp_path / "there" / part) == rows(tmp_path / "here" / part)
    failures = [(tmp_path / out / "failures.jsonl").read_text().splitlines() for out in ("here", "there")]
    assert sorted(failures[0]) == sorted(failures[1])
    # The engine's own input, Parquet with the columns of a batch of texts, read by both.
    ready = sorted((tmp_path / "there/_run/texts").glob("*.parquet"))
    command(*ready, "-o", "here-again", status=1)
    assert rows(tmp_path / "here-again/directives") == rows(tmp_path / "here/directives")
    assert "holds a run already" in command("texts", "-o", "there", "--engine", engine, status=2)


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_listens_but_on_loopback(engine: str, tmp_path: Path) -> None:
    pytest.importorskip({"ray": "ray", "spark": "pyspark"}[engine])
    done = subprocess.run(
        [sys.executable, "-c", LISTENERS.format(engine=engine)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
        timeout=600,
        check=True,
    )
    assert json.loads(done.stdout.splitlines()[-1]) == []


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
