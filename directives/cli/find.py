"""Sources or databases and filters in, the directives that pass them out: as a table, as records, or counted."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from directives.cli import exporting, listing, sources, target
from directives.cli import width as widths
from directives.model import CONSTRAINT_TYPES, MODALITIES
from directives.output.database import DatabaseProblem, is_database, read_records
from directives.output.escaping import one_line
from directives.output.fields import UnknownField, cells, choose, pruned
from directives.output.records import Record, directive_records, to_csv, to_json_line
from directives.output.selection import COUNTABLE, Selection, actor_of, crosstab, is_date
from directives.output.tables import DELIMITERS, table_of
from directives.reading import Ids

_STATUSES = ("issued", "reported", "enclosed")
_COLUMNS = ("date", "cable", "modality", "actor", "action", "constraints", "where")


class _Date(click.ParamType[str]):
    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not is_date(value):
            self.fail(f"{value!r} is no date such as 1941-11-04, 1941-11 or 1941")
        return value


class _Names(click.ParamType[tuple[str, ...]]):
    """Names parted by commas, each one of those known."""

    name = "names"

    def __init__(self, known: tuple[str, ...]) -> None:
        self.known = known

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        names = tuple(name.strip() for name in value.split(",")) if isinstance(value, str) else value
        for name in names:
            if name not in self.known:
                self.fail(f"{name!r} is not one of {', '.join(self.known)}")
        return tuple(dict.fromkeys(names))


@click.command()
@sources.argument
@click.option("--actor", metavar="TEXT", help="Words in the actor's name, in the words for it, or in its role.")
@click.option("--modality", metavar="NAMES", type=_Names(MODALITIES), help=f"Any of {', '.join(MODALITIES)}.")
@click.option("--text", metavar="TEXT", help="Words in the sentence, in the order given, whatever their case.")
@click.option("--since", metavar="DATE", type=_Date(), help="Cables of this date and later: 1941-11-04, 1941-11, 1941.")
@click.option("--until", metavar="DATE", type=_Date(), help="Cables of this date and earlier.")
@click.option(
    "--constraint", metavar="NAMES", type=_Names(CONSTRAINT_TYPES), help=f"With any of {', '.join(CONSTRAINT_TYPES)}."
)
@click.option(
    "--status",
    metavar="NAMES",
    type=_Names((*_STATUSES, "all")),
    default="issued",
    show_default=True,
    help=f"Any of {', '.join(_STATUSES)}, or all.",
)
@click.option(
    "--count-by",
    metavar="NAMES",
    type=_Names(tuple(COUNTABLE)),
    help=f"Count them instead, by one or more of {', '.join(COUNTABLE)}; the last goes across.",
)
@listing.format_option("the records of `directives extract`")
@exporting.fields_option
@widths.option
@target.options
def find(
    sources_: tuple[str, ...],
    actor: str | None,
    modality: tuple[str, ...] | None,
    text: str | None,
    since: str | None,
    until: str | None,
    constraint: tuple[str, ...] | None,
    status: tuple[str, ...],
    count_by: tuple[str, ...] | None,
    format_: str,
    fields: str | None,
    width: int | None,
    output: Path | None,
    force: bool,
) -> None:
    """Find directives by actor, modality, words, date and constraints.

    A SOURCE may also be a database that `directives extract --format sqlite` has made of sources: it answers at once.
    Filters add up: a directive must pass all of them.

    \b
    Examples:
      directives find cables/ --actor harada --modality prohibition
      directives extract cables/ --format sqlite -o cables.db
      directives find cables.db --text press --since 1941-11 --until 1941-12-07 --constraint time
      directives find cables.db --count-by actor,modality
    """
    selection = Selection(
        actor, modality or (), text, since, until, constraint or (), () if "all" in status else status
    )
    if not selection.spans_time:
        raise click.UsageError(f"--since {since} is later than --until {until}")
    if count_by and (fields is not None or format_ == "jsonl"):
        raise click.UsageError("--count-by gives a table of counts: it goes with neither --fields nor jsonl")
    try:
        columns = None if fields is None else choose(fields)
    except UnknownField as problem:
        raise click.UsageError(str(problem)) from None
    problems = sources.Problems()
    found = _Found(selection)
    with target.opened(output, force) as stream:
        kept = found.among(_records(sources_, problems))
        if count_by:
            click.echo(crosstab(kept, count_by, format_), stream)
        elif format_ == "jsonl":
            stream.writelines(to_json_line(pruned(record, columns) if columns else record) for record in kept)
        else:
            names, rows = _rows(kept, columns)
            wide = width or widths.of_terminal()
            shown = to_csv([names, *rows], DELIMITERS[format_]) if format_ in DELIMITERS else None
            click.echo(shown or f"{table_of(rows, names, format_, wide)}\n", stream, nl=False)
        if output is not None and str(output) != "-" and not found.looked_at and problems.count:
            raise click.ClickException("nothing could be read: nothing is written")
    found.tell(problems)
    problems.exit()


def _records(given: tuple[str, ...], problems: sources.Problems) -> Iterator[Record]:
    """The records of all databases and sources, in the order in which they were given, each once.

    No two cables have the same id, wherever they come from.
    """
    ids = Ids()
    for is_made, names in groupby(dict.fromkeys(given), key=lambda name: name != "-" and is_database(Path(name))):
        if not is_made:
            for findings in sources.find_in_sources(tuple(names), problems, ids=ids):
                yield from directive_records(findings)
            continue
        for name in names:
            try:
                yield from read_records(Path(name), ids)
            except DatabaseProblem as problem:
                problems.report(f"{name}: {problem}")


class _Found:
    """Records that a selection lets pass, and what to say of the others."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.looked_at = self.passed = self.undated = 0

    def among(self, records: Iterator[Record]) -> Iterator[Record]:
        for record in records:
            self.looked_at += 1
            if self.selection.passes(record):
                self.passed += 1
                yield record
            elif record["cable"]["date"] is None and self.selection.passes_but_date(record):
                self.undated += 1

    def tell(self, problems: sources.Problems) -> None:
        """Say on standard error what the result does not show."""
        if self.undated:
            problems.note(f"{self.undated} more in cables without a date, which --since and --until leave out")
        if not self.looked_at:
            problems.note("no directives at all in what was read")
        elif not self.passed:
            problems.note(f"none of {self.looked_at} directives passes the filters")


def _rows(records: Iterator[Record], columns: tuple[str, ...] | None) -> tuple[tuple[str, ...], list[list[str]]]:
    """The names of the columns and a row a record."""
    if columns:
        return columns, [
            ["" if value is None else str(value) for value in cells(record, columns)] for record in records
        ]
    return _COLUMNS, [_row(record) for record in records]


def _row(record: Record) -> list[str]:
    action = record["action"]
    status = "" if record["status"] == "issued" else f" ({record['status']})"
    return [
        record["cable"]["date"] or "",
        record["cable"]["id"],
        record["modality"] + status,
        actor_of(record),
        one_line(action["text"]),
        "; ".join(f"{limit['type']}: {one_line(limit['text'])}" for limit in record["constraints"]),
        f"{record['source']}, p. {record['page']}, {action['start']}–{action['end']}",
    ]
