"""TEI XML in, its documents out as a stream: each `div` of the type "document", as in the Foreign Relations volumes.

Footnotes, running heads and editors' corrections are no part of the text; page breaks are form feeds in it. Editorial
notes, which are documents by their markup, are no cables. An edition without such divisions is one document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from directives.reading.formats.blocks import Blocks
from directives.reading.formats.source import Document, Source
from directives.reading.formats.xml_events import xml_events
from directives.reading.problems import ReadingProblem

SUFFIXES = (".xml", ".tei")
_ROOT = re.compile(rb"<(?:\w+:)?(?:TEI|teiCorpus|TEI\.2)[\s>]")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_LEFT_OUT = {"note", "teiHeader", "fw", "corr", "reg", "expan", "figure", "del"}
_BLOCKS = {
    *("div", "head", "opener", "closer", "dateline", "salute", "signed", "postscript", "p", "ab", "lg", "list"),
    *("table", "quote", "floatingText", "body", "front", "back", "trailer", "byline", "attachment", "epigraph"),
}
_LINES = {"l", "lb", "item", "row", "label", "address", "addrLine"}
_NUMBERED = re.compile(r"\d+[a-z]?\.\s+")
_MIDNIGHT = "00:00"


def matches(head: bytes) -> bool:
    """Whether it is XML whose root is TEI."""
    return _MARKUP.match(head) is not None and _ROOT.search(head) is not None


def read(source: Source) -> Iterator[Document]:
    """The documents of a TEI file, each as soon as it ends. Raises ReadingProblem where the XML is damaged."""
    volume = _Volume()
    damage: ReadingProblem | None = None
    known_root = False
    try:
        for kind, name, attributes in xml_events(source.stream):
            if kind == "text":
                volume.text(name)
                continue
            if kind == "start":
                known_root = known_root or name in ("TEI", "teiCorpus", "TEI.2")
                if not known_root:
                    raise ReadingProblem(f"its XML is of another kind than TEI: its root is {name!r}"[:120])
                volume.start(name, attributes)
            elif document := volume.end(name):
                yield document
    except ReadingProblem as problem:
        damage = problem
    if volume.count == 0 and (document := volume.rest()):
        yield document
        volume.count = 1
    if volume.editorial:
        source.note(f"{volume.editorial} editorial notes in it are no cables and were left out")
    if damage and volume.count:
        raise ReadingProblem(f"{damage}; the {volume.count} documents before that were read")
    if damage:
        raise damage
    if not volume.count:
        raise ReadingProblem("it has no document with text")


class _Volume:
    """What is open in a TEI file as its elements start and end."""

    def __init__(self) -> None:
        self.count = 0
        self.editorial = 0
        self._left_out = 0  # depth inside elements that are left out
        self._open: list[str] = []  # elements of the open document
        self._blocks = Blocks()
        self._facts: dict[str, str] = {}
        self._attributes: Mapping[str, str] = {}
        self._pages: list[str] = []
        self._page = "1"
        self._heading = 0
        self._is_document = False
        self._words: list[str] | None = None  # of the place or the name in it

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._left_out or name in _LEFT_OUT:
            self._left_out += 1
            return
        if self._is_document:
            self._open.append(name)
        elif name == "div" and attributes.get("type") == "document":
            self._begin(attributes)
        if name == "pb":
            self._page = attributes.get("n", "")
            if self._blocks.page():
                self._pages.append(self._page)
            else:
                self._pages = [self._page]
        elif self._is_told(name):
            self._words = []
        self._space(name)

    def _is_told(self, name: str) -> bool:
        """Whether an element holds a fact: the place in the dateline, the name of who signed."""
        if name == "placeName":
            return "dateline" in self._open and "place" not in self._facts
        return name == "persName" and "signed" in self._open

    def _begin(self, attributes: Mapping[str, str]) -> None:
        self._is_document, self._open, self._attributes = True, ["div"], attributes
        self._blocks, self._facts, self._pages, self._heading = Blocks(), {}, [self._page], 0

    def _space(self, name: str) -> None:
        if name in _BLOCKS:
            self._blocks.block()
        elif name in _LINES:
            self._blocks.line()
        elif name == "cell":
            self._blocks.add(" ")

    def text(self, words: str) -> None:
        if self._left_out:
            return
        if self._open and self._open[-1] == "head" and not self._blocks.length:
            words = words.lstrip()
            if number := _NUMBERED.match(words):
                words = words[number.end() :]
        if self._words is not None:
            self._words.append(words)
        self._blocks.add(words)

    def end(self, name: str) -> Document | None:
        if self._left_out:
            self._left_out -= 1
            return None
        if self._words is not None and name in ("placeName", "persName"):
            fact = "place" if name == "placeName" else "signed"
            self._facts[fact] = " ".join("".join(self._words).split()).rstrip(".,")
            self._words = None
        self._space(name)
        if name in ("head", "opener") and self._only_heading():
            self._heading = self._blocks.length
        if not self._is_document:
            return None
        self._open.pop()
        if self._open:
            return None
        self._is_document = False
        return self._document()

    def _only_heading(self) -> bool:
        """Whether nothing but the head and the opener of the document has been met."""
        return self._open in (["div", "head"], ["div", "opener"])

    def _document(self) -> Document | None:
        attributes, text = self._attributes, self._blocks.text()
        self._blocks = Blocks()
        if attributes.get("subtype") == "editorial-note":
            self.editorial += 1
            return None
        if not text.strip():
            return None
        self.count += 1
        first, last = attributes.get("doc-dateTime-min", ""), attributes.get("doc-dateTime-max", "")
        facts = dict(self._facts)
        if first:
            facts["date"] = first[:10]
            if first == last and first[11:16] not in ("", _MIDNIGHT):
                facts["time"] = first[11:16]
        if "n" in attributes:
            facts["document_number"] = attributes["n"]
        part = attributes.get("id") or f"document {self.count}"
        pages = tuple(map(int, self._pages)) if all(n.isascii() and n.isdecimal() for n in self._pages) else ()
        return Document(text, part, facts=facts, heading=self._heading, pages=pages)

    def rest(self) -> Document | None:
        """The whole text of a file that has no documents in it."""
        text = self._blocks.text()
        return Document(text, many=True) if text.strip() else None
