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

/// The intent behind a group of operations, which were made durable together and are undone together. Travels with
/// each of them. Team audience at most: names people.
struct EditContext
{
    quint64 first = 0;             ///< sequence of the edit's first operation
    QString verb;                  ///< code of a Verb
    QString subject;               ///< requirement, chapter, file name … the edit was about; may be empty
    std::optional<Version> undoes; ///< first operation of the edit that an undo or redo takes back
    QString actor;                 ///< who
    QString app;                   ///< program version at the time
    QString language;              ///< language of the window at the time
    QByteArray salt = {};          ///< 16 bytes; empty in operations of form 1
    /// In the place of verb, subject, actor, app, language and salt where this copy's holder may not have them.
    std::optional<Digest> withheld = {};

    friend bool operator==(const EditContext &, const EditContext &) = default;
};

/// How an operation is hashed. Cases of older versions hold operations of the first form, which stay as they are.
enum class OperationForm {
    Plain = 1,    ///< what it changes and who made it stand in what is hashed
    Committed = 2 ///< they are committed to, each with a salt, so that they can be withheld from a copy by themselves
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
    QByteArray salt; ///< 32 bytes, for value and target; empty together with `value` where its holder may not have them
    std::optional<QString> value; ///< nothing: cleared
    bool disclosed = true;        ///< false: salt and value are not here, only their commitment
    Digest commitment{};          ///< BLAKE2b-256(salt ‖ value)
    Digest hash{};                ///< BLAKE2b-256(hash before ‖ header ‖ commitment)
    OperationForm form = OperationForm::Committed;
    /// True: neither is what it changes here, nor its value: `entity` and `field` mean nothing. That somebody did
    /// something, when and after what, is all that this copy knows.
    bool withheld = false;
    /// What shows that the target is the one committed to where the salt is not here: the target's half of it; of what
    /// is withheld the target's commitment. Empty of a withheld operation of form 1, whose hash cannot be checked.
    QByteArray target = {};

    Instant moment() const { return {static_cast<qint64>(time >> 16)}; }
};

/// What stands for the entity of a withheld operation.
EntityRef noEntity();

/// An operation without what somebody may not see: of the target and value, and of who made it and why.
Operation withhold(const Operation &operation, bool target, bool context);

/// Commitment to a value: verifiable with its salt, and says nothing without it.
Digest commitmentOf(const QByteArray &salt, const std::optional<QString> &value);
/// Commitment to what an operation changes; what is withheld brings its own.
Digest targetCommitment(const Operation &operation);
/// Commitment to who made an edit, with what and why. One for all operations of an edit.
Digest contextCommitment(const EditContext &edit);
/// The header as hashed: length-prefixed fields in a fixed order, documented in resources/guide/journal-format.md.
QByteArray headerBytes(const Operation &operation);
/// What stands before the first operation of a replica: binds its chain to assessment and replica.
Digest chainStart(const AssessmentId &assessment, const ReplicaId &replica);
Digest chainedHash(const Digest &before, const Operation &operation);
/// The same where `edit`, its editBytes(), is known.
Digest chainedHash(const Digest &before, const Operation &operation, QByteArrayView edit);
/// Whether an operation's hash follows from the one before it, as far as what is here can tell.
bool isChained(const Digest &before, const Operation &operation, QByteArrayView edit);

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
    OperationForm form = OperationForm::Plain;
    QByteArrayView target = {}; ///< Committed: its commitment
};
/// What an edit is, as its row holds it.
struct EditBytes
{
    quint64 first = 0;
    QByteArrayView verb, subject;
    QByteArrayView undoes; ///< packed, or empty
    QByteArrayView actor, app, language;
    QByteArrayView salt;     ///< empty in form 1
    QByteArrayView withheld; ///< the commitment in the place of all words
};
/// The part of the header that the operations of an edit share.
QByteArray editBytes(const EditBytes &edit);
QByteArray editBytes(const EditContext &edit);
/// Salts of a value and of a target, in the salt of an operation.
constexpr qsizetype saltSize = 16;
Digest targetCommitment(QByteArrayView targetSalt, const OperationBytes &operation);
/// What a commitment is the digest of, and what the hash of an operation is, at the end of `out`.
void putCommitted(std::string &out, QByteArrayView salt, const std::optional<QByteArrayView> &value);
void putCommitted(std::string &out, QByteArrayView targetSalt, const OperationBytes &operation);
void putChained(std::string &out, const Digest &before, const OperationBytes &operation, const Digest &commitment);
/// Where in what putChained() puts the target commitment of an operation begins: so many bytes before the end.
constexpr std::size_t targetBeforeEnd = 2 * sizeof(Digest);

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
