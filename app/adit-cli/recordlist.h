// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/adit-cli/commands.h"
#include "core/exchange/recordimport.h"

namespace adit::cli {

/// Where a command's new records, and the files it names beside `folder`, come from.
RecordSources sourcesFor(CaseDocument &document, const QString &folder);

/// All records of a list: a line each, and as JSON a list under the list's name.
int listRecords(const std::string &path, const RecordSheet &sheet, const Console &console);

} // namespace adit::cli
