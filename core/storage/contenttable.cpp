// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/contenttable.h"

#include <algorithm>

namespace adit {

namespace {

constexpr qsizetype partSize = 1024 * 1024;
constexpr qsizetype longestWhole = 16 * partSize;

} // namespace

ContentTable::ContentTable(Database &database)
    : m_database(database)
{}

Result<bool> ContentTable::has(const QByteArray &hash)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT 1 FROM content WHERE hash = ?1 AND part = 0"));
    select.bind(1, hash);
    return select.next();
}

Result<> ContentTable::put(QByteArrayView bytes)
{
    const QByteArray hash = toBytes(sha256(bytes));
    ADIT_TRY_ASSIGN(const bool isThere, has(hash));
    if (isThere)
        return {};
    const qsizetype size = bytes.size() > longestWhole ? partSize : std::max<qsizetype>(bytes.size(), 1);
    ADIT_TRY_ASSIGN(Statement insert, m_database.prepare("INSERT INTO content VALUES (?1, ?2, ?3)"));
    for (qsizetype at = 0, part = 0; part == 0 || at < bytes.size(); at += size, ++part) {
        insert.bind(1, hash)
            .bind(2, qint64(part))
            .bind(3, bytes.sliced(at, std::min(size, bytes.size() - at)).toByteArray());
        ADIT_TRY(insert.run());
    }
    return {};
}

Result<QByteArray> ContentTable::bytes(const Digest &hash)
{
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare("SELECT part, bytes FROM content WHERE hash = ?1 ORDER BY part"));
    select.bind(1, toBytes(hash));
    QByteArray bytes;
    qint64 parts = 0;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            break;
        if (select.number(0) != parts++)
            return Error{ErrorCode::FileDamaged, m_database.path(),
                         toHex(hash) + QStringLiteral(": a part is missing")};
        bytes += select.bytes(1);
    }
    if (parts == 0 || sha256(bytes) != hash)
        return Error{ErrorCode::FileDamaged, m_database.path(),
                     toHex(hash) + (parts == 0 ? QStringLiteral(": not there") : QStringLiteral(": other bytes"))};
    return bytes;
}

Result<std::vector<Digest>> ContentTable::all()
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT DISTINCT hash FROM content ORDER BY hash"));
    std::vector<Digest> hashes;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return hashes;
        hashes.push_back(digestFromBytes(select.bytes(0)));
    }
}

} // namespace adit
