"""Sources in, the cables found in them out: header facts and counts."""

from pathlib import Path

import click

from directives.cli import listing, sources, target
from directives.cli import width as widths
from directives.output.records import cable_record, to_json_line
from directives.output.tables import cables_table


@click.command()
@sources.argument
@listing.format_option("one record a cable")
@widths.option
@target.options
def cables(sources_: tuple[str, ...], format_: str, width: int | None, output: Path | None, force: bool) -> None:
    """List the cables of the sources: header facts and counts.

    What the header does not tell is empty (null in a record). The count of directives is of those that are issued: what
    a cable only reports or encloses does not count (`directives table --all` shows it).

    \b
    Examples:
      directives cables cables/
      directives cables 'series/*.txt' --format jsonl -o cables.jsonl
      directives cables cable.txt --format github
    """
    problems = sources.Problems()
    found = sources.find_in_sources(sources_, problems)
    with target.opened(output, force) as stream:
        if format_ == "jsonl":
            stream.writelines(to_json_line(cable_record(findings)) for findings in found)
        else:
            click.echo(cables_table(found, format_, width or widths.of_terminal()), stream)
    problems.exit()
