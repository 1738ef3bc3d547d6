// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowjourney.h"
#include "ui/pages/assess/guidancepanel.h"
#include "ui/pages/guidancelist.h"
#include "ui/pages/standards/standardspage.h"
#include "ui/widgets/ratingstrip.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>

using namespace adit;
using adit::test::must;

/// The standard as a person reads it: beside the rating, and on its own page.
class TestStandards : public test::WindowJourney
{
    Q_OBJECT

private:
    StandardsPage &standards() { return *m_window->workspace()->standardsPage(); }
    QString guidanceShown()
    {
        QStringList texts;
        for (const QLabel *label : named<GuidanceList>("guidanceText")->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(QLatin1Char('\n'));
    }
    const StandardNode &node(const char *text) { return *document().standard().find(code(text)); }
    QString nodeTitle() { return named<QLabel>("nodeTitle")->text(); }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup()
    {
        end();
        setCatalogueLanguage(QStringLiteral("en"));
    }

    void guidanceOpensInPlaceAndStaysOpen()
    {
        makeCase();
        go("2.5.1.1");
        QVERIFY(!named<GuidanceList>("guidanceText")->isVisible());
        click("guidance-signs");
        QVERIFY(guidanceShown().contains(node("2.5.1.1").guidance.signs.in(QStringLiteral("en")).section(u'\n', 0, 0)));
        go("2.5.1.2");
        QVERIFY(guidanceShown().contains(node("2.5.1.2").guidance.signs.in(QStringLiteral("en")).section(u'\n', 0, 0)));
        click("guidance-look-for"); // one part at a time
        QVERIFY(
            guidanceShown().contains(node("2.5.1.2").guidance.lookFor.in(QStringLiteral("en")).section(u'\n', 0, 0)));
        QVERIFY(
            !guidanceShown().contains(node("2.5.1.2").guidance.signs.in(QStringLiteral("en")).section(u'\n', 0, 0)));
        click("guidance-look-for");
        QVERIFY(!named<GuidanceList>("guidanceText")->isVisible());
    }

    void openPartIsRememberedForTheNextDay()
    {
        makeCase();
        click("guidance-ratings");
        QVERIFY(m_window->closeCase());
        m_window->openCase(m_folder->filePath(QStringLiteral("case.adit")));
        QCOMPARE(assess().guidance()->openPart(), QStringLiteral("ratings"));
        QVERIFY(named<GuidanceList>("guidanceText")->isVisible());
    }

    void ratingSaysWhatItMeansHere()
    {
        makeCase();
        go("2.5.1.1");
        named<RatingStrip>("ratingStrip")->focusCurrent();
        type(Qt::Key_2);
        QCOMPARE(named<QLabel>("ratingMeaning")->text(), node("2.5.1.1").guidance.ratings[2].in(QStringLiteral("en")));
    }

    void chapterSaysWhatItIsFor()
    {
        makeCase();
        go("2.4");
        QCOMPARE(named<QLabel>("statement")->text(), node("2.4").guidance.objective.in(QStringLiteral("en")));
        click("guidance-terms");
        QVERIFY(guidanceShown().contains(node("2.4").guidance.terms.front().meaning.in(QStringLiteral("en"))));
    }

    void searchLeadsToTheEntry()
    {
        makeCase();
        m_window->workspace()->goTo(QStringLiteral("standards"));
        auto *search = named<QLineEdit>("standardSearch");
        QCOMPARE(QApplication::focusWidget(), search);
        QTest::keyClicks(search, QStringLiteral("siren teacher"));
        type(Qt::Key_Return);
        QVERIFY(standards().current().has_value());
        QCOMPARE(nodeTitle(), title(*document().standard().find(*standards().current())));
        const QString hits = named<QLabel>("standardHits")->text();
        QTest::keyClicks(search, QStringLiteral(" qqqq"));
        QVERIFY(hits != named<QLabel>("standardHits")->text());
        QCOMPARE(named<QTreeView>("standardTree")->model()->rowCount(), 0);
    }

    void linksLeadOnAndBackReturns()
    {
        makeCase();
        m_window->workspace()->goTo(QStringLiteral("standards"));
        standards().open(code("2.5.1.1"));
        const RequirementCode related = node("2.5.1.1").guidance.related.front();
        click(qPrintable(QStringLiteral("link-") + related.toString()));
        QCOMPARE(standards().current(), std::optional(related));
        m_window->workspace()->goBack();
        QCOMPARE(standards().current(), std::optional(code("2.5.1.1")));
    }

    void entrySaysHowCertainItIs()
    {
        makeCase();
        m_window->workspace()->goTo(QStringLiteral("standards"));
        standards().open(code("4.8.1.1"));
        QStringList texts;
        for (const QLabel *label : standards().findChildren<QLabel *>())
            texts.append(label->text());
        QVERIFY(texts.join(u' ').contains(confidenceWords(node("4.8.1.1").numberingConfidence)));
    }

    void catalogueIsShownInAnotherLanguage()
    {
        makeCase();
        m_window->workspace()->goTo(QStringLiteral("standards"));
        QSignalSpy remade(m_window.get(), &MainWindow::remakeWanted);
        auto *language = named<QComboBox>("catalogueLanguage");
        language->setCurrentIndex(language->findData(QStringLiteral("es")));
        Q_EMIT language->activated(language->currentIndex());
        QCOMPARE(remade.count(), 1);
        m_window.reset(); // as main() does
        openWindow();
        m_window->openCase(remade.front().front().toString());
        QCOMPARE(m_window->workspace()->currentPageId(), QStringLiteral("standards"));
        standards().open(code("2.5"));
        QCOMPARE(nodeTitle(), node("2.5").title.all().value(QStringLiteral("es")));
        QVERIFY(named<QLabel>("translationNote")->isVisible());
    }

    void standardIsReadWithoutACase()
    {
        click("startStandards");
        auto *page = named<StandardsPage>("standardsPage");
        QVERIFY(page->isVisible());
        page->open(code("1.1"));
        auto *language = named<QComboBox>("catalogueLanguage");
        language->setCurrentIndex(language->findData(QStringLiteral("fr")));
        Q_EMIT language->activated(language->currentIndex());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        page = named<StandardsPage>("standardsPage");
        QCOMPARE(page->current(), std::optional(code("1.1")));
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(named<QWidget>("startPage")->isVisible());
    }

    void catalogueIsSavedAsPdf()
    {
        m_window.reset();
        m_renderCatalogue = [](const Standard &standard, const QString &) {
            return [id = standard.qualifiedId()](const auto &) -> Result<QByteArray> { return id.toUtf8(); };
        };
        openWindow();
        makeCase();
        m_window->workspace()->goTo(QStringLiteral("standards"));
        m_pathOfPdf = m_folder->filePath(QStringLiteral("catalogue.pdf"));
        QSignalSpy saved(&standards(), &StandardsPage::saved);
        click("printStandard");
        QVERIFY(saved.wait());
        QFile file(m_pathOfPdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("irma-style-1.0"));
    }

    void failedPrintSaysSo()
    {
        m_window.reset();
        m_renderCatalogue = [](const Standard &, const QString &) {
            return [](const auto &) -> Result<QByteArray> {
                return Error{ErrorCode::FontMissing, QStringLiteral("x")};
            };
        };
        openWindow();
        makeCase();
        m_window->workspace()->goTo(QStringLiteral("standards"));
        m_pathOfPdf = m_folder->filePath(QStringLiteral("catalogue.pdf"));
        QSignalSpy failed(&standards(), &StandardsPage::failed);
        click("printStandard");
        QVERIFY(failed.wait());
        QVERIFY(!QFile::exists(m_pathOfPdf));
        QVERIFY(named<QAbstractButton>("printStandard")->isEnabled());
    }
};

QTEST_MAIN(TestStandards)
#include "tst_standards.moc"
