// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"

#include "core/exchange/csvrecords.h"

#include <QStringDecoder>
#include <algorithm>
#include <array>
#include <optional>

namespace adit {

namespace {

/// No more is searched for the separator.
constexpr qsizetype longestHeader = 1024 * 1024;
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

/// True for texts such as "=1", "-", "'=1" and "''@x": those that carry an apostrophe in a file.
bool needsApostrophe(QStringView text)
{
    qsizetype i = 0;
    while (i < text.size() && text[i] == QLatin1Char('\''))
        ++i;
    return i < text.size() && QStringView(u"=+-@\t\r").contains(text[i]);
}

QString withoutApostrophe(const QString &text)
{
    return text.startsWith(QLatin1Char('\'')) && needsApostrophe(text) ? text.mid(1) : text;
}

/// Length of the well-formed UTF-8 sequence at the front (RFC 3629), or 0.
qsizetype sequenceLength(QByteArrayView bytes)
{
    const auto at = [&](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = at(0);
    if (lead < 0x80)
        return 1;
    const qsizetype length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || length > bytes.size())
        return 0;
    for (qsizetype i = 1; i < length; ++i)
        if ((at(i) & 0xC0) != 0x80)
            return 0;
    const bool isOverlong = (lead == 0xE0 && at(1) < 0xA0) || (lead == 0xF0 && at(1) < 0x90);
    const bool isBeyond = (lead == 0xED && at(1) > 0x9F) || (lead == 0xF4 && at(1) > 0x8F);
    return isOverlong || isBeyond ? 0 : length;
}

/// UTF-16 and UTF-32 have a NUL among their first bytes. Further on it is a character that does not belong there.
qsizetype firstNulOfWideText(QByteArrayView bytes)
{
    constexpr qsizetype widest = 4;
    return bytes.first(std::min(bytes.size(), widest)).indexOf('\0');
}

/// Where the text stops being UTF-8; -1 if it does not.
qsizetype firstForeignByte(QByteArrayView bytes)
{
    if (const qsizetype nul = firstNulOfWideText(bytes); nul >= 0 || bytes.isValidUtf8())
        return nul;
    for (qsizetype i = 0; i < bytes.size();) {
        const qsizetype length = sequenceLength(bytes.sliced(i));
        if (length == 0)
            return i;
        i += length;
    }
    return -1;
}

/// The separator that the header has most of outside quotes; comma where it has none.
char separatorOf(QByteArrayView bytes)
{
    constexpr std::array<char, 3> separators{',', ';', '\t'};
    std::array<int, 3> counts{};
    bool isQuoted = false;
    bool isBlank = true;
    for (const char c : bytes.first(std::min(bytes.size(), longestHeader))) {
        if (!isQuoted && (c == '\n' || c == '\r') && !isBlank)
            break;
        if (c == '"')
            isQuoted = !isQuoted;
        isBlank = isBlank && (c == '\n' || c == '\r');
        for (std::size_t i = 0; i < separators.size() && !isQuoted; ++i)
            counts[i] += c == separators[i] ? 1 : 0;
    }
    return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/// "sep=;" alone in the first line, as some spreadsheets write it; 0 if there is none.
char announcedSeparator(QByteArrayView bytes)
{
    if (bytes.size() < 5 || bytes.first(4).compare("sep=", Qt::CaseInsensitive) != 0)
        return 0;
    const bool endsThere = bytes.size() == 5 || bytes[5] == '\r' || bytes[5] == '\n';
    return endsThere && QByteArrayView(",;\t").contains(bytes[4]) ? bytes[4] : '\0';
}

int rowAtEnd(QByteArrayView bytes)
{
    CsvRecords records(bytes, separatorOf(bytes));
    QByteArrayList cells;
    while (records.next(cells)) {
    }
    return records.row() + (bytes.isEmpty() || (records.isBetweenRows() && !records.failure()) ? 1 : 0);
}

/// QString::fromUtf8() would drop a byte order mark at the beginning, which inside a file is a character like others.
QString textOf(const QByteArray &bytes)
{
    if (!bytes.startsWith(byteOrderMark))
        return QString::fromUtf8(bytes);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder.decode(bytes);
}

QList<SheetCell> cellsOf(const QByteArrayList &raw)
{
    QList<SheetCell> cells;
    cells.reserve(raw.size());
    for (const QByteArray &bytes : raw)
        cells.append({withoutApostrophe(textOf(bytes)), CellKind::Text});
    return cells;
}

bool isBlank(const QList<SheetCell> &cells)
{
    return std::all_of(cells.begin(), cells.end(), [](const SheetCell &cell) { return cell.text.trimmed().isEmpty(); });
}

/// Turns records into the rows of a sheet, within the limits.
class CsvSheet
{
public:
    explicit CsvSheet(const QString &file)
        : m_file(file)
    {}

    Result<> add(int row, const QByteArrayList &raw, bool isCut);
    Result<Sheet> finish(QChar separator) &&;

private:
    Result<> addHeader(int row, const QList<SheetCell> &cells, qsizetype width, bool isCut);
    std::optional<RowProblem> problemOf(int row, const QList<SheetCell> &cells, bool isCut) const;
    Error tooLarge(int row, const QString &limit) const
    {
        return {ErrorCode::SheetTooLarge, sheetPlace(m_file, row), limit};
    }

    QString m_file;
    Sheet m_sheet;
    bool m_hasHeader = false;
    qsizetype m_width = 0;
    qint64 m_cells = 0;
};

bool isTooLong(const SheetCell &cell)
{
    return cell.text.size() > sheetlimits::cellCharacters;
}

bool holdsNul(const SheetCell &cell)
{
    return cell.text.contains(QChar(0));
}

Result<> CsvSheet::addHeader(int row, const QList<SheetCell> &cells, qsizetype width, bool isCut)
{
    if (isCut || cells.size() > sheetlimits::columns)
        return tooLarge(row, QStringLiteral("at most %1 columns").arg(sheetlimits::columns));
    if (std::ranges::any_of(cells, isTooLong))
        return tooLarge(row, QStringLiteral("at most %1 characters in a cell").arg(sheetlimits::cellCharacters));
    if (std::ranges::any_of(cells, holdsNul))
        return Error{ErrorCode::SheetUnreadable, sheetPlace(m_file, row),
                     QStringLiteral("a header without NUL characters")};
    m_sheet.header.reserve(cells.size());
    for (const SheetCell &cell : cells)
        m_sheet.header.append(cell.text);
    m_hasHeader = true;
    m_width = width;
    return {};
}

/// What keeps a row from being understood at all.
std::optional<RowProblem> CsvSheet::problemOf(int row, const QList<SheetCell> &cells, bool isCut) const
{
    const auto columnOf = [&](auto cell) { return m_sheet.header.value(cell - cells.begin()).simplified(); };
    if (isCut || cells.size() > sheetlimits::columns)
        return tooWide(row, std::min<qsizetype>(m_width, sheetlimits::columns));
    if (const auto cell = std::ranges::find_if(cells, isTooLong); cell != cells.end())
        return tooLong(row, columnOf(cell));
    if (const auto cell = std::ranges::find_if(cells, holdsNul); cell != cells.end())
        return RowProblem{row, columnOf(cell), QStringLiteral("a NUL character"), QStringLiteral("text without")};
    return std::nullopt;
}

Result<> CsvSheet::add(int row, const QByteArrayList &raw, bool isCut)
{
    QList<SheetCell> cells = cellsOf(raw);
    while (!cells.isEmpty() && cells.last().text.isEmpty())
        cells.removeLast();
    if (isBlank(cells) && !isCut)
        return {};
    if ((m_cells += std::min<qsizetype>(cells.size(), sheetlimits::columns)) > sheetlimits::cells)
        return tooLarge(row, QStringLiteral("at most %1 cells").arg(sheetlimits::cells));
    if (!m_hasHeader)
        return addHeader(row, cells, raw.size(), isCut);
    if (m_sheet.rows.size() + m_sheet.problems.size() >= sheetlimits::rows)
        return tooLarge(row, QStringLiteral("at most %1 rows").arg(sheetlimits::rows));
    if (const auto problem = problemOf(row, cells, isCut)) {
        m_sheet.problems.append(*problem);
        return {};
    }
    if (cells.size() > m_width)
        m_sheet.problems.append({row,
                                 {},
                                 QStringLiteral("%1 cells").arg(cells.size()),
                                 QStringLiteral("at most %1 cells, as in the header").arg(m_width)});
    m_sheet.rows.append({row, std::move(cells)});
    return {};
}

Result<Sheet> CsvSheet::finish(QChar separator) &&
{
    if (!m_hasHeader)
        return Error{ErrorCode::SheetUnreadable, m_file, QStringLiteral("a header row")};
    m_sheet.separator = separator;
    tidySheet(m_sheet);
    return std::move(m_sheet);
}

bool needsQuotes(const QByteArray &bytes)
{
    static constexpr QByteArrayView special(",;\t\"\r\n");
    const bool looksAnnouncing =
        bytes.first(std::min<qsizetype>(bytes.size(), 4)).compare("sep=", Qt::CaseInsensitive) == 0;
    return looksAnnouncing || bytes.startsWith(byteOrderMark) || bytes.startsWith(' ') || bytes.endsWith(' ') ||
           std::any_of(bytes.begin(), bytes.end(), [](char c) { return special.contains(c); });
}

void appendCell(QByteArray &out, const QString &text)
{
    QByteArray bytes = (needsApostrophe(text) ? QLatin1Char('\'') + text : text).toUtf8();
    out += needsQuotes(bytes) ? '"' + bytes.replace('"', "\"\"") + '"' : bytes;
}

} // namespace

Result<Sheet> readCsv(const QByteArray &data, const QString &file)
{
    QByteArrayView bytes(data);
    if (bytes.startsWith(byteOrderMark))
        bytes = bytes.sliced(byteOrderMark.size());
    if (const qsizetype foreign = firstForeignByte(bytes); foreign >= 0)
        return Error{ErrorCode::SheetEncoding, sheetPlace(file, rowAtEnd(bytes.first(foreign))),
                     QStringLiteral("CSV UTF-8")};
    const char announced = announcedSeparator(bytes);
    const char separator = announced ? announced : separatorOf(bytes);
    CsvRecords records(bytes, separator);
    CsvSheet sheet(file);
    QByteArrayList cells;
    if (announced)
        records.next(cells);
    while (records.next(cells))
        ADIT_TRY(sheet.add(records.row(), cells, records.isCut()));
    if (const auto failure = records.failure())
        return Error{failure->code, sheetPlace(file, records.row()), failure->expected};
    return std::move(sheet).finish(QLatin1Char(separator));
}

Result<QByteArray> csvBytes(const Sheet &sheet, const CsvOptions &options)
{
    ADIT_TRY(checkWritable(sheet));
    QByteArray out;
    if (options.byteOrderMark)
        out += byteOrderMark;
    const char separator = options.separator.toLatin1();
    const auto appendRow = [&](const auto &texts, auto textOf) {
        for (qsizetype i = 0; i < sheet.header.size(); ++i) {
            if (i > 0)
                out += separator;
            if (i < texts.size())
                appendCell(out, textOf(texts[i]));
        }
        out += "\r\n";
    };
    appendRow(sheet.header, [](const QString &text) { return text; });
    for (const SheetRow &row : sheet.rows)
        appendRow(row.cells, [](const SheetCell &cell) { return cell.text; });
    return out;
}

} // namespace adit
