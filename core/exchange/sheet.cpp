// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sheet.h"

#include "core/exchange/csv.h"
#include "core/exchange/xlsx.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>

namespace adit {

namespace {

constexpr char oleMagic[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

bool isZip(const QByteArray &data)
{
    return data.startsWith("PK\x03\x04") || data.startsWith("PK\x05\x06");
}

/// Old .xls files and xlsx files with a password share one container; only the latter name their stream so.
Error oleError(const QByteArray &data, const QString &file)
{
    const QByteArray encrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
    if (data.contains(encrypted))
        return {ErrorCode::SheetUnreadable, file, QStringLiteral("an xlsx workbook without a password")};
    return {ErrorCode::SheetUnreadable, file, QStringLiteral("an xlsx workbook, not the older xls")};
}

Result<QByteArray> fileBytes(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::FileMissing, path, {}};
    if (!info.isFile())
        return Error{ErrorCode::SheetUnreadable, path, QStringLiteral("a file")};
    const Error tooLarge{ErrorCode::SheetTooLarge, path, QStringLiteral("at most 64 MB")};
    if (info.size() > sheetlimits::fileBytes)
        return tooLarge;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::StorageFailed, path, file.errorString()};
    QByteArray data = file.read(sheetlimits::fileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::StorageFailed, path, file.errorString()};
    if (data.size() > sheetlimits::fileBytes)
        return tooLarge;
    return data;
}

bool endsLikeXlsx(const QString &path)
{
    return path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive) ||
           path.endsWith(QLatin1String(".xlsm"), Qt::CaseInsensitive);
}

bool hasLoneSurrogate(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        if (!text[i].isHighSurrogate() || i + 1 == text.size() || !text[i + 1].isLowSurrogate())
            return true;
        ++i;
    }
    return false;
}

bool isWritable(const QString &text)
{
    return !text.contains(QChar(0)) && !text.contains(QChar(0xFFFE)) && !text.contains(QChar(0xFFFF)) &&
           !hasLoneSurrogate(text);
}

} // namespace

Result<Sheet> readSheetData(const QByteArray &data, const QString &file, const QString &sheetName)
{
    if (isZip(data))
        return readXlsx(data, file, sheetName);
    if (data.startsWith(oleMagic))
        return oleError(data, file);
    if (!sheetName.isEmpty())
        return Error{ErrorCode::SheetUnreadable, file, QStringLiteral("an xlsx workbook with a sheet ") + sheetName};
    Result<Sheet> sheet = readCsv(data, file);
    if (!sheet && sheet.error().code == ErrorCode::SheetEncoding && endsLikeXlsx(file))
        return Error{ErrorCode::SheetUnreadable, file, QStringLiteral("an xlsx workbook or CSV UTF-8")};
    return sheet;
}

Result<Sheet> readSheet(const QString &path, const QString &sheetName)
{
    ADIT_TRY_ASSIGN(const QByteArray data, fileBytes(path));
    return readSheetData(data, path, sheetName);
}

Result<QStringList> sheetNames(const QString &path)
{
    ADIT_TRY_ASSIGN(const QByteArray data, fileBytes(path));
    if (isZip(data))
        return xlsxSheetNames(data, path);
    if (data.startsWith(oleMagic))
        return oleError(data, path);
    return QStringList();
}

Result<> writeSheet(const QString &path, const Sheet &sheet, Instant written, IfExists ifExists)
{
    if (ifExists == IfExists::Refuse && QFileInfo::exists(path))
        return Error{ErrorCode::FileExists, path, {}};
    ADIT_TRY_ASSIGN(const QByteArray bytes, path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive)
                                                ? xlsxBytes({sheet}, written)
                                                : csvBytes(sheet));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::StorageFailed, path, file.errorString()};
    return {};
}

QStringList splitValues(const QString &text, QChar separator)
{
    QString unified = text;
    if (separator != QLatin1Char(';'))
        unified.replace(QLatin1Char(';'), QLatin1Char('|'));
    QStringList values;
    for (const QString &part : unified.split(QLatin1Char('|')))
        if (const QString value = part.trimmed(); !value.isEmpty())
            values.append(value);
    return values;
}

QString sheetPlace(const QString &file, int row)
{
    return QStringLiteral("%1, row %2").arg(file).arg(row);
}

QString columnLetters(int column)
{
    QString letters;
    for (int rest = column; rest >= 0; rest = rest / 26 - 1)
        letters.prepend(QChar('A' + rest % 26));
    return letters;
}

RowProblem tooWide(int row, qsizetype most)
{
    return {row, {}, QStringLiteral("too many cells"), QStringLiteral("at most %1").arg(most)};
}

RowProblem tooLong(int row, const QString &column)
{
    return {row, column, QStringLiteral("a text that is too long"),
            QStringLiteral("at most %1 characters").arg(sheetlimits::cellCharacters)};
}

void tidySheet(Sheet &sheet)
{
    while (!sheet.header.isEmpty() && sheet.header.last().isEmpty())
        sheet.header.removeLast();
    for (SheetRow &row : sheet.rows)
        while (!row.cells.isEmpty() && row.cells.last().text.isEmpty())
            row.cells.removeLast();
    sheet.rows.removeIf([](const SheetRow &row) {
        return std::all_of(row.cells.begin(), row.cells.end(),
                           [](const SheetCell &c) { return c.text.trimmed().isEmpty(); });
    });
    qsizetype width = sheet.header.size();
    for (const SheetRow &row : sheet.rows)
        width = std::max(width, row.cells.size());
    sheet.header.resize(width);
}

Result<> checkWritable(const Sheet &sheet)
{
    const auto unclean = [](int row, int column) {
        return Error{ErrorCode::TextUnclean, QStringLiteral("row %1, column %2").arg(row).arg(columnLetters(column)),
                     QStringLiteral("text without NUL and without halves of characters")};
    };
    for (int column = 0; column < sheet.header.size(); ++column)
        if (!isWritable(sheet.header[column]))
            return unclean(1, column);
    for (int i = 0; i < sheet.rows.size(); ++i) {
        if (sheet.rows[i].cells.size() > sheet.header.size())
            return Error{ErrorCode::SheetColumns, QStringLiteral("row %1").arg(i + 2),
                         QStringLiteral("at most %1 cells, as in the header").arg(sheet.header.size())};
        for (int column = 0; column < sheet.rows[i].cells.size(); ++column)
            if (!isWritable(sheet.rows[i].cells[column].text))
                return unclean(i + 2, column);
    }
    return {};
}

} // namespace adit
