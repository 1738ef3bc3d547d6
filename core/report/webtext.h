// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

#include <QHash>

namespace adit::report {

/// Text in HTML, whatever is in it.
QString escaped(const QString &text);
/// A name of a destination as the id of an element: no blanks.
QString webId(const QString &destination);

/// The texts of blocks as HTML. Remembers the styles and marks it met, so that the page defines each of them once.
class WebText
{
public:
    explicit WebText(const Context &context)
        : m_context(context)
    {}

    /// Words, links, marks and lines of a block, without an element around them.
    QString inside(const pdf::TextBlock &block);
    /// ` class="…" dir="…"` of the element around a block: its style, its alignment, its direction where that differs
    /// from the page's.
    QString attributes(const pdf::TextBlock &block, const QString &classes = {});

    QString styleRules() const;
    /// The marks, unseen until used.
    QString symbols() const;

private:
    QString styleClass(const pdf::TextStyle &style);
    QString mark(const pdf::Mark &mark, double size);
    QString span(const pdf::TextBlock &block, std::size_t index, const QString &around);

    const Context &m_context;
    QStringList m_styles;  ///< rules, by number of the class
    QStringList m_symbols; ///< content, by number of the symbol
};

/// A photo, whole in the page itself. `width`: in print, in points.
QString photo(const pdf::Image &image, double width, const QString &alt, const char *classes = "photo");
/// A drawing as SVG by itself. `alt` empty: decoration.
QString svg(const std::vector<Shape> &shapes, const QString &alt, bool stretches);
/// A drawing with words in it, as a picture of its own: what is read to people is `alt` alone.
QString svgImage(const std::vector<Shape> &shapes, const std::vector<Text> &texts, const QString &alt);

} // namespace adit::report
