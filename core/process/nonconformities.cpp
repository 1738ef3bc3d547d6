// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/nonconformities.h"

#include "core/assessment/ratingrules.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>
#include <tuple>

namespace adit {

namespace {

constexpr int implementedState = 3;
constexpr int verifiedState = 4;

Result<const Record *> recordOf(const CaseView &view, const EntityRef &nonconformity)
{
    const Record *record = view.assessment.find(EntityKind::Nonconformity, nonconformity.id);
    if (!record)
        return Error{ErrorCode::UnknownNode, nonconformity.code, QStringLiteral("nonconformity")};
    return record;
}

bool hasCritical(const Standard &standard, const QStringList &requirements)
{
    return std::ranges::any_of(requirements, [&](const QString &text) {
        const auto code = RequirementCode::fromString(text);
        const StandardNode *node = code ? standard.find(*code) : nullptr;
        return node && node->critical;
    });
}

NonconformityCard cardOf(const CaseView &view, const EntityId &id, const Record &record)
{
    NonconformityCard card{{EntityKind::Nonconformity, id, record[field::nonconformity::label]}};
    card.state = std::max(0, int(nonconformityStates().indexOf(record[field::nonconformity::state])));
    card.title = record[field::nonconformity::title].simplified();
    card.grade = record[field::nonconformity::grade];
    card.owner = record[field::nonconformity::owner].simplified();
    card.raisedBy = record[field::nonconformity::raised_by].simplified();
    card.requirements = record[field::nonconformity::requirements];
    card.isCritical = hasCritical(view.standard, card.requirements);
    card.isWithdrawn = record.has(field::nonconformity::withdrawn);
    card.raised = record[field::nonconformity::raised];
    card.implemented = record[field::nonconformity::implemented];
    return card;
}

/// By when something is to be done: the next action that is not done, else the last one.
void date(NonconformityCard &card)
{
    // Without a date at the end.
    std::ranges::stable_sort(card.actions, {}, [](const NonconformityCard::Action &action) {
        return std::pair(!action.due, action.due.value_or(QDate()));
    });
    for (const NonconformityCard::Action &action : card.actions) {
        if (action.due)
            card.due = action.due;
        if (action.due && !action.done)
            return;
    }
}

/// The date that says when a state was reached.
const FieldInfo &dateOf(int state)
{
    static const std::array<const FieldInfo *, 5> fields{
        &infoOf(field::nonconformity::raised), &infoOf(field::nonconformity::cause_accepted),
        &infoOf(field::nonconformity::plan_accepted), &infoOf(field::nonconformity::implemented),
        &infoOf(field::nonconformity::verified)};
    return *fields[static_cast<std::size_t>(state)];
}

} // namespace

int NonconformityCard::actionsDone() const
{
    return int(std::ranges::count_if(actions, [](const Action &action) { return action.done.has_value(); }));
}

bool NonconformityCard::isClosed() const
{
    return isWithdrawn || state + 1 == nonconformityStates().size();
}

bool NonconformityCard::isOverdue(const QDate &today) const
{
    return due && *due < today && actionsDone() < int(actions.size()) && state < implementedState && !isWithdrawn;
}

const QStringList &nonconformityStates()
{
    static const QStringList states = QString(infoOf(field::nonconformity::state).choices).split(QLatin1Char(' '));
    return states;
}

QString nextState(const NonconformityCard &card)
{
    return card.isClosed() ? QString() : nonconformityStates()[card.state + 1];
}

QString previousState(const NonconformityCard &card)
{
    return card.isWithdrawn || card.state == 0 ? QString() : nonconformityStates()[card.state - 1];
}

QStringList withoutNonconformity(const CaseView &view, const std::vector<RatedItem> &items)
{
    if (keepsPreviousRatings(view.assessment))
        return {};
    const auto &scale = view.standard.scale();
    QSet<QString> asking;
    for (const Gate &gate : view.standard.process().gates)
        if (gate.check == GateCheck::NonconformitiesRaised)
            asking.unite(QSet<QString>(gate.items.begin(), gate.items.end()));
    QSet<QString> raised;
    for (const auto &[id, record] : view.assessment.records(EntityKind::Nonconformity))
        if (!record.has(field::nonconformity::withdrawn))
            for (const QString &requirement : record[field::nonconformity::requirements])
                raised.insert(requirement);
    QStringList out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].relevance != RelevanceReason::Relevant || !items[i].rating)
            continue;
        const StandardNode &node = view.standard.requirement(static_cast<int>(i));
        const auto &rating = scale[static_cast<std::size_t>(*items[i].rating)];
        const bool isBelowFull = rating.points.has_value() && *items[i].rating > 0;
        const QString code = node.code.toString();
        if ((asking.contains(rating.code) || (node.critical && isBelowFull)) && !raised.contains(code) &&
            !view.assessment.answer(node.code).has(field::answer::no_nonconformity))
            out.append(code);
    }
    return out;
}

