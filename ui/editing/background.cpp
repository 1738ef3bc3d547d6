// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/background.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace adit {

void Background::start(const std::function<void(Stopped)> &work, const std::function<void()> &then)
{
    stop();
    m_stopped = std::make_shared<std::atomic_bool>(false);
    // The application waits for its pool before it goes; this object does not, and is not touched once it said stop.
    QThreadPool::globalInstance()->start([this, work, then, stopped = m_stopped] {
        work(*stopped);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [this, then, stopped] {
                if (*stopped)
                    return;
                m_stopped.reset();
                then();
            },
            Qt::QueuedConnection);
    });
}

void Background::stop()
{
    if (m_stopped)
        *m_stopped = true;
    m_stopped.reset();
}

} // namespace adit
