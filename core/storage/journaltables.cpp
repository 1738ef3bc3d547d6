// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/journaltables.h"

#include <QtEndian>
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace adit {

namespace {

Error broken(const Version &version, const QString &what)
{
    return {ErrorCode::JournalBroken, QStringLiteral("%1:%2").arg(version.replica.toString()).arg(version.sequence),
            what};
}

/// What they share with the rest of their edit is looked up once an edit (JournalTables::EditReader).
constexpr const char *operationColumns =
    "SELECT op.replica, op.sequence, op.time, op.kind, op.entity, op.code, op.field, op.bases, op.salt, op.value, "
    "op.commitment, op.hash, op.edit, op.form, op.target FROM op ";

constexpr const char *editColumns =
    "SELECT edit.number, edit.replica, edit.first, edit.last, edit.time, edit.verb, edit.subject, edit.undoes, "
    "context.actor, context.app, context.language, edit.salt, edit.withheld FROM edit "
    "JOIN context ON context.number = edit.context ";

std::optional<Version> undoesFrom(const Statement &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    const auto versions = unpackVersions(row.bytes(column));
    return versions && versions->size() == 1 ? std::optional(versions->front()) : std::nullopt;
}

/// From the columns of an edit.
EditContext contextFrom(const Statement &row, const std::optional<Version> &undoes)
{
    return {static_cast<quint64>(row.number(2)),
            row.text(5),
            row.text(6),
            undoes,
            row.text(8),
            row.text(9),
            row.text(10),
            row.bytes(11),
            row.isNull(12) ? std::nullopt : std::optional(digestFromBytes(row.view(12)))};
}

} // namespace

JournalTables::JournalTables(Database &database)
    : m_database(database)
{}

Result<Statement *> JournalTables::prepared(const char *sql)
{
    if (const auto known = m_statements.find(sql); known != m_statements.end())
        return &known->second;
    ADIT_TRY_ASSIGN(Statement statement, m_database.prepare(sql));
    return &m_statements.emplace(sql, std::move(statement)).first->second;
}

Result<std::optional<qint64>> JournalTables::knownReplica(const ReplicaId &replica)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT number FROM replica WHERE id = ?1"));
    select.bind(1, replica.bytes());
    ADIT_TRY_ASSIGN(const bool known, select.next());
    return known ? std::optional(select.number(0)) : std::nullopt;
}

Result<std::vector<ReplicaId>> JournalTables::replicas()
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT id FROM replica ORDER BY number"));
    std::vector<ReplicaId> replicas;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return replicas;
        if (const auto id = ReplicaId::fromBytes(select.bytes(0)))
            replicas.push_back(*id);
    }
}

Result<qint64> JournalTables::replicaNumber(const ReplicaId &replica)
{
    if (const auto cached = m_numbers.constFind(replica); cached != m_numbers.constEnd())
        return *cached;
    ADIT_TRY_ASSIGN(const auto known, knownReplica(replica));
    if (known) {
        m_numbers.insert(replica, *known);
        return *known;
    }
    ADIT_TRY_ASSIGN(Statement insert, m_database.prepare("INSERT INTO replica (id) VALUES (?1) RETURNING number"));
    insert.bind(1, replica.bytes());
    ADIT_TRY(insert.next());
    return insert.number(0);
}

Result<std::optional<ReplicaId>> JournalTables::replicaById(qint64 number)
{
    if (const auto cached = m_replicas.constFind(number); cached != m_replicas.constEnd())
        return std::optional(*cached);
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT id FROM replica WHERE number = ?1"));
    select.bind(1, number);
    ADIT_TRY_ASSIGN(const bool found, select.next());
    const auto id = found ? ReplicaId::fromBytes(select.bytes(0)) : std::nullopt;
    if (id)
        m_replicas.insert(number, *id);
    return id;
}

Result<qint64> JournalTables::contextNumber(const EditContext &context)
{
    const QStringList words{context.actor, context.app, context.language};
    if (const auto known = m_contexts.find(words); known != m_contexts.end())
        return known->second;
    ADIT_TRY_ASSIGN(Statement upsert,
                    m_database.prepare("INSERT INTO context (actor, app, language) VALUES (?1, ?2, ?3) "
                                       "ON CONFLICT (actor, app, language) DO UPDATE SET actor = actor "
                                       "RETURNING number"));
    upsert.bind(1, context.actor).bind(2, context.app).bind(3, context.language);
    ADIT_TRY(upsert.next());
    return m_contexts.emplace(words, upsert.number(0)).first->second;
}

