// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/target.h"

#include <algorithm>

namespace adit {

QString targetOf(const EntityRef &entity)
{
    const KindInfo &kind = kindInfo(entity.kind);
    if (entity.kind == EntityKind::Details)
        return kind.name;
    const QString name = kind.derived || kind.hasLabels() ? entity.code : entity.id.toString();
    return QString(kind.name) + QLatin1Char('/') + name;
}

std::optional<EntityRef> entityFrom(const Assessment &assessment, const QString &target)
{
    const auto kind = kindFromName(target.section(QLatin1Char('/'), 0, 0));
    const QString name = target.section(QLatin1Char('/'), 1);
    if (!kind || name.isEmpty() != (*kind == EntityKind::Details))
        return std::nullopt;
    // One way only to name a thing: who looks for redactions by it looks for no other.
    if (*kind == EntityKind::Details)
        return target == kindInfo(*kind).name ? std::optional(assessment.detailsRef()) : std::nullopt;
    const KindInfo &info = kindInfo(*kind);
    if (info.derived)
        return assessment.derivedRef(*kind, name);
    const auto &records = assessment.records(*kind);
    const auto found = std::ranges::find_if(records, [&](const auto &entry) {
        return info.hasLabels() ? entry.second.text(*info.codeField) == name : entry.first.toString() == name;
    });
    if (found == records.end())
        return std::nullopt;
    return EntityRef{*kind, found->first, found->second.text(*info.codeField)};
}

QSet<QString> textsThatProtectPeople(const Assessment &assessment)
{
    QSet<QString> texts;
    for (const auto &[id, redaction] : assessment.records(EntityKind::Redaction)) {
        const QString state = redaction[field::redaction::state];
        const QString reason = redaction[field::redaction::reason];
        const bool isGivenUp = state == QLatin1String("refused") || state == QLatin1String("withdrawn");
        if (!isGivenUp && (reason == QLatin1String("A") || reason == QLatin1String("B")))
            texts.insert(redaction[field::redaction::target] + QLatin1Char(' ') +
                         redaction[field::redaction::field_name]);
    }
    return texts;
}

} // namespace adit
