// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/reporttemplate.h"
#include "core/edits/edit.h"

namespace adit {

/// A report template as an office hands it to its auditors: a JSON file, and beside it the picture that it names
/// (resources/guide/report-template.md). The picture is made anew from its pixels alone, small enough to travel with a
/// case.
struct OfficeTemplate
{
    static constexpr int leastPixels = 32;  ///< each way
    static constexpr int mostStretched = 8; ///< times as long one way as the other
    static constexpr int mostMegabytes = 5; ///< of the picture as it is in its file
    // What fits at 300 dots an inch into 120 by 44 points of page one.
    static constexpr int logoWidth = 500;
    static constexpr int logoHeight = 183;

    ReportTemplate made;  ///< its `logo` is the SHA-256 of the one below
    QByteArray logo = {}; ///< a baseline JPEG of at most largestLogo; empty where it has none

    /// Errors: FileMissing and StorageFailed (subject: path), InvalidValue as of ReportTemplate::fromJson(), and at
    /// "/logo" as of printPhoto(), LogoName, LogoBytes, LogoShape.
    static Result<OfficeTemplate> read(const QString &path);
};

/// The logo that a file of a picture makes: same bytes, same logo. Errors as above.
Result<QByteArray> logoFrom(const QByteArray &bytes);

/// Template and logo as a case keeps them, in one edit.
Result<Edit> setReportTemplate(const CaseView &view, const OfficeTemplate &given);
/// The program's own words, and nobody's address.
Result<Edit> removeReportTemplate(const CaseView &view);

} // namespace adit
