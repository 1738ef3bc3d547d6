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

QJsonArray earlierJson(const Standard &standard, const std::vector<GroupScore> &groups,
                       const std::vector<std::optional<Share>> &before)
{
    QJsonArray list;
    for (std::size_t i = 0; i < groups.size(); ++i)
        list.append(QJsonObject{
            {QStringLiteral("id"), standard.nodes()[static_cast<std::size_t>(groups[i].node)].code.toString()},
            {QStringLiteral("shown"), before[i] ? QJsonValue(before[i]->shown) : QJsonValue()}});
    return list;
}

QJsonValue countJson(const std::optional<int> &count)
{
    return count ? QJsonValue(*count) : QJsonValue();
}

QJsonObject placesJson(const PublicFieldwork::Places &places)
{
    return {{QStringLiteral("planned"), places.planned}, {QStringLiteral("visited"), places.visited}};
}

} // namespace

QJsonObject beforeJson(const Standard &standard, const ScoreCard &card, const EarlierScores &before)
{
    return {{QStringLiteral("principles"), earlierJson(standard, card.principles, before.principles)},
            {QStringLiteral("chapters"), earlierJson(standard, card.chapters, before.chapters)}};
}

QJsonObject fieldworkJson(const PublicFieldwork &fieldwork)
{
    QJsonArray people;
    for (const PublicFieldwork::Group &group : fieldwork.groups)
        people.append(QJsonObject{{QStringLiteral("group"), group.code},
                                  {QStringLiteral("planned"), countJson(group.planned)},
                                  {QStringLiteral("heard"), countJson(group.heard)}});
    return {{QStringLiteral("people"), people},
            {QStringLiteral("each_few"), fieldwork.isEachFew},
            {QStringLiteral("heard_least"), fieldwork.heard.least},
            {QStringLiteral("heard_most"), fieldwork.heard.most},
            {QStringLiteral("planned"), countJson(fieldwork.planned)},
            {QStringLiteral("interviews"), countJson(fieldwork.interviews)},
            {QStringLiteral("documents"), fieldwork.documents},
            {QStringLiteral("on_site"), placesJson(fieldwork.onSite)},
            {QStringLiteral("off_site"), placesJson(fieldwork.offSite)},
            {QStringLiteral("planned_days"), countJson(fieldwork.plannedDays)},
            {QStringLiteral("days"), countJson(fieldwork.days)}};
}

QJsonValue orNull(const std::optional<QDate> &date)
{
    return date ? QJsonValue(toIso(*date)) : QJsonValue();
}

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
