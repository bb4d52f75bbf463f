"""SOURCE arguments in, cables out: files, folders, globs and standard input; a line on standard error for a failure."""

import sys
from collections.abc import Iterator
from glob import glob, has_magic
from pathlib import Path

import click

import directives
from directives.language.english import is_english
from directives.model import Cable, Findings
from directives.output.escaping import one_line
from directives.reading import ReadingProblem, read_path, read_text
from directives.reading.decoding import decode
from directives.reading.legibility import ILLEGIBLE

STANDARD_INPUT = "stdin"  # the name of that source in records and messages
FOLDER_SUFFIXES = (".txt", ".text", ".md")

argument = click.argument("sources_", metavar="SOURCE...", nargs=-1, required=True)


class Problems:
    """What could not be read: says so at once on standard error, one line each, and sets the exit status at the end."""

    def __init__(self) -> None:
        self.count = 0

    def report(self, message: str) -> None:
        """Say that something of a source could not be read."""
        self.count += 1
        self.note(message)

    def note(self, message: str) -> None:
        """Say something that a reader of the output should know; the exit status stays as it is."""
        click.echo(f"directives: {one_line(message)}", err=True)

    def exit(self) -> None:
        """End the command with status 1 where anything could not be read, with 0 otherwise."""
        click.get_current_context().exit(1 if self.count else 0)


def read_sources(sources: tuple[str, ...], problems: Problems) -> Iterator[Cable]:
    """The cables of all sources, one source at a time; what cannot be read is reported and passed over."""
    done: set[str] = set()
    for source in sources:
        for path in _paths(source, problems):
            if path in done:
                continue
            done.add(path)
            name = STANDARD_INPUT if path == "-" else path
            try:
                cables = read_text(decode(sys.stdin.buffer.read()), name) if path == "-" else read_path(Path(path))
            except ReadingProblem as problem:
                problems.report(f"{name}: {problem}")
                continue
            yield from _checked(cables, name, problems)


def find_in_sources(sources: tuple[str, ...], problems: Problems) -> Iterator[Findings]:
    """What is found in the cables of all sources; a cable on which the program fails is reported and passed over."""
    for cable in read_sources(sources, problems):
        try:
            yield directives.examine(cable)
        except Exception as fault:  # one cable must not cost a whole series
            problems.report(
                f"{cable.source}: passed over, for a fault of this program: {type(fault).__name__}: {fault}"
            )


def _checked(cables: list[Cable], name: str, problems: Problems) -> list[Cable]:
    """The cables of a source that are worth examining; what is wrong with its text is reported."""
    text = cables[0].text if cables else ""
    if not is_english(text):
        problems.report(f"{name}: not English, or not legible: too few of its words are known")
        return []
    if lost := text.count("\ufffd"):
        problems.report(f"{name}: {lost} of its characters could not be decoded; the rest was read")
    for page in cables[0].pages if cables else ():
        if page.copy_of:
            problems.note(f"{name}: page {page.number} repeats page {page.copy_of}, which is read in its place")
        elif page.legibility < ILLEGIBLE:
            problems.note(f"{name}: page {page.number} is not legible, nothing was read from it")
    return cables


def _paths(source: str, problems: Problems) -> list[str]:
    """The files that a SOURCE argument stands for, in the order of their names."""
    if source == "-":
        return [source]
    path = Path(source)
    if path.is_dir():
        found = [str(file) for file in sorted(path.rglob("*")) if _readable(file, path)]
        if not found:
            problems.report(f"{source}: no readable file in this folder (looked for {', '.join(FOLDER_SUFFIXES)})")
        return found
    if has_magic(source) and not path.exists():
        found = [file for file in sorted(glob(source, recursive=True)) if not Path(file).is_dir()]
        if not found:
            problems.report(f"{source}: no file matches")
        return found
    return [source]


def _readable(file: Path, folder: Path) -> bool:
    """True for a file of text that is not hidden, nor in a hidden folder."""
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in FOLDER_SUFFIXES and not hidden and file.is_file()
