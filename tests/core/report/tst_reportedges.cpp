// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sheet.h"
#include "core/report/words.h"
#include "tests/core/report/reporttools.h"

#include <QTest>
#include <algorithm>

using namespace adit;
using namespace adit::test;

namespace {

QString words(int count, const QString &word = QStringLiteral("finding"))
{
    QStringList out;
    for (int i = 0; i < count; ++i)
        out.append(word + QString::number(i));
    return out.join(QLatin1Char(' '));
}

QString longWord(int letters)
{
    return QStringLiteral("Wasserwirtschaftsgenehmigungsverfahrensbeschleunigungsgesetzesentwurf")
        .repeated(8)
        .left(letters);
}

/// Every text field of the site's details.
Draft &allDetails(Draft &draft, const QString &line)
{
    using namespace field::details;
    return draft.details(site, line)
        .details(operator_name, line)
        .details(location, line)
        .details(materials, line)
        .details(report_id, line)
        .details(audit_firm, line)
        .details(previous_result, line)
        .details(previous_year, line)
        .details(country, line)
        .details(description, line)
        .details(facilities, line)
        .details(team, line + QLatin1Char('\n') + line)
        .details(method, line)
        .details(limits, line);
}

Draft half()
{
    Draft draft = sampleDraft();
    for (std::size_t i = 0; i < draft.standard().requirements().size(); i += 2)
        draft.answer(draft.standard().requirement(static_cast<int>(i)).code.toString(), field::answer::rating, {});
    return draft;
}

Draft everyChapterNotRelevant()
{
    Draft draft(catalogue());
    for (const StandardNode &node : draft.standard().nodes())
        if (node.code.level() == NodeLevel::Chapter)
            draft.notRelevant(node.code.toString(), QStringLiteral("There is nothing of the kind."));
    return draft;
}

Draft manyCriticals()
{
    QString codes;
    for (int i = 1; i <= 70; ++i)
        codes += QStringLiteral("1.%1.1.1! 1.%1.1.2! ").arg(i);
    Draft draft(smallStandard(codes));
    return draft.answers(field::answer::rating, QStringLiteral("partial"));
}

Draft manyPrinciples()
{
    QString codes;
    for (int i = 1; i <= 12; ++i)
        codes += QStringLiteral("%1.1.1.1! %1.1.1.2 ").arg(i);
    Draft draft(smallStandard(codes));
    return draft.answers(field::answer::rating, QStringLiteral("partial"));
}

using Make = Draft (*)();

const std::vector<std::pair<const char *, Make>> &cases()
{
    static const std::vector<std::pair<const char *, Make>> all{
        {"no findings", [] { return sampleDraft().answers(field::answer::finding, {}); }},
        {"a finding of 3000 words",
         [] { return sampleDraft().answer(QStringLiteral("1.1.1.1"), field::answer::finding, words(3000)); }},
        {"long findings everywhere",
         [] {
             Draft draft(smallStandard(QStringLiteral("1.1.1.1! 1.1.1.2 1.1.2.1 1.2.1.1")));
             return draft.answers(field::answer::rating, QStringLiteral("partial"))
                 .answers(field::answer::finding, words(400) + QLatin1Char('\n') + words(300))
                 .action(QStringLiteral("1.1.1.1"), words(2000), QStringLiteral("2026-01-01"));
         }},
        {"words of 60 letters",
         [] {
             Draft draft = sampleDraft();
             allDetails(draft, longWord(60));
             return draft.answers(field::answer::finding, longWord(60) + QLatin1Char(' ') + longWord(60))
                 .answers(field::answer::justification, longWord(60))
                 .action(QStringLiteral("1.1.1.1"), longWord(60), QStringLiteral("2026-01-01"))
                 .notRelevant(QStringLiteral("2.4"), longWord(60));
         }},
        {"lines of 500 letters",
         [] {
             Draft draft = sampleDraft();
             return allDetails(draft, words(60)).details(field::details::deferred_left_out, words(400));
         }},
        {"one word of 500 letters",
         [] {
             Draft draft = sampleDraft();
             return allDetails(draft, longWord(500));
         }},
        {"combining marks",
         [] {
             Draft draft = sampleDraft();
             return allDetails(draft, QStringLiteral("N\u0303a\u0303nde\u0301 Te\u0301cnico m\u0303u\u0302 Łódź Ngọc"))
                 .answers(field::answer::finding, QStringLiteral("N\u0303a\u0303nde\u0301 te\u0301cnico visited."));
         }},
        {"several scripts",
         [] {
             return sampleDraft()
                 .answer(QStringLiteral("1.1.1.1"), field::answer::finding,
                         QStringLiteral("منجم سيرو أزول للنحاس وفق قواعد التدقيق."))
                 .answer(QStringLiteral("1.1.2.1"), field::answer::finding, QStringLiteral("矿山审计报告：社区用水。"));
         }},
        {"one chapter",
         [] {
             return Draft(smallStandard(QStringLiteral("1.1.1.1! 1.1.1.2")))
                 .answers(field::answer::rating, QStringLiteral("full"));
         }},
        {"nothing written", [] { return Draft(catalogue()); }},
        {"half rated", half},
        {"everything not relevant", everyChapterNotRelevant},
        {"everything fully met",
         [] { return Draft(catalogue()).answers(field::answer::rating, QStringLiteral("full")); }},
        {"nothing met", [] { return Draft(catalogue()).answers(field::answer::rating, QStringLiteral("none")); }},
        {"everything deferred",
         [] {
             return Draft(catalogue())
                 .answers(field::answer::rating, QStringLiteral("deferred"))
                 .answers(field::answer::justification, QStringLiteral("Not yet."))
                 .answers(field::answer::until, QStringLiteral("2027-01-01"));
         }},
        {"140 criticals in 70 chapters", manyCriticals},
        {"12 principles", manyPrinciples},
        {"only for the other kind of mine",
         [] { return Draft(smallStandard(QStringLiteral("new:1.1.1.1! new:1.1.1.2 existing:1.1.1.3"))); }},
    };
    return all;
}

} // namespace

