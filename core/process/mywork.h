// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/scoring/scorecard.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace adit {

/// What waits for one member of the team.
struct MyWork
{
    struct Item
    {
        EntityKind kind = EntityKind::Nonconformity;
        QString subject; ///< the label to open
        QString title;   ///< as it was typed; one line
        std::optional<QDate> day;
        bool isLate = false;
    };

    QStringList chapters;         ///< allocated to them
    std::vector<QString> unrated; ///< relevant requirements of those chapters
    int unratedCritical = 0;      ///< of these
    std::vector<Item> toAnswer;   ///< comments and requests on their chapters, and complaints they handle or decide
    std::vector<Item> nonconformities; ///< that they own, own an action of, or raised, and that are not closed
    std::vector<Item> interviews;      ///< that they conduct and that are still to be held, or to be summed up

    bool isEmpty() const;
};

/// `member` is a label of the team ("T-A02"). Where a name is kept as a line ("Conducted by"), it is theirs if it is
/// their label or their name; several stand between commas. Empty for nobody, and for who is not on the team any more.
/// Each list has what is due first at the front.
MyWork workOf(const CaseView &view, const std::vector<RatedItem> &items, const QString &member, const QDate &today);

/// The chapters allocated to a member; none for nobody.
QStringList chaptersOf(const Assessment &assessment, const QString &member);
/// Whether a node stands below one of the chapters.
bool isBelow(const QString &node, const QStringList &chapters);

} // namespace adit
