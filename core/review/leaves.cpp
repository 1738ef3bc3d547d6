// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/leaves.h"

#include "core/base/merkletree.h"
#include "core/journal/conflicts.h"

#include <QtEndian>
#include <algorithm>
#include <map>

namespace adit {

namespace {

/// The fields that scores, level and report rest on. What goes on after a decision (dates of corrections done, states
/// of nonconformities) is not among them.
const std::map<EntityKind, std::vector<const FieldInfo *>> &decisiveFields()
{
    static const std::map<EntityKind, std::vector<const FieldInfo *>> fields{
        {EntityKind::Details,
         {&infoOf(field::details::site), &infoOf(field::details::mine), &infoOf(field::details::kind),
          &infoOf(field::details::deferred_left_out), &infoOf(field::details::deferred_codes)}},
        {EntityKind::Answer,
         {&infoOf(field::answer::rating), &infoOf(field::answer::finding), &infoOf(field::answer::justification),
          &infoOf(field::answer::until), &infoOf(field::answer::sources), &infoOf(field::answer::first_rating)}},
        {EntityKind::Relevance, {&infoOf(field::relevance::state), &infoOf(field::relevance::justification)}},
        {EntityKind::Action, {&infoOf(field::action::text), &infoOf(field::action::due)}},
        {EntityKind::Nonconformity,
         {&infoOf(field::nonconformity::title), &infoOf(field::nonconformity::grade),
          &infoOf(field::nonconformity::requirements), &infoOf(field::nonconformity::description),
          &infoOf(field::nonconformity::withdrawn)}}};
    return fields;
}

/// More of the same, which decisions of before did not look at: counted only where there is something, so that those
/// still hold.
const std::vector<const FieldInfo *> &furtherFields(EntityKind kind)
{
    static const std::vector<const FieldInfo *> answer{&infoOf(field::answer::previous_rating),
                                                       &infoOf(field::answer::rerated)};
    static const std::vector<const FieldInfo *> none;
    return kind == EntityKind::Answer ? answer : none;
}

void put(QByteArray &out, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    char size[4];
    qToBigEndian(static_cast<quint32>(utf8.size()), size);
    out.append(size, 4).append(utf8);
}

QString codeOf(const Record &record)
{
    const auto field = kindInfo(record.kind()).codeField;
    return field ? record.text(*field) : QString();
}

bool isOfChapter(const Record &record, const std::optional<RequirementCode> &chapter)
{
    if (!chapter)
        return true;
    const auto isIn = [&](const QString &text) {
        const auto code = RequirementCode::fromString(text);
        return code && chapter->contains(*code);
    };
    if (record.kind() == EntityKind::Nonconformity)
        return std::ranges::any_of(record[field::nonconformity::requirements], isIn);
    return record.kind() != EntityKind::Details && isIn(codeOf(record));
}

bool saysAnything(const Record &record, const std::vector<const FieldInfo *> &fields)
{
    return std::ranges::any_of(fields, [&](const FieldInfo *field) { return record.has(field->index); });
}

ReviewLeaf leafOf(const EntityRef &entity, const Record &record, const std::vector<const FieldInfo *> &fields)
{
    const QString key = entityKey(entity);
    QByteArray bytes;
    put(bytes, key);
    for (const FieldInfo *field : fields) {
        put(bytes, field->name);
        put(bytes, record.text(field->index));
    }
    for (const FieldInfo *field : furtherFields(record.kind()))
        if (record.has(field->index)) {
            put(bytes, field->name);
            put(bytes, record.text(field->index));
        }
    return {key, leafHash(bytes)};
}

constexpr qsizetype shownDigits = 32;

} // namespace

std::vector<ReviewLeaf> leavesOf(const CaseView &view, const QString &chapter)
{
    const auto code = RequirementCode::fromString(chapter);
    std::vector<ReviewLeaf> leaves;
    for (const auto &[kind, fields] : decisiveFields())
        for (const auto &[id, record] : view.assessment.records(kind))
            if (saysAnything(record, fields) && isOfChapter(record, code))
                leaves.push_back(leafOf({kind, id, codeOf(record)}, record, fields));
    std::ranges::sort(leaves, {}, &ReviewLeaf::key);
    return leaves;
}

Digest rootOf(const std::vector<ReviewLeaf> &leaves)
{
    std::vector<Digest> hashes;
    hashes.reserve(leaves.size());
    for (const ReviewLeaf &leaf : leaves)
        hashes.push_back(leaf.hash);
    return treeRoot(hashes);
}

QString textOf(const std::vector<ReviewLeaf> &leaves)
{
    QStringList lines;
    for (const ReviewLeaf &leaf : leaves)
        lines.append(leaf.key + QLatin1Char(' ') + toHex(leaf.hash).left(shownDigits));
    return lines.join(QLatin1Char('\n'));
}

std::vector<BrokenLeaf> compareLeaves(const QString &then, const std::vector<ReviewLeaf> &now)
{
    std::map<QString, QString> before;
    for (const QString &line : then.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        before.emplace(line.section(QLatin1Char(' '), 0, 0), line.section(QLatin1Char(' '), 1));
    std::vector<BrokenLeaf> broken;
    for (const ReviewLeaf &leaf : now) {
        const auto was = before.find(leaf.key);
        if (was == before.end())
            broken.push_back({leaf.key, BrokenLeaf::How::Added});
        else if (was->second != toHex(leaf.hash).left(shownDigits))
            broken.push_back({leaf.key, BrokenLeaf::How::Changed});
        if (was != before.end())
            before.erase(was);
    }
    for (const auto &[key, hash] : before)
        broken.push_back({key, BrokenLeaf::How::Gone});
    return broken;
}

} // namespace adit
