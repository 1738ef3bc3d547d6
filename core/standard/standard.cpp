// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/standard.h"

#include "core/standard/standardjson.h"

#include <algorithm>

namespace adit {

Standard::Standard(Parts parts)
    : m_parts(std::move(parts))
{
    buildIndexes();
}

Digest Standard::hash() const
{
    std::call_once(m_hash->once, [this] { m_hash->value = sha256(canonicalJson(*this)); });
    return m_hash->value;
}

void Standard::buildIndexes()
{
    const std::size_t count = m_parts.nodes.size();
    m_children.resize(count);
    m_ordinals.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const StandardNode &node = m_parts.nodes[i];
        const int index = static_cast<int>(i);
        m_byCode.insert(node.code, index);
        const int ordinal = static_cast<int>(m_requirements.size());
        m_ordinals[i] = {ordinal, ordinal};
        if (node.parent < 0)
            m_principles.push_back(index);
        else
            m_children[static_cast<std::size_t>(node.parent)].push_back(index);
        if (node.code.level() != NodeLevel::Requirement)
            continue;
        m_requirements.push_back(index);
        for (int at = index; at >= 0; at = m_parts.nodes[static_cast<std::size_t>(at)].parent)
            m_ordinals[static_cast<std::size_t>(at)].second = ordinal + 1;
    }
    for (std::size_t i = 0; i < m_parts.scale.size(); ++i)
        m_scaleByCode.insert(m_parts.scale[i].code, static_cast<int>(i));
}

std::optional<int> Standard::nodeIndex(const RequirementCode &code) const
{
    const auto found = m_byCode.constFind(code);
    return found == m_byCode.constEnd() ? std::nullopt : std::optional<int>(*found);
}

const StandardNode *Standard::find(const RequirementCode &code) const
{
    const auto index = nodeIndex(code);
    return index ? &m_parts.nodes[static_cast<std::size_t>(*index)] : nullptr;
}

std::optional<int> Standard::scaleIndex(const QString &code) const
{
    const auto found = m_scaleByCode.constFind(code);
    return found == m_scaleByCode.constEnd() ? std::nullopt : std::optional<int>(*found);
}

std::optional<int> Standard::ordinal(const RequirementCode &requirement) const
{
    const auto index = nodeIndex(requirement);
    if (!index || requirement.level() != NodeLevel::Requirement)
        return std::nullopt;
    return ordinalsBelow(*index).first;
}

int Standard::criticalCount() const
{
    return static_cast<int>(std::ranges::count_if(m_parts.nodes, &StandardNode::critical));
}

int Standard::assumedCriticalCount() const
{
    return static_cast<int>(std::ranges::count_if(m_parts.nodes, [](const StandardNode &node) {
        return node.critical && node.criticalConfidence != QLatin1String("certain");
    }));
}

} // namespace adit
