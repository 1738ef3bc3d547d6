// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/boardcolumn.h"
#include "ui/pages/records/recordsview.h"

#include <functional>
#include <vector>

class QListView;

namespace adit {

/// Nonconformities as cards in five columns, one for each state (assurance.md). Arrows go from card to card and from
/// column to column, Enter opens the form, Ctrl with an arrow moves a card to its next state or back to the one before;
/// dragging it to the column beside does the same.
class BoardView final : public RecordsView
{
    Q_OBJECT
public:
    explicit BoardView(const CaseDocument &document, QWidget *parent = nullptr);

    void setCards(const std::vector<NonconformityCard> &cards);
    QListView *column(int state) const { return m_columns[static_cast<std::size_t>(state)].view; }
    std::optional<EntityRef> current() const { return m_current; }

    void setCurrent(const std::optional<EntityRef> &entity) override;
    void focusMain() override;

Q_SIGNALS:
    void moveWanted(const adit::EntityRef &nonconformity);
    /// Back to the state before.
    void returnWanted(const adit::EntityRef &nonconformity);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Column
    {
        BoardColumn *model = nullptr;
        QListView *view = nullptr;
        std::function<void(std::size_t)> showCount;
    };
    void drop(int state, const EntityId &id);
    Column newColumn(const CaseDocument &document, int state);
    void take(int state, const QModelIndex &index);
    bool press(int state, int key, bool withControl);
    void step(int from, int direction);
    void openMenu(int state, const QPoint &position);
    std::optional<EntityRef> entityAt(int state, const QModelIndex &index) const;

    std::vector<Column> m_columns;
    std::optional<EntityRef> m_current;
};

} // namespace adit
