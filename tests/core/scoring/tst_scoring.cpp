// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/exactshare.h"
#include "tests/support/builders.h"

#include <QTest>
#include <random>

using namespace adit;
using namespace adit::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

RequirementCode code(const char *text)
{
    return *RequirementCode::fromString(s(text));
}

/// Four principles of four requirements, one of them critical each: enough to place each share on a quarter.
const Standard &fourByFour()
{
    static const Standard standard =
        smallStandard(s("1.1.1.1! 1.1.1.2 1.1.1.3 1.1.1.4 2.1.1.1! 2.1.1.2 2.1.1.3 2.1.1.4 "
                        "3.1.1.1! 3.1.1.2 3.1.1.3 3.1.1.4 4.1.1.1! 4.1.1.2 4.1.1.3 4.1.1.4"));
    return standard;
}

std::vector<RatedItem> randomItems(const Standard &standard, std::mt19937 &random)
{
    std::vector<RatedItem> items(standard.requirements().size());
    for (RatedItem &item : items) {
        const auto draw = random() % 20;
        item.relevance = draw < 2 ? RelevanceReason::MarkedAbove : RelevanceReason::Relevant;
        if (draw > 4)
            item.rating = static_cast<int>(random() % 5);
        item.hasDatedPlan = random() % 2 == 0;
    }
    return items;
}

/// Smaller is better; no level is the worst.
int rank(const Standard &standard, std::optional<int> level)
{
    return level.value_or(static_cast<int>(standard.levels().size()));
}

} // namespace

class TestScoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelFollowsTheRules_data()
    {
        QTest::addColumn<QString>("ratings");
        QTest::addColumn<QString>("achieved");
        QTest::addColumn<QString>("floor");
        QTest::addColumn<QString>("ceiling");
        QTest::addColumn<int>("status");
        const int final = int(LevelStatus::Final);
        const int provisional = int(LevelStatus::Provisional);
        const int pending = int(LevelStatus::Pending);
        const auto row = [&](const char *name, const char *ratings, const char *achieved, const char *floor,
                             const char *ceiling, int status) {
            QTest::newRow(name) << s(ratings) << s(achieved) << s(floor) << s(ceiling) << status;
        };
        row("all full is 100", "1:full 2:full 3:full 4:full", "IRMA 100", "IRMA 100", "IRMA 100", final);
        row("one below full is not 100", "1:full 2:full 3:full 4:full 4.1.1.4:substantial", "IRMA 75", "IRMA 75",
            "IRMA 75", final);
        row("exactly 75 in one principle is 75", "1:full 2:full 3:full 4:full 4.1.1.4:none", "IRMA 75", "IRMA 75",
            "IRMA 75", final);
        row("just below 75 in one principle is 50", "1:full 2:full 3:full 4:full 4.1.1.4:none 4.1.1.3:substantial",
            "IRMA 50", "IRMA 50", "IRMA 50", final);
        row("exactly 50 in one principle is 50",
            "1:full 2:full 3:full 4:partial 4.1.1.1:substantial+plan 4.1.1.4:none 4.1.1.3:substantial", "IRMA 50",
            "IRMA 50", "IRMA 50", final);
        row("below 50 in one principle is Transparency, however good the mean",
            "1:full 2:full 3:full 4:none 4.1.1.1:full", "IRMA Transparency", "IRMA Transparency", "IRMA Transparency",
            final);
        row("a critical partly met is Transparency", "1:full 2:full 3:full 4:full 4.1.1.1:partial+plan",
            "IRMA Transparency", "IRMA Transparency", "IRMA Transparency", final);
        row("a critical substantially met needs a plan", "1:full 2:full 3:full 4:full 4.1.1.1:substantial",
            "IRMA Transparency", "IRMA Transparency", "IRMA Transparency", final);
        row("a critical substantially met with a plan", "1:full 2:full 3:full 4:full 4.1.1.1:substantial+plan",
            "IRMA 75", "IRMA 75", "IRMA 75", final);
        row("a critical not relevant is not evaluated", "1:full 2:full 3:full 4:full 4.1.1.1:not-relevant", "IRMA 100",
            "IRMA 100", "IRMA 100", final);
        row("one unrated is provisional", "1:full 2:full 3:full 4:full 4.1.1.4:-", "none", "IRMA 75", "IRMA 100",
            provisional);
        row("an unrated critical opens the interval down to Transparency", "1:full 2:full 3:full 4:full 4.1.1.1:-",
            "none", "IRMA Transparency", "IRMA 100", provisional);
        row("nothing rated yet", "", "none", "IRMA Transparency", "IRMA 100", provisional);
        row("a deferred item that decides is pending", "1:full 2:full 3:full 4:full 4.1.1.1:deferred", "none",
            "IRMA Transparency", "IRMA 100", pending);
        row("a deferred item between two levels is pending",
            "1:full 2:full 3:full 4:substantial 4.1.1.1:full 4.1.1.4:deferred 4.1.1.2:none", "none",
            "IRMA Transparency", "IRMA 50", pending);
        row("deferred without consequence",
            "1:substantial 1.1.1.1:full 1.1.1.2:deferred 2:full 3:full 4:partial 4.1.1.1:full", "IRMA 50", "IRMA 50",
            "IRMA 50", final);
        row("a principle with nothing relevant passes every threshold", "1:full 2:full 3:full 4:not-relevant",
            "IRMA 100", "IRMA 100", "IRMA 100", final);
        row("nothing relevant at all: no level", "1:not-relevant 2:not-relevant 3:not-relevant 4:not-relevant", "none",
            "none", "none", final);
    }
    void levelFollowsTheRules()
    {
        QFETCH(QString, ratings);
        const ScoreCard card = score(fourByFour(), itemsFrom(fourByFour(), ratings));
        QTEST(levelCode(fourByFour(), card.level.achieved), "achieved");
        QTEST(levelCode(fourByFour(), card.level.floor), "floor");
        QTEST(levelCode(fourByFour(), card.level.ceiling), "ceiling");
        QTEST(int(card.level.status), "status");
        QVERIFY(!card.level.reasons.empty());
    }

    // Near-miss cases of published results, rebuilt on a hundred requirements a principle.
    void publishedResults_data()
    {
        QTest::addColumn<QList<int>>("percents");
        QTest::addColumn<QString>("level");
        QTest::newRow("74/67/74/67 is 50 (Grande Côte 2026)") << QList<int>{74, 67, 74, 67} << s("IRMA 50");
        QTest::newRow("70 overall, weakest below 75, is 50 (Albemarle 2023)")
            << QList<int>{76, 66, 72, 66} << s("IRMA 50");
        QTest::newRow("all four at 75 is 75 (SQM 2023)") << QList<int>{75, 75, 75, 75} << s("IRMA 75");
        QTest::newRow("three above, one at 74 is 50") << QList<int>{99, 99, 99, 74} << s("IRMA 50");
        QTest::newRow("one at 49 is Transparency") << QList<int>{80, 80, 49, 80} << s("IRMA Transparency");
    }
    void publishedResults()
    {
        QFETCH(QList<int>, percents);
        QFETCH(QString, level);
        QString codes;
        QString ratings;
        for (int principle = 1; principle <= 4; ++principle)
            for (int i = 1; i <= 100; ++i) {
                const QString code = s("%1.1.1.%2").arg(principle).arg(i);
                codes += code + QLatin1Char(' ');
                ratings += code + (i <= percents[principle - 1] ? s(":full ") : s(":none "));
            }
        const Standard standard = smallStandard(codes);
        const ScoreCard card = score(standard, itemsFrom(standard, ratings));
        QCOMPARE(levelCode(standard, card.level.achieved), level);
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(card.principles[i].now.shown, s("%1.0").arg(percents[static_cast<qsizetype>(i)]));
    }

    // Fénix 2025: a chapter that cannot be finally rated keeps the level pending, unless it is decided without it.
    void deferredChapterIsPendingUntilDecidedWithoutIt()
    {
        const auto items = itemsFrom(fourByFour(), s("1:full 2:deferred 3:full 4:full"));
        const ScoreCard pending = score(fourByFour(), items);
        QCOMPARE(int(pending.level.status), int(LevelStatus::Pending));
        QVERIFY(!pending.level.achieved);
        const ScoreCard decided =
            score(fourByFour(), itemsFrom(fourByFour(), s("1:full 2:deferred+left-out 3:full 4:full")));
        QCOMPARE(int(decided.level.status), int(LevelStatus::Final));
        QCOMPARE(levelCode(fourByFour(), decided.level.achieved), s("IRMA 100"));
        QCOMPARE(int(decided.level.reasons.back().kind), int(LevelReason::Kind::DeferredLeftOut));
    }

    void onlyNamedDeferralsAreLeftOut()
    {
        const ScoreCard card =
            score(fourByFour(), itemsFrom(fourByFour(), s("1:full 2:full 3:full 4:full "
                                                          "2.1.1.1:deferred+left-out 3.1.1.1:deferred")));
        QCOMPARE(int(card.level.status), int(LevelStatus::Pending));
        QCOMPARE(card.level.reasons.front().ordinals, std::vector<int>{*fourByFour().ordinal(code("3.1.1.1"))});
    }

    void everythingDeferredAndLeftOutIsNoLevel()
    {
        const QString all = s("1:deferred+left-out 2:deferred+left-out 3:deferred+left-out 4:deferred+left-out");
        const ScoreCard card = score(fourByFour(), itemsFrom(fourByFour(), all));
        QVERIFY(!card.level.achieved);
        QCOMPARE(int(card.level.reasons.front().kind), int(LevelReason::Kind::NothingScored));
    }

    void criticalsThatLackSomethingAreNamed()
    {
        const Standard standard = smallStandard(s("1.1.1.1! 1.1.1.2! 1.1.1.3! 1.1.1.4! 1.1.1.5! 1.1.1.6!"));
        const CriticalScore critical =
            score(standard, itemsFrom(standard, s("1.1.1.1:full 1.1.1.2:substantial 1.1.1.3:substantial+plan "
                                                  "1.1.1.4:partial 1.1.1.5:none+plan 1.1.1.6:deferred")))
                .critical;
        QCOMPARE(critical.below, (std::vector<int>{3, 4}));
        QCOMPARE(critical.withoutPlan, (std::vector<int>{1, 3}));
        QCOMPARE(critical.deferred, std::vector<int>{5});
    }

    void exactFigureDecidesWhereTheShownOneWouldNot()
    {
        // 1 874 of 2 500 is 74.96 %: shown as 74.9 and not 75, by the score itself.
        QString codes;
        for (int i = 1; i <= 2500; ++i)
            codes += s("1.1.%1.%2 ").arg((i - 1) / 50 + 1).arg((i - 1) % 50 + 1);
        const Standard standard = smallStandard(codes);
        std::vector<RatedItem> items(2500);
        for (std::size_t i = 0; i < items.size(); ++i)
            items[i].rating = i < 1874 ? 0 : 3;
        QCOMPARE(score(standard, items).principles[0].now.shown, s("74.9"));
        QCOMPARE(levelCode(standard, score(standard, items).level.achieved), s("IRMA 50"));
        items[1874].rating = 0;
        QCOMPARE(score(standard, items).principles[0].now.shown, s("75.0"));
        QCOMPARE(levelCode(standard, score(standard, items).level.achieved), s("IRMA 75"));
    }

    void meanOfChaptersLeavesOutWhatIsNotRelevantAndOpensWhatIsDeferred()
    {
        const Standard standard = smallStandard(s("1.1.1.1 1.1.1.2 1.2.1.1 1.2.1.2 1.3.1.1"), s("mean"));
        const ScoreCard card =
            score(standard, itemsFrom(standard, s("1.1:full 1.2.1.1:none 1.2.1.2:deferred 1.3:not-relevant")));
        QCOMPARE(card.principles[0].now.shown, s("50.0"));     // (100 + 0) / 2
        QCOMPARE(card.principles[0].floor.shown, s("50.0"));   // (100 + 0) / 2
        QCOMPARE(card.principles[0].ceiling.shown, s("75.0")); // (100 + 50) / 2
    }

    void shownFigureNeverReachesAThresholdTheExactOneMisses_data()
    {
        QTest::addColumn<int>("full");
        QTest::addColumn<int>("of");
        QTest::addColumn<QString>("shown");
        QTest::newRow("74.96 shows 74.9") << 1874 << 2500 << s("74.9");
        QTest::newRow("exactly 75") << 1875 << 2500 << s("75.0");
        QTest::newRow("49.96 shows 49.9") << 1249 << 2500 << s("49.9");
        QTest::newRow("99.96 shows 99.9") << 2499 << 2500 << s("99.9");
        QTest::newRow("half up") << 1 << 8 << s("12.5");
        QTest::newRow("0.25 rounds up to 0.3") << 1 << 400 << s("0.3");
        QTest::newRow("two thirds") << 2 << 3 << s("66.7");
        QTest::newRow("none") << 0 << 7 << s("0.0");
    }
    void shownFigureNeverReachesAThresholdTheExactOneMisses()
    {
        QFETCH(int, full);
        QFETCH(int, of);
        QTEST(shownPercent(pooled(full, of, 1), {Fraction(1, 1), Fraction(3, 4), Fraction(1, 2)}), "shown");
    }

    void meanOfChaptersIsExact()
    {
        // 1/3 and 2/3 have a mean of exactly 1/2, which binary floating point would miss.
        const Standard standard = smallStandard(s("1.1.1.1 1.1.1.2 1.1.1.3 1.2.1.1 1.2.1.2 1.2.1.3"), s("mean"));
        const ScoreCard card = score(standard, itemsFrom(standard, s("1:none 1.1.1.1:full 1.2:full 1.2.1.3:none")));
        QCOMPARE(card.principles[0].now.shown, s("50.0"));
        QCOMPARE(levelCode(standard, card.level.achieved), s("IRMA 50"));
    }

    void pooledAndMeanDiffer()
    {
        const Standard standard = smallStandard(s("1.1.1.1 1.2.1.1 1.2.1.2 1.2.1.3"));
        const auto items = itemsFrom(standard, s("1.1:full 1.2:none"));
        QCOMPARE(score(standard, items).principles[0].now.shown, s("25.0"));
        ScoringOptions mean;
        mean.principleRule = PrincipleRule::MeanOfChapters;
        QCOMPARE(score(standard, items, mean).principles[0].now.shown, s("50.0"));
    }

    void otherPointTables()
    {
        const auto items = itemsFrom(fourByFour(), s("1:substantial 2:partial 3:none 4:full"));
        ScoringOptions options;
        options.points = {Fraction(1, 1), Fraction(2, 3), Fraction(1, 3), Fraction(0, 1)};
        const ScoreCard card = score(fourByFour(), items, options);
        QCOMPARE(card.principles[0].now.shown, s("66.7"));
        QCOMPARE(card.principles[0].now.got, Fraction(8, 3));
        QCOMPARE(card.principles[1].now.shown, s("33.3"));
    }

    void floorAndCeilingHoldTheScore()
    {
        const ScoreCard card =
            score(fourByFour(), itemsFrom(fourByFour(), s("1:full 1.1.1.2:partial 1.1.1.3:- 1.1.1.4:deferred")));
        QCOMPARE(card.principles[0].now.shown, s("75.0"));
        QCOMPARE(card.principles[0].floor.shown, s("37.5"));
        QCOMPARE(card.principles[0].ceiling.shown, s("87.5"));
        QCOMPARE(card.principles[0].unrated, 1);
        QCOMPARE(card.principles[0].deferred, 1);
        QCOMPARE(card.principles[0].rated(), 2);
    }

    // Properties, on random ratings of the whole catalogue.
    void betterRatingsNeverLowerTheLevel()
    {
        std::mt19937 random(20261121);
        int moved = 0;
        for (int round = 0; round < 2000; ++round) {
            // Near the lines, and with every level in reach: few criticals, some of them met.
            auto items = randomItems(fourByFour(), random);
            for (RatedItem &item : items)
                if (random() % 3 > 0)
                    item.rating = static_cast<int>(random() % 2);
            const ScoreCard before = score(fourByFour(), items);
            auto &item = items[random() % items.size()];
            if (!item.rating || *item.rating == 0 || *item.rating > 3)
                continue;
            --*item.rating;
            const ScoreCard after = score(fourByFour(), items);
            QVERIFY(rank(fourByFour(), after.level.floor) <= rank(fourByFour(), before.level.floor));
            QVERIFY(rank(fourByFour(), after.level.ceiling) <= rank(fourByFour(), before.level.ceiling));
            moved += after.level.floor != before.level.floor || after.level.ceiling != before.level.ceiling ? 1 : 0;
        }
        QVERIFY(moved > 10); // or the property was tried on nothing
    }

    void intervalHoldsEveryOutcome()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            auto items = randomItems(fourByFour(), random);
            const ScoreCard open = score(fourByFour(), items);
            for (RatedItem &item : items)
                if (!item.rating || *item.rating > 3) {
                    item.rating = static_cast<int>(random() % 4);
                    item.hasDatedPlan = true;
                }
            const ScoreCard closed = score(fourByFour(), items);
            QCOMPARE(int(closed.level.status), int(LevelStatus::Final));
            QVERIFY(rank(fourByFour(), closed.level.achieved) <= rank(fourByFour(), open.level.floor));
            QVERIFY(rank(fourByFour(), closed.level.achieved) >= rank(fourByFour(), open.level.ceiling));
        }
    }

    void countsAddUp()
    {
        std::mt19937 random(3);
        const auto items = randomItems(catalogue(), random);
        const ScoreCard card = score(catalogue(), items);
        int chapters = 0;
        for (const GroupScore &chapter : card.chapters)
            chapters += chapter.relevant + chapter.notRelevant;
        QCOMPARE(chapters, 414);
        QCOMPARE(card.whole.relevant + card.whole.notRelevant, 414);
        QCOMPARE(card.whole.rated() + card.whole.deferred + card.whole.unrated, card.whole.relevant);
        QCOMPARE(int(card.critical.all.size()), 40);
        QCOMPARE(int(card.chapters.size()), 26);
    }

    void requirementsOfTheOtherKindOfMineAreOutByRule()
    {
        Assessment assessment{AssessmentId(QUuid::createUuid())};
        auto &details = assessment.write(assessment.detailsRef());
        details.set(field::details::mine.index, s("existing"));
        const auto outForNew = code("2.2.2.2");
        const auto ordinal = static_cast<std::size_t>(*catalogue().ordinal(outForNew));
        // Scoring and the single look-up must agree.
        QCOMPARE(int(relevanceOf(assessment, catalogue(), outForNew)), int(RelevanceReason::OtherKindOfMine));
        QCOMPARE(int(ratedItems(assessment, catalogue())[ordinal].relevance), int(RelevanceReason::OtherKindOfMine));
        details.set(field::details::mine.index, s("new"));
        QCOMPARE(int(relevanceOf(assessment, catalogue(), outForNew)), int(RelevanceReason::Relevant));
        QCOMPARE(int(ratedItems(assessment, catalogue())[ordinal].relevance), int(RelevanceReason::Relevant));
    }

    void ratingUnderANotRelevantChapterIsKeptAndComesBack()
    {
        Assessment assessment{AssessmentId(QUuid::createUuid())};
        const auto code = *RequirementCode::fromString(s("2.4.1.1"));
        const auto chapter = *RequirementCode::fromString(s("2.4"));
        assessment.write(assessment.answerRef(code)).set(field::answer::rating.index, s("full"));
        Record &mark = assessment.write(assessment.relevanceRef(chapter));
        mark.set(field::relevance::state.index, s("not-relevant"));
        const auto ordinal = static_cast<std::size_t>(*catalogue().ordinal(code));
        auto items = ratedItems(assessment, catalogue());
        QCOMPARE(int(items[ordinal].relevance), int(RelevanceReason::MarkedAbove));
        QCOMPARE(*items[ordinal].rating, 0);
        mark.set(field::relevance::state.index, s("relevant"));
        items = ratedItems(assessment, catalogue());
        QCOMPARE(int(items[ordinal].relevance), int(RelevanceReason::Relevant));
    }

    void labelsComeFromTheStandard()
    {
        const ScoreCard card = score(fourByFour(), itemsFrom(fourByFour(), s("1:full 2:full 3:full 4:full")));
        QCOMPARE(levelLabel(fourByFour(), card.level, s("en")), s("Result by IRMA-style rules: 100."));
        const ScoreCard open = score(fourByFour(), itemsFrom(fourByFour(), s("1:full 2:full 3:full 4:full 1.1.1.2:-")));
        QCOMPARE(levelLabel(fourByFour(), open.level, s("en")),
                 s("In progress: between 75 and 100 by IRMA-style rules."));
        const ScoreCard only = score(fourByFour(), itemsFrom(fourByFour(), s("1:none 2:none 3:none 4:none 1.1.1.2:-")));
        QCOMPARE(levelLabel(fourByFour(), only.level, s("en")),
                 s("In progress: at present the result by IRMA-style rules can only be Transparency."));
        QCOMPARE(levelQualification(catalogue(), s("en")), s("Not awarded, reviewed or endorsed by IRMA; 35 of 40 "
                                                             "critical flags and the point values are assumptions."));
    }
};

QTEST_GUILESS_MAIN(TestScoring)
#include "tst_scoring.moc"
