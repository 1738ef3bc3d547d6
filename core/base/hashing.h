// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QUuid>
#include <array>
#include <functional>

namespace adit {

/// 32 bytes of a digest. Compared byte by byte; shown to people and in JSON as lower-case hex.
using Digest = std::array<unsigned char, 32>;

/// BLAKE2b-256 (libsodium): commitments and the hash chain of the journal.
Digest blake2b(QByteArrayView data);
/// SHA-256: what strangers are expected to recompute (the standard's hash, released files).
Digest sha256(QByteArrayView data);

QByteArray toBytes(const Digest &digest);
QString toHex(const Digest &digest);
/// All zeros if the number of bytes is not 32 (which no real digest is).
Digest digestFromBytes(QByteArrayView bytes);

/// Where salts and random ids come from. Secure by default; seeded only for reproducible samples and tests.
class Random
{
public:
    static Random secure();
    static Random seeded(quint64 seed);

    QByteArray bytes(int count);
    /// A version 4 UUID.
    QUuid uuid();

private:
    explicit Random(std::function<void(unsigned char *, std::size_t)> fill);

    std::function<void(unsigned char *, std::size_t)> m_fill;
};

} // namespace adit
