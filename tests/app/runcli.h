// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace adit::test {

/// What a run of the command line left behind.
struct CliRun
{
    int exit = -1; ///< -1: it did not end by itself
    QByteArray out;
    QByteArray err;

    /// All of stdout as one JSON object; empty where it is anything else.
    QJsonObject json() const;
    /// "FileLocked", with --json.
    QString errorCode() const;
};

/// Runs adit-cli of this build, as a script would.
CliRun runCli(const QStringList &arguments);
/// The same without root's right to ignore modes: as the ordinary user of a read-only folder.
CliRun runCliUnprivileged(const QStringList &arguments);
/// The same where no file may grow beyond `bytes`: a full disk, or a quota.
CliRun runCliWithFileLimit(qint64 bytes, const QStringList &arguments);

/// The same by way of a shell, for what only that can do: bytes that are no text, streams that are closed or full. In
/// `script` adit-cli is "$0", the words are "$1", "$2" …
CliRun runCliInShell(const QString &script, const QStringList &words);

/// Makes a profile in a folder; the options that let its person act.
QStringList asPerson(const QString &folder, const QString &name);

} // namespace adit::test
