// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/fields.h"

#include "core/standard/requirementcode.h"

#include <QRegularExpression>
#include <QStringTokenizer>
#include <algorithm>
#include <array>
#include <utility>

namespace adit {

namespace {

#define ADIT_FIELD_ROW(name, type, audience, choices, label)                                                           \
    FieldInfo{fieldKind, QLatin1String(#name),         ValueType::type, Audience::audience, QLatin1String(choices),    \
              label,     static_cast<int>(Index::name)},
#define ADIT_FIELD_TABLE(kind, space, list, derived, letters)                                                          \
    namespace space##_rows                                                                                             \
    {                                                                                                                  \
        using namespace field::space;                                                                                  \
        constexpr std::array rows{list(ADIT_FIELD_ROW)};                                                               \
    }

ADIT_KINDS(ADIT_FIELD_TABLE)

#define ADIT_KIND_ROW(kind, space, list, derived, letters)                                                             \
    KindInfo{EntityKind::kind, QLatin1String(#space), codeFieldOf(EntityKind::kind), derived, QLatin1String(letters)},
#define ADIT_KIND_FIELDS(kind, space, list, derived, letters) std::span<const FieldInfo>(space##_rows::rows),

constexpr std::optional<int> codeFieldOf(EntityKind kind)
{
    return kind == EntityKind::Details ? std::nullopt : std::optional(0);
}

constexpr std::array kinds{ADIT_KINDS(ADIT_KIND_ROW)};
constexpr std::array fieldsByKind{ADIT_KINDS(ADIT_KIND_FIELDS)};

constexpr bool areKindsInOrder()
{
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (static_cast<std::size_t>(kinds[i].kind) != i)
            return false;
    return true;
}
static_assert(areKindsInOrder(), "the rows of ADIT_KINDS stand in the order of EntityKind");

bool isCodeOf(NodeLevel level, QStringView member)
{
    const auto code = RequirementCode::fromString(member.toString());
    return code && code->level() == level && code->toString() == member;
}

/// By its form: whether there is such a thing is for edits to check.
bool isLink(QLatin1String target, QStringView member)
{
    if (target == QLatin1String("requirement"))
        return isCodeOf(NodeLevel::Requirement, member);
    if (target == QLatin1String("chapter"))
        return isCodeOf(NodeLevel::Chapter, member);
    if (target == QLatin1String("agenda")) {
        static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9-]{0,39}\\z"));
        return form.match(member).hasMatch();
    }
    const auto kind = kindFromName(QString(target));
    return kind && isLabel(*kind, member);
}

} // namespace

bool FieldInfo::allows(QStringView choice) const
{
    if (type == ValueType::Links || type == ValueType::Link)
        return isLink(choices, choice);
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

const FieldInfo *removalField(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Evidence:
        return &infoOf(field::evidence::removed);
    case EntityKind::Nonconformity:
        return &infoOf(field::nonconformity::withdrawn);
    case EntityKind::Action:
        return &infoOf(field::action::text);
    case EntityKind::PublicPhoto:
        return &infoOf(field::public_photo::removed);
    default:
        return nullptr;
    }
}

bool isRemoval(const FieldInfo &field, const std::optional<QString> &value)
{
    return field.kind == EntityKind::Action ? !value : value.has_value();
}

QString entityLabel(EntityKind kind, int replica, int number)
{
    QString letters; // A to Z, then AA, AB, …
    for (int rest = replica; rest >= 0; rest = rest / 26 - 1)
        letters.prepend(QChar('A' + rest % 26));
    return QStringLiteral("%1-%2%3").arg(kindInfo(kind).letters).arg(letters).arg(number, 2, 10, QLatin1Char('0'));
}

bool isLabel(EntityKind kind, QStringView text)
{
    static const QRegularExpression form(QStringLiteral("^[A-Z]{1,2}-[A-Z]{1,3}[0-9]{2,6}\\z"));
    const KindInfo &info = kindInfo(kind);
    return info.hasLabels() && text.startsWith(info.letters) && text.sliced(info.letters.size()).startsWith(u'-') &&
           form.match(text).hasMatch();
}

std::span<const FieldInfo> fieldsOf(EntityKind kind)
{
    return fieldsByKind[static_cast<std::size_t>(kind)];
}

const FieldInfo *findField(EntityKind kind, QStringView name)
{
    const auto fields = fieldsOf(kind);
    const auto found = std::ranges::find_if(fields, [&](const FieldInfo &info) { return name == info.name; });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace adit
