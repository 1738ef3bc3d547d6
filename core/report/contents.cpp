// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/body.h"
#include "core/report/parts.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

namespace adit::report {

namespace {

struct Entry
{
    QString destination;
    QString number = {};
    QString title;
    QString after = {}; ///< in grey behind the title
    pdf::TextStyle style;
    pdf::Stroke rule;
    double leading = 14.2;
    bool hasPage = true;
};

constexpr double pageWidth = 30;
constexpr double numberWidth = 21;

Block entryBlock(const Context &context, const Entry &entry)
{
    Block block;
    block.group = pdf::Role::TOCI;
    const bool numbered = !entry.number.isEmpty();
    const double indent = numbered ? numberWidth : 0;
    Cell reference{.role = pdf::Role::Reference};
    const pdf::Link link{.destination = entry.destination};
    if (numbered) {
        pdf::Paragraph number = context.paragraph(numberWidth + 20, entry.leading);
        number.add({.text = entry.number, .style = entry.style, .link = link});
        reference.texts.push_back({sheet::textLeft, 0, context.type.set(number)});
    }
    pdf::Paragraph title = context.paragraph(sheet::textWidth - pageWidth - indent, entry.leading);
    title.add({.text = entry.title, .style = entry.style, .link = link});
    if (!entry.after.isEmpty())
        title.add(QStringLiteral(" ·\u00a0") + entry.after, sheet::sans(8.5, sheet::secondary));
    reference.texts.push_back({sheet::textLeft + indent, 0, context.type.set(title)});
    const double height = reference.texts.back().block.height();
    block.cells.push_back(std::move(reference));
    if (entry.hasPage)
        block.cells.push_back(pageCell(entry.destination, pdf::Role::Reference, sheet::right - pageWidth, pageWidth,
                                       height - entry.leading, entry.leading));
    block.box.height = height;
    block.rules.push_back({height - 0.2, entry.rule, sheet::textLeft, sheet::right});
    return block;
}

/// A group of entries with words beside it in the label column.
class Group
{
public:
    /// `role`: of the label, one below the heading of the part.
    Group(Part &part, const Context &context, const QString &label, pdf::Role role = pdf::Role::H3)
        : m_part(part)
        , m_context(context)
    {
        m_side.add(role, sheet::left, 0, context.text(label, sheet::bold(), sheet::labelWidth, 14.2));
    }
    Block &side() { return m_side; }

    void add(const Entry &entry, double spaceBefore = 0)
    {
        Block block = entryBlock(m_context, entry);
        block.inside = m_list;
        block.box.spaceBefore = spaceBefore;
        m_height += (m_entries.empty() ? 0 : spaceBefore) + block.box.height;
        m_entries.push_back(std::move(block));
    }

