// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/arguments.h"
#include "app/adit-cli/recordlist.h"
#include "core/edits/recordrules.h"
#include "core/release/sheetguard.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>
#include <map>

namespace adit::cli {

namespace {

/// A command of records: what it is called, and which list it is about.
struct RecordCommand
{
    const char *name;
    const char *list;
    const char *help;
    const char *example;
};

constexpr RecordCommand recordCommands[] = {
    {"people", "people", "People to be heard, by pseudonym", "people add mine.adit --group worker --language es"},
    {"interview", "interviews", "Interviews",
     "interview add mine.adit --person P-A07 --date 2026-05-05 --requirement 1.2.2.2"},
    {"action", "actions", "Nonconformities and their corrective actions",
     "action add mine.adit --title \"Rest hours\" --grade major --requirement 3.1.10.1 --description \"…\""},
    {"request", "requests", "Evidence and clarifications asked of the mine",
     "request add mine.adit --text \"Training records 2025\" --requirement 3.2.1.2 --due 2026-02-01"},
    {"meeting", "meetings", "Opening and closing meetings",
     "meeting add mine.adit --meeting opening-visit --held 2026-05-04"},
    {"complaint", "complaints", "Complaints and appeals",
     "complaint add mine.adit --about auditor --received 2026-07-01 --text \"…\""},
    {"team", "team", "Who audits, reviews and decides", "team add mine.adit --name \"R. Salas\" --role lead-auditor"},
    {"competence", "competence", "What shows that members can audit their chapters",
     "competence add mine.adit --member T-A01 --chapters 3.1 --basis \"Twelve years as an inspector\""},
    {"place", "places", "Places of the visit", "place add mine.adit --name Concentrator --day 2026-05-05 --time 08:00"},
    {"announcement", "announcements", "Publications of the announcement",
     "announcement add mine.adit --channel radio --language es --published 2026-01-05"},
    {"contact", "contacts", "The outreach log",
     "contact add mine.adit --group community --made 2026-03-01 --text \"…\""},
    {"concern", "concerns", "Concerns that people raised, and the answers", "concern add mine.adit --text \"…\""},
    {"comment", "comments", "Comments on the draft", "comment add mine.adit --round company --text \"…\""},
    {"waiver", "waivers", "Requirements set aside for a time",
     "waiver add mine.adit --requirements 2.6.2.3 --reason \"…\" --expires 2027-06-30"},
    {"deviation", "deviations", "What was done otherwise than planned",
     "deviation add mine.adit --text \"…\" --reason \"…\""},
    {"plan", "plans", "Versions of the audit plan", "plan add mine.adit --issued 2026-01-10 --agreed 2026-01-14"},
};

/// What was typed for the columns of a record, while the command line is read.
struct RecordOptions
{
    std::string path, id;
    std::map<std::string, std::vector<std::string>> typed;
    std::map<std::string, const CLI::Option *> options;
};

bool holdsSeveral(const RecordColumn &column)
{
    return column.use == ColumnUse::Present || (column.field && isSetType(column.field->type));
}

std::string optionHelp(const RecordColumn &column)
{
    if (!column.field)
        return column.use == ColumnUse::ActionDue ? "By when, YYYY-MM-DD" : column.name.toStdString();
    QString help = QLatin1String(column.field->label);
    if (column.field->type == ValueType::Date)
        help += QStringLiteral(", YYYY-MM-DD");
    else if (column.field->type == ValueType::Flag)
        help += QStringLiteral(": yes or no");
    else if (!column.field->choices.isEmpty())
        help += QStringLiteral(": ") + QString(column.field->choices).replace(QLatin1Char(' '), QLatin1String(", "));
    return help.toStdString();
}

void addOptions(CLI::App &command, const RecordSheet &sheet, RecordOptions &options)
{
    for (const RecordColumn &column : sheet.columns) {
        if (column.name == QLatin1String("id") || column.use == ColumnUse::File || column.use == ColumnUse::SightedOnly)
            continue;
        const std::string name = column.name.toStdString();
        QString option = QStringLiteral("--") + QString(column.name).replace(QLatin1Char('_'), QLatin1Char('-'));
        // One is asked for by "--requirement", several by either.
        if (column.name == QLatin1String("requirements"))
            option = QStringLiteral("--requirement,--requirements");
        CLI::Option *made = command.add_option(option.toStdString(), options.typed[name], optionHelp(column));
        if (!holdsSeveral(column))
            made->expected(1);
        options.options[name] = made;
    }
}

GivenValues valuesFrom(const RecordOptions &options)
{
    GivenValues values;
    for (const auto &[name, option] : options.options) {
        if (option->count() == 0)
            continue;
        QStringList texts;
        for (const std::string &text : options.typed.at(name))
            texts.append(fromUtf8(text));
        values.insert(fromUtf8(name), texts);
    }
    return values;
}

int apply(CaseDocument &document, const Result<RecordEdit> &made, const Console &console)
{
    if (!made)
        return console.fail(made.error());
    const auto changes = document.apply(made->edit);
    if (!changes)
        return console.fail(changes.error());
    console.say(made->entity.code);
    QJsonObject answer{{QStringLiteral("id"), made->entity.code}};
    if (made->entity.kind == EntityKind::Person) {
        answer.insert(QStringLiteral("person"), made->entity.id.toString());
        answer.insert(QStringLiteral("pseudonym"), made->entity.code);
    }
    answer.insert(QStringLiteral("changed"), static_cast<int>(changes->items.size()));
    console.answer(answer);
    return Done;
}

/// A state that nobody named begins where such things begin.
void fillIn(const RecordSheet &sheet, GivenValues &values, const QDate &today, const QString &actor)
{
    const auto orElse = [&](const char *column, const QString &value) {
        if (!values.contains(QLatin1String(column)))
            values.insert(QLatin1String(column), {value});
    };
    if (sheet.kind == EntityKind::Nonconformity) {
        orElse("state", QStringLiteral("raised"));
        orElse("raised", toIso(today));
    } else if (sheet.kind == EntityKind::Request) {
        orElse("state", QStringLiteral("asked"));
        orElse("asked", toIso(today));
        orElse("form", QStringLiteral("evidence"));
    } else if (sheet.kind == EntityKind::Comment) {
        orElse("state", QStringLiteral("open"));
        orElse("made", toIso(today));
        orElse("made_by", actor);
    }
}

int addOne(const RecordOptions &options, const RecordSheet &sheet, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    GivenValues values = valuesFrom(options);
    fillIn(sheet, values, todayOf(**document, console), console.actor);
    return apply(**document, recordEdit((*document)->view(), sheet, values, sourcesFor(**document, {})), console);
}

int updateOne(const RecordOptions &options, const RecordSheet &sheet, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    GivenValues values = valuesFrom(options);
    if (values.isEmpty())
        return console.fail({ErrorCode::NothingToChange, QStringLiteral("no option says what")});
    values.insert(QStringLiteral("id"), {fromUtf8(options.id)});
    return apply(**document, recordEdit((*document)->view(), sheet, values, sourcesFor(**document, {})), console);
}

/// What there is one of, in a case or for a code.
struct SingleCommand
{
    const char *name;
    const char *list;
    const char *code; ///< what the argument is; empty: there is one in a case
    const char *help;
};

constexpr SingleCommand singleCommands[] = {
    {"details", "details", "", "Site, audit and words for the report"},
    {"audit-plan", "plan", "", "The audit plan as it stands"},
    {"group", "groups", "Stakeholder group: worker, community", "How many of a group are to be heard"},
    {"claim", "claims", "Chapter, criterion or requirement",
     "What the mine proposes as not relevant, and how it was tested"},
    {"judgement", "judgements", "Requirement", "Why there is no nonconformity; why its sources are enough"},
};

int setOne(const RecordOptions &options, const RecordSheet &sheet, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    GivenValues values = valuesFrom(options);
    if (values.isEmpty())
        return console.fail({ErrorCode::NothingToChange, QStringLiteral("no option says what")});
    values.insert(QStringLiteral("id"),
                  {sheet.kind == EntityKind::AuditPlan ? Assessment::auditPlanCode() : fromUtf8(options.id)});
    const auto made = recordEdit((*document)->view(), sheet, values, sourcesFor(**document, {}));
    return applyAndTell(**document, made ? Result<Edit>(made->edit) : Result<Edit>(made.error()), console);
}

void addSingleCommand(CLI::App &program, Action &chosen, const SingleCommand &words)
{
    const RecordSheet &sheet = *recordSheet(QLatin1String(words.list));
    auto options = std::make_shared<RecordOptions>();
    CLI::App *command = program.add_subcommand(words.name, words.help);
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    if (*words.code)
        command->add_option("code", options->id, words.code)->required();
    addOptions(*command, sheet, *options);
    command->callback([&chosen, options, &sheet] {
        chosen = [options, &sheet](const Console &console) { return setOne(*options, sheet, console); };
    });
}

void addListCommand(CLI::App &group, Action &chosen, const RecordSheet &sheet)
{
    auto options = std::make_shared<ListOptions>();
    CLI::App *list = group.add_subcommand("list", "All of them");
    list->add_option("case", options->path, "Case file (*.adit)")->required();
    addIdentitiesOption(*list, sheet, options->withIdentities);
    list->callback([&chosen, options, &sheet] {
        chosen = [options, &sheet](const Console &console) { return listRecords(*options, sheet, console); };
    });
}

void addUpdateCommand(CLI::App &group, Action &chosen, const RecordSheet &sheet)
{
    auto options = std::make_shared<RecordOptions>();
    CLI::App *update = group.add_subcommand("update", "Change one");
    update->add_option("case", options->path, "Case file (*.adit)")->required();
    update->add_option("id", options->id, "Its number, as the list shows it")->required();
    addOptions(*update, sheet, *options);
    update->callback([&chosen, options, &sheet] {
        chosen = [options, &sheet](const Console &console) { return updateOne(*options, sheet, console); };
    });
}

void addAddCommand(CLI::App &group, Action &chosen, const RecordSheet &sheet)
{
    auto options = std::make_shared<RecordOptions>();
    CLI::App *add = group.add_subcommand("add", "A new one");
    add->add_option("case", options->path, "Case file (*.adit)")->required();
    addOptions(*add, sheet, *options);
    add->callback([&chosen, options, &sheet] {
        chosen = [options, &sheet](const Console &console) { return addOne(*options, sheet, console); };
    });
}

CLI::App *addRecordCommand(CLI::App &program, Action &chosen, const RecordCommand &words)
{
    const RecordSheet &sheet = *recordSheet(QLatin1String(words.list));
    CLI::App *group = commandGroup(program, words.name, words.help);
    group->footer(std::string("Example: adit-cli ") + words.example);
    addAddCommand(*group, chosen, sheet);
    addUpdateCommand(*group, chosen, sheet);
    addListCommand(*group, chosen, sheet);
    return group;
}

// ---- verifying a nonconformity --------------------------------------------------------------------------------------

struct VerifyOptions
{
    std::string path, id, by, basis, on;
    const CLI::Option *hasOn = nullptr;
};

int verifyAction(const VerifyOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const QString today = toIso(todayOf(**document, console));
    const GivenValues values{{QStringLiteral("id"), {fromUtf8(options.id)}},
                             {QStringLiteral("state"), {QStringLiteral("verified")}},
                             {QStringLiteral("verified_by"), {fromUtf8(options.by)}},
                             {QStringLiteral("verified_basis"), {fromUtf8(options.basis)}},
                             {QStringLiteral("verified_on"), {given(options.hasOn, options.on).value_or(today)}}};
    const RecordSheet &sheet = *recordSheet(QStringLiteral("actions"));
    return apply(**document, recordEdit((*document)->view(), sheet, values, sourcesFor(**document, {})), console);
}

void addVerifyCommand(CLI::App &group, Action &chosen)
{
    auto options = std::make_shared<VerifyOptions>();
    CLI::App *verify = group.add_subcommand("verify", "The correction works: who saw it, on what basis");
    verify->add_option("case", options->path, "Case file (*.adit)")->required();
    verify->add_option("id", options->id, "Its number: NC-A03")->required();
    verify->add_option("--verified-by", options->by, "Who; not the owner of the action")->required();
    verify->add_option("--basis", options->basis, "What showed it")->required();
    options->hasOn = verify->add_option("--on", options->on, "When, YYYY-MM-DD (default: today)");
    verify->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return verifyAction(*options, console); }; });
}

