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

// ---- whose keys count ----------------------------------------------------------------------------------------------

struct KeyOptions
{
    std::string path, who, reason, out, from;
    std::vector<std::string> cards;
};

/// The profiles of those who worked on a case.
int list(const std::string &path, const Console &console)
{
    const auto document = openCase(path, console);
    if (!document)
        return console.fail(document.error());
    const Assessment &assessment = (*document)->assessment();
    QJsonArray array;
    for (const auto &[id, record] : assessment.records(EntityKind::Profile)) {
        const auto profile = profileFrom(record);
        if (!profile)
            continue;
        const auto revocation = revocationIn(assessment, profile->fingerprint());
        tell(*profile, console);
        QJsonObject json = jsonOf(*profile);
        if (revocation) {
            console.say(QStringLiteral("counts no more since %1: %2").arg(revocation->since, revocation->reason));
            json.insert(QStringLiteral("revoked"), revocation->since);
            json.insert(QStringLiteral("reason"), revocation->reason);
        }
        array.append(json);
    }
    console.answer({{QStringLiteral("profiles"), array}});
    return Done;
}

int revokeProfile(const KeyOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    if (!console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Revoking a profile")});
    const auto profile = profileFor(**document, "profile", fromUtf8(options.who));
    return applyAndTell(**document,
                        profile ? revoke((*document)->view(), *console.profile, *profile, todayOf(**document, console),
                                         fromUtf8(options.reason))
                                : Result<Edit>(profile.error()),
                        console);
}

Result<TrustList> listFrom(const KeyOptions &options, const QString &today)
{
    TrustList list;
    if (!options.from.empty()) {
        ADIT_TRY_ASSIGN(const QByteArray file, readSmallFile(fromUtf8(options.from)));
        ADIT_TRY_ASSIGN(list, readTrustList(file, fromUtf8(options.from)));
    }
    list.issued = today;
    for (const std::string &card : options.cards) {
        ADIT_TRY_ASSIGN(const QByteArray file, readSmallFile(fromUtf8(card)));
        ADIT_TRY_ASSIGN(PublicProfile profile, readPublicProfile(file, fromUtf8(card)));
        list.put({std::move(profile)});
    }
    if (options.who.empty())
        return list;
    const QString who = fromUtf8(options.who);
    for (TrustList::Entry &entry : list.entries)
        if (entry.profile.fingerprint() == who) {
            entry.revoked = today;
            entry.reason = fromUtf8(options.reason).simplified();
            return list;
        }
    return Error{ErrorCode::InvalidValue, QStringLiteral("--revoke ") + who,
                 QStringLiteral("the fingerprint of a key on the list")};
}

void tell(const TrustList &list, const Console &console)
{
    console.say(QStringLiteral("Issued %1 by %2, %3").arg(list.issued, list.issuer.name, list.issuer.fingerprint()));
    QJsonArray keys;
    for (const TrustList::Entry &entry : list.entries) {
        const bool isRevoked = !entry.revoked.isEmpty();
        console.say(QStringLiteral("%1  %2  %3")
                        .arg(entry.profile.fingerprint(), entry.profile.name,
                             isRevoked ? QStringLiteral("counts no more since %1: %2").arg(entry.revoked, entry.reason)
                                       : QString())
                        .trimmed());
        QJsonObject key = jsonOf(entry.profile);
        if (isRevoked)
            key.insert(QStringLiteral("revoked"), entry.revoked);
        keys.append(key);
    }
    console.answer({{QStringLiteral("issued"), list.issued},
                    {QStringLiteral("issuer"), list.issuer.fingerprint()},
                    {QStringLiteral("keys"), keys}});
}

/// Writes an office's list of the keys it vouches for.
int writeList(const KeyOptions &options, const Console &console)
{
    if (!console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("A list of trusted keys")});
    auto list = listFrom(options, toIso(todayOn(console)));
    if (!list)
        return console.fail(list.error());
    const auto out = pathFrom("--out", options.out);
    const auto written = out ? writePrivateFile(*out, signedList(*list, *console.profile)) : out.error();
    if (!written)
        return console.fail(written.error());
    list->issuer = console.profile->shown();
    tell(*list, console);
    return Done;
}

int showList(const KeyOptions &options, const Console &console)
{
    const QString path = fromUtf8(options.path);
    const auto file = readSmallFile(path);
    const auto list = file ? readTrustList(*file, path) : Result<TrustList>(file.error());
    if (!list)
        return console.fail(list.error());
    tell(*list, console);
    return Done;
}

void addKeyCommands(CLI::App &group, Action &chosen)
{
    addPlainCommand(group, chosen, {"list", "Whose profiles are in a case, with their fingerprints", list});
    auto revoked = std::make_shared<KeyOptions>();
    CLI::App *command = group.add_subcommand("revoke", "Say in a case that a profile counts no more");
    command->add_option("case", revoked->path, "Case file (*.adit)")->required();
    command->add_option("profile", revoked->who, "Its card, or its fingerprint")->required();
    command->add_option("--reason", revoked->reason, "Why: the laptop was stolen, say")->required();
    command->callback([&chosen, revoked] {
        chosen = [revoked](const Console &console) { return revokeProfile(*revoked, console); };
    });
    auto trusted = std::make_shared<KeyOptions>();
    command = group.add_subcommand("trust", "Write an office's list of the keys it vouches for, signed by --profile");
    command->add_option("--from", trusted->from, "The list before");
    command->add_option("--add", trusted->cards, "Cards to put on it");
    CLI::Option *who = command->add_option("--revoke", trusted->who, "Fingerprint of a key that counts no more");
    command->add_option("--reason", trusted->reason, "Why it counts no more")->needs(who);
    command->add_option("--out", trusted->out, "File to write; it must not exist")->required();
    command->callback(
        [&chosen, trusted] { chosen = [trusted](const Console &console) { return writeList(*trusted, console); }; });
    auto shown = std::make_shared<KeyOptions>();
    command = group.add_subcommand("trusted", "Say whose keys are on such a list");
    command->add_option("list", shown->path, "The list")->required();
    command->callback(
        [&chosen, shown] { chosen = [shown](const Console &console) { return showList(*shown, console); }; });
}

// ---- who can read names ---------------------------------------------------------------------------------------------

struct ShareOptions
{
    std::string path, with;
};

int share(const ShareOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto profile = console.profile ? console.profile : knownMachineProfile();
    if (!profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Sharing names")});
    const auto holder = profileFor(**document, "--with", fromUtf8(options.with));
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

    addKeyCommands(*group, chosen);

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
