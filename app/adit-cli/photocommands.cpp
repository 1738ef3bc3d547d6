// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Photos of the public report: put in, looked at, confirmed one by one.
#include "app/adit-cli/commands.h"
#include "app/adit-cli/reporttarget.h"
#include "core/disclosure/photoverbs.h"
#include "core/edits/recordrules.h"
#include "core/evidence/photosforprint.h"
#include "core/report/report.h"

#include <QJsonArray>

namespace adit::cli {

namespace {

struct PhotoOptions
{
    std::string path, evidence, requirement, caption, description, consent, label, out;
    bool isNobodyRecognisable = false;
};

using Run = int (*)(CaseDocument &, const PhotoOptions &, const Console &);

ContentOf contentOf(const CaseDocument &document)
{
    return [&document](const QString &sha256) { return document.content(sha256); };
}

Result<PrintPhoto> pictureCalled(const CaseDocument &document, const QString &label)
{
    ADIT_TRY_ASSIGN(const EntityRef entity, photoCalled(document.assessment(), label));
    return pictureOf(document.assessment(), *document.assessment().find(entity.kind, entity.id), contentOf(document));
}

/// What cannot be printed does not come into the report in the first place.
Result<> checkPrintable(const CaseDocument &document, const QString &label)
{
    const Record *evidence = findByLabel(document.assessment(), EntityKind::Evidence, label);
    ADIT_TRY_ASSIGN(const QByteArray bytes, document.content((*evidence)[field::evidence::sha256]));
    ADIT_TRY(printPhoto(bytes));
    return {};
}

Result<QString> addTo(CaseDocument &document, const PhotoOptions &options)
{
    const EntityRef photo = document.newEntity(EntityKind::PublicPhoto);
    ADIT_TRY_ASSIGN(const Edit edit, addPublicPhoto(document.view(), photo,
                                                    {.evidence = fromUtf8(options.evidence),
                                                     .requirement = fromUtf8(options.requirement),
                                                     .caption = fromUtf8(options.caption),
                                                     .description = fromUtf8(options.description)}));
    ADIT_TRY(checkPrintable(document, fromUtf8(options.evidence)));
    ADIT_TRY(document.apply(edit));
    return photo.code;
}

int add(CaseDocument &document, const PhotoOptions &options, const Console &console)
{
    const auto label = addTo(document, options);
    if (!label)
        return console.fail(label.error());
    console.say(QStringLiteral("%1: not printed until somebody has looked at it (photo show) and confirms it (photo "
                               "confirm).")
                    .arg(*label));
    console.answer({{QStringLiteral("id"), *label}});
    return Done;
}

Result<QString> confirmIn(CaseDocument &document, const PhotoOptions &options, const Console &console)
{
    ADIT_TRY_ASSIGN(const PrintPhoto picture, pictureCalled(document, fromUtf8(options.label)));
    const QString basis =
        options.isNobodyRecognisable ? QStringLiteral("nobody-recognisable") : QStringLiteral("consent");
    ADIT_TRY_ASSIGN(const Edit edit,
                    confirmPublicPhoto(document.view(), fromUtf8(options.label),
                                       {.basis = basis, .consent = fromUtf8(options.consent), .jpeg = picture.jpeg},
                                       *console.profile, todayOf(document, console)));
    ADIT_TRY(document.apply(edit));
    return picture.sha256;
}

int confirm(CaseDocument &document, const PhotoOptions &options, const Console &console)
{
    if (!console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Confirming a photo")});
    const auto picture = confirmIn(document, options, console);
    if (!picture)
        return console.fail(picture.error());
    console.say(QStringLiteral("%1: printed from now on, as long as its file stays the same. SHA-256 of the picture: "
                               "%2")
                    .arg(fromUtf8(options.label), *picture));
    console.answer({{QStringLiteral("id"), fromUtf8(options.label)}, {QStringLiteral("picture"), *picture}});
    return Done;
}

int remove(CaseDocument &document, const PhotoOptions &options, const Console &console)
{
    return applyAndTell(
        document, removePublicPhoto(document.view(), fromUtf8(options.label), todayOf(document, console)), console);
}

/// The very bytes that are printed.
int show(CaseDocument &document, const PhotoOptions &options, const Console &console)
{
    const auto picture = pictureCalled(document, fromUtf8(options.label));
    if (!picture)
        return console.fail(picture.error());
    const QString target = fromUtf8(options.out);
    if (const auto written = writeReport(target, picture->jpeg); !written)
        return console.fail(written.error());
    console.say(QStringLiteral("Wrote %1, %2 by %3 pixels, as it is printed.")
                    .arg(target)
                    .arg(picture->width)
                    .arg(picture->height));
    console.answer({{QStringLiteral("file"), target},
                    {QStringLiteral("width"), picture->width},
                    {QStringLiteral("height"), picture->height},
                    {QStringLiteral("picture"), picture->sha256}});
    return Done;
}

/// "changed": would be printed otherwise than it was looked at, so it is not.
QString stateNow(const PhotoState &photo, const PhotosForPrint &printed)
{
    const QString label = (*photo.record)[field::public_photo::label];
    return printed.changed.contains(label)  ? QStringLiteral("changed")
           : printed.unread.contains(label) ? QStringLiteral("unread")
                                            : codeOf(photo.state);
}

QJsonObject jsonOf(const Record &photo, const QString &state)
{
    using namespace field::public_photo;
    const auto date = [&](int index) { return photo.has(index) ? QJsonValue(photo.text(index)) : QJsonValue(); };
    return {{QStringLiteral("id"), photo[label]},
            {QStringLiteral("evidence"), photo[evidence]},
            {QStringLiteral("requirement"), photo[requirement]},
            {QStringLiteral("caption"), photo[caption]},
            {QStringLiteral("description"), photo[description]},
            {QStringLiteral("state"), state},
            {QStringLiteral("basis"), photo[basis]},
            {QStringLiteral("consent"), photo[consent]},
            {QStringLiteral("picture"), photo[picture]},
            {QStringLiteral("confirmed"), date(confirmed.index)},
            {QStringLiteral("confirmed_by"), photo[confirmed_by]}};
}

/// Ends with 1 where one waits for somebody, or is not printed although it was confirmed.
int list(CaseDocument &document, const PhotoOptions &, const Console &console)
{
    const PhotosForPrint printed = photosForPrint(document.assessment(), contentOf(document));
    QJsonArray photos;
    bool isSettled = true;
    for (const PhotoState &photo : photoStates(document.assessment())) {
        const QString state = stateNow(photo, printed);
        const Record &record = *photo.record;
        console.say(QStringLiteral("%1  %2  %3  %4  %5")
                        .arg(record[field::public_photo::label], record[field::public_photo::evidence],
                             record[field::public_photo::requirement], state, record[field::public_photo::caption]));
        photos.append(jsonOf(record, state));
        isSettled = isSettled && (state == QLatin1String("confirmed") || photo.state == PhotoState::State::TakenOut);
    }
    console.answer({{QStringLiteral("photos"), photos}});
    return isSettled ? Done : AnswerIsNo;
}

std::shared_ptr<PhotoOptions> addCommand(CLI::App &group, Action &chosen, const char *name, const char *help, Run run,
                                         CLI::App *&command)
{
    auto options = std::make_shared<PhotoOptions>();
    command = group.add_subcommand(name, help);
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->callback([&chosen, options, run] {
        chosen = [options, run](const Console &console) {
            if (!options->out.empty()) // asked before the case is opened
                if (const auto target = reportTarget(options->out); !target)
                    return console.fail(target.error());
            const auto document = openCase(options->path, console);
            return document ? run(**document, *options, console) : console.fail(document.error());
        };
    });
    return options;
}

} // namespace

void addPhotoCommands(CLI::App &program, Action &chosen)
{
    CLI::App *group = commandGroup(program, "photo", "Photos of the public report");
    CLI::App *command = nullptr;
    auto added = addCommand(*group, chosen, "add", "Put a photo of the evidence into the report", add, command);
    command->add_option("evidence", added->evidence, "Which evidence: E-A01")->required();
    command->add_option("--requirement", added->requirement, "The requirement that it is printed with")->required();
    command->add_option("--caption", added->caption, "What stands under it; public")->required();
    command->add_option("--description", added->description, "What it shows, for readers who do not see it; public")
        ->required();
    command->footer("Example: adit-cli photo add mine.adit E-A12 --requirement 4.2.4.3 \\\n"
                    "         --caption \"The spillway in May\" --description \"A dry concrete channel with a crack\"");
    const char *which = "Which one: F-A01";
    auto confirmed =
        addCommand(*group, chosen, "confirm", "Confirm that a photo may be seen by everybody", confirm, command);
    command->add_option("photo", confirmed->label, which)->required();
    auto *basis = command->add_option_group("basis", "Why it may be seen");
    basis->add_flag("--nobody-recognisable", confirmed->isNobodyRecognisable,
                    "Nobody recognisable, no badge and no plate is in it");
    basis->add_option("--consent", confirmed->consent, "Where the consent of whoever is in it is on record");
    basis->require_option(1);
    command->footer("Look at it first: what \"photo show\" writes are the very bytes that are printed.\n\n"
                    "Example: adit-cli --profile ana.adit-profile photo confirm mine.adit F-A01 --nobody-recognisable");
    addCommand(*group, chosen, "list", "All of them, with how they stand", list, command);
    auto removed = addCommand(*group, chosen, "remove", "Take a photo out of the report", remove, command);
    command->add_option("photo", removed->label, which)->required();
    auto shown = addCommand(*group, chosen, "show", "Write a photo as it is printed, to look at it", show, command);
    command->add_option("photo", shown->label, which)->required();
    command->add_option("--out", shown->out, "File to write (*.jpg)")->required();
}

} // namespace adit::cli
