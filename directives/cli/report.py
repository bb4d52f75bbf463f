"""Sources in, one self-contained HTML page out: cables, their directives and their texts side by side."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from directives.cli import sources, target
from directives.model import Findings
from directives.output.escaping import one_line
from directives.output.report import NoCablesError, page


class _Kept(sources.Problems):
    """Says what went wrong, as everywhere, and keeps the lines for the page."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def report(self, message: str) -> None:
        self.lines.append(one_line(message))
        super().report(message)


@click.command()
@sources.argument
@target.options
def report(sources_: tuple[str, ...], output: Path | None, force: bool) -> None:
    """Write one self-contained page for the browser: cables, their directives and their texts side by side.

    The page needs no network and no other file. It shows every directive marked in its text, finds and filters them,
    draws them over time and by actor, and tells what was left out and why. Every directive has a link of its own.

    \b
    Examples:
      directives report cables/ -o report.html
      directives report 'series/*.txt' -o report.html --force
    """
    if output is None and sys.stdout.isatty():
        raise click.UsageError("a page is not for the terminal: name a file with -o")
    problems = _Kept()
    directives = 0

    def found() -> Iterator[Findings]:
        nonlocal directives
        for findings in sources.find_in_sources(sources_, problems, near_misses=True):
            directives += len(findings.directives)
            yield findings

    with target.opened(output, force) as stream:
        try:
            stream.writelines(page(found(), _after(problems.lines)))
        except NoCablesError as nothing:
            raise click.ClickException(f"no page was written: {nothing}") from None
    if not directives:
        problems.note("no directives were found; the page shows the cables without any")
    problems.exit()


def _after(lines: list[str]) -> Iterator[str]:
    """The lines that are there when they are asked for."""
    yield from lines
