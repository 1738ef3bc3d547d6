// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disclosure/redactions.h"
#include "core/edits/edit.h"
#include "core/identity/profile.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace adit {

// Somebody asks that something is not printed, somebody else decides (report.md, Redaction). What is asked for is
// withheld at once, so that nothing slips out while it waits; what was refused is printed, and stays on record.

struct RedactionInput
{
    QString target;       ///< targetOf()
    QString field = {};   ///< its name; empty: all texts of the target
    QString passage = {}; ///< as it stands in the text; empty: all of it
    QString reason;       ///< A to G
    QString wording = {}; ///< printed in its place; empty: the mark for the reason
    QString request = {}; ///< why
    /// Why the rating can be understood without it. Reason C needs it where a score rests on the text.
    QString scoreBasis = {};
    QString comment = {}; ///< number of the comment it was asked for in
    std::optional<QDate> reviewBy = {};
};

/// Errors InvalidValue (subject "field: value", detail what was expected): a target or field that there is not or that
/// is never withheld, a passage that is not in the text, a reason without a letter; reason C for all of a text that a
/// score rests on, or without `scoreBasis`; for protection of persons, a wording that contains the passage.
/// `askedBy`: without a profile nobody could tell that somebody else decides. Error ProfileRevoked.
Result<Edit> askRedaction(const CaseView &view, const EntityRef &newRedaction, const RedactionInput &input,
                          const Profile &askedBy, const QDate &day);

/// By somebody else than who asked, with a profile, over the text as it stands. `reason` is needed to refuse. Errors:
/// InvalidValue for a number that is none; Independence; ProfileRevoked; NothingToChange.
Result<Edit> decideRedaction(const CaseView &view, const QString &label, bool approves, const QString &reason,
                             const Profile &by, const QDate &day, const std::optional<QDate> &reviewBy = {});

/// It is not wanted any longer, and printed again; it stays on record. Decided like the rest, by somebody else than who
/// asked: what protects people is not given up by one person. Errors as above.
Result<Edit> withdrawRedaction(const CaseView &view, const QString &label, const QString &reason, const Profile &by,
                               const QDate &day);

/// How one stands.
struct RedactionState
{
    enum class State {
        Asked,    ///< nobody has decided
        Approved, ///< holds
        Fallen,   ///< decided, but something changed since, or it is not signed: to be decided anew
        Refused,
        Withdrawn
    };
    const Record *record;
    State state;
    int places = 0;     ///< where it withholds something; none: the text is gone, and nobody knows what was meant
    bool isDue = false; ///< was to be looked at again before `day`

    /// Nothing keeps a release from being built.
    bool isSettled() const;
};
std::vector<RedactionState> redactionStates(const CaseView &view, const QDate &day);

} // namespace adit
