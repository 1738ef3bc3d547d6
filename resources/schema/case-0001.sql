-- SPDX-FileCopyrightText: The Adit developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 1 of a case file. Once released this file is never edited: changes are new migrations.
--
-- The journal (replica, context, edit, op) is the truth. head and the tables of entities are a view of it, kept in the
-- same transaction; replaying the journal gives the same values.

CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The standard in use: texts by language, rules as JSON. A case opens without the program's own catalogue.
CREATE TABLE standard_part (
    name TEXT NOT NULL PRIMARY KEY,
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE standard_node (
    position            INTEGER NOT NULL PRIMARY KEY,
    code                TEXT NOT NULL UNIQUE,
    parent              TEXT,
    numbering           TEXT,
    critical            TEXT,
    applies_to          TEXT,
    sources             TEXT, -- codes separated by blanks, like tags and related
    tags                TEXT,
    related             TEXT
) STRICT;

CREATE TABLE standard_text (
    code     TEXT NOT NULL,
    field    TEXT NOT NULL,
    language TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (code, field, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE replica (
    number INTEGER NOT NULL PRIMARY KEY,
    id     BLOB NOT NULL UNIQUE CHECK (length(id) = 16)
) STRICT;

CREATE TABLE context (
    number   INTEGER NOT NULL PRIMARY KEY,
    actor    TEXT NOT NULL,
    app      TEXT NOT NULL,
    language TEXT NOT NULL,
    UNIQUE (actor, app, language)
) STRICT;

CREATE TABLE edit (
    number  INTEGER NOT NULL PRIMARY KEY,
    replica INTEGER NOT NULL REFERENCES replica,
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    time    INTEGER NOT NULL,
    verb    TEXT NOT NULL,
    subject TEXT NOT NULL,
    undoes  BLOB,
    context INTEGER NOT NULL REFERENCES context,
    UNIQUE (replica, first)
) STRICT;
CREATE INDEX edit_time ON edit (time);

CREATE TABLE op (
    number     INTEGER NOT NULL PRIMARY KEY,
    replica    INTEGER NOT NULL REFERENCES replica,
    sequence   INTEGER NOT NULL,
    time       INTEGER NOT NULL,
    edit       INTEGER NOT NULL REFERENCES edit,
    kind       TEXT NOT NULL,
    entity     BLOB NOT NULL CHECK (length(entity) = 16),
    code       TEXT NOT NULL,
    field      TEXT NOT NULL,
    bases      BLOB NOT NULL,
    salt       BLOB,
    value      TEXT,
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    hash       BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (replica, sequence)
) STRICT;
CREATE INDEX op_code ON op (code, time);

CREATE TABLE head (
    entity   BLOB NOT NULL,
    field    TEXT NOT NULL,
    replica  INTEGER NOT NULL REFERENCES replica,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (entity, field, replica, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
    kind   TEXT NOT NULL,
    entity BLOB NOT NULL,
    field  TEXT NOT NULL,
    member TEXT NOT NULL,
    PRIMARY KEY (entity, field, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE details (
    id                BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code              TEXT NOT NULL,
    site              TEXT,
    country           TEXT,
    operator_name     TEXT,
    mine              TEXT,
    kind              TEXT,
    previous_case     TEXT,
    fictional         TEXT,
    report_id         TEXT,
    location          TEXT,
    materials         TEXT,
    description       TEXT,
    facilities        TEXT,
    out_of_scope      TEXT,
    audit_firm        TEXT,
    team              TEXT,
    method            TEXT,
    limits            TEXT,
    announced         TEXT,
    desk_review_end   TEXT,
    visit_start       TEXT,
    visit_end         TEXT,
    report_date       TEXT,
    previous_result   TEXT,
    previous_year     TEXT,
    deferred_left_out TEXT,
    deferred_codes    TEXT
) STRICT;

CREATE TABLE answer (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code            TEXT NOT NULL UNIQUE,
    rating          TEXT,
    finding         TEXT,
    notes           TEXT,
    justification   TEXT,
    until           TEXT,
    self_rating     TEXT,
    self_comment    TEXT,
    previous_rating TEXT
) STRICT;

CREATE TABLE relevance (
    id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code          TEXT NOT NULL UNIQUE,
    state         TEXT,
    justification TEXT
) STRICT;

CREATE TABLE action (
    id   BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code TEXT NOT NULL,
    text TEXT,
    due  TEXT
) STRICT;

CREATE TABLE step (
    id    BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code  TEXT NOT NULL UNIQUE,
    state TEXT
) STRICT;
