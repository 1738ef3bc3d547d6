// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/process/gates.h"
#include "core/process/timeline.h"
#include "ui/charts/timechart.h"

#include <QSet>

namespace adit {

/// The mark of an entry on the chart, and its row in the list.
QString markIdOf(const TimelineEntry &entry);

/// The process over months: a heading for each phase with the lanes of its steps below, and one for what else is dated.
/// A phase that is not open shows all its dates on its own lane. Ids of headings are "phase:audit" and "other".
std::vector<TimeLane> timelineLanes(const CaseDocument &document, const ProcessState &process,
                                    const std::vector<TimelineEntry> &entries, const QSet<QString> &open);
/// The headings that are open when nobody chose: the phase where work is.
QSet<QString> likelyOpenLanes(const CaseDocument &document);

/// "5 May 2026, planned": how a milestone stands.
QString milestoneWords(const MilestoneState &state, const QDate &today);
/// What an entry is about, in a word: "Process", "Meeting".
QString whatWords(TimelineEntry::What what);

} // namespace adit
