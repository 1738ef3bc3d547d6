// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/storage/powercut.h"

#include <QDir>
#include <QFile>
#include <algorithm>
#include <cstring>
#include <map>
#include <optional>

#include <sqlite3.h>

namespace adit::test {

namespace {

constexpr const char *realName = "unix";
constexpr const char *ownName = "rec";

QString withoutFolder(const char *path)
{
    const QString whole = QString::fromUtf8(path);
    return whole.mid(whole.lastIndexOf(QLatin1Char('/')) + 1);
}

/// SQLite allocates it, with room for the system's own file behind it.
struct RecordedFile
{
    sqlite3_file base;
    std::vector<DiskEvent> *events;
    QString *name;
};

RecordedFile *recorded(sqlite3_file *file)
{
    return reinterpret_cast<RecordedFile *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(recorded(file) + 1);
}

void note(sqlite3_file *file, DiskEvent event)
{
    event.file = *recorded(file)->name;
    recorded(file)->events->push_back(std::move(event));
}

int closeFile(sqlite3_file *file)
{
    const int code = real(file)->pMethods->xClose(real(file));
    delete recorded(file)->name;
    return code;
}

int readFile(sqlite3_file *file, void *out, int count, sqlite3_int64 at)
{
    return real(file)->pMethods->xRead(real(file), out, count, at);
}

int writeFile(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    note(file, {DiskEvent::Kind::Write, {}, at, QByteArray(static_cast<const char *>(bytes), count)});
    return real(file)->pMethods->xWrite(real(file), bytes, count, at);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    note(file, {DiskEvent::Kind::Truncate, {}, size});
    return real(file)->pMethods->xTruncate(real(file), size);
}

int syncFile(sqlite3_file *file, int flags)
{
    note(file, {DiskEvent::Kind::Sync, {}});
    return real(file)->pMethods->xSync(real(file), flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

int checkReserved(sqlite3_file *file, int *out)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), out);
}

int controlFile(sqlite3_file *file, int operation, void *argument)
{
    // Hints about sizes would let the system grow the file unseen.
    if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE)
        return SQLITE_NOTFOUND;
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

int characteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

constexpr sqlite3_io_methods methods{.iVersion = 1,
                                     .xClose = closeFile,
                                     .xRead = readFile,
                                     .xWrite = writeFile,
                                     .xTruncate = truncateFile,
                                     .xSync = syncFile,
                                     .xFileSize = fileSize,
                                     .xLock = lockFile,
                                     .xUnlock = unlockFile,
                                     .xCheckReservedLock = checkReserved,
                                     .xFileControl = controlFile,
                                     .xSectorSize = sectorSize,
                                     .xDeviceCharacteristics = characteristics,
                                     .xShmMap = nullptr,
                                     .xShmLock = nullptr,
                                     .xShmBarrier = nullptr,
                                     .xShmUnmap = nullptr,
                                     .xFetch = nullptr,
                                     .xUnfetch = nullptr};

} // namespace

struct DiskRecorder::Vfs
{
    sqlite3_vfs table{};
    sqlite3_vfs *system = nullptr;
    std::vector<DiskEvent> events;
    QMap<QString, QFileDevice::Permissions> permissions;

    static Vfs &of(sqlite3_vfs *vfs) { return *static_cast<Vfs *>(vfs->pAppData); }

    static int open(sqlite3_vfs *vfs, sqlite3_filename path, sqlite3_file *file, int flags, int *outFlags)
    {
        Vfs &self = of(vfs);
        int exists = 0;
        self.system->xAccess(self.system, path, SQLITE_ACCESS_EXISTS, &exists);
        RecordedFile *own = recorded(file);
        own->base.pMethods = nullptr;
        const int code = self.system->xOpen(self.system, path, real(file), flags, outFlags);
        if (code != SQLITE_OK)
            return code;
        own->base.pMethods = &methods;
        own->events = &self.events;
        own->name = new QString(withoutFolder(path));
        if (!self.permissions.contains(*own->name))
            self.permissions.insert(*own->name, QFile::permissions(QString::fromUtf8(path)));
        if (!exists)
            note(file, {DiskEvent::Kind::Create, {}});
        return code;
    }

    static int remove(sqlite3_vfs *vfs, const char *path, int syncFolder)
    {
        Vfs &self = of(vfs);
        const int code = self.system->xDelete(self.system, path, syncFolder);
        if (code == SQLITE_OK)
            self.events.push_back({DiskEvent::Kind::Delete, withoutFolder(path), 0, {}, syncFolder != 0});
        return code;
    }

    static int access(sqlite3_vfs *vfs, const char *path, int flags, int *out)
    {
        return of(vfs).system->xAccess(of(vfs).system, path, flags, out);
    }
    static int fullPath(sqlite3_vfs *vfs, const char *path, int size, char *out)
    {
        return of(vfs).system->xFullPathname(of(vfs).system, path, size, out);
    }
    static int randomness(sqlite3_vfs *vfs, int count, char *out)
    {
        return of(vfs).system->xRandomness(of(vfs).system, count, out);
    }
    static int sleep(sqlite3_vfs *vfs, int microseconds)
    {
        return of(vfs).system->xSleep(of(vfs).system, microseconds);
    }
    static int currentTime(sqlite3_vfs *vfs, double *out) { return of(vfs).system->xCurrentTime(of(vfs).system, out); }
    static int lastError(sqlite3_vfs *vfs, int size, char *out)
    {
        return of(vfs).system->xGetLastError(of(vfs).system, size, out);
    }
};

