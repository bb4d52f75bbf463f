"""Sources in, one record a directive out, in any of the formats that other programs read."""

from pathlib import Path

import click

from directives.cli import exporting, sources, target
from directives.output.exports import EXPORTS


@click.command()
@sources.argument
@click.option(
    "--format",
    "format_",
    metavar="NAME",
    type=click.Choice([*EXPORTS]),
    default="jsonl",
    show_default=True,
    help=f"One of {'; '.join(f'{name}: {export.about}' for name, export in EXPORTS.items())}.",
)
@exporting.fields_option
@target.options
def extract(sources_: tuple[str, ...], format_: str, fields: str | None, output: Path | None, force: bool) -> None:
    """Write one record a directive, as JSON lines, CSV, or in a format for another program.

    All offsets count characters of the source's text, end exclusive. A record whose status is not "issued" is a
    directive that the cable only reports or encloses.

    \b
    Examples:
      directives extract cable.txt
      directives extract cables/ --format csv -o directives.csv
      directives extract cables/ --format sqlite -o directives.db
      directives extract cables/ --format xlsx --fields cable.date,modality,action.text,constraints -o directives.xlsx
      directives extract 'series/*.txt' | grep '"prohibition"'
    """
    problems = sources.Problems()
    exporting.export(format_, sources.find_in_sources(sources_, problems), fields, output, force, problems)
    problems.exit()
