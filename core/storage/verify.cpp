// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verify.h"

#include <algorithm>
#include <map>
#include <set>

namespace adit {

namespace {

/// More problems than this say no more than "restore a backup".
constexpr std::size_t mostProblems = 200;

QString nameOf(const Version &version)
{
    return QStringLiteral("%1:%2").arg(version.replica.toString()).arg(version.sequence);
}

class Verifier
{
public:
    Verifier(CaseStore &store, const Assessment &memory, const std::function<bool(double)> &progress)
        : m_store(store)
        , m_memory(memory)
        , m_progress(progress)
    {}

    Result<std::vector<StoreProblem>> run()
    {
        ADIT_TRY(report(0));
        if (!readPages() || !checkIntegrity())
            return std::move(m_problems);
        ADIT_TRY(report(0.2));
        checkStandard();
        if (const auto walked = checkChains(); !walked && walked.error().code == ErrorCode::JournalBroken) {
            add(QStringLiteral("chain"), walked.error().subject, QStringLiteral("a row that is no operation"));
            return std::move(m_problems);
        } else if (!walked) {
            return walked.error();
        }
        ADIT_TRY(checkEdits());
        ADIT_TRY(report(0.8));
        ADIT_TRY(checkTables());
        ADIT_TRY(checkContents());
        ADIT_TRY(report(1));
        return std::move(m_problems);
    }

private:
    void add(const QString &what, const QString &where, const QString &text)
    {
        if (m_problems.size() < mostProblems)
            m_problems.push_back({what, where, text});
    }

    Result<> report(double done)
    {
        if (m_progress && !m_progress(done))
            return Error{ErrorCode::Cancelled};
        return {};
    }

    /// False where pages cannot be read at all, so that nothing further can be asked.
    bool readPages()
    {
        auto pages = m_store.database().number("SELECT sum(length(data)) FROM sqlite_dbpage");
        if (!pages)
            add(QStringLiteral("page"), {}, pages.error().detail);
        return pages.has_value();
    }

    bool checkIntegrity()
    {
        auto select = m_store.database().prepare("PRAGMA integrity_check(100)");
        if (!select) {
            add(QStringLiteral("integrity"), {}, select.error().detail);
            return false;
        }
        while (true) {
            const auto hasRow = select->next();
            if (!hasRow)
                add(QStringLiteral("integrity"), {}, hasRow.error().detail);
            if (!hasRow || !*hasRow)
                break;
            if (select->text(0) != QLatin1String("ok"))
                add(QStringLiteral("integrity"), {}, select->text(0));
        }
        return m_problems.empty();
    }

    void checkStandard()
    {
        if (const auto standard = m_store.standard(); !standard)
            add(QStringLiteral("standard"), {}, standard.error().detail);
    }

    Result<> checkChains()
    {
        ADIT_TRY_ASSIGN(const qint64 count, m_store.journal().count());
        qint64 done = 0;
        std::map<ReplicaId, Version> last;
        std::map<ReplicaId, Digest> hashes;
        std::map<ReplicaId, quint64> clocks;
        bool cancelled = false;
        ADIT_TRY(m_store.journal().forEach("1", "op.number", {}, [&](const Operation &operation) {
            checkOne(operation, last, hashes, clocks);
            m_operations.push_back(operation);
            constexpr qint64 step = 5000;
            cancelled = ++done % step == 0 && !report(0.2 + 0.6 * double(done) / double(std::max<qint64>(count, 1)));
            return !cancelled;
        }));
        if (cancelled)
            return Error{ErrorCode::Cancelled};
        return {};
    }

    void checkOne(const Operation &operation, std::map<ReplicaId, Version> &last, std::map<ReplicaId, Digest> &hashes,
                  std::map<ReplicaId, quint64> &clocks)
    {
        const ReplicaId &replica = operation.version.replica;
        const auto before = last.find(replica);
        const quint64 expected = before == last.end() ? 1 : before->second.sequence + 1;
        if (operation.version.sequence != expected)
            add(QStringLiteral("chain"), nameOf(operation.version),
                QStringLiteral("operation %1 is missing").arg(expected));
        const Digest previous = before == last.end() ? chainStart(m_store.assessmentId(), replica) : hashes[replica];
        // Without its salt a value cannot be checked, so it may not be there either.
        const bool isCommitted = operation.disclosed
                                     ? commitmentOf(operation.salt, operation.value) == operation.commitment
                                     : !operation.value;
        if (!isCommitted)
            add(QStringLiteral("commitment"), nameOf(operation.version),
                QStringLiteral("the value is not the one committed to"));
        if (!isChained(previous, operation))
            add(QStringLiteral("chain"), nameOf(operation.version), QStringLiteral("the hash does not follow"));
        if (operation.time <= clocks[replica])
            add(QStringLiteral("clock"), nameOf(operation.version), QStringLiteral("runs backwards"));
        last.insert_or_assign(replica, operation.version);
        hashes[replica] = operation.hash;
        clocks[replica] = operation.time;
    }

