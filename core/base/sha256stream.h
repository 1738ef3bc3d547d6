// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hashing.h"

#include <memory>

namespace adit {

/// SHA-256 of what comes piece by piece: a file that is read with progress and can be stopped half-way. The same digest
/// as sha256() of the whole.
class Sha256Stream
{
public:
    Sha256Stream();
    ~Sha256Stream();
    Sha256Stream(const Sha256Stream &) = delete;
    Sha256Stream &operator=(const Sha256Stream &) = delete;

    void add(QByteArrayView piece);
    /// Ends the stream; nothing may be added after it.
    Digest digest();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace adit
