// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsx.h"
#include "core/exchange/xlsxstyles.h"
#include "tests/core/exchange/workbookbuilder.h"

#include <QTest>

using namespace adit;

namespace {

const QString file = QStringLiteral("ratings.xlsx");
const QByteArray header = "<row r='1'><c r='A1' t='inlineStr'><is><t>h</t></is></c></row>";

/// Header / row:cells, where a cell that is not text says its kind: "h / 2:number 1.2|x".
QString shown(const Sheet &sheet)
{
    const QStringList kinds{QString(), QStringLiteral("number "), QStringLiteral("date "), QStringLiteral("failure ")};
    QStringList lines{sheet.header.join(u'|')};
    for (const SheetRow &row : sheet.rows) {
        QStringList cells;
        for (const SheetCell &cell : row.cells)
            cells.append(kinds[static_cast<int>(cell.kind)] + cell.text);
        lines.append(QString::number(row.number) + u':' + cells.join(u'|'));
    }
    return lines.join(QStringLiteral(" / "));
}

QString shown(const Result<Sheet> &sheet)
{
    return sheet ? shown(*sheet)
                 : errorName(sheet.error().code) + u'|' + sheet.error().subject + u'|' + sheet.error().detail;
}

QString shown(const WorkbookBuilder &builder, const QString &sheetName = {})
{
    return shown(readXlsx(builder.zip(), file, sheetName));
}

QByteArray
workbookXml(const QByteArray &content, const QByteArray &xmlns = transitionalXmlns,
            const QByteArray &relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
{
    return "<workbook xmlns='" + xmlns + "' xmlns:r='" + relationships + "'>" + content + "</workbook>";
}

const QByteArray worksheetRel =
    "<Relationship Id='%1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' "
    "Target='%2'/>";

QByteArray worksheet(const QByteArray &rows)
{
    return "<worksheet xmlns='" + transitionalXmlns + "'><sheetData>" + rows + "</sheetData></worksheet>";
}

WorkbookBuilder threeSheets()
{
    const auto rel = [](const char *id, const char *target) {
        return QByteArray(worksheetRel).replace("%1", id).replace("%2", target);
    };
    return WorkbookBuilder()
        .part("xl/workbook.xml",
              workbookXml("<sheets><sheet name='Notes' state='hidden' r:id='n'/>"
                          "<sheet name='Ratings' r:id='a'/><sheet name='People' r:id='b'/></sheets>"))
        .part("xl/_rels/workbook.xml.rels",
              "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" +
                  rel("n", "worksheets/sheet1.xml") + rel("a", "worksheets/sheet2.xml") +
                  rel("b", "/xl/worksheets/sheet3.xml") + "</Relationships>")
        .part("xl/worksheets/sheet1.xml", worksheet("<row><c t='str'><v>hidden</v></c></row>"))
        .part("xl/worksheets/sheet2.xml", worksheet("<row><c t='str'><v>ratings</v></c></row>"))
        .part("xl/worksheets/sheet3.xml", worksheet("<row><c t='str'><v>people</v></c></row>"));
}

const QByteArray dateStyles = "<numFmts><numFmt numFmtId='164' formatCode='[$-409]d\\-mmm;@'/>"
                              "<numFmt numFmtId='165' formatCode='0.00 \"days\"'/></numFmts>"
                              "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                              "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/>"
                              "<xf numFmtId='20'/></cellXfs>";

} // namespace

class TestXlsx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfCell_data()
    {
        QTest::addColumn<QByteArray>("cells");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &cells, const char *expected) {
            QTest::newRow(name) << cells << QString::fromUtf8(expected);
        };
        row("shared string", "<c t='s'><v>0</v></c>", "h / 2:1.10");
        row("rich text without phonetic hints", "<c t='s'><v>1</v></c>", "h / 2:one two");
        row("blanks kept", "<c t='s'><v>2</v></c>", "h / 2: x ");
        row("no such shared string", "<c t='s'><v>9</v></c>", "h");
        row("inline string", "<c t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r></is></c>", "h / 2:ab");
        row("escapes", "<c t='inlineStr'><is><t>a_x000D_b_x005F_x0041_ _x00_x0042_</t></is></c>",
            "h / 2:a\rb_x0041_ _x00B");
        row("number", "<c><v>1.2</v></c>", "h / 2:number 1.2");
        row("number by its shortest text", "<c><v>1.2000000000000002</v></c>", "h / 2:number 1.2");
        row("number with exponent", "<c t='n'><v>1.2E-2</v></c>", "h / 2:number 0.012");
        row("integer", "<c><v>1234567</v></c>", "h / 2:number 1234567");
        row("not a number", "<c><v>NaN</v></c>", "h / 2:NaN");
        row("boolean", "<c t='b'><v>1</v></c><c t='b'><v>0</v></c>", "h| / 2:TRUE|FALSE");
        row("formula result", "<c t='str'><f>A1&amp;\"x\"</f><v>hx</v></c><c><f>1+1</f><v>2</v></c>",
            "h| / 2:hx|number 2");
        row("formula error", "<c t='e'><f>1/0</f><v>#DIV/0!</v></c>", "h / 2:failure #DIV/0!");
        row("formula never calculated", "<c><f>1+1</f></c>", "h / 2:failure =");
        row("formula never calculated, with a place for it", "<c><f>1+1</f><v/></c>", "h / 2:failure =");
        row("formula that gives an empty text", "<c t='str'><f>\"\"</f><v></v></c>", "h");
        row("date", "<c s='1'><v>36925</v></c>", "h / 2:date 2001-02-03");
        row("date with time", "<c s='1'><v>36925.999</v></c>", "h / 2:date 2001-02-03");
        row("date by custom format", "<c s='2'><v>36925</v></c>", "h / 2:date 2001-02-03");
        row("quoted letters are no date", "<c s='3'><v>3</v></c>", "h / 2:number 3");
        row("time alone is no date", "<c s='4'><v>0.5</v></c>", "h / 2:number 0.5");
        row("date out of range", "<c s='1'><v>-5</v></c>", "h / 2:number -5");
        row("unknown style", "<c s='77'><v>5</v></c>", "h / 2:number 5");
        row("ISO date", "<c t='d'><v>2001-02-03T00:00:00Z</v></c>", "h / 2:date 2001-02-03");
        row("missing cells", "<c r='A2' t='str'><v>a</v></c><c r='D2' t='str'><v>d</v></c>", "h||| / 2:a|||d");
        row("columns beyond Z", "<c r='AB2' t='str'><v>x</v></c>",
            "h||||||||||||||||||||||||||| / 2:|||||||||||||||||||||||||||x");
        row("styled empty cells far out", "<c r='A2' t='str'><v>a</v></c><c r='XFD2' s='1'/>", "h / 2:a");
        row("foreign elements", "<c t='str'><x:v xmlns:x='urn:x'>no</x:v><v>a</v></c>", "h / 2:a");
    }
    void readsEveryKindOfCell()
    {
        QFETCH(QByteArray, cells);
        QFETCH(QString, expected);
        WorkbookBuilder builder;
        builder.styles(dateStyles)
            .strings("<si><t>1.10</t></si>"
                     "<si><r><rPr><b/></rPr><t>one </t></r><r><t>two</t></r><rPh sb='0' eb='1'><t>hint</t></rPh></si>"
                     "<si><t xml:space='preserve'> x </t></si>")
            .rows(header + "<row r='2'>" + cells + "</row>");
        QCOMPARE(shown(builder), expected);
    }

    void keepsRowNumbersAndLeavesBlankRowsOut()
    {
        WorkbookBuilder builder;
        builder.rows("<row r='3'><c r='B3' t='str'><v>h</v></c></row><row r='5'/><row><c/></row>"
                     "<row r='9'><c r='B9'><v>1</v></c></row><row><c r='B10'><v>2</v></c></row>");
        QCOMPARE(shown(builder), QStringLiteral("|h / 9:|number 1 / 10:|number 2"));
    }

    void mergedCellsAreTheirFirst()
    {
        WorkbookBuilder builder;
        builder.part("xl/worksheets/sheet1.xml",
                     "<worksheet xmlns='" + transitionalXmlns + "'><sheetData>" + header +
                         "<row r='2'><c r='A2' t='str'><v>a</v></c><c r='B2'/></row></sheetData>"
                         "<mergeCells><mergeCell ref='A2:B3'/></mergeCells></worksheet>");
        QCOMPARE(shown(builder), QStringLiteral("h / 2:a"));
    }

    void countsFrom1904WhereTheWorkbookDoes()
    {
        WorkbookBuilder builder;
        builder.styles(dateStyles)
            .part("xl/workbook.xml",
                  workbookXml("<workbookPr date1904='1'/><sheets><sheet name='a' r:id='r1'/></sheets>"))
            .rows(header + "<row r='2'><c s='1'><v>35463</v></c></row>");
        QCOMPARE(shown(builder), QStringLiteral("h / 2:date 2001-02-03"));
    }

    void readsStrictWorkbooks()
    {
        const QByteArray strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        const QByteArray relationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        const auto rels = [&](const QByteArray &type, const QByteArray &target) {
            return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship "
                   "Id='r1' Type='" +
                   relationships + "/" + type + "' Target='" + target + "'/></Relationships>";
        };
        WorkbookBuilder builder;
        builder.part("_rels/.rels", rels("officeDocument", "/xl/workbook.xml"))
            .part("xl/_rels/workbook.xml.rels", rels("worksheet", "worksheets/sheet1.xml"))
            .part("xl/workbook.xml", workbookXml("<sheets><sheet name='a' r:id='r1'/></sheets>", strict, relationships))
            .part("xl/worksheets/sheet1.xml", "<s:worksheet xmlns:s='" + strict +
                                                  "'><s:sheetData><s:row><s:c t='inlineStr'><s:is><s:t>h</s:t></s:is>"
                                                  "</s:c></s:row></s:sheetData></s:worksheet>");
        QCOMPARE(shown(builder), QStringLiteral("h"));
    }

    void choosesTheSheet()
    {
        const WorkbookBuilder builder = threeSheets();
        QCOMPARE(shown(builder), QStringLiteral("ratings"));
        QCOMPARE(shown(builder, QStringLiteral("people")), QStringLiteral("people"));
        QCOMPARE(shown(builder, QStringLiteral("Notes")), QStringLiteral("hidden"));
        QCOMPARE(shown(builder, QStringLiteral("x")),
                 QStringLiteral("SheetUnreadable|ratings.xlsx|one of the sheets Notes, Ratings, People"));
        QCOMPARE(readXlsx(builder.zip(), file, {})->name, QStringLiteral("Ratings"));
        QCOMPARE(*xlsxSheetNames(builder.zip(), file),
                 QStringList({QStringLiteral("Ratings"), QStringLiteral("People")}));
    }

    void tellsDateFormats_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isDate");
        QTest::newRow("iso") << QStringLiteral("yyyy-mm-dd") << true;
        QTest::newRow("month") << QStringLiteral("mmm") << true;
        QTest::newRow("language") << QStringLiteral("[$-F800]dddd, mmmm dd, yyyy") << true;
        QTest::newRow("date and time") << QStringLiteral("m/d/yy h:mm") << true;
        QTest::newRow("time") << QStringLiteral("h:mm:ss AM/PM") << false;
        QTest::newRow("duration") << QStringLiteral("[mm]:ss") << false;
        QTest::newRow("hours") << QStringLiteral("[h]:mm") << false;
        QTest::newRow("general") << QStringLiteral("General") << false;
        QTest::newRow("colour") << QStringLiteral("[Red]0.00") << false;
        QTest::newRow("unit") << QStringLiteral("0 \"days\"") << false;
        QTest::newRow("escaped") << QStringLiteral("0\\d") << false;
        QTest::newRow("negative section") << QStringLiteral("0;\"d\"0") << false;
        QTest::newRow("text") << QStringLiteral("@") << false;
    }
    void tellsDateFormats()
    {
        QFETCH(QString, code);
        QFETCH(bool, isDate);
        QCOMPARE(showsDate(code), isDate);
    }

    void serialNumbersKeepTheLeapYearOf1900()
    {
        QCOMPARE(*dateFromSerial(1, false), QDate(1900, 1, 1));
        QCOMPARE(*dateFromSerial(59, false), QDate(1900, 2, 28));
        QVERIFY(!dateFromSerial(60, false));
        QCOMPARE(*dateFromSerial(61, false), QDate(1900, 3, 1));
        QCOMPARE(*dateFromSerial(2958465, false), QDate(9999, 12, 31));
        QVERIFY(!dateFromSerial(2958466, false));
        QVERIFY(!dateFromSerial(2958465, true));
        QCOMPARE(*dateFromSerial(0, true), QDate(1904, 1, 1));
    }

    void writesTextsAsTextWhateverTheyLookLike()
    {
        const QList<SheetCell> cells{
            {QStringLiteral("1.10")},       {QStringLiteral("=1+1")}, {QStringLiteral("https://example.org")},
            {QStringLiteral("2001-02-03")}, {QStringLiteral("-")},    {QStringLiteral("'=x")},
            {QStringLiteral("_x000D_")}};
        Sheet sheet{QStringLiteral("ids"), {}, {}, {{2, cells}}};
        for (int i = 0; i < cells.size(); ++i)
            sheet.header.append(columnLetters(i));
        QCOMPARE(*readXlsx(*xlsxBytes({sheet}, {}), file, {}), sheet);
    }

    void writesNumbersDatesAndSeveralSheets()
    {
        const Sheet first{
            QStringLiteral("a"),
            {},
            {QStringLiteral("h"), QStringLiteral("i")},
            {{2, {{QStringLiteral("1.2"), CellKind::Number}, {QStringLiteral("2001-02-03"), CellKind::Date}}},
             {3, {{QStringLiteral("-0.5"), CellKind::Number}, {QStringLiteral("1900-01-31"), CellKind::Date}}}}};
        const Sheet second{QStringLiteral("b c"), {}, {QStringLiteral("x")}, {}};
        const Instant written{1777911600000};
        const QByteArray bytes = *xlsxBytes({first, second}, written);
        QCOMPARE(*readXlsx(bytes, file, {}), first);
        QCOMPARE(*readXlsx(bytes, file, QStringLiteral("B C")), second);
        QCOMPARE(*xlsxBytes({first, second}, written), bytes);
    }

    void refusesToWriteWhatXlsxCannotHold()
    {
        const Sheet longCell{QStringLiteral("a"), {}, {QStringLiteral("h")}, {{2, {{QString(32'768, u'x')}}}}};
        const Result<QByteArray> tooLong = xlsxBytes({longCell}, {});
        QVERIFY(!tooLong);
        QCOMPARE(tooLong.error().code, ErrorCode::SheetTooLarge);
        QCOMPARE(tooLong.error().subject, QStringLiteral("row 2, column A"));
        for (const QString &name : {QString(), QString(32, u'x'), QStringLiteral("a/b")})
            QCOMPARE(xlsxBytes({Sheet{name, {}, {QStringLiteral("h")}, {}}}, {}).error().code,
                     ErrorCode::SheetUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
