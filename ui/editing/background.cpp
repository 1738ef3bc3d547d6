// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/background.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace adit {

void Background::start(const Work &work, const std::function<void()> &then)
{
    stop();
    m_stopped = std::make_shared<std::atomic_bool>(false);
    // The application waits for its pool before it goes; this object does not, and is not touched once it said stop.
    const auto end = std::make_shared<std::promise<void>>();
    m_end = end->get_future().share();
    QThreadPool::globalInstance()->start([this, work = Work(work), then, end, stopped = m_stopped]() mutable {
        if (!*stopped)
            work(*stopped);
        work = {}; // what it holds is let go of before anybody is told
        end->set_value();
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

void Background::stopAndWait()
{
    stop();
    if (m_end.valid())
        m_end.wait();
}

} // namespace adit
