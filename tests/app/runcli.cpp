// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/runcli.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <unistd.h>

namespace adit::test {

namespace {

constexpr int longestCommand = 60'000; // milliseconds
constexpr int longestScript = 240'000; // a whole audit is two hundred commands

CliRun run(const QString &program, const QStringList &arguments, int longest = longestCommand)
{
    QProcess process;
    process.start(program, arguments);
    const bool ended = process.waitForFinished(longest);
    if (!ended)
        process.kill();
    CliRun result;
    if (ended && process.exitStatus() == QProcess::NormalExit)
        result.exit = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

} // namespace

QJsonObject CliRun::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QString CliRun::errorCode() const
{
    return json()[QLatin1String("error")][QLatin1String("code")].toString();
}

CliRun runCli(const QStringList &arguments)
{
    return run(QStringLiteral(ADIT_CLI), arguments);
}

CliRun runCliUnprivileged(const QStringList &arguments)
{
    if (::geteuid() != 0)
        return runCli(arguments);
    const QString rights = QStringLiteral("-dac_override,-dac_read_search");
    return run(QStringLiteral("setpriv"), QStringList{QStringLiteral("--bounding-set"), rights,
                                                      QStringLiteral("--inh-caps"), rights, QStringLiteral(ADIT_CLI)} +
                                              arguments);
}

CliRun runCliWithFileLimit(qint64 bytes, const QStringList &arguments)
{
    return run(QStringLiteral("prlimit"),
               QStringList{QStringLiteral("--fsize=%1").arg(bytes), QStringLiteral(ADIT_CLI)} + arguments);
}

CliRun runCliInShell(const QString &script, const QStringList &words)
{
    return run(QStringLiteral("sh"), QStringList{QStringLiteral("-c"), script, QStringLiteral(ADIT_CLI)} + words,
               longestScript);
}

QStringList asPerson(const QString &folder, const QString &name)
{
    const QString passphrase = folder + QStringLiteral("/passphrase");
    const QString profile = folder + QStringLiteral("/person.adit-profile");
    QFile file(passphrase);
    if (!file.open(QIODevice::WriteOnly) || file.write("four words and more\n") < 0)
        qFatal("%s", qPrintable(file.errorString()));
    file.close();
    const QStringList options{QStringLiteral("--profile-passphrase-file"), passphrase};
    const CliRun made = runCli(options + QStringList{QStringLiteral("profile"), QStringLiteral("new"),
                                                     QStringLiteral("--name"), name, QStringLiteral("--out"), profile});
    if (made.exit != 0)
        qFatal("%s", made.err.constData());
    return options + QStringList{QStringLiteral("--profile"), profile};
}

} // namespace adit::test
