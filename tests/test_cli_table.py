"""`directives table`."""

import csv
import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import CABLE, Run

ENCLOSING = """\
From: Washington (Ashby)
To: Tokyo (Pell)
4 November 1941

1. This message for Premier Dorrell has come from Orley.

Message begins:

You will inform Marlow before Friday. Please send his views to us.

Message ends.

2. The weather in Harwick has been mild for a week.
"""


def test_a_table_under_a_heading(run: Run, cable: Path) -> None:
    result = run("table", cable)
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0] == f"No. 31 · Ashby to Pell · 1941-11-04 · {cable}"
    assert lines[2].split() == ["#", "modality", "actor", "action", "constraints", "cue", "where"]
    assert [line.split()[:2] for line in lines[4:6]] == [["1", "obligation"], ["2", "request"]]


def test_offsets_in_the_table_lead_to_the_action(run: Run, cable: Path) -> None:
    spans = re.findall(r"(\d+)–(\d+)", run("table", cable).stdout)
    assert [CABLE[int(start) : int(end)] for start, end in spans] == ["inform Marlow", "send his views to us"]


def test_the_table_wraps_to_the_width_of_the_terminal(run: Run, cable: Path) -> None:
    table = run("table", cable, COLUMNS="72").stdout.split("\n\n", 1)[1]
    assert max(map(len, table.splitlines())) <= 72


def test_width_can_be_chosen(run: Run, cable: Path) -> None:
    table = run("table", cable, "--width", 80).stdout.split("\n\n", 1)[1]
    assert max(map(len, table.splitlines())) <= 80


@pytest.mark.parametrize("width", [65, 72])
def test_all_columns_fit_from_65_characters_on_whatever_the_words(run: Run, cable: Path, width: int) -> None:
    cable.write_text(CABLE.replace("Marlow", "the plenipotentiaries confidentially notwithstanding remonstrances"))
    table = run("table", cable, "--width", width).stdout.split("\n\n", 1)[1]
    assert max(map(len, table.splitlines())) <= width


def test_few_columns_fit_a_narrow_terminal(run: Run, cable: Path) -> None:
    table = run("table", cable, "--width", 20, "--fields", "#,action").stdout.split("\n\n", 1)[1]
    assert max(map(len, table.splitlines())) <= 20
    assert "inform" in table


def test_standard_input(run: Run) -> None:
    result = run("table", "-", stdin=CABLE)
    assert result.exit_code == 0
    assert "inform Marlow" in result.stdout


