// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/standardtables.h"

#include "core/standard/standardjson.h"
#include "core/standard/standardrules.h"

#include <QHash>
#include <utility>

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

/// The texts of a node under the names they are stored by; textOf() finds them again.
template <typename Visit>
void visitTexts(const StandardNode &node, Visit visit)
{
    for (const TextField &field : textFields)
        visit(QString::fromLatin1(field.name), node.*field.member);
    for (const GuidanceText &text : guidanceTexts)
        visit(QString::fromLatin1(text.name), node.guidance.*text.member);
    for (std::size_t i = 0; i < node.guidance.terms.size(); ++i) {
        visit(QStringLiteral("term.%1").arg(i), node.guidance.terms[i].term);
        visit(QStringLiteral("meaning.%1").arg(i), node.guidance.terms[i].meaning);
    }
    for (std::size_t i = 0; i < node.guidance.ratings.size(); ++i)
        visit(QStringLiteral("rating.%1").arg(i), node.guidance.ratings[i]);
}

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
    Result<> result;
    const auto write = [&](const QString &field, const LocalText &words) {
        const auto &texts = words.all();
        for (auto text = texts.begin(); result && text != texts.end(); ++text) {
            insert.bind(1, node.code.toString()).bind(2, field).bind(3, text.key()).bind(4, text.value());
            result = insert.run();
        }
    };
    visitTexts(node, write);
    return result;
}

std::optional<QString> joined(const QStringList &codes)
{
    return orNothing(codes.join(QLatin1Char(' ')));
}

QStringList codesOf(const std::vector<RequirementCode> &related)
{
    QStringList codes;
    for (const RequirementCode &code : related)
        codes.append(code.toString());
    return codes;
}

Error damaged(const QString &path, const QString &what)
{
    return {ErrorCode::FileDamaged, path, QStringLiteral("standard: ") + what};
}

/// "term.12": the text, and the place it has in its list; no place for texts that stand alone.
struct TextPlace
{
    QString name;
    std::size_t index = 0;
};

TextPlace placeOf(const QString &field)
{
    const qsizetype dot = field.indexOf(QLatin1Char('.'));
    return dot < 0 ? TextPlace{field} : TextPlace{field.left(dot), field.mid(dot + 1).toUInt()};
}

template <typename Entry>
Entry &entryAt(std::vector<Entry> &entries, std::size_t index)
{
    if (entries.size() <= index)
        entries.resize(index + 1);
    return entries[index];
}

/// The text of a node that is stored under a name; nothing if there is none.
LocalText *textOf(StandardNode &node, const QString &field)
{
    constexpr std::size_t mostEntries = 1000;
    for (const TextField &text : textFields)
        if (field == QLatin1String(text.name))
            return &(node.*text.member);
    for (const GuidanceText &text : guidanceTexts)
        if (field == QLatin1String(text.name))
            return &(node.guidance.*text.member);
    const TextPlace place = placeOf(field);
    if (place.index >= mostEntries)
        return nullptr;
    if (place.name == QLatin1String("term"))
        return &entryAt(node.guidance.terms, place.index).term;
    if (place.name == QLatin1String("meaning"))
        return &entryAt(node.guidance.terms, place.index).meaning;
    return place.name == QLatin1String("rating") ? &entryAt(node.guidance.ratings, place.index) : nullptr;
}

/// Straight into the nodes, row by row: together in between they would take as much room again.
Result<> readTexts(Database &database, const QHash<QString, int> &indexes, std::vector<StandardNode> &nodes)
{
    ADIT_TRY_ASSIGN(Statement select, database.prepare("SELECT code, field, language, text FROM standard_text "
                                                       "ORDER BY code, field, language"));
    QString code;
    QString field;
    QMap<QString, QString> languages;
    const auto finish = [&] {
        const auto index = indexes.constFind(code);
        LocalText *text = index == indexes.constEnd() || languages.isEmpty()
                              ? nullptr
                              : textOf(nodes[static_cast<std::size_t>(*index)], field);
        if (text)
            *text = LocalText(std::exchange(languages, {}));
        languages.clear();
    };
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            break;
        const QString rowCode = select.text(0);
        const QString rowField = select.text(1);
        if (rowCode != code || rowField != field) {
            finish();
            code = rowCode;
            field = rowField;
        }
        languages.insert(select.text(2), select.text(3));
    }
    finish();
    return {};
}

