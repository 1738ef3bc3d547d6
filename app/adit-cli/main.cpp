// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/arguments.h"
#include "app/adit-cli/commands.h"
#include "app/adit-cli/profilefiles.h"

#include <QCoreApplication>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <span>
#include <sstream>
#include <string_view>

namespace adit::cli {

namespace {

struct GlobalOptions
{
    std::string actor, language = "en", today, profile, passphraseFile;
    const CLI::Option *hasActor = nullptr, *hasProfile = nullptr;
};

/// Where a stream was closed by whoever started us, the next file opened would take its number, and what is printed
/// would end in that file. Opened for reading, it fails like the closed stream it is.
void keepStreamsApart()
{
    constexpr int lastStream = 2;
    while (std::FILE *placeholder = std::fopen("/dev/null", "r")) {
        if (::fileno(placeholder) <= lastStream)
            continue;
        std::fclose(placeholder);
        break;
    }
}

/// Before the command line is understood, since it may not be.
bool asksForJson(std::span<char *const> words)
{
    return std::ranges::any_of(words, [](const char *word) { return std::string_view(word) == "--json"; });
}

/// The first word that is no option and no command: CLI11 only says that a command is missing.
QString strayWord(const CLI::App &program)
{
    for (const std::string &word : program.remaining(true))
        if (!word.starts_with('-'))
            return fromUtf8(word);
    return {};
}

/// "adit-cli import ratings"
QString commandGiven(const CLI::App &program)
{
    QString name = fromUtf8(program.get_name());
    for (const CLI::App *sub : program.get_subcommands())
        name += QLatin1Char(' ') + commandGiven(*sub);
    return name;
}

bool lacksCommand(const CLI::App &program)
{
    const auto given = program.get_subcommands();
    return given.empty() ? program.get_require_subcommand_min() > 0 : lacksCommand(*given.front());
}

int explain(const CLI::App &program, const CLI::ParseError &problem, const Console &console)
{
    if (problem.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        std::ostringstream text;
        program.exit(problem, text, text);
        console.show(fromUtf8(text.str()).trimmed());
        return Done;
    }
    const QString help = commandGiven(program) + QStringLiteral(" --help");
    const bool isRequirement = problem.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError);
    if (!isRequirement || !lacksCommand(program))
        return console.wrongUse(fromUtf8(problem.what()) + QLatin1Char('.'), help);
    const QString stray = strayWord(program);
    return console.wrongUse(stray.isEmpty() ? QStringLiteral("A command is missing.")
                                            : QStringLiteral("\"%1\" is no command.").arg(stray),
                            help);
}

void addGlobalOptions(CLI::App &program, Console &console, GlobalOptions &options)
{
    program.set_version_flag("--version", ADIT_VERSION);
    program.require_subcommand(1);
    program.fallthrough();
    program.add_flag("--json", console.json, "Answer with one JSON object");
    program.add_flag("--quiet", console.quiet, "Say nothing but errors");
    options.hasActor =
        program.add_option("--by", options.actor, "Name of who acts, for the journal (default: this machine's user)");
    options.hasProfile = program.add_option("--profile", options.profile, "Who acts: a profile (profile new)");
    program.add_option("--profile-passphrase-file", options.passphraseFile,
                       "A file with its passphrase (default: asked at the terminal)");
    program.add_option("--language", options.language, "Language of texts from the standard")->capture_default_str();
    program.add_option("--today", options.today, "The date to take for today, YYYY-MM-DD");
}

Result<> takeOver(const GlobalOptions &options, Console &console)
{
    ADIT_TRY_ASSIGN(console.actor, actorFrom(options.hasActor->count() > 0, options.actor));
    ADIT_TRY_ASSIGN(console.language, languageFrom(options.language));
    console.passphraseFile = fromUtf8(options.passphraseFile);
    console.today = fromUtf8(options.today);
    if (!console.today.isEmpty() && !dateFromIso(console.today))
        return Error{ErrorCode::InvalidDate, QStringLiteral("--today ") + console.today};
    if (options.hasProfile->count() == 0)
        return {};
    ADIT_TRY_ASSIGN(const QString profile, pathFrom("--profile", options.profile));
    ADIT_TRY_ASSIGN(console.profile, openProfile(profile, console.passphraseFile));
    console.actor = console.profile->shown().actor();
    return {};
}

/// The words of the command line, last one first, as the parser takes them. Where a case stands between a group of
/// commands and the command ("redact mine.adit list"), it comes behind it.
std::vector<std::string> inParsingOrder(const CLI::App &program, std::span<char *const> words)
{
    std::vector<std::string> out(words.begin() + 1, words.end());
    const auto has = [](const CLI::App *app, const std::string &name) {
        return !app->get_subcommands([&](const CLI::App *sub) { return sub->get_name() == name; }).empty();
    };
    for (std::size_t i = 0; i + 2 < out.size(); ++i) {
        const auto groups = program.get_subcommands([&](const CLI::App *sub) { return sub->get_name() == out[i]; });
        if (groups.empty())
            continue;
        if (!has(groups.front(), out[i + 1]) && has(groups.front(), out[i + 2]))
            std::swap(out[i + 1], out[i + 2]);
        break;
    }
    std::ranges::reverse(out);
    return out;
}

int run(int argc, char **argv, Console &console)
{
    const std::span<char *const> words(argv, static_cast<std::size_t>(argc));
    console.json = asksForJson(words);
    if (const auto encoding = checkEncoding(words); !encoding)
        return console.fail(encoding.error());
    CLI::App program("Adit: IRMA-style mine assessments, without a window. Not endorsed by IRMA.", "adit-cli");
    GlobalOptions options;
    addGlobalOptions(program, console, options);
    Action chosen;
    addCaseCommands(program, chosen);
    addHistoryCommands(program, chosen);
    addProcessCommands(program, chosen);
    addProfileCommands(program, chosen);
    addRatingCommands(program, chosen);
    addRecordCommands(program, chosen);
    addReceiptCommands(program, chosen);
    addLimitsCommand(program, chosen);
    addMapCommands(program, chosen);
    addMergeCommands(program, chosen);
    addNameCommands(program, chosen);
    addParcelCommands(program, chosen);
    addReviewCommands(program, chosen);
    addRedactCommands(program, chosen);
    addReleaseCommands(program, chosen);
    addCalibrationCommands(program, chosen);
    addPhotoCommands(program, chosen);
    addPlanCommands(program, chosen);
    addReportCommand(program, chosen);
    addScoreCommand(program, chosen);
    addStandardCommands(program, chosen);
    addTemplateCommands(program, chosen);
    try {
        program.parse(inParsingOrder(program, words));
    } catch (const CLI::ParseError &problem) {
        return explain(program, problem, console);
    }
    if (const auto taken = takeOver(options, console); !taken)
        return console.fail(taken.error());
    return chosen(console);
}

} // namespace

} // namespace adit::cli

int main(int argc, char **argv)
{
    // A limit on file sizes and a reader that went away are errors to tell of, not reasons to die with a case open.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    adit::keepSecretsOutOfCoreDumps();
    adit::cli::keepStreamsApart();
    const QCoreApplication application(argc, argv);
    adit::cli::Console console;
    return console.end(adit::cli::run(argc, argv, console));
}
