// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pdf/typesetter.h"
#include "core/report/edition.h"
#include "core/report/publicassessment.h"

#include <QByteArray>
#include <functional>
#include <optional>

namespace adit {

/// Short and stable: "public", "full". Nothing for another word.
QString codeOf(ReportKind kind);
std::optional<ReportKind> reportKindFrom(const QString &code);
/// Whose report a kind is: what it is made from has to be made for that reader (publicAssessment()).
Reader readerOf(ReportKind kind);

struct ReportOptions
{
    QString language = QStringLiteral("en");    ///< of the report, not of the window
    std::optional<ReleaseEdition> edition = {}; ///< of a release; nothing: a preview, and every page says so
    QString copyFor = {};                       ///< who gets this copy of a draft; needed for one
    /// Gets 0 to 1 now and then; false stops (Error Cancelled). Called on the thread that renders.
    std::function<bool(double)> progress = {};
};

/// Languages a report can be had in.
QStringList reportLanguages();

/// The report as a PDF. InvalidValue for a draft that is for nobody, and for a surveillance summary of
/// another audit. Same input, same bytes: dates come from the
/// assessment (reportDay()), never from the clock. May run on any thread; the typesetter belongs to that thread and is
/// kept for the next report. Errors: UnknownChoice for a language without words, FontMissing, Cancelled, ReportFailed.
Result<QByteArray> renderReport(const PublicAssessment &assessment, ReportKind kind, const ReportOptions &options,
                                pdf::Typesetter &typesetter);

/// The same as one web page that holds all it needs: no script, nothing to fetch. Same input, same bytes; needs no
/// fonts. Errors: UnknownChoice, Cancelled, ReportFailed.
Result<QByteArray> renderWebReport(const PublicAssessment &assessment, ReportKind kind, const ReportOptions &options);

/// Writes a report whole or not at all: a file that is there stays as it was until the new one is complete. Errors:
/// FileExists (a pipe, a device, a folder or a case), FolderUnwritable, StorageFull, StorageFailed.
Result<> writeReport(const QString &path, const QByteArray &bytes);

} // namespace adit
