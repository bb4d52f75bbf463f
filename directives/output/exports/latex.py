"""Findings in, one table of their directives out, in the syntax of LaTeX (package booktabs)."""

from collections.abc import Iterable
from typing import TextIO

from directives.model import Findings
from directives.output.exports import Options
from directives.output.exports.rows import text_rows
from directives.output.tables import table_of


def write(findings: Iterable[Findings], target: TextIO, options: Options) -> None:
    """Write the table with a row a directive; every text in it is escaped."""
    target.write(table_of(text_rows(findings, options.columns), options.columns, "latex", None) + "\n")
