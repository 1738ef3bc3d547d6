-- SPDX-FileCopyrightText: The Adit developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 3: the whole process: milestones and gates passed, the team and its plan, visit, meetings, requests, outreach,
-- comments, nonconformities, complaints.
ALTER TABLE details ADD COLUMN disclosure TEXT;
ALTER TABLE details ADD COLUMN company_comments TEXT;
ALTER TABLE details ADD COLUMN holidays TEXT;
ALTER TABLE answer ADD COLUMN first_rating TEXT;
ALTER TABLE answer ADD COLUMN rerated TEXT;
ALTER TABLE answer ADD COLUMN rerated_basis TEXT;
ALTER TABLE answer ADD COLUMN no_nonconformity TEXT;
ALTER TABLE answer ADD COLUMN basis_reason TEXT;
ALTER TABLE relevance ADD COLUMN claimed TEXT;
ALTER TABLE relevance ADD COLUMN claim_reason TEXT;
ALTER TABLE relevance ADD COLUMN tested TEXT;
ALTER TABLE relevance ADD COLUMN test TEXT;
ALTER TABLE action ADD COLUMN nonconformity TEXT;
ALTER TABLE action ADD COLUMN owner TEXT;
ALTER TABLE action ADD COLUMN done TEXT;
ALTER TABLE step ADD COLUMN opened TEXT;
ALTER TABLE step ADD COLUMN closed TEXT;
ALTER TABLE step ADD COLUMN notes TEXT;
ALTER TABLE evidence ADD COLUMN seen TEXT;
ALTER TABLE evidence ADD COLUMN removed TEXT;
ALTER TABLE evidence ADD COLUMN removed_reason TEXT;
ALTER TABLE evidence ADD COLUMN taken_at TEXT;
ALTER TABLE evidence ADD COLUMN taken_where TEXT;
ALTER TABLE person ADD COLUMN consent TEXT;
ALTER TABLE person ADD COLUMN notes TEXT;
ALTER TABLE interview ADD COLUMN planned TEXT;
ALTER TABLE interview ADD COLUMN cancelled TEXT;
ALTER TABLE interview ADD COLUMN cancelled_reason TEXT;
ALTER TABLE interview ADD COLUMN conducted_by TEXT;
ALTER TABLE interview ADD COLUMN public_summary TEXT;

CREATE TABLE milestone (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code      TEXT NOT NULL UNIQUE,
    planned   TEXT,
    actual    TEXT,
    extended  TEXT,
    extension TEXT
) STRICT;

CREATE TABLE gate_pass (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code      TEXT NOT NULL UNIQUE,
    passed    TEXT,
    passed_by TEXT,
    reason    TEXT
) STRICT;

CREATE TABLE team_member (
    id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code             TEXT NOT NULL,
    name             TEXT,
    role             TEXT,
    organisation     TEXT,
    languages        TEXT,
    biography        TEXT,
    state            TEXT,
    declaration      TEXT,
    declared         TEXT,
    declaration_text TEXT
) STRICT;

CREATE TABLE competence (
    id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code    TEXT NOT NULL,
    member  TEXT,
    basis   TEXT,
    expires TEXT
) STRICT;

CREATE TABLE audit_plan (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code            TEXT NOT NULL UNIQUE,
    objectives      TEXT,
    criteria        TEXT,
    scope           TEXT,
    days            TEXT,
    languages       TEXT,
    representative  TEXT,
    sampling        TEXT,
    logistics       TEXT,
    confidentiality TEXT,
    follow_up       TEXT
) STRICT;

CREATE TABLE plan_issue (
    id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code   TEXT NOT NULL,
    issued TEXT,
    agreed TEXT,
    reason TEXT,
    text   TEXT
) STRICT;

CREATE TABLE plan_deviation (
    id       BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code     TEXT NOT NULL,
    noted    TEXT,
    text     TEXT,
    reason   TEXT,
    is_limit TEXT
) STRICT;

CREATE TABLE visit_stop (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code        TEXT NOT NULL,
    name        TEXT,
    off_site    TEXT,
    day         TEXT,
    time        TEXT,
    visited     TEXT,
    not_visited TEXT,
    observation TEXT
) STRICT;

CREATE TABLE meeting (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code       TEXT NOT NULL,
    meeting    TEXT,
    title      TEXT,
    planned    TEXT,
    time       TEXT,
    held       TEXT,
    place      TEXT,
    attendance TEXT,
    minutes    TEXT
) STRICT;

CREATE TABLE request (
    id       BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code     TEXT NOT NULL,
    form     TEXT,
    asked    TEXT,
    due      TEXT,
    text     TEXT,
    state    TEXT,
    answered TEXT,
    answer   TEXT,
    notes    TEXT
) STRICT;

CREATE TABLE announcement (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code      TEXT NOT NULL,
    published TEXT,
    channel   TEXT,
    language  TEXT,
    place     TEXT,
    text      TEXT
) STRICT;

CREATE TABLE group_plan (
    id       BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code     TEXT NOT NULL UNIQUE,
    planned  TEXT,
    basis    TEXT,
    outreach TEXT
) STRICT;

CREATE TABLE contact (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code        TEXT NOT NULL,
    stakeholder TEXT,
    made        TEXT,
    channel     TEXT,
    direction   TEXT,
    text        TEXT,
    answer      TEXT
) STRICT;

CREATE TABLE concern (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code      TEXT NOT NULL,
    raised    TEXT,
    person    TEXT,
    interview TEXT,
    text      TEXT,
    answer    TEXT,
    answered  TEXT,
    outcome   TEXT,
    receipt   TEXT
) STRICT;

CREATE TABLE comment (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code        TEXT NOT NULL,
    round       TEXT,
    made        TEXT,
    made_by     TEXT,
    requirement TEXT,
    about       TEXT,
    text        TEXT,
    state       TEXT,
    answer      TEXT,
    answered    TEXT
) STRICT;

CREATE TABLE nonconformity (
    id             BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code           TEXT NOT NULL,
    title          TEXT,
    grade          TEXT,
    description    TEXT,
    raised         TEXT,
    raised_by      TEXT,
    state          TEXT,
    cause          TEXT,
    correction     TEXT,
    owner          TEXT,
    cause_accepted TEXT,
    plan_accepted  TEXT,
    implemented    TEXT,
    verified       TEXT,
    verified_by    TEXT,
    verified_basis TEXT,
    withdrawn      TEXT
) STRICT;

CREATE TABLE waiver (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code       TEXT NOT NULL,
    reason     TEXT,
    granted    TEXT,
    granted_by TEXT,
    expires    TEXT,
    conditions TEXT
) STRICT;

CREATE TABLE complaint (
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code         TEXT NOT NULL,
    about        TEXT,
    form         TEXT,
    received     TEXT,
    person       TEXT,
    text         TEXT,
    acknowledged TEXT,
    handler      TEXT,
    decider      TEXT,
    decided      TEXT,
    outcome      TEXT,
    told         TEXT
) STRICT;
