// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/incoming.h"
#include "core/journal/registers.h"
#include "core/journal/rehome.h"
#include "core/storage/journaltables.h"

#include <QSet>
#include <QStringList>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace adit {

/// What came in from another copy at once.
struct StoredMerge
{
    qint64 number = 0;
    qint64 firstEdit = 0; ///< by their number in this file
    qint64 lastEdit = 0;
    Instant time{0};
    QString actor;  ///< who merged
    QString source; ///< name of the file
};

/// An entity with some of its fields, as operations name them.
struct TouchedEntity
{
    EntityRef entity;
    std::set<QString> fields;
};

/// What operations touch.
std::vector<TouchedEntity> touchedBy(std::span<const Operation> operations);

/// One field as it is after something came in or was taken out.
struct FieldValue
{
    EntityRef entity;
    FieldPath path;
    std::optional<QString> value;
};

/// What merging needs of the journal's tables beside what an edit needs.
class MergeTables
{
public:
    MergeTables(Database &database, JournalTables &journal);

    /// Where all chains stand.
    Result<ChainEnds> ends();
    /// Where a chain stood at one of its operations; nothing if there is none of that number.
    Result<std::optional<ChainEnd>> endAt(const ReplicaId &replica, quint64 sequence);
    /// The operations of a chain from `after` on.
    Result<std::vector<Operation>> chain(const ReplicaId &replica, quint64 after);
    /// The same, one at a time; each may be moved away. Stop by returning false.
    Result<> forEachOfChain(const ReplicaId &replica, quint64 after, const std::function<bool(Operation &)> &visit);
    /// All operations of one entity, in the order in which they came into this file.
    Result<std::vector<Operation>> operationsOf(const EntityRef &entity);
    /// Those of them that nothing has replaced: enough to see what is in conflict, if not what was there before.
    Result<std::vector<Operation>> headsOf(const EntityRef &entity);
    /// Entities that may be in conflict: with a field that has several heads, or taken away.
    Result<std::vector<EntityRef>> inDoubt();
    /// Labels that name other things here, or two of these; also where a thing here has another one. `renamed`: the
    /// labels that things here will have.
    Result<QStringList> clashingLabels(std::span<const EntityRef> entities, const std::map<EntityId, QString> &renamed);
    /// The heads of all fields of some entities.
    Result<> forEachHead(std::span<const EntityId> entities,
                         const std::function<void(const EntityId &, const QString &, const Version &)> &visit);
    /// Whether other chains refer to what a chain did after `common`.
    Result<bool> isBuiltOn(const ReplicaId &replica, quint64 common);
    /// Whether other chains speak of things by these labels.
    Result<bool> areNamedByOthers(const ReplicaId &replica, const Relabelling &labels);
    /// What a chain speaks of up to one of its operations; nothing where some of it is withheld.
    Result<std::optional<std::set<EntityId>>> thingsOf(const ReplicaId &replica, quint64 upTo);
    /// Whether a chain is the first of the case, whose labels have one letter.
    Result<bool> isFirst(const ReplicaId &replica);

    /// Gives the tail of an own chain the names and hashes of `moved`, which was made of it.
    Result<> rename(const ReplicaId &from, quint64 common, const std::vector<Operation> &moved);

    /// What the heads of fields add up to.
    Result<std::vector<FieldValue>> valuesOf(std::span<const TouchedEntity> touched);

    /// Appends operations of another copy. Returns the fields they touch, as they are now.
    Result<std::vector<FieldValue>> append(std::span<const Operation> operations);

    /// To be called before the operations are appended and after.
    Result<qint64> latestEdit();
    /// Returns its number. Of a merge that brought no edits `lastEdit` is before `firstEdit`.
    Result<qint64> record(const StoredMerge &merge);
    /// Latest first.
    Result<std::vector<StoredMerge>> merges();
    /// The first edit after a merge that builds on what came in with it; nothing if it can be taken out again.
    Result<std::optional<StoredEdit>> builtOn(const StoredMerge &merge);
    /// Takes out of the journal what came in with a merge, as if it had never come, and withholds again what it
    /// disclosed. Returns the fields it touched, whose values have to be found anew.
    Result<std::vector<TouchedEntity>> takeOut(const StoredMerge &merge);
    /// Of fields whose operations changed in their places.
    Result<> findHeadsAnew(std::span<const TouchedEntity> touched);

private:
    /// Empty where nothing here speaks of it.
    Result<QString> labelOf(const EntityId &entity);
    Result<QSet<EntityId>> unknown(std::span<const TouchedEntity> touched);
    Result<> putHeads(const TouchedEntity &touched);
    Result<std::vector<Operation>> operationsWhere(const QByteArray &condition, const QByteArray &order,
                                                   const std::vector<QString> &parameters = {});

    Database &m_database;
    JournalTables &m_journal;
    std::optional<Statement> m_label; ///< prepared once
};

} // namespace adit
