// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/redactions.h"

#include "core/disclosure/redactiondecision.h"
#include "core/edits/recordrules.h"

#include <algorithm>
#include <array>

namespace adit {

namespace {

/// Texts about the mine and its assessment; what names the report itself (site, operator, number), and what the office
/// that makes it says of itself, is no passage.
bool isOfTheReport(const FieldInfo &field)
{
    using namespace adit::field::details;
    const std::array named{&infoOf(site),           &infoOf(country),         &infoOf(operator_name),
                           &infoOf(report_id),      &infoOf(materials),       &infoOf(previous_result),
                           &infoOf(previous_year),  &infoOf(audit_firm),      &infoOf(location),
                           &infoOf(deferred_codes), &infoOf(report_template), &infoOf(report_logo)};
    return field.kind == EntityKind::Details && std::ranges::find(named, &field) != named.end();
}

bool isOfTheProcess(EntityKind kind)
{
    return kind == EntityKind::Decision || kind == EntityKind::Redaction || kind == EntityKind::Release;
}

bool hides(const Assessment &assessment, const Record &redaction, Reader reader)
{
    const QString state = redaction[field::redaction::state];
    const bool isGivenUp = state == QLatin1String("refused") || state == QLatin1String("withdrawn");
    if (isGivenUp && isDecisionGenuine(assessment, redaction))
        return false;
    return reader == Reader::Public || withheldAs(redaction[field::redaction::reason]) == WithheldAs::Persons;
}

/// Which redaction covers each character: the first that does, but what protects people goes before the rest.
std::vector<const Record *> covered(const std::vector<const Record *> &redactions, const QString &text)
{
    std::vector<const Record *> by(static_cast<std::size_t>(text.size()), nullptr);
    const auto cover = [&](qsizetype from, qsizetype length, const Record *redaction) {
        const bool protects = withheldAs((*redaction)[field::redaction::reason]) == WithheldAs::Persons;
        for (qsizetype i = from; i < from + length; ++i) {
            const Record *&here = by[static_cast<std::size_t>(i)];
            if (!here || (protects && withheldAs((*here)[field::redaction::reason]) != WithheldAs::Persons))
                here = redaction;
        }
    };
    for (const Record *redaction : redactions) {
        const QString passage = (*redaction)[field::redaction::passage];
        if (passage.isEmpty())
            cover(0, text.size(), redaction);
        else // Overlapping places too, or the end of the last one would stay.
            for (qsizetype at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1))
                cover(at, passage.size(), redaction);
    }
    return by;
}

} // namespace

bool isRedactable(const FieldInfo &field)
{
    const bool isText = field.type == ValueType::Text || field.type == ValueType::Line;
    return isText && field.audience == Audience::Public && !isOfTheReport(field) && !isOfTheProcess(field.kind);
}

std::vector<const FieldInfo *> redactableFields(EntityKind kind)
{
    std::vector<const FieldInfo *> fields;
    for (const FieldInfo &field : fieldsOf(kind))
        if (isRedactable(field))
            fields.push_back(&field);
    return fields;
}

Redactions::Redactions(const Assessment &assessment, Reader reader)
{
    for (const Record *redaction : recordsInOrder(assessment, EntityKind::Redaction))
        if (hides(assessment, *redaction, reader))
            m_byTarget[(*redaction)[field::redaction::target]].push_back(redaction);
}

Redactions::Redactions(const std::vector<const Record *> &redactions)
{
    for (const Record *redaction : redactions)
        m_byTarget[(*redaction)[field::redaction::target]].push_back(redaction);
}

std::vector<const Record *> Redactions::of(const EntityRef &entity, const FieldInfo &field) const
{
    std::vector<const Record *> found;
    if (m_byTarget.isEmpty() || !isRedactable(field))
        return found;
    const auto redactions = m_byTarget.constFind(targetOf(entity));
    if (redactions == m_byTarget.constEnd())
        return found;
    std::ranges::copy_if(*redactions, std::back_inserter(found), [&](const Record *redaction) {
        const QString name = (*redaction)[field::redaction::field_name];
        return name.isEmpty() || name == field.name;
    });
    return found;
}

std::vector<TextPiece> Redactions::piecesOf(const EntityRef &entity, const FieldInfo &field, const QString &text) const
{
    const auto redactions = of(entity, field);
    const auto whole = std::ranges::find_if(
        redactions, [](const Record *redaction) { return (*redaction)[field::redaction::passage].isEmpty(); });
    // Of a field that is withheld whole, not even that nothing is written in it is told.
    if (text.isEmpty() && whole != redactions.end())
        return {{QString(), *whole}};
    if (redactions.empty() || text.isEmpty())
        return {{text}};
    const auto by = covered(redactions, text);
    std::vector<TextPiece> pieces;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const Record *here = by[static_cast<std::size_t>(i)];
        if (pieces.empty() || pieces.back().redaction != here)
            pieces.push_back({{}, here});
        pieces.back().text += text[i];
    }
    return pieces;
}

const Record *Redactions::wholeOf(const EntityRef &entity) const
{
    const Record *first = nullptr;
    const auto redactions = m_byTarget.constFind(targetOf(entity));
    if (redactions == m_byTarget.constEnd())
        return first;
    const auto protects = [](const Record &redaction) {
        return withheldAs(redaction[field::redaction::reason]) == WithheldAs::Persons;
    };
    for (const Record *redaction : *redactions)
        if (!redaction->has(field::redaction::field_name) && !redaction->has(field::redaction::passage) &&
            (!first || (protects(*redaction) && !protects(*first))))
            first = redaction;
    return first;
}

PublicText Redactions::textOf(const EntityRef &entity, const FieldInfo &field, const QString &text) const
{
    std::vector<TextPart> parts;
    for (const TextPiece &piece : piecesOf(entity, field, text)) {
        if (!piece.redaction) {
            parts.push_back({piece.text});
            continue;
        }
        const auto withheld = withheldAs((*piece.redaction)[field::redaction::reason]);
        parts.push_back({(*piece.redaction)[field::redaction::wording], withheld.value_or(WithheldAs::Persons)});
    }
    return PublicText(std::move(parts));
}

} // namespace adit
