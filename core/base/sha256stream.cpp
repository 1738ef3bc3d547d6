// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256stream.h"

#include <sodium.h>

namespace adit {

struct Sha256Stream::State
{
    crypto_hash_sha256_state state;
};

Sha256Stream::Sha256Stream()
    : m_state(std::make_unique<State>())
{
    crypto_hash_sha256_init(&m_state->state);
}

Sha256Stream::~Sha256Stream() = default;

void Sha256Stream::add(QByteArrayView piece)
{
    crypto_hash_sha256_update(&m_state->state, reinterpret_cast<const unsigned char *>(piece.data()),
                              static_cast<unsigned long long>(piece.size()));
}

Digest Sha256Stream::digest()
{
    Digest digest;
    crypto_hash_sha256_final(&m_state->state, digest.data());
    return digest;
}

} // namespace adit
