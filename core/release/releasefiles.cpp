// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/releasecheck.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace adit {

namespace {

/// A release is a handful of files. What is larger was not made by this program, and is not read.
constexpr qint64 largestFile = qint64(256) << 20;
constexpr int mostFiles = 6;

Error invalid(const QString &path, const QString &what)
{
    return {ErrorCode::ReleaseInvalid, path, what};
}

Result<ReleaseFiles> readFolder(const QString &path)
{
    ReleaseFiles files;
    const QFileInfoList entries =
        QDir(path).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    if (entries.size() > mostFiles)
        return invalid(path, QStringLiteral("the files of a release and no others"));
    for (const QFileInfo &entry : entries) {
        if (entry.isSymLink() || !entry.isFile() || entry.size() > largestFile)
            return invalid(entry.filePath(), QStringLiteral("plain files of at most 256 MB, no folders or links"));
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::StorageFailed, entry.filePath(), file.errorString()};
        files[entry.fileName()] = file.readAll();
    }
    return files;
}

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

Result<QByteArray> readEntry(archive *reader, const QString &where)
{
    QByteArray bytes;
    QByteArray piece(1 << 16, '\0');
    while (true) {
        const la_ssize_t count = archive_read_data(reader, piece.data(), static_cast<std::size_t>(piece.size()));
        if (count < 0)
            return invalid(where, QStringLiteral("a ZIP file that can be read"));
        if (count == 0)
            return bytes;
        bytes.append(piece.constData(), count);
        if (bytes.size() > largestFile)
            return invalid(where, QStringLiteral("files of at most 256 MB"));
    }
}

/// The files stand in the archive by themselves or in one folder.
Result<ReleaseFiles> readZip(const QString &path)
{
    const Archive reader(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(reader.get());
    const QByteArray name = QFile::encodeName(path);
    if (archive_read_open_filename(reader.get(), name.constData(), 1 << 16) != ARCHIVE_OK)
        return invalid(path, QStringLiteral("a folder or a ZIP file"));
    ReleaseFiles files;
    std::optional<QString> folder;
    while (true) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF)
            return files.empty() ? Result<ReleaseFiles>(invalid(path, QStringLiteral("the files of a release")))
                                 : files;
        if (status < ARCHIVE_WARN)
            return invalid(path, QStringLiteral("a ZIP file that can be read"));
        const char *given = archive_entry_pathname_utf8(entry);
        const QString whole = QString::fromUtf8(given ? given : "");
        if (archive_entry_filetype(entry) == AE_IFDIR && whole.endsWith(QLatin1Char('/')))
            continue;
        const QString own = whole.section(QLatin1Char('/'), -1);
        const QString parent = whole.left(whole.size() - own.size());
        const bool isPlain =
            archive_entry_filetype(entry) == AE_IFREG && !own.isEmpty() && parent.count(QLatin1Char('/')) <= 1;
        if (!isPlain || files.contains(own) || static_cast<int>(files.size()) == mostFiles ||
            (folder && *folder != parent))
            return invalid(path, QStringLiteral("the files of one release, each once, in at most one folder"));
        folder = parent;
        ADIT_TRY_ASSIGN(files[own], readEntry(reader.get(), path));
    }
}

} // namespace

Result<ReleaseFiles> readReleaseFiles(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::FileMissing, path};
    return info.isDir() ? readFolder(path) : readZip(path);
}

} // namespace adit
