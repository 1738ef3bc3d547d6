// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {scaled(option.font, 200), scaled(option.font, 28)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = Theme::current();
        const QFont &font = option.font;
        painter->save();
        painter->setLayoutDirection(option.direction);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        paintRow(painter, option.rect, {true, option.state.testFlag(QStyle::State_MouseOver), false, selected, false},
                 theme);
        const auto visual = [&](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
        const QRect row = option.rect;
        const int icon = scaled(font, 14);
        int x = row.left() + scaled(font, 12);
        const QRect mark = visual({x, row.center().y() - icon / 2 + 1, icon, icon});
        const QVariant glyph = index.data(CommandModel::GlyphRole);
        if (glyph.isValid())
            paintGlyph(painter, mark, static_cast<Glyph>(glyph.toInt()));
        else
            paintIcon(painter, mark, index.data(CommandModel::IconRole).toString(), theme.color(Role::SecondText));
        x += icon + scaled(font, 10);
        const QString number = index.data(CommandModel::NumberRole).toString();
        painter->setFont(font);
        if (!number.isEmpty()) {
            const int wide = painter->fontMetrics().horizontalAdvance(number);
            painter->setPen(theme.color(Role::SecondText));
            painter->drawText(visual({x, row.top(), wide + 2, row.height()}), Qt::AlignVCenter | Qt::AlignLeading,
                              number);
            x += wide + scaled(font, 8);
        }
        painter->setFont(typeFont(font, Type::Small));
        const QString detail = index.data(CommandModel::DetailRole).toString();
        const int detailWidth = painter->fontMetrics().horizontalAdvance(detail);
        painter->setPen(theme.color(Role::ThirdText));
        painter->drawText(
            visual({row.right() - scaled(font, 12) - detailWidth, row.top(), detailWidth + 2, row.height()}),
            Qt::AlignVCenter | Qt::AlignTrailing, detail);
        painter->setFont(font);
        painter->setPen(theme.color(Role::Text));
        const int room = row.right() - scaled(font, 20) - detailWidth - x;
        painter->drawText(visual({x, row.top(), room, row.height()}), Qt::AlignVCenter | Qt::AlignLeading,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(SearchField *field, Source source, QWidget *window)
    : QFrame(window)
    , m_field(field)
    , m_source(std::move(source))
    , m_list(new QListView(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 5, 1, 5);
    layout->addWidget(m_list);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        if (!isOpen())
            open();
        search();
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open()
{
    QWidget *focus = QApplication::focusWidget();
    if (focus != m_field)
        m_before = focus;
    m_model.setCommands(m_source());
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    search();
    show();
    raise();
}

void CommandPalette::close()
{
    if (isHidden())
        return;
    hide();
    m_field->clear();
}

void CommandPalette::search()
{
    m_model.search(m_field->text());
    m_list->setCurrentIndex(m_model.index(0));
    place();
}

void CommandPalette::place()
{
    const QPoint below = m_field->mapTo(parentWidget(), QPoint(0, m_field->height() + 4));
    const int wide = std::min(std::max(m_field->width(), scaled(font(), 460)), parentWidget()->width() - 16);
    const int rows = std::clamp(m_model.rowCount(), 1, 14);
    const int x = std::clamp(below.x() - (wide - m_field->width()) / 2, 8, parentWidget()->width() - wide - 8);
    setGeometry(x, below.y(), wide, rows * scaled(font(), 28) + 10);
}

void CommandPalette::run(const QModelIndex &index)
{
    const auto action = m_model.action(index.row());
    if (!action)
        return;
    close();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    action();
}

bool CommandPalette::handleKey(int key)
{
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        if (!isOpen())
            open();
        const int next = std::clamp(row + (key == Qt::Key_Down ? 1 : -1), 0, std::max(0, m_model.rowCount() - 1));
        m_list->setCurrentIndex(m_model.index(next));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        close();
        if (m_before)
            m_before->setFocus(Qt::OtherFocusReason);
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field) {
        if (event->type() == QEvent::KeyPress)
            return handleKey(static_cast<QKeyEvent *>(event)->key());
        if (event->type() == QEvent::FocusOut &&
            static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            close();
        if (event->type() == QEvent::MouseButtonPress && !isOpen())
            open();
    } else if (watched == parentWidget() && event->type() == QEvent::Resize && isOpen()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    paintBox(&painter, rect(), theme.color(Role::Base), theme.color(Role::ButtonLine), grid::card);
    if (m_model.rowCount() == 0) {
        painter.setPen(theme.color(Role::ThirdText));
        painter.drawText(rect(), Qt::AlignCenter, tr("Nothing found"));
    }
}

} // namespace adit
