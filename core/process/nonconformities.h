// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/scoring/scorecard.h"

#include <QDate>
#include <QStringList>
#include <optional>
#include <vector>

namespace adit {

/// One nonconformity with what has to be known to follow it up, from itself and from its corrective actions
/// (assurance.md: raised, cause accepted, plan accepted, implemented, effectiveness verified).
struct NonconformityCard
{
    EntityRef entity;
    int state = 0; ///< place in nonconformityStates()
    QString title = {};
    QString grade = {};
    QString owner = {};
    QString raisedBy = {};
    QStringList requirements = {};
    bool isCritical = false; ///< about a critical requirement
    bool isWithdrawn = false;
    std::optional<QDate> raised = {};
    std::optional<QDate> due = {};         ///< of the next action that is not done, else of the last one
    std::optional<QDate> implemented = {}; ///< the whole correction

    struct Action
    {
        QString text; ///< one line
        std::optional<QDate> due;
        std::optional<QDate> done; ///< also by the day the whole correction was implemented
    };
    std::vector<Action> actions = {}; ///< corrective ones; those that are due first at the front

    int actionsDone() const;
    bool isClosed() const;
    bool isOverdue(const QDate &today) const;
};

/// Codes of the states, in their order.
const QStringList &nonconformityStates();
/// The state that comes next; empty for what is verified or withdrawn.
QString nextState(const NonconformityCard &card);
/// The state before; empty for what was only raised, or is withdrawn.
QString previousState(const NonconformityCard &card);

/// Relevant requirements whose rating asks for a nonconformity by the standard's gates (and any critical one below
/// full), in the order of the standard, which have none but withdrawn ones, and no reason why none was raised. None in
/// a surveillance: the audit before raised them.
QStringList withoutNonconformity(const CaseView &view, const std::vector<RatedItem> &items);

/// All of them, those that are due first at the front, then by number.
std::vector<NonconformityCard> nonconformityCards(const CaseView &view);

/// Which of them are looked at. Conditions add up; an empty one takes all.
struct NonconformityConditions
{
    QString text = {}; ///< in number, title, owner or requirement
    QString grade = {};
    QString owner = {};
    QString chapter = {};
    bool overdue = false;
    bool critical = false;

    bool isEmpty() const { return *this == NonconformityConditions(); }
    friend bool operator==(const NonconformityConditions &, const NonconformityConditions &) = default;
};
bool fits(const NonconformityCard &card, const NonconformityConditions &conditions, const QDate &today);

/// Moves one to its next state, and dates that state unless it has its date already. Errors as changeRecord(): what
/// the state asks for has to be there. NothingToChange where no state comes next.
Result<Edit> moveNonconformity(const CaseView &view, const EntityRef &nonconformity, const QDate &today);
/// Takes one back to its state before, where what was accepted or seen does not hold after all: the date of the state
/// it leaves goes, with who had verified it on what basis; what was written of cause and plan stays. NothingToChange
/// where there is no state before.
Result<Edit> returnNonconformity(const CaseView &view, const EntityRef &nonconformity);

} // namespace adit
