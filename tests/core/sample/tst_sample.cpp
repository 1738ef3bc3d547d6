// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/gates.h"
#include "core/process/progress.h"
#include "core/sample/dateshift.h"
#include "core/sample/sample.h"
#include "tests/support/builders.h"

#include <QFile>
#include <QHash>
#include <QSet>
#include <QTest>
#include <algorithm>

using namespace adit;
using namespace adit::test;

class TestSample : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<CaseDocument> m_sample;

    static int wordsIn(const QString &text)
    {
        return static_cast<int>(text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts).size());
    }
    /// How much each requirement rests on.
    static QHash<QString, int> countOf(const Assessment &assessment, EntityKind kind)
    {
        QHash<QString, int> counts;
        for (const auto &[id, record] : assessment.records(kind)) {
            const QStringList codes = kind == EntityKind::Evidence ? record[field::evidence::requirements]
                                                                   : record[field::interview::requirements];
            for (const QString &code : codes)
                ++counts[code];
        }
        return counts;
    }
    /// Everything written, without the ids.
    static QStringList writtenIn(const Assessment &assessment)
    {
        QStringList lines;
        for (const KindInfo &kind : allKinds())
            for (const auto &[id, record] : assessment.records(kind.kind))
                for (const FieldInfo &field : fieldsOf(kind.kind))
                    lines.append(QStringLiteral("%1 %2 %3").arg(kind.name, field.name, record.text(field.index)));
        lines.sort();
        return lines;
    }

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

    // A closed step is one whose gates are open, in the samples as anywhere.
    void closedStepsWentThroughTheirGates_data()
    {
        QTest::addColumn<QString>("sample");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QString>("open");
        QTest::newRow("copper") << QStringLiteral("cerro-azul") << QDate(2026, 9, 21) << QStringLiteral("7");
        QTest::newRow("lithium") << QStringLiteral("lithium") << QDate(2026, 9, 17) << QStringLiteral("4");
    }
    void closedStepsWentThroughTheirGates()
    {
        QFETCH(QString, sample);
        QFETCH(QDate, today);
        const auto document = must(makeSample(m_folder.filePath(sample + QStringLiteral("-gates.adit")), 1,
                                              repeatableSurroundings(), {}, sample));
        const CaseView view = document->view();
        const ProcessState state = processStateOf(view, document->ratedItems(), today);
        QStringList open;
        for (const ProcessStep &step : view.standard.steps()) {
            const StepState standing = stepState(view, step);
            if (standing == StepState::Open)
                open.append(step.code);
            for (const bool opens : {true, false}) {
                const bool isAsked = opens ? standing != StepState::ToCome : standing == StepState::Closed;
                const auto shut = state.shut(step.code, opens);
                QVERIFY2(!isAsked || shut.empty(), shut.empty() ? "" : qPrintable(shut.front()->gate->code));
            }
        }
        QTEST(open.join(QLatin1Char(' ')), "open");
        for (const GateState &gate : state.gates)
            QVERIFY2(!gate.wasPassed, qPrintable(gate.gate->code));
    }

    void nonconformitiesHaveCausesPlansAndOwners()
    {
        const Assessment &assessment = m_sample->assessment();
        QSet<QString> titles;
        for (const auto &[id, record] : assessment.records(EntityKind::Nonconformity)) {
            const QString label = record[field::nonconformity::label];
            QVERIFY2(record[field::nonconformity::description].size() > 60, qPrintable(label));
            QVERIFY2(record.has(field::nonconformity::owner), qPrintable(label));
            QVERIFY2(record.has(field::nonconformity::cause), qPrintable(label));
            titles.insert(record[field::nonconformity::title]);
        }
        QVERIFY(titles.size() >= 80);
        QCOMPARE(std::size_t(titles.size()), assessment.records(EntityKind::Nonconformity).size());
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

    /// Findings differ in length as their matter does.
    void findingsAreNeitherNotesNorEssays()
    {
        int findings = 0;
        int lengthy = 0;
        for (const auto &[id, answer] : m_sample->assessment().records(EntityKind::Answer)) {
            const QString finding = answer[field::answer::finding];
            if (finding.isEmpty())
                continue;
            const int words = wordsIn(finding);
            QVERIFY2(words >= 40 && words <= 200, qPrintable(answer[field::answer::requirement]));
            ++findings;
            lengthy += words >= 80;
        }
        QVERIFY(lengthy * 5 > findings && lengthy * 2 < findings + 20);
    }

    /// Every rating rests on something; a critical one on two pieces of evidence at least.
    void everyRatingRestsOnEvidence()
    {
        const QHash<QString, int> evidence = countOf(m_sample->assessment(), EntityKind::Evidence);
        const QHash<QString, int> interviews = countOf(m_sample->assessment(), EntityKind::Interview);
        for (const auto &[id, answer] : m_sample->assessment().records(EntityKind::Answer)) {
            const QString code = answer[field::answer::requirement];
            if (answer[field::answer::rating].isEmpty())
                continue;
            QVERIFY2(evidence.value(code) + interviews.value(code) >= 1, qPrintable(code));
            if (m_sample->standard().find(*RequirementCode::fromString(code))->critical)
                QVERIFY2(evidence.value(code) >= 2, qPrintable(code));
        }
    }

    /// What an answer names as its sources is what lies behind it.
    void namedSourcesAreThoseOfTheEvidence()
    {
        QHash<QString, QSet<QString>> kinds;
        for (const auto &[id, evidence] : m_sample->assessment().records(EntityKind::Evidence))
            for (const QString &code : evidence[field::evidence::requirements])
                kinds[code].insert(evidence[field::evidence::source]);
        const QHash<QString, int> interviews = countOf(m_sample->assessment(), EntityKind::Interview);
        for (const auto &[id, answer] : m_sample->assessment().records(EntityKind::Answer)) {
            const QString code = answer[field::answer::requirement];
            for (const QString &source : answer[field::answer::sources]) {
                const bool isSpoken = source == QLatin1String("worker") || source == QLatin1String("community") ||
                                      source == QLatin1String("regulator") || source == QLatin1String("management");
                QVERIFY2(kinds[code].contains(source) || (isSpoken && interviews.value(code) > 0),
                         qPrintable(code + QLatin1Char(' ') + source));
            }
        }
    }

    void filesAreThereAndReadable()
    {
        int pictures = 0;
        int papers = 0;
        for (const auto &[id, evidence] : m_sample->assessment().records(EntityKind::Evidence)) {
            const QString hash = evidence[field::evidence::sha256];
            QCOMPARE(hash.isEmpty(), evidence[field::evidence::state] != QLatin1String("taken"));
            if (hash.isEmpty())
                continue;
            const QByteArray bytes = must(m_sample->content(hash));
            const QString mime = evidence[field::evidence::mime];
            pictures += mime == QLatin1String("image/svg+xml") && bytes.contains("</svg>");
            papers += mime == QLatin1String("application/pdf") && bytes.startsWith("%PDF-");
        }
        QCOMPARE(pictures, 12);
        QCOMPARE(papers, 16);
    }

    /// Nobody who was heard can be found by what the sample says of them.
    void peopleAreHeardUnderPseudonyms()
    {
        const auto &people = m_sample->assessment().records(EntityKind::Person);
        QVERIFY(people.size() >= 40);
        for (const auto &[id, person] : people)
            QVERIFY(isLabel(EntityKind::Person, person[field::person::label]));
        int heard = 0;
        for (const auto &[id, interview] : m_sample->assessment().records(EntityKind::Interview))
            heard += interview[field::interview::heard].toInt();
        QCOMPARE(heard, 231); // as the report says
    }

    void aFifthHasAPreviousRatingAndManySelfAssessmentsDiffer()
    {
        int rated = 0;
        int previous = 0;
        int different = 0;
        for (const auto &[id, answer] : m_sample->assessment().records(EntityKind::Answer)) {
            rated += answer.has(field::answer::rating);
            previous += answer.has(field::answer::previous_rating);
            different += answer.has(field::answer::rating) &&
                         answer[field::answer::self_rating] != answer[field::answer::rating];
        }
        QVERIFY(previous * 5 >= rated);
        QVERIFY(different * 5 >= rated && different * 2 < rated);
    }

    /// The second sample is a case in the middle.
    void brineSiteIsInMidAudit()
    {
        const auto brine = must(makeSample(m_folder.filePath(QStringLiteral("brine.adit")), 1, repeatableSurroundings(),
                                           {}, QStringLiteral("lithium")));
        const ScoreCard &card = brine->scoreCard();
        QCOMPARE(std::ranges::count(card.chapters, 0, &GroupScore::relevant), 5);
        QCOMPARE(int(card.level.status), int(LevelStatus::Provisional));
        QVERIFY(card.whole.rated() >= 100 && card.whole.unrated >= 100 && card.whole.deferred >= 3);
        QVERIFY(must(brine->verify()).problems.empty());
        const QHash<QString, int> evidence = countOf(brine->assessment(), EntityKind::Evidence);
        const QHash<QString, int> interviews = countOf(brine->assessment(), EntityKind::Interview);
        for (const auto &[id, answer] : brine->assessment().records(EntityKind::Answer)) {
            const QString code = answer[field::answer::requirement];
            if (!answer.has(field::answer::rating))
                continue;
            QVERIFY2(evidence.value(code) + interviews.value(code) >= 1, qPrintable(code));
            QVERIFY2(wordsIn(answer[field::answer::finding]) >= 40, qPrintable(code));
        }
    }

    void unknownSampleNamesTheKnown()
    {
        const auto none = makeSample(m_folder.filePath(QStringLiteral("none.adit")), 1, repeatableSurroundings(), {},
                                     QStringLiteral("gold"));
        QVERIFY(!none && none.error().code == ErrorCode::UnknownChoice);
        QVERIFY(none.error().detail.contains(QLatin1String("lithium")));
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
        QCOMPARE(writtenIn(other->assessment()), writtenIn(m_sample->assessment()));
        QCOMPARE(other->scoreCard().principles[0].now.shown, m_sample->scoreCard().principles[0].now.shown);
    }
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
