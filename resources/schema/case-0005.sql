-- SPDX-FileCopyrightText: The Adit developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 5: what came in from other copies of the case, and when. A fact of this file, not of the assessment: no
-- operation says it, and it does not travel.
CREATE TABLE merge (
    number INTEGER NOT NULL PRIMARY KEY,
    first  INTEGER NOT NULL, -- edits, by their number in this file
    last   INTEGER NOT NULL,
    time   INTEGER NOT NULL, -- milliseconds since 1970 UTC
    actor  TEXT NOT NULL,
    source TEXT NOT NULL     -- name of the file
) STRICT;

-- Taking a merge out again removes edits, and each must be seen to have no operation left.
CREATE INDEX op_edit ON op (edit);
