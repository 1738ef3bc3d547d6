// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsxsheet.h"

#include "core/base/time.h"
#include "core/exchange/xlsxstyles.h"
#include "core/exchange/xlsxxml.h"

#include <cmath>
#include <optional>

namespace adit {

namespace {

constexpr int mostColumns = 16'384; // of the format
constexpr int mostRows = 1'048'576;

/// Column of a reference such as "AB12", from 0; -1 if it is none.
int columnOf(const QString &reference)
{
    int column = 0;
    for (const QChar c : reference) {
        if (c.isDigit())
            break;
        if (c < QLatin1Char('A') || c > QLatin1Char('Z') || column > mostColumns)
            return -1;
        column = column * 26 + (c.unicode() - u'A' + 1);
    }
    return column <= mostColumns ? column - 1 : -1;
}

/// The element c as it stands in the file.
struct RawCell
{
    QString type;
    int style = 0;
    std::optional<QString> value;
    bool hasFormula = false;
    XlsxString inlineText;
};

class WorksheetReader
{
public:
    WorksheetReader(std::unique_ptr<PackagePart> part, const WorksheetContext &context)
        : m_xml(std::move(part))
        , m_context(context)
    {}

    Result<Sheet> read() &&;

private:
    void beginRow();
    Result<> endRow();
    void beginCell();
    Result<> endCell();
    Result<> refuseCell();
    SheetCell cellOf(const RawCell &raw) const;
    SheetCell numberOf(const RawCell &raw, double number) const;
    Error wrong(ErrorCode code, const QString &expected) const;

