"""The tables that people read."""

import csv
import io

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from directives.model import Actor, Cable, Undertaking
from directives.output.tables import FORMATS, cables_table, heading, tabulate, undertakings_table
from factory import TEXT, cut, make_cable, make_directive, make_findings


def test_a_row_shows_who_must_do_what_and_leads_back() -> None:
    first = tabulate(make_findings().directives).splitlines()[2]
    start = TEXT.index("inform")
    for words in (
        "obligation",
        "Pell",
        "inform Marlow",
        "time: before Friday",
        "You will",
        f"p. 1, ¶ 3, {start}–{start + 13}",
    ):
        assert words in first


def test_rows_stand_in_the_order_of_the_directives() -> None:
    lines = tabulate(make_findings().directives, "tsv").splitlines()
    assert [line.split("\t")[1] for line in lines] == ["#", "1", "2"]


def test_where_nobody_is_named_the_role_stands() -> None:
    found = make_directive(make_cable(), "inform", actor="You", name=None)
    assert "addressee" in tabulate([found]).splitlines()[2].split()


def test_a_third_party_without_a_name_is_shown_in_the_words_of_the_cable() -> None:
    cable = make_cable()
    found = evolve(make_directive(cable, "inform"), actor=Actor("third_party", cut(cable.text, "Marlow")))
    assert "Marlow" in tabulate([found]).splitlines()[2].split()


def test_a_directive_that_is_not_issued_is_marked() -> None:
    assert "obligation (enclosed)" in tabulate([make_directive(make_cable(), "inform", status="enclosed")])


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_every_cell(name: str) -> None:
    table = tabulate(make_findings().directives, name)
    for words in ("inform Marlow", "before Friday", "send his views to us"):
        assert words in table


def test_an_unknown_format_is_named_with_those_that_are_known() -> None:
    with pytest.raises(ValueError, match=r"unknown table format 'excel'; known are asciidoc, .*youtrack"):
        tabulate([], "excel")


@pytest.mark.parametrize("name", ["unsafehtml", "latex_raw"])
def test_formats_that_do_not_escape_are_not_offered(name: str) -> None:
    with pytest.raises(ValueError, match="unknown table format"):
        tabulate([], name)


HOSTILE = "show </td><script>alert(1)</script> | ![x](http://e/p.png) \x1b]0;t\x07 to Marlow"


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_control_character_through(name: str) -> None:
    assert "\x1b" not in tabulate([make_directive(make_cable(HOSTILE), HOSTILE)], name)


@pytest.mark.parametrize("name", ["html", "github", "pipe", "mediawiki"])
def test_html_in_a_source_is_text_in_the_table(name: str) -> None:
    assert "<script" not in tabulate([make_directive(make_cable(HOSTILE), HOSTILE)], name)


@pytest.mark.parametrize("name", ["github", "pipe"])
def test_a_bar_or_a_line_break_in_a_source_makes_no_new_cell(name: str) -> None:
    cable = make_cable("show a | b\n| c to Marlow")
    lines = tabulate([make_directive(cable, cable.text)], name).splitlines()
    assert len(lines) == 3
    assert {line.count("|") for line in lines} == {8}


def test_csv_names_the_cable_and_runs_nothing() -> None:
    cable = make_cable("=HYPERLINK(1) Marlow")
    row = next(csv.DictReader(io.StringIO(tabulate([make_directive(cable, cable.text)], "csv"))))
    assert (row["cable"], row["source"]) == ("c1", "c1.txt")
    assert row["action"] == "'=HYPERLINK(1) Marlow"


WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=60).map(" ".join)


@given(
    st.lists(WORDS, min_size=1, max_size=5), st.integers(75, 200), st.sampled_from(["simple", "grid", "plain", "psql"])
)
@example(["wordsoftwelve antidisestablishmentarianism"], 75, "grid")
def test_a_text_table_is_no_wider_than_asked_for(actions: list[str], width: int, name: str) -> None:
    table = tabulate([make_directive(make_cable(action), action) for action in actions], name, width)
    assert max(map(len, table.splitlines())) <= width


def test_a_table_that_fits_is_not_wrapped() -> None:
    found = make_findings().directives
    assert tabulate(found, width=200) == tabulate(found)


def test_all_words_are_still_there_after_wrapping() -> None:
    action = " ".join(f"word{n}" for n in range(80))
    table = tabulate([make_directive(make_cable(action), action)], "simple", 100)
    assert all(f"word{n}" in table.split() for n in range(80))


def test_a_heading_names_number_parties_date_and_source() -> None:
    assert heading(make_cable()) == "No. 31 · Ashby to Pell, Consul · 1941-11-04 · c1.txt"


def test_a_heading_without_header_is_the_source() -> None:
    assert heading(Cable("x", "odd\x1b[2J.txt", "", 0, 0)) == "odd\\u001b[2J.txt"


def test_a_heading_is_written_as_the_format_writes_headings() -> None:
    assert heading(make_cable(), "github").startswith("## No. 31")
    assert heading(Cable("x", "<b>.txt", "", 0, 0), "html") == "<h2>&lt;b&gt;.txt</h2>"


def test_undertakings_show_what_the_sender_will_do() -> None:
    text = "We will let you know the outcome."
    table = undertakings_table([Undertaking(cut(text, "let you know the outcome"), cut(text, text))])
    assert "let you know the outcome" in table
    assert "p. 1, 8–32" in table


def test_cables_are_listed_with_their_header_and_counts() -> None:
    row = next(csv.DictReader(io.StringIO(cables_table([make_findings()], "csv"))))
    assert row == {
        "cable": "c1",
        "number": "31",
        "from": "Ashby",
        "to": "Pell Consul",
        "date": "1941-11-04",
        "classification": "Secret",
        "pages": "1",
        "legibility": "0.90",
        "directives": "2",
        "source": "c1.txt",
    }


def test_cables_count_issued_directives_only() -> None:
    findings = make_findings()
    enclosed = evolve(findings, directives=(make_directive(findings.cable, "inform Marlow", status="enclosed"),))
    assert cables_table([enclosed], "tsv").splitlines()[1].endswith("\t0\tc1.txt")
