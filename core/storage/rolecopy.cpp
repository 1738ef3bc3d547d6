// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/rolecopy.h"

#include "core/storage/casestore.h"
#include "core/storage/contenttable.h"

#include <algorithm>
#include <map>

namespace adit {

namespace {

/// Operations are added so many at a time, or a few more: an edit stays together.
constexpr std::ptrdiff_t atATime = 2000;

bool isOfOneEdit(const Operation &a, const Operation &b)
{
    return a.version.replica == b.version.replica && a.edit.first == b.edit.first;
}

Result<> appendInSteps(JournalTables &journal, const std::vector<Operation> &operations, CopyMeter &meter)
{
    for (auto at = operations.begin(); at != operations.end();) {
        auto end = at + std::min(atATime, operations.end() - at);
        while (end != operations.end() && isOfOneEdit(*end, *std::prev(end)))
            ++end;
        ADIT_TRY(journal.append({at, end}));
        ADIT_TRY(meter.add((end - at) * CopyMeter::bytesOfOperation));
        at = end;
    }
    return {};
}

Result<> fillTables(Database &copy, const std::vector<Operation> &operations, CopyMeter &meter)
{
    JournalTables journal(copy);
    ADIT_TRY(appendInSteps(journal, operations, meter));
    ADIT_TRY_ASSIGN(const auto values, MergeTables(copy, journal).valuesOf(touchedBy(operations)));
    RecordTables records(copy);
    for (const FieldValue &value : values) {
        ADIT_TRY(meter.add(0));
        ADIT_TRY(records.write(value.entity, value.path, value.value));
    }
    journal.forgetNumbers();
    return {};
}

} // namespace

Result<std::vector<Operation>> shownOperations(Database &from, const Withholding &withholding, CopyMeter &meter)
{
    std::vector<Operation> operations;
    std::map<Version, bool> isEditSeen;
    Result<> goesOn;
    JournalTables journal(from);
    ADIT_TRY(journal.forEach("1", "op.number", {}, [&](Operation &operation) {
        const bool isSeen = !operation.withheld && withholding.sees(operation);
        isEditSeen[{operation.version.replica, operation.edit.first}] |= isSeen;
        operations.push_back(isSeen ? std::move(operation) : withhold(operation, true, false));
        goesOn = meter.add(CopyMeter::bytesOfOperation);
        return goesOn.has_value();
    }));
    ADIT_TRY(goesOn);
    for (Operation &operation : operations)
        if (!withholding.seesActors || !isEditSeen[{operation.version.replica, operation.edit.first}])
            operation = withhold(operation, false, true);
    return operations;
}

Result<std::vector<Digest>> fillRoleCopy(Database &copy, const std::vector<Operation> &operations, bool seesFiles,
                                         CopyMeter &meter)
{
    std::vector<Digest> wanted;
    ADIT_TRY_ASSIGN(Transaction transaction, Transaction::begin(copy));
    ADIT_TRY(fillTables(copy, operations, meter));
    for (const Operation &operation : operations) {
        if (operation.withheld || !namesContent(operation) || !operation.value)
            continue;
        const Digest hash = digestFromBytes(QByteArray::fromHex(operation.value->toLatin1()));
        // Bytes that come along take the mark away; those that are not here either stay left out.
        ADIT_TRY(ContentTable(copy).leaveOut(hash));
        if (seesFiles)
            wanted.push_back(hash);
    }
    ADIT_TRY(transaction.commit());
    return wanted;
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
