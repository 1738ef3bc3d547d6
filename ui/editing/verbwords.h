// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"

#include <QString>

namespace adit {

/// What an edit was, in words: "Rate 1.2.2.2". The history and the texts of undo and redo use the same.
QString editWords(Verb verb, const QString &subject);

} // namespace adit
