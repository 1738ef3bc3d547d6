// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/papers/paper.h"

namespace adit {

/// What an announcement says beside the profile of the mine. Nobody's contact is a field of the case: who makes the
/// announcement decides what is made public here.
struct AnnouncementInput
{
    QString language = QStringLiteral("en");
    QString contact = {};   ///< telephone, e-mail, address of the certification body; several lines
    QString languages = {}; ///< in which people can speak with the team
};

QStringList announcementLanguages();

/// The public announcement of the audit (process.md, step 1): which mine, by whom, when, who can take part, how and by
/// when, what protects people, where concerns and complaints go. Built from public fields alone. What is not known is
/// left as a line to fill in by hand and named in Paper::missing. By when to answer follows from the standard's rule on
/// outreach (30 days before the visit). Errors: UnknownChoice for a language without words, InvalidValue for a case
/// without the mine's name, which nobody could act upon.
Result<Paper> announcement(const PublicAssessment &assessment, const AnnouncementInput &input);

} // namespace adit
