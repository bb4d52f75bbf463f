"""What the command line says about itself, and what it loads to say it."""

import subprocess
import sys

import pytest

import directives
from conftest import Process, Run
from directives.cli import COMMANDS

SAY_WHAT_IS_LOADED = """
import sys
from directives.cli import group
try:
    group(sys.argv[1:], prog_name="directives")
finally:
    print(*sys.modules, file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """Names of all modules that are loaded after running the command line with these arguments."""
    process = subprocess.run(
        [sys.executable, "-c", SAY_WHAT_IS_LOADED, *arguments], capture_output=True, text=True, check=True
    )
    return set(process.stderr.split())


def test_help_loads_neither_lark_nor_the_grammar_nor_what_makes_output() -> None:
    unwanted = {
        "lark",
        "rich",
        "tabulate",
        "attr",
        "charset_normalizer",
        "directives.grammar_files",
        "directives.forms",
        "directives.output",
        "directives.reading",
        "directives.model",
    }
    assert not loaded("--help") & unwanted


def test_help_names_every_command_and_shows_examples(run: Run) -> None:
    said = run("--help").stdout
    for name in COMMANDS:
        assert f"directives {name}" in said or f"\n  {name} " in said
    assert "_DIRECTIVES_COMPLETE=bash_source directives" in said
    assert "Exit status: 0" in said


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"  directives {name}" in result.stdout


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"directives {directives.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("tables", "x"),
        ("table",),
        ("table", "--format", "excel", "x"),
        ("explain",),
        ("extract", "x", "--form"),
        ("table", "x", "--width", "wide"),
    ],
)
def test_wrong_usage_is_status_2_and_goes_to_standard_error(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Error:" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion_as_the_help_describes_it(process: Process, shell: str) -> None:
    script = process(_DIRECTIVES_COMPLETE=f"{shell}_source")
    assert b"directives" in script.stdout
    assert script.returncode == 0


def test_completion_offers_the_commands(process: Process) -> None:
    offered = process(_DIRECTIVES_COMPLETE="bash_complete", COMP_WORDS="directives ex", COMP_CWORD="1").stdout
    assert offered.split() == [b"plain,extract", b"plain,explain"]
