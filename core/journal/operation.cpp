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

/// What an operation changes.
void putTarget(std::string &out, const OperationBytes &operation)
{
    putBytes(out, operation.kind);
    put(out, operation.entity);
    putBytes(out, operation.code);
    putBytes(out, operation.field);
}

void putHeader(std::string &out, const OperationBytes &operation)
{
    const bool isPlain = operation.form == OperationForm::Plain;
    put(out, isPlain ? "adit-op/1" : "adit-op/2");
    put(out, operation.replica);
    putNumber(out, operation.sequence);
    putNumber(out, operation.time);
    if (isPlain)
        putTarget(out, operation);
    putBytes(out, operation.bases);
    put(out, operation.edit);
    if (!isPlain)
        put(out, operation.target);
}

Digest contextCommitment(const EditBytes &edit)
{
    if (!edit.withheld.isEmpty())
        return digestFromBytes(edit.withheld);
    std::string out;
    put(out, edit.salt);
    for (const QByteArrayView part : {edit.verb, edit.subject, edit.actor, edit.app, edit.language})
        putBytes(out, part);
    return blake2b(view(out));
}

/// The bytes of an operation, with what they lie in.
class HeldBytes
{
public:
    HeldBytes(const Operation &operation, QByteArrayView edit)
        : m_replica(operation.version.replica.bytes())
        , m_entity(operation.entity.id.bytes())
        , m_code(operation.entity.code.toUtf8())
        , m_field(operation.field.toUtf8())
        , m_bases(packVersions(operation.bases))
    {
        const QLatin1String kind = kindInfo(operation.entity.kind).name;
        m_bytes = {.replica = m_replica,
                   .sequence = operation.version.sequence,
                   .time = operation.time,
                   .kind = {kind.data(), kind.size()},
                   .entity = m_entity,
                   .code = m_code,
                   .field = m_field,
                   .bases = m_bases,
                   .edit = edit,
                   .form = operation.form};
        if (operation.form == OperationForm::Plain)
            return;
        const QByteArray salt = operation.salt.isEmpty() ? operation.target : operation.salt.mid(saltSize);
        m_target = operation.withheld ? operation.target : toBytes(adit::targetCommitment(salt, m_bytes));
        m_bytes.target = m_target;
    }
    HeldBytes(const HeldBytes &) = delete;
    HeldBytes &operator=(const HeldBytes &) = delete;

    const OperationBytes &bytes() const { return m_bytes; }

private:
    const QByteArray m_replica, m_entity, m_code, m_field, m_bases;
    QByteArray m_target;
    OperationBytes m_bytes;
};

} // namespace

QByteArray editBytes(const EditBytes &edit)
{
    std::string out;
    putNumber(out, edit.first);
    if (edit.salt.isEmpty() && edit.withheld.isEmpty()) {
        for (const QByteArrayView part : {edit.verb, edit.subject, edit.undoes, edit.actor, edit.app, edit.language})
            putBytes(out, part);
    } else {
        putBytes(out, edit.undoes);
        putDigest(out, contextCommitment(edit));
    }
    return view(out).toByteArray();
}

namespace {

/// The same with the bytes that it is made of.
template <typename Use>
auto withBytes(const EditContext &edit, const Use &use)
{
    const QByteArray verb = edit.verb.toUtf8();
    const QByteArray subject = edit.subject.toUtf8();
    const QByteArray undoes = edit.undoes ? packVersions({*edit.undoes}) : QByteArray();
    const QByteArray actor = edit.actor.toUtf8();
    const QByteArray app = edit.app.toUtf8();
    const QByteArray language = edit.language.toUtf8();
    const QByteArray withheld = edit.withheld ? toBytes(*edit.withheld) : QByteArray();
    return use(EditBytes{edit.first, verb, subject, undoes, actor, app, language, edit.salt, withheld});
}

} // namespace

QByteArray editBytes(const EditContext &edit)
{
    return withBytes(edit, [](const EditBytes &bytes) { return editBytes(bytes); });
}

Digest contextCommitment(const EditContext &edit)
{
    return withBytes(edit, [](const EditBytes &bytes) { return contextCommitment(bytes); });
}

Digest targetCommitment(QByteArrayView targetSalt, const OperationBytes &operation)
{
    std::string out;
    putCommitted(out, targetSalt, operation);
    return blake2b(view(out));
}

Digest targetCommitment(const Operation &operation)
{
    return digestFromBytes(HeldBytes(operation, {}).bytes().target);
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

void putCommitted(std::string &out, QByteArrayView salt, const std::optional<QByteArrayView> &value)
{
    put(out, salt.first(std::min(salt.size(), saltSize)));
    out.push_back(value ? '\1' : '\0');
    if (value)
        put(out, *value);
}

void putCommitted(std::string &out, QByteArrayView targetSalt, const OperationBytes &operation)
{
    put(out, targetSalt);
    putTarget(out, operation);
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
    const QByteArray edit = editBytes(operation.edit);
    putHeader(out, HeldBytes(operation, edit).bytes());
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
    putChained(out, before, HeldBytes(operation, edit).bytes(), operation.commitment);
    return blake2b(view(out));
}

bool isChained(const Digest &before, const Operation &operation, QByteArrayView edit)
{
    const bool isOpaque = operation.form == OperationForm::Plain && (operation.withheld || operation.edit.withheld);
    return isOpaque || chainedHash(before, operation, edit) == operation.hash;
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
