// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/edit.h"

#include "core/assessment/reporttemplate.h"
#include "core/base/rule.h"
#include "core/identity/compartment.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <iterator>

namespace adit {

namespace {

struct VerbRow
{
    Verb verb;
    QLatin1String code;
};

constexpr std::array verbs{
    VerbRow{Verb::Create, QLatin1String("create")},
    VerbRow{Verb::Rate, QLatin1String("rate")},
    VerbRow{Verb::Justify, QLatin1String("justify")},
    VerbRow{Verb::WriteFinding, QLatin1String("write-finding")},
    VerbRow{Verb::WriteNotes, QLatin1String("write-notes")},
    VerbRow{Verb::NameSources, QLatin1String("name-sources")},
    VerbRow{Verb::SelfAssess, QLatin1String("self-assess")},
    VerbRow{Verb::SetPrevious, QLatin1String("set-previous")},
    VerbRow{Verb::SetRelevance, QLatin1String("set-relevance")},
    VerbRow{Verb::Plan, QLatin1String("plan")},
    VerbRow{Verb::Describe, QLatin1String("describe")},
    VerbRow{Verb::SetStep, QLatin1String("set-step")},
    VerbRow{Verb::AddEvidence, QLatin1String("add-evidence")},
    VerbRow{Verb::AddPerson, QLatin1String("add-person")},
    VerbRow{Verb::AddInterview, QLatin1String("add-interview")},
    VerbRow{Verb::Add, QLatin1String("add")},
    VerbRow{Verb::Change, QLatin1String("change")},
    VerbRow{Verb::SetMilestone, QLatin1String("set-milestone")},
    VerbRow{Verb::PassGate, QLatin1String("pass-gate")},
    VerbRow{Verb::ShareIdentities, QLatin1String("share-identities")},
    VerbRow{Verb::Introduce, QLatin1String("introduce")},
    VerbRow{Verb::Revoke, QLatin1String("revoke")},
    VerbRow{Verb::HandOver, QLatin1String("hand-over")},
    VerbRow{Verb::Comment, QLatin1String("comment")},
    VerbRow{Verb::SignOff, QLatin1String("sign-off")},
    VerbRow{Verb::MarkRead, QLatin1String("mark-read")},
    VerbRow{Verb::Lock, QLatin1String("lock")},
    VerbRow{Verb::Unlock, QLatin1String("unlock")},
    VerbRow{Verb::Decide, QLatin1String("decide")},
    VerbRow{Verb::Redact, QLatin1String("redact")},
    VerbRow{Verb::DecideRedaction, QLatin1String("decide-redaction")},
    VerbRow{Verb::PassName, QLatin1String("pass-name")},
    VerbRow{Verb::Release, QLatin1String("release")},
    VerbRow{Verb::Import, QLatin1String("import")},
    VerbRow{Verb::Undo, QLatin1String("undo")},
    VerbRow{Verb::Redo, QLatin1String("redo")},
    VerbRow{Verb::Resolve, QLatin1String("resolve")},
    VerbRow{Verb::Merge, QLatin1String("merge")},
};

QStringList scaleCodes(const Standard &standard)
{
    QStringList codes;
    for (const ScaleStep &step : standard.scale())
        codes.append(step.code);
    return codes;
}

Result<> checkClean(const FieldInfo &field, const QString &text)
{
    const qsizetype limit = field.type == ValueType::Text ? 100'000 : field.type == ValueType::Sealed ? 8'000 : 500;
    if (text.size() > limit)
        return Error{ErrorCode::TextTooLong, field.name, QString::number(limit)};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool lineBreak = c == QLatin1Char('\n') && field.type == ValueType::Text;
        const bool lone = c.isSurrogate() &&
                          !(c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) &&
                          !(c.isLowSurrogate() && i > 0 && text[i - 1].isHighSurrogate());
        const bool noCharacter = c.unicode() >= 0xFFFE || (c.unicode() >= 0xFDD0 && c.unicode() <= 0xFDEF);
        if (lone || noCharacter || (c.category() == QChar::Other_Control && !lineBreak && c != QLatin1Char('\t')))
            return Error{ErrorCode::TextUnclean, field.name,
                         QStringLiteral("U+%1, %2").arg(c.unicode(), 4, 16, QLatin1Char('0')).arg(i + 1)};
    }
    return {};
}

bool isNumber(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(0|[1-9][0-9]{0,8})\\z"));
    return form.match(text).hasMatch();
}

bool isTime(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([01][0-9]|2[0-3]):[0-5][0-9]\\z"));
    return form.match(text).hasMatch();
}

/// What is no text but a model in the form of one comes into a case in its own form alone, by whichever way.
Result<std::optional<QString>> templateChecked(const FieldInfo &field, const QString &value)
{
    const bool isTemplate = &field == &infoOf(field::details::report_template);
    if (!isTemplate && &field != &infoOf(field::details::report_logo))
        return std::optional<QString>(value);
    ADIT_TRY_ASSIGN(QString kept, isTemplate ? keptTemplate(value) : keptLogo(value));
    return std::optional<QString>(std::move(kept));
}

} // namespace

QString verbCode(Verb verb)
{
    return std::ranges::find(verbs, verb, &VerbRow::verb)->code;
}

