// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/schemareason.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace adit {

namespace {

QJsonObject resolved(const QJsonObject &schema, const QJsonObject &root)
{
    const QString reference = schema[QLatin1String("$ref")].toString();
    const QString name = reference.section(QLatin1Char('/'), -1);
    return reference.isEmpty() ? schema : root[QLatin1String("definitions")][name].toObject();
}

/// The schema of a member or of an entry; nothing where the schema does not know it.
QJsonObject below(const QJsonObject &schema, const QString &step, const QJsonObject &root)
{
    const QJsonObject items = schema[QLatin1String("items")].toObject();
    if (!items.isEmpty())
        return resolved(items, root);
    const QJsonObject properties = schema[QLatin1String("properties")].toObject();
    if (properties.contains(step))
        return resolved(properties[step].toObject(), root);
    const QJsonObject patterns = schema[QLatin1String("patternProperties")].toObject();
    for (auto pattern = patterns.begin(); pattern != patterns.end(); ++pattern)
        if (QRegularExpression(pattern.key()).match(step).hasMatch())
            return resolved(pattern.value().toObject(), root);
    return {};
}

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object:
        return QStringLiteral("object");
    case QJsonValue::Array:
        return QStringLiteral("array");
    case QJsonValue::String:
        return QStringLiteral("string");
    case QJsonValue::Bool:
        return QStringLiteral("boolean");
    case QJsonValue::Double:
        return QStringLiteral("number");
    default:
        return QStringLiteral("null");
    }
}

QString typeWords(const QString &type)
{
    if (type == QLatin1String("array"))
        return QStringLiteral("a list");
    if (type == QLatin1String("string"))
        return QStringLiteral("text in quotes");
    if (type == QLatin1String("boolean"))
        return QStringLiteral("true or false");
    return type == QLatin1String("object") ? QStringLiteral("an object") : type;
}

QString shown(const QJsonValue &value)
{
    constexpr qsizetype longest = 60;
    if (!value.isString())
        return value.isDouble() ? QString::number(value.toDouble()) : typeWords(typeName(value));
    const QString text = value.toString();
    return QLatin1Char('"') + (text.size() > longest ? text.left(longest) + QChar(0x2026) : text) + QLatin1Char('"');
}

QString listed(const QJsonArray &values)
{
    QStringList words;
    for (const QJsonValue &value : values)
        words.append(value.toString());
    return words.join(QStringLiteral(", "));
}

QString objectReason(const QJsonObject &object, const QJsonObject &schema, const QJsonObject &root)
{
    for (const QJsonValue &name : schema[QLatin1String("required")].toArray())
        if (!object.contains(name.toString()))
            return QStringLiteral("\"%1\" is missing").arg(name.toString());
    const bool closed = schema[QLatin1String("additionalProperties")] == QJsonValue(false);
    for (auto member = object.begin(); closed && member != object.end(); ++member) {
        if (!below(schema, member.key(), root).isEmpty())
            continue;
        const QStringList known = schema[QLatin1String("properties")].toObject().keys();
        const QStringList forms = schema[QLatin1String("patternProperties")].toObject().keys();
        return QStringLiteral("\"%1\" is not known here; expected are %2")
            .arg(member.key(), known.isEmpty() ? QStringLiteral("names of the form ") + forms.join(QLatin1Char(' '))
                                               : known.join(QStringLiteral(", ")));
    }
    const int least = schema[QLatin1String("minProperties")].toInt();
    return object.size() < least ? QStringLiteral("at least %1 member is expected").arg(least) : QString();
}

QString sizeReason(qsizetype size, const QJsonValue &least, const QJsonValue &most, const QString &what)
{
    if (least.isDouble() && size < least.toInt())
        return QStringLiteral("%1 %2, expected are at least %3").arg(size).arg(what).arg(least.toInt());
    if (most.isDouble() && size > most.toInt())
        return QStringLiteral("%1 %2, expected are at most %3").arg(size).arg(what).arg(most.toInt());
    return {};
}

QString textReason(const QString &text, const QJsonObject &schema)
{
    QString size = sizeReason(text.size(), schema[QLatin1String("minLength")], schema[QLatin1String("maxLength")],
                              QStringLiteral("characters"));
    if (!size.isEmpty())
        return size;
    const QString pattern = schema[QLatin1String("pattern")].toString();
    if (!pattern.isEmpty() && !QRegularExpression(pattern).match(text).hasMatch())
        return QStringLiteral("%1 does not have the form %2").arg(shown(text), pattern);
    return {};
}

QString reason(const QJsonValue &value, const QJsonObject &schema, const QJsonObject &root)
{
    const QJsonValue only = schema[QLatin1String("const")];
    if (!only.isUndefined() && value != only)
        return QStringLiteral("%1, expected is %2").arg(shown(value), shown(only));
    const QJsonArray choices = schema[QLatin1String("enum")].toArray();
    if (!choices.isEmpty() && !choices.contains(value))
        return QStringLiteral("%1, expected is one of: %2").arg(shown(value), listed(choices));
    const QString type = schema[QLatin1String("type")].toString();
    if (!type.isEmpty() && type != typeName(value))
        return QStringLiteral("%1, expected is %2").arg(shown(value), typeWords(type));
    if (value.isObject())
        return objectReason(value.toObject(), schema, root);
    if (value.isArray())
        return sizeReason(value.toArray().size(), schema[QLatin1String("minItems")], schema[QLatin1String("maxItems")],
                          QStringLiteral("entries"));
    return value.isString() ? textReason(value.toString(), schema) : QString();
}

} // namespace

QString schemaReason(const QJsonValue &document, const QStringList &place, const QJsonObject &schema)
{
    QJsonValue value = document;
    QJsonObject here = resolved(schema, schema);
    QString enclosing;
    for (const QString &step : place) {
        enclosing = reason(value, here, schema);
        here = below(here, step, schema);
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    }
    const QString own = reason(value, here, schema);
    return own.isEmpty() ? enclosing : own;
}

} // namespace adit
