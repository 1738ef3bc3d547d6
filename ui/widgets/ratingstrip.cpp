// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ratingstrip.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <algorithm>

namespace adit {

RatingButton::RatingButton(RatingChoice choice, QWidget *parent)
    : QAbstractButton(parent)
    , m_choice(std::move(choice))
{
    setObjectName(QStringLiteral("rating-%1").arg(m_choice.code));
    setText(m_choice.word);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("%1, key %2").arg(m_choice.word, m_choice.key));
    setAccessibleDescription(m_choice.meaning);
    setToolTip(m_choice.meaning);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RatingButton::sizeHint() const
{
    const int word = QFontMetrics(typeFont(font(), Type::Strong)).horizontalAdvance(text());
    return {std::max(word + scaled(font(), 16), scaled(font(), 62)), scaled(font(), 50)};
}

QSize RatingButton::minimumSizeHint() const
{
    return sizeHint();
}

void RatingButton::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const int pad = scaled(font(), 8);
    const int glyph = scaled(font(), 16);
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    if (isChecked())
        painter.fillRect(rect(), theme.color(Role::Tint));
    else if (isDown() || underMouse())
        painter.fillRect(rect(), theme.color(isDown() ? Role::Line : Role::Hover));
    const Glyph shape = glyphFromName(m_choice.glyph);
    paintGlyph(&painter, visual({pad, pad - 1, glyph, glyph}), shape,
               theme.color(isEnabled() ? inkOf(shape) : Role::DisabledText));
    const int cap = keyCapWidth(font(), m_choice.key);
    painter.setFont(font());
    paintKeyCap(&painter, visual({width() - cap - scaled(font(), 6), scaled(font(), 6), cap, scaled(font(), 18)}),
                m_choice.key, theme);
    painter.setFont(isChecked() ? typeFont(font(), Type::Strong) : font());
    painter.setPen(theme.color(!isEnabled() ? Role::DisabledText : isChecked() ? Role::Text : Role::SecondText));
    const QRect line = visual({pad, scaled(font(), 25), width() - pad - 2, scaled(font(), 20)});
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeading,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, line.width()));
    if (isChecked())
        painter.fillRect(QRect(0, height() - 3, width(), 3), theme.color(Role::Accent));
    if (hasFocus())
        paintBox(&painter, rect(), {}, theme.color(Role::Accent), 2, 2);
}

RatingStrip::RatingStrip(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Rating"));
}

void RatingStrip::setChoices(const std::vector<RatingChoice> &choices)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const RatingChoice &choice : choices) {
        auto *button = new RatingButton(choice, this);
        button->installEventFilter(this);
        connect(button, &RatingButton::clicked, this, [this, code = choice.code] { Q_EMIT rated(code); });
        button->show();
        m_buttons.push_back(button);
    }
    arrange();
    updateGeometry();
    setCurrent(m_current);
}

