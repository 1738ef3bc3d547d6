// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>
#include <atomic>
#include <functional>
#include <memory>

class QLabel;
class QProgressBar;

namespace adit {

class Button;

/// Stands in front while a parcel is sealed or opened beside the window: how far it is, and a way to stop it. It takes
/// all input for itself, so that nobody closes the case half-way. What is over in a moment shows nothing.
class ProgressSheet final : public QDialog
{
    Q_OBJECT
public:
    ProgressSheet(const QString &what, QWidget *parent);
    /// The work is told to stop.
    ~ProgressSheet() override;

    /// For the work to call now and then, on whatever thread, from 0 to 1. False: it is to stop. May outlive the sheet.
    std::function<bool(double)> counter() const;
    bool isStopped() const { return m_state->isStopped; }

public Q_SLOTS:
    /// The person wants it stopped; the sheet stays until the work has cleared up after itself.
    void reject() override;

private:
    struct State
    {
        std::atomic<double> share = 0;
        std::atomic_bool isStopped = false;
    };
    void look();

    const std::shared_ptr<State> m_state;
    QLabel *m_what;
    QProgressBar *m_bar;
    Button *m_stop;
    QTimer m_moment; ///< until it shows
    QTimer m_poll;   ///< the work tells how far it is when asked
};

} // namespace adit
