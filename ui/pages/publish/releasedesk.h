// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/release/releasebuild.h"
#include "core/release/releasefolder.h"
#include "core/release/withheldshown.h"
#include "ui/editing/editor.h"
#include "ui/pages/handover/sheetwork.h"

#include <QHash>
#include <QObject>
#include <functional>
#include <memory>

namespace adit {

/// Where a release is built, signed and finished: takes from the case what is needed, works beside the window, and puts
/// on record what came of it. One for an open case.
class ReleaseDesk final : public QObject
{
    Q_OBJECT
public:
    struct Tools
    {
        /// Dialogs; an empty answer means the person changed their mind.
        std::function<QString(const QString &suggestion)> chooseFolderToMake = {};
        std::function<QString()> chooseFolder = {};
        /// For a withheld passage that is shown to one party.
        std::function<QString(const QString &suggestion)> chooseDisclosed = {};
    };

    ReleaseDesk(Editor &editor, Tools tools, QWidget *window);

    /// Asks for a folder and makes the release in it.
    void build(const ReleaseInput &input);
    /// Signs what is in the folder of a release with the profile that is open, as what the team's list, or else the
    /// profile, says of its holder.
    void sign(int number);
    /// Puts it on record that all have signed.
    void finish(int number);
    void withdraw(int number, const QString &reason);
    /// Writes what a redaction withholds in a release, with what proves it, for one party; a file for each place, the
    /// second one with .2 behind its name.
    void disclose(int number, const QString &redaction);
    bool isBusy() const { return m_work.isBusy(); }
    /// Who has signed a release, as far as it was looked at since the case was opened.
    std::optional<QStringList> signedRoles(int number) const;

Q_SIGNALS:
    void built(int number, const QString &folder);
    void signedNow(int number, const QString &role);
    void finished(int number);
    /// So many files, at this path and beside it.
    void disclosed(const QString &path, int files);
    void failed(const adit::Error &error);

private:
    struct Signed
    {
        ReleaseManifest manifest;
        QString role;
    };
    Result<std::shared_ptr<const ReleaseSource>> take(const ReleaseInput &input, const QString &folder) const;
    void record(const ReleaseInput &input, const ReleaseSource &source, const BuiltRelease &built,
                const QString &folder);
    QStringList rolesOf(const PublicProfile &profile) const;
    QString folderOf(int number);
    QString suggestedName(const QString &what) const;
    void write(const QString &path, const Result<std::vector<QJsonObject>> &shown);

    Editor &m_editor;
    const Tools m_tools;
    QWidget *m_window;
    QHash<int, QString> m_folders;
    QHash<int, QStringList> m_signed;
    SheetWork m_work;
};

} // namespace adit
