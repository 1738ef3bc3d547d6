// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/processjson.h"

#include "core/standard/jsontexts.h"

#include <QJsonArray>

namespace adit {

namespace {

QJsonObject jsonOf(const ProcessStep &step)
{
    QJsonObject object{{QStringLiteral("code"), step.code},
                       {QStringLiteral("phase"), step.phase},
                       {QStringLiteral("title"), jsonOf(step.title)},
                       {QStringLiteral("certainty"), step.certainty}};
    if (!step.parent.isEmpty())
        object.insert(QStringLiteral("parent"), step.parent);
    insertText(object, "short", step.shortTitle);
    insertText(object, "rule", step.rule);
    if (step.optional)
        object.insert(QStringLiteral("optional"), true);
    return object;
}

ProcessStep stepFrom(const QJsonObject &object)
{
    return {.code = object[QLatin1String("code")].toString(),
            .phase = object[QLatin1String("phase")].toString(),
            .parent = object[QLatin1String("parent")].toString(),
            .title = textFrom(object[QLatin1String("title")]),
            .shortTitle = textFrom(object[QLatin1String("short")]),
            .rule = textFrom(object[QLatin1String("rule")]),
            .certainty = object[QLatin1String("certainty")].toString(),
            .optional = object[QLatin1String("optional")].toBool()};
}

QJsonObject jsonOf(const Milestone &milestone)
{
    QJsonObject object{{QStringLiteral("code"), milestone.code},
                       {QStringLiteral("step"), milestone.step},
                       {QStringLiteral("title"), jsonOf(milestone.title)}};
    if (!milestone.detail.isEmpty())
        object.insert(QStringLiteral("detail"), milestone.detail);
    return object;
}

Milestone milestoneFrom(const QJsonObject &object)
{
    return {.code = object[QLatin1String("code")].toString(),
            .step = object[QLatin1String("step")].toString(),
            .title = textFrom(object[QLatin1String("title")]),
            .detail = object[QLatin1String("detail")].toString()};
}

DayUnit unitFrom(const QString &code)
{
    for (const DayUnit unit : {DayUnit::WorkingDays, DayUnit::Months, DayUnit::Years})
        if (code == unitCode(unit))
            return unit;
    return DayUnit::Days;
}

QJsonObject jsonOf(const Deadline &deadline)
{
    return {{QStringLiteral("code"), deadline.code},
            {QStringLiteral("milestone"), deadline.milestone},
            {QStringLiteral("limit"), deadline.earliest ? QStringLiteral("earliest") : QStringLiteral("latest")},
            {QStringLiteral("from"), deadline.from},
            {QStringLiteral("amount"), deadline.amount},
            {QStringLiteral("unit"), unitCode(deadline.unit)},
            {QStringLiteral("rule"), jsonOf(deadline.rule)},
            {QStringLiteral("certainty"), deadline.certainty}};
}

Deadline deadlineFrom(const QJsonObject &object)
{
    return {.code = object[QLatin1String("code")].toString(),
            .milestone = object[QLatin1String("milestone")].toString(),
            .from = object[QLatin1String("from")].toString(),
            .earliest = object[QLatin1String("limit")] == QLatin1String("earliest"),
            .amount = object[QLatin1String("amount")].toInt(),
            .unit = unitFrom(object[QLatin1String("unit")].toString()),
            .rule = textFrom(object[QLatin1String("rule")]),
            .certainty = object[QLatin1String("certainty")].toString()};
}

QJsonObject jsonOf(const Gate &gate)
{
    QJsonObject object{{QStringLiteral("code"), gate.code},
                       {QStringLiteral("step"), gate.step},
                       {QStringLiteral("at"), gate.opens ? QStringLiteral("open") : QStringLiteral("close")},
                       {QStringLiteral("title"), jsonOf(gate.title)},
                       {QStringLiteral("certainty"), gate.certainty},
                       {QStringLiteral("check"), QLatin1String(gateCheckInfo(gate.check).code)}};
    if (!gate.overridable)
        object.insert(QStringLiteral("overridable"), false);
    insertList(object, "items", gate.items);
    return object;
}

Result<Gate> gateFrom(const QJsonObject &object, const QString &place)
{
    const QString check = object[QLatin1String("check")].toString();
    QStringList known;
    for (const GateCheckInfo &info : gateChecks()) {
        if (check == QLatin1String(info.code))
            return Gate{.code = object[QLatin1String("code")].toString(),
                        .step = object[QLatin1String("step")].toString(),
                        .opens = object[QLatin1String("at")] == QLatin1String("open"),
                        .title = textFrom(object[QLatin1String("title")]),
                        .certainty = object[QLatin1String("certainty")].toString(),
                        .overridable = object[QLatin1String("overridable")].toBool(true),
                        .check = info.check,
                        .items = textsFrom(object[QLatin1String("items")])};
        known.append(QLatin1String(info.code));
    }
    return Error{
        ErrorCode::StandardInvalid, place + QStringLiteral("/check"),
        QStringLiteral("\"%1\" is not known; expected is one of: %2").arg(check, known.join(QStringLiteral(", ")))};
}

QJsonObject jsonOf(const AgendaPoint &point)
{
    return {{QStringLiteral("code"), point.code},
            {QStringLiteral("meeting"), point.meeting},
            {QStringLiteral("title"), jsonOf(point.title)}};
}

AgendaPoint pointFrom(const QJsonObject &object)
{
    return {.code = object[QLatin1String("code")].toString(),
            .meeting = object[QLatin1String("meeting")].toString(),
            .title = textFrom(object[QLatin1String("title")])};
}

QJsonObject jsonOf(const WorkCalendar &calendar)
{
    QJsonArray weekend;
    for (const int day : calendar.weekend)
        weekend.append(day);
    QJsonObject object{{QStringLiteral("weekend"), weekend}};
    insertList(object, "holidays", calendar.holidays);
    return object;
}

WorkCalendar calendarFrom(const QJsonObject &object)
{
    WorkCalendar calendar;
    for (const QJsonValue &day : object[QLatin1String("weekend")].toArray())
        calendar.weekend.push_back(day.toInt());
    calendar.holidays = textsFrom(object[QLatin1String("holidays")]);
    return calendar;
}

template <typename Entry>
void insertEntries(QJsonObject &object, const char *name, const std::vector<Entry> &entries)
{
    QJsonArray array;
    for (const Entry &entry : entries)
        array.append(jsonOf(entry));
    if (!array.isEmpty())
        object.insert(QLatin1String(name), array);
}

template <typename Entry>
std::vector<Entry> entriesFrom(const QJsonValue &array, Entry (*read)(const QJsonObject &))
{
    std::vector<Entry> entries;
    for (const QJsonValue &entry : array.toArray())
        entries.push_back(read(entry.toObject()));
    return entries;
}

} // namespace

void insertProcess(QJsonObject &object, const ProcessRules &process)
{
    object.insert(QStringLiteral("steps"), QJsonArray());
    insertEntries(object, "steps", process.steps);
    insertEntries(object, "milestones", process.milestones);
    insertEntries(object, "deadlines", process.deadlines);
    insertEntries(object, "gates", process.gates);
    insertEntries(object, "agenda", process.agenda);
    if (process.calendar != WorkCalendar())
        object.insert(QStringLiteral("calendar"), jsonOf(process.calendar));
}

Result<ProcessRules> processFrom(const QJsonObject &object)
{
    ProcessRules process;
    process.steps = entriesFrom(object[QLatin1String("steps")], stepFrom);
    process.milestones = entriesFrom(object[QLatin1String("milestones")], milestoneFrom);
    process.deadlines = entriesFrom(object[QLatin1String("deadlines")], deadlineFrom);
    process.agenda = entriesFrom(object[QLatin1String("agenda")], pointFrom);
    process.calendar = calendarFrom(object[QLatin1String("calendar")].toObject());
    const QJsonArray gates = object[QLatin1String("gates")].toArray();
    for (qsizetype i = 0; i < gates.size(); ++i) {
        ADIT_TRY_ASSIGN(Gate gate, gateFrom(gates[i].toObject(), QStringLiteral("/gates/%1").arg(i)));
        process.gates.push_back(std::move(gate));
    }
    return process;
}

} // namespace adit
