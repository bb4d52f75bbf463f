"""Sources in, a table of directives for each cable out."""

from pathlib import Path

import click

from directives.cli import sources, target
from directives.cli import width as widths
from directives.output.tables import DELIMITERS, FORMATS, heading, tabulate, undertakings_table


@click.command()
@sources.argument
@click.option(
    "--format",
    "format_",
    metavar="NAME",
    type=click.Choice(FORMATS),
    default="simple",
    show_default=True,
    help=f"One of {', '.join(FORMATS)}.",
)
@widths.option
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also directives that are only reported or enclosed, and what the sender undertakes to do.",
)
@target.options
def table(
    sources_: tuple[str, ...], format_: str, width: int | None, everything: bool, output: Path | None, force: bool
) -> None:
    """Print a table of directives for each cable.

    A row is one directive: its modality, who is to act, the act, its constraints, the cue that makes it one, and where
    in the source its act stands (page, paragraph, offsets). With csv and tsv all cables stand in one table.

    \b
    Examples:
      directives table cable.txt
      directives table cables/ --format github -o tables.md
      directives table 'series/*.txt' --format csv > tables.csv
      cat cable.txt | directives table -
    """
    problems = sources.Problems()
    wide = width or widths.of_terminal()
    rows = []
    with target.opened(output, force) as stream:
        for findings in sources.find_in_sources(sources_, problems):
            shown = [d for d in findings.directives if everything or d.status == "issued"]
            if format_ in DELIMITERS:
                rows += shown
                continue
            click.secho(heading(findings.cable, format_), stream, bold=True)
            click.echo(f"\n{tabulate(shown, format_, wide)}\n" if shown else "\nno directives\n", stream)
            if everything and findings.undertakings:
                click.echo(f"{undertakings_table(findings.undertakings, format_, wide)}\n", stream)
        if format_ in DELIMITERS:
            click.echo(tabulate(rows, format_), stream)
    problems.exit()
