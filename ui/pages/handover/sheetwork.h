// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/background.h"
#include "ui/pages/handover/progresssheet.h"

#include <QPointer>
#include <functional>

namespace adit {

/// One long piece of work at a time beside the window, with a ProgressSheet in front of the window. Somebody who stops
/// it waits until it has cleared up after itself; whoever takes the window away does too.
class SheetWork final
{
public:
    using Progress = std::function<bool(double)>;

    SheetWork() = default;
    SheetWork(const SheetWork &) = delete;
    SheetWork &operator=(const SheetWork &) = delete;
    ~SheetWork()
    {
        stopAndWait();
        delete m_sheet;
    }

    /// `then` is called in the window's thread, with what came of it and whether the person wanted it stopped: that may
    /// have been too late for the work to notice.
    template <typename T>
    void run(QWidget *window, const QString &what, const std::function<T(const Progress &)> &work,
             const std::function<void(T &outcome, bool isStopped)> &then)
    {
        delete m_sheet;
        m_sheet = new ProgressSheet(what, window);
        m_work.run<T>(
            [work, count = m_sheet->counter()](Background::Stopped stopped) {
                return work([&](double done) { return count(done) && !stopped; });
            },
            [this, then](T &outcome) {
                const bool isStopped = m_sheet && m_sheet->isStopped();
                delete m_sheet;
                then(outcome, isStopped);
            });
    }
    bool isBusy() const { return m_work.isBusy(); }
    /// Nobody is told what comes of it.
    void stopAndWait() { m_work.stopAndWait(); }

private:
    QPointer<ProgressSheet> m_sheet; ///< of the window
    Background m_work;
};

} // namespace adit
