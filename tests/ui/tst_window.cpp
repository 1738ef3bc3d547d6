// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/backups.h"
#include "tests/support/filelimit.h"
#include "tests/ui/windowjourney.h"
#include "ui/pages/assess/treepanel.h"
#include "ui/pages/importpage.h"
#include "ui/pages/scoreboard/scoreboardpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/ratingstrip.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QTreeView>

using namespace adit;
using adit::test::must;

/// Journeys of a person through the window, by keyboard and by name of what they press.
class TestWindow : public test::WindowJourney
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup()
    {
        m_fullDisk.reset();
        end();
    }
    void ratesTwentyRequirementsByKeyboard();
    void undoAndRedoByKeyboard();
    void typingIsSavedOnLeavingTheField();
    void typingIsSavedBeforeMovingOn();
    void notRelevantAsksForAJustificationInPlace();
    void deferralAsksForReasonAndDate();
    void escapeTakesBackAnUnfinishedDeferral();
    void digitsInTheFindingAreText();
    void everythingIsThereAfterARestart();
    void newAssessmentSaysWhatIsMissing();
    void newAssessmentOpensTheCase();
    void badFileShowsABannerAndKeepsTheCase();
    void paletteFindsARequirement();
    void backReturnsToWhereOneWas();
    void everyFigureOpensItsWhy();
    void whyLeadsToTheOpenRequirements();
    void sourcesAreSavedAtOnce();
    void f6VisitsEveryPanel();
    void tabWalksInReadingOrder();
    void undoToHereTakesBackSeveral();
    void narrowWindowsFoldPanelsAway();
    void failedReportSaysWhatToInstall();
    void coloursCanBeChosenAndAreRemembered();
    void textThatCannotBeStoredHoldsThePage_data();
    void textThatCannotBeStoredHoldsThePage();
    void droppingWhatWasTypedLetsGo();
    void unconfirmedReasonHoldsThePage();
    void halfADateHoldsThePage();
    void ratingDoesNotTouchWhatIsTyped();
    void noBreakSpacesAreNoEdit();
    void fullDiskIsLeftByGoingOnInACopy();
    void movedCaseIsLeftByGoingOnInACopy();
    void caseIsBackedUpAndCanBeRestored();
    void reportTemplateIsTakenFromAFileAndTakenAway();
    void previewOfASheetFollowsTheCase();
    void damagedCaseOffersItsBackup();
    void syncedFolderIsWarnedOfOnce();
    void copyIsSaved();
    void sheetIsShownBeforeItIsImported();
    void badRowsOfASheetAreListedAndNothingIsImported();
    void mapOfTheSiteIsTakenFromAFileAndTakenAway();

private:
    void importFile(const QByteArray &bytes);
    /// Types a finding that the full disk cannot take.
    void typeOnAFullDisk();

    std::unique_ptr<test::FileLimit> m_fullDisk;
};

void TestWindow::ratesTwentyRequirementsByKeyboard()
{
    makeCase();
    go("1.1.1.1");
    named<RatingStrip>("ratingStrip")->focusCurrent();
    const Qt::Key keys[] = {Qt::Key_4, Qt::Key_3, Qt::Key_2, Qt::Key_1};
    for (int i = 0; i < 20; ++i) {
        type(keys[i % 4]);
        type(Qt::Key_Return, Qt::ControlModifier);
    }
    QCOMPARE(document().scoreCard().whole.rated(), 20);
    QCOMPARE(ratingOf("1.1.1.1"), QStringLiteral("full"));
    QCOMPARE(ratingOf("1.1.2.1"), QStringLiteral("substantial"));
    QVERIFY(named<QLabel>("statusRated")->text().startsWith(QLatin1String("20 of ")));
    // Next unrated leaves the focus where rating goes on.
    QVERIFY(named<RatingStrip>("ratingStrip")->isAncestorOf(QApplication::focusWidget()));
}

void TestWindow::undoAndRedoByKeyboard()
{
    makeCase();
    go("1.1.1.1");
    named<RatingStrip>("ratingStrip")->focusCurrent();
    type(Qt::Key_2);
    QCOMPARE(ratingOf("1.1.1.1"), QStringLiteral("partial"));
    type(Qt::Key_Backspace);
    QCOMPARE(ratingOf("1.1.1.1"), QString());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(ratingOf("1.1.1.1"), QStringLiteral("partial"));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(ratingOf("1.1.1.1"), QString());
    QCOMPARE(named<RatingStrip>("ratingStrip")->current(), QString());
}

