"""Finished shards in, signs of life out: a bar on a terminal, a plain line now and then elsewhere, or nothing."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from directives.scale.folder import Mark

_SECONDS_BETWEEN_LINES = 10.0


class Progress:
    """Counts what is done, and shows nothing."""

    def __init__(self, total: int = 0) -> None:
        self.total = total  # bytes of all sources
        self.bytes = self.cables = self.directives = 0
        self.words_now = self.bytes_now = 0  # of this start, without what an earlier one had finished
        self.started = time.monotonic()

    def __enter__(self) -> Self:
        self.started = time.monotonic()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return

    def done(self, mark: Mark, size: int, again: bool) -> None:
        """A shard is finished; `again` where it was so before this start."""
        self.bytes += size
        self.cables += mark.cables
        self.directives += mark.directives
        if not again:
            self.words_now += mark.words
            self.bytes_now += size

    def tick(self) -> None:
        """Called about once a second, and after each shard."""

    def rate(self) -> float:
        """Words a second since this start."""
        return self.words_now / max(0.001, time.monotonic() - self.started)

    def seconds_left(self) -> float | None:
        """Estimated from the bytes of the sources; None while nothing is finished."""
        if not self.bytes_now:
            return None
        return max(0, self.total - self.bytes) * (time.monotonic() - self.started) / self.bytes_now

    def facts(self) -> str:
        """The counts, the rate and the time left in one line."""
        left = self.seconds_left()
        ends = "" if left is None else f", {_clock(left)} left"
        return f"{self.cables:,} cables, {self.directives:,} directives, {self.rate():,.0f} words/s{ends}"


class Lines(Progress):
    """A line every ten seconds."""

    def __init__(self, total: int, stream: TextIO) -> None:
        super().__init__(total)
        self._stream, self._said = stream, self.started

    def tick(self) -> None:
        """Say how far it is, where it is time."""
        now = time.monotonic()
        if now - self._said >= _SECONDS_BETWEEN_LINES:
            self._said = now
            share = 100 * self.bytes // self.total if self.total else 0
            print(f"directives: {min(share, 100)} %, {self.facts()}", file=self._stream, flush=True)


class Bar(Progress):
    """A bar on a terminal."""

    def __init__(self, total: int, stream: TextIO) -> None:
        super().__init__(total)
        from rich.console import Console
        from rich.progress import BarColumn, TaskProgressColumn, TextColumn
        from rich.progress import Progress as RichProgress

        self._bar = RichProgress(
            BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"), console=Console(file=stream)
        )
        self._task = self._bar.add_task("starting", total=max(1, total))

    def __enter__(self) -> Self:
        self._bar.start()
        return super().__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def tick(self) -> None:
        """Show how far it is."""
        self._bar.update(self._task, completed=min(self.bytes, self.total), description=self.facts())


def progress_on(stream: TextIO = sys.stderr, total: int = 0) -> Progress:
    """The progress that fits the stream: a bar on a terminal, plain lines elsewhere."""
    return Bar(total, stream) if stream.isatty() else Lines(total, stream)


def _clock(seconds: float) -> str:
    minutes, seconds_left = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds_left:02}"
