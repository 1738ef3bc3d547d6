// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies that are made beside the document's thread, and can be stopped.
#include "core/storage/casestore.h"
#include "core/storage/migrations.h"

#include <QFileInfo>

namespace adit {

namespace {

/// An empty case file, which is synced as a whole when it is complete. Until then only its owner may read it.
Result<Database> newCopy(const QString &path)
{
    ADIT_TRY(makePrivateFile(path));
    ADIT_TRY_ASSIGN(Database copy, Database::open(path, Database::Access::Create));
    ADIT_TRY(copy.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = " +
                          QByteArray::number(caseApplicationId)));
    ADIT_TRY(migrate(copy, knownMigrations()));
    return copy;
}

/// Rows of a table, or some of them, as they are. `select` gives as many columns as the table has.
Result<> copyRows(Database &from, const QByteArray &select, Database &to, const QByteArray &table, CopyMeter &meter)
{
    ADIT_TRY_ASSIGN(const qint64 columns, to.number("SELECT count(*) FROM pragma_table_info('" + table + "')"));
    QByteArray values = "?1";
    for (qint64 i = 2; i <= columns; ++i)
        values += ", ?" + QByteArray::number(i);
    ADIT_TRY_ASSIGN(Statement rows, from.prepare(select));
    ADIT_TRY_ASSIGN(Statement insert, to.prepare("INSERT INTO " + table + " VALUES (" + values + ')'));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return {};
        const qint64 bytes = insert.bindRow(rows);
        ADIT_TRY(insert.run());
        ADIT_TRY(meter.add(bytes));
    }
}

/// Everything but the bytes of evidence; of these, whose they are.
Result<> copyAllRows(Database &from, Database &to, CopyMeter &meter)
{
    ADIT_TRY(to.execute("PRAGMA foreign_keys = OFF")); // rows that refer to each other come in any order
    ADIT_TRY_ASSIGN(Transaction transaction, Transaction::begin(to));
    ADIT_TRY_ASSIGN(Statement tables, from.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                                   "AND name NOT LIKE 'sqlite%' AND name <> 'content'"));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, tables.next());
        if (!hasRow)
            break;
        const QByteArray name = tables.text(0).toUtf8();
        ADIT_TRY(copyRows(from, "SELECT * FROM " + name, to, name, meter));
    }
    ADIT_TRY(copyRows(from, "SELECT hash, -1, x'' FROM content WHERE part <= 0", to, "content", meter));
    ADIT_TRY(to.execute("DELETE FROM meta WHERE key IN ('copy_mark', 'replica')"));
    ADIT_TRY(ContentTable(to).sweep());
    return transaction.commit();
}

/// What people are not: the standard, and what the file is. Not which machine wrote it.
Result<> copyStandard(Database &from, Database &to, CopyMeter &meter)
{
    ADIT_TRY_ASSIGN(Transaction transaction, Transaction::begin(to));
    for (const char *table : {"standard_part", "standard_node", "standard_text"})
        ADIT_TRY(copyRows(from, QByteArray("SELECT * FROM ") + table, to, table, meter));
    ADIT_TRY(copyRows(from, "SELECT * FROM meta WHERE key IN ('assessment', 'created', 'standard_hash')", to, "meta",
                      meter));
    return transaction.commit();
}

Result<std::vector<Digest>> hashesIn(Database &copy)
{
    std::vector<Digest> hashes;
    ADIT_TRY_ASSIGN(Statement select, copy.prepare("SELECT hash FROM content ORDER BY hash"));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return hashes;
        hashes.push_back(digestFromBytes(select.bytes(0)));
    }
}

} // namespace

/// The file by a connection of its own, for as long as nobody writes.
Result<Database> CaseStore::quietFile()
{
    if (m_isBroken || hasHotJournal())
        return Error{ErrorCode::StorageFull, path()};
    ADIT_TRY(checkPlace());
    return m_database.beside();
}

Result<> CaseStore::copyBeside(const QString &path, const CopyMeter::Progress &progress)
{
    const UnfinishedFile unfinished(path);
    CopyMeter meter(progress, QFileInfo(this->path()).size());
    {
        ADIT_TRY_ASSIGN(Database copy, newCopy(unfinished.path()));
        {
            const auto held = hold();
            ADIT_TRY_ASSIGN(Database file, quietFile());
            ADIT_TRY(copyAllRows(file, copy, meter));
        }
        ADIT_TRY_ASSIGN(const auto hashes, hashesIn(copy));
        ADIT_TRY(bringContents(copy, hashes, meter));
    }
    return finishCopy(unfinished, path);
}

Result<> CaseStore::copyBeside(const QString &path, const Withholding &withholding, const CopyMeter::Progress &progress)
{
    const UnfinishedFile unfinished(path);
    {
        ADIT_TRY_ASSIGN(Database copy, newCopy(unfinished.path()));
        std::vector<Operation> operations;
        std::optional<CopyMeter> meter;
        {
            const auto held = hold();
            ADIT_TRY_ASSIGN(Database file, quietFile());
            ADIT_TRY_ASSIGN(const qint64 count, file.number("SELECT count(*) FROM op"));
            // They are read, and written.
            meter.emplace(progress, 2 * count * CopyMeter::bytesOfOperation +
                                        (withholding.seesFiles ? QFileInfo(this->path()).size() : 0));
            ADIT_TRY(copyStandard(file, copy, *meter));
            std::optional<Assessment> said;
            if (withholding.reads) {
                ADIT_TRY_ASSIGN(said, RecordTables(file).read(m_assessment));
                withholding.reads(*said);
            }
            ADIT_TRY_ASSIGN(operations, shownOperations(file, withholding, *meter));
        }
        ADIT_TRY_ASSIGN(const auto hashes, fillRoleCopy(copy, operations, withholding.seesFiles, *meter));
        ADIT_TRY(bringContents(copy, hashes, *meter));
    }
    return finishCopy(unfinished, path);
}

/// Those that are here. What is named stays where it is: nobody has to wait for more than a part.
Result<> CaseStore::bringContents(Database &copy, const std::vector<Digest> &hashes, CopyMeter &meter)
{
    ADIT_TRY_ASSIGN(Transaction transaction, Transaction::begin(copy));
    ContentTable there(copy);
    ContentTable here(m_database);
    for (const Digest &hash : hashes) {
        auto held = hold();
        ADIT_TRY_ASSIGN(const qint64 parts, here.partsHere(hash));
        held.unlock();
        for (qint64 part = parts - 1; part >= 0; --part) {
            held.lock();
            ADIT_TRY_ASSIGN(const QByteArray bytes, here.part(hash, part));
            held.unlock();
            ADIT_TRY(there.putPiece(hash, part, parts, bytes));
            ADIT_TRY(meter.add(bytes.size()));
        }
    }
    return transaction.commit();
}

} // namespace adit