DiskRecorder::DiskRecorder()
    : m_vfs(std::make_unique<Vfs>())
{
    sqlite3_initialize();
    m_vfs->system = sqlite3_vfs_find(realName);
    sqlite3_vfs &table = m_vfs->table;
    table.iVersion = 1;
    table.szOsFile = static_cast<int>(sizeof(RecordedFile)) + m_vfs->system->szOsFile;
    table.mxPathname = m_vfs->system->mxPathname;
    table.zName = ownName;
    table.pAppData = m_vfs.get();
    table.xOpen = Vfs::open;
    table.xDelete = Vfs::remove;
    table.xAccess = Vfs::access;
    table.xFullPathname = Vfs::fullPath;
    table.xRandomness = Vfs::randomness;
    table.xSleep = Vfs::sleep;
    table.xCurrentTime = Vfs::currentTime;
    table.xGetLastError = Vfs::lastError;
    if (sqlite3_vfs_register(&table, 0) != SQLITE_OK || sqlite3mc_vfs_create(ownName, 0) != SQLITE_OK)
        qFatal("the recording VFS cannot be registered");
}

DiskRecorder::~DiskRecorder()
{
    sqlite3mc_vfs_destroy(vfs().constData());
    sqlite3_vfs_unregister(&m_vfs->table);
}

QByteArray DiskRecorder::vfs() const
{
    return QByteArray("multipleciphers-") + ownName;
}

const QMap<QString, QFileDevice::Permissions> &DiskRecorder::permissions() const
{
    return m_vfs->permissions;
}

const std::vector<DiskEvent> &DiskRecorder::events() const
{
    return m_vfs->events;
}

namespace {

/// One file while the events are replayed: what is on the disk for certain, and what is on its way there.
struct FileState
{
    bool durablyThere = false;
    QByteArray durable;
    std::vector<DiskEvent> pending;
};

void put(QByteArray &content, qint64 at, const QByteArray &bytes)
{
    if (content.size() < at + bytes.size())
        content.append(at + bytes.size() - content.size(), '\0');
    std::memcpy(content.data() + at, bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

void cutTo(QByteArray &content, qint64 size)
{
    if (content.size() > size)
        content.truncate(size);
    else
        content.append(size - content.size(), '\0');
}

void arrive(FileState &state, const DiskEvent &event)
{
    switch (event.kind) {
    case DiskEvent::Kind::Create:
        state.durablyThere = true;
        state.durable.clear();
        break;
    case DiskEvent::Kind::Write:
        put(state.durable, event.at, event.bytes);
        break;
    case DiskEvent::Kind::Truncate:
        cutTo(state.durable, event.at);
        break;
    case DiskEvent::Kind::Delete:
        state.durablyThere = false;
        break;
    case DiskEvent::Kind::Sync:
        break;
    }
}

/// All pending events reach the disk.
void settle(FileState &state)
{
    for (const DiskEvent &event : state.pending)
        arrive(state, event);
    state.pending.clear();
}

/// Events as the disk sees them: a write is a number of sectors, each of which arrives or does not.
std::vector<DiskEvent> inSectors(const std::vector<DiskEvent> &events)
{
    constexpr qint64 sector = 512;
    std::vector<DiskEvent> parts;
    for (const DiskEvent &event : events) {
        if (event.kind != DiskEvent::Kind::Write) {
            parts.push_back(event);
            continue;
        }
        for (qint64 at = event.at; at < event.at + event.bytes.size();) {
            const qint64 end = std::min((at / sector + 1) * sector, event.at + event.bytes.size());
            parts.push_back({DiskEvent::Kind::Write, event.file, at, event.bytes.mid(at - event.at, end - at)});
            at = end;
        }
    }
    return parts;
}

/// What of a file is found after the cut; nothing if it is not there.
std::optional<QByteArray> torn(FileState state, std::mt19937 &random)
{
    enum Fate { Nothing, Everything, Beginning, Any, fates };
    const std::vector<DiskEvent> parts = inSectors(state.pending);
    const auto fate = static_cast<Fate>(random() % fates);
    const std::size_t beginning = random() % (parts.size() + 1);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool arrives =
            fate == Everything || (fate == Beginning && i < beginning) || (fate == Any && random() % 2 == 0);
        if (arrives)
            arrive(state, parts[i]);
    }
    return state.durablyThere ? std::optional(state.durable) : std::nullopt;
}

} // namespace

Folder afterPowerCut(const Folder &start, const std::vector<DiskEvent> &events, std::size_t count, std::mt19937 &random)
{
    std::map<QString, FileState> disk;
    for (auto file = start.begin(); file != start.end(); ++file)
        disk[file.key()] = {true, file.value(), {}};
    for (std::size_t i = 0; i < count; ++i) {
        const DiskEvent &event = events[i];
        FileState &state = disk[event.file];
        if (event.kind == DiskEvent::Kind::Sync)
            settle(state); // the Unix VFS syncs the folder with a journal's first sync
        else if (event.kind == DiskEvent::Kind::Delete && event.withFolder)
            state = {};
        else
            state.pending.push_back(event);
    }
    Folder found;
    for (const auto &[name, state] : disk)
        if (const auto content = torn(state, random))
            found.insert(name, *content);
    return found;
}

Folder readFolder(const QString &path)
{
    Folder files;
    const QDir folder(path);
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.insert(name, file.readAll());
    }
    return files;
}

void writeFolder(const QString &path, const Folder &files)
{
    const QDir folder(path);
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden))
        QFile::remove(folder.filePath(name));
    for (auto content = files.begin(); content != files.end(); ++content) {
        QFile file(folder.filePath(content.key()));
        if (!file.open(QIODevice::WriteOnly) || file.write(content.value()) != content.value().size())
            qFatal("%s cannot be written", qPrintable(file.fileName()));
    }
}

} // namespace adit::test
