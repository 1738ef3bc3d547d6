// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace adit::test {

namespace {

QJsonObject text(const QString &english)
{
    return {{QStringLiteral("en"), english}};
}

/// Finds or makes the object with `code` in the list `name` of `parent`, as a list of lists would.
QJsonObject &child(std::vector<std::pair<QString, QJsonObject>> &nodes, const QString &code)
{
    for (auto &[known, object] : nodes)
        if (known == code)
            return object;
    nodes.emplace_back(code, QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("title"), text(code)}});
    return nodes.back().second;
}

QJsonArray gather(const std::vector<std::pair<QString, QJsonObject>> &nodes, const QString &parent)
{
    QJsonArray list;
    for (const auto &[code, object] : nodes)
        if (parent.isEmpty() || code.startsWith(parent + QLatin1Char('.')))
            list.append(object);
    return list;
}

void fill(std::vector<std::pair<QString, QJsonObject>> &parents, const char *name,
          const std::vector<std::pair<QString, QJsonObject>> &children)
{
    for (auto &[code, object] : parents)
        object.insert(QLatin1String(name), gather(children, code));
}

} // namespace

const Standard &catalogue()
{
    static const Standard standard = must(shippedStandard(QStringLiteral("irma-style-1.0")));
    return standard;
}

Standard smallStandard(const QString &requirements, const QString &principleRule)
{
    std::vector<std::pair<QString, QJsonObject>> levels[4];
    for (QString word : requirements.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const bool critical = word.endsWith(QLatin1Char('!'));
        word.remove(QLatin1Char('!'));
        const QStringList parts = word.split(QLatin1Char(':'));
        const QString &code = parts.last();
        const QStringList numbers = code.split(QLatin1Char('.'));
        for (int depth = 1; depth <= 4; ++depth)
            child(levels[depth - 1], numbers.mid(0, depth).join(QLatin1Char('.')));
        QJsonObject &requirement = child(levels[3], code);
        requirement.insert(QStringLiteral("statement"), text(QStringLiteral("Statement ") + code));
        if (critical)
            requirement.insert(QStringLiteral("critical"), QStringLiteral("assumed"));
        if (parts.size() == 2)
            requirement.insert(QStringLiteral("applies_to"), parts.first());
    }
    fill(levels[2], "requirements", levels[3]);
    fill(levels[1], "criteria", levels[2]);
    fill(levels[0], "chapters", levels[1]);
    QFile shipped(QStringLiteral(":/adit/standards/irma-style-1.0.json"));
    (void)shipped.open(QIODevice::ReadOnly);
    QJsonObject standard = QJsonDocument::fromJson(shipped.readAll()).object();
    standard.insert(QStringLiteral("id"), QStringLiteral("small"));
    standard.insert(QStringLiteral("principle_rule"), principleRule);
    standard.insert(QStringLiteral("principles"), gather(levels[0], {}));
    return must(parseStandard(QJsonDocument(standard).toJson()));
}

std::vector<RatedItem> itemsFrom(const Standard &standard, const QString &words)
{
    std::vector<RatedItem> items(standard.requirements().size());
    for (const QString &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QStringList parts = word.split(QLatin1Char(':'));
        QString rating = parts.last();
        const bool plan = rating.endsWith(QLatin1String("+plan"));
        rating.remove(QLatin1String("+plan"));
        const bool leftOut = rating.endsWith(QLatin1String("+left-out"));
        rating.remove(QLatin1String("+left-out"));
        const auto node = standard.nodeIndex(*RequirementCode::fromString(parts.first()));
        const auto [first, end] = standard.ordinalsBelow(*node);
        for (int i = first; i < end; ++i) {
            RatedItem &item = items[static_cast<std::size_t>(i)];
            item.hasDatedPlan = plan;
            item.isLeftOut = leftOut;
            if (rating == QLatin1String("not-relevant"))
                item.relevance = RelevanceReason::MarkedItself;
            else
                item.rating = standard.scaleIndex(rating);
        }
    }
    return items;
}

QString levelCode(const Standard &standard, std::optional<int> level)
{
    return level ? standard.levels()[static_cast<std::size_t>(*level)].code : QStringLiteral("none");
}

Surroundings repeatableSurroundings(quint64 seed)
{
    Surroundings surroundings;
    surroundings.actor = QStringLiteral("Test auditor");
    surroundings.language = QStringLiteral("en");
    surroundings.random = Random::seeded(seed);
    surroundings.now = [time = std::make_shared<qint64>(1'777'000'000'000)] { return Instant{*time += 1000}; };
    return surroundings;
}

std::unique_ptr<CaseDocument> newCase(const QTemporaryDir &folder, const QString &name)
{
    return must(CaseDocument::create(folder.filePath(name), catalogue(),
                                     {{{&infoOf(field::details::site), QStringLiteral("Test mine")},
                                       {&infoOf(field::details::mine), QStringLiteral("existing")},
                                       {&infoOf(field::details::kind), QStringLiteral("initial")}}},
                                     repeatableSurroundings()));
}

} // namespace adit::test
