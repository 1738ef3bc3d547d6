// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/time.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace adit {

/// Which part of the history somebody wants: who changed which field of what, on which days (who reads an audit trail
/// asks so; ISO/IEC 17021-1, 9.9 on records, from general knowledge). Window and command line ask by the same. What is
/// left empty is not asked for. What is withheld from a copy belongs to no thing and no field.
struct HistoryFilter
{
    QString person = {};    ///< as the journal names people, whole
    QString personHas = {}; ///< a part of such a name
    std::optional<RequirementCode> requirement = {};
    /// Code of a requirement or a label, and what begins so, in any case: "1.2" is a chapter with all below, "E-A" all
    /// evidence of one copy. A number is always a whole one: "E-A1" is not E-A10, "1.2" not 1.20.
    QString thing = {};
    QString field = {}; ///< name in the registry, without a member of a set
    std::optional<EntityKind> kind = {};
    std::optional<Instant> since = {};
    std::optional<Instant> before = {};

    /// Whether it asks for what was changed, and not only for who and when.
    bool asksForWhat() const { return requirement || !thing.isEmpty() || !field.isEmpty() || kind; }
    friend bool operator==(const HistoryFilter &, const HistoryFilter &) = default;
};

/// What a history could be narrowed to: only people and fields that occur in it.
struct HistoryScope
{
    QStringList people;                    ///< by name
    std::vector<const FieldInfo *> fields; ///< in the order of the registry
};

} // namespace adit
