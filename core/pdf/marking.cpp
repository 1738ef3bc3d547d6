// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/marking.h"

namespace adit::pdf {

namespace {

const char *artifactStart(Artifact kind)
{
    switch (kind) {
    case Artifact::Layout:
        return "/Artifact <</Type /Layout>> BDC\n";
    case Artifact::Header:
        return "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n";
    case Artifact::Footer:
        return "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n";
    case Artifact::Watermark:
        return "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\n";
    }
    return "/Artifact BMC\n";
}

} // namespace

std::size_t Marking::push(ElementId element)
{
    m_open.push_back({false, element, {}, ++m_serial});
    return m_open.size() - 1;
}

std::size_t Marking::push(Artifact kind)
{
    m_open.push_back({true, element(), kind, ++m_serial});
    return m_open.size() - 1;
}

void Marking::popTo(std::size_t depth)
{
    m_open.resize(std::min(depth, m_open.size()));
}

ElementId Marking::element() const
{
    return m_open.empty() ? TagTree::root : m_open.back().element;
}

void Marking::before(QByteArray &content, int page)
{
    if (m_open.empty()) {
        m_unmarked = true;
        return;
    }
    const Open &top = m_open.back();
    const bool same = m_current == top.serial || (m_current != 0 && !top.isArtifact && m_currentElement == top.element);
    if (same)
        return;
    end(content);
    m_current = top.serial;
    m_currentElement = top.isArtifact ? ElementId{-1} : top.element;
    if (top.isArtifact) {
        content += artifactStart(top.kind);
        return;
    }
    content += '/' + roleName(m_tree.role(top.element)) + " <</MCID " +
               QByteArray::number(m_tree.mark(top.element, page)) + ">> BDC\n";
}

void Marking::end(QByteArray &content)
{
    if (m_current != 0)
        content += "EMC\n";
    m_current = 0;
    m_currentElement = ElementId{-1};
}

} // namespace adit::pdf