// ---- evidence -------------------------------------------------------------------------------------------------------

struct EvidenceOptions : RecordOptions
{
    std::vector<std::string> files;
};

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/// One edit for all the files of a command: all of them come in, or none.
int addFiles(const EvidenceOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const RecordSheet &sheet = *recordSheet(QStringLiteral("evidence"));
    const RecordSources sources = sourcesFor(**document, {});
    const QString today = toIso(todayOf(**document, console));
    Draft draft((*document)->view(), Verb::AddEvidence, {});
    QJsonArray added;
    for (const std::string &path : options.files) {
        const auto file = sources.readFile(fromUtf8(path));
        if (!file)
            return console.fail(file.error());
        GivenValues values = valuesFrom(options);
        values.insert(QStringLiteral("file"), {fromUtf8(path)});
        if (!values.contains(QStringLiteral("title")))
            values.insert(QStringLiteral("title"), {QFileInfo(file->facts.name).completeBaseName()});
        if (!values.contains(QStringLiteral("received")))
            values.insert(QStringLiteral("received"), {today});
        const QStringList same = evidenceWith(draft.view().assessment, file->facts.sha256);
        const auto made = recordEdit(draft.view(), sheet, values, sources);
        if (!made)
            return console.fail(made.error());
        draft.add(made->edit);
        console.say(made->entity.code +
                    (same.isEmpty() ? QString() : QStringLiteral("  same bytes as %1").arg(same.first())) +
                    (file->isPhotoDataBroken ? QStringLiteral("  its camera data could not be read") : QString()));
        added.append(
            QJsonObject{{QStringLiteral("id"), made->entity.code},
                        {QStringLiteral("sha256"), file->facts.sha256},
                        {QStringLiteral("duplicate_of"), same.isEmpty() ? QJsonValue() : QJsonValue(same.first())},
                        {QStringLiteral("taken_at"), textOrNull(file->facts.takenAt)},
                        {QStringLiteral("taken_where"), textOrNull(file->facts.takenWhere)}});
    }
    if (const auto changes = (*document)->apply(draft.edit()); !changes)
        return console.fail(changes.error());
    console.answer({{QStringLiteral("evidence"), added}});
    return Done;
}

