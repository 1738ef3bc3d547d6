// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "ui/look/glyphs.h"

#include <QAbstractItemModel>
#include <vector>

namespace adit {

/// The standard's tree with how each part stands. Owns nothing: an adapter over the document, refreshed by its changes.
class RequirementModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum NodeRole {
        CodeRole = Qt::UserRole, ///< "1.2.2.2"
        LevelRole,               ///< NodeLevel as int
        GlyphRole,               ///< Glyph as int; requirements only
        CriticalRole,
        RatedRole,    ///< how many below are rated
        RelevantRole, ///< how many below are relevant
        OpenRole      ///< a relevant requirement without a rating
    };

    explicit RequirementModel(CaseDocument &document, QObject *parent = nullptr);

    QModelIndex indexOf(const RequirementCode &code) const;
    RequirementCode codeAt(const QModelIndex &index) const;
    const StandardNode &nodeAt(const QModelIndex &index) const;
    const CaseDocument &document() const { return m_document; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Counts
    {
        int rated = 0;
        int relevant = 0;
    };
    void recount();
    void refresh(const ChangeSet &changes);
    void refreshNode(int node);
    QString spoken(int node) const;
    QModelIndex indexOfNode(int node) const;

    CaseDocument &m_document;
    const Standard &m_standard;
    std::vector<Counts> m_counts; ///< by node
    std::vector<int> m_rows;      ///< place of each node under its parent
};

} // namespace adit
