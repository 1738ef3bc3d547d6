// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/profilefiles.h"

#include "app/adit-cli/commands.h"
#include "core/identity/compartment.h"
#include "core/identity/privatefile.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QSysInfo>
#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace adit::cli {

namespace {

constexpr qint64 longestLine = 64 * 1024;

/// What is typed does not show while this lives.
class Unseen
{
public:
    Unseen()
    {
        if (::tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_isSet = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~Unseen()
    {
        if (m_isSet)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Unseen(const Unseen &) = delete;
    Unseen &operator=(const Unseen &) = delete;

private:
    termios m_before{};
    bool m_isSet = false;
};

Result<QString> lineFrom(QByteArray bytes, const QString &where)
{
    const qsizetype end = bytes.indexOf('\n');
    QByteArray line = end < 0 ? bytes : bytes.first(end);
    if (line.endsWith('\r'))
        line.chop(1);
    const bool isText = QByteArrayView(line).isValidUtf8() && !line.isEmpty();
    QString text = isText ? QString::fromUtf8(line) : QString();
    wipe(line);
    wipe(bytes);
    if (!isText)
        return Error{ErrorCode::InvalidValue, where, QStringLiteral("a passphrase on the first line, in UTF-8")};
    return text;
}

Result<QString> typed(const QString &question)
{
    if (!::isatty(STDIN_FILENO))
        return Error{ErrorCode::ProfileNeeded, QStringLiteral("--profile-passphrase-file")};
    std::fprintf(stderr, "%s: ", qUtf8Printable(question));
    const Unseen unseen;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error{ErrorCode::StorageFailed, QStringLiteral("the terminal"), input.errorString()};
    auto line = lineFrom(input.readLine(longestLine), QStringLiteral("the passphrase"));
    std::fputc('\n', stderr);
    return line;
}

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/adit");
}

} // namespace

Result<QString> passphraseFrom(const QString &file, const QString &question)
{
    if (file.isEmpty())
        return typed(question);
    ADIT_TRY_ASSIGN(QByteArray bytes, readSmallFile(file));
    return lineFrom(std::move(bytes), file);
}

Result<QString> newPassphraseFrom(const QString &file, const QString &question)
{
    ADIT_TRY_ASSIGN(QString first, passphraseFrom(file, question));
    if (!file.isEmpty())
        return first;
    ADIT_TRY_ASSIGN(QString second, typed(QStringLiteral("The same again")));
    const bool isSame = first == second;
    wipe(second);
    if (isSame)
        return first;
    wipe(first);
    return Error{ErrorCode::InvalidValue, QStringLiteral("the second passphrase"), QStringLiteral("the same twice")};
}

Result<std::shared_ptr<const Profile>> openProfile(const QString &path, const QString &passphraseFile)
{
    ADIT_TRY_ASSIGN(const QByteArray file, readSmallFile(path));
    ADIT_TRY_ASSIGN(const PublicProfile shown, readPublicProfile(file, path));
    ADIT_TRY_ASSIGN(QString passphrase,
                    passphraseFrom(passphraseFile, QStringLiteral("Passphrase of %1").arg(shown.name)));
    auto profile = unlock(file, passphrase, path);
    wipe(passphrase);
    if (!profile)
        return profile.error();
    return std::make_shared<const Profile>(std::move(*profile));
}

QString machineProfilePath()
{
    return dataFolder() + QStringLiteral("/this-machine.adit-profile");
}

std::shared_ptr<const Profile> knownMachineProfile()
{
    const QString path = machineProfilePath();
    const auto file = QFile::exists(path) ? readSmallFile(path) : Result<QByteArray>(ErrorCode::FileMissing, path);
    auto profile = file ? unlock(*file, {}, path) : Result<Profile>(file.error());
    return profile ? std::make_shared<const Profile>(std::move(*profile)) : nullptr;
}

Result<std::shared_ptr<const Profile>> machineProfile()
{
    if (auto known = knownMachineProfile())
        return known;
    if (!QDir().mkpath(dataFolder()))
        return Error{ErrorCode::FolderUnwritable, dataFolder()};
    const QString name = QSysInfo::machineHostName();
    ADIT_TRY_ASSIGN(Profile made,
                    Profile::make(name.isEmpty() ? QStringLiteral("this machine") : name, {}, QDate::currentDate()));
    ADIT_TRY(writePrivateFile(machineProfilePath(), made.unlocked()));
    return std::make_shared<const Profile>(std::move(made));
}

Result<PublicProfile> profileFor(const CaseDocument &document, const char *option, const QString &given)
{
    if (QFile::exists(given)) {
        ADIT_TRY_ASSIGN(const QByteArray file, readSmallFile(given));
        return readPublicProfile(file, given);
    }
    const auto known = profileIn(document.assessment(), given);
    if (!known)
        return Error{ErrorCode::InvalidValue, QLatin1String(option) + QLatin1Char(' ') + given,
                     QStringLiteral("a card (profile export --public), or the fingerprint of a profile in this case")};
    return *known;
}

Result<TrustList::Standing> standingIn(const QString &trusted, const QString &fingerprint)
{
    using Standing = TrustList::Standing;
    const auto isIt = [&](const QString &other) {
        return other == fingerprint ? Standing::Trusted : Standing::Unknown;
    };
    if (!QFile::exists(trusted))
        return isIt(trusted);
    ADIT_TRY_ASSIGN(const QByteArray file, readSmallFile(trusted));
    if (const auto card = readPublicProfile(file, trusted))
        return isIt(card->fingerprint());
    ADIT_TRY_ASSIGN(const TrustList list, readTrustList(file, trusted));
    return list.standingOf(fingerprint);
}

Result<> checkMaker(const ParcelManifest &manifest, const QString &parcel, const std::vector<std::string> &trusted,
                    const Console &console)
{
    const QString maker = manifest.maker.fingerprint();
    if (trusted.empty()) {
        console.warn(QStringLiteral("Signed by %1. Compare the fingerprint with theirs, or name whom you trust "
                                    "(--trust).")
                         .arg(maker));
        return {};
    }
    for (const std::string &trust : trusted) {
        ADIT_TRY_ASSIGN(const auto standing, standingIn(fromUtf8(trust), maker));
        if (standing == TrustList::Standing::Revoked)
            return Error{ErrorCode::ProfileRevoked, manifest.maker.actor(), fromUtf8(trust)};
        if (standing == TrustList::Standing::Trusted)
            return {};
    }
    return Error{ErrorCode::ParcelInvalid, parcel,
                 QStringLiteral("it is signed by %1, whom --trust does not name").arg(manifest.maker.actor())};
}

} // namespace adit::cli
