// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/adit-cli/commands.h"
#include "core/exchange/recordimport.h"

namespace adit::cli {

/// Where a command's new records, and the files it names beside `folder`, come from.
RecordSources sourcesFor(CaseDocument &document, const QString &folder);

/// Opens names for who acts (--profile), or else with this machine's own profile. Error ProfileNeeded where there is
/// neither.
Result<Reveal> revealFor(const CaseDocument &document);

/// A list, and whether names are to stand in it.
struct ListOptions
{
    std::string path;
    bool withIdentities = false;
};
void addIdentitiesOption(CLI::App &command, const RecordSheet &sheet, bool &isAsked);

/// All records of a list: a line each, and as JSON a list under the list's name.
int listRecords(const ListOptions &options, const RecordSheet &sheet, const Console &console);

} // namespace adit::cli
