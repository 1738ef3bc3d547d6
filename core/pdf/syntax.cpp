// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/syntax.h"

#include <QDateTime>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace adit::pdf {

void appendNumber(QByteArray &out, double value, int decimals)
{
    static constexpr std::array<long long, 7> powers{1, 10, 100, 1000, 10000, 100000, 1000000};
    const long long power = powers.at(static_cast<std::size_t>(decimals));
    long long scaled = std::llround(value * static_cast<double>(power));
    if (scaled < 0) {
        out.append('-');
        scaled = -scaled;
    }
    std::array<char, 24> digits;
    char *end = std::to_chars(digits.data(), digits.data() + digits.size(), scaled / power).ptr;
    out.append(digits.data(), end - digits.data());
    long long rest = scaled % power;
    if (rest == 0)
        return;
    out.append('.');
    for (long long place = power / 10; rest != 0; place /= 10) {
        out.append(static_cast<char>('0' + rest / place));
        rest %= place;
    }
}

QByteArray number(double value, int decimals)
{
    QByteArray out;
    appendNumber(out, value, decimals);
    return out;
}

QByteArray reference(ObjectId id)
{
    return QByteArray::number(static_cast<int>(id)) + " 0 R";
}

QByteArray hexString(QByteArrayView bytes)
{
    return '<' + bytes.toByteArray().toHex().toUpper() + '>';
}

QByteArray textString(const QString &text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
    if (!plain) {
        QByteArray bytes("\xFE\xFF", 2);
        for (const QChar c : text) {
            bytes.append(static_cast<char>(c.unicode() >> 8));
            bytes.append(static_cast<char>(c.unicode() & 0xff));
        }
        return hexString(bytes);
    }
    QByteArray out("(");
    for (const QChar c : text) {
        if (c == u'(' || c == u')' || c == u'\\')
            out.append('\\');
        out.append(c.toLatin1());
    }
    return out + ')';
}

QByteArray dateString(Instant instant)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(instant.milliseconds, Qt::UTC);
    return "(D:" + utc.toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + "Z)";
}

QByteArray destinationString(const QString &name)
{
    return hexString(name.toUtf8());
}

} // namespace adit::pdf
