// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/profile.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

class QThread;

namespace adit {

/// The profile of the person at this machine: the file it is kept in, and its keys while it is open. What takes half a
/// second, because a passphrase is tried, goes on beside the window. Locks itself when nobody has touched keyboard or
/// mouse for a while (store.md, Security).
class ProfileKeeper final : public QObject
{
    Q_OBJECT
public:
    explicit ProfileKeeper(QString file, QObject *parent = nullptr);
    /// Waits for what is under way.
    ~ProfileKeeper() override;

    /// Nothing while there is no profile on this machine.
    const std::optional<PublicProfile> &shown() const { return m_shown; }
    /// Null while it is locked.
    const std::shared_ptr<const Profile> &open() const { return m_open; }
    bool isBusy() const { return m_thread != nullptr; }

    // Each ends with changed() or failed(). What was typed is overwritten as soon as it was tried.
    void unlock(QString passphrase);
    /// Also sends made(), with the recovery code to write down.
    void make(const QString &name, const QStringList &roles, QString passphrase);
    void recover(const QString &code, const QString &name, const QStringList &roles, QString passphrase);
    /// Another passphrase for the profile that is open.
    void changePassphrase(QString passphrase);
    /// Takes a copy of a profile's file from elsewhere, once its passphrase has opened it. The one that was here before
    /// is kept beside it.
    void takeIn(const QString &path, QString passphrase);

    void lock();
    /// For another laptop, under its passphrase.
    Result<> exportTo(const QString &path) const;
    /// For other people.
    Result<> saveCard(const QString &path) const;

    /// Ten minutes unless a test wants less.
    void setIdleLimit(int milliseconds);

Q_SIGNALS:
    void changed();
    void made(const QString &recoveryCode);
    void failed(const adit::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Outcome
    {
        Profile profile;
        QByteArray file; ///< to be kept; empty: it is there already
        bool isNew = false;
    };
    void run(const std::function<Result<Outcome>()> &work);
    void take(const Result<Outcome> &outcome);
    Result<> keep(const QByteArray &file) const;
    void readShown();

    const QString m_file;
    std::optional<PublicProfile> m_shown;
    std::shared_ptr<const Profile> m_open;
    std::unique_ptr<QThread> m_thread;
    QTimer m_idle;
};

} // namespace adit
