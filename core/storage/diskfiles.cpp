// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/diskfiles.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>
#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace adit {

namespace {

Error failed(const QString &path)
{
    const bool isFull = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return {isFull ? ErrorCode::StorageFull : ErrorCode::StorageFailed, path,
            QString::fromLocal8Bit(std::strerror(errno))};
}

/// A file opened for reading as SQLite opens it.
class LockKeepingFile
{
public:
    explicit LockKeepingFile(const QString &path)
    {
        sqlite3_initialize();
        sqlite3_vfs *system = sqlite3_vfs_find("unix");
        const QByteArray name = QFileInfo(path).absoluteFilePath().toUtf8();
        m_name = sqlite3_create_filename(name.constData(), (name + "-journal").constData(), (name + "-wal").constData(),
                                         0, nullptr);
        m_storage = std::make_unique<std::max_align_t[]>(
            static_cast<std::size_t>(system->szOsFile) / sizeof(std::max_align_t) + 1);
        int flags = 0;
        if (system->xOpen(system, m_name, file(), SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, &flags) != SQLITE_OK)
            m_error = errno != 0 ? errno : EIO;
    }
    ~LockKeepingFile()
    {
        if (file()->pMethods)
            file()->pMethods->xClose(file());
        sqlite3_free_filename(m_name);
    }
    LockKeepingFile(const LockKeepingFile &) = delete;
    LockKeepingFile &operator=(const LockKeepingFile &) = delete;

    bool isOpen() const { return m_error == 0; }
    int error() const { return m_error; }
    qint64 size()
    {
        sqlite3_int64 size = 0;
        return file()->pMethods->xFileSize(file(), &size) == SQLITE_OK ? size : -1;
    }
    /// Empty where it cannot be read.
    QByteArray read(qint64 at, qsizetype count)
    {
        QByteArray bytes(count, Qt::Uninitialized);
        const int code = file()->pMethods->xRead(file(), bytes.data(), static_cast<int>(count), at);
        return code == SQLITE_OK ? bytes : QByteArray();
    }

private:
    sqlite3_file *file() { return reinterpret_cast<sqlite3_file *>(m_storage.get()); }

    sqlite3_filename m_name = nullptr;
    std::unique_ptr<std::max_align_t[]> m_storage;
    int m_error = 0;
};

} // namespace

Result<FileStart> readStart(const QString &path, qsizetype count)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::FileMissing, path};
    if (!info.isFile())
        return Error{ErrorCode::FileForeign, path};
    LockKeepingFile file(path);
    if (!file.isOpen())
        return Error{ErrorCode::StorageFailed, path, QString::fromLocal8Bit(std::strerror(file.error()))};
    const qint64 size = file.size();
    const qsizetype present = std::min<qsizetype>(count, std::max<qsizetype>(size, 0));
    FileStart start{present > 0 ? file.read(0, present) : QByteArray(), size};
    if (start.bytes.size() < present || size < 0)
        return Error{ErrorCode::StorageFailed, path};
    return start;
}

Result<> copyFile(const QString &from, const QString &to)
{
    constexpr qint64 block = 1024 * 1024;
    LockKeepingFile source(from);
    QFile target(to);
    if (!source.isOpen() || !target.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                                         QFile::ReadOwner | QFile::WriteOwner))
        return Error{ErrorCode::StorageFailed, source.isOpen() ? to : from, target.errorString()};
    const qint64 size = source.size();
    bool good = size >= 0;
    for (qint64 at = 0; good && at < size; at += block) {
        const QByteArray bytes = source.read(at, std::min(block, size - at));
        good = !bytes.isEmpty() && target.write(bytes) == bytes.size();
    }
    if (good && ::fsync(target.handle()) == 0)
        return target.setPermissions(QFile::permissions(from)) ? Result<>() : Result<>(failed(to));
    const Error error = failed(to);
    target.remove();
    return error;
}