int addSighted(const RecordOptions &options, const RecordSheet &sheet, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    GivenValues values = valuesFrom(options);
    values.insert(QStringLiteral("sighted_only"), {QStringLiteral("yes")});
    return apply(**document, recordEdit((*document)->view(), sheet, values, sourcesFor(**document, {})), console);
}

struct ExtractOptions
{
    std::string path, id, out;
};

int extract(const ExtractOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto out = pathFrom("--out", options.out);
    if (!out)
        return console.fail(out.error());
    const Record *record = findByLabel((*document)->assessment(), EntityKind::Evidence, fromUtf8(options.id));
    if (!record || !record->has(field::evidence::sha256))
        return console.fail(
            {ErrorCode::InvalidValue, QStringLiteral("id: ") + fromUtf8(options.id),
             record ? QStringLiteral("evidence whose bytes were taken") : QStringLiteral("one of this case")});
    if (QFile::exists(*out))
        return console.fail({ErrorCode::FileExists, *out});
    const auto bytes = (*document)->content((*record)[field::evidence::sha256]);
    if (!bytes)
        return console.fail(bytes.error());
    QSaveFile file(*out);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return console.fail({ErrorCode::StorageFailed, *out, file.errorString()});
    console.say(QStringLiteral("Wrote %1.").arg(*out));
    console.answer({{QStringLiteral("file"), *out}, {QStringLiteral("sha256"), (*record)[field::evidence::sha256]}});
    return Done;
}

