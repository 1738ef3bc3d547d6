// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/recordbuilder.h"

#include "core/assessment/ratingrules.h"
#include "core/release/recordjson.h"
#include "core/report/earlier.h"
#include "core/standard/standardjson.h"

#include <QJsonDocument>

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

/// What scores follow from, without the long texts: those are the catalogue's own.
QJsonObject standardAsUsed(const Standard &standard)
{
    Standard::Parts parts = standard.parts();
    for (StandardNode &node : parts.nodes)
        node.guidance = {};
    return QJsonDocument::fromJson(canonicalJson(Standard(std::move(parts)))).object();
}

} // namespace

RecordBuilder::RecordBuilder(const PublicAssessment &assessment, const CaseView &view)
    : m_public(assessment)
    , m_view(view)
    , m_redactions(view.assessment, Reader::Public)
{}

QJsonObject RecordBuilder::record(int release)
{
    QJsonObject json = recordOfCase(release);
    if (m_public.body)
        json.insert(QStringLiteral("template"), QJsonDocument::fromJson(m_public.body->made.toJson()).object());
    return json;
}

QJsonObject RecordBuilder::recordOfCase(int release)
{
    const Standard &standard = m_public.standard;
    return {{QStringLiteral("format"), QStringLiteral("adit-public-assessment/1")},
            {QStringLiteral("release"), release},
            {QStringLiteral("standard"), standardAsUsed(standard)},
            {QStringLiteral("standard_hash"), toHex(standard.hash())},
            {QStringLiteral("postponed"), m_public.score.level.isPostponed},
            {QStringLiteral("site"), siteJson()},
            {QStringLiteral("fieldwork"), fieldworkJson(m_public.fieldwork)},
            {QStringLiteral("relevance"), marksJson()},
            {QStringLiteral("requirements"), requirementsJson()},
            {QStringLiteral("nonconformities"), nonconformitiesJson()},
            {QStringLiteral("concerns"), concernsJson()},
            {QStringLiteral("plain_texts"), plainTextsJson()},
            {QStringLiteral("photos"), photosJson()},
            {QStringLiteral("releases"), releasesJson(release)},
            {QStringLiteral("valid_until"), orNull(validUntil(m_public))},
            {QStringLiteral("before"), beforeJson(standard, m_public.score, earlierScores(m_public))},
            {QStringLiteral("scores"), scoresJson(standard, m_public.score)}};
}

QJsonObject RecordBuilder::textJson(const QString &path, const EntityRef &entity, const FieldInfo &field,
                                    const DisclosedPassages &shown)
{
    const Record *record = m_view.assessment.find(entity.kind, entity.id);
    const QString text = record ? record->text(field.index) : QString();
    const std::vector<TextPiece> pieces = m_redactions.piecesOf(entity, field, text);
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
        QJsonObject withheld{{QStringLiteral("withheld"), codeOf(*part.withheld)}, {QStringLiteral("leaf"), QString()}};
        if (!part.text.isEmpty())
            withheld.insert(QStringLiteral("wording"), part.text);
        parts.append(withheld);
    }
    return {{QStringLiteral("parts"), parts}};
}

QJsonObject RecordBuilder::siteJson()
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
         textJson(at(path, "description"), entity, infoOf(description), details.description)},
        {QStringLiteral("facilities"),
         textJson(at(path, "facilities"), entity, infoOf(facilities), details.facilities)},
        {QStringLiteral("out_of_scope"),
         textJson(at(path, "out_of_scope"), entity, infoOf(out_of_scope), details.outOfScope)},
        {QStringLiteral("team"), textJson(at(path, "team"), entity, infoOf(team), details.team)},
        {QStringLiteral("method"), textJson(at(path, "method"), entity, infoOf(method), details.method)},
        {QStringLiteral("limits"), textJson(at(path, "limits"), entity, infoOf(limits), details.limits)},
        {QStringLiteral("deferred_left_out"),
         textJson(at(path, "deferred_left_out"), entity, infoOf(deferred_left_out), details.deferredLeftOut)},
        {QStringLiteral("company_comments"),
         textJson(at(path, "company_comments"), entity, infoOf(company_comments), details.companyComments)},
        {QStringLiteral("boundary"), textJson(at(path, "boundary"), entity, infoOf(boundary), details.boundary)},
        {QStringLiteral("diverging"), textJson(at(path, "diverging"), entity, infoOf(diverging), details.diverging)}};
}

QJsonArray RecordBuilder::marksJson()
{
    QJsonArray list;
    for (const auto &[code, text] : m_public.justifications) {
        const QString path = at(at(QStringLiteral("/relevance"), list.size()), "justification");
        list.append(
            QJsonObject{{QStringLiteral("id"), code.toString()},
                        {QStringLiteral("justification"), textJson(path, m_view.assessment.relevanceRef(code),
                                                                   infoOf(field::relevance::justification), text)}});
    }
    return list;
}

QJsonArray RecordBuilder::requirementsJson()
{
    QJsonArray list;
    const std::vector<RatedItem> items = ratedItems(m_view.assessment, m_view.standard);
    for (std::size_t i = 0; i < m_public.requirements.size(); ++i)
        list.append(requirementJson(i, items[i]));
    return list;
}