    /// The side stands at the height of the first entry; a group shorter than its side is made as tall.
    void finish(double spaceBefore)
    {
        const double sideHeight = m_side.box.height;
        m_side.box.height = 0;
        m_side.box.spaceBefore = spaceBefore;
        m_side.box.keepWithNext = true;
        m_side.paintsBelow = sideHeight;
        m_part.add(std::move(m_side));
        m_entries.front().box.spaceBefore = 0;
        if (sideHeight > m_height)
            m_entries.back().box.height += sideHeight - m_height;
        for (Block &entry : m_entries)
            m_part.add(std::move(entry));
    }

private:
    Part &m_part;
    const Context &m_context;
    Block m_side;
    std::shared_ptr<Container> m_list = std::make_shared<Container>(Container{.role = pdf::Role::TOC});
    std::vector<Block> m_entries;
    double m_height = 0;
};

void addMarks(Block &side, const Context &context)
{
    double y = side.box.height + 2;
    y = side.add(
        pdf::Role::P, sheet::left, y,
        context.text(context.words("contents.numbers"), sheet::note(), sheet::labelWidth - 4, sheet::noteLine));
    y = side.add(pdf::Role::P, sheet::left, y + 10,
                 context.text(context.words("contents.marks"), sheet::sans(7.5), sheet::labelWidth, 14));
    const auto add = [&](const Look &look) {
        y = side.add(pdf::Role::P, sheet::left, y, context.rated(look, sheet::sans(7.5), 8.4, sheet::labelWidth, 11));
    };
    for (std::size_t i = 0; i < context.assessment.standard.scale().size(); ++i)
        add(context.marks.rating(static_cast<int>(i)));
    add(context.marks.notRelevant());
    add(context.marks.rating(std::nullopt));
    add({context.marks.diamond(), sheet::ink, context.words("critical_requirement")});
}

Entry main(const QString &destination, const QString &title)
{
    return {.destination = destination, .title = title, .style = sheet::serif(), .rule = sheet::row(), .leading = 14.6};
}

Entry main(const Context &context, const char *destination, const char *title)
{
    return main(QLatin1String(destination), context.words(title));
}

/// Principles and their chapters. `principlePlace`: begins the destinations of principles; empty: they lead nowhere.
void addChapters(Group &group, const Context &context, const QString &principlePlace)
{
    for (const int principle : context.assessment.standard.principles()) {
        const StandardNode &node = context.node(principle);
        group.add({.destination = principlePlace.isEmpty() ? QString() : principlePlace + node.code.toString(),
                   .title = node.code.toString() + QStringLiteral("\u2002") + context.title(node),
                   .style = sheet::bold(),
                   .rule = sheet::section(),
                   .hasPage = false},
                  3);
        for (const GroupScore &chapter : context.assessment.score.chapters) {
            const StandardNode &chapterNode = context.node(chapter.node);
            if (!node.code.contains(chapterNode.code))
                continue;
            group.add({.destination = place(chapterNode.code),
                       .number = chapterNode.code.toString(),
                       .title = context.title(chapterNode),
                       .after = chapter.relevant == 0 ? context.words("not_relevant") : QString(),
                       .style = sheet::sans(),
                       .rule = sheet::row()});
        }
    }
}

} // namespace

Part contentsPart(const Context &context)
{
    const Words &words = context.words;
    Part part{.destination = QStringLiteral("contents"), .title = words("contents.title")};
    addTitle(part, context, part.title);
    Group overview(part, context, words("contents.overview"));
    overview.add(main(context, "scorecard", "scorecard.title"));
    if (hasForeword(context))
        overview.add(main(context, "foreword", "foreword.title"));
    for (const PublicPlainText *text : plainTexts(context))
        overview.add(main(plainPlace(context, *text), plainTitle(context, *text)));
    overview.add(main(context, "mine", "mine.entry"));
    overview.add(main(context, "audit", "audit.title"));
    overview.finish(0);
    Group results(part, context, words("contents.results"));
    addMarks(results.side(), context);
    Entry table = main(context, "results", "results.title");
    table.rule = sheet::section();
    results.add(table);
    addChapters(results, context, QStringLiteral("results-"));
    results.finish(10);
    Group after(part, context, words("contents.after"));
    after.add(main(context, "actions", "actions.title"));
    if (hasVoices(context))
        after.add(main(context, "voices", "voices.title"));
    if (hasComments(context))
        after.add(main(context, "comments", "comments.title"));
    after.add(main(context, "withheld", "withheld.title"));
    after.add(main(context, "method", "method.title"));
    after.add(main(context, "glossary", "glossary.title"));
    if (context.edition)
        after.add(main(context, "check", "check.title"));
    if (hasChanges(context))
        after.add(main(context, "changes", "changes.title"));
    after.finish(10);
    return part;
}

Part catalogueContentsPart(const Context &context)
{
    const Words &words = context.words;
    const Standard &standard = context.assessment.standard;
    Part part{
        .destination = QStringLiteral("contents"), .title = standard.title().in(words.language()), .isPageOne = true};
    part.rules.first = sheet::pageOne;
    Block title;
    const double y =
        title.add(pdf::Role::H1, sheet::left, 0, context.heading(part.title, sheet::serif(22), sheet::width, 28));
    title.add(pdf::Role::P, sheet::left, y + 4,
              context.text(standard.notice().in(words.language()), sheet::serif(), sheet::textWidth, 14));
    part.add(std::move(title));
    for (const Translation &translation : standard.translations())
        if (translation.language == words.language())
            addNote(part, context, translation.note.in(words.language()), sheet::left, sheet::textWidth);
    Group chapters(part, context, words("catalogue.chapters"), pdf::Role::H2);
    addChapters(chapters, context, {});
    chapters.finish(14);
    Group after(part, context, words("catalogue.after"), pdf::Role::H2);
    after.add(main(context, "method", "method.title"));
    after.finish(10);
    return part;
}

} // namespace adit::report
