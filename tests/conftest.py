"""What several tests need: the command line in this process, and as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from directives.cli import group

ROOT = Path(__file__).resolve().parent.parent
# The same examples in every run, and no time limit for the first of them, which loads the grammar.
# `pytest --hypothesis-profile search` looks for new ones.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile("fixed")

Run = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run() -> Run:
    """Runs the command line in this process: run("table", path, stdin="…") -> Result."""

    def run_(*arguments: object, stdin: str | bytes | None = None, **env: str) -> Result:
        result = CliRunner().invoke(group, [*map(str, arguments)], input=stdin, env={"COLUMNS": "120", **env})
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run_


@pytest.fixture
def process() -> Process:
    """Runs the command line as a process of its own: process("table", path, stdin=b"…", PYTHONHASHSEED="1")."""

    def process_(*arguments: object, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "directives", *map(str, arguments)]
        return subprocess.run(
            command, input=stdin, capture_output=True, env=os.environ | {"COLUMNS": "120"} | env, check=False
        )

    return process_


CABLE = """\
[Secret]

From: Washington (Ashby)
To: Tokyo (Pell)
4 November 1941
#31

1. You will inform Marlow before Friday.
2. Please send his views to us.
"""


@pytest.fixture
def cable(tmp_path: Path) -> Path:
    """The file of a small cable with two directives."""
    path = tmp_path / "harwick-31.txt"
    path.write_text(CABLE, encoding="utf-8")
    return path
