// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/recordjson.h"

#include <QJsonArray>

namespace adit {

namespace {

QJsonObject shareJson(const GroupScore &group, const Standard &standard)
{
    return {{QStringLiteral("id"), standard.nodes()[static_cast<std::size_t>(group.node)].code.toString()},
            {QStringLiteral("got"), group.now.got.toString()},
            {QStringLiteral("possible"), group.now.possible},
            {QStringLiteral("shown"), group.now.isEmpty() ? QJsonValue() : QJsonValue(group.now.shown)}};
}

QJsonArray sharesJson(const std::vector<GroupScore> &groups, const Standard &standard)
{
    QJsonArray list;
    for (const GroupScore &group : groups)
        list.append(shareJson(group, standard));
    return list;
}

QJsonValue levelCode(const Standard &standard, const std::optional<int> &level)
{
    return level ? QJsonValue(standard.levels()[static_cast<std::size_t>(*level)].code) : QJsonValue();
}

QString statusCode(LevelStatus status)
{
    return status == LevelStatus::Final     ? QStringLiteral("final")
           : status == LevelStatus::Pending ? QStringLiteral("pending")
                                            : QStringLiteral("provisional");
}

QJsonObject levelJson(const Standard &standard, const LevelResult &level)
{
    return {{QStringLiteral("achieved"), levelCode(standard, level.achieved)},
            {QStringLiteral("status"), statusCode(level.status)},
            {QStringLiteral("floor"), levelCode(standard, level.floor)},
            {QStringLiteral("ceiling"), levelCode(standard, level.ceiling)}};
}

} // namespace

QJsonObject scoresJson(const Standard &standard, const ScoreCard &card)
{
    return {{QStringLiteral("principles"), sharesJson(card.principles, standard)},
            {QStringLiteral("chapters"), sharesJson(card.chapters, standard)},
            {QStringLiteral("level"), levelJson(standard, card.level)}};
}

QString relevanceCode(RelevanceReason reason)
{
    return reason == RelevanceReason::Relevant          ? QStringLiteral("relevant")
           : reason == RelevanceReason::OtherKindOfMine ? QStringLiteral("other-kind-of-mine")
                                                        : QStringLiteral("not-relevant");
}

std::optional<RelevanceReason> relevanceFrom(const QString &code)
{
    for (const RelevanceReason reason :
         {RelevanceReason::Relevant, RelevanceReason::MarkedItself, RelevanceReason::OtherKindOfMine})
        if (code == relevanceCode(reason))
            return reason;
    return std::nullopt;
}

} // namespace adit