Result<qint64> JournalTables::insertEdit(std::span<const Operation> operations)
{
    const Operation &first = operations.front();
    ADIT_TRY_ASSIGN(const qint64 replica, replicaNumber(first.version.replica));
    ADIT_TRY_ASSIGN(const qint64 context, contextNumber(first.edit));
    ADIT_TRY_ASSIGN(Statement * insert,
                    prepared("INSERT INTO edit (replica, first, last, time, verb, subject, undoes, context, salt, "
                             "withheld) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING number"));
    insert->bind(1, replica)
        .bind(2, static_cast<qint64>(first.version.sequence))
        .bind(3, static_cast<qint64>(operations.back().version.sequence))
        .bind(4, static_cast<qint64>(operations.back().time))
        .bind(5, first.edit.verb)
        .bind(6, first.edit.subject)
        .bind(8, context);
    const EditContext &edit = first.edit;
    edit.undoes ? insert->bind(7, packVersions({*edit.undoes})) : insert->bindNull(7);
    edit.salt.isEmpty() ? insert->bindNull(9) : insert->bind(9, edit.salt);
    edit.withheld ? insert->bind(10, toBytes(*edit.withheld)) : insert->bindNull(10);
    ADIT_TRY(insert->next());
    const qint64 number = insert->number(0);
    insert->reset();
    return number;
}

namespace {

/// What a batch of operations does to the heads: of those that replace each other only the last ones matter.
class HeadChanges
{
public:
    void add(const Operation &operation)
    {
        if (operation.withheld)
            return;
        for (const Version &base : operation.bases)
            if (const auto own = m_here.find(base); own == m_here.end())
                m_replaced.push_back({&operation, base});
            else if ((*own)->entity.id == operation.entity.id && (*own)->field == operation.field)
                m_here.erase(own);
        m_here.insert(operation.version, &operation);
    }

    struct Replaced
    {
        const Operation *by;
        Version version;
    };
    const std::vector<Replaced> &replaced() const { return m_replaced; }
    /// The heads among them, in the order in which the table has their things: one after the other goes where the last
    /// one went.
    std::vector<const Operation *> inOrderOf(std::span<const Operation> operations) const
    {
        std::vector<std::pair<quint64, const Operation *>> heads;
        heads.reserve(static_cast<std::size_t>(m_here.size()));
        for (const Operation &operation : operations)
            if (m_here.contains(operation.version))
                heads.emplace_back(qFromBigEndian<quint64>(operation.entity.id.bytes().constData()), &operation);
        std::ranges::stable_sort(heads, {}, &std::pair<quint64, const Operation *>::first);
        std::vector<const Operation *> inOrder;
        inOrder.reserve(heads.size());
        std::ranges::transform(heads, std::back_inserter(inOrder), [](const auto &head) { return head.second; });
        return inOrder;
    }

private:
    QHash<Version, const Operation *> m_here; ///< heads among the batch
    std::vector<Replaced> m_replaced;         ///< from before it
};

constexpr std::size_t rowsAtOnce = 100;

QByteArray insertOf(std::size_t rows)
{
    QByteArray sql = "INSERT INTO op (replica, sequence, time, edit, kind, entity, code, field, bases, salt, value, "
                     "commitment, hash, form, target) VALUES ";
    for (std::size_t i = 0; i < rows; ++i)
        sql += i == 0 ? "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)" : ",(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    return sql;
}

} // namespace

/// An operation as its row has it, for as long as it takes to insert it.
class JournalTables::OperationRow
{
public:
    static constexpr int columns = 15;

    OperationRow(const Operation &operation, qint64 replica, qint64 edit)
        : m_operation(&operation)
        , m_replica(replica)
        , m_edit(edit)
        , m_entity(operation.entity.id.bytes())
        , m_code(operation.entity.code.toUtf8())
        , m_field(operation.field.toUtf8())
        , m_bases(packVersions(operation.bases))
        , m_value(operation.value ? operation.value->toUtf8() : QByteArray())
    {}

    /// Parameters after `before`.
    void bindTo(Statement &insert, int before) const
    {
        const Operation &operation = *m_operation;
        const QLatin1String kind = operation.withheld ? withheldKind : kindInfo(operation.entity.kind).name;
        insert.bind(before + 1, m_replica)
            .bind(before + 2, static_cast<qint64>(operation.version.sequence))
            .bind(before + 3, static_cast<qint64>(operation.time))
            .bind(before + 4, m_edit)
            .bindTextView(before + 5, {kind.data(), kind.size()})
            .bindView(before + 6, m_entity)
            .bindTextView(before + 7, m_code)
            .bindTextView(before + 8, m_field)
            .bindView(before + 9, m_bases)
            .bindView(before + 12, operation.commitment)
            .bindView(before + 13, operation.hash)
            .bind(before + 14, static_cast<qint64>(operation.form));
        operation.disclosed ? insert.bindView(before + 10, operation.salt) : insert.bindNull(before + 10);
        operation.value ? insert.bindTextView(before + 11, m_value) : insert.bindNull(before + 11);
        operation.target.isEmpty() ? insert.bindNull(before + 15) : insert.bindView(before + 15, operation.target);
    }

private:
    const Operation *m_operation;
    qint64 m_replica;
    qint64 m_edit;
    QByteArray m_entity, m_code, m_field, m_bases, m_value;
};

