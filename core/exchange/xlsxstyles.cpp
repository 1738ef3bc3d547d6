// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsxstyles.h"

#include <cmath>

namespace adit {

namespace {

/// The first section in lower case, without colours, conditions, languages, quoted and escaped text.
QString bareCode(const QString &formatCode)
{
    QString bare;
    for (qsizetype i = 0; i < formatCode.size() && formatCode[i] != QLatin1Char(';'); ++i) {
        const QChar c = formatCode[i];
        const QChar closing = c == QLatin1Char('"') ? c : c == QLatin1Char('[') ? QChar(u']') : QChar();
        if (!closing.isNull()) {
            const qsizetype end = formatCode.indexOf(closing, i + 1);
            i = end < 0 ? formatCode.size() : end;
        } else if (c == QLatin1Char('\\') || c == QLatin1Char('_') || c == QLatin1Char('*')) {
            ++i;
        } else {
            bare += c.toLower();
        }
    }
    return bare;
}

} // namespace

bool showsDate(const QString &formatCode)
{
    const QString bare = bareCode(formatCode);
    if (bare.contains(QLatin1String("general")))
        return false;
    if (bare.contains(QLatin1Char('y')) || bare.contains(QLatin1Char('d')))
        return true;
    // An m beside hours or seconds means minutes.
    return bare.contains(QLatin1Char('m')) && !bare.contains(QLatin1Char('h')) && !bare.contains(QLatin1Char('s')) &&
           !formatCode.contains(QLatin1String("[h"), Qt::CaseInsensitive) &&
           !formatCode.contains(QLatin1String("[m"), Qt::CaseInsensitive);
}

bool showsDate(int builtinFormat)
{
    const auto within = [=](int first, int last) { return builtinFormat >= first && builtinFormat <= last; };
    return within(14, 17) || builtinFormat == 22 || within(27, 31) || builtinFormat == 36 || within(50, 54) ||
           within(57, 58);
}

std::optional<QDate> dateFromSerial(double serial, bool is1904)
{
    constexpr double lastSerial = 2'958'465; // 9999-12-31
    if (!(serial >= 0) || serial > lastSerial)
        return std::nullopt;
    const auto day = static_cast<qint64>(std::floor(serial));
    QDate date;
    if (is1904)
        date = QDate(1904, 1, 1).addDays(day);
    else if (day >= 1 && day < 60)
        date = QDate(1899, 12, 31).addDays(day);
    else if (day > 60)
        date = QDate(1899, 12, 30).addDays(day);
    return date.isValid() && date.year() <= 9999 ? std::optional(date) : std::nullopt;
}

QString numberText(double number)
{
    return QString::number(number, 'g', 15);
}

} // namespace adit