void TestWindow::typingIsSavedOnLeavingTheField()
{
    makeCase();
    go("1.1.1.1");
    auto *finding = named<CommitTextEdit>("finding");
    finding->setFocus();
    QTest::keyClicks(finding, QStringLiteral("Thirty permits were read."));
    type(Qt::Key_Escape);
    QCOMPARE(document().assessment().answer(code("1.1.1.1"))[field::answer::finding],
             QStringLiteral("Thirty permits were read."));
    QVERIFY(named<RatingStrip>("ratingStrip")->isAncestorOf(QApplication::focusWidget()));
}

void TestWindow::typingIsSavedBeforeMovingOn()
{
    makeCase();
    go("1.1.1.1");
    auto *finding = named<CommitTextEdit>("finding");
    finding->setFocus();
    QTest::keyClicks(finding, QStringLiteral("Seen."));
    type(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(document().assessment().answer(code("1.1.1.1"))[field::answer::finding], QStringLiteral("Seen."));
    QVERIFY(document().assessment().answer(code("1.1.2.1"))[field::answer::finding].isEmpty());
    QVERIFY(finding->toPlainText().isEmpty());
}

void TestWindow::notRelevantAsksForAJustificationInPlace()
{
    makeCase();
    go("1.1.1.1");
    named<RatingStrip>("ratingStrip")->focusCurrent();
    type(Qt::Key_N);
    QCOMPARE(relevanceOf(document().assessment(), document().standard(), code("1.1.1.1")), RelevanceReason::Relevant);
    QCOMPARE(QApplication::focusWidget(), named<QWidget>("ratingJustification"));
    QVERIFY(!named<QAbstractButton>("ratingConfirm")->isEnabled());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Nothing of the kind is there."));
    click("ratingConfirm");
    QCOMPARE(relevanceOf(document().assessment(), document().standard(), code("1.1.1.1")),
             RelevanceReason::MarkedItself);
    // Rating brings it back, as one step of undo.
    type(Qt::Key_4);
    QCOMPARE(relevanceOf(document().assessment(), document().standard(), code("1.1.1.1")), RelevanceReason::Relevant);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(relevanceOf(document().assessment(), document().standard(), code("1.1.1.1")),
             RelevanceReason::MarkedItself);
}

void TestWindow::deferralAsksForReasonAndDate()
{
    makeCase();
    go("2.2.1.1");
    named<RatingStrip>("ratingStrip")->focusCurrent();
    type(Qt::Key_D);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("The talks still run."));
    type(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), named<QWidget>("ratingUntil"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("2027-05-0"));
    QVERIFY(!named<QAbstractButton>("ratingConfirm")->isEnabled());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("1"));
    type(Qt::Key_Return);
    QCOMPARE(ratingOf("2.2.1.1"), QStringLiteral("deferred"));
    QCOMPARE(document().assessment().answer(code("2.2.1.1"))[field::answer::until], std::optional(QDate(2027, 5, 1)));
}

void TestWindow::escapeTakesBackAnUnfinishedDeferral()
{
    makeCase();
    go("2.2.1.1");
    named<RatingStrip>("ratingStrip")->focusCurrent();
    type(Qt::Key_D);
    type(Qt::Key_Escape);
    QCOMPARE(ratingOf("2.2.1.1"), QString());
    QCOMPARE(named<RatingStrip>("ratingStrip")->current(), QString());
    QVERIFY(!named<QWidget>("ratingJustification")->isVisible());
}

void TestWindow::digitsInTheFindingAreText()
{
    makeCase();
    go("1.1.1.1");
    named<CommitTextEdit>("finding")->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("4 of 14"));
    QCOMPARE(ratingOf("1.1.1.1"), QString());
    QCOMPARE(named<CommitTextEdit>("finding")->toPlainText(), QStringLiteral("4 of 14"));
}

