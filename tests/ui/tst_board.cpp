// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/recordrules.h"
#include "core/exchange/sheet.h"
#include "core/process/nonconformities.h"
#include "tests/ui/windowjourney.h"
#include "ui/charts/duestrip.h"
#include "ui/charts/timechart.h"
#include "ui/models/boardcolumn.h"
#include "ui/pages/assess/treepanel.h"
#include "ui/pages/records/boardview.h"
#include "ui/pages/records/recordpage.h"
#include "ui/pages/step/milestonerow.h"
#include "ui/pages/timelinepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/itemrow.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QTableView>
#include <QTreeView>

using namespace adit;
using namespace adit::test;

// Journeys over the board of nonconformities, the timeline's strip and the page of today.

class TestBoard : public WindowJourney
{
    Q_OBJECT

private:
    Workspace &workspace() { return *m_window->workspace(); }
    RecordPage &actions() { return *named<RecordPage>("page-actions"); }
    BoardView &board() { return *named<BoardView>("board"); }
    static QString s(const char *text) { return QString::fromUtf8(text); }

    void apply(const Result<Edit> &edit) { must(document().apply(must(edit))); }
    /// "title=Permits grade=minor"; a blank in a value is "_", members of a set stand between "|".
    static RecordInput inputOf(EntityKind kind, const QString &words)
    {
        RecordInput input;
        for (const QString &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const FieldInfo *field = findField(kind, word.section(QLatin1Char('='), 0, 0));
            const QString value = word.section(QLatin1Char('='), 1).replace(QLatin1Char('_'), QLatin1Char(' '));
            if (isSetType(field->type))
                input.sets.emplace_back(field, value.split(QLatin1Char('|'), Qt::SkipEmptyParts));
            else
                input.values.emplace_back(field, value);
        }
        return input;
    }
    EntityRef add(EntityKind kind, const char *words)
    {
        EntityRef entity = document().newEntity(kind);
        apply(addRecord(document().view(), entity, inputOf(kind, s(words))));
        return entity;
    }
    EntityRef raise(const char *words)
    {
        const QByteArray day = document().today().addDays(-10).toString(Qt::ISODate).toUtf8();
        return add(
            EntityKind::Nonconformity,
            ("state=raised description=Seen requirements=1.1.1.1 raised=" + day + ' ' + QByteArray(words)).constData());
    }
    void change(const EntityRef &entity, const char *words)
    {
        apply(changeRecord(document().view(), entity, inputOf(entity.kind, s(words))));
    }
    void plan(const EntityRef &of, const char *due)
    {
        apply(planCorrection(document().view(), of.code, s("1.1.1.1"), document().newId(), s("Renew"), s(due)));
    }
    QString stateOf(const EntityRef &entity)
    {
        return (*document().assessment().find(EntityKind::Nonconformity, entity.id))[field::nonconformity::state];
    }
    void showBoard()
    {
        workspace().goTo(s("actions"));
        auto *views = actions().findChild<SegmentedControl *>(s("views"));
        QTest::mouseClick(views->segment(1), Qt::LeftButton);
        QApplication::processEvents(); // what is new on the page is laid out
        QVERIFY(board().isVisible());
    }
    QString cardsOf(int state)
    {
        QStringList labels;
        const auto *model = static_cast<BoardColumn *>(board().column(state)->model());
        for (int row = 0; row < model->rowCount(); ++row)
            labels.append(model->card(row).entity.code);
        return labels.join(QLatin1Char(' '));
    }
    void putCursorOn(const EntityRef &entity)
    {
        board().setCurrent(entity);
        board().focusMain();
    }
    /// Takes the cursor's card and lets it go over a column, as a mouse does.
    void drop(int from, int to)
    {
        QListView *source = board().column(from);
        const std::unique_ptr<QMimeData> data(source->model()->mimeData({source->currentIndex()}));
        QWidget *target = board().column(to)->viewport();
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &enter);
        QDropEvent let(QPointF(20, 20), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &let);
        QApplication::processEvents();
    }

