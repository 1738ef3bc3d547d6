// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Making something public, in three steps: built and looked through, signed by each role, finished. And checking it.
#include "app/adit-cli/arguments.h"
#include "app/adit-cli/commands.h"
#include "app/adit-cli/profilefiles.h"
#include "app/adit-cli/reporttarget.h"
#include "core/evidence/photosforprint.h"
#include "core/release/guardedcase.h"
#include "core/release/jcs.h"
#include "core/release/releasebuild.h"
#include "core/release/releasefolder.h"
#include "core/release/withheldshown.h"
#include "core/report/report.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <algorithm>

namespace adit::cli {

namespace {

struct ReleaseOptions
{
    std::string path, out, acknowledged, changes, keysAt, language = "en", role, redaction, disclosed, casePath, reason;
    int number = 0;
    std::vector<std::string> trust;
    bool isUnsignedAllowed = false, areShortNamesRead = false;
};

/// Of the photos that are printed of a case as it is, or was.
PhotosForPrint photosOf(const CaseDocument &document, const Assessment &assessment)
{
    return photosForPrint(assessment, [&](const QString &sha256) { return document.content(sha256); });
}

// ---- build ----------------------------------------------------------------------------------------------------------

Result<BuiltRelease> build(CaseDocument &document, const ReleaseOptions &options, const ReleaseInput &input,
                           const QString &folder, const Console &console)
{
    ADIT_TRY_ASSIGN(const auto people, protectedPeople(document.assessment(), document.facts().role,
                                                       document.surroundings().profile.get()));
    ADIT_TRY_ASSIGN(const ReleaseSource source,
                    takeRelease(document.view(), document.ratedItems(), document.scoreCard(), input,
                                std::make_shared<const NameGuard>(people), Random::secure().bytes(releaseSecretSize),
                                folder, todayOf(document, console),
                                photosOf(document, document.assessment()).pictures));
    ADIT_TRY_ASSIGN(const auto typesetter, pdf::Typesetter::create());
    ADIT_TRY_ASSIGN(BuiltRelease built, buildRelease(source, *typesetter));
    ADIT_TRY_ASSIGN(const Edit edit, recordRelease(document.view(), document.newEntity(EntityKind::Release), source,
                                                   built, input, document.surroundings().actor));
    ADIT_TRY(document.apply(edit));
    ADIT_TRY(writeReleaseFolder(fromUtf8(options.out), built.files));
    return built;
}

int runBuild(const ReleaseOptions &options, const Console &console)
{
    const QString out = fromUtf8(options.out);
    if (const auto free = checkReleaseFolder(out); !free)
        return console.fail(free.error());
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto chains = (*document)->chainEnds();
    if (!chains)
        return console.fail(chains.error());
    const ReleaseInput input{.acknowledged = fromUtf8(options.acknowledged),
                             .changes = fromUtf8(options.changes),
                             .keysAt = fromUtf8(options.keysAt),
                             .language = fromUtf8(options.language),
                             .areShortNamesRead = options.areShortNamesRead,
                             .chains = *chains};
    if (!input.acknowledged.isEmpty() && !console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Acknowledging assumptions")});
    const auto built = build(**document, options, input, QFileInfo(out).fileName(), console);
    if (!built)
        return console.fail(built.error());
    const ReleaseManifest &manifest = built->manifest;
    console.say(QStringLiteral("Built release %1 in %2. It is an unsigned draft until %3 have signed it "
                               "(release sign).")
                    .arg(manifest.number)
                    .arg(out, manifest.roles.join(QStringLiteral(", "))));
    console.say(QStringLiteral("Record root %1").arg(manifest.root));
    QJsonArray files;
    for (const auto &[name, bytes] : built->files)
        files.append(name);
    console.answer({{QStringLiteral("release"), manifest.number},
                    {QStringLiteral("folder"), out},
                    {QStringLiteral("root"), manifest.root},
                    {QStringLiteral("files"), files}});
    return Done;
}

// ---- sign, finish ---------------------------------------------------------------------------------------------------

/// The role asked for, or the one that the profile has of those that sign.
Result<QString> roleFor(const ReleaseOptions &options, const ReleaseManifest &manifest, const Profile &profile)
{
    if (!options.role.empty())
        return fromUtf8(options.role);
    const auto own = signingRole(manifest, profile.shown().roles);
    return own ? Result<QString>(*own)
               : Error{ErrorCode::InvalidValue, QStringLiteral("--role:"), manifest.roles.join(QLatin1Char(' '))};
}

int runSign(const ReleaseOptions &options, const Console &console)
{
    const QString path = fromUtf8(options.path);
    if (!console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Signing a release")});
    const auto verdict = intactRelease(path);
    if (!verdict)
        return console.fail(verdict.error());
    const auto role = roleFor(options, verdict->manifest, *console.profile);
    if (!role)
        return console.fail(role.error());
    const auto manifest = signRelease(path, *role, *console.profile, toIso(surroundingsFor(console).now()));
    if (!manifest)
        return console.fail(manifest.error());
    const QStringList signedOnes = manifest->signedRoles();
    console.say(QStringLiteral("Signed as %1. Signed so far: %2.").arg(*role, signedOnes.join(QStringLiteral(", "))));
    console.answer({{QStringLiteral("role"), *role},
                    {QStringLiteral("fingerprint"), console.profile->shown().fingerprint()},
                    {QStringLiteral("signed_roles"), QJsonArray::fromStringList(signedOnes)}});
    return Done;
}

/// In the case that built it, so that its history says when it was made public.
Result<> recordFinish(const ReleaseOptions &options, const ReleaseManifest &manifest, const Console &console)
{
    if (options.casePath.empty())
        return {};
    ADIT_TRY_ASSIGN(const auto document, openCase(options.casePath, console));
    ADIT_TRY_ASSIGN(const Edit edit, finishRelease(document->view(), manifest, todayOf(*document, console)));
    ADIT_TRY(document->apply(edit));
    return {};
}

/// Says whether it may go out: everybody has signed what is here.
int runFinish(const ReleaseOptions &options, const Console &console)
{
    const auto verdict = intactRelease(fromUtf8(options.path));
    if (!verdict)
        return console.fail(verdict.error());
    const ReleaseManifest &manifest = verdict->manifest;
    if (!manifest.isSigned())
        return console.fail({ErrorCode::ReleaseBlocked, QStringLiteral("not-signed"),
                             manifest.unsignedRoles().join(QLatin1Char('\n'))});
    if (const auto recorded = recordFinish(options, manifest, console); !recorded)
        return console.fail(recorded.error());
    console.say(QStringLiteral("Release %1 is signed by all roles and unchanged. It can be made public as it is.")
                    .arg(manifest.number));
    console.answer({{QStringLiteral("release"), manifest.number},
                    {QStringLiteral("root"), manifest.root},
                    {QStringLiteral("released"), true},
                    {QStringLiteral("recorded"), !options.casePath.empty()}});
    return Done;
}

int runWithdraw(const ReleaseOptions &options, const Console &console)
{
    if (!console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Withdrawing a release")});
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    return applyAndTell(**document,
                        withdrawRelease((*document)->view(), options.number, fromUtf8(options.reason), *console.profile,
                                        todayOf(**document, console)),
                        console);
}

// ---- disclose -------------------------------------------------------------------------------------------------------

/// Of the latest release, as the case stood then.
Result<std::vector<QJsonObject>> withheldBy(const QString &redaction, const CaseDocument &document)
{
    ADIT_TRY_ASSIGN(const Record *const release, latestRelease(document.assessment()));
    const QString chains = (*release)[field::release::content];
    // Releases of older versions do not say: what they hold is still here if nothing has changed.
    ADIT_TRY_ASSIGN(const Assessment then,
                    chains.isEmpty() ? Result<Assessment>(document.assessment()) : document.asItStood(chains));
    return showWithheld({document.standard(), then}, *release, redaction, photosOf(document, then).pictures);
}

/// One file for each place where it withholds something.
int runDisclose(const ReleaseOptions &options, const Console &console)
{
    const auto target = reportTarget(options.out);
    if (!target)
        return console.fail(target.error());
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto shown = withheldBy(fromUtf8(options.redaction), **document);
    if (!shown)
        return console.fail(shown.error());
    QJsonArray files;
    for (std::size_t i = 0; i < shown->size(); ++i) {
        const QString path = i == 0 ? *target : QStringLiteral("%1.%2").arg(*target).arg(i + 1);
        if (const auto written = writeReport(path, jcs((*shown)[i])); !written)
            return console.fail(written.error());
        console.say(
            QStringLiteral("Wrote %1: withheld at %2").arg(path, (*shown)[i][QLatin1String("path")].toString()));
        files.append(path);
    }
    console.answer({{QStringLiteral("files"), files}});
    return Done;
}

// ---- verify ---------------------------------------------------------------------------------------------------------

/// Whose a fingerprint is, by what was named as trusted: fingerprints, cards, lists of keys.
TrustedName trustedBy(const std::vector<std::string> &trust)
{
    return [trust](const QString &fingerprint) -> std::optional<QString> {
        std::optional<QString> trusted;
        for (const std::string &named : trust) {
            const auto standing = standingIn(fromUtf8(named), fingerprint);
            if (standing && *standing == TrustList::Standing::Revoked)
                return std::nullopt;
            if (standing && *standing == TrustList::Standing::Trusted)
                trusted = fromUtf8(named);
        }
        return trusted;
    };
}

void tell(const ReleaseVerdict &verdict, bool isSigned, const Console &console)
{
    const ReleaseManifest &manifest = verdict.manifest;
    for (const ReleaseProblem &problem : verdict.problems)
        console.say(QStringLiteral("%1: %2 %3").arg(problem.what, problem.where, problem.text));
    if (verdict.isIntact())
        console.say(
            QStringLiteral("Release %1, intact; result: %2. Scores were computed again from the ratings and are "
                           "equal.")
                .arg(manifest.number)
                .arg(manifest.level));
    for (const ReleaseVerdict::Signer &signer : verdict.signers)
        console.say(signer.isTrusted
                        ? QStringLiteral("Signed by %1 as %2.").arg(signer.fingerprint, signer.role)
                        : QStringLiteral("Signed by the key %1 as \"%2\"; compare with the fingerprint that "
                                         "the certification body publishes.")
                              .arg(signer.fingerprint, signer.role));
    if (!isSigned)
        console.say(QStringLiteral("Unsigned draft: not all roles have signed. Do not rely on it."));
    for (const ReleaseVerdict::Withheld &withheld : verdict.withheld)
        console.say(QStringLiteral("Withheld in %1: %2 (%3)")
                        .arg(withheld.chapter.isEmpty() ? QStringLiteral("other parts") : withheld.chapter)
                        .arg(withheld.count)
                        .arg(withheld.reason));
    console.say(QStringLiteral("Record root %1").arg(manifest.root));
}

QJsonObject jsonOf(const ReleaseVerdict &verdict, bool isOk, bool isSigned)
{
    QJsonArray signers;
    for (const ReleaseVerdict::Signer &signer : verdict.signers)
        signers.append(QJsonObject{{QStringLiteral("role"), signer.role},
                                   {QStringLiteral("fingerprint"), signer.fingerprint},
                                   {QStringLiteral("trusted"), signer.isTrusted},
                                   {QStringLiteral("time"), signer.time}});
    QJsonArray withheld;
    for (const ReleaseVerdict::Withheld &entry : verdict.withheld)
        withheld.append(QJsonObject{{QStringLiteral("chapter"), entry.chapter},
                                    {QStringLiteral("reason"), entry.reason},
                                    {QStringLiteral("count"), entry.count}});
    QJsonArray problems;
    for (const ReleaseProblem &problem : verdict.problems)
        problems.append(QJsonObject{{QStringLiteral("what"), problem.what},
                                    {QStringLiteral("where"), problem.where},
                                    {QStringLiteral("text"), problem.text}});
    return {{QStringLiteral("ok"), isOk},
            {QStringLiteral("signed"), isSigned},
            {QStringLiteral("signers"), signers},
            {QStringLiteral("withheld"), withheld},
            {QStringLiteral("level"), verdict.manifest.level},
            {QStringLiteral("release"), verdict.manifest.number},
            {QStringLiteral("root"), verdict.manifest.root},
            {QStringLiteral("problems"), problems}};
}

/// Whether a passage that the reader was given is of this release; true where none was given.
Result<bool> disclosedFits(const ReleaseOptions &options, const ReleaseFiles &files, const ReleaseManifest &manifest)
{
    if (options.disclosed.empty())
        return true;
    const QString path = fromUtf8(options.disclosed);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorCode::StorageFailed : ErrorCode::FileMissing, path, file.errorString()};
    return isDisclosedPassage(file.readAll(), files, manifest, path);
}

int verifyRelease(const ReleaseOptions &options, const Console &console)
{
    const auto files = readReleaseFiles(fromUtf8(options.path));
    if (!files)
        return console.fail(files.error());
    const ReleaseVerdict verdict = checkRelease(*files, trustedBy(options.trust));
    const bool isSigned = verdict.isIntact() && verdict.manifest.isSigned();
    const bool isTrusted =
        options.trust.empty() || std::ranges::all_of(verdict.signers, &ReleaseVerdict::Signer::isTrusted);
    const auto fits = disclosedFits(options, *files, verdict.manifest);
    if (!fits)
        return console.fail(fits.error());
    const bool isOk = verdict.isIntact() && isTrusted && *fits && (isSigned || options.isUnsignedAllowed);
    tell(verdict, isSigned, console);
    if (!*fits)
        console.say(QStringLiteral("The passage in %1 is not one of this release.").arg(fromUtf8(options.disclosed)));
    console.answer(jsonOf(verdict, isOk, isSigned));
    return isOk ? Done : AnswerIsNo;
}

/// A case is one SQLite file; everything else is taken for a release.
int runVerify(const ReleaseOptions &options, const Console &console)
{
    const QString path = fromUtf8(options.path);
    QFile file(path);
    const bool isZip = file.open(QIODevice::ReadOnly) && file.peek(2) == "PK";
    file.close();
    return QFileInfo(path).isDir() || isZip ? verifyRelease(options, console) : verifyCase(options.path, console);
}

void addBuild(CLI::App &group, Action &chosen)
{
    auto options = std::make_shared<ReleaseOptions>();
    CLI::App *command = group.add_subcommand("build", "Make the files of a release, and look through them");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("--out", options->out, "Folder to make")->required();
    command->add_option("--acknowledge", options->acknowledged,
                        "Words in which you acknowledge the catalogue's assumptions; kept on record");
    command->add_option("--changes", options->changes, "What changed since the last release; kept on record");
    command->add_option("--keys-at", options->keysAt, "Where the fingerprints of your keys are published; printed");
    command->add_flag("--short-names-read", options->areShortNamesRead,
                      "Somebody read the texts for names too short to be searched");
    command->add_option("--report-language", options->language, "Language of the report")->capture_default_str();
    command->footer("Example: adit-cli --profile lead.adit-profile release build mine.adit --out mine-release-1 \\\n"
                    "         --acknowledge \"35 critical flags and the points are assumptions.\"");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return runBuild(*options, console); }; });
}

void addSignAndFinish(CLI::App &group, Action &chosen)
{
    auto options = std::make_shared<ReleaseOptions>();
    CLI::App *command = group.add_subcommand("sign", "Sign a release with your profile");
    command->add_option("folder", options->path, "Folder of the release")->required();
    command->add_option("--role", options->role, "As what (default: the role of your profile)");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return runSign(*options, console); }; });
    auto finished = std::make_shared<ReleaseOptions>();
    command = group.add_subcommand("finish", "Say whether all have signed what is there");
    command->add_option("folder", finished->path, "Folder of the release")->required();
    command->add_option("--case", finished->casePath, "The case that it was built from, to put it on record there");
    command->callback(
        [&chosen, finished] { chosen = [finished](const Console &console) { return runFinish(*finished, console); }; });
}

