// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/rehome.h"

#include "core/journal/registers.h"

#include <QUuid>
#include <QtEndian>
#include <algorithm>

namespace adit {

ReplicaId newHomeOf(const Operation &first)
{
    return ReplicaId(QUuid::createUuidV5(first.version.replica.uuid(), toBytes(first.hash)));
}

int lettersOf(const ReplicaId &replica)
{
    constexpr int ofOneOrTwo = 26 + 26 * 26;
    constexpr quint32 ofThree = 26 * 26 * 26;
    return ofOneOrTwo + static_cast<int>(qFromBigEndian<quint32>(replica.bytes().constData()) % ofThree);
}

Relabelling relabellingOf(const std::vector<Operation> &tail, int letters, const std::set<EntityId> &older)
{
    Relabelling labels;
    if (tail.empty())
        return labels;
    const int lettersNow = lettersOf(newHomeOf(tail.front()));
    for (const Operation &operation : tail) {
        const EntityRef &entity = operation.entity;
        if (operation.withheld || !kindInfo(entity.kind).hasLabels() || older.contains(entity.id))
            continue;
        const QString stem = entityLabel(entity.kind, letters, 0).chopped(2);
        bool isNumber = false;
        const int number = entity.code.mid(stem.size()).toInt(&isNumber);
        if (entity.code.startsWith(stem) && isNumber)
            labels.try_emplace(entity.code, entityLabel(entity.kind, lettersNow, number));
    }
    return labels;
}

bool namesThing(const Operation &operation)
{
    const auto path = operation.withheld ? std::nullopt : resolveField(operation.entity.kind, operation.field);
    if (!path)
        return false;
    const FieldInfo *const naming[] = {&infoOf(field::redaction::target), &infoOf(field::dismissal::target),
                                       &infoOf(field::dismissal::person)};
    return path->field->type == ValueType::Link || std::ranges::find(naming, path->field) != std::end(naming);
}

namespace {

void relabel(QString &text, const Relabelling &labels)
{
    if (const auto found = labels.find(text); found != labels.end())
        text = found->second;
}

void relabelValue(QString &value, const Relabelling &labels)
{
    QString label = value.section(QLatin1Char('/'), -1);
    const qsizetype begin = value.size() - label.size();
    relabel(label, labels);
    value = value.left(begin) + label;
}

/// Labels stand in what is changed, in lists of links, in links and the like, and in what an edit was about.
void relabel(Operation &operation, const Relabelling &labels)
{
    relabel(operation.edit.subject, labels);
    const auto path = resolveField(operation.entity.kind, operation.field);
    if (operation.withheld || !path)
        return;
    if (kindInfo(operation.entity.kind).hasLabels())
        relabel(operation.entity.code, labels);
    if (path->field->type == ValueType::Links) {
        QString member = path->member;
        relabel(member, labels);
        operation.field = fieldPath(*path->field, member);
    }
    if (namesThing(operation) && operation.disclosed && operation.value) {
        relabelValue(*operation.value, labels);
        operation.commitment = commitmentOf(operation.salt, operation.value);
    }
}

} // namespace

std::vector<Operation> rehomed(const AssessmentId &assessment, std::vector<Operation> tail, const Relabelling &labels)
{
    if (tail.empty())
        return tail;
    const ReplicaId from = tail.front().version.replica;
    const ReplicaId to = newHomeOf(tail.front());
    const quint64 common = tail.front().version.sequence - 1;
    const auto move = [&](Version &version) {
        if (version.replica == from && version.sequence > common)
            version = {to, version.sequence - common};
    };
    Digest before = chainStart(assessment, to);
    for (Operation &operation : tail) {
        move(operation.version);
        std::ranges::for_each(operation.bases, move);
        std::ranges::sort(operation.bases, std::less<>());
        operation.edit.first -= common;
        if (operation.edit.undoes)
            move(*operation.edit.undoes);
        if (!labels.empty())
            relabel(operation, labels);
        operation.hash = chainedHash(before, operation);
        before = operation.hash;
    }
    return tail;
}

} // namespace adit