void addEvidenceCommand(CLI::App &program, Action &chosen)
{
    const RecordSheet &sheet = *recordSheet(QStringLiteral("evidence"));
    CLI::App *group = commandGroup(program, "evidence", "Documents, photos and what was seen");
    group->footer("Example: adit-cli evidence add mine.adit plan.pdf --requirement 2.5.1.1 --source document-company");
    auto files = std::make_shared<EvidenceOptions>();
    CLI::App *add = group->add_subcommand("add", "Take files in");
    add->add_option("case", files->path, "Case file (*.adit)")->required();
    add->add_option("files", files->files, "Files to take")->required();
    addOptions(*add, sheet, *files);
    add->callback([&chosen, files] { chosen = [files](const Console &console) { return addFiles(*files, console); }; });
    auto seen = std::make_shared<RecordOptions>();
    CLI::App *sighted = group->add_subcommand("sighted", "Seen, and not taken: --place says where");
    sighted->add_option("case", seen->path, "Case file (*.adit)")->required();
    addOptions(*sighted, sheet, *seen);
    sighted->callback([&chosen, seen, &sheet] {
        chosen = [seen, &sheet](const Console &console) { return addSighted(*seen, sheet, console); };
    });
    addUpdateCommand(*group, chosen, sheet);
    addListCommand(*group, chosen, sheet);
    auto options = std::make_shared<ExtractOptions>();
    CLI::App *out = group->add_subcommand("extract", "Write the bytes of one to a file");
    out->add_option("case", options->path, "Case file (*.adit)")->required();
    out->add_option("id", options->id, "Its number: E-A07")->required();
    out->add_option("--out", options->out, "The file to write; it must not exist")->required();
    out->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return extract(*options, console); }; });
}