void RatingStrip::setCurrent(const QString &code)
{
    m_current = code;
    for (RatingButton *button : m_buttons)
        button->setChecked(button->choice().code == code);
    // One stop for Tab, as in a group of radio buttons; arrows walk within.
    const bool none = std::none_of(m_buttons.begin(), m_buttons.end(), [](auto *b) { return b->isChecked(); });
    for (RatingButton *button : m_buttons) {
        const bool stop = button->isChecked() || (none && button == m_buttons.front());
        button->setFocusPolicy(stop ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void RatingStrip::focusCurrent()
{
    if (m_buttons.empty())
        return;
    const auto found = std::find_if(m_buttons.begin(), m_buttons.end(), [](auto *b) { return b->isChecked(); });
    (found == m_buttons.end() ? m_buttons.front() : *found)->setFocus(Qt::OtherFocusReason);
}

QString RatingStrip::codeForKey(const QString &key) const
{
    const auto found = std::find_if(m_buttons.begin(), m_buttons.end(),
                                    [&](auto *b) { return b->choice().key.compare(key, Qt::CaseInsensitive) == 0; });
    return found == m_buttons.end() ? QString() : (*found)->choice().code;
}

QSize RatingStrip::sizeHint() const
{
    int width = 2;
    int height = 0;
    for (const RatingButton *button : m_buttons) {
        width += button->sizeHint().width() + 1;
        height = button->sizeHint().height();
    }
    return {width, height + 2};
}

QSize RatingStrip::minimumSizeHint() const
{
    return {sizeHint().width() * 3 / 5, sizeHint().height()};
}

int RatingStrip::heightForWidth(int width) const
{
    return rowsFor(width) * (sizeHint().height() - 1) + 1;
}

int RatingStrip::rowsFor(int width) const
{
    int needed = 2;
    for (const RatingButton *button : m_buttons)
        needed += button->sizeHint().width() + 1;
    return width < needed && m_buttons.size() > 3 ? 2 : 1;
}

void RatingStrip::arrange()
{
    if (m_buttons.empty())
        return;
    const int rows = rowsFor(width());
    const int perRow = (static_cast<int>(m_buttons.size()) + rows - 1) / rows;
    const int height = m_buttons.front()->sizeHint().height();
    for (int row = 0; row < rows; ++row) {
        const int first = row * perRow;
        const int end = std::min(first + perRow, static_cast<int>(m_buttons.size()));
        int wanted = 0;
        for (int i = first; i < end; ++i)
            wanted += m_buttons[static_cast<std::size_t>(i)]->sizeHint().width();
        // What is left over is shared out evenly; what is missing is taken evenly.
        const int room = width() - 1 - (end - first);
        int x = 1;
        for (int i = first; i < end; ++i) {
            RatingButton *button = m_buttons[static_cast<std::size_t>(i)];
            const int left = end - i;
            const int wide = left == 1 ? width() - 1 - x : button->sizeHint().width() + (room - wanted) / (end - first);
            button->setGeometry(
                QStyle::visualRect(layoutDirection(), rect(), QRect(x, 1 + row * (height + 1), wide, height)));
            x += wide + 1;
        }
    }
}

void RatingStrip::resizeEvent(QResizeEvent *)
{
    arrange();
}

void RatingStrip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    paintBox(&painter, rect(), theme.color(Role::Base), theme.color(Role::Edge), grid::radius);
    for (const RatingButton *button : m_buttons) {
        const QRect box = button->geometry();
        if (box.right() + 2 < width())
            painter.fillRect(QRect(box.right() + 1, box.top(), 1, box.height()), theme.color(Role::Line));
        if (box.bottom() + 2 < height())
            painter.fillRect(QRect(box.left(), box.bottom() + 1, box.width(), 1), theme.color(Role::Line));
    }
}

bool RatingStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        if (auto *button = qobject_cast<RatingButton *>(watched))
            return handleKey(button, static_cast<QKeyEvent *>(event));
    }
    return QWidget::eventFilter(watched, event);
}

bool RatingStrip::handleKey(RatingButton *button, QKeyEvent *event)
{
    const bool reversed = layoutDirection() == Qt::RightToLeft;
    switch (event->key()) {
    case Qt::Key_Left:
        moveFocus(button, reversed ? 1 : -1);
        return true;
    case Qt::Key_Right:
        moveFocus(button, reversed ? -1 : 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ControlModifier))
            return false;
        Q_EMIT rated(button->choice().code);
        return true;
    case Qt::Key_Backspace:
        Q_EMIT cleared();
        return true;
    default:
        break;
    }
    if (event->modifiers() & ~Qt::KeypadModifier)
        return false;
    const QString code = event->text().isEmpty() ? QString() : codeForKey(event->text());
    if (code.isEmpty())
        return false;
    Q_EMIT rated(code);
    return true;
}

void RatingStrip::moveFocus(RatingButton *from, int step)
{
    const auto at = std::find(m_buttons.begin(), m_buttons.end(), from) - m_buttons.begin() + step;
    if (at >= 0 && at < static_cast<std::ptrdiff_t>(m_buttons.size()))
        m_buttons[static_cast<std::size_t>(at)]->setFocus(Qt::OtherFocusReason);
}

} // namespace adit
