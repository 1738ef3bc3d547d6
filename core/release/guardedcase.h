// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/rolesight.h"
#include "core/base/result.h"
#include "core/disclosure/redactions.h"
#include "core/edits/edit.h"
#include "core/guard/nameguard.h"
#include "core/identity/profile.h"

#include <QDate>
#include <QSet>
#include <QString>
#include <QStringList>
#include <vector>

namespace adit {

// The name guard over what a case makes public (report.md, Redaction): a name blocks, and nobody can override that; a
// single part of one blocks until a second person lets it pass at that place, for the text as it stands.

/// The people of the case, as the holder of a profile can read them: whoever lets a text out has to know whom it could
/// hurt. `role`: that this copy was made for, or nothing. Errors: IdentitySealed (subject: label) where somebody's name
/// is sealed to others alone; ReleaseBlocked ("names-not-here") in a copy for a role that sees no names.
Result<std::vector<ProtectedPerson>> protectedPeople(const Assessment &assessment, const QString &role,
                                                     const Profile *profile);

/// One text as the public will read it.
struct OutgoingText
{
    EntityRef entity;
    const FieldInfo *field;
    QString text;

    QString place() const; ///< "answer/1.2.2.2 finding"
};
/// All of them that say something, in the order of the registry. What is withheld from that reader is not in them.
std::vector<OutgoingText> outgoingTexts(const Assessment &assessment, Reader reader = Reader::Public);

/// Somebody in one of them.
struct NameFound
{
    GuardFinding finding;
    OutgoingText text;
    const Record *dismissal = nullptr; ///< a second person let it pass, and the text is still the same

    bool blocks() const { return finding.severity == GuardFinding::Severity::Block || !dismissal; }
};
std::vector<NameFound> namesFound(const Assessment &assessment, const NameGuard &guard, Reader reader = Reader::Public);
/// What can be read of a value: of a report template its texts, a line each, since JSON hides words behind its escapes;
/// of a logo nothing; anything else as it is.
QString readableIn(const QString &value);
/// All texts that a role sees in a copy made for it, public or not, as they stand.
std::vector<OutgoingText> textsSeenBy(const Assessment &assessment, const CaseSight &sight);

/// Whether the texts of a case may go to a reader: ReleaseBlocked (subject "name-blocks", detail: each name and its
/// place) where one of them names somebody.
Result<> mayLeave(const Assessment &assessment, const NameGuard &guard, Reader reader);
Result<> mayLeave(const Assessment &assessment, const NameGuard &guard, const std::vector<OutgoingText> &texts);
/// The same of a text that is made of them and goes out by itself: a paper. A part of a name passes where somebody let
/// it pass in one of the texts as they stand. `place`: what the text is.
Result<> textMayLeave(const Assessment &assessment, const NameGuard &guard, const QString &place, const QString &text);

/// What a find is let pass as, for the text as it stands; and all that was, genuinely.
QString passOf(const GuardFinding &finding, const QString &text);
QSet<QString> passedNames(const Assessment &assessment);

/// Lets a find pass: the part of a name of `person` in the field. `authors`: who wrote the text, by the journal; none
/// of them can. Errors: InvalidValue (no such find, or one that nobody lets pass; no reason), Independence,
/// ProfileRevoked.
Result<Edit> passName(const CaseView &view, const EntityRef &newDismissal, const NameFound &found,
                      const QString &reason, const QStringList &authors, const Profile &by, const QDate &day);

} // namespace adit
