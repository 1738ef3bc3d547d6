// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standardsearch.h"
#include "ui/models/standardtreemodel.h"

#include <QSortFilterProxyModel>
#include <optional>

namespace adit {

/// The nodes of a standard in which the words of a query are written, with what stands above them.
class StandardFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit StandardFilter(StandardTreeModel &model, QObject *parent = nullptr);

    /// Reads the standard for the first query. Else that does it, which shows at the first key.
    void prepare();
    void setQuery(const QString &query);
    /// How many nodes hold the words themselves.
    int hits() const { return m_hits; }
    /// The first of them in the order of the standard; nothing if there is none.
    std::optional<RequirementCode> firstHit() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    StandardTreeModel &m_model;
    std::optional<StandardSearch> m_search;
    std::vector<bool> m_found;
    int m_hits = 0;
};

} // namespace adit
