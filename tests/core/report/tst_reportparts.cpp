// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/earlier.h"
#include "tests/core/report/reporttools.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

// The parts of the report that are made of a case's records (report.md, "What the report holds"): people as counts that
// point at nobody, nonconformities, concerns, comments, plain language, changes, earlier scores.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Draft small(const char *requirements = "1.1.1.1! 1.1.1.2 1.2.1.1")
{
    return Draft(smallStandard(s(requirements)));
}

/// People of one group, heard in one interview each.
void hear(Draft &draft, const char *group, int count)
{
    for (int i = 0; i < count; ++i) {
        const QString label = s(group) + QString::number(i);
        draft.record(EntityKind::Person, label, {{&infoOf(field::person::stakeholder), s(group)}})
            .record(EntityKind::Interview, label,
                    {{&infoOf(field::interview::held), s("2026-05-05")}, {&infoOf(field::interview::people), label}});
    }
}

void plan(Draft &draft, const char *group, const char *count)
{
    draft.record(EntityKind::GroupPlan, s(group), {{&infoOf(field::group_plan::planned), s(count)}});
}

const PublicFieldwork::Group &groupIn(const PublicFieldwork &fieldwork, const char *code)
{
    return *std::ranges::find(fieldwork.groups, s(code), &PublicFieldwork::Group::code);
}

void nonconformity(Draft &draft, const char *label, const char *requirement, const char *state,
                   const char *withdrawn = "")
{
    using namespace field::nonconformity;
    draft.record(EntityKind::Nonconformity, s(label),
                 {{&infoOf(title), s("Title of ") + s(label)},
                  {&infoOf(grade), s("major")},
                  {&infoOf(requirements), s(requirement)},
                  {&infoOf(description), s("What was found by ") + s(label)},
                  {&infoOf(raised), s("2026-05-09")},
                  {&infoOf(field::nonconformity::state), s(state)},
                  {&infoOf(cause), s("Cause of ") + s(label)},
                  {&infoOf(verified), s(state) == s("verified") ? s("2026-08-03") : QString()},
                  {&infoOf(verified_by), s("Zqxjvk")},
                  {&infoOf(field::nonconformity::withdrawn), s(withdrawn)}});
}

void concern(Draft &draft, const char *label, const char *group, const char *text, const char *outcome)
{
    using namespace field::concern;
    draft.record(EntityKind::Concern, s(label),
                 {{&infoOf(field::concern::text), s("Zqxjvk")},
                  {&infoOf(public_group), s(group)},
                  {&infoOf(public_text), s(text)},
                  {&infoOf(public_answer), s("Answer to ") + s(text)},
                  {&infoOf(upheld), s(outcome)}});
}

QString textOf(const Draft &draft)
{
    return flowingText(render(draft.published()));
}

bool has(const QString &text, const char *words)
{
    return text.contains(squeezed(s(words)));
}

QString siteMap()
{
    return s(R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"Lease of the mine","kind":"boundary"},"geometry":
            {"type":"Polygon","coordinates":[[[-70.02,-20.02],[-69.98,-20.02],[-69.98,-20.0],[-70.02,-20.02]]]}},
        {"type":"Feature","properties":{"name":"Old village"},"geometry":{"type":"Point","coordinates":[-70.018,-20.001]}},
        {"type":"Feature","properties":{"name":"New village"},"geometry":{"type":"Point","coordinates":[-69.99,-20.005]}}]})");
}

} // namespace

class TestReportParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Group counts of 1 to 4 are withheld, and one more where the total would give one away; what was planned for them
    /// too.
    void fewPeopleAreNotCounted()
    {
        Draft draft = small();
        hear(draft, "worker", 9);
        hear(draft, "community", 6);
        hear(draft, "property-owner", 2);
        plan(draft, "worker", "10");
        plan(draft, "property-owner", "3");
        plan(draft, "asm", "5");
        const PublicFieldwork out = draft.published().fieldwork;
        QCOMPARE(groupIn(out, "worker").heard, std::optional(9));
        QCOMPARE(groupIn(out, "worker").planned, std::optional(10));
        QVERIFY(!groupIn(out, "property-owner").heard);
        QVERIFY(!groupIn(out, "property-owner").planned);
        QVERIFY(!groupIn(out, "community").heard); // the smallest of the others
        QVERIFY(!out.isEachFew);
        QCOMPARE(groupIn(out, "asm").heard, std::optional(0)); // a finding about the audit
        QVERIFY(out.heard == (CountRange{17, 17}));
        QVERIFY(!out.planned); // 18 less 10 and 5 would tell the 3
        const QString text = textOf(draft);
        QVERIFY(has(text, "Property owners not shown not shown"));
        QVERIFY(has(text, "Workers of the mine 10 9"));
        QVERIFY(has(text, "Artisanal, small-scale miners 5 none"));
    }

    void interviewsAreCountedWhenHeld()
    {
        Draft draft = small();
        hear(draft, "worker", 7);
        draft.record(EntityKind::Interview, s("planned"), {{&infoOf(field::interview::planned), s("2026-05-05")}});
        QCOMPARE(draft.published().fieldwork.interviews, std::optional(7));
        Draft few = small();
        hear(few, "worker", 3);
        QVERIFY(!few.published().fieldwork.interviews);
    }

    /// Every nonconformity that was not withdrawn, once, with its plan; nobody's name.
    void registerHoldsWhatWasNotWithdrawn()
    {
        Draft draft = small();
        draft.answers(field::answer::rating, s("partial"));
        nonconformity(draft, "NC-A01", "1.1.1.1", "plan-accepted");
        nonconformity(draft, "NC-A02", "1.1.1.2", "verified");
        nonconformity(draft, "NC-A03", "1.2.1.1", "raised", "An error");
        draft.action(s("1.1.1.1"), s("Mend it at once"), s("2026-12-01"))
            .action(s("1.2.1.1"), s("Look at it again"), s("2026-11-01"));
        draft.linkAction(s("1.1.1.1"), s("NC-A01"));
        const QString text = textOf(draft);
        QVERIFY(has(text, "2 nonconformities were raised."));
        QCOMPARE(text.count(squeezed(s("What was found by NC-A01"))), 1);
        QVERIFY(has(text, "Cause of NC-A02"));
        QVERIFY(!has(text, "by NC-A03"));
        QVERIFY(has(text, "effectiveness verified 3 Aug 2026"));
        QVERIFY(has(text, "by 1 Dec 2026 Mend it at once"));
        QVERIFY(has(text, "Other planned actions"));
        QVERIFY(has(text, "Nonconformity NC-A01")); // with the requirement
        QVERIFY(!text.contains(s("Zqxjvk")));
    }

    /// What became of those of the audit before.
    void surveillanceSaysWhatBecameOfEarlierOnes()
    {
        Draft draft = small();
        draft.details(field::details::kind, s("surveillance"))
            .details(field::details::previous_year, s("2026"))
            .details(field::details::announced, s("2027-09-01"));
        nonconformity(draft, "NC-A01", "1.1.1.1", "plan-accepted");
        nonconformity(draft, "NC-A02", "1.1.1.2", "verified");
        const QString text = textOf(draft);
        QVERIFY(has(text, "From the audit of 2026"));
        QVERIFY(has(text, "Raised then 2 Closed, effectiveness verified 1 Still open, carried over 1"));
        draft.details(field::details::announced, s("2026-04-01"));
        QVERIFY(!has(textOf(draft), "Raised then"));
    }

    /// Concerns with words for the public, also those not upheld; their order does not tell when each came.
    void concernsStandWithTheirAnswers()
    {
        Draft draft = small();
        concern(draft, "C-A01", "community", "Dust on the washing", "not-upheld");
        concern(draft, "C-A02", "worker", "Shifts are too long", "upheld");
        concern(draft, "C-A03", "", "", "open");
        const std::vector<PublicConcern> out = draft.published().concerns;
        QCOMPARE(out.size(), std::size_t(2));
        QCOMPARE(*out[0].group, s("worker"));
        const QString text = textOf(draft);
        QVERIFY(has(text, "2 concerns are printed here"));
        QVERIFY(has(text, "Not upheld Affected communities Dust on the washing Answer to Dust on the washing"));
        QVERIFY(!text.contains(s("Zqxjvk")));
        QVERIFY(!text.contains(s("C-A0")));
        QVERIFY(!has(textOf(small()), "What stakeholders said"));
    }

    void companyAndDivergingOpinionsArePrinted()
    {
        Draft draft = small();
        QVERIFY(!has(textOf(draft), "Comments and diverging opinions"));
        draft.details(field::details::company_comments, s("We thank everybody."));
        QVERIFY(has(textOf(draft), "Comments of the company We thank everybody."));
        draft.details(field::details::diverging, s("On 1.1.1.2 we differ."));
        QVERIFY(has(textOf(draft), "Opinions that stayed different On 1.1.1.2 we differ."));
    }

    /// The report's language first; questions are headings; numbers of requirements are links.
    void plainLanguageStandsInEachLanguage()
    {
        Draft draft = small();
        draft.answers(field::answer::rating, s("partial"));
        const auto page = [&](const char *language, const char *text) {
            draft.record(EntityKind::PlainText, s(language), {{&infoOf(field::plain_text::text), s(text)}});
        };
        page("ar", "ما هي النتيجة؟\nخمسون.");
        page("es", "¿Cuál es el resultado?\nCincuenta, véase 1.1.1.1.");
        page("en", "Six people came.\nWhat is the result?\nFifty, see 1.1.1.1.");
        const QByteArray pdf = render(draft.published());
        QCOMPARE(faults(pdf).join(QLatin1Char('\n')), QString());
        QCOMPARE(misplaced(pdf).join(QLatin1Char('\n')), QString());
        const QStringList pages = pageTexts(pdf);
        QVERIFY(squeezed(pages[2]).contains(squeezed(s("What is the result?"))));
        QVERIFY(squeezed(pages[2]).contains(squeezed(s("Fifty, see 1.1.1.1."))));
        QVERIFY(squeezed(pages[4]).contains(squeezed(s("¿Cuál es el resultado?"))));
        const QByteArray plain = runTool(s("qpdf"), {s("--qdf"), s("--object-streams=disable"), s("FILE"), s("-")}, pdf)
                                     .value_or(QByteArray());
        QVERIFY(plain.contains("/Lang (es)"));
        QVERIFY(plain.contains("/Lang (ar)"));
        QVERIFY(plain.count("/Dest (1.1.1.1)\n") >= 2);
        QVERIFY(!has(textOf(small()), "In plain language"));
    }

    /// Releases before this one, with what changed, and why one was withdrawn.
    void changesOfTheReportAreListed()
    {
        using namespace field::release;
        Draft draft = small();
        draft.record(EntityKind::Release, s("RL-A01"),
                     {{&infoOf(number), s("1")},
                      {&infoOf(built), s("2026-09-01")},
                      {&infoOf(withdrawn), s("2026-10-01")},
                      {&infoOf(withdrawn_reason), s("A rating was wrong.")}});
        draft.record(
            EntityKind::Release, s("RL-A02"),
            {{&infoOf(number), s("2")}, {&infoOf(built), s("2026-10-02")}, {&infoOf(changes), s("1.1.1.2 anew")}});
        const QString text = textOf(draft);
        QVERIFY(has(text, "Release 2 2 October 2026 1.1.1.2 anew"));
        QVERIFY(has(text, "Withdrawn on 1 October 2026: A rating was wrong."));
        const ReleaseEdition edition{
            .number = 2, .root = s("00"), .roles = {}, .built = s("2026-10-02"), .changes = s("Mended")};
        const QString released =
            flowingText(must(renderReport(draft.published(), ReportKind::Public, {.edition = edition}, typesetter())));
        QVERIFY(has(released, "Release 2 2 October 2026 Mended"));
        QVERIFY(!has(released, "1.1.1.2 anew"));
        QVERIFY(!has(textOf(small()), "Changes of this report"));
    }

    /// A score over some of a chapter compares with nothing.
    void changeIsShownWhereAllWasRatedBefore()
    {
        using namespace field::answer;
        Draft draft = small();
        draft.answers(rating, s("full"))
            .answer(s("1.1.1.1"), previous_rating, s("partial"))
            .answer(s("1.1.1.2"), previous_rating, s("none"));
        const EarlierScores before = earlierScores(draft.published());
        QCOMPARE(before.chapters[0]->shown, s("25.0"));
        QVERIFY(!before.chapters[1]);
        QVERIFY(!before.principles[0]);
        draft.details(field::details::previous_year, s("2023"));
        const QString text = textOf(draft);
        QVERIFY(has(text, "since 2023"));
        QVERIFY(has(text, "100.0 +75.0"));
        QVERIFY(earlierScores(small().answers(rating, s("full")).published()).isEmpty());
        QVERIFY(earlierScores(draft.details(field::details::kind, s("surveillance")).published()).isEmpty());
    }

    /// process.md, N3: three years from the day the report is final, of a result that was reached.
    void resultHoldsAsLongAsTheCatalogueSays()
    {
        Draft draft(catalogue());
        draft.answers(field::answer::rating, s("full"));
        QVERIFY(!validUntil(draft.published()));
        draft.details(field::details::report_date, s("2028-02-29"));
        QCOMPARE(validUntil(draft.published()), std::optional(QDate(2031, 2, 28)));
        draft.answer(s("1.1.1.1"), field::answer::rating, {});
        QVERIFY(!validUntil(draft.published()));
        draft.answer(s("1.1.1.1"), field::answer::rating, s("full")).details(field::details::kind, s("surveillance"));
        QVERIFY(!validUntil(draft.published()));
    }

    /// However much is written, and however long its words are: it stands in its column, on as many pages as it takes.
    void whateverIsWrittenStandsInItsPlace()
    {
        const QString word = s("Wasserwirtschaftsgenehmigungsverfahrensbeschleunigungsgesetz ");
        for (const QString &text :
             {word, word.repeated(400), s("drill ").repeated(900), s("- one\n- two\n\n1. three")}) {
            Draft draft = small();
            draft.answers(field::answer::rating, s("none"));
            nonconformity(draft, "NC-A01", "1.1.1.1", "verified");
            draft
                .record(EntityKind::Nonconformity, s("NC-A02"),
                        {{&infoOf(field::nonconformity::title), text.left(300)},
                         {&infoOf(field::nonconformity::description), text},
                         {&infoOf(field::nonconformity::cause), text}})
                .record(EntityKind::Concern, s("C-A01"),
                        {{&infoOf(field::concern::public_text), text}, {&infoOf(field::concern::public_answer), text}})
                .record(EntityKind::PlainText, s("en"),
                        {{&infoOf(field::plain_text::text), text + s("\nWhy?\n") + text}})
                .record(EntityKind::Release, s("RL-A01"),
                        {{&infoOf(field::release::number), s("1")}, {&infoOf(field::release::changes), text}})
                .details(field::details::company_comments, text)
                .details(field::details::diverging, text)
                .action(s("1.1.1.1"), text, s("2026-12-01"))
                .linkAction(s("1.1.1.1"), s("NC-A02"));
            const QByteArray pdf = render(draft.published());
            QCOMPARE(faults(pdf).join(QLatin1Char('\n')), QString());
            QCOMPARE(misplaced(pdf).join(QLatin1Char('\n')), QString());
        }
    }

    /// Passages withheld in these parts are counted with the others.
    void withheldPassagesAreCounted()
    {
        Draft draft = small();
        nonconformity(draft, "NC-A01", "1.1.1.1", "plan-accepted");
        concern(draft, "C-A01", "community", "Dust on the washing", "open");
        draft.details(field::details::company_comments, s("We thank everybody."));
        draft.record(EntityKind::PlainText, s("en"), {{&infoOf(field::plain_text::text), s("Plain words")}});
        const auto withhold = [&](const char *label, const char *target, const char *passage) {
            draft.record(EntityKind::Redaction, s(label),
                         {{&infoOf(field::redaction::target), s(target)},
                          {&infoOf(field::redaction::passage), s(passage)},
                          {&infoOf(field::redaction::reason), s("B")},
                          {&infoOf(field::redaction::state), s("asked")}});
        };
        withhold("RD-A01", "nonconformity/NC-A01", "Cause");
        withhold("RD-A02", "concern/C-A01", "washing");
        withhold("RD-A03", "details", "thank");
        withhold("RD-A04", "plain_text/en", "words");
        const QString text = textOf(draft);
        QVERIFY(!has(text, "Cause of"));
        QVERIFY(!has(text, "on the washing"));
        QVERIFY(has(text, "Other parts of the report 5")); // the concern's answer repeats the word
        QVERIFY(has(text, "5 passages are replaced"));
    }

    /// An action that names no nonconformity stands with the open one about its requirement, and not among those that
    /// are about none.
    void actionsStandWithTheNonconformityAboutTheirRequirement()
    {
        Draft draft = small();
        draft.answers(field::answer::rating, s("partial"));
        nonconformity(draft, "NC-A01", "1.1.1.1", "verified");
        nonconformity(draft, "NC-A02", "1.1.1.1", "cause-accepted");
        draft.action(s("1.1.1.1"), s("Mend the siren"), s("2027-02-17"));
        draft.action(s("1.1.1.2"), s("Ask again"), s("2027-03-01"));
        const QString text = textOf(draft);
        QVERIFY(has(text, "by 17 Feb 2027 Mend the siren"));
        QCOMPARE(text.count(squeezed(s("none planned yet"))), 1);
        QCOMPARE(text.count(squeezed(s("Ask again"))), 2); // at its requirement, and among the others
        QCOMPARE(text.count(squeezed(s("Mend the siren"))), 2);
    }

    /// A surveillance has a summary of its own, and no other audit has it.
    void surveillanceHasASummaryOfItsOwn()
    {
        Draft draft = small();
        draft.answers(field::answer::rating, s("full")).details(field::details::kind, s("initial"));
        QVERIFY(!renderReport(draft.published(), ReportKind::Surveillance, {}, typesetter()));
        QVERIFY(!renderWebReport(draft.published(), ReportKind::Surveillance, {}));
        draft.details(field::details::kind, s("surveillance"));
        const QByteArray pdf = render(draft.published(), ReportKind::Surveillance);
        QVERIFY(has(flowingText(pdf), "Surveillance, no new scores."));
        QVERIFY(pageTexts(pdf).join(QString()).contains(s("Surveillance summary")));
    }

    /// The map is drawn from what the case holds, and its numbers are explained beside it.
    void mapOfTheSiteIsDrawnWithItsNames()
    {
        Draft draft = small();
        draft.details(field::details::boundary, siteMap());
        const QByteArray pdf = render(draft.published());
        QCOMPARE(faults(pdf).join(QLatin1Char('\n')), QString());
        QCOMPARE(misplaced(pdf).join(QLatin1Char('\n')), QString());
        const QString text = flowingText(pdf);
        for (const char *shown : {"Lease of the mine", "Old village", "1 km", "Thick line: boundary of the mine"})
            QVERIFY2(has(text, shown), shown);
        const QByteArray web = must(renderWebReport(draft.published(), ReportKind::Public, {}));
        QVERIFY(web.contains("north up"));
        QVERIFY(web.contains("Old village"));
        QVERIFY(web.contains("src=\"data:image/svg+xml;base64,"));
    }

    /// A map that is withheld leaves the same mark as any other text; what was on it is nowhere.
    void withheldMapLeavesNothingButItsMark()
    {
        Draft draft = small();
        draft.details(field::details::boundary, siteMap());
        draft.record(EntityKind::Redaction, s("RD-A01"),
                     {{&infoOf(field::redaction::target), s("details")},
                      {&infoOf(field::redaction::field_name), s("boundary")},
                      {&infoOf(field::redaction::reason), s("E")},
                      {&infoOf(field::redaction::state), s("asked")}});
        const QByteArray first = render(draft.published());
        QVERIFY(!has(flowingText(first), "Old village"));
        QVERIFY(has(flowingText(first), "One passage is replaced"));
        draft.details(field::details::boundary, s(R"({"type":"Point","coordinates":[5,6]})"));
        QCOMPARE(render(draft.published()), first);
    }

    /// North is up and east is right, whichever way the page is read.
    void mapIsNotMirroredOnPagesReadFromRightToLeft()
    {
        Draft draft = small();
        draft.details(field::details::boundary, siteMap());
        const auto numbers = [&](const QString &language) {
            ReportOptions options;
            options.language = language;
            const QByteArray pdf = must(renderReport(draft.published(), ReportKind::Public, options, typesetter()));
            std::vector<PlacedWord> found;
            for (const PlacedWord &word : placedWords(pdf))
                if (QStringList{s("2"), s("3"), QString(QChar(0x0662)), QString(QChar(0x0663))}.contains(word.text))
                    found.push_back(word);
            // The map's own are the smallest.
            std::ranges::sort(found, {}, [](const PlacedWord &word) { return word.bottom - word.top; });
            return std::abs(found[0].left - found[1].left);
        };
        const double english = numbers(s("en"));
        QVERIFY(english > 100);
        QVERIFY(std::abs(english - numbers(s("ar"))) < 2);
    }

    /// What is kept in the field and is no map is not drawn, and does not keep the report from being made.
    void whatIsNoMapIsNotDrawn()
    {
        Draft draft = small();
        draft.details(field::details::boundary, s("here"));
        QVERIFY(!has(flowingText(render(draft.published())), "Thick line"));
    }
};

QTEST_GUILESS_MAIN(TestReportParts)
#include "tst_reportparts.moc"
