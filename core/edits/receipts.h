// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hashing.h"
#include "core/edits/edit.h"

namespace adit {

// A receipt is how somebody who raised a concern can ask what came of it without saying who they are: a code that the
// concern and the paper in their hand share, and nothing else does.

/// A code nobody can guess or make from another: 60 random bits as three groups of four letters and digits.
QString newReceiptCode(Random &random);

/// Gives a concern (by its number) this code. Errors: NothingToChange where it has one already, which stays good
/// (subject: the concern); InvalidValue for a number that there is not.
Result<Edit> giveReceipt(const CaseView &view, const QString &concern, const QString &code);

/// The concern of a code as somebody reads it out: small letters, blanks for dashes, O for 0, I and L for 1. Nothing if
/// no concern has it.
const Record *concernOfReceipt(const Assessment &assessment, const QString &code);

} // namespace adit
