"""A batch in, the same batch checked out: the columns of texts and of findings, by name and type.

A batch of texts has one row a text; a batch of findings one row a cable, and one row with a `failure` for each text
from which nothing could be read. All columns may be null unless it is said otherwise.
"""

from __future__ import annotations

import pyarrow as pa

SCHEMA_VERSION = 1
VERSION_KEY = b"directives.schema"
_MARK: dict[str | bytes, str | bytes] = {VERSION_KEY: b"%d" % SCHEMA_VERSION}

# What goes in. `source` names the text in all that comes out; `text` is what offsets count in. Neither is ever null,
# and these two are all that is needed. The others carry what a file told besides its text, may be left out, and are:
# `id` the name of the cable (null: from `source`), `facts` header facts from metadata (date, sender, title…), `start`
# and `heading` the offsets at which the cable and its running text begin, `pages` the printed numbers of its pages,
# `many` whether the text may hold several cables (null: it may).
_TEXT_COLUMNS: list[tuple[str, pa.DataType]] = [
    ("source", pa.string()),
    ("text", pa.string()),
    ("id", pa.string()),
    ("facts", pa.map_(pa.string(), pa.string())),
    ("start", pa.int64()),
    ("heading", pa.int64()),
    ("pages", pa.list_(pa.int64())),
    ("many", pa.bool_()),
]
TEXTS = pa.schema(_TEXT_COLUMNS, metadata=_MARK)
_NEEDED = ("source", "text")

_QUOTE: list[tuple[str, pa.DataType]] = [("text", pa.string()), ("start", pa.int64()), ("end", pa.int64())]

# The keys of a record of `directives extract`, in its order.
_DIRECTIVE_COLUMNS: list[tuple[str, pa.DataType]] = [
    ("id", pa.string()),
    ("source", pa.string()),
    ("page", pa.int64()),
    ("paragraph", pa.string()),
    (
        "cable",
        pa.struct(
            [
                ("id", pa.string()),
                ("number", pa.string()),
                ("sender", pa.string()),
                ("addressees", pa.list_(pa.string())),
                ("date", pa.string()),
            ]
        ),
    ),
    ("modality", pa.string()),
    ("status", pa.string()),
    ("form", pa.string()),
    ("cue", pa.struct(_QUOTE)),
    ("actor", pa.struct([("text", pa.string()), ("role", pa.string()), ("name", pa.string())])),
    ("action", pa.struct([*_QUOTE, ("verb", pa.string())])),
    ("constraints", pa.list_(pa.struct([("type", pa.string()), *_QUOTE, ("value", pa.string())]))),
    ("sentence", pa.struct(_QUOTE)),
]
DIRECTIVES = pa.schema(_DIRECTIVE_COLUMNS, metadata=_MARK)

# The keys of a record of `directives cables`, in its order.
CABLES = pa.schema(
    [
        ("id", pa.string()),
        ("source", pa.string()),
        ("number", pa.string()),
        ("sender", pa.string()),
        ("addressees", pa.list_(pa.string())),
        ("place", pa.string()),
        ("date", pa.string()),
        ("time", pa.string()),
        ("classification", pa.string()),
        ("precedence", pa.string()),
        ("document_number", pa.string()),
        ("references", pa.list_(pa.struct([*_QUOTE, ("number", pa.string()), ("direction", pa.string())]))),
        ("pages", pa.int64()),
        ("legibility", pa.float64()),
        ("directives", pa.int64()),
    ],
    metadata=_MARK,
)

# What comes out of extract_batch: the cable's record, its directives' records, and the reason where there is no cable.
FINDINGS = pa.schema(
    [*CABLES, pa.field("found", pa.list_(pa.struct(list(DIRECTIVES)))), pa.field("failure", pa.string())],
    metadata=_MARK,
)


class SchemaProblem(ValueError):
    """A batch with columns other than those that are documented; `str(problem)` is one line that names them."""


def checked_texts(schema: pa.Schema) -> None:
    """Raises SchemaProblem unless the schema is that of a batch of texts: columns of TEXTS, with source and text."""
    _check_version(schema)
    if missing := [name for name in _NEEDED if name not in schema.names]:
        raise SchemaProblem(f"a batch of texts has a column {missing[0]!r}, this one has {_named(schema)}")
    for name in schema.names:
        if name not in TEXTS.names or schema.names.count(name) > 1:
            raise SchemaProblem(f"a batch of texts has no column {name!r}: select {', '.join(TEXTS.names)} of it")
        wanted, found = TEXTS.field(name).type, schema.field(name).type
        if not _fits(found, wanted):
            raise SchemaProblem(f"column {name!r} of a batch of texts is of type {wanted}, this one of type {found}")


def _fits(found: pa.DataType, wanted: pa.DataType) -> bool:
    """Whether a type is the wanted one, or an engine's own way of writing it (large strings, shorter integers)."""
    if pa.types.is_string(wanted):
        return pa.types.is_string(found) or pa.types.is_large_string(found) or pa.types.is_string_view(found)
    if pa.types.is_integer(wanted):
        return pa.types.is_integer(found)
    return type(found) is type(wanted) or (pa.types.is_list(wanted) and pa.types.is_large_list(found))


def checked_findings(schema: pa.Schema) -> None:
    """Raises SchemaProblem unless the schema has the columns that extract_batch gives."""
    _check_version(schema)
    if missing := [name for name in FINDINGS.names if name not in schema.names]:
        raise SchemaProblem(f"a batch of findings has a column {missing[0]!r}, this one has {_named(schema)}")


def _check_version(schema: pa.Schema) -> None:
    version = (schema.metadata or {}).get(VERSION_KEY, b"%d" % SCHEMA_VERSION).decode(errors="replace")
    if version != str(SCHEMA_VERSION):
        raise SchemaProblem(f"the batch is of schema version {version}, this program reads version {SCHEMA_VERSION}")


def _named(schema: pa.Schema) -> str:
    return ", ".join(schema.names) or "no column"
