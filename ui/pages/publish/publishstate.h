// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disclosure/redactionverbs.h"
#include "core/document/casedocument.h"
#include "core/release/guardedcase.h"
#include "core/release/releasegate.h"

#include <memory>
#include <optional>
#include <vector>

namespace adit {

/// How a case stands before a release, read once for all parts of the page. Looks at the case: good until it changes.
struct PublishState
{
    explicit PublishState(const CaseDocument &document);

    /// Why names could not be looked for: somebody's is sealed to others, or this copy holds none.
    std::optional<Error> namesUnread;
    std::size_t people = 0; ///< whose names were looked for
    std::size_t texts = 0;  ///< in so many of them
    std::vector<NameFound> names;
    /// As for a release of which nothing is said yet; without names where those are unread.
    std::vector<ReleaseHold> holds;
    std::vector<RedactionState> redactions;

    std::vector<ReleaseHold> holdsOf(std::initializer_list<ReleaseHold::Kind> kinds) const;
    /// Nothing is left but what is said when it is built.
    bool canBeBuilt() const;
};

/// The guard that knows the people of a case. Errors as of protectedPeople().
Result<std::shared_ptr<const NameGuard>> guardOf(const CaseDocument &document);
/// Who wrote a text, by the journal.
Result<QStringList> authorsOf(const CaseDocument &document, const OutgoingText &text);
/// What is said when a release is built, and not before.
bool isSaidWhenBuilding(ReleaseHold::Kind kind);

} // namespace adit
