// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/target.h"
#include "core/disclosure/publictext.h"

#include <QHash>
#include <QString>
#include <optional>
#include <vector>

namespace adit {

// What is not printed is replaced in the record, before anything is laid out from it; no page is ever blacked out
// (report.md, Redaction).

/// Texts that people write for the public. Never ratings, relevance, grades or results: anybody may recompute every
/// score from what is published.
bool isRedactable(const FieldInfo &field);
/// Those of a kind.
std::vector<const FieldInfo *> redactableFields(EntityKind kind);

/// Who reads what is made.
enum class Reader {
    Public,
    Company, ///< the mine, the scheme: what protects people stays withheld, the rest is shown
};

/// A stretch of a text, in clear: for commitments, and to look for where it must not be. Never to be laid out.
struct TextPiece
{
    QString text;
    const Record *redaction = nullptr; ///< what withholds it; the first one where several do
};

/// All redactions of a case that withhold something from a reader: all but those of which somebody decided, genuinely,
/// that they do not. Looks at the case, which must outlive it.
class Redactions
{
public:
    Redactions(const Assessment &assessment, Reader reader);
    /// Of these alone, whatever their state.
    explicit Redactions(const std::vector<const Record *> &redactions);

    /// The text in pieces: each place of each passage, or all of it. Together they are the text again.
    std::vector<TextPiece> piecesOf(const EntityRef &entity, const FieldInfo &field, const QString &text) const;
    /// What withholds a thing as a whole, with whatever belongs to it beside its texts: the picture of a photo. One
    /// that protects people goes before the rest. Nothing where only texts or passages are withheld.
    const Record *wholeOf(const EntityRef &entity) const;
    PublicText textOf(const EntityRef &entity, const FieldInfo &field, const QString &text) const;

private:
    std::vector<const Record *> of(const EntityRef &entity, const FieldInfo &field) const;

    QHash<QString, std::vector<const Record *>> m_byTarget; ///< in the order of their labels
};

} // namespace adit
