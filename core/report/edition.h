// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace adit {

/// What is printed, and so for whom it is (report.md, kinds).
enum class ReportKind {
    Public,    ///< the public summary
    Full,      ///< the same for the company, the certification body and the scheme: they read what is only kept from
               ///< the public, but nothing that is withheld to protect people
    Draft,     ///< the full report while it is under review, one copy for each reader with the name across every page
    Scorecard, ///< page one alone
    Surveillance, ///< the public summary of a surveillance audit, which gives no new scores (process.md, N2)
    Actions       ///< the corrective action plan
};

/// What a released report says of itself. It cannot know its signatures or the hashes of its files: those come after
/// it.
struct ReleaseEdition
{
    int number = 0;
    QString root;              ///< of the public record, hex
    QStringList roles;         ///< who has to sign: codes of ADIT_ROLES
    QString keysAt = {};       ///< where the certification body publishes the fingerprints of its keys
    QString folder = {};       ///< name that the release is handed on under
    QString built = {};        ///< ISO date
    QString changes = {};      ///< since the release before
    QString acknowledged = {}; ///< which assumptions of the catalogue
};

} // namespace adit
