// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

namespace adit::bench {

/// Work of one auditor: ratings with their findings, again and again, and evidence now and then; about ten operations
/// an edit, as many edits a transaction as the bench has patience for.
void work(CaseDocument &document, qint64 operations, const QString &who);

} // namespace adit::bench
