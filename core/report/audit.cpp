// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/auditsections.h"
#include "core/report/body.h"
#include "core/report/parts.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

#include <QMap>
#include <algorithm>

namespace adit::report {

namespace {

/// The dates of the audit, side by side.
void addDates(Part &part, const Context &context)
{
    const Words &words = context.words;
    const PublicDetails &details = context.assessment.details;
    const auto dateOf = [&](const DisclosedDate &date) {
        return date.value() ? words.date(**date) : words("not_stated");
    };
    QString visit = dateOf(details.visitStart);
    if (details.visitStart.value() && details.visitEnd.value())
        visit = words.dates(**details.visitStart, **details.visitEnd);
    constexpr double step = sheet::width / 4;
    const auto column = [&](const char *head, int i) {
        return Table::Column{words(head), sheet::left + i * step, step - (i < 3 ? 8 : 0)};
    };
    Table table(part, context,
                {column("audit.announced", 0), column("audit.desk_review", 1), column("audit.visit", 2),
                 column("audit.report", 3)},
                {.text = sheet::sans(), .leading = 12.5, .padding = 3, .rule = sheet::row(), .rowsHaveHeads = false});
    Block &row =
        table.row({dateOf(details.announced), dateOf(details.deskReviewEnd), visit, dateOf(details.reportDate)});
    row.rules.clear();
}

/// Company documents and management are one voice.
bool isIndependent(const QStringList &sources)
{
    const bool company =
        sources.contains(QLatin1String("document-company")) || sources.contains(QLatin1String("management"));
    const auto others = std::ranges::count_if(sources, [](const QString &source) {
        return source != QLatin1String("document-company") && source != QLatin1String("management");
    });
    return others + (company ? 1 : 0) >= 2;
}

bool isScored(const Context &context, const PublicRequirement &requirement)
{
    return requirement.answer && requirement.answer->step &&
           context.assessment.standard.scale()[static_cast<std::size_t>(*requirement.answer->step)].points;
}

/// How many ratings rest on each kind of source. What is deferred is no rating.
struct Basis
{
    QMap<QString, int> counts = {};
    int rated = 0;
    int withSources = 0;
    int independent = 0;
};

Basis basisOf(const Context &context)
{
    Basis out;
    for (const PublicRequirement &requirement : context.assessment.requirements) {
        if (!isScored(context, requirement))
            continue;
        const QStringList &sources = *requirement.answer->sources;
        ++out.rated;
        out.withSources += sources.isEmpty() ? 0 : 1;
        out.independent += isIndependent(sources) ? 1 : 0;
        for (const QString &source : sources)
            ++out.counts[source];
    }
    return out;
}

void addBasis(Part &part, const Context &context)
{
    const Words &words = context.words;
    const Basis basis = basisOf(context);
    if (basis.withSources == 0) {
        addLabelled(part, context, words("audit.basis"), {words("audit.no_basis")}, sheet::sans());
        return;
    }
    addTableLabel(part, context, "audit.basis");
    constexpr double numberLeft = sheet::textLeft + 250;
    Table table(part, context,
                {{words("audit.source"), sheet::textLeft, 240},
                 {words("audit.ratings"), numberLeft, sheet::right - numberLeft, pdf::Align::End}},
                textTable());
    const QString choices = infoOf(field::answer::sources).choices;
    for (const QString &source : choices.split(QLatin1Char(' ')))
        table.row({words.named("source", source), words.number(basis.counts.value(source))});
    QString note = words.counted("audit.independent", basis.rated, {{"independent", words.number(basis.independent)}});
    if (basis.withSources < basis.rated)
        note += QLatin1Char(' ') + words.counted("audit.some_basis", basis.rated - basis.withSources);
    addNote(part, context, note, sheet::textLeft, sheet::textWidth);
}

/// Deferred requirements of one chapter that wait for the same day.
struct Waiting
{
    QString chapter = {};
    std::optional<QDate> until = {};
    QStringList codes = {};
};

std::vector<Waiting> waitingRequirements(const Context &context)
{
    std::vector<Waiting> out;
    for (std::size_t i = 0; i < context.assessment.requirements.size(); ++i) {
        const PublicRequirement &requirement = context.assessment.requirements[i];
        if (!requirement.answer || !requirement.answer->step || isScored(context, requirement))
            continue;
        const QString code = context.assessment.standard.requirement(static_cast<int>(i)).code.toString();
        const QString chapter = code.section(QLatin1Char('.'), 0, 1);
        const std::optional<QDate> until = *requirement.answer->until;
        const auto same = std::ranges::find_if(
            out, [&](const Waiting &waiting) { return waiting.chapter == chapter && waiting.until == until; });
        if (same == out.end())
            out.push_back({chapter, until, {code}});
        else
            same->codes.append(code);
    }
    return out;
}

void addDeferred(Part &part, const Context &context)
{
    const Words &words = context.words;
    QStringList items;
    for (const Waiting &waiting : waitingRequirements(context)) {
        const QString codes = words.list(waiting.codes);
        items.append(waiting.until
                         ? words("audit.deferred_until", {{"codes", codes}, {"date", words.date(*waiting.until)}})
                         : words("audit.deferred_no_date", {{"codes", codes}}));
    }
    if (!items.isEmpty())
        addBullets(part, context, words("audit.deferred"), items);
}

} // namespace

Part auditPart(const Context &context)
{
    const Words &words = context.words;
    const PublicDetails &details = context.assessment.details;
    Part part{.destination = QStringLiteral("audit"), .title = words("audit.title")};
    addTitle(part, context, part.title);
    addDates(part, context);
    addFieldwork(part, context);
    const QString firm = firmName(context);
    addLabelled(part, context, words("audit.firm"), firm.isEmpty() ? QStringList() : QStringList(firm), sheet::sans());
    addAboutBody(part, context);
    addBullets(part, context, words("audit.team"), paragraphsOf(context.said(*details.team)));
    addLabelled(part, context, words("audit.method"), paragraphsOf(context.said(*details.method)), sheet::serif());
    addBullets(part, context, words("audit.limits"), paragraphsOf(context.said(*details.limits)));
    addBasis(part, context);
    addDeferred(part, context);
    const GroupScore &whole = context.assessment.score.whole;
    QStringList coverage{words("audit.coverage", {{"rated", words.number(whole.rated())},
                                                  {"relevant", words.number(whole.relevant)},
                                                  {"all", words.number(whole.relevant + whole.notRelevant)}})};
    if (whole.unrated > 0)
        coverage.append(words.counted("audit.unrated", whole.unrated));
    addBullets(part, context, words("audit.requirements"), coverage);
    addLabelled(part, context, words("audit.risk"), {words("audit.risk_text")}, sheet::serif());
    return part;
}

} // namespace adit::report
