// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/text.h"
#include "core/standard/standard.h"

#include <memory>

namespace adit::report {

/// A rating as it stands in print: a glyph and its ink, always beside its word.
struct Look
{
    std::shared_ptr<const pdf::Mark> mark;
    pdf::Color ink;
    QString word;
};

/// The marks of a report, for one standard and language.
class Marks
{
public:
    Marks(const Standard &standard, const QString &language, const QString &notRelevant, const QString &notAssessed);

    /// Of a step of the scale; nothing is "not assessed".
    const Look &rating(std::optional<int> step) const;
    const Look &notRelevant() const { return m_notRelevant; }
    const std::shared_ptr<const pdf::Mark> &diamond() const { return m_diamond; }

private:
    std::vector<Look> m_steps;
    Look m_notRelevant;
    Look m_notAssessed;
    std::shared_ptr<const pdf::Mark> m_diamond;
};

/// The same mark, read aloud as `alt`: where no word stands beside it.
std::shared_ptr<const pdf::Mark> spoken(const std::shared_ptr<const pdf::Mark> &mark, const QString &alt);

} // namespace adit::report
