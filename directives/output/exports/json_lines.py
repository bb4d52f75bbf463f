"""Findings in, one record a directive out, each as a line of JSON."""

from collections.abc import Iterable
from typing import TextIO

from directives.model import Findings
from directives.output.exports import Options
from directives.output.fields import pruned
from directives.output.records import directive_records, to_json_line


def write(findings: Iterable[Findings], target: TextIO, options: Options) -> None:
    """Write a line a directive."""
    for found in findings:
        target.writelines(to_json_line(pruned(record, options.columns)) for record in directive_records(found))
