// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/dateshift.h"

#include "core/base/time.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>

namespace adit {

namespace {

int monthNumber(const QString &name)
{
    for (int month = 1; month <= 12; ++month)
        if (QLocale::c().monthName(month) == name)
            return month;
    return 0;
}

QString monthAndYear(const QDate &date)
{
    return QStringLiteral("%1 %2").arg(QLocale::c().monthName(date.month())).arg(date.year());
}

QString shiftedWords(const QRegularExpressionMatch &match, int days)
{
    const int month = monthNumber(match.captured(3));
    const int year = match.captured(4).toInt();
    if (match.captured(1).isEmpty())
        return monthAndYear(QDate(year, month, 15).addDays(days));
    const QDate first = QDate(year, month, match.captured(1).toInt()).addDays(days);
    if (match.captured(2).isEmpty())
        return QStringLiteral("%1 %2").arg(first.day()).arg(monthAndYear(first));
    const QDate last = QDate(year, month, match.captured(2).toInt()).addDays(days);
    const QString start = first.month() == last.month()
                              ? QString::number(first.day())
                              : QStringLiteral("%1 %2").arg(first.day()).arg(QLocale::c().monthName(first.month()));
    return QStringLiteral("%1–%2 %3").arg(start).arg(last.day()).arg(monthAndYear(last));
}

} // namespace

QString shiftDates(const QString &text, int days)
{
    if (days == 0)
        return text;
    static const QRegularExpression dates(QStringLiteral(
        "(?:(\\d{1,2})(?:–(\\d{1,2}))? )?\\b(January|February|March|April|May|June|July|August|September|"
        "October|November|December) (20\\d\\d)\\b|\\b(20\\d\\d-\\d\\d-\\d\\d)\\b"));
    QString result;
    qsizetype at = 0;
    for (auto found = dates.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        result += QStringView(text).mid(at, match.capturedStart() - at);
        const auto iso = dateFromIso(match.captured(5));
        result += iso ? toIso(iso->addDays(days)) : shiftedWords(match, days);
        at = match.capturedEnd();
    }
    result += QStringView(text).mid(at);
    return result;
}

} // namespace adit
