// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/reportjob.h"

#include "core/evidence/photosforprint.h"
#include "core/release/guardedcase.h"
#include "core/report/report.h"

namespace adit {

namespace {

using Progress = std::function<bool(double)>;

/// Of the kinds that print findings.
PhotosForPrint photosFor(ReportKind kind, const CaseDocument &document)
{
    if (kind == ReportKind::Scorecard || kind == ReportKind::Actions)
        return {};
    return photosForPrint(document.assessment(), [&](const QString &sha256) { return document.content(sha256); });
}

Result<QByteArray> rendered(const PublicAssessment &disclosed, const ReportRequest &request, const Progress &progress)
{
    const ReportOptions options{.language = request.language, .copyFor = request.copyFor, .progress = progress};
    if (request.isWebPage)
        return renderWebReport(disclosed, request.kind, options);
    ADIT_TRY_ASSIGN(const auto typesetter, pdf::Typesetter::create());
    return renderReport(disclosed, request.kind, options, *typesetter);
}

} // namespace

ReportJob newReportJob(const CaseDocument &document, const ReportRequest &request)
{
    const Reader reader = readerOf(request.kind);
    const auto disclosed = std::make_shared<const PublicAssessment>(
        publicAssessment(document.view(), document.ratedItems(), document.scoreCard(), reader,
                         photosFor(request.kind, document).pictures));
    const auto make = [disclosed, request](const Progress &progress) {
        return rendered(*disclosed, request, progress);
    };
    if (reader == Reader::Public)
        return make; // a preview; the release looks
    const auto people =
        protectedPeople(document.assessment(), document.facts().role, document.surroundings().profile.get());
    if (!people)
        return [error = people.error()](const Progress &) -> Result<QByteArray> { return error; };
    return [make, people = *people, reader, assessment = std::make_shared<const Assessment>(document.assessment())](
               const Progress &progress) -> Result<QByteArray> {
        ADIT_TRY(mayLeave(*assessment, NameGuard(people), reader));
        return make(progress);
    };
}

} // namespace adit