void TestWindow::everythingIsThereAfterARestart()
{
    makeCase();
    go("1.2.2.2");
    named<RatingStrip>("ratingStrip")->focusCurrent();
    type(Qt::Key_3);
    m_window->workspace()->goTo(QStringLiteral("scoreboard"));
    m_window->close();
    m_window.reset();
    openWindow();
    auto *recent = named<QTableView>("recentCases");
    QCOMPARE(recent->model()->rowCount(), 1);
    recent->setFocus();
    type(Qt::Key_Return);
    QVERIFY(m_window->workspace());
    QCOMPARE(m_window->workspace()->currentPageId(), QStringLiteral("scoreboard"));
    QCOMPARE(assess().current()->toString(), QStringLiteral("1.2.2.2"));
    QCOMPARE(ratingOf("1.2.2.2"), QStringLiteral("substantial"));
    // Undo survives too: it lives in the file.
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(ratingOf("1.2.2.2"), QString());
}

void TestWindow::newAssessmentSaysWhatIsMissing()
{
    click("startNew");
    click("newCreate");
    QVERIFY(!m_window->workspace());
    QVERIFY(named<QLineEdit>("newSite")->property("wrong").toBool());
    QCOMPARE(QApplication::focusWidget(), named<QWidget>("newSite"));
}

void TestWindow::newAssessmentOpensTheCase()
{
    click("startNew");
    QTest::keyClicks(named<QLineEdit>("newSite"), QStringLiteral("Lago Blanco"));
    QVERIFY(named<QLineEdit>("newPath")->text().endsWith(QLatin1String("Lago Blanco.adit")));
    const QString path = m_folder->filePath(QStringLiteral("lago"));
    named<QLineEdit>("newPath")->clear();
    QTest::keyClicks(named<QLineEdit>("newPath"), path);
    QTest::mouseClick(named<SegmentedControl>("newMine")->segment(1), Qt::LeftButton);
    click("newCreate");
    QVERIFY(m_window->workspace());
    QCOMPARE(document().assessment().details()[field::details::site], QStringLiteral("Lago Blanco"));
    QCOMPARE(document().assessment().details()[field::details::mine], QStringLiteral("new"));
    QVERIFY(QFile::exists(path + QStringLiteral(".adit")));
}

void TestWindow::badFileShowsABannerAndKeepsTheCase()
{
    makeCase();
    QFile bad(m_folder->filePath(QStringLiteral("bad.adit")));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("this is no case");
    bad.close();
    m_window->openCase(bad.fileName());
    auto *banner = named<Banner>("banner");
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->message().contains(QLatin1String("bad.adit")), qPrintable(banner->message()));
    QVERIFY(m_window->workspace());
    click("dismissBanner");
    QVERIFY(!banner->isVisible());
}

void TestWindow::paletteFindsARequirement()
{
    makeCase();
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *search = named<QLineEdit>("search");
    QCOMPARE(QApplication::focusWidget(), search);
    QTest::keyClicks(search, QStringLiteral("2.5.1.1"));
    QCOMPARE(named<QListView>("commandList")->model()->rowCount(), 1);
    type(Qt::Key_Return);
    QCOMPARE(assess().current()->toString(), QStringLiteral("2.5.1.1"));
    QVERIFY(!named<QWidget>("commandPalette")->isVisible());
}

void TestWindow::backReturnsToWhereOneWas()
{
    makeCase();
    go("1.1.1.1");
    go("3.1.1.1");
    m_window->workspace()->goTo(QStringLiteral("scoreboard"));
    click("back");
    QCOMPARE(m_window->workspace()->currentPageId(), QStringLiteral("assess"));
    QCOMPARE(assess().current()->toString(), QStringLiteral("3.1.1.1"));
    click("back");
    QCOMPARE(assess().current()->toString(), QStringLiteral("1.1.1.1"));
    click("forward");
    QCOMPARE(assess().current()->toString(), QStringLiteral("3.1.1.1"));
}

void TestWindow::everyFigureOpensItsWhy()
{
    makeCase();
    m_window->workspace()->goTo(QStringLiteral("scoreboard"));
    auto *sheet = named<QWidget>("whySheet");
    QVERIFY(!sheet->isVisible());
    for (const char *bars : {"principleBars", "chapterBars"}) {
        auto *chart = named<ScoreBars>(bars);
        for (int row = 0; row < static_cast<int>(chart->bars().size()); ++row) {
            QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->rowRect(row).center());
            QVERIFY(sheet->isVisible());
            QVERIFY(sheet->accessibleName().contains(chart->bars()[static_cast<std::size_t>(row)].number));
        }
    }
    click("levelLadder");
    QCOMPARE(sheet->accessibleName(), QStringLiteral("Why this level"));
    click("closeSheet");
    QVERIFY(!sheet->isVisible());
    // The same without a mouse.
    named<ScoreBars>("principleBars")->setFocus();
    type(Qt::Key_Home);
    type(Qt::Key_Down);
    type(Qt::Key_Return);
    QVERIFY(sheet->accessibleName().contains(QLatin1String("Why 2 ")));
}

