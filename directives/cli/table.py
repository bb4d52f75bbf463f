"""Sources in, a table of directives for each cable out."""

from pathlib import Path

import click
from attrs import evolve

from directives.cli import exporting, sources, target
from directives.cli import width as widths
from directives.model import Findings
from directives.output.exports import EXPORTS
from directives.output.fields import UnknownField, choose
from directives.output.tables import DELIMITERS, FORMATS, TABLE_FIELDS, heading, tabulate, undertakings_table

_MARKDOWN = "github"  # which of the formats of tables it is
_EXPORTS = tuple(name for name in EXPORTS if name not in (*FORMATS, "jsonl", "markdown"))


@click.command()
@sources.argument
@click.option(
    "--format",
    "format_",
    metavar="NAME",
    type=click.Choice([*FORMATS, "markdown", *_EXPORTS]),
    default="simple",
    show_default=True,
    help=f"One of {', '.join(FORMATS)}, markdown, or for other programs {', '.join(_EXPORTS)}.",
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
    in the source its act stands (page, paragraph, offsets). With csv and tsv all cables stand in one table. A workbook
    (xlsx) has a sheet for each cable; it and the other formats for programs have the fields of `directives extract`.

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
    if format_ in _EXPORTS:
        found = sources.find_in_sources(sources_, problems)
        kept = found if everything else map(_issued, found)
        exporting.export(format_, kept, fields, output, force, problems, sheet_a_cable=True)
        problems.exit()
    format_ = _MARKDOWN if format_ == "markdown" else format_
    try:
        columns = None if fields is None else choose(fields, TABLE_FIELDS)
    except UnknownField as problem:
        raise click.UsageError(str(problem)) from None
    wide = width or widths.of_terminal()
    rows = []
    with target.opened(output, force) as stream:
        for findings in sources.find_in_sources(sources_, problems):
            shown = [d for d in findings.directives if everything or d.status == "issued"]
            if format_ in DELIMITERS:
                rows += shown
                continue
            click.secho(heading(findings.cable, format_), stream, bold=True)
            click.echo(f"\n{tabulate(shown, format_, wide, columns)}\n" if shown else "\nno directives\n", stream)
            if everything and findings.undertakings:
                click.echo(f"{undertakings_table(findings.undertakings, format_, wide)}\n", stream)
        if format_ in DELIMITERS:
            click.echo(tabulate(rows, format_, fields=columns), stream)
    problems.exit()


def _issued(findings: Findings) -> Findings:
    return evolve(findings, directives=tuple(d for d in findings.directives if d.status == "issued"))
