// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/arguments.h"
#include "app/adit-cli/commands.h"
#include "core/exchange/logsheet.h"
#include "core/release/sheetguard.h"
#include "core/review/calibration.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

namespace adit::cli {

namespace {

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

struct LogOptions
{
    std::string path, requirement, since, until, person, field, record, out;
    const CLI::Option *hasRequirement = nullptr, *hasSince = nullptr, *hasUntil = nullptr;
};

Result<Instant> startOf(const char *option, const QString &day)
{
    const auto date = dateFromIso(day);
    if (!date)
        return Error{ErrorCode::InvalidDate, QLatin1String(option) + QLatin1Char(' ') + day};
    return Instant{date->startOfDay(QTimeZone::utc()).toMSecsSinceEpoch()};
}

Result<HistoryFilter> filterFrom(const CaseDocument &document, const LogOptions &options)
{
    HistoryFilter filter{
        .personHas = fromUtf8(options.person), .thing = fromUtf8(options.record), .field = fromUtf8(options.field)};
    if (const auto requirement = given(options.hasRequirement, options.requirement)) {
        ADIT_TRY_ASSIGN(filter.requirement, requirementFrom(document.standard(), *requirement));
    }
    if (const auto since = given(options.hasSince, options.since)) {
        ADIT_TRY_ASSIGN(filter.since, startOf("--since", *since));
    }
    if (const auto until = given(options.hasUntil, options.until)) {
        ADIT_TRY_ASSIGN(const Instant last, startOf("--until", *until));
        constexpr qint64 day = qint64(24) * 60 * 60 * 1000;
        filter.before = Instant{last.milliseconds + day};
    }
    return filter;
}

Result<std::vector<LogEntry>> entriesFor(const CaseDocument &document, const LogOptions &options)
{
    ADIT_TRY_ASSIGN(const HistoryFilter filter, filterFrom(document, options));
    ADIT_TRY_ASSIGN(std::vector<LogEntry> entries, document.log(filter));
    hideBlind(document.assessment(), entries);
    return entries;
}

QString lineFor(const LogEntry &entry)
{
    if (entry.withheld)
        return QStringLiteral("%1  %2  withheld from this copy").arg(toIso(entry.time), entry.actor);
    return QStringLiteral("%1  %2  %3 %4: %5 → %6%7")
        .arg(toIso(entry.time), entry.actor, entityName(entry.entity), entry.field, oneLine(entry.before),
             oneLine(entry.after), entry.undone ? QStringLiteral("  (undone)") : QString());
}

QJsonObject jsonFor(const LogEntry &entry)
{
    return {{QStringLiteral("replica"), entry.version.replica.toString()},
            {QStringLiteral("seq"), static_cast<qint64>(entry.version.sequence)},
            {QStringLiteral("time"), toIso(entry.time)},
            {QStringLiteral("actor"), entry.actor},
            {QStringLiteral("verb"), verbCode(entry.verb)},
            {QStringLiteral("entity"), entry.withheld ? QString() : entityName(entry.entity)},
            {QStringLiteral("entity_id"), entry.withheld ? QString() : entry.entity.id.toString()},
            {QStringLiteral("field"), entry.field},
            {QStringLiteral("before"), orNull(entry.before)},
            {QStringLiteral("after"), orNull(entry.after)},
            {QStringLiteral("undone"), entry.undone},
            {QStringLiteral("withheld"), entry.withheld}};
}

/// The log as a sheet: for people who go through it with other programs.
int writeLog(const std::vector<LogEntry> &entries, const LogOptions &options, const CaseDocument &document,
             const Console &console)
{
    const auto out = pathFrom("--out", options.out);
    if (!out)
        return console.fail(out.error());
    Sheet sheet = logSheet(entries);
    const NamesKeptBack kept =
        keepNamesBack(sheet, document.assessment(), document.facts().role, document.surroundings().profile.get());
    if (const auto written = writeSheet(*out, sheet, document.surroundings().now()); !written)
        return console.fail(written.error());
    const auto rows = static_cast<qint64>(entries.size());
    console.say(QStringLiteral("Wrote %1 operations to %2.").arg(rows).arg(*out));
    if (kept.look == SheetLook::NamesSealed)
        warnNamesSealed(console);
    if (kept.cells > 0)
        console.warn(QStringLiteral("Kept back %1 texts that name somebody.").arg(kept.cells));
    console.answer(
        {{QStringLiteral("file"), *out}, {QStringLiteral("rows"), rows}, {QStringLiteral("kept_back"), kept.cells}});
    return Done;
}

int log(const LogOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto entries = entriesFor(**document, options);
    if (!entries)
        return console.fail(entries.error());
    if (!options.out.empty())
        return writeLog(*entries, options, **document, console);
    QJsonArray operations;
    for (const LogEntry &entry : *entries) {
        console.say(lineFor(entry));
        operations.append(jsonFor(entry));
    }
    console.answer({{QStringLiteral("operations"), operations}});
    return Done;
}

int undo(const std::string &path, int steps, const Console &console)
{
    const auto document = openCase(path, console);
    if (!document)
        return console.fail(document.error());
    const auto entries = (*document)->undo(steps);
    if (!entries)
        return console.fail(entries.error());
    QJsonArray undone;
    for (const HistoryEntry &entry : *entries) {
        console.say(QStringLiteral("Undone: %1 %2").arg(verbCode(entry.verb), entry.subject));
        undone.append(
            QJsonObject{{QStringLiteral("verb"), verbCode(entry.verb)}, {QStringLiteral("subject"), entry.subject}});
    }
    console.answer({{QStringLiteral("undone"), undone}});
    return Done;
}

int tellReport(const VerifyReport &report, const Console &console)
{
    QJsonArray problems;
    for (const auto &problem : report.problems) {
        console.say(QStringLiteral("%1 %2: %3").arg(problem.what, problem.where, problem.text));
        problems.append(QJsonObject{{QStringLiteral("what"), problem.what},
                                    {QStringLiteral("where"), problem.where},
                                    {QStringLiteral("text"), problem.text}});
    }
    const bool good = report.problems.empty();
    console.say(good ? QStringLiteral("Intact: %1 operations, each one chained and replayed.").arg(report.operations)
                     : QStringLiteral("Not intact: %1 problems.").arg(report.problems.size()));
    if (!report.absent.isEmpty())
        console.say(absentWords(report.absent));
    console.answer({{QStringLiteral("ok"), good},
                    {QStringLiteral("problems"), problems},
                    {QStringLiteral("operations"), report.operations},
                    {QStringLiteral("evidence"), report.evidence},
                    {QStringLiteral("absent"), QJsonArray::fromStringList(report.absent)}});
    return good ? Done : AnswerIsNo;
}

/// What keeps a case from being opened is an answer to the question whether it is intact; that there is no case, or
/// none that this program can read, is not. Nothing for the latter.
QString damageOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::FileDamaged:
        return QStringLiteral("file");
    case ErrorCode::FileSuspicious:
        return QStringLiteral("schema");
    case ErrorCode::JournalBroken:
        return QStringLiteral("journal");
    case ErrorCode::StandardInvalid:
        return QStringLiteral("standard");
    default:
        return {};
    }
}

