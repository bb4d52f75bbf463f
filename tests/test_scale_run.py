"""`directives run`: whatever happens to it, every cable is in the data set once and no half-written file is visible."""

import gzip
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from conftest import CABLE, ROOT, Process, Run

Start = Callable[..., subprocess.Popen[bytes]]
SENTENCE = "Please tell the harbour master of Ellmere, before Friday, that berth {} is wanted for the second steamer. "


@pytest.fixture
def series(tmp_path: Path) -> Path:
    """A folder with a long file of 1,200 cables, 30 files of one, and two that cannot be read."""
    folder = tmp_path / "series"
    folder.mkdir()
    with gzip.open(folder / "long.jsonl.gz", "wt") as lines:
        for number in range(1200):
            text = f"{CABLE}\n3. " + SENTENCE.format(number)
            lines.write(json.dumps({"id": f"c{number}", "text": text}) + "\n")
        lines.write("this is no JSON\n")
    for number in range(30):
        (folder / f"one-{number:02}.txt").write_text(f"{CABLE}\n3. {SENTENCE.format(number)}")
    (folder / "void.txt").write_text("")
    return folder


def content(out: Path) -> dict[str, bytes]:
    """All that a reader of the folder sees, by name."""
    files = [file for part in ("directives", "cables", "jsonl") for file in (out / part).rglob("*") if file.is_file()]
    return {str(file.relative_to(out)): file.read_bytes() for file in [*files, out / "failures.jsonl"]}


def sources_of(out: Path) -> list[str]:
    return [str(name) for name in ds.dataset(out / "cables").to_table().column("source").to_pylist()]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Starts `directives run` as a process of its own, in the folder of the test."""

    def start_(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "directives", "run", *map(str, arguments)]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        return subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return]

    return start_


def finish(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    said = process.communicate(timeout=300)[1].decode()
    return process.returncode, said


def test_the_rows_are_those_of_the_other_commands(process: Process, start: Start, tmp_path: Path) -> None:
    code, said = finish(start(ROOT / "examples", "-o", "out", "--jsonl", "--workers", 2))
    assert (code, "9 cables" in said) == (0, True), said
    for part, command in (("directives", ["extract"]), ("cables", ["cables", "--format", "jsonl"])):
        expected = process(*command, ROOT / "examples").stdout
        assert b"".join(f.read_bytes() for f in sorted((tmp_path / "out/jsonl" / part).iterdir())) == expected
        rows = pq.read_table(tmp_path / "out" / part).to_pylist()
        assert rows == [json.loads(line) for line in expected.splitlines()]


def test_killed_at_random_moments_and_resumed(series: Path, start: Start, tmp_path: Path) -> None:
    code, said = finish(start(series, "-o", "whole", "--workers", 1))
    assert code == 1, said
    wanted = content(tmp_path / "whole")
    assert len(set(sources_of(tmp_path / "whole"))) == 1230 == len(sources_of(tmp_path / "whole"))
    assert ds.dataset(tmp_path / "whole/directives").count_rows() == 3 * 1230
    chance = random.Random(5)
    for _ in range(8):
        process = start(series, "-o", "killed", "--workers", 2, "--resume")
        time.sleep(chance.uniform(0.1, 2.5))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        for file in (tmp_path / "killed").rglob("*.parquet"):
            if not file.name.startswith("."):
                pq.read_table(file)  # raises where it is not whole
    code, said = finish(start(series, "-o", "killed", "--workers", 2, "--resume"))
    assert code == 1, said
    assert content(tmp_path / "killed") == wanted
    assert not list((tmp_path / "killed").rglob(".*"))


def test_finished_shards_are_not_done_again(series: Path, start: Start, tmp_path: Path) -> None:
    finish(start(series, "-o", "out"))
    first, *others = sorted((tmp_path / "out/_run/shards").glob("shard-*.json"))
    first.unlink()
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "out/cables").iterdir()}
    finish(start(series, "-o", "out", "--resume"))
    again = [file.name for file in (tmp_path / "out/cables").iterdir() if file.stat().st_mtime_ns != before[file]]
    assert others
    assert again == [first.name.replace("shard", "part").replace("json", "parquet")]


def test_failures_are_named_with_their_reason(series: Path, start: Start, tmp_path: Path) -> None:
    finish(start("series", "missing.txt", "-o", "out"))
    lines = (tmp_path / "out/failures.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == [
        {"source": "series/long.jsonl.gz", "reason": "line 1201: it is no JSON; the rest was read"},
        {"source": "series/void.txt", "reason": "the file is empty"},
        {"source": "missing.txt", "reason": "no such file or directory"},
    ]


DEADLY = """
import os, signal, sys, time
import directives.scale.batch as batch
real = batch.examine
def examine(cable, **wanted):
    if "one-07" in cable.source:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(cable, **wanted)
