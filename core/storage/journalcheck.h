// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digestchecks.h"
#include "core/base/result.h"
#include "core/journal/journalreplay.h"
#include "core/storage/operationindexes.h"
#include "core/storage/sqlite.h"
#include "core/storage/storeproblem.h"

#include <QHash>
#include <functional>
#include <map>
#include <vector>

namespace adit {

/// Looks through the whole journal once: each replica's chain, commitments and clock, edits that say the same as their
/// operations, and heads that are those the operations leave.
class JournalCheck
{
public:
    JournalCheck(Database &database, const AssessmentId &assessment, StoreProblems &problems);

    /// `goOn` gets 0 to 1. Error Cancelled when it returns false.
    Result<> run(const std::function<bool(double)> &goOn);
    /// What the journal adds up to; nothing where that cannot be said.
    std::optional<Assessment> assessment() const;
    /// What the indexes of operations are to say, to take away; nothing where rows are missing.
    std::optional<OperationKeys> takeKeys() { return m_isNumbered ? std::optional(std::move(m_keys)) : std::nullopt; }

private:
    struct Chain
    {
        ReplicaId replica;
        QByteArray id; ///< its bytes
        Digest last;   ///< hash of its last operation
        quint64 sequence = 0;
        quint64 time = 0;
    };
    struct Edit
    {
        qint64 number;
        qint64 replica, first, last, time; ///< as its row has them
        QByteArray header;                 ///< editBytes(); empty where the row is no edit
        bool isWithheld = false;           ///< whose it was is not in this copy
        // Of its operations:
        qint64 count = 0;
        qint64 lowest = 0, highest = 0; ///< sequence
        qint64 latest = 0;              ///< time
        bool isOfOneChain = true;

        bool saysWhatTheySay() const;
    };
    /// What of an operation is not in this copy.
    struct Withheld
    {
        bool target, context;
    };
    struct Piece
    {
        qint64 replica;
        quint64 sequence;
        bool isCommitment;
    };

    Result<> readChains();
    Result<> readEdits();
    Result<> readOperations(const std::function<bool(double)> &goOn);
    Result<> checkHeads();
    bool readOperation(const Statement &row);
    void checkOperation(const Statement &row, Chain &chain, const OperationBytes &operation, const Withheld &withheld);
    void checkEdits();
    void addWrongDigests();
    Edit *editOf(qint64 number);

    Database &m_database;
    const AssessmentId m_assessment;
    StoreProblems &m_problems;
    std::map<qint64, Chain> m_chains; ///< by number of the replica in this file
    std::vector<Edit> m_edits;        ///< by number
    std::size_t m_edit = 0;           ///< that of the last operation
    DigestChecks m_digests;
    std::vector<Piece> m_pieces; ///< of m_digests
    JournalReplay m_replay;
    OperationKeys m_keys;
    bool m_isNumbered = false; ///< operations are 1, 2, 3 …, and all were read
    bool m_isWhole = true;     ///< every row is an operation of something that can be
};

} // namespace adit
