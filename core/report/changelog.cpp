// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"
#include "core/report/parts.h"
#include "core/report/passages.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

namespace {

/// One release as a row.
struct Line
{
    int number = 0;
    std::optional<QDate> built = {};
    QString changes = {};
    QString acknowledged = {};
    std::optional<QDate> withdrawn = {};
    QString reason = {};
};

/// This one first, then those before it.
std::vector<Line> linesOf(const Context &context)
{
    const auto &edition = context.edition;
    std::vector<Line> lines;
    if (edition)
        lines.push_back({.number = edition->number,
                         .built = dateFromIso(edition->built),
                         .changes = edition->changes,
                         .acknowledged = edition->acknowledged});
    const auto &releases = context.assessment.releases;
    for (auto release = releases.rbegin(); release != releases.rend(); ++release)
        if (!edition || release->number < edition->number)
            lines.push_back({release->number, *release->built, *release->changes, *release->acknowledged,
                             *release->withdrawn, *release->withdrawnReason});
    return lines;
}

pdf::TextBlock changesCell(const Context &context, const Line &line, double width)
{
    const Words &words = context.words;
    const QString changes = line.changes.trimmed().isEmpty()
                                ? words(line.number == 1 ? "changes.first" : "changes.not_said")
                                : context.own(report::linesOf(line.changes));
    pdf::Paragraph out = context.paragraph(width, sheet::line);
    addReferences(out, context, changes, sheet::sans());
    if (!line.acknowledged.trimmed().isEmpty())
        out.add(QLatin1Char('\n') +
                    words("changes.acknowledged", {{"text", context.own(line.acknowledged.simplified())}}),
                sheet::sans(8.5, sheet::secondary));
    if (line.withdrawn) {
        const bool hasReason = !line.reason.trimmed().isEmpty();
        out.add(QStringLiteral("\n"), sheet::sans());
        out.add(words(hasReason ? "changes.withdrawn_because" : "changes.withdrawn",
                      {{"date", words.date(*line.withdrawn)}, {"reason", context.own(line.reason.simplified())}}),
                sheet::bold());
    }
    return context.type.set(out);
}

} // namespace

bool hasChanges(const Context &context)
{
    return context.edition || !context.assessment.releases.empty();
}

Part changesPart(const Context &context)
{
    const Words &words = context.words;
    Part part{.destination = QStringLiteral("changes"), .title = words("changes.title")};
    addTitle(part, context, part.title, words("changes.lead"));
    constexpr double dateWidth = 90;
    Table table(part, context,
                {{words("changes.release"), sheet::left, sheet::labelWidth},
                 {words("changes.date"), sheet::textLeft, dateWidth},
                 {words("changes.what"), sheet::textLeft + dateWidth + 8, sheet::textWidth - dateWidth - 8}},
                {.text = sheet::sans(), .leading = sheet::line, .padding = 3, .rule = sheet::row(), .spaceBefore = 4});
    for (const Line &line : linesOf(context)) {
        std::vector<pdf::TextBlock> texts;
        texts.push_back(table.cell(0, words("release_number", {{"n", words.number(line.number)}}), true));
        texts.push_back(table.cell(1, line.built ? words.date(*line.built) : words("not_stated")));
        texts.push_back(changesCell(context, line, table.column(2).width));
        table.row(std::move(texts));
    }
    return part;
}

} // namespace adit::report
