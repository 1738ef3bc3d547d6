// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/step/milestonerow.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datefield.h"
#include "ui/words/processwords.h"
#include "ui/words/words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

namespace {

QLabel *caption(const QString &text, QWidget *field, QWidget *parent)
{
    auto *label = newLabel(parent, text, Type::Caption, Role::SecondText);
    label->setBuddy(field);
    return label;
}

} // namespace

MilestoneRow::MilestoneRow(const QString &code, QWidget *parent)
    : QWidget(parent)
    , m_code(code)
    , m_title(newLabel(this, {}, Type::Strong, Role::Text))
    , m_due(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_planned(new DateField(this))
    , m_done(new DateField(this))
    , m_why(new Button(Button::Kind::Link, tr("Why this date"), this))
    , m_whyPanel(new QWidget(this))
    , m_rule(newReading(m_whyPanel, {}, Type::Small, Role::SecondText))
    , m_extended(new DateField(m_whyPanel))
    , m_reason(new CommitLine(m_whyPanel))
{
    setObjectName(QStringLiteral("milestone-") + code);
    m_planned->setObjectName(QStringLiteral("planned"));
    m_done->setObjectName(QStringLiteral("done"));
    m_extended->setObjectName(QStringLiteral("extended"));
    m_reason->setObjectName(QStringLiteral("extension"));
    m_why->setObjectName(QStringLiteral("whyThisDate"));
    m_why->setCheckable(true);
    m_title->setWordWrap(true);
    m_due->setWordWrap(true);
    m_reason->setPlaceholderText(tr("Why it was extended"));
    auto *why = new QGridLayout(m_whyPanel);
    why->setContentsMargins(0, 0, 0, grid::unit);
    why->setVerticalSpacing(grid::unit);
    why->addWidget(m_rule, 0, 0, 1, 2);
    why->addWidget(caption(tr("Extended to"), m_extended, m_whyPanel), 1, 0);
    why->addWidget(caption(tr("Reason"), m_reason, m_whyPanel), 1, 1);
    why->addWidget(m_extended, 2, 0);
    why->addWidget(m_reason, 2, 1);
    why->setColumnStretch(1, 1);
    m_whyPanel->hide();
    auto *dates = new QGridLayout;
    dates->setVerticalSpacing(1);
    dates->setHorizontalSpacing(grid::inside);
    dates->addWidget(caption(tr("Planned"), m_planned, this), 0, 0);
    dates->addWidget(caption(tr("Done"), m_done, this), 0, 1);
    dates->addWidget(m_planned, 1, 0);
    dates->addWidget(m_done, 1, 1);
    auto *due = new QHBoxLayout;
    due->addWidget(m_due, 1);
    due->addWidget(m_why, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid::inside, 0, grid::inside);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_title);
    layout->addLayout(dates);
    layout->addLayout(due);
    layout->addWidget(m_whyPanel);
    connect(m_why, &Button::clicked, this, [this] { showWhy(m_whyPanel->isHidden()); });
    connect(m_planned, &CommitLine::committed, this,
            [this](const QString &text) { Q_EMIT changed(m_code, {.planned = text}); });
    connect(m_done, &CommitLine::committed, this,
            [this](const QString &text) { Q_EMIT changed(m_code, {.done = text}); });
    // The date and its reason come together, whichever is typed first.
    const auto extend = [this] {
        if (m_extended->text().trimmed().isEmpty() == m_reason->text().trimmed().isEmpty())
            Q_EMIT changed(m_code, {.extended = m_extended->text(), .extension = m_reason->text()});
    };
    connect(m_extended, &CommitLine::committed, this, extend);
    connect(m_reason, &CommitLine::committed, this, extend);
}

void MilestoneRow::showWhy(bool shown)
{
    m_whyPanel->setVisible(shown);
    m_why->setChecked(shown);
}

void MilestoneRow::show(const MilestoneState &state, const Schedule &schedule, const QString &extension)
{
    const QString language = catalogueLanguage();
    const auto iso = [](const std::optional<QDate> &date) { return date ? toIso(*date) : QString(); };
    m_title->setText(state.milestone->title.in(language));
    m_planned->setStored(iso(state.planned));
    m_done->setStored(iso(state.done));
    m_extended->setStored(iso(state.extended));
    m_reason->setStored(extension);
    QStringList due;
    QStringList rules;
    bool isBad = false;
    for (const DeadlineState &deadline : schedule.deadlines) {
        if (deadline.rule->milestone != m_code)
            continue;
        due.append(deadlineWords(deadline));
        rules.append(deadline.rule->rule.in(language) + QLatin1Char(' ') + certaintyWords(deadline.rule->certainty));
        isBad = isBad || deadline.standing == DeadlineState::Standing::Late ||
                deadline.standing == DeadlineState::Standing::Broken;
    }
    rules.removeDuplicates();
    m_due->setText(due.join(QStringLiteral(" · ")));
    dress(m_due, Type::Small, isBad ? Role::NotMet : Role::SecondText);
    m_due->setVisible(!due.isEmpty());
    m_rule->setText(rules.join(QLatin1Char('\n')));
    m_why->setVisible(!due.isEmpty());
}

bool MilestoneRow::commitPending()
{
    bool stored = true;
    for (CommitLine *line : {static_cast<CommitLine *>(m_planned), static_cast<CommitLine *>(m_done),
                             static_cast<CommitLine *>(m_extended), m_reason}) {
        line->commitNow();
        stored = stored && !line->hasPending();
    }
    return stored;
}

void MilestoneRow::forgetPending()
{
    for (CommitLine *line : {static_cast<CommitLine *>(m_planned), static_cast<CommitLine *>(m_done),
                             static_cast<CommitLine *>(m_extended), m_reason})
        line->forget();
}

} // namespace adit