void addWithdraw(CLI::App &group, Action &chosen)
{
    auto options = std::make_shared<ReleaseOptions>();
    CLI::App *command = group.add_subcommand("withdraw", "Put it on record that a release is not relied on any longer");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("number", options->number, "Which release: 1")->required();
    command->add_option("--reason", options->reason, "Why; public")->required();
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return runWithdraw(*options, console); }; });
}

} // namespace

void addReleaseCommands(CLI::App &program, Action &chosen)
{
    CLI::App *group = commandGroup(program, "release", "Make an assessment public");
    addBuild(*group, chosen);
    addSignAndFinish(*group, chosen);
    addWithdraw(*group, chosen);
    auto shown = std::make_shared<ReleaseOptions>();
    CLI::App *disclose =
        program.add_subcommand("disclose", "Write a withheld passage of the latest release, with what proves "
                                           "it, for one party");
    disclose->add_option("case", shown->path, "Case file (*.adit)")->required();
    disclose->add_option("redaction", shown->redaction, "Which one: RD-A01")->required();
    disclose->add_option("--out", shown->out, "File to write; a second passage gets .2 behind the name")->required();
    disclose->callback(
        [&chosen, shown] { chosen = [shown](const Console &console) { return runDisclose(*shown, console); }; });
    auto options = std::make_shared<ReleaseOptions>();
    CLI::App *command = program.add_subcommand(
        "verify", "Check a case (every page, the hash chain, the journal) or a release (a folder or ZIP file)");
    command->add_option("path", options->path, "Case file, or folder or ZIP file of a release")->required();
    command->add_option("--trust", options->trust,
                        "Whose signatures you trust: fingerprints, cards, or an office's list of keys");
    command->add_option("--disclosed", options->disclosed, "A withheld passage that you were given (disclose)");
    command->add_flag("--allow-unsigned", options->isUnsignedAllowed, "An unsigned draft will do");
    command->footer("Example: adit-cli verify mine-release-1 --trust 7K3F-9QZM-…");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return runVerify(*options, console); }; });
}

} // namespace adit::cli
