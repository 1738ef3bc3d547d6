// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/contenttable.h"

#include "core/base/sha256stream.h"

#include <algorithm>
#include <limits>

namespace adit {

namespace {

constexpr qint64 leftOutPart = -1;

/// What evidence says, and photos say of the pictures that are printed.
constexpr auto hashesNow = "SELECT sha256 FROM evidence WHERE sha256 IS NOT NULL "
                           "UNION SELECT picture FROM public_photo WHERE picture IS NOT NULL";
/// And what operations ever said. A digest in hex has 64 characters.
constexpr auto hashesEver = " UNION SELECT value FROM op WHERE length(value) = 64";

} // namespace

bool namesContent(const Operation &operation)
{
    return (operation.entity.kind == EntityKind::Evidence && operation.field == infoOf(field::evidence::sha256).name) ||
           (operation.entity.kind == EntityKind::PublicPhoto &&
            operation.field == infoOf(field::public_photo::picture).name);
}

ContentTable::ContentTable(Database &database)
    : m_database(database)
{}

qint64 ContentTable::partsOf(qsizetype size)
{
    return std::max<qint64>(1, (size + partSize - 1) / partSize);
}

Result<bool> ContentTable::hasPart(const Digest &hash, qint64 part)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT 1 FROM content WHERE hash = ?1 AND part = ?2"));
    select.bind(1, toBytes(hash)).bind(2, part);
    return select.next();
}

Result<ContentState> ContentTable::state(const Digest &hash)
{
    ADIT_TRY_ASSIGN(const bool isHere, hasPart(hash, 0));
    if (isHere)
        return ContentState::Here;
    ADIT_TRY_ASSIGN(const bool isLeftOut, hasPart(hash, leftOutPart));
    return isLeftOut ? ContentState::LeftOut : ContentState::Missing;
}

Result<> ContentTable::put(QByteArrayView bytes)
{
    const Digest hash = sha256(bytes);
    ADIT_TRY_ASSIGN(const bool isThere, hasPart(hash, 0));
    for (qint64 part = partsOf(bytes.size()) - 1; !isThere && part >= 0; --part)
        ADIT_TRY(putPart(hash, bytes, part));
    return {};
}

Result<> ContentTable::putPart(const Digest &hash, QByteArrayView bytes, qint64 part)
{
    const qsizetype at = part * partSize;
    return putPiece(hash, part, partsOf(bytes.size()),
                    bytes.sliced(at, std::min(partSize, bytes.size() - at)).toByteArray());
}

Result<> ContentTable::putPiece(const Digest &hash, qint64 part, qint64 parts, const QByteArray &piece)
{
    // Whatever a crash left under this number may be cut otherwise.
    ADIT_TRY_ASSIGN(Statement insert, m_database.prepare("INSERT OR REPLACE INTO content VALUES (?1, ?2, ?3)"));
    insert.bind(1, toBytes(hash)).bind(2, part).bind(3, piece);
    ADIT_TRY(insert.run());
    if (part != 0)
        return {};
    ADIT_TRY_ASSIGN(Statement found,
                    m_database.prepare("DELETE FROM content WHERE hash = ?1 AND (part < 0 OR part >= ?2)"));
    found.bind(1, toBytes(hash)).bind(2, parts);
    return found.run();
}

Error ContentTable::damaged(const Digest &hash, const QString &how) const
{
    return {ErrorCode::FileDamaged, m_database.path(), toHex(hash) + QStringLiteral(": ") + how};
}

