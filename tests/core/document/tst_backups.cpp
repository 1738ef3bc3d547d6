// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/backups.h"
#include "core/edits/takenfile.h"
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

    /// store.md, File: without evidence, so that ten of them fit beside a case of many photos.
    void backupLeavesTheBytesOfEvidenceOut()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        const QByteArray photo(5'000'000, 'p');
        const auto addTo = [](CaseDocument &to, const TakenFile &file) {
            const EntityRef entity = to.newEntity(EntityKind::Evidence);
            must(to.apply(must(addTakenEvidence(
                to.view(), entity,
                {{{&infoOf(field::evidence::title), s("Photo")}, {&infoOf(field::evidence::state), s("taken")}}},
                file))));
            return entity.code;
        };
        const TakenFile file = takenFile(s("IMG_1.jpg"), s("image/jpeg"), photo);
        const QString label = addTo(*document, file);
        const auto made = must(Backups(folder.filePath(s("backups"))).backUp(*document));
        QVERIFY(QFileInfo(made.path).size() < QFileInfo(document->path()).size() - photo.size());
        const QString restored = folder.filePath(s("restored.adit"));
        must(Backups::restore(made.path, restored));
        const auto other = must(CaseDocument::open(restored, repeatableSurroundings(2)));
        QVERIFY(other->assessment() == document->assessment());
        const VerifyReport report = must(other->verify());
        QVERIFY(report.problems.empty());
        QCOMPARE(report.absent, QStringList{label});
        const auto bytes = other->content(file.facts.sha256);
        QVERIFY(!bytes && bytes.error().code == ErrorCode::InvalidValue);
        // The same file again brings them back, for all that named them.
        addTo(*other, file);
        QVERIFY(must(other->content(file.facts.sha256)) == photo);
        QVERIFY(must(other->verify()).absent.isEmpty());
        // The case itself lost nothing.
        QVERIFY(must(document->content(file.facts.sha256)) == photo);
        QVERIFY(must(document->verify()).problems.empty());
    }

    void backupOfARestoredCaseSaysSoAgain()
    {
        QTemporaryDir folder;
        const Backups backups(folder.filePath(s("backups")));
        const QString restored = folder.filePath(s("restored.adit"));
        {
            const auto document = newCase(folder);
            must(document->apply(must(addTakenEvidence(
                document->view(), document->newEntity(EntityKind::Evidence),
                {{{&infoOf(field::evidence::title), s("Plan")}, {&infoOf(field::evidence::state), s("taken")}}},
                takenFile(s("plan.txt"), s("text/plain"), "the plan")))));
            must(Backups::restore(must(backups.backUp(*document)).path, restored));
        }
        const auto other = must(CaseDocument::open(restored, repeatableSurroundings(2)));
        rateAs(*other, 0, "full");
        const QString again = folder.filePath(s("again.adit"));
        must(Backups::restore(must(backups.backUp(*other)).path, again));
        QCOMPARE(must(must(CaseDocument::open(again, repeatableSurroundings(3)))->verify()).absent,
                 QStringList{s("E-A01")});
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
