// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/diskreserve.h"

#include <QFile>
#include <QFileInfo>
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
    const int file = ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    m_isHeld = ::fallocate(file, 0, 0, bytes) == 0;
    ::close(file);
    if (!m_isHeld)
        QFile::remove(m_path);
}

DiskReserve::~DiskReserve()
{
    release();
}

bool DiskReserve::release()
{
    return std::exchange(m_isHeld, false) && QFile::remove(m_path);
}

} // namespace adit
