// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace adit {

/// An error in words for a person: what happened; then what was kept and what to do.
struct ErrorWords
{
    QString head;
    QString text;
};

/// The one place in the window where codes become sentences.
ErrorWords errorWords(const Error &error);

} // namespace adit
