// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/peopleheard.h"
#include "core/process/gatechecks.h"

#include <algorithm>

namespace adit {

namespace {

MissingList announced(const GateContext &context, const Gate &)
{
    const bool isProved =
        std::ranges::any_of(context.view.assessment.records(EntityKind::Announcement), [](const auto &entry) {
            const Record &record = entry.second;
            return record.has(field::announcement::published) && record.has(field::announcement::channel) &&
                   record.has(field::announcement::language) && record.has(field::announcement::proof);
        });
    return isProved ? MissingList() : MissingList{{}};
}

MissingList meetingHeld(const GateContext &context, const Gate &gate)
{
    MissingList missing;
    for (const QString &meeting : gate.items) {
        QSet<QString> dealtWith;
        bool wasHeld = false;
        for (const auto &[id, record] : context.view.assessment.records(EntityKind::Meeting)) {
            if (record[field::meeting::meeting] != meeting || !record.has(field::meeting::held))
                continue;
            wasHeld = true;
            for (const QString &point : record[field::meeting::agenda])
                dealtWith.insert(point);
        }
        if (!wasHeld)
            missing.push_back({meeting});
        for (const AgendaPoint &point : context.view.standard.process().agenda)
            if (wasHeld && point.meeting == meeting && !dealtWith.contains(point.code))
                missing.push_back({point.code});
    }
    return missing;
}

/// What was received still wants a look; deferred and closed are done with.
MissingList requestsAnswered(const GateContext &context, const Gate &)
{
    MissingList missing;
    for (const auto &[id, request] : context.view.assessment.records(EntityKind::Request)) {
        const QString state = request[field::request::state];
        if (!request.isBlank() && state != QLatin1String("deferred") && state != QLatin1String("closed"))
            missing.push_back({request[field::request::label]});
    }
    return missing;
}

MissingList groupsContacted(const GateContext &context, const Gate &)
{
    QSet<QString> contacted;
    for (const auto &[id, contact] : context.view.assessment.records(EntityKind::Contact))
        if (contact.has(field::contact::made))
            contacted.insert(contact[field::contact::stakeholder]);
    MissingList missing;
    for (const QString &group : stakeholderGroups())
        if (plannedFor(context.view.assessment, group).value_or(0) > 0 && !contacted.contains(group))
            missing.push_back({group});
    return missing;
}

MissingList groupsHeard(const GateContext &context, const Gate &gate)
{
    const auto heard = heardByGroup(context.view.assessment);
    MissingList missing;
    for (const QString &group : stakeholderGroups()) {
        const int least = gate.items.contains(group) ? 1 : 0;
        const int need = std::max(least, plannedFor(context.view.assessment, group).value_or(0));
        if (const int have = heard.value(group); have < need)
            missing.push_back({group, have, need});
    }
    return missing;
}

MissingList heardAlone(const GateContext &context, const Gate &gate)
{
    QSet<QString> protectedPeople;
    for (const auto &[id, person] : context.view.assessment.records(EntityKind::Person))
        if (gate.items.contains(person[field::person::stakeholder]))
            protectedPeople.insert(person[field::person::label]);
    MissingList missing;
    for (const auto &[id, interview] : context.view.assessment.records(EntityKind::Interview)) {
        if (!interview[field::interview::also_present].contains(QLatin1String("management")))
            continue;
        const QStringList people = interview[field::interview::people];
        if (std::ranges::any_of(people, [&](const QString &person) { return protectedPeople.contains(person); }))
            missing.push_back({interview[field::interview::label]});
    }
    return missing;
}

MissingList concernsAnswered(const GateContext &context, const Gate &)
{
    MissingList missing;
    for (const auto &[id, concern] : context.view.assessment.records(EntityKind::Concern))
        if (concern.has(field::concern::text) &&
            !(concern.has(field::concern::answer) && concern.has(field::concern::answered)))
            missing.push_back({concern[field::concern::label]});
    return missing;
}

MissingList deferredSeen(const GateContext &context, const Gate &)
{
    MissingList missing;
    for (const auto &[id, evidence] : context.view.assessment.records(EntityKind::Evidence))
        if (evidence[field::evidence::state] == QLatin1String("deferred") && !evidence.has(field::evidence::seen) &&
            !evidence.has(field::evidence::removed))
            missing.push_back({evidence[field::evidence::label]});
    return missing;
}

MissingList placesVisited(const GateContext &context, const Gate &)
{
    MissingList missing;
    bool hasPlaces = false;
    for (const auto &[id, stop] : context.view.assessment.records(EntityKind::VisitStop)) {
        hasPlaces = hasPlaces || !stop.isBlank();
        if (!stop.isBlank() && !stop.has(field::visit_stop::visited) && !stop.has(field::visit_stop::not_visited))
            missing.push_back({stop[field::visit_stop::label]});
    }
    return hasPlaces ? missing : MissingList{{}};
}

} // namespace

GateCheckFunction fieldworkCheck(GateCheck check)
{
    switch (check) {
    case GateCheck::Announced:
        return announced;
    case GateCheck::MeetingHeld:
        return meetingHeld;
    case GateCheck::RequestsAnswered:
        return requestsAnswered;
    case GateCheck::GroupsContacted:
        return groupsContacted;
    case GateCheck::GroupsHeard:
        return groupsHeard;
    case GateCheck::HeardAlone:
        return heardAlone;
    case GateCheck::ConcernsAnswered:
        return concernsAnswered;
    case GateCheck::DeferredSeen:
        return deferredSeen;
    case GateCheck::PlacesVisited:
        return placesVisited;
    default:
        return nullptr;
    }
}

} // namespace adit
