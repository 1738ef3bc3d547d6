// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <atomic>
#include <functional>
#include <memory>

class QThread;

namespace adit {

/// The work of making one document to print; runs on a thread of its own. `progress` gets 0 to 1 and says false to
/// stop.
using ReportJob = std::function<Result<QByteArray>(const std::function<bool(double)> &progress)>;

/// Does one ReportJob at a time beside the window and hands its outcome to whoever started it.
class ReportWorker final : public QObject
{
    Q_OBJECT
public:
    explicit ReportWorker(QObject *parent = nullptr);
    /// Stops the job and waits for its end.
    ~ReportWorker() override;

    /// A job that still runs is stopped, and its outcome dropped.
    void start(const ReportJob &job);
    /// Asks the job to end; it finishes with Cancelled.
    void cancel();
    void stop();
    bool isBusy() const { return m_thread != nullptr; }

Q_SIGNALS:
    /// 0 to 1.
    void progressed(double share);
    void finished(const adit::Result<QByteArray> &pdf);

private:
    std::unique_ptr<QThread> m_thread;
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

} // namespace adit
