// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/journalcheck.h"

#include "core/storage/journaltables.h"

#include <algorithm>
#include <array>

namespace adit {

namespace {

QString nameOf(const ReplicaId &replica, quint64 sequence)
{
    return QStringLiteral("%1:%2").arg(replica.toString()).arg(sequence);
}

/// The salt of what an operation changes.
QByteArrayView targetSalt(const Statement &row)
{
    const QByteArrayView salt = row.view(10);
    return salt.size() == 2 * saltSize ? salt.sliced(saltSize) : row.view(15);
}

/// Stands where a commitment comes that is not worked out yet.
constexpr std::array<char, sizeof(Digest)> unknownTarget{};

/// There is what the commitments are checked with, and no more.
bool isSalted(const Statement &row, OperationForm form, bool isWithheld)
{
    const qsizetype salt = row.view(10).size();
    const qsizetype target = row.view(15).size();
    if (form == OperationForm::Plain)
        return salt == (row.isNull(10) ? 0 : saltSize) && target == 0;
    if (isWithheld)
        return salt == 0 && target == static_cast<qsizetype>(Digest().size());
    return row.isNull(10) ? target == saltSize : salt == 2 * saltSize && target == 0;
}

QString notCommitted()
{
    return QStringLiteral("the value is not the one committed to");
}

/// Visits rows until there are none, or it returns false.
template <typename Visit>
Result<> forEachRow(Database &database, const QByteArray &sql, const Visit &visit)
{
    ADIT_TRY_ASSIGN(Statement select, database.prepare(sql));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow || !visit(select))
            return {};
    }
}

} // namespace

bool JournalCheck::Edit::saysWhatTheySay() const
{
    return isOfOneChain && lowest == first && highest == last && count == last - first + 1 && latest == time;
}

JournalCheck::JournalCheck(Database &database, const AssessmentId &assessment, StoreProblems &problems)
    : m_database(database)
    , m_assessment(assessment)
    , m_problems(problems)
    , m_replay(assessment)
{}

Result<> JournalCheck::run(const std::function<bool(double)> &goOn)
{
    ADIT_TRY(readChains());
    ADIT_TRY(readEdits());
    ADIT_TRY(readOperations(goOn));
    addWrongDigests();
    return m_isWhole ? checkHeads() : Result<>();
}

std::optional<Assessment> JournalCheck::assessment() const
{
    return m_isWhole ? std::optional(m_replay.assessment()) : std::nullopt;
}

Result<> JournalCheck::readChains()
{
    return forEachRow(m_database, "SELECT number, id FROM replica", [&](const Statement &row) {
        if (const auto id = ReplicaId::fromBytes(row.bytes(1)))
            m_chains.emplace(row.number(0), Chain{*id, row.bytes(1), chainStart(m_assessment, *id)});
        return true;
    });
}

Result<> JournalCheck::readEdits()
{
    constexpr const char *sql = "SELECT edit.number, replica, first, last, time, verb, subject, undoes, actor, app, "
                                "language, salt, withheld FROM edit LEFT JOIN context ON context.number = edit.context "
                                "ORDER BY edit.number";
    return forEachRow(m_database, sql, [&](const Statement &row) {
        const bool isEdit = !row.isNull(8) && (row.isNull(7) || packedVersions(row.view(7)) == 1);
        m_edits.push_back(
            {.number = row.number(0),
             .replica = row.number(1),
             .first = row.number(2),
             .last = row.number(3),
             .time = row.number(4),
             .header = isEdit ? editBytes({static_cast<quint64>(row.number(2)), row.view(5), row.view(6), row.view(7),
                                           row.view(8), row.view(9), row.view(10), row.view(11), row.view(12)})
                              : QByteArray(),
             .isWithheld = !row.isNull(12)});
        return true;
    });
}

Result<> JournalCheck::readOperations(const std::function<bool(double)> &goOn)
{
    constexpr const char *sql = "SELECT number, replica, sequence, time, edit, kind, entity, code, field, bases, salt, "
                                "value, commitment, hash, form, target FROM op ORDER BY number";
    constexpr qint64 step = 5000;
    ADIT_TRY_ASSIGN(const qint64 count, m_database.number("SELECT ifnull(max(number), 0) FROM op"));
    qint64 rows = 0;
    bool isCancelled = false;
    bool isReadable = true;
    ADIT_TRY(forEachRow(m_database, sql, [&](const Statement &row) {
        isCancelled = rows % step == 0 && !goOn(double(rows) / double(std::max(count, rows + 1)));
        isReadable = !isCancelled && readOperation(row);
        ++rows;
        return isReadable;
    }));
    if (isCancelled)
        return Error{ErrorCode::Cancelled};
    if (!isReadable)
        return {};
    m_isNumbered = rows == count;
    if (!m_isNumbered)
        m_problems.add("edit", QStringLiteral("%1 of %2").arg(rows).arg(count),
                       QStringLiteral("operations are numbered otherwise"));
    checkEdits();
    return {};
}

JournalCheck::Edit *JournalCheck::editOf(qint64 number)
{
    // Operations of one edit follow each other, and so do edits.
    for (const std::size_t near : {m_edit, m_edit + 1})
        if (near < m_edits.size() && m_edits[near].number == number)
            return &m_edits[m_edit = near];
    const auto found = std::ranges::lower_bound(m_edits, number, {}, &Edit::number);
    if (found == m_edits.end() || found->number != number)
        return nullptr;
    m_edit = static_cast<std::size_t>(found - m_edits.begin());
    return &*found;
}

