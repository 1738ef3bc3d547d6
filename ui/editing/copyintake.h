// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parcel/incomingparcel.h"
#include "ui/editing/background.h"

#include <QObject>
#include <QTimer>
#include <atomic>

namespace adit {

/// Takes in what is new in another copy of the case, in two steps with a look between them: beside the window it is
/// read and checked; when the person says so the files that come along are copied, again beside the window, and then
/// all of it becomes part of the case at once.
class CopyIntake final : public QObject
{
    Q_OBJECT
public:
    explicit CopyIntake(CaseDocument &document, QObject *parent = nullptr);
    /// Waits until the work beside the window has stopped: the case may be closed after this.
    ~CopyIntake() override;

    /// A case file, or a parcel that is sealed to the profile that is open.
    void read(const QString &path, Forks forks = Forks::Refuse);
    /// What was read, until it is taken or dropped.
    const MergePreview *preview() const { return m_incoming ? &m_incoming->preview() : nullptr; }
    /// What the parcel says that it came in; nothing for a case file.
    const ParcelManifest *manifest() const
    {
        return m_incoming && m_incoming->manifest() ? &*m_incoming->manifest() : nullptr;
    }
    QString path() const { return m_path; }
    void take();
    /// Nothing of it is wanted: what was copied goes again.
    void drop();
    bool isBusy() const { return m_work.isBusy(); }
    double progress() const { return *m_share; }

Q_SIGNALS:
    /// preview() is there.
    void ready();
    void progressed();
    /// It is part of the case.
    void taken(const adit::MergePreview &what);
    /// Nothing of it was taken.
    void failed(const adit::Error &error);

private:
    IncomingWork::Progress counter(Background::Stopped stopped) const;
    void finish();

    CaseDocument &m_document;
    QString m_path;
    std::shared_ptr<IncomingCopy> m_incoming;
    std::shared_ptr<std::atomic<double>> m_share;
    Background m_work;
    QTimer m_poll; ///< the work tells how far it is when asked
};

} // namespace adit
