// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/parcelguard.h"

#include "core/assessment/rolesight.h"
#include "core/release/guardedcase.h"

#include <algorithm>
#include <memory>

namespace adit {

namespace {

bool hasNames(const Assessment &assessment)
{
    return std::ranges::any_of(assessment.records(EntityKind::Person), [](const auto &entry) {
        return entry.second.has(field::person::name) || entry.second.has(field::person::contact) ||
               entry.second.has(field::person::organisation);
    });
}

} // namespace

Result<NamesSomebody> namesKeptFrom(const Assessment &assessment, const QString &madeFor, const QString &role,
                                    const QStringList &chapters, const Profile *profile)
{
    const RoleSight *sight = roleSight(role);
    if (!sight || sight->seesActors || !hasNames(assessment))
        return NamesSomebody();
    ADIT_TRY_ASSIGN(const auto people, protectedPeople(assessment, madeFor, profile));
    const auto guard = std::make_shared<const NameGuard>(people);
    const CaseSight seen(*sight, assessment, chapters);
    ADIT_TRY(mayLeave(assessment, *guard, textsSeenBy(assessment, seen)));
    return NamesSomebody([guard, passed = passedNames(assessment)](const QString &text) {
        const QString readable = readableIn(text);
        const std::vector<GuardFinding> found = guard->search({{QString(), readable}});
        return std::ranges::any_of(found, [&](const GuardFinding &finding) {
            return finding.severity == GuardFinding::Severity::Block || !passed.contains(passOf(finding, readable));
        });
    });
}

} // namespace adit
