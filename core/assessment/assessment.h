// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/record.h"
#include "core/base/id.h"
#include "core/standard/standard.h"

#include <QHash>
#include <QSet>
#include <map>
#include <optional>
#include <vector>

namespace adit {

/// Which entity, and where it belongs: the ids of things that exist once by nature are derived from the assessment's
/// id, kind and code, so that two laptops meet on one entity (store.md, File).
struct EntityRef
{
    EntityKind kind;
    EntityId id;
    QString code; ///< node or step it belongs to, fixed for its life; empty for Details

    friend bool operator==(const EntityRef &, const EntityRef &) = default;
};

/// The present state of one assessment in memory: all records, by entity. A value; knows nothing of files or
/// operations. Reads never fail: what was never written reads as empty.
class Assessment
{
public:
    explicit Assessment(AssessmentId id);

    AssessmentId id() const { return m_id; }

    EntityRef detailsRef() const;
    EntityRef answerRef(const RequirementCode &requirement) const;
    EntityRef relevanceRef(const RequirementCode &node) const;
    EntityRef stepRef(const QString &step) const;
    /// The entity of a derived kind that belongs to a code: a milestone, a gate, a stakeholder group.
    EntityRef derivedRef(EntityKind kind, const QString &code) const;
    /// An entity of a kind that is not derived: an action of a requirement, with an id drawn at random.
    static EntityRef actionRef(const EntityId &id, const RequirementCode &requirement);
    /// False where a derived kind's id does not follow from its code: such an operation is forged or damaged.
    bool isGenuine(const EntityRef &ref) const;

    const Record &details() const;
    const Record &answer(const RequirementCode &requirement) const;
    const Record &relevance(const RequirementCode &node) const;
    const Record &step(const QString &step) const;
    /// The record of a derived kind that belongs to a code; an empty one where nothing was written yet.
    const Record &at(EntityKind kind, const QString &code) const;
    const Record &milestone(const QString &code) const { return at(EntityKind::Milestone, code); }
    const Record &gatePass(const QString &gate) const { return at(EntityKind::GatePass, gate); }
    const Record &groupPlan(const QString &group) const { return at(EntityKind::GroupPlan, group); }
    const Record &auditPlan() const { return at(EntityKind::AuditPlan, auditPlanCode()); }
    /// There is one plan.
    static QString auditPlanCode() { return QStringLiteral("plan"); }
    /// Planned actions of a requirement, in the order of their ids.
    std::vector<EntityId> actionsOf(const RequirementCode &requirement) const;
    const Record &action(const EntityId &id) const;

    const Record *find(EntityKind kind, const EntityId &id) const;
    /// Answers and relevance marks by node, for reading many at once.
    const QHash<RequirementCode, EntityId> &byNode(EntityKind kind) const;
    /// All records of a kind, in the order of their ids.
    const std::map<EntityId, Record> &records(EntityKind kind) const;

    /// Makes the record if there is none. The only way to change an assessment; called by the document and by replay.
    Record &write(const EntityRef &ref);

    friend bool operator==(const Assessment &a, const Assessment &b)
    {
        return a.m_id == b.m_id && a.m_records == b.m_records;
    }

private:
    const Record &byCode(EntityKind kind, const RequirementCode &code) const;

    AssessmentId m_id;
    std::vector<std::map<EntityId, Record>> m_records;            ///< by kind
    std::vector<QHash<RequirementCode, EntityId>> m_nodeEntities; ///< by kind; filled for Answer and Relevance
};

/// Why a requirement does or does not count.
enum class RelevanceReason {
    Relevant,
    MarkedItself,   ///< the requirement was marked not relevant
    MarkedAbove,    ///< its criterion or chapter was
    OtherKindOfMine ///< it is for new mines only, or for existing ones only
};

/// Relevance and rating are separate (scoring.md): a requirement is out when it, its criterion or its chapter is
/// marked, or when it applies only to the other kind of mine. Its rating stays stored.
RelevanceReason relevanceOf(const Assessment &assessment, const Standard &standard, const RequirementCode &requirement);
/// The node whose mark decides, for MarkedItself and MarkedAbove.
std::optional<RequirementCode> decidingMark(const Assessment &assessment, const RequirementCode &requirement);

/// Codes of the requirements that have a plan. It counts when it has both a text and a date (scoring.md, levels); one
/// that belongs to a nonconformity is a plan for all of its requirements.
QSet<QString> datedPlans(const Assessment &assessment);

} // namespace adit
