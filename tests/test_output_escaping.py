"""What comes from a source is harmless where it is shown."""

import csv
import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directives.output.escaping import cell, json_line, markup, one_line, printable

HOSTILE = st.text(st.one_of(st.characters(), st.sampled_from("\x1b\x9b\x07\r\n\t\u202e\u200b\u2028=+-@|<>&`[\ud800")))


def unseen(text: str, allowed: str = "") -> list[str]:
    return [c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c not in allowed]


@given(HOSTILE)
def test_one_line_has_no_control_character_and_no_line_end(text: str) -> None:
    shown = one_line(text)
    assert not unseen(shown)
    assert len(shown.splitlines()) <= 1


@given(HOSTILE)
def test_printable_keeps_layout_only(text: str) -> None:
    assert not unseen(printable(text), allowed="\t\n")


def test_an_escape_sequence_is_shown_as_its_number() -> None:
    assert one_line("see \x1b[31mHull\x1b[0m  at\nonce") == "see \\u001b[31mHull\\u001b[0m at once"


def test_text_that_turns_the_reading_direction_is_shown_as_its_number() -> None:
    assert one_line("pay \u202e001") == "pay \\u202e001"


@given(HOSTILE)
def test_a_json_line_means_the_same_and_holds_no_control_character(text: str) -> None:
    line = json_line(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(line) == {"text": text}
    assert not unseen(line)


@pytest.mark.parametrize("formula", ["=1+1", "+441234", "-5. Inform Hull", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_a_cell_that_a_spreadsheet_would_run_is_kept_as_text(formula: str) -> None:
    assert cell(formula).startswith("'")


def test_a_harmless_cell_is_left_alone() -> None:
    assert cell("inform Hull - at once = now") == "inform Hull - at once = now"


@given(HOSTILE)
def test_a_cell_survives_the_way_through_csv(text: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow([cell(text)])
    assert next(csv.reader(io.StringIO(out.getvalue(), newline=""))) == [cell(text)]


def test_markup_has_no_tag_no_link_and_no_cell_border() -> None:
    shown = markup("a | b <script>x</script> ![i](http://e/x.png) `c`")
    assert not set("|<>[`") & set(shown)
