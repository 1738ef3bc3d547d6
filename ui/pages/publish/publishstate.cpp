// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/publishstate.h"

#include <algorithm>

namespace adit {

PublishState::PublishState(const CaseDocument &document)
{
    const Assessment &assessment = document.assessment();
    const auto known = protectedPeople(assessment, document.facts().role, document.surroundings().profile.get());
    if (!known)
        namesUnread = known.error();
    const NameGuard guard(known.value_or(std::vector<ProtectedPerson>()));
    people = known ? known->size() : 0;
    texts = outgoingTexts(assessment).size();
    if (known)
        names = namesFound(assessment, guard);
    holds = releaseHolds(document.view(), {}, guard, document.today());
    redactions = redactionStates(document.view(), document.today());
}

std::vector<ReleaseHold> PublishState::holdsOf(std::initializer_list<ReleaseHold::Kind> kinds) const
{
    std::vector<ReleaseHold> those;
    std::ranges::copy_if(holds, std::back_inserter(those),
                         [&](const ReleaseHold &hold) { return std::ranges::find(kinds, hold.kind) != kinds.end(); });
    return those;
}

bool PublishState::canBeBuilt() const
{
    return !namesUnread && std::ranges::all_of(holds, isSaidWhenBuilding, &ReleaseHold::kind);
}

bool isSaidWhenBuilding(ReleaseHold::Kind kind)
{
    return kind == ReleaseHold::Kind::NameNotSearched || kind == ReleaseHold::Kind::AssumptionsNotAcknowledged;
}

Result<std::shared_ptr<const NameGuard>> guardOf(const CaseDocument &document)
{
    ADIT_TRY_ASSIGN(const auto people, protectedPeople(document.assessment(), document.facts().role,
                                                       document.surroundings().profile.get()));
    return std::make_shared<const NameGuard>(people);
}

Result<QStringList> authorsOf(const CaseDocument &document, const OutgoingText &text)
{
    ADIT_TRY_ASSIGN(const auto log, document.log({.thing = text.entity.code, .field = text.field->name}));
    QStringList authors;
    for (const LogEntry &entry : log)
        if (entry.entity.id == text.entity.id)
            authors.append(entry.actor);
    authors.removeDuplicates();
    return authors;
}

} // namespace adit
