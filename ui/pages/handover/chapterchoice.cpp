// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/handover/chapterchoice.h"

#include "ui/look/measures.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QGridLayout>

namespace adit {

ChapterChoice::ChapterChoice(const Standard &standard, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(grid::page);
    m_grid->setVerticalSpacing(grid::unit);
    for (const StandardNode &node : standard.nodes()) {
        if (node.code.level() != NodeLevel::Chapter)
            continue;
        const QString code = node.code.toString();
        auto *box = new QCheckBox(code + QStringLiteral("  ") + shortTitle(node), this);
        box->setObjectName(QStringLiteral("chapter-") + code);
        box->setToolTip(title(node));
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long title does not widen the page
        connect(box, &QCheckBox::toggled, this, &ChapterChoice::changed);
        m_boxes.push_back(box);
        m_codes.push_back(code);
    }
    setNarrow(false);
}

QStringList ChapterChoice::chosen() const
{
    QStringList chosen;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes[i]->isChecked())
            chosen.append(m_codes[i]);
    }
    return chosen;
}

void ChapterChoice::chooseNone()
{
    for (QCheckBox *box : m_boxes)
        box->setChecked(false);
}

void ChapterChoice::setNarrow(bool narrow)
{
    if (narrow == m_isNarrow)
        return;
    m_isNarrow = narrow;
    const int columns = narrow ? 1 : 2;
    const int rows = (static_cast<int>(m_boxes.size()) + columns - 1) / columns;
    for (int i = 0; i < static_cast<int>(m_boxes.size()); ++i)
        m_grid->addWidget(m_boxes[static_cast<std::size_t>(i)], i % rows, i / rows); // read downwards
    for (int column = 0; column < 2; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

} // namespace adit
