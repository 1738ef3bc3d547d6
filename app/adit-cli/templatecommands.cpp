// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/arguments.h"
#include "app/adit-cli/commands.h"
#include "core/base/hashing.h"
#include "core/evidence/officetemplate.h"
#include "core/pdf/image.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace adit::cli {

namespace {

struct TemplateOptions
{
    std::string path;
    std::string file;
};

QString contrastOf(quint32 rgb)
{
    return QString::number(std::floor(contrastOnWhite(rgb) * 100) / 100, 'f', 2);
}

void sayContacts(const ReportTemplate &made, const Console &console)
{
    const auto line = [&](const char *label, const QString &text) {
        if (!text.isEmpty())
            console.say(QString::fromLatin1(label).leftJustified(12) + text);
    };
    line("Name", made.name);
    for (const QString &address : made.address)
        line(address == made.address.front() ? "Address" : "", address);
    line("Telephone", made.phone);
    line("E-mail", made.email);
    line("Web", made.web);
    line("Complaints", made.complaints);
    for (const auto &[language, places] : made.wording) {
        QStringList names;
        for (const auto &[place, text] : places)
            names.append(place);
        line("Wording", language + QStringLiteral(": ") + names.join(QStringLiteral(", ")));
    }
}

/// What a report made with it would carry.
int tell(const ReportTemplate &made, const QByteArray &logo, const Console &console)
{
    sayContacts(made, console);
    QJsonObject answer{{QStringLiteral("template"), QJsonDocument::fromJson(made.toJson()).object()},
                       {QStringLiteral("contrast"), QJsonValue()},
                       {QStringLiteral("logo"), QJsonValue()}};
    if (made.accent) {
        answer[QStringLiteral("contrast")] = contrastOf(*made.accent);
        console.say(
            QStringLiteral("Accent      %1, %2 to 1 on white").arg(colourName(*made.accent), contrastOf(*made.accent)));
    }
    if (const auto image = pdf::Image::jpeg(logo)) {
        answer[QStringLiteral("logo")] = QJsonObject{{QStringLiteral("width"), image->width()},
                                                     {QStringLiteral("height"), image->height()},
                                                     {QStringLiteral("bytes"), logo.size()},
                                                     {QStringLiteral("sha256"), toHex(image->hash())}};
        console.say(QStringLiteral("Logo        %1 x %2 pixels, %3 bytes")
                        .arg(image->width())
                        .arg(image->height())
                        .arg(logo.size()));
    }
    console.answer(answer);
    return Done;
}

Result<OfficeTemplate> readGiven(const std::string &file)
{
    ADIT_TRY_ASSIGN(const QString path, pathFrom("template", file));
    return OfficeTemplate::read(path);
}

int checkTemplate(const TemplateOptions &options, const Console &console)
{
    const auto given = readGiven(options.file);
    return given ? tell(given->made, given->logo, console) : console.fail(given.error());
}

int setTemplate(CaseDocument &document, const TemplateOptions &options, const Console &console)
{
    const auto given = readGiven(options.file);
    if (!given)
        return console.fail(given.error());
    return applyAndTell(document, setReportTemplate(document.view(), *given), console);
}

int removeTemplate(CaseDocument &document, const TemplateOptions &, const Console &console)
{
    return applyAndTell(document, removeReportTemplate(document.view()), console);
}

int showTemplate(CaseDocument &document, const TemplateOptions &, const Console &console)
{
    const Record &details = document.assessment().details();
    const QString kept = details[field::details::report_template];
    if (kept.isEmpty()) {
        console.say(QStringLiteral("No report template."));
        console.answer({{QStringLiteral("template"), QJsonValue()}});
        return Done;
    }
    const auto made = ReportTemplate::fromJson(kept.toUtf8());
    return made ? tell(*made, logoOf(*made, details[field::details::report_logo]), console)
                : console.fail(made.error());
}

using Run = int (*)(CaseDocument &, const TemplateOptions &, const Console &);

constexpr const char *fileHelp = "Report template (*.adit-template.json), with its logo beside it";

void addCaseCommand(CLI::App &group, Action &chosen, const char *name, const char *help, Run run)
{
    auto options = std::make_shared<TemplateOptions>();
    CLI::App *command = group.add_subcommand(name, help);
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    if (run == setTemplate)
        command->add_option("file", options->file, fileHelp)->required();
    command->footer(std::string("Example: adit-cli template ") + name + " mine.adit" +
                    (run == setTemplate ? " office.adit-template.json" : ""));
    command->callback([&chosen, options, run] {
        chosen = [options, run](const Console &console) {
            const auto document = openCase(options->path, console);
            return document ? run(**document, *options, console) : console.fail(document.error());
        };
    });
}

void addCheck(CLI::App &group, Action &chosen)
{
    auto options = std::make_shared<TemplateOptions>();
    CLI::App *command = group.add_subcommand("check", "What it would put into a report, without a case");
    command->add_option("file", options->file, fileHelp)->required();
    command->footer("Example: adit-cli template check office.adit-template.json");
    command->callback([&chosen, options] {
        chosen = [options](const Console &console) { return checkTemplate(*options, console); };
    });
}

} // namespace

void addTemplateCommands(CLI::App &program, Action &chosen)
{
    CLI::App *group = commandGroup(program, "template", "An office's name, address, logo and wording in the report");
    addCheck(*group, chosen);
    addCaseCommand(*group, chosen, "set", "Make the reports of a case with it", setTemplate);
    addCaseCommand(*group, chosen, "show", "The one that a case has", showTemplate);
    addCaseCommand(*group, chosen, "remove", "Have none", removeTemplate);
}

} // namespace adit::cli
