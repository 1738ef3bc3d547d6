// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include "core/storage/diskfiles.h"

#include <QFile>

#include <unistd.h>

namespace adit {

namespace {

std::vector<Migration> readMigrations()
{
    std::vector<Migration> migrations;
    for (int version = 1;; ++version) {
        QFile file(QStringLiteral(":/adit/schema/case-%1.sql").arg(version, 4, 10, QLatin1Char('0')));
        if (!file.open(QIODevice::ReadOnly))
            return migrations;
        migrations.push_back({version, file.readAll()});
    }
}

} // namespace

const std::vector<Migration> &knownMigrations()
{
    static const std::vector<Migration> migrations = readMigrations();
    return migrations;
}

int newestSchema()
{
    return knownMigrations().back().version;
}

Result<> migrate(Database &database, std::span<const Migration> migrations)
{
    ADIT_TRY_ASSIGN(const qint64 present, database.number("PRAGMA user_version"));
    ADIT_TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
    for (const Migration &migration : migrations) {
        if (migration.version <= present)
            continue;
        ADIT_TRY(database.execute(migration.sql));
        ADIT_TRY(database.execute("PRAGMA user_version = " + QByteArray::number(migration.version)));
    }
    return transaction.commit();
}

namespace {

/// "case.adit.schema-1.bak", or with a number where there is one already: a backup is never overwritten.
QString freeBackupName(const QString &path, qint64 version)
{
    QString name = QStringLiteral("%1.schema-%2.bak").arg(path).arg(version);
    for (int i = 2; QFile::exists(name); ++i)
        name = QStringLiteral("%1.schema-%2-%3.bak").arg(path).arg(version).arg(i);
    return name;
}

Result<> migrateCopy(const QString &copy, std::span<const Migration> migrations)
{
    ADIT_TRY_ASSIGN(Database database, Database::open(copy, Database::Access::ReadWrite));
    ADIT_TRY(database.execute("PRAGMA synchronous = FULL"));
    return migrate(database, migrations);
}

/// A second name for the same file where the file system knows such, else a copy.
Result<> keepBackup(const QString &path, const QString &backup)
{
    if (::link(QFile::encodeName(path).constData(), QFile::encodeName(backup).constData()) == 0)
        return {};
    return copyFile(path, backup);
}

void removeWithJournal(const QString &path)
{
    QFile::remove(path);
    QFile::remove(path + QStringLiteral("-journal"));
}

} // namespace

Result<> migrateFile(const QString &path, std::span<const Migration> migrations)
{
    // Held until the new file is in place: nobody else writes meanwhile. Taking it also rolls back what a crash left.
    ADIT_TRY_ASSIGN(Database original, Database::open(path, Database::Access::ReadWrite));
    ADIT_TRY(original.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT"));
    ADIT_TRY_ASSIGN(const qint64 before, original.number("PRAGMA user_version"));
    // Nothing of a file that is not what it should be is run.
    ADIT_TRY_ASSIGN(const QString schema, schemaText(original));
    ADIT_TRY_ASSIGN(const QString expected, expectedSchemaText(static_cast<int>(before)));
    if (schema != expected)
        return Error{ErrorCode::FileSuspicious, path, QStringLiteral("schema %1").arg(before)};
    const QString copy = path + QStringLiteral(".migrating");
    removeWithJournal(copy);
    ADIT_TRY(copyFile(path, copy));
    const QString backup = freeBackupName(path, before);
    Result<> done = migrateCopy(copy, migrations);
    if (done)
        done = keepBackup(path, backup);
    if (!done) {
        removeWithJournal(copy);
        return done;
    }
    if (done = replaceFile(copy, path); !done) {
        removeWithJournal(copy);
        QFile::remove(backup);
    }
    return done;
}

Result<QString> schemaText(Database &database)
{
    return database.text(
        "SELECT group_concat(type || ' ' || name || ' ' || tbl_name || ' ' || ifnull(sql, ''), char(10)) "
        "FROM (SELECT * FROM sqlite_schema ORDER BY type, name)");
}

Result<QString> expectedSchemaText(int version)
{
    ADIT_TRY_ASSIGN(Database fresh, Database::inMemory());
    const auto &all = knownMigrations();
    ADIT_TRY(migrate(fresh, std::span(all).first(static_cast<std::size_t>(version))));
    return schemaText(fresh);
}

} // namespace adit
