// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/merkletree.h"
#include "core/release/hexbytes.h"
#include "core/release/jcs.h"
#include "core/release/publicrecord.h"
#include "core/release/recordjson.h"
#include "core/standard/standardjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace adit {

namespace {

constexpr QLatin1String recordFormat("adit-public-assessment/1");
constexpr qsizetype digestSize = 32;
constexpr qsizetype saltSize = 16;

Error invalid(const QString &path, const QString &what)
{
    return {ErrorCode::ReleaseInvalid, path, what};
}

/// The chapter that a place of the record belongs to; empty for what is about the whole mine.
QString chapterAt(const QJsonObject &record, const QString &path)
{
    const QStringList steps = path.split(QLatin1Char('/'));
    const QString list = steps.value(1);
    if (list == QLatin1String("photos")) {
        const QJsonObject photo = record[list].toArray().at(steps.value(2).toLongLong()).toObject();
        return photo[QLatin1String("requirement")].toString().section(QLatin1Char('.'), 0, 1);
    }
    if (list != QLatin1String("requirements") && list != QLatin1String("relevance"))
        return {};
    const QJsonArray entries = record[list].toArray();
    const QString id = entries.at(steps.value(2).toLongLong()).toObject()[QLatin1String("id")].toString();
    return id.section(QLatin1Char('.'), 0, 1);
}

Result<RatedItem> itemFrom(const Standard &standard, int ordinal, const QJsonObject &json, const QString &path)
{
    const QString place = QStringLiteral("/requirements/%1").arg(ordinal);
    if (json[QLatin1String("id")].toString() != standard.requirement(ordinal).code.toString())
        return invalid(path, place + QStringLiteral("/id: ") + standard.requirement(ordinal).code.toString());
    RatedItem item;
    const QString relevance = json[QLatin1String("relevance")].toString();
    const auto reason = relevanceFrom(relevance);
    if (!reason)
        return invalid(path, place + QStringLiteral("/relevance: relevant, not-relevant, other-kind-of-mine"));
    item.relevance = *reason;
    if (item.relevance != RelevanceReason::Relevant)
        return item;
    const QString rating = json[QLatin1String("rating")].toString();
    item.rating = standard.scaleIndex(rating);
    if (!item.rating && rating != QLatin1String("unrated"))
        return invalid(path, place + QStringLiteral("/rating: a code of the scale, or unrated"));
    item.isLeftOut = json[QLatin1String("left_out")].toBool();
    item.hasDatedPlan = json[QLatin1String("planned")].toBool();
    return item;
}

void compare(QStringList &wrong, const QString &place, const QJsonValue &stated, const QJsonValue &computed)
{
    if (stated != computed)
        wrong.append(place);
}

void compareAll(QStringList &wrong, const QString &place, const QJsonArray &stated, const QJsonArray &computed)
{
    if (stated.size() != computed.size())
        return wrong.append(place);
    for (qsizetype i = 0; i < stated.size(); ++i)
        compare(wrong, place + QLatin1Char('/') + QString::number(i), stated.at(i), computed.at(i));
}

/// What follows from ratings beside the scores: those of the audit before, and how long the result holds.
void compareOthers(QStringList &wrong, const QJsonObject &record, const Standard &standard,
                   const std::vector<RatedItem> &items, const ScoreCard &card)
{
    const QJsonObject site = record[QLatin1String("site")].toObject();
    const bool isSurveillance = site[QLatin1String("kind")].toString() == QLatin1String("surveillance");
    QStringList before;
    for (const QJsonValue &requirement : record[QLatin1String("requirements")].toArray())
        before.append(isSurveillance ? QString() : requirement.toObject()[QLatin1String("previous_rating")].toString());
    const QJsonObject computed = beforeJson(standard, card, earlierScores(standard, items, before));
    const QJsonObject stated = record[QLatin1String("before")].toObject();
    for (const char *group : {"principles", "chapters"})
        compareAll(wrong, QStringLiteral("/before/") + QLatin1String(group), stated[QLatin1String(group)].toArray(),
                   computed[QLatin1String(group)].toArray());
    const auto final = dateFromIso(site[QLatin1String("report_date")].toString());
    const auto until = isSurveillance ? std::nullopt : validUntil(standard, card.level, final);
    compare(wrong, QStringLiteral("/valid_until"), record[QLatin1String("valid_until")], orNull(until));
}

} // namespace

