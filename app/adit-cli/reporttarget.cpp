// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/reporttarget.h"

#include "app/adit-cli/arguments.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace adit::cli {

namespace {

/// By its first bytes, whatever it is called: SQLite's header with the application id of a case ("Adit").
bool holdsCase(const QByteArray &head)
{
    constexpr qsizetype applicationId = 68;
    return head.startsWith("SQLite format 3") && head.mid(applicationId, 4) == "Adit";
}

/// A case, or what stands beside one while it is open.
bool isNamedLikeCase(const QString &path)
{
    static const QRegularExpression ending(QStringLiteral("[.]adit(-journal|-wal|-shm|#)?$"),
                                           QRegularExpression::CaseInsensitiveOption);
    return path.contains(ending);
}

} // namespace

Result<QString> reportTarget(const std::string &out)
{
    constexpr qint64 headerBytes = 100;
    ADIT_TRY_ASSIGN(QString path, pathFrom("--out", out));
    const QFileInfo target(path);
    if (isNamedLikeCase(path) || isNamedLikeCase(target.symLinkTarget()) || isNamedLikeCase(target.canonicalFilePath()))
        return Error{ErrorCode::InvalidValue, QStringLiteral("--out ") + path,
                     QStringLiteral("a name for the report, not that of a case")};
    if (!target.exists())
        return path;
    QFile file(path);
    const bool isPlain = target.isFile() && file.open(QIODevice::ReadOnly);
    if (!isPlain || holdsCase(file.read(headerBytes)))
        return Error{ErrorCode::FileExists, path};
    return path;
}

} // namespace adit::cli
