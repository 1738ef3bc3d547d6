// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/privatefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace adit {

namespace {

constexpr qint64 largestFile = 64 * 1024;

} // namespace

Result<QByteArray> readSmallFile(const QString &path)
{
    QFile file(path);
    if (!file.exists() || QFileInfo(path).isDir())
        return Error{ErrorCode::FileMissing, path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::StorageFailed, path, file.errorString()};
    return file.read(largestFile);
}

Result<> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    if (QFile::exists(path))
        return Error{ErrorCode::FileExists, path};
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                           file.write(bytes) == bytes.size() && file.commit();
    return isWritten ? Result<>() : Error{ErrorCode::StorageFailed, path, file.errorString()};
}

} // namespace adit
