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

/// Most words are ASCII, and a journal has very many.
void putText(QByteArray &out, const QString &text)
{
    if (!std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; }))
        return putBytes(out, text.toUtf8());
    putNumber(out, static_cast<quint64>(text.size()));
    const qsizetype at = out.size();
    out.resize(at + text.size());
    std::ranges::transform(text, out.data() + at, [](QChar c) { return static_cast<char>(c.unicode()); });
}

void putDigest(QByteArray &out, const Digest &digest)
{
    out.append(reinterpret_cast<const char *>(digest.data()), digest.size());
}

void putVersions(QByteArray &out, const std::vector<Version> &versions)
{
    for (const Version &version : versions) {
        out.append(version.replica.bytes());
        putNumber(out, version.sequence);
    }
}

void putHeader(QByteArray &out, const Operation &operation)
{
    constexpr quint64 versionSize = 24;
    out.append("adit-op/1");
    putVersions(out, {operation.version});
    putNumber(out, operation.time);
    putText(out, QString(kindInfo(operation.entity.kind).name));
    out.append(operation.entity.id.bytes());
    putText(out, operation.entity.code);
    putText(out, operation.field);
    putNumber(out, versionSize * operation.bases.size());
    putVersions(out, operation.bases);
    putNumber(out, operation.edit.first);
    putText(out, operation.edit.verb);
    putText(out, operation.edit.subject);
    putNumber(out, operation.edit.undoes ? versionSize : 0);
    if (operation.edit.undoes)
        putVersions(out, {*operation.edit.undoes});
    putText(out, operation.edit.actor);
    putText(out, operation.edit.app);
    putText(out, operation.edit.language);
}

constexpr qsizetype usualHeader = 512;

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
    QByteArray out;
    out.reserve(usualHeader);
    putHeader(out, operation);
    return out;
}

Digest chainStart(const AssessmentId &assessment, const ReplicaId &replica)
{
    return blake2b(QByteArray("adit-chain/1") + assessment.bytes() + replica.bytes());
}

Digest chainedHash(const Digest &before, const Operation &operation)
{
    QByteArray out;
    out.reserve(usualHeader);
    putDigest(out, before);
    putHeader(out, operation);
    putDigest(out, operation.commitment);
    return blake2b(out);
}

QByteArray packVersions(const std::vector<Version> &versions)
{
    QByteArray out;
    putVersions(out, versions);
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
