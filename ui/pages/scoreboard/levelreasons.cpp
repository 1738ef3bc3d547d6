// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/scoreboard/levelreasons.h"

#include "ui/look/measures.h"
#include "ui/widgets/button.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <optional>

namespace adit {

namespace {

/// The context of what this file says.
class LevelWords
{
    Q_DECLARE_TR_FUNCTIONS(LevelWords)
};

std::optional<RequirementConditions> conditionsFor(const Standard &standard, const LevelReason &reason)
{
    using Also = RequirementConditions::Also;
    using Kind = LevelReason::Kind;
    switch (reason.kind) {
    case Kind::Unrated:
        return RequirementConditions{.unrated = true};
    case Kind::DeferredDecides:
    case Kind::DeferredLeftOut:
        return RequirementConditions{.also = Also::Deferred};
    case Kind::PlansMissing:
        return RequirementConditions{.also = Also::PlanMissing};
    case Kind::CriticalsBelow:
        return RequirementConditions{.critical = true, .also = Also::BelowFull};
    case Kind::RequirementsBelow:
        return RequirementConditions{.also = Also::BelowFull};
    case Kind::PrincipleBelow:
        return RequirementConditions{.also = Also::BelowFull,
                                     .below = standard.nodes()[static_cast<std::size_t>(reason.node)].code};
    default:
        return std::nullopt;
    }
}

QString nodeWords(const Standard &standard, int node)
{
    const StandardNode &what = standard.nodes()[static_cast<std::size_t>(node)];
    return what.code.toString() + QLatin1Char(' ') + shortTitle(what);
}

QString codesWords(const Standard &standard, const std::vector<int> &ordinals)
{
    QStringList codes;
    for (const int ordinal : ordinals) {
        if (codes.size() == 6)
            return codes.join(QStringLiteral(", ")) + QStringLiteral(" …");
        codes.append(standard.requirement(ordinal).code.toString());
    }
    return codes.join(QStringLiteral(", "));
}

} // namespace

bool speaksFor(const LevelReason &reason)
{
    using Kind = LevelReason::Kind;
    return reason.kind == Kind::PrinciplesReach || reason.kind == Kind::CriticalsReach ||
           reason.kind == Kind::PlansComplete || reason.kind == Kind::EverythingRated;
}

QString reasonWords(const Standard &standard, const LevelReason &reason)
{
    using Kind = LevelReason::Kind;
    const QString level = reason.level >= 0 ? levelWord(standard, reason.level) : QString();
    const int count = reason.count > 0 ? reason.count : static_cast<int>(reason.ordinals.size());
    switch (reason.kind) {
    case Kind::PrinciplesReach:
        return LevelWords::tr("Every principle reaches %1; the lowest is %2.")
            .arg(level, nodeWords(standard, reason.node));
    case Kind::CriticalsReach:
        return LevelWords::tr("All %n relevant critical requirement(s) are rated high enough.", nullptr, count);
    case Kind::PlansComplete:
        return LevelWords::tr("Each of the %n critical requirement(s) not fully met has a dated plan.", nullptr, count);
    case Kind::RequirementsReach:
        return LevelWords::tr("All %n relevant requirement(s) have the rating that %1 asks for.", nullptr, count)
            .arg(level);
    case Kind::EverythingRated:
        return LevelWords::tr("Every relevant requirement is rated.");
    case Kind::PrincipleBelow:
        return LevelWords::tr("Not %1: principle %2 shows %3 %.")
            .arg(level, nodeWords(standard, reason.node), reason.shown);
    case Kind::CriticalsBelow:
        return LevelWords::tr("Not %1: critical requirements rated too low: %2.")
            .arg(level, codesWords(standard, reason.ordinals));
    case Kind::PlansMissing:
        return LevelWords::tr("Not %1: critical requirements without a dated plan: %2.")
            .arg(level, codesWords(standard, reason.ordinals));
    case Kind::RequirementsBelow:
        return LevelWords::tr("Not %1: %n requirement(s) not fully met.", nullptr, count).arg(level);
    case Kind::Unrated:
        return LevelWords::tr("%n relevant requirement(s) not rated yet.", nullptr, count);
    case Kind::DeferredDecides:
        return LevelWords::tr("%n deferred requirement(s) decide between levels.", nullptr, count);
    case Kind::DeferredLeftOut:
        return LevelWords::tr("Decided with deferred requirements left out: %1.")
            .arg(codesWords(standard, reason.ordinals));
    case Kind::Postponed:
        return LevelWords::tr(
            "Early corrective action is open. What follows is a preview, of the ratings as they are now.");
    case Kind::NothingScored:
        return LevelWords::tr("Nothing is scored yet.");
    }
    return {};
}

QWidget *reasonRow(const Standard &standard, const LevelReason &reason, const ShowInAssess &showInAssess,
                   LinkPlace linkPlace, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(grid::inside);
    const bool good = speaksFor(reason);
    layout->addWidget(
        new IconLabel(good ? QStringLiteral("check") : QStringLiteral("close"), good ? Role::Fully : Role::NotMet, row),
        0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    layout->addLayout(words, 1);
    auto *sentence = newLabel(row, reasonWords(standard, reason), Type::Body, Role::Text);
    sentence->setWordWrap(true);
    words->addWidget(sentence);
    if (const auto conditions = conditionsFor(standard, reason)) {
        auto *link =
            new Button(Button::Kind::Link,
                       linkPlace == LinkPlace::Below ? LevelWords::tr("Show in Assess") : LevelWords::tr("Show"), row);
        QObject::connect(link, &Button::clicked, row, [showInAssess, wanted = *conditions] { showInAssess(wanted); });
        if (linkPlace == LinkPlace::Below)
            words->addWidget(link, 0, Qt::AlignLeading);
        else
            layout->addWidget(link, 0, Qt::AlignTop);
        link->setMaximumHeight(sentence->fontMetrics().lineSpacing() + 2);
        link->setAccessibleName(LevelWords::tr("Show in Assess"));
    }
    return row;
}

} // namespace adit
