// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/backups.h"
#include "tests/support/builders.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace adit;
using namespace adit::test;

// store.md, File: rolling local backups, the last ten, each opened again before it counts.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

void rateAs(CaseDocument &document, int ordinal, const char *rating)
{
    const QString code = document.standard().requirement(ordinal).code.toString();
    must(document.apply(must(rate(document.view(), code, {.rating = s(rating)}))));
}

} // namespace

class TestBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backupHoldsWhatTheCaseHolds()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        rateAs(*document, 0, "partial");
        const auto made = must(Backups(folder.filePath(s("backups"))).backUp(*document));
        const QString restored = folder.filePath(s("restored.adit"));
        must(Backups::restore(made.path, restored));
        const auto other = must(CaseDocument::open(restored, repeatableSurroundings(2)));
        QVERIFY(other->assessment() == document->assessment());
        QVERIFY(must(other->verify()).problems.empty());
        QVERIFY(!other->facts().replica); // a replica of its own, so that nothing is numbered twice
        QCOMPARE(errorName(Backups::restore(made.path, restored).error().code), s("FileExists"));
    }

    void nothingNewNeedsNoNewBackup()
    {
        QTemporaryDir folder;
        const Backups backups(folder.filePath(s("backups")));
        const auto document = newCase(folder);
        const auto first = must(backups.backUp(*document));
        QCOMPARE(must(backups.backUp(*document)).path, first.path);
        rateAs(*document, 0, "full");
        const auto second = must(backups.backUp(*document));
        QVERIFY(second.path != first.path);
        // Taken back is not as before: the journal went on.
        must(document->undo());
        QVERIFY(must(backups.backUp(*document)).path != second.path);
    }

    void lastTenAreKept()
    {
        QTemporaryDir folder;
        const Backups backups(folder.filePath(s("backups")));
        const auto document = newCase(folder);
        std::vector<QString> made;
        for (int i = 0; i < 13; ++i) {
            rateAs(*document, i, "full");
            made.push_back(must(backups.backUp(*document)).path);
        }
        const auto kept = backups.of(document->assessment().id());
        QCOMPARE(kept.size(), Backups::kept);
        for (std::size_t i = 0; i < kept.size(); ++i)
            QCOMPARE(kept[i].path, made[made.size() - 1 - i]);
    }

    void copyElsewhereDoesNotPushThemOut()
    {
        QTemporaryDir folder;
        const Backups backups(folder.filePath(s("backups")));
        const auto document = newCase(folder);
        const QString first = must(backups.backUp(*document)).path;
        must(document->saveCopy(folder.filePath(s("copy.adit"))));
        const auto copy = must(CaseDocument::open(folder.filePath(s("copy.adit")), repeatableSurroundings(2)));
        for (int i = 0; i < 12; ++i) {
            rateAs(*copy, i, "full");
            must(backups.backUp(*copy));
        }
        QVERIFY(QFile::exists(first));
        QCOMPARE(backups.of(document->assessment().id()).size(), Backups::kept + 1);
    }

    void clockSetBackDoesNotReorderThem()
    {
        QTemporaryDir folder;
        const Backups backups(folder.filePath(s("backups")));
        const auto document = newCase(folder);
        (void)must(backups.backUp(*document));
        document->surroundings().now = [] { return Instant{1'000}; };
        rateAs(*document, 0, "full");
        const QString latest = must(backups.backUp(*document)).path;
        QCOMPARE(backups.of(document->assessment().id()).front().path, latest);
    }

    void backupIsAsPrivateAsTheCase()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        QVERIFY(QFile::setPermissions(document->path(), QFile::ReadOwner | QFile::WriteOwner));
        const QString made = must(Backups(folder.filePath(s("backups"))).backUp(*document)).path;
        const auto others = QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(!(QFile::permissions(made) & others));
        QVERIFY(!(QFile::permissions(folder.filePath(s("backups"))) & others));
    }

    void folderThatCannotBeMadeIsAnError()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        const QString file = folder.filePath(s("file"));
        QVERIFY(QFile::copy(document->path(), file));
        QCOMPARE(errorName(Backups(file).backUp(*document).error().code), s("FolderUnwritable"));
    }
};

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
