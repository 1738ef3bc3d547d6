// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"

#include <QString>
#include <optional>
#include <vector>

namespace adit {

// Review in threads: somebody comments on a requirement, a nonconformity or the draft as a whole; the team answers;
// both may go on; whoever commented says when it is settled (process.md, step 5; ISO/IEC 17021-1, 9.5, from general
// knowledge). A note wants no answer.

/// A comment with what was said under it.
struct Thread
{
    enum class State { Open, Answered, Settled };

    EntityRef entity;
    const Record *comment;
    std::vector<const Record *> replies; ///< in the order of their dates and labels

    bool isNote() const;
    State state() const;
    /// Somebody has to do something about it: the team answers what is open, who asked settles what was answered.
    bool isWaiting() const { return !isNote() && state() != State::Settled; }
};

/// Which threads. Empty members: all.
struct ThreadFilter
{
    QString requirement = {};   ///< its own, and those of nonconformities about it
    QString nonconformity = {}; ///< label
    QString round = {};
    bool onlyWaiting = false;
};

/// In the order of rounds and labels.
std::vector<Thread> threadsOf(const Assessment &assessment, const ThreadFilter &filter = {});
std::optional<Thread> threadOf(const Assessment &assessment, const QString &label);

/// What somebody says. `by` is as the journal names people; `day` today.
struct Remark
{
    QString text;
    QString by;
    QDate day;
};

/// Errors as addRecord(). `values` may name requirement, nonconformity, about; round and weight have to be there.
Result<Edit> comment(const CaseView &view, const EntityRef &newComment, const RecordInput &input, const Remark &remark);
/// The first answer settles nothing: it says whether the comment was taken up. What comes after is a reply
/// (`newReply`). Error InvalidValue for a comment that there is not, or without a text.
Result<Edit> answer(const CaseView &view, const QString &label, const EntityRef &newReply, const Remark &remark,
                    bool isAccepted);
/// Error Independence where who answered settles it; InvalidValue where it waits for its answer.
Result<Edit> settle(const CaseView &view, const QString &label, const Remark &remark);
/// It goes on after all.
Result<Edit> reopen(const CaseView &view, const QString &label);

} // namespace adit