void TestWindow::whyLeadsToTheOpenRequirements()
{
    makeCase();
    m_window->workspace()->goTo(QStringLiteral("scoreboard"));
    m_window->findChild<ScoreboardPage *>()->showWhy(QStringLiteral("4.2"));
    click("showOpenInAssess");
    QCOMPARE(m_window->workspace()->currentPageId(), QStringLiteral("assess"));
    QVERIFY(code("4.2").contains(*assess().current()));
    QVERIFY(named<QWidget>("filterBelow")->isVisible());
}

void TestWindow::sourcesAreSavedAtOnce()
{
    makeCase();
    go("1.1.1.1");
    click("source-worker");
    click("source-regulator");
    QCOMPARE(document().assessment().answer(code("1.1.1.1"))[field::answer::sources].size(), 2);
    click("source-worker");
    QCOMPARE(document().assessment().answer(code("1.1.1.1"))[field::answer::sources],
             QStringList(QStringLiteral("regulator")));
}

void TestWindow::f6VisitsEveryPanel()
{
    makeCase();
    go("1.1.1.1");
    named<QWidget>("rail")->setFocus();
    QSet<QWidget *> visited;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        visited.insert(QApplication::focusWidget());
    }
    QCOMPARE(visited.size(), 4);
    QVERIFY(visited.contains(named<QWidget>("requirementTree")));
    QVERIFY(visited.contains(named<QWidget>("rail")));
}

void TestWindow::tabWalksInReadingOrder()
{
    makeCase();
    go("1.1.1.1");
    const char *order[] = {"search",
                           "rail",
                           "treeFilter",
                           "filterUnrated",
                           "filterCritical",
                           "filterMore",
                           "requirementTree",
                           "previousRequirement",
                           "nextRequirement",
                           "rating-full",
                           "finding",
                           "source-document-company",
                           "whyScore",
                           "nextUnrated",
                           "action",
                           "actionDue",
                           "notes"};
    std::vector<int> places;
    for (const char *name : order) {
        int place = 0;
        const QWidget *wanted = named<QWidget>(name);
        for (const QWidget *at = named<QWidget>("search"); at != wanted; at = at->nextInFocusChain())
            ++place;
        QVERIFY2(places.empty() || place > places.back(), name);
        QVERIFY2(wanted->focusPolicy() & Qt::TabFocus, name);
        places.push_back(place);
    }
}

void TestWindow::undoToHereTakesBackSeveral()
{
    makeCase();
    go("1.1.1.1");
    for (const char *requirement : {"1.1.1.1", "1.1.2.1", "1.1.3.1"}) {
        go(requirement);
        named<RatingStrip>("ratingStrip")->focusCurrent();
        type(Qt::Key_4);
    }
    m_window->workspace()->goTo(QStringLiteral("history"));
    auto *table = named<QTableView>("historyTable");
    table->setCurrentIndex(table->model()->index(1, 0));
    click("historyUndoTo");
    QCOMPARE(ratingOf("1.1.1.1"), QStringLiteral("full"));
    QCOMPARE(ratingOf("1.1.2.1"), QString());
    QCOMPARE(ratingOf("1.1.3.1"), QString());
}

void TestWindow::narrowWindowsFoldPanelsAway()
{
    makeCase();
    go("1.1.1.1");
    QVERIFY(named<QWidget>("sidePanel")->isVisible());
    m_window->resize(1150, 700);
    QVERIFY(!named<QWidget>("sidePanel")->isVisible());
    QVERIFY(named<QWidget>("requirementTree")->isVisible());
    m_window->resize(800, 700);
    QVERIFY(!named<QWidget>("requirementTree")->isVisible());
    click("showTree");
    QVERIFY(named<QWidget>("requirementTree")->isVisible());
    type(Qt::Key_Escape);
    QVERIFY(!named<QWidget>("requirementTree")->isVisible());
    m_window->resize(1366, 768);
    QVERIFY(named<QWidget>("sidePanel")->isVisible());
    QVERIFY(named<QWidget>("requirementTree")->isVisible());
}

