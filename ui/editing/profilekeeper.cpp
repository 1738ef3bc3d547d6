// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/profilekeeper.h"

#include "core/identity/privatefile.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace adit {

namespace {

constexpr int idleMilliseconds = 10 * 60 * 1000;

Result<QByteArray> lockedBy(const Profile &profile, QString &passphrase)
{
    auto file = profile.locked(passphrase);
    wipe(passphrase);
    return file;
}

} // namespace

ProfileKeeper::ProfileKeeper(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleMilliseconds);
    connect(&m_idle, &QTimer::timeout, this, &ProfileKeeper::lock);
    readShown();
}

ProfileKeeper::~ProfileKeeper()
{
    if (m_thread)
        m_thread->wait();
}

void ProfileKeeper::readShown()
{
    const auto file = QFile::exists(m_file) ? readSmallFile(m_file) : Result<QByteArray>(ErrorCode::FileMissing);
    const auto shown = file ? readPublicProfile(*file, m_file) : Result<PublicProfile>(file.error());
    m_shown = shown ? std::optional(*shown) : std::nullopt;
}

void ProfileKeeper::run(const std::function<Result<Outcome>()> &work)
{
    if (m_thread)
        return;
    const auto outcome = std::make_shared<Result<Outcome>>(ErrorCode::Cancelled);
    m_thread.reset(QThread::create([work, outcome] { *outcome = work(); }));
    connect(m_thread.get(), &QThread::finished, this, [this, outcome] {
        m_thread->wait();
        m_thread.reset();
        take(*outcome);
    });
    m_thread->start();
    Q_EMIT changed();
}

void ProfileKeeper::take(const Result<Outcome> &outcome)
{
    const Result<> kept = !outcome                  ? Result<>(outcome.error())
                          : outcome->file.isEmpty() ? Result<>()
                                                    : keep(outcome->file);
    if (!kept) {
        Q_EMIT changed(); // busy no longer
        return Q_EMIT failed(kept.error());
    }
    m_shown = outcome->profile.shown();
    m_open = std::make_shared<const Profile>(outcome->profile);
    QCoreApplication::instance()->installEventFilter(this);
    m_idle.start();
    if (outcome->isNew)
        Q_EMIT made(m_open->recoveryCode());
    Q_EMIT changed();
}

/// What is here already, another profile or the same under another passphrase, is moved aside first.
Result<> ProfileKeeper::keep(const QByteArray &file) const
{
    const QString folder = QFileInfo(m_file).absolutePath();
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::FolderUnwritable, folder};
    if (!QFile::exists(m_file))
        return writePrivateFile(m_file, file);
    QString aside;
    for (int i = 1; aside.isEmpty() || QFile::exists(aside); ++i)
        aside = QStringLiteral("%1.before-%2").arg(m_file).arg(i);
    if (!QFile::rename(m_file, aside))
        return Error{ErrorCode::StorageFailed, m_file};
    auto written = writePrivateFile(m_file, file);
    if (!written)
        QFile::rename(aside, m_file);
    return written;
}

void ProfileKeeper::unlock(QString passphrase)
{
    run([path = m_file, passphrase = std::move(passphrase)]() mutable -> Result<Outcome> {
        ADIT_TRY_ASSIGN(const QByteArray file, readSmallFile(path));
        auto profile = adit::unlock(file, passphrase, path);
        wipe(passphrase);
        if (!profile)
            return profile.error();
        return Outcome{std::move(*profile), {}, false};
    });
}

void ProfileKeeper::make(const QString &name, const QStringList &roles, QString passphrase)
{
    run([name, roles, passphrase = std::move(passphrase)]() mutable -> Result<Outcome> {
        ADIT_TRY_ASSIGN(Profile profile, Profile::make(name, roles, QDate::currentDate()));
        ADIT_TRY_ASSIGN(const QByteArray file, lockedBy(profile, passphrase));
        return Outcome{std::move(profile), file, true};
    });
}

void ProfileKeeper::recover(const QString &code, const QString &name, const QStringList &roles, QString passphrase)
{
    run([code, name, roles, passphrase = std::move(passphrase)]() mutable -> Result<Outcome> {
        ADIT_TRY_ASSIGN(Profile profile, Profile::recover(code, name, roles, QDate::currentDate()));
        ADIT_TRY_ASSIGN(const QByteArray file, lockedBy(profile, passphrase));
        return Outcome{std::move(profile), file, false};
    });
}

void ProfileKeeper::changePassphrase(QString passphrase)
{
    if (m_open)
        run([open = m_open, passphrase = std::move(passphrase)]() mutable -> Result<Outcome> {
            ADIT_TRY_ASSIGN(const QByteArray file, lockedBy(*open, passphrase));
            return Outcome{*open, file, false};
        });
}

void ProfileKeeper::takeIn(const QString &path, QString passphrase)
{
    run([path, passphrase = std::move(passphrase)]() mutable -> Result<Outcome> {
        ADIT_TRY_ASSIGN(const QByteArray file, readSmallFile(path));
        auto profile = adit::unlock(file, passphrase, path);
        wipe(passphrase);
        if (!profile)
            return profile.error();
        return Outcome{std::move(*profile), file, false};
    });
}

void ProfileKeeper::lock()
{
    if (!m_open)
        return;
    m_idle.stop();
    QCoreApplication::instance()->removeEventFilter(this);
    m_open.reset();
    Q_EMIT changed();
}

Result<> ProfileKeeper::exportTo(const QString &path) const
{
    ADIT_TRY_ASSIGN(const QByteArray file, readSmallFile(m_file));
    return writePrivateFile(path, file);
}

Result<> ProfileKeeper::saveCard(const QString &path) const
{
    if (!m_shown)
        return Error{ErrorCode::FileMissing, m_file};
    return writePrivateFile(path, cardOf(*m_shown));
}

void ProfileKeeper::setIdleLimit(int milliseconds)
{
    m_idle.setInterval(milliseconds);
}

bool ProfileKeeper::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        m_idle.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace adit
