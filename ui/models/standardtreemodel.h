// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

#include <QAbstractItemModel>
#include <vector>

namespace adit {

/// The tree of a standard: numbers and titles. Models that know how the parts stand in a case build on it.
class StandardTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum NodeRole {
        CodeRole = Qt::UserRole, ///< "1.2.2.2"
        LevelRole,               ///< NodeLevel as int
        CriticalRole,
        GlyphRole,    ///< Glyph as int; requirements of a case only
        RatedRole,    ///< how many below are rated; in a case only
        RelevantRole, ///< how many below are relevant; in a case only
        OpenRole,     ///< a relevant requirement without a rating
        ConflictRole  ///< a requirement that several people gave different values
    };

    /// The standard must outlive the model.
    explicit StandardTreeModel(const Standard &standard, QObject *parent = nullptr);

    const Standard &standard() const { return m_standard; }
    QModelIndex indexOf(const RequirementCode &code) const;
    RequirementCode codeAt(const QModelIndex &index) const { return nodeAt(index).code; }
    const StandardNode &nodeAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    QModelIndex indexOfNode(int node) const;

private:
    const Standard &m_standard;
    std::vector<int> m_rows; ///< place of each node under its parent
};

} // namespace adit
