// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArrayList>
#include <QByteArrayView>
#include <optional>

namespace adit {

/// Splits CSV bytes into records by RFC 4180, without knowing what they mean. Works on the bytes, since separators,
/// quotes and line breaks are single bytes in UTF-8. The bytes must outlive it.
class CsvRecords
{
public:
    struct Failure
    {
        ErrorCode code;
        QString expected;
    };

    CsvRecords(QByteArrayView bytes, char separator);

    /// The next record, a blank line being one empty cell; false at the end and after a failure. Cells beyond
    /// mostCells and the rest of a cell beyond mostBytes are passed over, so that a hostile row cannot fill the memory
    /// and the rows behind it are read all the same.
    bool next(QByteArrayList &cells);
    /// Far above what a sheet may hold (sheetlimits): what is cut here is too much there.
    static constexpr qsizetype mostCells = 20'000;
    static constexpr qsizetype mostBytes = 400'000;
    /// True if the record read last has a cell that is not empty beyond mostCells.
    bool isCut() const { return m_isCut; }
    /// Number of the record read last, or of the one that failed; from 1.
    int row() const { return m_row; }
    /// True if the last record ended with a line break.
    bool isBetweenRows() const { return m_isBetweenRows; }
    std::optional<Failure> failure() const { return m_failure; }

private:
    bool readCell(QByteArray &cell);
    bool readQuoted(QByteArray &cell);
    bool atCellEnd() const;
    void skipLineBreak();

    QByteArrayView m_bytes;
    char m_separator;
    qsizetype m_at = 0;
    int m_row = 0;
    bool m_isBetweenRows = false;
    bool m_isCut = false;
    std::optional<Failure> m_failure;
};

} // namespace adit
