// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rule.h"
#include "core/edits/identityverbs.h"
#include "core/edits/recordrules.h"
#include "core/identity/recoverycode.h"
#include "tests/support/builders.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace adit;
using namespace adit::test;

// Profiles and the identity compartment (store.md, Security): who people are is encrypted from the first name stored,
// opened by its holders alone, and by nobody who altered a file on the way.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QDate today(2026, 5, 4);

Profile profileOf(const char *name)
{
    return must(Profile::make(s(name), {s("auditor"), s("lead-auditor")}, today));
}

const FieldInfo &nameField()
{
    return infoOf(field::person::name);
}

/// A case with one person, whose name `writer` stores.
struct NamedCase
{
    QTemporaryDir folder;
    std::unique_ptr<CaseDocument> document = newCase(folder);
    EntityRef person = document->newEntity(EntityKind::Person);

    explicit NamedCase(const Profile &writer, const char *name = "Rosa Huamán")
    {
        must(document->apply(
            must(addRecord(document->view(), person, {{{&infoOf(field::person::stakeholder), s("worker")}}}))));
        write(writer, name);
    }
    Result<ChangeSet> tryWrite(const Profile &writer, const QString &name)
    {
        Draft draft(document->view(), Verb::Change, person.code);
        ADIT_TRY_ASSIGN(const QString sealed, IdentityWriter(writer).seal(draft, person, nameField(), name));
        ADIT_TRY_ASSIGN(Edit edit, changeRecord(draft.view(), person, {{{&nameField(), sealed}}}));
        draft.add(std::move(edit));
        return document->apply(draft.edit());
    }
    void write(const Profile &writer, const char *name) { must(tryWrite(writer, s(name))); }
    QString stored() const
    {
        return document->assessment().find(EntityKind::Person, person.id)->text(nameField().index);
    }
    Result<QString> read(const Profile &reader) const
    {
        return Compartment(document->assessment(), reader).read(person, nameField(), stored());
    }
};

} // namespace

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- profiles ----

    void profileOpensWithItsPassphraseAndNoOther()
    {
        const Profile made = profileOf("R. Salas");
        const QByteArray file = must(made.locked(s("four words and more")));
        const Profile opened = must(unlock(file, s("four words and more"), s("x")));
        QCOMPARE(opened.shown(), made.shown());
        QCOMPARE(opened.recoveryCode(), made.recoveryCode());
        QCOMPARE(unlock(file, s("four words and mor"), s("x")).error().code, ErrorCode::WrongPassphrase);
        QVERIFY(!file.contains(made.recoveryCode().left(5).toLatin1()));
    }

    void passphraseIsTheSameHoweverItsLettersWereTyped()
    {
        const QByteArray file = must(profileOf("R. Salas").locked(s("contraseña larga")));
        QVERIFY(unlock(file, s("contraseña larga").normalized(QString::NormalizationForm_D), s("x")));
    }

    void shortPassphraseIsRefused()
    {
        QCOMPARE(profileOf("R. Salas").locked(s("nine char")).error().code, ErrorCode::InvalidValue);
    }

    void recoveryCodeMakesTheSameKeysAgain()
    {
        const Profile made = profileOf("R. Salas");
        QString code = made.recoveryCode();
        QCOMPARE(code.count(QLatin1Char('-')), 12);
        QCOMPARE(must(Profile::recover(code, s("R. Salas"), {}, today)).shown().fingerprint(),
                 made.shown().fingerprint());
        code = code.toLower().replace(QLatin1Char('-'), QLatin1Char(' ')).replace(QLatin1Char('0'), QLatin1Char('o'));
        code.replace(QLatin1Char('1'), QLatin1Char('l'));
        QCOMPARE(must(Profile::recover(code, s("R. Salas"), {}, today)).shown().fingerprint(),
                 made.shown().fingerprint());
    }

    void misreadRecoveryCodeSaysWhichGroup()
    {
        const QString code = profileOf("R. Salas").recoveryCode();
        QStringList groups = code.split(QLatin1Char('-'));
        QStringList swapped = groups;
        swapped.swapItemsAt(3, 7);
        const auto other = Profile::recover(swapped.join(QLatin1Char('-')), s("R"), {}, today);
        QVERIFY(!other || groups[3] == groups[7]);
        groups[4][0] = groups[4][0] == QLatin1Char('7') ? QLatin1Char('8') : QLatin1Char('7');
        groups[4][4] = QLatin1Char('!');
        const auto broken = Profile::recover(groups.join(QLatin1Char('-')), s("R"), {}, today);
        QCOMPARE(broken.error().code, ErrorCode::InvalidValue);
        groups[4] = s("UUUUU");
        const auto letter = Profile::recover(groups.join(QLatin1Char('-')), s("R"), {}, today);
        QCOMPARE(letter.error().subject, ruleMark(Rule::RecoveryGroupRead, {s("5"), s("UUUUU")}));
    }

    // Of all letters that could be misread for another, at every place, few get by the group's check.
    void groupCheckFindsNearlyAllMisreadLetters()
    {
        const QString code = profileOf("R. Salas").recoveryCode();
        const QString alphabet = s("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
        int tried = 0;
        int unseen = 0;
        for (qsizetype at = 0; at < code.size(); ++at)
            for (const QChar letter : alphabet) {
                if (code[at] == QLatin1Char('-') || code[at] == letter)
                    continue;
                QString misread = code;
                misread[at] = letter;
                ++tried;
                unseen += seedFromRecoveryCode(misread) ? 1 : 0;
            }
        QCOMPARE(tried, 65 * 31);
        QVERIFY2(unseen < tried / 20, qPrintable(QString::number(unseen)));
    }

    void alteredProfileIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("name") << s("name") << s("Somebody Else");
        QTest::newRow("created") << s("created") << s("2020-01-01");
        QTest::newRow("box key") << s("box_key") << QString(64, QLatin1Char('a'));
        QTest::newRow("sign key") << s("sign_key") << QString(64, QLatin1Char('b'));
        QTest::newRow("signature") << s("signature") << QString(128, QLatin1Char('0'));
        QTest::newRow("short key") << s("box_key") << s("abcd");
        QTest::newRow("format") << s("format") << s("adit-profile/9");
    }
    void alteredProfileIsRefused()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QJsonObject object = QJsonDocument::fromJson(profileOf("R. Salas").unlocked()).object();
        object.insert(key, value);
        const QByteArray file = QJsonDocument(object).toJson();
        QCOMPARE(readPublicProfile(file, s("x")).error().code, ErrorCode::ProfileInvalid);
        QCOMPARE(unlock(file, {}, s("x")).error().code, ErrorCode::ProfileInvalid);
    }

    // A file whose public part is whole and whose secret part is somebody else's.
    void foreignSecretIsRefused()
    {
        QJsonObject mine = QJsonDocument::fromJson(profileOf("R. Salas").unlocked()).object();
        const QJsonObject other = QJsonDocument::fromJson(profileOf("M. Otero").unlocked()).object();
        mine.insert(s("lock"), other[s("lock")]);
        QCOMPARE(unlock(QJsonDocument(mine).toJson(), {}, s("x")).error().code, ErrorCode::ProfileInvalid);
    }

    void cardHoldsNoSecret()
    {
        const Profile made = profileOf("R. Salas");
        const QByteArray card = cardOf(made.shown());
        QCOMPARE(must(readPublicProfile(card, s("x"))), made.shown());
        QCOMPARE(unlock(card, s("any words at all"), s("x")).error().code, ErrorCode::ProfileInvalid);
        const QString seed =
            QJsonDocument::fromJson(made.unlocked()).object()[s("lock")].toObject()[s("seed")].toString();
        QCOMPARE(seed.size(), 64);
        QVERIFY(!card.contains(seed.toLatin1()));
    }

    void anythingElseIsNoProfile()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray(100'000, ' ')})
            QCOMPARE(readPublicProfile(bytes, s("x")).error().code, ErrorCode::ProfileInvalid);
        QCOMPARE(Profile::make(s("Two\nlines"), {}, today).error().code, ErrorCode::InvalidValue);
        QCOMPARE(Profile::make(s("R"), {s("king")}, today).error().code, ErrorCode::UnknownChoice);
    }

    void signatureIsOfOneMessageByOnePerson()
    {
        const Profile mine = profileOf("R. Salas");
        const QByteArray signature = mine.sign("this");
        QVERIFY(isSignedBy(mine.shown().signKey, "this", signature));
        QVERIFY(!isSignedBy(mine.shown().signKey, "that", signature));
        QVERIFY(!isSignedBy(profileOf("M").shown().signKey, "this", signature));
    }

    // ---- names ----

    void nameIsReadByItsWriterAndNobodyElse()
    {
        const Profile writer = profileOf("R. Salas");
        const NamedCase named(writer);
        QCOMPARE(must(named.read(writer)), s("Rosa Huamán"));
        QCOMPARE(named.read(profileOf("M. Otero")).error().code, ErrorCode::IdentitySealed);
    }

    void nameStandsNowhereInTheFile()
    {
        NamedCase named(profileOf("R. Salas"));
        const QString path = named.document->path();
        named.document.reset();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("R. Salas"));
        QVERIFY(!bytes.contains("Rosa"));
        QVERIFY(!bytes.contains(s("Huamán").toUtf8()));
    }

    void lengthOfANameSaysLittle()
    {
        const Profile writer = profileOf("R. Salas");
        QCOMPARE(NamedCase(writer, "Li").stored().size(),
                 NamedCase(writer, "Maximiliana Quispecondori").stored().size());
    }

    void nameIsStoredOnlySealed()
    {
        NamedCase named(profileOf("R. Salas"));
        const auto plain = changeRecord(named.document->view(), named.person, {{{&nameField(), s("Rosa Huamán")}}});
        QCOMPARE(plain.error().code, ErrorCode::InvalidValue);
        QVERIFY(!plain.error().subject.contains(s("Rosa")));
    }

    void badNameIsRefusedAndNotRepeated()
    {
        const Profile writer = profileOf("R. Salas");
        NamedCase named(writer);
        const auto unclean = named.tryWrite(writer, s("Rosa\x01Huamán"));
        QCOMPARE(unclean.error().code, ErrorCode::TextUnclean);
        QVERIFY(!unclean.error().subject.contains(s("Rosa")));
        QCOMPARE(named.tryWrite(writer, QString(501, QLatin1Char('x'))).error().code, ErrorCode::TextTooLong);
        QCOMPARE(must(named.read(writer)), s("Rosa Huamán"));
    }

    void sameNameAgainChangesNothing()
    {
        const Profile writer = profileOf("R. Salas");
        NamedCase named(writer);
        const QString before = named.stored();
        QCOMPARE(int(must(named.tryWrite(writer, s(" Rosa Huamán "))).items.size()), 0);
        QCOMPARE(named.stored(), before);
        named.write(writer, "Rosa Huaman");
        QVERIFY(named.stored() != before);
        QCOMPARE(must(named.read(writer)), s("Rosa Huaman"));
        named.write(writer, "");
        QVERIFY(named.stored().isEmpty());
    }

    void sharedNamesAreReadByBoth()
    {
        const Profile writer = profileOf("R. Salas");
        const Profile lead = profileOf("M. Otero");
        NamedCase named(writer);
        must(named.document->apply(must(shareIdentities(named.document->view(), writer, lead.shown()))));
        QCOMPARE(must(named.read(lead)), s("Rosa Huamán"));
        QStringList expected{writer.shown().fingerprint(), lead.shown().fingerprint()};
        expected.sort();
        QCOMPARE(holdersOf(named.document->assessment(), named.stored()), expected);
        QCOMPARE(shareIdentities(named.document->view(), writer, lead.shown()).error().code,
                 ErrorCode::NothingToChange);
        QCOMPARE(must(named.document->verify()).problems.size(), std::size_t(0));
    }

    // Who is given a key reads with it. What they write is theirs, until they share it themselves.
    void whatAHolderWritesIsUnderTheirOwnKey()
    {
        const Profile writer = profileOf("R. Salas");
        const Profile lead = profileOf("M. Otero");
        NamedCase named(writer);
        must(named.document->apply(must(shareIdentities(named.document->view(), writer, lead.shown()))));
        named.write(lead, "Rosa H.");
        QCOMPARE(must(named.read(lead)), s("Rosa H."));
        QCOMPARE(named.read(writer).error().code, ErrorCode::IdentitySealed);
    }

    // Somebody who can write to the file but is no holder puts in a key that they know, in the writer's name.
    void keyThatTheWriterDidNotSignIsNotWrittenWith()
    {
        const Profile writer = profileOf("R. Salas");
        const Profile thief = profileOf("T");
        NamedCase named(thief, "Bait");
        Assessment forged = named.document->assessment();
        const Secret known = Secret::random(32);
        const QString code = QString(32, QLatin1Char('0')) + QLatin1Char(':') + writer.shown().fingerprint();
        const EntityRef share = forged.derivedRef(EntityKind::KeyShare, code);
        Record &record = forged.write(share);
        record.set(field::key_share::maker.index, writer.shown().fingerprint());
        record.set(field::key_share::sealed.index,
                   QString::fromLatin1(sealTo(writer.shown().boxKey, known.view()).toHex()));
        record.set(field::key_share::signature.index, QString(128, QLatin1Char('0')));
        QVERIFY(!Compartment(forged, writer).canWrite());
        QVERIFY(!checkRecord({named.document->standard(), forged}, share, record));
    }

    void valueMovedToAnotherPersonDoesNotOpen()
    {
        const Profile writer = profileOf("R. Salas");
        const NamedCase named(writer);
        const Compartment compartment(named.document->assessment(), writer);
        const EntityRef other{EntityKind::Person, EntityId(QUuid::createUuid()), s("P-A02")};
        QCOMPARE(compartment.read(other, nameField(), named.stored()).error().code, ErrorCode::FileDamaged);
        QCOMPARE(compartment.read(named.person, infoOf(field::person::contact), named.stored()).error().code,
                 ErrorCode::FileDamaged);
        QString altered = named.stored();
        altered[60] = altered[60] == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
        QCOMPARE(compartment.read(named.person, nameField(), altered).error().code, ErrorCode::FileDamaged);
    }

    void forgedProfileIsNotTakenIn()
    {
        NamedCase named(profileOf("R. Salas"));
        PublicProfile forged = profileOf("M. Otero").shown();
        forged.name = s("R. Salas");
        QVERIFY(!introduce(named.document->view(), forged));
        QVERIFY(!profileIn(named.document->assessment(), forged.fingerprint()));
    }

    void logTellsThatANameChangedAndNotWhat()
    {
        const NamedCase named(profileOf("R. Salas"));
        int sealed = 0;
        for (const LogEntry &entry : must(named.document->log({}, {})))
            if (entry.audience == Audience::Identity) {
                ++sealed;
                QVERIFY(!entry.before && !entry.after);
            }
        QCOMPARE(sealed, 2); // the name, and the key
    }

    void undoTakesANameBack()
    {
        const Profile writer = profileOf("R. Salas");
        NamedCase named(writer);
        named.write(writer, "Another");
        must(named.document->undo());
        QCOMPARE(must(named.read(writer)), s("Rosa Huamán"));
    }
};

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
