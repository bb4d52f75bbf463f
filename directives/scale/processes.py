"""Two programs that run in processes of their own: one makes shards of the sources, the others do the work on them.

A process that dies takes nothing with it but what it had in hand, and the runner is told what that was.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from directives.reading import Options
from directives.scale.shards import Shard, shards_of

_CONTEXT = get_context("spawn")  # no locks or open files of the parent come along
NOTHING = -1


class Child:
    """A process with a pipe, and a number that it keeps up to date: what it has in hand (or NOTHING)."""

    def __init__(self, target: Callable[..., None], *arguments: Any) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self._hand = _CONTEXT.RawValue("q", NOTHING)
        self._process = _CONTEXT.Process(target=target, args=(theirs, self._hand, *arguments), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def in_hand(self) -> int:
        """The number of what it works on."""
        return int(self._hand.value)

    def how_it_died(self) -> str:
        """Why the process ended, in words; waits for its end."""
        self._process.join()
        code = self._process.exitcode or 0
        if code == -signal.SIGKILL:
            return "the worker was killed while reading it, perhaps for want of memory"
        if code < 0:
            return f"the worker crashed while reading it ({signal.Signals(-code).name})"
        return f"the worker ended while reading it (exit status {code})"

    def stop(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


def reader(
    pipe: Connection,
    hand: Any,
    sources: tuple[str, ...],
    options: Options,
    number: int,
    after_file: int,
    first_wanted: int,
) -> None:
    """Hands out a shard for each message, with the number of its last file, and None when there are no more.

    Shards before `first_wanted` are made and dropped. In hand is the number of the long file that is being read.
    """
    _leave_interrupts_to_the_runner()

    def begins(file: int) -> None:
        hand.value = file

    made = shards_of(sources, options, number, after_file, begins)
    shards = (pair for pair in made if pair[1].number >= first_wanted)
    try:
        while pipe.recv():
            pipe.send(next(shards, None))
    except (EOFError, OSError):  # the runner is gone
        return


def worker(pipe: Connection, hand: Any, out: str, jsonl: bool, options: Options) -> None:
    """Takes shards, commits them to the folder and answers with their marks; in hand is the place of the item.

    Answers with a text where the folder cannot be written to.
    """
    _leave_interrupts_to_the_runner()
    # Arrow's own pool of memory keeps what it once had.
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    from directives.scale.batch import Row, findings_batch, rows_of
    from directives.scale.folder import Folder

    folder = Folder(Path(out), jsonl)
    settled = False
    try:
        while True:
            shard: Shard = pipe.recv()
            rows: list[Row] = []
            words = 0
            for place, item in enumerate(shard.items):
                hand.value = place
                found = rows_of(item, options)
                rows += found.rows
                words += found.words
            if not settled:
                gc.freeze()  # grammar and word lists are loaded, and stay: no use in looking through them again
                settled = True
            hand.value = NOTHING
            parent = parent_process()
            if parent is None or not parent.is_alive():
                return  # another run may have taken over
            try:
                pipe.send(folder.commit(shard.number, shard.fingerprint, findings_batch(rows), words))
            except OSError as error:
                pipe.send(f"{error.strerror}")
    except (EOFError, OSError):
        return


def _leave_interrupts_to_the_runner() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
