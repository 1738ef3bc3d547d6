// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/readerline.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/publish/reportchoice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace adit {

ReaderLine::ReaderLine(QWidget *parent)
    : QFrame(parent)
    , m_words(newReading(this, {}, Type::Small, Role::SecondText))
    , m_nameBox(new QWidget(this))
    , m_name(new QLineEdit(m_nameBox))
{
    setObjectName(QStringLiteral("reportReader"));
    setProperty("rule", QStringLiteral("bottom"));
    m_words->setObjectName(QStringLiteral("reportReaderWords"));
    m_name->setObjectName(QStringLiteral("reportCopyFor"));
    m_name->setAccessibleName(tr("Who gets this copy"));
    m_name->setPlaceholderText(tr("Name, organisation"));
    m_name->setMaximumWidth(scaled(font(), 320));
    auto *label = newLabel(m_nameBox, tr("Who gets this copy"), Type::Small, Role::SecondText);
    label->setBuddy(m_name);
    auto *name = new QHBoxLayout(m_nameBox);
    name->setContentsMargins(0, 0, 0, 0);
    name->setSpacing(grid::inside);
    name->addWidget(label);
    name->addWidget(m_name, 1);
    name->addStretch(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::page, grid::inside, grid::page, grid::inside);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_words);
    layout->addWidget(m_nameBox);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (m_name->text().simplified() == m_copyFor)
            return;
        m_copyFor = m_name->text().simplified();
        Q_EMIT named();
    });
    hide();
}

void ReaderLine::showFor(ReportKind kind)
{
    m_words->setText(reportReaderWords(kind));
    m_nameBox->setVisible(kind == ReportKind::Draft);
    setVisible(!m_words->text().isEmpty());
}

void ReaderLine::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

} // namespace adit
