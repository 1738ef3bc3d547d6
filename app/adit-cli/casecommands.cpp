// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/arguments.h"
#include "app/adit-cli/commands.h"
#include "core/document/backups.h"
#include "core/process/progress.h"
#include "core/sample/sample.h"
#include "core/standard/standardjson.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace adit::cli {

namespace {

struct NewOptions
{
    std::string path, standard = "irma-style-1.0", site, country, operatorName, mine = "existing", kind = "initial",
                      previous;
    const CLI::Option *hasCountry = nullptr, *hasPrevious = nullptr;
};

/// An empty name is a shell variable that was never set, not a wish for a mine without a name.
Result<> checkNew(const NewOptions &options)
{
    static const QRegularExpression twoLetters(QStringLiteral("\\A[A-Z]{2}\\z"));
    if (fromUtf8(options.site).trimmed().isEmpty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("--site \"\""), QStringLiteral("the name of the mine")};
    const QString country = fromUtf8(options.country);
    if (options.hasCountry->count() > 0 && !twoLetters.match(country).hasMatch())
        return Error{ErrorCode::InvalidValue, QStringLiteral("--country \"%1\"").arg(country),
                     QStringLiteral("two letters from A to Z, such as CL")};
    if (options.hasPrevious->count() > 0)
        ADIT_TRY(pathFrom("--previous", options.previous));
    return {};
}

CaseDocument::NewCase detailsOf(const NewOptions &options, const CaseDocument *previous)
{
    CaseDocument::NewCase made;
    made.previous = previous;
    const auto add = [&](const FieldInfo &field, const std::string &value) {
        if (!value.empty())
            made.details.emplace_back(&field, fromUtf8(value));
    };
    add(infoOf(field::details::site), options.site);
    add(infoOf(field::details::country), options.country);
    add(infoOf(field::details::operator_name), options.operatorName);
    add(infoOf(field::details::mine), options.mine);
    add(infoOf(field::details::kind), options.kind);
    if (previous)
        add(infoOf(field::details::previous_case), previous->assessment().id().toString().toStdString());
    return made;
}

using Made = Result<std::unique_ptr<CaseDocument>>;

Made newCase(const NewOptions &options, const Console &console)
{
    ADIT_TRY_ASSIGN(const QString path, pathFrom("case", options.path));
    ADIT_TRY(checkNew(options));
    ADIT_TRY_ASSIGN(const Standard standard, shippedStandard(fromUtf8(options.standard)));
    std::unique_ptr<CaseDocument> previous;
    if (options.hasPrevious->count() > 0) {
        ADIT_TRY_ASSIGN(previous, openCase(options.previous, console));
    }
    return CaseDocument::create(path, standard, detailsOf(options, previous.get()), surroundingsFor(console));
}

int makeNew(const NewOptions &options, const Console &console)
{
    const auto made = newCase(options, console);
    if (!made)
        return console.fail(made.error());
    console.say(QStringLiteral("Made %1.").arg((*made)->path()));
    console.answer({{QStringLiteral("case"), (*made)->path()},
                    {QStringLiteral("assessment"), (*made)->assessment().id().toString()}});
    return Done;
}

struct SampleOptions
{
    std::string path, seed = "1", which = sampleNames().front().toStdString();
};

Made newSample(const SampleOptions &options, const Console &console)
{
    ADIT_TRY_ASSIGN(const QString path, pathFrom("case", options.path));
    return makeSample(path, fromUtf8(options.seed).toULongLong(), surroundingsFor(console), dateFromIso(console.today),
                      fromUtf8(options.which));
}

int sample(const SampleOptions &options, const Console &console)
{
    const auto made = newSample(options, console);
    if (!made)
        return console.fail(made.error());
    console.say(QStringLiteral("Made %1: %2, a fictional mine.")
                    .arg((*made)->path(), (*made)->assessment().details()[field::details::site]));
    console.answer({{QStringLiteral("case"), (*made)->path()},
                    {QStringLiteral("assessment"), (*made)->assessment().id().toString()}});
    return Done;
}

/// What was undone or cleared leaves a blank record.
int countOf(EntityKind kind, const Assessment &assessment)
{
    const auto isThere = [](const auto &entry) { return !entry.second.isBlank(); };
    return static_cast<int>(std::ranges::count_if(assessment.records(kind), isThere));
}

QJsonObject infoJson(const CaseDocument &document)
{
    const CaseFacts facts = document.facts();
    const ScoreCard &card = document.scoreCard();
    QJsonArray steps;
    for (const ProcessStep *step : openSteps(document.view()))
        steps.append(step->code);
    const auto phase = currentPhase(document.view());
    return {{QStringLiteral("standard"), document.standard().qualifiedId()},
            {QStringLiteral("standard_hash"), facts.standardHash},
            {QStringLiteral("site"), document.assessment().details()[field::details::site]},
            {QStringLiteral("kind"), document.assessment().details()[field::details::kind]},
            {QStringLiteral("mine"), document.assessment().details()[field::details::mine]},
            {QStringLiteral("phase"), phase ? QJsonValue(*phase) : QJsonValue()},
            {QStringLiteral("steps_open"), steps},
            {QStringLiteral("counts"),
             QJsonObject{{QStringLiteral("rated"), card.whole.rated()},
                         {QStringLiteral("relevant"), card.whole.relevant},
                         {QStringLiteral("deferred"), card.whole.deferred},
                         {QStringLiteral("evidence"), countOf(EntityKind::Evidence, document.assessment())},
                         {QStringLiteral("interviews"), countOf(EntityKind::Interview, document.assessment())},
                         {QStringLiteral("actions"), countOf(EntityKind::Action, document.assessment())},
                         {QStringLiteral("operations"), facts.operations}}},
            {QStringLiteral("replica"), facts.replica ? QJsonValue(facts.replica->toString()) : QJsonValue()},
            {QStringLiteral("schema"), facts.schema},
            {QStringLiteral("encrypted"), facts.encrypted},
            {QStringLiteral("read_only"), facts.readOnly}};
}

int info(const std::string &path, const Console &console)
{
    const auto document = openCase(path, console);
    if (!document)
        return console.fail(document.error());
    const QJsonObject all = infoJson(**document);
    const QJsonObject counts = all[QLatin1String("counts")].toObject();
    console.say(QStringLiteral("%1, %2 audit of %3 mine")
                    .arg(all[QLatin1String("site")].toString(), all[QLatin1String("kind")].toString(),
                         all[QLatin1String("mine")] == QLatin1String("new") ? QStringLiteral("a new")
                                                                            : QStringLiteral("an existing")));
    console.say(
        QStringLiteral("Standard  %1 (%2)")
            .arg(all[QLatin1String("standard")].toString(), all[QLatin1String("standard_hash")].toString().left(16)));
    console.say(QStringLiteral("Rated     %1 of %2 relevant, %3 deferred")
                    .arg(counts[QLatin1String("rated")].toInt())
                    .arg(counts[QLatin1String("relevant")].toInt())
                    .arg(counts[QLatin1String("deferred")].toInt()));
    console.say(QStringLiteral("Evidence  %1, interviews %2")
                    .arg(counts[QLatin1String("evidence")].toInt())
                    .arg(counts[QLatin1String("interviews")].toInt()));
    console.say(QStringLiteral("Journal   %1 operations, file format %2%3")
                    .arg(counts[QLatin1String("operations")].toInt())
                    .arg(all[QLatin1String("schema")].toInt())
                    .arg(all[QLatin1String("read_only")].toBool() ? QStringLiteral(", opened read-only") : QString()));
    console.answer(all);
    return Done;
}

int backup(const std::string &path, const Console &console)
{
    const auto document = openCase(path, console);
    if (!document)
        return console.fail(document.error());
    const auto made = Backups(Backups::usualFolder()).backUp(**document);
    if (!made)
        return console.fail(made.error());
    console.say(QStringLiteral("Backup: %1").arg(made->path));
    console.answer({{QStringLiteral("backup"), made->path}, {QStringLiteral("time"), toIso(made->made)}});
    return Done;
}

Result<QString> restored(const std::string &from, const std::string &to)
{
    ADIT_TRY_ASSIGN(const QString backup, pathFrom("backup", from));
    ADIT_TRY_ASSIGN(QString path, pathFrom("--out", to));
    ADIT_TRY(Backups::restore(backup, path));
    return path;
}

int restore(const std::string &from, const std::string &to, const Console &console)
{
    const auto path = restored(from, to);
    if (!path)
        return console.fail(path.error());
    const auto document = openCase(path->toStdString(), console);
    if (!document)
        return console.fail(document.error());
    const QStringList absent = (*document)->absentEvidence();
    console.say(QStringLiteral("Made %1 of the backup.").arg(*path));
    if (!absent.isEmpty())
        console.say(absentWords(absent));
    console.answer({{QStringLiteral("case"), *path}, {QStringLiteral("absent"), QJsonArray::fromStringList(absent)}});
    return Done;
}

void addNew(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<NewOptions>();
    CLI::App *command = program.add_subcommand("new", "Make a new assessment");
    command->add_option("case", options->path, "File to make (*.adit)")->required();
    command->add_option("--standard", options->standard, "Id of the standard; see: standard list")->required();
    command->add_option("--site", options->site, "Name of the mine")->required();
    options->hasCountry = command->add_option("--country", options->country, "Country, two letters");
    command->add_option("--operator", options->operatorName, "Company that runs the mine");
    command->add_option("--mine", options->mine, "existing or new")
        ->check(CLI::IsMember({"existing", "new"}))
        ->capture_default_str();
    command->add_option("--kind", options->kind, "initial, surveillance or reassessment")
        ->check(CLI::IsMember({"initial", "surveillance", "reassessment"}))
        ->capture_default_str();
    options->hasPrevious = command->add_option("--previous", options->previous, "Case of the audit before");
    command->footer("Example: adit-cli new mine.adit --standard irma-style-1.0 --site \"North pit\" --country CL");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return makeNew(*options, console); }; });
}

