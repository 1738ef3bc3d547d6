// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"
#include "app/adit-cli/profilefiles.h"
#include "core/parcel/incomingparcel.h"

#include <QJsonArray>

namespace adit::cli {

namespace {

// ---- merge ----------------------------------------------------------------------------------------------------------

struct MergeOptions
{
    std::string into, from;
    std::vector<std::string> trust;
    bool isDryRun = false;
    bool rehomes = false;
};

QString counted(qint64 count, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(count).arg(QLatin1String(count == 1 ? one : many));
}

QJsonObject jsonFor(const MergePreview &preview)
{
    QJsonArray people;
    for (const auto &person : preview.people)
        people.append(QJsonObject{{QStringLiteral("person"), person.actor},
                                  {QStringLiteral("edits"), person.edits},
                                  {QStringLiteral("operations"), person.operations}});
    QJsonArray unseen;
    for (const auto &part : preview.unseen)
        unseen.append(
            QJsonObject{{QStringLiteral("person"), part.actor}, {QStringLiteral("operations"), part.operations}});
    QJsonArray ahead;
    for (const auto &clock : preview.ahead)
        ahead.append(QJsonObject{{QStringLiteral("person"), clock.actor}, {QStringLiteral("time"), toIso(clock.time)}});
    QJsonArray rehomed;
    for (const Fork &fork : preview.rehomed)
        rehomed.append(QJsonObject{{QStringLiteral("replica"), fork.replica.toString()},
                                   {QStringLiteral("operations_here"), static_cast<qint64>(fork.ours)},
                                   {QStringLiteral("operations_there"), static_cast<qint64>(fork.theirs)}});
    QJsonArray relabelled;
    for (const auto &thing : preview.relabelled)
        relabelled.append(QJsonObject{{QStringLiteral("person"), thing.actor},
                                      {QStringLiteral("before"), thing.before},
                                      {QStringLiteral("after"), thing.after}});
    return {{QStringLiteral("new_operations"), preview.operations},
            {QStringLiteral("people"), people},
            {QStringLiteral("without_content"), unseen},
            {QStringLiteral("disclosed"), preview.disclosed},
            {QStringLiteral("named"), preview.named},
            {QStringLiteral("conflicts"), static_cast<qint64>(preview.conflicts.size())},
            {QStringLiteral("new_conflicts"), static_cast<qint64>(preview.newConflicts)},
            {QStringLiteral("files"), preview.files},
            {QStringLiteral("absent_files"), preview.absentFiles},
            {QStringLiteral("clocks_ahead"), ahead},
            {QStringLiteral("rehomed"), rehomed},
            {QStringLiteral("relabelled"), relabelled}};
}

void tell(const MergePreview &preview, const Console &console)
{
    int edits = 0;
    for (const auto &person : preview.people)
        edits += person.edits;
    console.say(QStringLiteral("%1 by %2, %3")
                    .arg(counted(edits, "change", "changes"),
                         counted(static_cast<qint64>(preview.people.size()), "person", "people"),
                         counted(static_cast<qint64>(preview.conflicts.size()), "conflict", "conflicts")));
    const auto nameOf = [](const QString &person) {
        return person.isEmpty() ? QStringLiteral("(name withheld)") : person;
    };
    for (const auto &person : preview.people)
        console.say(QStringLiteral("  %1  %2").arg(nameOf(person.actor), counted(person.edits, "change", "changes")));
    for (const auto &part : preview.unseen)
        console.say(QStringLiteral("  %1  %2 without content, which is in the copy of whoever made them")
                        .arg(nameOf(part.actor), counted(part.operations, "operation", "operations")));
    if (preview.disclosed > 0)
        console.say(QStringLiteral("%1 here without content, which came now")
                        .arg(counted(preview.disclosed, "operation was", "operations were")));
    if (preview.named > 0)
        console.say(QStringLiteral("%1 here without saying whose, which is known now")
                        .arg(counted(preview.named, "edit was", "edits were")));
    if (preview.files > 0)
        console.say(QStringLiteral("%1 of evidence").arg(counted(preview.files, "file", "files")));
    if (preview.absentFiles > 0)
        console.warn(QStringLiteral("%1 of evidence in neither copy.")
                         .arg(counted(preview.absentFiles, "file is", "files are")));
    for (const auto &clock : preview.ahead)
        console.warn(QStringLiteral("The clock of %1 was ahead: %2. What was done then was taken; no other clock "
                                    "follows it.")
                         .arg(clock.actor, toIso(clock.time)));
    for (const Fork &fork : preview.rehomed)
        console.warn(QStringLiteral("Two files went on under one name; one of the two goes on under another now "
                                    "(operations here: %1, there: %2).")
                         .arg(fork.ours)
                         .arg(fork.theirs));
    for (const auto &thing : preview.relabelled)
        console.warn(QStringLiteral("%1, made by %2 in the one that moved, is now %3.")
                         .arg(thing.before, nameOf(thing.actor), thing.after));
}

int merge(const MergeOptions &options, const Console &console)
{
    const auto document = openCase(options.into, console);
    if (!document)
        return console.fail(document.error());
    const QString from = fromUtf8(options.from);
    if (isParcel(from) && !console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Opening a parcel")});
    const auto incoming =
        IncomingCopy::read(**document, from, console.profile.get(), options.rehomes ? Forks::Rehome : Forks::Refuse);
    if (!incoming)
        return console.fail(incoming.error());
    if (const auto &manifest = (*incoming)->manifest()) {
        if (const auto checked = checkMaker(*manifest, from, options.trust, console); !checked)
            return console.fail(checked.error());
    }
    if (!options.isDryRun) {
        if (const auto brought = (*incoming)->work().bringContents(); !brought)
            return console.fail(brought.error());
        if (const auto merged = (*incoming)->mergeInto(**document); !merged)
            return console.fail(merged.error());
    }
    const MergePreview &preview = (*incoming)->preview();
    tell(preview, console);
    console.answer(jsonFor(preview));
    return preview.conflicts.empty() ? Done : AnswerIsNo;
}

void addMerge(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<MergeOptions>();
    CLI::App *command = program.add_subcommand("merge", "Take in what is new in another copy of the case");
    command->add_option("into", options->into, "Case file (*.adit)")->required();
    command
        ->add_option("from", options->from,
                     "The other copy, or a parcel with it that is sealed to you; it is left as it is")
        ->required();
    command->add_option("--trust", options->trust, trustHelp);
    command->add_flag("--dry-run", options->isDryRun, "Say what would come in, and leave it there");
    command->add_flag("--rehome", options->rehomes,
                      "Where two files went on under one name, after a backup was restored: give one another name");
    command->footer("Ends with 1 where conflicts are left.\nExample: adit-cli merge mine.adit from-ana.adit --dry-run");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return merge(*options, console); }; });
}

