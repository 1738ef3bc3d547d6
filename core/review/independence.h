// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/journal/workdone.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace adit {

/// Who judged whose work, from the team's list and from the journal: reviewer and decision maker are not on the team
/// and not each other, and had no hand in what they judge (ISO/IEC 17021-1, 9.5; from general knowledge). Nobody can
/// set it aside with a reason (process.md, Never overridable).
struct IndependenceStatement
{
    struct Person
    {
        QString member; ///< label in the team's list
        QString name;
        QString role;
        QString fingerprint; ///< empty where the list ties no profile to the member
        std::vector<WorkDone> work;
    };
    struct Breach
    {
        enum class Sort {
            OnTeam,      ///< stands in the team's list as `otherRole` too
            SamePerson,  ///< decides on what they reviewed
            DidAuditWork ///< `changes` of things of `kind`
        };
        QString name;
        QString rule; ///< a ruleMark()
        Sort sort = Sort::OnTeam;
        QString role = {};
        QString otherRole = {};
        EntityKind kind = EntityKind::Answer;
        qint64 changes = 0;
    };
    std::vector<Person> people; ///< reviewers and decision makers
    std::vector<Breach> breaches;

    bool holds() const { return breaches.empty(); }
};

IndependenceStatement independenceOf(const Assessment &assessment, const std::vector<WorkDone> &history);

/// Whether a member of the team's list is who the journal names `actor`: by the profile where there is one, else by the
/// name.
bool isMember(const Record &member, const QString &actor);

} // namespace adit
