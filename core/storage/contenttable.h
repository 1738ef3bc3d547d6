// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hashing.h"
#include "core/storage/sqlite.h"

#include <vector>

namespace adit {

/// Bytes of evidence, found by their SHA-256: stored once, whoever names them and however often (store.md, Evidence).
/// What is longer than 16 MiB lies in parts of 1 MiB.
class ContentTable
{
public:
    explicit ContentTable(Database &database);

    /// Does nothing if they are there already.
    Result<> put(QByteArrayView bytes);
    /// Error FileDamaged where they are not there, or are not what the hash says.
    Result<QByteArray> bytes(const Digest &hash);
    /// In the order of their hashes.
    Result<std::vector<Digest>> all();

private:
    Result<bool> has(const QByteArray &hash);

    Database &m_database;
};

} // namespace adit