// ---- sheets ---------------------------------------------------------------------------------------------------------

struct SheetOptions
{
    std::string path, file, sheet, list;
    bool dryRun = false;
    bool withIdentities = false;
};

Result<RecordImport> readImport(CaseDocument &document, const SheetOptions &options, const RecordSheet &shape)
{
    ADIT_TRY_ASSIGN(const QString file, pathFrom("file", options.file));
    ADIT_TRY_ASSIGN(const Sheet sheet, readSheet(file, fromUtf8(options.sheet)));
    return readRecords(document.view(), sheet, file, shape, sourcesFor(document, QFileInfo(file).absolutePath()));
}

int importRecords(const SheetOptions &options, const RecordSheet &shape, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto import = readImport(**document, options, shape);
    if (!import)
        return console.fail(import.error());
    if (!options.dryRun)
        if (const auto applied = (*document)->apply(import->edit); !applied)
            return console.fail(applied.error());
    return tellImport(import->rows, import->changed, options.dryRun, import->unknownColumns, console);
}

void addImportCommand(CLI::App &program, Action &chosen, const RecordSheet &shape)
{
    auto options = std::make_shared<SheetOptions>();
    CLI::App *command = commandGroup(program, "import", "Take in a sheet")
                            ->add_subcommand(shape.name.toStdString(), "The list of " + shape.name.toStdString());
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("file", options->file, "Sheet: CSV UTF-8 or xlsx")->required();
    command->add_option("--sheet", options->sheet, "Name of the sheet in an xlsx file (default: the first)");
    command->add_flag("--dry-run", options->dryRun, "Check and count, change nothing");
    command->callback([&chosen, options, &shape] {
        chosen = [options, &shape](const Console &console) { return importRecords(*options, shape, console); };
    });
}

int exportList(const SheetOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto file = pathFrom("--out", options.file);
    if (!file)
        return console.fail(file.error());
    const auto reveal = options.withIdentities ? revealFor(**document) : Result<Reveal>(Reveal());
    if (!reveal)
        return console.fail(reveal.error());
    const Sheet sheet = recordsSheet((*document)->assessment(), *recordSheet(fromUtf8(options.list)), *reveal);
    const auto look = options.withIdentities
                          ? Result<SheetLook>(SheetLook::Done)
                          : sheetMayLeave(sheet, (*document)->assessment(), (*document)->facts().role,
                                          (*document)->surroundings().profile.get());
    if (!look)
        return console.fail(look.error());
    if (const auto written = writeSheet(*file, sheet, (*document)->surroundings().now()); !written)
        return console.fail(written.error());
    console.say(QStringLiteral("Wrote %1 rows to %2.").arg(sheet.rows.size()).arg(*file));
    if (*look == SheetLook::NamesSealed)
        warnNamesSealed(console);
    console.answer({{QStringLiteral("file"), *file}, {QStringLiteral("rows"), sheet.rows.size()}});
    return Done;
}

void addExportCommand(CLI::App &program, Action &chosen)
{
    std::vector<std::string> names;
    for (const RecordSheet &sheet : recordSheets())
        names.push_back(sheet.name.toStdString());
    auto options = std::make_shared<SheetOptions>();
    CLI::App *command = program.add_subcommand("export", "Write a list as a sheet");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("--list", options->list, "Which list")->required()->check(CLI::IsMember(names));
    command->add_option("--out", options->file, "CSV, or xlsx where the name ends so; it must not exist")->required();
    addIdentitiesOption(*command, *recordSheet(QStringLiteral("people")), options->withIdentities);
    command->footer("Example: adit-cli export mine.adit --list requests --out requests.xlsx");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return exportList(*options, console); }; });
}

} // namespace

void addRecordCommands(CLI::App &program, Action &chosen)
{
    addEvidenceCommand(program, chosen);
    for (const RecordCommand &words : recordCommands) {
        CLI::App *group = addRecordCommand(program, chosen, words);
        if (words.name == std::string_view("action"))
            addVerifyCommand(*group, chosen);
    }
    for (const SingleCommand &words : singleCommands)
        addSingleCommand(program, chosen, words);
    for (const RecordSheet &sheet : recordSheets())
        addImportCommand(program, chosen, sheet);
    addExportCommand(program, chosen);
}

} // namespace adit::cli
