// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/recordrules.h"

#include "core/base/rule.h"
#include "core/edits/kindrules.h"

#include <algorithm>
#include <initializer_list>

namespace adit {

namespace {

Error invalid(const FieldInfo &field, const QString &value, const QString &expected)
{
    return {ErrorCode::InvalidValue, QString(field.name) + QLatin1String(": ") + value, expected};
}

Result<> checkRequired(const Record &record)
{
    for (const FieldInfo *field : requiredFields(record.kind()))
        if (!record.has(field->index))
            return invalid(*field, {},
                           field->type == ValueType::Date ? QStringLiteral("YYYY-MM-DD")
                           : field->choices.isEmpty()     ? ruleMark(Rule::ValueNeeded)
                                                          : QString(field->choices));
    return {};
}

bool isKnown(const CaseView &view, QLatin1String target, const QString &member)
{
    if (target == QLatin1String("requirement") || target == QLatin1String("chapter")) {
        const auto code = RequirementCode::fromString(member);
        return code && view.standard.find(*code);
    }
    if (target == QLatin1String("agenda"))
        return std::ranges::any_of(view.standard.process().agenda,
                                   [&](const AgendaPoint &point) { return point.code == member; });
    const auto kind = kindFromName(QString(target));
    return kind && findByLabel(view.assessment, *kind, member);
}

/// Only what is new is looked at: a link to something that another copy of the case holds stays.
Result<> checkLinks(const CaseView &view, const EntityRef &entity, const Record &record)
{
    const Record *before = view.assessment.find(entity.kind, entity.id);
    for (const FieldInfo &field : fieldsOf(record.kind())) {
        if (field.type != ValueType::Link && field.type != ValueType::Links)
            continue;
        const QStringList known = before ? before->members(field.index) : QStringList();
        for (const QString &member : record.members(field.index))
            if (!known.contains(member) && !isKnown(view, field.choices, member))
                return linkError(field, member);
    }
    return {};
}

using Dates = std::initializer_list<const FieldInfo *>;

/// Dates that are there must not run backwards.
Result<> checkOrder(const Record &record, Dates dates)
{
    const FieldInfo *earlier = nullptr;
    std::optional<QDate> bound;
    for (const FieldInfo *field : dates) {
        const auto date = dateFromIso(record.text(field->index));
        if (!date)
            continue;
        if (bound && *date < *bound)
            return invalid(*field, toIso(*date), ruleMark(Rule::NotBefore, {earlier->name, toIso(*bound)}));
        earlier = field;
        bound = date;
    }
    return {};
}

template <typename... Fields>
Result<> inOrder(const Record &record, Fields... fields)
{
    return checkOrder(record, {&infoOf(fields)...});
}

Result<> checkDates(const Record &record)
{
    switch (record.kind()) {
    case EntityKind::Evidence:
        return inOrder(record, field::evidence::effective, field::evidence::received);
    case EntityKind::PlanIssue:
        return inOrder(record, field::plan_issue::issued, field::plan_issue::agreed);
    case EntityKind::Request:
        ADIT_TRY(inOrder(record, field::request::asked, field::request::answered));
        return inOrder(record, field::request::asked, field::request::due);
    case EntityKind::Concern:
        return inOrder(record, field::concern::raised, field::concern::answered);
    case EntityKind::Comment:
        return inOrder(record, field::comment::made, field::comment::answered);
    case EntityKind::Nonconformity:
        return inOrder(record, field::nonconformity::raised, field::nonconformity::cause_accepted,
                       field::nonconformity::plan_accepted, field::nonconformity::implemented,
                       field::nonconformity::verified);
    case EntityKind::Waiver:
        return inOrder(record, field::waiver::granted, field::waiver::expires);
    case EntityKind::Complaint:
        return inOrder(record, field::complaint::received, field::complaint::acknowledged, field::complaint::decided,
                       field::complaint::told);
    default:
        return {};
    }
}

} // namespace

std::vector<const FieldInfo *> requiredFields(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Evidence:
        return {&infoOf(field::evidence::title), &infoOf(field::evidence::state)};
    case EntityKind::Person:
        return {&infoOf(field::person::stakeholder)};
    case EntityKind::TeamMember:
        return {&infoOf(field::team_member::name), &infoOf(field::team_member::role)};
    case EntityKind::Competence:
        return {&infoOf(field::competence::member), &infoOf(field::competence::chapters),
                &infoOf(field::competence::basis)};
    case EntityKind::PlanIssue:
        return {&infoOf(field::plan_issue::issued)};
    case EntityKind::PlanDeviation:
        return {&infoOf(field::plan_deviation::text), &infoOf(field::plan_deviation::reason)};
    case EntityKind::VisitStop:
        return {&infoOf(field::visit_stop::name)};
    case EntityKind::Meeting:
        return {&infoOf(field::meeting::meeting)};
    case EntityKind::Request:
        return {&infoOf(field::request::text), &infoOf(field::request::asked), &infoOf(field::request::state)};
    case EntityKind::Announcement:
        return {&infoOf(field::announcement::channel)};
    case EntityKind::Contact:
        return {&infoOf(field::contact::stakeholder), &infoOf(field::contact::made)};
    case EntityKind::Concern:
        return {&infoOf(field::concern::text)};
    case EntityKind::Comment:
        return {&infoOf(field::comment::round), &infoOf(field::comment::text)};
    case EntityKind::Nonconformity:
        return {&infoOf(field::nonconformity::title), &infoOf(field::nonconformity::grade),
                &infoOf(field::nonconformity::requirements), &infoOf(field::nonconformity::description),
                &infoOf(field::nonconformity::state)};
    case EntityKind::Waiver:
        return {&infoOf(field::waiver::requirements), &infoOf(field::waiver::reason), &infoOf(field::waiver::expires)};
    case EntityKind::PublicPhoto:
        return {&infoOf(field::public_photo::evidence), &infoOf(field::public_photo::requirement),
                &infoOf(field::public_photo::caption), &infoOf(field::public_photo::description)};
    case EntityKind::Complaint:
        return {&infoOf(field::complaint::about), &infoOf(field::complaint::received), &infoOf(field::complaint::text)};
    default:
        return {};
    }
}

