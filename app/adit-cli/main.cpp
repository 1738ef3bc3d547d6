// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <csignal>
#include <cstdlib>

namespace {

QString userOfThisMachine()
{
    for (const char *name : {"ADIT_ACTOR", "USER", "LOGNAME"})
        if (const char *value = std::getenv(name); value && *value)
            return QString::fromLocal8Bit(value);
    return QStringLiteral("unknown");
}

} // namespace

int main(int argc, char **argv)
{
    using namespace adit;
    using namespace adit::cli;
    // A limit on file sizes is an error to tell of, like a full disk, not a reason to die.
    std::signal(SIGXFSZ, SIG_IGN);
    const QCoreApplication application(argc, argv);

    CLI::App program("Adit: IRMA-style mine assessments, without a window. Not endorsed by IRMA.", "adit-cli");
    program.set_version_flag("--version", ADIT_VERSION);
    program.require_subcommand(1);
    program.fallthrough();
    Console console;
    std::string actor;
    std::string language = "en";
    std::string today;
    program.add_flag("--json", console.json, "Answer with one JSON object");
    program.add_flag("--quiet", console.quiet, "Say nothing but errors");
    program.add_option("--by", actor, "Name of who acts, for the journal (default: this machine's user)");
    program.add_option("--language", language, "Language of texts from the standard")->capture_default_str();
    program.add_option("--today", today, "The date to take for today, YYYY-MM-DD");

    Action chosen;
    addCaseCommands(program, chosen);
    addRatingCommands(program, chosen);
    addReportCommand(program, chosen);
    addScoreCommand(program, chosen);
    addStandardCommands(program, chosen);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError &problem) {
        return program.exit(problem) == 0 ? Done : WrongUse;
    }
    console.actor = actor.empty() ? userOfThisMachine() : fromUtf8(actor);
    console.language = fromUtf8(language);
    console.today = fromUtf8(today);
    if (!console.today.isEmpty() && !dateFromIso(console.today))
        return console.fail({ErrorCode::InvalidDate, QStringLiteral("--today ") + console.today});
    return chosen(console);
}
