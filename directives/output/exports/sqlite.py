"""Findings in, a SQLite database out: normalised tables with foreign keys, full-text search, and a view with it all.

The tables are those of sqlite.sql, which comments them. Texts are stored as they stand in the source.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from directives.model import Cable, Directive, Findings, Quote
from directives.output.escaping import encodable
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
                for u in found.undertakings:
                    place = (u.page, u.paragraph)
                    _insert(database, "undertakings", key, *place, u.action.text, u.action.start, u.sentence.text)
        with database:
            for table in ("cables_fts", "directives_fts"):
                database.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
        database.execute("PRAGMA optimize")


def _insert(database: sqlite3.Connection, table: str, *values: object) -> int:
    """Add a row to a table, whose key SQLite chooses; gives the key."""
    row = [encodable(value) if isinstance(value, str) else value for value in values]
    key = database.execute(f"INSERT INTO {table} VALUES (NULL{', ?' * len(row)})", row).lastrowid
    assert key is not None
    return key


def _cable(database: sqlite3.Connection, cable: Cable) -> int:
    header, sender = cable.header, cable.header.sender
    path = encodable(cable.source)
    database.execute("INSERT OR IGNORE INTO sources (path) VALUES (?)", (path,))
    (source,) = database.execute("SELECT source_key FROM sources WHERE path = ?", (path,)).fetchone()
    facts = (header.place, header.date, header.time, header.classification, header.precedence, header.document_number)
    key = _insert(
        database,
        "cables",
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
        cable.text[cable.start : cable.end],
    )
    for n, party in enumerate(header.addressees, 1):
        _insert(database, "addressees", key, n, party.label, party.office, party.place)
    for r in cable.references:
        _insert(database, "cable_references", key, r.quote.text, r.quote.start, r.number, r.direction)
    return key


def _directive(database: sqlite3.Connection, cable: int, directive: Directive) -> None:
    cue = directive.cue or Quote("", directive.action.start, directive.action.start)
    quotes = (quote for quote in (cue, directive.action, directive.sentence))
    key = _insert(
        database,
        "directives",
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
    for limit in directive.constraints:
        quote = limit.quote
        _insert(database, "constraints", key, limit.type, quote.text, quote.start, quote.end, limit.value)
