"""Markdown in, one document out: its text as decoded, its YAML front matter as metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directives.reading.decoding import decode
from directives.reading.formats.plain_text import whole
from directives.reading.formats.source import Document, Source
from directives.reading.metadata import facts_of, not_there, unread

SUFFIXES = (".md", ".markdown")
_LONGEST = 1 << 16  # characters of front matter
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_ENTRY = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:#[^\n]*\n|[ \t\r]*\n)*[\"']?[A-Za-z][\w .-]*[\"']?\s*:")


def matches(head: bytes) -> bool:
    """Whether it begins with front matter."""
    return _ENTRY.match(head) is not None


def read(source: Source) -> Iterator[Document]:
    """The document of a Markdown file; the cable begins after the front matter."""
    text = decode(whole(source))
    front = _FRONT.match(text[:_LONGEST])
    if front is None:
        yield Document(text, many=True)
        return
    values = _values(front["yaml"], source)
    facts = facts_of(values, source.options.columns)
    for name in not_there(values, source.options.columns):
        source.note(f"its front matter has no entry {name}")
    for doubt in unread(facts):
        source.note(f"{doubt} (in its front matter)")
    yield Document(text, id=facts.pop("id", ""), facts=facts, start=front.end(), many=not facts)


def _values(front: str, source: Source) -> dict[str, object]:
    import yaml

    try:
        values = yaml.safe_load(front)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 2}" if mark else ""
        source.problem(f"its front matter is no YAML{where}; the text was read without it")
        return {}
    return {str(key): value for key, value in values.items()} if isinstance(values, dict) else {}
