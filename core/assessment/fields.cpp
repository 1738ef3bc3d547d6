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
ADIT_FIELD_TABLE(evidence, ADIT_EVIDENCE_FIELDS)
ADIT_FIELD_TABLE(person, ADIT_PERSON_FIELDS)
ADIT_FIELD_TABLE(interview, ADIT_INTERVIEW_FIELDS)

/// By its form: whether there is such a thing is for edits to check.
bool isLink(QLatin1String target, QStringView member)
{
    if (target == QLatin1String("requirement")) {
        const auto code = RequirementCode::fromString(member.toString());
        return code && code->level() == NodeLevel::Requirement && code->toString() == member;
    }
    const auto kind = kindFromName(QString(target));
    return kind && isLabel(*kind, member);
}

constexpr std::array kinds{
    KindInfo{EntityKind::Details, QLatin1String("details"), std::nullopt, true},
    KindInfo{EntityKind::Answer, QLatin1String("answer"), field::answer::requirement.index, true},
    KindInfo{EntityKind::Relevance, QLatin1String("relevance"), field::relevance::node.index, true},
    KindInfo{EntityKind::Action, QLatin1String("action"), field::action::requirement.index, false},
    KindInfo{EntityKind::Step, QLatin1String("step"), field::step::step.index, true},
    KindInfo{EntityKind::Evidence, QLatin1String("evidence"), field::evidence::label.index, false, 'E'},
    KindInfo{EntityKind::Person, QLatin1String("person"), field::person::label.index, false, 'P'},
    KindInfo{EntityKind::Interview, QLatin1String("interview"), field::interview::label.index, false, 'I'},
};

} // namespace

bool FieldInfo::allows(QStringView choice) const
{
    if (type == ValueType::Links)
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

QString entityLabel(EntityKind kind, int replica, int number)
{
    QString letters; // A to Z, then AA, AB, …
    for (int rest = replica; rest >= 0; rest = rest / 26 - 1)
        letters.prepend(QChar('A' + rest % 26));
    return QStringLiteral("%1-%2%3")
        .arg(QLatin1Char(kindInfo(kind).labelLetter))
        .arg(letters)
        .arg(number, 2, 10, QLatin1Char('0'));
}

bool isLabel(EntityKind kind, QStringView text)
{
    static const QRegularExpression form(QStringLiteral("^[A-Z]-[A-Z]{1,3}[0-9]{2,6}\\z"));
    const char letter = kindInfo(kind).labelLetter;
    return letter && text.startsWith(QLatin1Char(letter)) && form.match(text).hasMatch();
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
    case EntityKind::Evidence:
        return evidence_rows::rows;
    case EntityKind::Person:
        return person_rows::rows;
    case EntityKind::Interview:
        return interview_rows::rows;
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
