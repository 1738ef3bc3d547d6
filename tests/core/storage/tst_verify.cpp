// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/operationindexes.h"
#include "core/storage/sqlite.h"
#include "core/storage/verify.h"
#include "tests/core/storage/powercut.h"
#include "tests/support/builders.h"

#include <QTest>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace adit;
using namespace adit::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

void sql(const QString &path, const QByteArray &statements)
{
    Database database = must(Database::open(path, Database::Access::ReadWrite));
    if (const auto done = database.execute(statements); !done)
        qFatal("%s: %s", statements.constData(), qPrintable(done.error().detail));
}

bool isLockedForOthers(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const pid_t child = fork();
    if (child == 0) {
        struct flock lock = {};
        lock.l_type = F_WRLCK;
        const int file = ::open(name.constData(), O_RDWR);
        _exit(file >= 0 && ::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

/// Nothing that the journal holds can be altered unnoticed, whatever program does it.
class TestVerify : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(s("case.adit"));
    Folder m_good;

    VerifyReport verified() { return must(must(CaseDocument::open(m_path, repeatableSurroundings(2)))->verify()); }

private Q_SLOTS:
    void initTestCase()
    {
        {
            const auto document = must(CaseDocument::create(m_path, smallStandard(s("1.1.1.1 1.1.1.2 1.1.1.3")), {},
                                                            repeatableSurroundings()));
            for (const char *code : {"1.1.1.1", "1.1.1.2", "1.1.1.3"})
                must(document->apply(
                    must(rate(document->view(), s(code),
                              {.rating = s("full"), .finding = s("Seen"), .sources = QStringList{s("worker")}}))));
            must(document->undo());
            must(document->apply(must(rate(document->view(), s("1.1.1.1"), {.rating = s("none"), .finding = s("")}))));
        }
        QVERIFY(verified().problems.empty());
        m_good = readFolder(m_folder.path());
    }
    void init() { writeFolder(m_folder.path(), m_good); }

    void alteredColumnIsNamed_data()
    {
        QTest::addColumn<QByteArray>("statement");
        Database database = must(Database::open(m_path, Database::Access::ReadOnly));
        for (const char *table : {"op", "edit", "context", "replica"}) {
            const QByteArray rows =
                must(database.number(QByteArray("SELECT count(*) FROM ") + table)) > 2
                    ? " WHERE number IN (SELECT number FROM " + QByteArray(table) + " ORDER BY number LIMIT 1 OFFSET 3)"
                    : "";
            Statement columns = must(database.prepare("SELECT name, type FROM pragma_table_info(?1)"));
            columns.bind(1, s(table));
            while (must(columns.next())) {
                const QByteArray column = columns.text(0).toUtf8();
                const QString type = columns.text(1);
                const QByteArray altered = type == s("INTEGER") ? column + " + 1000"
                                           : type == s("TEXT")
                                               ? "ifnull(" + column + ", '') || 'x'"
                                               : "ifnull(x'ff' || substr(" + column + ", 2), zeroblob(24) || x'')";
                QTest::newRow((QByteArray(table) + "." + column).constData())
                    << "UPDATE " + QByteArray(table) + " SET " + column + " = CAST(" + altered + " AS " +
                           type.toUtf8() + ")" + rows;
            }
        }
        const auto more = [](const char *name, const char *statement) { QTest::newRow(name) << QByteArray(statement); };
        more("value taken away", "UPDATE op SET value = NULL WHERE number = 4");
        more("value and table altered", "UPDATE op SET value = 'none' WHERE value = 'full' AND code = '1.1.1.2'; "
                                        "UPDATE answer SET rating = 'none' WHERE code = '1.1.1.2'");
        more("salt taken away, value and table altered",
             "UPDATE op SET value = 'none', salt = NULL WHERE value = 'full' AND code = '1.1.1.2'; "
             "UPDATE answer SET rating = 'none' WHERE code = '1.1.1.2'");
        more("other kind", "UPDATE op SET kind = 'step' WHERE number = 4");
        more("no kind at all", "UPDATE op SET kind = 'ghost' WHERE number = 4");
        more("member of no set", "UPDATE op SET field = 'sources/ghost' WHERE field = 'sources/worker'");
        more("clock of one runs back", "UPDATE op SET time = 1 WHERE number = 4");
        more("operations swapped", "UPDATE op SET sequence = -4 WHERE number = 4; "
                                   "UPDATE op SET sequence = 4 WHERE number = 5; "
                                   "UPDATE op SET sequence = 5 WHERE number = 4");
        more("operation taken out", "DELETE FROM op WHERE number = 4");
        more("last edit taken out", "DELETE FROM op WHERE edit = (SELECT max(number) FROM edit); "
                                    "DELETE FROM edit WHERE number = (SELECT max(number) FROM edit)");
        more("edit of nothing", "INSERT INTO edit SELECT 99, replica, 99, 99, time, verb, subject, undoes, context, "
                                "salt, withheld FROM edit WHERE number = 2");
        more("journal emptied", "DELETE FROM op; DELETE FROM edit");
    }
    void alteredColumnIsNamed()
    {
        QFETCH(QByteArray, statement);
        sql(m_path, statement);
        const VerifyReport report = verified();
        QVERIFY2(!report.problems.empty(), statement.constData());
        QVERIFY(std::ranges::any_of(report.problems, [](const auto &problem) { return !problem.where.isEmpty(); }));
    }

    /// As a disk would that fails beneath an open case.
    void alteredUnderAnOpenCase_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *name, const char *statement, const char *what) {
            QTest::newRow(name) << QByteArray(statement) << s(what);
        };
        row("text of the standard", "UPDATE standard_text SET text = text || 'x' WHERE code = '1.1.1.1'", "standard");
        row("flag of the standard", "UPDATE standard_node SET critical = 'certain'", "standard");
        row("rules of the standard", "UPDATE standard_part SET json = replace(json, '3/4', '1/4')", "standard");
        row("hash of the standard", "UPDATE meta SET value = 'x' WHERE key = 'standard_hash'", "standard");
        row("value of a record", "UPDATE answer SET finding = 'Never seen'", "table");
        row("record taken away", "DELETE FROM answer WHERE code = '1.1.1.2'", "table");
        row("record of nothing", "INSERT INTO person (id, code) VALUES (x'01020304050607080910111213141516', 'P-A01')",
            "table");
        row("member taken away", "DELETE FROM member WHERE field = 'sources'", "table");
        row("head taken away", "DELETE FROM head WHERE field = 'finding'", "head");
        row("head of another operation", "UPDATE head SET sequence = 99 WHERE field = 'finding'", "head");
        row("head of nothing", "INSERT INTO head VALUES (x'01', 'finding', 1, 1)", "head");
        row("row of an index",
            "PRAGMA writable_schema = ON; CREATE INDEX more ON answer (rating); "
            "UPDATE sqlite_schema SET sql = replace(sql, 'rating', 'finding') WHERE name = 'more'; "
            "PRAGMA writable_schema = RESET",
            "integrity");
        row("index of operations by other values",
            "DROP INDEX op_edit; CREATE INDEX op_edit ON op (number + 1); PRAGMA writable_schema = ON; "
            "UPDATE sqlite_schema SET sql = replace(sql, 'number + 1', 'edit') WHERE name = 'op_edit'; "
            "PRAGMA writable_schema = RESET",
            "integrity");
        row("index of operations in another order",
            "DROP INDEX op_code; CREATE INDEX op_code ON op (code DESC, time); PRAGMA writable_schema = ON; "
            "UPDATE sqlite_schema SET sql = replace(sql, ' DESC', '') WHERE name = 'op_code'; "
            "PRAGMA writable_schema = RESET",
            "integrity");
        row("index of some operations",
            "DROP INDEX op_code; CREATE INDEX op_code ON op (code, time) WHERE number > 1; "
            "PRAGMA writable_schema = ON; "
            "UPDATE sqlite_schema SET sql = replace(sql, ' WHERE number > 1', '') WHERE name = 'op_code'; "
            "PRAGMA writable_schema = RESET",
            "integrity");
        row("another index of operations",
            "PRAGMA writable_schema = ON; CREATE INDEX more ON op (entity); "
            "UPDATE sqlite_schema SET sql = replace(sql, 'entity', 'field') WHERE name = 'more'; "
            "PRAGMA writable_schema = RESET",
            "integrity");
    }
    void alteredUnderAnOpenCase()
    {
        QFETCH(QByteArray, statement);
        QFETCH(QString, what);
        const auto store = must(CaseStore::open(m_path, {}, {}));
        const StoredCase read = must(store->load());
        sqlite3_db_config(store->database().handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        must(store->database().execute(statement));
        const auto problems = must(verifyStore(*store, read.standard, read.assessment, {}));
        QVERIFY(!problems.empty());
        for (const StoreProblem &problem : problems)
            QCOMPARE(problem.what, what);
    }

    /// Each of the values that an index repeats counts, and each operation is in it.
    void indexIsHeldAgainstRows()
    {
        Database database = must(Database::inMemory());
        must(database.execute("CREATE TABLE op (number INTEGER PRIMARY KEY, replica, sequence, time, edit, code, "
                              "UNIQUE (replica, sequence)); CREATE INDEX op_code ON op (code, time); "
                              "CREATE INDEX op_edit ON op (edit); INSERT INTO op VALUES (1, 1, 1, 10, 1, 'b'), "
                              "(2, 2, 1, 20, 2, 'a'), (3, 1, 2, 30, 3, 'b'), (4, 1, 3, 40, 3, '')"));
        QVERIFY(must(OperationIndexes::areKnown(database)));
        const OperationIndexes indexes = must(OperationIndexes::read(database));
        OperationKeys good;
        const auto code = [&](const char *text) { return good.codes.of(text); };
        good.rows = {
            {1, 1, 10, 1, code("b")}, {2, 1, 20, 2, code("a")}, {1, 2, 30, 3, code("b")}, {1, 3, 40, 3, code("")}};
        const auto problems = [&](const OperationKeys &keys) {
            StoreProblems found;
            indexes.compareWith(keys, found);
            QStringList names;
            for (const StoreProblem &problem : found.all())
                names.append(problem.where);
            return names.join(QLatin1Char(' '));
        };
        QCOMPARE(problems(good), QString());
        const auto with = [&](qint64 OperationKeys::Row::*member, qint64 value) {
            OperationKeys keys = good;
            keys.rows[1].*member = value;
            return problems(keys);
        };
        QCOMPARE(with(&OperationKeys::Row::replica, 1), s("sqlite_autoindex_op_1"));
        QCOMPARE(with(&OperationKeys::Row::sequence, 4), s("sqlite_autoindex_op_1"));
        QCOMPARE(with(&OperationKeys::Row::time, 21), s("op_code"));
        QCOMPARE(with(&OperationKeys::Row::code, code("b")), s("op_code"));
        QCOMPARE(with(&OperationKeys::Row::code, code("c")), s("op_code"));
        QCOMPARE(with(&OperationKeys::Row::edit, 3), s("op_edit"));
        OperationKeys fewer = good;
        fewer.rows.pop_back();
        QCOMPARE(problems(fewer), s("op_code op_edit sqlite_autoindex_op_1"));
        OperationKeys more = good;
        more.rows.push_back(more.rows.back());
        QCOMPARE(problems(more), s("op_code op_edit sqlite_autoindex_op_1"));
    }

    /// A process loses its lock on a file with the first of its descriptors that it closes.
    void lockIsKept()
    {
        const auto document = must(CaseDocument::open(m_path, repeatableSurroundings(2)));
        QVERIFY(isLockedForOthers(m_path));
        must(document->verify());
        QVERIFY(isLockedForOthers(m_path));
        must(document->apply(must(rate(document->view(), s("1.1.1.1"), {.notes = s("after")}))));
        QVERIFY(must(document->verify()).problems.empty());
    }

    /// Bytes that a name of a file may have and an address may not.
    void anyNameOfAFileWillDo()
    {
        const QString path = m_folder.filePath(s("100% ?mode=memory#ñ&.adit"));
        QVERIFY(QFile::copy(m_path, path));
        QVERIFY(must(must(CaseDocument::open(path, repeatableSurroundings(2)))->verify()).problems.empty());
        QFile::remove(path);
    }

    void onlyReadableCaseIsVerified()
    {
        QFile::setPermissions(m_path, QFile::ReadOwner);
        const auto document = must(CaseDocument::open(m_path, repeatableSurroundings(2)));
        QVERIFY(must(document->verify()).problems.empty());
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    }

    void progressCancels()
    {
        const auto document = must(CaseDocument::open(m_path, repeatableSurroundings(2)));
        double last = -1;
        QVERIFY(document->verify([&](double done) {
            last = done;
            return true;
        }));
        QCOMPARE(last, 1.0);
        const auto cancelled = document->verify([](double done) { return done < 0.1; });
        QVERIFY(!cancelled);
        QCOMPARE(errorName(cancelled.error().code), s("Cancelled"));
    }

    /// The machine's clock may jump; the journal's does not.
    void clockOfTheMachineMayRunBackwards()
    {
        Surroundings surroundings = repeatableSurroundings(3);
        surroundings.now = [time = std::make_shared<qint64>(1'777'000'000'000)] { return Instant{*time -= 5000}; };
        const auto document = must(CaseDocument::open(m_path, std::move(surroundings)));
        for (int i = 0; i < 10; ++i)
            must(document->apply(must(rate(document->view(), s("1.1.1.1"), {.notes = QString::number(i)}))));
        QVERIFY(must(document->verify()).problems.empty());
        QCOMPARE(must(document->log({}, {})).front().after, std::optional(s("9")));
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
