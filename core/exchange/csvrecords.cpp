// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvrecords.h"

#include "core/exchange/sheet.h"

namespace adit {

namespace {

/// A wide row is refused here, before it fills the memory; empty cells at the end of a row are forgiven.
constexpr qsizetype mostCells = 20'000;
/// Above this many bytes a cell is too long whatever its characters.
constexpr qsizetype mostBytes = 4 * sheetlimits::cellCharacters;

} // namespace

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
    for (;;) {
        QByteArray cell;
        if (!readCell(cell))
            return false;
        cells.append(cell);
        if (cells.size() > mostCells) {
            m_failure = {ErrorCode::SheetTooLarge, QStringLiteral("at most %1 columns").arg(sheetlimits::columns)};
            return false;
        }
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
    while (!atCellEnd() && m_at - from <= mostBytes)
        ++m_at;
    if (m_at - from > mostBytes)
        return failForLength();
    cell = m_bytes.sliced(from, m_at - from).toByteArray();
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
        cell += m_bytes.sliced(m_at, quote - m_at);
        m_at = quote + 1;
        if (cell.size() > mostBytes)
            return failForLength();
        if (m_at >= m_bytes.size() || m_bytes[m_at] != '"')
            break;
        cell += '"';
        ++m_at;
    }
    if (atCellEnd())
        return true;
    m_failure = {ErrorCode::SheetUnreadable, QStringLiteral("a separator or the end of the row after a closing quote")};
    return false;
}

bool CsvRecords::failForLength()
{
    m_failure = {ErrorCode::SheetTooLarge,
                 QStringLiteral("at most %1 characters in a cell").arg(sheetlimits::cellCharacters)};
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
