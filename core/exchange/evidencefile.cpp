// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/evidencefile.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

namespace adit {

Result<EvidenceFile> readEvidenceFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::FileMissing, path};
    if (QFileInfo(path).isDir())
        return Error{ErrorCode::InvalidValue, QStringLiteral("file: ") + path, QStringLiteral("a file, not a folder")};
    if (file.size() > evidenceLimit)
        return Error{ErrorCode::InvalidValue, QStringLiteral("file: ") + path,
                     QStringLiteral("at most %1 MB").arg(evidenceLimit / (1024 * 1024))};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::StorageFailed, path, file.errorString()};
    const qint64 size = file.size();
    EvidenceFile evidence{QFileInfo(path).fileName(), {}, file.readAll()};
    // What came short, or failed on the way, is not what the mine gave.
    if (file.error() != QFileDevice::NoError || evidence.bytes.size() < size)
        return Error{ErrorCode::StorageFailed, path, file.errorString()};
    evidence.mime = QMimeDatabase().mimeTypeForFileNameAndData(evidence.name, evidence.bytes).name();
    return evidence;
}

} // namespace adit
