"""Sources in, a finished output folder out: one process reads, N work, and this one hands the shards round."""

from __future__ import annotations

from collections import Counter, deque
from itertools import islice
from multiprocessing.connection import wait
from pathlib import Path

from attrs import evolve

from directives.reading import Options
from directives.scale.folder import Folder, Mark, RunProblem, RunStopped, Settings, Summary
from directives.scale.inputs import Item, files_of, name_of
from directives.scale.processes import NOTHING, Child, reader, worker
from directives.scale.progress import Progress
from directives.scale.shards import Shard, make_shard

_DEATHS = 2  # of a worker with the same text in hand: the first may have come from outside
_IDLE_DEATHS = 3  # of workers with nothing in hand, one after another


def run(
    sources: tuple[str, ...],
    out: Path,
    workers: int = 1,
    resume: bool = False,
    jsonl: bool = False,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Find the directives of all sources with `workers` processes, and write them to the folder `out`.

    A source that cannot be read, or on which a worker dies, is named in `failures.jsonl`. Raises RunProblem where the
    run cannot start or go on; finished shards stay, and `resume` goes on behind them.
    """
    if workers < 1:
        raise RunProblem("at least 1 worker is needed")
    options = options or Options()
    folder = Folder.begin(out, Settings.now(sources, options, jsonl), resume)
    try:
        with folder, progress or Progress() as shown:
            at_work = _Run(folder, sources, options, workers, shown)
            try:
                summary = at_work.go()
            finally:
                at_work.stop()
            return evolve(summary, failures=folder.write_failures())
    except OSError as error:
        raise _cannot_write(out, error.strerror) from None


class _Run:
    """The state of a run: what is waiting, and who has what."""

    def __init__(
        self, folder: Folder, sources: tuple[str, ...], options: Options, workers: int, progress: Progress
    ) -> None:
        self.folder, self.sources, self.options, self.progress = folder, sources, options, progress
        self.finished = folder.marks()
        self.summary = Summary()
        self.waiting: deque[Shard] = deque()
        self.deaths: Counter[tuple[int, int]] = Counter()
        self.idle_deaths = 0
        self.workers: dict[Child, Shard | None] = {self._new_worker(): None for _ in range(workers)}
        self.next_shard = self.first_of_file = 0  # numbers of shards
        self.file = -1
        self.reader_deaths: Counter[int] = Counter()
        self.asked = False
        self.reader: Child | None = self._new_reader(0, -1, 0)

    def go(self) -> Summary:
        """Run to the end."""
        while True:
            self._hand_out()
            if self.reader is None and not self.waiting and not any(self.workers.values()):
                return self.summary
            busy = [child for child, shard in self.workers.items() if shard]
            children = [*busy, self.reader] if self.reader and self.asked else busy
            ready = wait([child.pipe for child in children], timeout=1)
            for child in children:
                if child.pipe not in ready:
                    continue
                if child is self.reader:
                    self._hear_reader(child)
                else:
                    self._hear_worker(child)
            self.progress.tick()

    def stop(self) -> None:
        """End all processes at once."""
        for child in (*self.workers, *([self.reader] if self.reader else [])):
            child.stop()

    def _new_worker(self) -> Child:
        return Child(worker, str(self.folder.path), self.folder.jsonl, self.options)

    def _new_reader(self, number: int, after_file: int, first_wanted: int) -> Child:
        return Child(reader, self.sources, self.options, number, after_file, first_wanted)

    def _hand_out(self) -> None:
        for child, shard in list(self.workers.items()):
            if shard is None and self.waiting:
                self.workers[child] = self.waiting.popleft()
                try:
                    child.pipe.send(self.workers[child])
                except OSError:
                    self._bury(child)
        if self.reader and not self.asked and len(self.waiting) < len(self.workers):
            self.asked = True
            try:
                self.reader.pipe.send(True)
            except OSError:
                self._bury_reader(self.reader)

    def _hear_reader(self, child: Child) -> None:
        self.asked = False
        try:
            answer: tuple[int, Shard] | None = child.pipe.recv()
        except (EOFError, OSError):
            self._bury_reader(child)
            return
        if answer is None:
            child.stop()
            self.reader = None
            return
        file, shard = answer
        if file != self.file:
            self.file, self.first_of_file = file, shard.number
        self._take(shard)

    def _take(self, shard: Shard) -> None:
        """Put a shard into the queue, unless it is finished."""
        self.next_shard = shard.number + 1
        mark = self.finished.pop(shard.number, None)
        if mark is None:
            self.waiting.append(shard)
        elif mark.fingerprint == shard.fingerprint:
            self._count(mark, shard, again=True)
        else:
            raise RunStopped(
                f"the sources of part {shard.number:05} have changed since the run in {self.folder.path} began: "
                "name a new folder"
            )

    def _hear_worker(self, child: Child) -> None:
        try:
            answer: Mark | str = child.pipe.recv()
        except (EOFError, OSError):
            self._bury(child)
            return
        shard = self.workers[child]
        assert shard is not None
        if isinstance(answer, str):
            raise _cannot_write(self.folder.path, answer)
        self.workers[child] = None
        self.idle_deaths = 0
        self._count(answer, shard)

    def _count(self, mark: Mark, shard: Shard, again: bool = False) -> None:
        s = self.summary
        self.summary = Summary(
            s.shards + 1,
            s.cables + mark.cables,
            s.directives + mark.directives,
            s.words + mark.words,
            s.failures + mark.failures,
        )
        self.progress.done(mark, shard.size, again)

    def _bury(self, child: Child) -> None:
        """Put another worker in the place of a dead one; its shard is done again, without the text that killed it."""
        shard, place, how = self.workers.pop(child), child.in_hand, child.how_it_died()
        child.stop()
        assert shard is not None
        if place == NOTHING:
            self.idle_deaths += 1
            if self.idle_deaths >= _IDLE_DEATHS:
                raise RunStopped(f"the workers die before they can work ({how}); what is finished stays readable")
        else:
            self.deaths[shard.number, place] += 1
            if self.deaths[shard.number, place] >= _DEATHS:
                items = list(shard.items)
                items[place] = Item(items[place].source, items[place].size, failure=how)
                shard = evolve(shard, items=tuple(items))  # the fingerprint stays that of the sources
        self.waiting.appendleft(shard)
        self.workers[self._new_worker()] = None

    def _bury_reader(self, child: Child) -> None:
        """Read on where the dead reader ended; behind its file, where it has died on that before."""
        self.asked = False
        file, how = child.in_hand, child.how_it_died()
        child.stop()
        self.reader = None
        self.reader_deaths[file] += 1
        first = self.first_of_file if file == self.file else self.next_shard
        if self.reader_deaths[file] < _DEATHS:
            after = file - 1 if file != NOTHING else NOTHING
            self.reader = self._new_reader(first if file != NOTHING else 0, after, self.next_shard)
            return
        if file == NOTHING:
            raise RunStopped(f"the sources cannot be listed ({how})")
        name = name_of(str(next(islice(files_of(self.sources), file, None))))
        lost = Item(name, 0, failure=f"the rest of it could not be read: {how}")
        self._take(make_shard(self.next_shard, [lost]))
        self.reader = self._new_reader(self.next_shard, file, self.next_shard)


def _cannot_write(path: Path, why: str | None) -> RunStopped:
    return RunStopped(f"cannot write to {path}: {why}; what is finished stays readable, --resume goes on behind it")
