// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hashing.h"

#include <algorithm>
#include <cstdlib>

#include <sodium.h>

namespace adit {

namespace {

void ensureSodium()
{
    // Thread-safe and idempotent; fails only where the system has no source of randomness, where nothing may go on.
    static const int ready = sodium_init();
    if (ready < 0)
        std::abort();
}

const unsigned char *raw(QByteArrayView data)
{
    return reinterpret_cast<const unsigned char *>(data.data());
}

} // namespace

Digest blake2b(QByteArrayView data)
{
    ensureSodium();
    Digest digest;
    crypto_generichash(digest.data(), digest.size(), raw(data), static_cast<unsigned long long>(data.size()), nullptr,
                       0);
    return digest;
}

Digest sha256(QByteArrayView data)
{
    Digest digest;
    crypto_hash_sha256(digest.data(), raw(data), static_cast<unsigned long long>(data.size()));
    return digest;
}

QByteArray toBytes(const Digest &digest)
{
    return {reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(digest.size())};
}

QString toHex(const Digest &digest)
{
    return QString::fromLatin1(toBytes(digest).toHex());
}

Digest digestFromBytes(QByteArrayView bytes)
{
    Digest digest{};
    if (bytes.size() == static_cast<qsizetype>(digest.size()))
        std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

Random::Random(std::function<void(unsigned char *, std::size_t)> fill)
    : m_fill(std::move(fill))
{}

Random Random::secure()
{
    ensureSodium();
    return Random([](unsigned char *out, std::size_t count) { randombytes_buf(out, count); });
}

Random Random::seeded(quint64 seed)
{
    ensureSodium();
    return Random([seed, block = quint64{0}](unsigned char *out, std::size_t count) mutable {
        std::array<unsigned char, randombytes_SEEDBYTES> key{};
        for (std::size_t i = 0; i < 8; ++i) {
            key[i] = static_cast<unsigned char>(seed >> (8 * i));
            key[8 + i] = static_cast<unsigned char>(block >> (8 * i));
        }
        ++block;
        randombytes_buf_deterministic(out, count, key.data());
    });
}

QByteArray Random::bytes(int count)
{
    QByteArray out(count, Qt::Uninitialized);
    m_fill(reinterpret_cast<unsigned char *>(out.data()), static_cast<std::size_t>(count));
    return out;
}

QUuid Random::uuid()
{
    QByteArray raw = bytes(16);
    raw[6] = static_cast<char>((raw[6] & 0x0f) | 0x40);
    raw[8] = static_cast<char>((raw[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(raw);
}

} // namespace adit
