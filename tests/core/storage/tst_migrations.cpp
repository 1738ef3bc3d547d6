// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/casestore.h"
#include "core/storage/migrations.h"
#include "tests/core/storage/powercut.h"
#include "tests/support/builders.h"

#include <QSet>
#include <QTest>

using namespace adit;
using namespace adit::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// The schema of today with two later ones that nobody has written yet.
std::vector<Migration> withFuture(const QByteArray &third = "CREATE TABLE later (id TEXT NOT NULL) STRICT")
{
    std::vector<Migration> all = knownMigrations();
    all.push_back({newestSchema() + 1, "ALTER TABLE answer ADD COLUMN colour TEXT; UPDATE answer SET colour = 'grey'"});
    all.push_back({newestSchema() + 2, third});
    return all;
}

int lastVersion()
{
    return withFuture().back().version;
}

/// Of a case as it is made today, before the later schemas.
QString backupName()
{
    return s("case.adit.schema-%1.bak").arg(newestSchema());
}

Database opened(const QString &path)
{
    return must(Database::open(path, Database::Access::ReadWrite));
}

qint64 versionOf(const QString &path)
{
    Database database = opened(path);
    return must(database.number("PRAGMA user_version"));
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(s("case.adit"));
        const auto document =
            must(CaseDocument::create(m_path, smallStandard(s("1.1.1.1 1.1.1.2")), {}, repeatableSurroundings()));
        must(document->apply(must(rate(document->view(), s("1.1.1.1"), {.rating = s("full")}))));
    }

    void freshSchemaIsTheMigratedOne()
    {
        const auto all = withFuture();
        Database fresh = must(Database::inMemory());
        QVERIFY(migrate(fresh, all));
        Database stepwise = must(Database::inMemory());
        for (std::size_t count = 1; count <= all.size(); ++count)
            QVERIFY(migrate(stepwise, std::span(all).first(count)));
        QCOMPARE(must(schemaText(stepwise)), must(schemaText(fresh)));
        QCOMPARE(must(stepwise.number("PRAGMA user_version")), lastVersion());
    }

    void migrationsAreNumberedWithoutGaps()
    {
        int expected = 1;
        for (const Migration &migration : knownMigrations())
            QCOMPARE(migration.version, expected++);
        QCOMPARE(newestSchema(), expected - 1);
    }

    void everySchemaIsStrictAndSaysWhatMayBeAbsent()
    {
        Database fresh = must(Database::inMemory());
        QVERIFY(migrate(fresh, knownMigrations()));
        QCOMPARE(must(fresh.text("SELECT group_concat(name) FROM pragma_table_list "
                                 "WHERE schema = 'main' AND name NOT LIKE 'sqlite%' AND NOT strict")),
                 QString());
        QCOMPARE(must(fresh.text("SELECT group_concat(type || name) FROM sqlite_schema "
                                 "WHERE type NOT IN ('table', 'index')")),
                 QString());
    }

    void migratedFileKeepsItsValuesAndItsOldSelf()
    {
        const QByteArray before = readFolder(m_folder->path()).value(s("case.adit"));
        QVERIFY(migrateFile(m_path, withFuture()));
        QCOMPARE(versionOf(m_path), lastVersion());
        Database migrated = opened(m_path);
        QCOMPARE(must(migrated.text("SELECT rating || colour FROM answer WHERE code = '1.1.1.1'")), s("fullgrey"));
        QCOMPARE(must(migrated.number("PRAGMA application_id")), caseApplicationId);
        const Folder files = readFolder(m_folder->path());
        QCOMPARE(files.keys(), (QStringList{s("case.adit"), backupName()}));
        QCOMPARE(files.value(backupName()), before);
    }

    void backupOpensAsItWas()
    {
        QVERIFY(migrateFile(m_path, withFuture()));
        const auto document = must(CaseDocument::open(m_folder->filePath(backupName()), repeatableSurroundings()));
        QVERIFY(must(document->verify()).problems.empty());
    }

    void failureHalfWayLeavesTheFileAsItWas_data()
    {
        QTest::addColumn<QByteArray>("third");
        QTest::newRow("wrong statement") << QByteArray("CREATE TABLE later (id TEXT); INSERT INTO nowhere VALUES (1)");
        QTest::newRow("broken rule") << QByteArray("INSERT INTO meta VALUES ('assessment', 'again')");
        QTest::newRow("no SQL") << QByteArray("Dear reader");
    }
    void failureHalfWayLeavesTheFileAsItWas()
    {
        QFETCH(QByteArray, third);
        const Folder before = readFolder(m_folder->path());
        QVERIFY(!migrateFile(m_path, withFuture(third)));
        QCOMPARE(readFolder(m_folder->path()), before);
    }

    void whatACrashLeftIsCleared()
    {
        writeFolder(m_folder->path(), [this] {
            Folder files = readFolder(m_folder->path());
            files.insert(s("case.adit.migrating"), QByteArray(9000, 'x'));
            files.insert(s("case.adit.migrating-journal"), QByteArray(9000, 'x'));
            return files;
        }());
        QVERIFY(migrateFile(m_path, withFuture()));
        QCOMPARE(versionOf(m_path), lastVersion());
        QCOMPARE(readFolder(m_folder->path()).keys(), (QStringList{s("case.adit"), backupName()}));
    }

    /// Who went back to a backup and migrates again keeps both backups.
    void earlierBackupIsKeptAndDoesNotBlock()
    {
        Folder files = readFolder(m_folder->path());
        files.insert(backupName(), "earlier");
        writeFolder(m_folder->path(), files);
        QVERIFY(migrateFile(m_path, withFuture()));
        files = readFolder(m_folder->path());
        QCOMPARE(files.size(), 3);
        QCOMPARE(files.value(backupName()), QByteArray("earlier"));
    }

    void caseOpenElsewhereIsNotMigratedUnderItsFeet()
    {
        const auto document = must(CaseDocument::open(m_path, repeatableSurroundings()));
        const auto migrated = migrateFile(m_path, withFuture());
        QVERIFY(!migrated);
        QCOMPARE(errorName(migrated.error().code), s("FileLocked"));
        must(document->apply(must(rate(document->view(), s("1.1.1.2"), {.rating = s("full")}))));
        QVERIFY(must(document->verify()).problems.empty());
    }

    void newestFileIsLeftAlone()
    {
        Database fresh = must(Database::inMemory());
        const auto all = withFuture();
        QVERIFY(migrate(fresh, all));
        QVERIFY(migrate(fresh, std::span(all).first(1)));
        QCOMPARE(must(fresh.number("PRAGMA user_version")), lastVersion());
    }

    /// Every field of the registry has its column of text, and no column is unknown to the registry.
    void registryAndTablesAgree()
    {
        Database fresh = must(Database::inMemory());
        QVERIFY(migrate(fresh, knownMigrations()));
        for (const KindInfo &kind : allKinds()) {
            QSet<QString> expected{s("id BLOB 1"), s("code TEXT 1")};
            for (const FieldInfo &field : fieldsOf(kind.kind))
                if (field.type != ValueType::Code && !isSetType(field.type))
                    expected.insert(QString(field.name) + s(" TEXT 0"));
            QSet<QString> found;
            Statement columns = must(fresh.prepare("SELECT name, type, \"notnull\" FROM pragma_table_info(?1)"));
            columns.bind(1, QString(kind.name));
            while (must(columns.next()))
                found.insert(s("%1 %2 %3").arg(columns.text(0), columns.text(1)).arg(columns.number(2)));
            QCOMPARE(found, expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
