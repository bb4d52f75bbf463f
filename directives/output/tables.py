"""Directives and cables in, tables out: as text that fits the terminal, as markup, and as lines for a spreadsheet."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from tabulate import tabulate as render
from tabulate import tabulate_formats

from directives.model import CONSTRAINT_TYPES, Cable, Directive, Findings, Undertaking
from directives.output.escaping import markup, one_line
from directives.output.records import to_csv

DELIMITERS = {"csv": ",", "tsv": "\t"}
# Formats that another program draws: how a heading is written in each. Their cells are never wrapped here.
_MARKUP_HEADINGS = {
    "asciidoc": "== {}",
    "github": "## {}",
    "html": "<h2>{}</h2>",
    "jira": "h2. {}",
    "latex": "% {}",
    "latex_booktabs": "% {}",
    "latex_longtable": "% {}",
    "markdown": "## {}",
    "mediawiki": "== {} ==",
    "moinmoin": "== {} ==",
    "orgtbl": "* {}",
    "pipe": "## {}",
    "textile": "h2. {}",
    "youtrack": "## {}",
}
_ESCAPED_BY_TABULATE = ("html", "latex", "latex_booktabs", "latex_longtable")
_UNESCAPED = ("latex_raw", "unsafehtml", "tsv")  # tsv is written here instead
_DRAWN_AS = {"markdown": "github", "latex": "latex_booktabs"}  # names that everybody knows → those of tabulate
FORMATS: tuple[str, ...] = tuple(sorted({*tabulate_formats, *_DRAWN_AS}.difference(_UNESCAPED) | {*DELIMITERS}))

_COLUMNS = ("#", "modality", "actor", "action", "constraints", "cue", "where")
TABLE_FIELDS: tuple[str, ...] = (
    *_COLUMNS,
    *CONSTRAINT_TYPES,
    *("cable", "source", "id", "status", "form", "verb", "sentence", "page", "paragraph"),
)
_CABLE_COLUMNS = ("cable", "number", "from", "to", "date", "classification", "pages", "legibility", "directives")
_LONGEST_KEPT_WORD = 16
_PROBE = 20  # characters, wider than any column's name


def _check(format: str) -> None:
    if format not in FORMATS:
        raise ValueError(f"unknown table format {format!r}; known are {', '.join(FORMATS)}")


def _escape(format: str) -> Callable[[str], str]:
    """What makes a text safe in a cell of this format; in text tables the line breaks between its parts stay."""
    if format in _ESCAPED_BY_TABULATE or format in DELIMITERS:
        return one_line
    if format in _MARKUP_HEADINGS:
        return markup
    return lambda text: "\n".join(one_line(line) for line in text.splitlines())


def _widths(rows: Sequence[Sequence[str]], columns: Sequence[str], format: str, width: int) -> list[int]:
    """Column widths for a table of at most `width` characters where that can be: the widest columns give way first.

    Words are broken only where they are long, or nothing else helps; names of columns are never broken.
    """
    lines = [[line for row in (columns, *rows) for line in row[n].splitlines()] for n in range(len(columns))]
    natural = [max((len(line) for line in column), default=0) for column in lines]
    longest_word = [max((len(word) for line in column for word in line.split()), default=1) for column in lines]
    names = [len(name) + 2 for name in columns]  # the least that tabulate gives a column
    probe = render([["x" * _PROBE] * len(columns)], columns, tablefmt=format, disable_numparse=True)
    room = width - (max(map(len, probe.splitlines())) - _PROBE * len(columns))  # without the format's rules and blanks
    widths: list[int] = []
    for kept in range(_LONGEST_KEPT_WORD, 0, -1):
        least = [max(name, min(kept, word)) for name, word in zip(names, longest_word, strict=True)]
        widths = _fitting(least, natural, room)
        if sum(widths) <= room:
            break
    return widths


def _fitting(least: Sequence[int], natural: Sequence[int], room: int) -> list[int]:
    """Widths that add up to `room`, or as near to it as can be: none below its least, none above what it would take."""
    cap = max([1, *natural])
    while sum(max(floor, min(wanted, cap)) for floor, wanted in zip(least, natural, strict=True)) > room and cap > 1:
        cap -= 1
    return [max(floor, min(wanted, cap)) for floor, wanted in zip(least, natural, strict=True)]


def table_of(rows: Sequence[Sequence[str]], columns: Sequence[str], format: str, width: int | None) -> str:
    """Rows of source text as a table in one of FORMATS; `width` in characters, None for as wide as it gets."""
    _check(format)
    safe = _escape(format)
    columns = [safe(column) for column in columns]
    shown = [[safe(text) for text in row] for row in rows]
    if format in DELIMITERS:
        return to_csv([columns, *shown], DELIMITERS[format]).rstrip("\n")
    wrapped = None if width is None or format in _MARKUP_HEADINGS else _widths(shown, columns, format, width)
    drawn_as = _DRAWN_AS.get(format, format)
    return render(shown, columns, tablefmt=drawn_as, disable_numparse=True, maxcolwidths=wrapped if rows else None)


def where(page: int, paragraph: str | None, start: int, end: int) -> str:
    """A place in a source in words: page, paragraph number where it has one, offsets."""
    return ", ".join([f"p. {page}", *([f"¶ {paragraph}"] if paragraph else []), f"{start}–{end}"])


def _row(number: int, directive: Directive, separator: str, columns: Sequence[str]) -> list[str]:
    modality = directive.modality if directive.status == "issued" else f"{directive.modality} ({directive.status})"
    limits = [(limit.type, one_line(limit.quote.text)) for limit in directive.constraints]
    cells: dict[str, str] = {
        "#": str(number),
        "modality": modality,
        "actor": one_line(directive.actor.label),
        "action": one_line(directive.action.text),
        "constraints": separator.join(f"{kind}: {text}" for kind, text in limits),
        "cue": one_line(directive.cue.text) if directive.cue else "",
        "where": where(directive.page, directive.paragraph, directive.action.start, directive.action.end),
        "cable": directive.cable_id,
        "source": directive.source,
        "id": directive.id,
        "status": directive.status,
        "form": directive.form,
        "verb": directive.verb or "",
        "sentence": one_line(directive.sentence.text),
        "page": str(directive.page),
        "paragraph": directive.paragraph or "",
    }
    for kind in CONSTRAINT_TYPES:
        cells[kind] = separator.join(text for other, text in limits if other == kind)
    return [cells[column] for column in columns]


def tabulate(
    directives: Iterable[Directive],
    format: str = "simple",
    width: int | None = None,
    fields: Sequence[str] | None = None,
) -> str:
    """The directives as a table, numbered in the order given.

    `format` is one of FORMATS: those of the tabulate library that can be made safe, csv and tsv. The last two name
    cable and source of each row, for a table of several. `width` (characters) makes a text table wrap its cells to
    fit. `fields` are the columns, from TABLE_FIELDS. Raises ValueError for an unknown format or field.
    """
    separator = "; " if format in _MARKUP_HEADINGS or format in DELIMITERS else "\n"
    columns = fields or (("cable", *_COLUMNS, "source") if format in DELIMITERS else _COLUMNS)
    if unknown := [column for column in columns if column not in TABLE_FIELDS]:
        raise ValueError(f"unknown field {unknown[0]!r}; known are {', '.join(TABLE_FIELDS)}")
    return table_of([_row(n, d, separator, columns) for n, d in enumerate(directives, 1)], columns, format, width)


def none_issued(statuses: Iterable[str], place: str = "", format: str = "simple") -> str:
    """What is said where no directive is shown: "no directives issued (6 enclosed: --all shows them)".

    `statuses` are those of the directives that are left out, `place` is where there are none ("in 1 cable"). In a
    format that another program draws, the option that shows them is not named.
    """
    left_out = sorted(Counter(statuses).items())
    none = f"no directives {'issued' if left_out else 'found'} {place}".rstrip()
    told = ", ".join(f"{count} {status}" for status, count in left_out)
    hint = "" if format in _MARKUP_HEADINGS else ": --all shows them"
    return f"{none} ({told}{hint})" if told else none


def heading(cable: Cable, format: str = "simple") -> str:
    """One line that names a cable above its table: number, parties, date, and the source."""
    header = cable.header
    sender, addressees = str(header.sender or ""), ", ".join(map(str, header.addressees))
    facts = [
        f"No. {header.number}" if header.number else "",
        f"{sender or '?'} to {addressees or '?'}" if sender or addressees else "",
        str(header.date or ""),
        cable.source,
    ]
    line = " · ".join(fact for fact in facts if fact)
    if format not in _MARKUP_HEADINGS:
        return one_line(line)
    return _MARKUP_HEADINGS[format].format(one_line(line) if format.startswith("latex") else markup(line))


def undertakings_table(undertakings: Iterable[Undertaking], format: str = "simple", width: int | None = None) -> str:
    """What the sender says it will do itself, as a table."""
    rows = [
        [u.action.text, u.sentence.text, where(u.page, u.paragraph, u.action.start, u.action.end)] for u in undertakings
    ]
    return table_of(rows, ("the sender undertakes", "sentence", "where"), format, width)


def cables_table(findings: Iterable[Findings], format: str = "simple", width: int | None = None) -> str:
    """Cables with the facts of their headers and the number of directives they issue, as a table.

    csv and tsv name the source of each, too.
    """
    columns = (*_CABLE_COLUMNS, "source") if format in DELIMITERS else _CABLE_COLUMNS
    rows = []
    for found in findings:
        header = found.cable.header
        issued = len(found.issued)
        rows.append(
            [
                found.cable.id,
                str(header.number or ""),
                str(header.sender or ""),
                "\n".join(map(str, header.addressees)),
                str(header.date or ""),
                str(header.classification or ""),
                str(len(found.cable.pages)),
                f"{found.cable.legibility:.2f}",
                str(issued),
                found.cable.source,
            ][: len(columns)]
        )
    return table_of(rows, columns, format, width)
