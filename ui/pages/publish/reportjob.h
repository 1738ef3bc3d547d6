// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/report/edition.h"
#include "ui/pages/reportworker.h"

#include <functional>

namespace adit {

/// Which report is wanted. Its language is not the window's.
struct ReportRequest
{
    ReportKind kind = ReportKind::Public;
    QString language = QStringLiteral("en"); ///< one of reportLanguages()
    QString copyFor = {};                    ///< of a draft: who gets this copy
    bool isWebPage = false;                  ///< one web page; else a PDF
};

/// Takes from a case what a report needs, at once; the job it gives back no longer looks at the case.
using ReportRenderer = std::function<ReportJob(const CaseDocument &document, const ReportRequest &request)>;

/// The very report: made for its reader (readerOf()), with the photos that may be printed. What does not go to the
/// public is looked through for names first, beside the window like the rest. Errors as of renderReport(), mayLeave()
/// and protectedPeople(); those come from the job too.
ReportJob newReportJob(const CaseDocument &document, const ReportRequest &request);

} // namespace adit
