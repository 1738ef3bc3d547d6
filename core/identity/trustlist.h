// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/identity/profile.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace adit {

/// Whose keys an office vouches for, and whose it no longer does: a file, signed by the office's own profile, that its
/// auditors carry. What a fingerprint alone cannot say, a list can: that a key is really its person's.
struct TrustList
{
    struct Entry
    {
        PublicProfile profile;
        QString revoked = {}; ///< ISO date; empty: trusted
        QString reason = {};
    };
    enum class Standing { Unknown, Trusted, Revoked };

    PublicProfile issuer;
    QString issued; ///< ISO date
    std::vector<Entry> entries;

    /// The issuer is trusted too.
    Standing standingOf(const QString &fingerprint) const;
    /// In the place of an entry for the same keys.
    void put(const Entry &entry);
};

/// As a file. The issuer becomes whoever signs.
QByteArray signedList(TrustList list, const Profile &issuer);
/// Error ProfileInvalid where it is none, or was altered. Whether the issuer is to be believed is for the reader to
/// say: by its fingerprint.
Result<TrustList> readTrustList(const QByteArray &file, const QString &path);

} // namespace adit