Result<> checkRecord(const CaseView &view, const EntityRef &entity, const Record &record)
{
    ADIT_TRY(checkRequired(record));
    ADIT_TRY(checkLinks(view, entity, record));
    ADIT_TRY(checkDates(record));
    return checkKindRules(view, record);
}

Result<> checkCode(const Standard &standard, EntityKind kind, const QString &code)
{
    const auto node = RequirementCode::fromString(code);
    switch (kind) {
    case EntityKind::Answer:
        return node && standard.ordinal(*node) ? Result<>() : Error{ErrorCode::UnknownRequirement, code};
    case EntityKind::Relevance:
        return node && standard.find(*node)
                   ? Result<>()
                   : Error{ErrorCode::UnknownNode, code, QStringLiteral("chapter criterion requirement")};
    case EntityKind::GroupPlan:
        return infoOf(field::person::stakeholder).allows(code)
                   ? Result<>()
                   : Error{ErrorCode::UnknownChoice, QStringLiteral("group: ") + code,
                           infoOf(field::person::stakeholder).choices};
    case EntityKind::AuditPlan:
        return code == Assessment::auditPlanCode() ? Result<>()
                                                   : Error{ErrorCode::UnknownNode, code, QStringLiteral("plan")};
    default:
        return {};
    }
}

bool isSamePerson(const QString &name, const QString &other)
{
    return name.simplified().toCaseFolded() == other.simplified().toCaseFolded();
}

std::optional<EntityRef> refByLabel(const Assessment &assessment, EntityKind kind, const QString &label)
{
    for (const auto &[id, record] : assessment.records(kind))
        if (record.text(*kindInfo(kind).codeField) == label)
            return EntityRef{kind, id, label};
    return std::nullopt;
}

const Record *findByLabel(const Assessment &assessment, EntityKind kind, const QString &label)
{
    const auto ref = refByLabel(assessment, kind, label);
    return ref ? assessment.find(kind, ref->id) : nullptr;
}

std::vector<const Record *> recordsInOrder(const Assessment &assessment, EntityKind kind)
{
    std::vector<const Record *> records;
    for (const auto &[id, record] : assessment.records(kind))
        if (!record.isBlank())
            records.push_back(&record);
    // "E-A99" before "E-A100".
    const int label = *kindInfo(kind).codeField;
    const auto key = [&](const Record *record) {
        const QString text = record->text(label);
        return std::pair(text.size(), text);
    };
    std::ranges::sort(records, {}, key);
    return records;
}

} // namespace adit
