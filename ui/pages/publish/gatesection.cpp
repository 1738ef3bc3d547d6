// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/gatesection.h"

#include "ui/look/measures.h"
#include "ui/pages/step/gaterow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/errorwords.h"
#include "ui/words/releasewords.h"

#include <QVBoxLayout>
#include <array>

namespace adit {

namespace {

using Kind = ReleaseHold::Kind;

/// In the order in which they are dealt with.
constexpr std::array kinds{Kind::NotDecided,      Kind::DecisionBroken,
                           Kind::NameBlocks,      Kind::NameToPass,
                           Kind::RedactionWaits,  Kind::RedactionFallen,
                           Kind::RedactionOfNone, Kind::RedactionDue,
                           Kind::NameNotSearched, Kind::AssumptionsNotAcknowledged};

} // namespace

GateSection::GateSection(QWidget *parent)
    : QWidget(parent)
    , m_head(new SectionHeader(tr("Ready to release?"), this))
    , m_tag(new Chip({}, m_head))
    , m_rows(new QVBoxLayout)
{
    m_head->setRuled(true);
    m_tag->setObjectName(QStringLiteral("gateState"));
    m_tag->setTag();
    m_head->addTrailing(m_tag);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addLayout(m_rows);
}

void GateSection::refresh(const PublishState &state)
{
    emptyLayout(m_rows);
    const bool isOpen = state.canBeBuilt();
    m_tag->setText(isOpen ? tr("Open") : tr("Closed"));
    m_tag->setIconName(isOpen ? QStringLiteral("check") : QStringLiteral("lock"));
    m_tag->setTone(isOpen ? Chip::Tone::Plain : Chip::Tone::Block);
    m_tag->updateGeometry();
    if (state.namesUnread)
        addNamesUnread(*state.namesUnread);
    for (const Kind kind : kinds)
        if (const auto holds = state.holdsOf({kind}); !holds.empty())
            addHold(kind, holds);
    addPassed(state);
}

void GateSection::addHold(Kind kind, const std::vector<ReleaseHold> &holds)
{
    const bool isSaidLater = isSaidWhenBuilding(kind);
    const QString places = holdPlaces(holds);
    const QString detail = places.isEmpty() ? holdAdvice(kind) : tr("%1\n%2").arg(places, holdAdvice(kind));
    const bool isBelow = kind != Kind::NotDecided && kind != Kind::DecisionBroken && !isSaidLater;
    auto *row = new GateRow(isSaidLater ? GateRow::Mark::Warning : GateRow::Mark::Blocked,
                            {holdWords(kind),
                             detail,
                             isSaidLater ? tr("When building")
                             : isBelow   ? tr("Below")
                                         : tr("Review"),
                             {}},
                            this);
    row->setObjectName(QStringLiteral("hold-") + codeOf(kind));
    const QString where = holds.front().where;
    connect(row, &GateRow::followed, this, [this, kind, where] { follow(kind, where); });
    m_rows->addWidget(row);
}

/// Nobody can say that no name goes out who cannot read them.
void GateSection::addNamesUnread(const Error &error)
{
    const bool isSealed = error.code == ErrorCode::IdentitySealed;
    const ErrorWords words = errorWords(error);
    auto *row = new GateRow(GateRow::Mark::Blocked,
                            {tr("Names of people cannot be looked for"),
                             isSealed ? tr("%1 Open a profile that reads the names.").arg(words.head)
                                      : tr("This copy of the case holds no names. Release from one that does."),
                             isSealed ? tr("Open my profile") : QString(),
                             {}},
                            this);
    row->setObjectName(QStringLiteral("hold-names-unread"));
    connect(row, &GateRow::followed, this, &GateSection::profileWanted);
    m_rows->addWidget(row);
}

void GateSection::addPassed(const PublishState &state)
{
    QStringList passed;
    if (state.holdsOf({Kind::NotDecided, Kind::DecisionBroken}).empty())
        passed.append(tr("decision"));
    if (!state.namesUnread && state.holdsOf({Kind::NameBlocks, Kind::NameToPass}).empty())
        passed.append(tr("names"));
    if (state.holdsOf({Kind::RedactionWaits, Kind::RedactionFallen, Kind::RedactionOfNone, Kind::RedactionDue}).empty())
        passed.append(tr("what is withheld"));
    if (passed.isEmpty())
        return;
    auto *row = new GateRow(GateRow::Mark::Met, {tr("Passed: %1").arg(passed.join(tr(", "))), {}, {}, {}}, this);
    row->setObjectName(QStringLiteral("holdsPassed"));
    m_rows->addWidget(row);
}

void GateSection::follow(Kind kind, const QString &where)
{
    switch (kind) {
    case Kind::NotDecided:
    case Kind::DecisionBroken:
        return Q_EMIT decisionWanted();
    case Kind::NameBlocks:
    case Kind::NameToPass:
        return Q_EMIT namesWanted();
    case Kind::NameNotSearched:
    case Kind::AssumptionsNotAcknowledged:
        return Q_EMIT buildWanted();
    default:
        return Q_EMIT redactionWanted(where);
    }
}

} // namespace adit
