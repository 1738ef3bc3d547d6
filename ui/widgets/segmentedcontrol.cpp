// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedcontrol.h"

#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <algorithm>

namespace adit {

namespace {

class Segment final : public QAbstractButton
{
public:
    Segment(const QString &text, const QString &icon, QWidget *parent)
        : QAbstractButton(parent)
        , m_icon(icon)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(typeFont(font(), Type::Strong));
        return {metrics.horizontalAdvance(text()) + iconRoom() + scaled(font(), 24), scaled(font(), grid::control) - 2};
    }

protected:
    void nextCheckState() override {}
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::current();
        QPainter painter(this);
        if (isChecked())
            painter.fillRect(rect(), theme.color(Role::Tint));
        else if (isDown() || underMouse())
            painter.fillRect(rect(), theme.color(isDown() ? Role::Line : Role::Hover));
        painter.setFont(isChecked() ? typeFont(font(), Type::Strong) : font());
        const QColor ink = theme.color(!isEnabled() ? Role::DisabledText : isChecked() ? Role::Text : Role::SecondText);
        painter.setPen(ink);
        const int icon = iconRoom();
        const int left = (width() - icon - painter.fontMetrics().horizontalAdvance(text())) / 2;
        const auto visual = [&](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
        if (icon > 0)
            paintIcon(&painter, visual({left, (height() - iconSide()) / 2, iconSide(), iconSide()}), m_icon, ink);
        painter.drawText(visual({left + icon, 0, width() - left - icon, height()}), Qt::AlignVCenter | Qt::AlignLeading,
                         text());
        if (hasFocus())
            paintBox(&painter, rect(), {}, theme.color(Role::Accent), 2, 2);
    }

private:
    int iconSide() const { return scaled(font(), 14); }
    int iconRoom() const { return m_icon.isEmpty() ? 0 : iconSide() + scaled(font(), 7); }

    QString m_icon;
};

} // namespace

SegmentedControl::SegmentedControl(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SegmentedControl::setSegments(const QStringList &texts, const QStringList &icons)
{
    qDeleteAll(m_segments);
    m_segments.clear();
    for (int i = 0; i < texts.size(); ++i) {
        auto *segment = new Segment(texts[i], icons.value(i), this);
        segment->installEventFilter(this);
        layout()->addWidget(segment);
        connect(segment, &QAbstractButton::clicked, this, [this, i] { choose(i); });
        m_segments.push_back(segment);
    }
    setCurrent(std::clamp(m_current, 0, std::max(0, static_cast<int>(texts.size()) - 1)));
}

void SegmentedControl::setCurrent(int index)
{
    m_current = index;
    for (int i = 0; i < static_cast<int>(m_segments.size()); ++i)
        segment(i)->setChecked(i == index);
}

void SegmentedControl::choose(int index)
{
    setCurrent(index);
    Q_EMIT chosen(index);
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    paintBox(&painter, rect(), theme.color(Role::Base), theme.color(Role::ButtonLine), grid::radius);
    for (const QAbstractButton *button : m_segments) {
        if (button->geometry().right() + 2 < width())
            painter.fillRect(QRect(button->geometry().right() + 1, 1, 1, height() - 2), theme.color(Role::Line));
    }
}

bool SegmentedControl::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return false;
    const int step = (key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight) ? 1 : -1;
    const int next = m_current + step;
    if (next >= 0 && next < static_cast<int>(m_segments.size())) {
        segment(next)->setFocus(Qt::OtherFocusReason);
        choose(next);
    }
    return true;
}

} // namespace adit
