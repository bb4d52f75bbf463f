"""The files that a command reads in; out, a bar on standard error that tells how far it is, on a terminal."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import click


class Progress:
    """Told of each file where it stands; this one shows nothing."""

    def at(self, stream: BinaryIO) -> None:
        """A cable has been read."""

    def passed(self, stream: BinaryIO) -> None:
        """The file has been read."""


@contextmanager
def shown(paths: Sequence[str]) -> Iterator[Progress]:
    """A bar for these files, or nothing: where standard error is no terminal, or the output goes to the same one."""
    context = click.get_current_context(silent=True)
    to_file = context is not None and context.params.get("output") is not None
    if not sys.stderr.isatty() or (sys.stdout.isatty() and not to_file) or "-" in paths:
        yield Progress()
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    sizes = []
    for path in paths:
        with suppress(OSError):
            sizes.append(Path(path).stat().st_size)
    columns = (
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %  {task.fields[cables]} cables"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _Shown(bar, sum(sizes))


class _Shown(Progress):
    def __init__(self, bar: object, total: int) -> None:
        from rich.progress import Progress as Bar

        assert isinstance(bar, Bar)
        self._bar = bar
        self._task = bar.add_task("", total=max(total, 1), cables=0)
        self._before = 0
        self._cables = 0

    def at(self, stream: BinaryIO) -> None:
        self._cables += 1
        self._bar.update(self._task, completed=self._before + stream.tell(), cables=self._cables)

    def passed(self, stream: BinaryIO) -> None:
        self._before += stream.seek(0, 2)
        self._bar.update(self._task, completed=self._before)
