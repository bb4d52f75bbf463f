"""`directives.frame`: a data frame of pandas or polars."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest

import directives
from directives.output.records import CSV_COLUMNS
from factory import make_findings

FOUND = make_findings()


@pytest.mark.parametrize(
    ("library", "kind"), [("pandas", pd.DataFrame), ("polars", pl.DataFrame), (None, pd.DataFrame)]
)
def test_a_row_a_directive(library: Any, kind: type) -> None:
    frame = directives.frame(FOUND.directives, library)
    assert isinstance(frame, kind)
    assert [*frame.columns] == [*CSV_COLUMNS]
    assert [*frame["action.text"]] == ["inform Marlow", "send his views to us"]
    assert [*frame["time"]] == ["before Friday", ""]
    starts, ends = frame["action.start"], frame["action.end"]
    words = [FOUND.cable.text[start:end] for start, end in zip(starts, ends, strict=True)]
    assert words == ["inform Marlow", "send his views to us"]


def test_findings_also_tell_the_facts_of_the_header() -> None:
    assert [*directives.frame([FOUND])["cable.date"]] == ["1941-11-04"] * 2
    assert [*directives.frame([FOUND])["cable.addressees"]] == ["Pell; Consul"] * 2
    assert directives.frame(FOUND.directives)["cable.date"].isna().all()
    assert directives.frame(FOUND.directives, "polars")["cable.addressees"].is_null().all()


def test_columns_and_types_do_not_depend_on_what_was_found() -> None:
    some, none = directives.frame([FOUND]), directives.frame([])
    assert len(none) == 0
    assert (some.dtypes == none.dtypes).all()
    assert directives.frame([FOUND], "polars").schema == directives.frame([], "polars").schema


def test_a_frame_can_be_counted() -> None:
    assert directives.frame([FOUND]).groupby("modality").size().to_dict() == {"obligation": 1, "request": 1}


def test_another_library_and_one_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="unknown library 'dask'; known are pandas, polars"):
        directives.frame([], "dask")  # type: ignore[arg-type]
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ImportError, match=r"pip install 'directives\[polars\]'"):
        directives.frame([], "polars")


def test_neither_library_is_loaded_before_it_is_asked_for(tmp_path: Path) -> None:
    script = "import sys, directives; directives.frame; print('pandas' in sys.modules, 'polars' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert said.stdout.split() == ["False", "False"]
