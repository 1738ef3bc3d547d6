// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/conflictwords.h"

#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace adit {

namespace {

/// The first line among the fields of a thing: most often its title or name.
QString nameOf(const Record &record)
{
    for (const FieldInfo &field : fieldsOf(record.kind()))
        if (field.type == ValueType::Line && record.has(field.index))
            return record.text(field.index);
    return {};
}

} // namespace

std::optional<RequirementCode> requirementOf(const EntityRef &entity)
{
    const auto code = RequirementCode::fromString(entity.code);
    return code && code->level() == NodeLevel::Requirement ? code : std::nullopt;
}

QString subjectWords(const CaseView &view, const EntityRef &entity)
{
    if (const auto code = RequirementCode::fromString(entity.code); code && view.standard.find(*code))
        return code->toString() + QLatin1Char(' ') + shortTitle(*view.standard.find(*code));
    QString words = kindWord(entity.kind);
    if (!entity.code.isEmpty())
        words += QLatin1Char(' ') + entity.code;
    const Record *record = kindInfo(entity.kind).hasLabels() ? view.assessment.find(entity.kind, entity.id) : nullptr;
    return record ? (words + QLatin1Char(' ') + nameOf(*record)).trimmed() : words;
}

QString topicWords(const Conflict &conflict)
{
    if (conflict.kind == Conflict::Kind::Removal)
        return QCoreApplication::translate("Conflict", "Removed or changed");
    return conflict.entity.kind == EntityKind::Answer || conflict.entity.kind == EntityKind::Relevance
               ? fieldLabel(*conflict.field)
           : conflict.entity.kind == EntityKind::Action
               ? QCoreApplication::translate("Conflict", "Planned action: %1").arg(fieldLabel(*conflict.field))
               : fieldLabel(*conflict.field);
}

QString versionWords(const CaseView &view, const FieldInfo &field, const std::optional<QString> &value)
{
    if (!value)
        return QStringLiteral("–");
    if (field.type == ValueType::Rating)
        return *value == QLatin1String("not-relevant") ? notRelevantWord() : standingOf(view.standard, *value).word;
    Record record(field.kind);
    record.set(field.index, value);
    return valueWords(field, record);
}

QString versionWords(const CaseView &view, const ConflictVersion &version)
{
    if (!version.disclosed)
        return QCoreApplication::translate("Conflict", "(not in this copy)");
    return versionWords(view, *version.field, version.value);
}

bool isText(const Conflict &conflict)
{
    return conflict.kind == Conflict::Kind::Values && !isOfTemplate(*conflict.field) &&
           (conflict.field->type == ValueType::Text || conflict.field->type == ValueType::Line);
}

} // namespace adit
