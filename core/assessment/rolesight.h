// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QLatin1String>
#include <QSet>
#include <QStringList>
#include <span>
#include <vector>

namespace adit {

/// What one role may see of a case and write in it, when a copy is made for it (store.md, Security: parcels by role).
/// One row a role; resources/guide/roles.md is the same table for people.
struct RoleSight
{
    QLatin1String role; ///< code of ADIT_ROLES
    Audience widest;    ///< fields of this audience and wider ones; never Identity
    bool seesNotes;     ///< personal notes of auditors
    bool seesActors;    ///< who did what: team audience at most, so never the mine or the scheme
    bool seesNames;     ///< the identity compartment, as far as the recipient holds its key already
    bool seesFiles;     ///< bytes of evidence
    bool seesTextsOnly; ///< what is to be translated, and nothing else
    bool isForChapters; ///< may be narrowed to some chapters
    const char *writes; ///< kinds, or fields as "kind.field", separated by blanks; "*" for all it sees

    bool isWhole() const { return widest == Audience::Team && seesNotes && seesActors && seesNames; }
    bool mayWrite(const FieldInfo &field) const;
};

std::span<const RoleSight> roleSights();
/// Nothing for a code that is no role.
const RoleSight *roleSight(QStringView role);

/// What a role may see of one case: by audience, by chapters, by whom a comment is for.
class CaseSight
{
public:
    /// `chapters`: none for all of them.
    CaseSight(const RoleSight &role, const Assessment &assessment, const QStringList &chapters);

    /// Keeps back also what is withheld to protect people in another copy of the case.
    void protect(const Assessment &other);

    const RoleSight &role() const { return m_role; }
    /// Fields of the identity audience are not for this to decide: see core/parcel.
    bool sees(const EntityRef &entity, const FieldInfo &field) const;
    /// Whether the role writes it, in its chapters.
    bool mayWrite(const EntityRef &entity, const FieldInfo &field) const;

private:
    bool isForTheMine(const EntityRef &entity, const FieldInfo &field) const;
    bool isShownPhoto(const EntityRef &entity) const;
    bool isOfChapters(const EntityRef &entity) const;
    bool isAbout(const QStringList &codes) const;

    const RoleSight &m_role;
    const Assessment &m_assessment;
    std::vector<RequirementCode> m_chapters;
    QSet<QString> m_protected; ///< texts that the mine does not get: textsThatProtectPeople()
    QSet<QString> m_people;    ///< labels of those heard about the chapters
};

} // namespace adit
