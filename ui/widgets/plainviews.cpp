// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plainviews.h"

#include "ui/look/measures.h"
#include "ui/widgets/tabledelegate.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QTableView>

namespace adit {

void dressTable(QTableView *table, int rowAt13)
{
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setItemDelegate(new TableDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(scaled(table->font(), rowAt13));
    table->horizontalHeader()->setHighlightSections(false);
    // Columns fit what is in view and a little below; by default Qt measures 1000 rows each time.
    table->horizontalHeader()->setResizeContentsPrecision(30);
}

QScrollArea *newPageScroll(QWidget *content, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    content->resize(scroll->size()); // else all of it is laid out once more for a size that it does not get
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

} // namespace adit
