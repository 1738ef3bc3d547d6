// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/adit-cli/console.h"
#include "core/document/casedocument.h"

#include <functional>
#include <memory>

#include <CLI/CLI.hpp>

namespace adit::cli {

/// What the chosen command will do; set while the command line is read, run after it.
using Action = std::function<int(const Console &)>;

// Each adds its commands to the program. Options are kept in shared state that the action owns.
void addCalibrationCommands(CLI::App &program, Action &chosen);
void addCaseCommands(CLI::App &program, Action &chosen);
void addHistoryCommands(CLI::App &program, Action &chosen);
void addLimitsCommand(CLI::App &program, Action &chosen);
void addMapCommands(CLI::App &program, Action &chosen);
void addMergeCommands(CLI::App &program, Action &chosen);
void addNameCommands(CLI::App &program, Action &chosen);
void addParcelCommands(CLI::App &program, Action &chosen);
void addPhotoCommands(CLI::App &program, Action &chosen);
void addPlanCommands(CLI::App &program, Action &chosen);
void addProcessCommands(CLI::App &program, Action &chosen);
void addProfileCommands(CLI::App &program, Action &chosen);
void addRatingCommands(CLI::App &program, Action &chosen);
void addReceiptCommands(CLI::App &program, Action &chosen);
void addRecordCommands(CLI::App &program, Action &chosen);
void addRedactCommands(CLI::App &program, Action &chosen);
void addReleaseCommands(CLI::App &program, Action &chosen);
void addReportCommand(CLI::App &program, Action &chosen);
void addReviewCommands(CLI::App &program, Action &chosen);
void addScoreCommand(CLI::App &program, Action &chosen);
void addStandardCommands(CLI::App &program, Action &chosen);
void addTemplateCommands(CLI::App &program, Action &chosen);

/// Reads every page of a case, checks the hash chain and replays the journal.
int verifyCase(const std::string &path, const Console &console);

/// A command that takes a case file and nothing else.
struct PlainCommand
{
    const char *name;
    const char *help;
    int (*run)(const std::string &path, const Console &console);
};
void addPlainCommand(CLI::App &program, Action &chosen, const PlainCommand &plain);

/// Who and when, from the global options.
Surroundings surroundingsFor(const Console &console);
Result<std::unique_ptr<CaseDocument>> openCase(const std::string &path, const Console &console);

/// --today if given, else this machine's day.
QDate todayOf(const CaseDocument &document, const Console &console);

/// The sub-command of that name: commands of several files hang under "import" and "export".
CLI::App *commandGroup(CLI::App &program, const char *name, const char *help);

QString fromUtf8(const std::string &text);
/// Nothing if the option was not given.
std::optional<QString> given(const CLI::Option *option, const std::string &value);
/// What an import did, or would do.
int tellImport(int rows, int changed, bool isDryRun, const QStringList &unknownColumns, const Console &console);
/// Says which evidence has no bytes in a case that was made of a backup, and what to do about it.
QString absentWords(const QStringList &labels);
/// Says that names were not looked for in what was written.
void warnNamesSealed(const Console &console);
/// Applies an edit and says what came of it.
int applyAndTell(CaseDocument &document, const Result<Edit> &edit, const Console &console);

} // namespace adit::cli
