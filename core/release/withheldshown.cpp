// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/withheldshown.h"

#include "core/assessment/ratingrules.h"
#include "core/base/rule.h"
#include "core/release/publicrecord.h"
#include "core/release/releasebuild.h"

namespace adit {

Result<const Record *> latestRelease(const Assessment &assessment)
{
    const auto releases = releasesOf(assessment);
    if (releases.empty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("release:"), ruleMark(Rule::ReleaseFirst)};
    return releases.back();
}

Result<std::vector<QJsonObject>> showWithheld(const CaseView &view, const Record &release, const QString &redaction,
                                              const PhotoPictures &pictures)
{
    const int number = release[field::release::number].toInt();
    const QByteArray secret = QByteArray::fromHex(release[field::release::secret].toLatin1());
    const std::vector<RatedItem> items = ratedItems(view.assessment, view.standard);
    ScoringOptions options;
    options.isPostponed = isResultPostponed(view.assessment, view.standard);
    const PublicRecord record(
        publicAssessment(view, items, score(view.standard, items, options), Reader::Public, pictures), view, number,
        LeafSalts(secret, number));
    if (toHex(record.root()) != release[field::release::root])
        return Error{ErrorCode::ReleaseBlocked, QStringLiteral("case-changed"), QString::number(number)};
    std::vector<QJsonObject> shown;
    for (const QString &path : record.withheldBy(redaction))
        shown.push_back(*record.disclosure(path));
    if (shown.empty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("redaction: ") + redaction,
                     ruleMark(Rule::RedactionOfRelease)};
    return shown;
}

} // namespace adit
