// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace adit {

class Statement;

/// One SQLite connection, owned. A thin wrapper over the C API, which backup, blob I/O and keying need
/// (architecture.md).
class Database
{
public:
    enum class Access {
        ReadOnly,
        ReadAlone, ///< the same, by one thread at a time: it takes no locks for every column
        ReadWrite,
        Create
    };

    /// `vfs`: name of a registered VFS, for tests that cut the power; empty for the system's.
    static Result<Database> open(const QString &path, Access access, const QByteArray &vfs = {});
    static Result<Database> inMemory();
    /// Another connection to the same file, for reading beside this one, and by one thread at a time. It looks at no
    /// locks: as long as it is there nobody may write, which is for the caller to see to.
    Result<Database> beside() const;

    /// Any number of statements, without results.
    Result<> execute(const QByteArray &sql);
    Result<Statement> prepare(const QByteArray &sql);
    /// First column of the first row; empty text if there is no row.
    Result<QString> text(const QByteArray &sql);
    Result<qint64> number(const QByteArray &sql);

    /// Gives up the connection; all statements must be gone. Nothing but take() may follow.
    void close() { m_handle.reset(); }
    /// Another connection in place of this one; the path stays.
    void take(Database other) { m_handle = std::move(other.m_handle); }

    sqlite3 *handle() const { return m_handle.get(); }
    QString path() const { return m_path; }
    /// The Error for a result code of this connection, with SQLite's own message as detail.
    Error errorFrom(int code) const;

private:
    struct Closer
    {
        void operator()(sqlite3 *handle) const;
    };
    Database(sqlite3 *handle, QString path, QByteArray vfs);
    static Result<Database> openHandle(const QByteArray &name, const QString &path, int flags, const QByteArray &vfs);

    std::unique_ptr<sqlite3, Closer> m_handle;
    QString m_path;
    QByteArray m_vfs;
};

/// A prepared statement. Parameters count from 1, columns from 0. Must not outlive its Database.
class Statement
{
public:
    Statement &bind(int index, qint64 value);
    Statement &bind(int index, const QString &value);
    Statement &bind(int index, const QByteArray &value);
    Statement &bind(int index, const std::optional<QString> &value);
    Statement &bindNull(int index);
    /// Without a copy: the bytes must stay where they are until the statement has run.
    Statement &bindView(int index, QByteArrayView bytes);
    Statement &bindTextView(int index, QByteArrayView utf8);
    /// All columns of a row of another statement, from 1 on. Returns how many bytes they are.
    qint64 bindRow(const Statement &row);

    /// True while there is a row.
    Result<bool> next();
    /// For statements without rows: runs, then resets for the next use.
    Result<> run();
    void reset();

    bool isNull(int column) const;
    qint64 number(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    /// The same where they lie: until the next row.
    QByteArrayView view(int column) const;
    std::optional<QString> optionalText(int column) const;

private:
    friend class Database;
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    Statement(sqlite3_stmt *statement, QString path);

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    QString m_path; ///< for messages
};

/// BEGIN now; ROLLBACK when it goes out of scope, unless commit() succeeded. Within another one it is a part of it.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    Result<> commit();

private:
    Transaction(Database &database, bool isInner);
    Database *m_database;
    bool m_isInner;
};

} // namespace adit
