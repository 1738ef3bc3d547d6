// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/storage/sqlite.h"
#include "core/storage/storeproblem.h"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace adit {

/// Codes, each with a number, so that rows by the hundred thousand can be held against one another.
class CodeNumbers
{
public:
    /// Its number; a new one where it has none.
    qint64 of(QByteArrayView code);
    /// The same, or -1.
    qint64 find(const std::string &code) const;
    const std::vector<std::string> &codes() const { return m_codes; } ///< by number

private:
    std::vector<std::string> m_codes;
    std::unordered_map<std::string, qint64> m_numbers;
    qint64 m_last = -1; ///< rows of one code follow each other
};

/// What the indexes of operations repeat of each operation, as its row has it.
struct OperationKeys
{
    struct Row
    {
        qint64 replica, sequence, time, edit;
        qint64 code; ///< number in `codes`
    };
    std::vector<Row> rows; ///< of the operations 1, 2, 3 …
    CodeNumbers codes;
};

/// The indexes of operations: whoever asks by code, by edit or by place in a chain is answered from them, so each has
/// to name every operation once, by its own values, in order. SQLite's integrity_check asks the same by a search for
/// each row in each index, which is most of what it does; here each is read once, from end to end, while others read
/// the rows.
class OperationIndexes
{
public:
    /// They are those known here. Otherwise they are for integrity_check.
    static Result<bool> areKnown(Database &database);
    static Result<OperationIndexes> read(Database &database);

    /// Adds a problem ("integrity") for each index that is not what the rows say.
    void compareWith(const OperationKeys &keys, StoreProblems &problems) const;

private:
    struct Entry
    {
        std::array<qint64, 2> key;
        qint64 number; ///< of the operation
    };
    struct Index
    {
        bool isInOrder = true;
        std::vector<Entry> entries;
    };
    static constexpr std::size_t count = 3;

    Result<> readIndex(Database &database, std::size_t which);

    std::array<Index, count> m_indexes;
    CodeNumbers m_codes;
};

} // namespace adit
