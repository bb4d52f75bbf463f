"""Parsers that are kept ready: what Lark made of a grammar, with a digest of the text that it was made from.

Making the parsers takes seconds, loading them milliseconds. They lie in `grammar/compiled`, written by
`grammar/compile.py`; one that does not fit the text of its grammar, or this version of Lark, is passed over, and the
parser made anew.
"""

from __future__ import annotations

import hashlib
import io
import re

from attrs import frozen
from lark import Lark
from lark import __version__ as lark_version

from directives.grammar_files import grammar_folder, grammar_text

_IMPORT = re.compile(r"^%import \.(\w+)", re.M)


def digest(source: str) -> bytes:
    """What tells the text of a grammar with all that it imports, read by this version of Lark, from any other: 64
    letters and figures."""
    texts = [f"lark {lark_version}", source, *(grammar_text(f"{name}.lark") for name in _IMPORT.findall(source))]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest().encode()


def kept(name: str, source: str) -> bytes | None:
    """What is kept under a name, where it was made from this source; else None."""
    try:
        data = (grammar_folder() / "compiled" / name).read_bytes()
    except OSError:
        return None
    head, _, body = data.partition(b"\n")
    return body if head == digest(source) else None


def keep(name: str, source: str, body: bytes) -> None:
    """Keep what was made from a source under a name; raises OSError where the folder cannot be written to."""
    folder = grammar_folder() / "compiled"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(digest(source) + b"\n" + body)


@frozen
class Grammar:
    """A grammar whose parser is kept ready: the name it is kept under, its text, and where parsing may start."""

    name: str
    source: str
    start: tuple[str, ...]

    def made(self) -> Lark:
        """Its parser, made now."""
        return Lark(
            self.source,
            parser="lalr",
            lexer="contextual",
            start=list(self.start),
            import_paths=[str(grammar_folder())],
        )

    def parser(self) -> Lark:
        """Its parser: the one kept ready, or one made now."""
        body = kept(self.name, self.source)
        return Lark.load(io.BytesIO(body)) if body else self.made()

    def keep(self) -> None:
        """Make its parser and keep it; raises OSError where the folder cannot be written to."""
        buffer = io.BytesIO()
        self.made().save(buffer)
        keep(self.name, self.source, buffer.getvalue())