class TestReportEdges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOverflows_data()
    {
        QTest::addColumn<int>("number");
        for (std::size_t i = 0; i < cases().size(); ++i)
            QTest::newRow(cases()[i].first) << static_cast<int>(i);
    }
    void nothingOverflows()
    {
        QFETCH(int, number);
        const PublicAssessment assessment = cases()[static_cast<std::size_t>(number)].second().published();
        const QByteArray pdf = render(assessment);
        QCOMPARE(faults(pdf).join(QLatin1Char('\n')), QString());
        QCOMPARE(misplaced(pdf).join(QLatin1Char('\n')), QString());
        const QString second = pageTexts(pdf).at(1);
        QVERIFY2(second.contains(QLatin1String("Contents")), qPrintable(second)); // so page one is one page
        const QByteArray scorecard = render(assessment, ReportKind::Scorecard);
        QCOMPARE(pageTexts(scorecard).size(), 1);
        QCOMPARE(faults(scorecard).join(QLatin1Char('\n')), QString());
        QCOMPARE(misplaced(scorecard).join(QLatin1Char('\n')), QString());
    }

    void aLongFindingIsCutAndSaysSo()
    {
        const QString finding = words(3000);
        const PublicAssessment assessment =
            Draft(smallStandard(QStringLiteral("1.1.1.1 1.1.1.2")))
                .answer(QStringLiteral("1.1.1.1"), field::answer::rating, QStringLiteral("full"))
                .answer(QStringLiteral("1.1.1.1"), field::answer::finding, finding)
                .published();
        const QByteArray pdf = render(assessment);
        QVERIFY(flowingText(pdf).contains(squeezed(finding)));
        QVERIFY(pageTexts(pdf).join(QLatin1Char(' ')).contains(QLatin1String("1.1.1.1, continued")));
    }

    void nothingIsCountedOfNothing()
    {
        const QString page =
            squeezed(pageTexts(render(everyChapterNotRelevant().published(), ReportKind::Scorecard)).first());
        QVERIFY2(!page.contains(QLatin1String("of0")), qPrintable(page));
    }

    void aRowOfTheRegisterThatGoesOnSaysOfWhat()
    {
        const PublicAssessment assessment =
            Draft(smallStandard(QStringLiteral("1.1.1.1")))
                .answer(QStringLiteral("1.1.1.1"), field::answer::rating, QStringLiteral("partial"))
                .action(QStringLiteral("1.1.1.1"), words(2000), QStringLiteral("2026-01-02"))
                .published();
        int rests = 0;
        for (const QString &page : pageTexts(render(assessment)))
            if (page.contains(QLatin1String("continued")) && page.contains(QLatin1String("About, rating"))) {
                QVERIFY(squeezed(page).contains(QLatin1String("1.1.1.1continued")));
                QVERIFY(page.contains(QLatin1String("2 Jan 2026")));
                ++rests;
            }
        QVERIFY(rests >= 1);
    }

    void longNamesAreWholeOnPageOneAndCostNoStrip()
    {
        const QString name = QStringLiteral("Compañía Minera de los Andes Centrales y del Altiplano Meridional, Unidad "
                                            "de Producción San Cristóbal de las Alturas");
        Draft draft = sampleDraft();
        draft.details(field::details::site, name).details(field::details::operator_name, name);
        const QByteArray pdf = render(draft.published(), ReportKind::Scorecard);
        const QString page = squeezed(pageTexts(pdf).first());
        QCOMPARE(page.count(squeezed(name)), 2);
        QVERIFY(page.contains(squeezed(QStringLiteral("Each mark is one requirement"))));
    }

    void whereTheStripFindsNoRoomPageOneSaysWhereItIs()
    {
        const QString page = squeezed(pageTexts(render(manyCriticals().published())).first());
        QVERIFY2(page.contains(squeezed(QStringLiteral("Each of them is shown with its chapter: page"))) ||
                     page.contains(squeezed(QStringLiteral("Each mark is one requirement"))),
                 qPrintable(page));
    }

    void theRunningHeadKeepsTheKindOfAudit()
    {
        Draft draft = sampleDraft();
        draft.details(field::details::site, words(40));
        for (const QString &page : pageTexts(render(draft.published())).mid(1))
            QVERIFY2(page.contains(QLatin1String("initial audit 2026")), qPrintable(page));
    }

    void theFootSaysThatThereIsNoId()
    {
        const QStringList pages = pageTexts(render(Draft(smallStandard(QStringLiteral("1.1.1.1"))).published()));
        for (const QString &page : pages)
            QVERIFY(page.contains(QLatin1String("No report id yet")));
    }

    void countsAreInTheRightForm_data()
    {
        QTest::addColumn<QStringList>("planned"); // "1.1.1.1" is critical
        QTest::addColumn<QString>("said");
        const QString critical = QStringLiteral("1.1.1.1");
        const QString other = QStringLiteral("1.1.1.2");
        const QString another = QStringLiteral("1.1.1.3");
        QTest::newRow("one") << QStringList{other} << QStringLiteral("The company plans 1 action. It stands");
        QTest::newRow("one, critical") << QStringList{critical}
                                       << QStringLiteral("plans 1 action for a critical requirement. It");
        QTest::newRow("two, none critical")
            << QStringList{other, another} << QStringLiteral("2 actions, none of them for a critical requirement.");
        QTest::newRow("two, one critical")
            << QStringList{critical, other} << QStringLiteral("2 actions, 1 of them for a critical requirement.");
    }
    void countsAreInTheRightForm()
    {
        QFETCH(QStringList, planned);
        QFETCH(QString, said);
        Draft draft(smallStandard(QStringLiteral("1.1.1.1! 1.1.1.2 1.1.1.3")));
        for (const QString &code : planned)
            draft.action(code, QStringLiteral("Mend it"), QStringLiteral("2027-03-04"));
        const QString text = flowingText(render(draft.published()));
        QVERIFY2(text.contains(squeezed(said)), qPrintable(text));
        QVERIFY(!text.contains(squeezed(QStringLiteral("0 of 0"))) ||
                text.contains(squeezed(QStringLiteral("0 of 0 crit"))));
        QVERIFY(!text.contains(squeezed(QStringLiteral("It rests on samples"))));
    }

    void noLineBreaksBetweenANumberAndWhatItCounts_data()
    {
        QTest::addColumn<QString>("text"); // "_": held
        for (const char *text : {"61_% of", "22_per cent", "on 31_March_2026", "4_km away", "12_m³ a day", "47_dBA at",
                                 "see page_12", "3 wells", "in May_2026", "6 to 9_May"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void noLineBreaksBetweenANumberAndWhatItCounts()
    {
        QFETCH(QString, text);
        const report::Words words = must(report::Words::in(QStringLiteral("en")));
        QCOMPARE(words.held(QString(text).replace(QLatin1Char('_'), QLatin1Char(' '))),
                 QString(text).replace(QLatin1Char('_'), QChar(0x00A0)));
    }

    void aResultInTheMakingSaysBetweenWhat()
    {
        const PublicAssessment assessment = half().published();
        const QString page = squeezed(pageTexts(render(assessment, ReportKind::Scorecard)).first());
        QVERIFY(page.contains(squeezed(QStringLiteral("In progress: between"))));
        const QString interval =
            QStringLiteral("grey: %1 to %2 when")
                .arg(assessment.score.principles[0].floor.shown, assessment.score.principles[0].ceiling.shown);
        QVERIFY2(page.contains(squeezed(interval)), qPrintable(page));
    }

    void aResultThatCanOnlyBeOneIsNotBetweenTwo()
    {
        Draft draft(smallStandard(QStringLiteral("1.1.1.1 1.1.1.2 2.1.1.1")));
        draft.answer(QStringLiteral("1.1.1.1"), field::answer::rating, QStringLiteral("none"))
            .answer(QStringLiteral("2.1.1.1"), field::answer::rating, QStringLiteral("none"));
        const PublicAssessment assessment = draft.published();
        QCOMPARE(assessment.score.level.floor, assessment.score.level.ceiling);
        const QString page = squeezed(pageTexts(render(assessment, ReportKind::Scorecard)).first());
        QVERIFY2(page.contains(
                     squeezed(QStringLiteral("In progress: at present the result by IRMA-style rules can only be"))),
                 qPrintable(page));
        QVERIFY(!page.contains(QLatin1String("between")));
    }

    void aPrincipleWithEverythingDeferredSaysDeferred()
    {
        Draft draft(smallStandard(QStringLiteral("1.1.1.1 2.1.1.1")));
        draft.answer(QStringLiteral("1.1.1.1"), field::answer::rating, QStringLiteral("deferred"));
        const QString page = squeezed(pageTexts(render(draft.published(), ReportKind::Scorecard)).first());
        QVERIFY2(page.contains(squeezed(QStringLiteral("deferred 0.0 to 100.0 when"))), qPrintable(page));
        QVERIFY2(page.contains(squeezed(QStringLiteral("not assessed 0.0 to 100.0 when"))), qPrintable(page));
    }

    void sourcesAreCountedOfRatingsAloneAndTheirLackIsSaid_data()
    {
        QTest::addColumn<QString>("rating");
        QTest::addColumn<QString>("sources");
        QTest::addColumn<QString>("said");
        const QString two = QStringLiteral("worker observation");
        QTest::newRow("one rating") << QStringLiteral("full") << two << QStringLiteral("1 of 1 rating rests on two");
        QTest::newRow("no source") << QStringLiteral("full") << QString()
                                   << QStringLiteral("No kinds of source have been recorded");
        QTest::newRow("deferred") << QStringLiteral("deferred") << two
                                  << QStringLiteral("No kinds of source have been recorded");
    }
    void sourcesAreCountedOfRatingsAloneAndTheirLackIsSaid()
    {
        QFETCH(QString, rating);
        QFETCH(QString, sources);
        QFETCH(QString, said);
        Draft draft(smallStandard(QStringLiteral("1.1.1.1 1.1.1.2")));
        draft.answer(QStringLiteral("1.1.1.1"), field::answer::rating, rating)
            .answer(QStringLiteral("1.1.1.1"), field::answer::sources, sources);
        const QString text = flowingText(render(draft.published()));
        QVERIFY2(text.contains(squeezed(said)), qPrintable(text));
    }

    void aPreviewSaysWhatItIs()
    {
        const QString text = flowingText(render(Draft(smallStandard(QStringLiteral("1.1.1.1"))).published()));
        QVERIFY(text.contains(squeezed(QStringLiteral("This copy is not released"))));
        QVERIFY(text.contains(squeezed(QStringLiteral("the result is to be published"))) ||
                !text.contains(squeezed(QStringLiteral("is published"))));
    }

    void aPrincipleWithNothingRelevantPrintsThat()
    {
        Draft draft(smallStandard(QStringLiteral("1.1.1.1 2.1.1.1")));
        draft.answers(field::answer::rating, QStringLiteral("full"))
            .notRelevant(QStringLiteral("2.1"), QStringLiteral("There is none."));
        const QString text = flowingText(render(draft.published()));
        QVERIFY(text.contains(squeezed(QStringLiteral("2\u20022 not relevant"))));
        QVERIFY(text.contains(squeezed(QStringLiteral("none relevant"))));
        QVERIFY(text.contains(squeezed(QStringLiteral("There is none."))));
    }

    void whatPeopleTypeNeverReordersTheReportsWords_data()
    {
        QTest::addColumn<QString>("site");
        QTest::newRow("override never closed") << QStringLiteral("Mina \u202eABC");
        QTest::newRow("embedding never closed") << QStringLiteral("Mina \u202bABC");
        QTest::newRow("isolate closed twice") << QStringLiteral("Mina \u2067ABC\u2069\u2069");
        QTest::newRow("Arabic") << QStringLiteral("\u0645\u0646\u062c\u0645");
        QTest::newRow("Hebrew and a number") << QStringLiteral("\u05d0\u05d1 7");
    }
    void whatPeopleTypeNeverReordersTheReportsWords()
    {
        QFETCH(QString, site);
        Draft draft(smallStandard(QStringLiteral("1.1.1.1 1.1.1.2")));
        draft.details(field::details::site, site)
            .details(field::details::kind, QStringLiteral("initial"))
            .details(field::details::visit_end, QStringLiteral("2026-05-09"))
            .details(field::details::report_id, site)
            .answer(QStringLiteral("1.1.1.1"), field::answer::rating, QStringLiteral("full"))
            .answer(QStringLiteral("1.1.1.1"), field::answer::finding, QStringLiteral("Score \u202e12 of 99"));
        const QByteArray pdf = render(draft.published());
        QCOMPARE(faults(pdf).join(QLatin1Char('\n')), QString());
        const std::vector<PlacedWord> placed = placedWords(pdf);
        const auto left = [&](int page, const QString &text, double from = 0) {
            const auto found = std::ranges::find_if(placed, [&](const PlacedWord &word) {
                return word.page == page && word.text == text && word.top > from;
            });
            return found == placed.end() ? -1.0 : found->left;
        };
        QVERIFY(left(2, QStringLiteral("initial")) > report::sheet::left + 10);
        QVERIFY(left(2, QStringLiteral("initial")) < left(2, QStringLiteral("audit")));
        QVERIFY(left(2, QStringLiteral("Public")) > report::sheet::left + 10); // in the foot, after the report's id
        QVERIFY(flowingText(pdf).contains(QLatin1String("Score12of99")));
    }

    void rightToLeftFieldsStartAtTheReportsSide()
    {
        const QString arabic = QStringLiteral("\u0645\u0646\u062c\u0645");
        Draft draft(smallStandard(QStringLiteral("1.1.1.1 1.1.1.2")));
        draft.details(field::details::site, arabic)
            .details(field::details::operator_name, arabic)
            .details(field::details::country, QStringLiteral("MA"))
            .answer(QStringLiteral("1.1.1.1"), field::answer::rating, QStringLiteral("partial"))
            .answer(QStringLiteral("1.1.1.1"), field::answer::finding, arabic)
            .action(QStringLiteral("1.1.1.1"), arabic, QStringLiteral("2027-03-04"))
            .answer(QStringLiteral("1.1.1.2"), field::answer::rating, QStringLiteral("deferred"))
            .answer(QStringLiteral("1.1.1.2"), field::answer::justification, arabic);
        const QByteArray pdf = render(draft.published());
        const std::vector<PlacedWord> placed = placedWords(pdf);
        QStringList labels;
        for (const PlacedWord &word : placed)
            if (std::abs(word.left - report::sheet::textLeft) < 2 && word.page > 5)
                labels.append(word.text);
        QVERIFY(labels.contains(QLatin1String("Planned")));
        QVERIFY(labels.contains(QLatin1String("Why")));
        const auto country = std::ranges::find(placed, QStringLiteral("Morocco"), &PlacedWord::text);
        const auto title = std::ranges::find_if(placed, [&](const PlacedWord &word) {
            return word.page == 1 && word.top < country->top - 20 && word.top > 55;
        });
        const auto company = std::ranges::find_if(placed, [&](const PlacedWord &word) {
            return word.page == 1 && std::abs(word.bottom - country->bottom) < 6 && word.left < country->left;
        });
        QVERIFY(title != placed.end() && std::abs(title->left - report::sheet::left) < 2);
        QVERIFY(company != placed.end() && std::abs(company->left - report::sheet::left) < 2);
    }

    void aLevelDecidedWithDeferredLeftOutGivesTheReason()
    {
        Draft draft(smallStandard(QStringLiteral("1.1.1.1 1.1.1.2")));
        draft.answer(QStringLiteral("1.1.1.1"), field::answer::rating, QStringLiteral("full"))
            .answer(QStringLiteral("1.1.1.2"), field::answer::rating, QStringLiteral("deferred"))
            .details(field::details::deferred_left_out, QStringLiteral("the guidance is late"))
            .details(field::details::deferred_codes, QStringLiteral("1.1.1.2"));
        const QString page = squeezed(pageTexts(render(draft.published(), ReportKind::Scorecard)).first());
        QVERIFY(page.contains(squeezed(QStringLiteral("Decided with 1 deferred requirement left out: 1.1.1.2."))));
        QVERIFY(page.contains(squeezed(QStringLiteral("because: the guidance is late"))));
    }

    void aPostponedResultPrintsNoLevel()
    {
        Draft draft(smallStandard(QStringLiteral("1.1.1.1 1.1.1.2")));
        draft.answers(field::answer::rating, QStringLiteral("full")).openStep(QStringLiteral("6"));
        const QString page = squeezed(pageTexts(render(draft.published(), ReportKind::Scorecard)).first());
        QVERIFY(page.contains(squeezed(QStringLiteral("Result postponed: early corrective action is under way."))));
        QVERIFY(!page.contains(squeezed(QStringLiteral("Result by IRMA-style rules"))));
    }

    void ratingsMadeAnewArePrintedWithTheOnesBefore()
    {
        Draft draft(smallStandard(QStringLiteral("1.1.1.1 1.1.1.2")));
        draft.answers(field::answer::rating, QStringLiteral("full"))
            .answer(QStringLiteral("1.1.1.1"), field::answer::first_rating, QStringLiteral("partial"))
            .answer(QStringLiteral("1.1.1.1"), field::answer::rerated, QStringLiteral("2026-06-01"))
            .answer(QStringLiteral("1.1.1.1"), field::answer::rerated_basis, QStringLiteral("Told by somebody"));
        const QString text = flowingText(render(draft.published()));
        QVERIFY(text.contains(squeezed(QStringLiteral("rated anew 1 Jun 2026; before: partially meets"))));
        QVERIFY(!text.contains(squeezed(QStringLiteral("Told by somebody")))); // what was verified is the team's
    }

    void aSurveillancePrintsWhoseScoresTheseAre()
    {
        Draft draft(smallStandard(QStringLiteral("1.1.1.1 1.1.1.2")));
        draft.details(field::details::kind, QStringLiteral("surveillance"))
            .answers(field::answer::previous_rating, QStringLiteral("full"))
            .answer(QStringLiteral("1.1.1.2"), field::answer::previous_rating, QStringLiteral("not-relevant"));
        QVERIFY(flowingText(render(draft.published())).contains(squeezed(QStringLiteral("As of the audit before:"))));
        draft.details(field::details::previous_year, QStringLiteral("2026"));
        const QByteArray pdf = render(draft.published());
        QCOMPARE(faults(pdf).join(QLatin1Char('\n')), QString());
        const QString text = flowingText(pdf);
        QVERIFY(text.contains(squeezed(QStringLiteral("Surveillance, no new scores. As of the audit of 2026:"))));
        QVERIFY(text.contains(squeezed(QStringLiteral("fully meets as of the audit of 2026"))));
    }
};

QTEST_GUILESS_MAIN(TestReportEdges)
#include "tst_reportedges.moc"
