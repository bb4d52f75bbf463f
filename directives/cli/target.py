"""The options -o and --force in, a stream or a place to write to out: a file or folder appears when it is whole."""

import os
import shutil
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
    with place(path, force) as beside, beside.open("x", encoding="utf-8", newline="\n") as stream:
        yield stream


@contextmanager
def place(path: Path, force: bool, made_by_us: str | None = None) -> Iterator[Path]:
    """A path beside `path` to write a file to, or a folder where `made_by_us` names a file that marks one of ours.

    What was written takes its place at the end, or is removed after a failure. Raises click.UsageError (exit status 2)
    for a place that cannot be written to.
    """
    name = one_line(str(path))
    if path.is_dir() and made_by_us is None:
        raise click.UsageError(f"{name} is a folder: name a file to write")
    if path.exists() and not force:
        raise click.UsageError(f"{name} exists: --force writes over it")
    if made_by_us and path.exists() and not (path / made_by_us).is_file() and not _empty(path):
        raise click.UsageError(f"{name} holds other things: name a folder that is not there yet")
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        why = "not writable" if path.parent.is_dir() else "not there"
        raise click.UsageError(f"cannot write {name}: the folder {one_line(str(path.parent))} is {why}")
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    old = path.with_name(f".{path.name}.{os.getpid()}.old")
    try:
        yield beside
        if path.is_dir():
            path.rename(old)
        beside.replace(path)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise click.ClickException(f"cannot write {name}: {error.strerror or one_line(str(error))}") from None
    finally:
        for left in (beside, old):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)


def _empty(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())
