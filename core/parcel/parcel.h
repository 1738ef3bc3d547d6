// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/casedocument.h"
#include "core/parcel/parcelfile.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace adit {

/// Whom a parcel is for, and as what.
struct ParcelOrder
{
    QString role;                               ///< code of ADIT_ROLES
    QStringList chapters = {};                  ///< of those the role may be narrowed to; none: all
    std::vector<PublicProfile> recipients = {}; ///< whose keys it is sealed to
    std::optional<QDate> day = {};              ///< of the hand-over; else today's
};

/// What an order would hand over: errors UnknownChoice (role), InvalidValue (chapters, nobody to seal it to),
/// UnknownNode, ProfileRevoked, ProfileNeeded.
Result<> checkOrder(const CaseDocument &document, const ParcelOrder &order);

/// What becomes of the names of people in a parcel.
enum class NamesInside {
    None, ///< there are none in the case
    Stay, ///< the role sees none, or some recipient holds no key to them
    Some, ///< those whose key all recipients hold
    All
};
/// What makeParcel() would do with them: to be said before it does.
NamesInside namesInside(const CaseDocument &document, const ParcelOrder &order);

/// Makes a parcel of what the role may see (store.md, Security): everything else travels as commitments, so that what
/// comes back still verifies and merges. Names of people go along only where every recipient could read them before.
/// Once the file is there, the case records the hand-over with where the journal stood, signed. The file at `path` must
/// be free; it is whole or not there. The open profile signs.
Result<ParcelManifest> makeParcel(CaseDocument &document, const ParcelOrder &order, const QString &path,
                                  const ParcelProgress &progress = {});

/// What a parcel says it holds, for the one it is sealed to. Errors as ParcelReader::open().
Result<ParcelManifest> lookInto(const QString &path, const Profile &recipient);

/// Makes a case of a parcel at a path that must be free: a copy of the recipient's own, in which the role writes what
/// it may, and which merges back. Error ParcelInvalid also where what is inside is no case, or not the one that the
/// parcel says.
Result<ParcelManifest> openParcel(const QString &path, const Profile &recipient, const QString &casePath,
                                  const ParcelProgress &progress = {});

} // namespace adit
