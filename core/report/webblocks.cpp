// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/webblocks.h"

#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

namespace {

/// Where a cell stands on the sheet.
enum class Column {
    Side, ///< the label column
    Main, ///< the text column
    Both, ///< a label and what it is of, side by side
    Wide  ///< the whole width
};

const Text *firstText(const Cell &cell)
{
    if (!cell.texts.empty())
        return &cell.texts.front();
    for (const Cell &child : cell.children)
        if (const Text *text = firstText(child))
            return text;
    return nullptr;
}

pdf::Point placeOf(const Cell &cell)
{
    if (const Text *text = firstText(cell))
        return {text->x, text->y};
    if (cell.attributes.box)
        return {cell.attributes.box->x, cell.attributes.box->y};
    return {sheet::textLeft, cell.drawnAt};
}

bool hasTextOutOfSide(const Cell &cell)
{
    return std::ranges::any_of(cell.texts, [](const Text &text) { return text.x > sheet::textLeft - 1; }) ||
           std::ranges::any_of(cell.children, hasTextOutOfSide);
}

Column columnOf(const Cell &cell)
{
    if (cell.isLogo)
        return Column::Wide;
    const double x = placeOf(cell).x;
    if (x > sheet::textLeft - 1)
        return Column::Main;
    const Text *first = firstText(cell);
    const bool isLabel = first && x + first->block.room < sheet::textLeft;
    if (!isLabel)
        return Column::Wide;
    return !hasTextOutOfSide(cell) ? Column::Side : cell.children.empty() ? Column::Both : Column::Wide;
}

QString tagOf(pdf::Role role)
{
    switch (role) {
    case pdf::Role::H1:
        return QStringLiteral("h1");
    case pdf::Role::H2:
        return QStringLiteral("h2");
    case pdf::Role::H3:
        return QStringLiteral("h3");
    case pdf::Role::P:
        return QStringLiteral("p");
    case pdf::Role::L:
        return QStringLiteral("ul");
    case pdf::Role::LI:
        return QStringLiteral("li");
    case pdf::Role::Table:
        return QStringLiteral("table");
    case pdf::Role::TR:
        return QStringLiteral("tr");
    case pdf::Role::TH:
        return QStringLiteral("th");
    case pdf::Role::TD:
        return QStringLiteral("td");
    case pdf::Role::Lbl:
    case pdf::Role::LBody:
    case pdf::Role::Reference:
    case pdf::Role::Span:
        return QStringLiteral("span");
    default:
        return QStringLiteral("div");
    }
}

QString wrapped(const QString &tag, const QString &attributes, const QString &content)
{
    return QLatin1Char('<') + tag + attributes + QLatin1Char('>') + content + QLatin1String("</") + tag +
           QLatin1Char('>');
}

QString div(const QString &classes, const QString &content)
{
    return wrapped(QStringLiteral("div"), QStringLiteral(" class=\"") + classes + QLatin1Char('"'), content) +
           QLatin1Char('\n');
}

bool areSideBySide(const Cell &a, const Cell &b)
{
    const pdf::Point first = placeOf(a);
    const pdf::Point second = placeOf(b);
    return std::abs(first.y - second.y) < 1 && second.x > first.x + 1;
}

/// One block's worth of HTML.
class Writer
{
public:
    Writer(WebText &text, const Context &context, QString partTitle)
        : m_text(text)
        , m_context(context)
        , m_partTitle(std::move(partTitle))
    {}

    QString blocks(std::span<const Block> blocks)
    {
        QString out;
        for (std::size_t at = 0; at < blocks.size();) {
            const Block &block = blocks[at];
            if (block.paintsBelow > 0) {
                const std::size_t end = endOfRun(blocks, at + 1);
                out +=
                    div(QStringLiteral("block row"), div(QStringLiteral("side"), cells(block.cells)) +
                                                         div(QStringLiteral("main"), besideLabel(blocks, at + 1, end)));
                at = end;
                continue;
            }
            const std::size_t end = endOfRun(blocks, at);
            const bool isInText = block.table && placeOf(block.cells.front()).x > sheet::textLeft - 1;
            const QString content = run(blocks, at, end);
            out += isInText ? div(QStringLiteral("block row"), div(QStringLiteral("main"), content)) : content;
            at = end;
        }
        return out;
    }

private:
    /// Blocks of one table or one list, or a single block.
    static std::size_t endOfRun(std::span<const Block> blocks, std::size_t at)
    {
        if (at >= blocks.size())
            return at;
        std::size_t end = at + 1;
        const Block &first = blocks[at];
        while (end < blocks.size() && ((first.table && blocks[end].table == first.table) ||
                                       (first.inside && blocks[end].inside == first.inside)))
            ++end;
        return end;
    }

    QString run(std::span<const Block> blocks, std::size_t from, std::size_t to)
    {
        if (from >= to)
            return {};
        const std::span<const Block> all = blocks.subspan(from, to - from);
        return all.front().table ? table(all) : all.front().inside ? list(all) : single(all.front());
    }

