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

void putList(QByteArray &out, const std::vector<Version> &versions)
{
    constexpr quint64 versionSize = 24;
    putNumber(out, versionSize * versions.size());
    putVersions(out, versions);
}

std::vector<Version> undoneBy(const EditContext &edit)
{
    return edit.undoes ? std::vector{*edit.undoes} : std::vector<Version>();
}

void putTarget(QByteArray &out, const Operation &operation)
{
    putText(out, QString(kindInfo(operation.entity.kind).name));
    out.append(operation.entity.id.bytes());
    putText(out, operation.entity.code);
    putText(out, operation.field);
}

void putPlainHeader(QByteArray &out, const Operation &operation)
{
    out.append("adit-op/1");
    putVersions(out, {operation.version});
    putNumber(out, operation.time);
    putTarget(out, operation);
    putList(out, operation.bases);
    putNumber(out, operation.edit.first);
    putText(out, operation.edit.verb);
    putText(out, operation.edit.subject);
    putList(out, undoneBy(operation.edit));
    putText(out, operation.edit.actor);
    putText(out, operation.edit.app);
    putText(out, operation.edit.language);
}

void putCommittedHeader(QByteArray &out, const Operation &operation)
{
    out.append("adit-op/2");
    putVersions(out, {operation.version});
    putNumber(out, operation.time);
    putList(out, operation.bases);
    putNumber(out, operation.edit.first);
    putList(out, undoneBy(operation.edit));
    putDigest(out, targetCommitment(operation));
    putDigest(out, contextCommitment(operation.edit));
}

void putHeader(QByteArray &out, const Operation &operation)
{
    operation.form == OperationForm::Plain ? putPlainHeader(out, operation) : putCommittedHeader(out, operation);
}

/// The target's salt follows from the operation's, and not the other way round: who holds it alone cannot find out the
/// value by trying.
QByteArray targetSalt(const Operation &operation)
{
    return operation.salt.isEmpty() ? operation.target : toBytes(blake2b("adit-target/2" + operation.salt));
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

Digest targetCommitment(const Operation &operation)
{
    if (operation.withheld)
        return digestFromBytes(operation.target);
    QByteArray out;
    out.reserve(usualHeader);
    out.append(targetSalt(operation));
    putTarget(out, operation);
    return blake2b(out);
}

Digest contextCommitment(const EditContext &edit)
{
    if (edit.withheld)
        return *edit.withheld;
    QByteArray out;
    out.reserve(usualHeader);
    out.append(edit.salt);
    for (const QString *word : {&edit.verb, &edit.subject, &edit.actor, &edit.app, &edit.language})
        putText(out, *word);
    return blake2b(out);
}

EntityRef noEntity()
{
    static const EntityId nobody(QUuid(QStringLiteral("ffffffff-ffff-ffff-ffff-ffffffffffff")));
    return {EntityKind::Details, nobody, {}};
}

Operation withhold(const Operation &operation, bool target, bool context)
{
    Operation shown = operation;
    const bool isCommitted = operation.form == OperationForm::Committed;
    if (target && !operation.withheld) {
        shown.target = isCommitted ? toBytes(targetCommitment(operation)) : QByteArray();
        shown.entity = noEntity();
        shown.field.clear();
        shown.salt.clear();
        shown.value.reset();
        shown.disclosed = false;
        shown.withheld = true;
    }
    if (context && !operation.edit.withheld) {
        shown.edit = {};
        shown.edit.first = operation.edit.first;
        shown.edit.undoes = operation.edit.undoes;
        shown.edit.withheld = isCommitted ? contextCommitment(operation.edit) : Digest{};
    }
    return shown;
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

bool isChained(const Digest &before, const Operation &operation)
{
    const bool isOpaque = operation.form == OperationForm::Plain && (operation.withheld || operation.edit.withheld);
    return isOpaque || chainedHash(before, operation) == operation.hash;
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
