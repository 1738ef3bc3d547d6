// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"
#include "core/exchange/ratingimport.h"
#include "core/exchange/sheet.h"

#include <QJsonArray>

namespace adit::cli {

namespace {

struct RateOptions
{
    std::string path, requirement, rating, finding, notes, justification, until, action, actionDue, sources;
    const CLI::Option *hasFinding, *hasNotes, *hasJustification, *hasUntil, *hasAction, *hasActionDue, *hasSources;
};

/// One edit of everything that was given.
Result<Edit> rateEdit(CaseDocument &document, const RateOptions &options)
{
    const QString requirement = fromUtf8(options.requirement);
    RatingInput input;
    input.rating = options.rating == "unrated" ? QString() : fromUtf8(options.rating);
    input.finding = given(options.hasFinding, options.finding);
    input.notes = given(options.hasNotes, options.notes);
    input.justification = given(options.hasJustification, options.justification);
    input.until = given(options.hasUntil, options.until);
    if (const auto sources = given(options.hasSources, options.sources))
        input.sources = sources->split(QLatin1Char(','), Qt::SkipEmptyParts);
    ADIT_TRY_ASSIGN(Edit edit, assess(document.view(), requirement, input));
    const auto action = given(options.hasAction, options.action);
    const auto due = given(options.hasActionDue, options.actionDue);
    if (action || due) {
        ADIT_TRY_ASSIGN(Edit planned, plan(document.view(), requirement, document.newId(), action, due));
        append(edit, std::move(planned));
    }
    return edit;
}

int rate(const RateOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    return applyAndTell(**document, rateEdit(**document, options), console);
}

void addRate(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<RateOptions>();
    CLI::App *command = program.add_subcommand("rate", "Rate one requirement");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("requirement", options->requirement, "Its number, 1.2.2.2")->required();
    command->add_option("rating", options->rating, "A code of the standard's scale, not-relevant, or unrated")
        ->required();
    options->hasFinding = command->add_option("--finding", options->finding, "Public text");
    options->hasNotes = command->add_option("--notes", options->notes, "Text for the team");
    options->hasJustification =
        command->add_option("--justification", options->justification, "Why deferred or not relevant");
    options->hasUntil =
        command->add_option("--until", options->until, "When a deferred rating will be made, YYYY-MM-DD");
    options->hasAction = command->add_option("--action", options->action, "What the mine plans to do");
    options->hasActionDue = command->add_option("--action-due", options->actionDue, "By when, YYYY-MM-DD");
    options->hasSources = command->add_option("--sources", options->sources, "Kinds of source, separated by commas");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return rate(*options, console); }; });
}

struct RelevanceOptions
{
    std::string path, node, state, justification;
    const CLI::Option *hasJustification;
};

int relevance(const RelevanceOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto edit = setRelevance((*document)->view(), fromUtf8(options.node), options.state == "relevant",
                                   given(options.hasJustification, options.justification));
    return applyAndTell(**document, edit, console);
}

void addRelevance(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<RelevanceOptions>();
    CLI::App *command =
        program.add_subcommand("relevance", "Say whether a chapter, criterion or requirement is relevant");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("node", options->node, "Number of a chapter, criterion or requirement")->required();
    command->add_option("state", options->state, "relevant or not-relevant")
        ->required()
        ->check(CLI::IsMember({"relevant", "not-relevant"}));
    options->hasJustification =
        command->add_option("--justification", options->justification, "Why, and how it was tested");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return relevance(*options, console); }; });
}

struct ImportOptions
{
    std::string path, file, whose = "auditor", sheet;
    bool dryRun = false;
};

RatingsOf whoseRatings(const std::string &word)
{
    if (word == "self")
        return RatingsOf::Self;
    return word == "previous" ? RatingsOf::PreviousAudit : RatingsOf::Auditor;
}

int importRatings(const ImportOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto sheet = readSheet(fromUtf8(options.file), fromUtf8(options.sheet));
    if (!sheet)
        return console.fail(sheet.error());
    const auto import = readRatings((*document)->view(), *sheet, fromUtf8(options.file), whoseRatings(options.whose),
                                    [&] { return (*document)->newId(); });
    if (!import)
        return console.fail(import.error());
    if (!import->unknownColumns.isEmpty())
        console.warn(QStringLiteral("Not read, because unknown here: %1.")
                         .arg(import->unknownColumns.join(QStringLiteral(", "))));
    if (!options.dryRun)
        if (const auto applied = (*document)->apply(import->edit); !applied)
            return console.fail(applied.error());
    console.say(QStringLiteral("%1 rows read, %2 fields %3.")
                    .arg(import->rows)
                    .arg(import->changed)
                    .arg(options.dryRun ? QStringLiteral("would change (dry run)") : QStringLiteral("changed")));
    console.answer({{QStringLiteral("rows"), import->rows},
                    {QStringLiteral("changed"), import->changed},
                    {QStringLiteral("dry_run"), options.dryRun},
                    {QStringLiteral("unknown_columns"), QJsonArray::fromStringList(import->unknownColumns)}});
    return Done;
}

void addImport(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<ImportOptions>();
    CLI::App *group = program.add_subcommand("import", "Take in a sheet");
    group->require_subcommand(1);
    group->fallthrough();
    CLI::App *command = group->add_subcommand("ratings", "Ratings, findings and plans from CSV or xlsx");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("file", options->file, "Sheet: CSV UTF-8 or xlsx")->required();
    command->add_option("--as", options->whose, "auditor, self or previous")
        ->check(CLI::IsMember({"auditor", "self", "previous"}))
        ->capture_default_str();
    command->add_option("--sheet", options->sheet, "Name of the sheet in an xlsx file (default: the first)");
    command->add_flag("--dry-run", options->dryRun, "Check and count, change nothing");
    command->callback([&chosen, options] {
        chosen = [options](const Console &console) { return importRatings(*options, console); };
    });
}

} // namespace

void addRatingCommands(CLI::App &program, Action &chosen)
{
    addRate(program, chosen);
    addRelevance(program, chosen);
    addImport(program, chosen);
}

} // namespace adit::cli
