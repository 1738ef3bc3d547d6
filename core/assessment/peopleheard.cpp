// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/peopleheard.h"

#include <QSet>
#include <algorithm>

namespace adit {

QStringList stakeholderGroups()
{
    return QString(infoOf(field::person::stakeholder).choices).split(QLatin1Char(' '));
}

bool wasHeld(const Record &interview)
{
    return interview.has(field::interview::held) && !interview.has(field::interview::cancelled);
}

QHash<QString, int> heardByGroup(const Assessment &assessment)
{
    QHash<QString, QString> groupOf;
    for (const auto &[id, person] : assessment.records(EntityKind::Person))
        groupOf.insert(person[field::person::label], person[field::person::stakeholder]);
    QHash<QString, int> heard;
    QSet<QString> named;
    for (const auto &[id, interview] : assessment.records(EntityKind::Interview)) {
        const QStringList people = interview[field::interview::people];
        if (!wasHeld(interview) || people.isEmpty())
            continue;
        for (const QString &person : people) {
            if (!named.contains(person))
                ++heard[groupOf.value(person)];
            named.insert(person);
        }
        // The rest of a group interview is counted, not named: of the group that the named ones belong to.
        const int unnamed = interview[field::interview::heard].toInt() - static_cast<int>(people.size());
        heard[groupOf.value(people.front())] += std::max(0, unnamed);
    }
    return heard;
}

std::optional<int> plannedFor(const Assessment &assessment, const QString &group)
{
    const QString planned = assessment.groupPlan(group)[field::group_plan::planned];
    return planned.isEmpty() ? std::nullopt : std::optional(planned.toInt());
}

} // namespace adit
