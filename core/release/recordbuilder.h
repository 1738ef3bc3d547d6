// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disclosure/redactions.h"
#include "core/report/publicassessment.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace adit {

/// Words that a record holds a hash of, and nothing else.
struct HiddenText
{
    QString text;
    QString redaction; ///< its label
};

/// Writes what is public as a record; where something is withheld, asks the case for its words, which go no further
/// than a hash (resources/guide/release-format.md, "The record").
class RecordBuilder
{
public:
    RecordBuilder(const PublicAssessment &assessment, const CaseView &view);

    QJsonObject record(int release);
    /// Of the record made last, by path.
    QHash<QString, HiddenText> takeHidden() { return std::move(m_hidden); }

private:
    /// All but the template that the report is made with.
    QJsonObject recordOfCase(int release);
    /// A text as parts. Words of withheld parts are kept by their path.
    QJsonObject textJson(const QString &path, const EntityRef &entity, const FieldInfo &field,
                         const DisclosedPassages &shown);
    QJsonObject siteJson();
    QJsonArray marksJson();
    QJsonArray requirementsJson();
    QJsonObject requirementJson(std::size_t ordinal, const RatedItem &item);
    QJsonArray actionsJson(const QString &path, const PublicAnswer &answer);
    QJsonArray nonconformitiesJson();
    QJsonArray concernsJson();
    QJsonArray plainTextsJson();
    QJsonArray photosJson();
    /// The hash of a picture as it is printed, as the one part of a text.
    QJsonObject pictureJson(const QString &path, const PublicPhoto &photo);
    /// Those before `release`: the case goes on to hold this one, and others.
    QJsonArray releasesJson(int release) const;

    const PublicAssessment &m_public;
    const CaseView &m_view;
    const Redactions m_redactions;
    QHash<QString, HiddenText> m_hidden;
};

} // namespace adit
