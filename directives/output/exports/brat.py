"""Findings in, a folder of brat standoff files out: for each cable its text and its annotations, and the configuration.

A directive is an event whose type is its modality. Its trigger is the cue (of a bare imperative the action), its
arguments are action, actor and constraints, its status is an attribute. Offsets count in the cable's text file.
"""

import re
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

from directives.model import CONSTRAINT_TYPES, MODALITIES, Cable, Directive, Findings, Quote
from directives.output.escaping import one_line
from directives.output.exports import Options

# brat puts a line break or a tab neither into a span nor into its text: a span around one is written in pieces.
_PIECE = re.compile("[^\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_NO_FILE_NAME = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80

_ARGUMENTS = ["Action:Action", "Actor?:Actor", *(f"{kind.title()}*:{kind.title()}" for kind in CONSTRAINT_TYPES)]
_CONFIGURATION = "\n".join(
    [
        "[entities]",
        "Action",
        "Actor",
        *(kind.title() for kind in CONSTRAINT_TYPES),
        "[relations]",
        "[events]",
        *(f"{modality.title()}\t{', '.join(_ARGUMENTS)}" for modality in MODALITIES),
        "[attributes]",
        "Status\tArg:<EVENT>, Value:reported|enclosed",
        "",
    ]
)


def write(findings: Iterable[Findings], target: Path, _options: Options) -> None:
    """Write the folder."""
    target.mkdir()
    (target / "annotation.conf").write_text(_CONFIGURATION, encoding="utf-8")
    taken: set[str] = set()
    for found in findings:
        name = _file_name(found.cable, taken)
        text = found.cable.text[found.cable.start : found.cable.end]
        (target / f"{name}.txt").write_text(text, encoding="utf-8", errors="replace", newline="")
        lines = "".join(f"{line}\n" for line in _Annotations(found.cable).lines(found.directives))
        (target / f"{name}.ann").write_text(lines, encoding="utf-8", errors="replace", newline="")


def _file_name(cable: Cable, taken: set[str]) -> str:
    """A file name for the cable that none of the others has, on a system that does not tell case apart either."""
    plain = _NO_FILE_NAME.sub("_", cable.id).strip("._")[:_LONGEST_NAME] or "cable"
    name, number = plain, 1
    while name.lower() in taken:
        number += 1
        name = f"{plain}_{number}"
    taken.add(name.lower())
    return name


class _Annotations:
    """The lines of one .ann file; spans and events are numbered through it."""

    def __init__(self, cable: Cable) -> None:
        self.cable = cable
        self.spans = 0

    def lines(self, directives: Iterable[Directive]) -> Iterator[str]:
        for number, directive in enumerate(directives, 1):
            trigger = yield from self._span(directive.modality.title(), directive.cue or directive.action)
            parts = [("Action", directive.action)]
            parts += [("Actor", directive.actor.quote)] if directive.actor.quote else []
            parts += [(constraint.type.title(), constraint.quote) for constraint in directive.constraints]
            arguments = [f"{directive.modality.title()}:{trigger}"]
            of_role: Counter[str] = Counter()
            for role, quote in parts:
                of_role[role] += 1
                span = yield from self._span(role, quote)
                arguments.append(f"{role}{of_role[role] if of_role[role] > 1 else ''}:{span}")
            yield f"E{number}\t{' '.join(arguments)}"
            if directive.status != "issued":
                yield f"A{number}\tStatus E{number} {directive.status}"
            note = one_line(f"{directive.id}: {directive.form}; actor: {directive.actor.label}")
            yield f"#{number}\tAnnotatorNotes E{number}\t{note}"

    def _span(self, label: str, quote: Quote) -> Generator[str, None, str]:
        """Write a span of text; gives its name."""
        self.spans += 1
        pieces = list(_PIECE.finditer(quote.text))
        first = quote.start - self.cable.start
        offsets = ";".join(f"{first + piece.start()} {first + piece.end()}" for piece in pieces)
        yield f"T{self.spans}\t{label} {offsets}\t{' '.join(piece[0] for piece in pieces)}"
        return f"T{self.spans}"
