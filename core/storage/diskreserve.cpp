// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/diskreserve.h"

#include "core/storage/diskfiles.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace adit {

QString DiskReserve::pathFor(const QString &casePath)
{
    const QFileInfo info(casePath);
    return QStringLiteral("%1/.~reserve.%2#").arg(info.absolutePath(), info.fileName());
}

DiskReserve::DiskReserve(const QString &casePath)
    : m_path(pathFor(casePath))
{
    const int file = makeOwnFile(m_path, 0600);
    if (file < 0)
        return;
    const int failure = ::fallocate(file, 0, 0, bytes) == 0 ? 0 : errno;
    ::close(file);
    m_isHeld = failure == 0;
    m_isFull = failure == ENOSPC || failure == EDQUOT;
    if (!m_isHeld)
        QFile::remove(m_path);
}

DiskReserve::~DiskReserve()
{
    release();
}

bool DiskReserve::release()
{
    if (!std::exchange(m_isHeld, false))
        return false;
    m_isFull = true;
    return QFile::remove(m_path);
}

} // namespace adit
