// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/rolecopy.h"

#include "core/storage/casestore.h"
#include "core/storage/migrations.h"

#include <map>

namespace adit {

namespace {

/// What people are not: the standard, and what the file is. Not which machine wrote it.
Result<> copyStandard(Database &from, const QString &to)
{
    ADIT_TRY_ASSIGN(Statement attach, from.prepare("ATTACH ?1 AS copy"));
    attach.bind(1, to);
    ADIT_TRY(attach.run());
    const auto copied = from.execute("PRAGMA copy.journal_mode = OFF; PRAGMA copy.synchronous = OFF; "
                                     "INSERT INTO copy.standard_part SELECT * FROM main.standard_part; "
                                     "INSERT INTO copy.standard_node SELECT * FROM main.standard_node; "
                                     "INSERT INTO copy.standard_text SELECT * FROM main.standard_text; "
                                     "INSERT INTO copy.meta SELECT * FROM main.meta "
                                     "WHERE key IN ('assessment', 'created', 'standard_hash')");
    const auto detached = from.execute("DETACH copy");
    return copied ? detached : copied;
}

/// The bytes that evidence in the copy names, part by part.
Result<> copyContents(Database &from, Database &to, const std::vector<Operation> &operations, bool seesFiles)
{
    ADIT_TRY_ASSIGN(Statement select, from.prepare("SELECT part, bytes FROM content WHERE hash = ?1"));
    ADIT_TRY_ASSIGN(Statement insert, to.prepare("INSERT OR IGNORE INTO content VALUES (?1, ?2, ?3)"));
    const QString hashField = infoOf(field::evidence::sha256).name;
    for (const Operation &operation : operations) {
        if (operation.withheld || operation.entity.kind != EntityKind::Evidence || operation.field != hashField ||
            !operation.value)
            continue;
        const QByteArray hash = QByteArray::fromHex(operation.value->toLatin1());
        if (!seesFiles) {
            ADIT_TRY(ContentTable(to).leaveOut(digestFromBytes(hash)));
            continue;
        }
        select.bind(1, hash);
        while (true) {
            ADIT_TRY_ASSIGN(const bool hasRow, select.next());
            if (!hasRow)
                break;
            const QByteArray bytes = select.bytes(1);
            insert.bind(1, hash).bind(2, select.number(0)).bindView(3, bytes);
            ADIT_TRY(insert.run());
        }
        select.reset();
    }
    return {};
}

/// What nobody in the copy may see becomes a commitment. Of an edit of which nothing is seen, nor is it told whose it
/// was.
Result<std::vector<Operation>> shownOperations(CaseStore &from, const Withholding &withholding)
{
    std::vector<Operation> operations;
    std::map<Version, bool> isEditSeen;
    ADIT_TRY(from.journal().forEach("1", "op.number", {}, [&](Operation &operation) {
        const bool isSeen = !operation.withheld && withholding.sees(operation);
        isEditSeen[{operation.version.replica, operation.edit.first}] |= isSeen;
        operations.push_back(isSeen ? std::move(operation) : withhold(operation, true, false));
        return true;
    }));
    for (Operation &operation : operations)
        if (!withholding.seesActors || !isEditSeen[{operation.version.replica, operation.edit.first}])
            operation = withhold(operation, false, true);
    return operations;
}

Result<> fill(Database &copy, const std::vector<Operation> &operations)
{
    JournalTables journal(copy);
    ADIT_TRY(journal.append(operations));
    ADIT_TRY_ASSIGN(const auto values, MergeTables(copy, journal).valuesOf(touchedBy(operations)));
    RecordTables records(copy);
    for (const FieldValue &value : values)
        ADIT_TRY(records.write(value.entity, value.path, value.value));
    journal.forgetNumbers();
    return {};
}

} // namespace

Result<> writeRoleCopy(CaseStore &from, const QString &to, const Withholding &withholding)
{
    {
        ADIT_TRY_ASSIGN(Database copy, Database::open(to, Database::Access::Create));
        ADIT_TRY(copy.execute("PRAGMA application_id = " + QByteArray::number(caseApplicationId)));
        ADIT_TRY(migrate(copy, knownMigrations()));
    }
    ADIT_TRY(copyStandard(from.database(), to));
    ADIT_TRY_ASSIGN(const std::vector<Operation> operations, shownOperations(from, withholding));
    ADIT_TRY_ASSIGN(Database copy, Database::open(to, Database::Access::ReadWrite));
    ADIT_TRY(copy.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"));
    ADIT_TRY_ASSIGN(Transaction transaction, Transaction::begin(copy));
    ADIT_TRY(fill(copy, operations));
    ADIT_TRY(copyContents(from.database(), copy, operations, withholding.seesFiles));
    ADIT_TRY(transaction.commit());
    return copy.execute("PRAGMA journal_mode = DELETE");
}

Result<std::optional<MadeFor>> readMadeFor(CaseStore &store)
{
    ADIT_TRY_ASSIGN(const QString role, store.database().text("SELECT value FROM meta WHERE key = 'made_for'"));
    if (role.isEmpty())
        return std::optional<MadeFor>();
    ADIT_TRY_ASSIGN(const QString chapters, store.database().text("SELECT value FROM meta WHERE key = 'chapters'"));
    ADIT_TRY_ASSIGN(const QString last, store.database().text("SELECT value FROM meta WHERE key = 'last_received'"));
    ADIT_TRY_ASSIGN(const QString manifest, store.database().text("SELECT value FROM meta WHERE key = 'parcel'"));
    return std::optional(
        MadeFor{role, chapters.split(QLatin1Char(' '), Qt::SkipEmptyParts), last.toLongLong(), manifest});
}

Result<> writeMadeFor(const QString &path, const MadeFor &madeFor)
{
    ADIT_TRY_ASSIGN(Database database, Database::open(path, Database::Access::ReadWrite));
    ADIT_TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
    // What was disclosed to the maker before is not for the holder to take back, nor is what came in with it.
    ADIT_TRY(database.execute("DELETE FROM meta WHERE key IN ('copy_mark', 'replica') OR key LIKE 'disclosed_%'; "
                              "DELETE FROM merge WHERE last < first"));
    ADIT_TRY_ASSIGN(const qint64 last, database.number("SELECT ifnull(max(number), 0) FROM edit"));
    ADIT_TRY_ASSIGN(Statement meta, database.prepare("INSERT OR REPLACE INTO meta VALUES (?1, ?2)"));
    const std::pair<const char *, QString> rows[] = {{"made_for", madeFor.role},
                                                     {"chapters", madeFor.chapters.join(QLatin1Char(' '))},
                                                     {"last_received", QString::number(last)},
                                                     {"parcel", madeFor.manifest}};
    for (const auto &[key, value] : rows) {
        meta.bind(1, QString::fromLatin1(key)).bind(2, value);
        ADIT_TRY(meta.run());
    }
    return transaction.commit();
}

} // namespace adit
