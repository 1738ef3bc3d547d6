// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/releasefolder.h"

#include "core/report/report.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace adit {

Result<> checkReleaseFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.fileName().isEmpty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("folder: ") + path, QStringLiteral("a name")};
    if (info.exists() || info.isSymLink())
        return Error{ErrorCode::FileExists, path};
    const QFileInfo parent(info.absolutePath());
    if (!parent.isDir() || !parent.isWritable())
        return Error{ErrorCode::FolderUnwritable, parent.absoluteFilePath()};
    return {};
}

Result<> writeReleaseFolder(const QString &path, const ReleaseFiles &files)
{
    ADIT_TRY(checkReleaseFolder(path));
    const QFileInfo info(path);
    QTemporaryDir unfinished(info.absolutePath() + QStringLiteral("/.~new.XXXXXX"));
    if (!unfinished.isValid())
        return Error{ErrorCode::FolderUnwritable, info.absolutePath(), unfinished.errorString()};
    for (const auto &[name, bytes] : files)
        ADIT_TRY(writeReport(unfinished.filePath(name), bytes));
    // It is made public: others may read it.
    QFile::setPermissions(unfinished.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup |
                                                 QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
    if (!QDir().rename(unfinished.path(), info.absoluteFilePath()))
        return Error{ErrorCode::StorageFailed, path};
    unfinished.setAutoRemove(false);
    return {};
}

Result<ReleaseVerdict> intactRelease(const QString &path)
{
    ADIT_TRY_ASSIGN(const ReleaseFiles files, readReleaseFiles(path));
    ReleaseVerdict verdict = checkRelease(files, {});
    if (verdict.isIntact())
        return verdict;
    QStringList lines;
    for (const ReleaseProblem &problem : verdict.problems)
        lines.append(problem.where + QLatin1Char(' ') + problem.text);
    return Error{ErrorCode::ReleaseBlocked, QStringLiteral("changed"), lines.join(QLatin1Char('\n'))};
}

std::optional<QString> signingRole(const ReleaseManifest &manifest, const QStringList &ownRoles)
{
    const auto own = [&](const QStringList &roles) {
        QStringList mine;
        for (const QString &role : roles)
            if (ownRoles.contains(role))
                mine.append(role);
        return mine.size() == 1 ? std::optional(mine.front()) : std::nullopt;
    };
    const auto only = own(manifest.roles);
    return only ? only : own(manifest.unsignedRoles());
}

Result<ReleaseManifest> signRelease(const QString &folder, const QString &role, const Profile &by, const QString &time)
{
    ADIT_TRY_ASSIGN(const ReleaseVerdict verdict, intactRelease(folder));
    ReleaseManifest manifest = verdict.manifest;
    ADIT_TRY(sign(manifest, role, by, time));
    ADIT_TRY(writeManifest(folder, manifest));
    return manifest;
}

Result<> writeManifest(const QString &folder, const ReleaseManifest &manifest)
{
    return writeReport(QDir(folder).filePath(QStringLiteral("release.json")), bytesOf(manifest));
}

} // namespace adit
