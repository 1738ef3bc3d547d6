// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/arguments.h"
#include "app/adit-cli/commands.h"
#include "app/adit-cli/profilefiles.h"
#include "core/edits/identityverbs.h"
#include "core/identity/privatefile.h"

#include <QFile>
#include <QJsonArray>

namespace adit::cli {

namespace {

QJsonObject jsonOf(const PublicProfile &profile)
{
    return {{QStringLiteral("name"), profile.name},
            {QStringLiteral("roles"), QJsonArray::fromStringList(profile.roles)},
            {QStringLiteral("fingerprint"), profile.fingerprint()},
            {QStringLiteral("created"), profile.created},
            {QStringLiteral("sign_key"), QString::fromLatin1(profile.signKey.toHex())},
            {QStringLiteral("box_key"), QString::fromLatin1(profile.boxKey.toHex())}};
}

void tell(const PublicProfile &profile, const Console &console)
{
    console.say(QStringLiteral("%1  %2").arg(profile.name, profile.roles.join(QStringLiteral(", "))).trimmed());
    console.say(profile.fingerprint());
}

struct ProfileOptions
{
    std::string file, out, name, newPassphraseFile, recoveryFile;
    std::vector<std::string> roles;
    bool isPublic = false;
};

QDate todayOn(const Console &console)
{
    return dateFromIso(console.today).value_or(QDate::currentDate());
}

QStringList rolesOf(const ProfileOptions &options)
{
    QStringList roles;
    for (const std::string &role : options.roles)
        roles.append(fromUtf8(role));
    return roles;
}

/// Writes a profile under a new passphrase. The name comes first: nobody should type a passphrase for nothing.
Result<> store(const Profile &profile, const QString &passphraseFile, const std::string &out)
{
    ADIT_TRY_ASSIGN(const QString path, pathFrom("--out", out));
    if (QFile::exists(path))
        return Error{ErrorCode::FileExists, path};
    ADIT_TRY_ASSIGN(QString passphrase, newPassphraseFrom(passphraseFile, QStringLiteral("A new passphrase")));
    const auto file = profile.locked(passphrase);
    wipe(passphrase);
    if (!file)
        return file.error();
    return writePrivateFile(path, *file);
}

int made(const Result<Profile> &profile, const ProfileOptions &options, const Console &console, bool isNew)
{
    if (!profile)
        return console.fail(profile.error());
    if (const auto stored = store(*profile, console.passphraseFile, options.out); !stored)
        return console.fail(stored.error());
    tell(profile->shown(), console);
    QJsonObject answer = jsonOf(profile->shown());
    answer.insert(QStringLiteral("file"), fromUtf8(options.out));
    if (isNew) {
        console.say(QStringLiteral("Recovery code, shown once. Write it down and keep it apart from the laptop:"));
        console.say(profile->recoveryCode());
        answer.insert(QStringLiteral("recovery_code"), profile->recoveryCode());
    }
    console.answer(answer);
    return Done;
}

int makeNew(const ProfileOptions &options, const Console &console)
{
    return made(Profile::make(fromUtf8(options.name), rolesOf(options), todayOn(console)), options, console, true);
}

int recover(const ProfileOptions &options, const Console &console)
{
    auto code = readSmallFile(fromUtf8(options.recoveryFile));
    if (!code)
        return console.fail(code.error());
    const auto profile =
        Profile::recover(QString::fromUtf8(*code), fromUtf8(options.name), rolesOf(options), todayOn(console));
    wipe(*code);
    return made(profile, options, console, false);
}

int show(const ProfileOptions &options, const Console &console)
{
    const auto file = readSmallFile(fromUtf8(options.file));
    const auto profile = file ? readPublicProfile(*file, fromUtf8(options.file)) : Result<PublicProfile>(file.error());
    if (!profile)
        return console.fail(profile.error());
    tell(*profile, console);
    console.answer(jsonOf(*profile));
    return Done;
}

int exportProfile(const ProfileOptions &options, const Console &console)
{
    const QString path = fromUtf8(options.file);
    const auto file = readSmallFile(path);
    const auto profile = file ? readPublicProfile(*file, path) : Result<PublicProfile>(file.error());
    if (!profile)
        return console.fail(profile.error());
    const auto out = pathFrom("--out", options.out);
    const auto written = out ? writePrivateFile(*out, options.isPublic ? cardOf(*profile) : *file) : out.error();
    if (!written)
        return console.fail(written.error());
    console.say(options.isPublic
                    ? QStringLiteral("Wrote the card of %1: for others, without secret keys.").arg(profile->name)
                    : QStringLiteral("Wrote the profile of %1, under its passphrase.").arg(profile->name));
    console.answer({{QStringLiteral("file"), *out}, {QStringLiteral("fingerprint"), profile->fingerprint()}});
    return Done;
}

/// Taken in under a passphrase of its own; it may stay the same.
int importProfile(const ProfileOptions &options, const Console &console)
{
    const auto profile = openProfile(fromUtf8(options.file), console.passphraseFile);
    if (!profile)
        return console.fail(profile.error());
    const QString passphrases =
        options.newPassphraseFile.empty() ? console.passphraseFile : fromUtf8(options.newPassphraseFile);
    if (const auto stored = store(**profile, passphrases, options.out); !stored)
        return console.fail(stored.error());
    tell((*profile)->shown(), console);
    QJsonObject answer = jsonOf((*profile)->shown());
    answer.insert(QStringLiteral("file"), fromUtf8(options.out));
    console.answer(answer);
    return Done;
}

using Run = int (*)(const ProfileOptions &, const Console &);

std::shared_ptr<ProfileOptions> addCommand(CLI::App &group, Action &chosen, const char *name, const char *help, Run run,
                                           CLI::App *&command)
{
    auto options = std::make_shared<ProfileOptions>();
    command = group.add_subcommand(name, help);
    command->callback([&chosen, options, run] {
        chosen = [options, run](const Console &console) { return run(*options, console); };
    });
    return options;
}

void addPerson(CLI::App &command, ProfileOptions &options)
{
    command.add_option("--name", options.name, "Name of the person")->required();
    command.add_option("--role", options.roles, "What they do in audits: " ADIT_ROLES);
}

// ---- who can read names ---------------------------------------------------------------------------------------------

struct ShareOptions
{
    std::string path, with;
};

/// Somebody's card, or the fingerprint of a profile that stands in the case.
Result<PublicProfile> holderFrom(const CaseDocument &document, const QString &with)
{
    if (QFile::exists(with)) {
        ADIT_TRY_ASSIGN(const QByteArray file, readSmallFile(with));
        return readPublicProfile(file, with);
    }
    const auto known = profileIn(document.assessment(), with);
    if (!known)
        return Error{ErrorCode::InvalidValue, QStringLiteral("--with ") + with,
                     QStringLiteral("a card (profile export --public), or the fingerprint of a profile in this case")};
    return *known;
}

int share(const ShareOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto profile = console.profile ? console.profile : knownMachineProfile();
    if (!profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Sharing names")});
    const auto holder = holderFrom(**document, fromUtf8(options.with));
    return applyAndTell(**document,
                        holder ? shareIdentities((*document)->view(), *profile, *holder) : Result<Edit>(holder.error()),
                        console);
}

int holders(const std::string &path, const Console &console)
{
    const auto document = openCase(path, console);
    if (!document)
        return console.fail(document.error());
    const Assessment &assessment = (*document)->assessment();
    std::map<QString, int> names;
    for (const auto &[id, person] : assessment.records(EntityKind::Person))
        if (const QString sealed = person[field::person::name]; !sealed.isEmpty())
            for (const QString &holder : holdersOf(assessment, sealed))
                ++names[holder];
    QJsonArray array;
    for (const auto &[fingerprint, count] : names) {
        const auto profile = profileIn(assessment, fingerprint);
        const QString name = profile ? profile->name : QString();
        console.say(QStringLiteral("%1  %2  %3 names").arg(fingerprint, name).arg(count));
        array.append(QJsonObject{{QStringLiteral("fingerprint"), fingerprint},
                                 {QStringLiteral("name"), name},
                                 {QStringLiteral("names"), count}});
    }
    if (names.empty())
        console.say(QStringLiteral("No names are stored."));
    console.answer({{QStringLiteral("holders"), array}});
    return Done;
}

} // namespace

void addProfileCommands(CLI::App &program, Action &chosen)
{
    CLI::App *group = commandGroup(program, "profile", "Your name and keys, under a passphrase");
    group->footer("Example: adit-cli profile new --name \"R. Salas\" --role lead-auditor --out salas.adit-profile");
    CLI::App *command = nullptr;
    auto fresh = addCommand(*group, chosen, "new", "Make one, with new keys", makeNew, command);
    addPerson(*command, *fresh);
    command->add_option("--out", fresh->out, "File to write; it must not exist")->required();

    auto shown = addCommand(*group, chosen, "show", "Name, roles and fingerprint; needs no passphrase", show, command);
    command->add_option("file", shown->file, "A profile or a card")->required();

    auto exported = addCommand(*group, chosen, "export", "Copy it for another laptop, or its card for other people",
                               exportProfile, command);
    command->add_option("file", exported->file, "The profile")->required();
    command->add_flag("--public", exported->isPublic, "The card only: name, roles, public keys");
    command->add_option("--out", exported->out, "File to write; it must not exist")->required();

    auto imported =
        addCommand(*group, chosen, "import", "Take one in, once its passphrase has opened it", importProfile, command);
    command->add_option("file", imported->file, "The profile, as exported")->required();
    command->add_option("--new-passphrase-file", imported->newPassphraseFile, "Under another passphrase from now on");
    command->add_option("--out", imported->out, "File to write; it must not exist")->required();

    auto recovered =
        addCommand(*group, chosen, "recover", "The same keys again, from the recovery code", recover, command);
    addPerson(*command, *recovered);
    command->add_option("--recovery-file", recovered->recoveryFile, "A file with the recovery code")->required();
    command->add_option("--out", recovered->out, "File to write; it must not exist")->required();

    CLI::App *people = commandGroup(program, "people", "People to be heard, by pseudonym");
    auto sharing = std::make_shared<ShareOptions>();
    CLI::App *handOn = people->add_subcommand("share", "Let somebody else read the names that you wrote");
    handOn->add_option("case", sharing->path, "Case file (*.adit)")->required();
    handOn->add_option("--with", sharing->with, "Their card, or a fingerprint of this case")->required();
    handOn->callback(
        [&chosen, sharing] { chosen = [sharing](const Console &console) { return share(*sharing, console); }; });
    addPlainCommand(*people, chosen, {"holders", "Who can read names, and how many", holders});
}

} // namespace adit::cli