Result<ReadRecord> readRecord(const QByteArray &bytes, const QString &path)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonObject json = document.object();
    if (json[QLatin1String("format")].toString() != recordFormat)
        return invalid(path, QStringLiteral("format: ") + recordFormat);
    if (jcs(json) != bytes)
        return invalid(path, QStringLiteral("JSON as RFC 8785 writes it"));
    ReadRecord read{.json = json, .release = json[QLatin1String("release")].toInt(), .withheld = {}, .changed = {}};
    const std::vector<RecordLeaf> leaves = recordLeaves(json);
    const QJsonArray given = json[QLatin1String("leaves")].toArray();
    if (given.size() != static_cast<qsizetype>(leaves.size()))
        return invalid(path, QStringLiteral("leaves: as many as there are values, %1").arg(leaves.size()));
    std::vector<Digest> hashes;
    hashes.reserve(leaves.size());
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const RecordLeaf &leaf = leaves[i];
        const auto index = static_cast<qsizetype>(i);
        const QJsonObject entry = given.at(index).toObject();
        const auto hash = bytesFromHex(entry[QLatin1String("hash")].toString(), digestSize);
        const auto salt = bytesFromHex(entry[QLatin1String("salt")].toString(), saltSize);
        const bool isWhole = hash && (leaf.isWithheld() ? entry.size() == 1 : salt && entry.size() == 2);
        if (!isWhole)
            return invalid(path, QStringLiteral("leaves/%1: a hash, and a salt but for what is withheld").arg(index));
        hashes.push_back(digestFromBytes(*hash));
        if (leaf.isWithheld() && leaf.reason.isEmpty())
            return invalid(path, leaf.path + QStringLiteral(": withheld for a reason from A to G"));
        if (leaf.isWithheld())
            read.withheld.push_back({leaf.path, chapterAt(json, leaf.path), leaf.reason});
        const Digest own = leaf.isWithheld() ? *leaf.sealed : leafHash(leafBytes(leaf.path, index, *salt, leaf.value));
        if (own != hashes.back())
            read.changed.append(leaf.path);
    }
    read.root = treeRoot(hashes);
    return read;
}

Result<QStringList> wrongScores(const QJsonObject &record, const QString &path)
{
    auto standard =
        parseStandard(QJsonDocument(record[QLatin1String("standard")].toObject()).toJson(QJsonDocument::Compact));
    if (!standard)
        return invalid(path, QStringLiteral("/standard") + standard.error().subject + QStringLiteral(": ") +
                                 standard.error().detail);
    const QJsonArray requirements = record[QLatin1String("requirements")].toArray();
    const auto count = static_cast<qsizetype>(standard->requirements().size());
    if (requirements.size() != count)
        return invalid(path, QStringLiteral("/requirements: %1 of them").arg(count));
    std::vector<RatedItem> items;
    items.reserve(static_cast<std::size_t>(count));
    for (qsizetype i = 0; i < count; ++i) {
        ADIT_TRY_ASSIGN(RatedItem item, itemFrom(*standard, static_cast<int>(i), requirements.at(i).toObject(), path));
        items.push_back(item);
    }
    const ScoreCard card =
        score(*standard, items,
              {.points = {}, .principleRule = {}, .isPostponed = record[QLatin1String("postponed")].toBool()});
    const QJsonObject stated = record[QLatin1String("scores")].toObject();
    const QJsonObject computed = scoresJson(*standard, card);
    QStringList wrong;
    for (const char *group : {"principles", "chapters"})
        compareAll(wrong, QStringLiteral("/scores/") + QLatin1String(group), stated[QLatin1String(group)].toArray(),
                   computed[QLatin1String(group)].toArray());
    compare(wrong, QStringLiteral("/scores/level"), stated[QLatin1String("level")], computed[QLatin1String("level")]);
    compareOthers(wrong, record, *standard, items, card);
    return wrong;
}

} // namespace adit
