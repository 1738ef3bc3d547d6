// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/arguments.h"
#include "app/adit-cli/commands.h"
#include "app/adit-cli/profilefiles.h"
#include "core/parcel/parcel.h"
#include "core/release/parcelguard.h"

#include <QJsonArray>

namespace adit::cli {

namespace {

struct ParcelOptions
{
    std::string path, role, out;
    std::vector<std::string> chapters, to, trust;
};

QJsonObject jsonOf(const ParcelManifest &manifest, const QString &file)
{
    const Handover &handover = manifest.handover;
    return {{QStringLiteral("file"), file},
            {QStringLiteral("assessment"), manifest.assessment.toString()},
            {QStringLiteral("site"), manifest.site},
            {QStringLiteral("role"), handover.role},
            {QStringLiteral("chapters"), QJsonArray::fromStringList(handover.chapters)},
            {QStringLiteral("made"), handover.made},
            {QStringLiteral("maker"), manifest.maker.name},
            {QStringLiteral("maker_fingerprint"), manifest.maker.fingerprint()},
            {QStringLiteral("recipients"), QJsonArray::fromStringList(manifest.recipients)},
            {QStringLiteral("operations"), manifest.operations},
            {QStringLiteral("withheld"), manifest.withheld},
            {QStringLiteral("bytes"), manifest.bytes}};
}

void tell(const ParcelManifest &manifest, const Console &console)
{
    const Handover &handover = manifest.handover;
    const QString chapters =
        handover.chapters.isEmpty() ? QStringLiteral("all chapters") : handover.chapters.join(QStringLiteral(", "));
    console.say(QStringLiteral("%1, as %2, %3").arg(manifest.site, handover.role, chapters));
    console.say(
        QStringLiteral("made %1 by %2, %3").arg(handover.made, manifest.maker.name, manifest.maker.fingerprint()));
    console.say(
        QStringLiteral("for %1").arg(QString(handover.recipients).replace(QLatin1Char('\n'), QStringLiteral(", "))));
    console.say(QStringLiteral("%1 operations, %2 of them withheld").arg(manifest.operations).arg(manifest.withheld));
}

int make(const ParcelOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto out = pathFrom("--out", options.out);
    if (!out)
        return console.fail(out.error());
    ParcelOrder order{.role = fromUtf8(options.role)};
    order.day = todayOf(**document, console);
    for (const std::string &chapter : options.chapters)
        order.chapters.append(fromUtf8(chapter));
    for (const std::string &key : options.to) {
        const auto recipient = profileFor(**document, "--to", fromUtf8(key));
        if (!recipient)
            return console.fail(recipient.error());
        order.recipients.push_back(*recipient);
    }
    auto kept = namesKeptFrom((*document)->assessment(), (*document)->facts().role, order.role, order.chapters,
                              console.profile.get());
    if (!kept)
        return console.fail(kept.error());
    order.staysBehind = std::move(*kept);
    const auto made = makeParcel(**document, order, *out);
    if (!made)
        return console.fail(made.error());
    tell(*made, console);
    console.answer(jsonOf(*made, *out));
    return Done;
}

/// Says what is inside; nothing else.
int show(const ParcelOptions &options, const Console &console)
{
    const QString path = fromUtf8(options.path);
    if (!console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Looking into a parcel")});
    const auto manifest = lookInto(path, *console.profile);
    if (!manifest)
        return console.fail(manifest.error());
    tell(*manifest, console);
    if (const auto checked = checkMaker(*manifest, path, options.trust, console); !checked)
        return console.fail(checked.error());
    console.answer(jsonOf(*manifest, path));
    return Done;
}

int open(const ParcelOptions &options, const Console &console)
{
    const QString path = fromUtf8(options.path);
    if (!console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Opening a parcel")});
    const auto out = pathFrom("--out", options.out);
    if (!out)
        return console.fail(out.error());
    const auto inside = lookInto(path, *console.profile);
    const auto checked = inside ? checkMaker(*inside, path, options.trust, console) : Result<>(inside.error());
    if (!checked)
        return console.fail(checked.error());
    const auto manifest = openParcel(path, *console.profile, *out);
    if (!manifest)
        return console.fail(manifest.error());
    tell(*manifest, console);
    console.answer(jsonOf(*manifest, *out));
    return Done;
}

using Run = int (*)(const ParcelOptions &, const Console &);

std::shared_ptr<ParcelOptions> addCommand(CLI::App &group, Action &chosen, const char *name, const char *help, Run run,
                                          CLI::App *&command)
{
    auto options = std::make_shared<ParcelOptions>();
    command = group.add_subcommand(name, help);
    command->callback([&chosen, options, run] {
        chosen = [options, run](const Console &console) { return run(*options, console); };
    });
    return options;
}

void addTrust(CLI::App &command, ParcelOptions &options)
{
    command.add_option("parcel", options.path, "The parcel (*.adit-parcel)")->required();
    command.add_option("--trust", options.trust, trustHelp);
}

} // namespace

void addParcelCommands(CLI::App &program, Action &chosen)
{
    CLI::App *group =
        commandGroup(program, "parcel", "Hand a case over, or what somebody may see of it, sealed to their keys");
    group->footer("What each role sees: resources/guide/roles.md.\n"
                  "Example: adit-cli --profile salas.adit-profile parcel make sierra.adit --role expert --chapters 4.2 "
                  "--to okafor.adit-card --out water.adit-parcel");
    CLI::App *command = nullptr;
    auto made = addCommand(*group, chosen, "make", "Make one; the case records it", make, command);
    command->add_option("case", made->path, "Case file (*.adit)")->required();
    command->add_option("--role", made->role, "What it is for: " ADIT_ROLES)->required();
    command->add_option("--chapters", made->chapters, "For an expert or a translator: these and no others");
    command
        ->add_option("--to", made->to,
                     "Whom it is for: cards (profile export --public), or fingerprints of profiles "
                     "in the case")
        ->required();
    command->add_option("--out", made->out, "File to write; it must not exist")->required();

    auto opened = addCommand(*group, chosen, "open", "Make a case of one that is sealed to you", open, command);
    addTrust(*command, *opened);
    command->add_option("--out", opened->out, "Case file to write; it must not exist")->required();

    auto shown = addCommand(*group, chosen, "show", "Say who made one and what is inside", show, command);
    addTrust(*command, *shown);
}

} // namespace adit::cli
