// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hashing.h"
#include "core/pdf/pdfreader.h"
#include "tests/core/report/reporttools.h"
#include "tests/support/jpegs.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>
#include <map>

using namespace adit;
using namespace adit::test;

// What an office's template puts into a report: whom to write to, on page one in every language; its logo once; its
// words where the rules leave freedom, as text whatever they look like. Without one a report is as it was.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

ReportTemplate ridge()
{
    ReportTemplate made{.name = s("Ridge Assurance"),
                        .address = {s("Harbour Street 12"), s("4411 Port Fictia"), s("Fictia")},
                        .email = s("office@ridge.example"),
                        .phone = s("+00 555 0100"),
                        .web = s("https://ridge.example"),
                        .complaints = s("complaints@ridge.example"),
                        .accent = 0x1f4e5f};
    for (const QString &language : reportLanguages())
        made.wording[language] = {{s("foreword"), s("Foreword paragraph one.\n\nParagraph two.")},
                                  {s("about"), s("About-the-body words.")},
                                  {s("contest"), s("Contest-it words.")},
                                  {s("keys"), s("ridge.example/keys")},
                                  {s("footer"), s("Footer-line words")}};
    return made;
}

PublicAssessment with(ReportTemplate made, const QByteArray &logo = colourJpeg())
{
    if (!logo.isEmpty())
        made.logo = toHex(sha256(logo));
    return sampleDraft()
        .details(field::details::report_template, QString::fromUtf8(made.toJson()))
        .details(field::details::report_logo, QString::fromLatin1(logo.toBase64()))
        .published();
}

QByteArray pdfIn(const QString &language, const PublicAssessment &assessment)
{
    return must(renderReport(assessment, ReportKind::Public, {.language = language}, typesetter()));
}

/// The report that most tests look at; made once in each language.
const QByteArray &ridgePdf(const QString &language)
{
    static std::map<QString, QByteArray> made;
    QByteArray &pdf = made[language];
    if (pdf.isEmpty())
        pdf = pdfIn(language, with(ridge()));
    return pdf;
}

QByteArray webIn(const QString &language, const PublicAssessment &assessment)
{
    return must(renderWebReport(assessment, ReportKind::Public, {.language = language}));
}

/// The text that a browser would show, without its markup.
QString shownIn(const QByteArray &page)
{
    QString text;
    QXmlStreamReader reader(page);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text();
    if (reader.hasError())
        qFatal("%s", qPrintable(reader.errorString()));
    return text;
}

} // namespace

class TestReportBody : public QObject
{
    Q_OBJECT

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : reportLanguages())
            QTest::newRow(qPrintable(language)) << language;
    }