void addLog(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<LogOptions>();
    CLI::App *command = program.add_subcommand("log", "Who changed what and when, latest first");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    options->hasRequirement = command->add_option("--requirement", options->requirement, "Only this requirement");
    options->hasSince = command->add_option("--since", options->since, "Only from this day on, YYYY-MM-DD");
    options->hasUntil = command->add_option("--until", options->until, "Only up to this day, YYYY-MM-DD");
    command->add_option("--person", options->person, "Only what somebody did whose name has this in it");
    command->add_option("--field", options->field, "Only this field: finding");
    command->add_option("--record", options->record, "Only this record, or what begins so: E-A07, 1.2.2.2, 1.2");
    command->add_option("--out", options->out, "Write it as a sheet (.csv or .xlsx) instead; the file must not exist");
    command->footer("Example: adit-cli log mine.adit --requirement 1.2.2.2 --since 2026-05-04");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return log(*options, console); }; });
}

void addUndo(CLI::App &program, Action &chosen)
{
    auto path = std::make_shared<std::string>();
    auto steps = std::make_shared<int>(1);
    CLI::App *command = program.add_subcommand("undo", "Take back the latest edits");
    command->add_option("case", *path, "Case file (*.adit)")->required();
    command->add_option("--steps", *steps, "How many")->check(CLI::Range(1, 100000))->capture_default_str();
    command->footer("Example: adit-cli undo mine.adit --steps 2");
    command->callback([&chosen, path, steps] {
        chosen = [path, steps](const Console &console) { return undo(*path, *steps, console); };
    });
}

} // namespace

int verifyCase(const std::string &path, const Console &console)
{
    const auto document = openCase(path, console);
    const QString damage = document ? QString() : damageOf(document.error());
    if (!damage.isEmpty())
        return tellReport({{{damage, document.error().subject, sentence(document.error())}}, 0, 0}, console);
    if (!document)
        return console.fail(document.error());
    const auto report = (*document)->verify();
    return report ? tellReport(*report, console) : console.fail(report.error());
}

void addHistoryCommands(CLI::App &program, Action &chosen)
{
    addLog(program, chosen);
    addUndo(program, chosen);
}

} // namespace adit::cli
