// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sheet.h"
#include "core/exchange/xlsx.h"
#include "tests/core/exchange/workbookbuilder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace adit;

namespace {

const QString file = QStringLiteral("ratings.xlsx");
const QByteArray header = "<row r='1'><c r='A1' t='str'><v>h</v></c></row>";

QString shown(const Result<Sheet> &sheet)
{
    return sheet ? QStringLiteral("read")
                 : errorName(sheet.error().code) + u'|' + sheet.error().subject + u'|' + sheet.error().detail;
}

QByteArray worksheet(const QByteArray &beforeRoot, const QByteArray &rows)
{
    return beforeRoot + "<worksheet xmlns='" + transitionalXmlns + "'><sheetData>" + rows + "</sheetData></worksheet>";
}

QByteArray withSheetPart(const QByteArray &xml)
{
    return WorkbookBuilder().part("xl/worksheets/sheet1.xml", xml).zip();
}

QByteArray withRows(const QByteArray &rows)
{
    return withSheetPart(worksheet({}, rows));
}

/// Sets the encryption flag of every entry, in its header and in the directory.
QByteArray markedEncrypted(QByteArray zip)
{
    const auto mark = [&](const char *magic, int offset) {
        for (qsizetype at = zip.indexOf(QByteArray(magic, 4)); at >= 0; at = zip.indexOf(QByteArray(magic, 4), at + 4))
            zip[at + offset] = static_cast<char>(zip[at + offset] | 1);
    };
    mark("PK\x03\x04", 6);
    mark("PK\x01\x02", 8);
    return zip;
}

QByteArray oleFile(bool isEncryptedXlsx)
{
    QByteArray ole = QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + QByteArray(1024, '\0');
    if (isEncryptedXlsx)
        for (const char c : QByteArray("EncryptedPackage"))
            ole += QByteArray(1, c) + '\0';
    return ole;
}

QByteArray damagedInside(QByteArray zip)
{
    const qsizetype sheet = zip.indexOf("xl/worksheets/sheet1.xml");
    zip[sheet + 60] = static_cast<char>(~zip[sheet + 60]);
    return zip;
}

} // namespace

class TestHostileSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedWithAReason_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
            QTest::newRow(name) << bytes << QString::fromUtf8(expected);
        };
        const QByteArray good = withRows(header);
        const char *damaged = "SheetUnreadable|ratings.xlsx|an undamaged xlsx workbook";
        const char *noDtd = "SheetUnreadable|ratings.xlsx|XML without DTD and entities";
        const char *notSheetXml =
            "SheetUnreadable|ratings.xlsx|a spreadsheet's XML, with tags up to 64 KB and texts up to 2 MB";
        const char *tooDeep = "SheetUnreadable|ratings.xlsx|a spreadsheet's XML, tags at most 64 deep";
        const char *malformed = "SheetUnreadable|ratings.xlsx|well-formed XML in xl/worksheets/sheet1.xml";
        const char *password = "SheetUnreadable|ratings.xlsx|an xlsx workbook without a password";

        row("empty zip", QByteArray("PK\x05\x06") + QByteArray(18, '\0'), damaged);
        row("truncated zip", good.first(good.size() / 2), damaged);
        row("zip magic only", "PK\x03\x04", damaged);
        row("zip magic and junk", "PK\x03\x04" + QByteArray(100'000, 'x'), damaged);
        row("damaged part", damagedInside(good), damaged);
        row("no sheet part", WorkbookBuilder().without("xl/worksheets/sheet1.xml").zip(), damaged);
        row("OpenDocument", WorkbookBuilder().without("_rels/.rels").part("content.xml", "<x/>").zip(),
            "SheetUnreadable|ratings.xlsx|an xlsx workbook or CSV UTF-8, not OpenDocument");
        row("xlsb", WorkbookBuilder().without("_rels/.rels").part("xl/workbook.bin", "x").zip(),
            "SheetUnreadable|ratings.xlsx|an xlsx workbook, not the binary xlsb");
        row("password", oleFile(true), password);
        row("old xls", oleFile(false), "SheetUnreadable|ratings.xlsx|an xlsx workbook, not the older xls");
        row("encrypted entries", markedEncrypted(good), password);
        row("part twice", WorkbookBuilder().again("xl/worksheets/sheet1.xml", worksheet({}, header)).zip(),
            "SheetUnreadable|ratings.xlsx|an archive that names no part twice");
        row("no rows", withRows({}), "SheetUnreadable|ratings.xlsx|a header row");

        row("DTD", withSheetPart(worksheet("<!DOCTYPE worksheet>", header)), noDtd);
        row("entity",
            withSheetPart(worksheet("<!DOCTYPE w [<!ENTITY a 'x'>]>", "<row><c t='str'><v>&a;</v></c></row>")), noDtd);
        row("external entity",
            withSheetPart(worksheet("<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>",
                                    "<row><c t='str'><v>&a;</v></c></row>")),
            noDtd);
        row("entity in the shared strings",
            WorkbookBuilder()
                .part("xl/sharedStrings.xml", "<!DOCTYPE s [<!ENTITY a 'x'>]><sst xmlns='" + transitionalXmlns + "'/>")
                .zip(),
            noDtd);
        row("entity in the workbook", WorkbookBuilder().part("xl/workbook.xml", "<!DOCTYPE w []><workbook/>").zip(),
            noDtd);
        row("undeclared entity", withRows("<row><c t='str'><v>&nbsp;</v></c></row>"), malformed);
        row("cut XML", withSheetPart("<worksheet><sheetData>"), malformed);
        row("junk for XML", withSheetPart(QByteArray(1000, '\x01')), malformed);

        row("deep", withRows(QByteArray("<a>").repeated(10'000'000)), tooDeep);
        row("one endless text", withRows("<row><c t='str'><v>" + QByteArray(100'000'000, 'x')), notSheetXml);
        row("one endless tag", withRows("<row " + QByteArray("a='' ").repeated(10'000'000)), notSheetXml);
        row("many attributes", withRows([] {
                QByteArray tag = "<row";
                for (int i = 0; i < 5000; ++i)
                    tag += " a" + QByteArray::number(i) + "=''";
                return tag + "/>";
            }()),
            tooDeep);
        row("zip bomb", withRows(header + "<row>" + ("<!--" + QByteArray(60'000, ' ') + "-->").repeated(2300)),
            "SheetTooLarge|ratings.xlsx, row 2|at most 128 MB in a part of the workbook");
        row("zip bomb of rows", withRows(header + QByteArray("<row/>").repeated(1'100'000)),
            "SheetUnreadable|ratings.xlsx, row 1048577|row numbers from 1 to 1048576");
        row("text in many pieces",
            withRows("<row><c t='str'><v>" + QByteArray("<![CDATA[xxxxxxxxxx]]>").repeated(80'000)),
            "SheetTooLarge|ratings.xlsx, row 1|at most 100000 characters in a cell");
        row("long cell", withRows("<row><c t='str'><v>" + QByteArray(100'001, 'x') + "</v></c></row>"),
            "SheetTooLarge|ratings.xlsx, row 1|at most 100000 characters in a cell");
        row("columns", withRows("<row><c r='GS1' t='str'><v>x</v></c></row>"),
            "SheetTooLarge|ratings.xlsx, row 1|at most 200 columns");
        row("rows", withRows(header + QByteArray("<row><c><v>1</v></c></row>").repeated(100'001)),
            "SheetTooLarge|ratings.xlsx, row 100002|at most 100000 rows");
        row("reference", withRows("<row><c r='7' t='str'><v>x</v></c></row>"),
            "SheetUnreadable|ratings.xlsx, row 1|cell references such as AB12");
        row("reference far out", withRows("<row><c r='ZZZZZZZZZZZZZZZZZZ1' t='str'><v>x</v></c></row>"),
            "SheetUnreadable|ratings.xlsx, row 1|cell references such as AB12");
        row("row number", withRows("<row r='-1'><c t='str'><v>x</v></c></row>"),
            "SheetUnreadable|ratings.xlsx, row -1|row numbers from 1 to 1048576");
        row("latin-1 named xlsx", "a\xE9\n", "SheetUnreadable|ratings.xlsx|an xlsx workbook or CSV UTF-8");
    }
    void refusedWithAReason()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        QCOMPARE(shown(readSheetData(bytes, file)), expected);
    }

    void badRowsHideNoOthers()
    {
        const QByteArray longCell = "<row><c t='str'><v>" + QByteArray(100'001, 'x') + "</v></c></row>";
        const QByteArray farCells = "<row><c r='GS3' t='str'><v>x</v></c><c r='GT3' t='str'><v>x</v></c></row>";
        const Result<Sheet> sheet =
            readSheetData(withRows(header + longCell + farCells + "<row><c t='str'><v>1.1</v></c></row>"), file);
        QVERIFY(sheet);
        QCOMPARE(sheet->problems.size(), 2);
        QCOMPARE(sheet->problems[0].row, 2);
        QCOMPARE(sheet->problems[0].expected, QStringLiteral("at most 100000 characters"));
        QCOMPARE(sheet->problems[1].row, 3);
        QCOMPARE(sheet->problems[1].expected, QStringLiteral("at most 200"));
        QCOMPARE(sheet->rows.last().number, 4);
    }

    void tooManyEntriesAreRefusedUnread()
    {
        WorkbookBuilder builder;
        for (int i = 0; i < 10'001; ++i)
            builder.again(QByteArray::number(i).constData(), {});
        QCOMPARE(shown(readSheetData(builder.zip(), file)),
                 QStringLiteral("SheetTooLarge|ratings.xlsx|at most 10000 entries in the archive"));
    }

    void aHundredMegabytesOfJunkAreRefusedUnread()
    {
        const QTemporaryDir folder;
        for (const auto *name : {"junk.csv", "junk.xlsx"}) {
            QFile junk(folder.filePath(QLatin1String(name)));
            QVERIFY(junk.open(QIODevice::WriteOnly));
            QVERIFY(junk.resize(100'000'000)); // sparse
            QCOMPARE(shown(readSheet(junk.fileName())),
                     QStringLiteral("SheetTooLarge|%1|at most 64 MB").arg(junk.fileName()));
        }
    }

    void sixtyMegabytesOfJunkAreNamedForWhatTheyAre()
    {
        QCOMPARE(shown(readSheetData(QByteArray(60'000'000, '\0'), QStringLiteral("junk.csv"))),
                 QStringLiteral("SheetEncoding|junk.csv, row 1|CSV UTF-8"));
        QCOMPARE(shown(readSheetData(QByteArray(60'000'000, 'x'), QStringLiteral("junk.csv"))),
                 QStringLiteral("SheetTooLarge|junk.csv, row 1|at most 100000 characters in a cell"));
        QCOMPARE(shown(readSheetData(QByteArray(60'000'000, '"'), QStringLiteral("junk.csv"))),
                 QStringLiteral("SheetTooLarge|junk.csv, row 1|at most 100000 characters in a cell"));
    }

    void aGoodWorkbookIsReadAfterAll()
    {
        QCOMPARE(shown(readSheetData(withRows(header), file)), QStringLiteral("read"));
    }
};

QTEST_GUILESS_MAIN(TestHostileSheet)
#include "tst_hostilesheet.moc"
