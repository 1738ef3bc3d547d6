// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/parts.h"
#include "core/report/passages.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

#include <QLocale>
#include <algorithm>

namespace adit::report {

namespace {

constexpr double leading = 17;
constexpr double bodySize = 11.5;

/// A question with its answer; the first one may have no question.
struct Section
{
    QString question = {};
    std::vector<Passage> answer = {};
};

bool isQuestion(const QString &line)
{
    static const QString marks = QStringLiteral("?\uff1f\u061f\u037e");
    return !line.isEmpty() && marks.contains(line.back());
}

std::vector<Section> sectionsOf(const QString &text)
{
    std::vector<Section> sections;
    for (Passage &passage : passagesOf(text)) {
        const bool isHeading = !passage.isEntry() && isQuestion(passage.text);
        if (isHeading || sections.empty())
            sections.push_back({isHeading ? passage.text : QString()});
        if (!isHeading)
            sections.back().answer.push_back(std::move(passage));
    }
    return sections;
}

/// The page in one language, which need not be the report's.
class PlainPage
{
public:
    PlainPage(const Context &context, const PublicPlainText &text)
        : m_context(context)
        , m_language(*text.language)
        , m_isRightToLeft(QLocale(m_language).textDirection() == Qt::RightToLeft)
    {}

    Block block(const Section &section) const
    {
        Block block;
        block.box.wholeIfPossible = true;
        double label = 0;
        if (!section.question.isEmpty())
            label = add(block, pdf::Role::H3, sheet::left, 0,
                        paragraph(section.question, sheet::bold(), sheet::labelWidth));
        double y = 0;
        for (const Passage &passage : section.answer) {
            y += y > 0 ? 4 : 0;
            y = passage.isEntry() ? addEntry(block, passage, y)
                                  : add(block, pdf::Role::P, sheet::textLeft, y,
                                        paragraph(passage.text, sheet::serif(bodySize), sheet::textWidth));
        }
        block.cutBelow(std::max(label, 2 * leading));
        return block;
    }

private:
    pdf::Paragraph paragraph(const QString &text, const pdf::TextStyle &style, double width) const
    {
        pdf::Paragraph out = m_context.paragraph(width, leading);
        out.language = m_language;
        out.rightToLeft = m_isRightToLeft;
        addReferences(out, m_context, text, style);
        return out;
    }

    pdf::TagAttributes tagged() const
    {
        return {.language = m_language == m_context.words.language() ? QString() : m_language};
    }

    double add(Block &block, pdf::Role role, double x, double y, const pdf::Paragraph &paragraph) const
    {
        pdf::TextBlock text = m_context.type.set(paragraph);
        const double left = across(x, text.room);
        return block.add(role, left, y, std::move(text), tagged());
    }

    /// Where something stands on a page that is read the other way than the report: as on a page of its own language.
    double across(double x, double width) const
    {
        return m_isRightToLeft == m_context.words.isRightToLeft() ? x : sheet::left + sheet::right - x - width;
    }

    /// The label hangs before the lines: a dash, or the number that was written.
    double addEntry(Block &block, const Passage &passage, double y) const
    {
        Cell label{.role = pdf::Role::Lbl};
        pdf::TextBlock dash = m_context.type.line(passage.label, sheet::serif(bodySize), {.leading = leading});
        const double indent = std::max(listIndent(bodySize), dash.width() + 4);
        label.texts.push_back({across(sheet::textLeft, dash.room), y, std::move(dash)});
        Cell body{.role = pdf::Role::LBody};
        const double room = sheet::textWidth - indent;
        body.texts.push_back({across(sheet::textLeft + indent, room), y,
                              m_context.type.set(paragraph(passage.text, sheet::serif(bodySize), room))});
        const double end = y + body.texts.back().block.height();
        Cell entry{.role = pdf::Role::LI, .children = {std::move(label), std::move(body)}};
        block.cells.push_back({.role = pdf::Role::L, .attributes = tagged(), .children = {std::move(entry)}});
        block.reach(end);
        return end;
    }

    const Context &m_context;
    const QString m_language;
    const bool m_isRightToLeft;
};

/// A language by its own name.
QString nameOf(const Context &context, const QString &language)
{
    if (context.words.has("language", language))
        return context.words.named("language", language);
    const QLocale locale(language);
    const QString name = locale.nativeLanguageName();
    return locale.language() == QLocale::C || name.isEmpty() ? language : name;
}

/// The same in the other languages, each leading to its page.
void addOthers(Block &block, const Context &context, const PublicPlainText &here)
{
    pdf::Paragraph links = context.paragraph(sheet::width, sheet::line);
    for (const PublicPlainText *text : plainTexts(context)) {
        if (text == &here)
            continue;
        links.add(links.spans.empty() ? context.words("plain.also") + QLatin1Char(' ') : QStringLiteral(" · "),
                  sheet::note());
        links.add({.text = nameOf(context, *text->language),
                   .style = sheet::note(),
                   .language = *text->language,
                   .link = {.destination = plainPlace(context, *text)},
                   .unbroken = true});
    }
    if (!links.spans.empty())
        block.add(pdf::Role::P, sheet::left, block.box.height + 2, context.type.set(links));
}

} // namespace

QString plainPlace(const Context &context, const PublicPlainText &text)
{
    const bool isOwn = *text.language == context.words.language();
    return isOwn ? QStringLiteral("plain") : QLatin1String("plain-") + *text.language;
}

QString plainTitle(const Context &context, const PublicPlainText &text)
{
    return *text.language == context.words.language()
               ? context.words("plain.title")
               : context.words("plain.in", {{"language", nameOf(context, *text.language)}});
}

std::vector<const PublicPlainText *> plainTexts(const Context &context)
{
    std::vector<const PublicPlainText *> out;
    out.reserve(context.assessment.plainTexts.size());
    for (const PublicPlainText &text : context.assessment.plainTexts)
        out.push_back(&text);
    std::ranges::stable_sort(
        out, {}, [&](const PublicPlainText *text) { return *text->language == context.words.language() ? 0 : 1; });
    return out;
}

Part plainPart(const Context &context, const PublicPlainText &text)
{
    Part part{.destination = plainPlace(context, text), .title = plainTitle(context, text)};
    Block title;
    title.add(pdf::Role::H2, sheet::left, 0, context.heading(part.title, sheet::serif(22), sheet::width, 28));
    addOthers(title, context, text);
    title.reach(title.box.height + 7);
    title.box.keepWithNext = true;
    part.add(std::move(title));
    const PlainPage page(context, text);
    bool isFirst = true;
    for (const Section &section : sectionsOf(context.said(*text.text))) {
        Block block = page.block(section);
        block.box.spaceBefore = isFirst ? 0 : 11;
        const double bottom = block.box.height + 11;
        block.rules.push_back({bottom, sheet::row(), sheet::left, sheet::right});
        block.reach(bottom);
        part.add(std::move(block));
        isFirst = false;
    }
    if (!isFirst)
        part.blocks.back().rules.clear();
    return part;
}

} // namespace adit::report
