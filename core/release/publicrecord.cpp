// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/publicrecord.h"

#include "core/assessment/ratingrules.h"
#include "core/base/merkletree.h"
#include "core/disclosure/redactions.h"
#include "core/edits/recordrules.h"
#include "core/release/jcs.h"
#include "core/release/recordjson.h"
#include "core/standard/standardjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace adit {

namespace {

QString at(const QString &path, const char *name)
{
    return path + QLatin1Char('/') + QLatin1String(name);
}

QString at(const QString &path, qsizetype index)
{
    return path + QLatin1Char('/') + QString::number(index);
}

QJsonValue orNull(const std::optional<QDate> &date)
{
    return date ? QJsonValue(toIso(*date)) : QJsonValue();
}

/// What scores follow from, without the long texts: those are the catalogue's own.
QJsonObject standardAsUsed(const Standard &standard)
{
    Standard::Parts parts = standard.parts();
    for (StandardNode &node : parts.nodes)
        node.guidance = {};
    return QJsonDocument::fromJson(canonicalJson(Standard(std::move(parts)))).object();
}

} // namespace

/// Walks what is public; where something is withheld, asks the case for its words, which go no further than a hash.
class PublicRecord::Builder
{
public:
    Builder(const PublicAssessment &assessment, const CaseView &view)
        : m_public(assessment)
        , m_view(view)
        , m_redactions(view.assessment, Reader::Public)
    {}

    QHash<QString, Hidden> takeHidden() { return std::move(m_hidden); }

    QJsonObject record(int release)
    {
        const Standard &standard = m_public.standard;
        return {{QStringLiteral("format"), QStringLiteral("adit-public-assessment/1")},
                {QStringLiteral("release"), release},
                {QStringLiteral("standard"), standardAsUsed(standard)},
                {QStringLiteral("standard_hash"), toHex(standard.hash())},
                {QStringLiteral("postponed"), m_public.score.level.isPostponed},
                {QStringLiteral("site"), siteJson()},
                {QStringLiteral("relevance"), marksJson()},
                {QStringLiteral("requirements"), requirementsJson()},
                {QStringLiteral("scores"), scoresJson(standard, m_public.score)}};
    }

private:
    /// `field` of `entity` as parts. Words of withheld parts are kept by their path.
    template <EntityKind K, ValueType V>
    QJsonObject textJson(const QString &path, const EntityRef &entity, Field<K, V, Audience::Public> field,
                         const DisclosedPassages &shown)
    {
        const FieldInfo &info = infoOf(field);
        const Record *record = m_view.assessment.find(entity.kind, entity.id);
        const QString text = record ? record->text(info.index) : QString();
        const std::vector<TextPiece> pieces = m_redactions.piecesOf(entity, info, text);
        QJsonArray parts;
        for (std::size_t i = 0; i < shown->parts().size(); ++i) {
            const TextPart &part = shown->parts()[i];
            if (!part.withheld) {
                if (!part.text.isEmpty())
                    parts.append(QJsonObject{{QStringLiteral("text"), part.text}});
                continue;
            }
            const QString place = at(at(at(path, "parts"), parts.size()), "text");
            m_hidden.insert(place, {pieces[i].text, (*pieces[i].redaction)[field::redaction::label]});
            QJsonObject withheld{{QStringLiteral("withheld"), codeOf(*part.withheld)},
                                 {QStringLiteral("leaf"), QString()}};
            if (!part.text.isEmpty())
                withheld.insert(QStringLiteral("wording"), part.text);
            parts.append(withheld);
        }
        return {{QStringLiteral("parts"), parts}};
    }

