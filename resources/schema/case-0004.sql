-- SPDX-FileCopyrightText: The Adit developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 4: the identity compartment, the keys to it, and the public profiles of those who work on the case.
ALTER TABLE person ADD COLUMN name TEXT;
ALTER TABLE person ADD COLUMN contact TEXT;
ALTER TABLE person ADD COLUMN organisation TEXT;
ALTER TABLE team_member ADD COLUMN profile TEXT;

CREATE TABLE profile (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code      TEXT NOT NULL UNIQUE,
    name      TEXT,
    created   TEXT,
    sign_key  TEXT,
    box_key   TEXT,
    signature TEXT
) STRICT;

CREATE TABLE key_share (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code      TEXT NOT NULL UNIQUE,
    maker     TEXT,
    sealed    TEXT,
    signature TEXT
) STRICT;
