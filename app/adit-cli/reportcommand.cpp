// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"
#include "app/adit-cli/reporttarget.h"
#include "core/report/report.h"

namespace adit::cli {

namespace {

struct ReportOptionsGiven
{
    std::string path, kind = "public", format = "pdf", out, language = "en";
};

int runReport(const ReportOptionsGiven &options, const Console &console)
{
    const auto target = reportTarget(options.out);
    if (!target)
        return console.fail(target.error());
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    auto typesetter = pdf::Typesetter::create();
    if (!typesetter)
        return console.fail(typesetter.error());
    const ReportKind kind = options.kind == "scorecard" ? ReportKind::Scorecard : ReportKind::Public;
    const auto bytes =
        renderReport(publicAssessment((*document)->view(), (*document)->ratedItems(), (*document)->scoreCard()), kind,
                     {.language = fromUtf8(options.language)}, **typesetter);
    if (!bytes)
        return console.fail(bytes.error());
    if (const auto written = writeReport(*target, *bytes); !written)
        return console.fail(written.error());
    console.say(QStringLiteral("Wrote %1, a preview that is not released.").arg(*target));
    console.answer({{QStringLiteral("report"), *target},
                    {QStringLiteral("kind"), fromUtf8(options.kind)},
                    {QStringLiteral("format"), fromUtf8(options.format)},
                    {QStringLiteral("bytes"), bytes->size()},
                    {QStringLiteral("sha256"), toHex(sha256(*bytes))}});
    return Done;
}

} // namespace

void addReportCommand(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<ReportOptionsGiven>();
    CLI::App *command = program.add_subcommand("report", "Print the public summary or its scorecard, as a preview");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("--kind", options->kind, "public or scorecard")
        ->check(CLI::IsMember({"public", "scorecard"}))
        ->capture_default_str();
    command->add_option("--format", options->format, "pdf")->check(CLI::IsMember({"pdf"}))->capture_default_str();
    command->add_option("--out", options->out, "File to write; one that is there is replaced")->required();
    command->add_option("--report-language", options->language, "Language of the report")->capture_default_str();
    command->footer("Example: adit-cli report mine.adit --kind public --out summary.pdf");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return runReport(*options, console); }; });
}

} // namespace adit::cli
