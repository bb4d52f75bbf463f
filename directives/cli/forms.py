"""Names of forms in, what the grammar says of them out."""

import sys

import click

from directives.cli import width as widths
from directives.output import explanation
from directives.output.catalogue import entries


@click.command()
@click.argument("names", metavar="[FORM]...", nargs=-1)
@widths.option
def forms(names: tuple[str, ...], width: int | None) -> None:
    """List the wordings that the grammar knows, with examples.

    A FORM is the name of a form or of a family of forms; without any, all are listed.

    \b
    Examples:
      directives forms
      directives forms directed_to
    """
    catalogue = list(entries())
    known = {name for entry in catalogue for name in (entry.form.name, entry.form.family)}
    for name in names:
        if name not in known:
            raise click.UsageError(f"no form {name!r}; `directives forms` lists them")
    chosen = (entry for entry in catalogue if not names or {entry.form.name, entry.form.family} & {*names})
    explanation.list_forms(chosen, explanation.console(sys.stdout, width or widths.of_terminal()))
