// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hashing.h"
#include "core/edits/edit.h"

#include <algorithm>

namespace adit {

namespace {

QString given(const FieldValues &values, const FieldInfo &field)
{
    const auto found = std::ranges::find(values, &field, &FieldValues::value_type::first);
    return found == values.end() ? QString() : found->second.trimmed();
}

Error missing(const FieldInfo &field, const QString &expected)
{
    return {ErrorCode::InvalidValue, QString(field.name) + QLatin1Char(':'), expected};
}

Result<> checkRequirements(const Standard &standard, const QStringList &requirements)
{
    for (const QString &code : requirements)
        ADIT_TRY(requirementFrom(standard, code));
    return {};
}

EditBuilder builderFor(const CaseView &view, Verb verb, const EntityRef &entity, const FieldValues &values)
{
    EditBuilder builder(view, verb, entity.code);
    for (const auto &[field, value] : values)
        builder.set(entity, *field, value);
    return builder;
}

/// What was taken has its bytes; what was only seen says where.
Result<> checkState(const FieldValues &values, const std::optional<EvidenceFile> &file)
{
    const QString state = given(values, infoOf(field::evidence::state));
    if (state.isEmpty())
        return missing(infoOf(field::evidence::state), infoOf(field::evidence::state).choices);
    if ((state == QLatin1String("taken")) != file.has_value())
        return missing(infoOf(field::evidence::state), file ? QStringLiteral("taken, since there is a file")
                                                            : QStringLiteral("sighted or deferred, without a file"));
    if (state == QLatin1String("sighted") && given(values, infoOf(field::evidence::place)).isEmpty())
        return missing(infoOf(field::evidence::place), QStringLiteral("where it was seen"));
    return {};
}

bool isKnown(const Assessment &assessment, const QString &person)
{
    return std::ranges::any_of(assessment.records(EntityKind::Person),
                               [&](const auto &entry) { return entry.second[field::person::label] == person; });
}

} // namespace

Result<Edit> addEvidence(const CaseView &view, const EntityRef &evidence, FieldValues values,
                         const QStringList &requirements, const std::optional<EvidenceFile> &file)
{
    if (given(values, infoOf(field::evidence::title)).isEmpty())
        return missing(infoOf(field::evidence::title), QStringLiteral("a title"));
    ADIT_TRY(checkState(values, file));
    ADIT_TRY(checkRequirements(view.standard, requirements));
    if (file) {
        values.emplace_back(&infoOf(field::evidence::file_name), file->name);
        values.emplace_back(&infoOf(field::evidence::mime), file->mime);
        values.emplace_back(&infoOf(field::evidence::bytes), QString::number(file->bytes.size()));
        values.emplace_back(&infoOf(field::evidence::sha256), toHex(sha256(file->bytes)));
    }
    auto edit = builderFor(view, Verb::AddEvidence, evidence, values)
                    .set(evidence, field::evidence::requirements, requirements)
                    .build();
    if (edit && file)
        edit->contents.push_back(file->bytes);
    return edit;
}

Result<Edit> addPerson(const CaseView &view, const EntityRef &person, const FieldValues &values)
{
    if (given(values, infoOf(field::person::stakeholder)).isEmpty())
        return missing(infoOf(field::person::stakeholder), infoOf(field::person::stakeholder).choices);
    return builderFor(view, Verb::AddPerson, person, values).build();
}

Result<Edit> addInterview(const CaseView &view, const EntityRef &interview, const FieldValues &values,
                          const QStringList &people, const QStringList &requirements)
{
    if (given(values, infoOf(field::interview::held)).isEmpty())
        return missing(infoOf(field::interview::held), QStringLiteral("YYYY-MM-DD"));
    ADIT_TRY(checkRequirements(view.standard, requirements));
    for (const QString &person : people)
        if (!isKnown(view.assessment, person))
            return Error{ErrorCode::InvalidValue, QStringLiteral("people: ") + person,
                         QStringLiteral("somebody of this case, such as P-A01")};
    return builderFor(view, Verb::AddInterview, interview, values)
        .set(interview, field::interview::people, people)
        .set(interview, field::interview::requirements, requirements)
        .build();
}

} // namespace adit
