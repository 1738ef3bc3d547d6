// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/body.h"
#include "core/report/parts.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

#include <map>

namespace adit::report {

namespace {

using Counts = std::map<WithheldAs, int>;

void count(Counts &counts, const PublicText &text)
{
    for (const TextPart &part : text.parts())
        if (part.withheld)
            ++counts[*part.withheld];
}

void countPhoto(Counts &counts, const PublicPhoto &photo)
{
    count(counts, *photo.caption);
    count(counts, *photo.description);
    if (photo.withheld)
        ++counts[*photo.withheld];
}

/// What belongs to no chapter: the site, nonconformities, concerns, pages in plain language.
Counts countsBesideChapters(const PublicAssessment &assessment)
{
    const PublicDetails &details = assessment.details;
    Counts counts;
    for (const DisclosedPassages *text :
         {&details.description, &details.facilities, &details.outOfScope, &details.team, &details.method,
          &details.limits, &details.deferredLeftOut, &details.companyComments, &details.diverging, &details.boundary})
        count(counts, **text);
    for (const PublicNonconformity &one : assessment.nonconformities)
        for (const DisclosedPassages *text : {&one.title, &one.description, &one.cause})
            count(counts, **text);
    for (const PublicConcern &concern : assessment.concerns)
        for (const DisclosedPassages *text : {&concern.text, &concern.answer})
            count(counts, **text);
    for (const PublicPlainText &page : assessment.plainTexts)
        count(counts, *page.text);
    return counts;
}

void countAnswer(Counts &counts, const PublicAnswer &answer)
{
    count(counts, *answer.finding);
    count(counts, *answer.justification);
    for (const PublicAction &action : answer.actions)
        count(counts, *action.text);
}

/// By index of the chapter in the score card. A mark over a principle or the whole counts with its first chapter's.
std::vector<Counts> countsOfChapters(const PublicAssessment &assessment)
{
    const std::vector<GroupScore> &chapters = assessment.score.chapters;
    std::vector<Counts> counts(chapters.size());
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const RequirementCode &code = assessment.standard.nodes()[static_cast<std::size_t>(chapters[i].node)].code;
        const auto [first, last] = assessment.standard.ordinalsBelow(chapters[i].node);
        for (int ordinal = first; ordinal < last; ++ordinal)
            if (const auto &answer = assessment.requirements[static_cast<std::size_t>(ordinal)].answer)
                countAnswer(counts[i], *answer);
        for (const PublicPhoto &photo : assessment.photos)
            if (code.contains(*RequirementCode::fromString(*photo.requirement)))
                countPhoto(counts[i], photo);
        for (const auto &[node, text] : assessment.justifications)
            if (code.contains(node))
                count(counts[i], *text);
    }
    return counts;
}

int sum(const Counts &counts)
{
    int all = 0;
    for (const auto &[withheld, number] : counts)
        all += number;
    return all;
}

/// Chapters with something withheld, and all of it together. Zeros are printed.
class CountTable
{
public:
    CountTable(Part &part, const Context &context)
        : m_words(context.words)
        , m_table(part, context, columns(context.words),
                  {.text = sheet::figures(sheet::sans()), .padding = 1, .rule = sheet::row()})
    {}

    void row(const QString &name, const Counts &counts, bool isTotal = false)
    {
        QStringList texts{name};
        for (const WithheldAs withheld : allWithheldAs()) {
            const auto found = counts.find(withheld);
            texts.append(m_words.number(found == counts.end() ? 0 : found->second));
        }
        texts.append(m_words.number(sum(counts)));
        m_table.row(texts, isTotal);
    }

private:
    static std::vector<Table::Column> columns(const Words &words)
    {
        constexpr double number = 46;
        constexpr double gap = 4;
        const double first = sheet::width - 7 * (number + gap);
        std::vector<Table::Column> columns{{words("withheld.chapter"), sheet::left, first - gap}};
        double x = sheet::left + first;
        for (const WithheldAs withheld : allWithheldAs()) {
            columns.push_back({words.named("withheld.head", codeOf(withheld)), x, number, pdf::Align::End});
            x += number + gap;
        }
        columns.push_back({words("withheld.all"), x, number, pdf::Align::End});
        return columns;
    }

    const Words &m_words;
    Table m_table;
};

} // namespace

Part withheldPart(const Context &context)
{
    const Words &words = context.words;
    const PublicAssessment &assessment = context.assessment;
    Counts all = countsBesideChapters(assessment);
    const Counts others = all;
    const std::vector<Counts> chapters = countsOfChapters(assessment);
    for (const Counts &counts : chapters)
        for (const auto &[withheld, number] : counts)
            all[withheld] += number;
    Part part{.destination = QStringLiteral("withheld"), .title = words("withheld.title")};
    const int total = sum(all);
    addTitle(part, context, part.title, total == 0 ? words("withheld.none") : words.counted("withheld.count", total));
    if (total > 0) {
        CountTable table(part, context);
        for (std::size_t i = 0; i < chapters.size(); ++i) {
            const StandardNode &node = context.node(assessment.score.chapters[i].node);
            if (sum(chapters[i]) > 0)
                table.row(node.code.toString() + QStringLiteral("  ") + context.title(node), chapters[i]);
        }
        table.row(words("withheld.other_parts"), others);
        table.row(words("withheld.total"), all, true);
        addLabelled(part, context, words("withheld.persons"), {words("withheld.persons_text")}, sheet::sans());
    }
    addLabelled(part, context, words("withheld.never"), {words("withheld.never_text")}, sheet::sans());
    addLabelled(part, context, words("withheld.who"), {words("withheld.who_text")}, sheet::sans());
    addContest(part, context);
    return part;
}

} // namespace adit::report
