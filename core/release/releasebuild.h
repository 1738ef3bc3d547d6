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
#include <memory>

namespace adit {

constexpr qsizetype releaseSecretSize = 32;

/// What a release is made of, taken from a case at once; the rest no longer looks at the case.
struct ReleaseSource
{
    PublicAssessment assessment;
    PublicRecord record;
    ReleaseManifest manifest; ///< without files
    ReleaseEdition edition;
    QString language;
    std::vector<WithheldPassage> withheld; ///< to look for in what was built
    std::shared_ptr<const NameGuard> guard;
    QByteArray secret; ///< of its salts
};

/// `guard` knows the people of the case (protectedPeople()). `secret`: drawn for this release alone, releaseSecretSize
/// bytes. `folder`: name of the folder it will be in, printed where it says how to check. `pictures`: of the
/// photos that are printed (photosForPrint()). Errors: ReleaseBlocked
/// (subject: code of the first hold, detail: all of them), InvalidValue (no word of what changed since the last
/// release).
Result<ReleaseSource> takeRelease(const CaseView &view, const std::vector<RatedItem> &items, const ScoreCard &card,
                                  const ReleaseInput &input, std::shared_ptr<const NameGuard> guard,
                                  const QByteArray &secret, const QString &folder, const QDate &day,
                                  const PhotoPictures &pictures = {});

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

/// Puts it on record that a release was built, with its secret: before its files go anywhere, or its salts could be
/// given again.
Result<Edit> recordRelease(const CaseView &view, const EntityRef &newRelease, const ReleaseSource &source,
                           const BuiltRelease &built, const ReleaseInput &input, const QString &acknowledgedBy);

/// Puts it on record that all roles have signed what was built, with their signatures. `manifest`: of a folder that is
/// as it was built (intactRelease()). Errors: ReleaseBlocked ("not-of-case" where this case has built no such release,
/// "withdrawn", "not-signed" with the roles that are missing, one a line); NothingToChange.
Result<Edit> finishRelease(const CaseView &view, const ReleaseManifest &manifest, const QDate &day);

/// It is not to be relied on any longer; its number is not given again. Errors: InvalidValue (no such number, no
/// reason), ProfileRevoked, NothingToChange.
Result<Edit> withdrawRelease(const CaseView &view, int number, const QString &reason, const Profile &by,
                             const QDate &day);

/// The releases of a case that were built, by number.
std::vector<const Record *> releasesOf(const Assessment &assessment);

} // namespace adit
