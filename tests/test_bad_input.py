"""Input that cannot be read costs itself alone: one line on standard error, status 1, and all the rest is written."""

from pathlib import Path

import pytest

import directives
from conftest import CABLE, Process, Run
from directives.model import Cable, Findings

FRENCH = (
    "Le ministre a reçu hier soir l'ambassadeur et lui a dit que le gouvernement ne pouvait pas accepter la note dans "
    "sa forme présente. Vous voudrez bien faire savoir au secrétaire que nous attendons une réponse avant vendredi. "
)
GERMAN = (
    "Der Minister hat gestern Abend den Botschafter empfangen und ihm gesagt, dass die Regierung die Note in der "
    "vorliegenden Form nicht annehmen kann. Bitte teilen Sie dem Sekretär mit, dass wir eine Antwort erwarten. "
)
MEGABYTE = 1_000_000

BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(2000),
    "french.txt": (FRENCH * 3).encode(),
    "german.txt": (GERMAN * 3).encode(),
    "damaged.txt": "You will inform Marlow of the café’s “naïve” note.".encode() + b" \xc3 \xe2\x82 Please see him.",
    "no-line-break.txt": b"x" * 3 * MEGABYTE,
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["table", "extract", "cables", "explain"])
def test_one_line_names_the_file_and_the_rest_is_written(run: Run, cable: Path, name: str, command: str) -> None:
    bad = cable.with_name(name)
    bad.write_bytes(BAD[name])
    result = run(command, bad, cable)
    assert result.exit_code == 1
    assert [line.startswith(f"directives: {bad}: ") for line in result.stderr.splitlines()] == [True]
    assert "inform Marlow" in result.stdout or (command == "cables" and "harwick-31" in result.stdout)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("missing.txt", "no such file"),
        ("nothing-*.txt", "no file matches"),
        ("empty-folder", "no readable file in this folder"),
    ],
)
def test_a_source_that_is_not_there(run: Run, cable: Path, source: str, words: str) -> None:
    (cable.parent / "empty-folder").mkdir()
    (cable.parent / "empty-folder" / "photo.jpg").write_bytes(b"x")
    result = run("extract", cable.parent / source, cable)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"directives: {cable.parent / source}: {words}")
    assert result.stderr.count("\n") == 1
    assert "inform Marlow" in result.stdout


def test_empty_standard_input(run: Run) -> None:
    result = run("extract", "-", stdin="")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "directives: stdin: the file is empty\n"


def test_an_empty_text_to_explain(run: Run) -> None:
    result = run("explain", "--text", " ")
    assert result.exit_code == 2
    assert "the text is empty" in result.stderr


def test_the_good_part_of_damaged_text_is_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "damaged.txt"
    path.write_bytes(BAD["damaged.txt"])
    assert "inform Marlow" in run("extract", path).stdout


def test_a_message_holds_no_control_character_of_a_file_name(run: Run, tmp_path: Path) -> None:
    result = run("table", tmp_path / "no\x1b[2Jwhere\n.txt")
    assert "\x1b" not in result.stderr
    assert result.stderr.count("\n") == 1


def test_no_traceback_from_the_program_itself(process: Process, tmp_path: Path) -> None:
    for name, data in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(CABLE)
    result = process("extract", tmp_path)
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == len(BAD)
    assert b"inform Marlow" in result.stdout


def test_a_cable_on_which_the_program_fails_costs_itself_alone(
    run: Run, cable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def examine(cable: Cable, **wanted: bool) -> Findings:
        if "rotten" in cable.source:
            raise IndexError("out of range")
        return Findings(cable)

    monkeypatch.setattr(directives, "examine", examine)
    rotten = cable.with_name("a-rotten.txt")
    rotten.write_text(CABLE)
    result = run("cables", rotten, cable)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"directives: {rotten}: passed over, for a fault of this program: IndexError")
    assert "harwick-31" in result.stdout


def test_old_encodings_are_no_bad_input(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes(
        "Please inform Marlow before Friday. The café at Ålesund – “naïve, déjà vu” – is closed.".encode("cp1252")
    )
    result = run("extract", path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "inform Marlow" in result.stdout
