// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsx.h"
#include "core/exchange/xlsxpackage.h"
#include "core/exchange/xlsxsheet.h"
#include "core/exchange/xlsxstyles.h"
#include "core/exchange/xlsxxml.h"

#include <QDir>
#include <QHash>

namespace adit {

namespace {

constexpr int mostStyles = 100'000;

struct Relationship
{
    QString type;
    QString target;
};

struct SheetEntry
{
    QString name;
    QString part;
    bool isVisible = true;
};

/// Where the parts of a workbook are. Errors inside have an empty subject.
struct Workbook
{
    XlsxPackage package;
    QList<SheetEntry> sheets;
    QString stylesPart;
    QString stringsPart;
    bool is1904 = false;
};

Error notAWorkbook(const QString &expected)
{
    return {ErrorCode::SheetUnreadable, {}, expected};
}

QString folderOf(const QString &part)
{
    const qsizetype slash = part.lastIndexOf(QLatin1Char('/'));
    return slash < 0 ? QString() : part.left(slash + 1);
}

/// The relationships of a part ("" for the package), by id. Targets outside the package are left out.
Result<QHash<QString, Relationship>> relationships(const XlsxPackage &package, const QString &part)
{
    const QString folder = folderOf(part);
    const QString file = folder + QLatin1String("_rels/") + part.mid(folder.size()) + QLatin1String(".rels");
    QHash<QString, Relationship> found;
    if (!package.contains(file))
        return found;
    XlsxXml xml(package.part(file));
    while (xml.next()) {
        if (!xml.isForeignStart("Relationship") || xml.attribute("TargetMode") == QLatin1String("External"))
            continue;
        const QString target = xml.attribute("Target");
        const QString path = target.startsWith(QLatin1Char('/')) ? target.mid(1) : folder + target;
        found.insert(xml.attribute("Id"), {xml.attribute("Type").section(QLatin1Char('/'), -1), QDir::cleanPath(path)});
    }
    if (const auto failure = xml.failure())
        return *failure;
    return found;
}

QString targetOfType(const QHash<QString, Relationship> &all, QLatin1String type)
{
    for (const Relationship &relationship : all)
        if (relationship.type == type)
            return relationship.target;
    return {};
}

/// What else may be in a zip with a sheet's ending: said by name, so that the person knows what to save instead.
Error foreignArchive(const XlsxPackage &package)
{
    if (package.contains(QStringLiteral("content.xml")))
        return notAWorkbook(QStringLiteral("an xlsx workbook or CSV UTF-8, not OpenDocument"));
    if (package.contains(QStringLiteral("xl/workbook.bin")))
        return notAWorkbook(QStringLiteral("an xlsx workbook, not the binary xlsb"));
    return notAWorkbook(QStringLiteral("an xlsx workbook"));
}

Result<> readWorkbookPart(Workbook &workbook, const QString &part)
{
    ADIT_TRY_ASSIGN(const auto targets, relationships(workbook.package, part));
    workbook.stylesPart = targetOfType(targets, QLatin1String("styles"));
    workbook.stringsPart = targetOfType(targets, QLatin1String("sharedStrings"));
    XlsxXml xml(workbook.package.part(part));
    while (xml.next()) {
        if (xml.isStart("workbookPr")) {
            const QString flag = xml.attribute("date1904");
            workbook.is1904 = flag == QLatin1String("1") || flag == QLatin1String("true");
        } else if (xml.isStart("sheet")) {
            const Relationship target = targets.value(xml.relationshipId());
            const QString state = xml.attribute("state");
            if (target.type == QLatin1String("worksheet"))
                workbook.sheets.append({resolveEscapes(xml.attribute("name")), target.target,
                                        state.isEmpty() || state == QLatin1String("visible")});
        }
    }
    if (const auto failure = xml.failure())
        return *failure;
    return {};
}

Result<Workbook> openWorkbook(const QByteArray &data)
{
    Workbook workbook;
    ADIT_TRY_ASSIGN(workbook.package, XlsxPackage::open(data));
    ADIT_TRY_ASSIGN(const auto targets, relationships(workbook.package, {}));
    const QString part = targetOfType(targets, QLatin1String("officeDocument"));
    if (part.isEmpty() || part.endsWith(QLatin1String(".bin")) || !workbook.package.contains(part))
        return foreignArchive(workbook.package);
    ADIT_TRY(readWorkbookPart(workbook, part));
    if (workbook.sheets.isEmpty())
        return notAWorkbook(QStringLiteral("an xlsx workbook with a sheet"));
    return workbook;
}

/// Which cell styles show dates, by the style's number.
Result<QList<bool>> dateStyles(const Workbook &workbook)
{
    QList<bool> styles;
    if (!workbook.package.contains(workbook.stylesPart))
        return styles;
    QHash<int, bool> custom;
    bool isInCellFormats = false;
    XlsxXml xml(workbook.package.part(workbook.stylesPart));
    while (xml.next() && styles.size() < mostStyles) {
        if (xml.isStart("numFmt"))
            custom.insert(xml.attribute("numFmtId").toInt(), showsDate(xml.attribute("formatCode")));
        else if (xml.isStart("cellXfs"))
            isInCellFormats = true;
        else if (xml.isEnd("cellXfs"))
            isInCellFormats = false;
        if (!isInCellFormats || !xml.isStart("xf"))
            continue;
        const int format = xml.attribute("numFmtId").toInt();
        styles.append(custom.contains(format) ? custom.value(format) : showsDate(format));
    }
    if (const auto failure = xml.failure())
        return *failure;
    return styles;
}

Result<QStringList> sharedStrings(const Workbook &workbook)
{
    QStringList strings;
    if (!workbook.package.contains(workbook.stringsPart))
        return strings;
    XlsxString item;
    XlsxXml xml(workbook.package.part(workbook.stringsPart));
    while (xml.next()) {
        item.see(xml);
        if (xml.isStart("si"))
            item.clear();
        if (!xml.isEnd("si"))
            continue;
        if (strings.size() >= sheetlimits::cells)
            return Error{ErrorCode::SheetTooLarge, {}, QStringLiteral("at most %1 texts").arg(sheetlimits::cells)};
        strings.append(item.text());
    }
    if (const auto failure = xml.failure())
        return *failure;
    return strings;
}

Result<SheetEntry> chooseSheet(const Workbook &workbook, const QString &name)
{
    QStringList names;
    for (const SheetEntry &sheet : workbook.sheets) {
        if (name.isEmpty() ? sheet.isVisible : sheet.name.compare(name, Qt::CaseInsensitive) == 0)
            return sheet;
        names.append(sheet.name);
    }
    if (name.isEmpty())
        return workbook.sheets.first();
    return notAWorkbook(QStringLiteral("one of the sheets ") + names.join(QLatin1String(", ")));
}

Result<Sheet> readSheetOf(const QByteArray &data, const QString &sheetName)
{
    ADIT_TRY_ASSIGN(const Workbook workbook, openWorkbook(data));
    ADIT_TRY_ASSIGN(const SheetEntry entry, chooseSheet(workbook, sheetName));
    if (!workbook.package.contains(entry.part))
        return notAWorkbook(QStringLiteral("an undamaged xlsx workbook"));
    WorksheetContext context{.is1904 = workbook.is1904};
    ADIT_TRY_ASSIGN(context.isDateStyle, dateStyles(workbook));
    ADIT_TRY_ASSIGN(context.strings, sharedStrings(workbook));
    ADIT_TRY_ASSIGN(Sheet sheet, readWorksheet(workbook.package.part(entry.part), context));
    sheet.name = entry.name;
    return sheet;
}

/// Errors from inside know their row at most ("row 7"); the file is put in front.
Error withFile(Error error, const QString &file)
{
    error.subject = error.subject.isEmpty() ? file : file + QLatin1String(", ") + error.subject;
    return error;
}

} // namespace

Result<Sheet> readXlsx(const QByteArray &data, const QString &file, const QString &sheetName)
{
    Result<Sheet> sheet = readSheetOf(data, sheetName);
    if (!sheet)
        return withFile(sheet.error(), file);
    return sheet;
}

Result<QStringList> xlsxSheetNames(const QByteArray &data, const QString &file)
{
    const Result<Workbook> workbook = openWorkbook(data);
    if (!workbook)
        return withFile(workbook.error(), file);
    QStringList names;
    for (const SheetEntry &sheet : workbook->sheets)
        if (sheet.isVisible)
            names.append(sheet.name);
    return names;
}

} // namespace adit