batch.examine = examine
"""


def test_a_source_that_kills_its_worker_costs_itself_alone(series: Path, start: Start, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(DEADLY)
    command = [sys.executable, "-m", "directives", "run", "series", "-o", "out", "--workers", "2"]
    environment = os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    subprocess.run(command, cwd=tmp_path, env=environment, check=False, timeout=300)
    failures = [json.loads(line) for line in (tmp_path / "out/failures.jsonl").read_text().splitlines()]
    killed = [failure["reason"] for failure in failures if failure["source"] == "series/one-07.txt"]
    assert killed == ["the worker was killed while reading it, perhaps for want of memory"]
    assert len(failures) == 3
    assert len(set(sources_of(tmp_path / "out"))) == 1229 == len(sources_of(tmp_path / "out"))


def test_a_disk_that_takes_no_more(series: Path, start: Start, tmp_path: Path) -> None:
    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))

    code, said = finish(start(series, "-o", "out", preexec_fn=small))
    assert code == 1
    assert "cannot write to out: File too large; what is finished stays readable" in said
    assert "Traceback" not in said
    finish(start(series, "-o", "out", "--resume"))
    assert len(set(sources_of(tmp_path / "out"))) == 1230 == len(sources_of(tmp_path / "out"))


def test_sources_that_have_changed_are_not_mixed(series: Path, start: Start, tmp_path: Path) -> None:
    finish(start(series, "-o", "out"))
    (series / "one-03.txt").write_text(CABLE + "Another text.")
    code, said = finish(start(series, "-o", "out", "--resume"))
    assert (code, "have changed since the run in out began" in said) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "other"], "other holds something else (thesis.doc): name a new folder"),
        (["-o", "file.txt"], "file.txt is a file: name a folder"),
        (["-o", "/proc/out"], "cannot write to /proc/out"),
        (["-o", "new", "--workers", "0"], "0 is not in the range x>=1"),
        (["-o", "new", "--engine", "abacus"], "'abacus' is not one of"),
        (["-o", "done"], "done holds a run already: --resume goes on with it"),
        (["-o", "done", "--resume", "--jsonl"], "begun with another --jsonl"),
        (["-o", "new", "-"], "standard input cannot be read twice"),
        ([], "Missing option '-o'"),
    ],
)
def test_what_is_refused_before_any_work(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(CABLE)
    Path("file.txt").write_text("mine")
    Path("other").mkdir()
    Path("other/thesis.doc").write_text("mine")
    from directives.reading import Options
    from directives.scale.folder import Folder, Settings

    Folder.begin(Path("done"), Settings.now(("a.txt",), Options()), resume=False)
    result = run("run", "a.txt", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr.replace("\n", " ")
    assert sorted(map(str, Path().iterdir())) == ["a.txt", "done", "file.txt", "other"]
    assert list(map(str, Path("other").iterdir())) == ["other/thesis.doc"]


@pytest.mark.parametrize(("engine", "package"), [("ray", "ray"), ("spark", "pyspark")])
def test_an_engine_that_is_not_installed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str, package: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    Path("a.txt").write_text(CABLE)
    Path(package).mkdir()  # a folder of its name is not the engine
    result = run("run", "a.txt", "-o", "new", "--engine", engine)
    assert result.exit_code == 2
    assert f"pip install 'directives[{engine}]'" in result.stderr.replace("\n", " ")
    assert not Path("new").exists()


def test_a_folder_that_another_run_holds(tmp_path: Path) -> None:
    from directives.reading import Options
    from directives.scale import RunProblem
    from directives.scale.folder import Folder, Settings

    settings = Settings.now(("a.txt",), Options())
    with Folder.begin(tmp_path / "out", settings, resume=False), pytest.raises(RunProblem, match="another run"):
        Folder.begin(tmp_path / "out", settings, resume=True).__enter__()
