"""SOURCE arguments in, cables out: files, folders, globs and standard input; a line on standard error for a failure."""

import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import Any, BinaryIO, cast

import click

import directives
from directives.cli.progress import shown
from directives.language.english import is_english
from directives.model import Cable, Findings
from directives.output.escaping import one_line
from directives.reading import Ids, Options, ReadingProblem, read_stream
from directives.reading.formats.files import files_in
from directives.reading.legibility import ILLEGIBLE
from directives.reading.metadata import facts
from directives.reading.problems import NOT_ENGLISH, reason

STANDARD_INPUT = "stdin"  # the name of that source in records and messages
_OPTIONS = "directives.reading.options"
_IN_MEMORY = 32 << 20  # bytes of standard input; what is more goes through a temporary file


def argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the argument SOURCE... and the options that say how sources are read to a command."""
    command = click.option(
        "--ocr-language",
        metavar="CODE",
        default="eng",
        show_default=True,
        expose_value=False,
        callback=_keep_language,
        help="Language of scanned pages, as tesseract calls it.",
    )(command)
    command = click.option(
        "--column",
        metavar="FACT=NAME",
        multiple=True,
        expose_value=False,
        callback=_keep_columns,
        help=f"Which column, key or front-matter entry holds a fact. FACT is {', '.join(facts())}. May be repeated.",
    )(command)
    return click.argument("sources_", metavar="SOURCE...", nargs=-1, required=True)(command)


def _keep_columns(ctx: click.Context, _: click.Parameter, given: tuple[str, ...]) -> None:
    columns: dict[str, str] = {}
    for pair in given:
        fact, equals, name = pair.partition("=")
        if fact not in facts() or not equals or not name:
            raise click.BadParameter(f"{pair!r} is not FACT=NAME, with one of the facts {', '.join(facts())}")
        columns[fact] = name
    ctx.meta[_OPTIONS] = Options(columns, options().language)


def _keep_language(ctx: click.Context, _: click.Parameter, language: str) -> None:
    ctx.meta[_OPTIONS] = Options(options().columns, language)


def options() -> Options:
    """How the running command was told to read its sources."""
    context = click.get_current_context(silent=True)
    kept = context.meta.get(_OPTIONS) if context else None
    return kept if isinstance(kept, Options) else Options()


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

    def report_part(self, name: str, line: str) -> None:
        """Say that a part of a source could not be read."""
        self.report(f"{name}: {line}")

    def note_part(self, name: str, line: str) -> None:
        """Say something about a part of a source."""
        self.note(f"{name}: {line}")

    def exit(self) -> None:
        """End the command with status 1 where anything could not be read, with 0 otherwise."""
        click.get_current_context().exit(1 if self.count else 0)


def read_sources(sources: tuple[str, ...], problems: Problems, ids: Ids | None = None) -> Iterator[Cable]:
    """The cables of all sources, each as soon as it is read; what cannot be read is reported and passed over.

    No two of them have the same id, nor one that `ids` has given already.
    """
    ids = ids or Ids()
    paths = list(dict.fromkeys(path for source in sources for path in _paths(source, problems)))
    with shown(paths) as progress:
        for path in paths:
            name = STANDARD_INPUT if path == "-" else path
            try:
                with _opened(path) as stream:
                    said = (problems.report_part, problems.note_part)
                    for cable in read_stream(stream, name, options(), *said, ids):
                        progress.at(stream)
                        if _is_worth_reading(cable, problems):
                            yield cable
                    progress.passed(stream)
            except (ReadingProblem, OSError) as error:
                problems.report(f"{name}: {reason(error)}")


def _opened(path: str) -> BinaryIO:
    """A stream that can be wound back, also of standard input."""
    if path != "-":
        return Path(path).open("rb")
    stream: BinaryIO = BytesIO(sys.stdin.buffer.read(_IN_MEMORY))
    if len(stream.read()) == _IN_MEMORY:
        in_memory, stream = stream, cast(BinaryIO, TemporaryFile())  # noqa: SIM115  (the caller closes it)
        in_memory.seek(0)
        copyfileobj(in_memory, stream)
        copyfileobj(sys.stdin.buffer, stream)
    stream.seek(0)
    return stream


def find_in_sources(
    sources: tuple[str, ...], problems: Problems, near_misses: bool = False, ids: Ids | None = None
) -> Iterator[Findings]:
    """What is found in the cables of all sources, the near misses only where they are wanted; a cable on which the
    program fails is reported and passed over. `ids` as in read_sources."""
    for cable in read_sources(sources, problems, ids):
        try:
            yield directives.examine(cable, near_misses=near_misses)
        except Exception as fault:  # one cable must not cost a whole series
            problems.report(f"{cable.source}: {reason(fault)}")


def _is_worth_reading(cable: Cable, problems: Problems) -> bool:
    """Whether a cable is worth examining; what is wrong with its text is reported."""
    text = cable.text if (cable.start, cable.end) == (0, len(cable.text)) else cable.text[cable.start : cable.end]
    if not is_english(text):
        problems.report(f"{cable.source}: {NOT_ENGLISH}")
        return False
    if lost := text.count("\ufffd"):
        problems.report(f"{cable.source}: {lost} of its characters could not be decoded; the rest was read")
    for page in cable.pages:
        if page.copy_of:
            problems.note(f"{cable.source}: page {page.number} repeats page {page.copy_of}, which is read in its place")
        elif page.legibility < ILLEGIBLE:
            problems.note(f"{cable.source}: page {page.number} is not legible, nothing was read from it")
    return True


def _paths(source: str, problems: Problems) -> list[str]:
    """The files that a SOURCE argument stands for, in the order of their names."""
    if source == "-":
        return [source]
    try:
        return list(files_in(source))
    except ReadingProblem as none:
        problems.report(f"{source}: {none}")
        return []
