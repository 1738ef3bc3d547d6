// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/document.h"

#include <algorithm>

namespace adit::pdf {

Document::Document(const Typesetter &typesetter, DocumentInfo info)
    : m_info(std::move(info))
    , m_fonts(typesetter.faces())
{}

void Document::fail(const QString &detail)
{
    if (!m_fault)
        m_fault = Error{ErrorCode::ReportFailed, QStringLiteral("pdf"), detail};
}

Canvas &Document::beginPage(Size size)
{
    endPage();
    m_pages.push_back({m_file.reserve(), size, {}});
    m_canvas.emplace(m_fonts, m_images, m_marking, size, pageCount() - 1);
    return *m_canvas;
}

void Document::endPage()
{
    if (!m_canvas)
        return;
    m_contents.push_back(m_file.reserve());
    m_file.writeStream(m_contents.back(), {}, m_canvas->takeContent());
    if (m_canvas->fault() && !m_fault)
        m_fault = m_canvas->fault();
    const int page = m_canvas->page();
    for (const LinkArea &link : m_canvas->links()) {
        const ObjectId object = m_file.reserve();
        m_links.push_back({link, page, object, m_tree.own(link.element, object, page)});
        m_pages.back().annotations.push_back(object);
    }
    m_canvas.reset();
}

ElementId Document::element(Role role, const TagAttributes &attributes)
{
    TagAttributes onPage = attributes;
    if (onPage.box && m_canvas)
        onPage.box->y = m_canvas->size().height - onPage.box->bottom();
    return m_tree.add(m_marking.element(), role, onPage);
}

TagGuard Document::tag(Role role, const TagAttributes &attributes)
{
    return {m_marking, element(role, attributes)};
}

void Document::destination(const QString &name, double y)
{
    if (!m_canvas)
        return fail(QStringLiteral("destination before the first page: ") + name);
    const Place place{m_canvas->page(), m_canvas->size().height - y};
    if (!m_places.emplace(name.toUtf8(), place).second)
        fail(QStringLiteral("destination named twice: ") + name);
}

void Document::outline(int level, const QString &title, const QString &destination)
{
    const int deepest = m_outline.empty() ? 0 : m_outline.back().level + 1;
    if (level < 0 || level > deepest)
        return fail(QStringLiteral("outline skips a level: ") + title);
    int parent = static_cast<int>(m_outline.size()) - 1;
    while (parent >= 0 && m_outline[static_cast<std::size_t>(parent)].level >= level)
        --parent;
    m_outline.push_back({level, title, destination, m_file.reserve(), parent});
}

void Document::writeLinks()
{
    for (const PendingLink &pending : m_links) {
        const Link &link = pending.place.link;
        if (!link.destination.isEmpty() && m_places.count(link.destination.toUtf8()) == 0)
            fail(QStringLiteral("link to nowhere: ") + link.destination);
        const double height = m_pages[static_cast<std::size_t>(pending.page)].size.height;
        const Rect &area = pending.place.area;
        const QString &said = link.description.isEmpty() ? pending.place.description : link.description;
        m_file.write(pending.object, "<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [" + number(area.x) +
                                         ' ' + number(height - area.bottom()) + ' ' + number(area.right()) + ' ' +
                                         number(height - area.y) + "] /Contents " + textString(said.simplified()) +
                                         " /StructParent " + QByteArray::number(pending.key) +
                                         (link.uri.isEmpty() ? " /Dest " + destinationString(link.destination)
                                                             : " /A << /S /URI /URI " + textString(link.uri) + " >>") +
                                         " >>");
    }
}

void Document::writePages(const QByteArray &fonts, ObjectId pageTree)
{
    const QByteArray images = m_images.write(m_file);
    const ObjectId resources =
        m_file.add("<< /Font << " + fonts + ">>" +
                   (images.isEmpty() ? " /ProcSet [/PDF /Text] >>"
                                     : " /XObject << " + images + ">> /ProcSet [/PDF /Text /ImageB /ImageC] >>"));
    QByteArray kids;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const Page &page = m_pages[i];
        QByteArray body = "<< /Type /Page /Parent " + reference(pageTree) + " /MediaBox [0 0 " +
                          number(page.size.width) + ' ' + number(page.size.height) + "] /Resources " +
                          reference(resources) + " /Contents " + reference(m_contents[i]) + " /StructParents " +
                          QByteArray::number(m_tree.pageKey(static_cast<int>(i))) + " /Tabs /S";
        if (!page.annotations.empty()) {
            body += " /Annots [";
            for (const ObjectId annotation : page.annotations)
                body += reference(annotation) + ' ';
            body += ']';
        }
        m_file.write(page.object, body + " >>");
        kids += reference(page.object) + ' ';
    }
    m_file.write(pageTree,
                 "<< /Type /Pages /Count " + QByteArray::number(pageCount()) + " /Kids [" + kids.trimmed() + "] >>");
}

Result<QByteArray> Document::finish()
{
    endPage();
    if (m_pages.empty())
        fail(QStringLiteral("no page"));
    if (m_marking.paintedUnmarked())
        fail(QStringLiteral("paint without a tag"));
    if (m_marking.depth() != 0)
        fail(QStringLiteral("a tag is still open"));
    if (m_info.title.trimmed().isEmpty())
        fail(QStringLiteral("no title"));
    writeLinks();
    for (const Entry &entry : m_outline)
        if (m_places.count(entry.destination.toUtf8()) == 0)
            fail(QStringLiteral("outline to nowhere: ") + entry.destination);
    if (m_fault)
        return *m_fault;
    ADIT_TRY_ASSIGN(const QByteArray fonts, m_fonts.write(m_file));
    const ObjectId pageTree = m_file.reserve();
    writePages(fonts, pageTree);
    std::vector<ObjectId> pages;
    for (const Page &page : m_pages)
        pages.push_back(page.object);
    const ObjectId structure = m_tree.write(m_file, pages);
    const ObjectId outlineRoot = m_outline.empty() ? ObjectId{0} : writeOutline();
    const ObjectId xmp = writeXmp(m_file, m_info);
    const ObjectId intent = writeOutputIntent(m_file);
    const ObjectId info = writeInfo(m_file, m_info);
    const ObjectId root = m_file.add(catalog(pageTree, structure, xmp, intent, outlineRoot));
    return m_file.finish(root, info);
}

} // namespace adit::pdf
