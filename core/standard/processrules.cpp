// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/processjson.h"

#include <QDate>
#include <QSet>
#include <algorithm>
#include <cstdlib>

namespace adit {

namespace {

constexpr int longestAmount = 3660; ///< of any unit that makes sense: ten years in days

Error invalid(const QString &list, std::size_t index, const char *member, const QString &detail)
{
    return {ErrorCode::StandardInvalid, QStringLiteral("/%1/%2/%3").arg(list).arg(index).arg(QLatin1String(member)),
            detail};
}

template <typename Entry>
Result<> checkCodes(const std::vector<Entry> &entries, const QString &list)
{
    QSet<QString> codes;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (codes.contains(entries[i].code))
            return invalid(list, i, "code", QStringLiteral("used twice: ") + entries[i].code);
        codes.insert(entries[i].code);
    }
    return {};
}

QString noSuch(const char *what, const QString &code)
{
    return QStringLiteral("there is no %1 %2").arg(QLatin1String(what), code);
}

Result<> checkSteps(const std::vector<ProcessStep> &steps)
{
    ADIT_TRY(checkCodes(steps, QStringLiteral("steps")));
    QSet<QString> before;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!steps[i].parent.isEmpty() && !before.contains(steps[i].parent))
            return invalid(QStringLiteral("steps"), i, "parent",
                           QStringLiteral("no step of that code stands before it"));
        before.insert(steps[i].code);
    }
    return {};
}

Result<> checkMilestones(const ProcessRules &process)
{
    const QString list = QStringLiteral("milestones");
    ADIT_TRY(checkCodes(process.milestones, list));
    for (std::size_t i = 0; i < process.milestones.size(); ++i)
        if (!process.step(process.milestones[i].step))
            return invalid(list, i, "step", noSuch("step", process.milestones[i].step));
    return {};
}

/// The milestones whose dates wait for each other in a circle, and those that wait for them; empty if there are none.
QStringList waitingForever(const ProcessRules &process)
{
    QSet<QString> settled;
    qsizetype before = -1;
    while (settled.size() != before) {
        before = settled.size();
        for (const Milestone &milestone : process.milestones)
            if (std::ranges::all_of(process.deadlines, [&](const Deadline &deadline) {
                    return deadline.milestone != milestone.code || settled.contains(deadline.from);
                }))
                settled.insert(milestone.code);
    }
    QStringList waiting;
    for (const Milestone &milestone : process.milestones)
        if (!settled.contains(milestone.code))
            waiting.append(milestone.code);
    return waiting;
}

Result<> checkDeadlines(const ProcessRules &process)
{
    const QString list = QStringLiteral("deadlines");
    ADIT_TRY(checkCodes(process.deadlines, list));
    for (std::size_t i = 0; i < process.deadlines.size(); ++i) {
        const Deadline &deadline = process.deadlines[i];
        if (!process.milestone(deadline.milestone))
            return invalid(list, i, "milestone", noSuch("milestone", deadline.milestone));
        if (!process.milestone(deadline.from))
            return invalid(list, i, "from", noSuch("milestone", deadline.from));
        if (std::abs(deadline.amount) > longestAmount)
            return invalid(list, i, "amount", QStringLiteral("at most %1 is expected").arg(longestAmount));
    }
    if (const QStringList waiting = waitingForever(process); !waiting.isEmpty())
        return Error{ErrorCode::StandardInvalid, QStringLiteral("/deadlines"),
                     QStringLiteral("these dates wait for each other in a circle: ") +
                         waiting.join(QStringLiteral(", "))};
    return {};
}

bool isKnown(GateItems items, const QString &code, const ProcessRules &process, const QStringList &ratings)
{
    switch (items) {
    case GateItems::Milestones:
        return process.milestone(code);
    case GateItems::Deadlines:
        return process.deadline(code);
    case GateItems::Steps:
        return process.step(code);
    case GateItems::Ratings:
        return ratings.contains(code);
    case GateItems::None:
    case GateItems::Words:
        break;
    }
    return true;
}

Result<> checkGates(const ProcessRules &process, const QStringList &ratings)
{
    const QString list = QStringLiteral("gates");
    ADIT_TRY(checkCodes(process.gates, list));
    for (std::size_t i = 0; i < process.gates.size(); ++i) {
        const Gate &gate = process.gates[i];
        const GateCheckInfo &info = gateCheckInfo(gate.check);
        if (!process.step(gate.step))
            return invalid(list, i, "step", noSuch("step", gate.step));
        if (gate.items.isEmpty() != (info.items == GateItems::None))
            return invalid(list, i, "items",
                           QStringLiteral("%1 %2 items")
                               .arg(QLatin1String(info.code),
                                    gate.items.isEmpty() ? QStringLiteral("needs") : QStringLiteral("takes no")));
        for (const QString &item : gate.items)
            if (!isKnown(info.items, item, process, ratings))
                return invalid(list, i, "items", QStringLiteral("there is no %1 here").arg(item));
    }
    return {};
}

Result<> checkCalendar(const WorkCalendar &calendar)
{
    // A leap year, so that 29 February is a day.
    for (std::size_t i = 0; i < static_cast<std::size_t>(calendar.holidays.size()); ++i) {
        const QString &day = calendar.holidays[static_cast<qsizetype>(i)];
        if (!QDate::fromString(QStringLiteral("2024-") + day, Qt::ISODate).isValid())
            return Error{ErrorCode::StandardInvalid, QStringLiteral("/calendar/holidays/%1").arg(i),
                         day + QStringLiteral(": a day of the year is expected, such as 12-25")};
    }
    if (QSet<int>(calendar.weekend.begin(), calendar.weekend.end()).size() > 6)
        return Error{ErrorCode::StandardInvalid, QStringLiteral("/calendar/weekend"),
                     QStringLiteral("at least one day to work on is expected")};
    return {};
}

} // namespace

Result<> checkProcess(const ProcessRules &process, const QStringList &ratings)
{
    ADIT_TRY(checkSteps(process.steps));
    ADIT_TRY(checkMilestones(process));
    ADIT_TRY(checkDeadlines(process));
    ADIT_TRY(checkGates(process, ratings));
    ADIT_TRY(checkCodes(process.agenda, QStringLiteral("agenda")));
    return checkCalendar(process.calendar);
}

} // namespace adit
