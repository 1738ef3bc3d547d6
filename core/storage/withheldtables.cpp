// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/withheldtables.h"

#include <QStringList>

namespace adit {

namespace {

constexpr quint64 mostVersions = 10'000'000; // no journal is longer; a file may say anything, on however many lines
const QString operationWord = QStringLiteral("op");
const QString editWord = QStringLiteral("edit");

/// Runs of one chain on one line each.
void addLines(QStringList &lines, const QString &word, const std::vector<Version> &versions)
{
    for (std::size_t i = 0; i < versions.size();) {
        const Version &first = versions[i];
        quint64 last = first.sequence;
        for (++i; i < versions.size() && versions[i] == Version{first.replica, last + 1}; ++i)
            ++last;
        lines.append(QStringLiteral("%1 %2 %3 %4").arg(word, first.replica.toString()).arg(first.sequence).arg(last));
    }
}

void renameTail(std::vector<Version> &versions, const ReplicaId &from, quint64 common, const ReplicaId &to)
{
    for (Version &version : versions)
        if (version.replica == from && version.sequence > common)
            version = {to, version.sequence - common};
}

QString metaKey(qint64 merge)
{
    return QStringLiteral("disclosed_%1").arg(merge);
}

} // namespace

QString textOf(const DisclosedVersions &disclosed)
{
    QStringList lines;
    addLines(lines, operationWord, disclosed.operations);
    addLines(lines, editWord, disclosed.edits);
    return lines.join(QLatin1Char('\n'));
}

std::optional<DisclosedVersions> disclosedFrom(const QString &text)
{
    struct Run
    {
        bool isOfEdits;
        ReplicaId replica;
        quint64 first, last;
    };
    // All of them are counted before any is written out.
    std::vector<Run> runs;
    quint64 left = mostVersions;
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(QLatin1Char(' '));
        const auto replica = parts.size() == 4 ? ReplicaId::fromString(parts[1]) : std::nullopt;
        if (!replica || (parts[0] != operationWord && parts[0] != editWord))
            return std::nullopt;
        const quint64 first = parts[2].toULongLong();
        const quint64 last = parts[3].toULongLong();
        if (first == 0 || last < first || last - first >= left)
            return std::nullopt;
        left -= last - first + 1;
        runs.push_back({parts[0] == editWord, *replica, first, last});
    }
    DisclosedVersions disclosed;
    for (const Run &run : runs)
        for (quint64 sequence = run.first; sequence <= run.last; ++sequence)
            (run.isOfEdits ? disclosed.edits : disclosed.operations).push_back({run.replica, sequence});
    return disclosed;
}

WithheldTables::WithheldTables(Database &database, JournalTables &journal)
    : m_database(database)
    , m_journal(journal)
{}

/// Of what is withheld there is neither a code nor a name, and both have an index.
Result<bool> WithheldTables::isAnything()
{
    ADIT_TRY_ASSIGN(
        const qint64 is,
        m_database.number("SELECT EXISTS (SELECT 1 FROM op WHERE code = '' AND kind = 'withheld') OR "
                          "EXISTS (SELECT 1 FROM context WHERE actor = '' AND app = '' AND language = '')"));
    return is != 0;
}

Result<std::vector<WithheldStretch>> WithheldTables::stretches()
{
    std::vector<WithheldStretch> stretches;
    ADIT_TRY_ASSIGN(const bool isAnything, this->isAnything());
    if (!isAnything)
        return stretches;
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare("SELECT edit.replica, replica.id, min(edit.first), max(edit.last) FROM edit "
                                       "JOIN replica ON replica.number = edit.replica "
                                       "WHERE edit.withheld IS NOT NULL OR edit.number IN "
                                       "(SELECT edit FROM op WHERE code = '' AND kind = 'withheld') "
                                       "GROUP BY edit.replica ORDER BY replica.id"));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return stretches;
        const auto replica = ReplicaId::fromBytes(select.bytes(1));
        if (!replica)
            return Error{ErrorCode::FileDamaged, m_database.path(), QStringLiteral("replica")};
        WithheldStretch stretch{*replica, {static_cast<quint64>(select.number(2)) - 1, {}, 0}, {}};
        ADIT_TRY(readSteps(select.number(0), static_cast<quint64>(select.number(3)), stretch));
        stretches.push_back(std::move(stretch));
    }
}

Result<> WithheldTables::readSteps(qint64 replica, quint64 last, WithheldStretch &stretch)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT op.sequence, op.hash, op.time, op.kind = 'withheld', "
                                                         "edit.withheld IS NOT NULL FROM op "
                                                         "JOIN edit ON edit.number = op.edit WHERE op.replica = ?1 "
                                                         "AND op.sequence BETWEEN ?2 AND ?3 ORDER BY op.sequence"));
    select.bind(1, replica).bind(2, static_cast<qint64>(stretch.before.sequence)).bind(3, static_cast<qint64>(last));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return {};
        const Digest hash = digestFromBytes(select.view(1));
        if (static_cast<quint64>(select.number(0)) == stretch.before.sequence)
            stretch.before = {stretch.before.sequence, hash, static_cast<quint64>(select.number(2))};
        else
            stretch.steps.push_back({hash, select.number(3) != 0, select.number(4) != 0});
    }
}

Result<qint64> WithheldTables::count()
{
    return m_database.number("SELECT count(*) FROM op WHERE code = '' AND kind = 'withheld'");
}

Result<QString> WithheldTables::lastActorOf(const ReplicaId &replica)
{
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare("SELECT context.actor FROM edit JOIN context ON context.number = edit.context "
                                       "WHERE edit.replica = (SELECT number FROM replica WHERE id = ?1) AND "
                                       "edit.withheld IS NULL ORDER BY edit.first DESC LIMIT 1"));
    select.bind(1, replica.bytes());
    ADIT_TRY_ASSIGN(const bool hasRow, select.next());
    return hasRow ? select.text(0) : QString();
}

