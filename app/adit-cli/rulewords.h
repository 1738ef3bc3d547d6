// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rule.h"

namespace adit::cli {

/// The one switch of the command line from rules to words.
QString ruleSentence(Rule rule, const QStringList &values);
/// A text of an error with its rules in words.
QString inWords(const QString &text);

} // namespace adit::cli
