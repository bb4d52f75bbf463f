"""What a reader gets and what it gives: an opened source in; out, its documents, or the sources inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from typing import BinaryIO, Protocol

from attrs import evolve, field, frozen

Say = Callable[[str], None]


@frozen
class Options:
    """How sources are read: by pickle to other processes too.

    `columns` maps a header fact, or "text" or "id", to the column, key or front-matter entry that holds it, where that
    is not one of the names in grammar/lexicon/columns.toml. `language` is what tesseract is told of scanned pages.
    """

    columns: Mapping[str, str] = field(factory=dict)
    language: str = "eng"


@frozen
class Source:
    """An opened file, or a file inside one, that can be read from its start and wound back.

    `name` is what it is called in records and messages ("box.zip/a.txt"), `file_name` decides about its format where
    the bytes do not ("a.txt"). `problem` takes one line about a part that could not be read, without the name of the
    source; `note` one that is good to know.
    """

    stream: BinaryIO
    name: str
    file_name: str
    options: Options
    report: Callable[[str, str], None]  # name of the source, line
    tell: Callable[[str, str], None]
    depth: int = 0

    def problem(self, line: str) -> None:
        """Say that a part of this source could not be read; the rest of it is."""
        self.report(self.name, line)

    def note(self, line: str) -> None:
        """Say something about this source that is no failure."""
        self.tell(self.name, line)

    def inside(self, stream: BinaryIO, file_name: str, name: str | None = None) -> Source:
        """A source that lies in this one."""
        return evolve(self, stream=stream, file_name=file_name, name=name or self.name, depth=self.depth + 1)

    @property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return PurePath(self.file_name).stem or self.file_name

    def name_of(self, document: Document) -> str:
        """What a document of this source is called in records and messages: "box.jsonl", "box.jsonl#line 3"."""
        return f"{self.name}#{document.part}" if document.part else self.name

    def id_of(self, document: Document) -> str:
        """The id that its cable asks for: its own, else the file's name with its part ("box", "box-line-3")."""
        part = f"-{document.part}" if document.part else ""
        return document.id or self.stem + part.replace("#", "-").replace(" ", "-")


@frozen
class Document:
    """A text of a source with what is known of it: all offsets of its cables count in `text`.

    `part` names it in a source of several ("d12", "row 3"), `id` what its metadata call it. `facts` are header facts
    from metadata, in words: title, date, number, sender, addressee, place, time, classification, precedence,
    document_number. The cable begins at `start`, its running text not before `heading`. `pages` are the printed
    numbers of the pages, where the text has form feeds between them. `many` says that the text may hold several cables.
    """

    text: str = field(repr=False)
    part: str = ""
    id: str = ""
    facts: Mapping[str, str] = field(factory=dict)
    start: int = 0
    heading: int = 0
    pages: tuple[int, ...] = ()
    many: bool = False


class Reader(Protocol):
    """What a module of this package that reads a format has to offer."""

    SUFFIXES: tuple[str, ...]

    def matches(self, head: bytes) -> bool:
        """Whether a source that begins with these bytes is of this format."""

    def read(self, source: Source) -> Iterator[Document | Source]:
        """The documents of the source, one at a time, or the sources inside it. Raises ReadingProblem."""
