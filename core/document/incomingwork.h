// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/casedocument.h"
#include "core/journal/conflicts.h"
#include "core/journal/rehome.h"

#include <functional>
#include <memory>
#include <vector>

namespace adit {

/// What to do where two files went on under one name (Fork).
enum class Forks {
    Refuse, ///< error JournalForked, which says whose and how much
    /// The tail that nobody built on goes on under a name of its own; where that is true of both, the one whose first
    /// operation has the higher hash: the same in every copy, so that all of them agree. Still JournalForked where both
    /// were built on.
    Rehome
};

/// What a merge will bring, before it does.
struct MergePreview
{
    struct Person
    {
        QString actor;
        int edits = 0;
        qint64 operations = 0;
    };
    /// A clock that went wrong: what it says is taken, but nobody's clock follows it.
    struct AheadClock
    {
        QString actor;
        Instant time;
    };
    /// What comes in without its content: of a copy that was made for a role.
    struct Unseen
    {
        QString actor; ///< whose it is, or who else worked in that copy; empty where neither was told
        qint64 operations = 0;
    };
    qint64 operations = 0;
    std::vector<Person> people;      ///< whose work it is, most first; without what is not seen
    std::vector<Unseen> unseen;      ///< of the operations: most first
    qint64 disclosed = 0;            ///< operations here without their content, which comes in now
    qint64 named = 0;                ///< edits here of which it was not told whose they are, which it is now
    std::vector<Conflict> conflicts; ///< all that will be open, without what was there before
    std::size_t newConflicts = 0;    ///< those of them that are not open now
    qint64 files = 0;                ///< bytes of evidence that come along
    qint64 bytes = 0;
    qint64 absentFiles = 0; ///< named, but in neither copy
    std::vector<AheadClock> ahead;
    /// Both copies called something so: the label that one of the two has from now on.
    struct Relabelled
    {
        QString before, after;
        QString actor; ///< whose it is
    };
    std::vector<Fork> rehomed;
    std::vector<Relabelled> relabelled; ///< with all else that was made in a tail that moves

    bool isEmpty() const { return operations == 0 && files == 0 && rehomed.empty() && disclosed == 0 && named == 0; }
};

/// What is new in another copy of a case: read, checked operation by operation, and not yet taken. Reading touches
/// neither file; it may go on beside the window. CaseDocument::merge() takes it in.
class IncomingWork
{
public:
    /// Gets 0 to 1 and returns false to cancel (error Cancelled).
    using Progress = std::function<bool(double)>;

    /// `knownAs`: the path that people know the copy by, where that is another one; errors and the record of the merge
    /// name it. Errors: as for opening a case; CaseUnrelated, OperationRefused, JournalForked, LabelsClash,
    /// CopyWithholds.
    static Result<std::unique_ptr<IncomingWork>> read(const CaseDocument &into, const QString &path,
                                                      Forks forks = Forks::Refuse, const Progress &progress = {},
                                                      const QString &knownAs = {});
    ~IncomingWork();

    const MergePreview &preview() const { return m_preview; }
    QString path() const { return m_path; }

    /// Copies the bytes of evidence that come along; may take long, and beside the window. Nobody sees them before
    /// CaseDocument::merge(); after a cancel they are gone again.
    Result<> bringContents(const Progress &progress = {});

private:
    friend class CaseDocument;
    struct Reader;

    IncomingWork(std::shared_ptr<CaseStore> into, std::unique_ptr<CaseStore> from, QString path);

    std::shared_ptr<CaseStore> m_into;
    std::unique_ptr<CaseStore> m_from;
    QString m_path;
    MergePreview m_preview;
    std::unique_ptr<struct Intake> m_intake;
    std::vector<Digest> m_contents; ///< to be brought
};

} // namespace adit
