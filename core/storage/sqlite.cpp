// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlite.h"

#include <cerrno>
#include <utility>

#include <sqlite3.h>

namespace adit {

namespace {

/// A quota and a limit on file sizes are a full disk to whoever works there; SQLite knows only the disk itself.
bool isOutOfSpace(sqlite3 *handle, int extended)
{
    const int system = handle && (extended & 0xff) == SQLITE_IOERR ? sqlite3_system_errno(handle) : 0;
    return system == EDQUOT || system == EFBIG || system == ENOSPC;
}

ErrorCode codeFor(sqlite3 *handle, int extended)
{
    if (isOutOfSpace(handle, extended))
        return ErrorCode::StorageFull;
    switch (extended & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::StorageFull;
    case SQLITE_READONLY:
        return ErrorCode::FileReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::FileLocked;
    case SQLITE_NOTADB:
        return ErrorCode::FileForeign;
    case SQLITE_CORRUPT:
        return ErrorCode::FileDamaged;
    default:
        return ErrorCode::StorageFailed;
    }
}

} // namespace

void Database::Closer::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Database::Database(sqlite3 *handle, QString path, QByteArray vfs)
    : m_handle(handle)
    , m_path(std::move(path))
    , m_vfs(std::move(vfs))
{}

Result<Database> Database::open(const QString &path, Access access, const QByteArray &vfs)
{
    const int flags = access == Access::ReadOnly    ? SQLITE_OPEN_READONLY
                      : access == Access::ReadAlone ? SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
                      : access == Access::ReadWrite ? SQLITE_OPEN_READWRITE
                                                    : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    return openHandle(path.toUtf8(), path, flags, vfs);
}

Result<Database> Database::inMemory()
{
    return openHandle(":memory:", QStringLiteral(":memory:"),
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, {});
}

/// A locked file is as good as one on a medium that cannot be written. SQLite still knows that both connections are to
/// one file, and keeps its descriptors open as long as one of them has a lock: closing any would let go of it.
Result<Database> Database::beside() const
{
    const QByteArray name = "file:" + m_path.toUtf8().toPercentEncoding("/") + "?immutable=1";
    return openHandle(name, m_path, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, m_vfs);
}

Result<Database> Database::openHandle(const QByteArray &name, const QString &path, int flags, const QByteArray &vfs)
{
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &handle, flags | SQLITE_OPEN_EXRESCODE,
                                     vfs.isEmpty() ? nullptr : vfs.constData());
    Database database(handle, path, vfs);
    if (code != SQLITE_OK)
        return database.errorFrom(code);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    constexpr int longestValue = 64 * 1024 * 1024;
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, longestValue);
    return database;
}

Result<> Database::execute(const QByteArray &sql)
{
    const int code = sqlite3_exec(handle(), sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return errorFrom(code);
    return {};
}

Result<Statement> Database::prepare(const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(handle(), sql.constData(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return errorFrom(code);
    return Statement(statement, m_path);
}

Result<QString> Database::text(const QByteArray &sql)
{
    ADIT_TRY_ASSIGN(Statement statement, prepare(sql));
    ADIT_TRY_ASSIGN(const bool hasRow, statement.next());
    return hasRow ? statement.text(0) : QString();
}

Result<qint64> Database::number(const QByteArray &sql)
{
    ADIT_TRY_ASSIGN(Statement statement, prepare(sql));
    ADIT_TRY_ASSIGN(const bool hasRow, statement.next());
    return hasRow ? statement.number(0) : 0;
}

Error Database::errorFrom(int code) const
{
    const QString message =
        m_handle ? QString::fromUtf8(sqlite3_errmsg(handle())) : QString::fromUtf8(sqlite3_errstr(code));
    return {codeFor(handle(), code), m_path, QStringLiteral("%1 (%2)").arg(message).arg(code)};
}

void Statement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3_stmt *statement, QString path)
    : m_statement(statement)
    , m_path(std::move(path))
{}

Statement &Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), index, value);
    return *this;
}

Statement &Statement::bind(int index, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text64(m_statement.get(), index, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bind(int index, const QByteArray &value)
{
    sqlite3_bind_blob64(m_statement.get(), index, value.isNull() ? "" : value.constData(),
                        static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bind(int index, const std::optional<QString> &value)
{
    return value ? bind(index, *value) : bindNull(index);
}

Statement &Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement.get(), index);
    return *this;
}

Statement &Statement::bindView(int index, QByteArrayView bytes)
{
    sqlite3_bind_blob64(m_statement.get(), index, bytes.isNull() ? "" : bytes.data(),
                        static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC);
    return *this;
}

Statement &Statement::bindTextView(int index, QByteArrayView utf8)
{
    sqlite3_bind_text64(m_statement.get(), index, utf8.isNull() ? "" : utf8.data(),
                        static_cast<sqlite3_uint64>(utf8.size()), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

qint64 Statement::bindRow(const Statement &row)
{
    qint64 bytes = 0;
    for (int i = 0; i < sqlite3_column_count(row.m_statement.get()); ++i) {
        sqlite3_bind_value(m_statement.get(), i + 1, sqlite3_column_value(row.m_statement.get(), i));
        bytes += sqlite3_column_bytes(row.m_statement.get(), i);
    }
    return bytes;
}

Result<bool> Statement::next()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    sqlite3 *handle = sqlite3_db_handle(m_statement.get());
    return Error{codeFor(handle, code), m_path,
                 QStringLiteral("%1 (%2)").arg(QString::fromUtf8(sqlite3_errmsg(handle))).arg(code)};
}

Result<> Statement::run()
{
    auto result = next();
    reset();
    if (!result)
        return result.error();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {data, sqlite3_column_bytes(m_statement.get(), column)};
}

QByteArrayView Statement::view(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {data, sqlite3_column_bytes(m_statement.get(), column)};
}

std::optional<QString> Statement::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

Result<Transaction> Transaction::begin(Database &database)
{
    const bool isInner = sqlite3_get_autocommit(database.handle()) == 0;
    ADIT_TRY(database.execute(isInner ? "SAVEPOINT part" : "BEGIN IMMEDIATE"));
    return Transaction(database, isInner);
}

Transaction::Transaction(Database &database, bool isInner)
    : m_database(&database)
    , m_isInner(isInner)
{}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_isInner(other.m_isInner)
{}

Transaction::~Transaction()
{
    // Fails only where SQLite has rolled back by itself already (full disk, I/O error).
    if (m_database && !sqlite3_get_autocommit(m_database->handle()))
        (void)m_database->execute(m_isInner ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK");
}

Result<> Transaction::commit()
{
    ADIT_TRY(m_database->execute(m_isInner ? "RELEASE part" : "COMMIT"));
    m_database = nullptr;
    return {};
}

} // namespace adit
