// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/fieldwork.h"

#include "core/assessment/peopleheard.h"

#include <algorithm>

namespace adit {

namespace {

void countPeople(PublicFieldwork &out, const Assessment &assessment)
{
    const QHash<QString, int> heard = heardByGroup(assessment);
    QStringList codes = stakeholderGroups();
    if (heard.value(QString()) > 0)
        codes.append(QString());
    std::vector<int> counts;
    counts.reserve(static_cast<std::size_t>(codes.size()));
    for (const QString &code : codes)
        counts.push_back(heard.value(code));
    const PublishedCounts published = publishedCounts(counts, true);
    out.isEachFew = published.isEachFew;
    out.heard = published.total.value_or(CountRange());
    int plannedButHidden = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const QString &code = codes[static_cast<qsizetype>(i)];
        const std::optional<int> planned = code.isEmpty() ? std::nullopt : plannedFor(assessment, code);
        const bool isHidden = !published.cells[i];
        if (planned)
            out.planned = out.planned.value_or(0) + *planned;
        plannedButHidden += planned && isHidden ? 1 : 0;
        out.groups.push_back({code, published.cells[i], isHidden ? std::nullopt : planned});
    }
    if (plannedButHidden == 1)
        out.planned.reset();
}

/// As few interviews as these are as few people.
std::optional<int> interviewsIn(const Assessment &assessment)
{
    const auto held = static_cast<int>(std::ranges::count_if(assessment.records(EntityKind::Interview),
                                                             [](const auto &entry) { return wasHeld(entry.second); }));
    return publishedCounts({held}, false).cells.front();
}

int documentsIn(const Assessment &assessment)
{
    return static_cast<int>(std::ranges::count_if(assessment.records(EntityKind::Evidence), [](const auto &entry) {
        const Record &evidence = entry.second;
        return evidence[field::evidence::medium] == QLatin1String("document") &&
               !evidence.has(field::evidence::removed) &&
               (evidence[field::evidence::state] != QLatin1String("deferred") || evidence.has(field::evidence::seen));
    }));
}

void countPlaces(PublicFieldwork &out, const Assessment &assessment)
{
    for (const auto &[id, stop] : assessment.records(EntityKind::VisitStop)) {
        if (stop.isBlank())
            continue;
        PublicFieldwork::Places &places = stop[field::visit_stop::off_site] ? out.offSite : out.onSite;
        ++places.planned;
        places.visited += stop.has(field::visit_stop::visited) ? 1 : 0;
    }
}

} // namespace

bool PublicFieldwork::isWithoutPeople() const
{
    return heard == CountRange() &&
           std::ranges::none_of(groups, [](const Group &group) { return group.planned.value_or(0) > 0; });
}

PublicFieldwork fieldworkOf(const Assessment &assessment)
{
    PublicFieldwork out;
    countPeople(out, assessment);
    out.interviews = interviewsIn(assessment);
    out.documents = documentsIn(assessment);
    countPlaces(out, assessment);
    const QString days = assessment.at(EntityKind::AuditPlan, Assessment::auditPlanCode())[field::audit_plan::days];
    if (!days.isEmpty())
        out.plannedDays = days.toInt();
    const Record &details = assessment.details();
    const auto first = details[field::details::visit_start];
    const auto last = details[field::details::visit_end];
    if (first && last && *first <= *last)
        out.days = static_cast<int>(first->daysTo(*last)) + 1;
    return out;
}

} // namespace adit
