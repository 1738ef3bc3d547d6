// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/syncfolder.h"

#include <QDir>
#include <QFileInfo>

namespace adit {

namespace {

struct Sign
{
    const char *service;
    const char *folder; ///< how the name of a folder on the way begins; empty: any
    const char *mark;   ///< a file or folder that lies in it, with wildcards; empty: none needed
};

constexpr Sign signs[] = {
    {"Dropbox", "Dropbox", ""},
    {"Dropbox", "", ".dropbox.cache"},
    {"OneDrive", "OneDrive", ""},
    {"Google Drive", "Google Drive", ""},
    {"Google Drive", "GoogleDrive", ""},
    {"Google Drive", "My Drive", ""},
    {"Nextcloud", "Nextcloud", ""},
    {"Nextcloud", "", ".sync_*.db"},
    {"ownCloud", "ownCloud", ""},
    {"iCloud Drive", "iCloud", ""},
    {"iCloud Drive", "Mobile Documents", ""},
    {"Syncthing", "", ".stfolder"},
    {"MEGA", "MEGAsync", ""},
    {"MEGA", "", ".megaignore"},
    {"pCloud", "pCloudDrive", ""},
    {"Box", "Box Sync", ""},
};

bool shows(const QDir &folder, const Sign &sign)
{
    if (*sign.folder && !folder.dirName().startsWith(QLatin1String(sign.folder), Qt::CaseInsensitive))
        return false;
    constexpr auto any = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    return !*sign.mark || !folder.entryList({QLatin1String(sign.mark)}, any).isEmpty();
}

} // namespace

QString syncServiceOf(const QString &path)
{
    QDir folder(QFileInfo(path).absolutePath());
    do {
        for (const Sign &sign : signs)
            if (shows(folder, sign))
                return QLatin1String(sign.service);
    } while (folder.cdUp());
    return {};
}

} // namespace adit
