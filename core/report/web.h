// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/webtext.h"

namespace adit::report {

/// What stands around the parts of a web edition.
struct WebFrame
{
    QString title = {};    ///< of the document
    QString name = {};     ///< what it is about, on the strip that stays in sight
    QString edition = {};  ///< "Preview, not released", or which release it is: on the same strip
    QString identity = {}; ///< at the foot
    QString footer = {};   ///< a line of the office under that
    QString water = {};    ///< behind the text of every screen and page
};

/// The parts of a report as one web page that holds all it needs: no script, nothing to fetch. It is made of the same
/// blocks as the pages, by what they are and where they stand: a label beside its text, rows of a table, things side by
/// side. Blocks are set by an unshaped typesetter; positions tell their columns.
class WebPage
{
public:
    explicit WebPage(const Context &context)
        : m_context(context)
        , m_text(context)
    {}

    void add(const Part &part);
    QByteArray page(const WebFrame &frame) const;

private:
    QString m_body;
    const Context &m_context;
    WebText m_text;
};

} // namespace adit::report
