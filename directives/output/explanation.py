"""What the forms tell of each sentence, or the catalogue of the forms, in; a page for the terminal out.

Colour is used only on a terminal, and every text is made safe for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.text import Text

from directives.output.escaping import one_line, printable

if TYPE_CHECKING:
    from directives.explaining import Explained
    from directives.output.catalogue import Entry

_STYLES = {"directive": "bold green", "undertaking": "bold cyan", "left out": "bold yellow"}


def console(stream: TextIO, width: int) -> Console:
    """A console of `width` characters that writes to `stream`, with colour only where it is a terminal."""
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def _print(out: Console, indent: int, text: Text) -> None:
    """Print a text with all its lines, wrapped ones too, indented."""
    for line in text.wrap(out, out.width - indent):
        line.rstrip()
        out.print(Text(" " * indent) + line)


def _interlinear(tokens: Iterable[tuple[str, str]], width: int) -> Iterator[Text]:
    """Words with the name of their token beneath, in pairs of lines of at most `width` characters."""
    words, names = Text(), Text(style="dim")
    for word, name in ((one_line(word), one_line(name)) for word, name in tokens):
        wide = max(len(word), len(name)) + 1
        if words and len(words) + wide > width:
            yield from (words, names)
            words, names = Text(), Text(style="dim")
        words.append(word.ljust(wide))
        names.append(name.ljust(wide))
    yield from (words, names)


def explain(sentences: Iterable[Explained], out: Console) -> None:
    """Print each sentence with its tokens, and each reading of it: outcome, form, reason, evidence and tree."""
    for explained in sentences:
        quote = explained.sentence
        _print(out, 0, Text.assemble((one_line(quote.text), "bold"), (f"  {quote.start}–{quote.end}", "dim")))
        if not explained.readings:
            _print(out, 2, Text("no cue of a directive", style="dim"))
            out.print()
            continue
        for line in _interlinear(explained.tokens, out.width - 2):
            _print(out, 2, line)
        for reading in explained.readings:
            outcome = (reading.outcome, _STYLES.get(reading.outcome, "bold"))
            reason = f"  {one_line(reading.reason)}" if reading.reason else ""
            _print(out, 2, Text.assemble(outcome, "  form ", (reading.form, "bold"), reason))
            for feature in reading.features:
                _print(out, 4, Text(one_line(feature)))
            if reading.tree:
                _print(out, 4, Text(printable(reading.tree.rstrip()), style="dim"))
        out.print()


def list_forms(catalogue: Iterable[Entry], out: Console) -> None:
    """Print each form with its meaning, its examples with what is found in them, its near misses with the reason."""
    for entry in catalogue:
        form = entry.form
        family = (f"  {form.modality}, family {form.family}", "dim")
        _print(out, 0, Text.assemble((form.name, "bold"), f"  {form.meaning}", family))
        for example in entry.examples:
            _print(out, 2, Text.assemble(("e.g. ", "green"), example.text))
            for found in example.directives:
                limits = "".join(f"; {kind}: {text}" for kind, text in found.get("constraints", ()))
                _print(out, 7, Text(f"{found['modality']}: {found['action']}{limits}", style="green"))
        for text, why in entry.near_misses:
            _print(out, 2, Text.assemble(("not  ", "yellow"), text, (f"  ({why})", "yellow")))
        out.print()