bool JournalCheck::readOperation(const Statement &row)
{
    const auto chain = m_chains.find(row.number(1));
    Edit *edit = editOf(row.number(4));
    const qint64 form = row.number(14);
    if (chain == m_chains.end() || !edit || edit->header.isEmpty() || form < 1 || form > 2) {
        m_problems.add("chain", row.text(2), QStringLiteral("a row that is no operation"));
        return m_isWhole = false;
    }
    const qint64 sequence = row.number(2);
    m_keys.rows.push_back({row.number(1), sequence, row.number(3), row.number(4), m_keys.codes.of(row.view(7))});
    edit->lowest = edit->count == 0 ? sequence : std::min(edit->lowest, sequence);
    edit->highest = std::max(edit->highest, sequence);
    edit->latest = std::max(edit->latest, row.number(3));
    edit->isOfOneChain = edit->isOfOneChain && row.number(1) == edit->replica;
    ++edit->count;
    OperationBytes operation{.replica = chain->second.id,
                             .sequence = static_cast<quint64>(sequence),
                             .time = static_cast<quint64>(row.number(3)),
                             .kind = row.view(5),
                             .entity = row.view(6),
                             .code = row.view(7),
                             .field = row.view(8),
                             .bases = row.view(9),
                             .edit = edit->header,
                             .form = static_cast<OperationForm>(form)};
    const bool isWithheld = operation.kind == QByteArrayView(withheldKind.data(), withheldKind.size());
    if (operation.form == OperationForm::Committed)
        operation.target = isWithheld ? row.view(15) : QByteArrayView(unknownTarget.data(), unknownTarget.size());
    checkOperation(row, chain->second, operation, {isWithheld, edit->isWithheld});
    return true;
}

void JournalCheck::checkOperation(const Statement &row, Chain &chain, const OperationBytes &operation,
                                  const Withheld &withheld)
{
    const auto problem = [&](const char *what, const QString &text) {
        m_problems.add(what, nameOf(chain.replica, operation.sequence), text);
    };
    if (operation.sequence != chain.sequence + 1)
        problem("chain", QStringLiteral("operation %1 is missing").arg(chain.sequence + 1));
    if (operation.time <= chain.time)
        problem("clock", QStringLiteral("runs backwards"));
    const bool disclosed = !row.isNull(10);
    const auto value = row.isNull(11) ? std::nullopt : std::optional(row.view(11));
    if (!isSalted(row, operation.form, withheld.target))
        problem("commitment", QStringLiteral("its salts are not such as an operation of its form has"));
    const Digest commitment = digestFromBytes(row.view(12));
    const Digest hash = digestFromBytes(row.view(13));
    if (disclosed) {
        putCommitted(m_digests.bytes(), row.view(10), value);
        m_digests.expect(commitment);
        m_pieces.push_back({row.number(1), operation.sequence, true});
    } else if (value) {
        // Without its salt a value cannot be checked, so it may not be there either.
        problem("commitment", notCommitted());
    }
    // What is withheld of the first form has nothing that its hash could be checked with.
    if (operation.form == OperationForm::Committed || !(withheld.target || withheld.context)) {
        if (operation.form == OperationForm::Committed && !withheld.target) {
            putCommitted(m_digests.bytes(), targetSalt(row), operation);
            m_digests.passOn(targetBeforeEnd);
        }
        putChained(m_digests.bytes(), chain.last, operation, commitment);
        m_digests.expect(hash);
        m_pieces.push_back({row.number(1), operation.sequence, false});
    }
    chain.sequence = operation.sequence;
    chain.time = operation.time;
    chain.last = hash;
    if (m_isWhole && !withheld.target && !m_replay.apply(operation, value, disclosed)) {
        m_isWhole = false;
        problem("chain", QString::fromUtf8(operation.field));
    }
}

void JournalCheck::addWrongDigests()
{
    for (const std::size_t wrong : m_digests.wrong()) {
        const Piece &piece = m_pieces[wrong];
        const QString where = nameOf(m_chains.at(piece.replica).replica, piece.sequence);
        if (piece.isCommitment)
            m_problems.add("commitment", where, notCommitted());
        else
            m_problems.add("chain", where, QStringLiteral("the hash does not follow"));
    }
}

/// The table of edits repeats what its operations say.
void JournalCheck::checkEdits()
{
    for (const Edit &edit : m_edits)
        if (!edit.saysWhatTheySay())
            m_problems.add("edit", QString::number(edit.number), QStringLiteral("does not match its operations"));
}

Result<> JournalCheck::checkHeads()
{
    const auto differs = [&](const QString &where) {
        m_problems.add("head", where, QStringLiteral("the head differs from the journal"));
    };
    ADIT_TRY(forEachRow(m_database, "SELECT entity, field, replica, sequence FROM head", [&](const Statement &row) {
        const auto chain = m_chains.find(row.number(2));
        if (chain == m_chains.end() ||
            !m_replay.takeHead(row.view(0), row.view(1), chain->second.id, static_cast<quint64>(row.number(3))))
            differs(QUuid::fromRfc4122(row.bytes(0)).toString(QUuid::WithoutBraces) + QLatin1Char(' ') + row.text(1));
        return true;
    }));
    for (const QString &field : m_replay.unasked())
        differs(field);
    return {};
}

} // namespace adit
