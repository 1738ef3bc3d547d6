-- SPDX-FileCopyrightText: The Adit developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 6: copies made for one role, which hold what it may see and of everything else that it was done; what was
-- handed over, to whom; profiles that count no more; review in threads, signing off, locks, the decision;
-- ratings given without knowing of each other.
ALTER TABLE op ADD COLUMN form INTEGER NOT NULL DEFAULT 1;
ALTER TABLE op ADD COLUMN target BLOB;
ALTER TABLE edit ADD COLUMN salt BLOB;
ALTER TABLE edit ADD COLUMN withheld BLOB;

ALTER TABLE profile ADD COLUMN revoked TEXT;
ALTER TABLE profile ADD COLUMN revoked_reason TEXT;
ALTER TABLE profile ADD COLUMN revoked_by TEXT;
ALTER TABLE profile ADD COLUMN revocation TEXT;

CREATE TABLE handover (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code       TEXT NOT NULL,
    made       TEXT,
    made_by    TEXT,
    role       TEXT,
    recipients TEXT,
    chains     TEXT,
    signature  TEXT
) STRICT;

ALTER TABLE comment ADD COLUMN weight TEXT;
ALTER TABLE comment ADD COLUMN nonconformity TEXT;
ALTER TABLE comment ADD COLUMN answered_by TEXT;
ALTER TABLE comment ADD COLUMN resolved TEXT;
ALTER TABLE comment ADD COLUMN resolved_by TEXT;

CREATE TABLE reply (
    id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code    TEXT NOT NULL,
    comment TEXT,
    made    TEXT,
    made_by TEXT,
    text    TEXT
) STRICT;

CREATE TABLE sign_off (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code      TEXT NOT NULL UNIQUE,
    signed_on TEXT,
    signed_by TEXT,
    digest    TEXT
) STRICT;

CREATE TABLE lock (
    id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code   TEXT NOT NULL UNIQUE,
    state  TEXT,
    since  TEXT,
    set_by TEXT,
    reason TEXT
) STRICT;

CREATE TABLE review_mark (
    id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code   TEXT NOT NULL UNIQUE,
    made   TEXT,
    chains TEXT
) STRICT;

CREATE TABLE decision (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code       TEXT NOT NULL,
    decided    TEXT,
    outcome    TEXT,
    level      TEXT,
    until      TEXT,
    reason     TEXT,
    decided_by TEXT,
    root       TEXT,
    leaves     TEXT,
    signature  TEXT
) STRICT;

CREATE TABLE calibration (
    id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code   TEXT NOT NULL,
    drawn  TEXT,
    opened TEXT,
    notes  TEXT
) STRICT;

CREATE TABLE blind_rating (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code        TEXT NOT NULL,
    calibration TEXT,
    requirement TEXT,
    rater       TEXT,
    rating      TEXT,
    reason      TEXT,
    rated       TEXT
) STRICT;
