// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/review/leaves.h"

#include <QString>

namespace adit {

/// Where a chapter stands in a review.
struct SignOffState
{
    enum class State {
        Open,
        Signed,
        ChangedSince ///< signed off, and no longer as it was then
    };
    State state = State::Open;
    QString by;
    QString day; ///< ISO date
};

SignOffState signOffOf(const CaseView &view, const QString &chapter);

/// A reviewer signs a chapter off as it stands. Error UnknownNode; NothingToChange where it stands signed as it is;
/// InvalidValue where a comment on it that must be answered is not settled; Independence for somebody on the team.
Result<Edit> signOff(const CaseView &view, const QString &chapter, const QString &by, const QDate &day);
Result<Edit> takeSignOffBack(const CaseView &view, const QString &chapter);

} // namespace adit
