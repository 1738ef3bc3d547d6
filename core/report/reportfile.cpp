// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include <QFileInfo>
#include <QSaveFile>
#include <cerrno>

namespace adit {

namespace {

Error writeError(const QString &path, const QString &message, int systemError)
{
    const bool isFull = systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
    return isFull ? Error{ErrorCode::StorageFull, path} : Error{ErrorCode::StorageFailed, path, message};
}

/// A pipe or a device would be replaced by a file, and a case by a report: neither is ever meant. Looks at names and
/// kinds only, since opening and closing a case that this program has open would drop its locks.
bool mayBeReplaced(const QString &path)
{
    const QFileInfo target(path);
    const QString name = target.exists() ? target.canonicalFilePath() : path;
    return (!target.exists() || target.isFile()) && !name.endsWith(QLatin1String(".adit"), Qt::CaseInsensitive);
}

} // namespace

Result<> writeReport(const QString &path, const QByteArray &bytes)
{
    if (!mayBeReplaced(path))
        return Error{ErrorCode::FileExists, path};
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir() || !folder.isWritable())
        return Error{ErrorCode::FolderUnwritable, folder.filePath()};
    QSaveFile file(path);
    errno = 0; // Qt keeps words only; the system's number tells a full disk
    if (!file.open(QIODevice::WriteOnly))
        return writeError(path, file.errorString(), errno);
    const bool whole = file.write(bytes) == bytes.size() && file.flush();
    const int writeNumber = errno;
    if (!whole) {
        file.cancelWriting();
        return writeError(path, file.errorString(), writeNumber);
    }
    if (!file.commit())
        return writeError(path, file.errorString(), errno);
    return {};
}

} // namespace adit
