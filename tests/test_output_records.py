"""The records that `directives extract` and `directives cables` write."""

import csv
import io
import json

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import directives
from directives.model import Cable, Findings, Party
from directives.output.records import (
    CSV_COLUMNS,
    cable_record,
    directive_record,
    directive_records,
    to_csv,
    to_csv_line,
    to_json_line,
)
from factory import TEXT, make_cable, make_directive, make_findings


def test_a_directive_record_has_these_keys_in_this_order() -> None:
    record = directive_records(make_findings())[0]
    assert list(record) == [
        "id",
        "source",
        "page",
        "paragraph",
        "cable",
        "modality",
        "status",
        "form",
        "cue",
        "actor",
        "action",
        "constraints",
        "sentence",
    ]
    assert list(record["cable"]) == ["id", "number", "sender", "addressees", "date"]
    assert list(record["cue"]) == list(record["sentence"]) == ["text", "start", "end"]
    assert list(record["actor"]) == ["text", "role", "name"]
    assert list(record["action"]) == ["text", "start", "end", "verb"]
    assert list(record["constraints"][0]) == ["type", "text", "start", "end", "value"]


def test_a_directive_record_says_what_was_found() -> None:
    record = directive_records(make_findings())[0]
    start = TEXT.index("before")
    assert record["cable"] == {
        "id": "c1",
        "number": "31",
        "sender": "Ashby",
        "addressees": ["Pell", "Consul"],
        "date": "1941-11-04",
    }
    assert (record["modality"], record["status"], record["paragraph"]) == ("obligation", "issued", "3")
    assert record["actor"] == {"text": "You", "role": "addressee", "name": "Pell"}
    assert record["constraints"] == [
        {"type": "time", "text": "before Friday", "start": start, "end": start + 13, "value": None}
    ]


def test_a_bare_imperative_has_an_empty_cue_where_its_action_starts() -> None:
    cable = make_cable("Inform Marlow at once.")
    record = directive_record(make_directive(cable, "Inform Marlow"), cable)
    assert record["cue"] == {"text": "", "start": 0, "end": 0}


def test_a_cable_record_has_these_keys_in_this_order() -> None:
    record = cable_record(make_findings())
    assert list(record) == [
        "id",
        "source",
        "number",
        "sender",
        "addressees",
        "place",
        "date",
        "time",
        "classification",
        "precedence",
        "document_number",
        "references",
        "pages",
        "legibility",
        "directives",
    ]
    assert list(record["references"][0]) == ["text", "start", "end", "number", "direction"]


def test_what_a_header_does_not_tell_is_null() -> None:
    record = cable_record(Findings(Cable("x", "x.txt", "", 0, 0)))
    unknown = ("number", "sender", "place", "date", "time", "classification", "precedence", "document_number")
    assert [record[name] for name in unknown] == [None] * len(unknown)
    assert (record["addressees"], record["references"], record["directives"]) == ([], [], 0)


def test_a_sender_without_any_name_is_null() -> None:
    cable = make_cable()
    assert cable_record(Findings(evolve(cable, header=evolve(cable.header, sender=Party()))))["sender"] is None


def test_a_cable_record_counts_issued_directives_only() -> None:
    findings = make_findings()
    enclosed = make_directive(findings.cable, "inform Marlow", status="enclosed")
    assert cable_record(evolve(findings, directives=(*findings.directives, enclosed)))["directives"] == 2


def test_a_json_line_is_one_line_that_reads_back() -> None:
    cable = make_cable("Inform\n“Marlow” \x1b[31m\u2028at once.")
    record = directive_record(make_directive(cable, "Inform\n“Marlow” \x1b[31m\u2028at once"), cable)
    line = to_json_line(record)
    assert line.splitlines() == [line.removesuffix("\n")]
    assert json.loads(line) == record
    assert "“Marlow”" in line


def test_csv_has_a_column_for_each_key_and_each_constraint_type() -> None:
    record = directive_records(make_findings())[0]
    rows = list(csv.DictReader(io.StringIO(to_csv([CSV_COLUMNS]) + to_csv_line(record))))
    assert len(rows) == 1
    assert None not in rows[0]
    assert rows[0]["action.text"] == "inform Marlow"
    assert rows[0]["cable.addressees"] == "Pell; Consul"
    assert (rows[0]["time"], rows[0]["condition"]) == ("before Friday", "")
    assert TEXT[int(rows[0]["action.start"]) : int(rows[0]["action.end"])] == "inform Marlow"


def test_csv_columns_do_not_depend_on_the_directive() -> None:
    cable = make_cable()
    bare = directive_record(make_directive(cable, "Please", name=None), cable)
    assert len(next(csv.reader([to_csv_line(bare)]))) == len(CSV_COLUMNS)


PIECES = st.sampled_from(
    [
        "You will inform Marlow before Friday.",
        "please",
        "you should not",
        "It is desired that",
        "we be told",
        "if he asks,",
        "Grateful for your views",
        "\n\n",
        "\n- 5. ",
        "(a)",
        "From Ashby to Pell 4 Nov. 1941 No. 31",
        "Message begins.",
        "Message ends",
        "page 2",
        "\f",
        "Secret",
        "and report",
        ",",
        ".",
        "“",
        "\u202e",
        "\x1b[0m",
        "\r\n",
        "ﬁ",
        "é",
        "😀",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), min_size=1, max_size=40), st.sampled_from(["", " ", "\n"]))
def test_offsets_of_every_record_give_the_text_back(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    if not text.strip():
        return
    for cable in directives.read(text + "\n "):
        findings = directives.examine(cable)
        references = cable_record(findings)["references"]
        for record in directive_records(findings):
            quotes = [record["cue"], record["action"], record["sentence"], *record["constraints"], *references]
            assert all(cable.text[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)
