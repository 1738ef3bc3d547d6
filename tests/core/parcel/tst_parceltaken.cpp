// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rule.h"
#include "tests/core/parcel/parcelcases.h"
#include "tests/support/forgedparcel.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace adit;
using namespace adit::test;

// Parcels that come in (store.md, Security): opened by their recipients alone, merged with their hand-over or not at
// all; whatever was altered on the way is found out.

class TestParcelTaken : public ParcelCases
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void aChainWrittenAnewIsFoundOut()
    {
        // What a receiver kept says where the chains stood. Somebody else's case in which history went another way:
        must(m_case->saveCopy(path("other.adit")));
        send(*m_case, "auditor", "ana");
        const Record &kept = m_case->assessment().records(EntityKind::Handover).begin()->second;
        const QString chains = kept[field::handover::chains];
        Handover handover = handoverFrom(kept);
        handover.chains = QString(chains).replace(chains.right(8), s("00000000"));
        const Case other = must(CaseDocument::open(path("other.adit"), somebody("lead")));
        const QByteArray signature = signatureOf(other->assessment().id(), handover, profileOf("lead"));
        edit(*other, addRecord(other->view(), other->newEntity(EntityKind::Handover),
                               {{{&infoOf(field::handover::made), handover.made},
                                 {&infoOf(field::handover::made_by), handover.madeBy},
                                 {&infoOf(field::handover::role), handover.role},
                                 {&infoOf(field::handover::recipients), handover.recipients},
                                 {&infoOf(field::handover::chains), handover.chains},
                                 {&infoOf(field::handover::signature), QString::fromLatin1(signature.toHex())}}}));
        const VerifyReport report = must(other->verify());
        QCOMPARE(report.problems.size(), std::size_t(1));
        QCOMPARE(report.problems[0].what, s("handover"));
        expectIntact(*m_case);
        // And nobody can record a hand-over in another's name.
        QCOMPARE(codeOf(addRecord(other->view(), other->newEntity(EntityKind::Handover),
                                  {{{&infoOf(field::handover::made), s("2026-05-02")},
                                    {&infoOf(field::handover::made_by), handover.madeBy},
                                    {&infoOf(field::handover::signature), s("00")}}})),
                 ErrorCode::InvalidValue);
    }

    void aParcelOpensOnlyForItsRecipients()
    {
        send(*m_case, "auditor", "ana");
        const auto foreign = openParcel(path("on its way"), profileOf("ben"), path("ben.adit"));
        QCOMPARE(codeOf(foreign), ErrorCode::ParcelForeign);
        QVERIFY(foreign.error().detail.contains(profileOf("ana").shown().fingerprint()));
        QVERIFY(!QFile::exists(path("ben.adit")));
        QCOMPARE(must(recipientsOf(path("on its way"))), QStringList{profileOf("ana").shown().fingerprint()});
        QCOMPARE(must(lookInto(path("on its way"), profileOf("ana"))).site, s("Hill"));
        QVERIFY(!bytesOf(path("on its way")).contains("Hill"));
    }

    void whatWasAlteredDoesNotOpen_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("cut") << 0;
        QTest::newRow("cut in its first bytes") << 1;
        QTest::newRow("a bit") << 2;
        QTest::newRow("something added") << 3;
        QTest::newRow("pieces in another order") << 4;
        QTest::newRow("another file") << 5;
        QTest::newRow("a newer version") << 6;
        QTest::newRow("empty") << 7;
    }
    void whatWasAlteredDoesNotOpen()
    {
        QFETCH(int, what);
        send(*m_case, "auditor", "ana");
        QByteArray bytes = bytesOf(path("on its way"));
        const auto middle = bytes.size() / 2;
        switch (what) {
        case 0:
            bytes.chop(100);
            break;
        case 1:
            bytes.truncate(20);
            break;
        case 2:
            bytes[middle] = static_cast<char>(bytes[middle] ^ 1);
            break;
        case 3:
            bytes.append("more");
            break;
        case 4: {
            const QByteArray half = bytes.mid(middle, 1000);
            bytes.replace(middle, 1000, bytes.mid(middle + 2000, 1000));
            bytes.replace(middle + 2000, 1000, half);
            break;
        }
        case 5:
            bytes = "PK something";
            break;
        case 6:
            bytes.replace(0, 12, "AditParcel/2");
            break;
        default:
            bytes.clear();
        }
        write(path("altered"), bytes);
        const auto files = [&] { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); };
        const QStringList before = files();
        QCOMPARE(codeOf(openParcel(path("altered"), profileOf("ana"), path("ana.adit"))), ErrorCode::ParcelInvalid);
        QVERIFY(!QFile::exists(path("ana.adit")));
        QCOMPARE(files(), before); // nothing half done is left
    }

    void aParcelCannotBePassedOffAsForOthers()
    {
        // Who got a parcel cannot seal it anew to somebody else under the maker's signature.
        send(*m_case, "auditor", "ana");
        const ParcelManifest manifest = must(lookInto(path("on its way"), profileOf("ana")));
        must(m_case->saveCopy(path("content")));
        QFile content(path("content"));
        QFile out(path("forged"));
        QVERIFY(content.open(QIODevice::ReadOnly) && out.open(QIODevice::WriteOnly));
        must(writeParcel(out, content, manifest, profileOf("ana"), {profileOf("ben").shown()}, {}));
        out.close();
        QCOMPARE(codeOf(lookInto(path("forged"), profileOf("ben"))), ErrorCode::ParcelInvalid);
    }

    void anotherContentBehindTheManifestIsFoundOut()
    {
        // Who got a parcel has the key, and can encrypt another case of the same size behind the maker's manifest.
        send(*m_case, "auditor", "ana");
        write(path("same"), forgedParcel(bytesOf(path("on its way")), profileOf("ana"), [](QByteArray &) {}));
        must(openParcel(path("same"), profileOf("ana"), path("same.adit"))); // the forger's hand is good
        const auto forger = [](QByteArray &content) { content.replace("Public finding", "Forged finding"); };
        write(path("swapped"), forgedParcel(bytesOf(path("on its way")), profileOf("ana"), forger));
        const auto opened = openParcel(path("swapped"), profileOf("ana"), path("ana.adit"));
        QCOMPARE(codeOf(opened), ErrorCode::ParcelInvalid);
        QCOMPARE(opened.error().detail, ruleMark(Rule::ParcelCaseUnsigned));
        QVERIFY(!QFile::exists(path("ana.adit")));
        // What it says is the maker's all the same: only the content gives it away.
        QCOMPARE(must(lookInto(path("swapped"), profileOf("ana"))).site, s("Hill"));
    }

    /// A parcel is merged as what is in it, without a file of it that stays, and the hand-over is kept.
    void aParcelMergesStraightAway()
    {
        const Case ana = handOver("auditor", "ana");
        edit(*ana, rate(ana->view(), s("1.2.1.1"), {.rating = s("none"), .finding = s("By Ana")}));
        send(*ana, "lead-auditor", "lead");
        const auto files = [&] { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); };
        const QStringList before = files();
        const Profile &lead = profileOf("lead");
        {
            const auto incoming = must(IncomingCopy::read(*m_case, path("on its way"), &lead));
            QCOMPARE(incoming->manifest()->maker.fingerprint(), profileOf("ana").shown().fingerprint());
            QCOMPARE(incoming->work().path(), path("on its way"));
            QCOMPARE(incoming->preview().people.size(), std::size_t(1));
            QCOMPARE(files().size(), before.size() + 1);
            for (const QString &file : files())
                if (!before.contains(file))
                    QVERIFY((QFile::permissions(path(qPrintable(file))) & QFile::Permissions(0x0077)) == 0);
            must(incoming->work().bringContents());
            must(incoming->mergeInto(*m_case));
        }
        QCOMPARE(files(), before);
        QCOMPARE(answer(*m_case, "1.2.1.1")[field::answer::finding], s("By Ana"));
        expectIntact(*m_case);
        const auto kept = [&] {
            std::vector<const Record *> all;
            for (const auto &[id, record] : m_case->assessment().records(EntityKind::Handover))
                if (record[field::handover::made_by] == profileOf("ana").shown().fingerprint())
                    all.push_back(&record);
            return all;
        };
        QCOMPARE(kept().size(), std::size_t(1));
        QVERIFY(isGenuineHandover(m_case->assessment(), *kept()[0]));
        must(must(IncomingCopy::read(*m_case, path("on its way"), &lead))->mergeInto(*m_case));
        QCOMPARE(kept().size(), std::size_t(1)); // the same again
        QCOMPARE(must(m_case->history(1)).front().verb, Verb::HandOver);
        must(m_case->undo(2)); // the hand-over, and what came in with it
        QVERIFY(answer(*m_case, "1.2.1.1")[field::answer::finding].isEmpty());
        expectIntact(*m_case);
    }

    void aParcelThatDoesNotMergeLeavesNothing_data()
    {
        QTest::addColumn<QString>("reader");
        QTest::addColumn<int>("cut");
        QTest::addColumn<bool>("isOther");
        QTest::addColumn<int>("code");
        QTest::newRow("for somebody else") << s("ben") << 0 << false << int(ErrorCode::ParcelForeign);
        QTest::newRow("cut") << s("ana") << 100 << false << int(ErrorCode::ParcelInvalid);
        QTest::newRow("of another case") << s("ana") << 0 << true << int(ErrorCode::CaseUnrelated);
        QTest::newRow("nobody's profile") << QString() << 0 << false << int(ErrorCode::ProfileNeeded);
    }
    void aParcelThatDoesNotMergeLeavesNothing()
    {
        QFETCH(QString, reader);
        QFETCH(int, cut);
        QFETCH(bool, isOther);
        QFETCH(int, code);
        must(makeParcel(*m_case, {s("auditor"), {}, {profileOf("ana").shown()}}, path("one.adit-parcel")));
        QFile file(path("one.adit-parcel"));
        QVERIFY(file.resize(file.size() - cut));
        const Case other = must(CaseDocument::create(
            path("other.adit"), m_case->standard(), {{{&infoOf(field::details::site), s("Dale")}}}, somebody("other")));
        const Profile *profile = reader.isEmpty() ? nullptr : &profileOf(reader.toUtf8().constData());
        const auto files = [&] { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); };
        const QStringList before = files();
        const auto read = IncomingCopy::read(isOther ? *other : *m_case, file.fileName(), profile);
        QCOMPARE(int(codeOf(read)), code);
        QCOMPARE(read.error().subject, file.fileName()); // and not what it was opened into
        QCOMPARE(files(), before);
        const auto stopped = IncomingCopy::read(*m_case, file.fileName(), &profileOf("ana"), Forks::Refuse,
                                                [](double) { return false; });
        QVERIFY(!stopped);
        QCOMPARE(files(), before);
    }

    void aHandoverThatCannotBeKeptDoesNotMerge_data()
    {
        QTest::addColumn<QString>("made");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QStringList>("chapters");
        QTest::addColumn<QString>("named");
        QTest::newRow("an unknown role") << s("2026-05-05") << s("boss") << QStringList() << s("boss");
        QTest::newRow("no such day") << s("2026-13-41") << s("auditor") << QStringList() << s("2026-13-41");
        QTest::newRow("no day") << QString() << s("auditor") << QStringList() << s("made");
        QTest::newRow("an unknown chapter") << s("2026-05-05") << s("expert") << QStringList{s("9.9")} << s("9.9");
    }
    /// A parcel is merged with its hand-over or not at all, whatever its maker signed.
    void aHandoverThatCannotBeKeptDoesNotMerge()
    {
        QFETCH(QString, made);
        QFETCH(QString, role);
        QFETCH(QStringList, chapters);
        QFETCH(QString, named);
        const Case ana = withWorkOfAnas();
        must(ana->saveCopy(path("content")));
        send(*ana, "lead-auditor", "lead");
        ParcelManifest manifest = must(lookInto(path("on its way"), profileOf("lead")));
        manifest.handover.made = made;
        manifest.handover.role = role;
        manifest.handover.chapters = chapters;
        manifest.handoverSignature = signatureOf(manifest.assessment, manifest.handover, profileOf("ana"));
        QFile content(path("content"));
        QFile out(path("signed so"));
        QVERIFY(content.open(QIODevice::ReadOnly) && out.open(QIODevice::WriteOnly));
        must(writeParcel(out, content, manifest, profileOf("ana"), {profileOf("lead").shown()}, {}));
        out.close();
        const Error error = refused(path("signed so"));
        QCOMPARE(error.code, ErrorCode::ParcelInvalid);
        QCOMPARE(error.subject, path("signed so"));
        QVERIFY2(error.detail.contains(named), qPrintable(error.detail));
        QVERIFY(answer(*m_case, "1.2.1.1")[field::answer::finding].isEmpty());
    }

    void aParcelOfARevokedMakerDoesNotMerge()
    {
        const Case ana = withWorkOfAnas();
        send(*ana, "lead-auditor", "lead");
        edit(*m_case, revoke(m_case->view(), profileOf("ana"), profileOf("ana").shown(), QDate(2026, 6, 1), s("Lost")));
        const Error error = refused(path("on its way"));
        QCOMPARE(error.code, ErrorCode::ProfileRevoked);
        QCOMPARE(error.subject, profileOf("ana").shown().actor());
    }

    /// What can be seen only once it came in takes what came in out again, and nothing else.
    void aMakerWhoIsRevokedInTheParcelItselfIsRefused()
    {
        const Case ana = withWorkOfAnas();
        OutgoingParcel parcel = must(OutgoingParcel::prepare(*ana, {s("lead-auditor"), {}, {profileOf("lead").shown()}},
                                                             path("on its way too")));
        edit(*ana, revoke(ana->view(), profileOf("ana"), profileOf("ana").shown(), QDate(2026, 6, 1), s("Lost")));
        must(parcel.write({}));
        edit(*m_case, rate(m_case->view(), s("1.1.1.2"), {.rating = s("full")}));
        QCOMPARE(refused(path("on its way too")).code, ErrorCode::ProfileRevoked);
        QCOMPARE(m_case->nextUndo()->verb, Verb::Rate);
        QCOMPARE(answer(*m_case, "1.1.1.2")[field::answer::rating], s("full"));
        QVERIFY(!revocationIn(m_case->assessment(), profileOf("ana").shown().fingerprint()));
    }
};

QTEST_GUILESS_MAIN(TestParcelTaken)
#include "tst_parceltaken.moc"
