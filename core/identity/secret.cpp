// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/secret.h"

#include "core/base/hashing.h"

#include <cstdlib>
#include <cstring>

#include <sodium.h>
#include <sys/resource.h>

namespace adit {

Secret::Secret(std::size_t size)
    : m_size(size)
{
    static const int ready = sodium_init();
    auto *const bytes = ready < 0 ? nullptr : static_cast<unsigned char *>(sodium_malloc(size));
    if (!bytes)
        std::abort();
    std::memset(bytes, 0, size);
    m_bytes.reset(bytes, sodium_free);
}

Secret Secret::random(std::size_t size)
{
    Secret secret(size);
    randombytes_buf(secret.data(), size);
    return secret;
}

Secret Secret::taking(QByteArray &&bytes)
{
    Secret secret(static_cast<std::size_t>(bytes.size()));
    std::memcpy(secret.data(), bytes.constData(), secret.size());
    wipe(bytes);
    return secret;
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty() && bytes.isDetached())
        sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

void wipe(QString &text)
{
    // A text that somebody else still reads is theirs to overwrite.
    if (!text.isEmpty() && text.isDetached())
        sodium_memzero(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

void keepSecretsOutOfCoreDumps()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace adit
