// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
#include <map>
#include <memory>
#include <set>

typedef struct _PangoContext PangoContext;
typedef struct _PangoCoverage PangoCoverage;

namespace adit::pdf {

/// Which installed font families draw which characters. Asked only for text that the report's own two families do not
/// draw, and remembered, as opening a family takes a moment.
class FontCoverage
{
public:
    /// The context belongs to the caller and outlives this.
    explicit FontCoverage(PangoContext *context)
        : m_context(context)
    {}

    bool isInstalled(const QString &family) { return coverage(family) != nullptr; }
    /// The first family that draws a character: one of `wanted`, else any of the Noto families installed. Empty: none.
    QString familyFor(char32_t character, const QStringList &wanted);
    /// From now on no family draws the character: its font turned out not to.
    void exclude(char32_t character) { m_excluded.insert(character); }

private:
    struct Release
    {
        void operator()(PangoCoverage *coverage) const;
    };
    PangoCoverage *coverage(const QString &family);
    bool draws(const QString &family, char32_t character);
    const QStringList &others();

    PangoContext *m_context;
    std::map<QString, std::unique_ptr<PangoCoverage, Release>> m_coverages; ///< null: not installed
    QHash<char32_t, QString> m_found;                                       ///< among the others
    std::set<char32_t> m_excluded;
    QStringList m_others;
};

} // namespace adit::pdf
