// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"

#include <QStringEncoder>
#include <QTest>

using namespace adit;

namespace {

const QString file = QStringLiteral("ratings.csv");

/// "a|b / 2:c|d": the header, then each row behind its number.
QString shown(const Sheet &sheet)
{
    QStringList lines{sheet.header.join(u'|')};
    for (const SheetRow &row : sheet.rows) {
        QStringList cells;
        for (const SheetCell &cell : row.cells)
            cells.append(cell.text);
        lines.append(QString::number(row.number) + u':' + cells.join(u'|'));
    }
    return lines.join(QStringLiteral(" / "));
}

QString shownError(const Error &error)
{
    return errorName(error.code) + u'|' + error.subject + u'|' + error.detail;
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatSpreadsheetsWrite_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
            QTest::newRow(name) << bytes << QString::fromUtf8(expected);
        };
        row("comma", "a,b\n1,2\n", "a|b / 2:1|2");
        row("semicolon", "a;b\n1;2,5\n", "a|b / 2:1|2,5");
        row("tab", "a\tb\n1\t2;3\n", "a|b / 2:1|2;3");
        row("separator inside a quoted header", "\"a,b,c\";d\n1;2\n", "a,b,c|d / 2:1|2");
        row("announced separator", "sep=;\r\na,x;b\r\n1;2\r\n", "a,x|b / 3:1|2");
        row("one column", "a\n1;2\n", "a / 2:1;2");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a,b\n1,2\n",
            "a|b / 2:1|2");
        row("CRLF", "a,b\r\n1,2\r\n", "a|b / 2:1|2");
        row("CR", "a,b\r1,2\r", "a|b / 2:1|2");
        row("no last line break", "a,b\n1,2", "a|b / 2:1|2");
        row("quotes", "a,b\n\"x, \"\"y\"\"\",\n", "a|b / 2:x, \"y\"");
        row("quote inside an unquoted cell", "a,b\n5\" pipe,2\n", "a|b / 2:5\" pipe|2");
        row("line break in quotes is one row", "a,b\n\"1\r\n2\",3\n4,5\n", "a|b / 2:1\r\n2|3 / 3:4|5");
        row("blank rows count but are left out", "\n\na,b\n\n1,2\n,\n \n3,4\n", "a|b / 5:1|2 / 8:3|4");
        row("short row", "a,b,c\n1\n", "a|b|c / 2:1");
        row("empty cells beyond the header", "a,b\n1,2,,,\n", "a|b / 2:1|2");
        row("cells under no name", "a,b,,\n1,2,3,\n", "a|b| / 2:1|2|3");
        row("accents", "a,b\né,ñ 中\n", "a|b / 2:é|ñ 中");
        row("apostrophe taken off", "a,b\n'=1+1,'-\n", "a|b / 2:=1+1|-");
        row("apostrophe of its own", "a,b\n'tis,''=x\n", "a|b / 2:'tis|'=x");
        row("header only", "a,b\n", "a|b");
    }
    void readsWhatSpreadsheetsWrite()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        const Result<Sheet> sheet = readCsv(bytes, file);
        QVERIFY2(sheet, sheet ? "" : qPrintable(shownError(sheet.error())));
        QCOMPARE(shown(*sheet), expected);
    }

    void tellsTheSeparator()
    {
        QCOMPARE(readCsv("a;b\n", file)->separator, QLatin1Char(';'));
        QCOMPARE(readCsv("a\n", file)->separator, QLatin1Char(','));
    }

    void refusesNamingTheRow_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
            QTest::newRow(name) << bytes << QString::fromUtf8(expected);
        };
        row("latin-1", "a,b\n1,2\n\"x\ny\",r\xE9sum\xE9\n", "SheetEncoding|ratings.csv, row 3|CSV UTF-8");
        row("latin-1 first in its row", "a,b\n\xE9,1\n", "SheetEncoding|ratings.csv, row 2|CSV UTF-8");
        row("windows-1252 in the header",
            "a,\x93"
            "b\x94\n",
            "SheetEncoding|ratings.csv, row 1|CSV UTF-8");
        row("overlong", "a\n\xC0\xAF\n", "SheetEncoding|ratings.csv, row 2|CSV UTF-8");
        row("surrogate", "a\n\xED\xA0\x80\n", "SheetEncoding|ratings.csv, row 2|CSV UTF-8");
        row("cut character", "a\nx\xE4\xB8", "SheetEncoding|ratings.csv, row 2|CSV UTF-8");
        row("NUL in the header", QByteArray("a,bcd\0\n1,2\n", 11),
            "SheetUnreadable|ratings.csv, row 1|a header without NUL characters");
        row("open quote", "a,b\n1,2\n3,\"4\n5,6\n", "SheetUnreadable|ratings.csv, row 3|a closing quote");
        row("text after a quote", "a,b\n\"1\"2,3\n",
            "SheetUnreadable|ratings.csv, row 2|a separator or the end of the row after a closing quote");
        row("empty file", "", "SheetUnreadable|ratings.csv|a header row");
        row("blank file", "\n \n,,\n", "SheetUnreadable|ratings.csv|a header row");
        row("columns", QByteArray(200, ',') + "x\n", "SheetTooLarge|ratings.csv, row 1|at most 200 columns");
        row("separators without end", QByteArray(1'000'000, ',') + "x\n",
            "SheetTooLarge|ratings.csv, row 1|at most 200 columns");
        row("cell", QByteArray(100'001, 'x'), "SheetTooLarge|ratings.csv, row 1|at most 100000 characters in a cell");
        row("rows", "a\n" + QByteArray("x\n").repeated(100'001),
            "SheetTooLarge|ratings.csv, row 100002|at most 100000 rows");
        row("cells", QByteArray(199, ',').replace(",", "h,") + "h\n" + (QByteArray(199, ',') + "x\n").repeated(25'000),
            "SheetTooLarge|ratings.csv, row 25001|at most 5000000 cells");
    }
    void refusesNamingTheRow()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        const Result<Sheet> sheet = readCsv(bytes, file);
        QVERIFY(!sheet);
        QCOMPARE(shownError(sheet.error()), expected);
    }

    void badRowsHideNoOthers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("problems"); // "row column: found; expected", one a line
        QTest::addColumn<QString>("read");
        const auto row = [](const char *name, const QByteArray &bytes, const char *problems, const char *read) {
            QTest::newRow(name) << bytes << QString::fromUtf8(problems) << QString::fromUtf8(read);
        };
        row("longer than the header", "a,b\n1,2,3\n4,5\n6,7,,8\n",
            "2 : 3 cells; at most 2 cells, as in the header\n4 : 4 cells; at most 2 cells, as in the header",
            "a|b|| / 2:1|2|3 / 3:4|5 / 4:6|7||8");
        row("separators without end", "a,b\n" + QByteArray(1'000'000, ',') + "x\n1,2\n",
            "2 : too many cells; at most 2", "a|b / 3:1|2");
        row("long cell", "a,b\n1," + QByteArray(100'001, 'x') + "\n3,4\n",
            "2 b: a text that is too long; at most 100000 characters", "a|b / 3:3|4");
        row("very long cell", "a,b\n1," + QByteArray(5'000'000, 'x') + "\n3,4\n",
            "2 b: a text that is too long; at most 100000 characters", "a|b / 3:3|4");
        row("very long cell in quotes", "a,b\n1,\"" + QByteArray("x\"\"").repeated(2'000'000) + "\"\n3,4\n",
            "2 b: a text that is too long; at most 100000 characters", "a|b / 3:3|4");
        row("NUL", QByteArray("a,b\n1,2\n3,\0\n5,6\n", 15), "3 b: a NUL character; text without",
            "a|b / 2:1|2 / 4:5|6");
        row("empty cells without end are forgiven", "a,b\n1,2" + QByteArray(1'000'000, ',') + "\n", "", "a|b / 2:1|2");
    }
    void badRowsHideNoOthers()
    {
        QFETCH(QByteArray, bytes);
        const Result<Sheet> sheet = readCsv(bytes, file);
        QVERIFY2(sheet, sheet ? "" : qPrintable(shownError(sheet.error())));
        QStringList problems;
        for (const RowProblem &problem : sheet->problems)
            problems.append(
                QStringLiteral("%1 %2: %3; %4").arg(problem.row).arg(problem.column, problem.found, problem.expected));
        QTEST(problems.join(QLatin1Char('\n')), "problems");
        QTEST(shown(*sheet), "read");
    }

    void refusesUtf16WithAndWithoutMark_data()
    {
        QTest::addColumn<int>("encoding");
        QTest::addColumn<bool>("hasMark");
        for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE})
            for (const bool hasMark : {true, false})
                QTest::addRow("%d %d", static_cast<int>(encoding), hasMark) << static_cast<int>(encoding) << hasMark;
    }
    void refusesUtf16WithAndWithoutMark()
    {
        QFETCH(int, encoding);
        QFETCH(bool, hasMark);
        QStringEncoder encoder(static_cast<QStringConverter::Encoding>(encoding),
                               hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        const QByteArray bytes = encoder.encode(QStringLiteral("requirement,rating\n1.1.1.1,full\n"));
        const Result<Sheet> sheet = readCsv(bytes, file);
        QVERIFY(!sheet);
        QCOMPARE(shownError(sheet.error()), QStringLiteral("SheetEncoding|ratings.csv, row 1|CSV UTF-8"));
    }

    void writesNoFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("formula") << QStringLiteral("=1+1") << QByteArray("'=1+1");
        QTest::newRow("plus") << QStringLiteral("+41 44") << QByteArray("'+41 44");
        QTest::newRow("minus") << QStringLiteral("-") << QByteArray("'-");
        QTest::newRow("at") << QStringLiteral("@x") << QByteArray("'@x");
        QTest::newRow("tab") << QStringLiteral("\t=1") << QByteArray("\"'\t=1\"");
        QTest::newRow("return") << QStringLiteral("\r=1") << QByteArray("\"'\r=1\"");
        QTest::newRow("escaped already") << QStringLiteral("'=1") << QByteArray("''=1");
        QTest::newRow("apostrophe") << QStringLiteral("'tis") << QByteArray("'tis");
        QTest::newRow("id") << QStringLiteral("1.10") << QByteArray("1.10");
        QTest::newRow("quotes") << QStringLiteral("a \"b\"") << QByteArray("\"a \"\"b\"\"\"");
    }
    void writesNoFormula()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, cell);
        const Sheet sheet{{}, u',', {QStringLiteral("h")}, {{2, {{text}}}}};
        QCOMPARE(*csvBytes(sheet, {.byteOrderMark = false}), "h\r\n" + cell + "\r\n");
        QCOMPARE(readCsv(*csvBytes(sheet), file)->rows, sheet.rows);
    }

    void aHeaderIsNotTakenForAnAnnouncedSeparator()
    {
        const Sheet sheet{
            {}, u';', {QStringLiteral("sep="), QString()}, {{2, {{QStringLiteral("a")}, {QStringLiteral("b")}}}}};
        QCOMPARE(*readCsv(*csvBytes(sheet, {.separator = u';'}), file), sheet);
    }

    void byteOrderMarksInsideAreText()
    {
        const Sheet sheet{{}, u',', {QStringLiteral("\uFEFFh")}, {{2, {{QStringLiteral("\uFEFF\uFEFF-")}}}}};
        for (const bool hasMark : {true, false})
            QCOMPARE(*readCsv(*csvBytes(sheet, {.byteOrderMark = hasMark}), file), sheet);
    }

    void writesWithMarkUnlessAskedNotTo()
    {
        const Sheet sheet{{}, u';', {QStringLiteral("a"), QStringLiteral("b")}, {}};
        QCOMPARE(*csvBytes(sheet, {.separator = u';'}), QByteArray("\xEF\xBB\xBF"
                                                                   "a;b\r\n"));
        QCOMPARE(*csvBytes(sheet, {.separator = u';', .byteOrderMark = false}), QByteArray("a;b\r\n"));
    }

    void refusesToWriteRowsWiderThanTheHeader()
    {
        const Result<QByteArray> bytes =
            csvBytes({{}, u',', {QStringLiteral("h")}, {{2, {{}, {QStringLiteral("x")}}}}});
        QVERIFY(!bytes);
        QCOMPARE(errorName(bytes.error().code), QStringLiteral("SheetColumns"));
        QCOMPARE(bytes.error().subject, QStringLiteral("row 2"));
    }

    void refusesToWriteWhatCannotBeReadBack()
    {
        const Sheet sheet{{}, u',', {QStringLiteral("h")}, {{2, {{QString(QChar(0))}}}}};
        const Result<QByteArray> bytes = csvBytes(sheet);
        QVERIFY(!bytes);
        QCOMPARE(errorName(bytes.error().code), QStringLiteral("TextUnclean"));
        QCOMPARE(bytes.error().subject, QStringLiteral("row 2, column A"));
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
