"""Findings and the options of a command in, an export out: a stream, a file or a folder that appears when whole."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from directives.cli import target
from directives.cli.sources import Problems
from directives.model import Findings
from directives.output.exports import EXPORTS, MissingLibrary, Options, prepare, write
from directives.output.fields import UnknownField, choose

fields_option = click.option(
    "--fields",
    metavar="NAMES",
    help="Columns to write, parted by commas: id, modality, action.text, time …, or groups of them: cable, action …",
)
_MARK_OF_FOLDER = "annotation.conf"


def export(
    name: str,
    findings: Iterable[Findings],
    fields: str | None,
    output: Path | None,
    force: bool,
    problems: Problems,
    sheet_a_cable: bool = False,
) -> None:
    """Write the findings in a format of EXPORTS.

    Where no cable could be read at all, nothing is written to a file. Raises click.UsageError (exit status 2) for
    options that do not fit together.
    """
    kind = EXPORTS[name].kind
    if fields is not None and not EXPORTS[name].has_columns:
        raise click.UsageError(f"--fields says nothing to {name}, which always holds everything")
    try:
        options = Options(choose(fields), sheet_a_cable)
        prepare(name)
    except (UnknownField, MissingLibrary) as problem:
        raise click.UsageError(str(problem)) from None
    to_file = output is not None and str(output) != "-"
    if kind != "text" and not to_file:
        raise click.UsageError(f"{name} is not text: name the {kind} to write with -o")
    counted = _Counted(findings)
    if kind == "text":
        with target.opened(output, force) as stream:
            write(name, counted, stream, options)
            _check(counted, to_file)
    else:
        assert output is not None
        with target.place(output, force, _MARK_OF_FOLDER if kind == "folder" else None) as beside:
            write(name, counted, beside, options)
            _check(counted, to_file)
    if counted.cables and not counted.directives:
        problems.note(f"no directives found in {counted.cables} {'cable' if counted.cables == 1 else 'cables'}")


def _check(counted: "_Counted", to_file: bool) -> None:
    if to_file and not counted.cables:
        raise click.ClickException("no cable could be read: nothing is written")


class _Counted:
    """Findings that are counted as they pass."""

    def __init__(self, findings: Iterable[Findings]) -> None:
        self.findings = findings
        self.cables = self.directives = 0

    def __iter__(self) -> Iterator[Findings]:
        for found in self.findings:
            self.cables += 1
            self.directives += len(found.directives)
            yield found
