"""The formats in which directives are taken into other programs: their registry, and the one function that writes them.

A format is a module of this package with a function `write(findings, target, options)`. The module is imported when it
is used; what it needs beyond the core comes with an extra of this package.
"""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Literal, TextIO

from attrs import frozen

from directives.model import Findings
from directives.output.records import CSV_COLUMNS

Kind = Literal["text", "file", "folder"]


@frozen
class Options:
    """`columns`: those of the records to write; `sheet_a_cable`: whether a workbook has a sheet for each cable."""

    columns: tuple[str, ...] = CSV_COLUMNS
    sheet_a_cable: bool = False


@frozen
class Export:
    """A format: what it is, the module that writes it, to what (a text stream, a file or a folder), and what it needs.

    `has_columns` is False where the format says what it holds, so that none can be chosen.
    """

    about: str
    module: str
    kind: Kind = "text"
    has_columns: bool = True
    extra: str | None = None


EXPORTS: dict[str, Export] = {
    "jsonl": Export("JSON lines: every quote with its offsets", "json_lines"),
    "csv": Export("for spreadsheets", "csv_lines"),
    "xlsx": Export("Excel workbook with filters", "xlsx", "file", extra="xlsx"),
    "parquet": Export("Parquet, nested as the JSON records are", "parquet", "file", extra="parquet"),
    "sqlite": Export("SQLite database with full-text search, also for Datasette", "sqlite", "file", has_columns=False),
    "markdown": Export("one Markdown table", "markdown"),
    "latex": Export("one LaTeX table", "latex"),
    "html": Export("one HTML table", "html"),
    "brat": Export("a folder of brat standoff files", "brat", "folder", has_columns=False),
    "webannotation": Export("W3C Web Annotation, JSON-LD", "web_annotation", has_columns=False),
    "bio": Export("a token a line with BIO tags, as CoNLL has them", "bio", has_columns=False),
}


class MissingLibrary(Exception):
    """A format needs a library that is not installed; the message says how to get it."""


def prepare(name: str) -> None:
    """Import the module of a format. Raises MissingLibrary where a library that it needs is not installed."""
    export = EXPORTS[name]
    try:
        import_module(f"{__name__}.{export.module}")
    except ModuleNotFoundError as error:
        if export.extra is None:
            raise
        raise MissingLibrary(f"{name} needs {error.name}: pip install 'directives[{export.extra}]'") from None


def write(name: str, findings: Iterable[Findings], target: TextIO | Path, options: Options) -> None:
    """Write findings in a format of EXPORTS to `target`: a text stream, or the path of a file or folder not there yet.

    Raises MissingLibrary where a library that the format needs is not installed, OSError where it cannot be written.
    """
    prepare(name)
    import_module(f"{__name__}.{EXPORTS[name].module}").write(findings, target, options)
