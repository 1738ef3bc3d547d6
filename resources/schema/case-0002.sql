-- SPDX-FileCopyrightText: The Adit developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 2: evidence with its bytes, the people heard (by pseudonym) and the interviews with them.

CREATE TABLE evidence (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code            TEXT NOT NULL,
    title           TEXT,
    medium          TEXT,
    source          TEXT,
    state           TEXT,
    place           TEXT,
    effective       TEXT,
    received        TEXT,
    expires         TEXT,
    confidentiality TEXT,
    note            TEXT,
    file_name       TEXT,
    mime            TEXT,
    bytes           TEXT,
    sha256          TEXT
) STRICT;

CREATE TABLE person (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code        TEXT NOT NULL,
    stakeholder TEXT,
    place       TEXT,
    language    TEXT,
    description TEXT
) STRICT;

CREATE TABLE interview (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code        TEXT NOT NULL,
    form        TEXT,
    held        TEXT,
    minutes     TEXT,
    place       TEXT,
    channel     TEXT,
    language    TEXT,
    interpreter TEXT,
    consent     TEXT,
    present     TEXT,
    heard       TEXT,
    summary     TEXT
) STRICT;

-- Bytes of evidence by their SHA-256, once however often they are named; long ones in parts of 1 MiB.
CREATE TABLE content (
    hash  BLOB NOT NULL CHECK (length(hash) = 32),
    part  INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (hash, part)
) STRICT;
