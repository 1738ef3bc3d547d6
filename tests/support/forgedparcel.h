// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/profile.h"

#include <QByteArray>
#include <functional>

namespace adit::test {

/// What a dishonest recipient makes of a parcel: under the same key, behind the same manifest and before the same
/// signatures, with another content of the same size. Written from resources/guide/parcel-format.md, not with the
/// program's own writer.
QByteArray forgedParcel(const QByteArray &parcel, const Profile &recipient,
                        const std::function<void(QByteArray &)> &forgeContent);

} // namespace adit::test
