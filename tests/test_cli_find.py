"""`directives find`: over sources and over a database made of them."""

import json
import re
import sqlite3
from pathlib import Path

import pytest

from conftest import CABLE, Run
from directives.output.selection import COUNTABLE, Selection

OTHER = """\
[Secret]

From: Washington (Ashby)
To: Lindenau (Harada)
12 December 1941
#40

1. You should not speak to the press about the note.
2. Please tell Marlow that the expresses run on Monday.
3. You may see the Consul if he asks.
"""
UNDATED = """\
From: Washington (Ashby)
To: Lindenau (Harada)

You will inform the Consul before noon. Please send us his views.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three cables: of November, of December, and without a date."""
    folder = tmp_path / "cables"
    folder.mkdir()
    for name, text in (("1-november", CABLE), ("2-december", OTHER), ("3-undated", UNDATED)):
        (folder / f"{name}.txt").write_text(text)
    return folder


@pytest.fixture
def database(run: Run, folder: Path) -> Path:
    """The database made of the folder."""
    path = folder.parent / "cables.db"
    assert run("extract", folder, "--format", "sqlite", "-o", path).exit_code == 0
    return path


def actions(run: Run, *arguments: object) -> list[str]:
    result = run("find", *arguments, "--format", "jsonl")
    assert result.exit_code == 0
    return [json.loads(line)["action"]["text"] for line in result.stdout.splitlines()]


FILTERS = {
    "nothing": (),
    "an actor by name": ("--actor", "harada"),
    "modality": ("--modality", "prohibition"),
    "two modalities": ("--modality", "request,permission"),
    "words": ("--text", "PRESS"),
    "since": ("--since", "1941-12"),
    "until": ("--until", "1941-11-04"),
    "a span of time": ("--since", "1941-11-05", "--until", "1941"),
    "a constraint": ("--constraint", "time"),
    "either constraint": ("--constraint", "time,condition"),
    "several": ("--actor", "Pell", "--modality", "obligation", "--constraint", "time"),
    "every status": ("--status", "all"),
}


@pytest.mark.parametrize("filters", FILTERS.values(), ids=FILTERS)
def test_a_database_answers_as_its_sources_do(run: Run, folder: Path, database: Path, filters: tuple[str, ...]) -> None:
    for format_ in ("jsonl", "simple", "csv"):
        from_sources, from_database = (
            run("find", given, *filters, "--format", format_) for given in (folder, database)
        )
        assert from_sources.stdout == from_database.stdout != ""
        assert from_sources.stderr == from_database.stderr


def test_without_filters_all_that_is_issued_is_found(run: Run, folder: Path) -> None:
    issued = [json.loads(line) for line in run("extract", folder).stdout.splitlines()]
    assert actions(run, folder) == [record["action"]["text"] for record in issued if record["status"] == "issued"]


def test_each_filter_leaves_out_what_does_not_pass_it(run: Run, database: Path) -> None:
    assert actions(run, database, "--modality", "prohibition") == ["speak to the press about the note"]
    assert actions(run, database, "--text", "press") == ["speak to the press about the note"]
    assert actions(run, database, "--actor", "pell") == ["inform Marlow", "send his views to us"]
    assert actions(run, database, "--constraint", "condition") == ["see the Consul"]
    assert actions(run, database, "--until", "1941-11") == ["inform Marlow", "send his views to us"]
    assert actions(run, database, "--since", "1941-12-01", "--modality", "permission") == ["see the Consul"]


def test_what_is_given_twice_counts_each_once(run: Run, folder: Path, database: Path) -> None:
    assert actions(run, folder, folder / "1-november.txt", folder) == actions(run, folder)
    assert actions(run, database, database) == actions(run, database)


def test_how_sources_are_read_can_be_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.md").write_text(f"---\nwritten: 1941-11-04\n---\n{UNDATED}")
    assert actions(run, tmp_path, "--since", "1941", "--column", "date=written") == actions(run, tmp_path) != []


