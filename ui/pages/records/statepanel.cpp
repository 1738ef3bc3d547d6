// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/statepanel.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

QString stateWord(const QString &code)
{
    return choiceWord(infoOf(field::nonconformity::state), code);
}

/// What is done to reach a state.
QString nextWords(int state)
{
    switch (state) {
    case 1:
        return StatePanel::tr("Accept the cause");
    case 2:
        return StatePanel::tr("Accept the plan");
    case 3:
        return StatePanel::tr("It is implemented");
    default:
        return StatePanel::tr("It is effective");
    }
}

QString dayAndPerson(const std::optional<QDate> &day, const QString &person)
{
    QStringList parts;
    if (day)
        parts.append(dateWords(*day));
    if (!person.isEmpty())
        parts.append(person);
    return parts.join(QStringLiteral(", "));
}

QString detailOf(int state, const NonconformityCard &card, const Record &record)
{
    using namespace field::nonconformity;
    const bool isReached = state <= card.state;
    switch (state) {
    case 0:
        return dayAndPerson(record[raised], card.raisedBy);
    case 1:
        return isReached ? dayAndPerson(record[cause_accepted], {}) : QString();
    case 2:
        return isReached ? dayAndPerson(record[plan_accepted], {}) : QString();
    case 3:
        if (isReached)
            return dayAndPerson(record[implemented], card.owner);
        return card.due ? StatePanel::tr("due %1").arg(dateWords(*card.due)) : QString();
    default:
        return isReached ? dayAndPerson(record[verified], record[verified_by])
                         : StatePanel::tr("by somebody other than the owner");
    }
}

} // namespace

StatePanel::StatePanel(const CaseDocument &document, QWidget *parent)
    : RecordPanel(parent)
    , m_document(document)
    , m_next(new Button(Button::Kind::Primary, {}, this))
    , m_back(new Button(Button::Kind::Plain, {}, this))
{
    setObjectName(QStringLiteral("states"));
    m_next->setObjectName(QStringLiteral("nextState"));
    m_back->setObjectName(QStringLiteral("previousState"));
    auto *rows = new QGridLayout;
    rows->setHorizontalSpacing(grid::inside);
    rows->setVerticalSpacing(0);
    rows->setColumnStretch(1, 1);
    for (int state = 0; state < nonconformityStates().size(); ++state) {
        auto *mark = new StepMarkLabel(grid::icon, this);
        auto *name = newLabel(this, stateWord(nonconformityStates()[state]), Type::Body, Role::Text);
        auto *detail = newLabel(this, {}, Type::Small, Role::SecondText);
        detail->setWordWrap(true);
        detail->setContentsMargins(0, 0, 0, grid::unit);
        rows->addWidget(mark, 2 * state, 0, Qt::AlignTop);
        rows->addWidget(name, 2 * state, 1);
        rows->addWidget(detail, 2 * state + 1, 1);
        m_rows.push_back({mark, name, detail});
    }
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(grid::inside, buttons);
    flow->addWidget(m_next);
    flow->addWidget(m_back);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, grid::inside);
    layout->setSpacing(grid::inside);
    layout->addLayout(rows);
    layout->addWidget(buttons);
    connect(m_next, &Button::clicked, this, [this] { Q_EMIT moveWanted(*m_nonconformity); });
    connect(m_back, &Button::clicked, this, [this] { Q_EMIT returnWanted(*m_nonconformity); });
}

void StatePanel::open(const EntityRef &nonconformity)
{
    m_nonconformity = nonconformity;
    refresh();
}

void StatePanel::refresh()
{
    const Record *record =
        m_nonconformity ? m_document.assessment().find(m_nonconformity->kind, m_nonconformity->id) : nullptr;
    if (!record)
        return;
    const auto cards = nonconformityCards(m_document.view());
    const auto card = std::ranges::find(cards, *m_nonconformity, &NonconformityCard::entity);
    if (card == cards.end())
        return;
    for (int state = 0; state < int(m_rows.size()); ++state)
        showRow(state, *card, *record);
    const QString next = nextState(*card);
    const QString previous = previousState(*card);
    m_next->setVisible(!next.isEmpty());
    m_next->setText(nextWords(card->state + 1));
    m_next->updateGeometry();
    m_back->setVisible(!previous.isEmpty());
    m_back->setText(tr("Back to “%1”").arg(stateWord(previous)));
    m_back->updateGeometry();
}

void StatePanel::showRow(int state, const NonconformityCard &card, const Record &record)
{
    const Row &row = m_rows[static_cast<std::size_t>(state)];
    const bool isNext = state == card.state + 1 && !card.isWithdrawn;
    row.mark->setMark(state <= card.state ? StepMark::Closed : isNext ? StepMark::Current : StepMark::ToCome);
    row.name->setFont(typeFont(font(), isNext ? Type::Strong : Type::Body));
    const QString detail = detailOf(state, card, record);
    row.detail->setText(detail);
    row.detail->setVisible(!detail.isEmpty());
}

} // namespace adit
