"""Every command and snippet of the README does what the README shows.

The fenced blocks: `console` holds commands after "$ ", each with its output where the README shows any. `python` is
run, and a `text` block after it is what it prints. A block with a path after its language is a piece of that file,
appended to it in a copy of the project, in which all run that stand behind the first such piece; those before it run in
a copy without any.

Run as a program, this module writes the outputs into the README anew.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

import pytest

README = Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(r"^( *)```(\w+)(?: (\S+))?\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
COPIED = ("directives", "grammar", "examples", "Makefile", "pyproject.toml")


def copy_project(to: Path, readme: str) -> None:
    """A copy of the project with the README's additions to its files."""
    for name in COPIED:
        source = README.parent / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, to / name)
    (to / ".venv").symlink_to(Path(sys.prefix))
    os.utime(to / "pyproject.toml", (0, 0))  # `make` must not renew the environment in which the tests run
    for _, _, path, text in BLOCK.findall(readme):
        if path:
            with (to / path).open("a", encoding="utf-8") as file:
                file.write(f"\n{dedent(text)}")


def run(command: list[str], folder: Path) -> str:
    """What a command prints in the copy; it must succeed."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {"PYTHONPATH": str(folder), "PATH": path, "COLUMNS": "110", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):
        env.pop(name, None)
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def commands(text: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with the output shown for it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def before_and_after(readme: str) -> tuple[str, str]:
    """The README up to its first piece for a file of the project, and from there on."""
    first = next(block.start() for block in BLOCK.finditer(readme) if block[3])
    return readme[:first], readme[first:]


def blocks(readme: str) -> list[tuple[str, str]]:
    """Language and text of the blocks that run or that show output, in order."""
    return [(language, dedent(text)) for _, language, path, text in BLOCK.findall(readme) if not path]


def renew() -> None:
    """Write what commands and snippets print into the README; a command without any output shown stays so."""
    parts = before_and_after(README.read_text(encoding="utf-8"))
    README.write_text(renewed(parts[0], "") + renewed(parts[1], parts[1]), encoding="utf-8")


def renewed(part: str, additions: str) -> str:
    """A part of the README with what its commands and snippets print in a copy of the project with these additions."""
    printed = ""
    with TemporaryDirectory() as folder:
        copy_project(Path(folder), additions)

        def again(block: re.Match[str]) -> str:
            nonlocal printed
            indent, language, path, text = block.groups()
            if language == "console":
                shown = [(c, run(["bash", "-c", c], Path(folder)) if output else "") for c, output in commands(text)]
                return f"{indent}```console\n" + "".join(f"$ {c}\n{output}" for c, output in shown) + "```"
            if language == "python":
                printed = run([sys.executable, "-c", text], Path(folder))
            return f"```text\n{printed}```" if language == "text" and not path else block[0]

        return BLOCK.sub(again, part)


PARTS = before_and_after(README.read_text(encoding="utf-8"))
COMMANDS = [
    (part, *pair)
    for part, readme in enumerate(PARTS)
    for language, text in blocks(readme)
    if language == "console"
    for pair in commands(text)
]
SNIPPETS = [
    (part, text, after)
    for part, readme in enumerate(PARTS)
    for (language, text), (_, after) in pairwise(blocks(readme))
    if language == "python"
]


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The copies in which the blocks of the two parts run."""
    folders = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("extended")
    for folder, additions in zip(folders, ("", PARTS[1]), strict=True):
        copy_project(folder, additions)
    return folders


@pytest.mark.parametrize(("part", "command", "output"), COMMANDS, ids=[command for _, command, _ in COMMANDS])
def test_a_command_prints_what_the_readme_shows(
    projects: tuple[Path, Path], part: int, command: str, output: str
) -> None:
    printed = run(["bash", "-c", command], projects[part])
    assert not output or printed == output


@pytest.mark.parametrize(("part", "snippet", "output"), SNIPPETS)
def test_a_snippet_prints_what_the_readme_shows(
    projects: tuple[Path, Path], part: int, snippet: str, output: str
) -> None:
    assert run([sys.executable, "-c", snippet], projects[part]) == output


def test_the_form_that_the_readme_adds_is_none_yet(projects: tuple[Path, Path]) -> None:
    _, command, output = COMMANDS[-1]
    assert run(["bash", "-c", command], projects[0]) != output


def test_the_readme_has_commands_and_a_snippet() -> None:
    assert len(COMMANDS) >= 5
    assert SNIPPETS


if __name__ == "__main__":
    renew()
