// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sheet.h"
#include "tests/ui/windowjourney.h"
#include "ui/pages/history/historyfilters.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <algorithm>

using namespace adit;
using namespace adit::test;

// The history in the window: narrowed to a person, a thing, a field and days; read entry by entry; saved as a sheet.

class TestHistoryPage : public WindowJourney
{
    Q_OBJECT

private:
    static QString s(const char *text) { return QString::fromUtf8(text); }
    void rateAs(const char *person, const char *requirement, const RatingInput &input)
    {
        document().surroundings().actor = s(person);
        must(document().apply(must(rate(document().view(), s(requirement), input))));
    }
    QTableView &table() { return *named<QTableView>("historyTable"); }
    int rows() { return table().model()->rowCount(); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    void choose(int row)
    {
        table().setCurrentIndex(table().model()->index(row, 0));
        QApplication::processEvents();
    }
    void chooseIn(const char *box, const char *text)
    {
        auto *combo = named<QComboBox>(box);
        const int at = combo->findText(s(text));
        QVERIFY2(at >= 0, text);
        combo->setCurrentIndex(at);
        QApplication::processEvents();
    }
    void typeIn(const char *line, const char *text)
    {
        named<QLineEdit>(line)->setText(s(text));
        QApplication::processEvents();
    }
    QStringList texts(const char *name)
    {
        QStringList all;
        for (const QLabel *one : m_window->findChildren<QLabel *>(QLatin1String(name)))
            all.append(one->text());
        return all;
    }
    void press(const char *name)
    {
        click(name);
        QApplication::processEvents();
    }

private Q_SLOTS:
    void init()
    {
        begin();
        makeCase();
        rateAs("Ana Flores", "1.1.1.1", {.rating = s("full"), .finding = s("Three registers were read")});
        rateAs("Ana Flores", "1.2.1.1", {.rating = s("none")});
        rateAs("Ben Ortiz", "1.1.1.1", {.rating = s("partial"), .finding = s("Two registers were read")});
        m_window->workspace()->goTo(s("history"));
        QApplication::processEvents();
    }
    void cleanup() { end(); }

    void filtersNarrowTheListAndAreCleared()
    {
        const int all = rows();
        QVERIFY(!named<QWidget>("historyClear")->isVisible());
        chooseIn("historyPerson", "Ben Ortiz");
        QCOMPARE(rows(), 1);
        QCOMPARE(cell(0, 1), s("Ben Ortiz"));
        QVERIFY(named<QLabel>("historyCount")->text().startsWith(s("1 edit")));
        chooseIn("historyPerson", "Anyone");
        typeIn("historyThing", "1.2");
        QCOMPARE(rows(), 1);
        typeIn("historyThing", "");
        chooseIn("historyField", "Finding");
        QCOMPARE(rows(), 2);
        QVERIFY(named<QWidget>("historyClear")->isVisible());
        press("historyClear");
        QCOMPARE(rows(), all);
        QVERIFY(!named<QWidget>("historyClear")->isVisible());
        QCOMPARE(named<QComboBox>("historyField")->currentIndex(), 0);
    }

    void daysAreIncludedAndHalfTypedOnesSayNothing()
    {
        const int all = rows();
        const QString today = toIso(document().today());
        typeIn("historyFrom", qPrintable(today));
        typeIn("historyTo", qPrintable(today));
        QCOMPARE(rows(), all);
        typeIn("historyFrom", qPrintable(toIso(document().today().addDays(1))));
        QCOMPARE(rows(), 0);
        typeIn("historyFrom", "2026-0");
        QCOMPARE(rows(), all);
    }

    void whatFitsNothingIsSaidInWords()
    {
        typeIn("historyThing", "E-A99");
        QVERIFY(named<QLabel>("historyNothing")->isVisible());
        QVERIFY(!table().isVisible());
        QVERIFY(!named<QAbstractButton>("historySave")->isEnabled());
        QVERIFY(!named<QAbstractButton>("historyUndoTo")->isEnabled());
        press("historyClear");
        QVERIFY(table().isVisible());
    }

    void theChosenEditShowsItsEntries()
    {
        typeIn("historyThing", "1.1.1.1");
        choose(0);
        QVERIFY2(named<QLabel>("historyEditWho")->text().startsWith(s("Ben Ortiz, ")),
                 qPrintable(named<QLabel>("historyEditWho")->text()));
        QVERIFY2(texts("changedValue").contains(s("Fully → Partially")), qPrintable(texts("changedValue").join(u'|')));
        const QString finding = named<QPlainTextEdit>("changedText")->toPlainText();
        QVERIFY2(finding.contains(s("Three")) && finding.contains(s("Two")), qPrintable(finding));
        choose(1);
        QCOMPARE(named<QPlainTextEdit>("changedText")->toPlainText(), s("Three registers were read"));
    }

    void undoToHereGoesBackOverWhatFiltersHide()
    {
        chooseIn("historyPerson", "Ana Flores");
        choose(1); // the first rating of 1.1.1.1
        QVERIFY(named<QAbstractButton>("historyUndoTo")->isEnabled());
        press("historyUndoTo");
        QCOMPARE(ratingOf("1.1.1.1"), QString());
        QCOMPARE(ratingOf("1.2.1.1"), QString());
        QVERIFY(!named<QAbstractButton>("historyUndoTo")->isEnabled()); // what is chosen is undone now
        QCOMPARE(named<QComboBox>("historyPerson")->currentText(), s("Ana Flores"));
    }

    void whatIsShownIsSavedAsASheet()
    {
        m_pathToMake = m_folder->filePath(s("history.csv"));
        chooseIn("historyPerson", "Ben Ortiz");
        press("historySave");
        const Sheet sheet = must(readSheet(m_pathToMake));
        QCOMPARE(int(sheet.rows.size()), 2);
        const auto column = static_cast<int>(sheet.header.indexOf(s("person")));
        for (const SheetRow &row : sheet.rows)
            QCOMPARE(row.cell(column).text, s("Ben Ortiz"));
    }

    void aRequirementOpensFromItsEntries()
    {
        typeIn("historyThing", "1.2.1.1");
        choose(0);
        const auto buttons = m_window->findChildren<QAbstractButton *>();
        const auto link = std::ranges::find_if(buttons, [](const QAbstractButton *button) {
            return button->isVisible() && button->accessibleName() == s("Open 1.2.1.1");
        });
        QVERIFY(link != buttons.end());
        QTest::mouseClick(*link, Qt::LeftButton);
        QCOMPARE(*assess().current(), code("1.2.1.1"));
    }
};

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
