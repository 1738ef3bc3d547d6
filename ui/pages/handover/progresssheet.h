// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QElapsedTimer>
#include <functional>

class QProgressBar;

namespace adit {

/// Sealing and opening a parcel go on on the window's own thread, since a case lives on it. This stands in front
/// meanwhile: how far it is, and a way to stop it. It takes all input for itself, so that nobody changes the case or
/// closes it half-way. What is over in a moment shows nothing.
class ProgressSheet final : public QDialog
{
    Q_OBJECT
public:
    /// `bytes`: of the file it is about. A large one is worked on for a while before the first news.
    ProgressSheet(const QString &what, qint64 bytes, QWidget *parent);

    /// For a long work to call now and then, from 0 to 1. False: the person wants it stopped.
    bool goOn(double done);
    std::function<bool(double)> counter();

public Q_SLOTS:
    void reject() override { m_isStopped = true; }

private:
    void appear();

    QProgressBar *m_bar;
    QElapsedTimer m_since;
    qint64 m_lastLook = 0;
    bool m_isStopped = false;
};

} // namespace adit
