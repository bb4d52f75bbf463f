"""`directives extract`."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

from conftest import CABLE, Process, Run


def records(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_record_a_directive(run: Run, cable: Path) -> None:
    result = run("extract", cable)
    found = records(result.stdout)
    assert result.exit_code == 0
    assert [record["action"]["text"] for record in found] == ["inform Marlow", "send his views to us"]
    assert [record["modality"] for record in found] == ["obligation", "request"]
    assert {record["source"] for record in found} == {str(cable)}
    assert found[0]["cable"] == {
        "id": "harwick-31",
        "number": "31",
        "sender": "Ashby",
        "addressees": ["Pell"],
        "date": "1941-11-04",
    }
    assert found[0]["constraints"][0]["text"] == "before Friday"
    assert found[0]["actor"]["name"] == "Pell"


def test_ids_are_different(run: Run, cable: Path) -> None:
    found = records(run("extract", cable).stdout)
    assert len({record["id"] for record in found}) == len(found)


def test_cables_of_the_same_file_name_have_ids_of_their_own(run: Run, tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.txt").write_text(CABLE)
    found = records(run("extract", tmp_path / "x", tmp_path / "y").stdout)
    assert [record["id"] for record in found] == ["1-1", "1-2", "1~2-1", "1~2-2"]
    assert [record["cable"]["id"] for record in found] == ["1", "1", "1~2", "1~2"]
    listed = records(run("cables", tmp_path, "--format", "jsonl").stdout)
    assert [(record["id"], record["source"]) for record in listed] == [
        ("1", str(tmp_path / "x" / "1.txt")),
        ("1~2", str(tmp_path / "y" / "1.txt")),
    ]


def test_csv_reads_back(run: Run, cable: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("extract", cable, "--format", "csv").stdout)))
    assert [row["action.text"] for row in rows] == ["inform Marlow", "send his views to us"]
    assert rows[0]["time"] == "before Friday"


def test_no_directives_is_an_empty_file_or_a_header(run: Run) -> None:
    mild = "The weather in Harwick has been mild for a week.\n"
    assert run("extract", "-", stdin=mild).stdout == ""
    assert len(run("extract", "-", "--format", "csv", stdin=mild).stdout.splitlines()) == 1


def test_standard_input_in_another_encoding(run: Run) -> None:
    stdin = CABLE.replace("Marlow", "Márlow").encode("utf-16")
    assert records(run("extract", "-", stdin=stdin).stdout)[0]["action"]["text"] == "inform Márlow"


def test_output_is_utf_8_whatever_the_locale(process: Process, tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_text(CABLE.replace("Marlow", "Márlow"), encoding="utf-8")
    result = process("extract", path, PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert records(result.stdout.decode("utf-8"))[0]["action"]["text"] == "inform Márlow"


def test_a_pipe_that_is_closed_early_ends_quietly(tmp_path: Path) -> None:
    for n in range(300):
        (tmp_path / f"{n}.txt").write_text(CABLE)
    command = [sys.executable, "-m", "directives", "extract", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""


def test_the_same_input_gives_the_same_bytes_under_any_hash_seed(process: Process, tmp_path: Path) -> None:
    for n in range(5):
        (tmp_path / f"{n}.txt").write_text(CABLE.replace("#31", f"#{n}") * (n + 1))
    for command in (("extract",), ("cables", "--format", "jsonl")):
        outputs = [process(*command, tmp_path, PYTHONHASHSEED=seed).stdout for seed in ("1", "4711")]
        assert outputs[0] == outputs[1] != b""


def test_the_same_input_gives_the_same_bytes_again(run: Run, cable: Path) -> None:
    assert len({run("extract", cable).stdout for _ in range(3)}) == 1
