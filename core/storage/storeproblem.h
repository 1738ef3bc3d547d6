// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <utility>
#include <vector>

namespace adit {

/// One thing that does not hold.
struct StoreProblem
{
    QString what;  ///< page, integrity, chain, commitment, clock, edit, head, table, standard, evidence
    QString where; ///< page number, operation, table and row
    QString text;
};

class StoreProblems
{
public:
    void add(const char *what, const QString &where, const QString &text)
    {
        if (m_all.size() < most)
            m_all.push_back({QString::fromLatin1(what), where, text});
    }
    bool isEmpty() const { return m_all.empty(); }
    const std::vector<StoreProblem> &all() const { return m_all; }

private:
    /// More say no more than "restore a backup".
    static constexpr std::size_t most = 200;
    std::vector<StoreProblem> m_all;
};

} // namespace adit