def test_words_are_found_over_a_line_break(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(CABLE.replace("inform Marlow", "inform\nMarlow"))
    assert actions(run, tmp_path, "--text", "inform marlow") == ["inform\nMarlow"]


@pytest.mark.parametrize(
    ("date", "since", "until", "passes"),
    [
        ("1941-11-04", "1941-11-04", "1941-11-04", True),
        ("1941-11-04", "1941-11-05", None, False),
        ("1941-11-04", None, "1941-11-03", False),
        ("1941-11", "1941-11-20", None, True),  # it may be of the 21st
        ("1941-11", None, "1941-10", False),
        ("1941", "1941-06", "1941-07", True),
        (None, "1900", None, False),
        (None, None, None, True),
    ],
)
def test_dates_that_lack_their_day(date: str | None, since: str | None, until: str | None, passes: bool) -> None:
    record = {
        "cable": {"date": date},
        "status": "issued",
        "modality": "request",
        "form": "",
        "constraints": [],
        "actor": {"name": None, "text": "", "role": "addressee"},
        "sentence": {"text": ""},
        "action": {"text": ""},
    }
    assert Selection(since=since, until=until).passes(record) is passes


def test_cables_without_a_date_are_not_left_out_in_silence(run: Run, database: Path) -> None:
    result = run("find", database, "--since", "1941", "--text", "consul")
    assert "1 more in cables without a date" in result.stderr
    assert "inform the Consul" not in result.stdout


def counts(run: Run, *arguments: object) -> list[list[str]]:
    result = run("find", *arguments, "--format", "tsv")
    assert result.exit_code == 0
    return [line.split("\t") for line in result.stdout.rstrip("\n").splitlines()]


def test_counting_by_actor_and_modality(run: Run, database: Path) -> None:
    assert counts(run, database, "--count-by", "actor,modality") == [
        ["actor", "obligation", "permission", "prohibition", "request", "all"],
        ["Harada", "1", "1", "1", "2", "5"],
        ["Pell", "1", "", "", "1", "2"],
        ["all", "2", "1", "1", "3", "7"],
    ]


def test_cables_of_the_same_file_name_are_counted_apart(run: Run, tmp_path: Path) -> None:
    databases = [tmp_path / "x.db", tmp_path / "y.db"]
    for made in databases:
        (tmp_path / made.stem).mkdir()
        (tmp_path / made.stem / "1.txt").write_text(CABLE)
        assert run("extract", tmp_path / made.stem, "--format", "sqlite", "-o", made).exit_code == 0
    for given in ([tmp_path / "x", tmp_path / "y"], databases, [tmp_path / "x", databases[1]]):
        table = counts(run, *given, "--count-by", "cable")
        assert table == [["cable", "directives"], ["1", "2"], ["1~2", "2"], ["all", "4"]]
        assert [json.loads(line)["id"] for line in run("find", *given, "--format", "jsonl").stdout.splitlines()] == [
            "1-1",
            "1-2",
            "1~2-1",
            "1~2-2",
        ]


def test_counting_by_one_thing_and_by_three(run: Run, database: Path) -> None:
    assert counts(run, database, "--count-by", "month", "--actor", "pell") == [
        ["month", "directives"],
        ["1941-11", "2"],
        ["all", "2"],
    ]
    three = counts(run, database, "--count-by", "year,actor,modality")
    assert three[0][:2] == ["year", "actor"]
    assert three[-1][-1] == "7"


def test_a_directive_with_two_types_of_constraint_counts_for_each_but_once_in_the_sum(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(CABLE.replace("You will", "If he asks, you will"))
    table = counts(run, tmp_path, "--count-by", "constraint")
    assert ["condition", "1"] in table
    assert ["time", "1"] in table
    assert table[-1] == ["all", "2"]


@pytest.mark.parametrize("name", COUNTABLE)
def test_everything_that_can_be_counted(run: Run, database: Path, name: str) -> None:
    assert counts(run, database, "--count-by", name)[-1] == ["all", "7"]


def test_fields_are_chosen(run: Run, database: Path) -> None:
    result = run("find", database, "--actor", "pell", "--fields", "cable.number,action.text,time", "--format", "tsv")
    assert result.stdout.splitlines() == [
        "cable.number\taction.text\ttime",
        "31\tinform Marlow\tbefore Friday",
        "31\tsend his views to us\t",
    ]


def test_offsets_in_the_table_lead_to_the_action(run: Run, folder: Path, database: Path) -> None:
    out = run("find", database, "--text", "press", "--format", "tsv").stdout
    match = re.search(r"(\d+)–(\d+)$", out, re.M)
    assert match is not None
    assert OTHER[int(match[1]) : int(match[2])] == "speak to the press about the note"


def test_nothing_passes_and_nothing_at_all(run: Run, database: Path) -> None:
    result = run("find", database, "--text", "zebra")
    assert (result.exit_code, result.stderr) == (0, "directives: none of 7 directives passes the filters\n")
    nothing = run("find", "-", stdin="The weather in Harwick has been mild for a week.\n")
    assert (nothing.exit_code, nothing.stderr) == (0, "directives: no directives at all in what was read\n")


WRONG = {
    "an unknown modality": (("--modality", "wish"), "'wish' is not one of obligation, request"),
    "an unknown constraint": (("--constraint", "time,place"), "'place' is not one of time, condition"),
    "no date": (("--since", "yesterday"), "'yesterday' is no date such as 1941-11-04"),
    "no month": (("--until", "1941-13"), "'1941-13' is no date"),
    "a span that ends before it begins": (("--since", "1942", "--until", "1941"), "--since 1942 is later than"),
    "an unknown count": (("--count-by", "colour"), "'colour' is not one of actor, modality"),
    "an unknown field": (("--fields", "acton"), "unknown field 'acton' (did you mean action?)"),
    "counts as records": (("--count-by", "actor", "--format", "jsonl"), "--count-by gives a table of counts"),
    "an unknown format": (("--format", "docx"), "'docx' is not one of"),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG.values(), ids=WRONG)
def test_wrong_usage_is_said_before_anything_is_read(
    run: Run, database: Path, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    out = tmp_path / "kept.txt"
    out.write_text("mine")
    result = run("find", database, *arguments, "-o", out, "--force")
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert out.read_text() == "mine"


def other_database(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE directives (id)")
    database.close()


def damaged(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 20)


@pytest.mark.parametrize(
    ("make", "words"), [(other_database, "not made by this program"), (damaged, "the database cannot be read")]
)
def test_a_database_of_something_else(run: Run, database: Path, tmp_path: Path, make: object, words: str) -> None:
    path = tmp_path / "other.db"
    assert callable(make)
    make(path)
    before = path.read_bytes()
    result = run("find", path, database, "--modality", "prohibition")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"directives: {path}: ")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert "speak to the press" in result.stdout
    assert path.read_bytes() == before


def test_a_database_of_a_later_version(run: Run, database: Path) -> None:
    changed = sqlite3.connect(database)
    changed.execute("PRAGMA user_version = 99")
    changed.close()
    result = run("find", database)
    assert result.exit_code == 1
    assert "version 99" in result.stderr


def test_nothing_is_written_where_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    result = run("find", tmp_path / "missing.txt", "-o", out)
    assert result.exit_code == 1
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    "arguments", [(), ("--format", "jsonl"), ("--format", "csv"), ("--count-by", "modality,source")]
)
def test_nothing_that_a_terminal_obeys_comes_out_of_a_source_or_a_database(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    folder = tmp_path / "evil\x1b[2J"
    folder.mkdir()
    (folder / "c\x07.txt").write_text(CABLE.replace("Marlow", "Mar\x1b[2J\u009b31mlow"))
    run("extract", folder, "--format", "sqlite", "-o", tmp_path / "evil.db")
    for given in (folder, tmp_path / "evil.db"):
        said = run("find", given, *arguments)
        assert "obligation" in said.stdout
        assert not set("\x1b\x07\u009b") & set(said.stdout + said.stderr)
