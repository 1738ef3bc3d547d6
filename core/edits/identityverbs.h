// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/draft.h"
#include "core/edits/edit.h"
#include "core/identity/compartment.h"

namespace adit {

// Verbs of the identity compartment. Whoever stores a name does it in their own name: a profile that its passphrase has
// opened is needed (cli.md, `--profile`).

/// The public part of a profile comes into the case, so that others can check and answer it. No change where it is
/// there.
Result<Edit> introduce(const CaseView &view, const PublicProfile &profile);

/// A profile counts no more, because its key may be in other hands: nothing is sealed to it any longer, and what it
/// signs from that day on counts for nothing. Error InvalidValue where `by` may not say so (Revocation), or without a
/// reason; NothingToChange where it was revoked before.
Result<Edit> revoke(const CaseView &view, const Profile &by, const PublicProfile &profile, const QDate &since,
                    const QString &reason);

/// Error ProfileRevoked where a profile counts no more.
Result<> checkCounts(const Assessment &assessment, const PublicProfile &profile);

/// Hands the key of the names that `profile` wrote to `holder`, who is introduced with it. Error NothingToChange where
/// it was handed over before, or nothing was written yet.
Result<Edit> shareIdentities(const CaseView &view, const Profile &profile, const PublicProfile &holder);

/// Seals the names that one person writes in one draft.
class IdentityWriter
{
public:
    explicit IdentityWriter(const Profile &profile)
        : m_profile(profile)
    {}

    /// The value for a field of type Sealed. At first need the draft gets the writer's public profile and a key of the
    /// writer's own; the same text as before keeps the value that is there. Empty clears. Errors as for any line:
    /// TextTooLong, TextUnclean.
    Result<QString> seal(Draft &draft, const EntityRef &entity, const FieldInfo &field, const QString &text) const;

private:
    Profile m_profile;
};

} // namespace adit
