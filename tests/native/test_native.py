"""The installed wheel has native code, and finds what the same sources find as Python. Run by `make test-native`."""

import importlib
import os
import shutil
import subprocess
import sys
import sysconfig

import pytest

from conftest import ROOT

FIND = """
import sys
from pathlib import Path
import directives
from directives.output.records import to_json_line, directive_records

for path in sorted(Path("examples").glob("*.txt")):
    text = path.read_text(encoding="utf-8")
    for kept in (text, text.replace("l", "1"), text.upper(), text.replace("e", "c").replace(" ", "\\n"), text[::2]):
        for cable in directives.read(kept + "\\n"):
            findings = directives.examine(cable)
            print(cable.header, *map(to_json_line, directive_records(findings)), findings.near_misses, sep="\\n")
"""


def found(from_: str) -> str:
    """What is found in the examples, whole and damaged, by the package of a folder, or by the installed one ("")."""
    return subprocess.run(
        [sys.executable, "-P", "-c", FIND],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": from_},
    ).stdout


@pytest.mark.parametrize("module", ["examination", "forms.find", "language.tokens", "reading.header", "context.weigh"])
def test_the_module_is_native(module: str) -> None:
    if shutil.which((os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]) is None:
        pytest.skip("no C compiler: the wheel is made of Python alone")
    file = importlib.import_module(f"directives.{module}").__file__
    assert file is not None and file.endswith(sysconfig.get_config_var("EXT_SUFFIX"))


def test_native_code_finds_what_python_finds() -> None:
    native = found("")
    assert native == found(str(ROOT))
    assert native.count('"modality"') > 100
