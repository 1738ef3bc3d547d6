-- SPDX-FileCopyrightText: The Adit developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 7: what is made public: passages that are not printed, photos and plain words that are, concerns as they are
-- printed, names let pass, releases.
ALTER TABLE details ADD COLUMN diverging TEXT;
ALTER TABLE details ADD COLUMN boundary TEXT;

ALTER TABLE concern ADD COLUMN public_group TEXT;
ALTER TABLE concern ADD COLUMN public_text TEXT;
ALTER TABLE concern ADD COLUMN public_answer TEXT;
ALTER TABLE concern ADD COLUMN upheld TEXT;

CREATE TABLE redaction (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code        TEXT NOT NULL,
    target      TEXT,
    field_name  TEXT,
    passage     TEXT,
    reason      TEXT,
    wording     TEXT,
    score_basis TEXT,
    asked       TEXT,
    asked_by    TEXT,
    comment     TEXT,
    request     TEXT,
    state       TEXT,
    decided     TEXT,
    decided_by  TEXT,
    decision    TEXT,
    review_by   TEXT,
    content     TEXT,
    signature   TEXT
) STRICT;

CREATE TABLE public_photo (
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code         TEXT NOT NULL,
    evidence     TEXT,
    requirement  TEXT,
    caption      TEXT,
    description  TEXT,
    basis        TEXT,
    consent      TEXT,
    picture      TEXT,
    confirmed    TEXT,
    confirmed_by TEXT,
    removed      TEXT
) STRICT;

CREATE TABLE plain_text (
    id   BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code TEXT NOT NULL UNIQUE,
    text TEXT
) STRICT;

CREATE TABLE dismissal (
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code         TEXT NOT NULL,
    person       TEXT,
    part         TEXT,
    target       TEXT,
    field_name   TEXT,
    content      TEXT,
    reason       TEXT,
    dismissed    TEXT,
    dismissed_by TEXT,
    signature    TEXT
) STRICT;

CREATE TABLE release (
    id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code             TEXT NOT NULL,
    number           TEXT,
    built            TEXT,
    root             TEXT,
    secret           TEXT,
    changes          TEXT,
    acknowledged     TEXT,
    acknowledged_by  TEXT,
    content          TEXT,
    manifest         TEXT,
    finished         TEXT,
    withdrawn        TEXT,
    withdrawn_reason TEXT
) STRICT;
