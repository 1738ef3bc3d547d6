// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"
#include "app/adit-cli/recordlist.h"
#include "app/adit-cli/reporttarget.h"
#include "core/edits/receipts.h"
#include "core/edits/recordrules.h"
#include "core/papers/concernreceipt.h"
#include "core/report/report.h"

namespace adit::cli {

namespace {

// ---- concern receipt ------------------------------------------------------------------------------------------------

struct ReceiptOptions
{
    std::string path, id, out, format = "pdf", language = "en";
};

Result<QByteArray> printed(const CaseDocument &document, const QString &code, const ReceiptOptions &options)
{
    ADIT_TRY_ASSIGN(const Paper paper, concernReceipt(code, fromUtf8(options.language)));
    if (paperFormat(fromUtf8(options.format)) == PaperFormat::Html)
        return paperHtml(paper);
    ADIT_TRY_ASSIGN(const auto typesetter, pdf::Typesetter::create());
    return paperPdf(paper, publicAssessment(document.view(), document.ratedItems(), document.scoreCard()), *typesetter);
}

/// The code that a concern has, or that it gets now.
Result<QString> codeOf(CaseDocument &document, const QString &id)
{
    const Record *concern = findByLabel(document.assessment(), EntityKind::Concern, id);
    if (concern && concern->has(field::concern::receipt))
        return (*concern)[field::concern::receipt];
    QString code = newReceiptCode(document.surroundings().random);
    ADIT_TRY_ASSIGN(const Edit edit, giveReceipt(document.view(), id, code));
    ADIT_TRY(document.apply(edit));
    return code;
}

int giveOne(const ReceiptOptions &options, const Console &console)
{
    const auto target = reportTarget(options.out);
    if (!target)
        return console.fail(target.error());
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto code = codeOf(**document, fromUtf8(options.id));
    if (!code)
        return console.fail(code.error());
    const auto bytes = printed(**document, *code, options);
    if (!bytes)
        return console.fail(bytes.error());
    if (const auto written = writeReport(*target, *bytes); !written)
        return console.fail(written.error());
    console.say(*code);
    console.answer({{QStringLiteral("id"), fromUtf8(options.id)},
                    {QStringLiteral("receipt"), *code},
                    {QStringLiteral("file"), *target}});
    return Done;
}

void addGive(CLI::App &concern, Action &chosen)
{
    auto options = std::make_shared<ReceiptOptions>();
    CLI::App *command =
        concern.add_subcommand("receipt", "Give a concern a code, printed on a paper that says no name");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("id", options->id, "Number of the concern: C-A03")->required();
    command->add_option("--out", options->out, "File to write; one that is there is replaced")->required();
    command->add_option("--format", options->format, "pdf or html")
        ->check(CLI::IsMember({"pdf", "html"}))
        ->capture_default_str();
    std::vector<std::string> languages;
    for (const QString &language : receiptLanguages())
        languages.push_back(language.toStdString());
    command->add_option("--report-language", options->language, "Language of the paper")
        ->check(CLI::IsMember(languages))
        ->capture_default_str();
    command->footer("A concern that has a code keeps it: its paper is printed once more.\n\n"
                    "Example: adit-cli concern receipt mine.adit C-A03 --report-language es --out receipt.pdf");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return giveOne(*options, console); }; });
}

// ---- concern find ---------------------------------------------------------------------------------------------------

struct FindOptions
{
    std::string path, code;
};

int findOne(const FindOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    using namespace field::concern;
    const Record *concern = concernOfReceipt((*document)->assessment(), fromUtf8(options.code));
    if (!concern)
        return console.fail({ErrorCode::InvalidValue, QStringLiteral("code: ") + fromUtf8(options.code),
                             QStringLiteral("the code of a receipt given in this case")});
    const QString said = (*concern)[answer];
    console.say((*concern)[label]);
    console.say((*concern)[text]);
    console.say(said.isEmpty() ? QStringLiteral("Not answered yet.") : QStringLiteral("Answer: ") + said);
    if (concern->has(outcome))
        console.say(QStringLiteral("What came of it: ") + (*concern)[outcome]);
    console.answer({{QStringLiteral("id"), (*concern)[label]},
                    {QStringLiteral("text"), (*concern)[text]},
                    {QStringLiteral("answer"), said},
                    {QStringLiteral("outcome"), (*concern)[outcome]}});
    return Done;
}

void addFind(CLI::App &concern, Action &chosen)
{
    auto options = std::make_shared<FindOptions>();
    CLI::App *command = concern.add_subcommand("find", "The concern of a receipt's code, and what came of it");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("code", options->code, "As somebody reads it out; dashes may be left out")->required();
    command->footer("Example: adit-cli concern find mine.adit K7QF-3M2X-8TBA");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return findOne(*options, console); }; });
}

} // namespace

void addReceiptCommands(CLI::App &program, Action &chosen)
{
    CLI::App *concern = commandGroup(program, "concern", "Concerns that people raised, and the answers");
    addGive(*concern, chosen);
    addFind(*concern, chosen);
}

} // namespace adit::cli