    /// What stands beside a label is in the text column already.
    QString besideLabel(std::span<const Block> blocks, std::size_t from, std::size_t to)
    {
        const bool isSingle = to == from + 1 && !blocks[from].table && !blocks[from].inside;
        return isSingle ? cells(blocks[from].cells) : run(blocks, from, to);
    }

    static QString idOf(const Block &block)
    {
        return block.destination.isEmpty()
                   ? QString()
                   : QStringLiteral(" id=\"") + escaped(webId(block.destination)) + QLatin1Char('"');
    }

    QString table(std::span<const Block> rows)
    {
        QString head;
        QString body;
        for (const Block &row : rows) {
            QString content;
            for (const Cell &cell : row.cells)
                content += element(cell);
            (row.isTableHead ? head : body) += wrapped(QStringLiteral("tr"), idOf(row), content) + QLatin1Char('\n');
        }
        return QStringLiteral("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"") +
               escaped(m_partTitle) + QStringLiteral("\"><table>") + wrapped(QStringLiteral("thead"), {}, head) +
               wrapped(QStringLiteral("tbody"), {}, body) + QStringLiteral("</table></div>\n");
    }

    QString list(std::span<const Block> entries)
    {
        QString out;
        for (const Block &entry : entries)
            out += wrapped(QStringLiteral("li"), idOf(entry), cells(entry.cells)) + QLatin1Char('\n');
        return wrapped(QStringLiteral("ul"), QStringLiteral(" class=\"contents\""), out) + QLatin1Char('\n');
    }

    QString single(const Block &block)
    {
        QString classes = QStringLiteral("block row");
        for (const Rule &rule : block.rules) {
            const bool isTop = rule.y < 1 && block.box.height > 2;
            classes += isTop ? QStringLiteral(" over") : QString();
            classes += !isTop && rule.y > block.box.height - 2 ? QStringLiteral(" under") : QString();
        }
        const QString tag = block.group == pdf::Role::Sect ? QStringLiteral("section") : QStringLiteral("div");
        return wrapped(tag, QStringLiteral(" class=\"") + classes + QLatin1Char('"') + idOf(block), columns(block)) +
               QLatin1Char('\n');
    }

    /// Cells of one column after another stand together.
    QString columns(const Block &block)
    {
        QString out;
        const std::span<const Cell> all(block.cells);
        for (std::size_t at = 0; at < all.size();) {
            const Column column = columnOf(all[at]);
            std::size_t end = at + 1;
            while (end < all.size() && columnOf(all[end]) == column)
                ++end;
            const QString content = cells(all.subspan(at, end - at));
            out += column == Column::Side   ? div(QStringLiteral("side"), content)
                   : column == Column::Main ? div(QStringLiteral("main"), content)
                   : column == Column::Both ? content
                                            : div(QStringLiteral("wide"), content);
            at = end;
        }
        return out;
    }

    QString cells(std::span<const Cell> all)
    {
        QString out;
        for (std::size_t at = 0; at < all.size();) {
            m_frame = frameFrom(all.subspan(at)).value_or(m_frame);
            std::size_t end = at + 1;
            while (end < all.size() && areSideBySide(all[end - 1], all[end]))
                ++end;
            QString content;
            for (std::size_t i = at; i < end; ++i)
                content += element(all[i]);
            out += end - at > 1 ? div(QStringLiteral("beside"), content) : content;
            at = end;
        }
        return out;
    }

    /// The next picture's: a scale before it is laid out over it.
    static std::optional<pdf::Rect> frameFrom(std::span<const Cell> cells)
    {
        const auto figure =
            std::ranges::find_if(cells, [](const Cell &cell) { return cell.role == pdf::Role::Figure; });
        return figure == cells.end() ? std::nullopt : figure->attributes.box;
    }

    QString element(const Cell &cell)
    {
        if (cell.isOfPages)
            return {};
        if (cell.isLogo)
            return photo(*cell.image, cell.attributes.box->width, cell.attributes.alt, "logo");
        if (cell.image)
            return photo(*cell.image, cell.attributes.box->width, cell.attributes.alt);
        if (hasPhoto(cell))
            return figure(cell);
        if (cell.role == pdf::Role::Figure)
            return cell.texts.empty() ? svg(cell.drawing, cell.attributes.alt, cell.stretches)
                                      : svgImage(cell.drawing, cell.texts, cell.attributes.alt);
        if (cell.role == pdf::Role::Lbl && isDash(cell))
            return {};
        const QString drawing = cell.drawing.empty() ? QString() : svg(cell.drawing, {}, cell.stretches);
        QString children;
        for (const Cell &child : cell.children)
            children += element(child);
        QString classes;
        if (columnOf(cell) == Column::Both && cell.children.empty())
            classes = QStringLiteral("row");
        if (cell.role == pdf::Role::L && cell.children.size() > 1 && areSideBySide(cell.children[0], cell.children[1]))
            classes = QStringLiteral("across");
        return wrapped(tagOf(cell.role), attributesOf(cell, classes), drawing + content(cell) + children) +
               QLatin1Char('\n');
    }

    static bool hasPhoto(const Cell &cell)
    {
        return std::ranges::any_of(cell.children, [](const Cell &child) { return child.image.has_value(); });
    }

    /// A photo and what stands under it.
    QString figure(const Cell &cell)
    {
        QString out;
        for (const Cell &child : cell.children)
            out += child.image ? element(child)
                               : wrapped(QStringLiteral("figcaption"), attributesOf(child, {}), content(child));
        return wrapped(QStringLiteral("figure"), {}, out) + QLatin1Char('\n');
    }

    static bool isDash(const Cell &cell)
    {
        return cell.texts.size() == 1 && cell.texts.front().block.text == QString(QChar(0x2013));
    }

    QString attributesOf(const Cell &cell, const QString &classes)
    {
        QString out = !cell.texts.empty() && cell.texts.size() == 1
                          ? m_text.attributes(cell.texts.front().block, classes)
                      : classes.isEmpty() ? QString()
                                          : QStringLiteral(" class=\"") + classes + QLatin1Char('"');
        if (cell.role == pdf::Role::TH)
            out += cell.attributes.scope == pdf::Scope::Row ? QStringLiteral(" scope=\"row\"")
                                                            : QStringLiteral(" scope=\"col\"");
        if (cell.attributes.columnSpan > 1)
            out += QStringLiteral(" colspan=\"%1\"").arg(cell.attributes.columnSpan);
        if (!cell.attributes.language.isEmpty())
            out += QStringLiteral(" lang=\"") + escaped(cell.attributes.language) + QLatin1Char('"');
        return out;
    }

    /// The texts of a cell: one; stacked; along a line; or at points of one.
    QString content(const Cell &cell)
    {
        QString seen = cell.texts.size() == 1 ? m_text.inside(cell.texts.front().block) : parts(cell);
        if (cell.attributes.actualText.isEmpty())
            return seen;
        return QStringLiteral("<span class=\"heard\">") + escaped(cell.attributes.actualText) +
               QStringLiteral("</span>") +
               (cell.role == pdf::Role::TH
                    ? QString()
                    : QStringLiteral("<span aria-hidden=\"true\">") + seen + QStringLiteral("</span>"));
    }

    QString parts(const Cell &cell)
    {
        QString out;
        for (std::size_t i = 0; i < cell.texts.size(); ++i) {
            const Text &text = cell.texts[i];
            const bool isBelow = i > 0 && text.y > cell.texts[i - 1].y + 4;
            out += isBelow && columnOf(cell) != Column::Both ? QStringLiteral("<br/>")
                   : i > 0                                   ? QStringLiteral(" ")
                                                             : QString();
            out += QStringLiteral("<span") + m_text.attributes(text.block) + pointStyle(cell, text) + QLatin1Char('>') +
                   m_text.inside(text.block) + QStringLiteral("</span>");
        }
        return isScale(cell)  ? QStringLiteral("<span class=\"scale\">") + out + QStringLiteral("</span>")
               : isLine(cell) ? QStringLiteral("<span class=\"line\">") + out + QStringLiteral("</span>")
                              : out;
    }

    /// Texts without a width of their own, at points along the text column.
    static bool isScale(const Cell &cell)
    {
        return cell.texts.size() > 1 && std::ranges::all_of(cell.texts, [&](const Text &text) {
                   return text.block.room <= 0 && std::abs(text.y - cell.texts.front().y) < 1;
               });
    }

    static bool isLine(const Cell &cell)
    {
        return cell.role == pdf::Role::P && columnOf(cell) != Column::Both && cell.texts.size() > 1 &&
               std::ranges::all_of(cell.texts,
                                   [&](const Text &text) { return std::abs(text.y - cell.texts.front().y) < 1; });
    }

    QString pointStyle(const Cell &cell, const Text &text) const
    {
        if (!isScale(cell))
            return {};
        const double percent = (text.x - m_frame.x) / m_frame.width * 100;
        // Numbers at the ends stay inside.
        const int shift = percent < 1 ? 0 : percent > 99 ? 100 : 50;
        // Of the page's side, not of the number's own direction.
        return QStringLiteral(" style=\"%1:%2%;--shift:%3%\"")
            .arg(m_context.words.isRightToLeft() ? QStringLiteral("right") : QStringLiteral("left"),
                 QString::number(percent, 'f', 1))
            .arg(shift);
    }

    WebText &m_text;
    const Context &m_context;
    QString m_partTitle;
    pdf::Rect m_frame{sheet::textLeft, 0, sheet::textWidth, 0};
};

} // namespace

QString webBlocks(WebText &text, const Context &context, const QString &partTitle, std::span<const Block> blocks)
{
    return Writer(text, context, partTitle).blocks(blocks);
}

} // namespace adit::report
