// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locknote.h"

#include "core/storage/diskfiles.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

namespace adit {

QString LockNote::pathFor(const QString &casePath)
{
    const QFileInfo info(casePath);
    return QStringLiteral("%1/.~lock.%2#").arg(info.absolutePath(), info.fileName());
}

LockNote::LockNote(const QString &casePath, const QString &actor, Instant now)
    : m_path(pathFor(casePath))
{
    const int handle = makeOwnFile(m_path, 0644);
    QFile file;
    if (handle < 0 || !file.open(handle, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle)) {
        m_path.clear();
        return;
    }
    const QJsonObject note{{QStringLiteral("user"), actor},
                           {QStringLiteral("host"), QSysInfo::machineHostName()},
                           {QStringLiteral("since"), toIso(now)}};
    file.write(QJsonDocument(note).toJson(QJsonDocument::Compact));
}

LockNote::~LockNote()
{
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

QString LockNote::holder(const QString &casePath)
{
    constexpr qint64 largestNote = 4096;
    QFile file(pathFor(casePath));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject note = QJsonDocument::fromJson(file.read(largestNote)).object();
    const QString user = note[QLatin1String("user")].toString();
    if (user.isEmpty())
        return {};
    return QStringLiteral("%1 on %2, since %3")
        .arg(user, note[QLatin1String("host")].toString(), note[QLatin1String("since")].toString());
}

} // namespace adit
