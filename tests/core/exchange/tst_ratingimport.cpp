// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ratingimport.h"
#include "tests/support/builders.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

// What a sheet of ratings says about its bad rows: each once, in the sheet's own words for its columns, with what was
// found and what was expected.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QString file = QStringLiteral("r.csv");

/// The lines of the refusal; "read" if there is none.
QString refusal(const Sheet &sheet, RatingsOf whose = RatingsOf::Auditor)
{
    static const QTemporaryDir folder;
    static const auto document = newCase(folder);
    const auto import = readRatings(document->view(), sheet, file, whose, [] { return document->newId(); });
    if (import)
        return s("read");
    return import.error().code == ErrorCode::SheetRows ? import.error().detail : errorName(import.error().code);
}

QString refusalOfCsv(const QByteArray &bytes, RatingsOf whose = RatingsOf::Auditor)
{
    return refusal(must(readSheetData(bytes, file)), whose);
}

const char *const sources =
    "one of document-company, document-third-party, observation, worker, community, regulator, management";

} // namespace

class TestRatingImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badRowIsToldOnceInOneSentence_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const QByteArray &cells, const QString &told) {
            QTest::newRow(name) << cells << told;
        };
        row("rating", "1.1.1.1,excellent",
            s("row 2, rating: \"excellent\"; expected: one of full, substantial, partial, none, deferred, "
              "not-relevant"));
        row("finding", "1.1.1.1,full,a\x07",
            s("row 2, finding: a control character (U+0007, at place 2); expected: text without"));
        row("action", "1.1.1.1,full,,,,,a\x07",
            s("row 2, action: a control character (U+0007, at place 2); expected: text without"));
        row("until", "1.1.1.1,deferred,,Road,31.3.2027",
            s("row 2, until: \"31.3.2027\"; expected: a date YYYY-MM-DD, years 1900 to 2199"));
        row("action's date", "1.1.1.1,full,,,,,Repair,2999-01-01",
            s("row 2, action_due: \"2999-01-01\"; expected: a date YYYY-MM-DD, years 1900 to 2199"));
        row("no justification", "1.1.1.1,deferred",
            s("row 2, justification: nothing; expected: the justification that this rating needs"));
        row("no date", "1.1.1.1,deferred,,Road",
            s("row 2, until: nothing; expected: the date when a deferred rating will be made"));
        row("source", "1.1.1.1,full,,,,ghost", s("row 2, sources: \"ghost\"; expected: ") + s(sources));
        row("no id", ",full", s("row 2, requirement: nothing; expected: an id of this standard, such as 1.1.1.1"));
        row("unknown id", "9.9.9.9,full",
            s("row 2, requirement: \"9.9.9.9\"; expected: an id of this standard, such as 1.1.1.1"));
        row("long id", QByteArray(90, 'x') + ",full",
            s("row 2, requirement: \"") + QString(60, QLatin1Char('x')) +
                s("…\"; expected: an id of this standard, such as 1.1.1.1"));
        row("id twice", "1.1.1.1,full\n1.1.1.1,none",
            s("row 3, requirement: 1.1.1.1 stands in row 2 already; expected: each id once"));
        row("rated chapter", "4.7,full",
            s("row 2, requirement: 4.7; expected: a requirement; chapters and criteria can only be not-relevant"));
        row("id that became a date", "2003-02-01,full",
            s("row 2, requirement: the spreadsheet turned the id into the date 2003-02-01; expected: 1.2.3 or 2.1.3 or "
              "2.3 or 3.2 or 3.2.1, in a column formatted as text"));
    }
    void badRowIsToldOnceInOneSentence()
    {
        QFETCH(QByteArray, row);
        QTEST(refusalOfCsv("requirement,rating,finding,justification,until,sources,action,action_due\n" + row + "\n"),
              "told");
    }

    void otherRatingsNameTheirOwnColumns()
    {
        const QString ratings =
            s("row 2, rating: \"good\"; expected: one of full, substantial, partial, none, deferred, not-relevant");
        QCOMPARE(refusalOfCsv("requirement,rating\n1.1.1.1,good\n", RatingsOf::Self), ratings);
        QCOMPARE(refusalOfCsv("requirement,rating\n1.1.1.1,good\n", RatingsOf::PreviousAudit), ratings);
        QCOMPARE(refusalOfCsv("requirement,rating,finding\n1.1.1.1,full,\x07\n", RatingsOf::Self),
                 s("row 2, finding: a control character (U+0007, at place 1); expected: text without"));
    }

    void rowsThatCannotBeReadAndRowsThatMakeNoSenseAreListedTogether()
    {
        const QString told = refusalOfCsv("requirement,rating,finding\n"
                                          "1.1.1.1,full," +
                                          QByteArray(100'001, 'x') +
                                          "\n"
                                          "9.9.9.9,full\n"
                                          "1.1.2.1,full,,more\n"
                                          "1.1.3.1,good\n");
        QStringList rows;
        for (const QString &line : told.split(QLatin1Char('\n')))
            rows.append(line.section(QLatin1Char(':'), 0, 0));
        QCOMPARE(rows, (QStringList{s("row 2, finding"), s("row 3, requirement"), s("row 4"), s("row 5, rating")}));
    }

    void formulaWithoutAValueIsToldOnce_data()
    {
        QTest::addColumn<QList<SheetCell>>("cells");
        QTest::addColumn<QString>("told");
        const SheetCell id{s("1.1.1.1")};
        const SheetCell uncached{s("="), CellKind::Failure};
        QTest::newRow("rating never calculated")
            << QList{id, uncached} << s("row 2, rating: a formula that was never calculated; expected: a value");
        QTest::newRow("rating in error") << QList{id, SheetCell{s("#REF!"), CellKind::Failure}}
                                         << s("row 2, rating: the formula error #REF!; expected: a value");
        QTest::newRow("id never calculated")
            << QList{uncached, SheetCell{s("full")}}
            << s("row 2, requirement: a formula that was never calculated; expected: a value");
    }
    void formulaWithoutAValueIsToldOnce()
    {
        QFETCH(QList<SheetCell>, cells);
        Sheet sheet;
        sheet.header = {s("requirement"), s("rating")};
        sheet.rows = {{2, cells}};
        QTEST(refusal(sheet), "told");
    }

    void goodRowsAmongBadOnesChangeNothing()
    {
        QCOMPARE(refusalOfCsv("requirement,rating\n1.1.1.1,full\n"), s("read"));
        QVERIFY(refusalOfCsv("requirement,rating\n1.1.1.1,full\n1.1.2.1,full,more\n").startsWith(s("row 3:")));
    }
};

QTEST_GUILESS_MAIN(TestRatingImport)
#include "tst_ratingimport.moc"
