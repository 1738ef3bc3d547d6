// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/draft.h"
#include "core/edits/edit.h"
#include "core/edits/recordrules.h"
#include "core/edits/takenfile.h"

#include <utility>

namespace adit {

namespace {

Verb verbToAdd(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Evidence:
        return Verb::AddEvidence;
    case EntityKind::Person:
        return Verb::AddPerson;
    case EntityKind::Interview:
        return Verb::AddInterview;
    default:
        return Verb::Add;
    }
}

/// The entity as it will be.
Record recordAfter(const CaseView &view, const EntityRef &entity, const Edit &edit)
{
    const Record *now = view.assessment.find(entity.kind, entity.id);
    Record record = now ? *now : Record(entity.kind);
    if (const auto code = kindInfo(entity.kind).codeField)
        record.set(*code, entity.code);
    for (const Change &single : edit.changes)
        if (single.entity == entity)
            change(record, single);
    return record;
}

Result<Edit> write(const CaseView &view, Verb verb, const EntityRef &entity, const RecordInput &input)
{
    EditBuilder builder(view, verb, entity.code);
    for (const auto &[field, value] : input.values)
        builder.set(entity, *field, value);
    for (const auto &[field, members] : input.sets)
        builder.setMembers(entity, *field, members);
    ADIT_TRY_ASSIGN(Edit edit, builder.build());
    ADIT_TRY(checkRecord(view, entity, recordAfter(view, entity, edit)));
    return edit;
}

} // namespace

Result<Edit> addRecord(const CaseView &view, const EntityRef &entity, const RecordInput &input)
{
    return write(view, verbToAdd(entity.kind), entity, input);
}

Result<Edit> changeRecord(const CaseView &view, const EntityRef &entity, const RecordInput &input)
{
    return write(view, Verb::Change, entity, input);
}

Result<Edit> planCorrection(const CaseView &view, const QString &nonconformity, const QString &requirement,
                            const EntityId &newId, const std::optional<QString> &text,
                            const std::optional<QString> &due)
{
    ADIT_TRY_ASSIGN(const RequirementCode code, requirementFrom(view.standard, requirement));
    EntityRef action = Assessment::actionRef(newId, code);
    // Its own action first; else one that was planned for the requirement before there was a nonconformity.
    for (const bool isLinked : {false, true})
        for (const auto &[id, record] : view.assessment.records(EntityKind::Action)) {
            const QString of = record[field::action::nonconformity];
            const bool fits =
                isLinked ? of == nonconformity : of.isEmpty() && record[field::action::requirement] == requirement;
            if (fits)
                action = {EntityKind::Action, id, record[field::action::requirement]};
        }
    EditBuilder builder(view, Verb::Plan, nonconformity);
    builder.set(action, infoOf(field::action::nonconformity), nonconformity);
    if (text)
        builder.set(action, field::action::text, *text);
    if (due)
        builder.set(action, field::action::due, *due);
    return builder.build();
}

Result<Edit> addEvidence(const CaseView &view, const EntityRef &evidence, RecordInput input,
                         const std::optional<EvidenceFile> &file)
{
    return file ? addTakenEvidence(view, evidence, std::move(input), takenFile(file->name, file->mime, file->bytes))
                : addRecord(view, evidence, input);
}

} // namespace adit
