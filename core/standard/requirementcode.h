// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <compare>
#include <optional>

namespace adit {

/// Where a node stands in a standard's tree.
enum class NodeLevel { Principle, Chapter, Criterion, Requirement };

/// The number of a node in a standard's own numbering: "1", "1.2", "1.2.2" or "1.2.2.2". A type of its own, so that it
/// cannot be mixed up with names, ids or free text. Ordered as people count (1.9 before 1.10). Qualified by standard
/// and version outside a case ("irma-style/1.0:1.2.2.2"), because another version numbers differently.
class RequirementCode
{
public:
    /// One to four dotted numbers of 1 to 999 without leading zeros; anything else is nothing.
    static std::optional<RequirementCode> fromString(const QString &text);

    NodeLevel level() const { return static_cast<NodeLevel>(m_depth - 1); }
    /// "1.2" of "1.2.2"; nothing above a principle.
    std::optional<RequirementCode> parent() const;
    /// True for itself and everything below it.
    bool contains(const RequirementCode &other) const;
    QString toString() const;

    friend auto operator<=>(const RequirementCode &, const RequirementCode &) = default;
    friend size_t qHash(const RequirementCode &code, size_t seed = 0)
    {
        return qHashMulti(seed, code.m_parts[0], code.m_parts[1], code.m_parts[2], code.m_parts[3]);
    }

private:
    RequirementCode() = default;

    quint16 m_parts[4] = {0, 0, 0, 0};
    int m_depth = 0;
};

} // namespace adit
