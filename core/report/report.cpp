// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/report/book.h"
#include "core/report/parts.h"
#include "core/report/scorecard.h"
#include "core/report/web.h"

#include <QDateTime>
#include <QTimeZone>
#include <functional>

namespace adit {

namespace {

using namespace report;

QString idOf(const Context &context)
{
    const QString &id = *context.assessment.details.reportId;
    return id.isEmpty() ? context.words("footer.no_id") : context.own(id);
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
    return date ? out + QChar(0x00A0) + context.words.year(date->year()) : out;
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

/// All parts but page one, each handed on as it is made; false if cancelled.
bool makeParts(const Context &context, const Progress &progress, const std::function<void(Part)> &add)
{
    add(contentsPart(context));
    add(minePart(context));
    add(auditPart(context));
    add(resultsPart(context));
    const std::size_t chapters = context.assessment.score.chapters.size();
    for (std::size_t i = 0; i < chapters; ++i) {
        if (progress && !progress(0.5 * static_cast<double>(i) / static_cast<double>(chapters)))
            return false;
        add(chapterPart(context, i));
    }
    add(actionsPart(context));
    add(withheldPart(context));
    add(methodPart(context));
    add(glossaryPart(context));
    if (context.edition)
        add(checkingPart(context));
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
    if (kind == ReportKind::Public &&
        !makeParts(context, options.progress, [&](Part part) { book.add(std::move(part)); }))
        return Error{ErrorCode::Cancelled};
    book.putFirst(scorecard(context, book.places()));
    return book.write(infoOf(context, kind), options.progress);
}

Result<QByteArray> renderWebReport(const PublicAssessment &assessment, ReportKind kind, const ReportOptions &options)
{
    ADIT_TRY_ASSIGN(const Words words, Words::in(options.language));
    const Marks marks(assessment.standard, options.language, words("not_relevant"), words("not_assessed"));
    const std::unique_ptr<pdf::Typesetter> typesetter = pdf::Typesetter::unshaped();
    Context context{assessment, words, marks, *typesetter, kind == ReportKind::Public};
    context.edition = options.edition;
    context.isPaged = false;
    WebPage page(context);
    page.add(scorecardPart(context, {}, 0));
    if (kind == ReportKind::Public && !makeParts(context, options.progress, [&](const Part &part) { page.add(part); }))
        return Error{ErrorCode::Cancelled};
    const QByteArray bytes = page.page({.title = infoOf(context, kind).title,
                                        .name = siteOf(context) + auditOf(context),
                                        .edition = context.editionMark(),
                                        .identity = identityOf(context)});
    if (!words.missing().isEmpty())
        return Error{ErrorCode::ReportFailed, QStringLiteral("words"), words.missing()};
    return bytes;
}

} // namespace adit
