// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/tagtree.h"

namespace adit::pdf {

/// Paint that is not part of what is read: rules, strips of colour, repeated table heads; running heads and feet; the
/// word across a draft.
enum class Artifact { Layout, Header, Footer, Watermark };

/// Which element or artifact the paint of the moment belongs to. Before every paint the canvas calls `before`, which
/// starts a marked stretch where the last one does not fit. Paint without an owner is remembered as a fault, so that a
/// document with such paint cannot be finished: "no unmarked paint" holds by construction.
class Marking
{
public:
    explicit Marking(TagTree &tree)
        : m_tree(tree)
    {}

    /// The depth before pushing, for `popTo`.
    std::size_t push(ElementId element);
    std::size_t push(Artifact kind);
    void popTo(std::size_t depth);
    std::size_t depth() const { return m_open.size(); }
    /// The innermost open element; the root if none is.
    ElementId element() const;
    bool inArtifact() const { return !m_open.empty() && m_open.back().isArtifact; }

    void before(QByteArray &content, int page);
    /// Ends the open stretch, if any: at the end of a page.
    void end(QByteArray &content);

    bool paintedUnmarked() const { return m_unmarked; }
    TagTree &tree() { return m_tree; }

private:
    struct Open
    {
        bool isArtifact;
        ElementId element;
        Artifact kind;
        int serial;
    };
    TagTree &m_tree;
    std::vector<Open> m_open;
    int m_serial = 0;
    int m_current = 0; ///< serial of what the open stretch belongs to; 0: none is open
    ElementId m_currentElement{-1};
    bool m_unmarked = false;
};

/// Keeps an element or artifact open until the end of the block of code.
class [[nodiscard]] TagGuard
{
public:
    TagGuard(Marking &marking, ElementId element)
        : m_marking(marking)
        , m_element(element)
        , m_depth(marking.push(element))
    {}
    TagGuard(Marking &marking, Artifact kind)
        : m_marking(marking)
        , m_element(TagTree::root)
        , m_depth(marking.push(kind))
    {}
    ~TagGuard() { m_marking.popTo(m_depth); }
    TagGuard(const TagGuard &) = delete;
    TagGuard &operator=(const TagGuard &) = delete;

    /// To open it again later, on another page or after something else.
    ElementId element() const { return m_element; }

private:
    Marking &m_marking;
    ElementId m_element;
    std::size_t m_depth;
};

} // namespace adit::pdf
