"""The options -o and --force in, a text stream to write to out: standard output, or a file that appears when whole."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import click

from directives.output.escaping import one_line


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds -o/--output and --force to a command."""
    command = click.option("--force", is_flag=True, help="Write over FILE where it exists.")(command)
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Write to FILE instead of standard output.",
    )(command)


@contextmanager
def opened(path: Path | None, force: bool) -> Iterator[TextIO]:
    """A stream to write to. A file is written beside its place and renamed at the end, or removed after a failure.

    Raises click.UsageError (exit status 2) for a place that cannot be written to.
    """
    if path is None or str(path) == "-":
        yield sys.stdout
        return
    if path.is_dir():
        raise click.UsageError(f"{one_line(str(path))} is a folder: name a file to write")
    if path.exists() and not force:
        raise click.UsageError(f"{one_line(str(path))} exists: --force writes over it")
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        stream = beside.open("x", encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(f"cannot write {one_line(str(path))}: {error.strerror}") from None
    try:
        with stream:
            yield stream
        beside.replace(path)
    except OSError as error:
        raise click.ClickException(f"cannot write {one_line(str(path))}: {error.strerror}") from None
    finally:
        beside.unlink(missing_ok=True)
