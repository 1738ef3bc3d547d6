// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/guidancelist.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/statuspieces.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

namespace {

enum Column { Mark, Lead, Text };

} // namespace

GuidanceList::GuidanceList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(grid::inside);
    m_layout->setVerticalSpacing(grid::unit);
    m_layout->setColumnStretch(Text, 1);
}

void GuidanceList::setItems(const std::vector<GuidanceItem> &items)
{
    emptyLayout(m_layout);
    for (std::size_t row = 0; row < items.size(); ++row)
        addItem(items[row], static_cast<int>(row), items.size() > 1);
}

void GuidanceList::addItem(const GuidanceItem &item, int row, bool isListed)
{
    QWidget *mark = nullptr;
    if (item.glyph) {
        // Beside the first line of the text, which is taller.
        mark = new QWidget(this);
        auto *place = new QVBoxLayout(mark);
        place->setContentsMargins(0, (QFontMetrics(font()).height() - scaled(font(), 13)) / 2, 0, 0);
        auto *glyph = new GlyphLabel(13, mark);
        glyph->setGlyph(*item.glyph);
        place->addWidget(glyph);
    } else if (item.lead.isEmpty() && isListed) {
        mark = newLabel(this, QStringLiteral("·"), Type::Body, Role::ThirdText);
    }
    if (mark)
        m_layout->addWidget(mark, row, Mark, Qt::AlignTop);
    if (!item.lead.isEmpty()) {
        QLabel *lead = newReading(this, item.lead, item.glyph ? Type::Body : Type::Strong, Role::Text);
        lead->setFixedWidth(scaled(font(), item.glyph ? 90 : 130));
        m_layout->addWidget(lead, row, Lead, Qt::AlignTop);
    }
    m_layout->addWidget(newReading(this, item.text, Type::Body, Role::SecondText), row, Text);
}

} // namespace adit
