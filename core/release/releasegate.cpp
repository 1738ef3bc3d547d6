// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/releasegate.h"

#include "core/disclosure/redactionverbs.h"
#include "core/release/guardedcase.h"
#include "core/review/decision.h"

#include <algorithm>

namespace adit {

namespace {

void addDecision(std::vector<ReleaseHold> &holds, const CaseView &view)
{
    const auto decision = decisionOf(view);
    if (!decision) {
        holds.push_back({ReleaseHold::Kind::NotDecided});
        return;
    }
    if (!decision->isSigned)
        holds.push_back({ReleaseHold::Kind::DecisionBroken, (*decision->record)[field::decision::label]});
    for (const BrokenLeaf &leaf : decision->broken)
        holds.push_back({ReleaseHold::Kind::DecisionBroken, leaf.key});
}

void addNames(std::vector<ReleaseHold> &holds, const CaseView &view, const NameGuard &guard)
{
    for (const NameFound &found : namesFound(view.assessment, guard)) {
        const GuardFinding &finding = found.finding;
        const QString where = QStringLiteral("%1 (%2): %3").arg(finding.person, finding.part, found.text.place());
        const auto kind = finding.severity == GuardFinding::Severity::Block ? ReleaseHold::Kind::NameBlocks
                                                                            : ReleaseHold::Kind::NameToPass;
        if (const ReleaseHold hold{kind, where}; found.blocks() && std::ranges::find(holds, hold) == holds.end())
            holds.push_back(hold);
    }
}

std::optional<ReleaseHold::Kind> holdOf(const RedactionState &redaction)
{
    using State = RedactionState::State;
    if (redaction.state == State::Refused || redaction.state == State::Withdrawn)
        return std::nullopt;
    if (redaction.places == 0)
        return ReleaseHold::Kind::RedactionOfNone;
    if (redaction.state == State::Asked)
        return ReleaseHold::Kind::RedactionWaits;
    if (redaction.state == State::Fallen)
        return ReleaseHold::Kind::RedactionFallen;
    return redaction.isDue ? std::optional(ReleaseHold::Kind::RedactionDue) : std::nullopt;
}

} // namespace

QString codeOf(ReleaseHold::Kind kind)
{
    switch (kind) {
    case ReleaseHold::Kind::NotDecided:
        return QStringLiteral("not-decided");
    case ReleaseHold::Kind::DecisionBroken:
        return QStringLiteral("decision-broken");
    case ReleaseHold::Kind::RedactionWaits:
        return QStringLiteral("redaction-waits");
    case ReleaseHold::Kind::RedactionFallen:
        return QStringLiteral("redaction-fallen");
    case ReleaseHold::Kind::RedactionOfNone:
        return QStringLiteral("redaction-of-none");
    case ReleaseHold::Kind::RedactionDue:
        return QStringLiteral("redaction-due");
    case ReleaseHold::Kind::NameBlocks:
        return QStringLiteral("name-blocks");
    case ReleaseHold::Kind::NameToPass:
        return QStringLiteral("name-to-pass");
    case ReleaseHold::Kind::NameNotSearched:
        return QStringLiteral("name-not-searched");
    case ReleaseHold::Kind::AssumptionsNotAcknowledged:
        return QStringLiteral("assumptions-not-acknowledged");
    case ReleaseHold::Kind::PhotoNotPrinted:
        return QStringLiteral("photo-not-printed");
    }
    return {};
}

std::vector<ReleaseHold> releaseHolds(const CaseView &view, const ReleaseInput &input, const NameGuard &guard,
                                      const QDate &day)
{
    std::vector<ReleaseHold> holds;
    addDecision(holds, view);
    for (const RedactionState &redaction : redactionStates(view, day))
        if (const auto kind = holdOf(redaction))
            holds.push_back({*kind, (*redaction.record)[field::redaction::label]});
    addNames(holds, view, guard);
    if (!input.areShortNamesRead)
        for (const QString &person : guard.peopleNotSearched())
            holds.push_back({ReleaseHold::Kind::NameNotSearched, person});
    const int assumed = view.standard.assumedCriticalCount();
    if (assumed > 0 && input.acknowledged.simplified().isEmpty())
        holds.push_back({ReleaseHold::Kind::AssumptionsNotAcknowledged, QString::number(assumed)});
    return holds;
}

} // namespace adit
