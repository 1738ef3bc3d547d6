// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/lockform.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/committextedit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

LockForm::LockForm(QWidget *parent)
    : QWidget(parent)
    , m_title(newLabel(this, {}, Type::Strong, Role::Text))
    , m_reason(new CommitTextEdit(this))
    , m_confirm(new Button(Button::Kind::Primary, {}, this))
    , m_cancel(new Button(Button::Kind::Plain, tr("Cancel"), this))
{
    setObjectName(QStringLiteral("lockForm"));
    m_reason->setObjectName(QStringLiteral("lockReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why; it stays on record"));
    m_reason->setLines(2);
    m_reason->setFixedHeight(m_reason->sizeHint().height());
    m_confirm->setObjectName(QStringLiteral("lockConfirm"));
    m_cancel->setObjectName(QStringLiteral("lockCancel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::inside);
    row->addWidget(m_confirm);
    row->addWidget(m_cancel);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_reason);
    layout->addLayout(row);
    connect(m_confirm, &Button::clicked, this, [this] { Q_EMIT confirmed(m_reason->typed().trimmed()); });
    connect(m_cancel, &Button::clicked, this, &LockForm::finish);
    connect(m_reason, &CommitTextEdit::left, this, &LockForm::finish);
    hide();
}

void LockForm::ask(const QString &title, const QString &confirm)
{
    m_title->setText(title);
    m_confirm->setText(confirm);
    m_confirm->updateGeometry();
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

bool LockForm::hasPending() const
{
    return !isHidden() && m_reason->hasPending();
}

void LockForm::finish()
{
    if (isHidden())
        return;
    m_reason->forget();
    hide();
    Q_EMIT closed();
}

} // namespace adit
