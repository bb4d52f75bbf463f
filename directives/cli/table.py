"""Sources in, a table of directives for each cable out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import click

from directives.cli import exporting, sources, target
from directives.cli import width as widths
from directives.model import Findings
from directives.output.exports import EXPORTS
from directives.output.fields import UnknownField, choose
from directives.output.tables import (
    DELIMITERS,
    FORMATS,
    TABLE_FIELDS,
    heading,
    none_issued,
    tabulate,
    undertakings_table,
)

_EXPORTS = tuple(name for name in EXPORTS if name not in FORMATS)


@click.command()
@sources.argument
@click.option(
    "--format",
    "format_",
    metavar="NAME",
    type=click.Choice([*FORMATS, *_EXPORTS]),
    default="simple",
    show_default=True,
    help=f"One of {', '.join(FORMATS)}, or for other programs {', '.join(_EXPORTS)}.",
)
@widths.option
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also directives that are only reported or enclosed, and what the sender undertakes to do.",
)
@click.option("--fields", metavar="NAMES", help=f"Columns, parted by commas: {', '.join(TABLE_FIELDS)}.")
@target.options
def table(
    sources_: tuple[str, ...],
    format_: str,
    width: int | None,
    everything: bool,
    fields: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Print a table of directives for each cable.

    A row is one directive: its modality, who is to act, the act, its constraints, the cue that makes it one, and where
    in the source its act stands (page, paragraph, offsets). The act of a prohibition is what is forbidden ("give any
    undertaking"), or is itself worded as a refraining ("avoid any comment").

    All columns together take 65 characters a line at least; --fields shows fewer, where a terminal is narrower.

    With csv and tsv all cables stand in one table. A workbook (xlsx) has a sheet for each cable; it and the other
    formats for programs have the fields of `directives extract`.

    \b
    Examples:
      directives table cable.txt
      directives table cables/ --format markdown -o tables.md
      directives table cables/ --format xlsx -o tables.xlsx
      directives table cable.txt --fields modality,actor,action,time
      directives table 'series/*.txt' --format csv > tables.csv
      cat cable.txt | directives table -
    """
    problems = sources.Problems()
    found = sources.find_in_sources(sources_, problems)
    if format_ in _EXPORTS:
        issued_only = not everything
        exporting.export(format_, found, fields, output, force, problems, sheet_a_cable=True, issued_only=issued_only)
        problems.exit()
    try:
        columns = None if fields is None else choose(fields, TABLE_FIELDS)
    except UnknownField as problem:
        raise click.UsageError(str(problem)) from None
    wide = width or widths.of_terminal()
    with target.opened(output, force) as stream:
        if format_ in DELIMITERS:
            counted = exporting.Counted(found, issued_only=not everything)
            rows = [directive for findings in counted for directive in findings.directives]
            click.echo(tabulate(rows, format_, fields=columns), stream)
            counted.tell(problems)
        else:
            for findings in found:
                _print(findings, everything, format_, wide, columns, stream)
    problems.exit()


def _print(
    findings: Findings, everything: bool, format_: str, width: int, columns: Sequence[str] | None, stream: TextIO
) -> None:
    """Print one cable: its heading, and the table of its directives or a line that says why there is none."""
    shown = findings.directives if everything else findings.issued
    click.secho(heading(findings.cable, format_), stream, bold=True)
    if shown:
        click.echo(f"\n{tabulate(shown, format_, width, columns)}\n", stream)
    else:
        click.echo(f"\n{none_issued((d.status for d in findings.directives), format=format_)}\n", stream)
    if everything and findings.undertakings:
        click.echo(f"{undertakings_table(findings.undertakings, format_, width)}\n", stream)