Result<bool> WithheldTables::put(const Operation &operation)
{
    ADIT_TRY_ASSIGN(const qint64 replica, m_journal.replicaNumber(operation.version.replica));
    if (!m_put) {
        ADIT_TRY_ASSIGN(m_put, m_database.prepare("UPDATE op SET kind = ?3, entity = ?4, code = ?5, field = ?6, "
                                                  "salt = ?7, value = ?8, target = ?9 WHERE replica = ?1 AND "
                                                  "sequence = ?2 AND (kind = 'withheld') <> ?10 RETURNING number"));
    }
    Statement &update = *m_put;
    const QString kind = operation.withheld ? QString(withheldKind) : QString(kindInfo(operation.entity.kind).name);
    update.bind(1, replica).bind(2, static_cast<qint64>(operation.version.sequence)).bind(3, kind);
    update.bind(4, operation.entity.id.bytes()).bind(5, operation.entity.code).bind(6, operation.field);
    operation.disclosed ? update.bind(7, operation.salt) : update.bindNull(7);
    update.bind(8, operation.value);
    operation.target.isEmpty() ? update.bindNull(9) : update.bind(9, operation.target);
    update.bind(10, qint64(operation.withheld));
    auto isPut = update.next();
    update.reset();
    return isPut;
}

Result<bool> WithheldTables::putContext(const Version &first, const EditContext &context)
{
    ADIT_TRY_ASSIGN(const qint64 replica, m_journal.replicaNumber(first.replica));
    ADIT_TRY_ASSIGN(const qint64 words, m_journal.contextNumber(context));
    ADIT_TRY_ASSIGN(
        Statement update,
        m_database.prepare("UPDATE edit SET verb = ?3, subject = ?4, context = ?5, salt = ?6, withheld = ?7 "
                           "WHERE replica = ?1 AND first = ?2 AND (withheld IS NULL) <> (?7 IS NULL) "
                           "RETURNING number"));
    update.bind(1, replica).bind(2, static_cast<qint64>(first.sequence)).bind(3, context.verb).bind(4, context.subject);
    update.bind(5, words);
    context.salt.isEmpty() ? update.bindNull(6) : update.bind(6, context.salt);
    context.withheld ? update.bind(7, toBytes(*context.withheld)) : update.bindNull(7);
    return update.next();
}

Result<DisclosedVersions> WithheldTables::disclose(const Disclosure &disclosure)
{
    DisclosedVersions disclosed;
    for (const Operation &operation : disclosure.operations) {
        ADIT_TRY_ASSIGN(const bool isPut, put(operation));
        if (isPut)
            disclosed.operations.push_back(operation.version);
    }
    for (const auto &[first, context] : disclosure.contexts) {
        ADIT_TRY_ASSIGN(const bool isPut, putContext(first, context));
        if (isPut)
            disclosed.edits.push_back(first);
    }
    return disclosed;
}

Result<> WithheldTables::withholdAgain(const DisclosedVersions &disclosed)
{
    for (const Version &version : disclosed.operations) {
        ADIT_TRY_ASSIGN(const auto operation, m_journal.find(version));
        if (operation)
            ADIT_TRY(put(withhold(*operation, true, false)));
    }
    for (const Version &first : disclosed.edits) {
        ADIT_TRY_ASSIGN(const auto operation, m_journal.find(first));
        if (operation)
            ADIT_TRY(putContext(first, withhold(*operation, false, true).edit));
    }
    return {};
}

Result<> WithheldTables::remember(qint64 merge, const DisclosedVersions &disclosed)
{
    if (disclosed.isEmpty())
        return {};
    ADIT_TRY_ASSIGN(Statement meta, m_database.prepare("INSERT OR REPLACE INTO meta VALUES (?1, ?2)"));
    meta.bind(1, metaKey(merge)).bind(2, textOf(disclosed));
    return meta.run();
}

Result<DisclosedVersions> WithheldTables::ofMerge(qint64 merge)
{
    ADIT_TRY_ASSIGN(Statement meta, m_database.prepare("SELECT value FROM meta WHERE key = ?1"));
    meta.bind(1, metaKey(merge));
    ADIT_TRY_ASSIGN(const bool hasRow, meta.next());
    const auto disclosed = disclosedFrom(hasRow ? meta.text(0) : QString());
    return disclosed ? Result<DisclosedVersions>(*disclosed)
                     : Error{ErrorCode::FileDamaged, m_database.path(), metaKey(merge)};
}

Result<> WithheldTables::forget(qint64 merge)
{
    ADIT_TRY_ASSIGN(Statement meta, m_database.prepare("DELETE FROM meta WHERE key = ?1"));
    meta.bind(1, metaKey(merge));
    return meta.run();
}

Result<> WithheldTables::rename(const ReplicaId &from, quint64 common, const ReplicaId &to)
{
    std::vector<qint64> merges;
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT merge.number FROM merge JOIN meta ON meta.key = "
                                                         "'disclosed_' || merge.number WHERE instr(meta.value, ?1)"));
    select.bind(1, from.toString());
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            break;
        merges.push_back(select.number(0));
    }
    for (const qint64 merge : merges) {
        ADIT_TRY_ASSIGN(DisclosedVersions disclosed, ofMerge(merge));
        renameTail(disclosed.operations, from, common, to);
        renameTail(disclosed.edits, from, common, to);
        ADIT_TRY(remember(merge, disclosed));
    }
    return {};
}

} // namespace adit