Result<> JournalTables::append(std::span<const Operation> operations)
{
    m_contexts.clear(); // what was numbered in an earlier transaction may have been rolled back with it
    HeadChanges heads;
    std::vector<OperationRow> rows;
    rows.reserve(std::min(operations.size(), rowsAtOnce));
    auto rest = operations;
    while (!rest.empty()) {
        const auto end = std::ranges::find_if(rest, [&](const Operation &operation) {
            return !(operation.version.replica == rest.front().version.replica) ||
                   operation.edit.first != rest.front().edit.first;
        });
        const auto edit = rest.first(static_cast<std::size_t>(end - rest.begin()));
        ADIT_TRY_ASSIGN(const qint64 number, insertEdit(edit));
        ADIT_TRY_ASSIGN(const qint64 replica, replicaNumber(edit.front().version.replica));
        for (const Operation &operation : edit) {
            rows.emplace_back(operation, replica, number);
            heads.add(operation);
            if (rows.size() == rowsAtOnce)
                ADIT_TRY(insertRows(rows));
        }
        rest = rest.subspan(edit.size());
    }
    ADIT_TRY(insertRows(rows));
    for (const auto &[by, version] : heads.replaced())
        ADIT_TRY(runOnHead("DELETE FROM head WHERE entity = ?1 AND field = ?2 AND replica = ?3 AND sequence = ?4", *by,
                           version));
    for (const Operation *operation : heads.inOrderOf(operations))
        ADIT_TRY(runOnHead("INSERT INTO head VALUES (?1, ?2, ?3, ?4)", *operation, operation->version));
    return {};
}

/// As many at once as may be: a statement for each row costs a third of all that appending does.
Result<> JournalTables::insertRows(std::vector<OperationRow> &rows)
{
    static const QByteArray many = insertOf(rowsAtOnce);
    static const QByteArray one = insertOf(1);
    const std::size_t atOnce = rows.size() == rowsAtOnce ? rowsAtOnce : 1;
    for (std::size_t at = 0; at < rows.size(); at += atOnce) {
        ADIT_TRY_ASSIGN(Statement * insert, prepared(atOnce == 1 ? one.constData() : many.constData()));
        for (std::size_t i = 0; i < atOnce; ++i)
            rows[at + i].bindTo(*insert, static_cast<int>(i) * OperationRow::columns);
        ADIT_TRY(insert->run());
    }
    rows.clear();
    return {};
}

Result<> JournalTables::runOnHead(const char *sql, const Operation &of, const Version &version)
{
    ADIT_TRY_ASSIGN(Statement * statement, prepared(sql));
    ADIT_TRY_ASSIGN(const qint64 replica, replicaNumber(version.replica));
    const QByteArray entity = of.entity.id.bytes();
    const QByteArray field = of.field.toUtf8();
    statement->bindView(1, entity).bindTextView(2, field).bind(3, replica);
    statement->bind(4, static_cast<qint64>(version.sequence));
    return statement->run();
}

Result<ChainTip> JournalTables::tip(const AssessmentId &assessment, const ReplicaId &replica)
{
    ADIT_TRY_ASSIGN(const auto number, knownReplica(replica));
    ChainTip tip{0, chainStart(assessment, replica)};
    if (!number)
        return tip;
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT sequence, hash, time FROM op WHERE replica = ?1 "
                                                         "ORDER BY sequence DESC LIMIT 1"));
    select.bind(1, *number);
    ADIT_TRY_ASSIGN(const bool any, select.next());
    if (any)
        tip = {static_cast<quint64>(select.number(0)), digestFromBytes(select.bytes(1)),
               static_cast<quint64>(select.number(2))};
    return tip;
}

Result<quint64> JournalTables::latestTime(quint64 limit)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT ifnull(max(time), 0) FROM edit WHERE time <= ?1"));
    select.bind(1, static_cast<qint64>(limit));
    ADIT_TRY(select.next());
    return static_cast<quint64>(select.number(0));
}