QJsonObject RecordBuilder::requirementJson(std::size_t ordinal, const RatedItem &item)
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
                textJson(at(path, "finding"), entity, infoOf(field::answer::finding), answer.finding));
    json.insert(QStringLiteral("justification"), textJson(at(path, "justification"), entity,
                                                          infoOf(field::answer::justification), answer.justification));
    json.insert(QStringLiteral("until"), orNull(*answer.until));
    json.insert(QStringLiteral("sources"), QJsonArray::fromStringList(*answer.sources));
    json.insert(QStringLiteral("previous_rating"), *answer.previousRating);
    json.insert(QStringLiteral("first_rating"), *answer.firstRating);
    json.insert(QStringLiteral("rerated"), orNull(*answer.rerated));
    json.insert(QStringLiteral("actions"), actionsJson(at(path, "actions"), answer));
    return json;
}

QJsonArray RecordBuilder::actionsJson(const QString &path, const PublicAnswer &answer)
{
    QJsonArray list;
    for (const PublicAction &action : answer.actions)
        list.append(QJsonObject{
            {QStringLiteral("text"),
             textJson(at(at(path, list.size()), "text"), action.entity, infoOf(field::action::text), action.text)},
            {QStringLiteral("due"), orNull(*action.due)},
            {QStringLiteral("nonconformity"), action.nonconformity ? action.nonconformity->value() : QString()}});
    return list;
}

QJsonArray RecordBuilder::nonconformitiesJson()
{
    using namespace field::nonconformity;
    QJsonArray list;
    for (const PublicNonconformity &one : m_public.nonconformities) {
        const QString path = at(QStringLiteral("/nonconformities"), list.size());
        const auto text = [&](const char *name, const FieldInfo &field, const DisclosedPassages &shown) {
            return textJson(at(path, name), one.entity, field, shown);
        };
        list.append(
            QJsonObject{{QStringLiteral("id"), *one.label},
                        {QStringLiteral("title"), text("title", infoOf(title), one.title)},
                        {QStringLiteral("grade"), *one.grade},
                        {QStringLiteral("requirements"), QJsonArray::fromStringList(*one.requirements)},
                        {QStringLiteral("description"), text("description", infoOf(description), one.description)},
                        {QStringLiteral("raised"), orNull(*one.raised)},
                        {QStringLiteral("state"), *one.state},
                        {QStringLiteral("cause"), text("cause", infoOf(cause), one.cause)},
                        {QStringLiteral("verified"), orNull(*one.verified)}});
    }
    return list;
}

QJsonArray RecordBuilder::concernsJson()
{
    using namespace field::concern;
    QJsonArray list;
    for (const PublicConcern &one : m_public.concerns) {
        const QString path = at(QStringLiteral("/concerns"), list.size());
        list.append(QJsonObject{
            {QStringLiteral("group"), *one.group},
            {QStringLiteral("concern"), textJson(at(path, "concern"), one.entity, infoOf(public_text), one.text)},
            {QStringLiteral("answer"), textJson(at(path, "answer"), one.entity, infoOf(public_answer), one.answer)},
            {QStringLiteral("outcome"), *one.outcome}});
    }
    return list;
}

QJsonArray RecordBuilder::plainTextsJson()
{
    QJsonArray list;
    for (const PublicPlainText &one : m_public.plainTexts)
        list.append(
            QJsonObject{{QStringLiteral("language"), *one.language},
                        {QStringLiteral("text"), textJson(at(at(QStringLiteral("/plain_texts"), list.size()), "text"),
                                                          one.entity, infoOf(field::plain_text::text), one.text)}});
    return list;
}

QJsonObject RecordBuilder::pictureJson(const QString &path, const PublicPhoto &photo)
{
    if (!photo.withheld)
        return {
            {QStringLiteral("parts"), QJsonArray{QJsonObject{{QStringLiteral("text"), toHex(photo.picture->hash())}}}}};
    const Record &record = *m_view.assessment.find(photo.entity.kind, photo.entity.id);
    const Record &redaction = *m_redactions.wholeOf(photo.entity);
    m_hidden.insert(at(at(at(path, "parts"), qsizetype{0}), "text"),
                    {record[field::public_photo::picture], redaction[field::redaction::label]});
    return {{QStringLiteral("parts"), QJsonArray{QJsonObject{{QStringLiteral("withheld"), codeOf(*photo.withheld)},
                                                             {QStringLiteral("leaf"), QString()}}}}};
}

QJsonArray RecordBuilder::photosJson()
{
    using namespace field::public_photo;
    QJsonArray list;
    for (const PublicPhoto &one : m_public.photos) {
        const QString path = at(QStringLiteral("/photos"), list.size());
        list.append(QJsonObject{
            {QStringLiteral("requirement"), *one.requirement},
            {QStringLiteral("caption"), textJson(at(path, "caption"), one.entity, infoOf(caption), one.caption)},
            {QStringLiteral("description"),
             textJson(at(path, "description"), one.entity, infoOf(description), one.description)},
            {QStringLiteral("picture"), pictureJson(at(path, "picture"), one)}});
    }
    return list;
}

QJsonArray RecordBuilder::releasesJson(int release) const
{
    QJsonArray list;
    for (const PublicRelease &one : m_public.releases)
        if (one.number < release)
            list.append(QJsonObject{{QStringLiteral("number"), one.number},
                                    {QStringLiteral("built"), orNull(*one.built)},
                                    {QStringLiteral("changes"), *one.changes},
                                    {QStringLiteral("acknowledged"), *one.acknowledged},
                                    {QStringLiteral("withdrawn"), orNull(*one.withdrawn)},
                                    {QStringLiteral("withdrawn_reason"), *one.withdrawnReason}});
    return list;
}

} // namespace adit
