"""Sources or a text in, an explanation of each of their sentences out."""

import sys

import click

from directives import explaining
from directives.cli import sources
from directives.cli import width as widths
from directives.output import explanation
from directives.output.tables import heading
from directives.reading import read_text


@click.command()
@click.argument("sources_", metavar="SOURCE...", nargs=-1)
@click.option("--text", metavar="TEXT", help="A text to explain instead of a source.")
@widths.option
def explain(sources_: tuple[str, ...], text: str | None, width: int | None) -> None:
    """Show sentence by sentence what was found, and why a near miss was left out.

    Each sentence with a cue is shown with the token of every word, and with each form that was tried on it: what came
    of it, the evidence, and the tree.

    \b
    Examples:
      directives explain --text "You are directed to see the Minister."
      directives explain cable.txt | less
    """
    if (text is None) == (not sources_):
        raise click.UsageError("give either sources or --text")
    if text is not None and not text.strip():
        raise click.UsageError("the text is empty")
    problems = sources.Problems()
    out = explanation.console(sys.stdout, width or widths.of_terminal())
    if text is not None:
        for cable in read_text(text):
            explanation.explain(explaining.explain(cable), out)
    for cable in sources.read_sources(sources_, problems):
        click.secho(f"{heading(cable)}\n", bold=True)
        explanation.explain(explaining.explain(cable), out)
    problems.exit()
