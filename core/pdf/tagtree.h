// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/geometry.h"
#include "core/pdf/pdffile.h"

#include <optional>

namespace adit::pdf {

/// The standard structure types in use. Reference is a cross-reference (of an entry of the contents), Div a group
/// without meaning.
enum class Role {
    Document,
    Sect,
    Div,
    H1,
    H2,
    H3,
    P,
    L,
    LI,
    Lbl,
    LBody,
    Table,
    Caption,
    THead,
    TBody,
    TR,
    TH,
    TD,
    TOC,
    TOCI,
    Reference,
    Figure,
    Link,
    Span
};
/// As the file spells it ("TOCI").
QByteArray roleName(Role role);

/// Which cells a table's heading stands for.
enum class Scope { None, Column, Row };

struct TagAttributes
{
    QString language = {};        ///< BCP 47, where it differs from what is around it
    QString alt = {};             ///< a Figure needs one: the sentence that stands for the picture
    QString actualText = {};      ///< the letters, where the drawing is not made of them
    std::optional<Rect> box = {}; ///< a Figure needs one: where it is on the page open now
    Scope scope = Scope::None;    ///< a TH needs one
    int columnSpan = 1;
    int rowSpan = 1;
};

enum class ElementId : int {};

/// The structure of a document: a tree of elements, and which marked stretches of which pages belong to each. Children
/// keep the order in which they were added, which is the order of reading.
class TagTree
{
public:
    static constexpr ElementId root{0}; ///< the Document element

    TagTree();

    ElementId add(ElementId parent, Role role, const TagAttributes &attributes);
    /// The number of a new marked stretch of a page (from 0) that belongs to the element.
    int mark(ElementId element, int page);
    /// Makes an annotation the element's; returns its StructParent key.
    int own(ElementId element, ObjectId annotation, int page);
    /// The StructParents key of a page.
    int pageKey(int page);
    Role role(ElementId element) const { return m_elements[static_cast<std::size_t>(element)].role; }

    /// Writes elements and parent tree; returns the StructTreeRoot. `pages`: the page objects in order.
    ObjectId write(PdfFile &file, const std::vector<ObjectId> &pages) const;

private:
    struct Child
    {
        enum class Kind { Element, Mark, Annotation } kind;
        int number; ///< element, mark or object
        int page;
    };
    struct Element
    {
        Role role;
        int parent;
        TagAttributes attributes;
        std::vector<Child> children;
    };
    struct Page
    {
        int key;
        std::vector<ElementId> owners; ///< by mark
    };
    struct Annotation
    {
        int key;
        ElementId owner;
    };
    Page &page(int number);
    QByteArray body(const Element &element, const std::vector<ObjectId> &ids, ObjectId rootId,
                    const std::vector<ObjectId> &pages) const;
    QByteArray parentTree(const std::vector<ObjectId> &ids) const;

    std::vector<Element> m_elements;
    std::vector<Page> m_pages;
    std::vector<Annotation> m_annotations;
    int m_nextKey = 0;
};

} // namespace adit::pdf
