// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digestchecks.h"
#include "core/base/hashing.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <QTest>
#include <algorithm>

using namespace adit;

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digestsMatchPublishedVectors()
    {
        QCOMPARE(toHex(sha256("abc")),
                 QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(toHex(blake2b("")),
                 QStringLiteral("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
    }

    /// Of pieces that are empty, short, and longer than the blocks they are hashed in.
    void wrongDigestsAreNamedInOrder()
    {
        DigestChecks checks;
        const std::vector<std::size_t> wrong{0, 7, 1999, 2000, 2999};
        for (std::size_t i = 0; i < 3000; ++i) {
            std::string piece(i % 500 == 0 ? 3'000'000 / (i + 1) : i % 700, static_cast<char>(i));
            checks.bytes() += piece;
            if (std::ranges::find(wrong, i) != wrong.end())
                piece += 'x';
            checks.expect(blake2b(QByteArray::fromStdString(piece)));
        }
        QCOMPARE(checks.wrong(), wrong);
    }
    /// A digest may be a part of what the next one is made of, wherever a block ends.
    void digestIsPassedOn()
    {
        DigestChecks checks;
        const std::string filler(3000, 'x');
        for (int i = 0; i < 2000; ++i) {
            const QByteArray inner = QByteArray::number(i);
            checks.bytes() += inner.toStdString();
            checks.passOn(sizeof(Digest) + 3);
            checks.bytes() += filler + std::string(sizeof(Digest), '\0') + "end";
            const QByteArray outer = QByteArray::fromStdString(filler) + toBytes(blake2b(inner)) + "end";
            checks.expect(i % 500 == 7 ? blake2b("other") : blake2b(outer));
        }
        QCOMPARE(checks.wrong(), (std::vector<std::size_t>{7, 507, 1007, 1507}));
    }

    void nothingToCheckIsNotWrong() { QVERIFY(DigestChecks().wrong().empty()); }
    void checksMayBeLeftUndone()
    {
        DigestChecks checks;
        checks.bytes().assign(10'000'000, 'x');
        checks.expect({});
    }

    void derivedIdsMeetOnTwoLaptops()
    {
        const auto assessment = AssessmentId::fromString(QStringLiteral("7d444840-9dc0-41d1-b245-5ffdce74fad2"));
        QVERIFY(assessment);
        const auto first = EntityId::derived(*assessment, QStringLiteral("answer:1.1.1.1"));
        QCOMPARE(first, EntityId::derived(*assessment, QStringLiteral("answer:1.1.1.1")));
        QVERIFY(!(first == EntityId::derived(*assessment, QStringLiteral("answer:1.1.1.2"))));
    }

    void malformedIdsAreNothing()
    {
        QVERIFY(!EntityId::fromString(QStringLiteral("7d444840")));
        QVERIFY(!EntityId::fromString(QStringLiteral("00000000-0000-0000-0000-000000000000")));
        QVERIFY(!EntityId::fromBytes(QByteArray(15, 'x')));
        QVERIFY(!EntityId::fromBytes(QByteArray(16, '\0')));
    }

    void seededRandomRepeatsAndSecureDoesNot()
    {
        auto a = Random::seeded(7);
        auto b = Random::seeded(7);
        auto c = Random::seeded(8);
        const QUuid first = a.uuid();
        QCOMPARE(first, b.uuid());
        QVERIFY(first != c.uuid());
        QVERIFY(first != a.uuid());
        QCOMPARE(first.version(), QUuid::Random);
        auto secure = Random::secure();
        QVERIFY(secure.bytes(16) != secure.bytes(16));
    }

    void datesAreStrict_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("iso") << QStringLiteral("2026-05-04") << true;
        QTest::newRow("leap day") << QStringLiteral("2024-02-29") << true;
        QTest::newRow("no leap day") << QStringLiteral("2026-02-29") << false;
        QTest::newRow("spreadsheet") << QStringLiteral("04/05/2026") << false;
        QTest::newRow("short") << QStringLiteral("2026-5-4") << false;
        QTest::newRow("year") << QStringLiteral("0026-05-04") << false;
    }
    void datesAreStrict()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        QCOMPARE(dateFromIso(text).has_value(), good);
    }

    void instantsSurviveTheirText()
    {
        const Instant instant{1777911600123};
        QCOMPARE(toIso(instant), QStringLiteral("2026-05-04T16:20:00.123Z"));
        QCOMPARE(instantFromIso(toIso(instant))->milliseconds, instant.milliseconds);
        QVERIFY(!instantFromIso(QStringLiteral("2026-05-04T16:20:00")));
    }

    void errorsCarryTheirName()
    {
        const Result<int> result(ErrorCode::FileNewer, QStringLiteral("a.adit"), QStringLiteral("2"));
        QVERIFY(!result);
        QCOMPARE(errorName(result.error().code), QStringLiteral("FileNewer"));
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
