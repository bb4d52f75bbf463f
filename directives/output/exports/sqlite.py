"""Findings in, a SQLite database out: normalised tables with foreign keys, full-text search, and a view with it all.

The tables are those of sqlite.sql, which comments them. Texts are stored as they stand in the source.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from directives.model import Cable, Directive, Findings, Quote
from directives.output.exports import Options

APPLICATION_ID = int.from_bytes(b"DRCT")  # marks the file as ours
VERSION = 1  # of the tables


def write(findings: Iterable[Findings], target: Path, _options: Options) -> None:
    """Write the database."""
    with closing(sqlite3.connect(target)) as database:
        database.executescript(files(__package__).joinpath("sqlite.sql").read_text(encoding="utf-8"))
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {VERSION}")
        with database:
            for found in findings:
                key = _cable(database, found.cable)
                for directive in found.directives:
                    _directive(database, key, directive)
                database.executemany(
                    _insert("undertakings", 7),
                    (
                        (None, key, u.page, u.paragraph, u.action.text, u.action.start, u.sentence.text)
                        for u in found.undertakings
                    ),
                )
        with database:
            for table in ("cables_fts", "directives_fts"):
                database.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
        database.execute("PRAGMA optimize")


def _insert(table: str, values: int) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * values)})"


def _whole(text: str) -> str:
    """The text as SQLite can hold it: a lone surrogate is no character and becomes U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _cable(database: sqlite3.Connection, cable: Cable) -> int:
    header, sender = cable.header, cable.header.sender
    database.execute("INSERT OR IGNORE INTO sources (path) VALUES (?)", (_whole(cable.source),))
    (source,) = database.execute("SELECT source_key FROM sources WHERE path = ?", (_whole(cable.source),)).fetchone()
    facts = (header.place, header.date, header.time, header.classification, header.precedence, header.document_number)
    row = (
        None,
        source,
        cable.id,
        header.number and header.number.value,
        sender and (sender.label or None),
        sender and sender.office,
        sender and sender.place,
        *(fact and fact.value for fact in facts),
        len(cable.pages),
        cable.legibility,
        cable.start,
        _whole(cable.text[cable.start : cable.end]),
    )
    key = database.execute(_insert("cables", len(row)), row).lastrowid
    assert key is not None
    database.executemany(
        _insert("addressees", 6),
        ((None, key, n, party.label, party.office, party.place) for n, party in enumerate(header.addressees, 1)),
    )
    database.executemany(
        _insert("cable_references", 6),
        ((None, key, r.quote.text, r.quote.start, r.number, r.direction) for r in cable.references),
    )
    return key


def _directive(database: sqlite3.Connection, cable: int, directive: Directive) -> None:
    cue = directive.cue or Quote("", directive.action.start, directive.action.start)
    quotes = (quote for quote in (cue, directive.action, directive.sentence))
    row = (
        None,
        cable,
        directive.id,
        directive.page,
        directive.paragraph,
        directive.modality,
        directive.status,
        directive.form,
        directive.actor.text,
        directive.actor.role,
        directive.actor.name,
        directive.verb,
        *(value for quote in quotes for value in (quote.text, quote.start, quote.end)),
    )
    key = database.execute(_insert("directives", len(row)), row).lastrowid
    database.executemany(
        _insert("constraints", 7),
        ((None, key, c.type, c.quote.text, c.quote.start, c.quote.end, c.value) for c in directive.constraints),
    )
