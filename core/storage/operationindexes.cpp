// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/operationindexes.h"

#include <algorithm>

namespace adit {

namespace {

struct IndexInfo
{
    const char *name;
    const char *columns; ///< as index_info lists them
    const char *select;  ///< two keys, number of the operation, whether types are right; from the index alone
};

constexpr std::size_t byCode = 0;

/// As in resources/schema.
constexpr std::array<IndexInfo, 3> known{
    {{"op_code", "code,time",
      "SELECT code, time, number, typeof(code) = 'text' FROM op INDEXED BY op_code ORDER BY code, time"},
     {"op_edit", "edit", "SELECT edit, 0, number, 1 FROM op INDEXED BY op_edit ORDER BY edit"},
     {"sqlite_autoindex_op_1", "replica,sequence",
      "SELECT replica, sequence, number, 1 FROM op INDEXED BY sqlite_autoindex_op_1 ORDER BY replica, sequence"}}};

/// What an index has to say of a row.
std::array<qint64, 2> keyOf(std::size_t index, const OperationKeys::Row &row)
{
    switch (index) {
    case byCode:
        return {row.code, row.time};
    case 1:
        return {row.edit, 0};
    default:
        return {row.replica, row.sequence};
    }
}

} // namespace

qint64 CodeNumbers::of(QByteArrayView code)
{
    const std::string_view text(code.data(), static_cast<std::size_t>(code.size()));
    if (m_last < 0 || m_codes[static_cast<std::size_t>(m_last)] != text) {
        const auto [found, isNew] = m_numbers.try_emplace(std::string(text), static_cast<qint64>(m_codes.size()));
        if (isNew)
            m_codes.push_back(found->first);
        m_last = found->second;
    }
    return m_last;
}

qint64 CodeNumbers::find(const std::string &code) const
{
    const auto found = m_numbers.find(code);
    return found == m_numbers.end() ? -1 : found->second;
}

Result<bool> OperationIndexes::areKnown(Database &database)
{
    constexpr const char *sql = "SELECT list.name, group_concat(info.name ORDER BY info.seqno), list.partial FROM "
                                "pragma_index_list('op') AS list, pragma_index_info(list.name) AS info "
                                "GROUP BY list.name ORDER BY list.name";
    ADIT_TRY_ASSIGN(Statement select, database.prepare(sql));
    for (const IndexInfo &info : known) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow || select.view(0) != QByteArrayView(info.name) || select.view(1) != QByteArrayView(info.columns) ||
            select.number(2) != 0)
            return false;
    }
    ADIT_TRY_ASSIGN(const bool hasMore, select.next());
    return !hasMore;
}

Result<OperationIndexes> OperationIndexes::read(Database &database)
{
    OperationIndexes indexes;
    for (std::size_t which = 0; which < known.size(); ++which)
        ADIT_TRY(indexes.readIndex(database, which));
    return indexes;
}

Result<> OperationIndexes::readIndex(Database &database, std::size_t which)
{
    Index &index = m_indexes[which];
    ADIT_TRY_ASSIGN(Statement select, database.prepare(known[which].select));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return {};
        const qint64 first = which == byCode ? m_codes.of(select.view(0)) : select.number(0);
        const Entry entry{{first, select.number(1)}, select.number(2)};
        // Codes get their numbers as they come, so those are in order where none comes again and each is after the
        // last.
        const bool isNewCode = which == byCode && !index.entries.empty() && first > index.entries.back().key[0];
        const bool isAfter = index.entries.empty() || std::tie(index.entries.back().key, index.entries.back().number) <
                                                          std::tie(entry.key, entry.number);
        const bool isCodeAfter = !isNewCode || m_codes.codes()[static_cast<std::size_t>(first) - 1] <
                                                   m_codes.codes()[static_cast<std::size_t>(first)];
        index.isInOrder = index.isInOrder && isAfter && isCodeAfter && select.number(3) == 1;
        index.entries.push_back(entry);
    }
}

void OperationIndexes::compareWith(const OperationKeys &keys, StoreProblems &problems) const
{
    std::vector<qint64> codes; // numbers there, by those here
    codes.reserve(m_codes.codes().size());
    std::ranges::transform(m_codes.codes(), std::back_inserter(codes),
                           [&](const std::string &code) { return keys.codes.find(code); });
    for (std::size_t which = 0; which < known.size(); ++which) {
        const auto isOfItsRow = [&](const Entry &entry) {
            if (entry.number < 1 || entry.number > static_cast<qint64>(keys.rows.size()))
                return false;
            std::array<qint64, 2> key = entry.key;
            if (which == byCode)
                key[0] = codes[static_cast<std::size_t>(key[0])];
            return key == keyOf(which, keys.rows[static_cast<std::size_t>(entry.number) - 1]);
        };
        // In order, nothing is there twice; so as many entries as rows, each of its row, are all of them.
        const Index &index = m_indexes[which];
        if (!index.isInOrder || index.entries.size() != keys.rows.size() ||
            !std::ranges::all_of(index.entries, isOfItsRow))
            problems.add("integrity", QString::fromLatin1(known[which].name),
                         QStringLiteral("the index does not match its table"));
    }
}

} // namespace adit
