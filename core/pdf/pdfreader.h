// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <map>
#include <vector>

namespace adit::pdf {

/// One value as read from a file or from a page's content.
struct Value
{
    enum class Kind { Null, Boolean, Number, Name, String, Array, Dictionary, Reference, Word };

    Kind kind = Kind::Null;
    double number = 0;                        ///< Number; Reference: the object; Boolean: 0 or 1
    QByteArray bytes = {};                    ///< Name without its slash, String decoded, Word (an operator)
    std::vector<Value> items = {};            ///< Array
    std::map<QByteArray, Value> entries = {}; ///< Dictionary

    bool is(Kind wanted) const { return kind == wanted; }
    bool isName(QByteArrayView name) const { return kind == Kind::Name && bytes == name; }
    int integer() const { return static_cast<int>(number); }
    /// The entry of a dictionary; Null if there is none.
    const Value &operator[](const QByteArray &key) const;
};

/// A text string, in UTF-16 with byte order mark or else plain.
QString textOf(const Value &value);

/// Reads values one after the other: the body of an object, or operands and operators of a content stream.
class Parser
{
public:
    explicit Parser(QByteArrayView bytes, qsizetype at = 0)
        : m_bytes(bytes)
        , m_at(at)
    {}

    /// False at the end or where nothing can be read any more (`failed`).
    bool next(Value &value);
    bool failed() const { return m_failed; }
    qsizetype position() const { return m_at; }
    void skipSpace();

private:
    bool fail();
    bool readValue(Value &value, int depth);
    bool readString(Value &value);
    bool readHex(Value &value);
    bool readArray(Value &value, int depth);
    bool readDictionary(Value &value, int depth);
    bool readWord(Value &value);
    void joinReference(Value &value);

    QByteArrayView m_bytes;
    qsizetype m_at;
    bool m_failed = false;
};

/// A PDF file read back through its cross-reference table. Meant for files of this project's own writer (one table, no
/// object streams), but trusts nothing in them.
class Reader
{
public:
    /// FileDamaged if the table, the trailer or an object it names cannot be read, or streams unpack to more than any
    /// report holds.
    static Result<Reader> open(const QByteArray &bytes);

    const Value &trailer() const { return m_trailer; }
    int objectCount() const { return static_cast<int>(m_objects.size()); }
    /// Follows a reference; other values are returned as they are. Null for an object that does not exist.
    const Value &resolve(const Value &value) const;
    const Value &object(int number) const;
    /// The decoded bytes of a stream object; nothing if it is not one.
    std::optional<QByteArray> stream(const Value &reference) const;

private:
    struct Object
    {
        Value value;
        QByteArray stream;
        bool isStream = false;
    };
    Result<> readTable(const QByteArray &bytes);
    Result<> readObject(const QByteArray &bytes, int number, qsizetype offset);

    Value m_trailer;
    std::vector<Object> m_objects;
    qsizetype m_plain = 0; ///< bytes of streams unpacked so far
};

} // namespace adit::pdf
