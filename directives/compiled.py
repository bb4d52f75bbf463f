"""What takes long to make and is kept ready: data by name, with a digest of the text that it was made from.

It lies in `grammar/compiled`, written by `grammar/compile.py`; what does not fit its text any more is passed over, and
made anew.
"""

from __future__ import annotations

import hashlib
import re

from directives.grammar_files import grammar_folder, grammar_text

_IMPORT = re.compile(r"^%import \.(\w+)", re.M)


def digest(source: str) -> bytes:
    """What tells the text of a grammar, with all that it imports, from any other: 64 letters and figures."""
    texts = [source, *(grammar_text(f"{name}.lark") for name in _IMPORT.findall(source))]
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