Result<qint64> ContentTable::read(const Digest &hash, qint64 limit, const std::function<bool(const QByteArray &)> &take)
{
    ADIT_TRY_ASSIGN(const ContentState where, state(hash));
    if (where == ContentState::LeftOut)
        return Error{ErrorCode::InvalidValue, toHex(hash),
                     QStringLiteral("bytes that are in this copy; it comes from a backup, which keeps none")};
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare("SELECT part, bytes FROM content WHERE hash = ?1 ORDER BY part"));
    select.bind(1, toBytes(hash));
    Sha256Stream stream;
    qint64 parts = 0;
    qint64 size = 0;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            break;
        if (select.number(0) != parts++)
            return damaged(hash, QStringLiteral("a part is missing"));
        const QByteArray piece = select.bytes(1);
        size += piece.size();
        if (size > limit)
            return damaged(hash, QStringLiteral("longer than %1 bytes").arg(limit));
        stream.add(piece);
        if (!take(piece))
            return Error{ErrorCode::Cancelled};
    }
    if (parts == 0)
        return damaged(hash, QStringLiteral("not there"));
    if (stream.digest() != hash)
        return damaged(hash, QStringLiteral("other bytes"));
    return parts;
}

Result<QByteArray> ContentTable::bytes(const Digest &hash)
{
    QByteArray bytes;
    const auto keep = [&](const QByteArray &piece) {
        bytes += piece;
        return true;
    };
    ADIT_TRY(read(hash, std::numeric_limits<qint64>::max(), keep));
    return bytes;
}

Result<qint64> ContentTable::size(const Digest &hash)
{
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare("SELECT ifnull(sum(length(bytes)), 0) FROM content WHERE hash = ?1"));
    select.bind(1, toBytes(hash));
    ADIT_TRY(select.next());
    return select.number(0);
}

Result<qint64> ContentTable::partsHere(const Digest &hash)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT ifnull(max(part), -1), ifnull(min(part), -1) "
                                                         "FROM content WHERE hash = ?1 AND part >= 0"));
    select.bind(1, toBytes(hash));
    ADIT_TRY(select.next());
    return select.number(1) == 0 ? select.number(0) + 1 : 0;
}

Result<> ContentTable::leaveOut(const Digest &hash)
{
    return putPiece(hash, leftOutPart, 0, {});
}

Result<QByteArray> ContentTable::part(const Digest &hash, qint64 part)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT bytes FROM content WHERE hash = ?1 AND part = ?2"));
    select.bind(1, toBytes(hash)).bind(2, part);
    ADIT_TRY_ASSIGN(const bool hasRow, select.next());
    return hasRow ? select.bytes(0) : QByteArray();
}

Result<bool> ContentTable::isNamed(const Digest &hash)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT ?1 IN (" + QByteArray(hashesNow) + hashesEver + ')'));
    select.bind(1, toHex(hash));
    ADIT_TRY_ASSIGN(const bool hasRow, select.next());
    return hasRow && select.number(0) != 0;
}

Result<bool> ContentTable::removePart(const Digest &hash)
{
    ADIT_TRY_ASSIGN(Statement remove,
                    m_database.prepare("DELETE FROM content WHERE hash = ?1 AND part = "
                                       "(SELECT min(part) FROM content WHERE hash = ?1) RETURNING 1"));
    remove.bind(1, toBytes(hash));
    ADIT_TRY_ASSIGN(const bool wasThere, remove.next());
    // A statement that gives rows back is done only when it was asked for all of them.
    ADIT_TRY(remove.next());
    return wasThere;
}

Result<> ContentTable::sweep()
{
    // Most often nothing is to be done, and what is named now says so; the journal is long.
    ADIT_TRY_ASSIGN(const qint64 unnamed,
                    m_database.number("SELECT EXISTS (SELECT 1 FROM (SELECT DISTINCT hash FROM content) WHERE "
                                      "lower(hex(hash)) NOT IN (" +
                                      QByteArray(hashesNow) + "))"));
    if (unnamed == 0)
        return {};
    return m_database.execute("DELETE FROM content WHERE lower(hex(hash)) NOT IN (" + QByteArray(hashesNow) +
                              hashesEver + ')');
}

Result<std::vector<Digest>> ContentTable::leftOut()
{
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare("SELECT hash FROM content WHERE part = -1 AND lower(hex(hash)) IN (" +
                                       QByteArray(hashesNow) + ") ORDER BY hash"));
    std::vector<Digest> hashes;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return hashes;
        hashes.push_back(digestFromBytes(select.bytes(0)));
    }
}

} // namespace adit