std::vector<NonconformityCard> nonconformityCards(const CaseView &view)
{
    std::vector<NonconformityCard> cards;
    QHash<QString, std::size_t> byLabel;
    for (const auto &[id, record] : view.assessment.records(EntityKind::Nonconformity)) {
        if (record.isBlank())
            continue;
        byLabel.insert(record[field::nonconformity::label], cards.size());
        cards.push_back(cardOf(view, id, record));
    }
    for (const auto &[id, action] : view.assessment.records(EntityKind::Action)) {
        const auto found = byLabel.constFind(action[field::action::nonconformity]);
        if (found == byLabel.constEnd() || !action.has(field::action::text))
            continue;
        const auto done = action[field::action::done];
        NonconformityCard &card = cards[*found];
        card.actions.push_back(
            {action[field::action::text].simplified(), action[field::action::due], done ? done : card.implemented});
    }
    std::ranges::for_each(cards, date);
    // "NC-A99" before "NC-A100".
    std::ranges::sort(cards, {}, [](const NonconformityCard &card) {
        return std::tuple(!card.due, card.due.value_or(QDate()), card.entity.code.size(), card.entity.code);
    });
    return cards;
}

bool fits(const NonconformityCard &card, const NonconformityConditions &conditions, const QDate &today)
{
    if ((!conditions.grade.isEmpty() && card.grade != conditions.grade) ||
        (!conditions.owner.isEmpty() && card.owner.compare(conditions.owner, Qt::CaseInsensitive) != 0) ||
        (conditions.overdue && !card.isOverdue(today)) || (conditions.critical && !card.isCritical))
        return false;
    const QString chapter = conditions.chapter + QLatin1Char('.');
    if (!conditions.chapter.isEmpty() && std::ranges::none_of(card.requirements, [&](const QString &requirement) {
            return requirement.startsWith(chapter);
        }))
        return false;
    const QStringList words{card.entity.code, card.title, card.owner, card.requirements.join(QLatin1Char(' '))};
    return conditions.text.isEmpty() || std::ranges::any_of(words, [&](const QString &text) {
               return text.contains(conditions.text, Qt::CaseInsensitive);
           });
}

Result<Edit> moveNonconformity(const CaseView &view, const EntityRef &nonconformity, const QDate &today)
{
    ADIT_TRY_ASSIGN(const Record *record, recordOf(view, nonconformity));
    const NonconformityCard card = cardOf(view, nonconformity.id, *record);
    const QString next = nextState(card);
    if (next.isEmpty())
        return Error{ErrorCode::NothingToChange, nonconformity.code};
    RecordInput input{{{&infoOf(field::nonconformity::state), next}}};
    const FieldInfo &date = dateOf(card.state + 1);
    if (record->text(date.index).isEmpty())
        input.values.emplace_back(&date, toIso(today));
    return changeRecord(view, nonconformity, input);
}

Result<Edit> returnNonconformity(const CaseView &view, const EntityRef &nonconformity)
{
    ADIT_TRY_ASSIGN(const Record *record, recordOf(view, nonconformity));
    const NonconformityCard card = cardOf(view, nonconformity.id, *record);
    const QString previous = previousState(card);
    if (previous.isEmpty())
        return Error{ErrorCode::NothingToChange, nonconformity.code};
    RecordInput input{{{&infoOf(field::nonconformity::state), previous}, {&dateOf(card.state), QString()}}};
    if (card.state == verifiedState)
        for (const FieldInfo *field :
             {&infoOf(field::nonconformity::verified_by), &infoOf(field::nonconformity::verified_basis)})
            input.values.emplace_back(field, QString());
    return changeRecord(view, nonconformity, input);
}

} // namespace adit
