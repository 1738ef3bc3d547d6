// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/team.h"

#include "core/edits/recordrules.h"

#include <QSet>
#include <algorithm>

namespace adit {

std::vector<const Record *> activeMembers(const Assessment &assessment)
{
    std::vector<const Record *> members;
    for (const auto &[id, member] : assessment.records(EntityKind::TeamMember)) {
        const QString state = member[field::team_member::state];
        if (state != QLatin1String("rejected") && state != QLatin1String("withdrawn") && !member.isBlank())
            members.push_back(&member);
    }
    return members;
}

bool hasClearDeclaration(const Record &member)
{
    return member[field::team_member::declaration] == QLatin1String("none") && member.has(field::team_member::declared);
}

bool isOnTeam(const Record &member)
{
    static const QStringList roles{QStringLiteral("lead-auditor"), QStringLiteral("auditor"), QStringLiteral("expert"),
                                   QStringLiteral("translator")};
    return roles.contains(member[field::team_member::role]);
}

bool holdsAnotherRole(const Record &member, const std::vector<const Record *> &members)
{
    const QString name = member[field::team_member::name];
    const QString role = member[field::team_member::role];
    return std::ranges::any_of(members, [&](const Record *other) {
        const QString otherRole = (*other)[field::team_member::role];
        const bool judges = isOnTeam(*other) || otherRole == QLatin1String("technical-reviewer") ||
                            otherRole == QLatin1String("decision-maker");
        return other != &member && judges && otherRole != role &&
               isSamePerson((*other)[field::team_member::name], name);
    });
}

std::vector<CompetenceGap> competenceGaps(const Assessment &assessment, const QDate &day)
{
    QSet<QString> covered;
    for (const auto &[id, competence] : assessment.records(EntityKind::Competence)) {
        const auto expires = competence[field::competence::expires];
        if (expires && *expires < day)
            continue;
        for (const QString &chapter : competence[field::competence::chapters])
            covered.insert(competence[field::competence::member] + QLatin1Char(' ') + chapter);
    }
    std::vector<CompetenceGap> gaps;
    for (const Record *member : activeMembers(assessment)) {
        const QString label = (*member)[field::team_member::label];
        for (const QString &chapter : (*member)[field::team_member::chapters])
            if (!covered.contains(label + QLatin1Char(' ') + chapter))
                gaps.push_back({label, chapter});
    }
    return gaps;
}

QStringList relevantChapters(const Standard &standard, const std::vector<RatedItem> &items)
{
    QStringList chapters;
    for (std::size_t i = 0; i < standard.nodes().size(); ++i) {
        if (standard.nodes()[i].code.level() != NodeLevel::Chapter)
            continue;
        const auto [first, end] = standard.ordinalsBelow(static_cast<int>(i));
        if (std::any_of(items.begin() + first, items.begin() + end,
                        [](const RatedItem &item) { return item.relevance == RelevanceReason::Relevant; }))
            chapters.append(standard.nodes()[i].code.toString());
    }
    return chapters;
}

} // namespace adit
