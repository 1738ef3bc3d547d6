// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/publicrecords.h"

#include "core/assessment/peopleheard.h"
#include "core/edits/recordrules.h"

#include <algorithm>
#include <tuple>

namespace adit {

namespace {

QString said(const DisclosedPassages &text)
{
    return text->joined([](WithheldAs withheld) { return QString(codeOf(withheld)); });
}

const Record *notWithdrawn(const Assessment &assessment, const QString &label)
{
    const Record *record = label.isEmpty() ? nullptr : findByLabel(assessment, EntityKind::Nonconformity, label);
    return record && !record->has(field::nonconformity::withdrawn) ? record : nullptr;
}

} // namespace

std::vector<PublicAction> actionsOf(const Assessment &assessment, const Redactions &redactions,
                                    const std::vector<EntityId> &ids)
{
    std::vector<PublicAction> actions;
    for (const EntityId &id : ids) {
        const Record &record = assessment.action(id);
        const EntityRef entity{EntityKind::Action, id, record[field::action::requirement]};
        PublicAction action{entity, disclose(redactions, entity, record, field::action::text),
                            disclose(record, field::action::due)};
        if (const Record *of = notWithdrawn(assessment, record[field::action::nonconformity]))
            action.nonconformity = disclose(*of, field::nonconformity::label);
        if (!action.text->isBlank())
            actions.push_back(std::move(action));
    }
    std::ranges::sort(actions, [&](const PublicAction &a, const PublicAction &b) {
        const QDate first = a.due->value_or(QDate(9999, 1, 1));
        const QDate second = b.due->value_or(QDate(9999, 1, 1));
        return first != second ? first < second : said(a.text) < said(b.text);
    });
    return actions;
}

std::vector<PublicNonconformity> nonconformitiesOf(const Assessment &assessment, const Redactions &redactions)
{
    using namespace field::nonconformity;
    std::vector<PublicNonconformity> out;
    for (const auto &[id, record] : assessment.records(EntityKind::Nonconformity)) {
        const EntityRef entity{EntityKind::Nonconformity, id, record[label]};
        if (record.isBlank() || record.has(withdrawn))
            continue;
        out.push_back({.entity = entity,
                       .label = disclose(record, label),
                       .title = disclose(redactions, entity, record, title),
                       .grade = disclose(record, grade),
                       .requirements = disclose(record, requirements),
                       .description = disclose(redactions, entity, record, description),
                       .raised = disclose(record, raised),
                       .state = disclose(record, state),
                       .cause = disclose(redactions, entity, record, cause),
                       .verified = disclose(record, verified)});
    }
    std::ranges::sort(out, {}, [](const PublicNonconformity &one) { return *one.label; });
    return out;
}

std::vector<PublicConcern> concernsOf(const Assessment &assessment, const Redactions &redactions)
{
    using namespace field::concern;
    std::vector<PublicConcern> out;
    for (const auto &[id, record] : assessment.records(EntityKind::Concern)) {
        const EntityRef entity{EntityKind::Concern, id, record[label]};
        PublicConcern concern{.entity = entity,
                              .group = disclose(record, public_group),
                              .text = disclose(redactions, entity, record, public_text),
                              .answer = disclose(redactions, entity, record, public_answer),
                              .outcome = disclose(record, upheld)};
        if (record.has(public_text))
            out.push_back(std::move(concern));
    }
    const QStringList groups = stakeholderGroups();
    std::ranges::sort(out, {}, [&](const PublicConcern &one) {
        const auto group = groups.indexOf(*one.group);
        return std::tuple(group < 0 ? groups.size() : group, said(one.text), said(one.answer));
    });
    return out;
}

std::vector<PublicPlainText> plainTextsOf(const Assessment &assessment, const Redactions &redactions)
{
    std::vector<PublicPlainText> out;
    for (const auto &[id, record] : assessment.records(EntityKind::PlainText)) {
        const EntityRef entity{EntityKind::PlainText, id, record[field::plain_text::language]};
        PublicPlainText text{entity, disclose(record, field::plain_text::language),
                             disclose(redactions, entity, record, field::plain_text::text)};
        if (record.has(field::plain_text::text))
            out.push_back(std::move(text));
    }
    std::ranges::sort(out, {}, [](const PublicPlainText &one) { return *one.language; });
    return out;
}

std::vector<PublicRelease> publicReleasesOf(const Assessment &assessment)
{
    using namespace field::release;
    std::vector<PublicRelease> out;
    for (const auto &[id, record] : assessment.records(EntityKind::Release)) {
        if (record[number].toInt() > 0)
            out.push_back({.number = disclose(record, number)->toInt(),
                           .built = disclose(record, built),
                           .changes = disclose(record, changes),
                           .acknowledged = disclose(record, acknowledged),
                           .withdrawn = disclose(record, withdrawn),
                           .withdrawnReason = disclose(record, withdrawn_reason)});
    }
    std::ranges::sort(out, {}, &PublicRelease::number);
    return out;
}

} // namespace adit
