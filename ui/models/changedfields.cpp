// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/changedfields.h"

#include <QHash>
#include <algorithm>

namespace adit {

namespace {

/// Kept by the program about who reads and hands over: nothing to review.
bool isOfTheProgram(EntityKind kind)
{
    return kind == EntityKind::ReviewMark || kind == EntityKind::Profile || kind == EntityKind::KeyShare ||
           kind == EntityKind::Handover;
}

bool isForPeople(const FieldInfo &field)
{
    return field.type != ValueType::Code && &field != &infoOf(field::sign_off::digest) &&
           &field != &infoOf(field::decision::leaves) && &field != &infoOf(field::decision::signature);
}

bool isOfRequirement(EntityKind kind)
{
    return kind == EntityKind::Answer || kind == EntityKind::Action || kind == EntityKind::Relevance;
}

/// A requirement, its plan and its mark of relevance are one thing to a reader.
QString keyOf(const EntityRef &entity)
{
    return isOfRequirement(entity.kind)
               ? entity.code
               : QString::number(static_cast<int>(entity.kind)) + QLatin1Char('#') + entity.id.toString();
}

/// Entries come latest first: the first one of a field says how it is now, each further one how it was before that.
void take(ChangedThing &thing, const FieldInfo &field, const LogEntry &entry)
{
    const QString member = entry.field.section(QLatin1Char('/'), 1);
    const auto found = std::ranges::find_if(
        thing.fields, [&](const ChangedField &known) { return known.field == &field && known.member == member; });
    if (found == thing.fields.end()) {
        thing.fields.push_back({&field, member, entry.before, entry.after, {entry.actor}, entry.time});
        return;
    }
    found->before = entry.before;
    if (!found->actors.contains(entry.actor))
        found->actors.append(entry.actor);
}

bool isEarlier(const ChangedThing &one, const ChangedThing &other)
{
    const bool isRequirement = isOfRequirement(one.entity.kind);
    if (isRequirement != isOfRequirement(other.entity.kind))
        return isRequirement;
    if (isRequirement)
        return RequirementCode::fromString(one.entity.code) < RequirementCode::fromString(other.entity.code);
    if (one.entity.kind != other.entity.kind)
        return one.entity.kind < other.entity.kind;
    return std::pair(one.entity.code.size(), one.entity.code) < std::pair(other.entity.code.size(), other.entity.code);
}

template <typename IsTold>
std::vector<ChangedThing> thingsIn(const std::vector<LogEntry> &log, const IsTold &isTold)
{
    std::vector<ChangedThing> things;
    QHash<QString, std::size_t> places;
    for (const LogEntry &entry : log) {
        const FieldInfo *field = findField(entry.entity.kind, entry.field.section(QLatin1Char('/'), 0, 0));
        if (entry.withheld || !field || !isTold(*field))
            continue;
        const QString key = keyOf(entry.entity);
        if (!places.contains(key)) {
            places.insert(key, things.size());
            things.push_back({entry.entity, {}});
        }
        take(things[places.value(key)], *field, entry);
    }
    return things;
}

void putInOrder(std::vector<ChangedThing> &things)
{
    for (ChangedThing &thing : things)
        std::ranges::stable_sort(thing.fields, {}, [](const ChangedField &changed) {
            return std::pair(changed.field->kind, changed.field->index);
        });
    std::ranges::stable_sort(things, isEarlier);
}

} // namespace

std::vector<ChangedThing> changedThings(const std::vector<LogEntry> &log)
{
    auto things =
        thingsIn(log, [](const FieldInfo &field) { return !isOfTheProgram(field.kind) && isForPeople(field); });
    for (ChangedThing &thing : things)
        std::erase_if(thing.fields, [](const ChangedField &changed) {
            return changed.before.value_or(QString()) == changed.after.value_or(QString());
        });
    std::erase_if(things, [](const ChangedThing &thing) { return thing.fields.empty(); });
    putInOrder(things);
    return things;
}

std::vector<ChangedThing> everyChange(const std::vector<LogEntry> &log)
{
    auto things = thingsIn(log, [](const FieldInfo &) { return true; });
    putInOrder(things);
    return things;
}

} // namespace adit
