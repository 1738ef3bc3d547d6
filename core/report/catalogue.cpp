// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue.h"

#include "core/report/book.h"
#include "core/report/parts.h"

#include <QDateTime>
#include <QTimeZone>

namespace adit {

namespace {

using namespace report;

Running runningOf(const Context &context)
{
    const Standard &standard = context.assessment.standard;
    const QString title = standard.title().in(context.words.language());
    const QString id = context.own(standard.qualifiedId());
    return {title, {}, id, id + QStringLiteral(" · ") + context.words("catalogue.kind")};
}

pdf::DocumentInfo infoOf(const Context &context)
{
    const QDateTime day(reportDay(context.assessment), QTime(0, 0), QTimeZone::utc());
    return {.title = context.assessment.standard.title().in(context.words.language()),
            .language = context.words.language(),
            .created = Instant{day.toMSecsSinceEpoch()},
            .author = {},
            .subject = context.words("catalogue.kind")};
}

} // namespace

Result<QByteArray> renderCatalogue(const Standard &standard, const ReportOptions &options, pdf::Typesetter &typesetter)
{
    ADIT_TRY_ASSIGN(const Words words, Words::in(options.language));
    const PublicAssessment assessment = nothingAssessed(standard);
    const Marks marks(standard, options.language, words("not_relevant"), words("not_assessed"));
    const Context context{assessment, words, marks, typesetter, true, false};
    Book book(context, runningOf(context), 1);
    book.add(catalogueContentsPart(context));
    const auto &chapters = assessment.score.chapters;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        if (options.progress && !options.progress(0.5 * static_cast<double>(i) / static_cast<double>(chapters.size())))
            return Error{ErrorCode::Cancelled};
        book.add(catalogueChapterPart(context, chapters[i].node));
    }
    book.add(methodPart(context));
    return book.write(infoOf(context), options.progress);
}

} // namespace adit
