"""JSON Lines, CSV and Parquet: a row is a cable, its text in one column, what is known of it in others."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from conftest import Run
from directives.model import Cable
from directives.reading import Options, ReadingProblem, read_bytes

ROWS: list[dict[str, str | None]] = [
    {
        "id": "tel-31",
        "title": "Mr J. Ashby, Secretary, to Mr H. Pell, Consul in Tokyo",
        "number": "No. 31",
        "date": "1941-11-04",
        "text": "You will inform Marlow,\nand him alone, before Friday.",
    },
    {"id": "tel-32", "title": None, "number": "32", "date": None, "text": "Please send his views to us."},
]


def json_lines(rows: list[dict[str, str | None]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def comma_separated(rows: list[dict[str, str | None]], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def parquet(rows: list[dict[str, str | None]]) -> bytes:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out)
    return out.getvalue()


MAKERS = {"jsonl": json_lines, "csv": comma_separated, "parquet": parquet}


def facts(cable: Cable) -> tuple[str, str, str | None, str | None]:
    header = cable.header
    return cable.id, cable.text, header.number and header.number.value, header.date and header.date.value


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("named", [True, False])
def test_every_row_is_a_cable_with_its_metadata(kind: str, named: bool) -> None:
    cables = read_bytes(MAKERS[kind](ROWS), f"export.{kind}" if named else "export")
    assert [facts(cable) for cable in cables] == [
        ("tel-31", ROWS[0]["text"], "31", "1941-11-04"),
        ("tel-32", ROWS[1]["text"], "32", None),
    ]
    header = cables[0].header
    assert header.sender is not None
    assert (header.sender.name, header.sender.office) == ("Mr J. Ashby", "Secretary")
    assert [(a.name, a.place) for a in header.addressees] == [("Mr H. Pell", "Tokyo")]
    assert header.number is not None and header.number.quote is None


@pytest.mark.parametrize("kind", MAKERS)
def test_columns_of_other_names_are_chosen(kind: str) -> None:
    data = MAKERS[kind]([{"nr": "7", "gesendet": "3 June 1946", "inhalt": "Please send his views to us."}])
    with pytest.raises(ReadingProblem, match=r"'text'.*nr, gesendet, inhalt.*--column text=NAME"):
        read_bytes(data, f"export.{kind}")
    options = Options({"text": "inhalt", "date": "gesendet", "number": "nr"})
    (cable,) = read_bytes(data, f"export.{kind}", options)
    assert facts(cable)[1:] == ("Please send his views to us.", "7", "1946-06-03")
    assert cable.id.startswith("export-")


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters(delimiter: str) -> None:
    assert [c.id for c in read_bytes(comma_separated(ROWS, delimiter), "export.csv")] == ["tel-31", "tel-32"]


def test_csv_in_an_old_encoding() -> None:
    data = "number,text\n7,Please see Müller at the café.\n".encode("cp1252")
    assert read_bytes(data, "export.csv")[0].text == "Please see Müller at the café."


def test_the_columns_are_given_on_the_command_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(b"nr,body text\n7,You will inform Marlow before Friday.\n")
    assert run("extract", path).exit_code == 1
    result = run("extract", path, "--column", "text=body text", "--column", "number=nr")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["cable"]["number"] == "7"
    assert run("extract", path, "--column", "body text").exit_code == 2


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_column_that_is_not_there_is_named_with_those_that_are(kind: str) -> None:
    data = MAKERS[kind]([{"sent_on": "1941-11-04", "text": "Please send his views to us."}])
    with pytest.raises(ReadingProblem, match=r"no column 'nix'; its columns: sent_on, text .*--column date=NAME"):
        read_bytes(data, f"export.{kind}", Options({"date": "nix"}))
    assert facts(read_bytes(data, f"export.{kind}", Options({"date": "sent_on"}))[0])[3] == "1941-11-04"


def test_a_key_that_no_line_has_is_named_and_one_that_some_have_is_not(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    path.write_bytes(
        json_lines([{"sent_on": "1941-11-04", "text": "Please see Marlow."}, {"text": "Please see Pell."}])
    )
    assert run("cables", path, "--column", "date=sent_on").stderr == ""
    mistyped = run("cables", path, "--column", "date=nix")
    assert mistyped.exit_code == 1
    assert mistyped.stderr == f"directives: {path}: no row has the key 'nix', which --column date=nix asks for\n"


def test_an_entry_that_front_matter_or_a_page_lacks_is_named(run: Run, tmp_path: Path) -> None:
    notes, page = tmp_path / "a.md", tmp_path / "b.html"
    notes.write_text("---\nwritten: 1941-11-04\n---\nPlease send his views to us.\n")
    page.write_text("<html><meta name=written content=1941-11-04><p>Please send his views to us.</p></html>")
    assert run("cables", notes, page, "--column", "date=written").stderr == ""
    mistyped = run("cables", notes, page, "--column", "date=nix")
    assert mistyped.exit_code == 0
    assert mistyped.stderr.splitlines() == [
        f"directives: {notes}: its front matter has no entry 'nix', which --column date=nix asks for",
        f"directives: {page}: it has no meta entry 'nix', which --column date=nix asks for",
    ]


@pytest.mark.parametrize("kind", MAKERS)
def test_dates_and_times_that_cannot_be_read_are_told_once_with_their_count(
    run: Run, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"export.{kind}"
    dates = ("3 June 1946", "spring\x1b[2J", "1941-13-45", "")
    path.write_bytes(MAKERS[kind]([{"date": date, "time": "dusk", "text": "Please see Pell."} for date in dates]))
    result = run("cables", path, "--format", "jsonl")
    assert result.exit_code == 0
    assert [json.loads(line)["date"] for line in result.stdout.splitlines()] == ["1946-06-03", None, None, None]
    row = "line" if kind == "jsonl" else "row"
    assert result.stderr.splitlines() == [
        f"directives: {path}: {row} 1: its time cannot be read; it says 'dusk' (and 3 more like it); the rest was read",
        f"directives: {path}: {row} 2: its date cannot be read; it says 'spring\\x1b[2J' (and 1 more like it); "
        "the rest was read",
    ]


def test_a_date_of_front_matter_that_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ndate: spring\n---\nPlease send his views to us.\n")
    assert "its date cannot be read; it says 'spring' (in its front matter)" in run("table", path).stderr


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_table_without_rows_is_not_passed_over_in_silence(run: Run, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"export.{kind}"
    path.write_bytes(b"id,date,text\n" if kind == "csv" else parquet_without_rows())
    result = run("extract", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"directives: {path}: it has columns, but no row\n"


def parquet_without_rows() -> bytes:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), out)
    return out.getvalue()


def test_a_damaged_row_costs_itself_alone() -> None:
    data = json_lines(ROWS[:1]) + b'{"text": "Please\n["Please"]\n{"id": "no text"}\n' + json_lines(ROWS[1:])
    with pytest.warns(UserWarning, match="line") as said:
        assert len(read_bytes(data, "export.jsonl")) == 2
    assert [str(w.message).split(":")[1][:8] for w in said] == [" line 2", " line 3", " line 4"]


def test_many_damaged_rows_are_told_in_a_line_of_each_kind(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    path.write_bytes(json_lines(ROWS) + b'{"text": "Please\n' * 50 + b'{"sort": "Please"}\n' * 50)
    result = run("extract", path)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"directives: {path}: line 3: it is no JSON (and 49 more like it); the rest was read",
        f"directives: {path}: line 53: it has no key 'text'; its keys: sort (name yours with --column text=NAME) "
        "(and 49 more like it); the rest was read",
    ]


def test_rows_without_text_are_counted() -> None:
    data = comma_separated([*ROWS, {"id": "3", "text": ""}, {"id": "4", "text": " "}])
    with pytest.warns(UserWarning, match=r"row 3: it has no text \(and 1 more like it\); the rest was read"):
        assert len(read_bytes(data, "export.csv")) == 2


def test_a_parquet_of_another_shape_and_a_damaged_one() -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table({"text": [1, 2]}), out)
    with pytest.raises(ReadingProblem, match="its column 'text' holds no text but int64"):
        read_bytes(out.getvalue(), "export.parquet")
    for bad in (out.getvalue()[:100], b"PAR1 and no more"):
        with pytest.raises(ReadingProblem, match="no Parquet, or damaged") as problem:
            read_bytes(bad, "export.parquet")
        assert "\n" not in str(problem.value)
