// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/changedfields.h"

#include <QString>
#include <functional>

class QVBoxLayout;

namespace adit {

/// Says more of a changed field at the end of its line: who and when. Empty: nothing.
using ChangeAside = std::function<QString(const ChangedField &)>;

/// What became of the fields of a thing, as rows below each other: of a text its words, marked against those before;
/// of anything else a line with what it was and is; of a set what came and went. The review of what is new and the
/// history show changes the same way.
void addChangeRows(const CaseView &view, const ChangedThing &thing, const ChangeAside &aside, QVBoxLayout *column);

/// "added" and "removed" in the look they have in texts.
QWidget *newMarkSamples(QWidget *parent);

} // namespace adit
