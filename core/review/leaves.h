// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hashing.h"
#include "core/edits/edit.h"

#include <QString>
#include <vector>

namespace adit {

/// One thing that a decision on the level rests on: a rating with its finding, a mark of relevance, a planned action, a
/// nonconformity, the site.
struct ReviewLeaf
{
    QString key; ///< "answer:1.2.2.2", the same in every copy
    Digest hash; ///< SHA-256(0x00 ‖ key ‖ its fields)
};

/// All of them, in the order of their keys; of one chapter only, if given.
std::vector<ReviewLeaf> leavesOf(const CaseView &view, const QString &chapter = {});
/// Root of their Merkle tree, in the shape of RFC 9162, 2.1: node = SHA-256(0x01 ‖ left ‖ right).
Digest rootOf(const std::vector<ReviewLeaf> &leaves);

/// One leaf a line, with the first half of its hash: enough to say later which one is another.
QString textOf(const std::vector<ReviewLeaf> &leaves);

/// What is not as it was.
struct BrokenLeaf
{
    enum class How { Changed, Added, Gone };
    QString key;
    How how;
};
/// `then` is what textOf() gave.
std::vector<BrokenLeaf> compareLeaves(const QString &then, const std::vector<ReviewLeaf> &now);

} // namespace adit
