// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/correctionpanel.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/datefield.h"

#include <QLabel>
#include <QVBoxLayout>

namespace adit {

CorrectionPanel::CorrectionPanel(Editor &editor, QWidget *parent)
    : RecordPanel(parent)
    , m_editor(editor)
    , m_text(new CommitTextEdit(this))
    , m_due(new DateField(this))
{
    m_text->setObjectName(QStringLiteral("correctiveAction"));
    m_text->setAccessibleName(tr("Corrective action"));
    m_text->setLines(3);
    m_text->setFixedHeight(m_text->sizeHint().height());
    m_due->setObjectName(QStringLiteral("correctiveActionDue"));
    m_due->setAccessibleName(tr("Due"));
    m_due->setMaximumWidth(scaled(font(), 160));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(newLabel(this, tr("Corrective action"), Type::Small, Role::SecondText));
    layout->addWidget(m_text);
    layout->addWidget(newLabel(this, tr("Due"), Type::Small, Role::SecondText));
    layout->addWidget(m_due);
    connect(m_text, &CommitTextEdit::committed, this, [this](const QString &text) { submit(text, std::nullopt); });
    connect(m_due, &CommitLine::committed, this, [this](const QString &date) { submit(std::nullopt, date); });
}

void CorrectionPanel::open(const EntityRef &nonconformity)
{
    m_nonconformity = nonconformity;
    refresh();
}

void CorrectionPanel::refresh()
{
    if (!m_nonconformity)
        return;
    QString text;
    QString due;
    for (const auto &[id, action] : m_editor.document().assessment().records(EntityKind::Action))
        if (action[field::action::nonconformity] == m_nonconformity->code) {
            text = action[field::action::text];
            due = action.text(field::action::due.index);
        }
    m_text->setStored(text);
    m_due->setStored(due);
}

void CorrectionPanel::submit(const std::optional<QString> &text, const std::optional<QString> &due)
{
    CaseDocument &document = m_editor.document();
    const Record *record = document.assessment().find(EntityKind::Nonconformity, m_nonconformity->id);
    const QStringList requirements = record ? (*record)[field::nonconformity::requirements] : QStringList();
    if (requirements.isEmpty())
        return;
    if (!m_editor.submit(
            planCorrection(document.view(), m_nonconformity->code, requirements.front(), document.newId(), text, due)))
        refresh();
}

bool CorrectionPanel::commitPending()
{
    m_text->commitNow();
    m_due->commitNow();
    return !m_text->hasPending() && !m_due->hasPending();
}

void CorrectionPanel::forgetPending()
{
    m_text->forget();
    m_due->forget();
}

} // namespace adit
