// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/words.h"
#include "tests/core/report/reporttools.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace adit;
using namespace adit::test;

namespace {

QByteArray web(const PublicAssessment &assessment, const QString &language = QStringLiteral("en"),
               ReportKind kind = ReportKind::Public)
{
    return must(renderWebReport(assessment, kind, {.language = language}));
}

const QByteArray &sampleWeb()
{
    static const QByteArray page = web(sampleAssessment());
    return page;
}

/// What another program reads in a page: it is written so that an XML reader understands it, too.
struct PageRead
{
    QString text = {};
    QSet<QString> ids = {};
    QStringList doubleIds = {};
    QStringList places = {};   ///< of links into the page
    QStringList pictures = {}; ///< where they come from
    QStringList addresses = {};
    QList<int> headings = {};
    QStringList elements = {};
    QString error = {};
};

PageRead readOf(const QByteArray &page)
{
    PageRead out;
    QXmlStreamReader xml(page);
    bool isStyle = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            const QString name = xml.name().toString();
            isStyle = name == QLatin1String("style");
            out.elements.append(name);
            if (name.size() == 2 && name[0] == u'h' && name[1].isDigit())
                out.headings.append(name[1].digitValue());
            const auto attributes = xml.attributes();
            const QString id = attributes.value(QLatin1String("id")).toString();
            if (!id.isEmpty() && out.ids.contains(id))
                out.doubleIds.append(id);
            out.ids.insert(id);
            if (attributes.hasAttribute(QLatin1String("src")))
                out.pictures.append(attributes.value(QLatin1String("src")).toString());
            const QString href = attributes.value(QLatin1String("href")).toString();
            if (href.startsWith(u'#'))
                out.places.append(href.mid(1));
            else if (!href.isEmpty())
                out.addresses.append(href);
        } else if (xml.isEndElement()) {
            isStyle = false;
        } else if (xml.isCharacters() && !isStyle) {
            out.text += xml.text();
        }
    }
    if (xml.hasError())
        out.error = QStringLiteral("line %1: %2").arg(xml.lineNumber()).arg(xml.errorString());
    return out;
}

QString flowing(const QByteArray &page)
{
    QString text = squeezed(readOf(page).text);
    return text.remove(QChar(0x2068)).remove(QChar(0x2069));
}

/// The page judged by axe in a browser: what it finds, one a line.
QStringList axeFindings(const QByteArray &page)
{
    QFile axe(QStringLiteral(ADIT_AXE));
    if (!axe.open(QIODevice::ReadOnly))
        return {QStringLiteral("axe-core is missing: run ./dev setup")};
    // The page itself allows no script.
    QString html = QString::fromUtf8(page);
    html.remove(QRegularExpression(QStringLiteral("<meta http-equiv[^>]*/>")));
    const QString run = QStringLiteral(
        "axe.run(document,{resultTypes:['violations','incomplete']}).then(r=>{const all=x=>x.map(v=>v.id+': '+v.help+' "
        "'"
        "+v.nodes.slice(0,3).map(n=>n.html.slice(0,160)).join(' | '));"
        "document.body.textContent='AXE'+JSON.stringify({found:all(r.violations).concat(all(r.incomplete)),"
        "passed:r.passes.length})+'END';});");
    html.replace(
        QStringLiteral("</body>"),
        QStringLiteral("<script>") +
            QString::fromUtf8(axe.readAll()).replace(QStringLiteral("</script"), QStringLiteral("<\\/script")) +
            QStringLiteral("</script><script>") + run + QStringLiteral("</script></body>"));
    QTemporaryDir folder;
    QFile copy(folder.filePath(QStringLiteral("page.html")));
    if (!copy.open(QIODevice::WriteOnly) || copy.write(html.toUtf8()) < 0)
        return {QStringLiteral("the copy could not be written")};
    copy.close();
    QProcess browser;
    browser.start(QStringLiteral("chromium"),
                  {QStringLiteral("--headless"), QStringLiteral("--no-sandbox"), QStringLiteral("--disable-gpu"),
                   QStringLiteral("--user-data-dir=") + folder.filePath(QStringLiteral("profile")),
                   QStringLiteral("--virtual-time-budget=600000"), QStringLiteral("--dump-dom"),
                   QStringLiteral("file://") + copy.fileName()});
    if (!browser.waitForFinished(240000))
        return {QStringLiteral("chromium did not answer: ") + browser.errorString()};
    QString answer = QString::fromUtf8(browser.readAllStandardOutput());
    answer = answer.section(QStringLiteral("AXE"), -1).section(QStringLiteral("END"), 0, 0);
    answer.replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
    const QJsonObject result = QJsonDocument::fromJson(answer.toUtf8()).object();
    if (result[QLatin1String("passed")].toInt() < 20)
        return {QStringLiteral("axe did not run: ") + answer.left(200)};
    QStringList out;
    for (const QJsonValue &finding : result[QLatin1String("found")].toArray())
        out.append(finding.toString());
    return out;
}

} // namespace

class TestWebReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsWellFormedWithoutScriptAndFetchesNothing()
    {
        const PageRead page = readOf(sampleWeb());
        QCOMPARE(page.error, QString());
        for (const char *element : {"script", "link", "iframe", "object", "form"})
            QVERIFY2(!page.elements.contains(QLatin1String(element)), element);
        QCOMPARE(page.addresses, QStringList());
        for (const QString &source : page.pictures)
            QVERIFY2(source.startsWith(QLatin1String("data:image/")), qPrintable(source.left(80)));
        QVERIFY(!sampleWeb().contains("url("));
        QVERIFY(!sampleWeb().contains("@import"));
        QVERIFY(sampleWeb().contains("default-src 'none'"));
    }

    void everyLinkLeadsToOnePlace()
    {
        const PageRead page = readOf(sampleWeb());
        QCOMPARE(page.doubleIds, QStringList());
        QVERIFY(page.places.size() > 400);
        for (const QString &place : page.places)
            QVERIFY2(page.ids.contains(place), qPrintable(place));
    }

    void headingsHaveNoGaps()
    {
        const QList<int> headings = readOf(sampleWeb()).headings;
        QCOMPARE(headings.first(), 1);
        QCOMPARE(headings.count(1), 1);
        for (qsizetype i = 1; i < headings.size(); ++i)
            QVERIFY2(headings[i] <= headings[i - 1] + 1, qPrintable(QString::number(i)));
    }

    void itSaysWhatThePagesSay()
    {
        const QString text = flowing(sampleWeb());
        const PublicAssessment &sample = sampleAssessment();
        const report::Words words = must(report::Words::in(QStringLiteral("en")));
        for (std::size_t i = 0; i < sample.requirements.size(); ++i) {
            const StandardNode &node = sample.standard.requirement(static_cast<int>(i));
            QVERIFY2(text.contains(squeezed(node.title.in(QStringLiteral("en")))), qPrintable(node.code.toString()));
            const std::optional<PublicAnswer> &answer = sample.requirements[i].answer;
            if (!answer)
                continue;
            QVERIFY2(text.contains(squeezed(words.said(*answer->finding))), qPrintable(node.code.toString()));
            for (const PublicAction &action : answer->actions)
                QCOMPARE(text.count(squeezed(words.said(*action.text))), 2);
        }
        for (const auto &[code, justification] : sample.justifications)
            QVERIFY2(text.contains(squeezed(words.said(*justification))), qPrintable(code.toString()));
    }

    void whatMakesNoReleaseSaysSoAndAReleaseItsNumber()
    {
        QVERIFY(flowing(sampleWeb()).contains(squeezed(QStringLiteral("Preview, not released"))));
        ReportOptions options;
        options.edition = ReleaseEdition{.number = 3,
                                         .root = QString(64, QLatin1Char('a')),
                                         .roles = {QStringLiteral("lead-auditor"), QStringLiteral("decision-maker")},
                                         .folder = QStringLiteral("release-3")};
        const QByteArray released = must(renderWebReport(sampleAssessment(), ReportKind::Public, options));
        const QString text = flowing(released);
        QVERIFY(!text.contains(squeezed(QStringLiteral("Preview, not released"))));
        QVERIFY(text.contains(QStringLiteral("Release3")));
        QVERIFY(text.contains(QString(64, QLatin1Char('a'))));
    }

    /// Every copy of a draft says whose it is, on every page; and none is made for nobody.
    void draftNamesItsReader()
    {
        ReportOptions options;
        QCOMPARE(renderWebReport(sampleAssessment(), ReportKind::Draft, options).error().code, ErrorCode::InvalidValue);
        options.copyFor = QStringLiteral("Ana Ríos");
        const QByteArray page = must(renderWebReport(sampleAssessment(), ReportKind::Draft, options));
        QCOMPARE(flowing(page).count(squeezed(QStringLiteral("Draft for Ana Ríos"))), 4); // strip, water, head, foot
        const QStringList pages =
            pageTexts(must(renderReport(sampleAssessment(), ReportKind::Draft, options, typesetter())));
        for (const QString &text : pages)
            QVERIFY(squeezed(text).contains(QStringLiteral("AnaRíos")));
    }

    /// The plan stands by itself: nothing in it leads to a chapter that is not there.
    void planOfActionsStandsByItself()
    {
        const QByteArray page = must(renderWebReport(sampleAssessment(), ReportKind::Actions, {}));
        const PageRead read = readOf(page);
        for (const QString &place : read.places)
            QVERIFY2(read.ids.contains(place), qPrintable(place));
        const QByteArray pdf = render(sampleAssessment(), ReportKind::Actions);
        QCOMPARE(faults(pdf).join(QLatin1Char('\n')), QString());
        QCOMPARE(misplaced(pdf).join(QLatin1Char('\n')), QString());
        QVERIFY(4 * pageTexts(pdf).size() < pageTexts(render(sampleAssessment())).size());
    }

    void sameInputSameBytes() { QCOMPARE(web(sampleAssessment()), sampleWeb()); }

    /// A finding is text, whatever stands in it.
    void nothingTypedBecomesMarkup_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addRow("html") << QStringLiteral("</style><script>alert(1)</script><img src=x onerror=alert(1)> & \"'");
        QTest::addRow("controls") << QStringLiteral("a\u0001b\u000cc\u007fd\u0085e");
        QTest::addRow("bidi") << QStringLiteral("12 \u202e99 fo 21\u202c and \u2067open");
        QTest::addRow("comment") << QStringLiteral("]]> <!-- --> <![CDATA[ ?> <?php");
        QTest::addRow("astral") << QStringLiteral("\U0001F477\u200d worker \uFFFE \uFFFF") + QChar(0xD83D);
    }
    void nothingTypedBecomesMarkup()
    {
        QFETCH(QString, typed);
        Draft draft(smallStandard(QStringLiteral("1.1.1.1! 1.1.1.2")));
        draft.details(field::details::site, typed)
            .details(field::details::description, typed)
            .details(field::details::limits, typed + QLatin1Char('\n') + typed)
            .answer(QStringLiteral("1.1.1.1"), field::answer::rating, QStringLiteral("partial"))
            .answer(QStringLiteral("1.1.1.1"), field::answer::finding, typed)
            .action(QStringLiteral("1.1.1.1"), typed, QStringLiteral("2027-03-04"));
        const PageRead page = readOf(web(draft.published()));
        QCOMPARE(page.error, QString());
        QVERIFY(!page.elements.contains(QStringLiteral("script")));
        QVERIFY(!page.elements.contains(QStringLiteral("img")));
        QVERIFY(!page.text.contains(QChar(0x202E)));
        QVERIFY(page.text.count(QChar(0x2067)) <= page.text.count(QChar(0x2069)));
    }

    void itIsAccessible_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("alone");
        for (const QString &language : reportLanguages())
            QTest::addRow("%s", qPrintable(language)) << language << false;
        QTest::addRow("scorecard alone") << QStringLiteral("en") << true;
    }
    void itIsAccessible()
    {
        QFETCH(QString, language);
        QFETCH(bool, alone);
        const QByteArray page = web(sampleAssessment(), language, alone ? ReportKind::Scorecard : ReportKind::Public);
        QCOMPARE(axeFindings(page).join(QLatin1Char('\n')), QString());
    }

    void itIsReadFromTheSideOfItsLanguage()
    {
        QVERIFY(sampleWeb().contains("lang=\"en\" dir=\"ltr\""));
        QVERIFY(sampleWeb().contains("style=\"left:50.0%"));
        const QByteArray arabic = web(sampleAssessment(), QStringLiteral("ar"));
        QVERIFY(arabic.contains("lang=\"ar\" dir=\"rtl\""));
        QVERIFY(arabic.contains("style=\"right:50.0%"));
    }
};

QTEST_GUILESS_MAIN(TestWebReport)
#include "tst_webreport.moc"
