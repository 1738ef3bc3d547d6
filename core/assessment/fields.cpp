// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/fields.h"

#include <QStringTokenizer>
#include <algorithm>
#include <array>
#include <utility>

namespace adit {

namespace {

#define ADIT_FIELD_ROW(name, type, audience, choices, label)                                                           \
    FieldInfo{fieldKind, QLatin1String(#name),         ValueType::type, Audience::audience, QLatin1String(choices),    \
              label,     static_cast<int>(Index::name)},
#define ADIT_FIELD_TABLE(space, list)                                                                                  \
    namespace space##_rows                                                                                             \
    {                                                                                                                  \
        using namespace field::space;                                                                                  \
        constexpr std::array rows{list(ADIT_FIELD_ROW)};                                                               \
    }

ADIT_FIELD_TABLE(details, ADIT_DETAILS_FIELDS)
ADIT_FIELD_TABLE(answer, ADIT_ANSWER_FIELDS)
ADIT_FIELD_TABLE(relevance, ADIT_RELEVANCE_FIELDS)
ADIT_FIELD_TABLE(action, ADIT_ACTION_FIELDS)
ADIT_FIELD_TABLE(step, ADIT_STEP_FIELDS)

constexpr std::array kinds{
    KindInfo{EntityKind::Details, QLatin1String("details"), std::nullopt, true},
    KindInfo{EntityKind::Answer, QLatin1String("answer"), field::answer::requirement.index, true},
    KindInfo{EntityKind::Relevance, QLatin1String("relevance"), field::relevance::node.index, true},
    KindInfo{EntityKind::Action, QLatin1String("action"), field::action::requirement.index, false},
    KindInfo{EntityKind::Step, QLatin1String("step"), field::step::step.index, true},
};

} // namespace

bool FieldInfo::allows(QStringView choice) const
{
    const QString all = choices;
    return std::ranges::any_of(QStringTokenizer(all, u' '), [&](QStringView code) { return code == choice; });
}

std::span<const KindInfo> allKinds()
{
    return kinds;
}

const KindInfo &kindInfo(EntityKind kind)
{
    return kinds[static_cast<std::size_t>(kind)];
}

std::optional<EntityKind> kindFromName(QStringView name)
{
    const auto found = std::ranges::find_if(kinds, [&](const KindInfo &info) { return name == info.name; });
    return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

std::span<const FieldInfo> fieldsOf(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Details:
        return details_rows::rows;
    case EntityKind::Answer:
        return answer_rows::rows;
    case EntityKind::Relevance:
        return relevance_rows::rows;
    case EntityKind::Action:
        return action_rows::rows;
    case EntityKind::Step:
        return step_rows::rows;
    }
    return {};
}

const FieldInfo *findField(EntityKind kind, QStringView name)
{
    const auto fields = fieldsOf(kind);
    const auto found = std::ranges::find_if(fields, [&](const FieldInfo &info) { return name == info.name; });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace adit
