-- SPDX-FileCopyrightText: The Adit developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 8: the template of the office that makes the assessment: its name, address, colour and wording in the report,
-- and its logo.
ALTER TABLE details ADD COLUMN report_template TEXT;
ALTER TABLE details ADD COLUMN report_logo TEXT;
