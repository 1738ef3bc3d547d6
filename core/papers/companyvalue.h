// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/record.h"

namespace adit {

/// Reads a field for a paper that the mine, the certification body and the scheme see. A field of the team or of the
/// identity compartment does not compile, so none can get into such a paper.
template <EntityKind K, ValueType V, Audience A>
requires(A == Audience::Public || A == Audience::Company) auto companyValue(const Record &record, Field<K, V, A> field)
{
    return record[field];
}

} // namespace adit
