// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/lockline.h"

#include "core/edits/locks.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/reviewwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStyle>

namespace adit {

LockLine::LockLine(const CaseDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_words(newLabel(this, {}, Type::Body, Role::SecondText))
{
    setObjectName(QStringLiteral("requirementLock"));
    m_words->setObjectName(QStringLiteral("lockWords"));
    m_words->setWordWrap(true);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid::inside);
    line->addWidget(new IconLabel(QStringLiteral("lock"), Role::SecondText, this), 0, Qt::AlignTop);
    line->addWidget(m_words, 1);
    hide();
}

void LockLine::show(const RequirementCode &code)
{
    const auto lock = lockOver(m_document.assessment(), code.toString());
    if (lock)
        m_words->setText(lockWords(m_document.assessment(), *lock));
    setVisible(lock.has_value());
}

bool isLocked(const CaseDocument &document, const RequirementCode &code)
{
    return lockOver(document.assessment(), code.toString()).has_value();
}

void setWritable(QPlainTextEdit *field, bool isWritable)
{
    if (field->isReadOnly() == !isWritable)
        return;
    field->setReadOnly(!isWritable);
    // The style sheet tells the two apart, and does not notice by itself.
    field->style()->unpolish(field);
    field->style()->polish(field);
}

} // namespace adit