    QJsonObject siteJson()
    {
        const PublicDetails &details = m_public.details;
        const EntityRef entity = m_view.assessment.detailsRef();
        const QString path = QStringLiteral("/site");
        using namespace adit::field::details;
        return {
            {QStringLiteral("name"), *details.site},
            {QStringLiteral("country"), *details.country},
            {QStringLiteral("operator"), *details.operatorName},
            {QStringLiteral("mine"), *details.mine},
            {QStringLiteral("kind"), *details.kind},
            {QStringLiteral("fictional"), *details.fictional},
            {QStringLiteral("report_id"), *details.reportId},
            {QStringLiteral("location"), *details.location},
            {QStringLiteral("materials"), *details.materials},
            {QStringLiteral("audit_firm"), *details.auditFirm},
            {QStringLiteral("announced"), orNull(*details.announced)},
            {QStringLiteral("desk_review_end"), orNull(*details.deskReviewEnd)},
            {QStringLiteral("visit_start"), orNull(*details.visitStart)},
            {QStringLiteral("visit_end"), orNull(*details.visitEnd)},
            {QStringLiteral("report_date"), orNull(*details.reportDate)},
            {QStringLiteral("previous_result"), *details.previousResult},
            {QStringLiteral("previous_year"), *details.previousYear},
            {QStringLiteral("description"),
             textJson(at(path, "description"), entity, description, details.description)},
            {QStringLiteral("facilities"), textJson(at(path, "facilities"), entity, facilities, details.facilities)},
            {QStringLiteral("out_of_scope"),
             textJson(at(path, "out_of_scope"), entity, out_of_scope, details.outOfScope)},
            {QStringLiteral("team"), textJson(at(path, "team"), entity, team, details.team)},
            {QStringLiteral("method"), textJson(at(path, "method"), entity, method, details.method)},
            {QStringLiteral("limits"), textJson(at(path, "limits"), entity, limits, details.limits)},
            {QStringLiteral("deferred_left_out"),
             textJson(at(path, "deferred_left_out"), entity, deferred_left_out, details.deferredLeftOut)}};
    }

    QJsonArray marksJson()
    {
        QJsonArray list;
        for (const auto &[code, text] : m_public.justifications) {
            const QString path = at(at(QStringLiteral("/relevance"), list.size()), "justification");
            list.append(
                QJsonObject{{QStringLiteral("id"), code.toString()},
                            {QStringLiteral("justification"), textJson(path, m_view.assessment.relevanceRef(code),
                                                                       field::relevance::justification, text)}});
        }
        return list;
    }

    QJsonArray requirementsJson()
    {
        QJsonArray list;
        const std::vector<RatedItem> items = ratedItems(m_view.assessment, m_view.standard);
        for (std::size_t i = 0; i < m_public.requirements.size(); ++i)
            list.append(requirementJson(i, items[i]));
        return list;
    }

    QJsonObject requirementJson(std::size_t ordinal, const RatedItem &item)
    {
        const PublicRequirement &requirement = m_public.requirements[ordinal];
        const RequirementCode &code = m_public.standard.requirement(static_cast<int>(ordinal)).code;
        QJsonObject json{{QStringLiteral("id"), code.toString()},
                         {QStringLiteral("relevance"), relevanceCode(requirement.relevance)}};
        if (!requirement.answer) {
            json.insert(QStringLiteral("rating"), QStringLiteral("not-relevant"));
            json.insert(QStringLiteral("decided_by"),
                        requirement.decidedBy ? requirement.decidedBy->toString() : QString());
            return json;
        }
        const PublicAnswer &answer = *requirement.answer;
        const QString path = at(QStringLiteral("/requirements"), static_cast<qsizetype>(ordinal));
        const EntityRef entity = m_view.assessment.answerRef(code);
        const auto &scale = m_public.standard.scale();
        json.insert(QStringLiteral("rating"),
                    answer.step ? scale[static_cast<std::size_t>(*answer.step)].code : QStringLiteral("unrated"));
        json.insert(QStringLiteral("left_out"), item.isLeftOut);
        json.insert(QStringLiteral("planned"), item.hasDatedPlan);
        json.insert(QStringLiteral("finding"),
                    textJson(at(path, "finding"), entity, field::answer::finding, answer.finding));
        json.insert(QStringLiteral("justification"),
                    textJson(at(path, "justification"), entity, field::answer::justification, answer.justification));
        json.insert(QStringLiteral("until"), orNull(*answer.until));
        json.insert(QStringLiteral("sources"), QJsonArray::fromStringList(*answer.sources));
        json.insert(QStringLiteral("previous_rating"), *answer.previousRating);
        json.insert(QStringLiteral("first_rating"), *answer.firstRating);
        json.insert(QStringLiteral("rerated"), orNull(*answer.rerated));
        json.insert(QStringLiteral("actions"), actionsJson(at(path, "actions"), answer, code));
        return json;
    }

