"""`directives report`: what is written, and when nothing is. How the page behaves is tested in tests/browser."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

from conftest import CABLE, Process, Run

HOSTILE = '</script><img src=x onerror="alert(1)"><!-- \u2028 \u202e & '


class _Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of each script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script":
            self.scripts[-1] += data


def data_of(page: str) -> dict[str, object]:
    data = json.loads(_Elements(page).scripts[0])
    assert isinstance(data, dict)
    return data


def test_one_page_holds_the_texts_and_every_directive(run: Run, cable: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    result = run("report", cable, "-o", out)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    data = data_of(out.read_text(encoding="utf-8"))
    assert data["texts"] == [CABLE]
    spans = [row[10] for row in data["cables"][0]["directives"]]  # type: ignore[index]
    assert [CABLE[start:end] for start, end in spans] == ["inform Marlow", "send his views to us"]


def test_a_page_asks_for_nothing_and_runs_only_what_it_names(run: Run, cable: Path) -> None:
    page = run("report", cable).stdout
    elements = _Elements(page).found
    policy = next(a["content"] for tag, a in elements if tag == "meta" and "http-equiv" in a)
    assert policy is not None
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    for tag, attributes in elements:
        assert tag not in ("img", "iframe", "object", "link", "base")
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "style")]
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", page.replace(CABLE, ""))


def test_hostile_text_stays_text(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "evil.txt"
    text = CABLE.replace("Marlow", f"Marlow {HOSTILE}").replace("Ashby", "Ash<b>by</b>")
    source.write_text(text, encoding="utf-8")
    page = run("report", source).stdout
    assert "<img" not in page
    assert "\u202e" not in page
    assert data_of(page)["texts"] == [text]


def test_sources_that_share_a_name_and_a_text_that_holds_two_cables(run: Run, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.txt").write_text(CABLE)
    cables = data_of(run("report", tmp_path).stdout)["cables"]
    assert [one["id"] for one in cables] == ["1", "1~2"]  # type: ignore[attr-defined]
    ids = [row[0] for one in cables for row in one["directives"]]  # type: ignore[attr-defined]
    assert ids == [json.loads(line)["id"] for line in run("extract", tmp_path).stdout.splitlines()]


def test_what_could_not_be_read_is_on_the_page_and_sets_the_status(run: Run, cable: Path) -> None:
    empty = cable.with_name("empty.txt")
    empty.write_bytes(b"")
    result = run("report", empty, cable)
    assert result.exit_code == 1
    assert data_of(result.stdout)["messages"] == [f"{empty}: the file is empty"]


def test_without_any_cable_no_page_is_written(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    result = run("report", tmp_path / "missing.txt", "-o", out)
    assert result.exit_code == 1
    assert "no page was written: there is no cable to show" in result.stderr
    assert [*tmp_path.iterdir()] == []


def test_cables_without_directives_make_a_page_that_says_so(run: Run, tmp_path: Path) -> None:
    source, out = tmp_path / "calm.txt", tmp_path / "out.html"
    source.write_text("The weather in Harwick has been mild for a week.\n")
    result = run("report", source, "-o", out)
    assert result.exit_code == 0
    assert result.stderr == "directives: no directives were found; the page shows the cables without any\n"
    assert out.exists()


def test_nothing_is_written_over_unless_told_so(run: Run, cable: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.html"
    out.write_text("mine")
    refused = run("report", cable, "-o", out)
    assert refused.exit_code == 2
    assert "exists" in refused.stderr
    assert out.read_text() == "mine"
    assert run("report", cable, "-o", tmp_path).exit_code == 2
    assert run("report", cable, "-o", out, "--force").exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_same_page_twice(process: Process, cable: Path) -> None:
    pages = [process("report", cable, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")]
    assert pages[0] == pages[1]
    assert len(pages[0]) > len(CABLE)
