"""Bytes of a source in, its text out: the encoding is found from the bytes themselves."""

from __future__ import annotations

import codecs
import re
from typing import Final

from directives.reading.problems import ReadingProblem

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LONGEST_LINE: Final = 2_000_000  # characters: a whole volume on one line is longer than that, a cable is not
_SAMPLE: Final = 1 << 16
# What archives hold besides Unicode: Windows and Latin-1 exports, DOS and old Macintosh files.
_LEGACY: Final = ["cp1252", "latin_1", "cp850", "mac_roman"]
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes) -> str:
    """The text in `data`, without a byte order mark; line ends stay as they are.

    UTF-8 is tried first, UTF-16 and UTF-32 are known by their mark, other encodings are detected. A UTF-8 text with
    some broken bytes keeps its good characters and shows U+FFFD for the others. Raises ReadingProblem for an empty
    source, for one that is no text, and for a line longer than LONGEST_LINE.
    """
    if not data:
        raise ReadingProblem("the file is empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return _usable(data.decode(encoding))
            except UnicodeDecodeError:
                if encoding == "utf-8-sig":
                    break
                raise ReadingProblem(f"its byte order mark says {encoding.upper()}, but it is damaged") from None
    sample = data[:_SAMPLE]
    if len(_CONTROL.findall(sample)) * 200 > len(sample):
        raise ReadingProblem("it is a binary file, not text")
    try:
        return _usable(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _usable(_legacy(data))


def _legacy(data: bytes) -> str:
    """The text of bytes that are not valid UTF-8: damaged UTF-8, or an older encoding."""
    beyond_ascii = len(data) - len(data.translate(None, bytes(range(128, 256))))
    in_sequences = sum(map(len, _MULTIBYTE.findall(data)))
    if in_sequences * 4 >= beyond_ascii * 3:
        return data.decode("utf-8", errors="replace").removeprefix("\ufeff")
    from charset_normalizer import from_bytes  # only here: most sources are UTF-8 and need not pay for the import

    best = from_bytes(data[:_SAMPLE], cp_isolation=_LEGACY).best()
    if best is None:
        raise ReadingProblem("its encoding is unknown, or it is no text")
    return data.decode(best.encoding, errors="replace")


def _usable(text: str) -> str:
    """The text itself; raises ReadingProblem where nothing can be found in it."""
    if not text.strip():
        raise ReadingProblem("the file is empty")
    start = 0
    while len(text) - start > LONGEST_LINE:
        within = (start, start + LONGEST_LINE + 1)
        start = max(text.rfind("\n", *within), text.rfind("\r", *within)) + 1
        if start == 0:
            raise ReadingProblem(f"it has a line of more than {LONGEST_LINE:,} characters, which no cable has")
    return text