private Q_SLOTS:
    /// The schema of templates and the reports know the same languages.
    void everyLanguageOfReportsCanBeWorded()
    {
        QVERIFY(ReportTemplate::fromJson(ridge().toJson()));
        QCOMPARE(reportLanguages().size(), 3);
    }

    void withoutATemplateNothingIsOtherwise()
    {
        Draft draft = sampleDraft();
        const QByteArray before = render(draft.published());
        const QByteArray page = webIn(s("en"), draft.published());
        QVERIFY(!page.contains("--accent") && !page.contains("class=\"logo\""));
        draft.details(field::details::report_template, QString::fromUtf8(ridge().toJson()));
        QVERIFY(render(draft.published()) != before);
        draft.details(field::details::report_template, s("no template"));
        QCOMPARE(render(draft.published()), before);
        QCOMPARE(webIn(s("en"), draft.published()), page);
    }

    void pageOneSaysWhomToWriteTo_data() { languages(); }
    void pageOneSaysWhomToWriteTo()
    {
        QFETCH(QString, language);
        const QByteArray &pdf = ridgePdf(language);
        const QStringList pages = pageTexts(pdf);
        for (const char *words : {"Ridge", "Harbour", "Fictia", "office@ridge.example", "complaints@ridge.example"})
            QVERIFY2(pages[0].contains(s(words)), words);
        QVERIFY(pages[1].contains(s("one."))); // the foreword, and not the rest of page one
        QVERIFY(!pages[0].contains(s("Footer-line")));
        QVERIFY(pages[5].contains(s("Footer-line")));
        const QString all = pages.join(QLatin1Char('\n'));
        for (const char *words : {"About-the-body", "Contest-it"})
            QCOMPARE(all.count(s(words)), 1);
        QCOMPARE(faults(pdf), QStringList());
        QCOMPARE(misplaced(pdf), QStringList());
    }
    void sameTemplateSameBytes()
    {
        QCOMPARE(pdfIn(s("en"), with(ridge())), ridgePdf(s("en")));
        QCOMPARE(webIn(s("en"), with(ridge())), webIn(s("en"), with(ridge())));
    }

    /// A long address makes page one tighter, never two pages.
    void pageOneStaysOnePage_data() { languages(); }
    void pageOneStaysOnePage()
    {
        QFETCH(QString, language);
        ReportTemplate made = ridge();
        made.name = QString(s("Long Name of a Body ")).repeated(4).trimmed();
        made.address.clear();
        for (int i = 0; i < 6; ++i)
            made.address.append(QString(s("Line of an address ")).repeated(5).trimmed());
        made.complaints = QString(s("complaint office ")).repeated(11).trimmed();
        const QByteArray pdf = pdfIn(language, with(must(ReportTemplate::fromJson(made.toJson()))));
        const QStringList pages = pageTexts(pdf);
        QVERIFY(pages[0].contains(s("complaint office")));
        QVERIFY(pages[1].contains(s("one.")));
        QCOMPARE(misplaced(pdf), QStringList());
    }

    /// Once, on page one, at the end of its first line, with words for who does not see it.
    void logoStandsOnPageOneAlone_data() { languages(); }
    void logoStandsOnPageOneAlone()
    {
        QFETCH(QString, language);
        const QByteArray &pdf = ridgePdf(language);
        const auto reader = must(pdf::Reader::open(pdf));
        int images = 0;
        for (int i = 1; i < reader.objectCount(); ++i)
            if (reader.object(i)["Subtype"].isName("Image")) {
                ++images;
                QCOMPARE(*reader.stream({.kind = pdf::Value::Kind::Reference, .number = double(i)}), colourJpeg());
            }
        QCOMPARE(images, 1);
        const QByteArray page = webIn(language, with(ridge()));
        QCOMPARE(page.count("class=\"logo\""), 1);
        QCOMPARE(page.count("data:image/jpeg"), 1);
        QVERIFY(page.indexOf("class=\"logo\"") < page.indexOf("<h1"));
        QVERIFY(QString::fromUtf8(page).contains(
            QRegularExpression(s("<img class=\"logo\"[^>]* alt=\"[^\"]*Ridge Assurance[^\"]*\""))));
    }
    void logoThatIsNotTheTemplatesIsNone()
    {
        ReportTemplate made = ridge();
        made.logo = toHex(sha256(greyJpeg()));
        const PublicAssessment published =
            sampleDraft()
                .details(field::details::report_template, QString::fromUtf8(made.toJson()))
                .details(field::details::report_logo, QString::fromLatin1(colourJpeg().toBase64()))
                .published();
        QVERIFY(published.body && !published.body->logo);
        const QByteArray unclean = withSegment(colourJpeg(), '\xfe', "by Abel");
        QVERIFY(!with(ridge(), unclean).body->logo);
    }

    /// What the sheet sets in one colour that means nothing may be the office's; ratings and words never.
    void accentColoursRulesAndNumbersAlone()
    {
        const QByteArray page = webIn(s("en"), with(ridge()));
        QVERIFY(page.contains("--accent: #1f4e5f"));
        QVERIFY(page.contains("color:var(--accent)"));
        QCOMPARE(page.count("#1f4e5f"), 1);
        ReportTemplate plain = ridge();
        plain.accent.reset();
        QVERIFY(!webIn(s("en"), with(plain)).contains("--accent"));
    }

    /// Markup, formulas, marks of bidirectional text: all of it is printed as it stands.
    void wordsStayText_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("markup") << s("<script>alert(1)</script><img src=x onerror=y>&amp;]]>");
        QTest::newRow("a placeholder") << s("{name} {contact} %1 ${x}");
        QTest::newRow("pdf") << s("(a) Tj ET /Link <</URI(x)>> endstream");
        QTest::newRow("css") << s("\"};</style>*{display:none}/*");
        QTest::newRow("a requirement") << s("Room 1.1.1.1 at gate 2.3");
    }
    void wordsStayText()
    {
        QFETCH(QString, words);
        ReportTemplate made = ridge();
        made.name = words.left(60).simplified();
        for (auto &[place, text] : made.wording[s("en")])
            text = place == s("foreword") || place == s("about") ? words : words.simplified().left(90);
        const PublicAssessment published = with(must(ReportTemplate::fromJson(made.toJson())));
        const QByteArray page = webIn(s("en"), published);
        const QString shown = squeezed(shownIn(page));
        QVERIFY2(shown.count(squeezed(words)) >= 2, qPrintable(words));
        QCOMPARE(page.count("<script"), 0);
        const QByteArray pdf = pdfIn(s("en"), published);
        QCOMPARE(faults(pdf), QStringList());
        QVERIFY2(squeezed(pageTexts(pdf)[1]).contains(squeezed(words)), qPrintable(pageTexts(pdf)[1]));
    }
    void anyWordsStayText()
    {
        QRandomGenerator random(5);
        const QString letters = s("ab<>&\"'{}()[]\\/%$#;:!?-–é水م 12.");
        for (int i = 0; i < 8; ++i) {
            QString words;
            for (int n = 0; n < 40; ++n)
                words += letters[random.bounded(int(letters.size()))];
            words = s("x") + words.simplified() + s("y");
            ReportTemplate made = ridge();
            made.wording[s("en")][s("foreword")] = words;
            const QByteArray page = webIn(s("en"), with(must(ReportTemplate::fromJson(made.toJson()))));
            QVERIFY2(squeezed(shownIn(page)).contains(squeezed(words)), qPrintable(words));
        }
    }

    /// A language without words of the office has the program's own, or none.
    void languageWithoutWordsHasOurs()
    {
        ReportTemplate made = ridge();
        made.wording.erase(s("fr"));
        const QStringList pages = pageTexts(pdfIn(s("fr"), with(made)));
        const QString all = pages.join(QLatin1Char('\n'));
        QVERIFY(pages[0].contains(s("Ridge")));
        QVERIFY(!all.contains(s("Contest-it")) && !all.contains(s("Footer-line")) && !all.contains(s("Avant-propos")));
        QVERIFY(all.contains(s("Comment réclamer"))); // with the body's contact
    }
    void keysArePublishedWhereTheOfficeSays()
    {
        const PublicAssessment published = with(ridge());
        ReleaseEdition edition{.number = 1, .root = QString(64, QLatin1Char('a')), .roles = {s("lead-auditor")}};
        const auto printed = [&] {
            return pageTexts(must(renderReport(published, ReportKind::Public, {.edition = edition}, typesetter())))
                .join(QLatin1Char('\n'));
        };
        QVERIFY(printed().contains(s("ridge.example/keys")));
        edition.keysAt = s("other.example/keys");
        QVERIFY(printed().contains(s("other.example/keys")) && !printed().contains(s("ridge.example/keys")));
    }
};

QTEST_GUILESS_MAIN(TestReportBody)
#include "tst_reportbody.moc"
