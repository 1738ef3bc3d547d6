// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/edits/edit.h"
#include "core/report/publicphotos.h"

#include <QJsonObject>
#include <QString>
#include <vector>

namespace adit {

// What a release withholds can be shown to one party later, with what proves that it is the very text that was signed:
// a court's request, or a village that is to see the passage about itself (report.md, Release).

/// The release that counts: the last one built. Error InvalidValue where there is none.
Result<const Record *> latestRelease(const Assessment &assessment);

/// The passages that a redaction withholds in a release, each with its proof. `view`: the case as it stood when the
/// release was taken, which its record says (field::release::content). `pictures`: of the photos that were printed.
/// Errors: InvalidValue where the redaction withholds nothing in it; ReleaseBlocked ("case-changed") where what `view`
/// says is not what was released.
Result<std::vector<QJsonObject>> showWithheld(const CaseView &view, const Record &release, const QString &redaction,
                                              const PhotoPictures &pictures);

} // namespace adit
