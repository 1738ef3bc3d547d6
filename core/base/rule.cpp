// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rule.h"

#include <optional>

namespace adit {

namespace {

// Signs that nobody types, and that show where they were forgotten.
constexpr QChar opening(0x27E6);
constexpr QChar closing(0x27E7);
constexpr QChar between(0x241F);

std::optional<Rule> ruleFromName(const QString &name)
{
    for (const Rule rule : allRules())
        if (ruleName(rule) == name)
            return rule;
    return std::nullopt;
}

/// A value cannot end the mark that it stands in.
QString tame(QString value)
{
    for (const QChar sign : {opening, closing, between})
        value.replace(sign, QLatin1Char(' '));
    return value;
}

} // namespace

std::vector<Rule> allRules()
{
    return {
#define ADIT_RULE_VALUE(name, code) Rule::name,
        ADIT_RULES(ADIT_RULE_VALUE)
#undef ADIT_RULE_VALUE
    };
}

QString ruleName(Rule rule)
{
    switch (rule) {
#define ADIT_RULE_CASE(name, code)                                                                                     \
    case Rule::name:                                                                                                   \
        return QStringLiteral(code);
        ADIT_RULES(ADIT_RULE_CASE)
#undef ADIT_RULE_CASE
    }
    return {};
}

QString ruleMark(Rule rule, const QStringList &values)
{
    QString mark = opening + ruleName(rule);
    for (const QString &value : values)
        mark += between + tame(value);
    return mark + closing;
}

bool namesRule(const QString &text, Rule rule)
{
    const QString start = opening + ruleName(rule);
    return text.contains(start + closing) || text.contains(start + between);
}

QString withRules(const QString &text, const RuleWords &words)
{
    QString out;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype start = text.indexOf(opening, at);
        const qsizetype end = start < 0 ? -1 : text.indexOf(closing, start);
        if (end < 0)
            break;
        QStringList parts = text.mid(start + 1, end - start - 1).split(between);
        const auto rule = ruleFromName(parts.takeFirst());
        out += text.mid(at, start - at);
        out += rule ? words(*rule, parts) : text.mid(start, end + 1 - start);
        at = end + 1;
    }
    return out + text.mid(at);
}

QString withValues(const QString &sentence, const QStringList &values)
{
    QString out;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int place =
            sentence[i] == QLatin1Char('%') && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
        if (place < 1) {
            out += sentence[i];
            continue;
        }
        out += values.value(place - 1);
        ++i;
    }
    return out;
}

} // namespace adit