    /// The table of edits repeats what its operations say.
    Result<> checkEdits()
    {
        ADIT_TRY_ASSIGN(const qint64 rows, m_store.database().number("SELECT count(*) FROM op"));
        ADIT_TRY_ASSIGN(const qint64 count, m_store.journal().count());
        if (rows != static_cast<qint64>(m_operations.size()) || rows != count)
            add(QStringLiteral("edit"), QStringLiteral("%1 of %2").arg(m_operations.size()).arg(rows),
                QStringLiteral("operations without their edit, or numbered otherwise"));
        ADIT_TRY_ASSIGN(Statement select,
                        m_store.database().prepare(
                            "SELECT edit.number FROM edit LEFT JOIN (SELECT edit, count(*) AS count, "
                            "min(sequence) AS first, max(sequence) AS last, max(time) AS time, "
                            "min(replica) AS replica, max(replica) AS other FROM op GROUP BY edit) AS own "
                            "ON own.edit = edit.number WHERE own.first IS NOT edit.first OR own.last IS NOT edit.last "
                            "OR own.count IS NOT edit.last - edit.first + 1 OR own.time IS NOT edit.time "
                            "OR own.replica IS NOT edit.replica OR own.other IS NOT edit.replica"));
        while (true) {
            ADIT_TRY_ASSIGN(const bool hasRow, select.next());
            if (!hasRow)
                return {};
            add(QStringLiteral("edit"), QString::number(select.number(0)),
                QStringLiteral("does not match its operations"));
        }
    }

    Result<> checkTables()
    {
        auto replayed = replay(m_store.assessmentId(), m_operations);
        if (!replayed) {
            add(QStringLiteral("chain"), replayed.error().subject, replayed.error().detail);
            return {};
        }
        auto tables = m_store.assessment();
        if (!tables) {
            add(QStringLiteral("table"), {}, tables.error().detail);
            return {};
        }
        compare(*replayed, *tables, QStringLiteral("the table differs from the journal"));
        compare(*replayed, m_memory, QStringLiteral("memory differs from the journal"));
        return checkHeads();
    }

    void compare(const Assessment &journal, const Assessment &view, const QString &text)
    {
        for (const KindInfo &kind : allKinds()) {
            std::set<EntityId> ids;
            for (const auto *side : {&journal, &view})
                for (const auto &[id, record] : side->records(kind.kind))
                    ids.insert(id);
            for (const EntityId &id : ids) {
                const Record *a = journal.find(kind.kind, id);
                const Record *b = view.find(kind.kind, id);
                if (!a || !b || !(*a == *b))
                    add(QStringLiteral("table"), QString(kind.name) + QLatin1Char(' ') + id.toString(), text);
            }
        }
    }

    /// Every file that a piece of evidence names is there, whole and unchanged, or was left out on purpose.
    Result<> checkContents()
    {
        for (const auto &[id, evidence] : m_memory.records(EntityKind::Evidence)) {
            const QString hash = evidence[field::evidence::sha256];
            if (hash.isEmpty())
                continue;
            const Digest digest = digestFromBytes(QByteArray::fromHex(hash.toLatin1()));
            ADIT_TRY_ASSIGN(const ContentState state, m_store.contents().state(digest));
            if (state == ContentState::LeftOut)
                continue; // no damage: CaseDocument::verify() names them
            const auto bytes = m_store.contents().bytes(digest);
            if (!bytes && bytes.error().code != ErrorCode::FileDamaged)
                return bytes.error();
            if (!bytes)
                add(QStringLiteral("evidence"), evidence[field::evidence::label], bytes.error().detail);
        }
        return {};
    }

    Result<> checkHeads()
    {
        Registers registers;
        for (const Operation &operation : m_operations)
            registers.apply(operation);
        qint64 expected = 0;
        for (const auto &[key, heads] : registers.all()) {
            expected += static_cast<qint64>(heads.size());
            ADIT_TRY_ASSIGN(const auto stored, m_store.journal().heads(key.first, key.second));
            if (stored != registers.versions(key.first, key.second))
                add(QStringLiteral("head"), key.first.toString() + QLatin1Char(' ') + key.second,
                    QStringLiteral("the head differs from the journal"));
        }
        ADIT_TRY_ASSIGN(const qint64 rows, m_store.database().number("SELECT count(*) FROM head"));
        if (rows != expected)
            add(QStringLiteral("head"), {}, QStringLiteral("%1 instead of %2 heads").arg(rows).arg(expected));
        return {};
    }

    CaseStore &m_store;
    const Assessment &m_memory;
    const std::function<bool(double)> &m_progress;
    std::vector<StoreProblem> m_problems;
    std::vector<Operation> m_operations;
};

} // namespace

Result<std::vector<StoreProblem>> verifyStore(CaseStore &store, const Assessment &memory,
                                              const std::function<bool(double)> &progress)
{
    return Verifier(store, memory, progress).run();
}

} // namespace adit
