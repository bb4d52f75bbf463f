"""A database made by `directives extract --format sqlite` in, the records of its directives out."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from directives.output.exports.sqlite import APPLICATION_ID, VERSION
from directives.output.records import Record
from directives.reading import Ids

_MAGIC = b"SQLite format 3\0"
_ROWS = """
SELECT
    d.directive_key, d.id, s.path, d.page, d.paragraph, c.cable_key, c.id, c.number, c.sender, c.date,
    d.modality, d.status, d.form, d.cue, d.cue_start, d.cue_end, d.actor_text, d.actor_role, d.actor_name,
    d.action, d.action_start, d.action_end, d.verb, d.sentence, d.sentence_start, d.sentence_end
FROM directives AS d JOIN cables AS c USING (cable_key) JOIN sources AS s USING (source_key) ORDER BY d.directive_key
"""


class DatabaseProblem(Exception):
    """A file is no database of directives that can be read; the message is one line."""


def is_database(path: Path) -> bool:
    """True for a SQLite file, whatever it holds."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def read_records(path: Path, ids: Ids | None = None) -> Iterator[Record]:
    """The records of all directives, in the order in which they were written.

    No two cables have the same id, nor one that `ids` has given already. Raises DatabaseProblem for a file of
    something else, one of another version, and one that is damaged.
    """
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            (application,) = database.execute("PRAGMA application_id").fetchone()
            (version,) = database.execute("PRAGMA user_version").fetchone()
            if application != APPLICATION_ID:
                raise DatabaseProblem("a SQLite file of something else, not made by this program")
            if version != VERSION:
                raise DatabaseProblem(f"a database of version {version}, where {VERSION} is known: make it again")
            yield from _records(database, ids or Ids())
    except sqlite3.Error as error:
        raise DatabaseProblem(f"the database cannot be read: {error}") from None


def _records(database: sqlite3.Connection, ids: Ids) -> Iterator[Record]:
    names: dict[int, str] = {}  # key of a cable → its id
    addressees: dict[int, list[str]] = {}
    for cable, label in database.execute("SELECT cable_key, label FROM addressees ORDER BY cable_key, position"):
        addressees.setdefault(cable, []).append(label)
    constraints: dict[int, list[Record]] = {}
    limits = 'SELECT directive_key, type, text, start, "end", value FROM constraints ORDER BY constraint_key'
    for directive, *values in database.execute(limits):
        constraints.setdefault(directive, []).append(
            dict(zip(("type", "text", "start", "end", "value"), values, strict=True))
        )
    for row in database.execute(_ROWS):
        key, id_, source, page, paragraph, cable_key, cable, number, sender, date, modality, status, form, *rest = row
        cue, actor, action, sentence = rest[:3], rest[3:6], rest[6:10], rest[10:]
        if cable_key not in names:
            names[cable_key] = ids.free(cable)
        yield {
            "id": names[cable_key] + id_.removeprefix(cable),
            "source": source,
            "page": page,
            "paragraph": paragraph,
            "cable": {
                "id": names[cable_key],
                "number": number,
                "sender": sender,
                "addressees": addressees.get(cable_key, []),
                "date": date,
            },
            "modality": modality,
            "status": status,
            "form": form,
            "cue": dict(zip(("text", "start", "end"), cue, strict=True)),
            "actor": dict(zip(("text", "role", "name"), actor, strict=True)),
            "action": dict(zip(("text", "start", "end", "verb"), action, strict=True)),
            "constraints": constraints.get(key, []),
            "sentence": dict(zip(("text", "start", "end"), sentence, strict=True)),
        }
