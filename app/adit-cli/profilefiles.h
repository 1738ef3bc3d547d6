// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/adit-cli/console.h"
#include "core/document/casedocument.h"
#include "core/identity/profile.h"
#include "core/identity/trustlist.h"
#include "core/parcel/parcelfile.h"

#include <QString>
#include <memory>
#include <string>
#include <vector>

namespace adit::cli {

/// The passphrase: the first line of a file, or typed at a terminal. Error ProfileNeeded where there is neither.
Result<QString> passphraseFrom(const QString &file, const QString &question);
/// Twice, for a new one that is typed. Error InvalidValue where the two differ.
Result<QString> newPassphraseFrom(const QString &file, const QString &question);

Result<std::shared_ptr<const Profile>> openProfile(const QString &path, const QString &passphraseFile);

/// Somebody's card, or the fingerprint of a profile that stands in the case. `option` is named in the error.
Result<PublicProfile> profileFor(const CaseDocument &document, const char *option, const QString &given);

/// What a reader's word says of a key: `trusted` is a fingerprint, a card or a list of trusted keys.
Result<TrustList::Standing> standingIn(const QString &trusted, const QString &fingerprint);

/// Who made a parcel is somebody that the reader trusts; without `trusted` that is said to be for people to compare.
/// Errors ProfileRevoked, ParcelInvalid, and those of the files that are named.
Result<> checkMaker(const ParcelManifest &manifest, const QString &parcel, const std::vector<std::string> &trusted,
                    const Console &console);
/// What --trust means, for help texts.
inline constexpr auto trustHelp = "Whom you trust: a fingerprint, a card, or an office's list of keys (profile trust)";

/// Stands in where somebody stores a name without a profile of their own: made at first need, in the folder for the
/// user's data, without a passphrase. The case then holds no name in clear, and whoever has this folder can read them.
Result<std::shared_ptr<const Profile>> machineProfile();
/// The same if it was made already.
std::shared_ptr<const Profile> knownMachineProfile();
QString machineProfilePath();

} // namespace adit::cli
