// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/independence.h"

#include "core/base/rule.h"
#include "core/edits/recordrules.h"
#include "core/process/team.h"

#include <algorithm>

namespace adit {

namespace {

constexpr QLatin1String reviewer("technical-reviewer");
constexpr QLatin1String decider("decision-maker");

/// What auditors do: reviewers comment, sign off, lock and decide.
bool isAuditWork(EntityKind kind)
{
    static constexpr EntityKind kinds[] = {EntityKind::Answer,       EntityKind::Relevance, EntityKind::Action,
                                           EntityKind::Evidence,     EntityKind::Person,    EntityKind::Interview,
                                           EntityKind::VisitStop,    EntityKind::Contact,   EntityKind::Concern,
                                           EntityKind::Nonconformity};
    return std::ranges::find(kinds, kind) != std::end(kinds);
}

/// "R. Salas" of "R. Salas (7K3F-9QZM)".
QString nameOf(const QString &actor)
{
    return actor.section(QStringLiteral(" ("), 0, 0);
}

QString shortPrint(const QString &actor)
{
    return actor.contains(QLatin1Char('(')) ? actor.section(QLatin1Char('('), -1).chopped(1) : QString();
}

} // namespace

bool isMember(const Record &member, const QString &actor)
{
    const QString fingerprint = member[field::team_member::profile];
    const QString print = shortPrint(actor);
    if (!fingerprint.isEmpty() && !print.isEmpty() && fingerprint.startsWith(print))
        return true;
    return isSamePerson(member[field::team_member::name], nameOf(actor));
}

namespace {

/// Work of somebody who is known not to judge is nobody's concern here, whatever it was.
void countUnseen(const WorkDone &work, IndependenceStatement &statement)
{
    const auto judges = [&](const IndependenceStatement::Person &person) {
        return std::ranges::any_of(person.work, [&](const WorkDone &own) { return own.actor == work.actor; });
    };
    const bool mayBeAuditWork = !work.kind || isAuditWork(*work.kind);
    const bool mayBeTheirs = !work.actor || (!work.kind && std::ranges::any_of(statement.people, judges));
    if (!mayBeAuditWork || !mayBeTheirs)
        return;
    statement.unseen += work.changes;
    if (work.kind)
        statement.unnamed += work.changes;
}

} // namespace

IndependenceStatement independenceOf(const Assessment &assessment, const std::vector<WorkDone> &history)
{
    using Breach = IndependenceStatement::Breach;
    IndependenceStatement statement;
    const auto members = activeMembers(assessment);
    for (const Record *member : members) {
        const QString role = (*member)[field::team_member::role];
        if (role != reviewer && role != decider)
            continue;
        IndependenceStatement::Person person{(*member)[field::team_member::label],
                                             (*member)[field::team_member::name],
                                             role,
                                             (*member)[field::team_member::profile],
                                             {}};
        for (const WorkDone &work : history)
            if (work.actor && isMember(*member, *work.actor))
                person.work.push_back(work);
        for (const Record *other : members) {
            const QString otherRole = (*other)[field::team_member::role];
            const bool isOne =
                isSamePerson((*other)[field::team_member::name], person.name) ||
                (!person.fingerprint.isEmpty() && (*other)[field::team_member::profile] == person.fingerprint);
            if (other == member || !isOne)
                continue;
            if (isOnTeam(*other))
                statement.breaches.push_back({.name = person.name,
                                              .rule = ruleMark(Rule::OnTeamToo, {role, otherRole}),
                                              .sort = Breach::Sort::OnTeam,
                                              .role = role,
                                              .otherRole = otherRole});
            else if (role == decider && otherRole == reviewer)
                statement.breaches.push_back({.name = person.name,
                                              .rule = ruleMark(Rule::DecidesOnOwnReview),
                                              .sort = Breach::Sort::SamePerson,
                                              .role = role,
                                              .otherRole = otherRole});
        }
        for (const WorkDone &work : person.work)
            if (work.kind && isAuditWork(*work.kind))
                statement.breaches.push_back({.name = person.name,
                                              .rule = ruleMark(Rule::DidAuditWork, {role, kindInfo(*work.kind).name,
                                                                                    QString::number(work.changes)}),
                                              .sort = Breach::Sort::DidAuditWork,
                                              .role = role,
                                              .kind = *work.kind,
                                              .changes = work.changes});
        statement.people.push_back(std::move(person));
    }
    for (const WorkDone &work : history)
        countUnseen(work, statement);
    return statement;
}

} // namespace adit