    QJsonArray actionsJson(const QString &path, const PublicAnswer &answer, const RequirementCode &code)
    {
        QJsonArray list;
        for (const PublicAction &action : answer.actions)
            list.append(QJsonObject{{QStringLiteral("text"), textJson(at(at(path, list.size()), "text"),
                                                                      {EntityKind::Action, action.id, code.toString()},
                                                                      field::action::text, action.text)},
                                    {QStringLiteral("due"), orNull(*action.due)}});
        return list;
    }

    const PublicAssessment &m_public;
    const CaseView &m_view;
    const Redactions m_redactions;
    QHash<QString, Hidden> m_hidden;
};

namespace {

/// Puts the hash of a withheld part in its place. `path` ends in /parts/N/text.
void putSealed(QJsonValue &value, QStringList names, const QString &hash)
{
    if (names.size() == 1) {
        QJsonObject part = value.toObject();
        part.insert(QStringLiteral("leaf"), hash);
        value = part;
        return;
    }
    const QString name = names.takeFirst();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        QJsonValue member = array[name.toLongLong()];
        putSealed(member, std::move(names), hash);
        array.replace(name.toLongLong(), member);
        value = array;
    } else {
        QJsonObject object = value.toObject();
        QJsonValue member = object[name];
        putSealed(member, std::move(names), hash);
        object.insert(name, member);
        value = object;
    }
}

} // namespace

PublicRecord::PublicRecord(const PublicAssessment &assessment, const CaseView &view, int release,
                           const LeafSalts &salts)
    : m_release(release)
{
    Builder builder(assessment, view);
    QJsonValue record = builder.record(release);
    m_hidden = builder.takeHidden();
    const std::vector<RecordLeaf> leaves = recordLeaves(record.toObject());
    m_hashes.reserve(leaves.size());
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const RecordLeaf &leaf = leaves[i];
        const auto index = static_cast<qsizetype>(i);
        const QByteArray salt = salts.of(leaf.path, index);
        const QJsonValue value = leaf.isWithheld() ? QJsonValue(m_hidden[leaf.path].text) : leaf.value;
        m_hashes.push_back(leafHash(leafBytes(leaf.path, index, salt, value)));
        m_salts.push_back(salt);
        m_paths.push_back(leaf.path);
        if (!leaf.isWithheld())
            continue;
        putSealed(record, leaf.path.mid(1).split(QLatin1Char('/')), toHex(m_hashes.back()));
        m_byRedaction.insert(m_hidden[leaf.path].redaction, leaf.path);
    }
    m_record = record.toObject();
    m_root = treeRoot(m_hashes);
}

QByteArray PublicRecord::bytes() const
{
    QJsonArray leaves;
    for (std::size_t i = 0; i < m_hashes.size(); ++i) {
        QJsonObject leaf{{QStringLiteral("hash"), toHex(m_hashes[i])}};
        if (!m_hidden.contains(m_paths[i]))
            leaf.insert(QStringLiteral("salt"), QString::fromLatin1(m_salts[i].toHex()));
        leaves.append(leaf);
    }
    QJsonObject whole = m_record;
    whole.insert(QStringLiteral("leaves"), leaves);
    return jcs(whole);
}

QStringList PublicRecord::withheld() const
{
    QStringList paths;
    for (const QString &path : m_paths)
        if (m_hidden.contains(path))
            paths.append(path);
    return paths;
}

std::optional<QJsonObject> PublicRecord::disclosure(const QString &path) const
{
    const auto found = std::ranges::find(m_paths, path);
    if (found == m_paths.end() || !m_hidden.contains(path))
        return std::nullopt;
    const auto index = static_cast<std::size_t>(found - m_paths.begin());
    QJsonArray proof;
    for (const Digest &hash : inclusionProof(m_hashes, index))
        proof.append(toHex(hash));
    return QJsonObject{{QStringLiteral("format"), QStringLiteral("adit-disclosure/1")},
                       {QStringLiteral("release"), m_release},
                       {QStringLiteral("root"), toHex(m_root)},
                       {QStringLiteral("leaf_count"), leafCount()},
                       {QStringLiteral("path"), path},
                       {QStringLiteral("index"), static_cast<qsizetype>(index)},
                       {QStringLiteral("salt"), QString::fromLatin1(m_salts[index].toHex())},
                       {QStringLiteral("value"), m_hidden[path].text},
                       {QStringLiteral("proof"), proof}};
}

} // namespace adit
