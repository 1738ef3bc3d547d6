// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/identity/profile.h"

#include <QJsonObject>
#include <QString>
#include <memory>

namespace adit::cli {

/// Exit codes, stable for scripts (resources/guide/command-line.md).
enum ExitCode { Done = 0, AnswerIsNo = 1, WrongUse = 2, BadInput = 3, StorageTrouble = 4 };

/// What every command may use: the global options and the two streams. Whatever is printed goes through printable().
struct Console
{
    bool json = false;
    bool quiet = false;
    QString actor;                          ///< who the profile is of, else --by, else the user of this machine
    std::shared_ptr<const Profile> profile; ///< --profile, opened by its passphrase
    QString passphraseFile;                 ///< --profile-passphrase-file
    QString language = QStringLiteral("en");
    QString today; ///< YYYY-MM-DD or empty

    /// One line for people; nothing with --json or --quiet.
    void say(const QString &line) const;
    /// Tells of something done against expectation; on the error stream, also with --json.
    void warn(const QString &line) const;
    /// The command's one JSON object, with --json.
    void answer(const QJsonObject &object) const;
    /// Prints the error and returns its exit code. The one switch from codes to sentences.
    int fail(const Error &error) const;
    /// The same for a command line that cannot be understood. `help` is the command that explains it.
    int wrongUse(const QString &message, const QString &help) const;
    /// A text for people whatever the options: help, version.
    void show(const QString &text) const;
    /// The last act: `code`, or StorageTrouble if the answer did not get out whole.
    int end(int code) const;

private:
    void print(const QString &text) const;

    /// The system's number of the first failure of stdout, which is of interest at the end only: what was asked for is
    /// carried out all the same.
    mutable int m_outputError = 0;
};

/// The sentence for an error: what happened, what was expected.
QString sentence(const Error &error);
ExitCode exitCode(ErrorCode code);

} // namespace adit::cli
