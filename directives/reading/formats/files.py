"""A SOURCE argument in, the names of the files that it stands for out: of a folder the readable ones, of a glob all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from glob import has_magic, iglob
from pathlib import Path

from directives.reading.formats import is_hidden, is_readable, suffixes
from directives.reading.problems import ReadingProblem


def files_in(source: str) -> Iterator[str]:
    """The files in the order of their names, one at a time: a folder "box" → "box/a.txt", "box/b/c.txt".

    A source that is no folder or glob is a file, be it there or not. Raises ReadingProblem where one of those has none.
    """
    path = Path(source)
    if path.is_dir():
        found, none = _in_folder(path), f"no readable file in this folder (looked for {', '.join(suffixes())})"
    elif has_magic(source) and not path.exists():
        found, none = _matching(source), "no file matches"
    else:
        found, none = iter((source,)), ""
    first = next(found, None)
    if first is None:
        raise ReadingProblem(none)
    yield first
    yield from found


def _in_folder(folder: Path) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if not is_hidden(entry.name):
                yield from _in_folder(folder / entry.name)
        elif is_readable(entry.name) and entry.is_file():
            yield str(folder / entry.name)


def _matching(pattern: str) -> Iterator[str]:
    return (name for name in sorted(iglob(pattern, recursive=True)) if not Path(name).is_dir())
