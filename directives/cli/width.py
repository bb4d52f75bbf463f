"""The option --width and the terminal in, the number of characters that a line may have out."""

from shutil import get_terminal_size

import click

ELSEWHERE = 120  # characters, where there is neither a terminal nor COLUMNS

option = click.option(
    "--width",
    type=click.IntRange(min=20),
    metavar="N",
    help="Characters a line may have; by default as many as the terminal has. "
    "A table is never narrower than the names of its columns.",
)


def of_terminal() -> int:
    """Width of the terminal in characters (COLUMNS overrules it)."""
    return get_terminal_size((ELSEWHERE, 24)).columns
