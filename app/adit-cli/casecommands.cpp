// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"
#include "core/document/backups.h"
#include "core/process/progress.h"
#include "core/sample/sample.h"
#include "core/standard/standardjson.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QTimeZone>

namespace adit::cli {

namespace {

struct NewOptions
{
    std::string path, standard = "irma-style-1.0", site, country, operatorName, mine = "existing", kind = "initial",
                      previous;
};

int makeNew(const NewOptions &options, const Console &console)
{
    auto standard = shippedStandard(fromUtf8(options.standard));
    if (!standard)
        return console.fail(standard.error());
    CaseDocument::NewCase details;
    const auto add = [&](const FieldInfo &field, const std::string &value) {
        if (!value.empty())
            details.details.emplace_back(&field, fromUtf8(value));
    };
    add(infoOf(field::details::site), options.site);
    add(infoOf(field::details::country), options.country);
    add(infoOf(field::details::operator_name), options.operatorName);
    add(infoOf(field::details::mine), options.mine);
    add(infoOf(field::details::kind), options.kind);
    if (!options.previous.empty()) {
        const auto previous = openCase(options.previous, console);
        if (!previous)
            return console.fail(previous.error());
        add(infoOf(field::details::previous_case), (*previous)->assessment().id().toString().toStdString());
    }
    const auto made = CaseDocument::create(fromUtf8(options.path), *standard, details, surroundingsFor(console));
    if (!made)
        return console.fail(made.error());
    console.say(QStringLiteral("Made %1.").arg((*made)->path()));
    console.answer({{QStringLiteral("case"), (*made)->path()},
                    {QStringLiteral("assessment"), (*made)->assessment().id().toString()}});
    return Done;
}

int sample(const std::string &path, quint64 seed, const Console &console)
{
    const auto made = makeSample(fromUtf8(path), seed, surroundingsFor(console), dateFromIso(console.today));
    if (!made)
        return console.fail(made.error());
    console.say(QStringLiteral("Made %1: %2, a fictional mine.")
                    .arg((*made)->path(), (*made)->assessment().details()[field::details::site]));
    console.answer({{QStringLiteral("case"), (*made)->path()},
                    {QStringLiteral("assessment"), (*made)->assessment().id().toString()}});
    return Done;
}

QJsonObject infoJson(const CaseDocument &document)
{
    const CaseFacts facts = document.facts();
    const ScoreCard &card = document.scoreCard();
    QJsonArray steps;
    for (const ProcessStep *step : openSteps(document.view()))
        steps.append(step->code);
    const auto phase = currentPhase(document.view());
    const auto &actions = document.assessment().records(EntityKind::Action);
    return {{QStringLiteral("standard"), document.standard().qualifiedId()},
            {QStringLiteral("standard_hash"), facts.standardHash},
            {QStringLiteral("site"), document.assessment().details()[field::details::site]},
            {QStringLiteral("kind"), document.assessment().details()[field::details::kind]},
            {QStringLiteral("mine"), document.assessment().details()[field::details::mine]},
            {QStringLiteral("phase"), phase ? QJsonValue(*phase) : QJsonValue()},
            {QStringLiteral("steps_open"), steps},
            {QStringLiteral("counts"), QJsonObject{{QStringLiteral("rated"), card.whole.rated()},
                                                   {QStringLiteral("relevant"), card.whole.relevant},
                                                   {QStringLiteral("deferred"), card.whole.deferred},
                                                   {QStringLiteral("evidence"), 0},
                                                   {QStringLiteral("interviews"), 0},
                                                   {QStringLiteral("actions"), static_cast<int>(actions.size())},
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
    console.say(QStringLiteral("Journal   %1 operations, file format %2%3")
                    .arg(counts[QLatin1String("operations")].toInt())
                    .arg(all[QLatin1String("schema")].toInt())
                    .arg(all[QLatin1String("read_only")].toBool() ? QStringLiteral(", opened read-only") : QString()));
    console.answer(all);
    return Done;
}

QJsonValue orNull(const std::optional<QString> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QString oneLine(const std::optional<QString> &value)
{
    constexpr qsizetype widest = 60;
    const QString text = value.value_or(QStringLiteral("–")).simplified();
    return text.size() > widest ? text.left(widest - 1) + QChar(0x2026) : text;
}

int log(const std::string &path, const std::optional<QString> &requirement, const std::optional<QString> &since,
        const Console &console)
{
    const auto document = openCase(path, console);
    if (!document)
        return console.fail(document.error());
    std::optional<RequirementCode> code;
    if (requirement) {
        const auto known = requirementFrom((*document)->standard(), *requirement);
        if (!known)
            return console.fail(known.error());
        code = *known;
    }
    std::optional<Instant> from;
    if (since) {
        const auto date = dateFromIso(*since);
        if (!date)
            return console.fail({ErrorCode::InvalidDate, QStringLiteral("--since ") + *since});
        from = Instant{date->startOfDay(QTimeZone::utc()).toMSecsSinceEpoch()};
    }
    const auto entries = (*document)->log(code, from);
    if (!entries)
        return console.fail(entries.error());
    QJsonArray operations;
    for (const LogEntry &entry : *entries) {
        const QString entity = QString(kindInfo(entry.entity.kind).name) +
                               (entry.entity.code.isEmpty() ? QString() : QLatin1Char(' ') + entry.entity.code);
        console.say(QStringLiteral("%1  %2  %3 %4: %5 → %6%7")
                        .arg(toIso(entry.time), entry.actor, entity, entry.field, oneLine(entry.before),
                             oneLine(entry.after), entry.undone ? QStringLiteral("  (undone)") : QString()));
        operations.append(QJsonObject{{QStringLiteral("replica"), entry.version.replica.toString()},
                                      {QStringLiteral("seq"), static_cast<qint64>(entry.version.sequence)},
                                      {QStringLiteral("time"), toIso(entry.time)},
                                      {QStringLiteral("actor"), entry.actor},
                                      {QStringLiteral("verb"), verbCode(entry.verb)},
                                      {QStringLiteral("entity"), entity},
                                      {QStringLiteral("entity_id"), entry.entity.id.toString()},
                                      {QStringLiteral("field"), entry.field},
                                      {QStringLiteral("before"), orNull(entry.before)},
                                      {QStringLiteral("after"), orNull(entry.after)},
                                      {QStringLiteral("undone"), entry.undone}});
    }
    console.answer({{QStringLiteral("operations"), operations}});
    return Done;
}

int undo(const std::string &path, int steps, const Console &console)
{
    const auto document = openCase(path, console);
    if (!document)
        return console.fail(document.error());
    QJsonArray undone;
    for (int i = 0; i < steps; ++i) {
        const auto next = (*document)->nextUndo();
        const auto result = (*document)->undo();
        if (!result && result.error().code == ErrorCode::NothingToUndo && i > 0)
            break;
        if (!result)
            return console.fail(result.error());
        console.say(QStringLiteral("Undone: %1 %2").arg(verbCode(next->verb), next->subject));
        undone.append(
            QJsonObject{{QStringLiteral("verb"), verbCode(next->verb)}, {QStringLiteral("subject"), next->subject}});
    }
    console.answer({{QStringLiteral("undone"), undone}});
    return Done;
}

int verify(const std::string &path, const Console &console)
{
    const auto document = openCase(path, console);
    if (!document)
        return console.fail(document.error());
    const auto report = (*document)->verify();
    if (!report)
        return console.fail(report.error());
    QJsonArray problems;
    for (const auto &problem : report->problems) {
        console.say(QStringLiteral("%1 %2: %3").arg(problem.what, problem.where, problem.text));
        problems.append(QJsonObject{{QStringLiteral("what"), problem.what},
                                    {QStringLiteral("where"), problem.where},
                                    {QStringLiteral("text"), problem.text}});
    }
    const bool good = report->problems.empty();
    console.say(good ? QStringLiteral("Intact: %1 operations, each one chained and replayed.").arg(report->operations)
                     : QStringLiteral("Not intact: %1 problems.").arg(report->problems.size()));
    console.answer({{QStringLiteral("ok"), good},
                    {QStringLiteral("problems"), problems},
                    {QStringLiteral("operations"), report->operations},
                    {QStringLiteral("evidence"), report->evidence}});
    return good ? Done : AnswerIsNo;
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

int restore(const std::string &from, const std::string &to, const Console &console)
{
    const QString path = fromUtf8(to);
    if (const auto restored = Backups::restore(fromUtf8(from), path); !restored)
        return console.fail(restored.error());
    console.say(QStringLiteral("Made %1 of the backup.").arg(path));
    console.answer({{QStringLiteral("case"), path}});
    return Done;
}

void addNew(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<NewOptions>();
    CLI::App *command = program.add_subcommand("new", "Make a new assessment");
    command->add_option("case", options->path, "File to make (*.adit)")->required();
    command->add_option("--standard", options->standard, "Id of the standard; see: standard list")->required();
    command->add_option("--site", options->site, "Name of the mine")->required();
    command->add_option("--country", options->country, "Country, two letters");
    command->add_option("--operator", options->operatorName, "Company that runs the mine");
    command->add_option("--mine", options->mine, "existing or new")
        ->check(CLI::IsMember({"existing", "new"}))
        ->capture_default_str();
    command->add_option("--kind", options->kind, "initial, surveillance or reassessment")
        ->check(CLI::IsMember({"initial", "surveillance", "reassessment"}))
        ->capture_default_str();
    command->add_option("--previous", options->previous, "Case of the audit before");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return makeNew(*options, console); }; });
}

/// A command that takes a case file and nothing else.
void addPlain(CLI::App &program, Action &chosen, const char *name, const char *help,
              int (*run)(const std::string &, const Console &))
{
    auto path = std::make_shared<std::string>();
    CLI::App *command = program.add_subcommand(name, help);
    command->add_option("case", *path, "Case file (*.adit)")->required();
    command->callback(
        [&chosen, path, run] { chosen = [path, run](const Console &console) { return run(*path, console); }; });
}

} // namespace

void addCaseCommands(CLI::App &program, Action &chosen)
{
    addNew(program, chosen);
    addPlain(program, chosen, "info", "Facts and counts of a case", info);
    addPlain(program, chosen, "verify", "Read every page, check the hash chain, replay the journal", verify);

    addPlain(program, chosen, "backup", "Copy a case to the folder of backups, where the latest ten are kept", backup);

    auto from = std::make_shared<std::string>();
    auto to = std::make_shared<std::string>();
    CLI::App *restoreCommand = program.add_subcommand("restore", "Make a case of a backup");
    restoreCommand->add_option("backup", *from, "Backup, as `backup` named it")->required();
    restoreCommand->add_option("--out", *to, "File to make (*.adit)")->required();
    restoreCommand->callback(
        [&chosen, from, to] { chosen = [from, to](const Console &console) { return restore(*from, *to, console); }; });

    auto path = std::make_shared<std::string>();
    auto seed = std::make_shared<quint64>(1);
    CLI::App *sampleCommand = program.add_subcommand("sample", "Make the complete assessment of a fictional mine");
    sampleCommand->add_option("case", *path, "File to make (*.adit)")->required();
    sampleCommand->add_option("--seed", *seed, "Changes ids only")->capture_default_str();
    sampleCommand->callback([&chosen, path, seed] {
        chosen = [path, seed](const Console &console) { return sample(*path, *seed, console); };
    });

    auto requirement = std::make_shared<std::string>();
    auto since = std::make_shared<std::string>();
    CLI::App *logCommand = program.add_subcommand("log", "Who changed what and when, latest first");
    logCommand->add_option("case", *path, "Case file (*.adit)")->required();
    const CLI::Option *requirementOption =
        logCommand->add_option("--requirement", *requirement, "Only this requirement");
    const CLI::Option *sinceOption = logCommand->add_option("--since", *since, "Only from this day on, YYYY-MM-DD");
    logCommand->callback([=, &chosen] {
        chosen = [=](const Console &console) {
            return log(*path, given(requirementOption, *requirement), given(sinceOption, *since), console);
        };
    });

    auto steps = std::make_shared<int>(1);
    CLI::App *undoCommand = program.add_subcommand("undo", "Take back the latest edits");
    undoCommand->add_option("case", *path, "Case file (*.adit)")->required();
    undoCommand->add_option("--steps", *steps, "How many")->check(CLI::Range(1, 100000))->capture_default_str();
    undoCommand->callback([&chosen, path, steps] {
        chosen = [path, steps](const Console &console) { return undo(*path, *steps, console); };
    });
}

} // namespace adit::cli
