"""Many sources in, a data set in a folder out: shards written by several processes, or by an engine."""

import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from directives.cli import sources
from directives.output.escaping import one_line

if TYPE_CHECKING:
    from directives.scale.folder import Summary

ENGINES = ("local", "ray", "spark")


@click.command()
@sources.argument
@click.option(
    "-o", "--output", "out", metavar="OUT", required=True, type=click.Path(path_type=Path), help="Folder to write to."
)
@click.option("--workers", metavar="N", type=click.IntRange(min=1), default=1, show_default=True, help="Processes.")
@click.option("--resume", is_flag=True, help="Go on with the run in OUT, behind what is finished.")
@click.option("--engine", type=click.Choice(ENGINES), default="local", show_default=True, help="What the work runs on.")
@click.option("--jsonl", is_flag=True, help="Write JSON Lines beside the Parquet files, in OUT/jsonl/.")
def run(sources_: tuple[str, ...], out: Path, workers: int, resume: bool, engine: str, jsonl: bool) -> None:
    """Write a data set of directives, shard by shard, from any number of sources.

    OUT/directives/ and OUT/cables/ are Parquet data sets with the records of `directives extract` and of
    `directives cables`; OUT/failures.jsonl names each source that could not be read, with the reason. A run that was
    stopped, or killed, goes on with --resume, and ends with the same rows.

    \b
    Examples:
      directives run cables/ -o out --workers 4
      directives run series.jsonl.gz -o out --workers 4 --resume
      directives run 'texts/*.parquet' -o out --engine spark --workers 8
    """
    if "-" in sources_:
        raise click.UsageError("standard input cannot be read twice, as --resume may have to: name files or folders")
    if jsonl and engine != "local":
        raise click.UsageError("--jsonl is of the local engine alone")
    if find_spec("pyarrow") is None:
        raise click.UsageError("this command needs pyarrow: pip install 'directives[scale]'")
    from directives.scale.folder import RunProblem, RunStopped

    try:
        summary = _run(sources_, out, workers, resume, engine, jsonl)
    except RunStopped as stopped:
        raise click.ClickException(one_line(str(stopped))) from None
    except RunProblem as problem:
        raise click.UsageError(one_line(str(problem))) from None
    except KeyboardInterrupt:
        click.echo("directives: stopped; --resume goes on behind what is finished", err=True)
        sys.exit(130)
    said = f"{summary.cables:,} cables, {summary.directives:,} directives"
    unread = f", {summary.failures:,} not read (see {out / 'failures.jsonl'})" if summary.failures else ""
    click.echo(f"directives: {one_line(said + unread)}", err=True)
    click.get_current_context().exit(1 if summary.failures else 0)


def _run(sources_: tuple[str, ...], out: Path, workers: int, resume: bool, engine: str, jsonl: bool) -> "Summary":
    options = sources.options()
    if engine != "local":
        from directives.scale.engines import run_on_engine

        return run_on_engine(engine, sources_, out, workers, resume, options)
    from directives.scale.inputs import files_of
    from directives.scale.progress import progress_on
    from directives.scale.runner import run as run_here

    total = 0
    for file in files_of(sources_):
        if isinstance(file, Path):
            with suppress(OSError):
                total += file.stat().st_size
    return run_here(sources_, out, workers, resume, jsonl, options, progress_on(sys.stderr, total))
