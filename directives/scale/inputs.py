"""SOURCE arguments in, items of work out, one at a time: a file to open, a document of a long one, or a failure.

Files that may hold many documents are streamed; every other file is left for a worker to open. Nothing here holds more
than one folder's names and one document.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from attrs import evolve, frozen

from directives.output.escaping import encodable
from directives.reading import Options, ReadingProblem
from directives.reading.formats import Document, Source, documents
from directives.reading.formats.files import files_in
from directives.reading.problems import reason

# Formats of one document a file, whose readers may be slow: workers open these.
READ_BY_WORKERS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx")
_SURROGATE = re.compile("[\ud800-\udfff]")


@frozen
class Item:
    """A piece of work: the document where it is at hand, else the file to read, or why there is neither.

    `source` is its name in all that comes out, `id` that of its cable; `size` is its share of the bytes of the sources.
    """

    source: str
    size: int = 0
    path: str | None = None
    document: Document | None = None
    id: str = ""
    failure: str | None = None
    modified: int = 0


def files_of(sources: tuple[str, ...]) -> Iterator[Path | Item]:
    """The files that SOURCE arguments stand for, folders in the order of their names; a failure for one without any."""
    for source in sources:
        try:
            yield from map(Path, files_in(source))
        except ReadingProblem as none:
            yield Item(name_of(source), failure=str(none))


def is_streamed(path: Path) -> bool:
    """True for a file whose documents are handed out one by one."""
    return path.suffix.lower() not in READ_BY_WORKERS


def whole_file(path: Path) -> Item:
    """The item of a file that a worker opens."""
    name = name_of(str(path))
    try:
        status = path.stat()
    except OSError as error:
        return Item(name, failure=reason(error))
    return Item(name, status.st_size, path=str(path), modified=status.st_mtime_ns)


def items_in(path: Path, options: Options) -> Iterator[Item]:
    """The documents of a file, each as soon as it is read. What cannot be read of it is a failure, never an error."""
    name = name_of(str(path))
    failures: list[Item] = []

    def report(part: str, line: str) -> None:
        failures.append(Item(name_of(part), failure=line))

    try:
        with path.open("rb") as stream:
            before = 0
            opened = Source(stream, str(path), path.name, options, report, _unsaid)
            for item in _batches_of_texts(stream, name) or _documents(opened):
                yield from failures
                failures.clear()
                position = stream.tell()
                yield evolve(item, size=max(0, position - before))
                before = max(before, position)
    except Exception as error:  # one file must not cost a whole series
        failures.append(Item(name, failure=reason(error)))
    yield from failures


def _unsaid(part: str, line: str) -> None:
    """Notes are for those who watch: what matters of them stands in the records."""


def _documents(opened: Source) -> Iterator[Item]:
    for found, document in documents(opened):
        name, id_ = name_of(found.name_of(document)), name_of(found.id_of(document))
        yield Item(name, document=evolve(document, text=encodable(document.text)), id=id_)


def _batches_of_texts(stream: BinaryIO, name: str) -> Iterator[Item] | None:
    """The rows of a Parquet file that has the columns of a batch of texts; None for any other file."""
    start = stream.read(4)
    stream.seek(0)
    if start != b"PAR1":
        return None
    import pyarrow as pa
    import pyarrow.parquet as pq

    from directives.scale.schema import SchemaProblem, checked_texts

    try:
        file = pq.ParquetFile(stream)
        checked_texts(file.schema_arrow)
    except (pa.ArrowException, SchemaProblem, OSError):
        stream.seek(0)
        return None
    return (
        item_of_row(row, f"{name}#row {number}")
        for number, row in enumerate((row for batch in file.iter_batches(64) for row in batch.to_pylist()), 1)
    )


def item_of_row(row: dict[str, Any], place: str) -> Item:
    """The item of a row of a batch of texts; `place` names it where the row has no name."""
    if row["source"] is None:
        return Item(place, failure="it has no source name")
    if row["text"] is None or not row["text"].strip():
        return Item(row["source"], failure="it has no text")
    pages, many = row.get("pages"), row.get("many")
    document = Document(
        row["text"],
        facts=dict(row.get("facts") or ()),
        start=row.get("start") or 0,
        heading=row.get("heading") or 0,
        pages=tuple(pages or ()),
        many=True if many is None else many,
    )
    return Item(row["source"], document=document, id=row.get("id") or Path(row["source"]).stem or row["source"])


def row_of_item(item: Item) -> dict[str, Any]:
    """The row of a batch of texts that item_of_row makes the same item of."""
    assert item.document is not None
    d = item.document
    return {
        "source": item.source,
        "text": d.text,
        "id": item.id,
        "facts": list(d.facts.items()),
        "start": d.start,
        "heading": d.heading,
        "pages": list(d.pages),
        "many": d.many,
    }


def name_of(source: str) -> str:
    """The name of a source as text that is valid everywhere: bytes of a file name that are no UTF-8 are spelled out."""
    if not _SURROGATE.search(source):
        return source
    return os.fsencode(_SURROGATE.sub(_kept, source)).decode("utf-8", "backslashreplace")


def _kept(match: re.Match[str]) -> str:
    # Bytes of a file name come as U+DC80 to U+DCFF and go back to bytes; other surrogates come from escapes in JSON.
    return match[0] if "\udc80" <= match[0] <= "\udcff" else "\ufffd"
