// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verify.h"

#include "core/standard/standardjson.h"
#include "core/storage/filecheck.h"
#include "core/storage/journalcheck.h"
#include "core/storage/standardtables.h"

#include <future>
#include <set>

namespace adit {

namespace {

/// Keeps other programs from writing where a case is open for reading only and not locked. Nothing happens where it is.
class ReadLock
{
public:
    explicit ReadLock(Database &database)
        : m_database(database)
    {
        (void)m_database.execute("BEGIN; SELECT count(*) FROM sqlite_schema");
    }
    ~ReadLock() { (void)m_database.execute("COMMIT"); }
    ReadLock(const ReadLock &) = delete;
    ReadLock &operator=(const ReadLock &) = delete;

private:
    Database &m_database;
};

/// What is in the file apart from what SQLite says of it: through a connection of its own, beside that.
class Verifier
{
public:
    /// Two connections: tables are read while the journal is.
    Verifier(Database file, Database tables, const Standard &standard, const Assessment &memory)
        : m_file(std::move(file))
        , m_tables(std::move(tables))
        , m_standard(standard)
        , m_memory(memory)
    {}

    const StoreProblems &problems() const { return m_problems; }

    void checkIndexes(const OperationIndexes &indexes)
    {
        if (m_keys)
            indexes.compareWith(*m_keys, m_problems);
    }

    Result<> run(const std::function<Result<>(double)> &report)
    {
        ADIT_TRY(report(0.1));
        auto tables = std::async(std::launch::async, [&] { return RecordTables(m_tables).read(m_memory.id()); });
        if (const auto checked = checkStandard(); !checked)
            m_problems.add("standard", {}, checked.error().detail);
        ADIT_TRY_ASSIGN(const auto journal, checkJournal(report));
        ADIT_TRY(report(0.8));
        if (journal)
            checkTables(*journal, tables.get());
        return checkContents();
    }

private:
    /// The hash of the standard in memory is known, and that of the same one in the file with it; to work it out takes
    /// a tenth of all there is to do.
    Result<> checkStandard()
    {
        ADIT_TRY_ASSIGN(const StoredStandard stored, readStandard(m_file));
        const bool isTheSame =
            stored.standard.nodes() == m_standard.nodes() && rulesJson(stored.standard) == rulesJson(m_standard);
        return isTheSame && stored.hash == toHex(m_standard.hash()) ? Result<>() : checkHash(stored, m_file.path());
    }

    Result<std::optional<Assessment>> checkJournal(const std::function<Result<>(double)> &report)
    {
        JournalCheck journal(m_file, m_memory.id(), m_problems);
        ADIT_TRY(journal.run([&](double done) { return report(0.2 + 0.6 * done).has_value(); }));
        m_keys = journal.takeKeys();
        return journal.assessment();
    }

    void checkTables(const Assessment &journal, const Result<Assessment> &tables)
    {
        if (!tables)
            return m_problems.add("table", {}, tables.error().detail);
        compare(journal, *tables, QStringLiteral("the table differs from the journal"));
        compare(journal, m_memory, QStringLiteral("memory differs from the journal"));
    }

    void compare(const Assessment &journal, const Assessment &view, const QString &text)
    {
        for (const KindInfo &kind : allKinds()) {
            if (journal.records(kind.kind) == view.records(kind.kind))
                continue;
            std::set<EntityId> ids;
            for (const auto *side : {&journal, &view})
                for (const auto &[id, record] : side->records(kind.kind))
                    ids.insert(id);
            for (const EntityId &id : ids) {
                const Record *a = journal.find(kind.kind, id);
                const Record *b = view.find(kind.kind, id);
                if (!a || !b || !(*a == *b))
                    m_problems.add("table", QString(kind.name) + QLatin1Char(' ') + id.toString(), text);
            }
        }
    }

    /// Every file that a piece of evidence names is there, whole and unchanged, or was left out on purpose.
    Result<> checkContents()
    {
        ContentTable contents(m_file);
        for (const auto &[id, evidence] : m_memory.records(EntityKind::Evidence)) {
            const QString hash = evidence[field::evidence::sha256];
            if (hash.isEmpty())
                continue;
            const Digest digest = digestFromBytes(QByteArray::fromHex(hash.toLatin1()));
            ADIT_TRY_ASSIGN(const ContentState state, contents.state(digest));
            if (state == ContentState::LeftOut)
                continue; // no damage: CaseDocument::verify() names them
            const auto bytes = contents.bytes(digest);
            if (!bytes && bytes.error().code != ErrorCode::FileDamaged)
                return bytes.error();
            if (!bytes)
                m_problems.add("evidence", evidence[field::evidence::label], bytes.error().detail);
        }
        return {};
    }

    Database m_file;
    Database m_tables;
    const Standard &m_standard;
    const Assessment &m_memory;
    StoreProblems m_problems;
    std::optional<OperationKeys> m_keys;
};

} // namespace

Result<std::vector<StoreProblem>> verifyStore(CaseStore &store, const Standard &standard, const Assessment &memory,
                                              const std::function<bool(double)> &progress)
{
    const auto report = [&](double done) {
        return progress && !progress(done) ? Result<>(Error{ErrorCode::Cancelled}) : Result<>();
    };
    const auto held = store.hold();
    if (!store.isReadOnly())
        ADIT_TRY(store.recover());
    const ReadLock lock(store.database());
    ADIT_TRY(report(0));
    ADIT_TRY_ASSIGN(Database file, store.database().beside());
    ADIT_TRY_ASSIGN(Database tables, store.database().beside());
    ADIT_TRY_ASSIGN(Database pages, store.database().beside());
    Verifier verifier(std::move(file), std::move(tables), standard, memory);
    FileCheck check(std::move(pages));
    const Result<> verified = verifier.run(report);
    if (!verified && verified.error().code == ErrorCode::Cancelled)
        return verified.error();
    // What stands in pages that are not as SQLite wrote them says nothing more.
    const FileFindings ofFile = check.findings();
    if (!ofFile.problems.isEmpty())
        return ofFile.problems.all();
    ADIT_TRY(verified);
    if (ofFile.indexes)
        verifier.checkIndexes(*ofFile.indexes);
    ADIT_TRY(report(1));
    return verifier.problems().all();
}

} // namespace adit
