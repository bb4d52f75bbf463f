"""`directives cables`."""

import json
from pathlib import Path

from conftest import Run


def test_a_table_of_the_cables(run: Run, cable: Path) -> None:
    result = run("cables", cable)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[2].split()[:5] == ["harwick-31", "31", "Ashby", "Pell", "1941-11-04"]


def test_a_record_a_cable(run: Run, cable: Path) -> None:
    record = json.loads(run("cables", cable, "--format", "jsonl").stdout)
    assert (record["number"], record["sender"], record["addressees"]) == ("31", "Ashby", ["Pell"])
    assert (record["classification"], record["precedence"], record["directives"]) == ("Secret", None, 2)


def test_a_text_without_header_is_listed_all_the_same(run: Run) -> None:
    record = json.loads(run("cables", "-", "--format", "jsonl", stdin="Please send his views to us.\n").stdout)
    assert (record["number"], record["sender"], record["date"], record["directives"]) == (None, None, None, 1)


def test_help_says_that_the_count_is_of_what_is_issued(run: Run) -> None:
    assert "The count of directives is of those that are issued" in " ".join(run("cables", "--help").stdout.split())


def test_a_file_to_write_to(run: Run, cable: Path, tmp_path: Path) -> None:
    out = tmp_path / "cables.jsonl"
    assert run("cables", cable, "--format", "jsonl", "-o", out).stdout == ""
    assert json.loads(out.read_text(encoding="utf-8"))["id"] == "harwick-31"
