// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/takenfile.h"
#include "core/storage/sqlite.h"
#include "tests/support/builders.h"

#include <QRegularExpression>
#include <QTest>
#include <QThread>

using namespace adit;
using namespace adit::test;

// store.md, Evidence: what was looked at, with its bytes or without; stored once, found by hash, never lost unseen.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

FieldValues plan(const char *state, const char *place = "")
{
    return {{&infoOf(field::evidence::title), s("Emergency plan")},
            {&infoOf(field::evidence::medium), s("document")},
            {&infoOf(field::evidence::source), s("document-company")},
            {&infoOf(field::evidence::state), s(state)},
            {&infoOf(field::evidence::place), s(place)}};
}

std::vector<std::pair<const FieldInfo *, QStringList>> linked(const QStringList &requirements)
{
    return {{&infoOf(field::evidence::requirements), requirements}};
}

EvidenceFile file(const QByteArray &bytes = "the plan")
{
    return {s("plan.txt"), s("text/plain"), bytes};
}

} // namespace

class TestEvidence : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<CaseDocument> m_document;

    EntityId add(const QByteArray &bytes = "the plan", const QStringList &requirements = {s("1.1.1.1")})
    {
        const EntityRef entity = m_document->newEntity(EntityKind::Evidence);
        must(m_document->apply(
            must(addEvidence(m_document->view(), entity, {plan("taken"), linked(requirements)}, file(bytes)))));
        return entity.id;
    }
    const Record &evidence(const EntityId &id) { return *m_document->assessment().find(EntityKind::Evidence, id); }
    static QByteArray longBytes()
    {
        QByteArray bytes(1'000'000, 'x');
        bytes[999'999] = 'y';
        return bytes;
    }
    void keep(const TakenFile &file)
    {
        for (qint64 part = CaseDocument::partsOf(file.bytes.size()); part-- > 0;) {
            QVERIFY(!m_document->hasContent(file.facts.sha256));
            must(m_document->contentDoor().keepPart(file.facts.sha256, file.bytes, part));
        }
        QVERIFY(m_document->hasContent(file.facts.sha256));
    }
    void reopen()
    {
        m_document.reset();
        m_document = must(CaseDocument::open(m_path, repeatableSurroundings(3)));
    }

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(s("case.adit"));
        QFile::remove(m_path);
        m_document = must(
            CaseDocument::create(m_path, smallStandard(s("1.1.1.1 1.1.1.2 2.1.1.1")), {}, repeatableSurroundings()));
    }

    void bytesAreThereAfterReopening()
    {
        const EntityId id = add("the plan", {s("1.1.1.1"), s("2.1.1.1")});
        reopen();
        QCOMPARE(must(m_document->content(evidence(id)[field::evidence::sha256])), QByteArray("the plan"));
        QCOMPARE(evidence(id)[field::evidence::bytes], s("8"));
        QCOMPARE(evidence(id)[field::evidence::requirements], (QStringList{s("1.1.1.1"), s("2.1.1.1")}));
        QCOMPARE(must(m_document->verify()).evidence, 1);
    }

    void sameBytesAreStoredOnce()
    {
        add();
        add();
        m_document.reset();
        Database database = must(Database::open(m_path, Database::Access::ReadOnly));
        QCOMPARE(must(database.number("SELECT count(*) FROM content")), 1);
    }

    /// As the window does: the bytes come in step by step, then the edit that names them.
    void bytesKeptInStepsAreThereOnceAnEditNamesThem()
    {
        const QByteArray bytes = longBytes();
        const TakenFile taken = takenFile(s("long.bin"), s("application/octet-stream"), bytes);
        keep(taken);
        const EntityRef entity = m_document->newEntity(EntityKind::Evidence);
        must(m_document->apply(must(addTakenEvidence(m_document->view(), entity, {plan("taken")}, taken.facts))));
        reopen();
        QVERIFY(must(m_document->content(taken.facts.sha256)) == bytes);
        QByteArray parts;
        for (qint64 part = 0;; ++part) {
            const QByteArray piece = must(m_document->contentPart(taken.facts.sha256, part));
            if (piece.isEmpty())
                break;
            parts += piece;
        }
        QVERIFY(parts == bytes);
        QVERIFY(must(m_document->verify()).problems.empty());
        m_document.reset();
        Database database = must(Database::open(m_path, Database::Access::ReadOnly));
        QCOMPARE(must(database.number("SELECT count(DISTINCT hash) FROM content")), 1);
    }

    void bytesThatNoEditNamedAreGoneAtTheNextOpening()
    {
        add();
        const TakenFile wanted = takenFile(s("long.bin"), s("application/octet-stream"), longBytes());
        keep(wanted);
        QVERIFY(must(m_document->verify()).problems.empty());
        const QString copy = m_folder.filePath(s("handed-over.adit"));
        QFile::remove(copy);
        must(m_document->saveCopy(copy)); // nor do they leave the house
        reopen();
        QVERIFY(!m_document->hasContent(wanted.facts.sha256));
        m_document.reset();
        for (const QString &path : {m_path, copy}) {
            Database database = must(Database::open(path, Database::Access::ReadOnly));
            QCOMPARE(must(database.number("SELECT count(*) FROM content")), 1);
        }
    }

    /// Half-way the program died: what is there is no file yet, and does not pass for one.
    void halfOfTheBytesAreNone()
    {
        const TakenFile taken = takenFile(s("long.bin"), s("application/octet-stream"), longBytes());
        must(m_document->contentDoor().keepPart(taken.facts.sha256, taken.bytes,
                                                CaseDocument::partsOf(taken.bytes.size()) - 1));
        QVERIFY(!m_document->hasContent(taken.facts.sha256));
        must(m_document->apply(must(addTakenEvidence(m_document->view(), m_document->newEntity(EntityKind::Evidence),
                                                     {plan("taken")}, taken))));
        QVERIFY(must(m_document->content(taken.facts.sha256)) == taken.bytes);
    }

    void bytesThatWereNotWantedAreTakenOutAgain()
    {
        const TakenFile taken = takenFile(s("long.bin"), s("application/octet-stream"), longBytes());
        keep(taken);
        int left = 0;
        while (must(m_document->contentDoor().dropPart(taken.facts.sha256)))
            ++left;
        QCOMPARE(left, CaseDocument::partsOf(taken.bytes.size()));
        const EntityId id = add();
        QVERIFY(!must(m_document->contentDoor().dropPart(evidence(id)[field::evidence::sha256]))); // an edit names them
        must(m_document->undo());                                                                  // and may again
        QVERIFY(!must(m_document->contentDoor().dropPart(takenFile({}, {}, "the plan").facts.sha256)));
        reopen();
        must(m_document->redo());
        QCOMPARE(must(m_document->content(evidence(id)[field::evidence::sha256])), QByteArray("the plan"));
    }

    /// The same file is given back here and brought again there: who brings it wins.
    void bytesThatSomebodyWantsAreNotTakenOut()
    {
        const TakenFile taken = takenFile(s("long.bin"), s("application/octet-stream"), longBytes());
        const auto door = m_document->contentDoor();
        keep(taken);
        door.want(taken.facts.sha256);
        door.want(taken.facts.sha256);
        door.unwant(taken.facts.sha256);
        QVERIFY(!must(door.dropPart(taken.facts.sha256)));
        QVERIFY(m_document->hasContent(taken.facts.sha256));
        door.unwant(taken.facts.sha256);
        QVERIFY(must(door.dropPart(taken.facts.sha256)));
    }

    /// Two threads write: none of them loses anything, and edits are not held up for longer than a part takes.
    void editsAreMadeWhileBytesComeIn()
    {
        constexpr int kFiles = 4;
        std::vector<TakenFile> files;
        files.reserve(kFiles);
        for (int i = 0; i < kFiles; ++i)
            files.push_back(takenFile(s("%1.bin").arg(i), s("application/octet-stream"),
                                      longBytes() + QByteArray(1, char('a' + i))));
        std::vector<ErrorCode> errors;
        const std::unique_ptr<QThread> other(QThread::create([&, door = m_document->contentDoor()] {
            for (const TakenFile &file : files)
                for (qint64 part = CaseDocument::partsOf(file.bytes.size()); part-- > 0;)
                    if (const auto kept = door.keepPart(file.facts.sha256, file.bytes, part); !kept)
                        errors.push_back(kept.error().code);
        }));
        other->start();
        int edits = 0;
        while (!other->isFinished() || edits < 20) {
            must(m_document->apply(
                must(rate(m_document->view(), s("1.1.1.1"), {.rating = s(++edits % 2 ? "full" : "partial")}))));
            if (edits % 5 == 0)
                must(m_document->undo(2));
        }
        other->wait();
        QVERIFY(errors.empty());
        for (const TakenFile &file : files) {
            must(m_document->apply(must(addTakenEvidence(
                m_document->view(), m_document->newEntity(EntityKind::Evidence), {plan("taken")}, file.facts))));
            QVERIFY(must(m_document->content(file.facts.sha256)) == file.bytes);
        }
        reopen();
        QVERIFY(must(m_document->verify()).problems.empty());
    }

    void dayOfThePhotoIsItsOwnDateUnlessSomebodySaysOtherwise_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nobody") << QString() << s("2026-05-06") << s("2026-05-05");
        QTest::newRow("not known when it came") << QString() << QString() << s("2026-05-05");
        QTest::newRow("somebody") << s("2026-05-01") << s("2026-05-06") << s("2026-05-01");
        QTest::newRow("a camera ahead of time") << QString() << s("2026-02-01") << QString();
    }
    void dayOfThePhotoIsItsOwnDateUnlessSomebodySaysOtherwise()
    {
        QFETCH(QString, given);
        QFETCH(QString, received);
        TakenFile photo = takenFile(s("IMG_1.jpg"), s("image/jpeg"), "photo");
        photo.facts.takenAt = s("2026-05-05T14:03:22");
        photo.facts.takenWhere = s("-33.45690, -70.64830");
        FieldValues values = plan("taken");
        values.emplace_back(&infoOf(field::evidence::received), received);
        if (!given.isEmpty())
            values.emplace_back(&infoOf(field::evidence::effective), given);
        const EntityRef entity = m_document->newEntity(EntityKind::Evidence);
        must(m_document->apply(must(addTakenEvidence(m_document->view(), entity, {values}, photo))));
        const auto date = evidence(entity.id)[field::evidence::effective];
        QTEST(date ? toIso(*date) : QString(), "expected");
        QCOMPARE(evidence(entity.id)[field::evidence::taken_at], photo.facts.takenAt);
        QCOMPARE(evidence(entity.id)[field::evidence::taken_where], photo.facts.takenWhere);
    }

    /// The public report is built of public fields alone; where a photo was taken can lead to who took it.
    void timeAndPlaceOfAPhotoAreForTheTeam()
    {
        QCOMPARE(infoOf(field::evidence::taken_at).audience, Audience::Team);
        QCOMPARE(infoOf(field::evidence::taken_where).audience, Audience::Team);
    }

    void longFilesComeBackWhole()
    {
        QByteArray bytes(20 * 1024 * 1024 + 17, 'x');
        bytes[5'000'000] = 'y';
        const EntityId id = add(bytes);
        reopen();
        QVERIFY(must(m_document->content(evidence(id)[field::evidence::sha256])) == bytes);
    }

    void emptyFileIsAFileToo()
    {
        const EntityId id = add({});
        QCOMPARE(must(m_document->content(evidence(id)[field::evidence::sha256])), QByteArray());
    }

    /// store.md, File: letters for each copy of the case, and a number that is never given again. Copies that do not
    /// know of each other cannot agree on short letters: each but the first has three of its own.
    void labelsCountUpInEachCopy()
    {
        QCOMPARE(evidence(add())[field::evidence::label], s("E-A01"));
        QCOMPARE(evidence(add())[field::evidence::label], s("E-A02"));
        must(m_document->undo());
        QCOMPARE(evidence(add())[field::evidence::label], s("E-A03"));
        reopen();
        QCOMPARE(m_document->newEntity(EntityKind::Evidence).code, s("E-A04"));
        QCOMPARE(m_document->newEntity(EntityKind::Person).code, s("P-A01"));
        const QString copy = m_folder.filePath(s("copy.adit"));
        QFile::remove(copy);
        must(m_document->saveCopy(copy));
        m_document = must(CaseDocument::open(copy, repeatableSurroundings(8)));
        const QString label = m_document->newEntity(EntityKind::Evidence).code;
        QVERIFY2(QRegularExpression(s("^E-[A-Z]{3}01$")).match(label).hasMatch(), qPrintable(label));
        QCOMPARE(m_document->newEntity(EntityKind::Evidence).code, label.chopped(2) + s("02"));
        QCOMPARE(m_document->newEntity(EntityKind::Person).code, s("P") + label.mid(1));
    }

    void undoTakesItAwayAndRedoBringsItBack()
    {
        const EntityId id = add();
        must(m_document->undo());
        QVERIFY(evidence(id).isBlank());
        QVERIFY(must(m_document->verify()).problems.empty());
        must(m_document->redo());
        QCOMPARE(must(m_document->content(evidence(id)[field::evidence::sha256])), QByteArray("the plan"));
    }

    void damagedBytesAreNoticed()
    {
        const EntityId id = add();
        m_document.reset();
        {
            Database database = must(Database::open(m_path, Database::Access::ReadWrite));
            must(database.execute("UPDATE content SET bytes = x'00'"));
        }
        m_document = must(CaseDocument::open(m_path, repeatableSurroundings(3)));
        const auto bytes = m_document->content(evidence(id)[field::evidence::sha256]);
        QVERIFY(!bytes && bytes.error().code == ErrorCode::FileDamaged);
        const VerifyReport report = must(m_document->verify());
        QCOMPARE(report.problems.size(), std::size_t(1));
        QCOMPARE(report.problems.front().what, s("evidence"));
        QCOMPARE(report.problems.front().where, s("E-A01"));
    }

    void whatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<FieldValues>("values");
        QTest::addColumn<bool>("withFile");
        QTest::addColumn<QString>("requirement");
        QTest::addColumn<QString>("error");
        const auto changed = [](const char *state, const FieldInfo &field, const char *value) {
            FieldValues values = plan(state, "Safe");
            for (auto &[known, text] : values)
                if (known == &field)
                    text = s(value);
            return values;
        };
        QTest::newRow("no title") << changed("sighted", infoOf(field::evidence::title), " ") << false << s("1.1.1.1")
                                  << s("InvalidValue");
        QTest::newRow("unknown medium") << changed("sighted", infoOf(field::evidence::medium), "papyrus") << false
                                        << s("1.1.1.1") << s("UnknownChoice");
        QTest::newRow("taken without a file") << plan("taken") << false << s("1.1.1.1") << s("InvalidValue");
        QTest::newRow("seen, with a file") << plan("sighted", "Safe") << true << s("1.1.1.1") << s("InvalidValue");
        QTest::newRow("seen nowhere") << plan("sighted") << false << s("1.1.1.1") << s("InvalidValue");
        QTest::newRow("held in no way") << plan("") << false << s("1.1.1.1") << s("InvalidValue");
        QTest::newRow("unknown requirement")
            << plan("sighted", "Safe") << false << s("9.9.9.9") << s("UnknownRequirement");
        QTest::newRow("a chapter") << plan("sighted", "Safe") << false << s("1.1") << s("UnknownRequirement");
    }
    void whatDoesNotFitIsRefused()
    {
        QFETCH(FieldValues, values);
        QFETCH(bool, withFile);
        QFETCH(QString, requirement);
        const auto edit = addEvidence(m_document->view(), m_document->newEntity(EntityKind::Evidence),
                                      {values, linked({requirement})}, withFile ? std::optional(file()) : std::nullopt);
        QVERIFY(!edit);
        QTEST(errorName(edit.error().code), "error");
    }

    void interviewNamesPeopleOfThisCase()
    {
        const EntityRef person = m_document->newEntity(EntityKind::Person);
        must(m_document->apply(
            must(addRecord(m_document->view(), person, {{{&infoOf(field::person::stakeholder), s("worker")}}}))));
        const FieldValues talk{{&infoOf(field::interview::held), s("2026-05-05")}};
        const EntityRef interview = m_document->newEntity(EntityKind::Interview);
        const auto with = [&](const FieldValues &values, const QString &heard) {
            return addRecord(m_document->view(), interview,
                             {values,
                              {{&infoOf(field::interview::people), {heard}},
                               {&infoOf(field::interview::requirements), {s("1.1.1.2")}}}});
        };
        QVERIFY(!with(talk, s("P-A09")));
        QVERIFY(!with({}, person.code));
        must(m_document->apply(must(with(talk, person.code))));
        reopen();
        const Record &stored = *m_document->assessment().find(EntityKind::Interview, interview.id);
        QCOMPARE(stored[field::interview::people], QStringList{s("P-A01")});
        QVERIFY(must(m_document->verify()).problems.empty());
    }

    void labelsHaveTheirForm()
    {
        QCOMPARE(entityLabel(EntityKind::Interview, 0, 7), s("I-A07"));
        QCOMPARE(entityLabel(EntityKind::Person, 26, 123), s("P-AA123"));
        QVERIFY(isLabel(EntityKind::Person, u"P-A07"));
        for (const QString &wrong : {s("E-A07"), s("P-A7"), s("P-a07"), s("P-A07\n"), s("PA07"), s("")})
            QVERIFY2(!isLabel(EntityKind::Person, wrong), qPrintable(wrong));
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
