// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/draft.h"
#include "core/edits/recordrules.h"
#include "core/process/processverbs.h"
#include "tests/support/builders.h"

#include <map>

namespace adit::test {

/// A case in memory, without a file: what the pure rooms need to be tested.
class PureCase
{
public:
    explicit PureCase(const QString &requirements)
        : m_standard(smallStandard(requirements))
        , m_draft({m_standard, Assessment(AssessmentId(QUuid::createUuidV5(QUuid(), QStringLiteral("pure"))))},
                  Verb::Create, {})
    {}

    CaseView view() const { return m_draft.view(); }
    const Standard &standard() const { return m_standard; }
    void apply(Result<Edit> edit) { m_draft.add(must(std::move(edit))); }

    EntityRef newEntity(EntityKind kind) { return {kind, newId(), entityLabel(kind, 0, ++m_numbers[kind])}; }
    EntityId newId() { return EntityId(m_random.uuid()); }

    /// A record from text: "name=R. Salas role=lead-auditor chapters=1.1|1.2"; values without blanks ("_" is one).
    Result<Edit> recordEdit(const EntityRef &entity, const QString &words) const
    {
        RecordInput input;
        for (const QString &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const FieldInfo *field = findField(entity.kind, word.section(QLatin1Char('='), 0, 0));
            if (!field)
                qFatal("no field in %s", qPrintable(word));
            const QString value = word.section(QLatin1Char('='), 1).replace(QLatin1Char('_'), QLatin1Char(' '));
            if (isSetType(field->type))
                input.sets.emplace_back(field, value.split(QLatin1Char('|'), Qt::SkipEmptyParts));
            else
                input.values.emplace_back(field, value);
        }
        return changeRecord(view(), entity, input);
    }
    EntityRef add(EntityKind kind, const QString &words)
    {
        EntityRef entity = newEntity(kind);
        apply(recordEdit(entity, words));
        return entity;
    }
    void change(const EntityRef &entity, const QString &words) { apply(recordEdit(entity, words)); }

    ProcessState process(const QDate &today) const
    {
        return processStateOf(view(), ratedItems(view().assessment, m_standard), today);
    }
    /// What keeps a gate shut: "1.1.1.1 1.1.1.2"; "*" for something missing as a whole; empty when it is met.
    QString missing(const QString &gate, const QDate &today = QDate(2026, 6, 1)) const
    {
        QStringList subjects;
        const ProcessState state = process(today);
        for (const Missing &entry : state.gate(gate)->missing)
            subjects.append(entry.subject.isEmpty() ? QStringLiteral("*") : entry.subject);
        return subjects.join(QLatin1Char(' '));
    }
    void done(const char *milestone, const char *day)
    {
        apply(setMilestone(view(), QLatin1String(milestone), {.done = QLatin1String(day)}));
    }

private:
    Standard m_standard;
    Draft m_draft;
    Random m_random = Random::seeded(7);
    std::map<EntityKind, int> m_numbers;
};

} // namespace adit::test
