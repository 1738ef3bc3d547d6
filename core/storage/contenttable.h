// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hashing.h"
#include "core/journal/operation.h"
#include "core/storage/sqlite.h"

#include <functional>
#include <vector>

namespace adit {

/// Where the bytes of a hash are.
enum class ContentState {
    Here,
    LeftOut, ///< on purpose: this file was made of a backup, which keeps no evidence
    Missing
};

/// Whether the value of an operation is the digest of bytes that are kept here: a file of evidence, a photo as it is
/// printed.
bool namesContent(const Operation &operation);

/// Bytes of evidence, found by their SHA-256: stored once, whoever names them and however often (store.md, Evidence).
/// They lie in parts, which are written from the last one to the first: where the first is, all are. So a long file can
/// come in step by step, and what a crash left half-way counts as not there. A part numbered -1 says that they were
/// left out of this copy.
class ContentTable
{
public:
    /// Small enough that an edit hardly waits for one that is being written; older versions wrote longer ones.
    static constexpr qsizetype partSize = 256 * 1024;
    static qint64 partsOf(qsizetype size);

    explicit ContentTable(Database &database);

    Result<ContentState> state(const Digest &hash);
    /// Does nothing if they are there already.
    Result<> put(QByteArrayView bytes);
    /// Part `part` of `bytes`, of which `hash` is the digest: that is for the caller to see to. To be called for all
    /// parts, from partsOf() - 1 down to 0, where state() is not Here.
    Result<> putPart(const Digest &hash, QByteArrayView bytes, qint64 part);
    /// Part `part` of `parts`, cut as another file has it; in the same order.
    Result<> putPiece(const Digest &hash, qint64 part, qint64 parts, const QByteArray &piece);
    /// How many there are.
    Result<qint64> size(const Digest &hash);
    /// In how many parts they lie; 0 where they are not here.
    Result<qint64> partsHere(const Digest &hash);
    /// Says that they are not here on purpose.
    Result<> leaveOut(const Digest &hash);
    /// Error FileDamaged where they are not there, or are not what the hash says; InvalidValue where they were left
    /// out.
    Result<QByteArray> bytes(const Digest &hash);
    /// Reads them through, part by part: in how many they lie. Errors as bytes(), once all are read; FileDamaged also
    /// for more than `limit` bytes. `take` returns false to stop (error Cancelled).
    Result<qint64> read(const Digest &hash, qint64 limit, const std::function<bool(const QByteArray &)> &take);
    /// A part as it lies there, unchecked; empty behind the last one.
    Result<QByteArray> part(const Digest &hash, qint64 part);

    /// True if an operation, or evidence, names them, however long ago: undo and redo come back to it.
    Result<bool> isNamed(const Digest &hash);
    /// Takes one part away, the first one first, of bytes that nothing names. False once none is left.
    Result<bool> removePart(const Digest &hash);
    /// Takes away all bytes that nothing names: what was read in and then not wanted, or half read in at a crash.
    Result<> sweep();
    /// Those that evidence names and that were left out, in the order of their hashes.
    Result<std::vector<Digest>> leftOut();

private:
    Error damaged(const Digest &hash, const QString &how) const;
    Result<bool> hasPart(const Digest &hash, qint64 part);

    Database &m_database;
};

} // namespace adit
