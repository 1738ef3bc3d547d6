// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pdf/typesetter.h"
#include "core/release/publicrecord.h"
#include "core/release/readback.h"
#include "core/release/releasecheck.h"
#include "core/release/releasegate.h"
#include "core/report/edition.h"

#include <functional>

namespace adit {

/// What a release is made of, taken from a case at once; the rest no longer looks at the case.
struct ReleaseSource
{
    PublicAssessment assessment;
    PublicRecord record;
    ReleaseManifest manifest; ///< without files
    ReleaseEdition edition;
    QString language;
    std::vector<WithheldPassage> withheld; ///< to look for in what was built
};

/// Errors: ReleaseBlocked (subject: code of the first hold, detail: all of them), InvalidValue (no word of what changed
/// since the last release). `secret`: field::details::release_secret, in bytes. `folder`: name of the folder it will be
/// in, printed where it says how to check.
Result<ReleaseSource> takeRelease(const CaseView &view, const std::vector<RatedItem> &items, const ScoreCard &card,
                                  const ReleaseInput &input, const QString &folder, const QDate &day);

struct BuiltRelease
{
    ReleaseFiles files; ///< all, with the unsigned manifest
    ReleaseManifest manifest;
};
/// Makes the files, reads them back and looks for what must not be in them. Any thread. Errors as of renderReport();
/// ReleaseBlocked (subject "leak", detail: secret, file and place, one a line).
Result<BuiltRelease> buildRelease(const ReleaseSource &source, pdf::Typesetter &typesetter,
                                  const std::function<bool(double)> &progress = {});

/// Number of the next release of a case: they count from 1, and none is given twice.
int nextReleaseNumber(const Assessment &assessment);

/// Puts it on record that a release was built.
Result<Edit> recordRelease(const CaseView &view, const EntityRef &newRelease, const BuiltRelease &built,
                           const ReleaseInput &input, const QString &acknowledgedBy);
/// The secret that salts follow from; made once.
Result<Edit> giveReleaseSecret(const CaseView &view, const QByteArray &secret);

} // namespace adit
