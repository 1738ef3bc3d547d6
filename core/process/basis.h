// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/scoring/scorecard.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <utility>
#include <vector>

namespace adit {

/// What one rating rests on: evidence and interviews, and the kinds of source that stand behind them (scoring.md,
/// Sources).
struct Basis
{
    std::vector<EntityId> evidence;
    std::vector<EntityId> interviews;
    QSet<QString> sources; ///< of the evidence, of who was heard, and those the auditor named

    /// How many different kinds; company documents and management count as one.
    int independentKinds() const;
    /// Nothing but the company's own word.
    bool isCompanyAlone() const;
};

/// The basis of every requirement, found in one walk over evidence, people and interviews, and kept up to date record
/// by record. Removed evidence, interviews that were cancelled or not held yet and such whose consent was withdrawn
/// carry nothing.
class BasisIndex
{
public:
    explicit BasisIndex(const Assessment &assessment);

    /// After a record has changed: looks at it again. Other kinds of records are of no account.
    void update(const EntityRef &changed);
    Basis of(const RequirementCode &requirement) const;
    /// Basis::isCompanyAlone() without putting the basis together.
    bool isCompanyAlone(const RequirementCode &requirement) const;

private:
    /// Kinds of source, a bit each in the order of the registry.
    using Sources = quint32;
    /// What one piece of evidence or one interview lends to a requirement.
    struct Support
    {
        EntityId id;
        EntityKind kind;
        Sources sources;
    };
    void readPeople();
    void updatePerson(const EntityId &id);
    void place(EntityKind kind, const EntityId &id, const Record &record);
    void remove(const EntityId &id);
    Sources sourcesOf(const Record &record) const;
    Sources allSources(const RequirementCode &requirement) const;

    const Assessment &m_assessment;
    /// A label and a group.
    using Person = std::pair<QString, QString>;
    QHash<EntityId, Person> m_people;
    QHash<QString, QString> m_groups; ///< of people, by label
    QHash<QString, std::vector<Support>> m_byRequirement;
    QHash<EntityId, QStringList> m_places; ///< where each stands
};

/// The standard asks that such a rating rests on more than the company's word, and it does not: counted without the
/// reason that may be given for it. Never in a surveillance, whose ratings had their basis in the audit before.
bool standsOnCompanyAlone(const CaseView &view, const RatedItem &item, const Basis &basis);

/// The kind of source that somebody of a stakeholder group is.
QString sourceOfGroup(const QString &group);

} // namespace adit
