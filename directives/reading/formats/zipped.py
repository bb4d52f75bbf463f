"""A .zip in, the sources inside it out, in the order of their names; nothing is written to disk."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from directives.reading.formats.limits import MOST_ENTRIES, bounded
from directives.reading.formats.plain_text import at_hand
from directives.reading.formats.source import Source
from directives.reading.problems import ReadingProblem

SUFFIXES = (".zip",)


def matches(head: bytes) -> bool:
    """Whether it is a zip with something in it, or an empty one."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(source: Source) -> Iterator[Source]:
    """The readable files in a zip. Raises ReadingProblem where it is damaged, or has none."""
    from directives.reading.formats import is_readable

    try:
        archive = ZipFile(at_hand(source))
    except (BadZipFile, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise ReadingProblem(f"the zip is damaged: {str(error).lower()}") from None
    with archive:
        entries = archive.infolist()
        if len(entries) > MOST_ENTRIES:
            raise ReadingProblem(f"the zip has more than {MOST_ENTRIES:,} files in it")
        taken = 0
        for entry in sorted(entries, key=lambda entry: entry.filename):
            if entry.is_dir() or not is_readable(entry.filename):
                continue
            taken += 1
            inside = f"{source.name}/{entry.filename}"
            if refused := _refused(entry):
                source.report(inside, refused)
                continue
            try:
                with archive.open(entry) as stream:
                    yield source.inside(bounded(stream, entry.compress_size), entry.filename, inside)
            except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
                source.report(inside, f"it is damaged: {str(error).lower()}")
        if not taken and source.file_name.lower().endswith(".docx"):
            raise ReadingProblem("it is no Word document: there is no word/document.xml in it")
        if not taken:
            raise ReadingProblem("there is no readable file in the zip")


def _refused(entry: ZipInfo) -> str:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
        return "its path climbs out of the zip; it was not read"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "it is a link, not a file; it was not followed"
    return "it is encrypted" if entry.flag_bits & 1 else ""