std::optional<Verb> verbFromCode(const QString &code)
{
    const auto found = std::ranges::find_if(verbs, [&](const VerbRow &row) { return code == row.code; });
    return found == verbs.end() ? std::nullopt : std::optional(found->verb);
}

Result<std::optional<QString>> checkedValue(const FieldInfo &field, const Standard &standard, const QString &given)
{
    QString value = given;
    value.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    if (field.type != ValueType::Text)
        value = value.trimmed();
    if (value.trimmed().isEmpty())
        return std::optional<QString>();
    ADIT_TRY(checkClean(field, value));
    const QString where = QString(field.name) + QLatin1String(": ") + value;
    switch (field.type) {
    case ValueType::Date:
        if (!dateFromIso(value))
            return Error{ErrorCode::InvalidDate, where};
        break;
    case ValueType::Rating:
        if (!standard.scaleIndex(value) && !field.allows(value))
            return Error{ErrorCode::UnknownRating, value, scaleCodes(standard).join(QLatin1Char(' '))};
        break;
    case ValueType::Choice:
    case ValueType::Set:
        if (!field.allows(value))
            return Error{ErrorCode::UnknownChoice, where, field.choices};
        break;
    case ValueType::Link:
    case ValueType::Links:
        if (!field.allows(value))
            return linkError(field, value);
        break;
    case ValueType::Flag:
        if (value != QLatin1String("1"))
            return Error{ErrorCode::UnknownChoice, where, QStringLiteral("1")};
        break;
    case ValueType::Code:
        return Error{ErrorCode::UnknownChoice, where};
    case ValueType::Number:
        if (!isNumber(value))
            return Error{ErrorCode::InvalidValue, where, ruleMark(Rule::WholeNumber)};
        break;
    case ValueType::Time:
        if (!isTime(value))
            return Error{ErrorCode::InvalidValue, where, ruleMark(Rule::ClockTime)};
        break;
    case ValueType::Sealed:
        // Never a name by mistake: what is not encrypted is not stored, and not repeated in the error either.
        if (!isSealedText(value))
            return Error{ErrorCode::InvalidValue, field.name, ruleMark(Rule::SealedText)};
        break;
    case ValueType::Text:
        return templateChecked(field, value);
    case ValueType::Line:
        break;
    }
    return std::optional<QString>(value);
}

Error linkError(const FieldInfo &field, const QString &member)
{
    if (field.choices == QLatin1String("requirement"))
        return {ErrorCode::UnknownRequirement, member};
    if (field.choices == QLatin1String("chapter"))
        return {ErrorCode::UnknownNode, member, QStringLiteral("chapter")};
    return {ErrorCode::InvalidValue, QString(field.name) + QLatin1String(": ") + member,
            ruleMark(Rule::KnownNumber, {field.choices})};
}

EditBuilder::EditBuilder(const CaseView &view, Verb verb, QString subject)
    : m_view(view)
    , m_edit{verb, std::move(subject), {}}
{}

EditBuilder &EditBuilder::set(const EntityRef &entity, const FieldInfo &field, const QString &value)
{
    if (m_error)
        return *this;
    auto checked = checkedValue(field, m_view.standard, value);
    if (!checked) {
        m_error = checked.error();
        return *this;
    }
    const Record *record = m_view.assessment.find(entity.kind, entity.id);
    const std::optional<QString> now = record ? record->value(field.index) : std::nullopt;
    if (*checked != now)
        m_edit.changes.push_back({entity, &field, {}, *checked});
    return *this;
}

EditBuilder &EditBuilder::setMembers(const EntityRef &entity, const FieldInfo &field, const QStringList &members)
{
    if (m_error)
        return *this;
    const Record *record = m_view.assessment.find(entity.kind, entity.id);
    const QStringList now = record ? record->members(field.index) : QStringList();
    for (const QString &member : members) {
        if (!field.allows(member)) {
            m_error = field.type == ValueType::Links
                          ? linkError(field, member)
                          : Error{ErrorCode::UnknownChoice, QString(field.name) + QLatin1String(": ") + member,
                                  field.choices};
            return *this;
        }
        const bool isNew = std::ranges::none_of(m_edit.changes, [&](const Change &change) {
            return change.entity == entity && change.field == &field && change.member == member;
        });
        if (isNew && !now.contains(member))
            m_edit.changes.push_back({entity, &field, member, QStringLiteral("1")});
    }
    for (const QString &member : now)
        if (!members.contains(member))
            m_edit.changes.push_back({entity, &field, member, std::nullopt});
    return *this;
}

Result<Edit> EditBuilder::build()
{
    if (m_error)
        return *m_error;
    return std::move(m_edit);
}

void append(Edit &edit, Edit addition)
{
    std::ranges::move(addition.contents, std::back_inserter(edit.contents));
    for (Change &change : addition.changes) {
        const auto same = std::ranges::find_if(edit.changes, [&](const Change &existing) {
            return existing.entity == change.entity && existing.field == change.field &&
                   existing.member == change.member;
        });
        if (same == edit.changes.end())
            edit.changes.push_back(std::move(change));
        else
            *same = std::move(change);
    }
}

} // namespace adit
