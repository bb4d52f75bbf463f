"""Arguments of the command line in, a command run: the group of all commands, each loaded only when it is called."""

import os
import sys
from importlib import import_module
from io import TextIOWrapper

import click
from click.shell_completion import CompletionItem

from directives import __version__

# Name → what it does. Each is the click command of that name in the module of that name in this package.
COMMANDS = {
    "table": "Print a table of directives for each cable.",
    "extract": "Write one record a directive, as JSON lines or CSV.",
    "find": "Find directives by actor, modality, words, date and constraints, and count them.",
    "cables": "List the cables of the sources: header facts and counts.",
    "report": "Write one page for the browser: cables, directives and texts side by side.",
    "run": "Write a data set of directives, shard by shard, from any number of sources.",
    "explain": "Show sentence by sentence what was found, and why a near miss was left out.",
    "forms": "List the wordings that the grammar knows, with examples.",
}


class _LazyGroup(click.Group):
    """A group that knows the names of its commands and imports one only to run it or to show its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"directives.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        commands = [CompletionItem(name, help=what) for name, what in COMMANDS.items() if name.startswith(incomplete)]
        return commands + click.Command.shell_complete(self, ctx, incomplete)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="directives", message="%(prog)s %(version)s")
@click.pass_context
def group(ctx: click.Context) -> None:
    """Find the directives in diplomatic cables and other orders: who is told to do what, under which constraints, how
    strongly. Every row leads back to the words of the source.

    A SOURCE is a file, a folder, a glob such as 'cables/*.txt', or - for standard input: text, Markdown, TEI, HTML,
    PDF, Word, JSON Lines, CSV or Parquet, also in .gz and .zip.

    \b
    Examples:
      directives table cable.txt
      directives extract cables/ --format csv -o directives.csv
      directives cables 'volume-*/*.txt'
      directives explain --text "Please inform Hull at once."
      directives report cables/ -o report.html
      directives forms

    Exit status: 0 everything was read, 1 something could not be read (the rest is written all the same), 2 wrong usage.

    \b
    Completion of commands and options with the Tab key (put the line into the start-up file of your shell):
      bash  eval "$(_DIRECTIVES_COMPLETE=bash_source directives)"
      zsh   eval "$(_DIRECTIVES_COMPLETE=zsh_source directives)"
      fish  _DIRECTIVES_COMPLETE=fish_source directives | source
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def main() -> None:
    """Run the command line and end the process with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Records are UTF-8 whatever the locale; a terminal keeps its encoding and shows the rest as escapes.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    group(prog_name="directives")
