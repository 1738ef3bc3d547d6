// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/book.h"

#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

namespace {

pdf::Pagination paginated(const Part &part)
{
    std::vector<pdf::Box> boxes;
    boxes.reserve(part.blocks.size());
    for (const Block &block : part.blocks)
        boxes.push_back(block.box);
    return pdf::paginate(boxes, part.rules);
}

void addPlaces(const Part &part, const pdf::Pagination &pagination, int firstPage, Places &places)
{
    places.emplace(part.destination, firstPage);
    for (const pdf::Placement &placement : pagination.placements) {
        const QString &name = part.blocks[static_cast<std::size_t>(placement.box)].destination;
        if (!name.isEmpty())
            places.emplace(name, firstPage + placement.page);
    }
}

pdf::TextBlock headerLine(const Context &context, const QString &text, double room)
{
    return context.fitted(text, sheet::note(), room, sheet::noteLine, 1);
}

pdf::TextBlock nameAndRest(const Context &context, const Running &running, double room)
{
    const double restWidth = running.rest.isEmpty() ? 0 : context.type.line(running.rest, sheet::note()).width() + 1;
    const QString cut = headerLine(context, running.name, room - restWidth).text;
    return context.type.line(context.own(cut) + running.rest, sheet::note(), context.paragraph(room, sheet::noteLine));
}

} // namespace

Book::Book(const Context &context, Running running, int firstPage)
    : m_context(context)
    , m_running(std::move(running))
    , m_name(nameAndRest(context, m_running, 2 * sheet::width))
    , m_nextPage(firstPage)
{}

Book::Laid Book::laid(Part part) const
{
    pdf::Pagination pagination = paginated(part);
    return {std::move(part), std::move(pagination)};
}

void Book::add(Part part)
{
    m_parts.push_back(laid(std::move(part)));
    addPlaces(m_parts.back().part, m_parts.back().pagination, m_nextPage, m_places);
    m_nextPage += m_parts.back().pagination.pages;
}

void Book::putFirst(Part part)
{
    m_parts.insert(m_parts.begin(), laid(std::move(part)));
    addPlaces(m_parts.front().part, m_parts.front().pagination, 1, m_places);
}

std::optional<int> Book::pagesOf(const Part &part)
{
    const pdf::Pagination pagination = paginated(part);
    return pagination.overflowing.empty() ? std::optional(pagination.pages) : std::nullopt;
}

void Book::paintHeader(const Part &part, Pen &pen)
{
    const pdf::TagGuard header = pen.document.artifact(pdf::Artifact::Header);
    constexpr double gap = 14;
    constexpr double half = (sheet::width - gap) / 2;
    const QString running = part.running.isEmpty() ? part.title : part.running;
    const pdf::TextBlock right = headerLine(m_context, running, std::max(half, sheet::width - gap - m_name.width()));
    const double room = sheet::width - gap - right.width();
    const pdf::TextBlock name = m_name.width() <= room ? m_name : nameAndRest(m_context, m_running, room);
    pen.canvas->text(name, {pen.across(sheet::left, name.room), sheet::headerText});
    pen.canvas->text(right, {pen.across(sheet::right - right.width(), right.room), sheet::headerText});
    pen.canvas->line({sheet::left, sheet::headerRule}, {sheet::right, sheet::headerRule}, sheet::section());
}

void Book::paintFooter(bool isPageOne, Pen &pen)
{
    const pdf::TagGuard footer = pen.document.artifact(pdf::Artifact::Footer);
    pen.canvas->line({sheet::left, sheet::footerRule}, {sheet::right, sheet::footerRule}, sheet::section());
    const Words &words = m_context.words;
    const QString &identity = isPageOne ? m_running.id : m_running.identity;
    const pdf::TextBlock about = m_context.fitted(identity, sheet::note(), sheet::width - 90, sheet::noteLine, 1);
    pen.canvas->text(about, {pen.across(sheet::left, about.room), sheet::footerText});
    if (!isPageOne && !m_running.footer.isEmpty())
        pen.canvas->text(m_context.fitted(m_running.footer, sheet::note(), sheet::width, sheet::noteLine, 1),
                         {pen.across(sheet::left, sheet::width), sheet::footerText + sheet::noteLine});
    const QString page =
        words("footer.page", {{"page", words.number(pen.canvas->page() + 1)}, {"pages", words.number(m_pageCount)}});
    pen.canvas->text(m_context.text(page, sheet::sans(7.5), 84, sheet::noteLine, pdf::Align::End),
                     {pen.across(sheet::right - 84, 84), sheet::footerText});
}

/// For whom the copy is, across the page and under its text.
void Book::paintWatermark(Pen &pen)
{
    const pdf::TagGuard watermark = pen.document.artifact(pdf::Artifact::Watermark);
    const QString text = m_context.editionMark();
    constexpr double longest = 620;
    constexpr double largest = 44;
    const auto inSize = [&](double size) {
        return m_context.type.line(m_context.own(text), sheet::bold(size, sheet::watermark), {.leading = size});
    };
    pdf::TextBlock block = inSize(largest);
    if (block.width() > longest)
        block = inSize(largest * longest / block.width());
    pen.canvas->turned(block, {pdf::a4.width / 2, pdf::a4.height / 2}, -55);
}

void Book::beginPage(const Part &part, bool isFirst, Pen &pen)
{
    const bool isPageOne = part.isPageOne && isFirst;
    pen.canvas = &pen.document.beginPage();
    if (m_context.kind == ReportKind::Draft)
        paintWatermark(pen);
    if (!isPageOne)
        paintHeader(part, pen);
    paintFooter(isPageOne, pen);
}

void Book::paintPart(Laid &laid, Pen &pen)
{
    Part &part = laid.part;
    int page = -1;
    pdf::ElementId section{-1};
    for (const pdf::Placement &placement : laid.pagination.placements) {
        if (placement.page != page) {
            beginPage(part, page < 0, pen);
            if (page < 0) {
                pen.document.destination(part.destination, 0);
                pen.document.outline(part.outlineLevel, part.title, part.destination);
                section = pen.document.element(pdf::Role::Sect);
            }
            page = placement.page;
        }
        const pdf::TagGuard open = pen.document.tag(section);
        paint(part.blocks[static_cast<std::size_t>(placement.box)], placement, pen);
    }
}

Result<QByteArray> Book::write(const pdf::DocumentInfo &info, const Progress &progress)
{
    for (const Laid &laid : m_parts)
        m_pageCount += laid.pagination.pages;
    pdf::Document document(m_context.type, info);
    Pen pen{m_context, document, m_places, m_context.type.line(QStringLiteral(" "), sheet::sans())};
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (progress && !progress(0.5 + 0.4 * static_cast<double>(i) / static_cast<double>(m_parts.size())))
            return Error{ErrorCode::Cancelled};
        paintPart(m_parts[i], pen);
    }
    document.pageLabels({pdf::PageLabels{}});
    auto bytes = document.finish();
    if (bytes && !m_context.words.missing().isEmpty())
        return Error{ErrorCode::ReportFailed, QStringLiteral("words"), m_context.words.missing()};
    if (bytes && progress)
        progress(1);
    return bytes;
}

} // namespace adit::report
