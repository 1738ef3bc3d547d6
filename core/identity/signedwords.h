// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QByteArray>
#include <QStringList>

namespace adit {

/// What somebody signs who says something of a case in their own name: the form of what is said ("adit-decision/1"),
/// the assessment, and the words in their order, each in UTF-8 behind its length in four bytes, the highest first. Two
/// different lists of words never give the same bytes, and nothing signed for one case or form holds in another.
QByteArray signedWords(const char *form, const AssessmentId &assessment, const QStringList &words);

} // namespace adit
