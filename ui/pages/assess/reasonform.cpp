// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/reasonform.h"

#include "core/base/time.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/datefield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

ReasonForm::ReasonForm(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_title(newLabel(this, {}, Type::Strong, Role::Text))
    , m_justification(new CommitTextEdit(this))
    , m_untilLabel(newLabel(this, tr("To be rated by"), Type::Body, Role::SecondText))
    , m_until(new DateField(this))
    , m_confirm(new Button(Button::Kind::Primary, {}, this))
    , m_cancel(new Button(Button::Kind::Plain, tr("Cancel"), this))
{
    m_justification->setObjectName(name + QStringLiteral("Justification"));
    m_justification->setAccessibleName(tr("Justification, public"));
    m_justification->setLines(3);
    m_justification->setMaximumHeight(m_justification->sizeHint().height());
    m_until->setObjectName(name + QStringLiteral("Until"));
    m_until->setAccessibleName(tr("To be rated by"));
    m_until->setMaximumWidth(scaled(font(), 150));
    m_confirm->setObjectName(name + QStringLiteral("Confirm"));
    m_cancel->setObjectName(name + QStringLiteral("Cancel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::inside);
    row->addWidget(m_untilLabel);
    row->addWidget(m_until);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_justification);
    layout->addLayout(row);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_justification, &CommitTextEdit::committed, this, [this](const QString &text) {
        if (!m_asking)
            Q_EMIT justificationChanged(text);
    });
    connect(m_until, &DateField::committed, this, [this](const QString &date) {
        if (!m_asking)
            Q_EMIT untilChanged(date);
    });
    connect(m_justification, &QPlainTextEdit::textChanged, this, &ReasonForm::refreshConfirm);
    connect(m_until, &QLineEdit::textChanged, this, &ReasonForm::refreshConfirm);
    connect(m_justification, &CommitTextEdit::left, this, &ReasonForm::cancelled);
    connect(m_until, &DateField::left, this, &ReasonForm::cancelled);
    connect(m_until, &QLineEdit::returnPressed, this, &ReasonForm::confirm);
    connect(m_confirm, &Button::clicked, this, &ReasonForm::confirm);
    connect(m_cancel, &Button::clicked, this, &ReasonForm::cancelled);
    hide();
}

void ReasonForm::lay(Asks asks, const QString &title, bool asking)
{
    m_asks = asks;
    m_asking = asking;
    m_title->setText(title);
    const bool verifies = asks == Asks::Verification;
    m_justification->setAccessibleName(verifies ? tr("What was verified, team only") : tr("Justification, public"));
    m_untilLabel->setText(verifies ? tr("Verified on") : tr("To be rated by"));
    m_until->setAccessibleName(m_untilLabel->text());
    m_untilLabel->setVisible(asks != Asks::Justification);
    m_until->setVisible(asks != Asks::Justification);
    m_confirm->setVisible(asking);
    m_cancel->setVisible(asking);
    show();
}

void ReasonForm::ask(Asks asks, const QString &title, const QString &confirm, const QString &justification,
                     const std::optional<QDate> &until)
{
    lay(asks, title, true);
    m_confirm->setText(confirm);
    m_confirm->updateGeometry();
    forget();
    m_justification->setStored(justification);
    m_until->setDate(until);
    refreshConfirm();
    focusMissing();
}

void ReasonForm::showStanding(Asks asks, const QString &title, const QString &justification,
                              const std::optional<QDate> &until)
{
    if (m_asking)
        forget();
    lay(asks, title, false);
    m_justification->setStored(justification);
    m_until->setDate(until);
}

bool ReasonForm::commitNow()
{
    if (isHidden())
        return true;
    if (!m_asking) {
        m_justification->commitNow();
        m_until->commitNow();
    }
    return !m_justification->hasPending() && !m_until->hasPending();
}

void ReasonForm::forget()
{
    m_justification->forget();
    m_until->forget();
}

void ReasonForm::focusMissing()
{
    const bool justified = !m_justification->toPlainText().trimmed().isEmpty();
    QWidget *field = m_justification;
    if (justified && m_asks != Asks::Justification)
        field = m_until;
    field->setFocus(Qt::OtherFocusReason);
}

void ReasonForm::refreshConfirm()
{
    const bool justified = !m_justification->toPlainText().trimmed().isEmpty();
    const bool dated = m_asks == Asks::Justification || m_until->date();
    m_confirm->setEnabled(justified && dated);
    const bool verifies = m_asks == Asks::Verification;
    m_confirm->setToolTip(!justified
                              ? verifies ? tr("Write what was verified first") : tr("Write a justification first")
                          : dated    ? QString()
                          : verifies ? tr("Add the day when it was verified")
                                     : tr("Add the date by which it will be rated"));
}

void ReasonForm::confirm()
{
    if (!m_asking || !m_confirm->isEnabled())
        return focusMissing();
    Q_EMIT confirmed(m_justification->typed(), m_until->date() ? toIso(*m_until->date()) : QString());
}

void ReasonForm::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier) && m_asking)
        return confirm();
    QWidget::keyPressEvent(event);
}

} // namespace adit