// ---- conflicts ------------------------------------------------------------------------------------------------------

QJsonValue orNull(const std::optional<QString> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject jsonFor(const Conflict &conflict)
{
    QJsonArray versions;
    for (const ConflictVersion &version : conflict.versions)
        versions.append(QJsonObject{{QStringLiteral("version"), version.name()},
                                    {QStringLiteral("field"), QString(version.field->name)},
                                    {QStringLiteral("value"), orNull(version.value)},
                                    {QStringLiteral("actor"), version.actor},
                                    {QStringLiteral("time"), toIso(version.time)}});
    const bool isRemoval = conflict.kind == Conflict::Kind::Removal;
    return {{QStringLiteral("id"), conflict.id()},
            {QStringLiteral("kind"), isRemoval ? QStringLiteral("removal") : QStringLiteral("values")},
            {QStringLiteral("entity"), conflict.id().section(QLatin1Char('/'), 0, 0)},
            {QStringLiteral("field"), QString(conflict.field->name)},
            {QStringLiteral("base"), orNull(conflict.base)},
            {QStringLiteral("versions"), versions}};
}

void tell(const Conflict &conflict, const Console &console)
{
    console.say(conflict.id());
    console.say(QStringLiteral("  before  %1").arg(conflict.base.value_or(QStringLiteral("–"))));
    for (const ConflictVersion &version : conflict.versions) {
        const bool isOther = version.field != conflict.field;
        console.say(QStringLiteral("  %1  %2, %3: %4%5")
                        .arg(version.name(), version.actor, toIso(version.time),
                             isOther ? QString(version.field->name) + QStringLiteral(" = ") : QString(),
                             version.value.value_or(QStringLiteral("–"))));
    }
}

int conflicts(const std::string &path, const Console &console)
{
    const auto document = openCase(path, console);
    if (!document)
        return console.fail(document.error());
    QJsonArray list;
    for (const Conflict &open : (*document)->conflicts()) {
        const Conflict conflict = (*document)->withBase(open);
        tell(conflict, console);
        list.append(jsonFor(conflict));
    }
    if (list.isEmpty())
        console.say(QStringLiteral("No conflicts."));
    console.answer({{QStringLiteral("conflicts"), list}});
    return list.isEmpty() ? Done : AnswerIsNo;
}

// ---- resolve --------------------------------------------------------------------------------------------------------

struct ResolveOptions
{
    std::string path, id, version, value;
    const CLI::Option *hasVersion = nullptr, *hasValue = nullptr;
};

Result<Edit> resolution(const CaseDocument &document, const ResolveOptions &options)
{
    const QString id = fromUtf8(options.id);
    const auto &all = document.conflicts();
    const auto conflict = std::ranges::find_if(all, [&](const Conflict &candidate) { return candidate.id() == id; });
    if (conflict == all.end())
        return Error{ErrorCode::ConflictUnknown, id};
    if (const auto version = given(options.hasVersion, options.version))
        return takeVersion(document.standard(), document.withBase(*conflict), *version);
    return takeValue(document.standard(), *conflict, fromUtf8(options.value));
}

int resolve(const ResolveOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto edit = resolution(**document, options);
    if (!edit)
        return console.fail(edit.error());
    if (const auto applied = (*document)->apply(*edit); !applied)
        return console.fail(applied.error());
    const auto left = static_cast<qint64>((*document)->conflicts().size());
    console.say(
        QStringLiteral("Resolved: %1. %2 left.").arg(fromUtf8(options.id), counted(left, "conflict", "conflicts")));
    console.answer({{QStringLiteral("resolved"), fromUtf8(options.id)}, {QStringLiteral("conflicts"), left}});
    return Done;
}

void addResolve(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<ResolveOptions>();
    CLI::App *command = program.add_subcommand("resolve", "Choose between the values of a conflict");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("id", options->id, "Which conflict, as listed by conflicts: answer:1.2.2.2/finding")
        ->required();
    CLI::Option_group *choice = command->add_option_group("choice");
    options->hasVersion = choice->add_option("--take", options->version, "One of its versions, as listed");
    options->hasValue = choice->add_option("--value", options->value, "Another value, a combination for instance");
    choice->require_option(1);
    command->footer("Example: adit-cli resolve mine.adit answer:1.2.2.2/finding --take 3f2ac01d:12");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return resolve(*options, console); }; });
}

} // namespace

void addMergeCommands(CLI::App &program, Action &chosen)
{
    addMerge(program, chosen);
    addPlainCommand(program, chosen,
                    {"conflicts", "What people did without knowing of each other, and who did it", conflicts});
    addResolve(program, chosen);
}

} // namespace adit::cli
