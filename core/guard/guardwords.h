// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guard/nameguard.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <vector>

namespace adit::guard {

/// The guard's own words (resources/guard/names.json), folded once: which words are titles and not names, which names
/// go by which others, which are common words too.
struct NameWords
{
    QSet<QByteArray> titles;    ///< Mr, Dr, Sra: no part of a name
    QSet<QByteArray> particles; ///< de, van, bin: only together with what follows
    QSet<QByteArray> common;
    QSet<QByteArray> companyForms;            ///< Ltd, S.A.
    QSet<QByteArray> fillers;                 ///< at, dot, arroba: how addresses are spelled out
    std::vector<QList<QByteArray>> nicknames; ///< given names that stand for each other
    QHash<QByteArray, std::vector<std::size_t>> nicknamesOf;
    QList<QString> arabicNames;
    QSet<QString> arabicParticles;
    QSet<QString> twoCharacterFamilies;
    QHash<QString, QByteArray> readings; ///< of family names in Han that are read otherwise
};

const NameWords &nameWords();

/// A word in the letters a to z.
QByteArray foldedWord(QStringView word);

} // namespace adit::guard
