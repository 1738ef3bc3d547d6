// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

namespace adit::report {

/// Called with 0 to 1; false stops the work.
using Progress = std::function<bool(double)>;

/// What stands at the head and foot of the pages.
struct Running
{
    QString name = {};     ///< what the document is about, at the head; cut where there is no room
    QString rest = {};     ///< behind the name, never cut
    QString id = {};       ///< at the foot of page one
    QString identity = {}; ///< at the foot of all other pages
    QString footer = {};   ///< a line of the office under that
};

/// Parts in their order, with the pages they fall on. Paginated as they are added, painted at the end.
class Book
{
public:
    /// Pages are counted from `firstPage`; what comes before is put in front later.
    Book(const Context &context, Running running, int firstPage);

    void add(Part part);
    void putFirst(Part part);
    /// Pages that a part needs, without adding it; nothing if something does not fit a page.
    static std::optional<int> pagesOf(const Part &part);

    const Places &places() const { return m_places; }
    /// ReportFailed where a word was asked for that the language does not have: no key is ever printed.
    Result<QByteArray> write(const pdf::DocumentInfo &info, const Progress &progress);

private:
    struct Laid
    {
        Part part;
        pdf::Pagination pagination;
    };
    Laid laid(Part part) const;
    void paintPart(Laid &laid, Pen &pen);
    void beginPage(const Part &part, bool isFirst, Pen &pen);
    void paintWatermark(Pen &pen);
    void paintHeader(const Part &part, Pen &pen);
    void paintFooter(bool isPageOne, Pen &pen);

    const Context &m_context;
    std::vector<Laid> m_parts;
    Places m_places;
    Running m_running;
    pdf::TextBlock m_name; ///< with the rest, where there is room for all of it
    int m_nextPage;
    int m_pageCount = 0;
};

} // namespace adit::report
