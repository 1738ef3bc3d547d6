// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guard/letters.h"
#include "core/guard/nameguard.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace adit::guard {

/// One part of a name: a word of it, or several that belong together ("de la Cruz", "Jean-Pierre").
struct NamePart
{
    const char *label = "name"; ///< given, family, nickname, organisation
    int part = 0;               ///< parts that are not the same differ in it, within a person
    QList<QByteArray> pieces;   ///< in the letters a to z; between them a space may stand
    QString source;
    qsizetype typed = 0; ///< letters as typed
    LetterKind kind = LetterKind::Latin;

    QByteArray letters() const { return pieces.join(); }
};

/// Characters of an unspaced script: full name, or what of it is searched too.
struct UnspacedPart
{
    const char *label = "name";
    int part = 0;
    std::u32string characters;
    bool isFull = false;
};

/// A name as it was typed, taken apart; several where several were typed.
struct TypedName
{
    std::vector<NamePart> parts;     ///< given names first, family name last; without titles and particles
    std::vector<NamePart> compounds; ///< parts with their particles: "delacruz"
    std::vector<UnspacedPart> unspaced;
};

struct TypedNames
{
    std::vector<TypedName> names;
    std::vector<NamePart> nicknames;
    std::vector<UnspacedPart> unspacedNicknames;
};

TypedNames takenApart(const ProtectedPerson &person);

/// An organisation, with and without the form of its company.
std::vector<NamePart> organisationNames(const QString &organisation);

/// Other ways to write a part that do not sound alike: umlauts and yo, Serbian dj, Ukrainian h, look-alike letters.
QList<QByteArray> spellingsOf(const NamePart &part);

} // namespace adit::guard