Result<qint64> JournalTables::count()
{
    return m_database.number("SELECT ifnull(max(number), 0) FROM op");
}

Result<std::vector<WorkDone>> JournalTables::workDone()
{
    ADIT_TRY_ASSIGN(
        Statement select,
        m_database.prepare("SELECT iif(edit.withheld IS NULL, context.actor, NULL) AS who, op.kind, count(*) FROM op "
                           "JOIN edit ON edit.number = op.edit JOIN context ON context.number = edit.context "
                           "GROUP BY who, op.kind ORDER BY who, op.kind"));
    std::vector<WorkDone> done;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return done;
        done.push_back({select.optionalText(0), kindFromName(select.text(1)), select.number(2)});
    }
}

Result<Digest> JournalTables::state()
{
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare("SELECT id, (SELECT hash FROM op WHERE op.replica = replica.number "
                                       "ORDER BY sequence DESC LIMIT 1) FROM replica ORDER BY id"));
    QByteArray tips;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return blake2b(tips);
        tips += select.bytes(0) + select.bytes(1);
    }
}

Result<std::vector<Version>> JournalTables::heads(const EntityId &entity, const QString &field)
{
    ADIT_TRY_ASSIGN(Statement * select,
                    prepared("SELECT replica, sequence FROM head WHERE entity = ?1 AND field = ?2"));
    select->bind(1, entity.bytes()).bind(2, field);
    auto versions = versionsIn(*select);
    select->reset();
    return versions;
}

Result<std::vector<Version>> JournalTables::headsOfAll(const EntityId &entity)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT replica, sequence FROM head WHERE entity = ?1"));
    select.bind(1, entity.bytes());
    return versionsIn(select);
}

Result<std::vector<Version>> JournalTables::versionsIn(Statement &select)
{
    std::vector<Version> versions;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            break;
        ADIT_TRY_ASSIGN(const auto replica, replicaById(select.number(0)));
        if (replica)
            versions.push_back({*replica, static_cast<quint64>(select.number(1))});
    }
    std::ranges::sort(versions, std::less<>());
    return versions;
}

/// The edit that an operation belongs to; operations of one edit follow each other.
class JournalTables::EditReader
{
public:
    static Result<EditReader> prepare(Database &database)
    {
        ADIT_TRY_ASSIGN(Statement select, database.prepare(QByteArray(editColumns) + "WHERE edit.number = ?1"));
        return EditReader(std::move(select));
    }

    Result<const EditContext *> read(qint64 number)
    {
        if (number == m_number)
            return &m_context;
        m_select.reset();
        m_select.bind(1, number);
        ADIT_TRY_ASSIGN(const bool hasRow, m_select.next());
        const auto undoes = hasRow ? undoesFrom(m_select, 7) : std::nullopt;
        if (!hasRow || undoes.has_value() == m_select.isNull(7))
            return Error{ErrorCode::JournalBroken, QString::number(number), QStringLiteral("edit")};
        m_number = number;
        m_context = contextFrom(m_select, undoes);
        m_select.reset();
        return &m_context;
    }

private:
    explicit EditReader(Statement select)
        : m_select(std::move(select))
    {}

    Statement m_select;
    qint64 m_number = 0;
    EditContext m_context;
};

Result<std::optional<Operation>> JournalTables::operationFrom(const Statement &row, EditReader &edits)
{
    ADIT_TRY_ASSIGN(const auto replica, replicaById(row.number(0)));
    const QString kindName = row.text(3);
    const bool isWithheld = kindName == withheldKind;
    const auto kind = isWithheld ? std::optional(noEntity().kind) : kindFromName(kindName);
    const auto entity = EntityId::fromBytes(row.bytes(4));
    auto bases = unpackVersions(row.bytes(7));
    const qint64 form = row.number(13);
    if (!replica || !kind || !entity || !bases || form < 1 || form > 2)
        return std::optional<Operation>();
    ADIT_TRY_ASSIGN(const EditContext *edit, edits.read(row.number(12)));
    return std::optional(Operation{.version = {*replica, static_cast<quint64>(row.number(1))},
                                   .time = static_cast<quint64>(row.number(2)),
                                   .entity = {*kind, *entity, row.text(5)},
                                   .field = row.text(6),
                                   .bases = std::move(*bases),
                                   .edit = *edit,
                                   .salt = row.bytes(8),
                                   .value = row.optionalText(9),
                                   .disclosed = !row.isNull(8),
                                   .commitment = digestFromBytes(row.view(10)),
                                   .hash = digestFromBytes(row.view(11)),
                                   .form = static_cast<OperationForm>(form),
                                   .withheld = isWithheld,
                                   .target = row.bytes(14)});
}

