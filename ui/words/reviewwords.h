// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/locks.h"
#include "core/review/decision.h"
#include "core/review/independence.h"
#include "core/review/signoff.h"
#include "core/review/threads.h"

namespace adit {

// What is said of a review and of the decision it leads to. One place, so that the page, its lists and its tests speak
// alike.

/// "Open", "Answered", "Settled"; a note that is not settled is "Note".
QString threadStateWord(const Thread &thread);
/// What a comment is about: "1.2.2.2 Two-way dialogue", "Nonconformity NC-A01 Torn liner", or the draft as a whole.
QString aboutWords(const CaseView &view, const Record &comment);
/// "Technical review, must be answered".
QString commentKindWords(const Record &comment);

/// "Open", "Signed off", "Changed since".
QString signOffWord(SignOffState::State state);
/// A person by the fingerprint the case knows; the first groups of it where it knows none.
QString personWords(const Assessment &assessment, const QString &fingerprint);
/// "Locked since 4 May 2026 by R. Salas (7K3F-9QZM): In review".
QString lockWords(const Assessment &assessment, const LockState &lock);
/// "The whole case", "1.2 Engagement".
QString scopeWords(const CaseView &view, const QString &scope);

/// A line of the checklist: "What was seen is enough".
QString checkWords(const QString &code);
/// What a line of it lacks, by the words people know it by.
QString checkMissingWords(const DecisionCheck &check, const DecisionGround &ground);
/// What somebody did by the journal: "Comments 3, Sign-offs 12", or that they changed nothing.
QString workWords(const std::vector<WorkDone> &work);
/// How much of the history the statement is not drawn from; nothing where it is drawn from all of it.
QStringList unseenWords(const IndependenceStatement &statement);
QString breachWords(const IndependenceStatement::Breach &breach);
/// "Level 50", "Pending until 4 May 2027".
QString decisionWords(const Standard &standard, const Record &decision);
/// "3f2a 91bc …": long enough to compare by eye.
QString rootWords(const QString &root);

/// What the key of a leaf names.
struct LeafSubject
{
    EntityKind kind;
    QString code;
};
LeafSubject leafSubject(const QString &key);
/// "1.1.1.1 Permits: changed".
QString brokenWords(const CaseView &view, const BrokenLeaf &leaf);

} // namespace adit
