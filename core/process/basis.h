// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/scoring/scorecard.h"

#include <QHash>
#include <QSet>
#include <QString>
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

/// The basis of every requirement, found in one walk over evidence, people and interviews. Removed evidence, interviews
/// that were cancelled or not held yet and such whose consent was withdrawn carry nothing.
class BasisIndex
{
public:
    explicit BasisIndex(const Assessment &assessment);

    Basis of(const RequirementCode &requirement) const;

private:
    void add(const Record &interview, const EntityId &id, const QHash<QString, QString> &groups);

    const Assessment &m_assessment;
    QHash<QString, Basis> m_byRequirement;
};

/// The standard asks that such a rating rests on more than the company's word, and it does not: counted without the
/// reason that may be given for it. Never in a surveillance, whose ratings had their basis in the audit before.
bool standsOnCompanyAlone(const CaseView &view, const RatedItem &item, const Basis &basis);

/// The kind of source that somebody of a stakeholder group is.
QString sourceOfGroup(const QString &group);

} // namespace adit
