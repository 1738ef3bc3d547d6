// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/checkedchain.h"
#include "core/storage/casestore.h"
#include "tests/support/builders.h"

#include <QFile>
#include <QTest>

using namespace adit;
using namespace adit::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

constexpr quint64 length = 4555; // more than two blocks; the first of them made the case

} // namespace

/// Operations of another file are read and checked at once; that changes nothing about what is let in.
class TestCheckedChain : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(s("case.adit"));
    std::optional<ReplicaId> m_replica;

    /// Of a copy of the case that was altered.
    Result<std::vector<Operation>> read(const QByteArray &altered, const std::function<Result<>(std::size_t)> &report)
    {
        const QString path = m_folder.filePath(s("copy.adit"));
        QFile::remove(path);
        QFile::copy(m_path, path);
        {
            Database database = must(Database::open(path, Database::Access::ReadWrite));
            must(database.execute(altered));
        }
        const auto store = must(CaseStore::openForReading(path));
        MergeTables tables = store->merges();
        IncomingCheck check(catalogue(), store->assessmentId(), must(tables.ends()));
        return checkedChain(tables, check, *m_replica, 0, length, report);
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto document = must(CaseDocument::create(m_path, catalogue(), {}, repeatableSurroundings()));
        for (int round = 0; round < 11; ++round) {
            Edit edit{Verb::Import, {}, {}};
            for (int i = 0; i < 414; ++i)
                edit.changes.push_back({document->assessment().answerRef(catalogue().requirement(i).code),
                                        &infoOf(field::answer::finding),
                                        {},
                                        s("Seen %1").arg(round)});
            must(document->apply(edit));
        }
        QCOMPARE(document->facts().operations, static_cast<qint64>(length));
        document.reset();
        m_replica = must(must(CaseStore::open(m_path, {}, {}))->replica());
    }

    void wholeChainComesInOrder()
    {
        std::size_t told = 0;
        const auto operations = must(read("SELECT 1", [&](std::size_t count) {
            told += count;
            return Result<>();
        }));
        QCOMPARE(operations.size(), static_cast<std::size_t>(length));
        QCOMPARE(told, static_cast<std::size_t>(length));
        for (std::size_t i = 0; i < operations.size(); ++i)
            QCOMPARE(operations[i].version.sequence, static_cast<quint64>(i + 1));
    }

    void forgedOneIsRefusedWhereverItStands_data()
    {
        QTest::addColumn<quint64>("sequence");
        for (const quint64 sequence : {1ULL, 2000ULL, 2001ULL, 4000ULL, 4001ULL, 4555ULL})
            QTest::newRow(QByteArray::number(sequence).constData()) << sequence;
    }
    void forgedOneIsRefusedWhereverItStands()
    {
        QFETCH(quint64, sequence);
        const auto refused = read("UPDATE op SET value = 'none' WHERE sequence = " + QByteArray::number(sequence),
                                  [](std::size_t) { return Result<>(); });
        QVERIFY(!refused);
        QCOMPARE(errorName(refused.error().code), s("OperationRefused"));
        QVERIFY(refused.error().detail.contains(s(":%1:").arg(sequence)));
    }

    void reportStopsIt()
    {
        int calls = 0;
        const auto stopped = read("SELECT 1", [&](std::size_t) {
            ++calls;
            return Result<>(Error{ErrorCode::Cancelled});
        });
        QVERIFY(!stopped);
        QCOMPARE(errorName(stopped.error().code), s("Cancelled"));
        QCOMPARE(calls, 1);
    }
};

QTEST_GUILESS_MAIN(TestCheckedChain)
#include "tst_checkedchain.moc"
