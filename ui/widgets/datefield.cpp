// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datefield.h"

#include "core/base/time.h"
#include "ui/look/icons.h"

#include <QAction>
#include <QCalendarWidget>
#include <QMenu>
#include <QStyle>
#include <QWidgetAction>

namespace adit {

DateField::DateField(QWidget *parent)
    : CommitLine(parent)
{
    setPlaceholderText(tr("YYYY-MM-DD"));
    QAction *calendar = addAction(roleIcon(QStringLiteral("calendar")), QLineEdit::TrailingPosition);
    calendar->setToolTip(tr("Choose from a calendar"));
    connect(calendar, &QAction::triggered, this, &DateField::openCalendar);
    connect(this, &QLineEdit::textChanged, this, &DateField::showValidity);
}

void DateField::setDate(const std::optional<QDate> &date)
{
    setStored(date ? toIso(*date) : QString());
}

std::optional<QDate> DateField::date() const
{
    return dateFromIso(text().trimmed());
}

bool DateField::isAcceptable() const
{
    return text().trimmed().isEmpty() || date();
}

void DateField::showValidity()
{
    const bool wrong = !isAcceptable();
    setToolTip(wrong ? tr("Not a date yet: write it as 2026-05-04") : QString());
    setProperty("wrong", wrong);
    style()->unpolish(this);
    style()->polish(this);
}

void DateField::openCalendar()
{
    QMenu menu;
    auto *calendar = new QCalendarWidget(&menu);
    calendar->setSelectedDate(date().value_or(QDate::currentDate()));
    auto *holder = new QWidgetAction(&menu);
    holder->setDefaultWidget(calendar);
    menu.addAction(holder);
    connect(calendar, &QCalendarWidget::clicked, &menu, [this, &menu](const QDate &chosen) {
        setText(toIso(chosen));
        commitNow();
        menu.close();
    });
    menu.exec(mapToGlobal(QPoint(0, height() + 2)));
}

} // namespace adit
