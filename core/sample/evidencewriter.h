// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/sample/papers.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <optional>

namespace adit {

/// Puts a sample's people, evidence and interviews into an open case. Evidence that was taken gets a file: a picture
/// or a paper of the sample's own where there is one, else a note that stands for it.
class EvidenceWriter
{
public:
    /// `folder`: of the sample's pictures and papers among the resources. `shift`: days by which dates in them move.
    EvidenceWriter(CaseDocument &document, QString folder, int shift);

    Result<> addPeople(const QJsonArray &people);
    Result<> addEvidence(const QJsonArray &items);
    /// After the people.
    Result<> addInterviews(const QJsonArray &interviews);
    /// The numbers that things got, by the sample's own keys.
    QMap<QString, QString> &labels() { return m_labels; }

private:
    Result<EvidenceFile> fileFor(const QJsonObject &item);
    Result<QByteArray> paper(const QString &key);
    Result<QByteArray> resource(const QString &name) const;

    CaseDocument &m_document;
    QString m_folder;
    int m_shift;
    std::optional<PaperSetter> m_papers; ///< made when the first paper is set
    QMap<QString, QString> m_labels;
};

} // namespace adit
