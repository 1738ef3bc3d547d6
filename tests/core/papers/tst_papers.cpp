// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/papers/announcement.h"
#include "core/papers/auditlimits.h"
#include "core/papers/auditplan.h"
#include "core/papers/companyvalue.h"
#include "core/papers/concernreceipt.h"
#include "core/papers/paperwords.h"
#include "core/papers/reviewcomments.h"
#include "core/papers/teamproposal.h"
#include "core/sample/sample.h"
#include "tests/core/report/reporttools.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace adit;
using namespace adit::test;

// The working papers: what they say, in each language; what they leave blank; what they keep to the team; and that the
// files are sound.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QHash<QString, QString> wordsIn(const QString &language, const char *table = "announcement")
{
    QFile file(s(":/adit/report/%1-%2.json").arg(s(table), language));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no words in %s", qPrintable(language));
    QHash<QString, QString> out;
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    for (auto text = all.begin(); text != all.end(); ++text)
        out.insert(text.key(), text.value().toString());
    return out;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression form(s("[{](\\w+)[}]"));
    QStringList out;
    for (auto all = form.globalMatch(text); all.hasNext();)
        out.append(all.next().captured(1));
    out.sort();
    return out;
}

const AnnouncementInput reachable{s("en"), s("+00 555 0100\nhear@audit.example"), s("Spanish and Quechua")};

AnnouncementInput in(const QString &language)
{
    return {language, reachable.contact, reachable.languages};
}

QByteArray pages(const Paper &paper, const PublicAssessment &assessment = sampleAssessment())
{
    return must(paperPdf(paper, assessment, typesetter()));
}

/// All that stands on the pages in the order in which it was painted, squeezed.
QString heard(const QByteArray &pdf)
{
    const auto text = runTool(s("pdftotext"), {s("-raw"), s("FILE"), s("-")}, pdf);
    return squeezed(QString::fromUtf8(text.value_or(QByteArray())));
}

/// The sample, to be changed.
Draft changedSample()
{
    static const Draft sample = sampleDraft();
    return sample;
}

template <typename FieldType>
concept ForTheCompany = requires(const Record &record, FieldType field)
{
    companyValue(record, field);
};

} // namespace

class TestPapers : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<CaseDocument> m_sample;

    void languages()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : announcementLanguages())
            QTest::newRow(qPrintable(language)) << language;
    }
    QDate today() const { return {2026, 3, 1}; }

