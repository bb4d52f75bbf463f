"""Findings in, an Excel workbook out: one sheet with all directives, or a sheet for each cable.

Every text is written as a string, never as a formula or a link, and a text that a spreadsheet would run once somebody
edits it or saves it as CSV has an apostrophe before it, as in CSV.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from directives.model import Findings
from directives.output.escaping import cell
from directives.output.exports import Options
from directives.output.fields import cells
from directives.output.records import directive_records

# What the format allows.
LONGEST_CELL = 32_767  # characters, as UTF-16 counts them
LONGEST_NAME = 31
MOST_ROWS = 1_048_576

_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_WIDEST, _NARROWEST = 60, 8  # characters
_MADE = datetime(2000, 1, 1)  # the same input gives the same bytes


def write(findings: Iterable[Findings], target: Path, options: Options) -> None:
    """Write the workbook."""
    book = Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"created": _MADE})
    sheets = _Sheets(book, options.columns)
    for found in findings:
        if options.sheet_a_cable:
            sheets.open(found.cable.id)
        for record in directive_records(found):
            sheets.add(cells(record, options.columns))
    if not book.worksheets():
        sheets.open("directives")
    sheets.finish()
    book.close()


class _Sheets:
    """The sheets of a workbook, filled one after the other."""

    def __init__(self, book: Workbook, columns: tuple[str, ...]) -> None:
        self.book = book
        self.columns = columns
        self.head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self.body = book.add_format({"text_wrap": True, "valign": "top"})
        self.names: set[str] = set()
        self.sheet: Worksheet | None = None
        self.rows = 0
        self.widths: list[int] = []

    def open(self, name: str) -> None:
        """Begin a sheet with the names of the columns in its frozen first row."""
        self.finish()
        self.sheet = self.book.add_worksheet(self._free(name))
        self.sheet.freeze_panes(1, 0)
        for at, column in enumerate(self.columns):
            self.sheet.write_string(0, at, column, self.head)
        self.rows = 1
        self.widths = [len(column) + 3 for column in self.columns]  # 3 for the button of the filter

    def add(self, values: list[str | int | None]) -> None:
        """Add a row, on a sheet of its own where the last one is full."""
        if self.sheet is None or self.rows == MOST_ROWS:
            self.open("directives")
        assert self.sheet is not None
        for at, value in enumerate(values):
            if isinstance(value, int):
                self.sheet.write_number(self.rows, at, value, self.body)
            elif value:
                text = _fitting(cell(value))
                self.sheet.write_string(self.rows, at, text, self.body)
                self.widths[at] = max(self.widths[at], min(_WIDEST, max(map(len, text.splitlines()), default=0) + 1))
        self.rows += 1

    def finish(self) -> None:
        """Set the widths and the filters of the sheet that is open."""
        if self.sheet is None:
            return
        self.sheet.autofilter(0, 0, self.rows - 1, len(self.columns) - 1)
        for at, width in enumerate(self.widths):
            self.sheet.set_column(at, at, max(_NARROWEST, width))

    def _free(self, name: str) -> str:
        """A name that a sheet may have and that none has yet; Excel does not tell case apart."""
        name = _NO_NAME.sub(" ", cell(name)).strip(" '")
        plain = "cable" if not name or name.lower() == "history" else name
        number, free = 1, plain[:LONGEST_NAME].rstrip(" '")
        while free.lower() in self.names:
            number += 1
            mark = f" ({number})"
            free = plain[: LONGEST_NAME - len(mark)] + mark
        self.names.add(free.lower())
        return free


def _fitting(text: str) -> str:
    """The text, cut with an ellipsis where a cell cannot hold it."""
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST_CELL:
        return text
    return text.encode("utf-16-le")[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"