Result<> syncFile(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool isSynced = file >= 0 && ::fsync(file) == 0;
    const Error error = failed(path);
    if (file >= 0)
        ::close(file);
    return isSynced ? Result<>() : Result<>(error);
}

void syncFolderOf(const QString &path)
{
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

Result<> replaceFile(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failed(to);
    syncFolderOf(to);
    return {};
}

Result<> checkNewPath(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() || info.isSymLink())
        return Error{ErrorCode::FileExists, path};
    const QFileInfo folder(info.absolutePath());
    if (!folder.isDir())
        return Error{ErrorCode::FileMissing, folder.absoluteFilePath()};
    if (!folder.isWritable())
        return Error{ErrorCode::FolderUnwritable, folder.absoluteFilePath()};
    return {};
}

int makeOwnFile(const QString &path, unsigned mode)
{
    const QByteArray name = QFile::encodeName(path);
    ::unlink(name.constData());
    return ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
}

Result<> makePrivateFile(const QString &path)
{
    const int file =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0)
        return failed(path);
    ::close(file);
    return {};
}

namespace {

Result<> putAside(const QString &journal)
{
    if (!QFile::exists(journal))
        return {};
    QString aside = journal + QStringLiteral(".orphan");
    for (int i = 2; QFile::exists(aside); ++i)
        aside = QStringLiteral("%1.orphan-%2").arg(journal).arg(i);
    return QFile::rename(journal, aside) ? Result<>() : Result<>(Error{ErrorCode::StorageFailed, journal});
}

const QString unfinishedBeginning = QStringLiteral(".~new.");

/// The name that a file in the making is to have at last, also where it is made for another one in the making; of any
/// other file its own.
QString finalName(QString name)
{
    while (name.startsWith(unfinishedBeginning) && name.endsWith(QLatin1Char('#'))) {
        const qsizetype size = name.lastIndexOf(QLatin1Char('.')) - unfinishedBeginning.size();
        if (size <= 0)
            break;
        name = name.mid(unfinishedBeginning.size(), size);
    }
    return name;
}

/// Of a file in the making, or of what SQLite keeps beside one.
bool isLeftOverOf(QString name, const QString &placeName)
{
    if (name.endsWith(QLatin1String("#-journal")))
        name = name.section(QLatin1Char('-'), 0, -2);
    return name.startsWith(unfinishedBeginning) && name.endsWith(QLatin1Char('#')) && finalName(name) == placeName;
}

void removeOldLeftOvers(const QString &folder, const QString &placeName)
{
    const QDateTime yesterday = QDateTime::currentDateTime().addDays(-1);
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
        if (isLeftOverOf(file.fileName(), placeName) && file.lastModified() < yesterday)
            QFile::remove(file.filePath());
}

} // namespace

Result<> moveIntoPlace(const QString &from, const QString &to)
{
    if (QFileInfo::exists(to))
        return Error{ErrorCode::FileExists, to};
    ADIT_TRY(putAside(to + QStringLiteral("-journal")));
    if (!QFile::rename(from, to))
        return Error{QFileInfo::exists(to) ? ErrorCode::FileExists : ErrorCode::StorageFailed, to};
    syncFolderOf(to);
    return {};
}

UnfinishedFile::UnfinishedFile(const QString &place)
{
    const QFileInfo info(place);
    const QString placeName = finalName(info.fileName());
    removeOldLeftOvers(info.absolutePath(), placeName);
    m_path = QStringLiteral("%1/%2%3.%4#")
                 .arg(info.absolutePath(), unfinishedBeginning, placeName,
                      QUuid::createUuid().toString(QUuid::Id128).left(8));
}

UnfinishedFile::~UnfinishedFile()
{
    remove();
}

void UnfinishedFile::remove() const
{
    QFile::remove(m_path);
    QFile::remove(m_path + QStringLiteral("-journal"));
}

} // namespace adit
