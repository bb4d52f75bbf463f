"""Items of work in, shards out: the cut depends on the sources alone, so that a run can be taken up where it ended."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import field, frozen

from directives.reading import Options
from directives.scale.inputs import Item, files_of, is_streamed, items_in, whole_file

SHARD_BYTES = 2_000_000  # of text: one to ten seconds of work, so that workers end together and little is done twice
SHARD_ITEMS = 250


@frozen
class Shard:
    """A numbered run of items; `fingerprint` changes when any of its sources does."""

    number: int
    items: tuple[Item, ...] = field(repr=False)
    fingerprint: str

    @property
    def size(self) -> int:
        """Its share of the bytes of the sources."""
        return sum(item.size for item in self.items)


def make_shard(number: int, items: list[Item]) -> Shard:
    """The shard of these items."""
    digest = hashlib.sha256()
    for item in items:
        document = item.document
        what = document.text if document else item.failure or f"{item.size} {item.modified}"
        facts = dict(sorted(document.facts.items())) if document else ""
        digest.update(f"{item.source!r} {item.id!r} {len(what)} {what} {facts}".encode("utf-8", "replace"))
    return Shard(number, tuple(items), digest.hexdigest()[:32])


def shards_of(
    sources: tuple[str, ...],
    options: Options,
    number: int = 0,
    after_file: int = -1,
    begins: Callable[[int], None] = lambda _: None,
) -> Iterator[tuple[int, Shard]]:
    """The shards of the sources, each with the number of its last file, in order.

    A streamed file has shards of its own, and `begins` is called with its number before it is opened. `number` is that
    of the first shard, and files up to `after_file` are passed over: that is how reading goes on behind a file that
    ended it.
    """
    waiting: list[Item] = []
    place = -1
    for place, file in enumerate(files_of(sources)):
        if place <= after_file:
            continue
        if isinstance(file, Path) and is_streamed(file):
            if waiting:
                yield place - 1, make_shard(number, waiting)
                number, waiting = number + 1, []
            begins(place)
            for items in _cut(items_in(file, options)):
                yield place, make_shard(number, items)
                number += 1
            continue
        waiting.append(whole_file(file) if isinstance(file, Path) else file)
        if _full(waiting):
            yield place, make_shard(number, waiting)
            number, waiting = number + 1, []
    if waiting:
        yield place, make_shard(number, waiting)


def _cut(items: Iterator[Item]) -> Iterator[list[Item]]:
    waiting: list[Item] = []
    for item in items:
        waiting.append(item)
        if _full(waiting):
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _full(items: list[Item]) -> bool:
    if len(items) >= SHARD_ITEMS:
        return True
    return sum(len(item.document.text) if item.document else item.size for item in items) >= SHARD_BYTES
