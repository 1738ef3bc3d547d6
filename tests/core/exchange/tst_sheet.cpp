// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"
#include "core/exchange/sheet.h"
#include "core/exchange/sheetcolumns.h"
#include "core/exchange/xlsx.h"
#include "core/exchange/xlsxstyles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace adit;

namespace {

/// Sheets of everything that has ever broken a CSV or xlsx file.
class RandomSheets
{
public:
    explicit RandomSheets(unsigned seed)
        : m_random(seed)
    {}

    Sheet sheet(bool hasKinds)
    {
        Sheet sheet;
        sheet.name = QStringLiteral("ratings");
        const int columns = 1 + below(6);
        for (int i = 0; i < columns; ++i)
            sheet.header.append(QStringLiteral("h%1").arg(i) + text());
        const int rows = below(12);
        for (int i = 0; i < rows; ++i) {
            SheetRow row{i + 2, {{QStringLiteral("1.%1").arg(i)}}};
            for (int column = 1; column < columns; ++column)
                row.cells.append(hasKinds ? cell() : SheetCell{text()});
            sheet.rows.append(row);
        }
        tidySheet(sheet);
        return sheet;
    }

private:
    int below(int end) { return std::uniform_int_distribution(0, end - 1)(m_random); }

    QString text()
    {
        static const QStringList pieces{
            QStringLiteral(","),      QStringLiteral(";"),      QStringLiteral("\t"),
            QStringLiteral("\""),     QStringLiteral("\n"),     QStringLiteral("\r"),
            QStringLiteral("\r\n"),   QStringLiteral("'"),      QStringLiteral("="),
            QStringLiteral("+"),      QStringLiteral("-"),      QStringLiteral("@"),
            QStringLiteral(" "),      QStringLiteral("é"),      QStringLiteral("中文"),
            QStringLiteral("🏔"),   QStringLiteral("مرحبا"),  QStringLiteral("e\u0301"),
            QStringLiteral("\u200F"), QStringLiteral("<&>"),    QStringLiteral("_x000D_"),
            QStringLiteral("_x"),     QStringLiteral("\u0001"), QStringLiteral("|"),
            QStringLiteral("sep=;"),  QStringLiteral("1.10"),   QStringLiteral("2001-02-03"),
            QStringLiteral("\uFFFD"), QStringLiteral("mine"),   QStringLiteral("]]>")};
        QString text;
        for (int i = below(7); i > 0; --i)
            text += pieces[below(static_cast<int>(pieces.size()))];
        return text;
    }

