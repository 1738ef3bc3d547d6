// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace adit {

/// One line of two texts laid beside each other.
struct DiffLine
{
    enum class Kind { Same, Added, Removed };
    Kind kind;
    QString text;

    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

/// What must be taken from `before` and put in to get `after`, line by line, with as many lines the same as can be.
/// Texts of very many lines are only compared from their ends inwards.
std::vector<DiffLine> lineDiff(const QString &before, const QString &after);

} // namespace adit