def test_a_folder_is_read_with_its_folders_in_order_of_names(run: Run, tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.TXT", "a.md", ".hidden/x.txt", "b/.y.txt", "b/picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(CABLE)
    result = run("table", tmp_path)
    assert re.findall(r"· (\S+)$", result.stdout, re.M) == [
        str(tmp_path / name) for name in ("a.md", "b/1.TXT", "b/2.txt")
    ]


def test_a_glob_is_expanded_where_the_shell_did_not(run: Run, tmp_path: Path) -> None:
    for name in ("x2.txt", "x1.txt", "y.txt"):
        (tmp_path / name).write_text(CABLE)
    result = run("table", tmp_path / "x*.txt")
    assert re.findall(r"· (\S+)$", result.stdout, re.M) == [str(tmp_path / "x1.txt"), str(tmp_path / "x2.txt")]


def test_a_file_whose_name_looks_like_a_glob_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cable[1].txt").write_text(CABLE)
    assert run("table", tmp_path / "cable[1].txt").exit_code == 0


def test_a_source_given_twice_is_read_once(run: Run, cable: Path) -> None:
    assert run("table", cable, cable.parent, cable).stdout == run("table", cable).stdout


def test_a_cable_without_directives_says_so(run: Run) -> None:
    result = run("table", "-", stdin="The weather in Harwick has been mild for a week.\n")
    assert "no directives found\n" in result.stdout
    assert result.exit_code == 0


def test_a_cable_that_issues_nothing_itself_says_how_much_it_encloses(run: Run) -> None:
    table = run("table", "-", stdin=ENCLOSING)
    assert table.stdout.endswith("no directives issued (2 enclosed: --all shows them)\n\n")
    assert "send his views to us" in run("table", "-", "--all", stdin=ENCLOSING).stdout
    assert run("table", "-", "--format", "html", stdin=ENCLOSING).stdout.endswith("issued (2 enclosed)\n\n")


@pytest.mark.parametrize("name", ["csv", "tsv", "jsonl", "webannotation"])
def test_what_a_program_reads_holds_no_remark_on_what_is_left_out(run: Run, name: str) -> None:
    result = run("table", "-", "--format", name, stdin=ENCLOSING)
    assert "enclosed" not in result.stdout
    assert result.stderr == "directives: no directives issued in 1 cable (2 enclosed: --all shows them)\n"


def test_help_says_how_a_prohibition_is_to_be_read(run: Run) -> None:
    said = " ".join(run("table", "--help").stdout.split())
    assert 'The act of a prohibition is what is forbidden ("give any undertaking")' in said


def test_csv_is_one_table_for_all_cables(run: Run, tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text(CABLE)
    rows = list(csv.DictReader(io.StringIO(run("table", tmp_path, "--format", "csv").stdout)))
    assert [row["cable"] for row in rows] == ["1", "1", "2", "2"]
    assert [row["source"] for row in rows[1:3]] == [str(tmp_path / "1.txt"), str(tmp_path / "2.txt")]
    assert rows[0]["action"] == "inform Marlow"


def test_a_file_is_written_whole_or_not_at_all(run: Run, cable: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "table.txt"
    out.parent.mkdir()
    result = run("table", cable, "-o", out)
    assert (result.stdout, result.exit_code) == ("", 0)
    assert "inform Marlow" in out.read_text(encoding="utf-8")
    assert [*out.parent.iterdir()] == [out]


def test_a_file_is_not_written_over_unless_told_so(run: Run, cable: Path, tmp_path: Path) -> None:
    out = tmp_path / "kept"
    out.write_text("mine")
    refused = run("table", cable, "-o", out)
    assert refused.exit_code == 2
    assert f"{out} exists" in refused.stderr
    assert out.read_text() == "mine"
    assert run("table", cable, "-o", out, "--force").exit_code == 0
    assert "inform Marlow" in out.read_text(encoding="utf-8")


def test_a_folder_as_output_and_a_folder_that_is_not_there(run: Run, cable: Path, tmp_path: Path) -> None:
    assert run("table", cable, "-o", tmp_path).exit_code == 2
    assert run("table", cable, "-o", tmp_path / "nowhere" / "out.txt").exit_code == 2


def on_a_terminal(*arguments: object, **env: str) -> str:
    """What the command line writes to a terminal of 100 columns."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "directives", *map(str, arguments)]
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {
        "COLUMNS": "100",
        "TERM": "xterm",
    }
    running = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment | env)
    os.close(theirs)
    said = b""
    try:
        while read := os.read(ours, 65536):
            said += read
    except OSError:  # how Linux reports that the other end is closed
        pass
    running.wait()
    os.close(ours)
    return said.decode()


def test_colour_on_a_terminal_only(run: Run, cable: Path) -> None:
    assert "\x1b[1m" in on_a_terminal("table", cable)
    assert "\x1b" not in run("table", cable).stdout


def test_no_colour_where_it_is_not_wanted(cable: Path) -> None:
    assert "\x1b" not in on_a_terminal("table", cable, NO_COLOR="1")


def test_control_characters_of_a_source_never_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "evil\x1b]0;name\x07.txt"
    path.write_text(CABLE.replace("Marlow", "Mar\x1b[2J\u009b31mlow").replace("[Secret]", "Secret\x1b[5m"))
    for command in ("table", "extract", "cables"):
        said = on_a_terminal(command, path, NO_COLOR="1")
        assert "Ashby" in said
        assert not set("\x1b\x07\u009b") & set(said)
