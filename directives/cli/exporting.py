"""Findings and the options of a command in, an export out: a stream, a file or a folder that appears when whole."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from attrs import evolve

from directives.cli import target
from directives.cli.sources import Problems
from directives.model import Findings
from directives.output.exports import EXPORTS, MissingLibrary, Options, prepare, write
from directives.output.fields import UnknownField, choose
from directives.output.tables import none_issued

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
    issued_only: bool = False,
) -> None:
    """Write the findings in a format of EXPORTS, all of them or those that are issued.

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
    counted = Counted(findings, issued_only)
    if kind == "text":
        with target.opened(output, force) as stream:
            write(name, counted, stream, options)
            _check(counted, to_file)
    else:
        assert output is not None
        with target.place(output, force, _MARK_OF_FOLDER if kind == "folder" else None) as beside:
            write(name, counted, beside, options)
            _check(counted, to_file)
    counted.tell(problems)


def _check(counted: "Counted", to_file: bool) -> None:
    if to_file and not counted.cables:
        raise click.ClickException("no cable could be read: nothing is written")


class Counted:
    """Findings that are counted as they pass, with all their directives or with those alone that are issued."""

    def __init__(self, findings: Iterable[Findings], issued_only: bool) -> None:
        self.findings = findings
        self.issued_only = issued_only
        self.cables = self.directives = 0
        self.left_out: Counter[str] = Counter()  # by status

    def __iter__(self) -> Iterator[Findings]:
        for found in self.findings:
            self.cables += 1
            if self.issued_only:
                self.left_out.update(d.status for d in found.directives if d.status != "issued")
                found = evolve(found, directives=found.issued)
            self.directives += len(found.directives)
            yield found

    def tell(self, problems: Problems) -> None:
        """Say on standard error where cables passed and no directive did."""
        if self.cables and not self.directives:
            cables = f"in {self.cables} {'cable' if self.cables == 1 else 'cables'}"
            problems.note(none_issued(self.left_out.elements(), cables))
