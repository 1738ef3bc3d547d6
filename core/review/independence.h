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
    // What this copy was not told (parcels by role) nobody can look at, so nothing is claimed of it.
    qint64 unseen = 0;  ///< changes that may be anybody's audit work: withheld is what they are of, or whose they are
    qint64 unnamed = 0; ///< those of them that are audit work for certain, and might be that of who judges it

    bool holds() const { return breaches.empty(); }
    /// Drawn from the whole history.
    bool isWhole() const { return unseen == 0; }
};

IndependenceStatement independenceOf(const Assessment &assessment, const std::vector<WorkDone> &history);

/// Whether a member of the team's list is who the journal names `actor`: by the profile where there is one, else by the
/// name.
bool isMember(const Record &member, const QString &actor);

} // namespace adit
