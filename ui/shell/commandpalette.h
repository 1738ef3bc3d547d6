// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/commandmodel.h"

#include <QFrame>
#include <QPointer>

class QListView;

namespace adit {

class SearchField;

/// What the search field finds, in a list below it. The field keeps the focus; arrows walk, Enter runs, Escape closes.
class CommandPalette final : public QFrame
{
    Q_OBJECT
public:
    using Source = std::function<std::vector<Command>()>;

    /// `source` is asked each time the palette opens.
    CommandPalette(SearchField *field, Source source, QWidget *window);

    void open();
    void close();
    bool isOpen() const { return !isHidden(); }
    CommandModel *commands() { return &m_model; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool handleKey(int key);
    void run(const QModelIndex &index);
    void search();
    void place();

    SearchField *m_field;
    Source m_source;
    CommandModel m_model;
    QListView *m_list;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace adit