void TestWindow::failedReportSaysWhatToInstall()
{
    m_render = [](const CaseDocument &, const ReportRequest &) -> ReportJob {
        return [](const std::function<bool(double)> &) -> Result<QByteArray> {
            return Error{ErrorCode::FontMissing, QStringLiteral("Noto Serif"), QStringLiteral("fonts-noto-core")};
        };
    };
    openWindow();
    makeCase();
    m_window->workspace()->goTo(QStringLiteral("publish"));
    auto *banner = named<Banner>("banner");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->message().contains(QLatin1String("fonts-noto-core")));
    QVERIFY(!named<QAbstractButton>("saveReport")->isEnabled());
}

void TestWindow::coloursCanBeChosenAndAreRemembered()
{
    m_window->findChild<QAction *>(QStringLiteral("actionDark"))->trigger();
    QCOMPARE(m_appearance, Appearance::Dark);
    QCOMPARE(m_settings->value(QStringLiteral("window/appearance")).toString(), QStringLiteral("dark"));
}

void TestWindow::typeOnAFullDisk()
{
    makeCase();
    go("1.1.2.1");
    go("1.1.1.1");
    // Room for the settings, none for a finding of this length.
    m_fullDisk = std::make_unique<test::FileLimit>(QFileInfo(document().path()).size());
    auto *finding = named<CommitTextEdit>("finding");
    finding->setFocus();
    finding->setPlainText(QStringLiteral("Months of work. ").repeated(4000));
}

// Nothing typed is lost: whatever way a person takes out of a page, it stays until its text is stored.
void TestWindow::textThatCannotBeStoredHoldsThePage_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"another requirement", "next unrated", "another page", "back", "new assessment",
                            "close the case", "close the window", "undo"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TestWindow::textThatCannotBeStoredHoldsThePage()
{
    QFETCH(QString, way);
    typeOnAFullDisk();
    const QString typed = named<CommitTextEdit>("finding")->toPlainText();
    if (way == QLatin1String("another requirement"))
        go("1.1.2.1");
    else if (way == QLatin1String("next unrated"))
        click("nextUnrated");
    else if (way == QLatin1String("another page"))
        m_window->workspace()->goTo(QStringLiteral("scoreboard"));
    else if (way == QLatin1String("back"))
        m_window->workspace()->goBack();
    else if (way == QLatin1String("new assessment"))
        m_window->showNewAssessment();
    else if (way == QLatin1String("close the case"))
        QVERIFY(!m_window->closeCase());
    else if (way == QLatin1String("close the window"))
        QVERIFY(!m_window->close());
    else
        m_window->workspace()->undo();
    QVERIFY(m_window->workspace());
    QCOMPARE(m_window->workspace()->currentPageId(), QStringLiteral("assess"));
    QCOMPARE(assess().current(), std::optional(code("1.1.1.1")));
    QCOMPARE(assess().treePanel()->current(), std::optional(code("1.1.1.1")));
    QCOMPARE(named<CommitTextEdit>("finding")->toPlainText(), typed);
    QVERIFY(named<QLabel>("bannerHead")->text().contains(QLatin1String("no room left")));
    m_fullDisk.reset();
    go("1.1.2.1");
    QCOMPARE(assess().current(), std::optional(code("1.1.2.1")));
    QCOMPARE(findingOf("1.1.1.1"), typed);
}

void TestWindow::droppingWhatWasTypedLetsGo()
{
    typeOnAFullDisk();
    go("1.1.2.1");
    click("dropTyped");
    QTRY_VERIFY(named<CommitTextEdit>("finding")->toPlainText().isEmpty());
    go("1.1.2.1");
    QCOMPARE(assess().current(), std::optional(code("1.1.2.1")));
}

