// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/hashing.h"
#include "core/base/id.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace adit {

/// Names one operation: the `sequence`-th (from 1, without gaps) of one replica. A replica is one copy of the file on
/// one laptop.
struct Version
{
    ReplicaId replica;
    quint64 sequence;

    friend bool operator==(const Version &, const Version &) = default;
    friend bool operator<(const Version &a, const Version &b)
    {
        return a.replica == b.replica ? a.sequence < b.sequence : a.replica < b.replica;
    }
    friend size_t qHash(const Version &version, size_t seed = 0)
    {
        return qHashMulti(seed, version.replica, version.sequence);
    }
};

/// The intent behind a group of operations, which were made durable together and are undone together. Travels in the
/// header of each of them. Team audience at most: names people.
struct EditContext
{
    quint64 first = 0;             ///< sequence of the edit's first operation
    QString verb;                  ///< code of a Verb
    QString subject;               ///< requirement, chapter, file name … the edit was about; may be empty
    std::optional<Version> undoes; ///< first operation of the edit that an undo or redo takes back
    QString actor;                 ///< who
    QString app;                   ///< program version at the time
    QString language;              ///< language of the window at the time

    friend bool operator==(const EditContext &, const EditContext &) = default;
};

/// *This field of this entity now has this value*: by whom, when, knowing which earlier values (store.md, Journal and
/// merge). The list of operations is the truth; the tables are a view of it.
struct Operation
{
    Version version;
    quint64 time = 0; ///< hybrid logical clock: milliseconds since 1970 UTC << 16 | counter
    EntityRef entity;
    QString field;              ///< name in the registry; "name/member" for a set
    std::vector<Version> bases; ///< the values this one was meant to replace, sorted
    EditContext edit;
    QByteArray salt;              ///< 16 bytes; empty together with `value` where its holder may not have them
    std::optional<QString> value; ///< nothing: cleared
    bool disclosed = true;        ///< false: salt and value are not here, only their commitment
    Digest commitment{};          ///< BLAKE2b-256(salt ‖ value)
    Digest hash{};                ///< BLAKE2b-256(hash before ‖ header ‖ commitment)

    Instant moment() const { return {static_cast<qint64>(time >> 16)}; }
};

/// Commitment to a value: verifiable with its salt, and says nothing without it.
Digest commitmentOf(const QByteArray &salt, const std::optional<QString> &value);
/// The header as hashed: length-prefixed fields in a fixed order, documented in resources/guide/journal-format.md.
QByteArray headerBytes(const Operation &operation);
/// What stands before the first operation of a replica: binds its chain to assessment and replica.
Digest chainStart(const AssessmentId &assessment, const ReplicaId &replica);
Digest chainedHash(const Digest &before, const Operation &operation);
/// The same where `edit`, its editBytes(), is known.
Digest chainedHash(const Digest &before, const Operation &operation, QByteArrayView edit);

/// The same of an operation as its row holds it: bytes where they lie. What looks through a whole journal makes no
/// Operation of each row.
struct OperationBytes
{
    QByteArrayView replica; ///< 16 bytes
    quint64 sequence = 0;
    quint64 time = 0;
    QByteArrayView kind;
    QByteArrayView entity; ///< 16 bytes
    QByteArrayView code;
    QByteArrayView field;
    QByteArrayView bases; ///< packed
    QByteArrayView edit;  ///< editBytes()
};
/// The part of the header that the operations of an edit share. `undoes`: packed, or empty.
QByteArray editBytes(quint64 first, QByteArrayView verb, QByteArrayView subject, QByteArrayView undoes,
                     QByteArrayView actor, QByteArrayView app, QByteArrayView language);
QByteArray editBytes(const EditContext &edit);
/// What a commitment is the digest of, and what the hash of an operation is, at the end of `out`.
void putCommitted(std::string &out, QByteArrayView salt, const std::optional<QByteArrayView> &value);
void putChained(std::string &out, const Digest &before, const OperationBytes &operation, const Digest &commitment);

/// Bases as stored: 16 bytes of replica and 8 of sequence each, big-endian.
QByteArray packVersions(const std::vector<Version> &versions);
/// Whether bytes are a whole number of versions, and how many; nothing if they are not.
std::optional<qsizetype> packedVersions(QByteArrayView bytes);
/// Nothing if they are not.
std::optional<std::vector<Version>> unpackVersions(QByteArrayView bytes);

/// A clock that never runs backwards and orders what one replica did after what it knew (hybrid logical clock).
class HybridClock
{
public:
    explicit HybridClock(quint64 latest = 0)
        : m_latest(latest)
    {}
    quint64 next(Instant now);
    quint64 latest() const { return m_latest; }

private:
    quint64 m_latest;
};

} // namespace adit
