// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/papers/paper.h"

namespace adit {

QStringList receiptLanguages();

/// What somebody who raised a concern takes home: its code, and how to ask with it. It may be found on them by anybody:
/// it names no person, mine, certification body, scheme or program, has no date, and does not say what it is about; nor
/// does the file. Where to ask is a line to fill in by hand, for whoever can do so safely. Error UnknownChoice for a
/// language without words.
Result<Paper> concernReceipt(const QString &code, const QString &language = QStringLiteral("en"));

} // namespace adit
