-- SPDX-FileCopyrightText: The Adit developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 8: the template of the office that makes the assessment: its name, address, colour and wording in the report,
-- and its logo. Whoever confirms a photo signs for it.
ALTER TABLE details ADD COLUMN report_template TEXT;
ALTER TABLE details ADD COLUMN report_logo TEXT;

ALTER TABLE public_photo ADD COLUMN signature TEXT;
