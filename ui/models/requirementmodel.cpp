// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requirementmodel.h"

#include "ui/words/conflictwords.h"
#include "ui/words/words.h"

#include <algorithm>
#include <utility>

namespace adit {

RequirementModel::RequirementModel(CaseDocument &document, QObject *parent)
    : StandardTreeModel(document.standard(), parent)
    , m_document(document)
{
    recount();
    findConflicts();
    connect(&document, &CaseDocument::changed, this, &RequirementModel::refresh);
}

void RequirementModel::recount()
{
    m_counts.assign(standard().nodes().size(), {});
    const auto &items = m_document.ratedItems();
    for (int ordinal = 0; ordinal < static_cast<int>(items.size()); ++ordinal) {
        const RatedItem &item = items[static_cast<std::size_t>(ordinal)];
        if (item.relevance != RelevanceReason::Relevant)
            continue;
        const bool rated = item.rating && standard().scale()[static_cast<std::size_t>(*item.rating)].points;
        for (int node = standard().requirements()[static_cast<std::size_t>(ordinal)]; node >= 0;
             node = standard().nodes()[static_cast<std::size_t>(node)].parent) {
            ++m_counts[static_cast<std::size_t>(node)].relevant;
            m_counts[static_cast<std::size_t>(node)].rated += rated ? 1 : 0;
        }
    }
}

void RequirementModel::findConflicts()
{
    const QSet<QString> before = std::exchange(m_inConflict, {});
    for (const Conflict &conflict : m_document.conflicts())
        if (const auto code = requirementOf(conflict.entity))
            m_inConflict.insert(code->toString());
    // A conflict may come without changing what is shown.
    for (const QString &code : before + m_inConflict)
        if (before.contains(code) != m_inConflict.contains(code))
            if (const auto node = standard().nodeIndex(*RequirementCode::fromString(code)))
                refreshNode(*node);
}

void RequirementModel::refresh(const ChangeSet &changes)
{
    findConflicts();
    if (changes.touches(EntityKind::Relevance) || changes.touches(EntityKind::Details)) {
        recount();
        for (int node = 0; node < static_cast<int>(standard().nodes().size()); ++node)
            refreshNode(node);
        return;
    }
    if (!changes.touches(EntityKind::Answer) && !changes.touches(EntityKind::Action))
        return;
    recount();
    for (const RequirementCode &code : changes.requirements()) {
        const auto start = standard().nodeIndex(code);
        for (int node = start.value_or(-1); node >= 0; node = standard().nodes()[static_cast<std::size_t>(node)].parent)
            refreshNode(node);
    }
}

void RequirementModel::refreshNode(int node)
{
    const QModelIndex changed = indexOfNode(node);
    Q_EMIT dataChanged(changed, changed);
}

QVariant RequirementModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto node = static_cast<int>(index.internalId());
    const Counts &counts = m_counts[static_cast<std::size_t>(node)];
    const auto ordinal = standard().ordinal(codeAt(index));
    const auto item = [&] { return m_document.ratedItems()[static_cast<std::size_t>(*ordinal)]; };
    switch (role) {
    case Qt::AccessibleTextRole:
        return spoken(node);
    case Qt::ToolTipRole:
        return StandardTreeModel::data(index, role).toString() + (ordinal ? anewWords(codeAt(index)) : QString());
    case RatedRole:
        return counts.rated;
    case RelevantRole:
        return counts.relevant;
    case GlyphRole:
        return ordinal ? QVariant(static_cast<int>(standingOf(standard(), item()).glyph)) : QVariant();
    case ConflictRole:
        return ordinal && isInConflict(codeAt(index));
    case OpenRole:
        return ordinal && counts.relevant == 1 && !item().rating;
    default:
        return StandardTreeModel::data(index, role);
    }
}

/// Both ratings, where one was made anew in the early correction.
QString RequirementModel::anewWords(const RequirementCode &code) const
{
    const Record &answer = m_document.assessment().answer(code);
    if (!answer.has(field::answer::first_rating))
        return {};
    const QString now = standingOf(standard(), answer[field::answer::rating]).word;
    const QString before = standingOf(standard(), answer[field::answer::first_rating]).word;
    return QLatin1Char('\n') + tr("%1; before the early correction: %2").arg(now, before);
}

QString RequirementModel::spoken(int node) const
{
    const StandardNode &what = standard().nodes()[static_cast<std::size_t>(node)];
    const QString name = what.code.toString() + QLatin1Char(' ') + title(what);
    if (const auto ordinal = standard().ordinal(what.code)) {
        const Standing standing = standingOf(standard(), m_document.ratedItems()[static_cast<std::size_t>(*ordinal)]);
        const QString spoken = what.critical ? tr("%1, critical, %2").arg(name, standing.meaning)
                                             : tr("%1, %2").arg(name, standing.meaning);
        return isInConflict(what.code) ? tr("%1, in conflict").arg(spoken) : spoken;
    }
    const Counts &counts = m_counts[static_cast<std::size_t>(node)];
    return counts.relevant == 0 ? tr("%1, not relevant").arg(name)
                                : tr("%1, %2 of %3 rated").arg(name).arg(counts.rated).arg(counts.relevant);
}

} // namespace adit
