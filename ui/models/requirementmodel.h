// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "ui/models/standardtreemodel.h"

#include <QSet>
#include <vector>

namespace adit {

/// The standard's tree with how each part stands. Owns nothing: an adapter over the document, refreshed by its changes.
class RequirementModel final : public StandardTreeModel
{
    Q_OBJECT
public:
    explicit RequirementModel(CaseDocument &document, QObject *parent = nullptr);

    const CaseDocument &document() const { return m_document; }
    /// Several people gave something of it different values, and nobody has chosen yet.
    bool isInConflict(const RequirementCode &code) const { return m_inConflict.contains(code.toString()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Counts
    {
        int rated = 0;
        int relevant = 0;
    };
    void recount();
    void findConflicts();
    void refresh(const ChangeSet &changes);
    void refreshNode(int node);
    QString spoken(int node) const;
    QString anewWords(const RequirementCode &code) const;

    CaseDocument &m_document;
    std::vector<Counts> m_counts; ///< by node
    QSet<QString> m_inConflict;
};

} // namespace adit
