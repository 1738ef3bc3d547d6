// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pdfreader.h"

#include <algorithm>
#include <cstring>

#include <zlib.h>

namespace adit::pdf {

namespace {

constexpr int deepest = 64;
constexpr qsizetype mostPlain = 512 * 1024 * 1024; ///< of all streams together: a stranger's file may swell for ever

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c)
{
    return std::strchr("()<>[]{}/%", c) != nullptr && c != '\0';
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::optional<QByteArray> inflated(QByteArrayView packed, qsizetype most)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return std::nullopt;
    // zlib does not write to its input; its interface is older than const.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray out;
    int state = Z_OK;
    while (state == Z_OK && out.size() <= most) {
        const qsizetype before = out.size();
        out.resize(before + std::max<qsizetype>(64 * 1024, packed.size() * 4));
        stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
        stream.avail_out = static_cast<uInt>(out.size() - before);
        state = inflate(&stream, Z_NO_FLUSH);
        out.chop(static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END && out.size() <= most ? std::optional(out) : std::nullopt;
}

Error damaged(const QString &detail)
{
    return {ErrorCode::FileDamaged, QStringLiteral("pdf"), detail};
}

} // namespace

const Value &Value::operator[](const QByteArray &key) const
{
    static const Value nothing;
    const auto found = entries.find(key);
    return found == entries.end() ? nothing : found->second;
}

QString textOf(const Value &value)
{
    if (!value.bytes.startsWith("\xFE\xFF"))
        return QString::fromLatin1(value.bytes);
    QString out;
    for (qsizetype i = 2; i + 1 < value.bytes.size(); i += 2)
        out += QChar(static_cast<ushort>(static_cast<unsigned char>(value.bytes[i]) << 8 |
                                         static_cast<unsigned char>(value.bytes[i + 1])));
    return out;
}

bool Parser::fail()
{
    m_failed = true;
    return false;
}

void Parser::skipSpace()
{
    while (m_at < m_bytes.size()) {
        if (m_bytes[m_at] == '%')
            while (m_at < m_bytes.size() && m_bytes[m_at] != '\n')
                ++m_at;
        else if (isSpace(m_bytes[m_at]))
            ++m_at;
        else
            return;
    }
}

bool Parser::next(Value &value)
{
    skipSpace();
    if (m_failed || m_at >= m_bytes.size())
        return false;
    return readValue(value, 0);
}

bool Parser::readValue(Value &value, int depth)
{
    skipSpace();
    if (depth > deepest || m_at >= m_bytes.size())
        return fail();
    value = {};
    switch (m_bytes[m_at]) {
    case '(':
        return readString(value);
    case '[':
        return readArray(value, depth);
    case '<':
        return m_bytes.sliced(m_at).startsWith("<<") ? readDictionary(value, depth) : readHex(value);
    case ')':
    case ']':
    case '>':
    case '{':
    case '}':
        return fail();
    default:
        return readWord(value);
    }
}

bool Parser::readString(Value &value)
{
    value.kind = Value::Kind::String;
    int open = 1;
    for (++m_at; m_at < m_bytes.size(); ++m_at) {
        char c = m_bytes[m_at];
        if (c == '\\' && m_at + 1 < m_bytes.size()) {
            c = m_bytes[++m_at];
            const char *plain = std::strchr("nrtbf", c);
            value.bytes += plain && c != '\0' ? "\n\r\t\b\f"[plain - "nrtbf"] : c;
            continue;
        }
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (open == 0) {
            ++m_at;
            return true;
        }
        value.bytes += c;
    }
    return fail();
}

bool Parser::readHex(Value &value)
{
    value.kind = Value::Kind::String;
    int high = -1;
    for (++m_at; m_at < m_bytes.size(); ++m_at) {
        const char c = m_bytes[m_at];
        if (c == '>') {
            ++m_at;
            if (high >= 0)
                value.bytes += static_cast<char>(high << 4);
            return true;
        }
        if (isSpace(c))
            continue;
        const int digit = hexDigit(c);
        if (digit < 0)
            return fail();
        if (high >= 0)
            value.bytes += static_cast<char>(high << 4 | digit);
        high = high >= 0 ? -1 : digit;
    }
    return fail();
}

/// "12 0 R" is read as three words; the last makes one value of them.
void Parser::joinReference(Value &value)
{
    std::vector<Value> &items = value.items;
    const std::size_t count = items.size();
    if (count < 3 || !items[count - 1].is(Value::Kind::Word) || items[count - 1].bytes != "R" ||
        !items[count - 3].is(Value::Kind::Number))
        return;
    items[count - 3].kind = Value::Kind::Reference;
    items.resize(count - 2);
}

bool Parser::readArray(Value &value, int depth)
{
    value.kind = Value::Kind::Array;
    ++m_at;
    for (skipSpace(); m_at < m_bytes.size() && m_bytes[m_at] != ']'; skipSpace()) {
        Value item;
        if (!readValue(item, depth + 1))
            return false;
        value.items.push_back(std::move(item));
        joinReference(value);
    }
    ++m_at;
    return m_at <= m_bytes.size() || fail();
}

bool Parser::readDictionary(Value &value, int depth)
{
    Value flat;
    m_at += 2;
    for (skipSpace(); !m_bytes.sliced(m_at).startsWith(">>"); skipSpace()) {
        Value item;
        if (!readValue(item, depth + 1))
            return false;
        flat.items.push_back(std::move(item));
        joinReference(flat);
    }
    m_at += 2;
    value.kind = Value::Kind::Dictionary;
    if (flat.items.size() % 2 != 0)
        return fail();
    for (std::size_t i = 0; i < flat.items.size(); i += 2) {
        const bool fresh = flat.items[i].is(Value::Kind::Name) &&
                           value.entries.emplace(flat.items[i].bytes, std::move(flat.items[i + 1])).second;
        if (!fresh)
            return fail();
    }
    return true;
}

bool Parser::readWord(Value &value)
{
    const bool isName = m_bytes[m_at] == '/';
    const qsizetype from = isName ? ++m_at : m_at;
    while (m_at < m_bytes.size() && !isSpace(m_bytes[m_at]) && !isDelimiter(m_bytes[m_at]))
        ++m_at;
    value.bytes = m_bytes.sliced(from, m_at - from).toByteArray();
    if (isName) {
        value.kind = Value::Kind::Name;
        return true;
    }
    bool isNumber = false;
    value.number = value.bytes.toDouble(&isNumber);
    const bool isBoolean = value.bytes == "true" || value.bytes == "false";
    value.kind = isNumber                ? Value::Kind::Number
                 : isBoolean             ? Value::Kind::Boolean
                 : value.bytes == "null" ? Value::Kind::Null
                                         : Value::Kind::Word;
    if (isBoolean)
        value.number = value.bytes == "true" ? 1 : 0;
    return true;
}

Result<Reader> Reader::open(const QByteArray &bytes)
{
    Reader reader;
    ADIT_TRY(reader.readTable(bytes));
    return reader;
}

Result<> Reader::readTable(const QByteArray &bytes)
{
    const qsizetype pointer = bytes.lastIndexOf("startxref\n");
    if (!bytes.startsWith("%PDF-1.") || pointer < 0)
        return damaged(QStringLiteral("no start"));
    Value start;
    Parser at(bytes, pointer + 10);
    if (!at.next(start) || start.number <= 0 || start.number >= static_cast<double>(pointer))
        return damaged(QStringLiteral("startxref"));
    Parser table(bytes, static_cast<qsizetype>(start.number));
    Value word;
    Value first;
    Value count;
    if (!table.next(word) || word.bytes != "xref" || !table.next(first) || first.integer() != 0 || !table.next(count) ||
        count.number < 1 || count.number > static_cast<double>(bytes.size()) / 20)
        return damaged(QStringLiteral("xref"));
    table.skipSpace();
    const qsizetype rows = table.position();
    Parser after(bytes, rows + 20 * static_cast<qsizetype>(count.integer()));
    if (!after.next(word) || word.bytes != "trailer" || !after.next(m_trailer) ||
        m_trailer["Size"].integer() != count.integer())
        return damaged(QStringLiteral("trailer"));
    m_objects.resize(static_cast<std::size_t>(count.integer()));
    for (int number = 1; number < count.integer(); ++number) {
        const QByteArrayView row = QByteArrayView(bytes).sliced(rows + 20 * static_cast<qsizetype>(number), 20);
        bool ok = false;
        const qsizetype offset = row.first(10).toByteArray().toLongLong(&ok);
        if (!ok || !row.endsWith(" 00000 n \n"))
            return damaged(QStringLiteral("xref row %1").arg(number));
        ADIT_TRY(readObject(bytes, number, offset));
    }
    return {};
}

Result<> Reader::readObject(const QByteArray &bytes, int number, qsizetype offset)
{
    const Error error = damaged(QStringLiteral("object %1").arg(number));
    const QByteArray head = QByteArray::number(number) + " 0 obj\n";
    if (offset <= 0 || offset >= bytes.size() || !QByteArrayView(bytes).sliced(offset).startsWith(head))
        return error;
    Object &object = m_objects[static_cast<std::size_t>(number)];
    Parser parser(bytes, offset + head.size());
    Value word;
    if (!parser.next(object.value) || !parser.next(word))
        return error;
    if (word.bytes == "endobj")
        return {};
    const Value &length = object.value["Length"];
    const qsizetype from = parser.position() + 1;
    if (word.bytes != "stream" || !length.is(Value::Kind::Number) || length.number < 0 ||
        static_cast<double>(from) + length.number > static_cast<double>(bytes.size()))
        return error;
    const QByteArrayView raw = QByteArrayView(bytes).sliced(from, static_cast<qsizetype>(length.number));
    if (!QByteArrayView(bytes).sliced(from + raw.size()).startsWith("\nendstream\nendobj\n"))
        return error;
    object.isStream = true;
    if (!object.value["Filter"].isName("FlateDecode")) {
        object.stream = raw.toByteArray();
        return {};
    }
    const auto plain = inflated(raw, mostPlain - m_plain);
    if (!plain)
        return error;
    m_plain += plain->size();
    object.stream = *plain;
    return {};
}

const Value &Reader::object(int number) const
{
    static const Value nothing;
    return number > 0 && number < objectCount() ? m_objects[static_cast<std::size_t>(number)].value : nothing;
}

const Value &Reader::resolve(const Value &value) const
{
    return value.is(Value::Kind::Reference) ? object(value.integer()) : value;
}

std::optional<QByteArray> Reader::stream(const Value &reference) const
{
    if (!reference.is(Value::Kind::Reference) || reference.integer() <= 0 || reference.integer() >= objectCount())
        return std::nullopt;
    const Object &object = m_objects[static_cast<std::size_t>(reference.integer())];
    return object.isStream ? std::optional(object.stream) : std::nullopt;
}

} // namespace adit::pdf