Result<> JournalTables::forEach(const QByteArray &condition, const QByteArray &order,
                                const std::vector<QString> &parameters, const std::function<bool(Operation &)> &visit)
{
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare(QByteArray(operationColumns) + "WHERE " + condition + " ORDER BY " + order));
    ADIT_TRY_ASSIGN(EditReader edits, EditReader::prepare(m_database));
    for (std::size_t i = 0; i < parameters.size(); ++i)
        select.bind(static_cast<int>(i) + 1, parameters[i]);
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return {};
        ADIT_TRY_ASSIGN(auto operation, operationFrom(select, edits));
        if (!operation)
            return Error{ErrorCode::JournalBroken, QString::number(select.number(1)), QStringLiteral("row")};
        if (!visit(*operation))
            return {};
    }
}

Result<std::optional<Operation>> JournalTables::find(const Version &version)
{
    std::optional<Operation> found;
    ADIT_TRY_ASSIGN(const auto replica, knownReplica(version.replica));
    if (!replica)
        return found;
    const QByteArray condition =
        "op.replica = " + QByteArray::number(*replica) + " AND op.sequence = " + QByteArray::number(version.sequence);
    ADIT_TRY(forEach(condition, "op.number", {}, [&](const Operation &operation) {
        found = operation;
        return false;
    }));
    return found;
}

Result<std::vector<Operation>> JournalTables::operationsOf(const StoredEdit &edit)
{
    std::vector<Operation> operations;
    ADIT_TRY_ASSIGN(const auto replica, knownReplica(edit.first.replica));
    const QByteArray condition = "op.replica = " + QByteArray::number(replica.value_or(0)) +
                                 " AND op.sequence BETWEEN " + QByteArray::number(edit.first.sequence) + " AND " +
                                 QByteArray::number(edit.last);
    ADIT_TRY(forEach(condition, "op.sequence", {}, [&](const Operation &operation) {
        operations.push_back(operation);
        return true;
    }));
    if (operations.empty())
        return broken(edit.first, QStringLiteral("edit without operations"));
    return operations;
}

Result<StoredEdit> JournalTables::editFromRow(const Statement &row)
{
    ADIT_TRY_ASSIGN(const auto replica, replicaById(row.number(1)));
    if (!replica)
        return Error{ErrorCode::JournalBroken, QString::number(row.number(0)), QStringLiteral("edit")};
    const auto first = static_cast<quint64>(row.number(2));
    return StoredEdit{.number = row.number(0),
                      .first = {*replica, first},
                      .last = static_cast<quint64>(row.number(3)),
                      .time = static_cast<quint64>(row.number(4)),
                      .context = contextFrom(row, undoesFrom(row, 7))};
}

Result<> JournalTables::forEachEditBackwards(const std::function<bool(const StoredEdit &)> &visit)
{
    return forEachEditBackwards({"1"}, visit);
}

Result<> JournalTables::forEachEditBackwards(const JournalQuery &query,
                                             const std::function<bool(const StoredEdit &)> &visit)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare(QByteArray(editColumns) + "WHERE " + query.condition +
                                                         " ORDER BY edit.number DESC"));
    for (std::size_t i = 0; i < query.parameters.size(); ++i)
        select.bind(static_cast<int>(i) + 1, query.parameters[i]);
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return {};
        ADIT_TRY_ASSIGN(const StoredEdit edit, editFromRow(select));
        if (!visit(edit))
            return {};
    }
}

Result<HistoryScope> JournalTables::scope()
{
    HistoryScope scope;
    ADIT_TRY_ASSIGN(Statement people, m_database.prepare("SELECT DISTINCT actor FROM context WHERE number IN (SELECT "
                                                         "context FROM edit WHERE withheld IS NULL) ORDER BY actor"));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, people.next());
        if (!hasRow)
            break;
        scope.people.append(people.text(0));
    }
    std::set<std::pair<EntityKind, int>> seen;
    ADIT_TRY_ASSIGN(Statement fields,
                    m_database.prepare("SELECT DISTINCT kind, CASE instr(field, '/') WHEN 0 THEN field ELSE "
                                       "substr(field, 1, instr(field, '/') - 1) END FROM op"));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, fields.next());
        if (!hasRow)
            break;
        const auto kind = kindFromName(fields.text(0));
        if (const FieldInfo *field = kind ? findField(*kind, fields.text(1)) : nullptr)
            seen.emplace(*kind, field->index);
    }
    for (const auto &[kind, index] : seen)
        scope.fields.push_back(&fieldsOf(kind)[static_cast<std::size_t>(index)]);
    return scope;
}

} // namespace adit
