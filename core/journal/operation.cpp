// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/operation.h"

#include <QtEndian>
#include <algorithm>

namespace adit {

namespace {

void putNumber(QByteArray &out, quint64 number)
{
    char bytes[8];
    qToBigEndian(number, bytes);
    out.append(bytes, 8);
}

void putBytes(QByteArray &out, const QByteArray &bytes)
{
    putNumber(out, static_cast<quint64>(bytes.size()));
    out.append(bytes);
}

void putText(QByteArray &out, const QString &text)
{
    putBytes(out, text.toUtf8());
}

void putVersion(QByteArray &out, const Version &version)
{
    out.append(version.replica.bytes());
    putNumber(out, version.sequence);
}

} // namespace

Digest commitmentOf(const QByteArray &salt, const std::optional<QString> &value)
{
    QByteArray bytes = salt;
    bytes.append(value ? '\1' : '\0');
    if (value)
        bytes.append(value->toUtf8());
    return blake2b(bytes);
}

QByteArray headerBytes(const Operation &operation)
{
    QByteArray out("adit-op/1");
    out.reserve(256);
    putVersion(out, operation.version);
    putNumber(out, operation.time);
    putText(out, QString(kindInfo(operation.entity.kind).name));
    out.append(operation.entity.id.bytes());
    putText(out, operation.entity.code);
    putText(out, operation.field);
    putBytes(out, packVersions(operation.bases));
    putNumber(out, operation.edit.first);
    putText(out, operation.edit.verb);
    putText(out, operation.edit.subject);
    putBytes(out, operation.edit.undoes ? packVersions({*operation.edit.undoes}) : QByteArray());
    putText(out, operation.edit.actor);
    putText(out, operation.edit.app);
    putText(out, operation.edit.language);
    return out;
}

Digest chainStart(const AssessmentId &assessment, const ReplicaId &replica)
{
    return blake2b(QByteArray("adit-chain/1") + assessment.bytes() + replica.bytes());
}

Digest chainedHash(const Digest &before, const Operation &operation)
{
    return blake2b(toBytes(before) + headerBytes(operation) + toBytes(operation.commitment));
}

QByteArray packVersions(const std::vector<Version> &versions)
{
    QByteArray out;
    for (const Version &version : versions)
        putVersion(out, version);
    return out;
}

std::optional<std::vector<Version>> unpackVersions(const QByteArray &bytes)
{
    constexpr qsizetype size = 24;
    if (bytes.size() % size != 0)
        return std::nullopt;
    std::vector<Version> versions;
    for (qsizetype at = 0; at < bytes.size(); at += size) {
        const auto replica = ReplicaId::fromBytes(bytes.mid(at, 16));
        if (!replica)
            return std::nullopt;
        versions.push_back({*replica, qFromBigEndian<quint64>(bytes.constData() + at + 16)});
    }
    return versions;
}

quint64 HybridClock::next(Instant now)
{
    const quint64 wall = static_cast<quint64>(std::max<qint64>(now.milliseconds, 0)) << 16;
    m_latest = std::max(wall, m_latest + 1);
    return m_latest;
}

} // namespace adit
