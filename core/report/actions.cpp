// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/levelwords.h"
#include "core/report/parts.h"
#include "core/report/passages.h"
#include "core/report/pieces.h"
#include "core/report/register.h"
#include "core/report/scorecard.h"
#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

namespace {

struct Planned
{
    int ordinal;
    const PublicAnswer *answer;
    const PublicAction *action;
};

/// Those that no nonconformity of the register has, in order of due date; without a date last.
std::vector<Planned> plannedActions(const PublicAssessment &assessment)
{
    std::vector<Planned> out;
    for (std::size_t i = 0; i < assessment.requirements.size(); ++i) {
        const RequirementCode &code = assessment.standard.requirement(static_cast<int>(i)).code;
        if (const std::optional<PublicAnswer> &answer = assessment.requirements[i].answer)
            for (const PublicAction &action : answer->actions)
                if (!nonconformityOf(assessment, code, action))
                    out.push_back({static_cast<int>(i), &*answer, &action});
    }
    std::ranges::stable_sort(out, {},
                             [](const Planned &planned) { return planned.action->due->value_or(QDate(9999, 1, 1)); });
    return out;
}

constexpr double padding = 3.2;

std::vector<Table::Column> columns(const Words &words)
{
    return {{words("actions.requirement"), sheet::left, 52},
            {words("actions.about"), sheet::left + 56, 112},
            {words("actions.action"), sheet::left + 174, 224},
            {words("actions.due"), sheet::left + 404, sheet::width - 404}};
}

/// What the requirement is about, and below it its rating.
pdf::TextBlock about(const Context &context, const StandardNode &node, const Look &look, double width)
{
    pdf::Paragraph out = context.paragraph(width, sheet::registerLine);
    out.avoidShortLastLine = false;
    out.add(context.shortTitle(node) + QLatin1Char('\n'), sheet::sans(8))
        .add(look.mark, 8.6)
        .add(QChar(0x00A0) + look.word, sheet::sans(8, look.ink));
    return context.type.set(out);
}

/// What a row says again on the next page, where its action goes on.
void addContinued(Block &row, const Table &table, const Context &context, const QString &code, const QString &due)
{
    row.box.continued = padding;
    const auto note = [&](std::size_t column, const QString &text) {
        row.continued.push_back(
            {table.column(column).x, padding,
             context.text(text, sheet::sans(8, sheet::secondary), table.column(column).width, sheet::registerLine)});
    };
    note(0, code + QLatin1Char('\n') + context.words("actions.continued"));
    note(3, due);
}

void addRow(Table &table, const Context &context, const Planned &planned, const QString &destination)
{
    const Words &words = context.words;
    const StandardNode &node = context.assessment.standard.requirement(planned.ordinal);
    pdf::Paragraph code = context.paragraph(table.column(0).width, sheet::registerLine);
    addCode(code, context, node, sheet::bold(8), {.destination = placeOf(context, node.code)});
    const QString due = planned.action->due.value() ? words.shortDate(**planned.action->due) : words("actions.no_due");
    std::vector<pdf::TextBlock> texts;
    texts.push_back(context.type.set(code));
    texts.push_back(about(context, node, context.marks.rating(planned.answer->step), table.column(1).width));
    texts.push_back(table.cell(2, linesOf(context.said(*planned.action->text))));
    texts.push_back(table.cell(3, due));
    Block &row = table.row(std::move(texts), destination);
    addContinued(row, table, context, node.code.toString(), due);
}

QString lead(const Context &context, const std::vector<Planned> &planned)
{
    const Words &words = context.words;
    if (planned.empty())
        return words("actions.none");
    const auto critical = static_cast<int>(std::ranges::count_if(
        planned, [&](const Planned &one) { return context.assessment.standard.requirement(one.ordinal).critical; }));
    const auto number = static_cast<int>(planned.size());
    QString among = words.counted("actions.critical", critical);
    if (number == 1)
        among = critical == 1 ? words("actions.only_critical") : QString();
    else if (critical == 0)
        among = words("actions.no_critical");
    return words.counted("actions.lead", number, {{"critical", among}});
}

} // namespace

namespace {

void addTable(Part &part, const Context &context, const std::vector<Planned> &planned)
{
    Table table(part, context, columns(context.words),
                {.text = sheet::sans(8),
                 .leading = sheet::registerLine,
                 .padding = padding,
                 .rule = sheet::section(),
                 .spaceBefore = 4});
    std::vector<bool> named(context.assessment.requirements.size());
    for (const Planned &one : planned) {
        const auto ordinal = static_cast<std::size_t>(one.ordinal);
        const RequirementCode &code = context.assessment.standard.requirement(one.ordinal).code;
        addRow(table, context, one, named[ordinal] ? QString() : actionPlace(code));
        named[ordinal] = true;
    }
}

/// Actions beside those of the register, under a heading of their own.
void addOthers(Part &part, const Context &context, const std::vector<Planned> &planned)
{
    Block block;
    block.box.spaceBefore = 2 * sheet::line;
    block.box.keepWithNext = true;
    const double y = block.add(pdf::Role::H3, sheet::left, 0,
                               context.text(context.words("actions.others"), sheet::bold(), sheet::width, sheet::line));
    block.add(pdf::Role::P, sheet::left, y,
              context.text(context.words("actions.others_lead"), sheet::sans(), sheet::width, sheet::line));
    part.add(std::move(block));
    addTable(part, context, planned);
}

/// Title, register, table and notes.
void addAll(Part &part, const Context &context)
{
    const Words &words = context.words;
    const std::vector<Planned> planned = plannedActions(context.assessment);
    const auto raised = static_cast<int>(context.assessment.nonconformities.size());
    addTitle(part, context, part.title, raised > 0 ? words.counted("register.lead", raised) : lead(context, planned));
    if (raised > 0)
        addRegister(part, context);
    if (raised > 0 && !planned.empty())
        addOthers(part, context, planned);
    else if (!planned.empty())
        addTable(part, context, planned);
    const std::vector<int> &missing = context.assessment.score.critical.withoutPlan;
    QString note = planned.empty() ? QString() : words("actions.note");
    if (!missing.empty())
        note += words.counted("actions.missing", static_cast<int>(missing.size()),
                              {{"codes", codeList(context, missing, 40)}});
    if (!note.isEmpty())
        addNote(part, context, note, sheet::left, sheet::width);
}

} // namespace

Part actionsPart(const Context &context)
{
    Part part{.destination = QStringLiteral("actions"), .title = context.words("actions.title")};
    addAll(part, context);
    return part;
}

Part planPart(const Context &context)
{
    Part part{.destination = QStringLiteral("actions"), .title = context.words("actions.title"), .isPageOne = true};
    part.rules.first = sheet::pageOne;
    part.add(scorecardHead(context, 1));
    addAll(part, context);
    part.blocks[1].box.spaceBefore = 2 * sheet::line;
    return part;
}

} // namespace adit::report
