"""The option --format of the commands that list what they found: a table in any of its formats, or records."""

from collections.abc import Callable
from typing import Any

import click

from directives.output.tables import FORMATS


def format_option(records: str) -> Callable[[Any], Any]:
    """The option, `records` saying what a line of jsonl holds; the command gets its value as `format_`."""
    return click.option(
        "--format",
        "format_",
        metavar="NAME",
        type=click.Choice(["jsonl", *FORMATS]),
        default="simple",
        show_default=True,
        help=f"jsonl for {records}, or a table format of `directives table`.",
    )
