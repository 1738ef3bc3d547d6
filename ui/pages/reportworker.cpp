// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reportworker.h"

#include <QThread>

namespace adit {

ReportWorker::ReportWorker(QObject *parent)
    : QObject(parent)
{}

ReportWorker::~ReportWorker()
{
    stop();
}

void ReportWorker::start(const ReportJob &job)
{
    stop();
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    const auto outcome = std::make_shared<Result<QByteArray>>(ErrorCode::Cancelled);
    // Progress arrives on the thread; this object may be gone by then, but never before the thread has ended.
    const auto progress = [this, cancelled = m_cancelled](double share) {
        QMetaObject::invokeMethod(this, [this, share, cancelled] {
            if (!*cancelled)
                Q_EMIT progressed(share);
        });
        return !*cancelled;
    };
    m_thread.reset(QThread::create([job, progress, outcome] { *outcome = job(progress); }));
    connect(m_thread.get(), &QThread::finished, this, [this, outcome, cancelled = m_cancelled] {
        if (cancelled != m_cancelled)
            return;
        m_thread->wait();
        m_thread.reset();
        Q_EMIT finished(*outcome);
    });
    m_thread->start();
}

void ReportWorker::cancel()
{
    if (m_thread)
        *m_cancelled = true;
}

void ReportWorker::stop()
{
    if (!m_thread)
        return;
    *m_cancelled = true;
    m_thread->wait();
    m_thread.reset();
    m_cancelled.reset();
}

} // namespace adit