QStringList split(const QString &codes)
{
    return codes.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

Result<std::vector<StandardNode>> readNodes(Database &database)
{
    ADIT_TRY_ASSIGN(Statement select, database.prepare("SELECT code, parent, numbering, critical, applies_to, sources, "
                                                       "tags, related FROM standard_node ORDER BY position"));
    std::vector<StandardNode> nodes;
    QHash<QString, int> indexes;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            break;
        const auto code = RequirementCode::fromString(select.text(0));
        const bool hasParent = !select.isNull(1);
        if (!code || (hasParent && !indexes.contains(select.text(1))) || hasParent != code->parent().has_value())
            return damaged(database.path(), select.text(0));
        const QString appliesTo = select.text(4);
        StandardNode node(*code, hasParent ? indexes[select.text(1)] : -1);
        node.guidance.sources = split(select.text(5));
        node.guidance.tags = split(select.text(6));
        for (const QString &related : split(select.text(7)))
            if (const auto relatedCode = RequirementCode::fromString(related))
                node.guidance.related.push_back(*relatedCode);
        node.numberingConfidence = select.text(2);
        node.criticalConfidence = select.text(3);
        node.critical = !select.isNull(3);
        node.appliesTo = appliesTo == QLatin1String("new")        ? AppliesTo::NewMines
                         : appliesTo == QLatin1String("existing") ? AppliesTo::ExistingMines
                                                                  : AppliesTo::Both;
        indexes.insert(select.text(0), static_cast<int>(nodes.size()));
        nodes.push_back(std::move(node));
    }
    ADIT_TRY(readTexts(database, indexes, nodes));
    return nodes;
}

} // namespace

Result<> writeStandard(Database &database, const Standard &standard)
{
    ADIT_TRY_ASSIGN(Statement part, database.prepare("INSERT INTO standard_part VALUES ('rules', ?1)"));
    part.bind(1, QString::fromUtf8(rulesJson(standard)));
    ADIT_TRY(part.run());
    ADIT_TRY_ASSIGN(Statement insert,
                    database.prepare("INSERT INTO standard_node VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
    ADIT_TRY_ASSIGN(Statement text, database.prepare("INSERT INTO standard_text VALUES (?1, ?2, ?3, ?4)"));
    qint64 position = 0;
    for (const StandardNode &node : standard.nodes()) {
        const auto parent = node.code.parent();
        insert.bind(1, ++position)
            .bind(2, node.code.toString())
            .bind(3, parent ? std::optional(parent->toString()) : std::nullopt)
            .bind(4, orNothing(node.numberingConfidence))
            .bind(5, node.critical ? std::optional(node.criticalConfidence) : std::nullopt)
            .bind(6, appliesToCode(node.appliesTo))
            .bind(7, joined(node.guidance.sources))
            .bind(8, joined(node.guidance.tags))
            .bind(9, joined(codesOf(node.guidance.related)));
        ADIT_TRY(insert.run());
        ADIT_TRY(writeTexts(text, node));
    }
    ADIT_TRY_ASSIGN(Statement hash, database.prepare("INSERT INTO meta VALUES ('standard_hash', ?1)"));
    hash.bind(1, toHex(standard.hash()));
    return hash.run();
}

Result<StoredStandard> readStandard(Database &database)
{
    ADIT_TRY_ASSIGN(const QString rules, database.text("SELECT json FROM standard_part WHERE name = 'rules'"));
    auto parts = parseRules(rules.toUtf8());
    if (!parts)
        return damaged(database.path(), parts.error().detail);
    ADIT_TRY_ASSIGN(parts->nodes, readNodes(database));
    if (const auto checked = checkStandardRules(*parts); !checked)
        return damaged(database.path(), checked.error().subject + QLatin1Char(' ') + checked.error().detail);
    ADIT_TRY_ASSIGN(QString hash, database.text("SELECT value FROM meta WHERE key = 'standard_hash'"));
    return StoredStandard{Standard(std::move(*parts)), std::move(hash)};
}

Result<> checkHash(const StoredStandard &stored, const QString &path)
{
    if (toHex(stored.standard.hash()) != stored.hash)
        return damaged(path, QStringLiteral("hash"));
    return {};
}

} // namespace adit
