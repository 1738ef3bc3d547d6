// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/papers/limitspanel.h"

#include "core/papers/auditlimits.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/sectionheader.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

namespace adit {

LimitsPanel::LimitsPanel(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_list(new QListWidget(this))
    , m_take(new Button(Button::Kind::Primary, tr("Take into the public limits"), this))
{
    setObjectName(QStringLiteral("limitsPanel"));
    auto *head = new SectionHeader(tr("Not among the public limits of this audit"), this);
    head->setAudience(AudienceMark::Public, tr("becomes public"));
    m_list->setObjectName(QStringLiteral("untoldLimits"));
    m_list->setAccessibleName(tr("Not among the public limits of this audit"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(scaled(font(), 170));
    m_take->setObjectName(QStringLiteral("takeLimits"));
    auto *close = new Button(Button::Kind::Plain, tr("Close"), this);
    close->setObjectName(QStringLiteral("closeLimits"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::inside);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(head);
    layout->addWidget(m_list);
    layout->addLayout(buttons);
    hide();
    connect(close, &Button::clicked, this, &QWidget::hide);
    connect(m_take, &Button::clicked, this, &LimitsPanel::take);
    connect(m_list, &QListWidget::itemChanged, this, [this] { m_take->setEnabled(!ticked().isEmpty()); });
}

bool LimitsPanel::begin()
{
    m_list->clear();
    const auto limits = untoldLimits(m_editor.document().view());
    if (!limits) {
        Q_EMIT m_editor.failed(limits.error());
        return false;
    }
    for (const UntoldLimit &limit : *limits) {
        const QString sentence = limit.sentence.simplified();
        auto *item = new QListWidgetItem(
            limit.label.isEmpty() ? sentence : limit.label + QStringLiteral(": ") + sentence, m_list);
        item->setData(Qt::UserRole, sentence);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(Qt::Unchecked);
    }
    m_take->setEnabled(false);
    setVisible(!limits->empty());
    return !limits->empty();
}

QStringList LimitsPanel::ticked() const
{
    QStringList sentences;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->checkState() == Qt::Checked)
            sentences.append(m_list->item(i)->data(Qt::UserRole).toString());
    return sentences;
}

void LimitsPanel::take()
{
    if (m_editor.submit(takeIntoLimits(m_editor.document().view(), ticked())))
        begin();
}

} // namespace adit