void TestWindow::unconfirmedReasonHoldsThePage()
{
    makeCase();
    go("1.1.1.1");
    named<RatingStrip>("ratingStrip")->focusCurrent();
    type(Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Nothing of the kind"));
    go("1.1.2.1");
    QCOMPARE(assess().current(), std::optional(code("1.1.1.1")));
    QVERIFY(named<QLabel>("bannerHead")->text().contains(QLatin1String("1.1.1.1")));
    QCOMPARE(named<CommitTextEdit>("ratingJustification")->toPlainText(), QStringLiteral("Nothing of the kind"));
    click("ratingConfirm");
    go("1.1.2.1");
    QCOMPARE(assess().current(), std::optional(code("1.1.2.1")));
    // Nothing typed, nothing to lose.
    named<RatingStrip>("ratingStrip")->focusCurrent();
    type(Qt::Key_N);
    go("1.1.3.1");
    QCOMPARE(assess().current(), std::optional(code("1.1.3.1")));
}

void TestWindow::halfADateHoldsThePage()
{
    makeCase();
    go("1.1.1.1");
    auto *due = named<QLineEdit>("actionDue");
    due->setFocus();
    QTest::keyClicks(due, QStringLiteral("2027-0"));
    go("1.1.2.1");
    QCOMPARE(assess().current(), std::optional(code("1.1.1.1")));
    QCOMPARE(due->text(), QStringLiteral("2027-0"));
    QVERIFY(named<QLabel>("bannerHead")->text().contains(QLatin1String("2027-0")));
    QTest::keyClicks(due, QStringLiteral("4-30"));
    go("1.1.2.1");
    QCOMPARE(assess().current(), std::optional(code("1.1.2.1")));
}

void TestWindow::ratingDoesNotTouchWhatIsTyped()
{
    typeOnAFullDisk();
    const QString typed = named<CommitTextEdit>("finding")->toPlainText();
    named<CommitTextEdit>("finding")->commitNow();
    QCOMPARE(findingOf("1.1.1.1"), QString());
    m_fullDisk.reset();
    must(document().apply(
        must(rate(document().view(), QStringLiteral("1.1.1.1"), {.rating = QStringLiteral("partial")}))));
    QCOMPARE(named<CommitTextEdit>("finding")->toPlainText(), typed);
    named<RatingStrip>("ratingStrip")->focusCurrent(); // leaving the field tries again
    QCOMPARE(findingOf("1.1.1.1"), typed);
}

void TestWindow::noBreakSpacesAreNoEdit()
{
    makeCase();
    const QString text = QStringLiteral("Rev. 7, 4\u00a0% of 12\u00a0000\u00a0m³");
    must(document().apply(must(rate(document().view(), QStringLiteral("1.1.1.1"), {.finding = text}))));
    const qint64 operations = document().facts().operations;
    go("1.1.1.1");
    go("1.1.2.1");
    QCOMPARE(document().facts().operations, operations);
    QCOMPARE(findingOf("1.1.1.1"), text);
}

void TestWindow::fullDiskIsLeftByGoingOnInACopy()
{
    typeOnAFullDisk();
    const QString typed = named<CommitTextEdit>("finding")->toPlainText();
    go("1.1.2.1");
    m_fullDisk.reset(); // the other disk has room
    m_pathToMake = m_folder->filePath(QStringLiteral("elsewhere.adit"));
    click("goOnElsewhere");
    QTRY_COMPARE(QFileInfo(document().path()), QFileInfo(m_pathToMake));
    QCOMPARE(findingOf("1.1.1.1"), typed);
}

void TestWindow::movedCaseIsLeftByGoingOnInACopy()
{
    makeCase();
    QVERIFY(QFile::rename(document().path(), m_folder->filePath(QStringLiteral("moved.adit"))));
    named<CommitTextEdit>("finding")->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Seen."));
    go("1.1.2.1");
    QCOMPARE(assess().current(), std::optional(code("1.1.1.1")));
    m_pathToMake = m_folder->filePath(QStringLiteral("continued.adit"));
    click("goOnElsewhere");
    QTRY_COMPARE(QFileInfo(document().path()).fileName(), QStringLiteral("continued.adit"));
    QCOMPARE(findingOf("1.1.1.1"), QStringLiteral("Seen."));
}

void TestWindow::caseIsBackedUpAndCanBeRestored()
{
    makeCase();
    go("1.1.1.1");
    named<RatingStrip>("ratingStrip")->focusCurrent();
    type(Qt::Key_2);
    const Backups backups(m_folder->filePath(QStringLiteral("backups")));
    const AssessmentId id = document().assessment().id();
    QCOMPARE(backups.of(id).size(), std::size_t(1)); // as it was opened
    QVERIFY(m_window->closeCase());
    QCOMPARE(backups.of(id).size(), std::size_t(2)); // and as it was closed
    m_window->openCase(m_folder->filePath(QStringLiteral("case.adit")));
    m_pathToOpen = backups.of(id).back().path;
    m_pathToMake = m_folder->filePath(QStringLiteral("before.adit"));
    m_window->findChild<QAction *>(QStringLiteral("actionRestore"))->trigger();
    QCOMPARE(QFileInfo(document().path()), QFileInfo(m_pathToMake));
    QCOMPARE(ratingOf("1.1.1.1"), QString());
}

void TestWindow::damagedCaseOffersItsBackup()
{
    makeCase();
    const QString path = document().path();
    go("1.1.1.1");
    named<RatingStrip>("ratingStrip")->focusCurrent();
    type(Qt::Key_2);
    QVERIFY(m_window->closeCase());
    QVERIFY(QFile::resize(path, 5000));
    m_window->openCase(path);
    QVERIFY(!m_window->workspace());
    m_pathToMake = m_folder->filePath(QStringLiteral("saved.adit"));
    click("restoreBackup");
    QTRY_VERIFY(m_window->workspace());
    QCOMPARE(ratingOf("1.1.1.1"), QStringLiteral("partial"));
}

void TestWindow::syncedFolderIsWarnedOfOnce()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("Dropbox")));
    const QString path = m_folder->filePath(QStringLiteral("Dropbox/case.adit"));
    test::newCase(*m_folder, QStringLiteral("Dropbox/case.adit")).reset();
    m_window->openCase(path);
    QVERIFY(named<QLabel>("bannerHead")->text().contains(QLatin1String("Dropbox")));
    click("stayInSync");
    QTRY_VERIFY(!named<QWidget>("banner")->isVisible());
    QVERIFY(m_window->closeCase());
    m_window->openCase(path);
    QVERIFY(!named<QWidget>("banner")->isVisible());
}

