// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rule.h"

namespace adit {

/// The one switch of the window from rules to words, in the language of the window.
QString ruleWords(Rule rule, const QStringList &values);
/// A text of an error with its rules in words.
QString withRuleWords(const QString &text);

/// Sorts of nodes by their codes ("chapter criterion"): "chapter, criterion".
QString nodeWords(const QString &codes);
/// The label of a field by its name alone; the name itself where its label depends on what it is a field of.
QString fieldNameWords(const QString &name);

} // namespace adit
