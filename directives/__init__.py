"""Finds the directives in diplomatic cables and other orders.

    import directives

    for cable in directives.read("cable.txt"):
        print(directives.tabulate(directives.extract(cable)))

A path or a text comes in; cables, directives and tables go out. Nothing heavy is loaded before it is used.
"""

from __future__ import annotations

import os
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from directives.examination import examine as examine
    from directives.model import Actor as Actor
    from directives.model import Cable as Cable
    from directives.model import Constraint as Constraint
    from directives.model import Directive as Directive
    from directives.model import Fact as Fact
    from directives.model import Findings as Findings
    from directives.model import Header as Header
    from directives.model import NearMiss as NearMiss
    from directives.model import Page as Page
    from directives.model import Paragraph as Paragraph
    from directives.model import Party as Party
    from directives.model import Quote as Quote
    from directives.model import Reference as Reference
    from directives.model import Undertaking as Undertaking
    from directives.output.frames import frame as frame
    from directives.output.tables import tabulate as tabulate
    from directives.reading import ReadingProblem as ReadingProblem

__version__ = "0.1.0"

_MODEL = (
    "Actor",
    "Cable",
    "Constraint",
    "Directive",
    "Fact",
    "Findings",
    "Header",
    "NearMiss",
    "Page",
    "Paragraph",
    "Party",
    "Quote",
    "Reference",
    "Undertaking",
)
_HOMES = {
    "examine": "directives.examination",
    "frame": "directives.output.frames",
    "tabulate": "directives.output.tables",
    "ReadingProblem": "directives.reading",
    **dict.fromkeys(_MODEL, "directives.model"),
}

__all__ = ["ReadingProblem", "examine", "extract", "frame", "read", "tabulate", *_MODEL]


_LONGEST_NAME = 255  # characters: no system has longer names of files, so that a longer text is not looked for


def read(path_or_text: str | PathLike[str]) -> list[Cable]:
    """The cables of a file or of a text, in reading order.

    A string with white space in it that is not the path of a file is a text; any other is a path. Raises
    ReadingProblem, whose message is one line, for what cannot be read.
    """
    from directives.reading import ReadingProblem, read_path, read_text

    if isinstance(path_or_text, str) and _is_text(path_or_text):
        return read_text(path_or_text)
    try:
        return read_path(Path(path_or_text))
    except ReadingProblem as problem:
        raise ReadingProblem(f"{path_or_text}: {problem}") from None


def _is_text(string: str) -> bool:
    if string and not any(map(str.isspace, string)):
        return False
    may_be_path = len(string) <= _LONGEST_NAME or not {"/", "\\"}.isdisjoint(string[: _LONGEST_NAME + 1])
    return not (may_be_path and os.path.exists(string))  # noqa: PTH110  (False, not an error, where too long for a path)


def extract(cable_or_text: Cable | str | PathLike[str]) -> list[Directive]:
    """The directives of a cable, or of all cables of a path or text (taken as `read` takes it), in reading order.

    Raises ReadingProblem for a path or text that cannot be read.
    """
    from directives.examination import examine
    from directives.model import Cable

    cables = [cable_or_text] if isinstance(cable_or_text, Cable) else read(cable_or_text)
    return [directive for cable in cables for directive in examine(cable, near_misses=False).directives]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'directives' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