void TestWindow::copyIsSaved()
{
    makeCase();
    m_pathToMake = m_folder->filePath(QStringLiteral("copy.adit"));
    m_window->findChild<QAction *>(QStringLiteral("actionSaveCopy"))->trigger();
    QVERIFY(must(CaseDocument::open(m_pathToMake, test::repeatableSurroundings()))->assessment() ==
            document().assessment());
    QCOMPARE(QFileInfo(document().path()).fileName(), QStringLiteral("case.adit"));
}

void TestWindow::importFile(const QByteArray &bytes)
{
    m_pathToOpen = m_folder->filePath(QStringLiteral("ratings.csv"));
    QFile file(m_pathToOpen);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    m_window->findChild<QAction *>(QStringLiteral("actionImport"))->trigger();
    QTRY_VERIFY(!named<ImportPage>("importPage")->isReading());
}

void TestWindow::sheetIsShownBeforeItIsImported()
{
    makeCase();
    importFile("requirement,rating,finding\n1.1.1.1,partial,Seen\n1.1.2.1,full,\n");
    auto *table = named<QTableView>("importTable");
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(ratingOf("1.1.1.1"), QString());
    // The same sheet as the mine's own view of itself: findings have no place there.
    QTest::mouseClick(named<SegmentedControl>("importWhose")->segment(0), Qt::LeftButton);
    click("importAccept");
    QCOMPARE(ratingOf("1.1.1.1"), QStringLiteral("partial"));
    QCOMPARE(findingOf("1.1.1.1"), QStringLiteral("Seen"));
    QCOMPARE(m_window->workspace()->currentPageId(), QStringLiteral("assess"));
    m_window->workspace()->undo();
    QCOMPARE(document().scoreCard().whole.rated(), 0); // one step
}

void TestWindow::badRowsOfASheetAreListedAndNothingIsImported()
{
    makeCase();
    const qint64 operations = document().facts().operations;
    importFile("requirement,rating\n1.1.1.1,partial\n9.9.9.9,full\n1.1.2.1,great\n");
    QCOMPARE(named<QTableView>("importTable")->model()->rowCount(), 2);
    QVERIFY(!named<QAbstractButton>("importAccept")->isEnabled());
    click("importCancel");
    QCOMPARE(document().facts().operations, operations);
    importFile(QByteArray("requirement,rating\n1.1.1.1,\xe9\n"));
    QVERIFY(named<QLabel>("importHead")->text().contains(QLatin1String("encoding")));
}

