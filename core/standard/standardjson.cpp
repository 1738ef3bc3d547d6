// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/standardjson.h"

#include "core/standard/jsonchecks.h"
#include "core/standard/jsonschema.h"
#include "core/standard/jsontexts.h"
#include "core/standard/processjson.h"
#include "core/standard/standardrules.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>
#include <future>

namespace adit {

namespace {

const QLatin1String catalogueFolder(":/adit/standards");

/// One item a line in memory, a list of texts in the file.
QJsonValue jsonOfLines(const LocalText &text)
{
    QJsonObject object;
    for (auto it = text.all().cbegin(); it != text.all().cend(); ++it)
        object.insert(it.key(), QJsonArray::fromStringList(it.value().split(QLatin1Char('\n'))));
    return object;
}

LocalText linesFrom(const QJsonValue &value)
{
    QMap<QString, QString> texts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        texts.insert(it.key(), textsFrom(it.value()).join(QLatin1Char('\n')));
    return LocalText(texts);
}

QJsonObject jsonOf(const ScaleStep &step)
{
    QJsonObject object{{QStringLiteral("code"), step.code},
                       {QStringLiteral("label"), jsonOf(step.label)},
                       {QStringLiteral("word"), jsonOf(step.word)},
                       {QStringLiteral("glyph"), step.glyph},
                       {QStringLiteral("key"), step.key}};
    if (step.points)
        object.insert(QStringLiteral("points"), step.points->toString());
    if (step.needsJustification)
        object.insert(QStringLiteral("needs_justification"), true);
    if (step.needsUntil)
        object.insert(QStringLiteral("needs_until"), true);
    return object;
}

ScaleStep scaleStepFrom(const QJsonObject &object)
{
    return {.code = object[QLatin1String("code")].toString(),
            .label = textFrom(object[QLatin1String("label")]),
            .word = textFrom(object[QLatin1String("word")]),
            .glyph = object[QLatin1String("glyph")].toString(),
            .key = object[QLatin1String("key")].toString(),
            .points = Fraction::fromString(object[QLatin1String("points")].toString()),
            .needsJustification = object[QLatin1String("needs_justification")].toBool(),
            .needsUntil = object[QLatin1String("needs_until")].toBool()};
}

QJsonObject jsonOf(const LevelRule &level, const std::vector<ScaleStep> &scale)
{
    QJsonObject object{{QStringLiteral("code"), level.code}, {QStringLiteral("name"), jsonOf(level.name)}};
    const auto insertScale = [&](const char *name, std::optional<int> index) {
        if (index)
            object.insert(QLatin1String(name), scale[static_cast<std::size_t>(*index)].code);
    };
    if (level.eachPrinciple)
        object.insert(QStringLiteral("each_principle"), level.eachPrinciple->toString());
    insertScale("critical_floor", level.criticalFloor);
    insertScale("plan_below", level.planBelow);
    insertScale("every_requirement", level.everyRequirement);
    return object;
}

/// Unknown scale codes become -1 and are reported by the rules.
std::optional<int> scaleReference(const QJsonValue &value, const std::vector<ScaleStep> &scale)
{
    if (value.isUndefined())
        return std::nullopt;
    for (std::size_t i = 0; i < scale.size(); ++i)
        if (scale[i].code == value.toString())
            return static_cast<int>(i);
    return -1;
}

LevelRule levelFrom(const QJsonObject &object, const std::vector<ScaleStep> &scale)
{
    return {.code = object[QLatin1String("code")].toString(),
            .name = textFrom(object[QLatin1String("name")]),
            .eachPrinciple = Fraction::fromString(object[QLatin1String("each_principle")].toString()),
            .criticalFloor = scaleReference(object[QLatin1String("critical_floor")], scale),
            .planBelow = scaleReference(object[QLatin1String("plan_below")], scale),
            .everyRequirement = scaleReference(object[QLatin1String("every_requirement")], scale)};
}

QJsonObject jsonOf(const LevelLabels &labels)
{
    return {{QStringLiteral("achieved"), jsonOf(labels.achieved)},
            {QStringLiteral("not_achieved"), jsonOf(labels.notAchieved)},
            {QStringLiteral("in_progress"), jsonOf(labels.inProgress)},
            {QStringLiteral("only_possible"), jsonOf(labels.onlyPossible)},
            {QStringLiteral("pending"), jsonOf(labels.pending)},
            {QStringLiteral("qualification"), jsonOf(labels.qualification)}};
}

LevelLabels labelsFrom(const QJsonObject &object)
{
    return {.achieved = textFrom(object[QLatin1String("achieved")]),
            .notAchieved = textFrom(object[QLatin1String("not_achieved")]),
            .inProgress = textFrom(object[QLatin1String("in_progress")]),
            .onlyPossible = textFrom(object[QLatin1String("only_possible")]),
            .pending = textFrom(object[QLatin1String("pending")]),
            .qualification = textFrom(object[QLatin1String("qualification")])};
}

/// What the list of a node's children is called in the file.
QLatin1String childrenName(NodeLevel level)
{
    switch (level) {
    case NodeLevel::Principle:
        return QLatin1String("chapters");
    case NodeLevel::Chapter:
        return QLatin1String("criteria");
    case NodeLevel::Criterion:
        return QLatin1String("requirements");
    case NodeLevel::Requirement:
        break;
    }
    return {};
}

QJsonArray jsonOf(const std::vector<GuidanceTerm> &terms)
{
    QJsonArray array;
    for (const GuidanceTerm &term : terms)
        array.append(QJsonObject{{QStringLiteral("term"), jsonOf(term.term)},
                                 {QStringLiteral("meaning"), jsonOf(term.meaning)}});
    return array;
}

QJsonObject jsonOf(const Guidance &guidance, const std::vector<ScaleStep> &scale)
{
    QJsonObject object;
    for (const GuidanceText &text : guidanceTexts)
        if (const LocalText &words = guidance.*text.member; !words.isEmpty())
            object.insert(QLatin1String(text.name), text.isList ? jsonOfLines(words) : jsonOf(words));
    if (!guidance.terms.empty())
        object.insert(QStringLiteral("terms"), jsonOf(guidance.terms));
    QJsonObject ratings;
    for (std::size_t i = 0; i < guidance.ratings.size(); ++i)
        ratings.insert(scale[i].code, jsonOf(guidance.ratings[i]));
    if (!ratings.isEmpty())
        object.insert(QStringLiteral("ratings"), ratings);
    insertList(object, "sources", guidance.sources);
    insertList(object, "tags", guidance.tags);
    QStringList related;
    for (const RequirementCode &code : guidance.related)
        related.append(code.toString());
    insertList(object, "related", related);
    return object;
}

QJsonObject jsonOf(const Standard &standard, int index)
{
    const StandardNode &node = standard.nodes()[static_cast<std::size_t>(index)];
    QJsonObject object{{QStringLiteral("code"), node.code.toString()}, {QStringLiteral("title"), jsonOf(node.title)}};
    insertText(object, "short", node.shortTitle);
    insertText(object, "statement", node.statement);
    insertText(object, "relevance_rule", node.relevanceRule);
    if (!node.numberingConfidence.isEmpty())
        object.insert(QStringLiteral("numbering"), node.numberingConfidence);
    if (node.critical)
        object.insert(QStringLiteral("critical"), node.criticalConfidence);
    if (node.appliesTo != AppliesTo::Both)
        object.insert(QStringLiteral("applies_to"),
                      node.appliesTo == AppliesTo::NewMines ? QStringLiteral("new") : QStringLiteral("existing"));
    if (const QJsonObject guidance = jsonOf(node.guidance, standard.scale()); !guidance.isEmpty())
        object.insert(QStringLiteral("guidance"), guidance);
    QJsonArray children;
    for (const int child : standard.children(index))
        children.append(jsonOf(standard, child));
    if (!children.isEmpty())
        object.insert(childrenName(node.code.level()), children);
    return object;
}

AppliesTo appliesToFrom(const QString &text)
{
    if (text == QLatin1String("new"))
        return AppliesTo::NewMines;
    return text == QLatin1String("existing") ? AppliesTo::ExistingMines : AppliesTo::Both;
}

Error invalidAt(const QString &place, const QString &detail)
{
    return {ErrorCode::StandardInvalid, place, detail};
}

/// What each scored step means here. Left out for all, or said for every one of them.
Result<std::vector<LocalText>> ratingsFrom(const QJsonObject &object, const QString &place,
                                           const std::vector<ScaleStep> &scale)
{
    std::vector<LocalText> ratings;
    QStringList expected;
    for (const ScaleStep &step : scale) {
        if (!step.points)
            continue;
        expected.append(step.code);
        if (object.contains(step.code))
            ratings.push_back(textFrom(object[step.code]));
    }
    if (!object.isEmpty() && (ratings.size() != std::size_t(expected.size()) || object.size() != expected.size()))
        return invalidAt(place,
                         QStringLiteral("%1; expected is each scored rating once: %2")
                             .arg(object.keys().join(QStringLiteral(", ")), expected.join(QStringLiteral(", "))));
    return ratings;
}

Result<Guidance> guidanceFrom(const QJsonObject &object, const QString &place, const std::vector<ScaleStep> &scale)
{
    Guidance guidance;
    for (const GuidanceText &text : guidanceTexts) {
        const QJsonValue words = object[QLatin1String(text.name)];
        guidance.*text.member = text.isList ? linesFrom(words) : textFrom(words);
    }
    for (const QJsonValue &term : object[QLatin1String("terms")].toArray())
        guidance.terms.push_back({textFrom(term[QLatin1String("term")]), textFrom(term[QLatin1String("meaning")])});
    ADIT_TRY_ASSIGN(guidance.ratings, ratingsFrom(object[QLatin1String("ratings")].toObject(),
                                                  place + QStringLiteral("/ratings"), scale));
    guidance.sources = textsFrom(object[QLatin1String("sources")]);
    guidance.tags = textsFrom(object[QLatin1String("tags")]);
    for (const QString &text : textsFrom(object[QLatin1String("related")])) {
        const auto code = RequirementCode::fromString(text);
        if (!code || code->level() != NodeLevel::Requirement)
            return invalidAt(place + QStringLiteral("/related"),
                             text + QStringLiteral(": a requirement's code is expected here"));
        guidance.related.push_back(*code);
    }
    return guidance;
}

/// Adds a node and everything below it. `place` is the JSON pointer of the node, for errors; `taken` are the codes met.
Result<> appendNode(const QJsonObject &object, NodeLevel level, int parent, const QString &place,
                    QSet<RequirementCode> &taken, Standard::Parts &parts)
{
    std::vector<StandardNode> &nodes = parts.nodes;
    const QString codeText = object[QLatin1String("code")].toString();
    const auto code = RequirementCode::fromString(codeText);
    if (!code || code->level() != level)
        return invalidAt(place + QStringLiteral("/code"),
                         QStringLiteral("%1: a code with %2 parts is expected here").arg(codeText).arg(int(level) + 1));
    if (parent >= 0 && !nodes[static_cast<std::size_t>(parent)].code.contains(*code))
        return invalidAt(place + QStringLiteral("/code"),
                         QStringLiteral("%1 does not belong under %2")
                             .arg(codeText, nodes[static_cast<std::size_t>(parent)].code.toString()));
    if (taken.contains(*code))
        return invalidAt(place + QStringLiteral("/code"), QStringLiteral("%1 stands twice").arg(codeText));
    taken.insert(*code);
    const QString critical = object[QLatin1String("critical")].toString();
    const int index = static_cast<int>(nodes.size());
    StandardNode node(*code, parent);
    node.title = textFrom(object[QLatin1String("title")]);
    node.shortTitle = textFrom(object[QLatin1String("short")]);
    node.statement = textFrom(object[QLatin1String("statement")]);
    node.relevanceRule = textFrom(object[QLatin1String("relevance_rule")]);
    node.numberingConfidence = object[QLatin1String("numbering")].toString();
    node.critical = !critical.isEmpty();
    node.criticalConfidence = critical;
    node.appliesTo = appliesToFrom(object[QLatin1String("applies_to")].toString());
    ADIT_TRY_ASSIGN(node.guidance, guidanceFrom(object[QLatin1String("guidance")].toObject(),
                                                place + QStringLiteral("/guidance"), parts.scale));
    nodes.push_back(std::move(node));
    if (level == NodeLevel::Requirement)
        return {};
    const QLatin1String name = childrenName(level);
    const QJsonArray children = object[name].toArray();
    for (qsizetype i = 0; i < children.size(); ++i)
        ADIT_TRY(appendNode(children[i].toObject(), static_cast<NodeLevel>(int(level) + 1), index,
                            QStringLiteral("%1/%2/%3").arg(place, name).arg(i), taken, parts));
    return {};
}

std::vector<std::vector<Fraction>> otherPointsFrom(const QJsonArray &tables)
{
    std::vector<std::vector<Fraction>> result;
    for (const QJsonValue &table : tables) {
        std::vector<Fraction> points;
        for (const QJsonValue &value : table.toArray())
            points.push_back(Fraction::fromString(value.toString()).value_or(Fraction()));
        result.push_back(std::move(points));
    }
    return result;
}

QJsonArray jsonOf(const std::vector<Translation> &translations)
{
    QJsonArray array;
    for (const Translation &translation : translations)
        array.append(QJsonObject{{QStringLiteral("language"), translation.language},
                                 {QStringLiteral("note"), jsonOf(translation.note)}});
    return array;
}

QJsonObject rulesObject(const Standard &standard)
{
    QJsonArray scale;
    for (const ScaleStep &step : standard.scale())
        scale.append(jsonOf(step));
    QJsonArray levels;
    for (const LevelRule &level : standard.levels())
        levels.append(jsonOf(level, standard.scale()));
    QJsonArray otherPoints;
    for (const auto &table : standard.parts().otherPoints) {
        QJsonArray points;
        for (const Fraction &fraction : table)
            points.append(fraction.toString());
        otherPoints.append(points);
    }
    const bool mean = standard.principleRule() == PrincipleRule::MeanOfChapters;
    QJsonObject object{{QStringLiteral("format"), QStringLiteral("adit-standard/1")},
                       {QStringLiteral("id"), standard.id()},
                       {QStringLiteral("version"), standard.version()},
                       {QStringLiteral("official"), standard.parts().official},
                       {QStringLiteral("title"), jsonOf(standard.title())},
                       {QStringLiteral("notice"), jsonOf(standard.notice())},
                       {QStringLiteral("scale"), scale},
                       {QStringLiteral("levels"), levels},
                       {QStringLiteral("labels"), jsonOf(standard.labels())},
                       {QStringLiteral("principle_rule"), mean ? QStringLiteral("mean") : QStringLiteral("pooled")},
                       {QStringLiteral("other_points"), otherPoints}};
    insertProcess(object, standard.process());
    if (!standard.translations().empty())
        object.insert(QStringLiteral("translations"), jsonOf(standard.translations()));
    return object;
}

Result<Standard::Parts> rulesFrom(const QJsonObject &object)
{
    Standard::Parts parts;
    parts.id = object[QLatin1String("id")].toString();
    parts.version = object[QLatin1String("version")].toString();
    parts.official = object[QLatin1String("official")].toBool();
    parts.title = textFrom(object[QLatin1String("title")]);
    parts.notice = textFrom(object[QLatin1String("notice")]);
    for (const QJsonValue &translation : object[QLatin1String("translations")].toArray())
        parts.translations.push_back(
            {translation[QLatin1String("language")].toString(), textFrom(translation[QLatin1String("note")])});
    for (const QJsonValue &step : object[QLatin1String("scale")].toArray())
        parts.scale.push_back(scaleStepFrom(step.toObject()));
    for (const QJsonValue &level : object[QLatin1String("levels")].toArray())
        parts.levels.push_back(levelFrom(level.toObject(), parts.scale));
    parts.labels = labelsFrom(object[QLatin1String("labels")].toObject());
    if (object[QLatin1String("principle_rule")].toString() == QLatin1String("mean"))
        parts.principleRule = PrincipleRule::MeanOfChapters;
    parts.otherPoints = otherPointsFrom(object[QLatin1String("other_points")].toArray());
    ADIT_TRY_ASSIGN(parts.process, processFrom(object));
    return parts;
}

Result<Standard::Parts> partsFrom(const QJsonObject &object)
{
    ADIT_TRY_ASSIGN(Standard::Parts parts, rulesFrom(object));
    QSet<RequirementCode> taken;
    const QJsonArray principles = object[QLatin1String("principles")].toArray();
    for (qsizetype i = 0; i < principles.size(); ++i)
        ADIT_TRY(appendNode(principles[i].toObject(), NodeLevel::Principle, -1, QStringLiteral("/principles/%1").arg(i),
                            taken, parts));
    return parts;
}

QByteArray resource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What can be said of the file without knowing what it means.
Result<> checkForm(const QByteArray &json, const QJsonValue &root)
{
    ADIT_TRY(checkMembersOnce(json));
    ADIT_TRY(checkTextsClean(json, root));
    ADIT_TRY_ASSIGN(const JsonSchema schema,
                    JsonSchema::compile(resource(QStringLiteral(":/adit/schema/adit-standard-1.schema.json"))));
    return schema.check(root);
}

} // namespace

Result<Standard> parseStandard(const QByteArray &json)
{
    constexpr qsizetype largestFile = 64 * 1024 * 1024;
    if (json.size() > largestFile)
        return Error{ErrorCode::StandardInvalid, QStringLiteral("/"), QStringLiteral("at most 64 MB")};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{ErrorCode::StandardInvalid, QStringLiteral("/"),
                     QStringLiteral("%1 at byte %2").arg(problem.errorString()).arg(problem.offset)};
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    // Reading takes wrong forms for absent ones, so it can go on beside the checks; their error comes first.
    auto form = std::async(std::launch::async, [&] { return checkForm(json, root); });
    auto parts = partsFrom(document.object());
    ADIT_TRY(form.get());
    if (!parts)
        return parts.error();
    ADIT_TRY(checkStandardRules(*parts));
    return Standard(std::move(*parts));
}

QByteArray canonicalJson(const Standard &standard)
{
    // One principle at a time: the whole tree as JSON values takes ten times the room of its text.
    QJsonObject object = rulesObject(standard);
    object.insert(QStringLiteral("principles"), QJsonArray());
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    const QByteArray empty = "\"principles\":[]"; // quotes within texts are escaped, so it stands there once
    QByteArray principles;
    for (const int principle : standard.principles())
        principles += (principles.isEmpty() ? "" : ",") +
                      QJsonDocument(jsonOf(standard, principle)).toJson(QJsonDocument::Compact);
    return json.replace(empty, "\"principles\":[" + principles + ']');
}

QJsonObject nodeJson(const Standard &standard, const RequirementCode &code)
{
    const auto node = standard.nodeIndex(code);
    return node ? jsonOf(standard, *node) : QJsonObject();
}

QByteArray rulesJson(const Standard &standard)
{
    return QJsonDocument(rulesObject(standard)).toJson(QJsonDocument::Compact);
}

Result<Standard::Parts> parseRules(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return Error{ErrorCode::StandardInvalid, QStringLiteral("/"), QStringLiteral("a JSON object")};
    return rulesFrom(document.object());
}

QStringList shippedStandards()
{
    QStringList ids;
    for (const QString &file : QDir(catalogueFolder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        ids.append(file.chopped(5));
    return ids;
}

Result<Standard> shippedStandard(const QString &qualifiedId)
{
    if (!shippedStandards().contains(qualifiedId))
        return Error{ErrorCode::StandardUnknown, qualifiedId, shippedStandards().join(QStringLiteral(", "))};
    return parseStandard(resource(QStringLiteral("%1/%2.json").arg(catalogueFolder, qualifiedId)));
}

} // namespace adit