private Q_SLOTS:
    void init()
    {
        begin();
        makeCase();
    }
    void cleanup() { end(); }

    void eachNonconformityStandsInTheColumnOfItsState()
    {
        raise("title=Permits grade=minor");
        raise("title=Drills grade=major cause=Nobody_looked state=cause-accepted");
        raise("title=Twice grade=major withdrawn=Raised_twice");
        showBoard();
        QCOMPARE(cardsOf(0), s("NC-A01"));
        QCOMPARE(cardsOf(1), s("NC-A02"));
        for (int state = 0; state < 5; ++state)
            new QAbstractItemModelTester(board().column(state)->model(),
                                         QAbstractItemModelTester::FailureReportingMode::Fatal, board().column(state));
        raise("title=Water grade=critical");
        QCOMPARE(cardsOf(0), s("NC-A01 NC-A04"));
        workspace().undo();
        QCOMPARE(cardsOf(0), s("NC-A01"));
    }

    void aKeyMovesACardAndAsksForWhatItsStateNeeds()
    {
        const EntityRef permits = raise("title=Permits grade=minor owner=Legal");
        showBoard();
        putCursorOn(permits);
        type(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(stateOf(permits), s("raised"));
        QVERIFY(m_window->findChild<Banner *>()->isVisible());
        QWidget *asked = QApplication::focusWidget();
        QCOMPARE(asked->objectName(), s("nonconformity-cause"));
        QTest::keyClicks(asked, s("Nobody looked"));
        putCursorOn(permits);
        type(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(stateOf(permits), s("cause-accepted"));
        QCOMPARE(cardsOf(1), s("NC-A01"));
        // The card is taken along: the next key moves it on, to where a plan is asked for.
        type(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), s("correctiveAction"));
        plan(permits, "2026-12-01");
        putCursorOn(permits);
        type(Qt::Key_Right, Qt::ControlModifier);
        type(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(stateOf(permits), s("implemented"));
        type(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), s("nonconformity-verified_by"));
    }

    void aKeyTakesACardBackAndItStaysUnderTheCursor()
    {
        const EntityRef permits = raise("title=Permits grade=minor owner=Legal cause=Nobody_looked");
        showBoard();
        putCursorOn(permits);
        type(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(stateOf(permits), s("cause-accepted"));
        type(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(stateOf(permits), s("raised"));
        QCOMPARE(board().current(), permits);
        type(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(stateOf(permits), s("raised"));
        type(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(stateOf(permits), s("cause-accepted"));
    }

    void closingTheFormLeavesTheCursorOnItsCard()
    {
        const EntityRef permits = raise("title=Permits grade=minor");
        showBoard();
        putCursorOn(permits);
        type(Qt::Key_Return);
        auto *form = named<QWidget>("form-nonconformity");
        QVERIFY(form->isVisible());
        QTest::mouseClick(form->findChild<QAbstractButton *>(s("closeForm")), Qt::LeftButton);
        QVERIFY(!form->isVisible());
        QCOMPARE(board().current(), permits);
    }

    void theFormSaysHowFarItIsAndLeadsOn()
    {
        const EntityRef permits = raise("title=Permits grade=minor owner=Legal");
        workspace().goTo(s("actions"));
        qobject_cast<RecordPage *>(&actions())->openList(EntityKind::Nonconformity, permits.code);
        auto *next = named<QAbstractButton>("nextState");
        auto *back = named<QAbstractButton>("previousState");
        QVERIFY(next->isVisible() && !back->isVisible());
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(stateOf(permits), s("raised"));
        QCOMPARE(QApplication::focusWidget()->objectName(), s("nonconformity-cause"));
        QTest::keyClicks(QApplication::focusWidget(), s("Nobody looked"));
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(stateOf(permits), s("cause-accepted"));
        QTest::mouseClick(back, Qt::LeftButton);
        QCOMPARE(stateOf(permits), s("raised"));
        QVERIFY(!back->isVisible());
    }

    void theOwnerIsRefusedAsTheOneWhoVerifies()
    {
        const EntityRef permits = raise("title=Permits grade=minor owner=Legal cause=Nobody_looked");
        plan(permits, "2026-12-01");
        change(permits, "state=implemented implemented=2026-04-20 verified_by=Legal verified_basis=Seen");
        showBoard();
        putCursorOn(permits);
        type(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(stateOf(permits), s("implemented"));
        QCOMPARE(QApplication::focusWidget()->objectName(), s("nonconformity-verified_by"));
    }

    void arrowsGoFromCardToCardAndEnterOpensTheForm()
    {
        const EntityRef first = raise("title=Permits grade=minor");
        const EntityRef second = raise("title=Drills grade=minor");
        const EntityRef third = raise("title=Water grade=minor cause=Known state=cause-accepted");
        showBoard();
        QTest::mouseClick(named<QWidget>("form-nonconformity")->findChild<QAbstractButton *>(s("closeForm")),
                          Qt::LeftButton);
        putCursorOn(first);
        type(Qt::Key_Down);
        QCOMPARE(board().current(), second);
        type(Qt::Key_Right);
        QCOMPARE(board().current(), third);
        type(Qt::Key_Left);
        QVERIFY(board().current() == first || board().current() == second);
        // A form that is closed stays closed.
        QVERIFY(!named<QWidget>("form-nonconformity")->isVisible());
        putCursorOn(third);
        type(Qt::Key_Return);
        QVERIFY(named<QWidget>("form-nonconformity")->isVisible());
        // An open form goes along with the cursor.
        type(Qt::Key_Left);
        QCOMPARE(named<QLineEdit>("nonconformity-title")->text(),
                 board().current() == first ? s("Permits") : s("Drills"));
    }

    void aCardIsDroppedOnTheColumnsBesideItsOwnOnly()
    {
        const EntityRef permits = raise("title=Permits grade=minor cause=Nobody_looked");
        showBoard();
        putCursorOn(permits);
        drop(0, 2);
        QCOMPARE(stateOf(permits), s("raised"));
        drop(0, 1);
        QCOMPARE(stateOf(permits), s("cause-accepted"));
        QCOMPARE(cardsOf(1), s("NC-A01"));
        // What the state needs is asked for after a drop, too.
        drop(1, 2);
        QCOMPARE(stateOf(permits), s("cause-accepted"));
        QCOMPARE(QApplication::focusWidget()->objectName(), s("correctiveAction"));
        drop(1, 0);
        QCOMPARE(stateOf(permits), s("raised"));
    }

    /// The standard's gate asks for a nonconformity or a reason; the page says how many are missing and leads there.
    void ratingsWithoutANonconformityAreCountedAndShown()
    {
        must(document().apply(must(rate(document().view(), s("1.1.1.1"), {.rating = s("none")}))));
        must(document().apply(must(rate(document().view(), s("1.1.2.1"), {.rating = s("full")}))));
        workspace().goTo(s("actions"));
        QApplication::processEvents();                                // what is new on the page is laid out
        QVERIFY(named<QWidget>("withoutNonconformity")->isVisible()); // most of all where there is none yet
        click("showWithoutNonconformity");
        QCOMPARE(workspace().currentPageId(), s("assess"));
        QCOMPARE(assess().current(), code("1.1.1.1"));
        raise("title=Permits grade=minor requirements=1.1.1.1");
        showBoard();
        QVERIFY(!named<QWidget>("withoutNonconformity")->isVisible());
    }

    void filtersHoldInEveryViewAndStayWhenItChanges()
    {
        const EntityRef permits = raise("title=Permits grade=major owner=Legal cause=Nobody_looked");
        plan(permits, "2020-01-01");
        raise("title=Drills grade=minor owner=Safety");
        showBoard();
        click("filterOverdue");
        QCOMPARE(cardsOf(0), s("NC-A01"));
        auto *views = actions().findChild<SegmentedControl *>(s("views"));
        QTest::mouseClick(views->segment(0), Qt::LeftButton);
        QCOMPARE(named<QTableView>("table-nonconformity")->model()->rowCount(), 1);
        QTest::mouseClick(views->segment(1), Qt::LeftButton);
        QCOMPARE(cardsOf(0), s("NC-A01"));
        click("filterOverdue");
        QCOMPARE(cardsOf(0), s("NC-A01 NC-A02"));
        click("filterOwner");
        auto *menu = named<QMenu>("filterOwnerMenu");
        QCOMPARE(menu->actions().size(), 4); // all, a line, two owners
        menu->actions().back()->trigger();
        menu->close();
        QCOMPARE(cardsOf(0), s("NC-A02"));
        QCOMPARE(named<QAbstractButton>("filterOwner")->text(), s("Safety"));
    }

    void theCardThatIsLookedAtStaysWhenTheViewChanges()
    {
        raise("title=Permits grade=minor");
        const EntityRef second = raise("title=Drills grade=minor");
        showBoard();
        putCursorOn(second);
        Q_EMIT board().currentChanged(second);
        auto *views = actions().findChild<SegmentedControl *>(s("views"));
        QTest::mouseClick(views->segment(0), Qt::LeftButton);
        QCOMPARE(named<QTableView>("table-nonconformity")->currentIndex().siblingAtColumn(0).data().toString(),
                 second.code);
        QTest::mouseClick(views->segment(1), Qt::LeftButton);
        QCOMPARE(board().current(), second);
    }

    void theViewIsRememberedWithTheCase()
    {
        raise("title=Permits grade=minor");
        showBoard();
        const QString path = document().path();
        QVERIFY(m_window->closeCase());
        m_window->openCase(path);
        workspace().goTo(s("actions"));
        QVERIFY(board().isVisible());
    }

    void cardsSayEverythingToAScreenReader()
    {
        const EntityRef permits = raise("title=Permits grade=major owner=Legal");
        plan(permits, "2020-01-01");
        showBoard();
        const QAbstractItemModel *model = board().column(0)->model();
        const QString spoken = model->index(0, 0).data(Qt::AccessibleTextRole).toString();
        for (const char *part : {"NC-A01", "Major", "Permits", "1.1.1.1", "critical requirement", "owner Legal",
                                 "overdue since", "0 of 1 done", "Raised"})
            QVERIFY2(spoken.contains(s(part)), qPrintable(spoken));
        QCOMPARE(board().column(0)->accessibleName(), s("Raised"));
    }

    void aHundredAndFiftyCardsAreAllThere()
    {
        for (int i = 0; i < 150; ++i)
            raise(i % 2 == 0 ? "title=Permits_that_ran_out_long_ago grade=minor" : "title=Drills grade=major");
        showBoard();
        QCOMPARE(board().column(0)->model()->rowCount(), 150);
        putCursorOn(*refByLabel(document().assessment(), EntityKind::Nonconformity, s("NC-A150")));
        const QListView *view = board().column(0);
        QVERIFY(view->viewport()->rect().intersects(view->visualRect(view->currentIndex())));
    }

    void theStripOfDueDatesLeadsToTheNonconformity()
    {
        const EntityRef permits = raise("title=Permits grade=minor");
        workspace().goTo(s("actions"));
        QApplication::processEvents();
        auto *strip = named<DueStrip>("dueStrip");
        QVERIFY(!strip->isVisible()); // nothing is due
        plan(permits, "2020-01-01");
        change(permits, "title=Permits,_old");
        QApplication::processEvents();
        QVERIFY(strip->isVisible());
        // Long ago stands beyond the strip; next month does not.
        plan(permits, document().today().addDays(20).toString(Qt::ISODate).toUtf8().constData());
        QTest::mouseClick(strip, Qt::LeftButton, {}, strip->markRect(permits.code).center().toPoint());
        QVERIFY(named<QWidget>("form-nonconformity")->isVisible());
        auto *views = actions().findChild<SegmentedControl *>(s("views"));
        QTest::mouseClick(views->segment(2), Qt::LeftButton);
        QVERIFY(!named<TimeChart>("dueChart")->markRect(permits.code + s("#0")).isNull());
    }

    void theStripAndTheListOfTheTimelineGoInStep()
    {
        apply(setMilestone(document().view(), s("4.ended"), {.done = s("2020-05-09")}));
        workspace().goTo(s("timeline"));
        QApplication::processEvents();
        auto *chart = named<TimeChart>("timelineChart");
        auto *page = named<TimelinePage>("timelinePage");
        ItemRow *first = page->findChildren<ItemRow *>().front();
        first->setFocus();
        QCOMPARE(chart->current(), s("milestone:5a.sent"));
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->markRect(s("milestone:4.ended")).center());
        const auto rows = page->findChildren<ItemRow *>();
        const auto marked = std::ranges::find_if(rows, &ItemRow::isMarked);
        QVERIFY(marked != rows.end()); // what is done is shown for it
        chart->setFocus();
        chart->setCurrent(s("milestone:5a.sent"));
        QTest::keyClick(chart, Qt::Key_Return);
        QCOMPARE(workspace().currentPageId(), s("step:5a"));
    }

    void aPhaseOfTheStripOpensAndClosesByKey()
    {
        workspace().goTo(s("timeline"));
        QApplication::processEvents();
        auto *chart = named<TimeChart>("timelineChart");
        // The phase where work is, is open: it begins with the pre-audit.
        QVERIFY(!chart->laneRect(s("step:P1")).isNull());
        QVERIFY(chart->laneRect(s("step:4")).isNull());
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Space); // the cursor begins on the first phase
        QVERIFY(chart->laneRect(s("step:P1")).isNull());
        QTest::keyClick(chart, Qt::Key_Down);
        QTest::keyClick(chart, Qt::Key_Space);
        QVERIFY(!chart->laneRect(s("step:4")).isNull());
        QVERIFY(!chart->accessibleDescription().isEmpty());
    }

    void todaySaysWhatIsMineOnceItKnowsWhoIAm()
    {
        const EntityRef ana = add(EntityKind::TeamMember, "name=Ana_Ruiz role=auditor state=accepted declaration=none "
                                                          "declared=2026-01-05 chapters=1.1");
        const EntityRef permits = raise("title=Permits grade=minor owner=Ana_Ruiz");
        workspace().goTo(s("today"));
        auto *page = named<QWidget>("todayPage");
        QVERIFY(!page->findChild<QWidget *>(s("mineUnrated")));
        auto *who = named<QComboBox>("iAm");
        who->setCurrentIndex(who->findData(ana.code));
        Q_EMIT who->activated(who->currentIndex());
        QCOMPARE(workspace().whoAmI().member(), ana.code);
        const auto rows = page->findChildren<ItemRow *>();
        QVERIFY(std::ranges::any_of(rows, [](const ItemRow *row) { return row->text() == QLatin1String("Permits"); }));
        QTest::mouseClick(page->findChild<QAbstractButton *>(s("mineUnrated")), Qt::LeftButton);
        QCOMPARE(workspace().currentPageId(), s("assess"));
        QVERIFY(named<QAbstractButton>("filterMine")->isChecked());
        const auto *tree = named<QTreeView>("requirementTree");
        QCOMPARE(tree->model()->rowCount(), 1); // principle 1 alone
        // Remembered on this laptop.
        const QString path = document().path();
        QVERIFY(m_window->closeCase());
        m_window->openCase(path);
        QCOMPARE(workspace().whoAmI().member(), ana.code);
        QVERIFY(!named<QAbstractButton>("filterMine")->isHidden());
        workspace().goTo(s("today"));
        for (ItemRow *row : named<QWidget>("todayPage")->findChildren<ItemRow *>())
            if (row->text() == QLatin1String("Permits")) {
                QTest::mouseClick(row, Qt::LeftButton);
                break;
            }
        QCOMPARE(workspace().currentPageId(), s("actions"));
        QCOMPARE(named<QLineEdit>("nonconformity-title")->text(), s("Permits"));
        Q_UNUSED(permits)
    }

    void whoLeftTheTeamIsNobody()
    {
        const EntityRef ana = add(EntityKind::TeamMember, "name=Ana_Ruiz role=auditor state=accepted declaration=none "
                                                          "declared=2026-01-05 chapters=1.1");
        workspace().whoAmI().setMember(ana.code);
        QCOMPARE(workspace().whoAmI().chapters(), QStringList{s("1.1")});
        change(ana, "state=withdrawn");
        QVERIFY(workspace().whoAmI().member().isEmpty());
        QVERIFY(named<QAbstractButton>("filterMine")->isHidden());
    }

    void requestsGoOutAsASheetAndComeBackWithAnswers()
    {
        const EntityRef request =
            add(EntityKind::Request, "form=evidence asked=2026-04-01 text=Permits state=asked requirements=1.1.1.1");
        workspace().goTo(s("evidence"));
        auto *page = named<RecordPage>("page-evidence");
        page->openList(EntityKind::Request);
        QApplication::processEvents();
        m_pathToMake = m_folder->filePath(s("requests.xlsx"));
        QTest::mouseClick(page->findChild<QAbstractButton *>(s("exportList")), Qt::LeftButton);
        Sheet sheet = must(readSheet(m_pathToMake));
        QCOMPARE(sheet.rows.size(), 1);
        QCOMPARE(sheet.rows.front().cell(int(sheet.header.indexOf(s("id")))).text, request.code);
        const auto write = [&](const char *column, const char *text) {
            QList<SheetCell> &cells = sheet.rows.front().cells;
            const auto at = sheet.header.indexOf(s(column));
            cells.resize(std::max(cells.size(), at + 1));
            cells[at].text = s(text);
        };
        write("state", "received");
        write("answer", "Attached");
        m_pathToOpen = m_folder->filePath(s("answers.xlsx"));
        must(writeSheet(m_pathToOpen, sheet, {}));
        auto *import = page->findChild<QAbstractButton *>(s("importList"));
        QCOMPARE(import->text(), s("Import answers…"));
        QTest::mouseClick(import, Qt::LeftButton);
        QTRY_VERIFY(!named<ImportPage>("importPage")->isReading());
        QCOMPARE(named<QTableView>("importTable")->model()->rowCount(), 2);
        click("importAccept");
        QCOMPARE(workspace().currentPageId(), s("evidence"));
        const Record &record = *document().assessment().find(EntityKind::Request, request.id);
        QCOMPARE(record[field::request::answer], s("Attached"));
        QCOMPARE(record[field::request::state], s("received"));
    }

    void aPreviewOfNewRecordsUsesUpNoNumbers()
    {
        m_pathToOpen = m_folder->filePath(s("people.csv"));
        QFile file(m_pathToOpen);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("group,description\nworker,Driver\nworker,Cook\n");
        file.close();
        for (int times = 0; times < 3; ++times) {
            workspace().goTo(s("people"));
            QApplication::processEvents();
            QTest::mouseClick(named<RecordPage>("page-people")->findChild<QAbstractButton *>(s("importList")),
                              Qt::LeftButton);
            QTRY_VERIFY(!named<ImportPage>("importPage")->isReading());
            click(times < 2 ? "importCancel" : "importAccept");
        }
        QVERIFY(refByLabel(document().assessment(), EntityKind::Person, s("P-A01")));
        QVERIFY(refByLabel(document().assessment(), EntityKind::Person, s("P-A02")));
    }

    void requirementsWithoutEvidenceCanBeFiltered()
    {
        add(EntityKind::Evidence, "title=Permits medium=document source=document-company state=sighted place=Office "
                                  "requirements=1.1.1.1");
        workspace().goTo(s("assess"));
        assess().showFiltered({.also = RequirementConditions::Also::NoEvidence});
        QCOMPARE(assess().current()->toString(), document().standard().requirement(1).code.toString());
    }
};

QTEST_MAIN(TestBoard)
#include "tst_board.moc"
