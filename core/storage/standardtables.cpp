// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/standardtables.h"

#include "core/standard/standardjson.h"
#include "core/standard/standardrules.h"

#include <QHash>

namespace adit {

namespace {

struct TextField
{
    const char *name;
    LocalText StandardNode::*member;
};

constexpr TextField textFields[] = {{"title", &StandardNode::title},
                                    {"short", &StandardNode::shortTitle},
                                    {"statement", &StandardNode::statement},
                                    {"relevance_rule", &StandardNode::relevanceRule}};

std::optional<QString> orNothing(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

std::optional<QString> appliesToCode(AppliesTo kind)
{
    switch (kind) {
    case AppliesTo::NewMines:
        return QStringLiteral("new");
    case AppliesTo::ExistingMines:
        return QStringLiteral("existing");
    case AppliesTo::Both:
        break;
    }
    return std::nullopt;
}

Result<> writeTexts(Statement &insert, const StandardNode &node)
{
    for (const TextField &field : textFields) {
        const auto &texts = (node.*field.member).all();
        for (auto text = texts.begin(); text != texts.end(); ++text) {
            insert.bind(1, node.code.toString())
                .bind(2, QString::fromLatin1(field.name))
                .bind(3, text.key())
                .bind(4, text.value());
            ADIT_TRY(insert.run());
        }
    }
    return {};
}

Error damaged(const Database &database, const QString &what)
{
    return {ErrorCode::FileDamaged, database.path(), QStringLiteral("standard: ") + what};
}

using TextsByNode = QHash<QString, QHash<QString, QMap<QString, QString>>>;

Result<TextsByNode> readTexts(Database &database)
{
    TextsByNode texts;
    ADIT_TRY_ASSIGN(Statement select, database.prepare("SELECT code, field, language, text FROM standard_text"));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return texts;
        texts[select.text(0)][select.text(1)].insert(select.text(2), select.text(3));
    }
}

Result<std::vector<StandardNode>> readNodes(Database &database)
{
    ADIT_TRY_ASSIGN(const TextsByNode texts, readTexts(database));
    ADIT_TRY_ASSIGN(Statement select, database.prepare("SELECT code, parent, numbering, critical, applies_to "
                                                       "FROM standard_node ORDER BY position"));
    std::vector<StandardNode> nodes;
    QHash<QString, int> indexes;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return nodes;
        const auto code = RequirementCode::fromString(select.text(0));
        const bool hasParent = !select.isNull(1);
        if (!code || (hasParent && !indexes.contains(select.text(1))) || hasParent != code->parent().has_value())
            return damaged(database, select.text(0));
        const QString appliesTo = select.text(4);
        StandardNode node(*code, hasParent ? indexes[select.text(1)] : -1);
        const auto &own = texts.value(select.text(0));
        for (const TextField &field : textFields)
            node.*field.member = LocalText(own.value(QString::fromLatin1(field.name)));
        node.numberingConfidence = select.text(2);
        node.criticalConfidence = select.text(3);
        node.critical = !select.isNull(3);
        node.appliesTo = appliesTo == QLatin1String("new")        ? AppliesTo::NewMines
                         : appliesTo == QLatin1String("existing") ? AppliesTo::ExistingMines
                                                                  : AppliesTo::Both;
        indexes.insert(select.text(0), static_cast<int>(nodes.size()));
        nodes.push_back(std::move(node));
    }
}

} // namespace

Result<> writeStandard(Database &database, const Standard &standard)
{
    ADIT_TRY_ASSIGN(Statement part, database.prepare("INSERT INTO standard_part VALUES ('rules', ?1)"));
    part.bind(1, QString::fromUtf8(rulesJson(standard)));
    ADIT_TRY(part.run());
    ADIT_TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO standard_node VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    ADIT_TRY_ASSIGN(Statement text, database.prepare("INSERT INTO standard_text VALUES (?1, ?2, ?3, ?4)"));
    qint64 position = 0;
    for (const StandardNode &node : standard.nodes()) {
        const auto parent = node.code.parent();
        insert.bind(1, ++position)
            .bind(2, node.code.toString())
            .bind(3, parent ? std::optional(parent->toString()) : std::nullopt)
            .bind(4, orNothing(node.numberingConfidence))
            .bind(5, node.critical ? std::optional(node.criticalConfidence) : std::nullopt)
            .bind(6, appliesToCode(node.appliesTo));
        ADIT_TRY(insert.run());
        ADIT_TRY(writeTexts(text, node));
    }
    ADIT_TRY_ASSIGN(Statement hash, database.prepare("INSERT INTO meta VALUES ('standard_hash', ?1)"));
    hash.bind(1, toHex(standard.hash()));
    return hash.run();
}

Result<Standard> readStandard(Database &database)
{
    ADIT_TRY_ASSIGN(const QString rules, database.text("SELECT json FROM standard_part WHERE name = 'rules'"));
    auto parts = parseRules(rules.toUtf8());
    if (!parts)
        return damaged(database, parts.error().detail);
    ADIT_TRY_ASSIGN(parts->nodes, readNodes(database));
    if (const auto checked = checkStandardRules(*parts); !checked)
        return damaged(database, checked.error().subject + QLatin1Char(' ') + checked.error().detail);
    Standard standard(std::move(*parts));
    ADIT_TRY_ASSIGN(const QString hash, database.text("SELECT value FROM meta WHERE key = 'standard_hash'"));
    if (toHex(standard.hash()) != hash)
        return damaged(database, QStringLiteral("hash"));
    return standard;
}

} // namespace adit
