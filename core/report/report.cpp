// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/pdf/direction.h"
#include "core/report/book.h"
#include "core/report/parts.h"
#include "core/report/scorecard.h"

#include <QDateTime>
#include <QTimeZone>

namespace adit {

namespace {

using namespace report;

QString idOf(const Context &context)
{
    const QString &id = *context.assessment.details.reportId;
    return id.isEmpty() ? context.words("footer.no_id") : pdf::isolated(id);
}

QString identityOf(const Context &context)
{
    const PublicDetails &details = context.assessment.details;
    QStringList parts;
    parts.append(idOf(context));
    parts.append(context.words("footer.kind"));
    parts.append(context.editionMark());
    if (*details.fictional)
        parts.append(context.words("fictional"));
    return parts.join(QStringLiteral(" · "));
}

/// Kind and year of the audit, as they stand behind the site's name.
QString auditOf(const Context &context)
{
    const PublicDetails &details = context.assessment.details;
    QString out;
    if (!details.kind->isEmpty())
        out += QStringLiteral(" · ") + context.words.named("audit.kind", *details.kind);
    const auto date = details.visitEnd.value() ? *details.visitEnd : *details.reportDate;
    return date ? out + QChar(0x00A0) + QString::number(date->year()) : out;
}

QString siteOf(const Context &context)
{
    const QString &site = *context.assessment.details.site;
    return site.isEmpty() ? context.words("unnamed_site") : site;
}

Running runningOf(const Context &context)
{
    return {siteOf(context), auditOf(context), idOf(context), identityOf(context)};
}

pdf::DocumentInfo infoOf(const Context &context, ReportKind kind)
{
    const Words &words = context.words;
    const PublicDetails &details = context.assessment.details;
    const QDateTime day(reportDay(context.assessment), QTime(0, 0), QTimeZone::utc());
    return {.title = words(kind == ReportKind::Public ? "document.public" : "document.scorecard",
                           {{"site", siteOf(context)}}),
            .language = words.language(),
            .created = Instant{day.toMSecsSinceEpoch()},
            .author = *details.auditFirm,
            .subject = words("document.subject")};
}

/// The loosest setting of page one that is one page.
Part scorecard(const Context &context, const Places &places)
{
    for (int tightness = 0; tightness < tightest; ++tightness) {
        Part part = scorecardPart(context, places, tightness);
        if (Book::pagesOf(part) == 1)
            return part;
    }
    return scorecardPart(context, places, tightest);
}

/// All parts but page one; false if cancelled.
bool addParts(Book &book, const Context &context, const Progress &progress)
{
    book.add(contentsPart(context));
    for (const PublicPlainText *text : plainTexts(context))
        book.add(plainPart(context, *text));
    book.add(minePart(context));
    book.add(auditPart(context));
    book.add(resultsPart(context));
    const std::size_t chapters = context.assessment.score.chapters.size();
    for (std::size_t i = 0; i < chapters; ++i) {
        if (progress && !progress(0.5 * static_cast<double>(i) / static_cast<double>(chapters)))
            return false;
        book.add(chapterPart(context, i));
    }
    book.add(actionsPart(context));
    if (hasVoices(context))
        book.add(voicesPart(context));
    if (hasComments(context))
        book.add(commentsPart(context));
    book.add(withheldPart(context));
    book.add(methodPart(context));
    book.add(glossaryPart(context));
    if (context.edition)
        book.add(checkingPart(context));
    if (hasChanges(context))
        book.add(changesPart(context));
    return true;
}

} // namespace

QStringList reportLanguages()
{
    return Words::languages();
}

Result<QByteArray> renderReport(const PublicAssessment &assessment, ReportKind kind, const ReportOptions &options,
                                pdf::Typesetter &typesetter)
{
    ADIT_TRY_ASSIGN(const Words words, Words::in(options.language));
    const Marks marks(assessment.standard, options.language, words("not_relevant"), words("not_assessed"));
    Context context{assessment, words, marks, typesetter, kind == ReportKind::Public};
    context.edition = options.edition;
    Book book(context, runningOf(context), 2);
    if (kind == ReportKind::Public && !addParts(book, context, options.progress))
        return Error{ErrorCode::Cancelled};
    book.putFirst(scorecard(context, book.places()));
    return book.write(infoOf(context, kind), options.progress);
}

} // namespace adit
