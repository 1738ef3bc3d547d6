// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"
#include "app/adit-cli/reporttarget.h"
#include "core/evidence/photosforprint.h"
#include "core/papers/announcement.h"
#include "core/papers/auditplan.h"
#include "core/papers/reviewcomments.h"
#include "core/papers/teamproposal.h"
#include "core/release/guardedcase.h"
#include "core/report/report.h"

#include <QJsonArray>

namespace adit::cli {

namespace {

struct ReportOptionsGiven
{
    std::string path, kind = "public", format = "pdf", out, language = "en";
    std::string contact, languages, copy = "company", round, reader;
};

/// What one kind of document is made of.
struct Made
{
    QByteArray bytes;
    QStringList missing = {};
    bool isGuarded = true; ///< looked through for names
    QStringList photosLeftOut = {};
};

Result<Paper> paperOf(const ReportOptionsGiven &options, const CaseDocument &document,
                      const PublicAssessment &assessment, const QDate &today)
{
    const QString language = fromUtf8(options.language);
    if (options.kind == "announcement")
        return announcement(assessment, {language, fromUtf8(options.contact), fromUtf8(options.languages)});
    if (options.kind == "team")
        return teamProposal(document.view(), assessment, today, language);
    if (options.kind == "plan")
        return auditPlan(document.view(), assessment, options.copy == "team" ? PlanCopy::Team : PlanCopy::Company,
                         language);
    return reviewComments(document.view(), assessment, fromUtf8(options.round), language);
}

std::optional<ReportKind> reportKind(const ReportOptionsGiven &options)
{
    return reportKindFrom(fromUtf8(options.kind));
}

/// What goes to the company is looked through for names before it is made: nobody can let a whole one pass.
Result<> checkNames(const CaseDocument &document, Reader reader)
{
    if (reader == Reader::Public)
        return {}; // a preview; the release looks
    ADIT_TRY_ASSIGN(const auto people, protectedPeople(document.assessment(), document.facts().role,
                                                       document.surroundings().profile.get()));
    return mayLeave(document.assessment(), NameGuard(people), reader);
}

bool leavesTheTeam(const ReportOptionsGiven &options)
{
    return options.kind != "plan" || options.copy != "team";
}

/// Papers too: an announcement is read by everybody. Where nobody opened the profile that names are sealed to, they
/// cannot be looked for, and it is said so.
Result<bool> checkNames(const CaseDocument &document, const Paper &paper)
{
    const auto people =
        protectedPeople(document.assessment(), document.facts().role, document.surroundings().profile.get());
    if (!people)
        return false;
    ADIT_TRY(textMayLeave(document.assessment(), NameGuard(*people), paper.title, paperText(paper)));
    return true;
}

/// Of the kinds that print findings.
PhotosForPrint photosFor(ReportKind kind, const CaseDocument &document)
{
    if (kind == ReportKind::Scorecard || kind == ReportKind::Actions)
        return {};
    return photosForPrint(document.assessment(), [&](const QString &sha256) { return document.content(sha256); });
}

Result<Made> makeReport(ReportKind kind, const ReportOptionsGiven &options, const CaseDocument &document)
{
    ADIT_TRY(checkNames(document, readerOf(kind)));
    const PhotosForPrint photos = photosFor(kind, document);
    const PublicAssessment assessment =
        publicAssessment(document.view(), document.ratedItems(), document.scoreCard(), readerOf(kind), photos.pictures);
    const QStringList leftOut = photos.changed + photos.unread;
    const ReportOptions how{.language = fromUtf8(options.language), .copyFor = fromUtf8(options.reader)};
    if (options.format == "html") {
        ADIT_TRY_ASSIGN(QByteArray page, renderWebReport(assessment, kind, how));
        return Made{.bytes = std::move(page), .photosLeftOut = leftOut};
    }
    ADIT_TRY_ASSIGN(const auto typesetter, pdf::Typesetter::create());
    ADIT_TRY_ASSIGN(QByteArray bytes, renderReport(assessment, kind, how, *typesetter));
    return Made{.bytes = std::move(bytes), .photosLeftOut = leftOut};
}

Result<Made> make(const ReportOptionsGiven &options, const CaseDocument &document, const QDate &today)
{
    if (const auto kind = reportKind(options))
        return makeReport(*kind, options, document);
    const PublicAssessment assessment = publicAssessment(document.view(), document.ratedItems(), document.scoreCard());
    ADIT_TRY_ASSIGN(const Paper paper, paperOf(options, document, assessment, today));
    ADIT_TRY_ASSIGN(const bool isGuarded, leavesTheTeam(options) ? checkNames(document, paper) : Result<bool>(true));
    if (paperFormat(fromUtf8(options.format)) == PaperFormat::Html)
        return Made{paperHtml(paper), paper.missing, isGuarded, {}};
    ADIT_TRY_ASSIGN(const auto typesetter, pdf::Typesetter::create());
    ADIT_TRY_ASSIGN(QByteArray bytes, paperPdf(paper, assessment, *typesetter));
    return Made{std::move(bytes), paper.missing, isGuarded, {}};
}

int runReport(const ReportOptionsGiven &options, const Console &console)
{
    const auto target = reportTarget(options.out);
    if (!target)
        return console.fail(target.error());
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const QDate today = todayOf(**document, console);
    const auto made = make(options, **document, today);
    if (!made)
        return console.fail(made.error());
    if (const auto written = writeReport(*target, made->bytes); !written)
        return console.fail(written.error());
    const auto kind = reportKind(options);
    console.say(kind && readerOf(*kind) == Reader::Public
                    ? QStringLiteral("Wrote %1, a preview that is not released.").arg(*target)
                    : QStringLiteral("Wrote %1.").arg(*target));
    if (!made->isGuarded)
        warnNamesSealed(console);
    if (!made->photosLeftOut.isEmpty())
        console.warn(QStringLiteral("Not printed although they were confirmed, since their files changed or cannot be "
                                    "read: %1. See photo list.")
                         .arg(made->photosLeftOut.join(QStringLiteral(", "))));
    if (!made->missing.isEmpty())
        console.say(
            QStringLiteral("Left blank, to fill in by hand: %1.").arg(made->missing.join(QStringLiteral(", "))));
    QJsonObject answer{{QStringLiteral("report"), *target},
                       {QStringLiteral("kind"), fromUtf8(options.kind)},
                       {QStringLiteral("format"), fromUtf8(options.format)},
                       {QStringLiteral("bytes"), made->bytes.size()},
                       {QStringLiteral("sha256"), toHex(sha256(made->bytes))}};
    if (options.kind == "announcement")
        answer.insert(QStringLiteral("missing"), QJsonArray::fromStringList(made->missing));
    console.answer(answer);
    return Done;
}

} // namespace

void addReportCommand(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<ReportOptionsGiven>();
    CLI::App *command = program.add_subcommand(
        "report", "Print the public summary or its scorecard, as a preview, or a working paper of the audit");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command
        ->add_option(
            "--kind", options->kind,
            "public, scorecard, surveillance (of a surveillance audit), full, draft (with --for), actions (the "
            "corrective action plan); "
            "announcement, team (proposal), plan, comments (of a review)")
        ->check(CLI::IsMember({"public", "scorecard", "surveillance", "full", "draft", "actions", "announcement",
                               "team", "plan", "comments"}))
        ->capture_default_str();
    command->add_option("--format", options->format, "pdf or html (one web page that holds all it needs)")
        ->check(CLI::IsMember({"pdf", "html"}))
        ->capture_default_str();
    command->add_option("--out", options->out, "File to write; one that is there is replaced")->required();
    command
        ->add_option("--report-language", options->language,
                     "Language of the report: ar, en, fr; of the working papers en, es, fr, pt, zh")
        ->capture_default_str();
    command->add_option("--for", options->reader, "Of a draft: who gets this copy; stands across every page");
    command->add_option("--contact", options->contact,
                        "For the announcement: how people reach the certification body; becomes public");
    command->add_option("--languages", options->languages,
                        "For the announcement: in which languages people can speak with the team");
    command->add_option("--copy", options->copy, "Of the plan: company, or team with the people to be heard by group")
        ->check(CLI::IsMember({"company", "team"}))
        ->capture_default_str();
    command->add_option("--round", options->round, "Of the comments: technical, company or scheme (default: all)");
    command->footer("What an announcement does not know (dates of the visit, a contact) is a line to fill in by hand,\n"
                    "and is named. Without the name of the mine there is no announcement.\n\n"
                    "Example: adit-cli report mine.adit --kind announcement --report-language es --out aviso.pdf\n"
                    "Example: adit-cli report mine.adit --kind public --out summary.pdf");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return runReport(*options, console); }; });
}

} // namespace adit::cli
