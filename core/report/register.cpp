// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/register.h"

#include "core/report/counttable.h"
#include "core/report/levelwords.h"
#include "core/report/passages.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

#include <algorithm>
#include <map>

namespace adit::report {

namespace {

constexpr double padding = 4;

QStringList codesOf(const FieldInfo &field)
{
    return QString(field.choices).split(QLatin1Char(' '));
}

/// Place among the states; what has none was only raised.
int stateOf(const PublicNonconformity &one)
{
    return std::max(0, static_cast<int>(codesOf(infoOf(field::nonconformity::state)).indexOf(*one.state)));
}

/// A nonconformity with what is planned about it.
struct Entry
{
    const PublicNonconformity *one;
    std::vector<const PublicAction *> actions = {}; ///< by due date

    QDate due() const
    {
        return actions.empty() ? QDate(9999, 1, 2) : actions.front()->due->value_or(QDate(9999, 1, 1));
    }
};

/// By due date, then by number.
std::vector<Entry> entriesOf(const PublicAssessment &assessment)
{
    std::vector<Entry> out;
    out.reserve(assessment.nonconformities.size());
    std::map<QString, std::size_t> byLabel;
    for (const PublicNonconformity &one : assessment.nonconformities) {
        byLabel.emplace(*one.label, out.size());
        out.push_back({&one});
    }
    for (std::size_t i = 0; i < assessment.requirements.size(); ++i) {
        const PublicRequirement &requirement = assessment.requirements[i];
        const RequirementCode &code = assessment.standard.requirement(static_cast<int>(i)).code;
        if (!requirement.answer)
            continue;
        for (const PublicAction &action : requirement.answer->actions)
            if (const PublicNonconformity *one = nonconformityOf(assessment, code, action))
                out[byLabel.at(*one->label)].actions.push_back(&action);
    }
    for (Entry &entry : out)
        std::ranges::stable_sort(entry.actions, {},
                                 [](const PublicAction *action) { return action->due->value_or(QDate(9999, 1, 1)); });
    std::ranges::stable_sort(out, {}, &Entry::due);
    return out;
}

/// Five boxes, as many of them filled as states were reached. The words below say the same.
std::shared_ptr<const pdf::Mark> boxes(int filled, bool rightToLeft)
{
    constexpr double step = 1.3;
    constexpr double line = 0.08;
    const auto count = static_cast<int>(codesOf(infoOf(field::nonconformity::state)).size());
    pdf::Mark mark{.width = step * count, .height = 0.8};
    for (int i = 0; i < count; ++i) {
        const pdf::Rect box{i * step + line / 2, -0.68, 1, 0.58};
        pdf::Mark::Piece piece{.path = pdf::Path().rect(box)};
        piece.stroke = pdf::Stroke{.color = sheet::ink, .width = line};
        if ((rightToLeft ? count - 1 - i : i) < filled)
            piece.fill = sheet::ink;
        mark.pieces.push_back(std::move(piece));
    }
    return std::make_shared<const pdf::Mark>(std::move(mark));
}

std::vector<Table::Column> columns(const Words &words)
{
    return {{words("register.number"), sheet::left, 70},
            {words("register.found"), sheet::left + 76, 138},
            {words("register.cause"), sheet::left + 220, 88},
            {words("register.action"), sheet::left + 314, 90},
            {words("register.state"), sheet::left + 410, sheet::width - 410}};
}

pdf::Paragraph cellOf(const Context &context, double width)
{
    pdf::Paragraph out = context.paragraph(width, sheet::registerLine);
    out.avoidShortLastLine = false;
    return out;
}

/// What people wrote, in lines and read as it was written; withheld passages marked.
void addSaid(pdf::Paragraph &out, const Context &context, const DisclosedPassages &text)
{
    const QString said = linesOf(context.said(*text));
    out.rightToLeft = said.isRightToLeft();
    addReferences(out, context, said, sheet::sans(8));
}

/// Number and grade; below, each requirement it is about with its rating.
pdf::TextBlock about(const Context &context, const PublicNonconformity &one, double width)
{
    pdf::Paragraph out = cellOf(context, width);
    out.add(*one.label, sheet::bold(8));
    if (!one.grade->isEmpty())
        out.add(QStringLiteral("\n") + context.words.named("grade", *one.grade),
                *one.grade == QLatin1String("minor") ? sheet::sans(8) : sheet::bold(8));
    for (const QString &text : *one.requirements) {
        const auto code = RequirementCode::fromString(text);
        const auto ordinal = code ? context.assessment.standard.ordinal(*code) : std::nullopt;
        if (!ordinal)
            continue;
        const auto &answer = context.assessment.requirements[static_cast<std::size_t>(*ordinal)].answer;
        const Look &look = answer ? context.marks.rating(answer->step) : context.marks.notRelevant();
        out.add(QStringLiteral("\n"), sheet::sans(8));
        addCode(out, context, context.assessment.standard.requirement(*ordinal), sheet::sans(8, sheet::secondary),
                {.destination = placeOf(context, *code)});
        out.add(QStringLiteral("\n"), sheet::sans(8)).add(look.mark, 8.6);
        out.add(QChar(0x00A0) + look.word, sheet::sans(8, look.ink));
    }
    return context.type.set(out);
}

pdf::TextBlock found(const Context &context, const PublicNonconformity &one, double width)
{
    pdf::Paragraph out = cellOf(context, width);
    if (!one.title->isBlank())
        out.add(context.own(context.said(*one.title).simplified()) + QLatin1Char('\n'), sheet::bold(8));
    addSaid(out, context, one.description);
    return context.type.set(out);
}

pdf::TextBlock cause(const Context &context, const PublicNonconformity &one, double width)
{
    pdf::Paragraph out = cellOf(context, width);
    if (one.cause->isBlank())
        out.add(context.words("register.no_cause"), sheet::sans(8, sheet::secondary));
    else
        addSaid(out, context, one.cause);
    return context.type.set(out);
}

pdf::TextBlock planned(const Context &context, const Entry &entry, double width)
{
    const Words &words = context.words;
    pdf::Paragraph out = cellOf(context, width);
    if (entry.actions.empty())
        out.add(words("register.no_action"), sheet::sans(8, sheet::secondary));
    for (const PublicAction *action : entry.actions) {
        const QString due = action->due.value() ? words("register.by", {{"date", words.shortDate(**action->due)}})
                                                : words("actions.no_due");
        if (!out.spans.empty())
            out.add(QStringLiteral("\n"), sheet::sans(8));
        out.add({.text = context.own(due), .style = sheet::bold(8), .unbroken = true});
        out.add(QStringLiteral("\n"), sheet::sans(8));
        addSaid(out, context, action->text);
    }
    return context.type.set(out);
}

pdf::TextBlock standing(const Context &context, const PublicNonconformity &one, double width)
{
    const Words &words = context.words;
    const int state = stateOf(one);
    const QStringList codes = codesOf(infoOf(field::nonconformity::state));
    pdf::Paragraph out = cellOf(context, width);
    out.add(boxes(state + 1, words.isRightToLeft()), 7.4).add(QStringLiteral("\n"), sheet::sans(8));
    out.add(words.named("state", codes[state]), sheet::sans(8));
    if (state + 1 == codes.size() && one.verified.value())
        out.add(QLatin1Char('\n') + words.shortDate(**one.verified), sheet::note());
    return context.type.set(out);
}

void addRow(Table &table, const Context &context, const Entry &entry)
{
    const PublicNonconformity &one = *entry.one;
    const auto width = [&](std::size_t column) { return table.column(column).width; };
    std::vector<pdf::TextBlock> texts;
    texts.push_back(about(context, one, width(0)));
    texts.push_back(found(context, one, width(1)));
    texts.push_back(cause(context, one, width(2)));
    texts.push_back(planned(context, entry, width(3)));
    texts.push_back(standing(context, one, width(4)));
    Block &row = table.row(std::move(texts), registerPlace(*one.label));
    row.box.continued = padding;
    row.continued.push_back({table.column(0).x, padding,
                             context.text(*one.label + QLatin1Char('\n') + context.words("actions.continued"),
                                          sheet::sans(8, sheet::secondary), width(0), sheet::registerLine)});
}

/// The first day of this audit that is known: what was raised before is of an earlier one.
std::optional<QDate> firstDay(const PublicDetails &details)
{
    for (const DisclosedDate *date : {&details.announced, &details.deskReviewEnd, &details.visitStart})
        if (date->value())
            return *date->value();
    return std::nullopt;
}

/// `name` begins its line, whatever it is elsewhere.
CountRow counted(const Context &context, const QString &name, qsizetype count, bool isTotal = false)
{
    return {.name = name.left(1).toUpper() + name.mid(1),
            .values = {{.text = context.words.number(static_cast<int>(count))}},
            .isTotal = isTotal};
}

std::vector<CountRow> gradeRows(const Context &context, const std::vector<PublicNonconformity> &all)
{
    std::vector<CountRow> rows;
    QStringList grades = codesOf(infoOf(field::nonconformity::grade));
    std::ranges::reverse(grades);
    for (const QString &grade : grades)
        rows.push_back(counted(context, context.words.named("grade", grade),
                               std::ranges::count(all, grade, [](const auto &one) { return *one.grade; })));
    rows.push_back(counted(context, context.words("register.all"), static_cast<qsizetype>(all.size()), true));
    return rows;
}

std::vector<CountRow> stateRows(const Context &context, const std::vector<PublicNonconformity> &all)
{
    std::vector<CountRow> rows;
    const QStringList states = codesOf(infoOf(field::nonconformity::state));
    for (qsizetype i = 0; i < states.size(); ++i)
        rows.push_back(counted(context, context.words.named("state", states[i]),
                               std::ranges::count(all, static_cast<int>(i), stateOf)));
    rows.push_back(counted(context, context.words("register.all"), static_cast<qsizetype>(all.size()), true));
    return rows;
}

/// What became of those of the audit before; nothing at an initial audit, or where none is older.
std::vector<CountRow> earlierRows(const Context &context, const std::vector<PublicNonconformity> &all)
{
    const std::optional<QDate> first = firstDay(context.assessment.details);
    const auto isEarlier = [&](const PublicNonconformity &one) {
        return first && one.raised.value() && **one.raised < *first;
    };
    const auto isClosed = [](const PublicNonconformity &one) { return *one.state == QLatin1String("verified"); };
    const auto earlier = std::ranges::count_if(all, isEarlier);
    if (earlier == 0 || *context.assessment.details.kind == QLatin1String("initial"))
        return {};
    const auto closed = std::ranges::count_if(all, [&](const auto &one) { return isEarlier(one) && isClosed(one); });
    const Words &words = context.words;
    return {counted(context, words("register.raised_then"), earlier),
            counted(context, words("register.closed"), closed),
            counted(context, words("register.carried"), earlier - closed),
            counted(context, words("register.new"), static_cast<qsizetype>(all.size()) - earlier)};
}

void addCounts(Part &part, const Context &context)
{
    const Words &words = context.words;
    const std::vector<PublicNonconformity> &all = context.assessment.nonconformities;
    constexpr double gap = 12;
    constexpr double width = (sheet::width - 2 * gap) / 3;
    Block block;
    block.box.spaceBefore = 4;
    const auto add = [&](int place, const QString &head, const std::vector<CountRow> &rows) {
        const CountTable table{.x = sheet::left + place * (width + gap),
                               .width = width,
                               .numberWidth = 34,
                               .heads = {head, words("register.count")},
                               .rows = rows};
        addCountTable(block, context, table, 0);
    };
    add(0, words("register.grade"), gradeRows(context, all));
    add(1, words("register.state_now"), stateRows(context, all));
    if (const auto rows = earlierRows(context, all); !rows.empty())
        add(2, words("register.earlier", {{"when", previousAudit(context)}}), rows);
    part.add(std::move(block));
}

} // namespace

QString registerPlace(const QString &label)
{
    return QLatin1String("nonconformity-") + label;
}

const PublicNonconformity *nonconformityOf(const PublicAssessment &assessment, const RequirementCode &code,
                                           const PublicAction &action)
{
    const auto &all = assessment.nonconformities;
    const auto named = std::ranges::find_if(all, [&](const PublicNonconformity &one) {
        return action.nonconformity && *one.label == **action.nonconformity;
    });
    if (named != all.end())
        return &*named;
    const auto about = std::ranges::find_if(all, [&](const PublicNonconformity &one) {
        return one.requirements->contains(code.toString()) && *one.state != QLatin1String("verified");
    });
    return about == all.end() ? nullptr : &*about;
}

void addRegister(Part &part, const Context &context)
{
    addCounts(part, context);
    addNote(part, context, context.words("register.note"), sheet::left, sheet::width);
    Table table(part, context, columns(context.words),
                {.text = sheet::sans(8),
                 .leading = sheet::registerLine,
                 .padding = padding,
                 .rule = sheet::section(),
                 .spaceBefore = sheet::line});
    for (const Entry &entry : entriesOf(context.assessment))
        addRow(table, context, entry);
}

} // namespace adit::report
