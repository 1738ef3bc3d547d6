// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/papers.h"

#include "core/pdf/direction.h"
#include "core/report/book.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"
#include "core/standard/standardjson.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>
#include <algorithm>
#include <numeric>

namespace adit {

namespace {

using namespace report;

QString string(const QJsonObject &object, const char *name)
{
    return object[QLatin1String(name)].toString();
}

QStringList strings(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &text : list.toArray())
        texts.append(text.toString());
    return texts;
}

Block opening(const Context &context, const QJsonObject &paper)
{
    Block block;
    double y = block.add(pdf::Role::P, sheet::left, 0,
                         context.text(string(paper, "issuer"), sheet::sans(8.5, sheet::secondary), sheet::width, 14));
    y = block.add(pdf::Role::H1, sheet::left, y + 6,
                  context.heading(string(paper, "title"), sheet::serif(18), sheet::width, 24));
    y = block.add(pdf::Role::P, sheet::left, y + 4,
                  context.text(string(paper, "reference") + QStringLiteral(" · ") + string(paper, "date"),
                               sheet::note(), sheet::width, sheet::noteLine));
    block.reach(y + 8);
    block.rules.push_back({block.box.height - 2, sheet::section(), sheet::left, sheet::right});
    block.box.keepWithNext = true;
    return block;
}

Block text(const Context &context, pdf::Role role, const QString &words, const pdf::TextStyle &style, double before)
{
    Block block;
    block.box.spaceBefore = before;
    block.box.keepWithNext = role == pdf::Role::H2;
    block.add(role, sheet::left, 0, context.text(words, style, sheet::width, 14));
    block.cutBelow(0);
    return block;
}

Block list(const Context &context, const QStringList &items)
{
    Block block;
    block.box.spaceBefore = 5;
    addList(block, context, items, sheet::left, 0, sheet::width, 14);
    block.cutBelow(0, 1);
    return block;
}

/// Columns share the width by the longest text they hold, so that short ones stay narrow.
std::vector<Table::Column> columnsFor(const QStringList &head, const QJsonArray &rows)
{
    constexpr double gap = 8;
    constexpr qsizetype shortest = 7;
    constexpr qsizetype longest = 34;
    std::vector<double> weights;
    for (qsizetype i = 0; i < head.size(); ++i) {
        qsizetype length = head[i].size();
        for (const QJsonValue &row : rows)
            length = std::max(length, row[i].toString().size());
        weights.push_back(static_cast<double>(std::clamp(length, shortest, longest)));
    }
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    const double room = sheet::width - gap * static_cast<double>(weights.size() - 1);
    std::vector<Table::Column> columns;
    double x = sheet::left;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double width = room * weights[i] / all;
        columns.push_back({.head = head[static_cast<qsizetype>(i)], .x = x, .width = width});
        x += width + gap;
    }
    return columns;
}

void addTable(Part &part, const Context &context, const QJsonObject &content)
{
    const QJsonArray rows = content[QLatin1String("rows")].toArray();
    Table::Style style = textTable();
    style.spaceBefore = 8;
    Table table(part, context, columnsFor(strings(content[QLatin1String("head")]), rows), style);
    for (const QJsonValue &row : rows)
        table.row(strings(row));
}

void addBlock(Part &part, const Context &context, const QJsonObject &block)
{
    if (const QString heading = string(block, "heading"); !heading.isEmpty())
        part.add(text(context, pdf::Role::H2, heading, sheet::bold(10), 14));
    if (const QString words = string(block, "text"); !words.isEmpty())
        part.add(text(context, pdf::Role::P, words, sheet::serif(), 5));
    if (const QStringList items = strings(block[QLatin1String("list")]); !items.isEmpty())
        part.add(list(context, items));
    if (const QJsonObject table = block[QLatin1String("table")].toObject(); !table.isEmpty())
        addTable(part, context, table);
}

Part partOf(const Context &context, const QJsonObject &paper)
{
    Part part{.destination = QStringLiteral("paper"), .title = string(paper, "title"), .isPageOne = true};
    part.rules.first = sheet::pageOne;
    part.rules.rest = sheet::pageOne;
    part.add(opening(context, paper));
    for (const QJsonValue &block : paper[QLatin1String("blocks")].toArray())
        addBlock(part, context, block.toObject());
    return part;
}

} // namespace

PaperSetter::PaperSetter(std::unique_ptr<pdf::Typesetter> typesetter, PublicAssessment ground)
    : m_typesetter(std::move(typesetter))
    , m_ground(std::move(ground))
{}

Result<PaperSetter> PaperSetter::create(const Standard &standard)
{
    ADIT_TRY_ASSIGN(auto typesetter, pdf::Typesetter::create());
    return PaperSetter(std::move(typesetter), nothingAssessed(standard));
}

Result<QByteArray> PaperSetter::set(const QJsonObject &paper)
{
    ADIT_TRY_ASSIGN(const Words words, Words::in(QStringLiteral("en")));
    const Marks marks(m_ground.standard, words.language(), {}, {});
    const Context context{m_ground, words, marks, *m_typesetter, true, false};
    const QString issuer = string(paper, "issuer");
    Book book(context, {issuer, {}, string(paper, "reference"), string(paper, "reference")}, 1);
    book.add(partOf(context, paper));
    const auto day = dateFromIso(string(paper, "date")).value_or(QDate(2026, 1, 1));
    return book.write({.title = string(paper, "title"),
                       .language = words.language(),
                       .created = Instant{QDateTime(day, QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch()},
                       .author = issuer,
                       .subject = QStringLiteral("Paper of a fictional mine")},
                      {});
}

} // namespace adit