/// CLI11 would take -1 for the largest number there is.
std::string isSeed(const std::string &text)
{
    bool fits = false;
    fromUtf8(text).toULongLong(&fits);
    return fits && text.find_first_not_of("0123456789") == std::string::npos
               ? std::string()
               : "a whole number from 0 to 18446744073709551615 is expected, not " + text;
}

void addSample(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<SampleOptions>();
    CLI::App *command = program.add_subcommand("sample", "Make the assessment of a fictional mine");
    command->add_option("case", options->path, "File to make (*.adit)")->required();
    command->add_option("--seed", options->seed, "Whole number: another one gives other ids")
        ->check(isSeed)
        ->capture_default_str();
    command
        ->add_option("--which", options->which,
                     "cerro-azul: a copper mine, audit finished; lithium: a brine site, audit under way")
        ->capture_default_str();
    command->footer("Example: adit-cli sample sample.adit --today 2026-05-04");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return sample(*options, console); }; });
}

void addRestore(CLI::App &program, Action &chosen)
{
    auto from = std::make_shared<std::string>();
    auto to = std::make_shared<std::string>();
    CLI::App *command = program.add_subcommand("restore", "Make a case of a backup");
    command->add_option("backup", *from, "Backup, as `backup` named it")->required();
    command->add_option("--out", *to, "File to make (*.adit)")->required();
    command->footer("Example: adit-cli restore 2026-05-04T162000Z.adit --out mine-again.adit");
    command->callback(
        [&chosen, from, to] { chosen = [from, to](const Console &console) { return restore(*from, *to, console); }; });
}

} // namespace

void addPlainCommand(CLI::App &program, Action &chosen, const PlainCommand &plain)
{
    auto path = std::make_shared<std::string>();
    CLI::App *command = program.add_subcommand(plain.name, plain.help);
    command->add_option("case", *path, "Case file (*.adit)")->required();
    command->footer(std::string("Example: adit-cli ") + plain.name + " mine.adit");
    command->callback([&chosen, path, run = plain.run] {
        chosen = [path, run](const Console &console) { return run(*path, console); };
    });
}

void addCaseCommands(CLI::App &program, Action &chosen)
{
    addNew(program, chosen);
    addSample(program, chosen);
    addPlainCommand(program, chosen, {"info", "Facts and counts of a case", info});
    addPlainCommand(program, chosen,
                    {"backup", "Copy a case to the folder of backups, where the latest ten are kept", backup});
    addRestore(program, chosen);
}

} // namespace adit::cli
