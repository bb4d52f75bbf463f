"""The handful of names that `import directives` gives."""

import subprocess
import sys
from pathlib import Path

import pytest

import directives
from conftest import CABLE


def test_every_public_name_is_there() -> None:
    for name in directives.__all__:
        assert getattr(directives, name) is not None
    assert set(directives.__all__) <= set(dir(directives))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'directives' has no attribute 'summarise'"):
        directives.summarise  # noqa: B018


def test_importing_loads_nothing_heavy() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import directives, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert not {"lark", "attr", "tabulate", "rich", "click"} & set(said)


def test_examine_stays_a_function_when_its_module_is_loaded() -> None:
    script = "import directives.examination, directives.cli.table, directives; assert callable(directives.examine)"
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_path_and_its_text_give_the_same_cable(cable: Path) -> None:
    from_path, from_str, from_text = (directives.read(given)[0] for given in (cable, str(cable), CABLE))
    assert from_path == from_str
    assert from_path.header == from_text.header
    assert from_path.text == from_text.text == CABLE


def test_a_path_with_a_blank_in_it(cable: Path) -> None:
    spaced = cable.rename(cable.with_name("my cable.txt"))
    assert directives.read(str(spaced))[0].text == CABLE


def test_a_mistyped_path_is_not_taken_for_a_text() -> None:
    with pytest.raises(directives.ReadingProblem, match=r"^nowhere\.txt: no such file"):
        directives.read("nowhere.txt")


def test_extract_takes_a_cable_a_text_or_a_path(cable: Path) -> None:
    found = directives.extract(directives.read(cable)[0])
    assert [d.action.text for d in found] == ["inform Marlow", "send his views to us"]
    assert (
        [d.action for d in directives.extract(CABLE)]
        == [d.action for d in directives.extract(cable)]
        == [d.action for d in found]
    )


def test_tabulate_shows_what_extract_found() -> None:
    assert "inform Marlow" in directives.tabulate(directives.extract(CABLE), format="github")


def test_directives_and_cables_show_in_a_notebook() -> None:
    cable = directives.read(CABLE.replace("Marlow", "<b>Marlow</b>"))[0]
    shown = directives.extract(cable)[0]._repr_html_() + cable._repr_html_()
    assert "Ashby" in shown
    assert "<b>" not in shown
    assert "inform" in str(directives.extract(cable)[0])
