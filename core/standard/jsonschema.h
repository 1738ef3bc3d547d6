// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>
#include <vector>

namespace adit {

/// A JSON schema (draft 7), read once so that a large document is checked in one walk: the schema library of the tests,
/// which agrees with it, takes ten times as long and tells only which keyword failed. Knows the keywords that the
/// project's own schemas use; a schema with another one does not compile, so none is passed over in silence.
class JsonSchema
{
public:
    /// Error StandardInvalid names the keyword that is not known.
    static Result<JsonSchema> compile(const QByteArray &schema);

    /// The first violation in document order is Error StandardInvalid: subject is the JSON pointer of the place
    /// ("/scale/0/key"), detail says what is there and what was expected, in words for whoever wrote the file.
    Result<> check(const QJsonValue &document) const;

private:
    struct Rule
    {
        QString type; ///< empty: any
        QJsonValue only = QJsonValue(QJsonValue::Undefined);
        QJsonArray choices;
        QStringList required;
        bool closed = false; ///< members that no rule is for are refused
        QHash<QString, int> members;
        QStringList forms; ///< of member names, as the schema writes them
        std::vector<std::pair<QRegularExpression, int>> membersByForm;
        int entries = -1; ///< the rule for each entry of a list
        bool entriesDiffer = false;
        int least = 0; ///< characters, entries or members
        int most = -1; ///< -1: no limit
        QString form;  ///< of a text, as the schema writes it
        QRegularExpression formMatch;
    };

    Result<int> add(const QJsonObject &schema);
    Result<int> addReferred(const QString &reference);
    Result<> takeKeyword(const QString &keyword, const QJsonValue &value, Rule &rule);
    Result<> takeMembers(const QJsonObject &members, Rule &rule);
    Result<> takeForms(const QJsonObject &members, Rule &rule);

    /// One walk through a document: where it is, and which names of members it has met under a rule.
    struct Walk
    {
        QStringList place = {};
        QHash<std::pair<const Rule *, QString>, int> known = {};
    };

    Result<> check(const QJsonValue &value, int rule, Walk &walk) const;
    Result<> checkMembers(const QJsonObject &object, const Rule &rule, Walk &walk) const;
    Result<> checkEntries(const QJsonArray &array, const Rule &rule, Walk &walk) const;
    /// -1: none. The same few names come again and again, and matching their form takes most of the time.
    static int ruleFor(const QString &member, const Rule &rule, Walk &walk);
    static QString reason(const QJsonValue &value, const Rule &rule, Walk &walk);
    static QString objectReason(const QJsonObject &object, const Rule &rule, Walk &walk);
    static QString listReason(const QJsonArray &array, const Rule &rule);
    static QString textReason(const QString &text, const Rule &rule);

    QJsonObject m_definitions;
    QHash<QString, int> m_referred;
    std::vector<Rule> m_rules;
    int m_root = -1;
};

} // namespace adit
