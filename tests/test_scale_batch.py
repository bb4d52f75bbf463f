"""extract_batch: texts in, findings out, with the same rows as the command line and with columns that are promised."""

import json
import pickle
from pathlib import Path

import pyarrow as pa
import pytest

from conftest import CABLE, ROOT, Run
from directives.output.records import cable_record, directive_record
from directives.scale import (
    CABLES,
    DIRECTIVES,
    FINDINGS,
    TEXTS,
    SchemaProblem,
    cables_of,
    directives_of,
    extract_batch,
    failures_of,
)
from directives.scale.inputs import files_of
from factory import make_findings


def texts(*rows: dict[str, object]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist(list(rows), schema=pa.schema([TEXTS.field("source"), TEXTS.field("text")]))


def test_the_rows_are_the_records_of_the_commands(run: Run) -> None:
    files = sorted((ROOT / "examples").glob("*.txt"))
    found = extract_batch(texts(*({"source": str(file), "text": file.read_text()} for file in files)))
    for batch, command in (
        (directives_of(found), ["extract"]),
        (cables_of(found), ["cables", "--format", "jsonl"]),
    ):
        assert batch.to_pylist() == [json.loads(line) for line in run(*command, *files).stdout.splitlines()]


def test_a_folder_stands_for_the_same_files_as_in_the_commands(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b/c.txt", ".b/d.txt", "__MACOSX/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(CABLE)
    sources = [json.loads(line)["source"] for line in run("cables", tmp_path, "--format", "jsonl").stdout.splitlines()]
    assert list(files_of((str(tmp_path),))) == [Path(source) for source in sources]


def test_no_key_of_a_record_is_without_a_column() -> None:
    findings = make_findings()
    record = directive_record(findings.directives[0], findings.cable)
    assert list(record) == DIRECTIVES.names
    for name in ("cable", "cue", "actor", "action", "sentence"):
        assert list(record[name]) == [field.name for field in DIRECTIVES.field(name).type]
    assert list(record["constraints"][0]) == [field.name for field in DIRECTIVES.field("constraints").type.value_type]
    record = cable_record(findings)
    assert list(record) == CABLES.names
    assert list(record["references"][0]) == [field.name for field in CABLES.field("references").type.value_type]


def test_the_batch_has_the_schema_and_its_version() -> None:
    found = extract_batch(texts({"source": "a.txt", "text": CABLE}))
    found.validate(full=True)
    assert found.schema.equals(FINDINGS, check_metadata=True)
    assert found.schema.metadata == {b"directives.schema": b"1"}


def test_it_can_be_sent_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(extract_batch))
    batch = texts({"source": "a.txt", "text": CABLE})
    assert sent(batch).equals(extract_batch(batch))


def test_a_text_that_cannot_be_read_costs_itself_alone() -> None:
    found = extract_batch(
        texts(
            {"source": "none.txt", "text": None},
            {"source": "blank.txt", "text": " \n"},
            {"source": "noise.txt", "text": "xq zzkj wvvq pqpq " * 50},
            {"source": "good.txt", "text": CABLE},
        )
    )
    assert [failure["source"] for failure in failures_of(found)] == ["none.txt", "blank.txt", "noise.txt"]
    assert cables_of(found).column("source").to_pylist() == ["good.txt"]
    assert directives_of(found).num_rows == 2


def test_an_empty_batch() -> None:
    assert extract_batch(texts()).num_rows == 0


@pytest.mark.parametrize(
    ("batch", "words"),
    [
        (pa.RecordBatch.from_pydict({"source": ["a"]}), "'text'"),
        (pa.RecordBatch.from_pydict({"source": ["a"], "text": [7]}), "type string, this one of type int64"),
        (pa.RecordBatch.from_pydict({"source": ["a"], "text": ["b"], "when": ["c"]}), "no column 'when'"),
        (texts().replace_schema_metadata({b"directives.schema": b"2"}), "schema version 2"),
    ],
)
def test_a_batch_of_another_schema_is_refused(batch: pa.RecordBatch, words: str) -> None:
    with pytest.raises(SchemaProblem, match=words):
        extract_batch(batch)
    with pytest.raises(SchemaProblem):
        cables_of(batch)


def test_the_large_strings_of_other_programs_are_taken() -> None:
    batch = pa.RecordBatch.from_arrays([pa.array(["a"], pa.large_string()), pa.array([CABLE], pa.large_string())],
                                       names=["source", "text"])  # fmt: skip
    assert directives_of(extract_batch(batch)).num_rows == 2


def test_metadata_fill_the_header(tmp_path: Path) -> None:
    row = {"source": "a", "text": "You will inform Marlow.", "facts": [("date", "1941-11-04"), ("number", "31")]}
    found = cables_of(extract_batch(pa.RecordBatch.from_pylist([row], schema=TEXTS))).to_pylist()
    assert (found[0]["date"], found[0]["number"]) == ("1941-11-04", "31")
