// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/tagtree.h"

#include <algorithm>
#include <map>

namespace adit::pdf {

namespace {

QByteArray attributeObject(Role role, const TagAttributes &attributes)
{
    if (role == Role::TH || role == Role::TD) {
        QByteArray out;
        if (attributes.scope != Scope::None)
            out += attributes.scope == Scope::Column ? " /Scope /Column" : " /Scope /Row";
        if (attributes.columnSpan > 1)
            out += " /ColSpan " + QByteArray::number(attributes.columnSpan);
        if (attributes.rowSpan > 1)
            out += " /RowSpan " + QByteArray::number(attributes.rowSpan);
        return out.isEmpty() ? out : " /A << /O /Table" + out + " >>";
    }
    if (role != Role::Figure || !attributes.box)
        return {};
    const Rect &box = *attributes.box;
    return " /A << /O /Layout /Placement /Block /BBox [" + number(box.x) + ' ' + number(box.y) + ' ' +
           number(box.right()) + ' ' + number(box.bottom()) + "] >>";
}

} // namespace

QByteArray roleName(Role role)
{
    switch (role) {
#define ADIT_ROLE(name)                                                                                                \
    case Role::name:                                                                                                   \
        return #name
        ADIT_ROLE(Document);
        ADIT_ROLE(Sect);
        ADIT_ROLE(Div);
        ADIT_ROLE(H1);
        ADIT_ROLE(H2);
        ADIT_ROLE(H3);
        ADIT_ROLE(P);
        ADIT_ROLE(L);
        ADIT_ROLE(LI);
        ADIT_ROLE(Lbl);
        ADIT_ROLE(LBody);
        ADIT_ROLE(Table);
        ADIT_ROLE(Caption);
        ADIT_ROLE(THead);
        ADIT_ROLE(TBody);
        ADIT_ROLE(TR);
        ADIT_ROLE(TH);
        ADIT_ROLE(TD);
        ADIT_ROLE(TOC);
        ADIT_ROLE(TOCI);
        ADIT_ROLE(Reference);
        ADIT_ROLE(Figure);
        ADIT_ROLE(Link);
        ADIT_ROLE(Span);
#undef ADIT_ROLE
    }
    return "Div";
}

TagTree::TagTree()
{
    m_elements.push_back({Role::Document, -1, {}, {}});
}

ElementId TagTree::add(ElementId parent, Role role, const TagAttributes &attributes)
{
    const int id = static_cast<int>(m_elements.size());
    m_elements.push_back({role, static_cast<int>(parent), attributes, {}});
    m_elements[static_cast<std::size_t>(parent)].children.push_back({Child::Kind::Element, id, -1});
    return static_cast<ElementId>(id);
}

TagTree::Page &TagTree::page(int number)
{
    while (m_pages.size() <= static_cast<std::size_t>(number))
        m_pages.push_back({m_nextKey++, {}});
    return m_pages[static_cast<std::size_t>(number)];
}

int TagTree::pageKey(int number)
{
    return page(number).key;
}

int TagTree::mark(ElementId element, int pageNumber)
{
    std::vector<ElementId> &owners = page(pageNumber).owners;
    const int mark = static_cast<int>(owners.size());
    owners.push_back(element);
    m_elements[static_cast<std::size_t>(element)].children.push_back({Child::Kind::Mark, mark, pageNumber});
    return mark;
}

int TagTree::own(ElementId element, ObjectId annotation, int pageNumber)
{
    m_elements[static_cast<std::size_t>(element)].children.push_back(
        {Child::Kind::Annotation, static_cast<int>(annotation), pageNumber});
    m_annotations.push_back({m_nextKey++, element});
    return m_annotations.back().key;
}

QByteArray TagTree::body(const Element &element, const std::vector<ObjectId> &ids, ObjectId rootId,
                         const std::vector<ObjectId> &pages) const
{
    const auto pageObject = [&pages](int page) { return reference(pages[static_cast<std::size_t>(page)]); };
    QByteArray out = "<< /S /" + roleName(element.role) + " /P " +
                     reference(element.parent < 0 ? rootId : ids[static_cast<std::size_t>(element.parent)]);
    const auto first = std::find_if(element.children.begin(), element.children.end(),
                                    [](const Child &child) { return child.kind == Child::Kind::Mark; });
    const int home = first == element.children.end() ? -1 : first->page;
    if (home >= 0)
        out += " /Pg " + pageObject(home);
    out += attributeObject(element.role, element.attributes);
    if (!element.attributes.alt.isEmpty())
        out += " /Alt " + textString(element.attributes.alt);
    if (!element.attributes.actualText.isEmpty())
        out += " /ActualText " + textString(element.attributes.actualText);
    if (!element.attributes.language.isEmpty())
        out += " /Lang " + textString(element.attributes.language);
    if (element.children.empty())
        return out + " >>";
    out += " /K [";
    for (const Child &child : element.children) {
        const QByteArray number = QByteArray::number(child.number);
        if (child.kind == Child::Kind::Element)
            out += reference(ids[static_cast<std::size_t>(child.number)]) + ' ';
        else if (child.kind == Child::Kind::Annotation)
            out += "<< /Type /OBJR /Pg " + pageObject(child.page) + " /Obj " + number + " 0 R >> ";
        else if (child.page == home)
            out += number + ' ';
        else
            out += "<< /Type /MCR /Pg " + pageObject(child.page) + " /MCID " + number + " >> ";
    }
    out.chop(1);
    return out + "] >>";
}

QByteArray TagTree::parentTree(const std::vector<ObjectId> &ids) const
{
    std::map<int, QByteArray> entries;
    for (const Page &page : m_pages) {
        QByteArray &owners = entries[page.key];
        owners = "[";
        for (const ElementId owner : page.owners)
            owners += reference(ids[static_cast<std::size_t>(owner)]) + ' ';
        owners += ']';
    }
    for (const Annotation &annotation : m_annotations)
        entries[annotation.key] = reference(ids[static_cast<std::size_t>(annotation.owner)]);
    QByteArray out("<< /Nums [");
    for (const auto &[key, value] : entries)
        out += QByteArray::number(key) + ' ' + value + '\n';
    return out + "] >>";
}

ObjectId TagTree::write(PdfFile &file, const std::vector<ObjectId> &pages) const
{
    const ObjectId rootId = file.reserve();
    std::vector<ObjectId> ids;
    ids.reserve(m_elements.size());
    for (std::size_t i = 0; i < m_elements.size(); ++i)
        ids.push_back(file.reserve());
    for (std::size_t i = 0; i < m_elements.size(); ++i)
        file.write(ids[i], body(m_elements[i], ids, rootId, pages));
    const ObjectId parents = file.add(parentTree(ids));
    file.write(rootId, "<< /Type /StructTreeRoot /K [" + reference(ids.front()) + "] /ParentTree " +
                           reference(parents) + " /ParentTreeNextKey " + QByteArray::number(m_nextKey) + " >>");
    return rootId;
}

} // namespace adit::pdf
