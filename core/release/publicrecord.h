// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/release/leaves.h"
#include "core/release/recordbuilder.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <vector>

namespace adit {

/// What is published of an assessment as data ("assessment.json", resources/guide/release-format.md): whoever has it
/// computes every score anew, without the case and without this program.
class PublicRecord
{
public:
    /// The record of a release. `assessment` is what the public may know; `view` is asked for nothing but the words of
    /// withheld passages, of which hashes alone go in.
    PublicRecord(const PublicAssessment &assessment, const CaseView &view, int release, const LeafSalts &salts);

    /// The file, in the one way to write it.
    QByteArray bytes() const;
    Digest root() const { return m_root; }
    qsizetype leafCount() const { return static_cast<qsizetype>(m_hashes.size()); }

    /// A withheld passage with what proves that it is the one that was signed; for one party, later. Nothing where
    /// there is none at that path.
    std::optional<QJsonObject> disclosure(const QString &path) const;
    /// Paths of withheld passages, in order.
    QStringList withheld() const;
    /// Those that one redaction withholds.
    QStringList withheldBy(const QString &redaction) const { return m_byRedaction.values(redaction); }

private:
    QJsonObject m_record;
    std::vector<QByteArray> m_salts;
    std::vector<Digest> m_hashes;
    QHash<QString, HiddenText> m_hidden; ///< by path
    QMultiHash<QString, QString> m_byRedaction;
    std::vector<QString> m_paths;
    Digest m_root;
    int m_release;
};

/// A record as somebody else reads it.
struct ReadRecord
{
    struct Withheld
    {
        QString path, chapter, reason;
    };
    QJsonObject json;
    int release = 0;
    Digest root{};
    std::vector<Withheld> withheld;
    QStringList changed; ///< paths of values that are not those of their leaves
};
/// Error ReleaseInvalid: subject path of the file, detail what was expected where.
Result<ReadRecord> readRecord(const QByteArray &bytes, const QString &path);

/// What does not agree between the scores that a record states and those that follow from its ratings. Empty: all does.
/// Error ReleaseInvalid where its standard or ratings cannot be read.
Result<QStringList> wrongScores(const QJsonObject &record, const QString &path);

/// Places of figures and states that a record cannot have if it was made as it should be: counts that point at people,
/// totals that do not follow, nonconformities about nothing in the catalogue, dates that no rule gives. Empty: none.
QStringList wrongFigures(const QJsonObject &record);

} // namespace adit
