// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlite.h"
#include "tests/core/storage/powercut.h"
#include "tests/support/builders.h"

#include <QTest>

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