private Q_SLOTS:
    void initTestCase()
    {
        m_sample = must(makeSample(m_folder.filePath(s("sample.adit")), 1, repeatableSurroundings()));
    }

    // ---- announcement -----------------------------------------------------------------------------------------------

    void everyLanguageHasEveryWord_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("language");
        QCOMPARE(receiptLanguages(), announcementLanguages());
        QCOMPARE(paperLanguages(), announcementLanguages());
        for (const char *table : {"announcement", "papers", "receipt"})
            for (const QString &language : announcementLanguages())
                QTest::addRow("%s, %s", table, qPrintable(language)) << QByteArray(table) << language;
    }
    void everyLanguageHasEveryWord()
    {
        QFETCH(QByteArray, table);
        QFETCH(QString, language);
        const auto english = wordsIn(s("en"), table.constData());
        const auto words = wordsIn(language, table.constData());
        QCOMPARE(QSet<QString>(words.keyBegin(), words.keyEnd()), QSet<QString>(english.keyBegin(), english.keyEnd()));
        for (auto text = words.begin(); text != words.end(); ++text) {
            QVERIFY2(!text->trimmed().isEmpty(), qPrintable(text.key()));
            // A date is put together as its language does.
            if (!text.key().startsWith(s("date")))
                QVERIFY2(placeholders(*text) == placeholders(english[text.key()]), qPrintable(text.key()));
            if (language != s("en") && text->size() > 20)
                QVERIFY2(*text != english[text.key()], qPrintable(text.key()));
        }
        QCOMPARE(announcementLanguages(), (QStringList{s("en"), s("es"), s("fr"), s("pt"), s("zh")}));
    }

    void itSaysWhoComesWhenAndWhatProtectsPeople_data() { languages(); }
    void itSaysWhoComesWhenAndWhatProtectsPeople()
    {
        QFETCH(QString, language);
        const Paper paper = must(announcement(sampleAssessment(), in(language)));
        QCOMPARE(paper.missing, QStringList());
        const auto words = wordsIn(language);
        const QString printed = heard(pages(paper));
        const QString web = QString::fromUtf8(paperHtml(paper));
        const QString text = paperText(paper);
        for (const QString &said :
             {s("Cerro Azul copper mine"), s("Minera Cerro Azul S.A."), s("Andes Assurance (fictional)"),
              s("North and south tailings facilities"), s("The port and the smelter that buy the concentrate"),
              s("+00 555 0100"), s("hear@audit.example"), words[s("notice.fictional")], words[s("notice.who_text")],
              words[s("notice.protected.names")], words[s("notice.protected.workers")],
              words[s("notice.concern.raise")], words[s("notice.concern.where")]}) {
            QVERIFY2(printed.contains(squeezed(said)), qPrintable(said));
            QVERIFY2(web.contains(said.toHtmlEscaped()), qPrintable(said));
            QVERIFY2(text.contains(said), qPrintable(said));
        }
    }

    void datesStandAsTheLanguageWritesThem_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("visit");
        QTest::addColumn<QString>("until");
        QTest::newRow("en") << s("en") << s("4–9 May 2026") << s("9 May 2026");
        QTest::newRow("es") << s("es") << s("del 4 al 9 de mayo de 2026") << s("9 de mayo de 2026");
        QTest::newRow("fr") << s("fr") << s("du 4 au 9 mai 2026") << s("9 mai 2026");
        QTest::newRow("pt") << s("pt") << s("de 4 a 9 de maio de 2026") << s("9 de maio de 2026");
        QTest::newRow("zh") << s("zh") << s("2026年5月4日至9日") << s("2026年5月9日");
    }
    void datesStandAsTheLanguageWritesThem()
    {
        QFETCH(QString, language);
        QFETCH(QString, visit);
        QFETCH(QString, until);
        const QString text = paperText(must(announcement(sampleAssessment(), in(language))));
        QVERIFY2(text.contains(visit), qPrintable(text));
        QVERIFY(text.contains(until));
    }
    void daysOfTwoMonthsAndYearsAreKeptApart_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("months");
        QTest::addColumn<QString>("years");
        QTest::newRow("en") << s("en") << s("28 April – 1 May 2026") << s("28 December 2026 – 1 January 2027");
        QTest::newRow("es") << s("es") << s("del 28 de abril al 1 de mayo de 2026")
                            << s("del 28 de diciembre de 2026 al 1 de enero de 2027");
        QTest::newRow("fr") << s("fr") << s("du 28 avril au 1er mai 2026")
                            << s("du 28 décembre 2026 au 1er janvier 2027");
        QTest::newRow("pt") << s("pt") << s("de 28 de abril a 1º de maio de 2026")
                            << s("de 28 de dezembro de 2026 a 1º de janeiro de 2027");
        QTest::newRow("zh") << s("zh") << s("2026年4月28日至5月1日") << s("2026年12月28日至2027年1月1日");
    }
    void daysOfTwoMonthsAndYearsAreKeptApart()
    {
        QFETCH(QString, language);
        QFETCH(QString, months);
        QFETCH(QString, years);
        Draft draft = changedSample();
        const auto text = [&] {
            return paperText(must(announcement(draft.published(), in(language))))
                .replace(QChar(0x00A0), QLatin1Char(' '));
        };
        draft.details(field::details::visit_start, s("2026-04-28")).details(field::details::visit_end, s("2026-05-01"));
        QVERIFY2(text().contains(months), qPrintable(text()));
        draft.details(field::details::visit_start, s("2026-12-28")).details(field::details::visit_end, s("2027-01-01"));
        QVERIFY2(text().contains(years), qPrintable(text()));
    }

    void peopleAreAskedThirtyDaysBeforeTheVisit()
    {
        Draft draft = changedSample();
        QVERIFY(paperText(must(announcement(draft.published(), reachable))).contains(s("by 4 April 2026, 30 days")));
        // Announced later than that, there is no such day left.
        draft.details(field::details::announced, s("2026-04-20"));
        const QString late = paperText(must(announcement(draft.published(), reachable)));
        QVERIFY(!late.contains(s("30 days")));
        QVERIFY(late.contains(s("until the last day of the visit, 9 May 2026")));
    }

    void whatIsNotKnownIsALineToWriteOnAndNamed()
    {
        Draft draft(catalogue());
        draft.details(field::details::site, s("Lago Blanco"));
        const PublicAssessment assessment = draft.published();
        const Paper paper = must(announcement(assessment, {}));
        const QStringList expected{s("visit_start"), s("location"),   s("operator_name"),
                                   s("materials"),   s("languages"),  s("contact"),
                                   s("facilities"),  s("audit_firm"), s("announced")};
        QCOMPARE(paper.missing, expected);
        QVERIFY(paper.strip.isEmpty()); // a mine that exists
        QVERIFY(paperText(paper).contains(s("Visit: ____")));
        QCOMPARE(QString::fromUtf8(paperHtml(paper)).count(s("class=\"blank\"")), 11);
        const QByteArray pdf = pages(paper, assessment);
        QCOMPARE(faults(pdf).join(s("\n")), QString());
        QCOMPARE(misplaced(pdf), QStringList());
    }
    void halfOfTheVisitIsSaidAndTheOtherHalfNamed()
    {
        Draft draft = changedSample();
        draft.details(field::details::visit_end, {});
        const Paper paper = must(announcement(draft.published(), reachable));
        QCOMPARE(paper.missing, QStringList{s("visit_end")});
        QVERIFY(paperText(paper).contains(s("Visit: from 4 May 2026")));
    }
    void aMineWithoutANameIsNotAnnounced()
    {
        Draft draft = changedSample();
        draft.details(field::details::site, s("  "));
        const auto refused = announcement(draft.published(), reachable);
        QVERIFY(!refused && refused.error().code == ErrorCode::InvalidValue);
    }
    void aLanguageWithoutWordsIsRefused()
    {
        const auto refused = announcement(sampleAssessment(), in(s("tlh")));
        QVERIFY(!refused && refused.error().code == ErrorCode::UnknownChoice);
        QCOMPARE(refused.error().detail, s("en es fr pt zh"));
    }

    void theNoticeIsAtMostTwoPagesAndSound_data() { languages(); }
    void theNoticeIsAtMostTwoPagesAndSound()
    {
        QFETCH(QString, language);
        for (const bool isExtreme : {false, true}) {
            Draft draft = changedSample();
            if (isExtreme) {
                draft.details(
                    field::details::site,
                    s("Compañía Minera Nuestra Señora de la Candelaria del Altiplano ").repeated(5).trimmed());
                draft.details(field::details::visit_start, {}).details(field::details::visit_end, {});
            }
            const PublicAssessment assessment = draft.published();
            const QByteArray pdf = pages(must(announcement(assessment, in(language))), assessment);
            QCOMPARE(faults(pdf).join(s("\n")), QString());
            QCOMPARE(misplaced(pdf), QStringList());
            QVERIFY(pageTexts(pdf).size() <= 2);
            QCOMPARE(pages(must(announcement(assessment, in(language))), assessment), pdf);
        }
    }

    void theWebPageIsWholeAndTellsItsLanguage_data() { languages(); }
    void theWebPageIsWholeAndTellsItsLanguage()
    {
        QFETCH(QString, language);
        const QString web = QString::fromUtf8(paperHtml(must(announcement(sampleAssessment(), in(language)))));
        QVERIFY(web.startsWith(s("<!DOCTYPE html>\n<html lang=\"%1\">").arg(language)));
        QCOMPARE(web.count(s("<h1>")), 1);
        QVERIFY(web.count(s("<h2>")) >= 6);
        for (const char *outside : {"<script", "<link", "<img", "url(", "@import", "http:", "https:"})
            QVERIFY2(!web.contains(s(outside)), outside);
        // Every element that was opened is closed, in order.
        QXmlStreamReader reader(QString(web)
                                    .remove(s("<!DOCTYPE html>\n"))
                                    .replace(QRegularExpression(s("<meta ([^>]*)>")), s("<meta \\1/>")));
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }

    void nothingTypedBecomesMarkup()
    {
        const QString evil = s("<b onclick=\"x\">&amp;</b>'\"");
        Draft draft = changedSample();
        draft.details(field::details::site, evil)
            .details(field::details::operator_name, evil)
            .details(field::details::facilities, evil);
        const Paper paper = must(announcement(draft.published(), {s("en"), evil, evil}));
        const QString web = QString::fromUtf8(paperHtml(paper));
        QVERIFY(!web.contains(s("<b ")));
        QVERIFY(web.count(s("&lt;b onclick=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;")) >= 5);
    }

    // ---- team -------------------------------------------------------------------------------------------------------

    void theTeamIsShownWithItsCompetenceAndDeclarations()
    {
        const Paper paper = must(teamProposal(m_sample->view(), sampleAssessment(), today()));
        const QString text = paperText(paper);
        for (const char *said : {"Ximena Arrieta Pomar", "Lead auditor", "Independent engineer", "Spanish, English",
                                 "Declared on 27 November 2025: no conflict of interest. No work for Minera Cerro Azul",
                                 "nineteen years in audits", "Technical reviewer", "Decision maker"})
            QVERIFY2(text.contains(s(said)), said);
        const QByteArray pdf = pages(paper);
        QCOMPARE(faults(pdf).join(s("\n")), QString());
        QCOMPARE(misplaced(pdf), QStringList());
    }
    void aChapterWithoutCompetenceIsAGap()
    {
        const auto text = [this](const QDate &day) {
            return paperText(must(teamProposal(m_sample->view(), sampleAssessment(), day)));
        };
        QVERIFY(text(today()).contains(s("Every relevant chapter has a member whose competence is shown.")));
        // Everything that ends has ended by then.
        const QString late = text(QDate(2099, 1, 1));
        QVERIFY(late.contains(s("no competence shown")));
        QVERIFY(late.contains(s("expired on")));
    }
    void aTeamOfNobodyIsSaidToBeNone()
    {
        const Draft draft(catalogue());
        const PublicAssessment assessment = draft.published();
        const Assessment empty(*AssessmentId::fromString(s("6f1f4a52-5a7e-4d0b-9a51-0e2f3a4b5c6d")));
        const QString text = paperText(must(teamProposal({catalogue(), empty}, assessment, today())));
        QVERIFY(text.contains(s("No member is entered yet.")));
        QVERIFY(text.contains(s("nobody allocated")));
    }

    // ---- plan -------------------------------------------------------------------------------------------------------

    void thePlanHoldsAllThatWasAgreed()
    {
        const Paper paper = must(auditPlan(m_sample->view(), sampleAssessment()));
        const QString text = paperText(paper);
        for (const char *said :
             {"Objectives\nTo find out how far the mine meets", "IRMA-style catalogue 1.0, existing mine",
              "Head of sustainability", "Files: square root of the total", "Medical check for altitude",
              "People are kept by number", "Ximena Arrieta Pomar | Lead auditor | 1.1, 1.2", "Open pit and waste-rock",
              "Done otherwise than planned", "Versions", "V-A01"})
            QVERIFY2(text.contains(s(said)), said);
        const QByteArray pdf = pages(paper);
        QCOMPARE(faults(pdf).join(s("\n")), QString());
        QCOMPARE(misplaced(pdf), QStringList());
    }
    void howManyAreHeardOfAGroupStaysWithTheTeam()
    {
        const QString basis = s("About six in a hundred of 1,150 direct employees");
        const Paper company = must(auditPlan(m_sample->view(), sampleAssessment()));
        QVERIFY(!paperText(company).contains(basis));
        QVERIFY(!must(planText(m_sample->view())).contains(basis));
        const Paper team = must(auditPlan(m_sample->view(), sampleAssessment(), PlanCopy::Team));
        QVERIFY(paperText(team).contains(basis));
        QVERIFY(team.strip.contains(s("not for the mine")));
    }
    void noFieldOfTheTeamGetsIntoAPaperForTheMine()
    {
        QVERIFY(ForTheCompany<decltype(field::audit_plan::sampling)>);
        QVERIFY(ForTheCompany<decltype(field::details::site)>);
        QVERIFY(!ForTheCompany<decltype(field::group_plan::planned)>);
        QVERIFY(!ForTheCompany<decltype(field::visit_stop::observation)>);
        QVERIFY(!ForTheCompany<decltype(field::interview::summary)>);
    }

    void aVersionKeepsThePlanAsItWas()
    {
        const auto document = newCase(m_folder, s("versions.adit"));
        const auto issue = [&](const QString &reason) -> Result<QString> {
            const EntityRef entity = document->newEntity(EntityKind::PlanIssue);
            ADIT_TRY_ASSIGN(const Edit edit, issuePlan(document->view(), entity, {.day = today(), .reason = reason}));
            ADIT_TRY(document->apply(edit));
            return entity.code;
        };
        const auto write = [&](const QString &text) {
            const CaseView view = document->view();
            const EntityRef plan = view.assessment.derivedRef(EntityKind::AuditPlan, Assessment::auditPlanCode());
            must(document->apply(
                must(changeRecord(view, plan, {.values = {{&infoOf(field::audit_plan::objectives), text}}}))));
        };
        const auto early = issue({});
        QVERIFY(!early && early.error().code == ErrorCode::NothingToChange); // nothing is planned yet
        write(s("See everything\nHear everybody"));
        const QString first = must(issue({}));
        const auto again = issue(s("No reason"));
        QVERIFY(!again && again.error().code == ErrorCode::NothingToChange);
        QVERIFY(again.error().subject.contains(first));
        write(s("See everything\nHear everybody twice"));
        const auto silent = issue({});
        QVERIFY(!silent && silent.error().code == ErrorCode::InvalidValue); // what changed?
        const QString second = must(issue(s("Twice is safer")));
        QVERIFY(first != second);
        const auto isChange = [](const DiffLine &line) { return line.kind != DiffLine::Kind::Same; };
        auto changes = must(planChanges(document->view(), first, second));
        std::erase_if(changes, [&](const DiffLine &line) { return !isChange(line); });
        QCOMPARE(changes, (std::vector<DiffLine>{{DiffLine::Kind::Removed, s("Hear everybody")},
                                                 {DiffLine::Kind::Added, s("Hear everybody twice")}}));
        const auto toNow = must(planChanges(document->view(), second));
        QVERIFY(std::ranges::none_of(toNow, isChange));
        QVERIFY(!planChanges(document->view(), s("V-A99")));
        write(s("See nothing"));
        QVERIFY(paperText(must(auditPlan(document->view(), sampleAssessment())))
                    .contains(s("differs from version ") + second));
    }

    void linesOfTwoTextsAreLaidBesideEachOther_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("lines");
        QTest::newRow("same") << s("a\nb") << s("a\nb") << s("=a =b");
        QTest::newRow("from nothing") << s("") << s("a\nb") << s("+a +b");
        QTest::newRow("to nothing") << s("a") << s("") << s("-a");
        QTest::newRow("one in the middle") << s("a\nb\nc") << s("a\nx\nc") << s("=a -b +x =c");
        QTest::newRow("moved") << s("a\nb\nc") << s("c\na\nb") << s("+c =a =b -c");
        QTest::newRow("twice the same") << s("a\na") << s("a\na\na") << s("=a =a +a");
    }
    void linesOfTwoTextsAreLaidBesideEachOther()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QStringList lines;
        for (const DiffLine &line : lineDiff(before, after))
            lines.append((line.kind == DiffLine::Kind::Same      ? s("=")
                          : line.kind == DiffLine::Kind::Removed ? s("-")
                                                                 : s("+")) +
                         line.text);
        QTEST(lines.join(QLatin1Char(' ')), "lines");
    }
    void longTextsAreComparedToo()
    {
        QString before;
        QString after;
        for (int i = 0; i < 5000; ++i) {
            before += s("before %1\n").arg(i);
            after += s("after %1\n").arg(i);
        }
        const auto lines = lineDiff(s("head\n") + before, s("head\n") + after);
        QCOMPARE(lines.size(), std::size_t(10002)); // the head, both texts, the last empty line
        QCOMPARE(lines.front().kind, DiffLine::Kind::Same);
    }

    // ---- limits -----------------------------------------------------------------------------------------------------

    void whatLimitedTheAuditIsOfferedUntilItIsTold()
    {
        const auto document = newCase(m_folder, s("limits.adit"));
        const auto add = [&](EntityKind kind, const FieldValues &values) {
            must(document->apply(must(addRecord(document->view(), document->newEntity(kind), {.values = values}))));
        };
        using namespace field;
        QVERIFY(must(untoldLimits(document->view())).empty());
        add(EntityKind::PlanDeviation, {{&infoOf(plan_deviation::text), s("One night was seen, not two.")},
                                        {&infoOf(plan_deviation::reason), s("The bus was late.")},
                                        {&infoOf(plan_deviation::is_limit), s("1")}});
        add(EntityKind::PlanDeviation, {{&infoOf(plan_deviation::text), s("Lunch was earlier.")},
                                        {&infoOf(plan_deviation::reason), s("Hunger.")}});
        add(EntityKind::VisitStop,
            {{&infoOf(visit_stop::name), s("Upper wells")}, {&infoOf(visit_stop::not_visited), s("Snow.")}});
        for (const char *reason : {"Ana Quispe fell ill", "The road was shut"})
            add(EntityKind::Interview,
                {{&infoOf(interview::cancelled), s("2026-05-05")}, {&infoOf(interview::cancelled_reason), s(reason)}});
        add(EntityKind::Evidence, {{&infoOf(field::evidence::title), s("Security file of B. Rojas")},
                                   {&infoOf(field::evidence::state), s("deferred")}});
        QStringList sentences;
        for (const UntoldLimit &limit : must(untoldLimits(document->view())))
            sentences.append(limit.sentence);
        QCOMPARE(sentences, (QStringList{s("One night was seen, not two."), s("Upper wells: not visited. Snow."),
                                         s("2 planned interviews were not held."),
                                         s("1 record that was to be looked at during the visit was not seen.")}));
        must(document->apply(must(takeIntoLimits(document->view(), sentences.mid(0, 3)))));
        QCOMPARE(document->assessment().details()[field::details::limits], sentences.mid(0, 3).join(QLatin1Char('\n')));
        QCOMPARE(must(untoldLimits(document->view())).size(), std::size_t(1));
        QVERIFY(!takeIntoLimits(document->view(), {}));
    }

    // ---- comments ---------------------------------------------------------------------------------------------------

    // ---- in other languages -----------------------------------------------------------------------------------------

    void papersForTheMineAreHadInItsLanguage_data() { languages(); }
    void papersForTheMineAreHadInItsLanguage()
    {
        QFETCH(QString, language);
        const auto words = wordsIn(language, "papers");
        const PublicAssessment &around = sampleAssessment();
        const CaseView view = m_sample->view();
        const std::pair<const char *, Paper> papers[] = {
            {"plan", must(auditPlan(view, around, PlanCopy::Company, language))},
            {"team", must(teamProposal(view, around, today(), language))},
            {"comments", must(reviewComments(view, around, {}, language))}};
        for (const auto &[kind, paper] : papers) {
            QCOMPARE(paper.kind, words[s(kind) + s(".kind")]);
            const QByteArray pdf = pages(paper, around);
            QCOMPARE(faults(pdf).join(s("\n")), QString());
            QCOMPARE(misplaced(pdf), QStringList());
            QVERIFY(heard(pdf).contains(squeezed(paper.kind)));
        }
    }

    // ---- receipts ---------------------------------------------------------------------------------------------------

    void aReceiptGivesNobodyAway_data() { languages(); }
    /// It may be found on whoever raised the concern: a code, and nothing that leads to a person, the mine, the audit
    /// or the program.
    void aReceiptGivesNobodyAway()
    {
        QFETCH(QString, language);
        const QString code = s("K7QF-3M2X-8TBA");
        const Paper paper = must(concernReceipt(code, language));
        const QByteArray pdf = pages(paper);
        const auto opened = runTool(s("qpdf"), {s("--qdf"), s("--object-streams=disable"), s("FILE"), s("-")}, pdf);
        QVERIFY(opened);
        const QString printed = heard(pdf);
        const QString web = QString::fromUtf8(paperHtml(paper));
        QVERIFY(printed.contains(squeezed(code)));
        QVERIFY(web.contains(code));
        for (const QString &told : {s("Cerro Azul"), s("Andes"), s("Adit"), s("IRMA"), s("Rosa"), s(" mine"),
                                    s(" mina"), s("audit"), s("concern"), s("2025"), s("2026")}) {
            QVERIFY2(!printed.contains(told, Qt::CaseInsensitive), qPrintable(told));
            QVERIFY2(!web.contains(told, Qt::CaseInsensitive), qPrintable(told));
        }
        for (const char *told : {"Cerro Azul", "Andes", "Adit", "IRMA", "/Author", "/Creator", "/Producer", "2026"})
            QVERIFY2(!opened->contains(told), told);
        QCOMPARE(faults(pdf).join(s("\n")), QString());
        QCOMPARE(misplaced(pdf), QStringList());
        QCOMPARE(pageTexts(pdf).size(), 1);
    }

    void commentsStandByRequirementWithTheirAnswers()
    {
        const Paper paper = must(reviewComments(m_sample->view(), sampleAssessment(), s("company")));
        const PaperPiece &table = paper.pieces.back();
        QVERIFY(table.rows.size() > 3);
        QStringList codes;
        for (const QStringList &row : table.rows)
            codes.append(row.front().section(QLatin1Char('\n'), 0, 0));
        std::vector<int> ordinals;
        for (const QString &code : codes)
            if (const auto node = RequirementCode::fromString(code))
                ordinals.push_back(*catalogue().ordinal(*node));
        QVERIFY(std::ranges::is_sorted(ordinals));
        const QByteArray pdf = pages(paper);
        QCOMPARE(faults(pdf).join(s("\n")), QString());
        QCOMPARE(misplaced(pdf), QStringList());
        const Paper all = must(reviewComments(m_sample->view(), sampleAssessment(), {}));
        for (const char *round : {"Technical review", "Company review", "Scheme review"})
            QVERIFY(paperText(all).contains(s(round)));
        QVERIFY(!reviewComments(m_sample->view(), sampleAssessment(), s("village")));
    }
};

QTEST_MAIN(TestPapers)
#include "tst_papers.moc"
