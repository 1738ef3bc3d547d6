// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/publicassessment.h"

#include <QUuid>
#include <algorithm>

namespace adit {

namespace {

PublicDetails detailsOf(const Assessment &assessment, const Redactions &redactions)
{
    using namespace field::details;
    const Record &record = assessment.details();
    const EntityRef entity = assessment.detailsRef();
    const auto passages = [&](auto field) { return disclose(redactions, entity, record, field); };
    return {.site = disclose(record, site),
            .country = disclose(record, country),
            .operatorName = disclose(record, operator_name),
            .mine = disclose(record, mine),
            .kind = disclose(record, kind),
            .fictional = disclose(record, fictional),
            .reportId = disclose(record, report_id),
            .location = disclose(record, location),
            .materials = disclose(record, materials),
            .description = passages(description),
            .facilities = passages(facilities),
            .outOfScope = passages(out_of_scope),
            .auditFirm = disclose(record, audit_firm),
            .team = passages(team),
            .method = passages(method),
            .limits = passages(limits),
            .announced = disclose(record, announced),
            .deskReviewEnd = disclose(record, desk_review_end),
            .visitStart = disclose(record, visit_start),
            .visitEnd = disclose(record, visit_end),
            .reportDate = disclose(record, report_date),
            .previousResult = disclose(record, previous_result),
            .previousYear = disclose(record, previous_year),
            .deferredLeftOut = passages(deferred_left_out),
            .companyComments = passages(company_comments),
            .diverging = passages(diverging),
            .boundary = passages(boundary)};
}

PublicAnswer answerOf(const Assessment &assessment, const Redactions &redactions, const RequirementCode &code,
                      const RatedItem &item, std::vector<PublicAction> actions)
{
    const Record &record = assessment.answer(code);
    const EntityRef entity = assessment.answerRef(code);
    return {.step = item.rating,
            .finding = disclose(redactions, entity, record, field::answer::finding),
            .justification = disclose(redactions, entity, record, field::answer::justification),
            .until = disclose(record, field::answer::until),
            .sources = disclose(record, field::answer::sources),
            .previousRating = disclose(record, field::answer::previous_rating),
            .firstRating = disclose(record, field::answer::first_rating),
            .rerated = disclose(record, field::answer::rerated),
            .actions = std::move(actions)};
}

} // namespace

PublicAssessment publicAssessment(const CaseView &view, const std::vector<RatedItem> &items, const ScoreCard &card,
                                  Reader reader, const PhotoPictures &pictures)
{
    const Assessment &assessment = view.assessment;
    std::vector<std::vector<EntityId>> actions(items.size());
    for (const auto &[id, action] : assessment.records(EntityKind::Action)) {
        const auto code = RequirementCode::fromString(action[field::action::requirement]);
        if (const auto ordinal = code ? view.standard.ordinal(*code) : std::nullopt)
            actions[static_cast<std::size_t>(*ordinal)].push_back(id);
    }
    const Redactions redactions(assessment, reader);
    PublicAssessment out{view.standard, card, detailsOf(assessment, redactions), {}, {}};
    out.requirements.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const RequirementCode &code = view.standard.requirement(static_cast<int>(i)).code;
        PublicRequirement requirement{.relevance = items[i].relevance, .decidedBy = {}, .answer = {}};
        if (requirement.relevance == RelevanceReason::Relevant)
            requirement.answer =
                answerOf(assessment, redactions, code, items[i], actionsOf(assessment, redactions, actions[i]));
        else if (requirement.relevance != RelevanceReason::OtherKindOfMine)
            requirement.decidedBy = decidingMark(assessment, code).value_or(code);
        if (requirement.decidedBy)
            out.justifications.try_emplace(*requirement.decidedBy,
                                           disclose(redactions, assessment.relevanceRef(*requirement.decidedBy),
                                                    assessment.relevance(*requirement.decidedBy),
                                                    field::relevance::justification));
        out.requirements.push_back(std::move(requirement));
    }
    out.fieldwork = fieldworkOf(assessment);
    out.body = publicBodyOf(disclose(assessment.details(), field::details::report_template),
                            disclose(assessment.details(), field::details::report_logo));
    out.nonconformities = nonconformitiesOf(assessment, redactions);
    out.concerns = concernsOf(assessment, redactions);
    out.plainTexts = plainTextsOf(assessment, redactions);
    out.releases = publicReleasesOf(assessment);
    out.photos = publicPhotosOf(assessment, view.standard, redactions, pictures);
    std::erase_if(out.photos, [&](const PublicPhoto &photo) {
        const auto ordinal = view.standard.ordinal(*RequirementCode::fromString(*photo.requirement));
        return !out.requirements[static_cast<std::size_t>(*ordinal)].answer;
    });
    return out;
}

PublicAssessment nothingAssessed(const Standard &standard)
{
    const Assessment empty(AssessmentId(QUuid::createUuidV5(QUuid(), standard.qualifiedId())));
    const std::vector<RatedItem> items = ratedItems(empty, standard);
    return publicAssessment({standard, empty}, items, score(standard, items));
}

bool isSurveillance(const PublicAssessment &assessment)
{
    return *assessment.details.kind == QLatin1String("surveillance");
}

QDate reportDay(const PublicAssessment &assessment)
{
    const PublicDetails &details = assessment.details;
    for (const DisclosedDate *date :
         {&details.reportDate, &details.visitEnd, &details.visitStart, &details.deskReviewEnd, &details.announced})
        if (date->value())
            return *date->value();
    return {2000, 1, 1};
}

} // namespace adit
