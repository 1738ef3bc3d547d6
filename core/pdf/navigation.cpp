// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/document.h"

/// The part of the document that helps a reader find their way: destinations, outline, page labels, and the catalogue
/// that holds them.
namespace adit::pdf {

QByteArray Document::target(const Place &place) const
{
    return '[' + reference(m_pages[static_cast<std::size_t>(place.page)].object) + " /XYZ null " + number(place.y) +
           " null]";
}

QByteArray Document::destinations() const
{
    QByteArray out("<< /Names [");
    for (const auto &[name, place] : m_places)
        out += hexString(name) + ' ' + target(place) + '\n';
    return out + "] >>";
}

/// Siblings point at each other, a parent at its first and last child; all but the outermost level start closed.
QByteArray Document::outlineEntry(std::size_t index, ObjectId top) const
{
    const Entry &entry = m_outline[index];
    const int self = static_cast<int>(index);
    int previous = -1;
    int next = -1;
    int first = -1;
    int last = -1;
    int children = 0;
    for (int i = 0; i < static_cast<int>(m_outline.size()); ++i) {
        const int parent = m_outline[static_cast<std::size_t>(i)].parent;
        if (parent == entry.parent && i < self)
            previous = i;
        if (parent == entry.parent && i > self && next < 0)
            next = i;
        if (parent != self)
            continue;
        first = first < 0 ? i : first;
        last = i;
        ++children;
    }
    const auto object = [this](int i) { return reference(m_outline[static_cast<std::size_t>(i)].object); };
    QByteArray out = "<< /Title " + textString(entry.title) + " /Parent " +
                     (entry.parent < 0 ? reference(top) : object(entry.parent)) + " /Dest " +
                     destinationString(entry.destination);
    if (previous >= 0)
        out += " /Prev " + object(previous);
    if (next >= 0)
        out += " /Next " + object(next);
    if (children > 0)
        out += " /First " + object(first) + " /Last " + object(last) + " /Count " + QByteArray::number(-children);
    return out + " >>";
}

ObjectId Document::writeOutline()
{
    const ObjectId top = m_file.reserve();
    std::vector<std::size_t> outer;
    for (std::size_t i = 0; i < m_outline.size(); ++i) {
        m_file.write(m_outline[i].object, outlineEntry(i, top));
        if (m_outline[i].parent < 0)
            outer.push_back(i);
    }
    m_file.write(top, "<< /Type /Outlines /First " + reference(m_outline[outer.front()].object) + " /Last " +
                          reference(m_outline[outer.back()].object) + " /Count " +
                          QByteArray::number(static_cast<qsizetype>(outer.size())) + " >>");
    return top;
}

QByteArray Document::labels() const
{
    QByteArray out("<< /Nums [");
    for (const PageLabels &labels : m_labels) {
        out += QByteArray::number(labels.fromPage) + " << /S " +
               (labels.style == PageLabels::Style::Decimal ? "/D" : "/r") + " /St " + QByteArray::number(labels.first);
        if (!labels.prefix.isEmpty())
            out += " /P " + textString(labels.prefix);
        out += " >> ";
    }
    return out + "] >>";
}

QByteArray Document::catalog(ObjectId pageTree, ObjectId structure, ObjectId xmp, ObjectId intent,
                             ObjectId outline) const
{
    QByteArray out = "<< /Type /Catalog /Pages " + reference(pageTree) + " /StructTreeRoot " + reference(structure) +
                     " /MarkInfo << /Marked true >> /Lang " + textString(m_info.language) +
                     " /ViewerPreferences << /DisplayDocTitle true" + (m_info.rightToLeft ? " /Direction /R2L" : "") +
                     " >> /Metadata " + reference(xmp) + " /OutputIntents [" + reference(intent) + ']';
    if (!m_places.empty())
        out += " /Names << /Dests " + destinations() + " >>";
    if (outline != ObjectId{0})
        out += " /Outlines " + reference(outline) + " /PageMode /UseOutlines";
    if (!m_labels.empty())
        out += " /PageLabels " + labels();
    return out + " >>";
}

} // namespace adit::pdf
