"""HTML in, one document out: the text that a browser shows, a blank line between its blocks; scripts are not run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from directives.reading.decoding import decode
from directives.reading.formats.blocks import Blocks
from directives.reading.formats.plain_text import whole
from directives.reading.formats.source import Document, Source
from directives.reading.metadata import facts_of, not_there
from directives.reading.problems import ReadingProblem

SUFFIXES = (".html", ".htm", ".xhtml")
_BEGINNING = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{3,20})", re.I)
_LEFT_OUT = {"script", "style", "template", "noscript", "nav", "svg", "iframe", "object", "select", "button", "sup"}
_INLINE = {
    *("a", "abbr", "b", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label"),
    *("mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
}
_LINES = {"br", "tr"}
_CELLS = {"td", "th"}


def matches(head: bytes) -> bool:
    """Whether it begins like an HTML page."""
    return _BEGINNING.match(head) is not None


def read(source: Source) -> Iterator[Document]:
    """The document of an HTML page, its title and `meta` entries as metadata. Raises ReadingProblem without text."""
    data = whole(source)
    page = _Page()
    page.feed(_decoded(data))
    page.close()
    text = page.blocks.text()
    if not text.strip():
        raise ReadingProblem("the page has no text")
    facts = facts_of(page.meta, source.options.columns)
    for name in not_there(page.meta, source.options.columns):
        source.note(f"it has no meta entry {name}")
    yield Document(text, id=facts.pop("id", ""), facts=facts, many=True)


def _decoded(data: bytes) -> str:
    """The page's characters, by the encoding that it names itself where it is not UTF-8."""
    named = _CHARSET.search(data[:2048])
    if named:
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks = Blocks()
        self.meta: dict[str, object] = {}
        self._left_out: list[str] = []
        self._pre = 0
        self._title: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._left_out:
            if tag == self._left_out[-1]:
                self._left_out.append(tag)
        elif tag in _LEFT_OUT:
            self._left_out.append(tag)
        elif tag == "title":
            self._title = []
        elif tag == "meta":
            values = dict(attrs)
            name = (values.get("name") or values.get("property") or "").lower()
            self.meta.setdefault(name.rsplit(".", 1)[-1].rsplit(":", 1)[-1], values.get("content") or "")
        else:
            self._pre += tag == "pre"
            self._space(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            if tag == self._left_out[-1]:
                self._left_out.pop()
        elif tag == "title" and self._title is not None:
            self.meta["title"] = " ".join("".join(self._title).split())
            self._title = None
        else:
            self._space(tag)
            self._pre = max(0, self._pre - (tag == "pre"))

    def _space(self, tag: str) -> None:
        if tag in _CELLS:
            self.blocks.add(" ")
        elif tag in _LINES:
            self.blocks.line()
        elif tag not in _INLINE:
            self.blocks.block()

    def handle_data(self, data: str) -> None:
        if self._title is not None:
            self._title.append(data)
        elif not self._left_out:
            if self._pre:
                self.blocks.add_as_is(data)
            else:
                self.blocks.add(data)
