// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/recoverycode.h"

#include "core/base/hashing.h"
#include "core/base/rule.h"

#include <QStringList>
#include <cstring>

namespace adit {

namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr qsizetype perGroup = 4;
constexpr qsizetype seedBytes = 32;
constexpr qsizetype seedGroups = 13; // 13 groups of 4 letters of 5 bits: 260 bits, of which the last four are zero

QString letters(QByteArrayView bytes)
{
    QString out;
    unsigned held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = held << 8 | static_cast<unsigned char>(byte);
        bits += 8;
        for (; bits >= 5; bits -= 5)
            out.append(QLatin1Char(alphabet[held >> (bits - 5) & 31U]));
    }
    if (bits > 0)
        out.append(QLatin1Char(alphabet[held << (5 - bits) & 31U]));
    return out;
}

int valueOf(QChar c)
{
    const char *found = c.unicode() < 128 && c.unicode() != 0 ? std::strchr(alphabet, c.toLatin1()) : nullptr;
    return found ? static_cast<int>(found - alphabet) : -1;
}

/// Tells a letter misread, and a group that stands in another's place.
QChar checkLetter(qsizetype group, const QString &four)
{
    const Digest digest = blake2b(QByteArray("adit-recovery/1 ") + QByteArray::number(group) + ' ' + four.toLatin1());
    return QLatin1Char(alphabet[digest[0] & 31U]);
}

Error wrongGroup(qsizetype group, const QString &found)
{
    return {ErrorCode::InvalidValue, ruleMark(Rule::RecoveryGroupRead, {QString::number(group + 1), found}),
            ruleMark(Rule::RecoveryGroup)};
}

} // namespace

QString inGroups(QByteArrayView bytes)
{
    const QString all = letters(bytes);
    QStringList groups;
    for (qsizetype at = 0; at < all.size(); at += perGroup)
        groups.append(all.mid(at, perGroup));
    return groups.join(QLatin1Char('-'));
}

QString asWritten(const QString &typed)
{
    QString out;
    for (const QChar c : typed.toUpper()) {
        if (c == QLatin1Char('O'))
            out.append(QLatin1Char('0'));
        else if (c == QLatin1Char('I') || c == QLatin1Char('L'))
            out.append(QLatin1Char('1'));
        else if (c.isLetterOrNumber())
            out.append(c);
    }
    return out;
}

QString recoveryCodeOf(const Secret &seed)
{
    QStringList groups = inGroups(seed.view()).split(QLatin1Char('-'));
    for (qsizetype group = 0; group < groups.size(); ++group)
        groups[group].append(checkLetter(group, groups[group]));
    return groups.join(QLatin1Char('-'));
}

Result<Secret> seedFromRecoveryCode(const QString &code)
{
    const QString letters = asWritten(code);
    if (letters.size() != seedGroups * (perGroup + 1))
        return Error{ErrorCode::InvalidValue, ruleMark(Rule::RecoveryCodeRead, {QString::number(letters.size())}),
                     ruleMark(Rule::RecoveryCode)};
    Secret seed(seedBytes);
    unsigned held = 0;
    int bits = 0;
    std::size_t filled = 0;
    for (qsizetype group = 0; group < seedGroups; ++group) {
        const QString five = letters.mid(group * (perGroup + 1), perGroup + 1);
        QString four;
        for (const QChar c : five) {
            const int value = valueOf(c);
            if (value < 0)
                return wrongGroup(group, five);
            four.append(QLatin1Char(alphabet[value]));
        }
        if (checkLetter(group, four.left(perGroup)) != four.back())
            return wrongGroup(group, five);
        for (const QChar c : four.left(perGroup)) {
            held = held << 5 | static_cast<unsigned>(valueOf(c));
            bits += 5;
            if (bits < 8 || filled == static_cast<std::size_t>(seedBytes))
                continue;
            bits -= 8;
            seed.data()[filled++] = static_cast<unsigned char>(held >> bits & 255U);
        }
    }
    return seed;
}

} // namespace adit
