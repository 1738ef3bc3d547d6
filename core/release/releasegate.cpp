// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/releasegate.h"

#include "core/disclosure/redactionverbs.h"
#include "core/review/decision.h"

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
    case ReleaseHold::Kind::AssumptionsNotAcknowledged:
        return QStringLiteral("assumptions-not-acknowledged");
    }
    return {};
}

std::vector<ReleaseHold> releaseHolds(const CaseView &view, const ReleaseInput &input, const QDate &day)
{
    std::vector<ReleaseHold> holds;
    addDecision(holds, view);
    for (const RedactionState &redaction : redactionStates(view, day))
        if (const auto kind = holdOf(redaction))
            holds.push_back({*kind, (*redaction.record)[field::redaction::label]});
    const int assumed = view.standard.assumedCriticalCount();
    if (assumed > 0 && input.acknowledged.simplified().isEmpty())
        holds.push_back({ReleaseHold::Kind::AssumptionsNotAcknowledged, QString::number(assumed)});
    return holds;
}

} // namespace adit
