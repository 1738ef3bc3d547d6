// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/jsonschema.h"

#include "core/standard/jsonchecks.h"

#include <QJsonDocument>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace adit {

namespace {

/// The form of a text as the schema's dialect means it: "$" is the very end, not the place before a last line break.
QRegularExpression compiled(QString form)
{
    if (form.endsWith(QLatin1Char('$')))
        form.replace(form.size() - 1, 1, QStringLiteral("\\z"));
    QRegularExpression expression(form);
    expression.optimize();
    return expression;
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

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == QLatin1String("integer"))
        return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
    return type.isEmpty() || type == typeName(value);
}

QString typeWords(const QString &type)
{
    if (type == QLatin1String("integer"))
        return QStringLiteral("a whole number");
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

QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &text : list.toArray())
        texts.append(text.toString());
    return texts;
}

QString sizeReason(qsizetype size, int least, int most, const QString &what)
{
    if (size < least)
        return QStringLiteral("%1 %2, expected are at least %3").arg(size).arg(what).arg(least);
    if (most >= 0 && size > most)
        return QStringLiteral("%1 %2, expected are at most %3").arg(size).arg(what).arg(most);
    return {};
}

} // namespace

Result<JsonSchema> JsonSchema::compile(const QByteArray &schema)
{
    const QJsonObject root = QJsonDocument::fromJson(schema).object();
    JsonSchema compiled;
    compiled.m_definitions = root[QLatin1String("definitions")].toObject();
    ADIT_TRY_ASSIGN(compiled.m_root, compiled.add(root));
    return compiled;
}

Result<int> JsonSchema::add(const QJsonObject &schema)
{
    if (const QString reference = schema[QLatin1String("$ref")].toString(); !reference.isEmpty())
        return addReferred(reference);
    Rule rule;
    for (auto keyword = schema.begin(); keyword != schema.end(); ++keyword)
        ADIT_TRY(takeKeyword(keyword.key(), keyword.value(), rule));
    m_rules.push_back(std::move(rule));
    return static_cast<int>(m_rules.size()) - 1;
}

Result<int> JsonSchema::addReferred(const QString &reference)
{
    const QString name = reference.section(QLatin1Char('/'), -1);
    if (const auto known = m_referred.constFind(name); known != m_referred.constEnd())
        return *known;
    if (!m_definitions.contains(name))
        return Error{ErrorCode::StandardInvalid, QStringLiteral("/"), QStringLiteral("no definition: ") + reference};
    ADIT_TRY_ASSIGN(const int rule, add(m_definitions[name].toObject()));
    m_referred.insert(name, rule);
    return rule;
}

Result<> JsonSchema::takeKeyword(const QString &keyword, const QJsonValue &value, Rule &rule)
{
    const auto is = [&](const char *name) { return keyword == QLatin1String(name); };
    if (is("$schema") || is("title") || is("definitions"))
        return {};
    if (is("type"))
        rule.type = value.toString();
    else if (is("const"))
        rule.only = value;
    else if (is("enum"))
        rule.choices = value.toArray();
    else if (is("required"))
        rule.required = textsOf(value);
    else if (is("additionalProperties") && value == QJsonValue(false))
        rule.closed = true;
    else if (is("properties"))
        return takeMembers(value.toObject(), rule);
    else if (is("patternProperties"))
        return takeForms(value.toObject(), rule);
    else if (is("uniqueItems"))
        rule.entriesDiffer = value.toBool();
    else if (is("minLength") || is("minItems") || is("minProperties"))
        rule.least = value.toInt();
    else if (is("maxLength") || is("maxItems"))
        rule.most = value.toInt();
    else if (is("pattern")) {
        rule.form = value.toString();
        rule.formMatch = compiled(rule.form);
    } else if (is("items")) {
        ADIT_TRY_ASSIGN(rule.entries, add(value.toObject()));
    } else
        return Error{ErrorCode::StandardInvalid, QStringLiteral("/"), QStringLiteral("keyword not known: ") + keyword};
    return {};
}

Result<> JsonSchema::takeMembers(const QJsonObject &members, Rule &rule)
{
    for (auto member = members.begin(); member != members.end(); ++member) {
        ADIT_TRY_ASSIGN(const int index, add(member.value().toObject()));
        rule.members.insert(member.key(), index);
    }
    return {};
}

Result<> JsonSchema::takeForms(const QJsonObject &members, Rule &rule)
{
    for (auto member = members.begin(); member != members.end(); ++member) {
        ADIT_TRY_ASSIGN(const int index, add(member.value().toObject()));
        rule.forms.append(member.key());
        rule.membersByForm.emplace_back(compiled(member.key()), index);
    }
    return {};
}

