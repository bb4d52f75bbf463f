"""What is taken into other programs comes back as it was, read by the library with which people read it there."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import conllu
import lxml.html
import openpyxl
import pyarrow.parquet as pq
import pytest
from attrs import evolve
from bratly.io import read_and_load_ann_file, read_from_file
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pylatexenc.latex2text import LatexNodes2Text
from pyld import jsonld

import directives
from conftest import ROOT
from directives.model import Actor, Findings
from directives.output.database import read_records
from directives.output.escaping import one_line
from directives.output.exports import EXPORTS, Options, write
from directives.output.exports import xlsx as xlsx_export
from directives.output.fields import FIELDS, UnknownField, cells, choose, pruned
from directives.output.records import CSV_COLUMNS, directive_records
from directives.output.selection import actor_of
from directives.output.tables import tabulate
from factory import cut, make_cable, make_directive, make_findings

# What a scan, a forger or another language may bring: formulas, markup, controls, line ends, characters beyond 16 bits.
HOSTILE = (
    'You will =HYPERLINK("http://x","y") tell <img src=x onerror=alert(1)> | & \\input{x} $5_% #1 ~^ `ls`\r\n'
    "+1 the 😀 Consul\x1b[2J\tthat 'it' is \"so\"\nnot later than {Friday}. @SUM(A1) -2 =1+1."
)
FACTS = {"action": '=HYPERLINK("http://x","y") tell <img src=x onerror=alert(1)> | & \\input{x} $5_% #1 ~^ `ls`'}


def hostile() -> Findings:
    cable = make_cable(HOSTILE, "=c1/[x]:2")
    return Findings(
        cable,
        (
            make_directive(
                cable,
                FACTS["action"],
                "You will",
                "You",
                name="@Pell",
                constraints=(("time", "not later than {Friday}"), ("manner", "+1 the 😀 Consul\x1b[2J\tthat 'it'")),
            ),
            make_directive(cable, "@SUM(A1)", name=None, modality="prohibition", status="reported", number=2),
        ),
    )


def examples() -> list[Findings]:
    return [
        directives.examine(cable)
        for path in sorted((ROOT / "examples").glob("*.txt"))
        for cable in directives.read(path)
    ]


@pytest.fixture(scope="module")
def found() -> list[Findings]:
    return [*examples(), hostile(), make_findings()]


def records(found: list[Findings]) -> list[dict[str, Any]]:
    return [record for one in found for record in directive_records(one)]


def text_of(name: str, found: list[Findings], columns: tuple[str, ...] = CSV_COLUMNS) -> str:
    stream = io.StringIO()
    write(name, found, stream, Options(columns))
    return stream.getvalue()


def file_of(name: str, found: list[Findings], folder: Path, **options: Any) -> Path:
    path = folder / f"out.{name}"
    write(name, found, path, Options(**options))
    return path


def text_cells(found: list[Findings], columns: tuple[str, ...]) -> list[list[str]]:
    """The cells as a table shows them: on one line, what does not show as its number."""
    return [
        ["" if value is None else one_line(str(value)) for value in cells(record, columns)] for record in records(found)
    ]


def test_jsonl(found: list[Findings]) -> None:
    assert [json.loads(line) for line in text_of("jsonl", found).splitlines()] == records(found)


def test_csv(found: list[Findings]) -> None:
    text = text_of("csv", found)
    rows = [*csv.reader(io.StringIO(text))]
    assert tuple(rows[0]) == CSV_COLUMNS
    assert len(rows) == 1 + len(records(found))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row)
    assert "\x1b" not in text


def test_xlsx(found: list[Findings], tmp_path: Path) -> None:
    book = openpyxl.load_workbook(file_of("xlsx", found, tmp_path))
    assert book.sheetnames == ["directives"]
    sheet = book["directives"]
    rows = [*sheet.iter_rows(values_only=True)]
    assert rows[0] == CSV_COLUMNS
    expected = [cells(record, CSV_COLUMNS) for record in records(found)]
    tame = [n for n, row in enumerate(expected) if not any("\x1b" in str(cell) for cell in row)]
    assert len(tame) > 20
    for n in tame:
        seen = [str(cell).replace("\r\n", "\n") if isinstance(cell, str) else cell for cell in expected[n]]
        assert [(cell or None) if isinstance(cell, str) else cell for cell in seen] == [*rows[n + 1]]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.column_dimensions["A"].width > len("id")


def test_a_workbook_runs_nothing(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(file_of("xlsx", [hostile()], tmp_path)).worksheets[0]
    values = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in values} == {"s", "n"}
    assert not any(cell.hyperlink for cell in values)
    texts = [cell.value for cell in values if isinstance(cell.value, str)]
    assert "'" + FACTS["action"] in texts
    assert not any(text.startswith(("=", "+", "-", "@", "\t")) or "\x1b" in text for text in texts)


def test_a_sheet_a_cable_with_names_that_excel_takes(tmp_path: Path) -> None:
    long = "the-very-long-name-of-a-cable-from-a-volume"
    names = [long, long.upper(), "a/b:c", "history", "''", "=c1"]
    found = [Findings(cable, ()) for cable in (make_cable(name=name) for name in names)]
    book = openpyxl.load_workbook(file_of("xlsx", found, tmp_path, sheet_a_cable=True))
    assert len({name.lower() for name in book.sheetnames}) == len(names)
    assert max(map(len, book.sheetnames)) <= 31
    assert not any(re.search(r"[\[\]:*?/\\]|^'|'$", name) or name.lower() == "history" for name in book.sheetnames)
    assert book.sheetnames[2] == "a b c"


def test_a_text_too_long_for_a_cell_is_cut_with_an_ellipsis(tmp_path: Path) -> None:
    text = "You will send " + "😀" * 20_000 + "."
    cable = make_cable(text)
    path = file_of("xlsx", [Findings(cable, (make_directive(cable, text[9:-1]),))], tmp_path, columns=("action.text",))
    shown = openpyxl.load_workbook(path).worksheets[0]["A2"].value
    assert shown.startswith("send 😀")
    assert shown.endswith("😀…")


def test_a_full_sheet_is_followed_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_export, "MOST_ROWS", 2)
    book = openpyxl.load_workbook(file_of("xlsx", [make_findings()], tmp_path))
    assert [sheet.max_row for sheet in book.worksheets] == [2, 2]


def test_parquet_is_the_records(found: list[Findings], tmp_path: Path) -> None:
    table = pq.read_table(file_of("parquet", found, tmp_path))
    assert table.to_pylist() == records(found)
    assert table.schema.metadata[b"directives.schema"] == b"1"


@pytest.mark.parametrize("names", ["id,action,time", "cable.addressees,page", "constraints"])
def test_parquet_with_chosen_fields(found: list[Findings], tmp_path: Path, names: str) -> None:
    columns = choose(names)
    table = pq.read_table(file_of("parquet", found, tmp_path, columns=columns))
    assert [*map(dict, table.to_pylist())] == [pruned(record, columns) for record in records(found)]


def query(path: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    database = sqlite3.connect(path)
    try:
        return database.execute(sql, values).fetchall()
    finally:
        database.close()


def test_sqlite_gives_the_records_back(found: list[Findings], tmp_path: Path) -> None:
    assert [*read_records(file_of("sqlite", found, tmp_path))] == records(found)


def test_sqlite_is_sound_and_its_keys_lead_somewhere(found: list[Findings], tmp_path: Path) -> None:
    path = file_of("sqlite", found, tmp_path)
    assert query(path, "PRAGMA integrity_check") == [("ok",)]
    assert query(path, "PRAGMA foreign_key_check") == []
    tables = ("cables", "addressees", "cable_references", "directives", "constraints", "undertakings")
    assert all(query(path, f"PRAGMA foreign_key_list({table})") for table in tables)
    assert query(path, "SELECT count(*) FROM cables") == [(len(found),)]
    limits = sum(len(record["constraints"]) for record in records(found))
    assert query(path, "SELECT count(*) FROM constraints") == [(limits,)]


def test_offsets_in_sqlite_lead_to_the_words(found: list[Findings], tmp_path: Path) -> None:
    path = file_of("sqlite", found, tmp_path)
    rows = query(
        path,
        "SELECT action, substr(c.text, action_start - c.start + 1, action_end - action_start), cue,"
        " substr(c.text, cue_start - c.start + 1, cue_end - cue_start)"
        " FROM directives JOIN cables AS c USING (cable_key)",
    )
    assert len(rows) == len(records(found))
    assert all(action == there and cue == cue_there for action, there, cue, cue_there in rows)


def test_full_text_search_over_actions_and_texts(found: list[Findings], tmp_path: Path) -> None:
    path = file_of("sqlite", found, tmp_path)
    keys = "SELECT rowid FROM directives_fts WHERE directives_fts MATCH ?"
    search = f"SELECT action FROM directives WHERE directive_key IN ({keys})"
    assert query(path, search, "action : marlow") == [("inform Marlow",)]
    assert query(path, search, "sentence : telegram AND marlow") == [("inform Marlow",), ("send his views to us",)]
    cables = "SELECT id FROM cables WHERE cable_key IN (SELECT rowid FROM cables_fts WHERE cables_fts MATCH ?)"
    assert query(path, cables, "marlow") == [("c1",)]


def test_the_view_has_a_row_a_directive_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    path = file_of("sqlite", [make_findings()], tmp_path)
    rows = query(path, "SELECT cable, sender, addressees, actor, action, constraints FROM directive_rows")
    assert rows == [
        ("c1", "Ashby", "Pell; Consul", "Pell", "inform Marlow", "time: before Friday"),
        ("c1", "Ashby", "Pell; Consul", "Pell", "send his views to us", None),
    ]


def test_the_view_calls_the_actor_as_the_tables_do(tmp_path: Path) -> None:
    cable = make_cable("You will inform Marlow. The Consul will wait.")
    you, consul = cut(cable.text, "You"), cut(cable.text, "The Consul")
    actors = [
        Actor("addressee", you),
        Actor("third_party", consul),
        Actor("third_party"),
        Actor("addressee", you, "Pell"),
    ]
    found = Findings(cable, tuple(evolve(make_directive(cable, "inform Marlow"), actor=actor) for actor in actors))
    path = file_of("sqlite", [found], tmp_path)
    shown = [actor for (actor,) in query(path, "SELECT actor FROM directive_rows ORDER BY directive_key")]
    assert shown == ["addressee", "The Consul", "third party", "Pell"]
    assert shown == [actor_of(record) for record in records([found])]
    rows = tabulate(found.directives, "tsv", fields=["actor"]).splitlines()
    assert shown == rows[1:]


def test_cables_with_the_same_name_stay_apart(tmp_path: Path) -> None:
    path = file_of("sqlite", [make_findings(), make_findings()], tmp_path)
    assert query(path, "SELECT cable_key, count(*) FROM directives GROUP BY cable_key") == [(1, 2), (2, 2)]


COLUMNS = ("id", "modality", "action.text", "time", "manner", "action.start")


def test_markdown(found: list[Findings]) -> None:
    page = lxml.html.fromstring(MarkdownIt("commonmark").enable("table").render(text_of("markdown", found, COLUMNS)))
    rows = [[cell.text_content() for cell in row.iter("th", "td")] for row in page.iter("tr")]
    assert rows[0] == [*COLUMNS]
    shown = [[" ".join(cell.split()) for cell in row] for row in rows[1:]]
    assert shown[:-4] == text_cells(found[:-2], COLUMNS)
    assert "<img src=x onerror=alert(1)> | &" in rows[-4][2]
    assert not [*page.iter("img", "a", "code")]


def test_html(found: list[Findings]) -> None:
    page = lxml.html.fromstring(text_of("html", found, COLUMNS))
    rows = [[cell.text_content().strip() for cell in row.iter("th", "td")] for row in page.iter("tr")]
    assert rows == [[*COLUMNS], *text_cells(found, COLUMNS)]
    assert {element.tag for element in page.iter()} == {"table", "thead", "tbody", "tr", "th", "td"}


def test_latex(found: list[Findings]) -> None:
    source = text_of("latex", found, COLUMNS)
    lines = source.split("\\midrule\n")[1].split("\\bottomrule")[0].splitlines()
    plain = LatexNodes2Text(keep_comments=True).latex_to_text
    rows = [[plain(cell.strip()) for cell in re.split(r"(?<!\\)&", line.removesuffix("\\\\"))] for line in lines]

    def typeset(text: str) -> str:  # what TeX makes of quotation marks on the page; pylatexenc drops \\^{}
        return " ".join(text.translate({ord(mark): None for mark in "'`’‘“”\"^"}).split())

    assert [[*map(typeset, row)] for row in rows] == [[*map(typeset, row)] for row in text_cells(found, COLUMNS)]
    assert "\\textbackslash{}input\\{x\\}" in source


def test_brat(found: list[Findings], tmp_path: Path) -> None:
    folder = file_of("brat", found, tmp_path)
    names = sorted(path.stem for path in folder.glob("*.ann"))
    assert len(names) == len(found)
    assert sorted(path.stem for path in folder.glob("*.txt")) == names
    events = 0
    for name in names:
        text = read_from_file(str(folder / f"{name}.txt"))
        read = read_and_load_ann_file(str(folder / f"{name}.ann"), no_duplicates=False, renumerotize=False)
        of = {kind: [one for one in read.annotations if type(one).__name__ == kind] for kind in BRAT}
        for entity in of["EntityAnnotation"]:
            assert " ".join(text[f.start : f.end] for f in entity.fragments) == entity.content
        events += len(of["EventAnnotation"])
    assert events == len(records(found))


BRAT = ("EntityAnnotation", "EventAnnotation", "AttributeAnnotation", "NoteAnnotation")


def test_brat_events_say_who_is_to_do_what(tmp_path: Path) -> None:
    folder = file_of("brat", [make_findings()], tmp_path)
    assert (folder / "c1.ann").read_text(encoding="utf-8").splitlines()[:5] == [
        "T1\tObligation 28 36\tYou will",
        "T2\tAction 37 50\tinform Marlow",
        "T3\tActor 28 31\tYou",
        "T4\tTime 51 64\tbefore Friday",
        "E1\tObligation:T1 Action:T2 Actor:T3 Time:T4",
    ]
    configured = (folder / "annotation.conf").read_text()
    assert "Obligation\tAction:Action, Actor?:Actor, Time*:Time" in configured


def annotations(found: list[Findings]) -> list[dict[str, Any]]:
    return json.loads(text_of("webannotation", found))["items"]


def selected(annotation: dict[str, Any], text: str) -> str:
    """What the selectors of an annotation select in the text of its source."""
    position, quote = annotation["target"]["selector"]
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert around in text
    assert text[position["start"] : position["end"]] == quote["exact"]
    return quote["exact"]


def test_web_annotations_select_the_words(found: list[Findings]) -> None:
    texts = {one.cable.source: one.cable.text for one in found}
    for one in found:
        for annotation in annotations([one]):
            assert selected(annotation, texts[one.cable.source])
    actions = [a for a in annotations(found) if a["motivation"] == "classifying"]
    assert [a["body"][0]["value"] for a in actions] == [record["modality"] for record in records(found)]
    assert len({a["id"] for a in annotations(examples())}) == len(annotations(examples()))


def test_web_annotations_are_linked_data() -> None:
    """Read as JSON-LD, with the part of the W3C's context that they use."""
    oa = "http://www.w3.org/ns/oa#"
    context = {
        "id": "@id",
        "type": "@type",
        "Annotation": f"{oa}Annotation",
        "AnnotationPage": "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
        "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list"},
        "target": {"@id": f"{oa}hasTarget", "@type": "@id"},
        "selector": {"@id": f"{oa}hasSelector", "@type": "@id"},
        "exact": f"{oa}exact",
    }

    def load(url: str, options: dict[str, Any]) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {
            "contextUrl": None,
            "documentUrl": url,
            "document": {"@context": context},
            "contentType": "application/ld+json",
        }

    (page,) = jsonld.expand(json.loads(text_of("webannotation", [make_findings()])), {"documentLoader": load})
    items = page["https://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert {item["@type"][0] for item in items} == {f"{oa}Annotation"}
    exact = [item[f"{oa}hasTarget"][0][f"{oa}hasSelector"][1][f"{oa}exact"][0]["@value"] for item in items]
    assert exact == ["inform Marlow", "You will", "You", "before Friday", "send his views to us", "Please"]


def spans(tokens: list[Any], layer: str) -> Iterator[tuple[int, int, str]]:
    """The spans that BIO tags mark, as (start, end, label)."""
    begun: tuple[int, int, str] | None = None
    for token in tokens:
        mark, _, label = token[layer].partition("-")
        if mark != "I" and begun:
            yield begun
            begun = None
        if mark == "B":
            begun = (int(token["start"]), int(token["end"]), label)
        elif mark == "I":
            assert begun is not None
            assert begun[2] == label
            begun = (begun[0], int(token["end"]), label)
    if begun:
        yield begun


def read_bio(found: list[Findings]) -> list[Any]:
    fields = ["form", "start", "end", "cue", "actor", "action", "constraint"]
    return conllu.parse(text_of("bio", found), fields=fields)


def test_bio_tags_mark_the_actions_and_the_cues() -> None:
    for one in examples():
        sentences = read_bio([one])
        for layer, quotes in (
            ("action", {(d.action.start, d.action.end, d.modality) for d in one.directives}),
            ("cue", {(d.cue.start, d.cue.end, d.modality) for d in one.directives if d.cue}),
            ("constraint", {(c.quote.start, c.quote.end, c.type) for d in one.directives for c in d.constraints}),
        ):
            marked = {span for tokens in sentences for span in spans(tokens, layer)}
            missed = quotes - marked
            assert marked <= quotes
            assert all(any(s < end and e > start for s, e, _ in marked) for start, end, _ in missed)


def test_bio_tokens_are_the_words_of_the_text() -> None:
    one = make_findings()
    tokens = [token for sentence in read_bio([one]) for token in sentence]
    assert all(one.cable.text[int(t["start"]) : int(t["end"])] == t["form"] for t in tokens)
    assert [(t["form"], t["action"]) for t in tokens if t["action"] != "O"][:2] == [
        ("inform", "B-obligation"),
        ("Marlow", "I-obligation"),
    ]


@pytest.mark.parametrize("name", [name for name, export in EXPORTS.items() if export.kind == "text"])
def test_no_control_character_in_a_format_that_may_reach_a_terminal(name: str) -> None:
    assert not set("\x1b\x07\u009b") & set(text_of(name, [hostile()]))


@pytest.mark.parametrize("name", EXPORTS)
def test_nothing_found_is_an_empty_export_that_can_be_read(name: str, tmp_path: Path) -> None:
    nothing = [Findings(make_cable(), ())]
    if EXPORTS[name].kind == "text":
        assert "inform" not in text_of(name, nothing).replace("\ninform\t", "")
    else:
        assert file_of(name, nothing, tmp_path).exists()


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_findings_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    def made(folder: str) -> dict[str, bytes]:
        target = tmp_path / folder
        if EXPORTS[name].kind == "text":
            return {"": text_of(name, [hostile()]).encode()}
        write(name, [hostile()], target, Options())
        files = [*target.iterdir()] if target.is_dir() else [target]
        return {"" if file == target else file.name: file.read_bytes() for file in files}

    assert made("one") == made("two")


def test_fields_are_columns_or_groups_of_them() -> None:
    assert choose("time,id,action") == ("time", "id", "action.text", "action.start", "action.end", "action.verb")
    assert choose("constraints") == ("time", "condition", "manner", "purpose", "limit", "reason")
    assert choose(None) == CSV_COLUMNS
    assert all(choose(name) for name in FIELDS)


@pytest.mark.parametrize("names", ["", "id,", "acton.text", "id;page"])
def test_an_unknown_field_is_named_with_those_that_there_are(names: str) -> None:
    with pytest.raises(UnknownField, match=r"unknown field '.*known are id, source") as raised:
        choose(names)
    assert ("did you mean action.text?" in str(raised.value)) == (names == "acton.text")


@given(st.text(st.characters(categories=None), min_size=3), st.data())
@example("a\ud83d\ude00b\r\n\u2028=\x00c", None)
def test_any_text_can_be_taken_away(tmp_path_factory: pytest.TempPathFactory, text: str, data: Any) -> None:
    start = data.draw(st.integers(0, len(text) - 1)) if data else 0
    end = data.draw(st.integers(start + 1, len(text))) if data else len(text)
    cable = make_cable(text)
    found = [Findings(cable, (make_directive(cable, text[start:end]),))]
    folder = tmp_path_factory.mktemp("any")
    kept = re.sub("[\ud800-\udfff]", "\ufffd", text[start:end])
    first = text.index(text[start:end])
    for name, export in EXPORTS.items():
        if export.kind == "text":
            text_of(name, found).encode()
        else:
            file_of(name, found, folder)
    assert pq.read_table(folder / "out.parquet").to_pylist()[0]["action"]["text"] == kept
    assert next(read_records(folder / "out.sqlite"))["action"]["text"] == kept
    there = read_from_file(str(folder / "out.brat" / "c1.txt"))
    assert there == text.encode("utf-8", "replace").decode()
    for line in (folder / "out.brat" / "c1.ann").read_bytes().decode().split("\n"):
        if line.startswith("T"):
            _, place, words = line.split("\t")
            spans_ = [tuple(map(int, pair.split())) for pair in place.split(" ", 1)[1].split(";") if pair.strip()]
            assert " ".join(there[s:e] for s, e in spans_) == words
            assert all(first <= s < e <= first + end - start for s, e in spans_)
