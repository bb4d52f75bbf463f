-- The tables of `directives extract --format sqlite`. Offsets count characters of the source's text, end exclusive; a
-- cable's text begins at its `start`, so that a quote is substr(text, quote_start - cables.start + 1, its length).
PRAGMA foreign_keys = ON;

CREATE TABLE sources (
    source_key INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE
);

-- What the header does not tell is NULL. `date` is ISO ("1941-11-04", or "1941-11" where the day is missing).
CREATE TABLE cables (
    cable_key INTEGER PRIMARY KEY,
    source_key INTEGER NOT NULL REFERENCES sources (source_key),
    id TEXT NOT NULL,
    number TEXT,
    sender TEXT,
    sender_office TEXT,
    sender_place TEXT,
    place TEXT,
    date TEXT,
    time TEXT,
    classification TEXT,
    precedence TEXT,
    document_number TEXT,
    pages INTEGER NOT NULL,
    legibility REAL NOT NULL,
    start INTEGER NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE addressees (
    addressee_key INTEGER PRIMARY KEY,
    cable_key INTEGER NOT NULL REFERENCES cables (cable_key),
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    office TEXT,
    place TEXT
);

-- Mentions of other messages; `direction` is "mine" or "yours" where the words say so.
CREATE TABLE cable_references (
    reference_key INTEGER PRIMARY KEY,
    cable_key INTEGER NOT NULL REFERENCES cables (cable_key),
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    number TEXT NOT NULL,
    direction TEXT
);

-- A bare imperative has an empty cue that stands where its action starts.
CREATE TABLE directives (
    directive_key INTEGER PRIMARY KEY,
    cable_key INTEGER NOT NULL REFERENCES cables (cable_key),
    id TEXT NOT NULL,
    page INTEGER NOT NULL,
    paragraph TEXT,
    modality TEXT NOT NULL
        CHECK (modality IN ('obligation', 'request', 'recommendation', 'permission', 'prohibition', 'exemption')),
    status TEXT NOT NULL CHECK (status IN ('issued', 'reported', 'enclosed')),
    form TEXT NOT NULL,
    actor_text TEXT NOT NULL,
    actor_role TEXT NOT NULL CHECK (actor_role IN ('addressee', 'sender', 'third_party')),
    actor_name TEXT,
    verb TEXT,
    cue TEXT NOT NULL,
    cue_start INTEGER NOT NULL,
    cue_end INTEGER NOT NULL,
    action TEXT NOT NULL,
    action_start INTEGER NOT NULL,
    action_end INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL
);

CREATE TABLE constraints (
    constraint_key INTEGER PRIMARY KEY,
    directive_key INTEGER NOT NULL REFERENCES directives (directive_key),
    type TEXT NOT NULL CHECK (type IN ('time', 'condition', 'manner', 'purpose', 'limit', 'reason')),
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    value TEXT
);

-- What the sender says it will do itself: these are no directives.
CREATE TABLE undertakings (
    undertaking_key INTEGER PRIMARY KEY,
    cable_key INTEGER NOT NULL REFERENCES cables (cable_key),
    page INTEGER NOT NULL,
    paragraph TEXT,
    action TEXT NOT NULL,
    action_start INTEGER NOT NULL,
    sentence TEXT NOT NULL
);

CREATE INDEX cables_of_source ON cables (source_key);
CREATE INDEX cables_by_date ON cables (date);
CREATE INDEX addressees_of_cable ON addressees (cable_key);
CREATE INDEX references_of_cable ON cable_references (cable_key);
CREATE INDEX directives_of_cable ON directives (cable_key);
CREATE INDEX directives_by_modality ON directives (modality);
CREATE INDEX constraints_of_directive ON constraints (directive_key);
CREATE INDEX undertakings_of_cable ON undertakings (cable_key);

-- Full-text search: SELECT * FROM directives WHERE directive_key IN
-- (SELECT rowid FROM directives_fts WHERE directives_fts MATCH 'press').
CREATE VIRTUAL TABLE cables_fts USING fts5 (text, content="cables", content_rowid="cable_key");
CREATE VIRTUAL TABLE directives_fts USING fts5 (action, sentence, content="directives", content_rowid="directive_key");

-- A row a directive with the facts of its cable, for reading and for tools that want one table. `actor` is what the
-- tables of the program show: the name, a third party's words, else the role.
CREATE VIEW directive_rows AS
SELECT
    d.directive_key, s.path AS source, c.id AS cable, c.number, c.sender, c.date,
    (SELECT group_concat(a.label, '; ') FROM (SELECT label FROM addressees WHERE cable_key = c.cable_key ORDER BY position) AS a)
        AS addressees,
    d.id, d.modality, d.status,
    coalesce(
        d.actor_name, CASE d.actor_role WHEN 'third_party' THEN nullif(d.actor_text, '') END, replace(d.actor_role, '_', ' ')
    ) AS actor,
    d.cue, d.action,
    (SELECT group_concat(k.type || ': ' || k.text, '; ')
     FROM (SELECT type, text FROM constraints WHERE directive_key = d.directive_key ORDER BY constraint_key) AS k)
        AS constraints,
    d.sentence, d.page, d.paragraph, d.action_start, d.action_end
FROM directives AS d JOIN cables AS c USING (cable_key) JOIN sources AS s USING (source_key);
