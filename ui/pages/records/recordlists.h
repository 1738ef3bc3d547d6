// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QString>
#include <vector>

namespace adit {

/// One list on a page: which records, which fields in its table, which of these takes the room that is left.
struct RecordList
{
    EntityKind kind;
    std::vector<const FieldInfo *> columns;
    const FieldInfo *wide;
    const char *purpose; ///< what it is for, said where it is empty; a translation source in context "RecordLists"
};

/// A page of the work: one or several lists that belong together.
struct RecordPageInfo
{
    const char *id; ///< "people": in the rail and for going there
    const char *icon;
    const char *title; ///< a translation source in context "RecordLists"
    std::vector<RecordList> lists;
};
const std::vector<RecordPageInfo> &recordPages();

QString recordPageTitle(const RecordPageInfo &page);
QString listPurpose(const RecordList &list);
/// The page that shows records of a kind; nothing if none does.
const RecordPageInfo *pageOf(EntityKind kind);

} // namespace adit
