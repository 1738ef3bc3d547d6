// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/othercase.h"

#include "core/storage/casestore.h"

namespace adit {

Result<Assessment> assessmentIn(const QString &path)
{
    ADIT_TRY_ASSIGN(const auto store, CaseStore::openForReading(path));
    return store->assessment();
}

} // namespace adit
