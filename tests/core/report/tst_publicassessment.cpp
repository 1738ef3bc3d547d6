// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/words.h"
#include "tests/core/report/reporttools.h"

#include <QTest>

using namespace adit;
using namespace adit::test;
using report::Words;

// The guard of the whole report: only a public field can be disclosed, and nothing else makes a disclosed value.
template <typename F>
concept CanDisclose = requires(const Record &record, F wanted)
{
    disclose(record, wanted);
};
static_assert(CanDisclose<decltype(field::answer::finding)>);
static_assert(CanDisclose<decltype(field::answer::sources)>);
static_assert(CanDisclose<decltype(field::details::report_date)>);
static_assert(!CanDisclose<decltype(field::answer::notes)>);
static_assert(!CanDisclose<decltype(field::answer::self_rating)>);
static_assert(!CanDisclose<decltype(field::answer::self_comment)>);
static_assert(!CanDisclose<decltype(field::details::previous_case)>);
static_assert(!std::is_constructible_v<DisclosedText, QString>);
static_assert(!std::is_default_constructible_v<DisclosedText>);

class TestPublicAssessment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFieldMadeUpToLookPublicReadsEmpty()
    {
        Record record(EntityKind::Answer);
        record.set(field::answer::notes.index, QStringLiteral("for the team"));
        constexpr Field<EntityKind::Answer, ValueType::Text, Audience::Public> forged{field::answer::notes.index};
        QCOMPARE(disclose(record, forged).value(), QString());
    }

    void anOldRatingOfWhatIsNotRelevantStaysAtHome()
    {
        const PublicAssessment out = Draft(smallStandard(QStringLiteral("1.1.1.1 1.1.1.2")))
                                         .answers(field::answer::rating, QStringLiteral("none"))
                                         .answers(field::answer::finding, QStringLiteral("Found."))
                                         .notRelevant(QStringLiteral("1.1.1.2"), QStringLiteral("No such thing here."))
                                         .published();
        QCOMPARE(out.requirements[0].answer->finding->parts(), std::vector{TextPart{QStringLiteral("Found.")}});
        QVERIFY(!out.requirements[1].answer);
        const RequirementCode code = *RequirementCode::fromString(QStringLiteral("1.1.1.2"));
        QCOMPARE(out.requirements[1].decidedBy, code);
        QCOMPARE(out.justifications.at(code)->parts(), std::vector{TextPart{QStringLiteral("No such thing here.")}});
    }

    void actionsStandByDueDateWhateverTheirIds()
    {
        const auto textsOf = [](int first, int second) {
            const PublicAssessment out =
                Draft(smallStandard(QStringLiteral("1.1.1.1")))
                    .action(QStringLiteral("1.1.1.1"), QStringLiteral("Later"), QStringLiteral("2027-01-01"), first)
                    .action(QStringLiteral("1.1.1.1"), QStringLiteral("Sooner"), QStringLiteral("2026-01-01"), second)
                    .action(QStringLiteral("1.1.1.1"), QStringLiteral("Some day"), {}, 9)
                    .published();
            QStringList texts;
            for (const PublicAction &action : out.requirements[0].answer->actions)
                texts.append(Words::in(QStringLiteral("en"))->said(*action.text));
            return texts.join(QLatin1Char('|'));
        };
        QCOMPARE(textsOf(1, 2), QStringLiteral("Sooner|Later|Some day"));
        QCOMPARE(textsOf(2, 1), QStringLiteral("Sooner|Later|Some day"));
    }

    void theDayIsTheReportDateElseTheLatestKnown()
    {
        Draft draft(smallStandard(QStringLiteral("1.1.1.1")));
        QCOMPARE(reportDay(draft.published()), QDate(2000, 1, 1));
        draft.details(field::details::announced, QStringLiteral("2025-12-08"));
        QCOMPARE(reportDay(draft.published()), QDate(2025, 12, 8));
        draft.details(field::details::visit_end, QStringLiteral("2026-05-09"));
        draft.details(field::details::report_date, QStringLiteral("2026-08-21"));
        QCOMPARE(reportDay(draft.published()), QDate(2026, 8, 21));
    }

    void datesAndNumbersAreWrittenAsTheLanguageDoes()
    {
        const Words words = must(Words::in(QStringLiteral("en")));
        const auto day = [](int m, int d) { return QDate(2026, m, d); };
        const auto spaced = [](const char *text) {
            return QString::fromUtf8(text).replace(QLatin1Char('_'), QChar(0x00A0));
        };
        QCOMPARE(words.dates(day(5, 4), day(5, 9)), spaced("4–9_May_2026"));
        QCOMPARE(words.dates(day(4, 30), day(5, 2)), spaced("30_April – 2_May_2026"));
        QCOMPARE(words.dates(day(5, 4), day(5, 4)), spaced("4_May_2026"));
        QCOMPARE(words.shortDate(day(10, 31)), spaced("31_Oct_2026"));
        QCOMPARE(words.percent(QStringLiteral("74.9")), spaced("74.9_%"));
        QCOMPARE(words.points(Fraction(263, 4)), QStringLiteral("65.75"));
        QCOMPARE(words.points(Fraction(105, 2)), QStringLiteral("52.5"));
        QCOMPARE(words.points(Fraction(8, 1)), QStringLiteral("8"));
        QCOMPARE(words.difference(-5.5), QStringLiteral("−5.5"));
        QCOMPARE(words.list({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}),
                 QStringLiteral("a, b and c"));
        QCOMPARE(words.counted("audit.unrated", 1),
                 QStringLiteral("1 relevant requirement has not been assessed yet."));
    }

    void whatAValueBringsAlongIsNotFilledInAgain()
    {
        const Words words = must(Words::in(QStringLiteral("en")));
        QCOMPARE(
            words("mine.previous_value", {{"year", QStringLiteral("{result}")}, {"result", QStringLiteral("{year}")}}),
            QStringLiteral("{result}: {year}"));
    }

    void aLanguageWithoutWordsIsAnError()
    {
        const auto words = Words::in(QStringLiteral("xx"));
        QVERIFY(!words);
        QCOMPARE(words.error().code, ErrorCode::UnknownChoice);
        QVERIFY(words.error().detail.contains(QLatin1String("en")));
    }
};

QTEST_GUILESS_MAIN(TestPublicAssessment)
#include "tst_publicassessment.moc"
