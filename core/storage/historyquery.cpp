// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/historyquery.h"

namespace adit {

namespace {

constexpr int clockShift = 16; // see Operation::time

/// Collects what must hold; `%` in a condition stands for the number of its parameter.
class Conditions
{
public:
    void add(const QByteArray &condition) { m_conditions.append(condition); }
    void add(QByteArray condition, const QString &parameter)
    {
        m_query.parameters.push_back(parameter);
        m_conditions.append(condition.replace('%', '?' + QByteArray::number(m_query.parameters.size())));
    }
    JournalQuery query() &&
    {
        m_query.condition = m_conditions.isEmpty() ? QByteArray("1") : m_conditions.join(" AND ");
        return std::move(m_query);
    }

private:
    JournalQuery m_query;
    QByteArrayList m_conditions;
};

void addMoments(Conditions &conditions, const HistoryFilter &filter)
{
    if (filter.since)
        conditions.add("op.time >= " + QByteArray::number(filter.since->milliseconds << clockShift));
    if (filter.before)
        conditions.add("op.time < " + QByteArray::number(filter.before->milliseconds << clockShift));
}

void addPeople(Conditions &conditions, const HistoryFilter &filter)
{
    const QByteArray edits = "op.edit IN (SELECT edit.number FROM edit JOIN context ON context.number = edit.context "
                             "WHERE edit.withheld IS NULL AND ";
    if (!filter.person.isEmpty())
        conditions.add(edits + "context.actor = %)", filter.person);
    if (!filter.personHas.isEmpty())
        conditions.add(edits + "instr(context.actor, %) > 0)", filter.personHas);
}

void addThings(Conditions &conditions, const HistoryFilter &filter)
{
    if (filter.requirement)
        conditions.add("op.code = %", filter.requirement->toString());
    if (!filter.thing.isEmpty()) {
        // The codes are looked up first: their index holds them all, without the values that lie in the rows.
        QByteArray known("lower(substr(known.code, 1, length(%))) = lower(%)");
        if (filter.thing.back().isDigit())
            known += " AND substr(known.code, length(%) + 1, 1) NOT GLOB '[0-9]'";
        conditions.add("op.code IN (SELECT known.code FROM op AS known WHERE " + known + ")", filter.thing);
    }
    if (filter.kind)
        conditions.add("op.kind = %", QString(kindInfo(*filter.kind).name));
    if (!filter.field.isEmpty())
        conditions.add("(op.field = % OR substr(op.field, 1, length(%) + 1) = % || '/')", filter.field);
}

} // namespace

JournalQuery operationsWanted(const HistoryFilter &filter)
{
    Conditions conditions;
    if (filter.asksForWhat())
        conditions.add("op.kind <> 'withheld'");
    addThings(conditions, filter);
    addMoments(conditions, filter);
    addPeople(conditions, filter);
    return std::move(conditions).query();
}

JournalQuery editsWanted(const HistoryFilter &filter)
{
    JournalQuery query = operationsWanted(filter);
    query.condition = filter == HistoryFilter()
                          ? QByteArray("1")
                          : "edit.number IN (SELECT op.edit FROM op WHERE " + query.condition + ")";
    return query;
}

} // namespace adit