    SheetCell cell()
    {
        switch (below(4)) {
        case 0:
            return {numberText(std::uniform_real_distribution(-1e6, 1e6)(m_random)), CellKind::Number};
        case 1:
            return {toIso(QDate(1900, 1, 1).addDays(below(59))), CellKind::Date};
        case 2:
            return {toIso(QDate(1900, 3, 1).addDays(below(100'000))), CellKind::Date};
        default:
            return {text()};
        }
    }

    std::mt19937 m_random;
};

Sheet sheetOf(const QStringList &header)
{
    return {{}, u',', header, {}};
}

} // namespace

class TestSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySheetSurvivesCsv()
    {
        RandomSheets random(1);
        for (int i = 0; i < 3000; ++i) {
            Sheet sheet = random.sheet(false);
            sheet.name.clear();
            sheet.separator = QStringView(u",;\t")[i % 3];
            const QByteArray bytes = *csvBytes(sheet, {.separator = sheet.separator, .byteOrderMark = i % 2 == 0});
            const Result<Sheet> read = readCsv(bytes, {});
            QVERIFY2(read, bytes.constData());
            if (sheet.header.size() == 1) // no separator to be found
                sheet.separator = read->separator;
            QVERIFY2(*read == sheet, bytes.constData());
        }
    }

    void everySheetSurvivesXlsx()
    {
        RandomSheets random(2);
        for (int i = 0; i < 300; ++i) {
            const Sheet sheet = random.sheet(true);
            const Result<Sheet> read = readXlsx(*xlsxBytes({sheet}, {}), {}, {});
            QVERIFY(read);
            QVERIFY2(*read == sheet, csvBytes(sheet)->constData());
        }
    }

    void theContentDecidesNotTheEnding()
    {
        const QTemporaryDir folder;
        const Sheet sheet{QStringLiteral("a"), {}, {QStringLiteral("requirement")}, {{2, {{QStringLiteral("1.10")}}}}};
        const auto write = [&](const char *name, const QByteArray &bytes) {
            const QString path = folder.filePath(QLatin1String(name));
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
        };
        QCOMPARE(readSheet(write("a.csv", *xlsxBytes({sheet}, {})))->rows, sheet.rows);
        QCOMPARE(readSheet(write("b.xlsx", *csvBytes(sheet)))->rows, sheet.rows);
        QCOMPARE(*sheetNames(folder.filePath(QStringLiteral("a.csv"))), QStringList(QStringLiteral("a")));
        QCOMPARE(*sheetNames(folder.filePath(QStringLiteral("b.xlsx"))), QStringList());
        QCOMPARE(errorName(readSheet(write("c.csv", "a\n"), QStringLiteral("x")).error().code),
                 QStringLiteral("SheetUnreadable"));
    }

    void writesNewFilesOnly()
    {
        const QTemporaryDir folder;
        const Sheet sheet{QStringLiteral("a"), {}, {QStringLiteral("requirement")}, {{2, {{QStringLiteral("=1")}}}}};
        for (const auto *name : {"a.csv", "a.xlsx"}) {
            const QString path = folder.filePath(QLatin1String(name));
            QVERIFY(writeSheet(path, sheet, {}));
            QCOMPARE(readSheet(path)->rows, sheet.rows);
            QCOMPARE(writeSheet(path, sheet, {}).error().code, ErrorCode::FileExists);
        }
        const QString nowhere = folder.filePath(QStringLiteral("no/such/a.csv"));
        QCOMPARE(writeSheet(nowhere, sheet, {}).error().code, ErrorCode::StorageFailed);
    }

    void missingFilesAndFoldersAreToldApart()
    {
        const QTemporaryDir folder;
        QCOMPARE(readSheet(folder.filePath(QStringLiteral("x.csv"))).error().code, ErrorCode::FileMissing);
        QCOMPARE(readSheet(folder.path()).error().code, ErrorCode::SheetUnreadable);
    }

    void severalValuesInACell()
    {
        const QStringList abc{QStringLiteral("a"), QStringLiteral("b c"), QStringLiteral("d")};
        QCOMPARE(splitValues(QStringLiteral("a| b c |d|"), u';'), abc);
        QCOMPARE(splitValues(QStringLiteral("a;b c|d"), u','), abc);
        QCOMPARE(splitValues(QStringLiteral("a;b c;d"), QChar()), abc);
        QCOMPARE(splitValues(QStringLiteral("a;b"), u';'), QStringList(QStringLiteral("a;b")));
        QCOMPARE(splitValues(QStringLiteral(" "), u','), QStringList());
    }

    void columnsAreNamedAsInSpreadsheets()
    {
        QCOMPARE(columnLetters(0), QStringLiteral("A"));
        QCOMPARE(columnLetters(25), QStringLiteral("Z"));
        QCOMPARE(columnLetters(26), QStringLiteral("AA"));
        QCOMPARE(columnLetters(701), QStringLiteral("ZZ"));
        QCOMPARE(columnLetters(702), QStringLiteral("AAA"));
    }

    void columnsInAnyOrderUnknownOnesReported()
    {
        const QStringList known{QStringLiteral("requirement"), QStringLiteral("action_due"), QStringLiteral("notes")};
        const Sheet sheet = sheetOf(
            {QStringLiteral(" Action Due "), QStringLiteral("Colour"), QString(), QStringLiteral("REQUIREMENT")});
        const auto columns = SheetColumns::match(sheet, {}, known, {QStringLiteral("requirement")});
        QVERIFY(columns);
        QCOMPARE(columns->unknown(), QStringList({QStringLiteral("Colour"), QStringLiteral("column C")}));
        const SheetRow row{2, {{QStringLiteral("2027-01-01")}, {}, {}, {QStringLiteral("1.1")}}};
        QCOMPARE(columns->cell(row, QStringLiteral("requirement")).text, QStringLiteral("1.1"));
        QCOMPARE(columns->cell(row, QStringLiteral("action_due")).text, QStringLiteral("2027-01-01"));
        QCOMPARE(columns->cell(row, QStringLiteral("notes")), SheetCell{});
        QVERIFY(!columns->contains(QStringLiteral("notes")));
    }

    void columnsMissingOrRepeatedAreRefused()
    {
        const QStringList known{QStringLiteral("requirement"), QStringLiteral("rating")};
        const Sheet sheet = sheetOf({QStringLiteral("rating"), QStringLiteral("Rating")});
        const auto columns =
            SheetColumns::match(sheet, QStringLiteral("r.csv"), known, {QStringLiteral("requirement")});
        QVERIFY(!columns);
        QCOMPARE(columns.error().code, ErrorCode::SheetColumns);
        QCOMPARE(columns.error().subject, QStringLiteral("r.csv"));
        QCOMPARE(columns.error().detail, QStringLiteral("rating stands in columns A and B; requirement is missing"));
    }

    void formulaErrorsCountInKnownColumnsOnly()
    {
        Sheet sheet = sheetOf({QStringLiteral("rating"), QStringLiteral("share")});
        const SheetCell failure{QStringLiteral("#REF!"), CellKind::Failure};
        sheet.rows = {{2, {{QStringLiteral("full")}, failure}}, {7, {failure}}};
        const auto columns = SheetColumns::match(sheet, {}, {QStringLiteral("rating")}, {});
        const Error error = rowsError(QStringLiteral("r.xlsx"), formulaFailures(sheet, *columns));
        QCOMPARE(error.detail, QStringLiteral("row 7, rating: the formula error #REF!; expected: a value"));
    }

    void problemsAreListedByRowOnOneLineEach()
    {
        const QString file = QStringLiteral("r.csv");
        const Error error =
            rowsError(file, {{9, QStringLiteral("until"), QStringLiteral("\"soon\""), QStringLiteral("a date")},
                             {3, {}, QStringLiteral("\"a\nrow 4:\x1b\""), QStringLiteral("an id")}});
        QCOMPARE(error.code, ErrorCode::SheetRows);
        QCOMPARE(error.detail, QStringLiteral("row 3: \"a\uFFFDrow 4:\uFFFD\"; expected: an id\n"
                                              "row 9, until: \"soon\"; expected: a date"));
    }

    void noMoreThanTwoHundredProblemsAreListed()
    {
        QList<RowProblem> problems;
        for (int row = 1; row <= 1000; ++row)
            problems.append({row, {}, QStringLiteral("nothing"), QStringLiteral("an id")});
        const QStringList all = rowsError({}, problems).detail.split(QLatin1Char('\n'));
        QCOMPARE(all.size(), 201);
        QCOMPARE(all.last(), QStringLiteral("and 800 more"));
        const QStringList few = rowsError({}, problems.first(200)).detail.split(QLatin1Char('\n'));
        QCOMPARE(few.size(), 200);
        QVERIFY(few.last().startsWith(QStringLiteral("row 200:")));
    }
};

QTEST_GUILESS_MAIN(TestSheet)
#include "tst_sheet.moc"
