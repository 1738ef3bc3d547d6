// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/takenfile.h"

#include "core/base/hashing.h"
#include "core/base/time.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace adit {

namespace {

/// What the record will say in a field.
QString valueAfter(const Record *record, const RecordInput &input, const FieldInfo &field)
{
    const auto given = std::ranges::find(input.values, &field, [](const auto &value) { return value.first; });
    if (given != input.values.end())
        return given->second;
    return record ? record->text(field.index) : QString();
}

bool isGiven(const RecordInput &input, const FieldInfo &field)
{
    return std::ranges::any_of(input.values, [&](const auto &value) { return value.first == &field; });
}

} // namespace

TakenFile takenFile(const QString &name, const QString &mime, const QByteArray &bytes)
{
    return {{name, mime, bytes.size(), toHex(sha256(bytes))}, bytes};
}

Result<Edit> addTakenEvidence(const CaseView &view, const EntityRef &evidence, RecordInput input,
                              const FileFacts &facts)
{
    using namespace field::evidence; // but bytes and sha256, which mean more than one thing
    const Record *record = view.assessment.find(EntityKind::Evidence, evidence.id);
    const auto day = dateFromIso(facts.takenAt.left(10));
    const auto received = dateFromIso(valueAfter(record, input, infoOf(field::evidence::received)));
    const bool hasDate = isGiven(input, infoOf(effective)) || (record && record->has(effective));
    if (day && !hasDate && (!received || *day <= *received))
        input.values.emplace_back(&infoOf(effective), toIso(*day));
    input.values.emplace_back(&infoOf(file_name), facts.name);
    input.values.emplace_back(&infoOf(mime), facts.mime);
    input.values.emplace_back(&infoOf(field::evidence::bytes), QString::number(facts.bytes));
    input.values.emplace_back(&infoOf(field::evidence::sha256), facts.sha256);
    input.values.emplace_back(&infoOf(taken_at), facts.takenAt);
    input.values.emplace_back(&infoOf(taken_where), facts.takenWhere);
    return addRecord(view, evidence, input);
}

Result<Edit> addTakenEvidence(const CaseView &view, const EntityRef &evidence, RecordInput input, const TakenFile &file)
{
    auto edit = addTakenEvidence(view, evidence, std::move(input), file.facts);
    if (edit)
        edit->contents.push_back(file.bytes);
    return edit;
}

QStringList evidenceWith(const Assessment &assessment, const QString &sha256)
{
    std::vector<QString> labels;
    for (const auto &[id, record] : assessment.records(EntityKind::Evidence))
        if (!sha256.isEmpty() && record[field::evidence::sha256] == sha256)
            labels.push_back(record[field::evidence::label]);
    // "E-A99" before "E-A100".
    std::ranges::sort(labels, {}, [](const QString &label) { return std::pair(label.size(), label); });
    return {labels.begin(), labels.end()};
}

} // namespace adit
