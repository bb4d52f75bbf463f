"""`--format` and `--fields` of `directives extract` and `directives table` for other programs."""

import json
import sys
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from conftest import CABLE, ROOT, Run
from directives.output.exports import EXPORTS

FILES = [name for name, export in EXPORTS.items() if export.kind != "text"]


@pytest.mark.parametrize(
    ("command", "name"),
    [(command, name) for command in ("extract", "table") for name in EXPORTS],
)
def test_every_format_is_written_whole(run: Run, cable: Path, tmp_path: Path, name: str, command: str) -> None:
    out = tmp_path / "made" / f"out.{name}"
    out.parent.mkdir()
    result = run(command, cable, "--format", name, "-o", out)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert [*out.parent.iterdir()] == [out]
    holding = out / "harwick-31.ann" if name == "brat" else out
    assert b"PK" in holding.read_bytes() or b"inform" in holding.read_bytes()


@pytest.mark.parametrize("name", EXPORTS)
def test_nothing_that_is_there_is_written_over(run: Run, cable: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "kept"
    out.write_text("mine")
    result = run("extract", cable, "--format", name, "-o", out)
    assert result.exit_code == 2
    assert f"{out} exists" in result.stderr
    assert out.read_text() == "mine"


@pytest.mark.parametrize("name", EXPORTS)
def test_force_writes_over_what_was_made_before(run: Run, cable: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    for extra in ((), ("--force",)):
        assert run("extract", cable, "--format", name, "-o", out, *extra).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [cable.name, "out"]


def test_force_does_not_clear_a_folder_of_other_things(run: Run, cable: Path, tmp_path: Path) -> None:
    result = run("extract", cable, "--format", "brat", "-o", tmp_path, "--force")
    assert result.exit_code == 2
    assert "holds other things" in result.stderr
    assert cable.exists()


@pytest.mark.parametrize("name", EXPORTS)
def test_where_nothing_could_be_read_nothing_is_written(run: Run, tmp_path: Path, name: str) -> None:
    before = tmp_path / "out"
    before.mkdir() if name == "brat" else before.write_text("mine")
    result = run("extract", tmp_path / "missing.txt", "--format", name, "-o", before, "--force")
    assert result.exit_code == 1
    assert "no cable could be read: nothing is written" in result.stderr
    assert name == "brat" or before.read_text() == "mine"
    assert [*tmp_path.iterdir()] == [before]


@pytest.mark.parametrize("name", EXPORTS)
def test_a_failure_on_the_way_leaves_nothing_half_written(
    run: Run, cable: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    module = sys.modules[f"directives.output.exports.{EXPORTS[name].module}"]
    monkeypatch.setattr(module, "write", fail)
    result = run("extract", cable, "--format", name, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "No space left on device" in result.stderr
    assert [*tmp_path.iterdir()] == [cable]


def test_no_directives_at_all_is_said(run: Run, tmp_path: Path) -> None:
    mild = "The weather in Harwick has been mild for a week.\n"
    result = run("extract", "-", "--format", "parquet", "-o", tmp_path / "out.parquet", stdin=mild)
    assert (result.exit_code, result.stderr) == (0, "directives: no directives found in 1 cable\n")
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 0


@pytest.mark.parametrize("name", FILES)
def test_what_is_not_text_needs_a_file(run: Run, cable: Path, name: str) -> None:
    result = run("extract", cable, "--format", name)
    assert result.exit_code == 2
    assert f"{name} is not text" in result.stderr
    assert result.stdout == ""


def test_a_folder_and_a_place_that_is_not_there(run: Run, cable: Path, tmp_path: Path) -> None:
    for out in (tmp_path, tmp_path / "nowhere" / "out.xlsx"):
        assert run("extract", cable, "--format", "xlsx", "-o", out).exit_code == 2


def test_fields_of_records_stay_nested(run: Run, cable: Path) -> None:
    out = run("extract", cable, "--fields", "cable.date,action.text,time,id").stdout.splitlines()[0]
    record = json.loads(out)
    assert [*record] == ["id", "cable", "action", "constraints"]
    assert record["cable"] == {"date": "1941-11-04"}
    assert record["action"] == {"text": "inform Marlow"}
    assert [limit["text"] for limit in record["constraints"]] == ["before Friday"]


def test_fields_of_a_table_stand_in_the_order_given(run: Run, cable: Path) -> None:
    assert run("extract", cable, "--format", "csv", "--fields", "time,action.text").stdout.splitlines() == [
        "time,action.text",
        "before Friday,inform Marlow",
        ",send his views to us",
    ]
    table = run("table", cable, "--fields", "time,verb,action").stdout.splitlines()
    assert table[2].split() == ["time", "verb", "action"]
    assert table[4].split() == ["before", "Friday", "inform", "inform", "Marlow"]


def test_markdown_is_a_table_under_a_heading_for_each_cable(run: Run, cable: Path) -> None:
    lines = run("table", cable, "--format", "markdown", "--fields", "modality,action").stdout.splitlines()
    assert lines[0].startswith("## No. 31")
    assert lines[2:5] == [
        "| modality   | action               |",
        "|------------|----------------------|",
        "| obligation | inform Marlow        |",
    ]


def test_the_names_of_formats_mean_the_same_to_every_command(run: Run, cable: Path) -> None:
    for command in ("extract", "table", "find"):
        assert "\n\\toprule\n" in run(command, cable, "--format", "latex").stdout
        assert "\n|-----" in run(command, cable, "--format", "markdown").stdout
    assert run("table", cable, "--format", "jsonl").stdout == run("extract", cable, "--format", "jsonl").stdout


def test_table_leaves_out_what_is_only_enclosed_unless_all_is_asked_for(run: Run) -> None:
    path = ROOT / "examples" / "message-for-another.txt"

    def statuses(*arguments: object) -> set[str]:
        items = json.loads(run(*arguments, path, "--format", "webannotation").stdout)["items"]
        return {item["body"][1]["value"] for item in items if item["motivation"] == "classifying"}

    assert statuses("table") == {"issued"}
    assert statuses("table", "--all") == statuses("extract") == {"issued", "enclosed"}


def test_a_workbook_of_table_has_a_sheet_a_cable_and_of_extract_one(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(CABLE)
    for command in ("table", "extract"):
        run(command, tmp_path / "*.txt", "--format", "xlsx", "-o", tmp_path / f"{command}.xlsx")
    names = [openpyxl.load_workbook(tmp_path / f"{command}.xlsx").sheetnames for command in ("table", "extract")]
    assert names == [["a", "b"], ["directives"]]


@pytest.mark.parametrize("command", ["extract", "table"])
def test_unknown_fields_and_formats(run: Run, cable: Path, command: str) -> None:
    field = run(command, cable, "--fields", "modalty")
    assert field.exit_code == 2
    assert "unknown field 'modalty' (did you mean modality?)" in field.stderr
    assert run(command, cable, "--format", "docx").exit_code == 2


def test_formats_that_say_themselves_what_they_hold_take_no_fields(run: Run, cable: Path) -> None:
    result = run("extract", cable, "--format", "bio", "--fields", "id")
    assert result.exit_code == 2
    assert "--fields says nothing to bio" in result.stderr


@pytest.mark.parametrize(("name", "library"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_library_that_is_missing_is_named_with_how_to_get_it(
    run: Run, cable: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str
) -> None:
    monkeypatch.delitem(sys.modules, f"directives.output.exports.{EXPORTS[name].module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    result = run("extract", cable, "--format", name, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert f"{name} needs {library}: pip install 'directives[{name}]'" in result.stderr
    assert [*tmp_path.iterdir()] == [cable]
