// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvrecords.h"

#include "core/exchange/sheet.h"

#include <algorithm>

namespace adit {

// Above this many bytes a cell is too long whatever its characters.
static_assert(CsvRecords::mostBytes >= 4 * sheetlimits::cellCharacters);
static_assert(CsvRecords::mostCells > sheetlimits::columns);

CsvRecords::CsvRecords(QByteArrayView bytes, char separator)
    : m_bytes(bytes)
    , m_separator(separator)
{}

bool CsvRecords::next(QByteArrayList &cells)
{
    cells.clear();
    if (m_failure || m_at >= m_bytes.size())
        return false;
    ++m_row;
    m_isBetweenRows = false;
    m_isCut = false;
    for (;;) {
        QByteArray cell;
        if (!readCell(cell))
            return false;
        if (cells.size() < mostCells)
            cells.append(cell);
        else
            m_isCut = m_isCut || !cell.isEmpty();
        if (m_at >= m_bytes.size() || m_bytes[m_at] != m_separator)
            break;
        ++m_at;
    }
    skipLineBreak();
    return true;
}

bool CsvRecords::readCell(QByteArray &cell)
{
    if (m_at < m_bytes.size() && m_bytes[m_at] == '"')
        return readQuoted(cell);
    const qsizetype from = m_at;
    while (!atCellEnd())
        ++m_at;
    cell = m_bytes.sliced(from, std::min(m_at - from, mostBytes + 1)).toByteArray();
    return true;
}

bool CsvRecords::readQuoted(QByteArray &cell)
{
    for (++m_at;;) {
        const qsizetype quote = m_bytes.indexOf('"', m_at);
        if (quote < 0) {
            m_failure = {ErrorCode::SheetUnreadable, QStringLiteral("a closing quote")};
            return false;
        }
        cell += m_bytes.sliced(m_at, std::min(quote - m_at, std::max<qsizetype>(mostBytes + 1 - cell.size(), 0)));
        m_at = quote + 1;
        if (m_at >= m_bytes.size() || m_bytes[m_at] != '"')
            break;
        if (cell.size() <= mostBytes)
            cell += '"';
        ++m_at;
    }
    if (atCellEnd())
        return true;
    m_failure = {ErrorCode::SheetUnreadable, QStringLiteral("a separator or the end of the row after a closing quote")};
    return false;
}

bool CsvRecords::atCellEnd() const
{
    if (m_at >= m_bytes.size())
        return true;
    const char c = m_bytes[m_at];
    return c == m_separator || c == '\n' || c == '\r';
}

void CsvRecords::skipLineBreak()
{
    if (m_at >= m_bytes.size())
        return;
    m_isBetweenRows = true;
    const bool isPair = m_bytes[m_at] == '\r' && m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '\n';
    m_at += isPair ? 2 : 1;
}

} // namespace adit
