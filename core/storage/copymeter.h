// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace adit {

/// How far a long copy is, in bytes as far as they are known before, and whether somebody wants it to go on.
class CopyMeter
{
public:
    /// Gets 0 to 1 and returns false to cancel.
    using Progress = std::function<bool(double)>;

    /// What one operation counts as, which is short beside a photo.
    static constexpr qint64 bytesOfOperation = 512;

    CopyMeter(const Progress &progress, qint64 all)
        : m_progress(progress)
        , m_all(std::max<qint64>(all, 1))
    {}

    /// Error Cancelled.
    Result<> add(qint64 bytes)
    {
        m_done += bytes;
        const bool goesOn = !m_progress || m_progress(std::min(1.0, double(m_done) / double(m_all)));
        return goesOn ? Result<>() : Error{ErrorCode::Cancelled};
    }

private:
    const Progress &m_progress; ///< of who copies
    qint64 m_all;
    qint64 m_done = 0;
};

} // namespace adit
