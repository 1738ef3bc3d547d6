// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/boardview.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/models/carddelegate.h"
#include "ui/widgets/plainviews.h"
#include "ui/words/choicewords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace adit {

namespace {

/// What a column waits for.
QString nextWords(int state)
{
    switch (state) {
    case 0:
        return BoardView::tr("cause next");
    case 1:
        return BoardView::tr("plan next");
    case 2:
        return BoardView::tr("being done");
    case 3:
        return BoardView::tr("to verify");
    default:
        return BoardView::tr("closed");
    }
}

/// Name and count of a column, and what it waits for where there is room for that.
class ColumnHead final : public QWidget
{
public:
    ColumnHead(QString name, QString hint, QWidget *parent)
        : QWidget(parent)
        , m_name(std::move(name))
        , m_hint(std::move(hint))
    {
        setFixedHeight(scaled(font(), 20));
        setToolTip(m_hint);
    }
    void setCount(std::size_t count)
    {
        m_count = count > 0 ? QString::number(count) : QString();
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::current();
        QPainter painter(this);
        int left = 2;
        const auto word = [&](const QString &text, Type type, Role ink) {
            painter.setFont(typeFont(font(), type));
            painter.setPen(theme.color(ink));
            const int wide = std::min(painter.fontMetrics().horizontalAdvance(text), std::max(0, width() - left));
            painter.drawText(QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, wide + 1, height())),
                             Qt::AlignVCenter | Qt::AlignLeading,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, wide + 1));
            left += wide + scaled(font(), 7);
        };
        word(m_name, Type::Strong, Role::Text);
        word(m_count, Type::Body, Role::ThirdText);
        const int hint = QFontMetrics(typeFont(font(), Type::Small)).horizontalAdvance(m_hint);
        if (left + hint + 2 > width())
            return;
        left = width() - hint - 2;
        word(m_hint, Type::Small, Role::ThirdText);
    }

private:
    QString m_name;
    QString m_hint;
    QString m_count;
};

QString stateWord(const QString &code)
{
    return choiceWord(infoOf(field::nonconformity::state), code);
}

} // namespace

BoardView::BoardView(const CaseDocument &document, QWidget *parent)
    : RecordsView(parent)
{
    setObjectName(QStringLiteral("board"));
    auto *content = new QWidget;
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, 0, grid::group);
    columns->setSpacing(12);
    for (int state = 0; state < nonconformityStates().size(); ++state) {
        m_columns.push_back(newColumn(document, state));
        columns->addWidget(m_columns.back().view->parentWidget(), 1);
    }
    QScrollArea *scroll = newPageScroll(content, this);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

BoardView::Column BoardView::newColumn(const CaseDocument &document, int state)
{
    auto *box = new QFrame(this);
    box->setProperty("ground", QStringLiteral("window"));
    box->setAttribute(Qt::WA_StyledBackground);
    Column column;
    column.model = new BoardColumn(document, state, this);
    column.view = new QListView(box);
    const QString word = stateWord(nonconformityStates()[state]);
    auto *head = new ColumnHead(word, nextWords(state), box);
    column.showCount = [head](std::size_t count) { head->setCount(count); };
    column.view->setObjectName(QStringLiteral("board-") + nonconformityStates()[state]);
    column.view->setAccessibleName(word);
    column.view->setModel(column.model);
    column.view->setItemDelegate(new CardDelegate(column.view));
    column.view->setFrameShape(QFrame::NoFrame);
    column.view->setStyleSheet(QStringLiteral("background: transparent"));
    column.view->setResizeMode(QListView::Adjust);
    column.view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column.view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column.view->setSelectionMode(QAbstractItemView::SingleSelection);
    column.view->setMouseTracking(true);
    column.view->setDragDropMode(QAbstractItemView::DragDrop);
    column.view->setDefaultDropAction(Qt::CopyAction);
    column.view->setDropIndicatorShown(false);
    column.view->setContextMenuPolicy(Qt::CustomContextMenu);
    column.view->installEventFilter(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(8, 10, 6, 2);
    layout->setSpacing(10);
    layout->addWidget(head);
    layout->addWidget(column.view, 1);
    connect(column.view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, state](const QModelIndex &index) { take(state, index); });
    connect(column.view, &QListView::clicked, this, [this, state](const QModelIndex &index) {
        if (const auto entity = entityAt(state, index))
            Q_EMIT opened(*entity);
    });
    connect(column.view, &QWidget::customContextMenuRequested, this,
            [this, state](const QPoint &position) { openMenu(state, position); });
    // The card has to be out of the hand before it moves.
    connect(
        column.model, &BoardColumn::dropped, this, [this, state](const EntityId &id) { drop(state, id); },
        Qt::QueuedConnection);
    return column;
}

void BoardView::drop(int state, const EntityId &id)
{
    for (int from = 0; from < int(m_columns.size()); ++from) {
        const BoardColumn *model = m_columns[static_cast<std::size_t>(from)].model;
        const int row = model->rowOf(id);
        if (row >= 0 && from < state)
            Q_EMIT moveWanted(model->card(row).entity);
        else if (row >= 0 && from > state)
            Q_EMIT returnWanted(model->card(row).entity);
    }
}

