// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/leaves.h"

#include "core/disclosure/publictext.h"
#include "core/release/jcs.h"

#include <QJsonArray>
#include <QtEndian>
#include <algorithm>
#include <array>

#include <sodium.h>

namespace adit {

namespace {

const QLatin1String standardMember("standard");
const QLatin1String leavesMember("leaves");
const QLatin1String withheldMember("withheld");
const QLatin1String sealedMember("leaf");

QString step(const QString &path, const QString &name)
{
    QString escaped = name;
    escaped.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
    return path + QLatin1Char('/') + escaped;
}

RecordLeaf sealedLeaf(const QString &path, const QJsonObject &part)
{
    const QString reason = part[withheldMember].toString();
    const auto all = allWithheldAs();
    const bool isKnown = std::ranges::any_of(all, [&](WithheldAs known) { return reason == codeOf(known); });
    return {.path = path,
            .value = {},
            .sealed = digestFromBytes(QByteArray::fromHex(part[sealedMember].toString().toLatin1())),
            .reason = isKnown ? reason : QString()};
}

void collect(std::vector<RecordLeaf> &leaves, const QString &path, const QJsonValue &value);

void collectObject(std::vector<RecordLeaf> &leaves, const QString &path, const QJsonObject &object)
{
    QStringList names = object.keys();
    std::ranges::sort(names, [](const QString &a, const QString &b) { return a.compare(b) < 0; });
    for (const QString &name : std::as_const(names)) {
        const QJsonValue value = object[name];
        if (name == sealedMember && object.contains(withheldMember))
            leaves.push_back(sealedLeaf(step(path, QStringLiteral("text")), object));
        else if (path.isEmpty() && name == standardMember)
            leaves.push_back({step(path, name), value});
        else if (!path.isEmpty() || name != leavesMember)
            collect(leaves, step(path, name), value);
    }
}

void collect(std::vector<RecordLeaf> &leaves, const QString &path, const QJsonValue &value)
{
    if (value.isObject())
        return collectObject(leaves, path, value.toObject());
    if (!value.isArray())
        return leaves.push_back({path, value});
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        collect(leaves, step(path, QString::number(i)), array.at(i));
}

} // namespace

std::vector<RecordLeaf> recordLeaves(const QJsonObject &record)
{
    std::vector<RecordLeaf> leaves;
    collectObject(leaves, {}, record);
    return leaves;
}

QByteArray leafBytes(const QString &path, qsizetype index, const QByteArray &salt, const QJsonValue &value)
{
    return jcs(QJsonObject{{QStringLiteral("path"), path},
                           {QStringLiteral("index"), index},
                           {QStringLiteral("salt"), QString::fromLatin1(salt.toHex())},
                           {QStringLiteral("value"), value}});
}

QByteArray LeafSalts::of(const QString &path, qsizetype index) const
{
    const QByteArray message = QByteArray::number(m_release) + '\n' + path.toUtf8() + '\n' + QByteArray::number(index);
    const auto *secret = reinterpret_cast<const unsigned char *>(m_secret.constData());
    const auto *bytes = reinterpret_cast<const unsigned char *>(message.constData());
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, secret, static_cast<std::size_t>(m_secret.size()));
    crypto_auth_hmacsha256_update(&state, bytes, static_cast<unsigned long long>(message.size()));
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
    crypto_auth_hmacsha256_final(&state, mac.data());
    constexpr qsizetype size = 16;
    return {reinterpret_cast<const char *>(mac.data()), size};
}

} // namespace adit
