// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

#include <QString>
#include <vector>

namespace adit {

/// Finds nodes of a standard by what is written in them: number, titles, statement and guidance. Capitals and accents
/// do not matter. Made once for a standard and a language, so that a search is fast enough for every keystroke.
class StandardSearch
{
public:
    StandardSearch(const Standard &standard, const QString &language);

    /// By index into Standard::nodes(): does the node's own text hold all words of the query? A word of digits and
    /// points is the beginning of a number ("2.5" finds 2.5 and all below). An empty query finds everything.
    std::vector<bool> find(const QString &query) const;

private:
    struct Entry
    {
        QString code;
        QString text; ///< folded
    };
    static bool matches(const Entry &entry, const QString &word);

    std::vector<Entry> m_entries;
};

} // namespace adit