void BoardView::setCards(const std::vector<NonconformityCard> &cards)
{
    const auto kept = m_current;
    for (int state = 0; state < int(m_columns.size()); ++state) {
        std::vector<NonconformityCard> here;
        std::ranges::copy_if(cards, std::back_inserter(here),
                             [&](const NonconformityCard &card) { return card.state == state && !card.isWithdrawn; });
        const Column &column = m_columns[static_cast<std::size_t>(state)];
        column.showCount(here.size());
        column.view->parentWidget()->setMinimumWidth(scaled(font(), here.empty() ? 104 : 156));
        column.view->setFocusPolicy(here.empty() ? Qt::NoFocus : Qt::StrongFocus);
        const QSignalBlocker quiet(column.view->selectionModel());
        column.model->setCards(std::move(here));
    }
    setCurrent(kept);
}

std::optional<EntityRef> BoardView::entityAt(int state, const QModelIndex &index) const
{
    return index.isValid() ? std::optional(m_columns[static_cast<std::size_t>(state)].model->card(index.row()).entity)
                           : std::nullopt;
}

/// The cursor is on one card of the whole board.
void BoardView::take(int state, const QModelIndex &index)
{
    const auto entity = entityAt(state, index);
    if (!entity || entity == m_current)
        return;
    setCurrent(entity);
    Q_EMIT currentChanged(*entity);
}

void BoardView::setCurrent(const std::optional<EntityRef> &entity)
{
    m_current.reset();
    for (const Column &column : m_columns) {
        const QSignalBlocker quiet(column.view->selectionModel());
        const int row = entity ? column.model->rowOf(entity->id) : -1;
        if (row >= 0) {
            m_current = entity;
            column.view->setCurrentIndex(column.model->index(row));
            column.view->scrollTo(column.model->index(row));
        } else {
            column.view->setCurrentIndex({});
        }
        column.view->viewport()->update();
    }
}

void BoardView::focusMain()
{
    auto focused = std::ranges::find_if(
        m_columns, [&](const Column &column) { return m_current && column.model->rowOf(m_current->id) >= 0; });
    if (focused == m_columns.end())
        focused = std::ranges::find_if(m_columns, [](const Column &column) { return column.model->rowCount() > 0; });
    if (focused != m_columns.end())
        focused->view->setFocus(Qt::OtherFocusReason);
}

bool BoardView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto column =
        std::ranges::find(m_columns, watched, [](const Column &each) -> const QObject * { return each.view; });
    return column != m_columns.end() &&
           press(int(column - m_columns.begin()), key->key(), key->modifiers().testFlag(Qt::ControlModifier));
}

bool BoardView::press(int state, int key, bool withControl)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right;
    const int back = forward == Qt::Key_Right ? Qt::Key_Left : Qt::Key_Right;
    if ((key == forward || key == back) && withControl) {
        if (m_current && key == forward)
            Q_EMIT moveWanted(*m_current);
        else if (m_current)
            Q_EMIT returnWanted(*m_current);
        return true;
    }
    if (key == forward || key == back) {
        step(state, key == forward ? 1 : -1);
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_current) {
        Q_EMIT opened(*m_current);
        return true;
    }
    return false;
}

/// To the next column that has cards, and there to the one at about the same height.
void BoardView::step(int from, int direction)
{
    const QListView *here = column(from);
    const int y = here->visualRect(here->currentIndex()).center().y();
    for (int state = from + direction; state >= 0 && state < int(m_columns.size()); state += direction) {
        QListView *view = column(state);
        const int count = view->model()->rowCount();
        if (count == 0)
            continue;
        int nearest = 0;
        for (int row = 1; row < count; ++row) {
            const auto away = [&](int at) {
                return std::abs(view->visualRect(view->model()->index(at, 0)).center().y() - y);
            };
            if (away(row) < away(nearest))
                nearest = row;
        }
        view->setCurrentIndex(view->model()->index(nearest, 0));
        view->setFocus(Qt::OtherFocusReason);
        return;
    }
}

void BoardView::openMenu(int state, const QPoint &position)
{
    QListView *view = column(state);
    const QModelIndex index = view->indexAt(position);
    const auto entity = entityAt(state, index);
    if (!entity)
        return;
    const NonconformityCard &card = m_columns[static_cast<std::size_t>(state)].model->card(index.row());
    auto *menu = new QMenu(view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Open")), &QAction::triggered, this, [this, entity] { Q_EMIT opened(*entity); });
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    if (const QString next = nextState(card); !next.isEmpty()) {
        QAction *move = menu->addAction(tr("Move to “%1”").arg(stateWord(next)));
        move->setShortcut(isMirrored ? Qt::CTRL | Qt::Key_Left : Qt::CTRL | Qt::Key_Right);
        connect(move, &QAction::triggered, this, [this, entity] { Q_EMIT moveWanted(*entity); });
    }
    if (const QString previous = previousState(card); !previous.isEmpty()) {
        QAction *move = menu->addAction(tr("Back to “%1”").arg(stateWord(previous)));
        move->setShortcut(isMirrored ? Qt::CTRL | Qt::Key_Right : Qt::CTRL | Qt::Key_Left);
        connect(move, &QAction::triggered, this, [this, entity] { Q_EMIT returnWanted(*entity); });
    }
    menu->popup(view->viewport()->mapToGlobal(position));
}

} // namespace adit
