// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/standards/standardfilter.h"

#include "ui/words/words.h"

#include <algorithm>

namespace adit {

StandardFilter::StandardFilter(StandardTreeModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
    , m_found(model.standard().nodes().size(), true)
    , m_hits(static_cast<int>(m_found.size()))
{
    setRecursiveFilteringEnabled(true);
    setSourceModel(&model);
}

void StandardFilter::prepare()
{
    if (!m_search)
        m_search.emplace(m_model.standard(), catalogueLanguage());
}

void StandardFilter::setQuery(const QString &query)
{
    prepare();
    std::vector<bool> found = m_search->find(query);
    if (found == m_found)
        return;
    m_found = std::move(found);
    m_hits = static_cast<int>(std::ranges::count(m_found, true));
    invalidateFilter();
}

std::optional<RequirementCode> StandardFilter::firstHit() const
{
    const auto first = std::ranges::find(m_found, true);
    if (first == m_found.end())
        return std::nullopt;
    return m_model.standard().nodes()[static_cast<std::size_t>(first - m_found.begin())].code;
}

bool StandardFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto node = m_model.standard().nodeIndex(m_model.codeAt(m_model.index(row, 0, parent)));
    return m_found[static_cast<std::size_t>(*node)];
}

} // namespace adit