void TestWindow::mapOfTheSiteIsTakenFromAFileAndTakenAway()
{
    makeCase();
    m_window->workspace()->goTo(QStringLiteral("details"));
    const auto load = [&](const QByteArray &bytes) {
        m_pathToOpen = m_folder->filePath(QStringLiteral("map.geojson"));
        QFile file(m_pathToOpen);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        click("mapChoose");
    };
    const auto kept = [&] { return document().assessment().details()[field::details::boundary]; };
    load(R"({"type":"Point","coordinates":[345600,7412300]})");
    QTRY_VERIFY(named<QLabel>("bannerText")->text().contains(QLatin1String("degrees")));
    QCOMPARE(kept(), QString());
    load(R"({"type":"Feature","properties":{"name":"Gate"},"geometry":{"type":"Point","coordinates":[1,2]}})");
    QTRY_VERIFY(kept().contains(QLatin1String("Gate")));
    QCOMPARE(named<QLabel>("mapAbout")->text(), QStringLiteral("Gate"));
    QVERIFY(named<QWidget>("mapPicture")->isVisible());
    QFile huge(m_pathToOpen); // by its size no map: not even read
    QVERIFY(huge.resize(200 * 1024 * 1024));
    click("mapChoose");
    QVERIFY(named<Banner>("banner")->message().contains(QLatin1String("too large")));
    QVERIFY(kept().contains(QLatin1String("Gate")));
    click("mapRemove");
    QCOMPARE(kept(), QString());
    QVERIFY(!named<QWidget>("mapPicture")->isVisible());
}

void TestWindow::reportTemplateIsTakenFromAFileAndTakenAway()
{
    makeCase();
    m_window->workspace()->goTo(QStringLiteral("details"));
    const auto load = [&](const char *accent) {
        m_pathToOpen = m_folder->filePath(QStringLiteral("ridge.adit-template.json"));
        QFile file(m_pathToOpen);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("{\"format\":\"adit-report-template/1\",\"body\":{\"name\":\"Ridge Assurance\",") +
                   "\"address\":[\"Harbour Street 12\"]},\"colours\":{\"accent\":\"" + accent + "\"}}");
        file.close();
        click("templateChoose");
        QApplication::processEvents();
    };
    const auto kept = [&] { return document().assessment().details()[field::details::report_template]; };
    QVERIFY(!named<QWidget>("templatePaper")->isVisible());
    load("#ffcc00");
    QCOMPARE(kept(), QString());
    QVERIFY(named<QLabel>("bannerHead")->text().contains(QLatin1String("/colours/accent")));
    load("#1f4e5f");
    QVERIFY(kept().contains(QLatin1String("Ridge Assurance")));
    QCOMPARE(named<QLabel>("templateName")->text(), QStringLiteral("Ridge Assurance"));
    QVERIFY(named<QLabel>("templateAbout")->text().contains(QLatin1String("Harbour Street 12")));
    QVERIFY(named<QWidget>("templatePaper")->isVisible());
    click("templateRemove");
    QCOMPARE(kept(), QString());
    QVERIFY(!named<QWidget>("templatePaper")->isVisible());
    QVERIFY(!named<QWidget>("templateRemove")->isVisible());
}

void TestWindow::previewOfASheetFollowsTheCase()
{
    makeCase();
    importFile("requirement,rating\n1.1.1.1,partial\n");
    QCOMPARE(named<QTableView>("importTable")->model()->rowCount(), 1);
    m_window->workspace()->goTo(QStringLiteral("assess"));
    go("1.1.1.1");
    named<RatingStrip>("ratingStrip")->focusCurrent();
    type(Qt::Key_2);
    m_window->workspace()->goTo(QStringLiteral("import"));
    QCOMPARE(named<QTableView>("importTable")->model()->rowCount(), 0); // it is so already
    QVERIFY(!named<QAbstractButton>("importAccept")->isEnabled());
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    applyLook(application, Appearance::Light, QPalette());
    TestWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_window.moc"