Result<> JsonSchema::check(const QJsonValue &document) const
{
    Walk walk;
    return check(document, m_root, walk);
}

Result<> JsonSchema::check(const QJsonValue &value, int index, Walk &walk) const
{
    const Rule &rule = m_rules[static_cast<std::size_t>(index)];
    if (QString wrong = reason(value, rule, walk); !wrong.isEmpty())
        return Error{ErrorCode::StandardInvalid, jsonPointer(walk.place), wrong};
    if (value.isObject())
        return checkMembers(value.toObject(), rule, walk);
    return value.isArray() ? checkEntries(value.toArray(), rule, walk) : Result<>();
}

Result<> JsonSchema::checkMembers(const QJsonObject &object, const Rule &rule, Walk &walk) const
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        const int index = ruleFor(member.key(), rule, walk);
        if (index < 0)
            continue;
        walk.place.append(member.key());
        ADIT_TRY(check(member.value(), index, walk));
        walk.place.removeLast();
    }
    return {};
}

Result<> JsonSchema::checkEntries(const QJsonArray &array, const Rule &rule, Walk &walk) const
{
    for (qsizetype i = 0; rule.entries >= 0 && i < array.size(); ++i) {
        walk.place.append(QString::number(i));
        ADIT_TRY(check(array[i], rule.entries, walk));
        walk.place.removeLast();
    }
    return {};
}

int JsonSchema::ruleFor(const QString &member, const Rule &rule, Walk &walk)
{
    if (const auto named = rule.members.constFind(member); named != rule.members.constEnd())
        return *named;
    if (rule.membersByForm.empty())
        return -1;
    const auto met = walk.known.constFind({&rule, member});
    if (met != walk.known.constEnd())
        return *met;
    const auto fits =
        std::ranges::find_if(rule.membersByForm, [&](const auto &form) { return form.first.match(member).hasMatch(); });
    return *walk.known.insert({&rule, member}, fits == rule.membersByForm.end() ? -1 : fits->second);
}

QString JsonSchema::reason(const QJsonValue &value, const Rule &rule, Walk &walk)
{
    if (!rule.only.isUndefined() && value != rule.only)
        return QStringLiteral("%1, expected is %2").arg(shown(value), shown(rule.only));
    if (!rule.choices.isEmpty() && !rule.choices.contains(value))
        return QStringLiteral("%1, expected is one of: %2")
            .arg(shown(value), textsOf(rule.choices).join(QStringLiteral(", ")));
    if (!isOfType(value, rule.type))
        return QStringLiteral("%1, expected is %2").arg(shown(value), typeWords(rule.type));
    if (value.isObject())
        return objectReason(value.toObject(), rule, walk);
    if (value.isArray())
        return listReason(value.toArray(), rule);
    return value.isString() ? textReason(value.toString(), rule) : QString();
}

QString JsonSchema::objectReason(const QJsonObject &object, const Rule &rule, Walk &walk)
{
    for (const QString &name : rule.required)
        if (!object.contains(name))
            return QStringLiteral("\"%1\" is missing").arg(name);
    for (auto member = object.begin(); rule.closed && member != object.end(); ++member) {
        if (ruleFor(member.key(), rule, walk) >= 0)
            continue;
        QStringList known = rule.members.keys();
        known.sort();
        return QStringLiteral("\"%1\" is not known here; expected are %2")
            .arg(member.key(), known.isEmpty()
                                   ? QStringLiteral("names of the form ") + rule.forms.join(QLatin1Char(' '))
                                   : known.join(QStringLiteral(", ")));
    }
    return object.size() < rule.least ? QStringLiteral("at least %1 member is expected").arg(rule.least) : QString();
}

QString JsonSchema::listReason(const QJsonArray &array, const Rule &rule)
{
    QString size = sizeReason(array.size(), rule.least, rule.most, QStringLiteral("entries"));
    if (!size.isEmpty() || !rule.entriesDiffer)
        return size;
    QSet<QString> seen;
    for (const QString &text : textsOf(array)) {
        if (seen.contains(text))
            return QStringLiteral("%1 stands twice").arg(shown(text));
        seen.insert(text);
    }
    return {};
}

QString JsonSchema::textReason(const QString &text, const Rule &rule)
{
    QString size = sizeReason(text.size(), rule.least, rule.most, QStringLiteral("characters"));
    if (!size.isEmpty())
        return size;
    if (!rule.form.isEmpty() && !rule.formMatch.match(text).hasMatch())
        return QStringLiteral("%1 does not have the form %2").arg(shown(text), rule.form);
    return {};
}

} // namespace adit