    XlsxXml m_xml;
    const WorksheetContext &m_context;
    Sheet m_sheet;
    SheetRow m_row;
    RawCell m_raw;
    int m_column = -1;
    bool m_isInCell = false;
    bool m_hasHeader = false;
    qint64 m_cells = 0;
};

Error WorksheetReader::wrong(ErrorCode code, const QString &expected) const
{
    return {code, QStringLiteral("row %1").arg(m_row.number), expected};
}

void WorksheetReader::beginRow()
{
    const QString number = m_xml.attribute("r");
    m_row.number = number.isEmpty() ? m_row.number + 1 : number.toInt();
    m_row.cells.clear();
    m_column = -1;
}

Result<> WorksheetReader::endRow()
{
    if (m_row.number < 1 || m_row.number > mostRows)
        return wrong(ErrorCode::SheetUnreadable, QStringLiteral("row numbers from 1 to %1").arg(mostRows));
    if (m_row.cells.isEmpty())
        return {};
    if (m_hasHeader && m_sheet.rows.size() == sheetlimits::rows)
        return wrong(ErrorCode::SheetTooLarge, QStringLiteral("at most %1 rows").arg(sheetlimits::rows));
    if ((m_cells += m_row.cells.size()) > sheetlimits::cells)
        return wrong(ErrorCode::SheetTooLarge, QStringLiteral("at most %1 cells").arg(sheetlimits::cells));
    if (m_hasHeader) {
        m_sheet.rows.append(m_row);
        return {};
    }
    for (const SheetCell &cell : std::as_const(m_row.cells))
        m_sheet.header.append(cell.text);
    m_hasHeader = true;
    return {};
}

void WorksheetReader::beginCell()
{
    const QString reference = m_xml.attribute("r");
    m_column = reference.isEmpty() ? m_column + 1 : columnOf(reference);
    m_raw = {.type = m_xml.attribute("t"), .style = m_xml.attribute("s").toInt(), .value = {}, .inlineText = {}};
    m_isInCell = true;
}

Result<> WorksheetReader::endCell()
{
    m_isInCell = false;
    if (m_column < 0)
        return wrong(ErrorCode::SheetUnreadable, QStringLiteral("cell references such as AB12"));
    SheetCell cell = cellOf(m_raw);
    if (cell.text.isEmpty())
        return {};
    if (m_column >= sheetlimits::columns || cell.text.size() > sheetlimits::cellCharacters)
        return refuseCell();
    if (m_column >= m_row.cells.size())
        m_row.cells.resize(m_column + 1);
    m_row.cells[m_column] = std::move(cell);
    return {};
}

/// In the header nothing can be understood without it; below, the other rows can.
Result<> WorksheetReader::refuseCell()
{
    const bool isTooFar = m_column >= sheetlimits::columns;
    if (!m_hasHeader)
        return wrong(ErrorCode::SheetTooLarge,
                     isTooFar ? QStringLiteral("at most %1 columns").arg(sheetlimits::columns)
                              : QStringLiteral("at most %1 characters in a cell").arg(sheetlimits::cellCharacters));
    const bool isTold = !m_sheet.problems.isEmpty() && m_sheet.problems.last().row == m_row.number;
    if (!isTold)
        m_sheet.problems.append(isTooFar ? tooWide(m_row.number, sheetlimits::columns)
                                         : tooLong(m_row.number, m_sheet.header.value(m_column).simplified()));
    return {};
}

SheetCell WorksheetReader::cellOf(const RawCell &raw) const
{
    if (raw.type == QLatin1String("inlineStr"))
        return {raw.inlineText.text(), CellKind::Text};
    if (!raw.value || (raw.value->isEmpty() && raw.type != QLatin1String("str")))
        return raw.hasFormula ? SheetCell{QStringLiteral("="), CellKind::Failure} : SheetCell{};
    const QString &value = *raw.value;
    if (raw.type == QLatin1String("s"))
        return {m_context.strings.value(value.toInt()), CellKind::Text};
    if (raw.type == QLatin1String("str"))
        return {resolveEscapes(value), CellKind::Text};
    if (raw.type == QLatin1String("e"))
        return {value, CellKind::Failure};
    if (raw.type == QLatin1String("b"))
        return {value.trimmed() == QLatin1String("1") ? QStringLiteral("TRUE") : QStringLiteral("FALSE"),
                CellKind::Text};
    if (raw.type == QLatin1String("d"))
        return dateFromIso(value.left(10)) ? SheetCell{value.left(10), CellKind::Date}
                                           : SheetCell{value, CellKind::Text};
    bool isNumber = false;
    const double number = value.trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? numberOf(raw, number) : SheetCell{value, CellKind::Text};
}

SheetCell WorksheetReader::numberOf(const RawCell &raw, double number) const
{
    if (m_context.isDateStyle.value(raw.style, false))
        if (const auto date = dateFromSerial(number, m_context.is1904))
            return {toIso(*date), CellKind::Date};
    return {numberText(number), CellKind::Number};
}

Result<Sheet> WorksheetReader::read() &&
{
    while (m_xml.next()) {
        if (m_isInCell)
            m_raw.inlineText.see(m_xml);
        if (m_xml.isStart("row"))
            beginRow();
        else if (m_xml.isStart("c"))
            beginCell();
        else if (m_xml.isStart("f"))
            m_raw.hasFormula = true;
        else if (m_xml.isEnd("v"))
            m_raw.value = m_xml.text();
        else if (m_xml.isEnd("c"))
            ADIT_TRY(endCell());
        else if (m_xml.isEnd("row"))
            ADIT_TRY(endRow());
        else if (m_xml.isEnd("sheetData"))
            break;
    }
    if (auto failure = m_xml.failure()) {
        if (m_row.number > 0 && failure->code == ErrorCode::SheetTooLarge)
            failure->subject = QStringLiteral("row %1").arg(m_row.number);
        return *failure;
    }
    if (!m_hasHeader)
        return Error{ErrorCode::SheetUnreadable, {}, QStringLiteral("a header row")};
    tidySheet(m_sheet);
    return std::move(m_sheet);
}

} // namespace

Result<Sheet> readWorksheet(std::unique_ptr<PackagePart> part, const WorksheetContext &context)
{
    return WorksheetReader(std::move(part), context).read();
}

} // namespace adit
