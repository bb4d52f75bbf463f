"""Sources in, one record a directive out."""

from pathlib import Path

import click

from directives.cli import sources, target
from directives.output.records import CSV_COLUMNS, directive_records, to_csv, to_csv_line, to_json_line


@click.command()
@sources.argument
@click.option(
    "--format",
    "format_",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="JSON lines hold every quote with its offsets; CSV is for spreadsheets.",
)
@target.options
def extract(sources_: tuple[str, ...], format_: str, output: Path | None, force: bool) -> None:
    """Write one record a directive, as JSON lines or CSV.

    All offsets count characters of the source's text, end exclusive. A record whose status is not "issued" is a
    directive that the cable only reports or encloses.

    \b
    Examples:
      directives extract cable.txt
      directives extract cables/ --format csv -o directives.csv
      directives extract 'series/*.txt' | grep '"prohibition"'
    """
    problems = sources.Problems()
    line = to_csv_line if format_ == "csv" else to_json_line
    with target.opened(output, force) as stream:
        if format_ == "csv":
            stream.write(to_csv([CSV_COLUMNS]))
        for findings in sources.find_in_sources(sources_, problems):
            stream.writelines(map(line, directive_records(findings)))
    problems.exit()
