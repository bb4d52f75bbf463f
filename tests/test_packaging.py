"""What an installed package carries."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from conftest import ROOT


def test_the_wheel_carries_the_grammar_and_works_without_the_checkout(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env=os.environ | {"HATCH_BUILD_NO_HOOKS": "true"},  # native code has tests of its own
    )
    installed = tmp_path / "installed"
    with zipfile.ZipFile(next(tmp_path.glob("directives-*.whl"))) as wheel:
        wheel.extractall(installed)
    grammar = {path.relative_to(ROOT) for path in (ROOT / "grammar").rglob("*") if path.is_file()}
    assert grammar == {
        path.relative_to(installed / "directives")
        for path in (installed / "directives" / "grammar").rglob("*")
        if path.is_file()
    }
    script = "import directives; print(directives.__file__, *directives.extract('Please inform Marlow before Friday.'))"
    said = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(installed)},
    ).stdout
    assert said.startswith(str(installed))
    assert "inform Marlow" in said
