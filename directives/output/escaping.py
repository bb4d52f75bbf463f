"""Text of a source in, text that is safe to show out: for a terminal, a JSON line, a spreadsheet cell, a markup table.

Sources are not trusted: a scan or a file name may hold control characters that a terminal obeys, marks that turn the
reading direction round, a formula that a spreadsheet runs, or HTML.
"""

import re
from html import escape

# C0 and C1 controls and DEL, marks of reading direction, zero-width characters, line separators, lone surrogates, BOM.
_INVISIBLE = "\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
_UNSHOWN = re.compile(rf"[\x00-\x1f{_INVISIBLE}]")
_UNSHOWN_BUT_LAYOUT = re.compile(rf"[\x00-\x08\x0b-\x1f{_INVISIBLE}]")
_UNSAFE_JSON = re.compile(f"[{_INVISIBLE}]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKS = {ord(mark): f"&#{ord(mark)};" for mark in "|[`"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _name(character: re.Match[str]) -> str:
    return f"\\u{ord(character[0]):04x}"


def one_line(text: str) -> str:
    """The text on one line: white space as single blanks, characters that do not show as their numbers (`\\u001b`)."""
    return _UNSHOWN.sub(_name, " ".join(text.split()))


def printable(text: str) -> str:
    """The text with its line breaks and tabs, other characters that do not show as their numbers (`\\u001b`)."""
    return _UNSHOWN_BUT_LAYOUT.sub(_name, text)


def json_line(encoded: str) -> str:
    """JSON with the characters that do not show as JSON escapes: it means the same and is safe on a terminal.

    json.dumps has escaped the C0 controls already.
    """
    return _UNSAFE_JSON.sub(_name, encoded)


def cell(text: str) -> str:
    """The text for a spreadsheet: an apostrophe before what would be run as a formula, no control characters."""
    shown = printable(text.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def encodable(text: str) -> str:
    """The text as UTF-8 can hold it, character for character: a lone surrogate is none and becomes U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def markup(text: str) -> str:
    """The text on one line for Markdown and wiki tables: no HTML, link or image, and no bar that would end the cell."""
    return escape(one_line(text), quote=False).translate(_MARKS)
