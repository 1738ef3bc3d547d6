// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/jcs.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

namespace adit {

namespace {

void putText(QByteArray &out, const QString &text)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            if (byte < 0x20)
                out.append("\\u00").append(digits[byte >> 4]).append(digits[byte & 15]);
            else
                out += c;
        }
    }
    out += '"';
}

void put(QByteArray &out, const QJsonValue &value);

void putArray(QByteArray &out, const QJsonArray &array)
{
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        put(out, array[i]);
    }
    out += ']';
}

void putObject(QByteArray &out, const QJsonObject &object)
{
    QStringList names = object.keys();
    std::ranges::sort(names, [](const QString &a, const QString &b) { return a.compare(b) < 0; });
    out += '{';
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (i > 0)
            out += ',';
        putText(out, names[i]);
        out += ':';
        put(out, object[names[i]]);
    }
    out += '}';
}

void put(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double:
        out += QByteArray::number(value.toInteger());
        break;
    case QJsonValue::String:
        putText(out, value.toString());
        break;
    case QJsonValue::Array:
        putArray(out, value.toArray());
        break;
    case QJsonValue::Object:
        putObject(out, value.toObject());
        break;
    default:
        out += "null";
    }
}

} // namespace

QByteArray jcs(const QJsonValue &value)
{
    QByteArray out;
    put(out, value);
    return out;
}

} // namespace adit
