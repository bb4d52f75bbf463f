"""What goes wrong when a source is read: one exception with one clear line, and the line for any other."""

from __future__ import annotations

from typing import Final

NOT_ENGLISH: Final = "not English, or not legible: too few of its words are known"


class ReadingProblem(Exception):
    """A source that cannot be read; `str(problem)` is one line that says why, without the name of the source."""


def reason(error: Exception) -> str:
    """Why an error kept a source from being read, on one line without its name: FileNotFoundError → "no such file or
    directory", and for one that nobody foresaw, that the program is at fault."""
    if isinstance(error, ReadingProblem):
        return str(error)
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    if isinstance(error, MemoryError):
        return "there was not enough memory for it"
    return f"passed over, for a fault of this program: {type(error).__name__}: {error}"
