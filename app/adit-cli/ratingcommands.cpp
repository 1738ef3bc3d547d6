// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/arguments.h"
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

QStringList listFrom(const QString &text)
{
    QStringList parts;
    for (const QString &part : text.split(QLatin1Char(',')))
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            parts.append(trimmed);
    return parts;
}

/// An empty rating is a shell variable that was never set; who means to clear one says "unrated".
Result<QString> ratingFrom(const Standard &standard, const std::string &word)
{
    const QString rating = fromUtf8(word).trimmed();
    if (rating == QLatin1String("unrated"))
        return QString();
    if (!rating.isEmpty())
        return rating;
    QStringList codes;
    for (const ScaleStep &step : standard.scale())
        codes.append(step.code);
    return Error{ErrorCode::UnknownRating, rating, codes.join(QLatin1Char(' '))};
}

/// A chapter or criterion can be not relevant, which takes a justification and nothing else.
Result<> checkCompanions(const Standard &standard, const RateOptions &options)
{
    const auto code = RequirementCode::fromString(fromUtf8(options.requirement));
    if (options.rating != "not-relevant" || !code || !standard.find(*code) || standard.ordinal(*code))
        return {};
    for (const CLI::Option *option : {options.hasFinding, options.hasNotes, options.hasUntil, options.hasSources,
                                      options.hasAction, options.hasActionDue})
        if (option->count() > 0)
            return Error{ErrorCode::InvalidValue,
                         fromUtf8(option->get_name()) + QStringLiteral(" with ") + code->toString(),
                         QStringLiteral("a requirement; a chapter or criterion takes --justification only")};
    return {};
}

/// One edit of everything that was given.
Result<Edit> rateEdit(CaseDocument &document, const RateOptions &options)
{
    const QString requirement = fromUtf8(options.requirement);
    RatingInput input;
    ADIT_TRY_ASSIGN(input.rating, ratingFrom(document.standard(), options.rating));
    ADIT_TRY(checkCompanions(document.standard(), options));
    input.finding = given(options.hasFinding, options.finding);
    input.notes = given(options.hasNotes, options.notes);
    input.justification = given(options.hasJustification, options.justification);
    input.until = given(options.hasUntil, options.until);
    if (const auto sources = given(options.hasSources, options.sources))
        input.sources = listFrom(*sources);
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
    command->footer("Example: adit-cli rate mine.adit 1.2.2.2 partial --finding \"Three of four minutes were shown.\"");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return rate(*options, console); }; });
}

struct RerateOptions
{
    std::string path, requirement, rating, basis, finding, on;
    const CLI::Option *hasFinding = nullptr, *hasOn = nullptr;
};

Result<Edit> rerateEdit(const CaseDocument &document, const RerateOptions &options, const Console &console)
{
    RatingInput input;
    ADIT_TRY_ASSIGN(input.rating, ratingFrom(document.standard(), options.rating));
    input.finding = given(options.hasFinding, options.finding);
    const QString on = given(options.hasOn, options.on).value_or(console.today);
    const auto day = on.isEmpty() ? document.today() : dateFromIso(on);
    if (!day)
        return Error{ErrorCode::InvalidDate, QStringLiteral("--on ") + on};
    return rateAnew(document.view(), fromUtf8(options.requirement), input, fromUtf8(options.basis), *day);
}

void addRerate(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<RerateOptions>();
    CLI::App *command =
        program.add_subcommand("rerate", "Rate anew what an early correction improved; both ratings are kept");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("requirement", options->requirement, "Its number, 1.2.2.2")->required();
    command->add_option("rating", options->rating, "A code of the standard's scale")->required();
    command->add_option("--basis", options->basis, "What was verified")->required();
    options->hasFinding = command->add_option("--finding", options->finding, "Public text");
    options->hasOn = command->add_option("--on", options->on, "When, YYYY-MM-DD (default: today)");
    command->footer("Example: adit-cli rerate mine.adit 2.5.1.1 full --basis \"Plan revision 8, drill of 3 March\"");
    command->callback([&chosen, options] {
        chosen = [options](const Console &console) {
            const auto document = openCase(options->path, console);
            if (!document)
                return console.fail(document.error());
            return applyAndTell(**document, rerateEdit(**document, *options, console), console);
        };
    });
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
    command->footer("Example: adit-cli relevance mine.adit 4.7 not-relevant --justification \"No cyanide on site.\"");
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

Result<RatingImport> readImport(CaseDocument &document, const ImportOptions &options)
{
    ADIT_TRY_ASSIGN(const QString file, pathFrom("file", options.file));
    ADIT_TRY_ASSIGN(const Sheet sheet, readSheet(file, fromUtf8(options.sheet)));
    return readRatings(document.view(), sheet, file, whoseRatings(options.whose), [&] { return document.newId(); });
}

int importRatings(const ImportOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto import = readImport(**document, options);
    if (!import)
        return console.fail(import.error());
    if (!options.dryRun)
        if (const auto applied = (*document)->apply(import->edit); !applied)
            return console.fail(applied.error());
    return tellImport(import->rows, import->changed, options.dryRun, import->unknownColumns, console);
}

void addImport(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<ImportOptions>();
    CLI::App *group = commandGroup(program, "import", "Take in a sheet");
    group->footer("Example: adit-cli import ratings mine.adit ratings.csv");
    CLI::App *command = group->add_subcommand("ratings", "Ratings, findings and plans from CSV or xlsx");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("file", options->file, "Sheet: CSV UTF-8 or xlsx")->required();
    command->add_option("--as", options->whose, "auditor, self or previous")
        ->check(CLI::IsMember({"auditor", "self", "previous"}))
        ->capture_default_str();
    command->add_option("--sheet", options->sheet, "Name of the sheet in an xlsx file (default: the first)");
    command->add_flag("--dry-run", options->dryRun, "Check and count, change nothing");
    command->footer("Example: adit-cli import ratings mine.adit self-assessment.xlsx --as self --dry-run");
    command->callback([&chosen, options] {
        chosen = [options](const Console &console) { return importRatings(*options, console); };
    });
}

} // namespace

void addRatingCommands(CLI::App &program, Action &chosen)
{
    addRate(program, chosen);
    addRerate(program, chosen);
    addRelevance(program, chosen);
    addImport(program, chosen);
}

} // namespace adit::cli
