// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/report/body.h"
#include "core/report/book.h"
#include "core/report/parts.h"
#include "core/report/scorecard.h"
#include "core/report/web.h"

#include <QDateTime>
#include <QTimeZone>
#include <array>
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
    parts.append(context.kindName());
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
    return {siteOf(context), auditOf(context), idOf(context), identityOf(context), context.bodyWords("footer")};
}

pdf::DocumentInfo infoOf(const Context &context)
{
    const Words &words = context.words;
    const QDateTime day(reportDay(context.assessment), QTime(0, 0), QTimeZone::utc());
    const QString kind = context.kind == ReportKind::Scorecard ? words("scorecard.title") : context.kindName();
    return {.title = words("document.title", {{"site", siteOf(context)}, {"kind", kind}}),
            .language = words.language(),
            .created = Instant{day.toMSecsSinceEpoch()},
            .author = firmName(context),
            .subject = words("document.subject") + QLatin1Char(' ') + context.editionMark() + QLatin1Char('.')};
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
    if (hasForeword(context))
        add(forewordPart(context));
    add(contentsPart(context));
    for (const PublicPlainText *text : plainTexts(context))
        add(plainPart(context, *text));
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
    if (hasVoices(context))
        add(voicesPart(context));
    if (hasComments(context))
        add(commentsPart(context));
    add(withheldPart(context));
    add(methodPart(context));
    add(glossaryPart(context));
    if (context.edition)
        add(checkingPart(context));
    if (hasChanges(context))
        add(changesPart(context));
    return true;
}

} // namespace

QStringList reportLanguages()
{
    return Words::languages();
}

namespace {

constexpr std::array kinds{std::pair{ReportKind::Public, "public"},
                           std::pair{ReportKind::Full, "full"},
                           std::pair{ReportKind::Draft, "draft"},
                           std::pair{ReportKind::Scorecard, "scorecard"},
                           std::pair{ReportKind::Surveillance, "surveillance"},
                           std::pair{ReportKind::Actions, "actions"}};

} // namespace

QString codeOf(ReportKind kind)
{
    return QLatin1String(std::ranges::find(kinds, kind, &std::pair<ReportKind, const char *>::first)->second);
}

std::optional<ReportKind> reportKindFrom(const QString &code)
{
    for (const auto &[kind, name] : kinds)
        if (code == QLatin1String(name))
            return kind;
    return {};
}

Reader readerOf(ReportKind kind)
{
    const bool isPublic =
        kind == ReportKind::Public || kind == ReportKind::Scorecard || kind == ReportKind::Surveillance;
    return isPublic ? Reader::Public : Reader::Company;
}

namespace {

/// What a report is made with, whatever it becomes.
struct Making
{
    Words words;
    Marks marks;
    Context context;

    Making(const PublicAssessment &assessment, Words ofLanguage, ReportKind kind, const ReportOptions &options,
           pdf::Typesetter &typesetter)
        : words(std::move(ofLanguage))
        , marks(assessment.standard, words.language(), words("not_relevant"), words("not_assessed"))
        , context{.assessment = assessment,
                  .words = words,
                  .marks = marks,
                  .type = typesetter,
                  .isWhole = kind != ReportKind::Scorecard && kind != ReportKind::Actions,
                  .edition = options.edition,
                  .kind = kind,
                  .copyFor = options.copyFor.simplified()}
    {}
    Making(const Making &) = delete;
    Making &operator=(const Making &) = delete;
};

Result<> checkOptions(const PublicAssessment &assessment, ReportKind kind, const ReportOptions &options)
{
    if (kind == ReportKind::Surveillance && !isSurveillance(assessment))
        return Error{ErrorCode::InvalidValue, QStringLiteral("kind of audit: ") + *assessment.details.kind,
                     QStringLiteral("surveillance")};
    if (kind == ReportKind::Draft && options.copyFor.simplified().isEmpty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("draft for:"),
                     QStringLiteral("the name of who gets this copy")};
    return {};
}

} // namespace

Result<QByteArray> renderReport(const PublicAssessment &assessment, ReportKind kind, const ReportOptions &options,
                                pdf::Typesetter &typesetter)
{
    ADIT_TRY(checkOptions(assessment, kind, options));
    ADIT_TRY_ASSIGN(Words words, Words::in(options.language));
    const Making making(assessment, std::move(words), kind, options, typesetter);
    const Context &context = making.context;
    Book book(context, runningOf(context), kind == ReportKind::Actions ? 1 : 2);
    if (kind == ReportKind::Actions)
        book.add(planPart(context));
    else if (context.isWhole && !makeParts(context, options.progress, [&](Part part) { book.add(std::move(part)); }))
        return Error{ErrorCode::Cancelled};
    if (kind != ReportKind::Actions)
        book.putFirst(scorecard(context, book.places()));
    return book.write(infoOf(context), options.progress);
}

Result<QByteArray> renderWebReport(const PublicAssessment &assessment, ReportKind kind, const ReportOptions &options)
{
    ADIT_TRY(checkOptions(assessment, kind, options));
    ADIT_TRY_ASSIGN(Words ofLanguage, Words::in(options.language));
    const std::unique_ptr<pdf::Typesetter> typesetter = pdf::Typesetter::unshaped();
    Making making(assessment, std::move(ofLanguage), kind, options, *typesetter);
    making.context.isPaged = false;
    const Context &context = making.context;
    WebPage page(context);
    page.add(kind == ReportKind::Actions ? planPart(context) : scorecardPart(context, {}, 0));
    if (context.isWhole && !makeParts(context, options.progress, [&](const Part &part) { page.add(part); }))
        return Error{ErrorCode::Cancelled};
    const QByteArray bytes = page.page({.title = infoOf(context).title,
                                        .name = siteOf(context) + auditOf(context),
                                        .edition = context.editionMark(),
                                        .identity = identityOf(context),
                                        .footer = context.bodyWords("footer"),
                                        .water = kind == ReportKind::Draft ? context.editionMark() : QString()});
    if (!context.words.missing().isEmpty())
        return Error{ErrorCode::ReportFailed, QStringLiteral("words"), context.words.missing()};
    return bytes;
}

} // namespace adit
