// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/dateshift.h"
#include "core/sample/sample.h"
#include "tests/support/builders.h"

#include <QFile>
#include <QTest>

using namespace adit;
using namespace adit::test;

class TestSample : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<CaseDocument> m_sample;

private Q_SLOTS:
    void itsTextsHaveTypographicApostrophes()
    {
        QFile file(QStringLiteral(":/adit/sample/cerro-azul.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(!text.contains('\''));
        QVERIFY(!text.contains("MCA")); // never introduced
    }

    void initTestCase()
    {
        m_sample = must(makeSample(m_folder.filePath(QStringLiteral("sample.adit")), 1, repeatableSurroundings()));
    }

    void everyRequirementHasAStateAndAFinding()
    {
        const ScoreCard &card = m_sample->scoreCard();
        QCOMPARE(card.whole.unrated, 0);
        QCOMPARE(card.whole.relevant + card.whole.notRelevant, 414);
        QVERIFY(card.whole.deferred >= 3);
        for (std::size_t i = 0; i < m_sample->ratedItems().size(); ++i) {
            const auto &node = m_sample->standard().requirement(static_cast<int>(i));
            if (m_sample->ratedItems()[i].relevance != RelevanceReason::Relevant)
                continue;
            const QString finding = m_sample->assessment().answer(node.code)[field::answer::finding];
            QVERIFY2(finding.size() > 60, qPrintable(node.code.toString()));
        }
    }

    void levelIsFiftyWithEveryPrincipleBelowHundred()
    {
        const ScoreCard &card = m_sample->scoreCard();
        QCOMPARE(levelCode(m_sample->standard(), card.level.achieved), QStringLiteral("IRMA 50"));
        QCOMPARE(int(card.level.status), int(LevelStatus::Final));
        QVERIFY(card.critical.below.empty());
        QVERIFY(card.critical.withoutPlan.empty());
    }

    void someChaptersAreNotRelevantWithReasons()
    {
        int chapters = 0;
        for (const GroupScore &chapter : m_sample->scoreCard().chapters)
            chapters += chapter.relevant == 0;
        QVERIFY(chapters >= 3);
        for (const auto &[id, mark] : m_sample->assessment().records(EntityKind::Relevance))
            QVERIFY(mark.has(field::relevance::justification));
    }

    void nothingSaysCertified()
    {
        for (const auto &[id, answer] : m_sample->assessment().records(EntityKind::Answer))
            QVERIFY(!answer[field::answer::finding].contains(QLatin1String("certified mine"), Qt::CaseInsensitive));
    }

    void todayMovesDatesInFieldsAndTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("moved");
        QTest::newRow("iso") << QStringLiteral("\"2026-08-21\"") << QStringLiteral("\"2026-08-31\"");
        QTest::newRow("day") << QStringLiteral("on 25 May 2026.") << QStringLiteral("on 4 June 2026.");
        QTest::newRow("days") << QStringLiteral("4–9 May 2026") << QStringLiteral("14–19 May 2026");
        QTest::newRow("over a month") << QStringLiteral("19–30 January 2026")
                                      << QStringLiteral("29 January–9 February 2026");
        QTest::newRow("month") << QStringLiteral("in May 2026") << QStringLiteral("in May 2026");
        QTest::newRow("year alone") << QStringLiteral("since 2009") << QStringLiteral("since 2009");
    }
    void todayMovesDatesInFieldsAndTexts()
    {
        QFETCH(QString, text);
        QTEST(shiftDates(text, 10), "moved");
    }

    void todayPutsTheReportAMonthBack()
    {
        const auto moved = must(makeSample(m_folder.filePath(QStringLiteral("moved.adit")), 1, repeatableSurroundings(),
                                           QDate(2030, 1, 10)));
        QCOMPARE(moved->assessment().details()[field::details::report_date], std::optional(QDate(2029, 12, 10)));
        QCOMPARE(moved->scoreCard().principles[0].now.shown, m_sample->scoreCard().principles[0].now.shown);
    }

    void journalReplays() { QVERIFY(must(m_sample->verify()).problems.empty()); }

    void sameSeedSameIdsOtherSeedOtherIds()
    {
        const auto again =
            must(makeSample(m_folder.filePath(QStringLiteral("again.adit")), 1, repeatableSurroundings()));
        const auto other =
            must(makeSample(m_folder.filePath(QStringLiteral("other.adit")), 2, repeatableSurroundings()));
        QVERIFY(again->assessment() == m_sample->assessment());
        QVERIFY(!(other->assessment().id() == m_sample->assessment().id()));
        QCOMPARE(other->scoreCard().principles[0].now.shown, m_sample->scoreCard().principles[0].now.shown);
    }
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
