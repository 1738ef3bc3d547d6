// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/papers/paperwords.h"

namespace adit {

using report::Words;

namespace {

QString table()
{
    return QStringLiteral("papers");
}

QString keyOf(const char *kind, const char *word)
{
    return QLatin1String(kind) + QLatin1Char('.') + QLatin1String(word);
}

void addFact(Paper &paper, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        paper.pieces.push_back({.kind = PaperPiece::Kind::Fact, .label = label, .paragraphs = {value}});
}

} // namespace

QStringList paperLanguages()
{
    return Words::languages(table());
}

Result<Words> paperWords(const QString &language)
{
    return Words::in(language, table());
}

Paper beginPaper(const PublicAssessment &assessment, const Words &words, const char *kind)
{
    const PublicDetails &details = assessment.details;
    const QString site = details.site->isEmpty() ? words("paper.unnamed") : *details.site;
    Paper paper{.language = words.language(),
                .documentTitle = words(keyOf(kind, "document").toLatin1().constData(), {{"site", site}}),
                .subject = words(keyOf(kind, "subject").toLatin1().constData()),
                .kind = words(keyOf(kind, "kind").toLatin1().constData()),
                .title = site,
                .strip = *details.fictional ? words("paper.fictional") : QString(),
                .footer = words("paper.copy.company"),
                .author = *details.auditFirm,
                .day = reportDay(assessment)};
    addFact(paper, words("paper.operator"), *details.operatorName);
    addFact(paper, words("paper.firm"), *details.auditFirm);
    addFact(paper, words("paper.audit"),
            details.kind->isEmpty() ? QString() : words.named("audit.kind", *details.kind));
    addFact(paper, words("paper.standard"), assessment.standard.title().in(words.language()));
    return paper;
}

QString dateOr(const Words &words, const std::optional<QDate> &date, const char *otherwise)
{
    return date ? words.date(*date) : words(otherwise);
}

Result<Paper> finished(Paper paper, const Words &words)
{
    if (!words.missing().isEmpty())
        return Error{ErrorCode::ReportFailed, QStringLiteral("words"), words.missing()};
    return paper;
}

} // namespace adit
