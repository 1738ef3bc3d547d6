// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/operation.h"

#include <QtEndian>
#include <algorithm>

namespace adit {

namespace {

/// Bytes are put together in plain strings, which grow by a few at a time faster than a QByteArray does.
void putNumber(std::string &out, quint64 number)
{
    char bytes[8];
    qToBigEndian(number, bytes);
    out.append(bytes, 8);
}

void put(std::string &out, QByteArrayView bytes)
{
    out.append(bytes.data(), static_cast<std::size_t>(bytes.size()));
}

void putBytes(std::string &out, QByteArrayView bytes)
{
    putNumber(out, static_cast<quint64>(bytes.size()));
    put(out, bytes);
}

void putDigest(std::string &out, const Digest &digest)
{
    out.append(reinterpret_cast<const char *>(digest.data()), digest.size());
}

QByteArrayView view(const std::string &bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

constexpr qsizetype replicaSize = 16;
constexpr qsizetype versionSize = 24;
constexpr std::size_t usualHeader = 512;

void putHeader(std::string &out, const OperationBytes &operation)
{
    put(out, "adit-op/1");
    put(out, operation.replica);
    putNumber(out, operation.sequence);
    putNumber(out, operation.time);
    putBytes(out, operation.kind);
    put(out, operation.entity);
    putBytes(out, operation.code);
    putBytes(out, operation.field);
    putBytes(out, operation.bases);
    put(out, operation.edit);
}

void putHeader(std::string &out, const Operation &operation, QByteArrayView edit)
{
    const QLatin1String kind = kindInfo(operation.entity.kind).name;
    const QByteArray replica = operation.version.replica.bytes();
    const QByteArray entity = operation.entity.id.bytes();
    const QByteArray code = operation.entity.code.toUtf8();
    const QByteArray field = operation.field.toUtf8();
    const QByteArray bases = packVersions(operation.bases);
    putHeader(out, {.replica = replica,
                    .sequence = operation.version.sequence,
                    .time = operation.time,
                    .kind = {kind.data(), kind.size()},
                    .entity = entity,
                    .code = code,
                    .field = field,
                    .bases = bases,
                    .edit = edit});
}

} // namespace

QByteArray editBytes(quint64 first, QByteArrayView verb, QByteArrayView subject, QByteArrayView undoes,
                     QByteArrayView actor, QByteArrayView app, QByteArrayView language)
{
    std::string out;
    putNumber(out, first);
    for (const QByteArrayView part : {verb, subject, undoes, actor, app, language})
        putBytes(out, part);
    return view(out).toByteArray();
}

QByteArray editBytes(const EditContext &edit)
{
    return editBytes(edit.first, edit.verb.toUtf8(), edit.subject.toUtf8(),
                     edit.undoes ? packVersions({*edit.undoes}) : QByteArray(), edit.actor.toUtf8(), edit.app.toUtf8(),
                     edit.language.toUtf8());
}

void putCommitted(std::string &out, QByteArrayView salt, const std::optional<QByteArrayView> &value)
{
    put(out, salt);
    out.push_back(value ? '\1' : '\0');
    if (value)
        put(out, *value);
}

void putChained(std::string &out, const Digest &before, const OperationBytes &operation, const Digest &commitment)
{
    putDigest(out, before);
    putHeader(out, operation);
    putDigest(out, commitment);
}

Digest commitmentOf(const QByteArray &salt, const std::optional<QString> &value)
{
    std::string bytes;
    const QByteArray utf8 = value.value_or(QString()).toUtf8();
    putCommitted(bytes, salt, value ? std::optional<QByteArrayView>(utf8) : std::nullopt);
    return blake2b(view(bytes));
}

QByteArray headerBytes(const Operation &operation)
{
    std::string out;
    putHeader(out, operation, editBytes(operation.edit));
    return view(out).toByteArray();
}

Digest chainStart(const AssessmentId &assessment, const ReplicaId &replica)
{
    return blake2b(QByteArray("adit-chain/1") + assessment.bytes() + replica.bytes());
}

Digest chainedHash(const Digest &before, const Operation &operation)
{
    return chainedHash(before, operation, editBytes(operation.edit));
}

Digest chainedHash(const Digest &before, const Operation &operation, QByteArrayView edit)
{
    std::string out;
    out.reserve(usualHeader);
    putDigest(out, before);
    putHeader(out, operation, edit);
    putDigest(out, operation.commitment);
    return blake2b(view(out));
}

QByteArray packVersions(const std::vector<Version> &versions)
{
    std::string out;
    for (const Version &version : versions) {
        put(out, version.replica.bytes());
        putNumber(out, version.sequence);
    }
    return view(out).toByteArray();
}

std::optional<qsizetype> packedVersions(QByteArrayView bytes)
{
    if (bytes.size() % versionSize != 0)
        return std::nullopt;
    for (qsizetype at = 0; at < bytes.size(); at += versionSize)
        if (std::ranges::count(bytes.sliced(at, replicaSize), '\0') == replicaSize)
            return std::nullopt;
    return bytes.size() / versionSize;
}

std::optional<std::vector<Version>> unpackVersions(QByteArrayView bytes)
{
    if (!packedVersions(bytes))
        return std::nullopt;
    std::vector<Version> versions;
    for (qsizetype at = 0; at < bytes.size(); at += versionSize)
        versions.push_back({ReplicaId(QUuid::fromRfc4122(bytes.sliced(at, replicaSize))),
                            qFromBigEndian<quint64>(bytes.data() + at + replicaSize)});
    return versions;
}

quint64 HybridClock::next(Instant now)
{
    const quint64 wall = static_cast<quint64>(std::max<qint64>(now.milliseconds, 0)) << 16;
    m_latest = std::max(wall, m_latest + 1);
    return m_latest;
}

} // namespace adit
