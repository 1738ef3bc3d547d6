// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"
#include "core/exchange/sheet.h"

namespace adit {

class Profile;

// The name guard on what goes out as a sheet (report.md, Redaction): lists, which others are sent, and the history.

/// Whether a sheet was looked through at all.
enum class SheetLook {
    Done,
    NamesSealed ///< somebody's name is sealed to others, or this copy holds none: whoever sends it on has to look
};

/// Whether a list may go out: ReleaseBlocked ("name-blocks", detail: each name and its place, "R-A03 note") where a
/// cell names somebody. A part of a name passes where a second person let it pass in that very text. `madeFor`: the
/// role of this copy; `profile`: whoever sends it. Not for lists that are meant to hold names.
Result<SheetLook> sheetMayLeave(const Sheet &list, const Assessment &assessment, const QString &madeFor,
                                const Profile *profile);

/// The history holds texts as they once were, which nobody can write anew: cells that name somebody are replaced by a
/// mark instead, and the rest goes out. Returns how many; the look says whether they were looked for.
struct NamesKeptBack
{
    SheetLook look = SheetLook::Done;
    int cells = 0;
};
NamesKeptBack keepNamesBack(Sheet &log, const Assessment &assessment, const QString &madeFor, const Profile *profile);

/// What stands in a cell whose text is kept back. English like the sheet's other words, which programs read.
inline constexpr QLatin1String keptBackMark("[kept back: it names somebody]");

} // namespace adit
